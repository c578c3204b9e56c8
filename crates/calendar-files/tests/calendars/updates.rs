//! Occurrences that were changed, versions, messages that call something off, answers.

use super::{calendar, read};
use calendar_files::LeftOutKind;

const WEEKLY: &str = "BEGIN:VEVENT
UID:week@example.org
SUMMARY:Board
DTSTART;TZID=Europe/London:20260302T100000
DTEND;TZID=Europe/London:20260302T110000
RRULE:FREQ=WEEKLY;COUNT=3
SEQUENCE:1
DTSTAMP:20260101T000000Z
END:VEVENT";

fn changed(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:week@example.org\nSUMMARY:Board\n{lines}\nEND:VEVENT")
}

#[test]
fn a_moved_occurrence_takes_the_place_of_the_one_it_was() {
    let moved = changed(
        "RECURRENCE-ID;TZID=Europe/London:20260309T100000\nDTSTART;TZID=Europe/London:20260311T140000",
    );
    for text in [format!("{WEEKLY}\n{moved}"), format!("{moved}\n{WEEKLY}")] {
        let heard = read(&calendar(&text));
        let mut lines = heard.lines();
        lines.sort();
        assert_eq!(
            lines,
            [
                "title=Board | date=2026-03-02 | start=10:00 | end=11:00",
                "title=Board | date=2026-03-11 | start=14:00 | moved_from=2026-03-09",
                "title=Board | date=2026-03-16 | start=10:00 | end=11:00",
            ]
        );
        assert!(heard.problems().is_empty());
    }
}

#[test]
fn an_occurrence_at_another_time_of_the_same_day_was_not_moved() {
    // Named in universal time: ten in winter.
    let later =
        changed("RECURRENCE-ID:20260309T100000Z\nDTSTART;TZID=Europe/London:20260309T140000");
    let heard = read(&calendar(&format!("{WEEKLY}\n{later}")));
    assert_eq!(
        heard.all("date"),
        ["2026-03-02", "2026-03-16", "2026-03-09"]
    );
    assert_eq!(heard.all("start"), ["10:00", "10:00", "14:00"]);
    assert_eq!(heard.all("moved_from"), ["-", "-", "-"]);
    // Named by its day alone.
    let later = changed("RECURRENCE-ID;VALUE=DATE:20260309\nDTSTART:20260309T140000");
    let heard = read(&calendar(&format!("{WEEKLY}\n{later}")));
    assert_eq!(heard.all("date").len(), 3);
}

#[test]
fn a_change_may_be_meant_for_all_later_ones() {
    let later = changed(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260309T100000\nDTSTART;TZID=Europe/London:20260309T140000\nDTEND;TZID=Europe/London:20260309T143000",
    );
    for text in [format!("{WEEKLY}\n{later}"), format!("{later}\n{WEEKLY}")] {
        let heard = read(&calendar(&text));
        let mut lines = heard.lines();
        lines.sort();
        assert_eq!(
            lines,
            [
                "title=Board | date=2026-03-02 | start=10:00 | end=11:00",
                "title=Board | date=2026-03-09 | start=14:00 | end=14:30",
                "title=Board | date=2026-03-16 | start=14:00 | end=14:30",
            ]
        );
        assert!(heard.problems().is_empty());
    }
}

#[test]
fn a_change_for_all_later_ones_may_move_them_by_days_and_over_a_change_of_clocks() {
    let series = "BEGIN:VEVENT\nUID:week@example.org\nSUMMARY:Board\nDTSTART;TZID=Europe/London:20260316T100000\nRRULE:FREQ=WEEKLY;COUNT=5\nEND:VEVENT";
    let moved = changed(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260323T100000Z\nDTSTART;TZID=Europe/London:20260324T180000",
    );
    // One that was changed by itself is what it says; a later change counts from there on.
    let one = changed(
        "RECURRENCE-ID;TZID=Europe/London:20260330T100000\nDTSTART;TZID=Europe/London:20260330T120000",
    );
    let again = changed(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260406T100000\nDTSTART;TZID=Europe/London:20260406T090000\nSTATUS:CANCELLED",
    );
    let heard = read(&calendar(&[series, &moved, &one, &again].join("\n")));
    assert_eq!(
        heard.lines(),
        [
            "title=Board | date=2026-03-16 | start=10:00",
            "title=Board | date=2026-03-24 | start=18:00 | moved_from=2026-03-23",
            "title=Board | date=2026-03-30 | start=12:00",
            "title=Board | status=cancelled | date=2026-04-06 | start=09:00",
            "title=Board | status=cancelled | date=2026-04-13 | start=09:00",
        ]
    );
    let heard = read(&calendar(&[series, &moved].join("\n")));
    assert_eq!(
        heard.all("start"),
        ["10:00", "18:00", "18:00", "18:00", "18:00"]
    );
    assert_eq!(
        heard.all("moved_from"),
        ["-", "2026-03-23", "2026-03-30", "2026-04-06", "2026-04-13"]
    );
}

