use super::DateOrder::{DayFirst, MonthFirst};
use super::*;
use crate::called_off::CalledOff;
use crate::time;
use chrono::{NaiveDate, NaiveTime};

mod two_things;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

#[test]
fn one_day_in_its_forms() {
    // The days of the week were worked out elsewhere: 22 September 2010 was a Wednesday and
    // 12 March 2026 is a Thursday.
    for (text, expected) in [
        ("22nd March 2024", date(2024, 3, 22)),
        ("22 Mar 2024", date(2024, 3, 22)),
        ("22\u{A0}mar.\u{202F}2024", date(2024, 3, 22)),
        ("March 22 2024", date(2024, 3, 22)),
        ("March 22, 2024", date(2024, 3, 22)),
        ("“22 March 2024”", date(2024, 3, 22)),
        ("22nd of March, 2024.", date(2024, 3, 22)),
        ("The 22nd March 2024", date(2024, 3, 22)),
        ("Feb 5th 2026", date(2026, 2, 5)),
        ("28.11.2018", date(2018, 11, 28)),
        ("19/11/2021", date(2021, 11, 19)),
        ("19-11-2021", date(2021, 11, 19)),
        ("19 / 11 / 2021", date(2021, 11, 19)),
        ("2026-03-12", date(2026, 3, 12)),
        ("2026/03/12", date(2026, 3, 12)),
        ("2026-3-2", date(2026, 3, 2)),
        ("20260312", date(2026, 3, 12)),
        ("12 March 26", date(2026, 3, 12)),
        ("12 March '26", date(2026, 3, 12)),
        ("12/3/26", date(2026, 3, 12)),
        ("19.12.18", date(2018, 12, 19)),
        ("12-Mar-26", date(2026, 3, 12)),
        ("12-Mar-2026", date(2026, 3, 12)),
        ("12MAR2026", date(2026, 3, 12)),
        ("12/3/49", date(2049, 3, 12)),
        ("12/3/00", date(2000, 3, 12)),
        ("Wednesday 22nd September 2010", date(2010, 9, 22)),
        ("Wednesday, 22nd Sept. 2010", date(2010, 9, 22)),
        ("Wed 22/09/2010", date(2010, 9, 22)),
        ("Weds. 22/09/10", date(2010, 9, 22)),
        ("22/09/2010 (Wed)", date(2010, 9, 22)),
        ("Thurs 12 March 2026", date(2026, 3, 12)),
        ("Thursday the 12th of March 2026", date(2026, 3, 12)),
        ("12 March 2026, Thursday", date(2026, 3, 12)),
        ("12–03–2026", date(2026, 3, 12)),
        ("12/03/2026 00:00:00", date(2026, 3, 12)),
        ("2026-03-12T00:00:00Z", date(2026, 3, 12)),
        ("29 Feb 2028", date(2028, 2, 29)),
        ("31/12/2199", date(2199, 12, 31)),
        ("1/1/1900", date(1900, 1, 1)),
        ("45678", date(2025, 1, 21)),
        ("46093", date(2026, 3, 12)),
    ] {
        assert_eq!(
            read_day(text, DayFirst),
            DayReading::On(expected, None),
            "{text}"
        );
    }
}

