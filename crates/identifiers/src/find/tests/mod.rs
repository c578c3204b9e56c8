//! Worked examples for every kind. Identifiers are of ranges that are reserved for tests, or
//! computed from the published check digits.

mod edges;
mod fields;
mod generated;
mod labelled;
mod local;
mod meetings;
mod spellings;
mod strangers;

use super::*;

fn found(text: &str) -> Vec<(&str, Kind, Certainty)> {
    Detector::default()
        .find(text)
        .into_iter()
        .map(|one| (text.get(one.range).unwrap(), one.kind, one.certainty))
        .collect()
}

/// Each text has exactly one identifier, which is the part between the angle brackets.
fn each_finds(kind: Kind, certainty: Certainty, texts: &[&str]) {
    for text in texts {
        let (before, rest) = text.split_once('«').unwrap();
        let (value, after) = rest.split_once('»').unwrap();
        let text = format!("{before}{value}{after}");
        assert_eq!(found(&text), [(value, kind, certainty)], "{text}");
    }
}

fn none_finds(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
}

use Certainty::{High, Low, Medium};

#[test]
fn nhs_numbers() {
    each_finds(
        Kind::NhsNumber,
        High,
        &[
            "NHS «999 000 0018»",
            "NHS number: «9990000026».",
            "nhs_no=«9990000034»",
            "NHS«9990000018»",
            "NHS no «999-000-0018»",
            "NHS no «999.000.0018»",
            "NHS\u{A0}Number «999\u{A0}000\u{A0}0018»",
            "NHS «999\t000\t0018» x",
            "NHS number:\n  «999 000\n      0018»",
            "NHS «９９９ ０００ ００１８»",
            "NHS «999\u{200B}000\u{200B}0018»",
            "NHS «99 90 00 00 18»",
            "NHS number «943 476 5919»",
            "?nhs=«999%20000%200018»",
            "in order to help «999 000 0018»",
            "Teams meeting about NHS number «999 000 0018»",
            "NHS ref «999 000 0018»",
            "row | «999 000 0018» | 4",
        ],
    );
    each_finds(
        Kind::NhsNumber,
        Low,
        &["it was «9990000018» then", "3 «999 000 0018»"],
    );
    none_finds(&[
        "NHS 999 000 0019",
        "NHS 1111111111",
        "NHS 0000000000",
        "Meeting ID: 999 000 0018",
        "Zoom 999 000 0018",
        "NHS England Teams meeting ID: 999 000 0018",
        "Conference ID:\n 999 000 0018#",
        "999 000 0018 is the passcode",
        "invoice 9990000018",
        "£9990000018",
        "12-999-000-0018",
        "99900000180",
        "seen: 943 476 5919 today",
        "400\n300\n1999",
    ]);
}

#[test]
fn learner_and_pupil_numbers() {
    each_finds(
        Kind::LearnerNumber,
        High,
        &[
            "ULN «9276308686»",
            "Learner number: «927 630 8686»",
            "uln:«92763 08686» x",
        ],
    );
    none_finds(&["9276308686", "ULN 9276308687", "ULN 0276308686"]);
    each_finds(
        Kind::PupilNumber,
        High,
        &[
            "«B801200005001»",
            "at «J877200024001»,",
            "at «y877200024002»,",
            "at «V87720002400A»,",
            "at «V877 2000 24 00 A»",
            "at «B 801 2000 05 001».",
            "at «B801-2000-05-001».",
            "file_«B801200005001»_x",
        ],
    );
    // 266 mod 23 is 13, the letter P; help pages of vendors say Q.
    each_finds(Kind::PupilNumber, High, &["«P207000016049»"]);
    none_finds(&[
        "Q207000016049",
        "B801200005002",
        "XB801200005001",
        "B8012000050011",
        "V87720002400B",
    ]);
}

#[test]
fn national_insurance_numbers() {
    each_finds(
        Kind::NationalInsurance,
        High,
        &[
            "«AB 12 34 56 C»",
            "«AB.12.34.56.C» x",
            "NI number «ab123456c»",
            "NINO: «AB123456»",
            "«AB\u{A0}12\u{A0}34\u{A0}56\u{A0}C»",
        ],
    );
    each_finds(
        Kind::NationalInsurance,
        Medium,
        &["is «AB123456C»", "is «ab123456c»"],
    );
    none_finds(&[
        "QQ 12 34 56 A",
        "QQ123456A",
        "BG 12 34 56 A",
        "AO 12 34 56 A",
        "DA 12 34 56 A",
        "AB 12 34 56 E",
        "AB 12 34 56",
        "on 12.03.26 a meeting",
        "ON 12 03 26 A MEETING",
        "XAB123456C",
        "AB123456CD",
    ]);
}

#[test]
fn telephone_numbers() {
    each_finds(
        Kind::Phone,
        High,
        &[
            "ring «07700 900461»",
            "«07700900461»",
            "+«44 7700 900461»",
            "+«44 (0)7700 900461»",
            "«0044 7700 900 461»",
            "«447700900461»",
            "«07700.900.461»",
            "tel:«07700%20900%20461»",
            "«07700&nbsp;900&nbsp;461»",
            "tel:«07700-900-461»",
            "«0770 0900 461» or",
            "«０７７００ ９００４６１»",
            "(«07700) 900461»",
            "Teams or «07700 900461»",
        ],
    );
    each_finds(
        Kind::Phone,
        Medium,
        &[
            "at «0161 496 0000»",
            "at («0161) 496 0000»",
            "at «020 7946 0123»",
            "at +«44 20 7946 0123».",
            "at +«44 (0)161 496 0000».",
            "at (+«44) 161 496 0000».",
            "at «01632 960123»",
            "at «01632\u{A0}960\u{A0}123»",
            "school:\n- «01632 960123»",
        ],
    );
    each_finds(
        Kind::Phone,
        Low,
        &[
            "Switchboard «0161 496 0000»",
            "«0161 496 0000» (reception)",
            "Dial-in: +«44 20 7946 0123»,,123#",
            "call us on «01632 960123»",
            "conference line «01632 960123»",
        ],
    );
}

