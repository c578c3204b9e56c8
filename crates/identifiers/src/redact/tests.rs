//! What is hidden and what stays readable.

use super::*;

#[test]
fn identifiers_are_hidden_in_every_spelling() {
    for (text, expected) in [
        (
            "write to name@example.org now",
            "write to **************** now",
        ),
        ("NHS 999 000 0018", "NHS ************"),
        ("NHS 9990000018.", "NHS **********."),
        ("no 1234567, and 123456", "no *******, and 123456"),
        ("no 1234 - 567", "no **********"),
        ("ring 07700 900461 or", "ring ************ or"),
        ("ring +44 (0)7700 900461", "ring +*****************"),
        ("999-000-0018", "************"),
        ("at WA1 1AA,", "at *******,"),
        ("pupil B801200005001", "pupil *************"),
        ("pupil V87720002400A", "pupil *************"),
        ("AB 12 34 56 C", "*************"),
        ("9276308686", "**********"),
        ("07700_900461", "************"),
        ("07700\u{A0}900461", "************"),
        ("07700 - 900 - 461", "*****************"),
        ("0161\t496\t2000", "*************"),
        ("WA1\u{A0}1AA", "*******"),
        ("WA1_1AA", "*******"),
        ("AB.12.34.56.C", "*************"),
        (
            "\u{FF10}\u{FF17}\u{FF17}\u{FF10}\u{FF10}\u{FF19}\u{FF10}\u{FF10}",
            "********",
        ),
        ("\"a b\"@example.org", "*****************"),
        ("400 200 1999", "************"),
        ("0161 496 2000", "*************"),
        ("2026-03-01 07700 900461", "***********************"),
        ("record-9990000018", "record-**********"),
    ] {
        assert_eq!(hidden_by(&Detector::default(), text), expected, "{text}");
        assert_eq!(
            hidden_by(&Detector::default(), text).chars().count(),
            text.chars().count()
        );
    }
}

#[test]
fn dates_times_and_counts_stay_readable() {
    for text in [
        "2026-03-01",
        "sent: 2026-03-01",
        "01/03/2026",
        "1.3.2026",
        "10:00-12:30",
        "2026-03-01 10.30",
        "records/2026-02-26-short-breaks.yaml",
        "2025-2026",
        "O4a1",
        "003/2026-02-26-board.yaml",
        "2026/02/2026-02-26-board.yaml",
        "7/2026-02-26.yaml",
        "10.30-12.30",
        "2026-02-26 10.00-12.30",
        "26 February 2026 14.45",
        "Y9 9am",
        "KS2 3pm",
        "B1 2nd",
        "2025-26 2026-27",
        "26.02.26-12.03.26",
        "10 20 30 people",
        "2026-02-26-2",
        "20260226",
        "20260226.yaml",
        "records/20260226-board.yaml",
        "26022026",
        "20260226-2",
        "2026-061",
        "2026-366",
        "14 clear days",
        "between 10am and 2pm",
        "such as 2026-03-01",
        "by 2026-03-01",
        "at 10 am",
        "no 12 by",
        "d-2026-07",
        "no digits at all",
        "@",
        "5 @ 6",
    ] {
        assert_eq!(hidden_by(&Detector::default(), text), text);
    }
}

#[test]
fn numbers_with_commas_are_counts() {
    for number in [999, 1_000, 100_000, 1_234_567, 1_000_000_000] {
        let shown = closed_words::grouped(number);
        assert_eq!(hidden_by(&Detector::default(), &shown), shown);
    }
}

#[test]
fn quoted_values_are_short_and_on_one_line() {
    assert_eq!(quoted("a\nb\u{202E}c"), "`a bc`");
    let long = quoted(&"x".repeat(100));
    assert_eq!(
        Redactor::default()
            .redact_lines(&long)
            .as_str()
            .chars()
            .count(),
        43
    );
    assert_eq!(quoted("call 07700 900461"), "`call ************`");
}

