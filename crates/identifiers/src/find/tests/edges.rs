//! Edges at which a finder stops, each from both sides.

use super::Certainty::{High, Low, Medium};
use super::{Detector, Kind, NormalisedText, each_finds, none_finds};
use crate::redact::Redactor;
use crate::safe;
use crate::text::Unredacted;

#[test]
fn letters_of_other_alphabets_are_read_as_what_they_look_like() {
    for (written, read) in [
        ("ĝģĜ", "ggg"),
        ("ýÿŷŶỲỹ", "yyyyyy"),
        (
            "αΑάΆβΒϲϹεΕέΈηΗήΉιΙίΊϊΪΐϳͿκΚμΜµνΝοΟόΌρΡτΤχΧυΥύΎϋΫΰζΖ",
            "aaaabbcceeeehhhhiiiiiiijjkkmmmnnooooppttxxyyyyyyyzz",
        ),
        (
            "аАвВсСԁԀеЕёЁѐЀнНһҺіІїЇӏӀкКќЌмМоОрРԛԚѕЅтТѵѴԝԜхХуУўЎүҮ",
            "aabbccddeeeeeehhhhiiiiiikkkkmmooppqqssttvvwwxxyyyyyy",
        ),
        ("٠٩۰۹𝟎𝟿", "090909"),
        ("ďĎēĒķĶłŃōŕŚŢŪŵŹ", "ddeekklnorstuwz"),
        ("јЈ", "jj"),
        ("٣۴𝟓", "345"),
    ] {
        assert_eq!(NormalisedText::new(written).text(), read, "{written}");
    }
    // One letter that stands for two is hidden as a whole.
    assert_eq!(NormalisedText::new("ß").range(0..1), 0..2);
}

#[test]
fn a_full_stop_within_a_sentence_ends_what_is_a_birth() {
    each_finds(Kind::BirthDate, High, &["Date of birth. «03/05/2012»"]);
    none_finds(&["Please give us the date of birth. 03/05/2012 was a Thursday."]);
}

#[test]
fn capitals_of_a_national_insurance_number() {
    each_finds(Kind::NationalInsurance, High, &["«JG 10 37 59 A»"]);
    none_finds(&["Jg 10 37 59 A", "jG 10 37 59 A"]);
}

#[test]
fn learner_numbers_begin_with_no_nought() {
    none_finds(&["ULN 0012345678"]);
    each_finds(Kind::LearnerNumber, High, &["ULN «5182047737»"]);
}

#[test]
fn the_end_of_a_second_telephone() {
    each_finds(
        Kind::Phone,
        High,
        &[
            "Ring «07700 900 461 or 462» today",
            "Ring «07700 900 461 and 462»",
            "Ring «07700 900 461» or 462x",
            "Ring «07700 900 461» or 462:30",
            "Ring «07700 900 461» or 4621",
            "Ring «07700 900 461» or later",
        ],
    );
}

#[test]
fn whose_number_it_is_may_stand_behind_it() {
    each_finds(
        Kind::NhsNumber,
        High,
        &[
            "«9990000018» (his mum's NHS number)",
            "«9990000018» is her NHS number",
        ],
    );
}

#[test]
fn powers_of_a_spreadsheet() {
    each_finds(
        Kind::Phone,
        High,
        &[
            "Name,Mobile\nPat,«7.700900461E9»",
            "Name,Mobile\nPat,«7.700900461e+09»",
        ],
    );
    none_finds(&[
        "Name,Mobile\nPat,7.7009E9",
        "Name,Mobile\nPat,77.00900461E8",
        "Name,Mobile\nPat,7.700900461E12",
    ]);
}

#[test]
fn ages_in_brackets_and_between_commas() {
    none_finds(&[
        "Of these, six, all autistic, are at Elm School.",
        "Autism awareness, 9 stalls, at Elm School.",
        "Autism awareness. Xxxx, 9. Elm School.",
    ]);
    each_finds(
        Kind::Combination,
        Low,
        &[
            "«Xxxx, 9, has autism» and likes trains",
            "«Xxxx (six) has autism»",
        ],
    );
}

#[test]
fn lists_with_brackets_in_them() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "Pupils: «Xxxx Yyyy (8, Year 3), Zzzz Wwww (9)»",
            "children: [«Xxxx Yyyy, Zzzz Wwww»]",
            "Pupils «Xxxx Yyyy and Zzzz Wwww» came",
        ],
    );
}

/// A word that begins with a figure once held up the search for ever.
#[test]
fn figures_in_names() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "Pupils: «Sam Doe1, Alex Roe2»",
            "Pupils: «sam roe1»",
            "Pupils: «Sam D0e»",
            "Children: «Xxxx Yyyy12 and Zzzz Wwww»",
        ],
    );
    none_finds(&["Pupils: Sam 0Doe", "Pupils: sam 1"]);
}

