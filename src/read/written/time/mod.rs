//! Times of day as people write them: `9.30am`, `1630hrs`, `12:30 to 1:30pm`.

mod clock;
mod range;
#[cfg(test)]
mod tests;

use chrono::NaiveTime;

use super::doubt::{self, Doubt};
use super::status::called_off;
use super::tokens::{Token, plain, tokens, trimmed};
use clock::Clock;
use located::tree::is_placeholder;

const EXPECTED: &str = "write a time such as 9:30am or 14:00, or from when until when, such as \
                        10am to 12 noon";
const CALLED_OFF: &str = "this says that it was called off; write that as the status";
const A_LENGTH: &str = "this is a length of time; write when it begins, such as 10am";

/// What a cell says of the time of day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Hours {
    /// When it begins.
    From(NaiveTime),
    /// When it begins and when it ends, later on the same day.
    Between(NaiveTime, NaiveTime),
    /// Something is written there that names no one time.
    NotSaid(Untimed),
    /// It cannot be read; what was expected.
    Wrong(String),
}

/// Why a text that is about time names no one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Untimed {
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

impl Untimed {
    /// The reason in words, for `it …`.
    pub(crate) fn spoken(self) -> &'static str {
        match self {
            Untimed::Open => "does not say a time yet",
            Untimed::Doubtful => "names a time that is not certain",
            Untimed::Midnight => "says midnight, which usually means that no time was entered",
            Untimed::Roughly => "says roughly when, not at what time",
            Untimed::Several => "names more than one time",
            Untimed::Alternatives => "offers more than one time",
        }
    }
}

/// Reads when something begins, and when it ends if that is said too. Hours from 8 to 12 without am
/// or pm are taken for the morning and noon; earlier ones are refused. A remark in brackets may
/// follow.
pub(crate) fn hours(text: &str) -> Hours {
    if is_placeholder(text) {
        return Hours::NotSaid(Untimed::Open);
    }
    let plain = plain(text);
    let tokens = tokens(&plain);
    let Some((doubt, rest)) = doubt::taken_out(&tokens) else {
        return of(&tokens).unwrap_or_else(|| Hours::Wrong(not_a_time(&tokens)));
    };
    match (of(trimmed(&rest)), doubt) {
        (Some(Hours::From(_) | Hours::Between(..)), _) => Hours::NotSaid(Untimed::Doubtful),
        (Some(Hours::NotSaid(why)), _) => Hours::NotSaid(why),
        (Some(Hours::Wrong(_)) | None, Doubt::Open) => Hours::NotSaid(Untimed::Open),
        (Some(Hours::Wrong(why)), Doubt::Unsure) => Hours::Wrong(why),
        (None, Doubt::Unsure) => Hours::Wrong(not_a_time(&rest)),
    }
}

fn not_a_time(tokens: &[Token<'_>]) -> String {
    let is_off = called_off(tokens).is_some();
    let expected = if is_off { CALLED_OFF } else { EXPECTED };
    expected.to_owned()
}

/// Reads the pieces of a text that says nothing but a time; nothing where it is no such text.
pub(super) fn of(tokens: &[Token<'_>]) -> Option<Hours> {
    let exact = after_opening(tokens);
    if let Some((start, rest)) = Clock::at_start(exact) {
        if is_ended(rest) {
            return Some(range::from(start));
        }
        if let Some((end, rest)) = after_until(rest, tokens).and_then(Clock::at_start)
            && is_ended(rest)
        {
            return Some(range::between(start, end));
        }
    }
    several(tokens)
        .or_else(|| roughly(tokens))
        .map(Hours::NotSaid)
        .or_else(|| is_length(tokens).then(|| Hours::Wrong(A_LENGTH.to_owned())))
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
    remark.iter().all(is_plain) && called_off(remark).is_none()
}

/// Whether several times are named, of which none is the only one.
fn several(tokens: &[Token<'_>]) -> Option<Untimed> {
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
        Untimed::Alternatives
    } else {
        Untimed::Several
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
fn roughly(tokens: &[Token<'_>]) -> Option<Untimed> {
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
        Untimed::Several
    } else {
        Untimed::Roughly
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
