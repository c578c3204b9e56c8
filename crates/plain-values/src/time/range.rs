//! From when until when, and which halves of the day are meant: `12:30 to 1:30pm`.

use chrono::{NaiveTime, Timelike as _};

use super::clock::{Clock, Meant};
use super::{END_OF_DAY, TimeReading, UnclearTime};

/// Hours that are taken for the morning, or noon, where nobody says which half of the day it is.
/// From 1 to 7 both halves are likely: a meeting of parents at 7 is in the evening, and school
/// times are judged by the answer.
const PLAINLY_MORNING: std::ops::RangeInclusive<u32> = 8..=12;

const SAY_WHICH_HALF: &str =
    "say whether it is am or pm, or write it on the 24-hour clock: 2pm is 14:00";
const ENDS_AT_MIDNIGHT: &str = "this ends at midnight; write 12 noon for the middle of the day, \
                                and 23:59 for the end of it";
const ENDS_BEFORE: &str = "this ends before it begins; say am or pm at both times";

/// The time when something begins.
pub(super) fn from(start: Clock) -> TimeReading {
    match start.meant() {
        Ok(Meant::EndOfDay) => TimeReading::EndOfDay,
        Ok(start) => match beginning(start) {
            Ok(start) if is_midnight(start) => TimeReading::Unclear(UnclearTime::Midnight),
            Ok(start) => TimeReading::At(start),
            Err(why) => TimeReading::Unreadable(why),
        },
        Err(why) => TimeReading::Unreadable(why),
    }
}

/// `9am for 9.30`: people come at the first time, and it begins at the second, in the same half of the
/// day.
pub(super) fn doors(open: Clock, start: Clock) -> TimeReading {
    let opens = from(open);
    let TimeReading::At(first) = opens else {
        return opens;
    };
    match start.meant() {
        Ok(Meant::One(start)) if start > first => TimeReading::At(start),
        Ok(Meant::Either(morning, afternoon)) => {
            let start = [morning, afternoon]
                .into_iter()
                .find(|start| *start > first);
            start.map_or_else(
                || TimeReading::Unreadable(ENDS_BEFORE.to_owned()),
                TimeReading::At,
            )
        }
        Ok(_) => TimeReading::Unreadable(ENDS_BEFORE.to_owned()),
        Err(why) => TimeReading::Unreadable(why),
    }
}

/// The times when something begins and ends.
pub(super) fn between(start: Clock, end: Clock) -> TimeReading {
    if start.meant() == Ok(Meant::EndOfDay) {
        return TimeReading::Unclear(UnclearTime::Midnight);
    }
    // Whoever ends at 14:30 on the 24-hour clock did not begin at 1:30 on the other.
    let same_half = !end.is_on_full_day();
    let (start, end) = match (start.meant(), end.meant()) {
        (Ok(start), Ok(end)) => (start, end),
        (Err(why), _) | (_, Err(why)) => return TimeReading::Unreadable(why),
    };
    let beginning = if same_half {
        beginning_before(start, end)
    } else {
        beginning(start)
    };
    match beginning {
        Ok(start) if is_midnight(start) => TimeReading::Unclear(UnclearTime::Midnight),
        Ok(start) => ending_after(start, end).map_or_else(TimeReading::Unreadable, |end| {
            TimeReading::Between(start, end)
        }),
        Err(why) => TimeReading::Unreadable(why),
    }
}

fn is_midnight(time: NaiveTime) -> bool {
    time.hour() == 0 && time.minute() == 0
}

fn beginning(start: Meant) -> Result<NaiveTime, String> {
    match start {
        Meant::One(start) => Ok(start),
        Meant::Either(_, afternoon) if afternoon.hour() == 12 => Ok(afternoon),
        Meant::Either(morning, _) if PLAINLY_MORNING.contains(&morning.hour()) => Ok(morning),
        Meant::Either(..) => Err(SAY_WHICH_HALF.to_owned()),
        Meant::EndOfDay => Err("nothing begins at 24:00; is it 00:00 on the next day?".to_owned()),
    }
}

/// `1-3pm` begins after noon and `11-1pm` before it: the later of both, so long as it is before
/// the end.
fn beginning_before(start: Meant, end: Meant) -> Result<NaiveTime, String> {
    let (Meant::Either(morning, afternoon), Meant::One(end)) = (start, end) else {
        return beginning(start);
    };
    if is_midnight(end) {
        return beginning(start);
    }
    [afternoon, morning]
        .into_iter()
        .find(|start| *start < end)
        .ok_or_else(|| ENDS_BEFORE.to_owned())
}

/// `10-12` ends at noon and `11-1` at 13:00: the earlier of both, so long as it is after the start.
fn ending_after(start: NaiveTime, end: Meant) -> Result<NaiveTime, String> {
    let (first, second) = match end {
        Meant::One(end) => (end, end),
        Meant::Either(_, noon) if noon.hour() == 12 => (noon, noon),
        Meant::Either(morning, afternoon) => (morning, afternoon),
        Meant::EndOfDay => return Ok(END_OF_DAY),
    };
    let end = [first, second].into_iter().find(|end| *end > start);
    end.ok_or_else(|| {
        let why = if is_midnight(first) {
            ENDS_AT_MIDNIGHT
        } else {
            ENDS_BEFORE
        };
        why.to_owned()
    })
}
