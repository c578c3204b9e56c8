//! Events that are repeated.

use std::fmt::Write as _;

use super::{Heard, calendar, day, event, read, read_in, year};
use calendar_files::{LeftOutKind, Period};

fn dates(heard: &Heard) -> Vec<String> {
    heard.each(|_, occurrence| {
        let when = occurrence.when.unwrap();
        let start = when.start.map(|start| start.format(" %H:%M").to_string());
        when.day.format("%m-%d").to_string() + &start.unwrap_or_default()
    })
}

#[test]
fn a_weekly_meeting_stays_at_ten_when_the_clocks_are_moved() {
    let expected = ["03-23 10:00", "03-30 10:00", "04-06 10:00"];
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260323T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3",
    ));
    assert_eq!(dates(&heard), expected);
    assert_eq!(heard.all("end"), ["11:00", "11:00", "11:00"]);
    assert_eq!(heard.ids(), ["2026-03-23", "2026-03-30", "2026-04-06"]);
    let heard = read(&event(
        "DTSTART;TZID=GMT Standard Time:20261019T100000\nRRULE:FREQ=WEEKLY;COUNT=2",
    ));
    assert_eq!(dates(&heard), ["10-19 10:00", "10-26 10:00"]);
}

#[test]
fn a_weekly_meeting_in_universal_time_moves_with_the_clocks() {
    let heard = read(&event(
        "DTSTART:20260323T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3",
    ));
    assert_eq!(dates(&heard), ["03-23 09:00", "03-30 10:00", "04-06 10:00"]);
    let heard = read(&event(
        "DTSTART:20261019T090000Z\nRRULE:FREQ=WEEKLY;COUNT=2",
    ));
    assert_eq!(dates(&heard), ["10-19 10:00", "10-26 09:00"]);
}

#[test]
fn a_series_in_another_zone_keeps_that_zones_clock() {
    // Ten in New York is two here while only their clocks have been moved.
    let heard = read(&event(
        "DTSTART;TZID=America/New_York:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=5",
    ));
    assert_eq!(
        dates(&heard),
        [
            "03-02 15:00",
            "03-09 14:00",
            "03-16 14:00",
            "03-23 14:00",
            "03-30 15:00"
        ]
    );
}

#[test]
fn rules_of_months_and_years() {
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260108T183000\nRRULE:FREQ=MONTHLY;BYDAY=2TH;COUNT=4",
    ));
    assert_eq!(
        dates(&heard),
        ["01-08 18:30", "02-12 18:30", "03-12 18:30", "04-09 18:30"]
    );
    // Months without a 31st are left out.
    let heard = read(&event(
        "DTSTART:20260131T100000\nRRULE:FREQ=MONTHLY;COUNT=3",
    ));
    assert_eq!(dates(&heard), ["01-31 10:00", "03-31 10:00", "05-31 10:00"]);
    let heard = read(&event(
        "DTSTART:20260130T100000\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
    ));
    assert_eq!(dates(&heard), ["01-30 10:00", "02-27 10:00", "03-31 10:00"]);
    let heard = read(&event("DTSTART;VALUE=DATE:20240312\nRRULE:FREQ=YEARLY"));
    assert_eq!(dates(&heard), ["03-12"]);
}

#[test]
fn an_end_in_universal_time_counts_on_the_series_own_clock() {
    // 09:00Z on 30 March is ten in London: that meeting is the last.
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260323T100000\nRRULE:FREQ=WEEKLY;UNTIL=20260330T090000Z",
    ));
    assert_eq!(dates(&heard), ["03-23 10:00", "03-30 10:00"]);
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260323T100000\nRRULE:FREQ=WEEKLY;UNTIL=20260330T085959Z",
    ));
    assert_eq!(dates(&heard), ["03-23 10:00"]);
    // A day counts to its end.
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260323T100000\nRRULE:FREQ=WEEKLY;UNTIL=20260330",
    ));
    assert_eq!(dates(&heard), ["03-23 10:00", "03-30 10:00"]);
    let heard = read(&event(
        "DTSTART;VALUE=DATE:20260323\nRRULE:FREQ=WEEKLY;UNTIL=20260330",
    ));
    assert_eq!(dates(&heard), ["03-23", "03-30"]);
}

#[test]
fn days_are_added_and_left_out() {
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260302T100000
RRULE:FREQ=WEEKLY;COUNT=5
EXDATE;TZID=Europe/London:20260309T100000,20260316T100000
EXDATE:20260330T090000Z
RDATE;TZID=Europe/London:20260305T140000
RDATE;VALUE=DATE:20260306",
    ));
    assert_eq!(
        dates(&heard),
        ["03-02 10:00", "03-05 14:00", "03-06 10:00", "03-23 10:00"]
    );
    let heard = read(&event(
        "DTSTART:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20260309",
    ));
    assert_eq!(dates(&heard), ["03-02 10:00", "03-16 10:00"]);
}

