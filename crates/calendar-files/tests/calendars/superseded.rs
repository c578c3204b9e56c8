//! Calendars that are read together: an invitation in one file, and what became of it in another.

use std::collections::BTreeMap;

use super::{Heard, calendar, read, read_among, year};
use calendar_files::{LeftOutKind, Superseded, compare, identify};

fn compared(files: &[&str]) -> BTreeMap<usize, Superseded> {
    compare(files.iter().map(|text| identify(text)).enumerate())
}

/// Files that are read together, in the order of their names.
fn together(files: &[&str]) -> Vec<Heard> {
    let superseded = compared(files);
    let files = files.iter().enumerate();
    files
        .map(|(at, text)| read_among(text, year(2026), superseded.get(&at)))
        .collect()
}

/// All occurrences of all files.
fn lines(heard: &[Heard]) -> Vec<String> {
    heard.iter().flat_map(Heard::lines).collect()
}

/// A calendar of one version of an entry.
fn version(start: &str, sequence: u32, more: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\nUID:one@example.org\nSUMMARY:Board\nDTSTART:{start}\nSEQUENCE:{sequence}\n{more}\nEND:VEVENT"
    ))
}

/// A message that calls the entry off.
fn call_off(sequence: u32) -> String {
    version("20260302T100000", sequence, "DTSTAMP:20260210T000000Z")
        .replace("VERSION:2.0", "METHOD:CANCEL")
        .replace("SUMMARY:Board", "SUMMARY:Cancelled: Board")
}

fn weekly() -> String {
    calendar(
        "BEGIN:VEVENT\nUID:week@example.org\nSUMMARY:Board\nDTSTART;TZID=Europe/London:20260602T100000\nDTEND;TZID=Europe/London:20260602T110000\nRRULE:FREQ=WEEKLY;COUNT=3\nSEQUENCE:1\nEND:VEVENT",
    )
}

/// A calendar of one entry that belongs to the series.
fn of_the_week(lines: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\nUID:week@example.org\nSUMMARY:Board\n{lines}\nEND:VEVENT"
    ))
}

#[test]
fn the_newest_version_of_all_files_counts() {
    let old = version("20260302T100000", 0, "DTSTAMP:20260105T000000Z");
    let new = version("20260303T100000", 1, "DTSTAMP:20260102T000000Z");
    let newest = version("20260304T100000", 1, "LAST-MODIFIED:20260103T000000Z");
    for files in [[&old, &new, &newest], [&newest, &old, &new]] {
        let heard = together(&files.map(String::as_str));
        assert_eq!(
            lines(&heard),
            ["title=Board | date=2026-03-04 | start=10:00"]
        );
        for heard in heard {
            let is_read = !heard.0.events.is_empty();
            let earlier = if is_read {
                vec![]
            } else {
                vec![(LeftOutKind::EarlierVersion, 1)]
            };
            assert_eq!(heard.left_out(), earlier);
            assert!(heard.problems().is_empty());
        }
    }
}

#[test]
fn of_versions_that_are_equally_new_the_one_of_the_later_file_counts() {
    let one = version("20260302T100000", 0, "");
    let other = version("20260303T100000", 0, "");
    let first = together(&[&one, &other]);
    assert_eq!(first[0].0.events.len(), 0);
    assert_eq!(first[1].all("date"), ["2026-03-03"]);
    let second = together(&[&other, &one]);
    assert_eq!(
        lines(&second),
        ["title=Board | date=2026-03-02 | start=10:00"]
    );
}

#[test]
fn what_is_called_off_elsewhere_stays_with_all_that_it_says() {
    let invitation = version(
        "20260302T100000",
        0,
        "DTSTAMP:20260105T000000Z\nLOCATION:Orford Hub\nX-KIND:meeting",
    );
    let alone = read(&invitation);
    let message = call_off(1);
    for (files, at) in [([&invitation, &message], 0), ([&message, &invitation], 1)] {
        let heard = together(&files.map(String::as_str));
        let (stays, goes) = (&heard[at], &heard[1 - at]);
        let mut event = stays.0.events[0].clone();
        // It is said where the event begins.
        assert_eq!(event.cancelled.take(), Some(3));
        assert_eq!(event, alone.0.events[0]);
        assert_eq!(stays.left_out(), []);
        assert!(goes.0.events.is_empty());
        assert_eq!(goes.left_out(), [(LeftOutKind::Cancellation, 1)]);
    }
}

