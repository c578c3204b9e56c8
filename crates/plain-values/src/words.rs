//! Words of closed lists as people write them: `Done`, `Face to face`, `Held - well attended`.

use std::ops::Range;

use closed_words::{Word, listed, nearest, read_word};

use crate::called_off::{CalledOff, last_called_off};
use crate::tokens::{Token, folded, plain, tokens};

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

/// Reads how far something has come, from a list of which some words say that it was called off.
/// `Scheduled and then postponed` is postponed: the last phrase that calls it off stands. A remark
/// may follow: `Held - well attended`.
///
/// # Errors
/// What was expected.
pub fn read_stage<W: Synonyms + From<CalledOff> + PartialEq>(text: &str) -> Result<W, String> {
    let read = read_synonym(text);
    if read.is_ok() || text.contains('?') {
        return read;
    }
    let plain = plain(text);
    let tokens = tokens(&plain);
    if let Some((called_off, _)) = last_called_off(&tokens) {
        return Ok(called_off.into());
    }
    let Some(stage) = before_remark(&plain).and_then(exactly) else {
        return read;
    };
    if phrases::<W>(&tokens).any(|(other, _)| other != stage) {
        return Err(format!(
            "this says more than one thing; write {} alone",
            listed(W::all_words(), "or")
        ));
    }
    Ok(stage)
}

fn exactly<W: Synonyms>(text: &str) -> Option<W> {
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

/// What stands before a remark.
fn before_remark(plain: &str) -> Option<&str> {
    [" - ", "(", ":"]
        .iter()
        .filter_map(|mark| plain.split_once(mark))
        .map(|(head, _)| head)
        .min_by_key(|head| head.len())
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
            let own = [
                ("in transit", Delivery::OnItsWay),
                ("here", Delivery::Arrived),
            ];
            let off = CalledOff::synonyms().map(|(phrase, off)| (phrase, off.into()));
            own.into_iter().chain(off)
        }
    }

    impl From<CalledOff> for Delivery {
        fn from(called_off: CalledOff) -> Self {
            match called_off {
                CalledOff::Cancelled => Delivery::Cancelled,
                CalledOff::Postponed => Delivery::Postponed,
            }
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

    #[test]
    fn what_calls_it_off_stands_and_remarks_are_left_out() {
        for (text, expected) in [
            ("Here - two boxes", Delivery::Arrived),
            ("on its way (from Leeds)", Delivery::OnItsWay),
            ("in transit and then cancelled", Delivery::Cancelled),
        ] {
            assert_eq!(read_stage(text), Ok(expected), "{text}");
        }
        let why = read_stage::<Delivery>("in transit - now here").unwrap_err();
        assert_eq!(
            why,
            "this says more than one thing; write on-its-way, arrived, cancelled or postponed alone"
        );
        assert!(read_stage::<Delivery>("not cancelled").is_err());
        let long = "in transit ".repeat(10_000);
        assert!(read_stage::<Delivery>(&long).is_err());
    }
}