#[test]
fn whatever_is_found_is_hidden() {
    for (text, expected) in [
        ("DOB 12/03/2014.", "DOB **********."),
        ("born on 12 March 2014", "born on *************"),
        ("name (at) example.org", "*********************"),
        ("name[at]example dot org!", "***********************!"),
        ("child_name: Xxxx Yyyy", "child_name: *********"),
        ("{surname: Yyyy, date: x}", "{surname: ****, date: x}"),
        ("Zoë’s surname: Łyyy", "Zoë’s surname: ****"),
        ("Xxxx, aged 9, is deaf", "*********************"),
        ("at ZZ99%209ZZ.", "at **********."),
        ("name%40example%2Eorg", "********************"),
        ("tel:07700%20900%20461", "tel:*****************"),
    ] {
        assert_eq!(hidden_by(&Detector::default(), text), expected, "{text}");
        assert_eq!(
            hidden_by(&Detector::default(), text).chars().count(),
            text.chars().count()
        );
    }
}

#[test]
fn a_local_mask_hides_more() {
    let of = |entries: &[&str]| -> Vec<String> {
        entries.iter().map(|entry| (*entry).to_owned()).collect()
    };
    let allowed = of(&["name@example.org"]);
    let detector = Detector::new(
        &allowed,
        &[],
        &[],
        &of(&["EHC-[0-9]{4}"]),
        &of(&["Xxxx Yyyy"]),
    );
    let redactor = Redactor::new(detector.unwrap());
    assert_eq!(
        redactor.redact_lines("ehc-1234 is xxxx  yyyy's, ask name@example.org"),
        "******** is **********'s, ask ****************"
    );
    assert_eq!(redactor.redact_lines("nothing here"), "nothing here");
    assert_eq!(
        hidden_by(&Detector::default(), "ehc-1234 is xxxx"),
        "ehc-1234 is xxxx"
    );
    // Cutting comes last: neither half of the reference is ever shown.
    let long = format!("{} EHC-1234", "x".repeat(34));
    let expected = format!("`{} *****…`", "x".repeat(34));
    assert_eq!(redactor.redact(&quoted(&long)), expected.as_str());
}

#[test]
fn no_cut_shows_a_part_of_an_identifier() {
    for identifier in [
        "999 000 0018",
        "name@example.org",
        "07700 900461",
        "ZZ99 9ZZ",
    ] {
        for before in 0..60 {
            let text = format!("{} {identifier} z", "x".repeat(before));
            let shown = Redactor::default().redact(&quoted(&text));
            let rest = shown.as_str().trim_matches(|sign| "`x*…z ".contains(sign));
            assert!(rest.is_empty(), "{shown}");
        }
    }
}

#[test]
fn what_is_not_seen_parts_no_word() {
    let names = ["Vvvv Wwww".to_owned()];
    let redactor = Redactor::new(Detector::default().with_names(&names).unwrap());
    assert_eq!(redactor.redact("x Vv\u{200B}vv  Wwww y"), "x *********** y");
    assert_eq!(
        redactor.redact_lines(&quoted("Vv\u{200B}vv\n\nWwww")),
        "`*********`"
    );
    assert_eq!(
        hidden_by(&Detector::default(), "na\u{AD}me@example.org"),
        "*".repeat(17)
    );
    assert_eq!(redactor.redact_lines("x Vvvv Wwwẃ y"), "x ********* y");
    assert_eq!(
        redactor.redact_lines("x Vvvv Wwww\u{301} y"),
        "x ********** y"
    );
}

#[test]
fn a_text_is_cut_only_when_all_of_it_is_hidden() {
    let names = ["Vvvv Wwww".to_owned()];
    let redactor = Redactor::new(Detector::default().with_names(&names).unwrap());
    for before in 0..60 {
        let text = format!("{} Vvvv Wwww z", "x".repeat(before));
        for text in [quoted(&text), shortened(&text, 30)] {
            let shown = redactor.redact_lines(&text);
            assert!(
                !shown.as_str().contains(['V', 'v', 'W', 'w', CUT, CUT_END]),
                "{shown}"
            );
        }
    }
}

#[test]
fn escapes_and_line_breaks_are_read_before_they_are_shown() {
    let redactor = Redactor::default();
    for text in [
        r#""\x30\u0037700 900461""#,
        r#""07700\t \n 900461""#,
        "\"07700 9\\\n   00461\"",
        ">-\n  07700\n\n  900461",
        "# 07700\n# 900461",
    ] {
        let hidden = redactor.ranges(text);
        let shown = text
            .char_indices()
            .filter(|(at, _)| hidden.iter().all(|stretch| !stretch.contains(at)));
        assert!(
            shown.clone().all(|(_, sign)| !sign.is_ascii_digit()),
            "{text}"
        );
    }
}