#[test]
fn what_calls_off_is_newer_than_what_is_as_new() {
    let invitation = version("20260302T100000", 0, "DTSTAMP:20260210T000000Z");
    let message = call_off(0);
    for files in [[&invitation, &message], [&message, &invitation]] {
        let heard = together(&files.map(String::as_str));
        assert_eq!(
            lines(&heard),
            ["title=Board | status=cancelled | date=2026-03-02 | start=10:00"]
        );
    }
}

#[test]
fn the_version_that_was_called_off_last_is_the_one_that_stays() {
    let invitation = version("20260302T100000", 0, "");
    let moved = version("20260305T100000", 1, "");
    let heard = together(&[&call_off(2), &invitation, &moved, &call_off(2)]);
    assert_eq!(
        lines(&heard),
        ["title=Board | status=cancelled | date=2026-03-05 | start=10:00"]
    );
    assert_eq!(heard[0].left_out(), [(LeftOutKind::Cancellation, 1)]);
    assert_eq!(heard[1].left_out(), [(LeftOutKind::EarlierVersion, 1)]);
    assert_eq!(heard[3].left_out(), [(LeftOutKind::Cancellation, 1)]);
}

#[test]
fn who_invites_again_has_called_nothing_off() {
    let invitation = version("20260302T100000", 0, "");
    let again = version("20260309T100000", 2, "");
    let heard = together(&[&invitation, &call_off(1), &again]);
    assert_eq!(
        lines(&heard),
        ["title=Board | date=2026-03-09 | start=10:00"]
    );
    assert_eq!(heard[1].left_out(), [(LeftOutKind::EarlierVersion, 1)]);
}

#[test]
fn a_message_that_calls_off_what_is_in_no_file_is_read_once() {
    let heard = together(&[&call_off(1), &call_off(1)]);
    assert_eq!(
        lines(&heard),
        ["title=Cancelled: Board | status=cancelled | date=2026-03-02 | start=10:00"]
    );
    assert_eq!(heard[0].left_out(), [(LeftOutKind::EarlierVersion, 1)]);
}

#[test]
fn a_series_that_is_called_off_elsewhere_is_called_off_on_every_day() {
    let series = weekly();
    let message = of_the_week("DTSTART;TZID=Europe/London:20260602T100000\nSEQUENCE:2")
        .replace("VERSION:2.0", "METHOD:CANCEL");
    let moved = |sequence: u32| {
        of_the_week(&format!(
            "RECURRENCE-ID;TZID=Europe/London:20260609T100000\nDTSTART;TZID=Europe/London:20260611T140000\nSEQUENCE:{sequence}"
        ))
    };
    let heard = together(&[&message, &moved(1), &series]);
    assert_eq!(heard[2].all("date"), ["2026-06-02", "2026-06-16"]);
    assert_eq!(heard[2].all("end"), ["11:00", "11:00"]);
    assert_eq!(heard[2].all("status"), ["cancelled", "cancelled"]);
    assert_eq!(
        heard[1].lines(),
        ["title=Board | status=cancelled | date=2026-06-11 | start=14:00 | moved_from=2026-06-09"]
    );
    assert_eq!(heard[0].left_out(), [(LeftOutKind::Cancellation, 1)]);
    // What was set up after that takes place.
    let heard = together(&[&message, &moved(3), &series]);
    assert_eq!(heard[1].all("status"), ["-"]);
}

