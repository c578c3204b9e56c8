//! One property of an event, as the parser reads it: texts, days, times, lengths.

use std::borrow::Cow;

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarEntry, ICalendarPeriod, ICalendarProperty, ICalendarRecurrenceRule, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::content_lines::ContentLine;

/// In which zone a time is written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// In none: it is the time on the clock, wherever that hangs.
    Floating,
    /// In universal time.
    Universal,
    /// In the one of this name.
    Named(String),
}

/// A day, or a moment, as a property gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The day, in its own zone.
    pub day: NaiveDate,
    /// The time of day; nothing where it is a whole day.
    pub time: Option<NaiveTime>,
    /// The zone; floating for a whole day.
    pub zone: Zone,
}

impl Moment {
    /// On the clock of its own zone; a day begins at midnight.
    pub(crate) fn local(&self) -> NaiveDateTime {
        self.day.and_time(self.time.unwrap_or(NaiveTime::MIN))
    }
}

/// What an event says of its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It ends on a day or at a moment (`DTEND`).
    At(Moment),
    /// It lasts so long (`DURATION`).
    After(TimeDelta),
}

/// A further day or moment of a series, which may have an end of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Further {
    pub(crate) start: Moment,
    pub(crate) end: Option<Ending>,
}

/// What a property says, or what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property<T> {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// What it says.
    pub value: T,
}

/// Reads a line as the property that it names.
pub(crate) fn read(line: &ContentLine<'_>) -> Option<ICalendarEntry> {
    parse(&line.text)
}

fn parse(line: &str) -> Option<ICalendarEntry> {
    let line = &with_quoted_zone(line);
    let wrapped = format!("BEGIN:VEVENT\n{line}\nEND:VEVENT\n");
    let Entry::ICalendar(read) = Parser::new(&wrapped).entry() else {
        return None;
    };
    read.components
        .into_iter()
        .next()?
        .entries
        .into_iter()
        .next()
}

/// The line with the name of a zone in quotes that has a colon in it, as Outlook writes
/// `TZID=tzone://Microsoft/Utc`.
fn with_quoted_zone(line: &str) -> Cow<'_, str> {
    const SCHEME: &str = "TZID=tzone://";
    let quoted = || {
        let start = line.find(SCHEME)? + "TZID=".len();
        let (before, rest) = line.split_at_checked(start)?;
        let end = SCHEME.len() - "TZID=".len();
        let end = end + rest.get(end..)?.find([':', ';'])?;
        let (name, after) = rest.split_at_checked(end)?;
        Some(format!("{before}\"{name}\"{after}"))
    };
    quoted().map_or(Cow::Borrowed(line), Cow::Owned)
}

/// A text, its escapes resolved, on one line.
pub(crate) fn text(line: &ContentLine<'_>) -> Option<String> {
    Some(one_line(&value(line)?))
}

/// A text, its escapes resolved, on as many lines as it has.
pub(crate) fn lines(line: &ContentLine<'_>) -> Option<String> {
    let text = value(line)?;
    let lines: Vec<String> = text.lines().map(one_line).collect();
    Some(lines.join("\n").trim().to_owned())
}

fn value(line: &ContentLine<'_>) -> Option<String> {
    // Whatever the property is: it is read as a text of one value.
    let after = line.text.get(line.name()?.len()..)?.trim_start();
    let entry = parse(&format!("SUMMARY{after}"))?;
    let mut values = entry.values.into_iter();
    let Some(ICalendarValue::Text(text)) = values.next() else {
        return None;
    };
    Some(text)
}

