//! Whole files, as programs wrote them.

use super::{Heard, read, read_in};
use crate::record::NoticeFrom;

const OUTLOOK: &str = include_str!("../../../../../calendar-files/tests/fixtures/outlook.ics");
const GOOGLE: &str = include_str!("../../../../../calendar-files/tests/fixtures/google.ics");
const ICALENDAR: &str = include_str!("../../../../../calendar-files/tests/fixtures/icalendar.ics");
const ICS: &str = include_str!("../../../../../calendar-files/tests/fixtures/ics.ics");

fn assert_knows_nobody(heard: &Heard) {
    let said = format!("{heard:?}");
    for secret in ["@", "Robin", "Alex", "Person", "meet.google", "960123"] {
        assert!(!said.contains(secret), "{secret}");
    }
}

#[test]
fn outlook() {
    let heard = read(OUTLOOK);
    let board = |day: &str| {
        format!(
            "title=Short breaks board | kind=meeting | date={day} | start=10:00 | end=11:30 | venue.mode=hybrid | venue.name=Microsoft Teams Meeting; Room 3, Town Hall"
        )
    };
    // The second Thursdays from March to July; April's was moved, and May's left out.
    assert_eq!(heard.lines(), [
        board("2026-03-12"),
        board("2026-06-11"),
        board("2026-07-09"),
        "title=Short breaks board | date=2026-04-16 | start=14:00 | end=15:30 | moved_from[0].date=2026-04-09 | venue.mode=in-person | venue.name=Orford Hub".to_owned(),
        "title=Transport survey | kind=survey | opens=2026-07-01 | closes=2026-07-31".to_owned(),
        "title=Canceled: Forum evening | status=cancelled | kind=forum-meeting | date=2026-07-14 | start=19:00 | end=20:30".to_owned(),
    ]);
    assert_eq!(
        heard.marks(),
        [
            "2026-03-12",
            "2026-06-11",
            "2026-07-09",
            "2026-04-16",
            "2026-07-01",
            "2026-07-14"
        ]
    );
    assert!(heard.faults.is_empty() && heard.sense.is_empty() && !heard.lost);
    assert_eq!(
        heard.passed_over,
        [
            (
                "descriptions in calendars, which are not read".to_owned(),
                1
            ),
            (
                "people invited in calendars, who are not read".to_owned(),
                2
            )
        ]
    );
    assert_knows_nobody(&heard);
}

#[test]
fn google() {
    let heard = read_in(GOOGLE, super::year(2026), Some(NoticeFrom::Created));
    assert_eq!(
        heard.lines(),
        [
            "title=Coffee morning ☕ | date=2026-07-14 | start=09:30 | end=11:00 | venue.mode=in-person | venue.name=Orford Jubilee Hub, Orford, Warrington | venue.access.step_free=yes | notice.sent=2026-06-02",
            "title=Steering group | date=2026-10-19 | start=19:00 | end=20:30 | venue.mode=online",
            "title=Steering group | date=2026-11-02 | start=19:00 | end=20:30 | venue.mode=online",
            "title=Steering group | status=cancelled | date=2026-10-26 | start=19:00 | end=20:30",
        ]
    );
    assert!(heard.faults.is_empty() && heard.sense.is_empty() && !heard.lost);
    assert_knows_nobody(&heard);
}

#[test]
fn pythons_icalendar() {
    let heard = read(ICALENDAR);
    let title = "title=Short breaks board; spring, part 1";
    let place = "venue.mode=hybrid | venue.name=Orford Hub, Orford / Teams";
    let given = "notice.sent=2026-02-16 | organisers[0]=council | organisers[1]=forum";
    let board = |day: &str| {
        format!("{title} | kind=meeting | date={day} | start=10:00 | end=11:30 | {place} | {given}")
    };
    let mut expected = vec![
        board("2026-03-23"),
        board("2026-04-13"),
        format!(
            "{title} | date=2026-04-01 | start=14:00 | end=15:00 | moved_from[0].date=2026-03-30"
        ),
        "title=Transport survey | kind=survey | opens=2026-05-01 | closes=2026-05-31".to_owned(),
    ];
    expected.sort();
    let mut lines = heard.lines();
    lines.sort();
    assert_eq!(lines, expected);
    assert!(heard.faults.is_empty() && !heard.lost);
    assert_knows_nobody(&heard);
}

#[test]
fn pythons_ics() {
    assert_eq!(
        read(ICS).lines(),
        [
            "title=Coffee morning | date=2026-07-14 | start=10:00 | end=12:00 | venue.mode=online | venue.name=Zoom"
        ]
    );
}
