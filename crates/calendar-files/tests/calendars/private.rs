//! Nothing of the people who are invited gets any further.

use std::fmt::Write as _;

use super::{calendar, read};
use calendar_files::{LeftOutKind, identify};

fn invitation() -> String {
    let mut people = String::new();
    for number in 0..200 {
        let _ = writeln!(
            people,
            "ATTENDEE;CN=\"Zebedee Quill {number}\";ROLE=REQ-PARTICIPANT:mailto:zebedee\n .quill{number}@example.org"
        );
    }
    calendar(&format!(
        "BEGIN:VEVENT
UID:zebedee.quill@example.org
ORGANIZER;CN=Zebedee Quill:mailto:zebedee.quill@example.org
SUMMARY:Short breaks board
DTSTART:20260312T100000
{people}CONTACT:Zebedee Quill 07700 900123
DESCRIPTION:Dear Zebedee,\\nring 01632 960123
X-ALT-DESC;FMTTYPE=text/html:<p>Zebedee Quill</p>
COMMENT:Zebedee cannot come
ATTACH;FILENAME=Zebedee.pdf:https://example.org/secret
URL:https://example.org/secret
CONFERENCE;VALUE=URI:https://example.org/secret
X-MICROSOFT-SCHEDULINGSERVICEUPDATEURL:https://example.org/secret
BEGIN:VALARM
ACTION:EMAIL
ATTENDEE:mailto:zebedee.quill@example.org
SUMMARY:Zebedee
END:VALARM
END:VEVENT
BEGIN:VTODO
SUMMARY:Ring Zebedee
END:VTODO"
    ))
}

#[test]
fn people_are_counted_and_nothing_else() {
    let heard = read(&invitation());
    assert_eq!(heard.0.events[0].attendees, 200);
    assert_eq!(
        heard.left_out(),
        [
            (LeftOutKind::Todo, 1),
            (LeftOutKind::Attendee, 200),
            (LeftOutKind::Description, 1)
        ]
    );
    let said = format!("{heard:?}");
    assert!(said.contains("Short breaks board"));
    for secret in ["Zebedee", "Quill", "zebedee", "secret", "960123"] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
}

#[test]
fn a_version_says_nothing_but_which_event_it_is_of_and_how_new() {
    let text = invitation().replace("zebedee.quill@example.org", "1");
    let said = format!("{:?}", identify(&text));
    assert!(said.contains("\"1\""));
    for secret in ["board", "Zebedee", "example"] {
        assert!(!said.contains(secret), "{secret} in {said}");
    }
}
