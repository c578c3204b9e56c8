//! The time that a line over a list speaks of: `Log 2026`, `Spring term 2025/26`, `March 2026`.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, Months, NaiveDate};

use crate::day::{DayOfYear, month_of_name};
use crate::tokens::{Figures, Token, plain, tokens};

/// The stretches of days that a line can mean. `2025/26` can be a school year or a financial one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedYears(Vec<RangeInclusive<NaiveDate>>);

impl NamedYears {
    /// Whether it is a year and no part of one.
    pub fn is_a_year(&self) -> bool {
        let a_year =
            |days: &RangeInclusive<NaiveDate>| (*days.end() - *days.start()).num_days() > 360;
        self.0.iter().all(a_year)
    }

    /// The only day that is meant by one without a year, if there is only one.
    pub fn day(&self, day: DayOfYear) -> Option<NaiveDate> {
        let years = self
            .0
            .iter()
            .flat_map(|days| days.start().year()..=days.end().year());
        let days = years.filter_map(|year| day.in_year(year));
        let mut days = days.filter(|day| self.0.iter().any(|days| days.contains(day)));
        let first = days.next()?;
        days.all(|other| other == first).then_some(first)
    }
}

/// The time that a line names among other words; nothing where it names none or several, or a day,
/// which says when something was written and not what it is about.
pub fn named_years(text: &str) -> Option<NamedYears> {
    let plain = plain(text);
    let tokens = tokens(&plain);
    let is_word = |words: &[&str]| {
        let mut all = tokens.iter();
        all.any(|token| matches!(token, Token::Word(word) if words.contains(word)))
    };
    if is_word(&[
        "since", "until", "before", "after", "from", "updated", "printed", "exported",
    ]) {
        return None;
    }
    let mut named: Vec<(i32, bool)> = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some((_, after)) = rest.split_first() {
        rest = match year_at_start(rest) {
            Some((year, after)) => {
                named.push(year?);
                after
            }
            None => after,
        };
    }
    named.dedup();
    let [(year, is_pair)] = named.as_slice() else {
        return None;
    };
    let months: Vec<u32> = tokens.iter().filter_map(month).collect();
    if months.len() > 1 || names_a_day(&tokens) {
        return None;
    }
    let term = TERMS.iter().find(|(name, ..)| is_word(&[name]));
    // Which half of `2025/26` a month or a term is in.
    let year_of = |month: u32| {
        if *is_pair && month < 9 {
            year + 1
        } else {
            *year
        }
    };
    let is_financial = is_word(&["financial", "fy", "municipal", "council's"]);
    let is_school = is_word(&["school", "academic"]);
    let stretches = match (months.as_slice(), term) {
        ([month], _) if *is_pair && (4..9).contains(month) && !is_school => {
            vec![stretch(*year, *month, 1)?, stretch(year + 1, *month, 1)?]
        }
        ([month], _) => vec![stretch(year_of(*month), *month, 1)?],
        ([], Some((_, first, months))) => vec![stretch(year_of(*first), *first, *months)?],
        _ if !is_pair => vec![stretch(*year, 1, 12)?],
        _ if is_school => vec![stretch(*year, 9, 12)?],
        _ if is_financial => vec![stretch(*year, 4, 12)?],
        _ => vec![stretch(*year, 4, 12)?, stretch(*year, 9, 12)?],
    };
    Some(NamedYears(stretches))
}

/// Whether a line names a time and nothing else: `Spring term`, `2025/26`, `March 2026`.
pub fn names_only_a_time(text: &str) -> bool {
    let plain = plain(text);
    let tokens = tokens(&plain);
    let mut names_one = false;
    let all = tokens.iter().all(|token| match token {
        Token::Word(word) => {
            let is_time = month_of_name(word).is_some()
                || TERMS.iter().any(|(name, ..)| name == word)
                || matches!(*word, "term" | "year" | "quarter" | "q");
            names_one |= is_time;
            is_time
                || matches!(
                    *word,
                    "half" | "school" | "academic" | "financial" | "to" | "the"
                )
        }
        Token::Number(number) => {
            let is_year = is_year(*number);
            names_one |= is_year;
            is_year || number.digits <= 2
        }
        Token::Mark(mark) => matches!(mark, '/' | '-' | '(' | ')' | ':' | ',' | '&'),
    });
    all && names_one && !names_a_day(&tokens)
}

/// The terms of schools, with their first month and how many months they reach over at most.
const TERMS: &[(&str, u32, u32)] = &[("autumn", 9, 4), ("spring", 1, 4), ("summer", 4, 5)];

/// The days from the first of a month, so many months long.
fn stretch(year: i32, month: u32, months: u32) -> Option<RangeInclusive<NaiveDate>> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some(first..=first.checked_add_months(Months::new(months))?.pred_opt()?)
}

/// A year, and whether it is the first of a pair (`2025/26`).
type Year = (i32, bool);

