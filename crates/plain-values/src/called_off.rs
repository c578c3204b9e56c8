//! Whether something was called off: `CANCELLED`, `did not go ahead`, `put back`.

use std::ops::Range;

use closed_words::words;

use crate::tokens::{Token, plain, tokens};
use crate::words::{Synonyms, phrases};

words! {
    /// How something was called off.
    pub enum CalledOff {
        /// It does not happen at all.
        Cancelled = "cancelled",
        /// It happens on another day, known or not.
        Postponed = "postponed",
    }
}

impl Synonyms for CalledOff {
    fn synonyms() -> impl Iterator<Item = (&'static str, Self)> {
        use CalledOff::{Cancelled, Postponed};
        [
            ("canceled", Cancelled),
            ("called off", Cancelled),
            ("abandoned", Cancelled),
            ("withdrawn", Cancelled),
            ("did not happen", Cancelled),
            ("didnt happen", Cancelled),
            ("did not take place", Cancelled),
            ("didnt take place", Cancelled),
            ("did not go ahead", Cancelled),
            ("didnt go ahead", Cancelled),
            ("not going ahead", Cancelled),
            ("will not go ahead", Cancelled),
            ("not held", Cancelled),
            ("deferred", Postponed),
            ("delayed", Postponed),
            ("moved", Postponed),
            ("put off", Postponed),
            ("put back", Postponed),
            ("rescheduled", Postponed),
            ("re scheduled", Postponed),
            ("rearranged", Postponed),
            ("re arranged", Postponed),
            ("on hold", Postponed),
        ]
        .into_iter()
    }
}

/// Whether a text says that something was called off; where it says so more than once, the last
/// counts: `Postponed, now cancelled`.
pub fn read_called_off(text: &str) -> Option<CalledOff> {
    last_called_off(&tokens(&plain(text))).map(|(called_off, _)| called_off)
}

/// The last phrase that says that something was called off, and where it stands.
pub(crate) fn last_called_off(tokens: &[Token<'_>]) -> Option<(CalledOff, Range<usize>)> {
    phrases(tokens)
        .filter(|(_, at)| {
            let before = at
                .start
                .checked_sub(1)
                .and_then(|before| tokens.get(before));
            !matches!(
                before,
                Some(Token::Word("not" | "never" | "isnt" | "wasnt" | "un"))
            )
        })
        .max_by_key(|(_, at)| at.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_phrase_counts() {
        for (text, expected) in [
            ("CANCELLED", Some(CalledOff::Cancelled)),
            ("Didn’t take place", Some(CalledOff::Cancelled)),
            ("12 March (put back)", Some(CalledOff::Postponed)),
            ("postponed, now cancelled", Some(CalledOff::Cancelled)),
            (
                "Cancelled - rescheduled to 12 May",
                Some(CalledOff::Postponed),
            ),
            ("not cancelled", None),
            ("was never postponed", None),
            ("held", None),
        ] {
            assert_eq!(read_called_off(text), expected, "{text}");
        }
    }
}
