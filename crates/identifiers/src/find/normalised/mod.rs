//! A text in the one spelling that the finders read: small letters, plain digits, plain blanks and
//! dashes, nothing invisible, no escapes of web addresses and pages, no tags within words, no blanks within what
//! is written sign by sign; every byte knows its place in the text as written.

mod escape;
mod inline_tags;
mod misread;
mod plain;
mod spaced_out;

use std::ops::Range;

use plain::{plain, several};

/// A normalised text. A byte of 128 or more always belongs to a letter.
pub(super) struct NormalisedText<'t> {
    original: &'t str,
    text: String,
    /// Where the character of each byte begins in the original; empty where nothing moved.
    places: Vec<usize>,
}

impl<'t> NormalisedText<'t> {
    /// Folds a text. Plain ASCII keeps its places, so that most texts need no table.
    pub(super) fn new(original: &'t str) -> Self {
        let unseen = |byte: u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
        let escaped = |at: usize| original.get(at..).and_then(escape::read);
        // Without an early end, many bytes are looked at at once.
        let (mut is_foreign, mut may_be_escaped) = (false, false);
        for byte in original.bytes() {
            is_foreign |= !byte.is_ascii() | unseen(byte);
            may_be_escaped |= matches!(byte, b'%' | b'&');
        }
        let mut signs = original.match_indices(['%', '&']);
        let is_escaped = may_be_escaped && signs.any(|(at, _)| escaped(at).is_some());
        if !is_foreign && !is_escaped {
            let plain = NormalisedText {
                original,
                text: original.to_ascii_lowercase(),
                places: Vec::new(),
            };
            return plain.plainly();
        }
        let mut text = String::with_capacity(original.len());
        let mut places = Vec::with_capacity(original.len());
        let mut escaped_until = 0;
        for (at, character) in original.char_indices() {
            if at < escaped_until {
                continue;
            }
            let mut character = character;
            if matches!(character, '%' | '&')
                && let Some((meant, length)) = escaped(at)
            {
                character = meant;
                escaped_until = at + length;
            }
            if character.is_ascii() && !unseen(character as u8) {
                text.push(character.to_ascii_lowercase());
                places.push(at);
                continue;
            }
            if let Some(letters) = several(character) {
                text.extend(letters.chars().map(|letter| letter.to_ascii_lowercase()));
                places.resize(text.len(), at);
                continue;
            }
            let Some(plain) = plain(character) else {
                continue;
            };
            for small in plain.to_lowercase() {
                text.push(if small.is_ascii() || small.is_alphanumeric() {
                    small
                } else {
                    ';'
                });
                places.resize(text.len(), at);
            }
        }
        let folded = NormalisedText {
            original,
            text,
            places,
        };
        folded.plainly()
    }

    /// The same text without tags within words, without the blanks of what is written sign by sign, and
    /// with figures in dates that were read as letters.
    fn plainly(self) -> Self {
        let tags = inline_tags::places(self.bytes());
        let text = self.without(tags);
        let blanks = spaced_out::blanks(text.bytes());
        let text = text.without(blanks);
        NormalisedText {
            text: misread::put_right(text.text),
            ..text
        }
    }

    /// The same text without some of its bytes, given by their places in order.
    fn without(self, left_out: Vec<usize>) -> Self {
        if left_out.is_empty() {
            return self;
        }
        let mut left_out = left_out.into_iter().peekable();
        let mut text = String::with_capacity(self.text.len());
        let mut places = Vec::with_capacity(self.text.len());
        for (at, character) in self.text.char_indices() {
            let within = at..at + character.len_utf8();
            if left_out.next_if(|place| within.contains(place)).is_none() {
                text.push(character);
                places.extend(within.map(|at| self.places.get(at).copied().unwrap_or(at)));
                continue;
            }
            while left_out.next_if(|place| within.contains(place)).is_some() {}
        }
        NormalisedText {
            original: self.original,
            text,
            places,
        }
    }