/// A year at the beginning, and what follows; no year where two numbers are no pair (`2024/26`).
fn year_at_start<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(Option<Year>, &'a [Token<'t>])> {
    let [Token::Number(first), rest @ ..] = tokens else {
        return None;
    };
    let year = i32::try_from(first.value)
        .ok()
        .filter(|_| is_year(*first))?;
    if let [
        Token::Mark('/' | '-') | Token::Word("to" | "and"),
        Token::Number(second),
        after @ ..,
    ] = rest
    {
        let is_next = match second.digits {
            2 => second.value == (first.value + 1) % 100,
            4 => second.value == first.value + 1,
            _ => false,
        };
        return Some((is_next.then_some((year, true)), after));
    }
    Some((Some((year, false)), rest))
}

fn is_year(number: Figures) -> bool {
    number.digits == 4 && (1990..2100).contains(&number.value)
}

fn month(token: &Token<'_>) -> Option<u32> {
    match token {
        Token::Word(word) => month_of_name(word),
        Token::Number(_) | Token::Mark(_) => None,
    }
}

/// Whether a day stands there: `5 March`, `5/3/2026`, `2026-03-05`.
fn names_a_day(tokens: &[Token<'_>]) -> bool {
    use Token::{Mark, Number};
    let is_of_month = |two: &[Token<'_>]| match two {
        [Number(day), name] | [name, Number(day)] => day.digits <= 2 && month(name).is_some(),
        _ => false,
    };
    let is_of_numbers = |five: &[Token<'_>]| {
        matches!(
            five,
            [
                Number(_),
                Mark('/' | '-' | '.'),
                Number(_),
                Mark('/' | '-' | '.'),
                Number(_)
            ]
        )
    };
    tokens.windows(2).any(is_of_month) || tokens.windows(5).any(is_of_numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{DateOrder, DayReading, read_day};

    fn day(text: &str) -> DayOfYear {
        let DayReading::NoYear(day, None) = read_day(text, DateOrder::DayFirst) else {
            panic!("{text}");
        };
        day
    }

    #[test]
    fn a_line_lends_its_year_where_only_one_day_can_be_meant() {
        for (line, written, expected) in [
            ("Engagement log 2026", "5 March", Some("2026-03-05")),
            ("Engagement log 2025/26", "12 Nov", Some("2025-11-12")),
            ("Engagement log 2025/26", "5 March", Some("2026-03-05")),
            ("Engagement log 2025-2026", "5 March", Some("2026-03-05")),
            // April to August is in the school year 2025/26 once, and in the financial year before.
            ("Engagement log 2025/26", "5 May", None),
            ("School year 2025/26", "5 May", Some("2026-05-05")),
            ("FY 2025-26", "5 May", Some("2025-05-05")),
            (
                "Financial year 2025 to 2026",
                "30 March",
                Some("2026-03-30"),
            ),
            ("Spring term 2026", "12 March", Some("2026-03-12")),
            ("Spring term 2025/26", "12 March", Some("2026-03-12")),
            ("Autumn 2025/26", "12 Nov", Some("2025-11-12")),
            ("Spring term 2026", "12 November", None),
            ("March 2026", "12 March", Some("2026-03-12")),
            ("March 2026", "12 April", None),
            ("March 2025/26", "12 March", Some("2026-03-12")),
            ("May 2025/26", "12 May", None),
            // 5 March 2026 is a Thursday.
            ("Log 2026", "Thursday 5 March", Some("2026-03-05")),
            ("Log 2026", "Friday 5 March", None),
        ] {
            let years = named_years(line);
            let found = years.and_then(|years| years.day(day(written)));
            let found = found.map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{line}, {written}");
        }
    }

    #[test]
    fn a_line_without_one_time_lends_none() {
        for line in [
            "Engagement log",
            "Log 2025 and 2027",
            "Log since 2024",
            "Updated March 2026",
            "As of 5 March 2026",
            "Printed 05/03/2026",
            "2026-03-05 board",
            "Room 2024/25/1",
            "Action 12",
            "2024/26",
            "March and April 2026",
        ] {
            assert_eq!(named_years(line), None, "{line}");
        }
    }

    #[test]
    fn a_line_of_nothing_but_a_time_is_no_title() {
        for (line, expected) in [
            ("Spring term", true),
            ("Spring term 2026", true),
            ("2025/26", true),
            ("2026", true),
            ("March", true),
            ("MARCH 2026", true),
            ("Autumn half term 2 (2025)", true),
            ("Q3 2025/26", true),
            ("April - June 2026", true),
            ("04/01/2024", false),
            ("12 March 2026", false),
            ("March 12", false),
            ("2026-03-05", false),
            ("5/3", false),
            ("Summer fair", false),
            ("12", false),
            ("Board", false),
            ("Spring term board", false),
            ("", false),
        ] {
            assert_eq!(names_only_a_time(line), expected, "{line}");
        }
    }
}
