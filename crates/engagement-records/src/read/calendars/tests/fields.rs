//! What properties become.

use super::{calendar, day, event, read, read_in, year};
use crate::read::calendars::field_names::FieldNames;
use crate::record::NoticeFrom;

#[test]
fn whole_days_have_no_times() {
    let heard = read(&event(
        "DTSTART;VALUE=DATE:20260312\nDTEND;VALUE=DATE:20260313",
    ));
    assert_eq!(heard.lines(), ["title=Board | date=2026-03-12"]);
    assert!(heard.faults.is_empty());
    for lines in [
        "DTSTART;VALUE=DATE:20260312",
        "DTSTART:20260312",
        "DTSTART;VALUE=DATE:20260312\nDURATION:P1D",
        "DTSTART;VALUE=DATE:20260312\nDTEND;VALUE=DATE:20260312",
        "DTSTART;TZID=Europe/London:20260312T000000\nDTEND;TZID=Europe/London:20260313T000000",
    ] {
        let heard = read(&event(lines));
        assert_eq!(heard.lines(), ["title=Board | date=2026-03-12"], "{lines}");
        assert!(heard.faults.is_empty(), "{lines}");
    }
}

#[test]
fn several_whole_days_are_one_record_of_the_first_with_a_warning() {
    let heard = read(&event(
        "DTSTART;VALUE=DATE:20260312\nDTEND;VALUE=DATE:20260314",
    ));
    assert_eq!(
        heard.lines(),
        ["title=Board | date=2026-03-12 | last_day=2026-03-13"]
    );
    assert_eq!(
        heard.faults,
        ["warning several-days invites.ics:6 (Board, 12 March)"]
    );
    assert!(heard.messages.contains("until Fri 13 Mar 2026"));
}

#[test]
fn surveys_and_consultations_open_and_close() {
    for (lines, expected) in [
        (
            "DTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20260401\nCATEGORIES:Survey",
            "opens=2026-03-01 | closes=2026-03-31",
        ),
        (
            "DTSTART:20260301T090000\nDTEND:20260331T170000\nCATEGORIES:Surveys",
            "opens=2026-03-01 | closes=2026-03-31",
        ),
        (
            "DTSTART;VALUE=DATE:20260301\nCATEGORIES:survey",
            "opens=2026-03-01 | closes=2026-03-01",
        ),
        (
            "DTSTART:20260301T090000\nCATEGORIES:survey",
            "opens=2026-03-01",
        ),
    ] {
        let heard = read(&event(lines));
        assert_eq!(
            heard.lines(),
            [format!("title=Board | kind=survey | {expected}")],
            "{lines}"
        );
        assert!(heard.faults.is_empty() && heard.sense.is_empty(), "{lines}");
    }
    let heard = read(&event(
        "DTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20260401\nX-CHARTER-KIND:consultation",
    ));
    assert_eq!(
        heard.lines(),
        ["title=Board | opens=2026-03-01 | closes=2026-03-31 | kind=consultation"]
    );
}

#[test]
fn ends_and_lengths() {
    for (lines, end, codes) in [
        ("DTEND:20260312T113000", "11:30", vec![]),
        ("DURATION:PT1H30M", "11:30", vec![]),
        ("DURATION:PT0S", "-", vec![]),
        ("DTEND:20260312T100000", "-", vec![]),
        ("", "-", vec![]),
        ("DTEND:20260313T013000", "-", vec!["past-midnight"]),
        ("DURATION:P2D", "-", vec!["past-midnight"]),
        ("DTEND:20260312T090000", "!", vec!["end-before-start"]),
        ("DURATION:-PT1H", "!", vec!["end-before-start"]),
        ("DTEND:20260311T110000", "!", vec!["end-before-start"]),
        ("DTEND:later", "!", vec!["unreadable-end"]),
        ("DURATION:an hour", "!", vec!["unreadable-end"]),
    ] {
        let heard = read(&event(&format!("DTSTART:20260312T100000\n{lines}")));
        assert_eq!(heard.all("date"), ["2026-03-12"], "{lines}");
        let start = if end == "!" && codes == ["end-before-start"] {
            "!"
        } else {
            "10:00"
        };
        assert_eq!(heard.all("start"), [start], "{lines}");
        assert_eq!(heard.all("end"), [end], "{lines}");
        assert_eq!(heard.codes(), codes, "{lines}");
    }
}

