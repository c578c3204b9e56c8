//! The formats in which people write one day, and whether there is such a day.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::{DateOrder, DayOfYear, names};
use crate::tokens::{Figures, Token, trimmed};

/// Years of two digits that are believed, all of this century: from 50 on programs disagree about
/// which century is meant.
const SHORT_YEARS: RangeInclusive<u32> = 0..=49;
const CENTURY: u32 = 2000;
/// Years of four digits that are believed.
const YEARS: std::ops::Range<u32> = 1900..2200;

/// One day as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Notation {
    weekday: Option<Weekday>,
    parts: DayParts,
}

/// What the parts of a day say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DayParts {
    /// Three numbers, the last one being the year. Which of the others is the day depends.
    Numbers(Figures, Figures, Figures),
    /// Nothing is left open.
    Clear { year: Figures, month: u32, day: u32 },
    /// A day and a month.
    NoYear {
        month: u32,
        day: u32,
        by_month: bool,
        plain: bool,
    },
}

/// What is missing from a day that is written in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// The year.
    Year,
    /// The year, or the day: `Mar-26`.
    YearOrDay,
}

impl Notation {
    /// Reads the day at the beginning, and gives what follows it.
    pub(super) fn at_start<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(Self, &'a [Token<'t>])> {
        let (weekday, tokens) = weekday_before(tokens);
        let (parts, rest) = in_numbers(tokens).or_else(|| in_words(tokens))?;
        let (weekday, rest) = weekday.map_or_else(|| weekday_after(rest), |day| (Some(day), rest));
        Some((Notation { weekday, parts }, rest))
    }

    /// What is missing, if something is.
    pub(super) fn missing(self) -> Option<Missing> {
        match self.parts {
            DayParts::NoYear {
                by_month: true,
                plain: true,
                ..
            } => Some(Missing::YearOrDay),
            DayParts::NoYear { .. } => Some(Missing::Year),
            DayParts::Numbers(..) | DayParts::Clear { .. } => None,
        }
    }

    /// The day and the month, where only the year is missing.
    pub(super) fn day_of_year(self) -> Option<DayOfYear> {
        match self.parts {
            DayParts::NoYear { month, day, .. } if self.missing() == Some(Missing::Year) => {
                DayOfYear::new(month, day, self.weekday)
            }
            DayParts::NoYear { .. } | DayParts::Numbers(..) | DayParts::Clear { .. } => None,
        }
    }

    /// The day in an order.
    ///
    /// # Errors
    /// Why there is no such day.
    pub(super) fn day(self, order: DateOrder) -> Result<NaiveDate, String> {
        self.only_in(order)
            .map_err(|why| match (order, self.only_in(order.other())) {
                (DateOrder::DayFirst, Ok(_)) => "this reads only as month/day/year".to_owned(),
                (DateOrder::MonthFirst, Ok(_)) => "this reads only as day/month/year".to_owned(),
                (_, Err(_)) => why,
            })
    }

    /// Whether an order can read it; nothing where order plays no part.
    pub(super) fn reads_in(self, order: DateOrder) -> Option<bool> {
        matches!(self.parts, DayParts::Numbers(..)).then(|| self.only_in(order).is_ok())
    }

    fn only_in(self, order: DateOrder) -> Result<NaiveDate, String> {
        let (year, month, day) = match (self.parts, order) {
            (DayParts::Numbers(day, month, year), DateOrder::DayFirst)
            | (DayParts::Numbers(month, day, year), DateOrder::MonthFirst) => {
                (year, month.value, day.value)
            }
            (DayParts::Clear { year, month, day }, _) => (year, month, day),
            (DayParts::NoYear { .. }, _) => return Err("this has no year".to_owned()),
        };
        let date = existing(full_year(year)?, month, day)?;
        match self.weekday {
            Some(said) if said != date.weekday() => Err(format!(
                "{} falls on a {}, not a {}; correct the day or the weekday",
                names::of_day(date),
                names::of_weekday(date.weekday()),
                names::of_weekday(said)
            )),
            Some(_) | None => Ok(date),
        }
    }
}

fn existing(year: i32, month: u32, day: u32) -> Result<NaiveDate, String> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        if !(1..=12).contains(&month) {
            format!("there is no month {month}; check the day and the month")
        } else if (1..=31).contains(&day) {
            format!("{} {year} has no day {day}", names::of_month(month))
        } else {
            format!("there is no day {day}; check the day and the month")
        }
    })
}

fn full_year(year: Figures) -> Result<i32, String> {
    let full = match year.digits {
        2 if SHORT_YEARS.contains(&year.value) => Ok(CENTURY + year.value),
        4 if YEARS.contains(&year.value) => Ok(year.value),
        4 => Err("years run from 1900 to 2199 here; is the year right?"),
        1..=3 => Err("write the year with four digits, such as 2026"),
        _ => Err("the year has more than four digits"),
    };
    full.and_then(|year| i32::try_from(year).map_err(|_| "there is no such year"))
        .map_err(str::to_owned)
}

/// Leaves out `on the`, and takes in a day of the week.
pub(super) fn weekday_before<'a, 't>(
    mut tokens: &'a [Token<'t>],
) -> (Option<Weekday>, &'a [Token<'t>]) {
    use Token::{Mark, Word};
    while let [Word("on" | "the" | "date") | Mark(':'), rest @ ..] = tokens {
        tokens = rest;
    }
    let [Word(word), rest @ ..] = tokens else {
        return (None, tokens);
    };
    let Some(weekday) = names::weekday(word) else {
        return (None, tokens);
    };
    let rest = match rest {
        [Mark('.'), Mark(','), rest @ ..] | [Mark(',' | '.' | '-' | ':'), rest @ ..] | rest => rest,
    };
    match rest {
        [Word("the"), rest @ ..] | rest => (Some(weekday), rest),
    }
}

