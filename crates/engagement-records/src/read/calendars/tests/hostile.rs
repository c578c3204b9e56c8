//! Files that were cut off, damaged, or made to do harm.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{event, read, read_in};
use crate::read::Period;

#[test]
fn long_titles_of_long_series_are_written_in_part() {
    let long = "x".repeat(1 << 20);
    let text = event("DTSTART:20260312T100000\nRRULE:FREQ=DAILY;COUNT=100");
    let heard = read(&text.replace("Board", &long));
    assert_eq!(heard.records.len(), 100);
    assert_eq!(heard.codes(), ["too-long"]);
    assert!(heard.transcript.len() < 1 << 20);
}

#[test]
fn many_unknown_fields_of_a_long_series_are_said_once() {
    let mut lines = "DTSTART:20230101T100000\nRRULE:FREQ=DAILY;COUNT=700".to_owned();
    for number in 0..400 {
        let _ = write!(lines, "\nX-CHARTER-NOTHING-{number}:x");
    }
    let heard = read_in(&event(&lines), Period::default(), None);
    // No more than 300 such lines of an entry are read, and the 301st says so.
    assert_eq!(
        heard.faults.last().unwrap().split(' ').nth(2),
        Some("invites.ics:308")
    );
    assert_eq!(heard.codes().last(), Some(&"many-fields"));
    let codes = heard.codes().into_iter();
    let unknown = codes.filter(|code| *code == "unknown-field").count();
    assert_eq!(unknown, 300);
}

/// Lines of an entry that mean something, and pieces of them.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("END:VEVENT\nBEGIN:VEVENT\n".to_owned()),
        Just("METHOD:CANCEL\n".to_owned()),
        "(SUMMARY|LOCATION|CATEGORIES|X-CHARTER-[A-Z-]{1,12}|X-NOTICE-SENT|UID)[:;]\\PC{0,20}\n",
        "(DTSTART|DTEND|RECURRENCE-ID|CREATED)(;TZID=[zE]|;VALUE=DATE)?:[0-9]{4}(01|02|12|99)[0-3][0-9](T[0-9]{4,6}Z?)?\n",
        "RRULE:FREQ=(DAILY|YEARLY)(;COUNT=[0-9]{1,2})?\n",
        "DURATION:-?P[0-9]{1,9}[WDTHMS]\n",
        "\\PC{0,40}\n",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_soup_is_too_hot(text in soup()) {
        read(&event(&format!("DTSTART:20260312T100000\n{text}")));
        read(&event(&text));
    }
}