#[test]
fn a_time_after_the_day_stands_apart() {
    let on = date(2026, 3, 12);
    let from = |hour, minute| TimeReading::At(clock(hour, minute));
    for (text, hours) in [
        ("12/03/2026 09:30", from(9, 30)),
        ("2026-03-12T09:30:00", from(9, 30)),
        ("2026-03-12 09:30:00.000", from(9, 30)),
        ("2026-03-12T09:30:00Z", from(9, 30)),
        ("12 March 2026 at 5.30pm", from(17, 30)),
        ("Thursday 12 March 2026 - 10am", from(10, 0)),
        ("12.3.26, 0930", from(9, 30)),
        ("12 March 2026 (10am)", from(10, 0)),
        ("12.3.2026 at 10.30", from(10, 30)),
        ("12/3/2026 @ 10", from(10, 0)),
        ("2026-03-12T09:30+00:00", from(9, 30)),
        ("46093.5", from(12, 0)),
        ("12 March 2026 18.30", from(18, 30)),
        ("12/03/2026 9.30", from(9, 30)),
        ("Thurs 12 March 26, 18.30", from(18, 30)),
        ("12 Mar 2026 10:30 GMT", from(10, 30)),
        ("2026-03-12 10:30:00 +0000", from(10, 30)),
        ("2026-03-12 11:30 +0100", from(10, 30)),
        ("Thu, 12 Mar 2026 10:30:00 +0000", from(10, 30)),
        (
            "12 March 2026 evening",
            TimeReading::Unclear(UnclearTime::Roughly),
        ),
        (
            "12 March 2026 (time TBC)",
            TimeReading::Unclear(UnclearTime::Open),
        ),
        (
            "12 March 2026, time and venue tbc",
            TimeReading::Unclear(UnclearTime::Open),
        ),
    ] {
        assert_eq!(
            read_day(text, DayFirst),
            DayReading::On(on, Some(hours)),
            "{text}"
        );
    }
    let DayReading::On(_, Some(TimeReading::Unreadable(why))) =
        read_day("12 March 2026, 2:00", DayFirst)
    else {
        panic!("the day is plain, and the time is not");
    };
    assert!(why.contains("am or pm"), "{why}");
}

#[test]
fn two_times_after_the_day_stand_apart() {
    let on = date(2026, 3, 12);
    for (text, hours) in [
        (
            "12 March 2026 18.30-20.00",
            TimeReading::Between(clock(18, 30), clock(20, 0)),
        ),
        (
            "12 March 2026 10-12",
            TimeReading::Between(clock(10, 0), clock(12, 0)),
        ),
        (
            "Thursday 12 March 2026 9am - 10am",
            TimeReading::Between(clock(9, 0), clock(10, 0)),
        ),
        (
            "March 12, 2026 10:30 AM (GMT) → 12:00 PM",
            TimeReading::Between(clock(10, 30), clock(12, 0)),
        ),
        (
            "12/03/2026 18:30-24:00",
            TimeReading::Between(clock(18, 30), time::END_OF_DAY),
        ),
        (
            "2026-03-12T09:30/11:00",
            TimeReading::Between(clock(9, 30), clock(11, 0)),
        ),
        (
            "2026-03-12T09:30/2026-03-12T11:00",
            TimeReading::Between(clock(9, 30), clock(11, 0)),
        ),
        (
            "12 March 2026, 12:30 to 1:30pm",
            TimeReading::Between(clock(12, 30), clock(13, 30)),
        ),
    ] {
        assert_eq!(
            read_day(text, DayFirst),
            DayReading::On(on, Some(hours)),
            "{text}"
        );
    }
}

#[test]
fn moments_of_programs_are_told_by_the_clock_in_england() {
    let summer = |day, time| DayReading::On(date(2026, 6, day), time);
    let from = |hour, minute| Some(TimeReading::At(clock(hour, minute)));
    assert_eq!(
        read_day("2026-06-12T09:30:00Z", DayFirst),
        summer(12, from(10, 30))
    );
    assert_eq!(
        read_day("2026-06-12T23:30:00Z", DayFirst),
        summer(13, from(0, 30))
    );
    assert_eq!(read_day("2026-06-11T23:00:00Z", DayFirst), summer(12, None));
    assert_eq!(read_day("2026-06-12T00:00:00Z", DayFirst), summer(12, None));
    assert_eq!(
        read_day("2026-06-12T09:30:00+01:00", DayFirst),
        summer(12, from(9, 30))
    );
    // Half past eleven at night in Greenwich is half past midnight of the next day in London.
    for text in [
        "2026-06-12T23:30:00+0000",
        "2026-06-12T23:30:00+00:00",
        "2026-06-12T23:30Z",
        "2026-06-12 23:30:00.000 +0000",
        "20260612T233000Z",
    ] {
        assert_eq!(read_day(text, DayFirst), summer(13, from(0, 30)), "{text}");
    }
    for text in ["2026-06-11T23:00:00.000Z", "2026-06-11T23:00:00.000+0000"] {
        assert_eq!(read_day(text, DayFirst), summer(12, None), "{text}");
    }
    assert_eq!(
        read_day("June 12, 2026 9:30 AM (GMT+1)", DayFirst),
        summer(12, from(9, 30))
    );
    assert_eq!(
        read_day("12 June 2026 9.30am BST", DayFirst),
        summer(12, from(9, 30))
    );
    let DayReading::On(_, Some(TimeReading::Unreadable(why))) =
        read_day("12 June 2026 9.30am (GMT)", DayFirst)
    else {
        panic!("in June nobody in England has Greenwich time");
    };
    assert!(why.contains("another time"), "{why}");
}

