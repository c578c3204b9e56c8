//! Whether a text is about days and nothing else, right or wrong.

use chrono::NaiveDate;

use super::{names, unclear};
use crate::tokens::{Token, plain, tokens};

/// Whether a text holds a number and no word that is not about days: `31 April 2026` is a day that
/// there is not, and `Chased x2` is about something else.
pub fn is_about_days(text: &str) -> bool {
    let plain = plain(text);
    let tokens = tokens(&plain);
    let mut has_number = false;
    tokens.iter().all(|token| match token {
        Token::Number(_) => {
            has_number = true;
            true
        }
        Token::Mark(_) => true,
        Token::Word(word) => {
            names::month(word).is_some()
                || names::weekday(word).is_some()
                || names::misspelt(word).is_some()
                || unclear::is_filler(word)
                || matches!(*word, "am" | "pm" | "t" | "z" | "noon" | "hrs" | "h" | "w")
        }
    }) && has_number
}

/// Whether three short numbers with dashes name a day long before the one that they name with their
/// year first: `26-03-09` is 26 March 2009, or 9 March 2026.
pub fn is_perhaps_year_first(text: &str) -> bool {
    let mut parts = text.trim().split('-');
    let mut part = || {
        let part = parts.next().filter(|part| part.len() == 2)?;
        part.parse::<i32>().ok()
    };
    let (Some(first), Some(second), Some(third)) = (part(), part(), part()) else {
        return false;
    };
    let day = |year: i32, day: i32| {
        let (month, day) = (second.try_into().ok()?, day.try_into().ok()?);
        NaiveDate::from_ymd_opt(2000 + year, month, day)
    };
    parts.next().is_none()
        && first < 50
        && first - third > LONG_BACK
        && day(third, first).is_some()
        && day(first, third).is_some()
}

/// So many years back, a day is hardly one of the others in a table.
const LONG_BACK: i32 = 5;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_days_with_dashes_may_have_their_year_first() {
        for text in ["26-03-09", "26-02-01", " 25-12-01 "] {
            assert!(is_perhaps_year_first(text), "{text}");
        }
        for text in [
            "26-03-25",
            "09-03-26",
            "26-13-09",
            "26/03/09",
            "26-03-2009",
            "2026-03-09",
            "26-03",
            "31-03-26",
            "60-03-09",
            "26-03-09-01",
            "",
        ] {
            assert!(!is_perhaps_year_first(text), "{text}");
        }
    }

    #[test]
    fn wrong_days_are_about_days() {
        for text in [
            "31 April 2026",
            "Saturday 5th July 2021",
            "12 Febuary 2026",
            "12/03-2026",
            "20256",
        ] {
            assert!(is_about_days(text), "{text}");
        }
        for text in [
            "Chased x2",
            "FB",
            "ditto",
            "",
            "Hall",
            "12 came",
            "Summary due April",
        ] {
            assert!(!is_about_days(text), "{text}");
        }
    }
}
