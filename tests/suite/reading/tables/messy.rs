//! A log as volunteers keep it, as a workbook and as a text.

use super::{faults, says};
use crate::{Bench, root};

fn messy(file: &'static str) -> Bench {
    let path = root().join("examples/formats").join(file);
    Bench::of_bytes(vec![(file, std::fs::read(path).unwrap())])
}

/// What stands in each row is said in examples/formats/README.md.
#[test]
fn a_volunteers_workbook_is_read_row_by_row() {
    let bench = messy("messy.xlsx");
    let ids: Vec<&str> = bench
        .reading
        .records
        .engagements
        .iter()
        .map(|record| record.id.as_str())
        .collect();
    let rows: Vec<&str> = ids
        .iter()
        .filter_map(|id| id.strip_prefix("messy#Meetings-"))
        .collect();
    assert_eq!(
        rows,
        [
            "5", "6", "7", "8", "9", "13", "14", "15", "16", "17", "18", "19"
        ]
    );
    assert_eq!(bench.reading.records.decisions.len(), 3);
    assert_eq!(bench.reading.records.requests.len(), 3);
    assert_eq!(bench.reading.records.contacts.len(), 3);
    let at = |row: u32, path: &str| says(&bench, &format!("messy#Meetings-{row}"), path);
    // One project was joined over three rows.
    for row in [5, 6, 7] {
        assert_eq!(at(row, "project"), "Text(\"short-breaks\")", "{row}");
    }
    assert_eq!(at(5, "date"), "Date(2025-09-25)");
    assert_eq!(at(6, "date"), "Date(2025-11-28)");
    assert_eq!(at(6, "start"), "Time(09:30:00)");
    assert_eq!(
        at(6, "attendance.parents"),
        "Number(Amount { low: 12, high: 12 })"
    );
    assert_eq!(
        at(6, "attendance.cyp"),
        "Number(Amount { low: 0, high: 4 })"
    );
    assert_eq!(at(6, "venue.access.step_free"), "YesNo(true)");
    assert_eq!(at(7, "start"), "Time(12:30:00)");
    assert_eq!(at(7, "end"), "Time(13:30:00)");
    assert_eq!(at(8, "start"), "Time(12:00:00)");
    assert_eq!(
        at(8, "attendance.parents"),
        "Number(Amount { low: 30, high: 30 })"
    );
    assert_eq!(at(8, "feedback.you_said"), "Text(\"=see notes\")");
    // The month first, a weekday that is another, a day that is not said.
    assert_eq!(at(9, "date"), "unreadable");
    assert_eq!(at(13, "date"), "Date(2026-04-22)");
    assert_eq!(at(14, "date"), "unreadable");
    for (row, says) in [(15, "silent"), (16, "unreadable"), (17, "unreadable")] {
        assert_eq!(at(row, "date"), says, "{row}");
    }
    assert_eq!(at(17, "status"), "Text(\"cancelled\")");
}

#[test]
fn a_volunteers_workbook_has_its_faults_at_their_cells() {
    let bench = messy("messy.xlsx");
    let faults = faults(&bench);
    for expected in [
        ("hidden", "messy.xlsx › Meetings!A1"),
        ("mixed-dates", "messy.xlsx › Meetings!B6"),
        ("wrong-value", "messy.xlsx › Meetings!B14"),
        ("not-said", "messy.xlsx › Meetings!B16"),
        ("not-said", "messy.xlsx › Meetings!B17"),
    ] {
        let expected = (expected.0, expected.1.to_owned());
        assert!(faults.contains(&expected), "{expected:?} in {faults:#?}");
    }
    // Free notes and a list for choosing from are named, not silently left out.
    let skipped: Vec<&str> = faults
        .iter()
        .filter(|(code, _)| *code == "no-headings")
        .map(|(_, address)| address.as_str())
        .collect();
    assert_eq!(
        skipped,
        ["messy.xlsx › Lookups!A1", "messy.xlsx › Notes!A1"]
    );
}

/// The same sheet as a text has no hidden rows and no joined cells, and hundreds of blank rows.
#[test]
fn the_same_log_as_a_text_says_the_same() {
    let bench = messy("messy.csv");
    assert_eq!(bench.reading.records.engagements.len(), 12);
    let workbook = messy("messy.xlsx");
    for row in [5, 6, 7, 8, 9, 13, 14, 15, 16, 17, 18, 19] {
        for path in [
            "title",
            "date",
            "start",
            "end",
            "notice.sent",
            "attendance.parents",
        ] {
            assert_eq!(
                says(&bench, &format!("messy#{row}"), path),
                says(&workbook, &format!("messy#Meetings-{row}"), path),
                "{row} {path}"
            );
        }
    }
}
