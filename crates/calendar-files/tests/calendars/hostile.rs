//! Files that were cut off, damaged, or made to do harm.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{calendar, event, read, read_in, year};
use calendar_files::{CalendarFile, Period};

const GOOD: &str = "BEGIN:VEVENT\nSUMMARY:Good\nDTSTART:20260312T100000\nEND:VEVENT\n";

fn quick<T>(work: impl FnOnce() -> T) -> T {
    #[expect(
        clippy::disallowed_methods,
        reason = "minutes are the fault looked for; the bound is far from any machine's speed"
    )]
    let begun = Instant::now();
    let done = work();
    // Far above what it takes, far below what it took if it were not bounded.
    assert!(
        begun.elapsed() < Duration::from_secs(60),
        "{:?}",
        begun.elapsed()
    );
    done
}

#[test]
fn an_event_that_does_not_end_costs_only_itself() {
    let bad = "BEGIN:VEVENT\nSUMMARY:Bad\nDTSTART:20260313T100000\n";
    for (text, line) in [
        (format!("BEGIN:VCALENDAR\n{GOOD}{bad}"), 6),
        (format!("BEGIN:VCALENDAR\n{bad}{GOOD}END:VCALENDAR"), 2),
        (
            format!("BEGIN:VCALENDAR\n{bad}END:VCALENDAR\nBEGIN:VCALENDAR\n{GOOD}END:VCALENDAR"),
            2,
        ),
        (format!("{bad}BEGIN:VCALENDAR\n{GOOD}END:VCALENDAR"), 1),
        (format!("{GOOD}{bad}BEGIN:VALARM\nEND:VALARM"), 5),
    ] {
        let heard = read(&text);
        assert_eq!(heard.all("title"), ["Good"], "{text}");
        assert_eq!(heard.problems(), [format!("{line}: Event")]);
        assert!(heard.lost());
    }
}

#[test]
fn other_ends_may_be_missing() {
    for text in [
        format!("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\n{GOOD}END:VCALENDAR"),
        format!("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\n{GOOD}END:VCALENDAR"),
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Good\nDTSTART:20260312T100000\nBEGIN:VALARM\nEND:VEVENT\nEND:VCALENDAR".to_owned(),
        format!("\u{feff}BEGIN:VCALENDAR\n{GOOD}END:VCALENDAR"),
        format!("garbage\n;;;:::\n\n{GOOD}more: garbage\nEND:NOTHING\n"),
        format!("begin:vcalendar\n{}end:vcalendar", GOOD.to_lowercase().replace("good", "Good").replace("t1000", "T1000")),
        GOOD.to_owned(),
    ] {
        let heard = read(&text);
        assert_eq!(heard.all("title"), ["Good"], "{text}");
        assert_eq!(heard.all("date"), ["2026-03-12"], "{text}");
        assert!(heard.problems().is_empty(), "{text}: {heard:?}");
    }
}

#[test]
fn a_calendar_that_is_cut_off_between_events_says_so() {
    for (text, line) in [
        (format!("BEGIN:VCALENDAR\n{GOOD}"), 1),
        (format!("BEGIN:VCALENDAR\n{GOOD}END:VCALEN"), 1),
        (
            format!("BEGIN:VCALENDAR\n{GOOD}BEGIN:VTIMEZONE\nTZID:x\n"),
            1,
        ),
        (
            format!("BEGIN:VCALENDAR\nBEGIN:VCALENDAR\n{GOOD}END:VCALENDAR\n"),
            1,
        ),
        (
            format!("BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\n{GOOD}"),
            3,
        ),
    ] {
        let heard = read(&text);
        // What could be read is there all the same.
        assert_eq!(heard.all("title"), ["Good"], "{text}");
        assert_eq!(heard.problems(), [format!("{line}: Calendar")], "{text}");
        assert!(heard.lost());
    }
    let heard = read("BEGIN:VCALENDAR\n");
    assert_eq!(heard.problems(), ["1: Calendar"]);
}

