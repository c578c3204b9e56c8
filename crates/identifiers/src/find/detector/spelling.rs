//! The ways in which a listed name is written: in either order, joined, with initials between its words.

use std::ops::Range;

use super::around::next_word;
use super::people::{ends_phrase, is_common};
use crate::find::normalised::NormalisedText;

/// One way to write a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spelling {
    pub(super) words: Vec<String>,
    pub(super) how: How,
    /// Whether the surname is an ordinary word as well, which a capital letter tells from it.
    is_word: bool,
}

/// What besides its words makes a spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// The words in their order.
    Plain,
    /// The surname first: a comma stands after so many words.
    Comma(usize),
    /// All words in one; the second begins after so many bytes.
    Joined(usize),
}

/// From this many letters on, words that are joined without a capital letter between them are
/// hardly ever another word, as `Rosemary` is.
pub(super) const TELLING: usize = 10;

/// How many initials may stand between two words of a name.
const INITIALS: usize = 2;

impl Spelling {
    pub(super) fn first(&self) -> &[u8] {
        self.words.first().map_or(&[], |word| word.as_bytes())
    }

    /// The end of the name, if it goes on so after its first word.
    pub(super) fn end(
        &self,
        text: &NormalisedText<'_>,
        start: usize,
        mut end: usize,
    ) -> Option<usize> {
        if let How::Joined(second) = self.how {
            let capital = text.capital(start + second) && !text.capital(start + second - 1);
            return (capital || end - start >= TELLING).then_some(end);
        }
        let last = self.words.len() - 1;
        if self.is_word && matches!(self.how, How::Comma(_)) && !text.capital(start) {
            return None;
        }
        for (number, word) in self.words.iter().enumerate().skip(1) {
            let mut next = next_word(text, end);
            let gap = text.slice(end..next.start);
            let turns = gap.contains(&b',') || matches!(gap, b"." | b"_" | b"/" | b"-");
            if matches!(self.how, How::Comma(before) if before == number) && !turns {
                return None;
            }
            if self.is_word && number == last && self.how == How::Plain && ends_phrase(gap) {
                return None;
            }
            if self.how == How::Plain {
                next = after_nickname(text, end, next);
            }
            let mut initials = 0;
            while self.how == How::Plain
                && initials < INITIALS
                && is_letter(text.slice(next.clone()))
                && text.slice(next.clone()) != word.as_bytes()
            {
                initials += 1;
                next = next_word(text, next.end);
            }
            let found = text.slice(next.clone());
            // The s of a possessive, where the apostrophe is left out.
            let bare = found.strip_suffix(b"s").filter(|_| number == last);
            if found != word.as_bytes() && bare != Some(word.as_bytes()) {
                return None;
            }
            let is_apart = text.slice(end..next.start).contains(&b' ');
            let is_surname = self.how == How::Plain && number == last;
            if self.is_word && is_surname && is_apart && !text.capital(next.start) {
                return None;
            }
            end = next.end;
        }
        Some(end)
    }
}

/// The ways to write a name: its words in order, in one, and with the surname first, which may be
/// of several words.
pub(super) fn spellings(name: &[String]) -> Vec<Spelling> {
    /// Names of more words are those of organisations.
    const MOST: usize = 6;
    /// Two initials are in many texts: `plan B, a new one`.
    const LEAST: usize = 4;
    let mut all = Vec::new();
    let is_word = name
        .last()
        .is_some_and(|surname| is_common(surname.as_bytes()));
    let letters: usize = name.iter().map(|word| word.chars().count()).sum();
    if (2..=MOST).contains(&name.len()) && letters >= LEAST {
        for surname in 1..name.len() {
            let mut words = name.to_vec();
            words.rotate_right(surname);
            all.push(Spelling {
                words,
                how: How::Comma(surname),
                is_word,
            });
        }
        let turned = || {
            name.iter()
                .rev()
                .take(1)
                .chain(name.iter().rev().skip(1).rev())
        };
        let (first, last) = (name.first(), name.last());
        for (words, second) in [(name.concat(), first), (turned().cloned().collect(), last)] {
            all.push(Spelling {
                words: vec![words],
                how: How::Joined(second.map_or(0, String::len)),
                is_word,
            });
        }
    }
    all.push(Spelling {
        words: name.to_vec(),
        how: How::Plain,
        is_word: is_word && name.len() > 1,
    });
    all
}

/// The word that follows on what somebody is called in brackets or quotes, or the next word itself:
/// `Xxxx (Xx) Yyyy`.
fn after_nickname(text: &NormalisedText<'_>, end: usize, next: Range<usize>) -> Range<usize> {
    let is_quoted = match text.slice(end..next.start) {
        b" (" => text.at(next.end) == b')',
        b" \"" => text.at(next.end) == b'"',
        b" '" => text.at(next.end) == b'\'',
        _ => false,
    };
    let follows = is_quoted && text.at(next.end + 1) == b' ';
    if follows {
        next_word(text, next.end)
    } else {
        next
    }
}

fn is_letter(word: &[u8]) -> bool {
    str::from_utf8(word).is_ok_and(|word| word.chars().count() == 1)
}
