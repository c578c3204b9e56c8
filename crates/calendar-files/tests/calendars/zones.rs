//! Times come out as the clock on the wall shows them in England.

use super::{calendar, event, read};

const UK_RULES: &str = "BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT";

const EASTERN_RULES: &str = "BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT";

/// When a July meeting at ten of a zone is here, with an explanation of the zone or without one.
fn in_july(zone: &str, rules: Option<&str>) -> String {
    let explained = rules.map_or_else(String::new, |rules| {
        format!("BEGIN:VTIMEZONE\nTZID:{zone}\n{rules}\nEND:VTIMEZONE\n")
    });
    let entry = format!(
        "BEGIN:VEVENT\nSUMMARY:Board\nDTSTART;TZID={zone}:20260714T100000\nDTEND;TZID={zone}:20260714T110000\nEND:VEVENT"
    );
    let heard = read(&calendar(&format!("{explained}{entry}")));
    let [day, start, end] = ["date", "start", "end"].map(|name| heard.all(name).remove(0));
    format!("{day} {start} {end}")
}

#[test]
fn every_zone_that_means_uk_time_is_never_converted() {
    for (zone, rules) in [
        ("Europe/London", None),
        ("GMT Standard Time", None),
        ("GMT Standard Time 1", None),
        ("GMT Standard Time 12", Some(UK_RULES)),
        ("\"GMT Standard Time\"", None),
        ("GB", None),
        ("GMT", None),
        ("GMT", Some(UK_RULES)),
        ("UTC", Some(UK_RULES)),
        ("Customized Time Zone", Some(UK_RULES)),
        ("\"(UTC+00:00) Dublin, Edinburgh, Lisbon, London\"", None),
        (
            "\"(GMT) Greenwich Mean Time : Dublin, Edinburgh, London\"",
            None,
        ),
        ("/freeassociation.sourceforge.net/Europe/London", None),
        ("Our clock", Some("X-LIC-LOCATION:Europe/London")),
        ("Our clock", Some("X-MICROSOFT-CDO-TZID:1")),
    ] {
        assert_eq!(in_july(zone, rules), "2026-07-14 10:00 11:00", "{zone}");
    }
}

#[test]
fn other_zones_are_converted() {
    assert_eq!(in_july("America/New_York", None), "2026-07-14 15:00 16:00");
    assert_eq!(
        in_july("Eastern Standard Time", None),
        "2026-07-14 15:00 16:00"
    );
    assert_eq!(
        in_july("W. Europe Standard Time", None),
        "2026-07-14 09:00 10:00"
    );
    assert_eq!(in_july("Europe/Paris", None), "2026-07-14 09:00 10:00");
    assert_eq!(in_july("Etc/UTC", None), "2026-07-14 11:00 12:00");
    assert_eq!(in_july("Asia/Tokyo", None), "2026-07-14 02:00 03:00");
    // Rules that never move say that it is no civil time of ours.
    let fixed = "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD";
    assert_eq!(in_july("GMT", Some(fixed)), "2026-07-14 11:00 12:00");
}

#[test]
fn a_zone_that_only_the_file_knows_is_converted_by_its_rules() {
    assert_eq!(
        in_july("Customized Time Zone", Some(EASTERN_RULES)),
        "2026-07-14 15:00 16:00"
    );
    // On 10 March the clocks in America have been moved and ours have not: four hours.
    for (day, expected) in [
        ("20260303", "15:00"),
        ("20260310", "14:00"),
        ("20260331", "15:00"),
        ("20261027", "14:00"),
        ("20261103", "15:00"),
    ] {
        let heard = read(&calendar(&format!(
            "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\n{EASTERN_RULES}\nEND:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART;TZID=Customized Time Zone:{day}T100000\nEND:VEVENT"
        )));
        assert_eq!(heard.all("start"), [expected], "{day}");
    }
}

#[test]
fn onsets_that_are_listed_one_by_one_are_understood() {
    let listed = "BEGIN:STANDARD
DTSTART:20251026T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RDATE:20261025T020000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20260329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT";
    assert_eq!(in_july("GMT", Some(listed)), "2026-07-14 10:00 11:00");
    assert_eq!(in_july("Zone 7", Some(listed)), "2026-07-14 10:00 11:00");
}

#[test]
fn a_zone_that_nothing_explains_is_named_and_times_are_as_written() {
    let text = event("DTSTART;TZID=Nowhere:20260714T100000\nDTEND;TZID=Nowhere:20260714T110000");
    let heard = read(&text);
    assert_eq!(
        heard.lines(),
        ["title=Board | date=2026-07-14 | start=10:00 | end=11:00 | unknown_zone=Nowhere"]
    );
    // A zone that cannot be understood explains nothing.
    let broken = "BEGIN:STANDARD\nDTSTART:x\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD";
    let explained = format!("BEGIN:VTIMEZONE\nTZID:Nowhere\n{broken}\nEND:VTIMEZONE\n");
    let heard = read(&text.replace("BEGIN:VEVENT", &format!("{explained}BEGIN:VEVENT")));
    assert_eq!(heard.all("unknown_zone"), ["Nowhere"]);
}

