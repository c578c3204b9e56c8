//! Days as people in England write them: `22nd March 2024`, `12/3/26`, `Wed 22/09/2010 09:30`.

mod form;
#[cfg(test)]
mod laws;
mod names;
pub(crate) mod serial;
#[cfg(test)]
mod tests;
mod vague;

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, Timelike as _};
use chrono_tz::Europe::London;

use super::doubt::{self, Doubt};
use super::status::called_off;
use super::time::{self, Hours, Untimed};
use super::tokens::{Token, plain, tokens, trimmed};
use crate::record::{DateOrder, Status};
use form::{Form, Missing};
use located::tree::is_placeholder;
use serial::{on_moment, serial_day};
pub(crate) use vague::Vague;

const MORE: &str = "this holds more than a day; write the day alone, and the rest in a column of \
                    its own";

/// A day is written in fewer pieces; what is longer is prose, and no name in it was misspelt.
const MOST_WORDS: usize = 16;

/// Which orders can read a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Orders {
    /// The first number can be the day.
    pub(crate) day_first: bool,
    /// The second number can be the day.
    pub(crate) month_first: bool,
}

/// What a cell says of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Day {
    /// It is on this day. If a time follows, that is what it says.
    On(NaiveDate, Option<Hours>),
    /// It was cancelled or postponed, perhaps with the day on which it was to be.
    CalledOff(Status, Option<NaiveDate>),
    /// Something is written there that names no one day.
    NotSaid(Vague),
    /// It cannot be read; what was expected.
    Wrong(String),
}

/// Reads a day, in an order where three numbers leave that open. Midnight after a day says nothing
/// about the time, because programs write it after every day.
pub(crate) fn day(text: &str, order: DateOrder) -> Day {
    if is_placeholder(text) {
        return Day::NotSaid(Vague::Open);
    }
    if let Some(serial) = serial::written(text) {
        return serial_day(serial, false);
    }
    if let Some(day) = stamped(text) {
        return day;
    }
    let plain = plain(text);
    let tokens = tokens(&plain);
    let (known, rest_is_open) = without_open_rest(&tokens);
    let read = doubtful(known, order)
        .or_else(|| off(known, order))
        .unwrap_or_else(|| certain(known, order));
    match read {
        Day::On(date, None) if rest_is_open => Day::On(date, Some(Hours::NotSaid(Untimed::Open))),
        Day::On(..) | Day::CalledOff(..) | Day::NotSaid(_) | Day::Wrong(_) => read,
    }
}

/// The orders that can read a text of three numbers; nothing for other texts, where order plays no
/// part. A column with texts that only one order can read, and others that only the other can, was
/// written by two hands.
pub(crate) fn orders(text: &str) -> Option<Orders> {
    let plain = plain(text);
    let tokens = tokens(&plain);
    let (form, _) = Form::at_start(&tokens)?;
    Some(Orders {
        day_first: form.reads_in(DateOrder::DayFirst)?,
        month_first: form.reads_in(DateOrder::MonthFirst)?,
    })
}

/// A moment with its distance from Greenwich, as programs write it, told by the clock in England.
/// Midnight is a day without a time, in Greenwich as in England.
fn stamped(text: &str) -> Option<Day> {
    let moment = DateTime::parse_from_rfc3339(text.trim())
        .or_else(|_| DateTime::parse_from_str(text.trim(), "%Y-%m-%dT%H:%M%:z"))
        .ok()?;
    let written = moment.naive_local();
    let is_day = written.time() == NaiveTime::MIN;
    let here = if is_day {
        written
    } else {
        moment.with_timezone(&London).naive_local()
    };
    let here = here.with_second(0)?.with_nanosecond(0)?;
    (1900..2200).contains(&here.year()).then(|| on_moment(here))
}

/// Cuts `time and venue TBC` off the end, which leaves no doubt about the day.
fn without_open_rest<'a, 't>(tokens: &'a [Token<'t>]) -> (&'a [Token<'t>], bool) {
    let is_other = |token: &Token<'_>| {
        matches!(
            token,
            Token::Word("time" | "times" | "venue" | "location" | "place" | "room" | "agenda")
        )
    };
    let at = tokens.iter().position(is_other).unwrap_or(tokens.len());
    let (known, rest) = tokens.split_at(at);
    let is_open = doubt::taken_out(rest).is_some_and(|(_, words)| {
        let is_no_more = |token: &Token<'_>| {
            is_other(token) || matches!(token, Token::Mark(_) | Token::Word("and" | "is" | "are"))
        };
        words.iter().all(is_no_more)
    });
    if is_open && !trimmed(known).is_empty() {
        (trimmed(known), true)
    } else {
        (tokens, false)
    }
}