#[test]
fn a_file_that_is_no_calendar_says_so() {
    for text in [
        "",
        "title: Board\n",
        "<html>",
        "END:VEVENT",
        "BEGIN:VCARD\nFN:x\nEND:VCARD",
    ] {
        assert!(
            CalendarFile::read(text, year(2026), None).is_none(),
            "{text}"
        );
    }
    let heard = read("BEGIN:VCALENDAR\nEND:VCALENDAR");
    assert!(heard.0.events.is_empty() && !heard.lost());
}

#[test]
fn depth_and_length_are_bounded() {
    quick(|| {
        let deep = "BEGIN:VEVENT\n".repeat(10_000) + GOOD;
        let heard = read(&format!("BEGIN:VCALENDAR\n{deep}END:VCALENDAR"));
        assert_eq!(heard.all("date").len(), 1);
        assert_eq!(heard.0.unfinished.len(), 10_000);
        let odd = "BEGIN:X-ODD\n".repeat(100_000) + &"END:X-OTHER\n".repeat(100_000) + GOOD;
        assert_eq!(read(&odd).0.events.len(), 1);
        let long = "x".repeat(10 << 20);
        let heard = read(&event(&format!(
            "DTSTART:20260312T100000\nDESCRIPTION:{long}"
        )));
        assert_eq!(heard.all("date").len(), 1);
        let heard = read(&calendar(&format!(
            "BEGIN:VEVENT\nSUMMARY:{long}\nDTSTART:20260312T100000\nRRULE:FREQ=DAILY;COUNT=100\nEND:VEVENT"
        )));
        assert_eq!(heard.all("date").len(), 100);
        assert_eq!(heard.problems(), ["4: LongText"]);
        assert!(heard.0.events[0].summary.as_ref().unwrap().value.len() <= 4_000);
        let folded = "x\n ".repeat(1 << 20);
        assert_eq!(
            read(&event(&format!(
                "DTSTART:20260312T100000\nDESCRIPTION:{folded}"
            )))
            .0
            .events
            .len(),
            1
        );
    });
}

#[test]
fn rules_that_are_made_to_run_for_ever_end_at_once() {
    for rule in [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=1000000000",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=DAILY;COUNT=99999999999999",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=YEARLY;INTERVAL=1000",
        "FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5",
        "FREQ=WEEKLY;BYDAY=MO,MO,MO;BYSETPOS=50",
        "FREQ=MONTHLY;BYDAY=9999999999MO",
    ] {
        let heard = quick(|| read(&event(&format!("DTSTART:20260312T100000\nRRULE:{rule}"))));
        assert!(!heard.lines().is_empty(), "{rule}");
        assert_eq!(heard.all("date")[0], "2026-03-12", "{rule}");
    }
}

#[test]
fn thousands_of_impossible_rules_end_in_time() {
    let mut text = String::new();
    for number in 0..5_000 {
        let _ = writeln!(
            text,
            "BEGIN:VEVENT\nUID:{number}\nSUMMARY:B\nDTSTART:20260312T100000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT"
        );
    }
    let heard = quick(|| read(&calendar(&text)));
    // Every first occurrence is there.
    assert_eq!(heard.all("date").len(), 5_000);
    assert!(
        heard
            .problems()
            .iter()
            .any(|one| one.ends_with("TooManyRules"))
    );
}

#[test]
fn zones_that_are_all_different_end_in_time() {
    let mut text = String::new();
    for number in 0..3_000 {
        let _ = writeln!(
            text,
            "BEGIN:VTIMEZONE\nTZID:z{number}\nX-N:{number}\nBEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0300\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART;TZID=z{number}:20260312T100000\nEND:VEVENT"
        );
    }
    let heard = quick(|| read(&calendar(&text)));
    assert_eq!(heard.all("date").len(), 3_000);
    assert_eq!(heard.all("start")[0], "07:00");
}

