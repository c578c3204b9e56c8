//! Whether a text is about days and nothing else, right or wrong.

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

#[cfg(test)]
mod tests {
    use super::*;

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
