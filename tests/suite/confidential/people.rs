//! Where people are counted or named, neither names nor small numbers come out.

use std::io::Read as _;

use tempfile::TempDir;

use crate::program::run_in;

const NAMES: [&str; 8] = [
    "Zebedee",
    "Quux",
    "Anna",
    "Marmaduke",
    "Fizz",
    "insulin",
    "three",
    "boys",
];

#[test]
fn names_in_columns_of_people_are_printed_nowhere() {
    let folder = TempDir::new().unwrap();
    let table = "title,date,kind,Children attending,Parents attending,Social worker,Medication\n\
                 Board,26/02/2026,meeting,\"Zebedee Quux (7), Anna\",\"Marmaduke, Fizz\",Marmaduke Fizz,insulin\n\
                 Panel,27/02/2026,meeting,2-3,12,,\n\
                 Drop-in,28/02/2026,meeting,three,12,,\n\
                 Review,01/03/2026,meeting,3?,2 boys,,\n";
    std::fs::write(folder.path().join("log.csv"), table).unwrap();
    for args in [
        &["check", "log.csv", "-v", "--as-of", "2026-11-29"][..],
        &["report", "log.csv", "--details", "--as-of", "2026-11-29"],
        &[
            "report",
            "log.csv",
            "--format",
            "json",
            "--as-of",
            "2026-11-29",
        ],
        &[
            "report",
            "log.csv",
            "--format",
            "html",
            "--as-of",
            "2026-11-29",
        ],
        &[
            "report",
            "log.csv",
            "--format",
            "csv",
            "--as-of",
            "2026-11-29",
        ],
        &["columns", "log.csv"],
        &["convert", "log.csv"],
    ] {
        let (_, out, err) = run_in(folder.path(), args);
        assert!(
            out.contains("Board") || out.contains("Social worker"),
            "{args:?}: {out}"
        );
        for name in NAMES {
            // The style of a page and the help of the program have words of their own.
            let own = ["three", "Anna"].contains(&name) && args.contains(&"html");
            let printed = format!("{out}{err}");
            assert!(
                own || !printed.contains(name),
                "{args:?}: {name}\n{printed}"
            );
        }
        if args[0] != "convert" {
            assert!(
                !format!("{out}{err}").contains("attending: 2-3"),
                "{args:?}"
            );
            assert!(!format!("{out}{err}").contains("`3?`"), "{args:?}");
        }
    }
}

const ATTENDED: [&str; 5] = ["Zebedee", "Quux", "zebedee", "Marmaduke", "Fizz"];

/// A folder with two reports of attendance; the title of one is the name of somebody's own room.
fn reports_of_attendance() -> TempDir {
    let block = "Topic,ID,Host,Duration (minutes),Start time,End time,Participants\n\
                 Transport group,812 3456 7890,Zebedee Quux,124,12/03/2026 10:01:12 AM,\
                 12/03/2026 12:05:00 PM,2\n\n";
    let people = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n\
                  Zebedee Quux,zebedee@forum.example,12/03/2026 10:01:12 AM,\
                  12/03/2026 12:05:00 PM,124,No\n\
                  Marmaduke (Fizz),,12/03/2026 10:02:12 AM,12/03/2026 12:04:00 PM,122,Yes\n";
    let named = block.replace("Transport group", "Zebedee Quux's Zoom Meeting");
    let folder = TempDir::new().unwrap();
    for (file, text) in [
        ("zoom.csv", format!("{block}{people}")),
        ("own-room.csv", format!("{named}{people}")),
    ] {
        std::fs::write(folder.path().join(file), text).unwrap();
    }
    folder
}

/// Everybody who came to a call, in every format, in what is converted and in what is said.
#[test]
fn names_in_reports_of_attendance_are_printed_nowhere() {
    let folder = reports_of_attendance();
    let as_of = &["--as-of", "2026-11-29"][..];
    let texts = [
        "text", "ascii", "markdown", "html", "json", "jsonl", "csv", "sarif", "gitlab", "junit",
        "github",
    ];
    let reports = texts.map(|format| vec!["report", "--all", "--details", "--format", format]);
    let others = [vec!["check", "-v"], vec!["convert"], vec!["columns"]];
    for args in reports.into_iter().chain(others) {
        for file in ["zoom.csv", "own-room.csv"] {
            let is_report = !matches!(args[0], "convert" | "columns");
            let as_of = if is_report { as_of } else { &[] };
            let args = [&args[..1], &[file][..], &args[1..], as_of].concat();
            let (_, out, err) = run_in(folder.path(), &args);
            assert!(!out.is_empty(), "{args:?}: {err}");
            for name in ATTENDED {
                let said = format!("{out}{err}");
                assert!(!said.contains(name), "{args:?}: {name}\n{said}");
            }
        }
    }
    let (_, out, _) = run_in(folder.path(), &["convert", "zoom.csv"]);
    for line in [
        "title: Transport group",
        "date: 2026-03-12",
        "start: 10:01",
        "end: 12:05",
        "  total: 2",
    ] {
        assert!(out.lines().any(|said| said == line), "{line}: {out}");
    }
}

#[test]
fn names_in_reports_of_attendance_are_in_no_document() {
    let folder = reports_of_attendance();
    for file in ["report.docx", "report.xlsx"] {
        let args = ["report", ".", "--all", "--details", "--as-of", "2026-11-29"];
        run_in(folder.path(), &[&args[..], &["-o", file]].concat());
        let bytes = std::fs::File::open(folder.path().join(file)).unwrap();
        let mut parts = zip::ZipArchive::new(bytes).unwrap();
        let mut all = String::new();
        for at in 0..parts.len() {
            let mut part = parts.by_index(at).unwrap();
            part.read_to_string(&mut all).unwrap();
        }
        assert!(all.contains("Transport group"), "{file}");
        for name in ATTENDED {
            assert!(!all.contains(name), "{file}: {name}");
        }
    }
}

/// Numbers and words for numbers are nobody.
#[test]
fn amounts_that_cannot_be_read_are_shown() {
    let folder = TempDir::new().unwrap();
    let table = "title,date,kind,Parents who came\n\
                 Board,26/02/2026,meeting,10-\nPanel,27/02/2026,meeting,a handful\n\
                 Review,28/02/2026,meeting,-10\nVisit,01/03/2026,meeting,16-25\n\
                 Drop-in,02/03/2026,meeting,Zebedee\n";
    std::fs::write(folder.path().join("log.csv"), table).unwrap();
    let (_, out, err) = run_in(folder.path(), &["convert", "log.csv"]);
    for shown in ["\"10-\"", "a handful", "\"-10\"", "parents: 16-25"] {
        assert!(out.contains(shown), "{shown}: {out}");
    }
    assert!(err.contains("Parents who came: 10-\n"), "{err}");
    assert!(!format!("{out}{err}").contains("Zebedee"));
}
