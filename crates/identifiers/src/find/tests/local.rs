//! What an area allows, and what it looks for besides.

use super::*;

fn list(entries: &[&str]) -> Vec<String> {
    entries.iter().map(|entry| (*entry).to_owned()).collect()
}

fn detector(cases: &[&str], names: &[&str]) -> Detector {
    Detector::new(&[], &[], &[], &list(cases), &list(names)).unwrap()
}

fn hits<'t>(detector: &Detector, text: &'t str) -> Vec<&'t str> {
    let found = detector.find(text).into_iter();
    found.map(|one| text.get(one.range).unwrap()).collect()
}

#[test]
fn what_is_allowed_is_not_found() {
    let detector = Detector::new(
        &list(&["Name@Example.org", "@council.example"]),
        &list(&["zz99 9zz"]),
        &list(&["+44 (0)1632 960123"]),
        &[],
        &[],
    )
    .unwrap();
    for text in [
        "name@example.org",
        "NAME (at) example.org",
        "x1@council.example",
        "at ZZ999ZZ",
        "she lives at ZZ99 9 ZZ",
        "01632 960 123",
        "0044 1632 960123",
    ] {
        assert_eq!(hits(&detector, text), [""; 0], "{text}");
    }
    let others = "other@example.org x1@sub.council.example ZZ99 9ZY or 01632 960124";
    assert_eq!(hits(&detector, others).len(), 4);
}

#[test]
fn case_references_with_other_signs_are_references() {
    let detector = detector(&[r"EHC/\d{2}/\d{4}", r"[A-Z]{3}-\d{4}"], &[]);
    for (text, found) in [
        ("Our ref EHC / 23 / 0068, and more", vec!["EHC / 23 / 0068"]),
        ("see EHC-24-\n0187, page 4", vec!["EHC-24-\n0187"]),
        ("EHC 23 0068", vec!["EHC 23 0068"]),
        ("SND 0652 or SND/0653", vec!["SND 0652", "SND/0653"]),
        // A month, a word and a year, figures alone, and a paragraph that ends.
        ("in May 2026 and JUN 2026, AGM 2026, and 2026", vec![]),
        ("the 2026 plan; EHC 23. There were 0068", vec![]),
        ("EHC plans 23/0068", vec![]),
        ("EHC\n\n23/0068", vec![]),
    ] {
        assert_eq!(hits(&detector, text), found, "{text}");
    }
}

#[test]
fn case_references_are_whole_words_in_any_case() {
    let detector = detector(&[r"EHC-?\d{3}|EHC\d{5}", "cs/[0-9]+"], &[]);
    for (text, expected) in [
        ("about ehc-123.", vec!["ehc-123"]),
        ("EHC12345", vec!["EHC12345"]),
        ("notes_EHC123_EHC124.docx", vec!["EHC123", "EHC124"]),
        ("EHC１２３", vec!["EHC１２３"]),
        ("CS/9, EHC123", vec!["CS/9", "EHC123"]),
        ("XEHC123 EHC1234 EHC123X", vec![]),
        ("nothing", vec![]),
    ] {
        assert_eq!(hits(&detector, text), expected, "{text}");
    }
}

#[test]
fn listed_names_are_whole_words_in_any_case_and_spacing() {
    let detector = detector(&[], &["Xxxx Yyyy", "Zoë O'Qqqq", "Vvvv"]);
    for (text, expected) in [
        ("met xxxx  yyyy's mother", vec!["xxxx  yyyy"]),
        ("XXXX\nYYYY", vec!["XXXX\nYYYY"]),
        ("xxxx-yyyy_notes", vec!["xxxx-yyyy"]),
        ("Zoe O’Qqqq", vec!["Zoe O’Qqqq"]),
        ("Vvvv’s plan; Vv\u{200B}vv", vec!["Vvvv", "Vv\u{200B}vv"]),
        ("Xxxx Yyyyy, Xxxx, Vvvvs", vec![]),
    ] {
        assert_eq!(hits(&detector, text), expected, "{text}");
    }
    assert!(
        detector
            .find("Vvvv")
            .iter()
            .all(|one| one.certainty == High)
    );
    let late = Detector::default()
        .with_names(&list(&["Xxxx Yyyy"]))
        .unwrap();
    assert_eq!(hits(&late, "met Xxxx Yyyy"), ["Xxxx Yyyy"]);
}

