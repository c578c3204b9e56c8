//! Whole files, as programs wrote them.

use super::{Heard, read};
use calendar_files::LeftOutKind;

const OUTLOOK: &str = include_str!("../fixtures/outlook.ics");
const GOOGLE: &str = include_str!("../fixtures/google.ics");
const ICALENDAR: &str = include_str!("../fixtures/icalendar.ics");
const ICS: &str = include_str!("../fixtures/ics.ics");
const SERIES: &str = include_str!("../fixtures/series.ics");
const EXPECTED: &str = include_str!("../fixtures/series.txt");

fn assert_whole(heard: &Heard) {
    assert!(heard.problems().is_empty() && !heard.lost(), "{heard:?}");
}

/// The places of all events, as written.
fn locations(heard: &Heard) -> Vec<&str> {
    let events = heard.0.events.iter();
    events
        .map(|one| one.location.as_ref().map_or("-", |one| &one.value))
        .collect()
}

#[test]
fn outlook() {
    let heard = read(OUTLOOK);
    let board =
        |day: &str| format!("title=Short breaks board | date={day} | start=10:00 | end=11:30");
    // The second Thursdays from March to July; April's was moved, and May's left out.
    assert_eq!(heard.lines(), [
        board("2026-03-12"),
        board("2026-06-11"),
        board("2026-07-09"),
        "title=Short breaks board | date=2026-04-16 | start=14:00 | end=15:30 | moved_from=2026-04-09".to_owned(),
        "title=Transport survey | date=2026-07-01 | end=2026-07-31".to_owned(),
        "title=Canceled: Forum evening | date=2026-07-14 | start=19:00 | end=20:30".to_owned(),
    ]);
    assert_eq!(
        heard.ids(),
        [
            "2026-03-12",
            "2026-06-11",
            "2026-07-09",
            "2026-04-16",
            "2026-07-01",
            "2026-07-14"
        ]
    );
    assert_whole(&heard);
    assert_eq!(
        heard.left_out(),
        [(LeftOutKind::Attendee, 2), (LeftOutKind::Description, 1)]
    );
}

#[test]
fn google() {
    let heard = read(GOOGLE);
    assert_eq!(
        heard.lines(),
        [
            "title=Coffee morning ☕ | date=2026-07-14 | start=09:30 | end=11:00",
            "title=Steering group | date=2026-10-19 | start=19:00 | end=20:30",
            "title=Steering group | date=2026-11-02 | start=19:00 | end=20:30",
            "title=Steering group | status=cancelled | date=2026-10-26 | start=19:00 | end=20:30",
        ]
    );
    assert_eq!(
        locations(&heard)[0],
        "Orford Jubilee Hub, Orford, Warrington"
    );
    assert_whole(&heard);
}

#[test]
fn pythons_icalendar() {
    let heard = read(ICALENDAR);
    let title = "title=Short breaks board; spring, part 1";
    let mut expected = vec![
        format!("{title} | date=2026-03-23 | start=10:00 | end=11:30"),
        format!("{title} | date=2026-04-13 | start=10:00 | end=11:30"),
        format!("{title} | date=2026-04-01 | start=14:00 | end=15:00 | moved_from=2026-03-30"),
        "title=Transport survey | date=2026-05-01 | end=2026-05-31".to_owned(),
    ];
    expected.sort();
    let mut lines = heard.lines();
    lines.sort();
    assert_eq!(lines, expected);
    assert_whole(&heard);
}

#[test]
fn the_rules_that_icalendar_adds_are_those_of_the_uk() {
    // By another name, so that only the rules can say it.
    let heard = read(&ICALENDAR.replace("Europe/London", "Our clock"));
    assert_eq!(heard.all("start"), ["10:00", "10:00", "14:00", "-"]);
    assert_eq!(
        heard.all("date"),
        ["2026-03-23", "2026-04-13", "2026-04-01", "2026-05-01"]
    );
}

#[test]
fn pythons_ics() {
    let heard = read(ICS);
    assert_eq!(
        heard.lines(),
        ["title=Coffee morning | date=2026-07-14 | start=10:00 | end=12:00"]
    );
    assert_eq!(locations(&heard), ["Zoom"]);
}

#[test]
fn every_occurrence_of_many_rules_is_where_dateutil_has_it() {
    let heard = read(SERIES);
    let mut here = heard.each(|event, occurrence| {
        let when = occurrence.when.unwrap();
        let start = when.start.unwrap().format("%H:%M");
        format!(
            "{} {} {start}",
            event.summary.as_ref().unwrap().value,
            when.day
        )
    });
    let mut expected: Vec<&str> = EXPECTED.lines().collect();
    assert!(expected.len() > 1_000);
    here.sort();
    expected.sort_unstable();
    assert_eq!(here, expected);
    assert_whole(&heard);
}
