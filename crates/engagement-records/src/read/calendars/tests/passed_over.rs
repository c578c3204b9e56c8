//! Entries that are no engagements are counted by what they are.

use super::{calendar, read};

/// An entry of whole days, of which the last is not its own.
fn whole(title: &str, first: u32, after: u32, more: &str) -> String {
    format!(
        "BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART;VALUE=DATE:{first}\nDTEND;VALUE=DATE:{after}\n{more}END:VEVENT\n"
    )
}

fn timed(title: &str, more: &str) -> String {
    format!(
        "BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART;TZID=Europe/London:20260611T100000\nDTEND;TZID=Europe/London:20260611T110000\n{more}END:VEVENT\n"
    )
}

#[test]
fn a_school_calendar_has_one_coffee_morning() {
    let entries = [
        whole("Half Term", 20_260_525, 20_260_530, "TRANSP:TRANSPARENT\n"),
        whole(
            "INSET Day - school closed to pupils",
            20_260_601,
            20_260_602,
            "",
        ),
        whole(
            "Early May Bank Holiday",
            20_260_504,
            20_260_505,
            "CATEGORIES:Holiday\n",
        ),
        whole("Annual leave", 20_260_506, 20_260_509, ""),
        timed("SEND coffee morning for parents", ""),
        whole("Year 6 residential", 20_260_615, 20_260_620, ""),
    ];
    let heard = read(&calendar(entries.concat().trim_end()));
    assert_eq!(heard.all("title"), ["SEND coffee morning for parents"]);
    let counted = |what: &str| {
        let found = heard
            .passed_over
            .iter()
            .find(|(name, _)| name.contains(what));
        found.map(|(_, count)| *count)
    };
    for what in [
        "half terms",
        "INSET",
        "bank holidays",
        "leave",
        "name nobody",
    ] {
        assert_eq!(counted(what), Some(1), "{what}: {:?}", heard.passed_over);
    }
    assert!(heard.faults.is_empty(), "{:?}", heard.faults);
}

#[test]
fn whole_days_for_somebody_are_engagements() {
    for entry in [
        whole("Half term fun day for families", 20_260_525, 20_260_526, ""),
        whole("Annual conference", 20_260_615, 20_260_616, ""),
        whole(
            "Short breaks",
            20_260_615,
            20_260_616,
            "CATEGORIES:Survey\n",
        ),
        whole(
            "Open house",
            20_260_615,
            20_260_616,
            "X-CHARTER-AUDIENCE:parents\n",
        ),
        timed("INSET planning with governors", ""),
        timed("Holiday club review", ""),
    ] {
        let heard = read(&calendar(entry.trim_end()));
        assert_eq!(heard.records.len(), 1, "{entry}: {:?}", heard.passed_over);
    }
    let heard = read(&calendar(
        whole("Conference", 20_260_615, 20_260_618, "").trim_end(),
    ));
    assert_eq!(heard.all("date"), ["2026-06-15"]);
    assert_eq!(heard.all("last_day"), ["2026-06-17"]);
}

#[test]
fn reminders_and_holidays_are_no_engagements() {
    let whole = |title: &str, more: &str| whole(title, 20_260_615, 20_260_616, more);
    let guests = "ATTENDEE:mailto:parents@example.org\n";
    for (title, more, expected) in [
        ("Send newsletter", "", Some("reminders")),
        ("Send invites to parents", "", Some("reminders")),
        ("send out the draft minutes", "", Some("reminders")),
        ("SEND report due", "", Some("reminders")),
        ("Deadline: comments on SEND strategy", "", Some("reminders")),
        ("Deadline: comments", "LOCATION:Online\n", Some("reminders")),
        ("Half term", guests, Some("half terms")),
        ("October half term 2026", guests, Some("half terms")),
        ("Bin day", "", Some("name nobody")),
        ("SEND conference", "", None),
        ("SEND newsletter group", "", None),
        ("Send board", "", None),
        ("Summer picnic", "LOCATION:Park\n", None),
        ("Half term crafts", guests, None),
        ("Year 6 residential", guests, None),
    ] {
        let heard = read(&calendar(whole(title, more).trim_end()));
        let passed: Vec<&str> = heard
            .passed_over
            .iter()
            .map(|(why, _)| why.as_str())
            .collect();
        match expected {
            None => assert!(
                passed.iter().all(|why| why.contains("people")),
                "{title}: {passed:?}"
            ),
            Some(why) => assert!(
                passed.iter().any(|it| it.contains(why)),
                "{title}: {passed:?}"
            ),
        }
        assert_eq!(
            heard.records.len(),
            usize::from(expected.is_none()),
            "{title}"
        );
    }
}

#[test]
fn what_is_private_is_counted_and_never_told() {
    let entries = [
        timed("Dentist", "CLASS:PRIVATE\n"),
        timed("Scan results", "CLASS:Confidential\n"),
        timed("Busy", ""),
        timed("Board", "CLASS:PUBLIC\n"),
    ];
    let heard = read(&calendar(entries.concat().trim_end()));
    assert_eq!(heard.all("title"), ["Board"]);
    let said = format!("{heard:?}");
    assert!(
        !said.contains("Dentist") && !said.contains("Scan"),
        "{said}"
    );
    let counts: Vec<usize> = heard.passed_over.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [1, 2], "{:?}", heard.passed_over);
}

#[test]
fn titles_may_call_an_entry_off() {
    for (title, status) in [
        ("CANCELLED - SEND Partnership Board", "cancelled"),
        ("Canceled: Short breaks board", "cancelled"),
        ("Board (postponed)", "postponed"),
        ("Review of cancelled services", "-"),
    ] {
        let heard = read(&calendar(timed(title, "").trim_end()));
        assert_eq!(heard.all("status"), [status], "{title}");
    }
}

#[test]
fn the_end_in_an_unknown_zone_is_its_own() {
    let entry = "BEGIN:VEVENT\nSUMMARY:Board\nDTSTART;TZID=Nowhere/Land:20260615T093000\nDTEND;TZID=Nowhere/Land:20260615T110000\nEND:VEVENT";
    let heard = read(&calendar(entry));
    assert_eq!(heard.all("end"), ["!"]);
    assert!(
        heard.transcript.contains("DTEND: 2026-06-15 11:00"),
        "{}",
        heard.transcript
    );
}
