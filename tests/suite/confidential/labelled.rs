//! Values that a heading, a label or a list of names makes identifiers are counted by `check`, and shown
//! nowhere; what only looks like them is neither.

use tempfile::TempDir;

use crate::program::run_in;

const FORMATS: [&str; 11] = [
    "text", "ascii", "markdown", "html", "json", "jsonl", "csv", "sarif", "gitlab", "junit",
    "github",
];

/// Minutes with some words in them.
fn minutes(words: &str) -> String {
    format!("---\ntitle: Minutes\nkind: meeting\ndate: 2026-02-26\n---\n{words}\n")
}

/// What a file is called and holds, what its finding says, and what is shown nowhere.
type Case = (&'static str, String, &'static str, &'static [&'static str]);

fn cases() -> Vec<Case> {
    vec![
        (
            "log.csv",
            "Title,Kind,Date,Dad's mobile\nBoard,meeting,2026-02-26,7700900463\n\
             Panel,meeting,2026-02-27,447700900464\n"
                .to_owned(),
            "2 values from ranges that are reserved for tests",
            &["7700900463", "447700900464"],
        ),
        (
            "minutes.md",
            minutes("Her gran: +44(0) 1632 96 0005\n\nTel: 01632 96 00 06\n\n01632 960007/960008"),
            "3 values from ranges that are reserved for tests",
            &["96 0005", "96 00 06", "960007", "960008"],
        ),
        (
            "minutes.md",
            minutes(
                "Pupils: Quux Doe, Flim Roe\n\nYoung people present: Quux Doe\n\nChild: Flim Roe",
            ),
            "3 fields about a child",
            &["Quux", "Flim"],
        ),
        (
            "minutes.md",
            minutes("WhatsApp 44 7700 900465\n\nmob: 7700 900466\n\nUPN Y-877-2000-24-002"),
            "1 unique pupil number",
            &["900465", "900466", "24-002"],
        ),
        (
            "record.yaml",
            "title: QF (07.06.2016, dob)\nkind: meeting\ndate: 2026-02-26\n".to_owned(),
            "1 date of birth",
            &["07.06.2016"],
        ),
        (
            "record.yaml",
            "title: NHS number 999,000,0026\nkind: meeting\ndate: 2026-02-26\n".to_owned(),
            "1 values from ranges that are reserved for tests",
            &["999,000,0026"],
        ),
        (
            "record.yaml",
            "title: write to quux.flim at example.org\nkind: meeting\ndate: 2026-02-26\n"
                .to_owned(),
            "1 values from ranges that are reserved for tests",
            &["quux.flim"],
        ),
        (
            "record.yaml",
            "title: QF, D-O-B 7 June 2016\nkind: meeting\ndate: 2026-02-26\n".to_owned(),
            "1 date of birth",
            &["7 June 2016"],
        ),
    ]
}

#[test]
fn what_is_labelled_is_counted_and_shown_nowhere() {
    for (name, text, says, hidden) in cases() {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join(name), &text).unwrap();
        for format in FORMATS {
            let args = [
                "report",
                name,
                "--as-of",
                "2026-07-31",
                "--all",
                "--details",
                "--format",
                format,
            ];
            let (_, out, err) = run_in(folder.path(), &args);
            if format == "json" {
                let says = says.replace("1 values", "1 value");
                assert!(out.contains(&says), "{text}\n{out}");
            }
            for value in hidden {
                let shown = out.contains(value) || err.contains(value);
                assert!(!shown, "{format}: {value} of {text}");
            }
        }
        let (_, out, err) = run_in(folder.path(), &["convert", name]);
        for value in hidden {
            assert!(
                !out.contains(value) && !err.contains(value),
                "convert: {value}"
            );
        }
    }
}

#[test]
fn what_only_looks_like_it_is_neither() {
    for words in [
        "We need no date of birth on it. Next panel 12 March 2026.",
        "The forum's birthday is 7 June 2025.",
        "Meeting ID: 412 345 0008, passcode 482913",
        "Venue: Elm Hall, WA1 1AA\n\nRoom E14 5AB, budget code M1 1AE",
        "The next one is at Elm Community Centre, High Street, WA1 1AA.",
        "Pupils: Year Six, Year Seven\n\nChildren:\n\n- More Swimming\n- Better Toilets",
    ] {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("minutes.md"), minutes(words)).unwrap();
        let args = [
            "check",
            "minutes.md",
            "--as-of",
            "2026-07-31",
            "--clause",
            "W3c",
            "-q",
        ];
        let (code, out, err) = run_in(folder.path(), &args);
        assert_eq!(code, 0, "{words}\n{out}{err}");
        let args = [
            "report",
            "minutes.md",
            "--as-of",
            "2026-07-31",
            "--clause",
            "W3c",
            "--format",
            "json",
        ];
        let (_, out, _) = run_in(folder.path(), &args);
        assert!(out.contains("nothing was found"), "{words}\n{out}");
    }
}