#[test]
fn an_entry_may_have_several_rules() {
    let heard = read(&event(
        "DTSTART:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=MONTHLY;COUNT=2",
    ));
    assert_eq!(dates(&heard), ["03-02 10:00", "03-09 10:00", "04-02 10:00"]);
}

#[test]
fn the_first_day_counts_even_where_the_rule_would_not_have_it() {
    let heard = read(&event(
        "DTSTART:20260303T100000\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3",
    ));
    assert_eq!(dates(&heard), ["03-03 10:00", "03-09 10:00", "03-16 10:00"]);
}

#[test]
fn only_days_in_the_period_are_read() {
    let text = event("DTSTART;TZID=Europe/London:20200106T100000\nRRULE:FREQ=WEEKLY");
    let period = |since: Option<&str>, until: Option<&str>| Period {
        since: since.map(day),
        until: until.map(day),
    };
    let heard = read_in(&text, period(Some("2026-03-02"), Some("2026-03-16")));
    assert_eq!(dates(&heard), ["03-02 10:00", "03-09 10:00", "03-16 10:00"]);
    assert!(heard.problems().is_empty());
    // Nothing in the period: said by a count, not by silence.
    let heard = read_in(&text, period(None, Some("2019-12-31")));
    assert!(heard.lines().is_empty() && heard.problems().is_empty());
    assert_eq!(heard.left_out(), [(LeftOutKind::OutsidePeriod, 1)]);
    // Entries that are not repeated are read whenever they are.
    let heard = read_in(&event("DTSTART:20200106T100000"), year(2026));
    assert_eq!(heard.all("date"), ["2020-01-06"]);
}

#[test]
fn without_a_period_a_series_is_read_for_two_years() {
    let heard = read_in(
        &event("DTSTART:20260105T100000\nRRULE:FREQ=WEEKLY"),
        Period::default(),
    );
    // From 5 January 2026 to 3 January 2028, every seven days.
    assert_eq!(heard.all("date").len(), 105);
    assert_eq!(heard.all("date").last().unwrap(), "2028-01-03");
    assert_eq!(heard.problems(), ["7: Endless(2028-01-05)"]);
    let since = Period {
        since: Some(day("2026-01-01")),
        until: None,
    };
    let heard = read_in(&event("DTSTART:20100104T100000\nRRULE:FREQ=YEARLY"), since);
    assert_eq!(heard.all("date"), ["2026-01-04", "2027-01-04"]);
    // With an end of its own there is nothing to say.
    let heard = read_in(
        &event("DTSTART:20260105T100000\nRRULE:FREQ=WEEKLY;COUNT=3"),
        Period::default(),
    );
    assert_eq!((heard.all("date").len(), heard.problems().len()), (3, 0));
}

#[test]
fn a_thousand_occurrences_are_enough() {
    let heard = read_in(
        &event("DTSTART:20200101T100000\nRRULE:FREQ=DAILY"),
        Period {
            since: None,
            until: Some(day("2026-12-31")),
        },
    );
    assert_eq!(heard.all("date").len(), 1_000);
    assert_eq!(heard.problems(), ["7: TooManyOccurrences"]);
    assert!(heard.lost());
}

#[test]
fn the_series_of_a_file_have_so_many_occurrences_and_other_entries_are_all_read() {
    // Thirty series of 700 days are 21,000 occurrences; the last of them ends where it is too much.
    let mut text = String::new();
    for number in 0..40 {
        let _ = writeln!(
            text,
            "BEGIN:VEVENT\nUID:s{number}\nSUMMARY:Series\nDTSTART:20240101T100000\nRRULE:FREQ=DAILY;COUNT=700\nEND:VEVENT"
        );
    }
    for number in 0..20_000 {
        let _ = writeln!(
            text,
            "BEGIN:VEVENT\nUID:e{number}\nSUMMARY:Single\nDTSTART:20260312T100000\nEND:VEVENT"
        );
    }
    let heard = read_in(&calendar(&text), Period::default());
    let of = |title| {
        heard
            .all("title")
            .iter()
            .filter(|one| **one == title)
            .count()
    };
    assert_eq!((of("Series"), of("Single")), (20_000, 20_000));
    // 28 whole series have 19,600; each takes six lines, below two of the calendar.
    let line = 2 + 28 * 6 + 5;
    assert_eq!(heard.problems(), [format!("{line}: TooManyInFile")]);
    assert!(heard.lost());
}

