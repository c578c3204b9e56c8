//! Times that somebody set beside those at which a program saw that a call was opened or left.

use chrono::{NaiveTime, TimeDelta, Timelike as _};

/// Nobody sets a meeting for 9:54: people do so for every fifth minute.
fn is_measured(time: NaiveTime) -> bool {
    time.second() != 0 || !time.minute().is_multiple_of(5)
}

/// Whether one of two times is likely the other as a program saw it, within so many minutes.
fn is_near(one: NaiveTime, other: NaiveTime, minutes: i64) -> bool {
    (is_measured(one) || is_measured(other)) && (one - other).abs() <= TimeDelta::minutes(minutes)
}

/// Whether two starts may be of one meeting of which a program saw the one.
pub(super) fn may_be_one_start(one: NaiveTime, other: NaiveTime) -> bool {
    one == other || is_near(one, other, 15)
}

/// What two files say together of a time: what was set goes before what was seen close to it. Calls
/// often last a little longer than they should.
pub(super) fn both(one: NaiveTime, other: NaiveTime) -> Option<NaiveTime> {
    if one == other {
        return Some(one);
    }
    if !is_near(one, other, 30) {
        return None;
    }
    Some(match (is_measured(one), is_measured(other)) {
        (true, false) => other,
        (false, true) => one,
        (true, true) | (false, false) => one.min(other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32, second: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, second).unwrap()
    }

    #[test]
    fn what_was_set_goes_before_what_was_seen() {
        let ten = at(10, 0, 0);
        for (seen, is_one, together) in [
            (at(9, 54, 12), true, Some(ten)),
            (at(9, 55, 7), true, Some(ten)),
            (at(9, 45, 0), false, None),
            (at(9, 44, 0), false, Some(ten)),
            (at(9, 29, 59), false, None),
            (at(10, 15, 0), false, None),
            (at(10, 14, 0), true, Some(ten)),
        ] {
            assert_eq!(may_be_one_start(seen, ten), is_one, "{seen}");
            assert_eq!(may_be_one_start(ten, seen), is_one, "{seen}");
            assert_eq!(both(seen, ten), together, "{seen}");
            assert_eq!(both(ten, seen), together, "{seen}");
        }
        assert_eq!(both(at(9, 54, 0), at(9, 58, 0)), Some(at(9, 54, 0)));
    }
}
