//! What is said of calendars and entries with something wrong.

use super::{calendar, event, read, read_in, year};
use crate::read::Period;

/// What is said of an entry of these lines, in a period.
fn said_in(lines: &str, period: Period) -> (Vec<String>, bool) {
    let heard = read_in(&event(lines), period, None);
    (heard.faults, heard.lost)
}

#[test]
fn every_problem_has_its_code_its_level_and_its_line() {
    let weekly = "DTSTART:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=2";
    let long = "x".repeat(5_000);
    for (lines, fault, is_lost) in [
        (
            "DTSTART:20260302T100000\nRRULE:FREQ=SOMETIMES",
            "error unreadable-rule invites.ics:7 (Board, 2 March)",
            true,
        ),
        (
            &format!("{weekly}\nEXDATE:20260231T100000"),
            "error unreadable-day invites.ics:8 (Board, 9 March)",
            true,
        ),
        (
            &format!("{weekly}\nEXRULE:FREQ=SOMETIMES"),
            "error unreadable-rule invites.ics:8 (Board, 9 March)",
            true,
        ),
        (
            &format!("{weekly}\nRDATE:never"),
            "error unreadable-day invites.ics:8 (Board, 9 March)",
            true,
        ),
        (
            "DTSTART:20260302T100000\nRECURRENCE-ID:never",
            "error unreadable-day invites.ics:7 (Board, 2 March)",
            false,
        ),
        (
            "DTSTART:20260302T100000\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260302T100000",
            "warning this-and-future invites.ics:7 (Board, 2 March)",
            false,
        ),
        (
            &format!("DTSTART:20260302T100000\nLOCATION:{long}"),
            "warning too-long invites.ics:7 (Board, 2 March)",
            false,
        ),
        (
            "DTSTART;TZID=Nowhere:20260714T100000",
            "error unknown-zone invites.ics:6 (Board, 14 July)",
            false,
        ),
    ] {
        let said = said_in(lines, year(2026));
        assert_eq!(said, (vec![fault.to_owned()], is_lost), "{lines}");
    }
}

#[test]
fn a_series_without_an_end_says_up_to_which_day_it_was_read() {
    let lines = "DTSTART:20260105T100000\nRRULE:FREQ=WEEKLY";
    assert_eq!(
        said_in(lines, Period::default()).0,
        ["warning endless-series invites.ics:7 (Board, 3 January)"]
    );
    let heard = read_in(&event(lines), Period::default(), None);
    assert!(
        heard.messages.contains("read up to Wed 5 Jan 2028"),
        "{}",
        heard.messages
    );
}

#[test]
fn too_many_occurrences_are_said() {
    let since = Period {
        since: None,
        ..year(2026)
    };
    let daily = "DTSTART:20200101T100000\nRRULE:FREQ=DAILY";
    assert_eq!(
        said_in(daily, since),
        (
            vec!["error long-series invites.ics:7 (Board, 26 September)".to_owned()],
            true
        )
    );
    let series = |number: u32| {
        format!(
            "BEGIN:VEVENT\nUID:{number}\nSUMMARY:Board\nDTSTART:20240101T100000\nRRULE:FREQ=DAILY;COUNT=700\nEND:VEVENT"
        )
    };
    let all: Vec<String> = (0..30).map(series).collect();
    let heard = read_in(&calendar(&all.join("\n")), Period::default(), None);
    // 28 whole series have 19,600; each takes six lines, below two of the calendar. The last day that
    // was read of the next one is its 400th.
    assert_eq!(
        heard.faults,
        ["error many-occurrences invites.ics:175 (Board, 3 February)"]
    );
    assert!(
        heard.messages.contains("more than 20,000 occurrences"),
        "{}",
        heard.messages
    );
    assert!(heard.lost);
}

#[test]
fn too_many_rules_are_said() {
    let impossible = |number: u32| {
        format!(
            "BEGIN:VEVENT\nUID:{number}\nSUMMARY:B\nDTSTART:20260312T100000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT"
        )
    };
    let all: Vec<String> = (0..60).map(impossible).collect();
    let heard = read(&calendar(&all.join("\n")));
    assert_eq!(heard.records.len(), 60);
    assert!(heard.codes().contains(&"many-rules") && heard.lost);
}

#[test]
fn what_does_not_end_says_where_it_begins() {
    let good = "BEGIN:VEVENT\nSUMMARY:Good\nDTSTART:20260312T100000\nEND:VEVENT\n";
    for (text, fault) in [
        (
            format!("BEGIN:VCALENDAR\n{good}BEGIN:VEVENT\nSUMMARY:Bad\n"),
            "error entry-without-end invites.ics:6 (an entry that does not end)",
        ),
        (
            format!("BEGIN:VCALENDAR\n{good}"),
            "error calendar-without-end invites.ics:1 (a calendar that does not end)",
        ),
    ] {
        let heard = read(&text);
        assert_eq!(heard.all("title"), ["Good"], "{text}");
        assert_eq!(heard.faults, [fault]);
        assert!(heard.lost);
    }
}

#[test]
fn a_file_that_is_no_calendar_says_so_and_so_does_an_empty_one() {
    let heard = read("title: Board\n");
    assert_eq!(heard.codes(), ["not-a-calendar"]);
    assert!(heard.lost);
    let heard = read("BEGIN:VCALENDAR\nEND:VCALENDAR");
    assert_eq!(heard.codes(), ["no-record"]);
    assert!(!heard.lost);
    let answer = "METHOD:REPLY\nBEGIN:VEVENT\nSUMMARY:Board\nDTSTART:20260302T100000\nEND:VEVENT";
    let heard = read(&calendar(answer));
    assert_eq!(heard.codes(), ["no-record"]);
    let passed_over = "answers to invitations in calendars".to_owned();
    assert_eq!(heard.passed_over, [(passed_over, 1)]);
}

#[test]
fn a_series_outside_the_period_is_counted() {
    let heard = read(&event("DTSTART:20200106T100000\nRRULE:FREQ=WEEKLY;COUNT=2"));
    assert!(heard.records.is_empty());
    let passed_over = "series in calendars with no day in the period".to_owned();
    assert_eq!(heard.passed_over, [(passed_over, 1)]);
}

#[test]
fn times_in_a_zone_that_nothing_explains_are_not_told() {
    let heard = read(&event(
        "DTSTART;TZID=Nowhere:20260714T100000\nDTEND;TZID=Nowhere:20260714T110000",
    ));
    assert_eq!(
        heard.lines(),
        ["title=Board | date=2026-07-14 | start=! | end=!"]
    );
    assert!(heard.messages.contains("`Nowhere`"));
}
