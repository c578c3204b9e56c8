//! What properties of one event become.

use super::{calendar, event, read};
use calendar_files::{Ending, Zone};

#[test]
fn every_property_has_its_line() {
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260312T100000\nDTEND;TZID=Europe/London:20260312T113000\nLOCATION:Orford Hub\nCATEGORIES:Meeting,Red\nCREATED:20260215T233000Z\nDTSTAMP:20260630T233000Z\nX-Notice:soon\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\nX-GOOGLE-CONFERENCE:https://meet.example.com/abc",
    ));
    assert_eq!(
        heard.lines(),
        ["title=Board | date=2026-03-12 | start=10:00 | end=11:30"]
    );
    let event = &heard.0.events[0];
    assert_eq!(event.line, 3);
    assert_eq!(event.summary.as_ref().unwrap().line, 5);
    let start = event.start.as_ref().unwrap();
    let moment = start.value.as_ref().unwrap();
    assert_eq!(start.line, 6);
    assert_eq!(moment.zone, Zone::Named("Europe/London".to_owned()));
    let end = event.end.as_ref().unwrap();
    assert_eq!(end.line, 7);
    assert!(matches!(end.value, Some(Ending::At(_))));
    assert_eq!(event.location.as_ref().unwrap().line, 8);
    let categories = event.categories.iter();
    let categories: Vec<_> = categories.map(|one| (one.line, &*one.value)).collect();
    assert_eq!(categories, [(9, "Meeting"), (9, "Red")]);
    assert_eq!(
        event.created.as_ref().unwrap().value,
        super::day("2026-02-15")
    );
    // Half past eleven at night in universal time is the next day in summer.
    assert_eq!(
        event.stamped.as_ref().unwrap().value,
        super::day("2026-07-01")
    );
    let [property] = event.x_properties.as_slice() else {
        panic!("{:?}", event.x_properties);
    };
    assert_eq!(
        (property.line, &*property.name, &*property.value),
        (12, "X-NOTICE", "soon")
    );
    let conference = event.conference.as_ref().unwrap();
    assert_eq!(
        (conference.line, conference.value),
        (14, "X-GOOGLE-CONFERENCE")
    );
    assert!(heard.problems().is_empty() && !heard.lost());
    assert_eq!(heard.ids(), ["-"]);
}

#[test]
fn whole_days_have_no_times() {
    for lines in [
        "DTSTART;VALUE=DATE:20260312\nDTEND;VALUE=DATE:20260313",
        "DTSTART;VALUE=DATE:20260312",
        "DTSTART:20260312",
        "DTSTART;VALUE=DATE:20260312\nDURATION:P1D",
        "DTSTART;VALUE=DATE:20260312\nDTEND;VALUE=DATE:20260312",
        "DTSTART;TZID=Europe/London:20260312T000000\nDTEND;TZID=Europe/London:20260313T000000",
    ] {
        let heard = read(&event(lines));
        assert_eq!(heard.lines(), ["title=Board | date=2026-03-12"], "{lines}");
    }
    let heard = read(&event(
        "DTSTART;VALUE=DATE:20260312\nDTEND;VALUE=DATE:20260314",
    ));
    assert_eq!(
        heard.lines(),
        ["title=Board | date=2026-03-12 | end=2026-03-13"]
    );
}

#[test]
fn ends_and_lengths() {
    for (lines, end) in [
        ("DTEND:20260312T113000", "11:30"),
        ("DURATION:PT1H30M", "11:30"),
        ("DURATION:PT0S", "-"),
        ("DTEND:20260312T100000", "-"),
        ("", "-"),
        ("DTEND:20260313T013000", "2026-03-13"),
        ("DURATION:P2D", "2026-03-14"),
        ("DTEND:20260312T090000", "backwards"),
        ("DURATION:-PT1H", "backwards"),
        ("DTEND:20260311T110000", "backwards"),
        ("DTEND:later", "!"),
        ("DURATION:an hour", "!"),
    ] {
        let heard = read(&event(&format!("DTSTART:20260312T100000\n{lines}")));
        assert_eq!(heard.all("date"), ["2026-03-12"], "{lines}");
        assert_eq!(heard.all("start"), ["10:00"], "{lines}");
        assert_eq!(heard.all("end"), [end], "{lines}");
        let unreadable = usize::from(end == "!");
        assert_eq!(heard.0.events[0].unreadable.len(), unreadable, "{lines}");
    }
}

#[test]
fn a_day_that_cannot_be_read_is_told_from_one_that_is_not_there() {
    for (lines, written) in [
        ("DTSTART:20260231T100000", Some("20260231T100000")),
        ("DTSTART;VALUE=DATE:20261301", Some("20261301")),
        ("DTSTART:soon", Some("soon")),
        ("DTSTART:20260312T250000", Some("20260312T250000")),
        ("LOCATION:Hub", None),
    ] {
        let heard = read(&event(lines));
        assert_eq!(heard.lines(), ["title=Board | date=!"], "{lines}");
        let event = &heard.0.events[0];
        assert_eq!(event.start.is_some(), written.is_some(), "{lines}");
        let unreadable = event.unreadable.first();
        assert_eq!(unreadable.map(|one| &*one.text), written, "{lines}");
    }
}

#[test]
fn texts_have_their_escapes_resolved_and_are_one_line() {
    let heard = read(&calendar(
        "BEGIN:VEVENT\nSUMMARY;LANGUAGE=\"en;gb:x\":Board\\, part \\; two\\nand\n  more \\\\ text\nDTSTART:20260312T100000\nX-MORE:one\\ntwo\nEND:VEVENT",
    ));
    assert_eq!(heard.all("title"), ["Board, part ; two and more \\ text"]);
    assert_eq!(heard.0.events[0].x_properties[0].value, "one\ntwo");
}