#[test]
fn a_further_day_may_have_an_end_of_its_own() {
    let heard = read(&event(
        "DTSTART:20260325T093000\nDTEND:later\nRDATE;VALUE=PERIOD:20260401T093000/PT3H",
    ));
    assert_eq!(
        heard.lines(),
        [
            "title=Board | date=2026-03-25 | start=09:30 | end=!",
            "title=Board | date=2026-04-01 | start=09:30 | end=12:30"
        ]
    );
    assert_eq!(heard.codes(), ["unreadable-end"]);
}

#[test]
fn a_day_that_cannot_be_read_is_no_silence() {
    for (lines, at) in [
        ("DTSTART:20260231T100000", 6),
        ("DTSTART;VALUE=DATE:20261301", 6),
        ("DTSTART:soon", 6),
        ("DTSTART:20260312T250000", 6),
        ("LOCATION:Hub", 3),
    ] {
        let heard = read(&event(lines));
        assert_eq!(heard.all("date"), ["!"], "{lines}");
        assert_eq!(
            heard.faults,
            [format!("error no-day invites.ics:{at} (Board)")],
            "{lines}"
        );
        assert_eq!(heard.records.len(), 1);
    }
}

#[test]
fn categories_are_kinds_where_they_say_one() {
    for (category, kind) in [
        ("Meeting", "meeting"),
        ("Meetings", "meeting"),
        ("Red,Forum meeting", "forum-meeting"),
        ("FORUM MEETINGS", "forum-meeting"),
        ("Workshops", "workshop"),
        ("Red category", "-"),
    ] {
        let heard = read(&event(&format!(
            "DTSTART:20260312T100000\nCATEGORIES:{category}"
        )));
        assert_eq!(heard.all("kind"), [kind], "{category}");
        assert!(!heard.transcript.contains("Red"));
    }
}

#[test]
fn x_properties_are_fields() {
    let heard = read(&event(
        "DTSTART:20260312T100000
X-CHARTER-NOTICE-SENT:2026-02-16
X-NOTICE-CHANNEL:email
X-CHARTER-FEEDBACK-SENT:none
X-CHARTER-VENUE-ACCESS-STEP-FREE:yes
X-CHARTER-ORGANISERS:council\\,forum
X-CHARTER-AREAS:development; changes
X-CHARTER-PAPERS-FORMATS:easy-read,large print
X-CHARTER-ATTENDANCE-CYP:3
X-CHARTER-TITLE:Short breaks board
X-CHARTER-WE-DID:x
X-CONTACT:Nobody
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-WR-RELCALID:1",
    ));
    assert_eq!(
        heard.lines(),
        [concat!(
            "date=2026-03-12 | start=10:00 | notice.sent=2026-02-16 | notice.channel=email | ",
            "feedback.sent=none | venue.access.step_free=yes | organisers[0]=council | ",
            "organisers[1]=forum | areas[0]=development | areas[1]=changes | ",
            "papers.formats[0]=easy-read | papers.formats[1]=large print | attendance.cyp=3 | ",
            "title=Short breaks board | X-CHARTER-WE-DID=!"
        )]
    );
    assert_eq!(
        heard.faults,
        ["error unknown-field invites.ics:16 (Board, 12 March)"]
    );
    assert!(!heard.transcript.contains("Nobody"));
}

#[test]
fn an_unknown_field_has_a_nearest_one() {
    let heard = read(&event(
        "DTSTART:20260312T100000\nX-CHARTER-NOTICE-SNET:2026-02-16",
    ));
    assert_eq!(heard.codes(), ["unknown-field"]);
    assert!(heard.messages.contains("X-CHARTER-NOTICE-SENT"));
}

#[test]
fn what_is_said_twice_counts_not_at_all_and_lists_go_on() {
    let heard = read(&event(
        "DTSTART:20260312T100000\nX-CHARTER-NOTICE-SENT:2026-02-16\nX-NOTICE-SENT:2026-02-17\nX-CHARTER-AREAS:needs\nX-CHARTER-AREAS:changes",
    ));
    assert_eq!(heard.all("notice.sent"), ["!"]);
    assert_eq!(heard.codes(), ["duplicate-field"]);
    assert_eq!(heard.all("areas[1]"), ["changes"]);
}