#[test]
fn an_occurrence_that_was_changed_elsewhere_takes_the_place_of_the_one_it_was() {
    // Ten on a summer's morning, in every way in which a calendar can name it.
    for name in [
        ";TZID=Europe/London:20260609T100000",
        ":20260609T090000Z",
        ":20260609T100000",
        ";VALUE=DATE:20260609",
    ] {
        let moved = of_the_week(&format!("RECURRENCE-ID{name}\nDTSTART:20260611T140000"));
        for files in [[&weekly(), &moved], [&moved, &weekly()]] {
            let mut lines = lines(&together(&files.map(String::as_str)));
            lines.sort();
            assert_eq!(
                lines,
                [
                    "title=Board | date=2026-06-02 | start=10:00 | end=11:00",
                    "title=Board | date=2026-06-11 | start=14:00 | moved_from=2026-06-09",
                    "title=Board | date=2026-06-16 | start=10:00 | end=11:00",
                ],
                "{name}"
            );
        }
    }
}

#[test]
fn an_occurrence_that_was_called_off_elsewhere_stays_in_its_file() {
    let off = of_the_week("RECURRENCE-ID;TZID=Europe/London:20260609T100000\nSEQUENCE:2")
        .replace("VERSION:2.0", "METHOD:CANCEL");
    let heard = together(&[&off, &weekly()]);
    assert_eq!(
        heard[0].lines(),
        ["title=Board | status=cancelled | date=2026-06-09 | start=10:00"]
    );
    assert_eq!(heard[1].all("date"), ["2026-06-02", "2026-06-16"]);
    // Where it was moved before, the later place is the one that is called off.
    let moved = of_the_week("RECURRENCE-ID:20260609T090000Z\nDTSTART:20260611T140000\nSEQUENCE:1");
    let heard = together(&[&off, &moved, &weekly()]);
    assert_eq!(heard[0].0.events.len(), 0);
    assert_eq!(heard[1].all("date"), ["2026-06-11"]);
    assert_eq!(heard[1].all("status"), ["cancelled"]);
    assert_eq!(heard[2].all("date"), ["2026-06-02", "2026-06-16"]);
}

#[test]
fn a_copy_of_a_series_and_its_changes_counts_once() {
    let moved = of_the_week("RECURRENCE-ID:20260609T090000Z\nDTSTART:20260611T140000");
    let all = weekly() + &moved;
    let heard = together(&[&all, &all]);
    assert_eq!(lines(&heard), read(&all).lines());
    assert_eq!(heard[0].left_out(), [(LeftOutKind::EarlierVersion, 2)]);
    assert_eq!(heard[1].left_out(), []);
}

#[test]
fn files_with_events_of_their_own_say_nothing_of_each_other() {
    let one = version("20260302T100000", 0, "");
    let other = version("20260302T100000", 1, "").replace("UID:one", "UID:other");
    let nameless = version("20260302T100000", 1, "").replace("UID:one@example.org\n", "");
    let answer = version("20260302T100000", 9, "").replace("VERSION:2.0", "METHOD:REPLY");
    let no_calendar = "UID:one@example.org\nSEQUENCE:9\n";
    let cut_off = one.replace("END:VEVENT\nEND:VCALENDAR\n", "SEQUENCE:9\n");
    let long = "x".repeat(5_000);
    let long = version("20260302T100000", 1, "").replace("one@example.org", &long);
    let all = [
        &one,
        &other,
        &nameless,
        &nameless,
        &answer,
        no_calendar,
        &cut_off,
        &long,
        &long,
    ];
    assert!(compared(&all).is_empty());
    let readable = all.iter().filter(|text| **text != no_calendar);
    assert_eq!(
        lines(&together(&readable.copied().collect::<Vec<_>>())).len(),
        6
    );
}

#[test]
fn nothing_is_kept_but_which_events_there_are_and_how_new() {
    let invitation = version(
        "20260302T100000",
        0,
        "LOCATION:Orford Hub\nATTENDEE;CN=Robin:mailto:robin@example.com\nX-KIND:meeting",
    );
    let kept = format!("{:?}", compared(&[&invitation, &call_off(1)]));
    assert!(kept.contains("CalledOff"));
    for secret in ["Board", "Orford", "obin", "meeting", "example.com"] {
        assert!(!kept.contains(secret), "{secret}");
    }
}
