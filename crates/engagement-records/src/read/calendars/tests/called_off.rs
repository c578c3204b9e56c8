//! What is called off or moved, in one file or in several.

use super::{Heard, calendar, event, read, read_among, year};
use calendar_files::{compare, identify};

/// Files that are read together, in the order of their names.
fn together(files: &[&str]) -> Vec<Heard> {
    let versions = files.iter().map(|text| identify(text)).enumerate();
    let superseded = compare(versions);
    let files = files.iter().enumerate();
    files
        .map(|(at, text)| read_among(text, year(2026), None, superseded.get(&at)))
        .collect()
}

fn board(start: &str, more: &str) -> String {
    event(&format!("DTSTART:{start}\n{more}"))
}

#[test]
fn what_is_called_off_elsewhere_stays_with_all_that_it_says() {
    let invitation = board("20260302T100000", "LOCATION:Orford Hub\nX-KIND:meeting");
    let message = board("20260302T100000", "SEQUENCE:1")
        .replace("VERSION:2.0", "METHOD:CANCEL")
        .replace("SUMMARY:Board", "SUMMARY:Cancelled: Board");
    let alone = read(&invitation);
    for (files, at) in [([&invitation, &message], 0), ([&message, &invitation], 1)] {
        let heard = together(&files.map(String::as_str));
        let (stays, goes) = (&heard[at], &heard[1 - at]);
        let mut fields = stays.records[0].fields.clone();
        fields.retain(|field| field != "status=cancelled");
        assert_eq!(fields, alone.records[0].fields);
        assert_eq!(stays.all("status"), ["cancelled"]);
        // It is said where the entry begins, and no line of the message is shown.
        assert!(stays.transcript.contains("STATUS: cancelled\n"));
        assert_eq!((goes.records.len(), goes.transcript.as_str()), (0, ""));
        let message = "cancellations in calendars, read with the entries that they call off";
        assert_eq!(goes.passed_over, [(message.to_owned(), 1)]);
        assert!(goes.faults.is_empty() && stays.faults.is_empty());
        assert!(!goes.lost && !stays.lost);
    }
}

#[test]
fn an_earlier_version_of_another_file_is_no_record_and_no_fault() {
    let old = board("20260302T100000", "SEQUENCE:0");
    let new = board("20260303T100000", "SEQUENCE:1");
    let heard = together(&[&old, &new]);
    assert_eq!(heard[1].all("date"), ["2026-03-03"]);
    assert!(heard[0].records.is_empty() && heard[0].faults.is_empty());
    let earlier = "earlier versions of entries in calendars";
    assert_eq!(heard[0].passed_over, [(earlier.to_owned(), 1)]);
}

#[test]
fn a_cancelled_occurrence_is_a_record() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nSUMMARY:Board\nDTSTART:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT
BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20260309T100000\nSTATUS:CANCELLED\nEND:VEVENT",
    );
    let heard = read(&text);
    assert_eq!(
        heard.lines(),
        [
            "title=Board | date=2026-03-02 | start=10:00",
            "title=Board | status=cancelled | date=2026-03-09 | start=10:00"
        ]
    );
    assert!(heard.sense.is_empty() && heard.faults.is_empty());
}

#[test]
fn a_moved_occurrence_says_from_which_day() {
    let heard = read(&board(
        "20260311T140000",
        "RECURRENCE-ID;TZID=Europe/London:20260309T100000",
    ));
    assert_eq!(
        heard.lines(),
        ["title=Board | date=2026-03-11 | start=14:00 | moved_from[0].date=2026-03-09"]
    );
    assert!(heard.sense.is_empty() && heard.faults.is_empty());
}

#[test]
fn what_was_confirmed_was_not_held_yet() {
    for status in ["CONFIRMED", "TENTATIVE"] {
        let heard = read(&board("20260302T100000", &format!("STATUS:{status}")));
        assert_eq!(heard.all("status"), ["-"]);
    }
}

#[test]
fn outlook_says_before_the_title_that_a_meeting_was_called_off() {
    let heard = read(&calendar(
        "BEGIN:VEVENT\nSUMMARY:Canceled: Board\nDTSTART:20260302T100000\nEND:VEVENT",
    ));
    assert_eq!(heard.all("status"), ["cancelled"]);
    assert_eq!(heard.all("title"), ["Canceled: Board"]);
}

#[test]
fn a_change_for_all_later_occurrences_moves_each_of_them() {
    let text = calendar(
        "BEGIN:VEVENT\nUID:1\nSUMMARY:Board\nDTSTART:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT
BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260309T100000\nDTSTART:20260310T140000\nEND:VEVENT",
    );
    let heard = read(&text);
    assert_eq!(
        heard.lines(),
        [
            "title=Board | date=2026-03-02 | start=10:00",
            "title=Board | date=2026-03-10 | start=14:00 | moved_from[0].date=2026-03-09",
            "title=Board | date=2026-03-17 | start=14:00 | moved_from[0].date=2026-03-16"
        ]
    );
    assert!(heard.sense.is_empty() && heard.faults.is_empty());
}
