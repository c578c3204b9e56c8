//! Values that the words beside them make identifiers, however either is written.

use super::Certainty::{High, Low, Medium};
use super::{Kind, each_finds, none_finds};

#[test]
fn numbers_whatever_stands_between_their_digits() {
    each_finds(
        Kind::NhsNumber,
        High,
        &[
            "NHS number «999,000,0018»",
            "NHS number «9,990,000,026»",
            "NHS no **«999** 000 0034»",
            "NHS no *«999* 000 0034»",
            "| NHS no | «999 | 000 | 0018» |",
            "N.H.S. no. «999:000:0018»",
            "«9990000018» is her NHS number",
            "«9990000018» (NHS no)",
            "CHI number «010 214 0006»",
            "NHS number «999<b>000</b>0018»",
            "<p>NHS <i>no</i>: «999 000 0018»</p>",
            "N H S   N o .\n«9 9 9   0 0 0   0 0 1 8»",
        ],
    );
    each_finds(
        Kind::PupilNumber,
        High,
        &["UPN «J877,2000,24,001»", "U.P.N. **«J877** 2000 24001»"],
    );
    each_finds(
        Kind::LearnerNumber,
        High,
        &["ULN «9,276,308,686»", "«9276308686» (ULN)"],
    );
    each_finds(
        Kind::NationalInsurance,
        High,
        &[
            "NI number «AB,12,34,56,C»",
            "N.I. no **«AB** 12 34 56 C»",
            "«AB123456C» (NINO)",
        ],
    );
    each_finds(
        Kind::Phone,
        High,
        &[
            "mobile: «07700,900,461»",
            "mob «07700*900*461»",
            "mobile «0 7 7 0 0 9 0 0 4 6 1»",
        ],
    );
    none_finds(&[
        "999,000,0018 in all",
        "The NHS spent £9,990,000,018 on it",
        "NHS app: 999 000 0018 users",
        "UPN J877,2000,24,002",
        "mobile visits by month: 77, 90, 46, 12, 33",
        "A123456789012 is the part number",
        // What `convert` writes where something stood.
        "NHS number *999*000*0018",
        "NHS number *176*176*176: 1",
    ]);
}

#[test]
fn telephones_of_a_table_that_lost_their_nought() {
    each_finds(
        Kind::Phone,
        High,
        &[
            "Name,Mum's mobile\nPat,«7700900461»\n",
            "| Name | Mobile no. |\n|---|---|\n| Pat | «7700 900461» |",
            "Pat\tContact number\nx\t«447700900461»",
            "«7700900461» (mum's mobile)",
        ],
    );
    each_finds(
        Kind::Phone,
        Medium,
        &[
            "Day;Home phone\n1;«1632960001»",
            "«1632960001» (home phone)",
        ],
    );
    none_finds(&[
        "Name,Order number\nPat,7700900461\n",
        "Day,Calls\n1,7700900461\n",
        "Name,Mobile\nPat,yes\n",
        "7700900461 (order)",
    ]);
}

#[test]
fn two_telephones_with_a_slash() {
    each_finds(
        Kind::Phone,
        Medium,
        &["«01632 960001»/960002", "Mum «01632 960001»/2"],
    );
    let both = super::found("01632 960001/07700 900461");
    assert_eq!(
        both,
        [
            ("01632 960001", Kind::Phone, Medium),
            ("07700 900461", Kind::Phone, High)
        ]
    );
    none_finds(&[
        "order no. 01632/960/001",
        "0.7700900461",
        "Meeting ID: 077 009 0046 1",
    ]);
}

#[test]
fn words_for_a_date_of_birth() {
    each_finds(
        Kind::BirthDate,
        High,
        &[
            "D-O-B «12/03/2014»",
            "D. O. B.: «12/03/2014»",
            "DOB«12/03/2014»",
            "date-of-birth «12 March 2014»",
            "Date of birth: «12th Mar '14»",
            "DOB «12 / 03 / 2014»",
            "(b. «12 March 2014»)",
            "Xxxx, b «12/03/2014»",
            "b. «12.3.14»",
            "«12/03/2014» is his date of birth",
            "«12/3/14» = dob",
            "DOB. «12/03/2014»",
        ],
    );
    each_finds(Kind::BirthDate, Medium, &["date of birth «03/2014»"]);
    none_finds(&[
        "item b. 12/03/2026",
        "(a) 5 March 2026 (b) 12 March 2026",
        "Group b 12 March 2026",
        "a. 05/03/2026\nb. 12/03/2026",
        "the form of May 2014 asks for the date of birth",
    ]);
}