#[test]
fn numbers_of_no_person_are_no_telephone_numbers() {
    none_finds(&[
        "0300 123 4567",
        "0800 123 4567",
        "0800 1234567",
        "0900 1030 1200",
        "07600 123456",
        "07000 123456",
        "invoice 07700900461",
        "Meeting ID 012 3456 7890",
        "charity 0123456789",
        "0123456789",
        "07700 9004615",
        "room 012 2026-03-01 10",
        "01 02 2026 1030 1145",
        "REF-12-01632 960123",
        "1.01632960123",
    ]);
}

#[test]
fn postcodes() {
    each_finds(
        Kind::Postcode,
        High,
        &[
            "home: «ZZ99 9ZZ»",
            "lives at «zz999zz»",
            "family, «ZZ99\u{A0}9ZZ»",
            "«ZZ99 9ZZ» is their address",
        ],
    );
    each_finds(
        Kind::Postcode,
        Medium,
        &[
            "«ZZ99 9ZZ»",
            "at «ZZ99\n9ZZ»",
            "at «ZZ99_9ZZ»",
            "at «ZZ99    9ZZ»",
            "at «ZZ99%209ZZ»",
            "at «ZZ99&nbsp;9ZZ»",
            "at «ZZ99 &#160;%C2%A09ZZ»",
            "at «WA1 1AA».",
            "at «W1A 1AA»",
            "at «EC1A 1BB»",
            "at «M11AA»",
            "at «GIR 0AA»",
            "at «ZZ99 2ND»",
            "at «zz99 3hr»",
            "at «ZZ99 4st»",
        ],
    );
    none_finds(&[
        "B1 2nd", "Y9 9am", "KS2 3rd", "O4a1", "WA1", "WA1 1A", "WA1 1AC", "S2 3hr", "QA1 1AA",
        "M1 1AAB", "B1 4th", "E5 5pm", "WA1 11AA", "W1I 1AA",
    ]);
}

#[test]
fn addresses() {
    each_finds(
        Kind::Email,
        Medium,
        &[
            "«name@example.org»",
            "mailto:«name@example.org».",
            "<«n.ame+x@mail.example.com»>",
            "«name (at) example.org»",
            "«name[at]example dot org» now",
            "«name＠example.org»",
            "«name at example dot org»",
            "«name{at}example(dot)org»",
            "«name @ example.org»",
            "«name@nhs.net»",
            "mailto:«name%40example%2Eorg»",
            "«n%2Eame&commat;mail&period;example&#46;com»",
            "ask «sam.support@example.test»",
        ],
    );
    each_finds(
        Kind::Email,
        High,
        &[
            "«name@gmail.com»",
            "«name@googlemail.com»",
            "«name (at) gmail dot com»",
        ],
    );
    each_finds(Kind::Email, Low, &["«chair@gmail.com»"]);
    none_finds(&[
        "info@example.org",
        "info%40example%2Eorg",
        "send.team@nhs.net",
        "participation@example.org",
        "@forum",
        "5 @ 6",
        "name@",
        "@example.org",
        "name@localhost",
        "meet (at) noon",
        "dot at dot",
        "at example.org",
        "look at the dot on the map",
    ]);
}

#[test]
fn dates_of_birth() {
    each_finds(
        Kind::BirthDate,
        High,
        &[
            "DOB «12/03/2014»",
            "D.O.B. «12.3.14»",
            "date of birth is «2014-03-12»",
            "born on «12 March 2014»",
            "Born «12th of March, 2014», in",
            "birthday: «March 12, 2014»",
            "Date_of_birth «12032014»",
        ],
    );
    none_finds(&[
        "2014-03-12",
        "meeting on 12/03/2014",
        "children born after 31 August 2010",
        "reborn 12/03/2014",
        "born in the first of all our meetings, 12/03/2014",
    ]);
}

#[test]
fn reserved_ranges_are_marked() {
    let marked = |text: &str| Detector::default().find(text)[0].test_value;
    for text in [
        "NHS 999 000 0018",
        "07700 900461",
        "01632 960123",
        "020 7946 0123",
        "0118 496 0999",
        "ZZ99 9ZZ",
        "name@example.org",
        "x1@a.test",
    ] {
        assert!(marked(text), "{text}");
    }
    for text in [
        "NHS 943 476 5919",
        "WA1 1AA",
        "name@gmail.com",
        "0110 000 0000",
    ] {
        assert!(!marked(text), "{text}");
    }
}

#[test]
fn the_most_certain_wins() {
    assert_eq!(
        found("dob: 12/03/2014, upn: B801200005001 and nhs number: 999 000 0018"),
        [
            ("12/03/2014", Kind::BirthDate, High),
            ("B801200005001", Kind::PupilNumber, High),
            ("999 000 0018", Kind::NhsNumber, High),
        ]
    );
}