/// A day of the week after the day, perhaps in brackets.
fn weekday_after<'a, 't>(tokens: &'a [Token<'t>]) -> (Option<Weekday>, &'a [Token<'t>]) {
    use Token::{Mark, Word};
    match tokens {
        [Mark('('), Word(word), Mark(')'), rest @ ..]
        | [Mark(','), Word(word), rest @ ..]
        | [Word(word), rest @ ..] => {
            names::weekday(word).map_or((None, tokens), |weekday| (Some(weekday), rest))
        }
        _ => (None, tokens),
    }
}

fn in_numbers<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(DayParts, &'a [Token<'t>])> {
    use Token::{Mark, Number};
    match tokens {
        [
            Number(first),
            Mark(one),
            Number(second),
            Mark(other),
            Number(third),
            rest @ ..,
        ] if one == other && matches!(one, '/' | '-' | '.') && second.digits <= 2 => {
            let parts = match (first.digits, third.digits) {
                (4, 1..=2) => DayParts::Clear {
                    year: *first,
                    month: second.value,
                    day: third.value,
                },
                (1..=2, _) => DayParts::Numbers(*first, *second, *third),
                _ => return None,
            };
            Some((parts, rest))
        }
        [Number(all), rest @ ..] if all.digits == 8 => {
            let year = Figures {
                value: all.value / 10_000,
                digits: 4,
            };
            let (month, day) = (all.value / 100 % 100, all.value % 100);
            YEARS
                .contains(&year.value)
                .then_some((DayParts::Clear { year, month, day }, rest))
        }
        _ => None,
    }
}

fn in_words<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(DayParts, &'a [Token<'t>])> {
    let by_month = matches!(tokens, [Token::Word(_), ..]);
    let (month, day, rest) = if by_month {
        let (month, rest) = month_at_start(tokens)?;
        let (day, rest) = day_at_start(parted(rest))?;
        (month, day, rest)
    } else {
        let (day, rest) = day_at_start(tokens)?;
        let (month, rest) = month_at_start(parted(rest))?;
        (month, day, rest)
    };
    let (number, is_plain) = day;
    Some(match year_at_start(rest) {
        Some((year, rest)) => (
            DayParts::Clear {
                year,
                month,
                day: number.value,
            },
            rest,
        ),
        None => (
            DayParts::NoYear {
                month,
                day: number.value,
                by_month,
                plain: is_plain && number.digits == 2,
            },
            rest,
        ),
    })
}

/// Leaves out what people put between the parts of a day.
pub(super) fn parted<'a, 't>(tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    match tokens {
        [Token::Mark('.'), Token::Mark('-' | ','), rest @ ..]
        | [
            Token::Mark('-' | '/' | '.' | ',') | Token::Word("of"),
            rest @ ..,
        ]
        | rest => rest,
    }
}

pub(super) fn month_at_start<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(u32, &'a [Token<'t>])> {
    let (Token::Word(word), rest) = tokens.split_first()? else {
        return None;
    };
    Some((names::month(word)?, rest))
}

/// The number of a day, and whether it was written without `th`.
pub(super) fn day_at_start<'a, 't>(
    tokens: &'a [Token<'t>],
) -> Option<((Figures, bool), &'a [Token<'t>])> {
    match tokens {
        [
            Token::Number(day),
            Token::Word("st" | "nd" | "rd" | "th"),
            rest @ ..,
        ] if day.digits <= 2 => Some(((*day, false), rest)),
        [Token::Number(day), rest @ ..] if day.digits <= 2 => Some(((*day, true), rest)),
        _ => None,
    }
}

/// A year, unless what follows shows that the number is a time of day or another day.
fn year_at_start<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(Figures, &'a [Token<'t>])> {
    let (Token::Number(year), rest) = parted(tokens).split_first()? else {
        return None;
    };
    let is_other = match rest {
        [Token::Word(word), ..] => {
            matches!(
                *word,
                "am" | "pm" | "st" | "nd" | "rd" | "th" | "of" | "noon" | "oclock" | "hrs"
            ) || names::month(word).is_some()
        }
        [Token::Mark(':'), ..] => true,
        // 18.30
        [Token::Mark('.'), Token::Number(minute), ..] => {
            year.digits == 2 && year.value < 24 && minute.digits == 2 && minute.value < 60
        }
        // 10-12
        [Token::Mark('-'), Token::Number(end)] => {
            year.digits == 2 && year.value < 24 && end.digits <= 2
        }
        [Token::Number(next), ..] => {
            year.digits == 2 && next.digits == 4 && YEARS.contains(&next.value)
        }
        _ => false,
    };
    (year.digits > 1 && !is_other).then_some((*year, rest))
}

/// Whether a sign says no: `12/03/2026 ✗`.
pub(super) fn is_cross(token: &Token<'_>) -> bool {
    matches!(token, Token::Mark('✗' | '✘' | '❌' | '✖'))
}

/// What follows a day: without the marks and words that lead over to the time.
pub(super) fn after<'a, 't>(rest: &'a [Token<'t>]) -> &'a [Token<'t>] {
    match rest {
        [Token::Mark('(' | '['), inside @ .., Token::Mark(')' | ']')] => inside,
        [Token::Mark(_), ..] | [.., Token::Mark(_)]
            if trimmed(rest).is_empty() && !rest.iter().any(is_cross) =>
        {
            &[]
        }
        [
            Token::Mark('-' | ',' | ';' | '.') | Token::Word("t"),
            rest @ ..,
        ] => rest,
        _ => rest,
    }
}