/// Texts that are parted by commas.
pub(crate) fn texts(line: &ContentLine<'_>) -> Vec<String> {
    let values = read(line).map(|entry| entry.values).unwrap_or_default();
    let mut texts = Vec::new();
    for value in values {
        if let ICalendarValue::Text(text) = value {
            texts.push(one_line(&text));
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// A text on one line, without signs that only steer how it looks.
pub(crate) fn one_line(text: &str) -> String {
    text.split(|sign: char| sign.is_whitespace() || sign.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The days and moments of a property; nothing for each that cannot be read.
pub(crate) fn moments(line: &ContentLine<'_>) -> Vec<Option<Moment>> {
    let all = further(line).into_iter();
    all.map(|one| one.map(|one| one.start)).collect()
}

/// The days, moments and periods of a property; nothing for each that cannot be read.
pub(crate) fn further(line: &ContentLine<'_>) -> Vec<Option<Further>> {
    let Some(entry) = read(line) else {
        return vec![None];
    };
    let zone = entry.tz_id().map(|zone| zone.trim().to_owned());
    let is_of_moments = matches!(
        entry.name,
        ICalendarProperty::Dtstart
            | ICalendarProperty::Dtend
            | ICalendarProperty::RecurrenceId
            | ICalendarProperty::Rdate
            | ICalendarProperty::Exdate
            | ICalendarProperty::Dtstamp
            | ICalendarProperty::Created
            | ICalendarProperty::LastModified
    );
    if !is_of_moments || entry.values.is_empty() {
        return vec![None];
    }
    let values = entry.values.iter();
    values
        .map(|value| further_of(value, zone.as_deref()))
        .collect()
}

fn further_of(value: &ICalendarValue, zone: Option<&str>) -> Option<Further> {
    if let ICalendarValue::PartialDateTime(at) = value {
        let start = moment_of(at, zone)?;
        return Some(Further { start, end: None });
    }
    let ICalendarValue::Period(period) = value else {
        return None;
    };
    let (start, end) = match period {
        ICalendarPeriod::Range { start, end } => (start, moment_of(end, zone).map(Ending::At)),
        ICalendarPeriod::Duration { start, duration } => {
            (start, duration.to_time_delta().map(Ending::After))
        }
    };
    let start = moment_of(start, zone)?;
    Some(Further { start, end })
}

/// The one day or moment of a property.
pub(crate) fn moment(line: &ContentLine<'_>) -> Option<Moment> {
    moments(line).into_iter().next().flatten()
}

/// A day or moment of the parser's as one of ours.
pub(crate) fn moment_of(at: &PartialDateTime, zone: Option<&str>) -> Option<Moment> {
    let read = at.to_date_time()?;
    if !at.has_time() {
        return Some(Moment {
            day: read.date_time.date(),
            time: None,
            zone: Zone::Floating,
        });
    }
    let (local, zone) = match (read.offset, zone) {
        (Some(offset), _) => {
            let universal = read.date_time.checked_sub_offset(offset)?;
            (universal, Zone::Universal)
        }
        (None, Some(zone)) => (read.date_time, Zone::Named(zone.to_owned())),
        (None, None) => (read.date_time, Zone::Floating),
    };
    Some(Moment {
        day: local.date(),
        time: Some(local.time()),
        zone,
    })
}

/// The parser's form of a moment on a clock.
pub(crate) fn partial(at: NaiveDateTime) -> Option<PartialDateTime> {
    use chrono::{Datelike as _, Timelike as _};
    let small = |number: u32| u8::try_from(number).ok();
    Some(PartialDateTime {
        year: Some(u16::try_from(at.year()).ok()?),
        month: Some(small(at.month())?),
        day: Some(small(at.day())?),
        hour: Some(small(at.hour())?),
        minute: Some(small(at.minute())?),
        second: Some(small(at.second())?),
        ..PartialDateTime::default()
    })
}

/// A length of time.
pub(crate) fn duration(line: &ContentLine<'_>) -> Option<TimeDelta> {
    let entry = read(line)?;
    let Some(ICalendarValue::Duration(duration)) = entry.values.first() else {
        return None;
    };
    duration.to_time_delta()
}

/// A rule by which an entry is repeated.
pub(crate) fn rule(line: &ContentLine<'_>) -> Option<ICalendarRecurrenceRule> {
    let Some(ICalendarValue::RecurrenceRule(rule)) = read(line)?.values.into_iter().next() else {
        return None;
    };
    Some(*rule)
}

/// How far a clock is ahead of universal time, in seconds.
pub(crate) fn offset(line: &ContentLine<'_>) -> Option<i32> {
    let entry = read(line)?;
    let Some(ICalendarValue::PartialDateTime(at)) = entry.values.first() else {
        return None;
    };
    let seconds = i32::from(at.tz_hour?) * 3600 + i32::from(at.tz_minute.unwrap_or(0)) * 60;
    let is_of_a_day = seconds < 86_400;
    is_of_a_day.then_some(if at.tz_minus { -seconds } else { seconds })
}