#[test]
fn dates_beside_words_for_birth_that_are_of_something_else() {
    none_finds(&[
        "We need no date of birth. Next meeting 12 March 2026.",
        "The network's birthday is 12 March 2026",
        "Our 5th birthday: 12 March 2026",
        "Happy birthday to the forum! 12 March 2026",
        "The newsletter was born on 12 March 2014",
        "born 1 September 2012 to 31 August 2013",
        "DOB range 01/09/2012 - 31/08/2013",
        "Date of birth was taken off the form on 12/03/2026",
        "Birthday party, 12 March 2026",
    ]);
    each_finds(
        Kind::BirthDate,
        High,
        &[
            "The boy was born on «12 March 2014»",
            "Our son's birthday is «12 March 2014»",
            "at our school he was born «12 March 2014»",
        ],
    );
}

#[test]
fn addresses_that_are_written_out() {
    each_finds(
        Kind::Email,
        Medium,
        &[
            "write to «quux.zeb at example.org»",
            "email «quux at example.org»",
            "«quux dot zeb at example dot org»",
            "«quux.zeb -at- example.org»",
            "«quux.zeb*at*example.org»",
            "«quuxATexample.org»",
            "References: «quux@example.org»",
            "her new one, «z.quux9 @ elm.localhost»",
        ],
    );
    each_finds(Kind::Email, High, &["her email is «quux at gmail.com»"]);
    each_finds(Kind::Email, Low, &["«quuxforum@gmail.com»"]);
    none_finds(&[
        "see the minutes at example.org",
        "write to us at example.org",
        "minutes.docx at example.org",
        "enquiries at example dot org",
        "Published at www.example.org",
        "References: <a1@example.org>",
        "UID:a1@example.org",
        "Coffee @ the.hub",
    ]);
}

#[test]
fn lists_of_names_behind_words_for_children() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "Children present: «Sam Doe, Alex Roe»",
            "Pupils - «Sam Doe and Alex Roe»",
            "Pupil(s): «Sam Doe»",
            "CYP: «Sam Doe»",
            "Children: «Sam (7), Alex (9)»",
            "Children: «Sam and Alex Doe»",
            "Pupils: «Doe, Sam; Roe, Alex»",
            "Names of children: «Sam, Alex»",
            "Children:\n- «Sam Doe\n- Alex Roe»\n",
            "Pupils:\n1. «Sam Doe\n2. Alex Roe»\n\nNext: x",
            "Pupils:\n«Sam Doe\nAlex Roe»",
            "| Children | Day |\n|---|---|\n| «Sam Doe, Alex Roe» | 1 |",
        ],
    );
    none_finds(&[
        "Children present: 12",
        "Children:\n- Short Breaks\n- Travel Training",
        "Pupils:\n1. Quiet Room\n2. Later Buses",
        "CYP: involved",
        "Children - more places for play",
        "| Children | Day |\n|---|---|\n| 12 | 1 |",
    ]);
}

#[test]
fn codes_of_things_and_postcodes_of_places() {
    none_finds(&[
        "Room E14 5AB",
        "budget code M1 1AE",
        "booking ref. SE1 2AB",
        "invoice no SL 10 20 30 B",
        "at Elm Community Centre, High Street, ZZ99 1AA",
        "Next meeting: Elm Hotel, ZZ99 1AA",
        "Sat nav: ZZ99 1AA",
        "Venue: Elm Hall\nAddress: Elm Road, ZZ99 1AA",
        "Venue: Elm Hall\nAddress: Elm Road\nPostcode: ZZ99 1AA",
    ]);
    each_finds(
        Kind::Postcode,
        Medium,
        &[
            "Postcode: «ZZ99 1AA»",
            "post code «ZZ99 1AA»",
            "Pat, 7 School Lane, «ZZ99 1AA»",
            "Who: Pat\nPostcode: «ZZ99 1AA»",
        ],
    );
    each_finds(
        Kind::Postcode,
        High,
        &[
            "lives by Elm Hall, «ZZ99 1AA»",
            "Who: Pat\nAddress: Elm Road, «ZZ99 1AA»",
        ],
    );
}
