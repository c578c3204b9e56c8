//! Nothing of the people who are invited gets any further.

use std::fmt::Write as _;

use super::{Heard, calendar, read};
use crate::read::Format;
use crate::read::item::Contents;
use crate::read::item::tests::job;

fn assert_knows_nobody(heard: &Heard) {
    let said = format!("{heard:?}");
    for secret in ["@", "Zebedee", "Quill", "900", "secret", "mailto", "ZZ99"] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
}

fn invitation(extra: &str) -> String {
    let mut people = String::new();
    for number in 0..200 {
        let _ = writeln!(
            people,
            "ATTENDEE;CN=\"Zebedee Quill {number}\";ROLE=REQ-PARTICIPANT;X-NUM-GUESTS=0:mailto:zebedee\n .quill{number}@example.org"
        );
    }
    format!(
        "BEGIN:VEVENT
UID:zebedee.quill@example.org
ORGANIZER;CN=Zebedee Quill:mailto:zebedee.quill@example.org
SUMMARY:Short breaks board
DTSTART:20260312T100000
{people}CONTACT:Zebedee Quill 07700 900123
DESCRIPTION:Dear Zebedee,\\nring 01632 960123\\, ZZ99 9ZZ
X-ALT-DESC;FMTTYPE=text/html:<p>Zebedee Quill</p>
COMMENT:Zebedee cannot come
ATTACH;FILENAME=Zebedee.pdf:https://example.org/secret
URL:https://example.org/secret
CONFERENCE;VALUE=URI:https://example.org/secret
LOCATION:Room 3 (zebedee.quill@example.org) https://example.org/secret
CATEGORIES:Zebedee Quill,Meeting
CLASS:PUBLIC
X-MICROSOFT-SCHEDULINGSERVICEUPDATEURL:https://example.org/secret
X-MS-OLK-SENDER;CN=\"Zebedee Quill\":mailto:zebedee.quill@example.org
{extra}
BEGIN:VALARM
ACTION:EMAIL
ATTENDEE:mailto:zebedee.quill@example.org
SUMMARY:Zebedee
DTSTART:20260101T000000
END:VALARM
END:VEVENT
BEGIN:VTODO
SUMMARY:Ring Zebedee
END:VTODO
BEGIN:VTODO
SUMMARY:Ring Zebedee again
END:VTODO
BEGIN:VJOURNAL
DESCRIPTION:Zebedee
END:VJOURNAL"
    )
}

#[test]
fn people_are_counted_and_nothing_else() {
    let heard = read(&calendar(&invitation("STATUS:CONFIRMED")));
    assert_eq!(
        heard.lines(),
        [
            "title=Short breaks board | kind=meeting | date=2026-03-12 | start=10:00 | venue.mode=hybrid | venue.name=Room 3"
        ]
    );
    assert!(heard.faults.is_empty());
    assert_eq!(
        heard.passed_over,
        [
            (
                "descriptions in calendars, which are not read".to_owned(),
                1
            ),
            ("journal entries in calendars".to_owned(), 1),
            (
                "people invited in calendars, who are not read".to_owned(),
                200
            ),
            ("to-do entries in calendars".to_owned(), 2),
        ]
    );
    assert_knows_nobody(&heard);
}

#[test]
fn faults_do_not_speak_of_people_either() {
    for extra in [
        "RRULE:FREQ=Zebedee",
        "EXDATE:Zebedee",
        "RDATE:zebedee@example.org",
        "DTEND:Zebedee",
        "RECURRENCE-ID:Zebedee",
        "X-ZEBEDEE:Quill",
        "SEQUENCE:Zebedee",
    ] {
        assert_knows_nobody(&read(&calendar(&invitation(extra))));
    }
    let text =
        calendar(&invitation("")).replace("DTSTART:20260312T100000", "DTSTART:Zebedee Quill");
    assert_knows_nobody(&read(&text));
    let cut = text.split_once("BEGIN:VALARM").unwrap().0;
    let heard = read(cut);
    assert_eq!(heard.codes(), ["entry-without-end"]);
    assert_knows_nobody(&heard);
}

#[test]
fn a_line_break_within_a_description_gives_nothing_away() {
    let broken = "DESCRIPTION:Dear all,\nSUMMARY:Zebedee\nContact Zebedee\nLOCATION:Hub";
    let text =
        format!("BEGIN:VEVENT\nSUMMARY:Board\nDTSTART:20260312T100000\n{broken}\nEND:VEVENT");
    let heard = read(&calendar(&text));
    assert_eq!(heard.all("title"), ["Board"]);
    assert_knows_nobody(&heard);
}

#[test]
fn a_calendar_that_cannot_be_decoded_is_not_kept_in_part() {
    let bytes = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN=Zebedee:x\nSUMMARY:caf\x81".to_vec();
    let scan = job(Format::Calendar, |job| {
        crate::read::scan::scan(job, bytes, &mut |_, _| true)
    });
    assert_eq!(scan.faults[0].code, "not-text");
    assert_eq!(scan.faults[0].span().map(|span| span.end), Some(0));
    assert!(matches!(scan.contents, Contents::Text(text) if text.is_empty()));
}
