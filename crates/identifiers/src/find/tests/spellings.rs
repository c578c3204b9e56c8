//! Spellings in which signs are left out, added or put in place of others.

use super::Certainty::{High, Medium};
use super::{Kind, each_finds, found, none_finds};

#[test]
fn telephone_numbers_without_their_first_digits() {
    each_finds(
        Kind::Phone,
        High,
        &[
            "Mum's mobile: «7700900461»",
            "mobile: «7700 900462»",
            "Mobile: «7700900461».0",
            "WhatsApp «44 7700 900461»",
            "Telephone number (home): «7700900461»",
            "Emergency contact: «7700900461»",
            "Mum: «7700900461»",
        ],
    );
    each_finds(
        Kind::Phone,
        Medium,
        &["Phone: «1632960001»", "tel «44 1632 960001»"],
    );
    none_finds(&[
        "Total: 7700900461",
        "mobile\n7700900461",
        "Phone conference ID: 770 090 0461",
        "Mobile order no 7700900461",
        "mobile: 8700900461",
        "44 7700 900461",
        "Mobile: 7700900461.05",
    ]);
}

#[test]
fn landlines_in_pairs_of_digits() {
    each_finds(
        Kind::Phone,
        Medium,
        &[
            "Her mum: +«44(0) 1632 96 0001»",
            "Tel: «01632 96 00 02»",
            "(«01632) 96 0003»",
            "tel. «0161 49 60 000»",
        ],
    );
    none_finds(&["room 012 20 26 03 01", "0161 20 26 03 1"]);
}

#[test]
fn pupil_numbers_in_parts() {
    each_finds(
        Kind::PupilNumber,
        High,
        &[
            "UPN «J-877-2000-24-001»",
            "«J.877.2000.24.001»",
            "at «J 877 2000 24 001»,",
        ],
    );
    none_finds(&["J-877-2000-24-002", "XJ-877-2000-24-001"]);
}

#[test]
fn dates_before_words_for_a_date_of_birth() {
    each_finds(
        Kind::BirthDate,
        High,
        &[
            "SD («12.03.2014», dob)",
            "title: SD («12.03.2014», dob)\ndate: 2026-02-26",
            "«12/03/2014» (DOB)",
            "Xxxx, «12 March 2014» - date of birth.",
        ],
    );
    none_finds(&[
        "12/03/2026. DOB checks",
        "2026-02-26-dob.yaml",
        "12/03/2026, DOB: not given",
        "12/03/2026 dob unknown",
        "12/03/2014 (born)",
    ]);
    assert_eq!(
        found("12/03/2026, DOB 12.03.2014"),
        [("12.03.2014", Kind::BirthDate, High)]
    );
}

#[test]
fn addresses_with_other_signs() {
    each_finds(
        Kind::Email,
        Medium,
        &[
            "«quux.zeb@[192.0.2.1]»",
            "«quux.zeb@[IPv6:2001:db8::1]»",
            "«name_at_example.org»",
            "«name=40example.org»",
            "«name  @  example.org»",
            "«name @ example.org» . Next",
            "«name @ example . org» . Next",
            "«name\u{A0}@\u{A0}example.org»",
        ],
    );
    none_finds(&[
        "look_at_this.md",
        "minutes_at_the_board.yaml",
        "size=40.5",
        "x=40example",
        "5 @ [10.30]",
        "info_at_example.org",
    ]);
}
