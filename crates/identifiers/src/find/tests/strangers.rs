//! Kinds that texts by people showed who knew nothing of the finder, each with its siblings.

use super::Certainty::{High, Low, Medium};
use super::{Kind, each_finds, none_finds};

/// In a row of a table as text, a comma parts cells; it ties figures of three only, which are thousands.
#[test]
fn numbers_in_cells_beside_cells_of_figures() {
    each_finds(
        Kind::Phone,
        High,
        &[
            "Seat,Parent tel,Harness\n3,+«44 7700 900562»,Y",
            "Seat,Parent tel,Harness\n3,«07700 900562»,4",
            "3,«07700900562»,12",
        ],
    );
    each_finds(Kind::Phone, Medium, &["3,«01632 960188»,Y"]);
    none_finds(&["12,077,009,005", "1,077,009,005 views"]);
}

#[test]
fn landlines_of_people_near_words_for_an_office() {
    each_finds(
        Kind::Phone,
        Medium,
        &[
            "Coffee morning: yr 9 parent, «0113 496 0732», wants a slot with SENDIASS",
            "School run: gran, «01632 960188»",
        ],
    );
    each_finds(
        Kind::Phone,
        Low,
        &["Carers' centre: «01632 960188»", "SENDIASS «0113 496 0732»"],
    );
}

#[test]
fn a_letter_for_born_behind_words_for_somebody() {
    each_finds(
        Kind::BirthDate,
        High,
        &[
            "he is b. «1/9/13» so one day too late",
            "my son b. «1/9/13»",
            "she was b «1.9.13»",
        ],
    );
    none_finds(&["plan b. 1/9/13", "option b 1/9/2013", "group b: 1/9/13"]);
}

#[test]
fn references_in_pairs_that_are_of_no_thing() {
    each_finds(
        Kind::NationalInsurance,
        Medium,
        &[
            "APPOINTEE DETAILS\nRef «RW-29-51-84-A»",
            "Ref «RW 29 51 84 A»",
        ],
    );
    none_finds(&["Invoice ref HT-40-88-12-C", "Ref HT408812C"]);
}

#[test]
fn fields_that_say_in_words_that_they_say_nothing() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "Re (child): «E. Nettlefold»",
            "Our ref (pupil): «E. Nettlefold»",
            "Re child: «E. Nettlefold»",
            "Pupil name: [«Jonah Ellerby»]",
            "Child's name: «No, Jonah Ellerby»",
            "Child's name: «Withheld Jonah»",
        ],
    );
    none_finds(&[
        "Child's name: N/A (this is a general comment)",
        "Child's name: not given - general query",
        "Child's name: none, feedback about the venue",
        "Pupil name: [removed before circulation]",
        "Pupil name: [name withheld by the clerk]",
        "Child's name: (redacted for publication)",
        "Child's name: XXXXX",
    ]);
}

#[test]
fn births_that_scans_and_hurried_people_write() {
    each_finds(
        Kind::BirthDate,
        High,
        &[
            "D.O.B. «27.O8.2O11»",
            "DATE 0F BIRTH: «3O/O6/2O16»",
            "born «l2/O3/2O14»",
        ],
    );
    each_finds(
        Kind::BirthDate,
        Medium,
        &[
            "which year should he be in, he's «19 July 2014» so",
            "tribunal p.44 - boy («09.11.2012»), no draft yet",
        ],
    );
    none_finds(&[
        "he's back on 19 July",
        "parent (09.11.2025) rang",
        "room O8.2O1",
    ]);
}

#[test]
fn names_on_lines_to_fill_in_and_in_short_lists() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "Name of child ... «Dominik Sallowfield» ...\nI agree",
            "Pupil name: «___Dominik Sallowfield___»",
            "Pupils: «Ewan P, Tilly R and Jaxon»\nStaff: two",
            "Pupils: «Tia, Ruben, Ayesha, Little Joe»",
        ],
    );
    none_finds(&[
        "Name of child ..............................",
        "Pupil name: ______ (please print)",
        "Pupil name: ______ Date: ______",
        "Pupil name: (please leave blank, this form is anonymous)",
    ]);
}

#[test]
fn rooms_and_duty_desks_are_nobody() {
    none_finds(&[
        "Bookings: hall.bookings@example.org",
        "the duty desk, ep.dutydesk@example.com",
        "rooms@example.org",
        "The library at Market Street, HX9 1RD, has a lift",
    ]);
    each_finds(Kind::Email, Medium, &["«j.hall@example.org» rang"]);
}

#[test]
fn births_in_three_columns() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "Year of birth: «2014»",
            "Ref,Birth year\nA7,«2014»",
            "DOB month: «April»",
        ],
    );
    each_finds(
        Kind::BirthDate,
        High,
        &["Ref,DOB day,DOB month,DOB year\nA7,«3,April,2014»\n"],
    );
    let cells = super::found("DOB day: 3\nDOB month: April\nDOB year: 2014\n");
    assert_eq!(cells.len(), 3, "{cells:?}");
    none_finds(&["School year: 2014", "Month: April", "Year,Day\n2014,3"]);
}

#[test]
fn labels_within_a_line_of_pieces() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "[scan] Profile.  Name of child   «Kit Sorrell»    Reviewed   Spring term",
            "Q3  Son / daughter  «Barty Quill»   Q4  Best time to ring  mornings",
            "Pupil name     «Amelia»     Class 4",
        ],
    );
    none_finds(&[
        "Name of child   Class   Teacher",
        "No  Name of child   Year group   Needs",
        "    kind: meeting\n    title: Name  of",
    ]);
}

#[test]
fn labels_further_off_in_a_sentence() {
    each_finds(
        Kind::LearnerNumber,
        Medium,
        &[
            "they can't enrol without the learner number so I dug it out of the file - «5169307429» - ok",
        ],
    );
    each_finds(
        Kind::BirthDate,
        High,
        &["they need dates of birth for the carer tickets so his is «3rd May 2011», thanks"],
    );
    each_finds(
        Kind::NhsNumber,
        High,
        &["health visitor rang back re the query, quote «999 850 2373» when you ring"],
    );
    each_finds(
        Kind::NhsNumber,
        Medium,
        &["rang back re the query, please quote «999 850 2373» when you ring the clinic"],
    );
    each_finds(Kind::NationalInsurance, High, &["N.I. N0 «HE 59 O3 72 D»"]);
    none_finds(&[
        "The learner number is on the card of whoever asked. 5169307429 copies were sold.",
        "we need dates of birth. His is 3rd in the queue",
        "please quote 999 850 2373 on the invoice",
    ]);
}