#[test]
fn universal_and_floating_times() {
    let at = |start: &str| {
        let heard = read(&event(&format!("DTSTART:{start}")));
        format!("{} {}", heard.all("date")[0], heard.all("start")[0])
    };
    assert_eq!(at("20260714T100000"), "2026-07-14 10:00");
    assert_eq!(at("20260714T090000Z"), "2026-07-14 10:00");
    assert_eq!(at("20260114T090000Z"), "2026-01-14 09:00");
    assert_eq!(at("20260714T233000Z"), "2026-07-15 00:30");
    assert_eq!(at("20260714T100000+0200"), "2026-07-14 09:00");
}

#[test]
fn times_that_the_clocks_leave_out_or_show_twice() {
    let at = |start: &str| {
        let heard = read(&event(start));
        assert!(heard.problems().is_empty());
        format!("{} {}", heard.all("start")[0], heard.all("end")[0])
    };
    // On the wall nothing is converted, not even a time that there was not.
    assert_eq!(at("DTSTART;TZID=Europe/London:20260329T013000"), "01:30 -");
    assert_eq!(at("DTSTART;TZID=Europe/London:20261025T013000"), "01:30 -");
    // New York leaves out 02:30 on 8 March: half past two in winter time is 07:30 here.
    assert_eq!(
        at("DTSTART;TZID=America/New_York:20260308T023000"),
        "07:30 -"
    );
    // It shows 01:30 twice on 1 November; the first is in summer time, 05:30 here.
    assert_eq!(
        at("DTSTART;TZID=America/New_York:20261101T013000"),
        "05:30 -"
    );
    // From 01:30 in summer time to 01:15 in winter time; no end is better than a wrong one.
    assert_eq!(
        at("DTSTART:20261025T003000Z\nDTEND:20261025T011500Z"),
        "01:30 -"
    );
}

#[test]
fn an_entry_may_end_in_another_zone() {
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260714T100000\nDTEND:20260714T103000Z",
    ));
    assert_eq!(heard.all("end"), ["11:30"]);
}

#[test]
fn zones_are_those_of_their_own_calendar() {
    let one = |rules: &str, title: &str| {
        calendar(&format!(
            "BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART;TZID=Ours:20260714T100000\nEND:VEVENT\nBEGIN:VTIMEZONE\nTZID:Ours\n{rules}\nEND:VTIMEZONE"
        ))
    };
    let heard = read(&(one(UK_RULES, "A") + &one(EASTERN_RULES, "B")));
    assert_eq!(heard.all("start"), ["10:00", "15:00"]);
}

/// Rules of one year alone, without a word on those after it.
fn one_year(year: u32, spring: u32, autumn: u32) -> String {
    format!(
        "BEGIN:DAYLIGHT\nDTSTART:{year}03{spring}T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:{year}10{autumn}T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD"
    )
}

#[test]
fn names_of_zones_as_programs_have_them() {
    // Nine hours of universal time are ten in July.
    assert_eq!(
        in_july("tzone://Microsoft/Utc", None),
        "2026-07-14 11:00 12:00"
    );
    assert_eq!(
        in_july("British Summer Time", None),
        "2026-07-14 10:00 11:00"
    );
    // Ten in Berlin is nine here, all year.
    assert_eq!(
        in_july("W. Europe Standard Time", None),
        "2026-07-14 09:00 10:00"
    );
}

#[test]
fn the_rules_of_a_file_go_before_a_name_as_far_as_they_reach() {
    // What this file calls Paris keeps the clock of New York: ten there is three in the afternoon.
    assert_eq!(
        in_july("Europe/Paris", Some(EASTERN_RULES)),
        "2026-07-14 15:00 16:00"
    );
    let this_year = one_year(2026, 29, 25);
    assert_eq!(
        in_july("Europe/Paris", Some(&this_year)),
        "2026-07-14 09:00 10:00"
    );
    // Rules of years ago end in winter, and the name knows of this summer.
    let years_ago = one_year(2019, 31, 27);
    assert_eq!(
        in_july("Europe/Paris", Some(&years_ago)),
        "2026-07-14 09:00 10:00"
    );
    // Winter alone is no clock.
    let winter = "BEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD";
    assert_eq!(
        in_july("Europe/London", Some(winter)),
        "2026-07-14 10:00 11:00"
    );
}