#[test]
fn listed_names_are_found_in_other_orders_and_spellings() {
    let names = [
        "Zebedee Quux",
        "Flim van Flam",
        "Rose Mary",
        "Vvvv",
        "A B Wwww",
        "A B",
        "Quux, Ottoline",
    ];
    let detector = detector(&[], &names);
    for (text, expected) in [
        ("by Quux, Zebedee.", vec!["Quux, Zebedee"]),
        ("QUUX,ZEBEDEE", vec!["QUUX,ZEBEDEE"]),
        (
            "Zebedee Quux, Zebedee Quux",
            vec!["Zebedee Quux", "Zebedee Quux"],
        ),
        ("Quux Zebedee", vec!["Quux Zebedee"]),
        ("van Flam, Flim", vec!["van Flam, Flim"]),
        ("Flam, Flim van", vec!["Flam, Flim van"]),
        ("Flam Flim, van", vec!["Flam Flim"]),
        ("Zebedee J. Quux", vec!["Zebedee J. Quux"]),
        ("Zebedee J Quux", vec!["Zebedee J Quux"]),
        ("zebedee-j-k-quux", vec!["zebedee-j-k-quux"]),
        ("Zebedee J K L Quux", vec!["Zebedee J K L Quux"]),
        ("Zebedee and Quux", vec!["Quux"]),
        ("Zebedee and quux", vec![]),
        ("A C B Wwww; A B Wwww", vec!["A C B Wwww", "A B Wwww"]),
        ("ZebedeeQuux", vec!["ZebedeeQuux"]),
        ("zebedeequux_notes", vec!["zebedeequux"]),
        ("RoseMary", vec!["RoseMary"]),
        ("Rosemary ROSEMARY", vec![]),
        (
            "zebedee_quux zebedee.quux",
            vec!["zebedee_quux", "zebedee.quux"],
        ),
        ("Zebedee%20Quux", vec!["Zebedee%20Quux"]),
        ("Zebedee&nbsp;Quux", vec!["Zebedee&nbsp;Quux"]),
        ("Zebedee Quuxs plan", vec!["Zebedee Quuxs"]),
        ("Vvvvs Quuxs", vec![]),
        ("plan B, a new one", vec![]),
        ("Quux Ottoline", vec!["Quux Ottoline"]),
        ("Ottoline Quux", vec!["Ottoline Quux"]),
        ("Zebedee Ж. Quux", vec!["Zebedee Ж. Quux"]),
    ] {
        assert_eq!(hits(&detector, text), expected, "{text}");
    }
}

