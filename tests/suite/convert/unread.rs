//! What could not be read is written down as that, and nobody takes it for a value afterwards.

use super::{before_and_after_of, converted};
use crate::Bench;

/// Every verdict on a record is the same before and after, and neither is read without a fault.
fn stays_unread(file: &str, text: &str, written: &[&str]) {
    let [before, after] = before_and_after_of(vec![(file, text.as_bytes().to_vec())]);
    assert_eq!(before, after, "{text}");
    let conversion = converted(file, text.as_bytes().to_vec());
    let all: String = conversion
        .records
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    for line in written {
        assert!(
            all.lines().any(|it| it.trim_start() == *line),
            "{line}\n{all}"
        );
    }
    let [record] = conversion.records.as_slice() else {
        panic!("{all}");
    };
    let again = Bench::new(&[("a.yaml", &record.text)]);
    assert_eq!(again.reading.records.engagements.len(), 1, "{all}");
    let codes: Vec<&str> = again
        .reading
        .faults
        .iter()
        .map(|fault| fault.code)
        .collect();
    assert!(!codes.is_empty(), "{all}");
    assert!(codes.iter().all(|code| *code == "not-readable"), "{all}");
    // Once more, nothing is added and nothing is lost.
    let twice = converted("a.yaml", record.text.clone().into_bytes());
    let fields = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.map(str::to_owned).collect()
    };
    let twice: Vec<String> = twice
        .records
        .iter()
        .flat_map(|it| fields(&it.text))
        .collect();
    assert_eq!(twice, fields(&record.text));
}

const BOARD: &str = "title: Board\nkind: meeting\ndate: 2026-02-26\n";

#[test]
fn a_field_written_twice() {
    stays_unread(
        "a.yaml",
        &format!("{BOARD}feedback: {{ you_said: Warm rooms, we_did: Heating, we_did: [a, b] }}\n"),
        &["we_did: !unreadable \"Heating\"", "# we_did: [a, b]"],
    );
    stays_unread(
        "a.yaml",
        &format!("{BOARD}title: \"Other \\\"board\\\"\"\n"),
        &["title: !unreadable \"Board\"", "# title: Other \"board\""],
    );
    stays_unread(
        "a.json",
        "{\"title\": \"Board\", \"date\": \"2026-02-26\", \"project\": \"a\\nb\", \"project\": \"c\"}",
        &["project: !unreadable \"a\\\\nb\"", "# project: c"],
    );
    stays_unread(
        "a.jsonl",
        "{\"title\": \"Board\", \"date\": \"2026-02-26\", \"date\": \"2026-02-27\"}",
        &["date: !unreadable \"2026-02-26\"", "# date: 2026-02-27"],
    );
    stays_unread(
        "a.md",
        &format!("---\n{BOARD}project: a\nproject: b\n---\nMinutes.\n"),
        &["project: !unreadable \"a\"", "# project: b"],
    );
}

#[test]
fn a_reference_to_nothing() {
    stays_unread(
        "a.yaml",
        &format!("{BOARD}notice: {{ sent: 2026-02-01, purpose: *the_purpose_of_the_board }}\n"),
        &["purpose: !unreadable \"*the_purpose_of_the_board\""],
    );
}

#[test]
fn two_columns_that_contradict_each_other() {
    stays_unread(
        "a.csv",
        "Title,Date,Purpose,Purpose of meeting\n\
         Board,26/02/2026,What respite should look like,Something else altogether\n",
        &[
            "purpose: !unreadable \"What respite should look like\"",
            "# Purpose of meeting: Something else altogether",
        ],
    );
}

#[test]
fn a_property_given_twice() {
    stays_unread(
        "a.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Board\r\n\
         DTSTART:20260226T100000\r\nX-CHARTER-PROJECT:one\r\nX-CHARTER-PROJECT:two\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n",
        &["project: !unreadable \"one\"", "# X-CHARTER-PROJECT: two"],
    );
}

#[test]
fn an_id_that_is_none() {
    let text = format!("{BOARD}id: [x, y]\n");
    let conversion = converted("board.yaml", text.into_bytes());
    let written = &conversion.records[0].text;
    assert!(written.contains("\nid: board\n"), "{written}");
    assert!(written.contains("\n# id: [x, y]\n"), "{written}");
}

#[test]
fn a_mark_by_hand_is_a_fault_that_shows_nothing() {
    let text = "title: Board\ndate: 2026-02-26\nchild_name: !unreadable Zebedee Quux\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    let fault = bench
        .reading
        .faults
        .iter()
        .find(|it| it.code == "not-readable");
    let fault = fault.unwrap();
    assert!(!fault.message.contains("Zebedee"));
    assert!(fault.help.as_ref().unwrap().contains("`!unreadable`"));
}