#[test]
fn what_names_no_one_day() {
    for (text, why) in [
        ("TBC", UnclearDay::Open),
        ("??", UnclearDay::Open),
        ("n/a", UnclearDay::Open),
        ("-", UnclearDay::Open),
        ("", UnclearDay::Open),
        ("Date TBC", UnclearDay::Open),
        ("Future meetings TBC", UnclearDay::Open),
        ("to be arranged", UnclearDay::Open),
        ("ASAP", UnclearDay::Open),
        ("Saturday 15th May??", UnclearDay::NoYear),
        ("15/05/2026?", UnclearDay::Doubtful),
        ("12 March 2026 (TBC)", UnclearDay::Doubtful),
        ("12 March 2026 TBC", UnclearDay::Doubtful),
        ("provisional 12 March 2026", UnclearDay::Doubtful),
        ("12 March (TBC)", UnclearDay::NoYear),
        ("c. 12 March 2026", UnclearDay::Doubtful),
        ("March 2026", UnclearDay::Month),
        ("June 2020", UnclearDay::Month),
        ("March", UnclearDay::Month),
        ("early March", UnclearDay::Month),
        ("03/2026", UnclearDay::Month),
        ("2026-03", UnclearDay::Month),
        ("March - April 2026", UnclearDay::Month),
        ("Mar-26", UnclearDay::MonthOrDay),
        ("Friday 12th", UnclearDay::NoMonth),
        ("spring term", UnclearDay::Season),
        ("Summer term 2026", UnclearDay::Season),
        ("Easter holidays", UnclearDay::Season),
        ("Q1 2026", UnclearDay::Season),
        ("2026", UnclearDay::Year),
        ("2025/26", UnclearDay::Year),
        ("2025-2026", UnclearDay::Year),
        ("w/c 2 March 2026", UnclearDay::Week),
        ("week commencing 2nd March", UnclearDay::Week),
        ("Tuesday", UnclearDay::Weekday),
        ("every Tuesday", UnclearDay::Series),
        ("Tuesdays", UnclearDay::Series),
        ("monthly", UnclearDay::Series),
        ("before 12 March 2026", UnclearDay::Limit),
    ] {
        assert_eq!(read_day(text, DayFirst), DayReading::Unclear(why), "{text}");
    }
    assert_eq!(UnclearDay::Month.reason(), "names a month, not a day");
    assert_eq!(UnclearDay::NoYear.reason(), "has no year");
}

#[test]
fn what_was_called_off() {
    let on = Some(date(2026, 3, 12));
    for (text, status, day_before) in [
        ("CANCELLED", CalledOff::Cancelled, None),
        ("canceled", CalledOff::Cancelled, None),
        ("postponed", CalledOff::Postponed, None),
        ("12/03/2026 - CANCELLED", CalledOff::Cancelled, on),
        ("CANCELLED 12 March 2026", CalledOff::Cancelled, on),
        ("12 March 2026 (postponed)", CalledOff::Postponed, on),
        ("12 March 2026 10am CANCELLED", CalledOff::Cancelled, on),
        ("Postponed from 12 March 2026", CalledOff::Postponed, on),
        ("12 March 2026 did not go ahead", CalledOff::Cancelled, on),
        ("Postponed - new date TBC", CalledOff::Postponed, None),
        ("postponed until further notice", CalledOff::Postponed, None),
        ("Cancelled 26 February", CalledOff::Cancelled, None),
        (
            "This meeting was cancelled. The October documents will be validated at a future \
             meeting.",
            CalledOff::Cancelled,
            None,
        ),
        (
            "Scheduled and then postponed – 24, 31 March, 1 April",
            CalledOff::Postponed,
            None,
        ),
    ] {
        let expected = DayReading::CalledOff(status, day_before);
        assert_eq!(read_day(text, DayFirst), expected, "{text}");
    }
}

