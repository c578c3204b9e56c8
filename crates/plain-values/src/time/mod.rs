//! Times of day as people write them: `9.30am`, `1630hrs`, `12:30 to 1:30pm`.

mod clock;
mod programs;
mod range;
#[cfg(test)]
mod tests;

use chrono::NaiveTime;

use crate::absence::is_placeholder;
use crate::called_off::last_called_off;
use crate::doubt::{self, Doubt};
use crate::tokens::{Token, plain, tokens, trimmed};
use clock::Clock;

const EXPECTED: &str = "write a time such as 9:30am or 14:00, or from when until when, such as \
                        10am to 12 noon";
const CALLED_OFF: &str = "this says that it was called off; write that as the status";
const A_LENGTH: &str = "this is a length of time; write when it begins, such as 10am";
const MINUTES_FOR_HOURS: &str = "this is a length of time, as some programs make of 18:30; write \
                                 when it begins, such as 18:30";

/// Midnight at the end of a day, which a time of day has no number for: its last second. It is
/// displayed as `24:00`.
pub const END_OF_DAY: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// What a text says of a time of day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeReading {
    /// When it begins.
    At(NaiveTime),
    /// When it begins and when it ends, later on the same day, perhaps at its [`END_OF_DAY`].
    Between(NaiveTime, NaiveTime),
    /// 24:00 or `midnight`. Something can end then; programs and people write it for a beginning
    /// where nobody entered a time.
    EndOfDay,
    /// Something is written there that names no one time.
    Unclear(UnclearTime),
    /// It cannot be read; what was expected.
    Unreadable(String),
}

/// Why a text that is about time names no one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnclearTime {
    /// `TBC`, or nothing.
    Open,
    /// `10am?`
    Doubtful,
    /// `00:00`, which programs write where nobody entered a time.
    Midnight,
    /// `evening`, `after school`.
    Roughly,
    /// `10am and 2pm`.
    Several,
    /// `10am or 2pm`.
    Alternatives,
}

impl UnclearTime {
    /// The reason in words, for `it …`.
    pub fn reason(self) -> &'static str {
        match self {
            UnclearTime::Open => "does not say a time yet",
            UnclearTime::Doubtful => "names a time that is not certain",
            UnclearTime::Midnight => "says midnight, which usually means that no time was entered",
            UnclearTime::Roughly => "says roughly when, not at what time",
            UnclearTime::Several => "names more than one time",
            UnclearTime::Alternatives => "offers more than one time",
        }
    }
}

/// Reads when something begins, and when it ends if that is said too. Hours from 8 to 12 without am
/// or pm are taken for the morning and noon; earlier ones are refused. A remark in brackets may
/// follow, and the day nought of workbooks stand before it.
pub fn read_time(text: &str) -> TimeReading {
    if is_placeholder(text) {
        return TimeReading::Unclear(UnclearTime::Open);
    }
    let plain = plain(programs::without_day_nought(text));
    let tokens = tokens(&plain);
    if programs::is_length(&tokens) {
        return TimeReading::Unreadable(MINUTES_FOR_HOURS.to_owned());
    }
    let Some((doubt, rest)) = doubt::taken_out(&tokens) else {
        return of(&tokens).unwrap_or_else(|| TimeReading::Unreadable(not_a_time(&tokens)));
    };
    match (of(trimmed(&rest)), doubt) {
        (Some(TimeReading::At(_) | TimeReading::Between(..) | TimeReading::EndOfDay), _) => {
            TimeReading::Unclear(UnclearTime::Doubtful)
        }
        (Some(TimeReading::Unclear(why)), _) => TimeReading::Unclear(why),
        (Some(TimeReading::Unreadable(_)) | None, Doubt::Open) => {
            TimeReading::Unclear(UnclearTime::Open)
        }
        (Some(TimeReading::Unreadable(why)), Doubt::Unsure) => TimeReading::Unreadable(why),
        (None, Doubt::Unsure) => TimeReading::Unreadable(not_a_time(&rest)),
    }
}

/// A time that a program wrote. Programs write midnight where nobody entered a time.
pub fn time_on_clock(time: NaiveTime) -> TimeReading {
    if time == NaiveTime::MIN {
        TimeReading::Unclear(UnclearTime::Midnight)
    } else {
        TimeReading::At(time)
    }
}