#[test]
fn what_is_hidden_is_all_that_is_hidden() {
    let redactor = Redactor::default();
    assert_eq!(
        redactor.hide("ring 07700 900461 or"),
        "ring ************ or"
    );
    assert_eq!(redactor.hide("ring us"), "ring us");
    assert_eq!(safe!("{} of {}", "one", "two").as_str(), "one of two");
    let said = Unredacted::from("as it is".to_owned());
    assert!(said == "as it is" && said != "as it was");
    assert!(said.contains("it is") && !said.contains("was"));
    assert!(safe!("").is_empty() && !safe!("one").is_empty());
    assert_eq!(format!("{:?}", safe!("one")), "\"one\"");
}

/// Mailboxes of teams of health and schools, and such as look like them.
#[test]
fn roles_of_mailboxes() {
    none_finds(&[
        "send.reports@example.org",
        "therapies.admin@example.org",
        "paeds-appointments@example.org",
        "ehcpannualreviews@example.org",
    ]);
    each_finds(
        Kind::Email,
        Medium,
        &["«grant.ward@example.org»", "«s.reporter@example.org»"],
    );
}

#[test]
fn phrases_behind_a_value() {
    each_finds(
        Kind::NhsNumber,
        High,
        &[
            "«9990000018» is the child's NHS number",
            "Ref 9990000018 - NHS number: «9990000034»",
        ],
    );
}

#[test]
fn addresses_without_a_sign() {
    each_finds(
        Kind::Email,
        High,
        &["mine is «zeb.quux9 at gmail» if needed"],
    );
    each_finds(
        Kind::Email,
        Medium,
        &[
            "from «zed.quux=40example.com»",
            "from «zed.quuxATexample.com»",
        ],
    );
}

#[test]
fn names_behind_brackets_dots_and_question_marks() {
    each_finds(
        Kind::ChildField,
        Medium,
        &[
            "Pupils («Sam Doe, Alex Roe») came",
            "Pupils: «Sam Doe, Alex Roe». Next meeting on Monday",
            "Pupils: «J. Doe, Alex Roe» came",
            "Pupils: «Sam D.Doe, Alex Roe» came",
            "? Pupil name\n: «Sam Doe»\n",
            "day: 1\n? Pupil name\n: «Sam Doe»\n",
            "{child: \"«Sam Doe»\", day: 1}",
        ],
    );
}

#[test]
fn numbers_of_telephones_and_of_orders() {
    each_finds(Kind::Phone, High, &["Who,Mobiles\nMum,«7700900461»\n"]);
    none_finds(&["Tel. Booking ref 01632 960123"]);
}

#[test]
fn addresses_of_networks_for_tests() {
    for (text, is_for_tests) in [
        ("mail zed.quux@[192.0.2.1]", true),
        ("mail zed.quux@[IPv6:2001:db8::1]", true),
        ("mail zed.quux@[198.18.0.1]", false),
    ] {
        let found = Detector::default().find(text);
        let marks = found.iter().map(|one| one.test_value);
        assert_eq!(marks.collect::<Vec<_>>(), [is_for_tests], "{text}");
    }
}

#[test]
fn where_people_meet_and_where_somebody_lives() {
    none_finds(&[
        "Where to meet: Elm Hall ZZ99 3AZ",
        "Stay and play sessions: ZZ99 3AZ",
        "We are back.\nDrop in on Mondays: ZZ99 3AZ",
        "ZZ99 3AZ (sat nav)",
        "ZZ99 3AZ for sat nav",
    ]);
    each_finds(Kind::Postcode, Medium, &["letter to Oak Family «ZZ99 3AZ»"]);
    each_finds(Kind::Postcode, High, &["letter to the family, «ZZ99 3AZ»"]);
}

#[test]
fn what_looks_like_a_code_is_hidden_wherever_it_may_stand() {
    let redactor = Redactor::default();
    assert_eq!(redactor.hide("Venue: ZZ99 3AZ"), "Venue: ********");
    assert_eq!(redactor.hide("seat B12 3AD"), "seat *******");
    assert_eq!(redactor.hide("partB12 3AD"), "partB12 3AD");
}

#[test]
fn a_one_for_a_letter_in_a_word_for_a_child() {
    for label in [
        "Name of ch1ld",
        "Name of chi1d",
        "PUP1L NAME",
        "Name of pupi1",
    ] {
        each_finds(Kind::ChildField, Medium, &[&format!("{label}: «Sam Doe»")]);
    }
    none_finds(&["Name of ch2ld: Sam Doe", "Name of pup11s"]);
}

#[test]
fn who_was_born() {
    none_finds(&["The PTA was born on 14 March 1998"]);
    each_finds(
        Kind::BirthDate,
        High,
        &[
            "Sam was born on «14 March 2012»",
            "TOM was born on «14 March 2012»",
            "Our TOM was born on «14 March 2012»",
            "THE BOY ELOWEN WAS BORN ON «14 MARCH 2012»",
            "THE TOM WAS BORN ON «14 MARCH 2012»",
        ],
    );
}

#[test]
fn a_teenager_is_of_an_age() {
    each_finds(
        Kind::Combination,
        Low,
        &["My «teenager has Angelman syndrome and Elm School» helps"],
    );
}
