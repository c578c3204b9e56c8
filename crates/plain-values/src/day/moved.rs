//! A day with the one that it was moved from or to: `12/03/2026 (moved from 05/03/2026)`.

use chrono::NaiveDate;

use super::notation::{self, Notation};
use super::{DateOrder, DayOfYear, DayReading, Nearest, hours_in, short_day};
use crate::time::TimeReading;
use crate::tokens::{Token, trimmed};

/// Which of the two days stands behind the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// `moved from`: the earlier plan.
    Old,
    /// `moved to`: the day that holds.
    New,
}

impl Behind {
    /// The day that holds and the one that was given up, of those before and after the words.
    fn of<D>(self, before: D, after: D) -> (D, D) {
        match self {
            Behind::Old => (before, after),
            Behind::New => (after, before),
        }
    }
}

/// A day as it was written.
#[derive(Debug, Clone, Copy)]
enum EitherDay {
    Whole(NaiveDate),
    NoYear(DayOfYear),
}

/// The day that holds and the one that was given up; nothing where a text does not name both.
pub(super) fn read(tokens: &[Token<'_>], order: DateOrder) -> Option<DayReading> {
    let (at, behind, after) = (0..tokens.len()).find_map(|at| {
        let (behind, after) = words_at_start(tokens.get(at..)?)?;
        Some((at, behind, after))
    })?;
    let before = without_fillers(tokens.get(..at)?);
    let (before, rest, behind) = if before.is_empty() && behind == Behind::Old {
        // `moved from 5 March to 12 March 2026`
        let (old, rest) = day_at_start(after, order)?;
        let [Token::Word("to"), rest @ ..] = rest else {
            return None;
        };
        (Some((old, None)), rest, Behind::New)
    } else {
        (day_with_hours(before, order), after, behind)
    };
    let (before, hours) = before?;
    let (after, rest) = day_at_start(rest, order)?;
    if rest.iter().any(|token| matches!(token, Token::Number(_))) {
        return None;
    }
    let (before, after) = match (before, after) {
        (EitherDay::Whole(before), EitherDay::Whole(after)) => (before, after),
        (EitherDay::Whole(before), EitherDay::NoYear(after)) => {
            (before, after.near(before, Nearest::Either)?)
        }
        (EitherDay::NoYear(before), EitherDay::Whole(after)) => {
            (before.near(after, Nearest::Either)?, after)
        }
        (EitherDay::NoYear(before), EitherDay::NoYear(after)) => {
            let (on, from) = behind.of(before, after);
            return Some(if on == from {
                DayReading::NoYear(on, hours)
            } else {
                DayReading::MovedNoYear { on, from, hours }
            });
        }
    };
    let (on, from) = behind.of(before, after);
    // What was moved within its day was not moved to another.
    Some(if on == from {
        DayReading::On(on, hours)
    } else {
        DayReading::Moved { on, from, hours }
    })
}

/// The words that say so at the beginning, and what follows them.
fn words_at_start<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(Behind, &'a [Token<'t>])> {
    use Token::{Mark, Word};
    let rest = match tokens {
        [
            Word("brought" | "moved" | "put"),
            Word("forward"),
            rest @ ..,
        ]
        | [
            Word(
                "moved" | "rescheduled" | "rearranged" | "postponed" | "changed" | "deferred"
                | "delayed" | "extended" | "switched" | "swapped",
            ),
            rest @ ..,
        ]
        | [
            Word("re"),
            Mark('-'),
            Word("scheduled" | "arranged"),
            rest @ ..,
        ]
        | [Word("put"), Word("back" | "off"), rest @ ..] => rest,
        [Word("instead"), Word("of"), rest @ ..] => return Some((Behind::Old, rest)),
        [
            Word("was" | "originally" | "previously" | "formerly" | "orig"),
            rest @ ..,
        ] => {
            let rest = without_fillers_before(rest);
            let is_day = matches!(rest.first(), Some(Token::Number(_) | Word(_)));
            return is_day.then_some((Behind::Old, rest));
        }
        _ => return None,
    };
    match rest {
        [Word("from"), rest @ ..] => Some((Behind::Old, rest)),
        [Word("to" | "until" | "till"), rest @ ..] => Some((Behind::New, rest)),
        _ => None,
    }
}

fn without_fillers_before<'a, 't>(mut tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    while let [
        Token::Word("originally" | "planned" | "scheduled" | "booked" | "to" | "be" | "for" | "on")
        | Token::Mark(':' | '.'),
        rest @ ..,
    ] = tokens
    {
        tokens = rest;
    }
    tokens
}

fn without_fillers<'a, 't>(mut tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    while let [
        rest @ ..,
        Token::Word("was" | "is" | "has" | "been" | "now" | "this" | "date" | "meeting" | "event")
        | Token::Mark(_),
    ] = tokens
    {
        tokens = rest;
    }
    trimmed(tokens)
}

fn day_with_hours(
    tokens: &[Token<'_>],
    order: DateOrder,
) -> Option<(EitherDay, Option<TimeReading>)> {
    let (day, rest) = day_at_start(tokens, order)?;
    let after = notation::after(rest);
    let hours = if after.is_empty() {
        None
    } else {
        Some(hours_in(after)?)
    };
    Some((day, hours))
}

fn day_at_start<'a, 't>(
    tokens: &'a [Token<'t>],
    order: DateOrder,
) -> Option<(EitherDay, &'a [Token<'t>])> {
    if let Some((day, rest)) = Notation::at_start(tokens) {
        let written = match day.day_of_year() {
            Some(day) => EitherDay::NoYear(day),
            None if day.missing().is_some() => return None,
            None => EitherDay::Whole(day.day(order).ok()?),
        };
        return Some((written, rest));
    }
    let (day, rest) = short_day(tokens, order)?;
    Some((EitherDay::NoYear(day), rest))
}