/// What an invitation gives to dial is a remark at most: the promise counts as kept.
#[test]
fn what_an_invitation_gives_to_dial_is_a_remark() {
    for words in [
        "Join on your computer\n\nMeeting ID: 341 234 500 12\n\nOr call in (audio only)\n\n\
         +44 20 7946 0018,,341234500#   United Kingdom, London\n\nPhone conference ID: 341 234 500#",
        "One tap mobile\n\n+442079460019,,81234500012# United Kingdom\n\nDial by your location\n\n\
         +44 20 7946 0020 United Kingdom\n\nMeeting ID: 812 3450 0012",
    ] {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("minutes.md"), minutes(words)).unwrap();
        let args = [
            "--as-of",
            "2026-07-31",
            "--clause",
            "W3c",
            "--format",
            "json",
        ];
        let args = [&["report", "minutes.md"][..], &args].concat();
        let (code, out, _) = run_in(folder.path(), &args);
        assert_eq!(code, 0, "{words}");
        assert!(!out.contains("please look"), "{words}\n{out}");
        assert!(out.contains("reserved for tests"), "{words}\n{out}");
    }
}

/// Listed people and lists of children in ways that are less usual, each counted and shown nowhere.
#[test]
fn names_joined_and_lists_without_a_sign_are_counted() {
    for (words, says) in [
        ("See quuxley.flimma for it", "1 name from the list of names"),
        (
            "FlimmaQuuxley.docx and f.quuxley",
            "2 names from the list of names",
        ),
        (
            "Flimma (Flim) Quuxley came",
            "1 name from the list of names",
        ),
        ("Pupils Sam Doe, Alex Roe", "1 field about a child"),
        ("Children: Sam, Alex", "1 field about a child"),
    ] {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("minutes.md"), minutes(words)).unwrap();
        std::fs::write(folder.path().join("names.txt"), "Flimma Quuxley\n").unwrap();
        let args = ["--as-of", "2026-07-31", "--names-file", "names.txt"];
        let json = [&["report", "minutes.md", "--format", "json"][..], &args].concat();
        let (_, out, _) = run_in(folder.path(), &json);
        assert!(out.contains(says), "{words}\n{out}");
        let shown = [&["check", "minutes.md", "--verbose"][..], &args].concat();
        let (_, out, err) = run_in(folder.path(), &shown);
        for part in ["quuxley", "Quuxley", "Flimma", "Sam", "Alex"] {
            assert!(
                !out.contains(part) && !err.contains(part),
                "{part}: {out}{err}"
            );
        }
    }
}

/// A day as the name of a file is shown as it stands.
#[test]
fn a_day_in_the_name_of_a_file_is_no_number() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("20260307.yaml"), "title: x\nkindd: y\n").unwrap();
    let (code, out, err) = run_in(
        folder.path(),
        &["check", "20260307.yaml", "--as-of", "2026-06-30"],
    );
    assert_eq!(code, 2, "{out}{err}");
    assert!(format!("{out}{err}").contains("20260307.yaml:2:1"), "{err}");
}

/// What nobody reads of a calendar may hold anything.
#[test]
fn a_calendar_with_texts_that_are_not_read_is_no_evidence() {
    let calendar = |more: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Board\r\n\
             DTSTART:20260226T100000\r\nDTEND:20260226T120000\r\n{more}END:VEVENT\r\n\
             END:VCALENDAR\r\n"
        )
    };
    for (more, verdict) in [
        ("", "kept"),
        ("LOCATION:Elm Hall\r\n", "kept"),
        ("DESCRIPTION:Bring the papers\r\n", "no-evidence"),
        (
            "ATTENDEE;CN=Officer:mailto:office@example.org\r\n",
            "no-evidence",
        ),
    ] {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("a.ics"), calendar(more)).unwrap();
        let check = [
            "check",
            ".",
            "--clause",
            "W3c",
            "--as-of",
            "2026-03-31",
            "--format",
            "json",
        ];
        let (code, out, err) = run_in(folder.path(), &check);
        assert_eq!((code, err.as_str()), (0, ""), "{more}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["findings"][0]["verdict"], verdict, "{more}");
    }
}