/// A text with words of doubt. `Postponed, new date TBC` is in no doubt that it was postponed.
fn doubtful(tokens: &[Token<'_>], order: DateOrder) -> Option<Day> {
    let (doubt, rest) = doubt::taken_out(tokens)?;
    if let (Doubt::Open, Some(off)) = (doubt, off(&rest, order)) {
        return Some(off);
    }
    Some(match (certain(trimmed(&rest), order), doubt) {
        (Day::On(..) | Day::CalledOff(..), _) => Day::NotSaid(Vague::Doubtful),
        (Day::Wrong(_), Doubt::Open) => Day::NotSaid(Vague::Open),
        (Day::Wrong(_), Doubt::Unsure) if called_off(&rest).is_some() => {
            Day::NotSaid(Vague::Doubtful)
        }
        (vague @ (Day::NotSaid(_) | Day::Wrong(_)), _) => vague,
    })
}

/// A text that says that something was called off, with or without a day.
fn off(tokens: &[Token<'_>], order: DateOrder) -> Option<Day> {
    let (status, at) = called_off(tokens)?;
    let (before, after) = (tokens.get(..at.start)?, tokens.get(at.end..)?);
    if let [Token::Word("to" | "until" | "till" | "for"), new_day @ ..] = after
        && new_day
            .iter()
            .any(|token| matches!(token, Token::Number(_)))
    {
        return Some(Day::NotSaid(Vague::Moved));
    }
    let is_of_the_day = |token: &&Token<'_>| match token {
        Token::Word(word) => !matches!(
            *word,
            "was"
                | "is"
                | "has"
                | "been"
                | "this"
                | "meeting"
                | "event"
                | "session"
                | "now"
                | "from"
        ),
        Token::Mark(mark) => !matches!(mark, '(' | ')' | '[' | ']'),
        Token::Number(_) => true,
    };
    let rest: Vec<Token<'_>> = before
        .iter()
        .chain(after)
        .filter(is_of_the_day)
        .copied()
        .collect();
    Some(match certain(trimmed(&rest), order) {
        Day::On(date, _) => Day::CalledOff(status, Some(date)),
        Day::CalledOff(..) | Day::NotSaid(_) | Day::Wrong(_) => Day::CalledOff(status, None),
    })
}

/// A text without words of doubt.
fn certain(tokens: &[Token<'_>], order: DateOrder) -> Day {
    let Some((form, rest)) = Form::at_start(tokens) else {
        return vague::why(tokens).map_or_else(|| Day::Wrong(not_a_day(tokens)), Day::NotSaid);
    };
    let after = form::after(rest);
    let hours = if after.is_empty() {
        None
    } else {
        hours_in(after)
    };
    if !after.is_empty() && hours.is_none() {
        let vague = vague::why(tokens).filter(|_| form.missing().is_some() || leads_to_more(rest));
        return vague.map_or_else(
            || Day::Wrong(form.day(order).err().unwrap_or_else(|| MORE.to_owned())),
            Day::NotSaid,
        );
    }
    match (form.missing(), form.day(order)) {
        (Some(Missing::Year), _) => Day::NotSaid(Vague::NoYear),
        (Some(Missing::YearOrDay), _) => Day::NotSaid(Vague::MonthOrDay),
        (None, Ok(date)) => Day::On(date, hours.filter(|hours| !is_midnight(hours))),
        (None, Err(why)) => Day::Wrong(why),
    }
}

/// Whether what follows a whole day goes on to another one.
fn leads_to_more(rest: &[Token<'_>]) -> bool {
    let is_joint = match rest.first() {
        Some(Token::Word(word)) => matches!(*word, "to" | "and" | "or" | "until" | "till"),
        Some(Token::Mark(mark)) => matches!(mark, '-' | '/' | '&' | '+' | ',' | ';'),
        Some(Token::Number(_)) | None => false,
    };
    is_joint || Form::at_start(rest).is_some()
}

fn is_midnight(hours: &Hours) -> bool {
    *hours == Hours::NotSaid(Untimed::Midnight)
}

/// The time after a day. A number alone is none there: it may belong to another day.
fn hours_in(after: &[Token<'_>]) -> Option<Hours> {
    let names_time = after.iter().any(|token| match token {
        Token::Word(word) => matches!(
            *word,
            "am" | "pm" | "noon" | "midday" | "midnight" | "hrs" | "oclock" | "at"
        ),
        Token::Mark(mark) => matches!(mark, ':' | '@'),
        Token::Number(number) => number.digits == 4 && number.value < 1000,
    });
    let has_number = after.iter().any(|token| matches!(token, Token::Number(_)));
    (names_time || !has_number)
        .then(|| time::of(after))
        .flatten()
}

/// What was expected, with the name that was most likely meant.
fn not_a_day(tokens: &[Token<'_>]) -> String {
    let near = tokens
        .iter()
        .take(MOST_WORDS)
        .find_map(|token| match token {
            Token::Word(word) => names::misspelt(word),
            Token::Number(_) | Token::Mark(_) => None,
        });
    near.map_or_else(
        || "write the day with its month and year, such as 12 March 2026 or 2026-03-12".to_owned(),
        |name| format!("did you mean {name}? Write the day such as 12 March 2026"),
    )
}
