//! The laws of counting days, on thousands of random dates.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected should stop at once"
)]

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use working_days::{Calendar, Duration, Unit, is_weekend};

/// Any day well inside the years that the bank holidays cover, so that no count leaves them.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..5_000).prop_map(|days| {
        NaiveDate::from_ymd_opt(2013, 1, 1)
            .unwrap()
            .checked_add_days(Days::new(days))
            .unwrap()
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(Unit::ALL.to_vec())
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap()
}

/// With a closed day, so that the laws are tested with one.
fn calendar() -> Calendar {
    let mut calendar = Calendar::default();
    calendar
        .closed_days
        .extend((2013..2028).filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 24)));
    calendar
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// A lead is long enough exactly when the sending was no later than the last day.
    #[test]
    fn lead_and_last_day_agree(event in day(), count in 0_u32..60, unit in unit(), back in 0_u64..120) {
        let calendar = calendar();
        let sent = event.checked_sub_days(Days::new(back)).unwrap();
        let last = calendar.last_day(event, Duration::new(count, unit)).unwrap();
        let enough = calendar.lead(sent, event, unit).unwrap() >= i64::from(count);
        prop_assert_eq!(enough, sent <= last);
    }

    /// An event is far enough away exactly when it is no earlier than the earliest event.
    #[test]
    fn lead_and_earliest_event_agree(sent in day(), count in 0_u32..60, unit in unit(), on in 0_u64..120) {
        let calendar = calendar();
        let event = later(sent, on);
        let earliest = calendar.earliest_event(sent, Duration::new(count, unit)).unwrap();
        let enough = calendar.lead(sent, event, unit).unwrap() >= i64::from(count);
        prop_assert_eq!(enough, event >= earliest);
    }

    /// Something is in time exactly when it came no later than the due day.
    #[test]
    fn elapsed_and_due_agree(event in day(), count in 0_u32..60, unit in unit(), on in 0_u64..120) {
        let calendar = calendar();
        let came = later(event, on);
        let due = calendar.due(event, Duration::new(count, unit)).unwrap();
        let in_time = calendar.elapsed(event, came, unit).unwrap() <= i64::from(count);
        prop_assert_eq!(in_time, came <= due);
    }

    /// Counting composes: from a day over another to a third is the sum of both.
    #[test]
    fn counting_composes(first in day(), one in 0_u64..90, two in 0_u64..90) {
        let calendar = calendar();
        let middle = later(first, one);
        let end = later(middle, two);
        for unit in [Unit::Days, Unit::WorkingDays] {
            let whole = calendar.lead(first, end, unit).unwrap();
            let parts = calendar.lead(first, middle, unit).unwrap() + calendar.lead(middle, end, unit).unwrap();
            prop_assert_eq!(whole, parts);
        }
    }

    /// Stricter ways of counting never give more.
    #[test]
    fn stricter_units_never_give_more(sent in day(), on in 0_u64..200) {
        let calendar = calendar();
        let event = later(sent, on);
        let lead = |unit| calendar.lead(sent, event, unit).unwrap();
        prop_assert!(lead(Unit::ClearDays) <= lead(Unit::Days));
        prop_assert!(lead(Unit::WorkingDays) <= lead(Unit::Days));
        prop_assert!(lead(Unit::ClearWorkingDays) <= lead(Unit::WorkingDays));
        prop_assert!(lead(Unit::ClearWorkingDays) <= lead(Unit::ClearDays));
        prop_assert!(lead(Unit::Weeks) * 7 <= lead(Unit::Days));
    }

    /// A longer standard never has a later last day, nor an earlier due day.
    #[test]
    fn more_is_earlier_before_and_later_after(event in day(), count in 0_u32..60, unit in unit()) {
        let calendar = calendar();
        let (less, more) = (Duration::new(count, unit), Duration::new(count + 1, unit));
        prop_assert!(calendar.last_day(event, more).unwrap() <= calendar.last_day(event, less).unwrap());
        prop_assert!(calendar.due(event, more).unwrap() >= calendar.due(event, less).unwrap());
    }

    /// A due day in working days is itself a working day.
    #[test]
    fn a_due_working_day_is_one(event in day(), count in 1_u32..60) {
        let calendar = calendar();
        let due = calendar.due(event, Duration::new(count, Unit::WorkingDays)).unwrap();
        prop_assert!(calendar.is_working_day(due).unwrap());
        prop_assert!(!is_weekend(due));
    }

    /// What is printed can be read again.
    #[test]
    fn durations_read_back(count in 0_u32..30_000, unit in unit()) {
        let duration = Duration::new(count, unit);
        prop_assert_eq!(Duration::parse(&duration.to_string()), Ok(duration));
    }
}