#[test]
fn a_rule_that_cannot_be_read_leaves_the_first_occurrence() {
    for rule in [
        "FREQ=SOMETIMES",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=many",
        "FREQ=MONTHLY;BYMONTHDAY=257",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;COUNT=3",
        "FREQ=WEEKLY;UNTIL=20260231T100000Z",
        "FREQ=WEEKLY;BYWHATEVER=3",
        "COUNT=3",
        "",
    ] {
        let heard = read(&event(&format!("DTSTART:20260302T100000\nRRULE:{rule}")));
        assert_eq!(dates(&heard), ["03-02 10:00"], "{rule}");
        assert_eq!(heard.problems(), ["7: UnreadableRule"], "{rule}");
        assert!(heard.lost());
    }
}

#[test]
fn days_that_cannot_be_read_are_faults() {
    let heard = read(&event(
        "DTSTART:20260302T100000\nRRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:20260231T100000\nRDATE:never",
    ));
    assert_eq!(dates(&heard), ["03-02 10:00", "03-09 10:00"]);
    assert_eq!(
        heard.problems(),
        ["9: UnreadableRdate", "8: UnreadableExdate"]
    );
}

#[test]
fn several_on_one_day_are_numbered_by_time_and_title_whatever_their_order() {
    let one = |title: &str, at: &str| {
        format!("BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART:20260312T{at}00\nEND:VEVENT")
    };
    let parts = [
        one("Board", "1400"),
        one("Coffee", "0900"),
        one("Arts", "1400"),
    ];
    let heard = read(&calendar(&parts.join("\n")));
    assert_eq!(heard.all("title"), ["Board", "Coffee", "Arts"]);
    assert_eq!(heard.ids(), ["2026-03-12-3", "2026-03-12", "2026-03-12-2"]);
    let [first, second, third] = parts;
    let heard = read(&calendar(&[third, first, second].join("\n")));
    assert_eq!(heard.all("title"), ["Arts", "Board", "Coffee"]);
    assert_eq!(heard.ids(), ["2026-03-12-2", "2026-03-12-3", "2026-03-12"]);
}

#[test]
fn a_rule_may_say_that_it_is_of_our_own_calendar() {
    for rule in [
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT;COUNT=3",
        "FREQ=MONTHLY;rscale=gregorian;COUNT=3",
    ] {
        let heard = read(&event(&format!("DTSTART:20260131T100000\nRRULE:{rule}")));
        assert_eq!(
            dates(&heard),
            ["01-31 10:00", "03-31 10:00", "05-31 10:00"],
            "{rule}"
        );
        assert!(heard.problems().is_empty());
    }
    for rule in [
        "RSCALE=CHINESE;FREQ=YEARLY",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD",
    ] {
        let heard = read(&event(&format!("DTSTART:20260131T100000\nRRULE:{rule}")));
        assert_eq!(heard.problems(), ["7: UnreadableRule"], "{rule}");
    }
}

#[test]
fn a_rule_may_leave_days_out() {
    // Every other of six, as calendars before 2009 say it.
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260318T093000\nRRULE:FREQ=WEEKLY;COUNT=6\nEXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3",
    ));
    assert_eq!(dates(&heard), ["03-25 09:30", "04-08 09:30", "04-22 09:30"]);
    assert!(heard.problems().is_empty());
    // A first day that the rule does not name stays.
    let heard = read(&event(
        "DTSTART:20260303T100000\nRRULE:FREQ=DAILY;COUNT=7\nEXRULE:FREQ=WEEKLY;BYDAY=MO,WE,TH,FR,SA,SU",
    ));
    assert_eq!(dates(&heard), ["03-03 10:00"]);
    let heard = read(&event(
        "DTSTART:20260303T100000\nRRULE:FREQ=DAILY;COUNT=2\nEXRULE:FREQ=SOMETIMES",
    ));
    assert_eq!(dates(&heard), ["03-03 10:00", "03-04 10:00"]);
    assert_eq!(heard.problems(), ["8: UnreadableExrule"]);
}

#[test]
fn a_further_day_may_have_an_end_of_its_own() {
    let heard = read(&event(
        "DTSTART;TZID=Europe/London:20260325T093000
DTEND;TZID=Europe/London:20260325T110000
RDATE;VALUE=PERIOD:20260401T083000Z/PT3H,20260408T123000Z/20260408T143000Z
RDATE;TZID=Europe/London:20260415T093000",
    ));
    assert_eq!(
        dates(&heard),
        ["03-25 09:30", "04-01 09:30", "04-08 13:30", "04-15 09:30"]
    );
    assert_eq!(heard.all("end"), ["11:00", "12:30", "15:30", "11:00"]);
    let own_ends = heard.each(|_, occurrence| occurrence.own_end);
    assert_eq!(own_ends, [None, Some(8), Some(8), None]);
}