    /// The normalised text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The normalised text, byte by byte.
    pub(super) fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The byte at a place; 0 outside of the text.
    pub(super) fn at(&self, place: usize) -> u8 {
        self.bytes().get(place).copied().unwrap_or(0)
    }

    /// The byte before a place; 0 at the beginning.
    pub(super) fn before(&self, place: usize) -> u8 {
        place.checked_sub(1).map_or(0, |before| self.at(before))
    }

    /// A stretch of the normalised text, cut to what there is.
    pub(super) fn slice(&self, range: Range<usize>) -> &[u8] {
        let end = range.end.min(self.text.len());
        self.bytes().get(range.start.min(end)..end).unwrap_or(&[])
    }

    /// The place in the original of a stretch of the normalised text.
    pub(super) fn range(&self, normalised: Range<usize>) -> Range<usize> {
        if self.places.is_empty() {
            return normalised;
        }
        let place = |at: usize| self.places.get(at).copied().unwrap_or(self.original.len());
        let last = place(normalised.end.saturating_sub(1));
        // What is left out behind a character belongs to it, as the marks on a letter do; a stretch
        // can end within a character that stands for two.
        let mut next = normalised.end;
        while place(next) == last && next < self.places.len() {
            next += 1;
        }
        place(normalised.start)..place(next)
    }

    /// Whether the letter at a place is a capital in the original.
    pub(super) fn capital(&self, at: usize) -> bool {
        let place = self.range(at..at + 1).start;
        self.original
            .get(place..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(char::is_uppercase)
    }
}

/// Whether a byte of a normalised text belongs to a word.
pub(super) fn of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 128
}

/// The words of a normalised text or of a stretch of one.
pub(super) fn words(text: &[u8]) -> impl DoubleEndedIterator<Item = &[u8]> {
    text.split(|byte| !of_word(*byte))
        .filter(|word| !word.is_empty())
}

/// Whether a word is one of a list, whose words have a blank between them.
pub(super) fn is_one_of(list: &str, word: &[u8]) -> bool {
    list.split(' ').any(|one| one.as_bytes() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_places() {
        let text = "Zoë\u{200B} ＮＨＳ\u{A0}９９９—1";
        let normalised = NormalisedText::new(text);
        assert_eq!(normalised.text(), "zoe nhs 999-1");
        assert_eq!(text.get(normalised.range(0..3)).unwrap(), "Zoë\u{200B}");
        assert_eq!(text.get(normalised.range(4..7)).unwrap(), "ＮＨＳ");
        assert_eq!(text.get(normalised.range(8..11)).unwrap(), "９９９");
        assert!(normalised.capital(0) && !normalised.capital(1) && normalised.capital(4));
        let drawn = NormalisedText::new("𝐙ⓔⒷ 🇿🇿⑨９९ ⑭⁄③⁄2012 bᴏʀɴ m² 07700→900•1");
        assert_eq!(drawn.text(), "zeb zz999 14/3/2012 born m² 07700-900.1");
        assert!(drawn.capital(0) && !drawn.capital(1));
        let escaped = "Zo%C3%AB&nbsp;50%&#64;%x &";
        let normalised = NormalisedText::new(escaped);
        assert_eq!(normalised.text(), "zoe 50%@%x &");
        assert_eq!(escaped.get(normalised.range(0..3)).unwrap(), "Zo%C3%AB");
        assert_eq!(escaped.get(normalised.range(3..5)).unwrap(), "&nbsp;5");
        assert_eq!(normalised.range(11..12), 25..26);
        let plain = NormalisedText::new("NHS 1");
        assert_eq!((plain.text(), plain.range(1..3)), ("nhs 1", 1..3));
    }

    #[test]
    fn nothing_outside_the_text_is_read() {
        let normalised = NormalisedText::new("ab");
        assert_eq!(
            (normalised.before(0), normalised.at(2), normalised.at(9)),
            (0, 0, 0)
        );
        assert_eq!(normalised.slice(1..9), b"b");
        assert_eq!(normalised.slice(7..9), b"");
        assert_eq!(normalised.range(0..2), 0..2);
    }
}