fn not_a_time(tokens: &[Token<'_>]) -> String {
    let is_off = last_called_off(tokens).is_some();
    let expected = if is_off { CALLED_OFF } else { EXPECTED };
    expected.to_owned()
}

/// Reads the pieces of a text that says nothing but a time; nothing where it is no such text.
pub(super) fn of(tokens: &[Token<'_>]) -> Option<TimeReading> {
    let exact = after_opening(tokens);
    if let Some((start, rest)) = Clock::at_start(exact) {
        if is_ended(rest) {
            return Some(range::from(start));
        }
        if let [Token::Word("for"), rest @ ..] = rest
            && let Some((begins, rest)) = Clock::at_start(rest)
            && is_ended(rest)
        {
            return Some(range::doors(start, begins));
        }
        if let Some((end, rest)) = after_until(rest, tokens).and_then(Clock::at_start)
            && is_ended(rest)
        {
            return Some(range::between(start, end));
        }
    }
    several(tokens)
        .or_else(|| roughly(tokens))
        .map(TimeReading::Unclear)
        .or_else(|| is_length(tokens).then(|| TimeReading::Unreadable(A_LENGTH.to_owned())))
}

/// Leaves out `from`, `at`, `starts at`.
fn after_opening<'a, 't>(mut tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    while let [
        Token::Word("from" | "at" | "start" | "starts" | "starting" | "between" | "time" | "times")
        | Token::Mark('@' | ':'),
        rest @ ..,
    ] = tokens
    {
        tokens = rest;
    }
    tokens
}

/// What follows `to`, `until` or a dash; `and` where it was opened with `between`.
fn after_until<'a, 't>(rest: &'a [Token<'t>], whole: &[Token<'_>]) -> Option<&'a [Token<'t>]> {
    match rest {
        [Token::Mark('-'), Token::Mark('-'), end @ ..]
        | [
            Token::Mark('-') | Token::Word("to" | "until" | "till" | "til"),
            end @ ..,
        ] => Some(end),
        [Token::Word("and"), end @ ..] if whole.first() == Some(&Token::Word("between")) => {
            Some(end)
        }
        _ => None,
    }
}

/// Nothing more is said: at most that it starts then, or a remark in brackets without numbers.
fn is_ended(rest: &[Token<'_>]) -> bool {
    match rest {
        [] => true,
        [last] => matches!(
            last,
            Token::Mark('.' | ',' | ';') | Token::Word("start" | "onwards" | "prompt" | "sharp")
        ),
        [Token::Mark('('), remark @ .., Token::Mark(')')] => is_harmless(remark),
        _ => false,
    }
}

/// Whether a remark takes nothing back of what it stands beside.
fn is_harmless(remark: &[Token<'_>]) -> bool {
    let is_plain = |token: &Token<'_>| match token {
        Token::Word(word) => !matches!(*word, "not" | "no" | "was" | "or" | "if"),
        Token::Mark(mark) => *mark != '?',
        Token::Number(_) => false,
    };
    remark.iter().all(is_plain) && last_called_off(remark).is_none()
}

/// Whether several times are named, of which none is the only one.
fn several(tokens: &[Token<'_>]) -> Option<UnclearTime> {
    let mut rest = tokens;
    let mut clocks = 0;
    let mut offered = false;
    while let Some((first, after)) = rest.split_first() {
        if let Some((_, after)) = Clock::at_start(rest) {
            clocks += 1;
            rest = after;
            continue;
        }
        match first {
            Token::Word("or") => offered = true,
            Token::Word(word) if is_joining(word) => {}
            Token::Mark('-' | ',' | ';' | '/' | '&' | '+' | '(' | ')') => {}
            Token::Word(_) | Token::Mark(_) | Token::Number(_) => return None,
        }
        rest = after;
    }
    (clocks > 1).then_some(if offered {
        UnclearTime::Alternatives
    } else {
        UnclearTime::Several
    })
}

fn is_joining(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "to"
            | "until"
            | "till"
            | "then"
            | "from"
            | "at"
            | "also"
            | "again"
            | "repeated"
            | "commenced"
            | "adjourned"
            | "reconvened"
            | "concluded"
            | "ended"
            | "began"
            | "started"
            | "finished"
            | "starts"
            | "ends"
            | "start"
            | "end"
            | "session"
            | "sessions"
    )
}

/// Whether a text says roughly when.
fn roughly(tokens: &[Token<'_>]) -> Option<UnclearTime> {
    let mut several = false;
    for token in tokens {
        match token {
            Token::Word("various" | "vary" | "varies" | "varied" | "different" | "several") => {
                several = true;
            }
            Token::Word(word) if is_rough(word) => {}
            Token::Mark(_) => {}
            Token::Word(_) | Token::Number(_) => return None,
        }
    }
    let any = tokens.iter().any(|token| matches!(token, Token::Word(_)));
    any.then_some(if several {
        UnclearTime::Several
    } else {
        UnclearTime::Roughly
    })
}

fn is_rough(word: &str) -> bool {
    matches!(
        word,
        "all"
            | "any"
            | "whole"
            | "full"
            | "half"
            | "day"
            | "daytime"
            | "morning"
            | "mornings"
            | "afternoon"
            | "afternoons"
            | "evening"
            | "evenings"
            | "eve"
            | "night"
            | "lunch"
            | "lunchtime"
            | "teatime"
            | "twilight"
            | "am"
            | "pm"
            | "early"
            | "late"
            | "mid"
            | "before"
            | "after"
            | "during"
            | "school"
            | "hours"
            | "term"
            | "time"
            | "times"
            | "work"
            | "working"
            | "in"
            | "the"
            | "and"
            | "or"
            | "drop"
            | "flexible"
            | "ongoing"
            | "anytime"
            | "to"
            | "be"
            | "at"
            | "end"
            | "start"
            | "of"
    )
}

/// Whether a text is `2 hours`, `90 mins`, `1 hr 30`.
fn is_length(tokens: &[Token<'_>]) -> bool {
    tokens.iter().all(|token| match token {
        Token::Word(word) => is_unit(word) || matches!(*word, "and" | "a" | "half" | "approx"),
        Token::Number(_) | Token::Mark('.' | '-' | ',') => true,
        Token::Mark(_) => false,
    }) && tokens
        .iter()
        .any(|token| matches!(token, Token::Word(word) if is_unit(word)))
}

fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "h" | "hr" | "hrs" | "hour" | "hours" | "m" | "min" | "mins" | "minute" | "minutes"
    )
}