#[test]
fn a_change_for_all_later_ones_whose_series_is_not_there_is_said() {
    let later = changed(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260309T100000\nDTSTART;TZID=Europe/London:20260309T140000",
    );
    let heard = read(&calendar(&later));
    assert_eq!(heard.all("start"), ["14:00"]);
    assert_eq!(heard.problems(), ["6: ThisAndFuture"]);
}

#[test]
fn a_cancelled_occurrence_is_given() {
    let off = changed(
        "RECURRENCE-ID;TZID=Europe/London:20260309T100000\nDTSTART;TZID=Europe/London:20260309T100000\nSTATUS:CANCELLED",
    );
    let heard = read(&calendar(&format!("{WEEKLY}\n{off}")));
    assert_eq!(
        heard.all("date"),
        ["2026-03-02", "2026-03-16", "2026-03-09"]
    );
    assert_eq!(heard.all("status"), ["-", "-", "cancelled"]);
    // A message that calls it off may leave out everything else.
    let message = "METHOD:CANCEL\nBEGIN:VEVENT\nUID:week@example.org\nRECURRENCE-ID;TZID=Europe/London:20260309T100000\nSEQUENCE:2\nEND:VEVENT";
    let heard = read(&(calendar(WEEKLY) + &calendar(message)));
    assert_eq!(
        heard.lines()[2],
        "title=Board | status=cancelled | date=2026-03-09 | start=10:00"
    );
}

#[test]
fn a_series_that_is_called_off_is_called_off_on_every_day() {
    let moved = changed(
        "RECURRENCE-ID;TZID=Europe/London:20260309T100000\nDTSTART;TZID=Europe/London:20260311T140000\nSEQUENCE:1\nDTSTAMP:20260105T000000Z",
    );
    let off = "METHOD:CANCEL\nBEGIN:VEVENT\nUID:week@example.org\nSUMMARY:Board\nDTSTART;TZID=Europe/London:20260302T100000\nSEQUENCE:2\nEND:VEVENT";
    let heard = read(&(calendar(&format!("{WEEKLY}\n{moved}")) + &calendar(off)));
    assert_eq!(
        heard.all("date"),
        ["2026-03-02", "2026-03-16", "2026-03-11"]
    );
    assert_eq!(heard.all("status"), ["cancelled", "cancelled", "cancelled"]);
    // Called off before it was set up anew.
    let late = off.replace("SEQUENCE:2", "SEQUENCE:0");
    let heard = read(&(calendar(&late) + &calendar(WEEKLY)));
    assert_eq!(heard.all("status"), ["-", "-", "-"]);
}

#[test]
fn the_newest_version_counts() {
    let version = |start: &str, sequence: u32, stamp: &str| {
        format!(
            "BEGIN:VEVENT\nUID:v\nSUMMARY:Board\nDTSTART:{start}\nSEQUENCE:{sequence}\nDTSTAMP:{stamp}\nEND:VEVENT"
        )
    };
    let old = version("20260302T100000", 0, "20260105T000000Z");
    let new = version("20260303T100000", 1, "20260102T000000Z");
    let same = version("20260304T100000", 1, "20260103T000000Z");
    for text in [[&old, &new], [&new, &old]] {
        let heard = read(&calendar(&format!("{}\n{}", text[0], text[1])));
        assert_eq!(heard.all("date"), ["2026-03-03"]);
        assert_eq!(heard.left_out(), [(LeftOutKind::EarlierVersion, 1)]);
    }
    // Of two with the same number the later one.
    for text in [[&same, &new, &old], [&old, &new, &same]] {
        let heard = read(&calendar(&format!("{}\n{}\n{}", text[0], text[1], text[2])));
        assert_eq!(heard.all("date"), ["2026-03-04"]);
    }
}

#[test]
fn events_without_an_id_are_all_kept() {
    let one = "BEGIN:VEVENT\nSUMMARY:Board\nDTSTART:20260302T100000\nEND:VEVENT";
    let heard = read(&calendar(&format!("{one}\n{one}")));
    assert_eq!(heard.ids(), ["2026-03-02", "2026-03-02-2"]);
}

#[test]
fn answers_are_passed_over_and_counted() {
    let entry =
        "BEGIN:VEVENT\nUID:a\nSUMMARY:Board\nDTSTART:20260302T100000\nSEQUENCE:9\nEND:VEVENT";
    for method in ["REPLY", "COUNTER"] {
        let heard = read(&calendar(&format!("METHOD:{method}\n{entry}")));
        assert!(heard.0.events.is_empty());
        assert_eq!(heard.left_out(), [(LeftOutKind::Answer, 1)]);
    }
    let heard = read(&calendar(&format!("METHOD:REQUEST\n{entry}")));
    assert_eq!(heard.all("date").len(), 1);
}

#[test]
fn what_was_confirmed_was_not_held_yet() {
    for status in ["CONFIRMED", "TENTATIVE"] {
        let heard = read(&super::event(&format!(
            "DTSTART:20260302T100000\nSTATUS:{status}"
        )));
        assert_eq!(heard.all("status"), ["-"]);
    }
}