#[test]
fn lists_and_groups_in_escaped_lines_are_hidden() {
    let redactor = Redactor::default();
    for text in [
        r#"{"minutes": "child:\n  name: Quux\n  mum: Zed", "kind": "meeting"}"#,
        r#"minutes: "child_name:\n- Quux\n- Zed""#,
    ] {
        let hidden = redactor.ranges(text);
        for name in ["Quux", "Zed"] {
            let at = text.find(name).unwrap();
            let whole =
                |stretch: &Range<usize>| stretch.start <= at && at + name.len() <= stretch.end;
            assert!(hidden.iter().any(whole), "{text}");
        }
    }
}

#[test]
fn a_part_of_a_text_is_hidden_with_the_whole() {
    assert_eq!(redacted_part("é 07700 900461", 3..8), "*****");
    assert_eq!(redacted_part("07700", 0..5), "07700");
}

#[test]
fn other_signs_between_the_parts_hide_nothing() {
    for sign in [
        "  -  ", ",", ", ", ":", "|", " | ", "+", "*", "~", "=", "'", ";", "....", "][",
    ] {
        for parts in [
            ["07700", "900", "461"],
            ["0161", "496", "0000"],
            ["020", "7946", "0123"],
        ] {
            let text = format!("a {} b", parts.join(sign));
            let shown = hidden_by(&Detector::default(), &text);
            assert!(
                !shown.contains(|sign: char| sign.is_ascii_digit()),
                "{shown}"
            );
        }
    }
    for text in [
        "quux.zeb@[192.0.2.1]",
        "name_at_example.org",
        "name_at_example_dot_org",
        "name-at-example.org",
        "name=40example.org",
        "name  @  example.org",
        "name @ example . org",
        "name[@]example.org",
        "name(@)example.org",
        "name[dot]quux@example.org",
        "name (dot) quux (at) example (dot) org",
    ] {
        let shown = hidden_by(&Detector::default(), text);
        assert!(shown.bytes().all(|sign| sign == b'*'), "{text}: {shown}");
    }
}

#[test]
fn what_is_only_like_them_stays_readable() {
    for text in [
        "16-25",
        "a handful",
        "10-",
        "-10",
        "aged 16-25, 10- and 10+",
        "0, 120, 450, 1200",
        "010, 20, 30",
        "0161, 496",
        "07:30, 09:15, 10:00",
        "look-at-this.md",
        "minutes_at_the_board.yaml",
        "arrive (at) ten . Then go",
    ] {
        assert_eq!(hidden_by(&Detector::default(), text), text);
    }
    for (text, expected) in [
        (
            "812 3456 7890\n124\n12/03/2026 10:01",
            "*****************\n12/03/2026 10:01",
        ),
        ("07700\n900461", "************"),
    ] {
        assert_eq!(hidden_by(&Detector::default(), text), expected);
    }
}

/// Where every line has a name of its own, lines are not joined, which is half of the work; anything else
/// is read as one line as well.
#[test]
fn lines_are_joined_unless_each_has_a_name() {
    let redactor = Redactor::default();
    let hidden = |text: &str| redactor.ranges(text);
    for text in [
        "notes: call 07700\n  900461 soon\n",
        "numbers:\n- 07700\n- 900461\n",
        "a: >\n  07700\n  900461\nb: x\n",
        "a: call 07700 #\n900461\n",
        "a: \"call 07700\\\n  900461\"\n",
        "07700\n900461\n",
    ] {
        assert!(!hidden(text).is_empty(), "{text}");
    }
    for text in [
        "title: Board 07700\nnotes: 900461 copies\n",
        "title: A\nvenue:\n  name: Hub\n",
    ] {
        assert!(hidden(text).is_empty(), "{text}");
    }
    // What one line shows by itself is hidden there, too.
    assert_eq!(hidden("a: x\nb: 07700 900461\n"), vec![8..20]);
}
