//! Texts that say more than a day, or less.

use super::*;

#[test]
fn days_by_iso_8601() {
    // 2 March 2026 is a Monday; 1 January 2027 is the Friday of week 53 of 2026.
    for (text, expected) in [
        ("2026-W10-1", date(2026, 3, 2)),
        ("2026W101", date(2026, 3, 2)),
        ("2026-W53-5", date(2027, 1, 1)),
    ] {
        assert_eq!(
            read_day(text, DayFirst),
            DayReading::On(expected, None),
            "{text}"
        );
    }
    assert_eq!(
        read_day("2026-W10", DayFirst),
        DayReading::Unclear(UnclearDay::Week)
    );
}

#[test]
fn from_a_day_to_a_day() {
    let march = |first, last| (date(2026, 3, first), date(2026, 3, last));
    for (text, (first, last)) in [
        ("12-13 March 2026", march(12, 13)),
        ("12–13 March 2026", march(12, 13)),
        ("9 to 13 March 2026", march(9, 13)),
        ("Mon 9 – Fri 13 March 2026", march(9, 13)),
        ("12 & 13 March 2026", march(12, 13)),
        ("12/13 March 2026", march(12, 13)),
        ("12 and 13 March 2026", march(12, 13)),
        ("12 March - 14 March 2026", march(12, 14)),
        ("from 12 to 14 March 2026", march(12, 14)),
        ("March 12-14 2026", march(12, 14)),
        ("March 12 - 14, 2026", march(12, 14)),
        ("2 - 20 March 2026", march(2, 20)),
        ("02/03/2026 - 20/03/2026", march(2, 20)),
        ("02/03/26-20/03/26", march(2, 20)),
        ("02/03 - 20/03/2026", march(2, 20)),
        ("12.03.2026 - 14.03", march(12, 14)),
        ("2026-03-02/2026-03-20", march(2, 20)),
        ("2026-03-02 to 2026-03-20", march(2, 20)),
        ("March 2, 2026 → March 20, 2026", march(2, 20)),
        (
            "2 Feb 2026 – 30 Apr 2026",
            (date(2026, 2, 2), date(2026, 4, 30)),
        ),
        (
            "30 December - 2 January 2026",
            (date(2025, 12, 30), date(2026, 1, 2)),
        ),
        (
            "30 December 2025 - 2 January",
            (date(2025, 12, 30), date(2026, 1, 2)),
        ),
    ] {
        let hours = None;
        assert_eq!(
            read_day(text, DayFirst),
            DayReading::Through { first, last, hours },
            "{text}"
        );
    }
    assert_eq!(
        read_day("12-13 March 2026, 10am - 3pm", DayFirst),
        DayReading::Through {
            first: date(2026, 3, 12),
            last: date(2026, 3, 13),
            hours: Some(TimeReading::Between(clock(10, 0), clock(15, 0))),
        }
    );
}

#[test]
fn days_without_a_year_wait_for_one() {
    let thursday = Some(chrono::Weekday::Thu);
    let of = |month, day, weekday| DayOfYear::new(month, day, weekday).unwrap();
    let at = |hour, minute| Some(TimeReading::At(clock(hour, minute)));
    for (text, expected, hours) in [
        ("26 February", of(2, 26, None), None),
        ("Feb 5th", of(2, 5, None), None),
        ("15/1", of(1, 15, None), None),
        ("12/03", of(3, 12, None), None),
        ("26-Mar", of(3, 26, None), None),
        ("May 5", of(5, 5, None), None),
        ("5 March 10am", of(3, 5, None), at(10, 0)),
        ("Thursday 5th March", of(3, 5, thursday), None),
        ("Thursday 5 March, 18.30", of(3, 5, thursday), at(18, 30)),
        ("Thursday 5 March, 18:30", of(3, 5, thursday), at(18, 30)),
        (
            "5 March 10-12",
            of(3, 5, None),
            Some(TimeReading::Between(clock(10, 0), clock(12, 0))),
        ),
    ] {
        assert_eq!(
            read_day(text, DayFirst),
            DayReading::NoYear(expected, hours),
            "{text}"
        );
    }
    assert_eq!(
        read_day("1/15", MonthFirst),
        DayReading::NoYear(of(1, 15, None), None)
    );
}

#[test]
fn what_was_moved_may_leave_both_years_open() {
    let of = |month, day| DayOfYear::new(month, day, None).unwrap();
    for text in [
        "24 Feb (moved from 17 Feb)",
        "24/2 (was 17/2)",
        "17 Feb - postponed to 24 Feb",
        "moved from 17 February to 24 February",
        "24 Feb (moved from 17 Feb - half term)",
    ] {
        let (on, from, hours) = (of(2, 24), of(2, 17), None);
        assert_eq!(
            read_day(text, DayFirst),
            DayReading::MovedNoYear { on, from, hours },
            "{text}"
        );
    }
}