#[test]
fn x_properties_of_one_event_are_bounded() {
    let mut lines = "DTSTART:20260101T100000".to_owned();
    for number in 0..400 {
        let _ = write!(lines, "\nX-NOTHING-{number}:x");
    }
    let heard = read(&event(&lines));
    assert_eq!(heard.0.events[0].x_properties.len(), 300);
    assert_eq!(heard.problems(), ["307: TooManyXProperties"]);
}

#[test]
fn years_at_the_edge_are_read_and_judged_by_others() {
    for (start, date) in [
        ("00010101T100000Z", "0001-01-01"),
        ("99991231T233000Z", "9999-12-31"),
        ("00000101T100000Z", "0000-01-01"),
        ("99991231T100000", "9999-12-31"),
    ] {
        for rule in ["", "\nRRULE:FREQ=DAILY", "\nRRULE:FREQ=YEARLY;COUNT=5"] {
            let period = Period::default();
            let text = event(&format!("DTSTART:{start}\nDURATION:P9999W{rule}"));
            let heard = read_in(&text, period);
            assert_eq!(heard.all("date")[0], date, "{start}{rule}");
        }
    }
    let heard = read(&event("DTSTART:20260312T100000\nDURATION:P4294967295W"));
    assert_eq!(heard.all("date").len(), 1);
}

/// Lines that mean something, and pieces of them.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("BEGIN:VCALENDAR\n".to_owned()),
        Just("END:VCALENDAR\n".to_owned()),
        Just("BEGIN:VEVENT\n".to_owned()),
        Just("END:VEVENT\n".to_owned()),
        Just("BEGIN:VTIMEZONE\nTZID:z\nBEGIN:STANDARD\n".to_owned()),
        Just("TZOFFSETFROM:+0100\nTZOFFSETTO:-1200\n".to_owned()),
        Just("END:STANDARD\nEND:VTIMEZONE\n".to_owned()),
        Just("UID:1\n".to_owned()),
        Just("METHOD:CANCEL\n".to_owned()),
        "(SUMMARY|LOCATION|CATEGORIES|X-CHARTER-NOTICE-SENT|UID)[:;]\\PC{0,20}\n",
        "(DTSTART|DTEND|RECURRENCE-ID|RDATE|EXDATE)(;TZID=[zE]|;VALUE=DATE|;VALUE=PERIOD)?:[0-9]{4}(01|02|12|99)[0-3][0-9](T[0-9]{4,6}Z?)?\n",
        "RRULE:FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(COUNT|INTERVAL|BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS|BYHOUR)=-?[0-9]{1,3}(,[0-9]{1,2})?){0,3}(;BYDAY=-?[0-9]?(MO|SU|XX)(,TU)?)?(;UNTIL=2[0-9]{7})?\n",
        "DURATION:-?P[0-9]{1,9}[WDTHMS]\n",
        "\\PC{0,40}\n",
        "[ -~\t\r\n\\\\\"]{0,40}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_soup_is_too_hot(text in soup()) {
        let _ = CalendarFile::read(&text, year(2026), None);
        read(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260312T100000\n{text}\nEND:VEVENT\n"));
    }

    #[test]
    fn damage_to_one_entry_is_damage_to_one(noise in "[A-Za-z0-9:;=,\\\\\" \r\n-]{0,200}") {
        // Noise cannot begin or end anything by itself.
        let noise = noise.replace("BEGIN", "").replace("END", "");
        let noise = noise.replace("begin", "").replace("end", "");
        let text = format!("BEGIN:VCALENDAR\n{GOOD}BEGIN:VEVENT\n{noise}\nEND:VEVENT\n{GOOD}END:VCALENDAR");
        let heard = read(&text);
        let good = heard.all("title").iter().filter(|title| **title == "Good").count();
        prop_assert_eq!(good, 2);
    }
}
