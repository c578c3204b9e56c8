//! Days and moments as programs write them: `2026-06-15T23:30:00+0000`, `2026-W10-1`.

use chrono::{
    DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset as _,
    TimeDelta, Timelike as _, Weekday,
};
use chrono_tz::Europe::London;

use super::{DayReading, day_of_moment, names};
use crate::time::TimeReading;
use crate::tokens::Token;

/// A moment with its distance from Greenwich, told by the clock in England. Midnight is a day
/// without a time, in Greenwich as in England.
pub(super) fn stamped(text: &str) -> Option<DayReading> {
    let moment = moment(text.trim())?;
    let written = moment.naive_local();
    let is_day = written.time() == NaiveTime::MIN;
    let here = if is_day {
        written
    } else {
        moment.with_timezone(&London).naive_local()
    };
    let here = here.with_second(0)?.with_nanosecond(0)?;
    (1900..2200)
        .contains(&here.year())
        .then(|| day_of_moment(here))
}

fn moment(text: &str) -> Option<DateTime<FixedOffset>> {
    // `Mon, 15 Jun 2026 09:30:00 +0100`, as e-mails have it.
    if let Ok(moment) = DateTime::parse_from_rfc2822(text) {
        return Some(moment);
    }
    let (written, offset) = with_offset(text)?;
    let forms = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M",
        "%Y%m%dT%H%M%S",
    ];
    let mut read = forms
        .iter()
        .filter_map(|form| NaiveDateTime::parse_from_str(written, form).ok());
    read.next()?.and_local_timezone(offset).single()
}

/// What stands before a distance from Greenwich, and the distance: `Z`, `+00:00`, `+0000`, `+00`.
fn with_offset(text: &str) -> Option<(&str, FixedOffset)> {
    if let Some(written) = text.strip_suffix(['Z', 'z']) {
        return Some((written.trim_end(), FixedOffset::east_opt(0)?));
    }
    let clock = text.find(':').or_else(|| text.find('T'))?;
    let at = clock + text.get(clock..)?.find(['+', '-', '−'])?;
    let (written, distance) = text.split_at_checked(at)?;
    let sign = if distance.starts_with('+') { 1 } else { -1 };
    let figures = distance.trim_start_matches(['+', '-', '−']);
    let bare: String = figures.chars().filter(|sign| *sign != ':').collect();
    let is_number = bare.bytes().all(|byte| byte.is_ascii_digit());
    let (hours, minutes) = match (is_number, bare.len()) {
        (true, 2) => (bare.parse::<i32>().ok()?, 0),
        (true, 4) => {
            let both: i32 = bare.parse().ok()?;
            (both / 100, both % 100)
        }
        _ => return None,
    };
    let offset = FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))?;
    Some((written.trim_end(), offset))
}

/// `2026-06-15T09:30/11:00`: from a moment to another one of the same day.
pub(super) fn interval(text: &str) -> Option<DayReading> {
    let (first, last) = text.trim().split_once('/')?;
    let moment = |text: &str| {
        let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
        let mut read = forms
            .iter()
            .filter_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
        read.next()
    };
    let first = moment(first)?;
    let last = moment(last).or_else(|| {
        let time = NaiveTime::parse_from_str(last, "%H:%M").ok()?;
        Some(first.date().and_time(time))
    })?;
    let is_sound = first < last && first.date() == last.date();
    is_sound.then(|| {
        let hours = TimeReading::Between(first.time(), last.time());
        DayReading::On(first.date(), Some(hours))
    })
}

/// The clock by which a time is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ClockOffset {
    /// How many hours it is ahead of Greenwich.
    ahead: i32,
}

/// Takes out the name of a clock, `(GMT)`, `BST` or `GMT+1`, where there is one.
pub(super) fn without_zone<'t>(tokens: &[Token<'t>]) -> Option<(Vec<Token<'t>>, ClockOffset)> {
    use Token::{Mark, Number, Word};
    let at = tokens
        .iter()
        .position(|token| matches!(token, Word("gmt" | "utc" | "bst")))?;
    let (before, rest) = tokens.split_at_checked(at)?;
    let (ahead, rest) = match rest {
        [Word("bst"), rest @ ..] => (1, rest),
        [_, Mark('+'), Number(hours), rest @ ..] => (i32::try_from(hours.value).ok()?, rest),
        [_, rest @ ..] => (0, rest),
        [] => return None,
    };
    let (before, rest) = match (before, rest) {
        ([before @ .., Mark('(')], [Mark(')'), rest @ ..]) => (before, rest),
        both => both,
    };
    Some(([before, rest].concat(), ClockOffset { ahead }))
}

impl ClockOffset {
    /// Takes a time back if the clock in England shows another one than this that day.
    pub(super) fn check(self, on: NaiveDate, hours: &mut TimeReading) {
        let noon = on.and_time(NaiveTime::MIN) + TimeDelta::hours(12);
        let here = noon
            .and_local_timezone(London)
            .single()
            .map(|noon| noon.offset().fix().local_minus_utc() / 3600);
        if here != Some(self.ahead) {
            *hours = TimeReading::Unreadable(
                "the clock in England shows another time than this on that day; write the time in \
                 England"
                    .to_owned(),
            );
        }
    }
}

/// A day of a week of the year by ISO 8601, `2026-W10-1`, and a day of the year, `2026-061`, which is
/// too easily a reference to be believed.
pub(super) fn by_iso(text: &str) -> Option<DayReading> {
    let text = text.trim();
    let (year, rest) = text.split_at_checked(4)?;
    let year: i32 = is_number(year).then(|| year.parse().ok())??;
    if !(1900..2200).contains(&year) {
        return None;
    }
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    if let Some(week) = rest.strip_prefix(['W', 'w']) {
        let (week, day) = week.split_at_checked(2)?;
        let day = day.strip_prefix('-').unwrap_or(day);
        if !is_number(week) || day.len() != 1 {
            return None;
        }
        let weekday = Weekday::try_from(day.parse::<u8>().ok()?.checked_sub(1)?).ok()?;
        let day = NaiveDate::from_isoywd_opt(year, week.parse().ok()?, weekday)?;
        return Some(DayReading::On(day, None));
    }
    let is_dashed = text.as_bytes().get(4) == Some(&b'-');
    let day = (is_dashed && rest.len() == 3 && is_number(rest)).then(|| rest.parse().ok())??;
    let day = NaiveDate::from_yo_opt(year, day)?;
    Some(DayReading::Unreadable(format!(
        "this looks like a day of the year, which would be {}; write the day with its month",
        names::of_day(day)
    )))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