#[test]
fn what_was_moved_names_both_days() {
    let (old, new) = (date(2026, 3, 5), date(2026, 3, 12));
    for text in [
        "12/03/2026 (moved from 05/03/2026)",
        "12/03/2026 (rescheduled from 5 March)",
        "12/03/2026 - postponed from 05/03/2026",
        "12 March 2026, originally 5 March",
        "12 March 2026 (was 5 March)",
        "12 March 2026 (was Thursday 5th March)",
        "12/3/26 instead of 5/3",
        "12/03/2026 (originally planned for 05/03/2026)",
        "05/03/2026 (postponed to 12/03/2026)",
        "5 March 2026 moved to 12 March",
        "5/3 put back to 12/3/26",
        "05/03/2026 - now re-arranged to Thurs 12th March 2026",
        "moved from 5 March to 12 March 2026",
    ] {
        assert_eq!(
            read_day(text, DayFirst),
            DayReading::Moved {
                on: new,
                from: old,
                hours: None
            },
            "{text}"
        );
    }
    assert_eq!(
        read_day("12/03/2026 10am (moved from 05/03/2026)", DayFirst),
        DayReading::Moved {
            on: new,
            from: old,
            hours: Some(TimeReading::At(clock(10, 0))),
        }
    );
}

#[test]
fn what_was_moved_within_its_day_is_on_that_day() {
    let hours = Some(TimeReading::At(clock(10, 0)));
    for (text, hours) in [
        ("12/03/2026 (moved from 12/03/2026)", None),
        ("12/03/2026 10am (moved from 12 March)", hours),
        ("moved from 12 March to 12 March 2026", None),
    ] {
        let expected = DayReading::On(date(2026, 3, 12), hours);
        assert_eq!(read_day(text, DayFirst), expected, "{text}");
    }
    let no_year = DayReading::NoYear(DayOfYear::new(3, 12, None).unwrap(), None);
    assert_eq!(
        read_day("12 March (moved from 12 March)", DayFirst),
        no_year
    );
}

#[test]
fn a_day_among_other_words() {
    let whole = |month, day| WrittenDay::Whole(date(2026, month, day));
    let no_year = |month, day| WrittenDay::NoYear(DayOfYear::new(month, day, None).unwrap());
    for (text, day, is_first) in [
        ("12 March 2026 at the hall", whole(3, 12), true),
        ("01/06/2026 www.council.example/sb", whole(6, 1), true),
        ("Minutes sent 16/9", no_year(9, 16), false),
        ("Minutes 21/1", no_year(1, 21), false),
        ("You said we did sent 20/10", no_year(10, 20), false),
        ("yes 10/2", no_year(2, 10), false),
        ("Facebook 4/9", no_year(9, 4), false),
        ("Poster given out 1/12", no_year(12, 1), false),
        ("evaluation sent round 20/4", no_year(4, 20), false),
        ("Minutes sent 1/9/2026 to all", whole(9, 1), false),
        (
            "emailed to all parents and carers 1/9",
            no_year(9, 1),
            false,
        ),
        ("1/9 to all those who came", no_year(9, 1), true),
        ("notes to attendees 1/9", no_year(9, 1), false),
        ("emailed 16th Feb 2026", whole(2, 16), false),
    ] {
        assert_eq!(
            read_day(text, DayFirst),
            DayReading::Among { day, is_first },
            "{text}"
        );
    }
    for text in [
        "Summary due 20/4",
        "to be sent 20/4",
        "to all be sent 20/4",
        "sent 20/4 to be checked",
        "20/4 to the board",
        "20/4 to members of the board",
        "sent to all staff 20/4",
        "sent to parents and carers forum 20/4",
        "20/4 to those on the list",
        "sent to and from parents 20/4",
        "chased 16/9",
        "not sent by 16/9",
        "sent 16/9?",
        "sent 16/9 and 18/9",
        "room 4, 16/9",
        "asked again 16/9",
    ] {
        let read = read_day(text, DayFirst);
        assert!(
            matches!(read, DayReading::Unreadable(_) | DayReading::Unclear(_)),
            "{text}: {read:?}"
        );
    }
}

#[test]
fn what_names_more_than_one_day() {
    for (text, why) in [
        ("5 or 12 March 2026", UnclearDay::Alternatives),
        ("12/03/2026 or 19/03/2026", UnclearDay::Alternatives),
        (
            "Friday Feb 5th or March 5th or 12th",
            UnclearDay::Alternatives,
        ),
        ("Tuesday 20th or 27th April 2021", UnclearDay::Alternatives),
        ("24, 31 March, 1 April", UnclearDay::Several),
        ("31 March, 12 April 2026", UnclearDay::Several),
        ("15 June, 12 July", UnclearDay::Several),
        ("12 March 2026\n19 March 2026", UnclearDay::Several),
        ("12 March 2026 - 14", UnclearDay::Several),
        ("12 & 14 March 2026", UnclearDay::Several),
        ("12/14 March 2026", UnclearDay::Several),
        ("14-12 March 2026", UnclearDay::Several),
        ("2 March 2026 - 20 March 2028", UnclearDay::Several),
        ("2 - 20 March", UnclearDay::Several),
        ("moved to 12 March 2026", UnclearDay::Moved),
        ("Postponed until 12/03/2026", UnclearDay::Moved),
        ("Cancelled?", UnclearDay::Doubtful),
    ] {
        assert_eq!(read_day(text, DayFirst), DayReading::Unclear(why), "{text}");
    }
}

#[test]
fn a_word_behind_a_day_and_a_month_makes_them_no_month() {
    for text in ["21/4 late", "21/4 email", "sent 21/4 late"] {
        assert!(
            matches!(read_day(text, DayFirst), DayReading::Among { .. }),
            "{text}: {:?}",
            read_day(text, DayFirst)
        );
    }
    for text in ["late April", "April 2026 late", "late 2026"] {
        assert!(
            !matches!(read_day(text, DayFirst), DayReading::Among { .. }),
            "{text}: {:?}",
            read_day(text, DayFirst)
        );
    }
}