#[test]
fn what_cannot_be_a_day() {
    for (text, hint) in [
        // 5 July was a Monday in 2021 and a Sunday in 2020.
        (
            "Saturday 5th July 2021",
            "5 July 2021 falls on a Monday, not a Saturday",
        ),
        (
            "Sat 5/7/20",
            "5 July 2020 falls on a Sunday, not a Saturday",
        ),
        (
            "12 March 2026 (Friday)",
            "falls on a Thursday, not a Friday",
        ),
        ("31/02/2026", "February 2026 has no day 31"),
        ("29 Feb 2025", "February 2025 has no day 29"),
        ("31 April 2026", "April 2026 has no day 31"),
        ("0/3/2026", "no day 0"),
        ("32 March 2026", "no day 32"),
        ("13/13/2026", "no month 13"),
        ("2026-25-03", "no month 25"),
        ("04/25/2026", "this reads only as month/day/year"),
        // 4 March 2026 is a Wednesday, 3 April 2026 a Friday.
        ("Wed 03/04/2026", "this reads only as month/day/year"),
        ("16th February 20256", "more than four digits"),
        ("16/02/20256", "more than four digits"),
        ("12 March 1899", "1900 to 2199"),
        ("12/03/2200", "1900 to 2199"),
        ("16/02/0026", "1900 to 2199"),
        ("12/3/85", "four digits"),
        ("12/3/50", "four digits"),
        ("12/3/6", "four digits"),
        ("12 March 202", "four digits"),
        ("12 Febuary 2026", "did you mean February?"),
        ("Thrusday 12 March 2026", "did you mean Thursday?"),
        ("2026-061", "would be 2 March 2026"),
        ("2026-366", "12 March 2026 or 2026-03-12"),
        ("2026-W54-1", "12 March 2026 or 2026-03-12"),
        ("20256", "a number, not a day"),
        ("99999", "a number, not a day"),
        ("sometime in March", "12 March 2026 or 2026-03-12"),
        ("12032026", "12 March 2026 or 2026-03-12"),
        ("12/03-2026", "12 March 2026 or 2026-03-12"),
        ("not cancelled", "12 March 2026 or 2026-03-12"),
        ("asdf?", "12 March 2026 or 2026-03-12"),
        ("Hall", "12 March 2026 or 2026-03-12"),
    ] {
        let read = read_day(text, DayFirst);
        let DayReading::Unreadable(why) = &read else {
            panic!("{text} was read as {read:?}");
        };
        assert!(why.contains(hint), "{text}: {why}");
    }
}

#[test]
fn the_order_of_a_table_decides() {
    let both = |day_first, month_first| {
        Some(PossibleOrders {
            day_first,
            month_first,
        })
    };
    for (text, expected) in [
        ("03/04/2026", both(true, true)),
        ("04/25/2026", both(false, true)),
        ("25/04/2026", both(true, false)),
        ("25.4.26 10:00", both(true, false)),
        ("Wed 03/04/2026", both(false, true)),
        ("31/31/2026", both(false, false)),
        ("12/13/2/2026", both(true, false)),
        ("2026-03-04", None),
        ("20260304", None),
        ("3 April 2026", None),
        ("Mar 4 2026", None),
        ("12/03", None),
        ("TBC", None),
    ] {
        assert_eq!(possible_orders(text), expected, "{text}");
    }
    assert_eq!(
        read_day("03/04/2026", DayFirst),
        DayReading::On(date(2026, 4, 3), None)
    );
    assert_eq!(
        read_day("03/04/2026", MonthFirst),
        DayReading::On(date(2026, 3, 4), None)
    );
    assert_eq!(
        read_day("04/25/2026", MonthFirst),
        DayReading::On(date(2026, 4, 25), None)
    );
    assert_eq!(
        read_day("2026-03-04", MonthFirst),
        DayReading::On(date(2026, 3, 4), None)
    );
    assert_eq!(
        read_day("25/04/2026", MonthFirst),
        DayReading::Unreadable("this reads only as day/month/year".to_owned())
    );
}