#[test]
fn a_move_may_say_when_people_were_told() {
    let heard = read(&event(
        "DTSTART:20260312T100000\nRECURRENCE-ID:20260305T100000\nX-CHARTER-MOVED-FROM-TOLD:2026-02-20",
    ));
    assert_eq!(heard.all("moved_from[0].date"), ["2026-03-05"]);
    assert_eq!(heard.all("moved_from[0].told"), ["2026-02-20"]);
    assert!(heard.sense.is_empty());
}

#[test]
fn no_two_fields_are_spelled_alike() {
    let names = crate::read::item::tests::job(crate::read::Format::Calendar, |job| {
        FieldNames::new(&job.settings.words)
    });
    let mut paths: Vec<&str> = names.all().map(|known| known.path.as_str()).collect();
    assert!(paths.len() >= 80, "{}", paths.len());
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), names.all().count());
    for path in [
        "notice.sent",
        "moved_from.told",
        "venue.access.step_free",
        "scope_for_change.in",
    ] {
        assert!(paths.contains(&path), "{path}");
    }
}

#[test]
fn notice_is_what_the_charter_takes_for_it() {
    let lines = "DTSTART:20260312T100000\nCREATED:20260215T233000Z\nDTSTAMP:20260630T233000Z";
    let sent = |lines: &str, from| {
        let heard = read_in(&event(lines), year(2026), from);
        heard.all("notice.sent")[0].to_owned()
    };
    assert_eq!(sent(lines, None), "-");
    assert_eq!(sent(lines, Some(NoticeFrom::Created)), "2026-02-15");
    // Half past eleven at night in universal time is the next day in summer.
    assert_eq!(sent(lines, Some(NoticeFrom::Dtstamp)), "2026-07-01");
    let said = format!("{lines}\nX-CHARTER-NOTICE-SENT:2026-02-10");
    assert_eq!(sent(&said, Some(NoticeFrom::Created)), "2026-02-10");
}

#[test]
fn a_meeting_on_the_screen_is_online_without_its_link() {
    let heard = read(&event(
        "DTSTART:20260312T100000\nX-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
    ));
    assert_eq!(heard.all("venue.mode"), ["online"]);
    let heard = read(&event(
        "DTSTART:20260312T100000\nLOCATION:https://zoom.us/j/1?pwd=secret",
    ));
    assert_eq!(heard.all("venue.mode"), ["online"]);
    assert_eq!(heard.all("venue.name"), ["-"]);
    assert!(!heard.transcript.contains("secret"));
}

#[test]
fn texts_have_their_escapes_resolved_and_are_one_line() {
    let heard = read(&calendar(
        "BEGIN:VEVENT\nSUMMARY;LANGUAGE=\"en;gb:x\":Board\\, part \\; two\\nand\n  more \\\\ text\nDTSTART:20260312T100000\nEND:VEVENT",
    ));
    assert_eq!(heard.all("title"), ["Board, part ; two and more \\ text"]);
}

#[test]
fn labels_are_short_and_masked() {
    let heard = read(&calendar(
        "BEGIN:VEVENT\nSUMMARY:Call 07700 900123\nDTSTART:20260231\nEND:VEVENT",
    ));
    assert!(!heard.faults[0].contains("900123"), "{:?}", heard.faults);
    assert_eq!(day("2026-03-12").format("%-d %B").to_string(), "12 March");
}

#[test]
fn a_line_may_be_folded_within_a_letter() {
    let text = event("DTSTART:20260312T100000").into_bytes();
    let at = text.windows(5).position(|five| five == b"Board").unwrap();
    let mut bytes = text[..at].to_vec();
    bytes.extend_from_slice(b"Caf\xc3\n \xa9 morning");
    bytes.extend_from_slice(&text[at + 5..]);
    let mut titles = Vec::new();
    let scan = crate::read::item::tests::job(crate::read::Format::Calendar, |job| {
        crate::read::scan::scan(job, bytes, &mut |item, _| {
            let mut fields = Vec::new();
            super::flatten("", item.node, &mut fields, &mut Vec::new());
            titles.extend(fields.into_iter().next());
            true
        })
    });
    assert_eq!(titles, ["title=Café morning"]);
    assert!(scan.faults.is_empty());
}
