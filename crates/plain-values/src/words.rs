//! Words of closed lists as people write them: `Done`, `Face to face`, `Held - well attended`.

use std::ops::Range;

use closed_words::{Word, nearest, read_word};

use crate::tokens::{Token, folded, plain, tokens};

/// A closed list whose words people also write otherwise.
pub trait Synonyms: Word {
    /// Other phrases, each with the word that is meant. A phrase is in small letters, with one
    /// blank between its words and no other marks; a word of the list itself is not repeated.
    fn synonyms() -> impl Iterator<Item = (&'static str, Self)>;

    /// Whether the word says that something is over and done, so that nothing said after it can take
    /// it back.
    fn is_done(self) -> bool {
        false
    }
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

/// Reads a word of a closed list, or the phrase that a longer one is about: `Workshop 2`, `Stakeholder
/// event` and `Parents of children with SEND` are a workshop, an event and parents.
///
/// # Errors
/// What was expected.
pub fn read_phrase<W: Synonyms + PartialEq>(text: &str) -> Result<W, String> {
    let read = read_synonym(text);
    if read.is_ok() || text.contains('?') {
        return read;
    }
    of_head(text).map_or(read, Ok)
}

/// The word that the head of a phrase stands for: what is said before its first remark or preposition
/// ends with it, and nothing there denies it.
fn of_head<W: Synonyms + PartialEq>(text: &str) -> Option<W> {
    let plain = plain(text);
    let tokens = tokens(&plain);
    let ends = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_joined = matches!(before, Some(Token::Mark('-') | Token::Word("drop")));
        tokens.get(at).is_some_and(|token| {
            ends_head(token) && !(is_joined && matches!(token, Token::Word("in")))
        })
    };
    let end = (0..tokens.len())
        .find(|at| ends(*at))
        .unwrap_or(tokens.len());
    // `Online drop-in` ends with two words.
    let is_word = |token: &&Token<'_>| !matches!(token, Token::Mark('-'));
    let head: Vec<Token<'_>> = tokens.get(..end)?.iter().filter(is_word).copied().collect();
    let mut head = head.as_slice();
    while let [rest @ .., last] = head
        && is_number(last)
    {
        head = rest;
    }
    let is_denied = head.iter().any(|token| {
        matches!(
            token,
            Token::Word("not" | "no" | "non" | "never" | "except" | "without" | "other" | "than")
        )
    });
    if head.is_empty() || is_denied {
        return None;
    }
    let found: Vec<(W, Range<usize>)> = phrases(head).collect();
    let (word, at) = found
        .iter()
        .filter(|(_, at)| at.end == head.len())
        .max_by_key(|(_, at)| at.len())?;
    let joins = |token: &Token<'_>| {
        matches!(
            token,
            Token::Word("and" | "or") | Token::Mark('&' | '/' | '+')
        )
    };
    let says_two = head.iter().any(joins)
        && found
            .iter()
            .any(|(other, place)| other != word && place.end <= at.start);
    (!says_two).then_some(*word)
}

/// Whether the head of a phrase is over where this stands.
fn ends_head(token: &Token<'_>) -> bool {
    match token {
        Token::Mark(mark) => matches!(mark, '(' | '[' | ':' | ';' | ','),
        Token::Word(word) => matches!(
            *word,
            "of" | "for"
                | "from"
                | "with"
                | "about"
                | "on"
                | "at"
                | "in"
                | "who"
                | "whose"
                | "aged"
                | "incl"
                | "including"
                | "to"
                | "re"
                | "via"
                | "by"
        ),
        Token::Number(_) => false,
    }
}

/// Whether a piece only counts: `2`, `no. 2`, `part two`.
fn is_number(token: &Token<'_>) -> bool {
    match token {
        Token::Number(_) | Token::Mark(_) => true,
        Token::Word(word) => matches!(
            *word,
            "one"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "i"
                | "ii"
                | "iii"
                | "iv"
                | "a"
                | "b"
                | "no"
                | "number"
                | "part"
                | "st"
                | "nd"
                | "rd"
                | "th"
        ),
    }
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
        (0..tokens.len()).filter_map(move |start| {
            let length = length_at_start(phrase, tokens.get(start..)?)?;
            Some((word, start..start + length))
        })
    })
}

/// How many pieces a phrase takes up, where a text begins with it.
fn length_at_start(phrase: &str, tokens: &[Token<'_>]) -> Option<usize> {
    // This is asked of every cell for every phrase, and mostly settled by the first word.
    let Some(Token::Word(first)) = tokens.first() else {
        return None;
    };
    if !phrase.starts_with(first) {
        return None;
    }
    let mut length = 0;
    for word in phrase.split(' ') {
        (tokens.get(length) == Some(&Token::Word(word))).then_some(())?;
        length += 1;
    }
    Some(length)
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

    #[test]
    fn a_phrase_is_about_its_head() {
        for (text, expected) in [
            ("arrived 2", Delivery::Arrived),
            ("early here", Delivery::Arrived),
            ("Arrived (with the post)", Delivery::Arrived),
            ("arrived no. 3", Delivery::Arrived),
            ("here from Leeds and now cancelled", Delivery::Arrived),
        ] {
            assert_eq!(read_phrase(text), Ok(expected), "{text}");
        }
        for text in [
            "not here",
            "non-arrived",
            "arrived or in transit",
            "arrived lately",
            "2",
            "arrived 2?",
        ] {
            assert!(read_phrase::<Delivery>(text).is_err(), "{text}");
        }
    }
}