/// How sure a find is of whom it names: certain with a first name or initial, likely by the surname.
#[test]
fn listed_people_are_found_by_less_than_their_whole_name() {
    let detector = detector(
        &[],
        &[
            "Zebedee Quuxley",
            "Ottoline Flim-Flamm",
            "Rose Day",
            "Marm Pir Vexley",
        ],
    );
    let graded = |text: &str| -> Vec<(String, Certainty)> {
        let found = detector.find(text).into_iter();
        let named = found.filter(|one| one.kind == Kind::Name);
        named
            .map(|one| (text.get(one.range).unwrap().to_owned(), one.certainty))
            .collect()
    };
    for (text, name, certainty) in [
        ("Z. Quuxley came", "Z. Quuxley", High),
        ("by Quuxley, Z.", "Quuxley, Z", High),
        ("QUUXLEY Z", "QUUXLEY Z", High),
        ("Zebedee James Quuxley", "Zebedee James Quuxley", High),
        ("Quuxley, Zebedee James", "Quuxley, Zebedee James", High),
        ("| Quuxley | Zebedee |", "Quuxley | Zebedee", High),
        (
            "First name: Zebedee\nSurname: Quuxley",
            "Zebedee\nSurname: Quuxley",
            High,
        ),
        ("Marm Vexley", "Marm Vexley", High),
        ("O Flim-Flamm", "O Flim-Flamm", High),
        ("Mrs Quuxley rang", "Mrs Quuxley", Medium),
        ("about Quuxley's plan", "Quuxley", Medium),
        ("Zebedee Q. was there", "Zebedee Q", Medium),
        ("the Day family", "Day", Medium),
        ("Ms Day", "Ms Day", Medium),
    ] {
        let expected = vec![(name.to_owned(), certainty)];
        assert_eq!(graded(text), expected, "{text}");
    }
    for text in [
        "a quuxley day",
        "Day by Day",
        "the rose, day after day",
        "Zebedee came",
        "Group Z met",
        "Q. Who came? A. Zebedee",
    ] {
        assert_eq!(graded(text), [], "{text}");
    }
}

#[test]
fn listed_names_are_found_in_letters_that_look_the_same() {
    let names = [
        "Zebedee Quux",
        "Zoë Straße",
        "Вера Жуковская",
        "Νίκος Φώτης",
        "Řřř Ææ",
    ];
    let detector = detector(&[], &names);
    for (text, expected) in [
        ("Zеbеdее Quuх.", vec!["Zеbеdее Quuх"]),
        ("Ζеbedee Quux.", vec!["Ζеbedee Quux"]),
        (
            "ВЕРА ЖУКОВСКАЯ вера жуковская",
            vec!["ВЕРА ЖУКОВСКАЯ", "вера жуковская"],
        ),
        ("ΝΙΚΟΣ ΦΩΤΗΣ", vec!["ΝΙΚΟΣ ΦΩΤΗΣ"]),
        (
            "ZOE STRASSE, Zoe Strasse",
            vec!["ZOE STRASSE", "Zoe Strasse"],
        ),
        ("Zoe\u{308} Strasse.", vec!["Zoe\u{308} Strasse"]),
        ("Zoë Straße\u{301}.", vec!["Zoë Straße\u{301}"]),
        ("R\u{30C}r\u{30C}r\u{30C} Ae\u{301}, x", vec![]),
        (
            "R\u{30C}r\u{30C}r\u{30C} AEAE\u{301}, x",
            vec!["R\u{30C}r\u{30C}r\u{30C} AEAE\u{301}"],
        ),
        ("Ｚebedee Quux", vec!["Ｚebedee Quux"]),
    ] {
        assert_eq!(hits(&detector, text), expected, "{text}");
    }
}

