//! Words of closed lists as people write them: `Done`, `Face to face`, `Held - well attended`.

use std::ops::Range;

use closed_words::{Word, nearest, read_word};

use crate::tokens::{Token, folded};

/// A closed list whose words people also write otherwise.
pub trait Synonyms: Word {
    /// Other phrases, each with the word that is meant. A phrase is in small letters, with one
    /// blank between its words and no other marks; a word of the list itself is not repeated.
    fn synonyms() -> impl Iterator<Item = (&'static str, Self)>;
}

/// Reads a word of a closed list, or another phrase for it.
///
/// # Errors
/// What was expected, with the nearest word if one is near.
pub fn read_synonym<W: Synonyms>(text: &str) -> Result<W, String> {
    // Somebody who puts a question mark has not settled it.
    if text.contains('?') {
        return Err("this is marked with a question mark; write the word alone".to_owned());
    }
    exactly(text).ok_or_else(|| not_known::<W>(text))
}

/// The word that a text is, or is another phrase for.
pub(crate) fn exactly<W: Synonyms>(text: &str) -> Option<W> {
    let folded = folded(text);
    let synonym = || W::synonyms().find(|(phrase, _)| *phrase == folded);
    W::from_word(&folded).or_else(|| synonym().map(|(_, word)| word))
}

fn not_known<W: Synonyms>(text: &str) -> String {
    let phrases = W::synonyms().map(|(phrase, _)| phrase);
    nearest(text, W::all_words().chain(phrases))
        .map_or_else(
            || read_word::<W>(text),
            |near| read_word::<W>(text).map_err(|expected| with_nearest(near, expected)),
        )
        .err()
        .unwrap_or_default()
}

/// The nearest phrase first, unless the list's own words are near.
fn with_nearest(near: &str, expected: String) -> String {
    if expected.starts_with("did you mean") {
        expected
    } else {
        format!("did you mean `{near}`? Otherwise {expected}")
    }
}

/// Every word of a list and every other phrase for one, each with its place.
pub(crate) fn phrases<W: Synonyms>(
    tokens: &[Token<'_>],
) -> impl Iterator<Item = (W, Range<usize>)> {
    let all = W::WORDS.iter().copied().chain(W::synonyms());
    all.flat_map(move |(phrase, word)| {
        let words: Vec<Token<'static>> = phrase.split(' ').map(Token::Word).collect();
        let starts = 0..tokens.len();
        starts.filter_map(move |start| {
            let at = start..start + words.len();
            (tokens.get(at.clone()) == Some(words.as_slice())).then_some((word, at))
        })
    })
}

#[cfg(test)]
mod tests {
    use closed_words::words;

    use super::*;

    words! {
        /// How far a delivery has come.
        pub enum Delivery {
            /// Not there yet.
            OnItsWay = "on-its-way",
            /// There.
            Arrived = "arrived",
            /// Not to come any more.
            Cancelled = "cancelled",
            /// To come later.
            Postponed = "postponed",
        }
    }

    impl Synonyms for Delivery {
        fn synonyms() -> impl Iterator<Item = (&'static str, Self)> {
            [
                ("in transit", Delivery::OnItsWay),
                ("here", Delivery::Arrived),
                ("put off", Delivery::Postponed),
            ]
            .into_iter()
        }
    }

    #[test]
    fn words_and_other_phrases_for_them() {
        for (text, expected) in [
            ("Arrived", Delivery::Arrived),
            (" HERE!", Delivery::Arrived),
            ("on its way", Delivery::OnItsWay),
            ("In-transit", Delivery::OnItsWay),
            ("put off", Delivery::Postponed),
        ] {
            assert_eq!(read_synonym(text), Ok(expected), "{text}");
        }
        for (text, hint) in [
            ("here?", "question mark"),
            ("arived", "did you mean `arrived`?"),
            (
                "in transt",
                "did you mean `in transit`? Otherwise write on-its-way",
            ),
            ("lost", "write on-its-way, arrived, cancelled or postponed"),
        ] {
            let why = read_synonym::<Delivery>(text).unwrap_err();
            assert!(why.starts_with(hint) || why.contains(hint), "{text}: {why}");
        }
    }
}
