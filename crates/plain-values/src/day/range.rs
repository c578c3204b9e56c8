//! From a day to a day: `12-13 March 2026`, `2 Feb 2026 – 30 Apr 2026`.

use chrono::{Datelike as _, NaiveDate, TimeDelta, Weekday};

use super::notation::{self, Notation};
use super::{DateOrder, DayOfYear, DayReading, Nearest, hours_in, short_day};
use crate::tokens::{Figures, Token};

/// A range is no longer than this, in days: nothing is open for years.
const LONGEST: i64 = 400;

/// How two days are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// `-`, `to`: and all between them.
    Through,
    /// `&`, `and`, `/`: these two.
    Both,
}

/// One end of a range, as it was written.
#[derive(Debug, Clone, Copy)]
enum End {
    Whole(NaiveDate),
    NoYear(DayOfYear),
    /// A number alone, perhaps with its day of the week.
    Number(u32, Option<Weekday>),
}

/// The first and the last day that a text names, and nothing else but a time.
pub(super) fn read(tokens: &[Token<'_>], order: DateOrder) -> Option<DayReading> {
    let tokens = match tokens {
        [Token::Word("from" | "between"), rest @ ..] => rest,
        _ => tokens,
    };
    if let Some((first, last, rest)) = by_month(tokens) {
        return closed(first, last, Joint::Through, rest);
    }
    tokens.iter().enumerate().find_map(|(at, token)| {
        let (left, right) = (tokens.get(..at)?, tokens.get(at + 1..)?);
        let joint = match (token, left.first()) {
            // 2026-03-02/2026-03-20, as ISO 8601 has it.
            (Token::Mark('/'), Some(Token::Number(Figures { digits: 4, .. }))) => Joint::Through,
            _ => joint(token)?,
        };
        let left = whole_end(left, order)?;
        let (right, rest) = end_at_start(right, order)?;
        let (first, last) = completed(left, right)?;
        closed(first, last, joint, rest)
    })
}

fn joint(token: &Token<'_>) -> Option<Joint> {
    match token {
        Token::Mark('-') | Token::Word("to" | "until" | "till" | "through") => Some(Joint::Through),
        Token::Mark('&' | '+' | '/') | Token::Word("and") => Some(Joint::Both),
        Token::Mark(_) | Token::Word(_) | Token::Number(_) => None,
    }
}

fn closed(
    first: NaiveDate,
    last: NaiveDate,
    joint: Joint,
    rest: &[Token<'_>],
) -> Option<DayReading> {
    let most = match joint {
        Joint::Through => LONGEST,
        Joint::Both => 1,
    };
    if !(1..=most).contains(&(last - first).num_days()) {
        return None;
    }
    let after = notation::after(rest);
    let hours = if after.is_empty() {
        None
    } else {
        Some(hours_in(after)?)
    };
    Some(DayReading::Through { first, last, hours })
}

/// `March 12-14, 2026`.
fn by_month<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(NaiveDate, NaiveDate, &'a [Token<'t>])> {
    let (month, rest) = notation::month_at_start(tokens)?;
    let ((first, _), rest) = notation::day_at_start(rest)?;
    let (Token::Mark('-') | Token::Word("to"), rest) = rest.split_first()? else {
        return None;
    };
    let ((last, _), rest) = notation::day_at_start(rest)?;
    let (Token::Number(year @ Figures { digits: 4, .. }), rest) =
        notation::parted(rest).split_first()?
    else {
        return None;
    };
    let day = |day: Figures| NaiveDate::from_ymd_opt(year.value.try_into().ok()?, month, day.value);
    Some((day(first)?, day(last)?, rest))
}

fn whole_end(tokens: &[Token<'_>], order: DateOrder) -> Option<End> {
    let (end, rest) = end_at_start(tokens, order)?;
    rest.iter()
        .all(|token| matches!(token, Token::Mark(',' | '-')))
        .then_some(end)
}

fn end_at_start<'a, 't>(
    tokens: &'a [Token<'t>],
    order: DateOrder,
) -> Option<(End, &'a [Token<'t>])> {
    if let Some((day, rest)) = Notation::at_start(tokens) {
        let end = match day.day_of_year() {
            Some(day) => End::NoYear(day),
            None if day.missing().is_some() => return None,
            None => End::Whole(day.day(order).ok()?),
        };
        return Some((end, rest));
    }
    if let Some((day, rest)) = short_day(tokens, order) {
        return Some((End::NoYear(day), rest));
    }
    let (weekday, rest) = notation::weekday_before(tokens);
    let ((day, _), rest) = notation::day_at_start(rest)?;
    Some((End::Number(day.value, weekday), rest))
}

/// Both days, where what one leaves out stands with the other.
fn completed(first: End, last: End) -> Option<(NaiveDate, NaiveDate)> {
    match (first, last) {
        (End::Whole(first), End::Whole(last)) => Some((first, last)),
        (End::NoYear(first), End::Whole(last)) => {
            Some((first.near(last, Nearest::NotAfter)?, last))
        }
        (End::Whole(first), End::NoYear(last)) => {
            Some((first, last.near(first, Nearest::NotBefore)?))
        }
        (End::Number(day, weekday), End::Whole(last)) => {
            let first = NaiveDate::from_ymd_opt(last.year(), last.month(), day)?;
            let agrees = weekday.is_none_or(|said| said == first.weekday());
            let is_near = last - first <= TimeDelta::days(31);
            (agrees && is_near).then_some((first, last))
        }
        _ => None,
    }
}