#[test]
fn unusable_entries_are_all_reported_in_one_line_each() {
    let wrong = Detector::new(
        &list(&["@council.example", "name", "@nodots", "a b@c.example"]),
        &list(&["WA1"]),
        &list(&["999"]),
        &list(&[
            "",
            "EHC[",
            ".*",
            r"\d+",
            "[a-z]*",
            "(a|b)?",
            r"\w{500}{500}",
            "EHC)|(.*",
            r"\d{4}-.*",
            "EHC\\d+",
        ]),
        &list(&["Q", "Xxxx"]),
    )
    .unwrap_err();
    let places: Vec<(Given, usize)> = wrong.iter().map(|one| (one.list, one.entry)).collect();
    let of = |list: Given| -> Vec<usize> {
        let places = places.iter().filter(|place| place.0 == list);
        places.map(|place| place.1).collect()
    };
    assert_eq!(of(Given::Mailbox), [1, 2, 3]);
    assert_eq!(of(Given::Postcode), [0]);
    assert_eq!(of(Given::Phone), [0]);
    assert_eq!(of(Given::CaseReference), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(of(Given::Name), [0]);
    for one in &wrong {
        let words = one.to_string();
        assert!(!words.contains('\n') && words.len() < 200, "{words}");
    }
    let words = |entry: usize| {
        let of = |one: &&Unusable| one.list == Given::CaseReference && one.entry == entry;
        wrong.iter().find(of).unwrap().to_string()
    };
    assert_eq!(
        words(1),
        "pattern of case references 2: this is not a regular expression: unclosed character class"
    );
    assert_eq!(
        words(5),
        "pattern of case references 6: the pattern also matches where nothing is written"
    );
    assert!(words(3).contains("ordinary words, dates or numbers"));
    assert!(words(6).contains("too large"), "{}", words(6));
}

#[test]
fn surnames_of_two_words_are_found_by_either() {
    let listed = [
        "Zebedee Quuxley-Plonk",
        "Ottoline O'Flimm",
        "Marm al-Vexley",
    ];
    let detector = detector(&[], &listed);
    let is_found = |text: &str| detector.find(text).iter().any(|one| one.kind == Kind::Name);
    for text in [
        "Zebedee Quuxley rang",
        "Zebedee Plonk rang",
        "Plonk, Z.",
        "Ottoline OFlimm",
        "Marm Vexley",
        "Zebedee Quuxley-Plonk",
    ] {
        assert!(is_found(text), "{text}");
    }
    for text in [
        "Quuxley Road",
        "the plonk was fine",
        "Plonk wrote to us",
        "Mr Plonk rang",
        "Vexley Park",
    ] {
        assert!(!is_found(text), "{text}");
    }
}

#[test]
fn listed_people_beside_other_words() {
    let detector = detector(&[], &["Zebedee Quux", "Sam Smith", "Wilma Quuxleyford"]);
    assert!(detector.knows_names() && !Detector::default().knows_names());
    for (text, expected) in [
        ("see QuuxZ notes", &["QuuxZ"][..]),
        ("see QuuxW notes", &[]),
        ("SEE QUUXED NOTES", &[]),
        ("the QuuxleyfordReview", &["Quuxleyford"]),
        ("ring z.quux now", &["z.quux"]),
        ("file quux_z here", &["quux_z"]),
        ("Zebedee \"Zeb\" Quux came", &["Zebedee \"Zeb\" Quux"]),
        ("Zebedee 'Zeb' Quux came", &["Zebedee 'Zeb' Quux"]),
        ("the SmithReview", &[]),
        ("meet at Quuxleyford library", &[]),
        ("tea at Quuxleyford cottage", &["Quuxleyford"]),
        ("he stays in Quuxleyford house", &["Quuxleyford"]),
        ("told Quuxleyford library times", &["Quuxleyford"]),
        ("Zebedee (Zeb) Quux came", &["Zebedee (Zeb) Quux"]),
        ("for Quux, Zero tolerance", &["Quux"]),
        ("the Quuxes came", &["Quuxes"]),
        ("the Quuxlets came", &[]),
        ("by wquuxleyford now", &["wquuxleyford"]),
        ("by xquuxleyford now", &[]),
        ("NotesReviewZebedeeQuux", &["ZebedeeQuux"]),
    ] {
        assert_eq!(hits(&detector, text), expected, "{text}");
    }
    let sure = |text: &str| detector.find(text).first().map(|one| one.certainty);
    assert_eq!(sure("Zebedee Quux house visit"), Some(High));
    assert_eq!(sure("Zebedee Quux House"), Some(Low));
}

/// Minutes for each where the parts of a word are gone through again from each of them.
#[test]
fn names_in_a_word_without_end() {
    let detector = detector(&[], &["Zebedee Quux"]);
    for (word, expected) in [("ZebedeeQuux", 20_000), ("ZebedoraQuill", 0)] {
        assert_eq!(hits(&detector, &word.repeat(20_000)).len(), expected);
    }
}
