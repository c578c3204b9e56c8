//! A text in the one spelling that the finders read: small letters, plain digits, plain blanks and
//! dashes, nothing invisible; every byte knows its place in the text as written.

use std::ops::Range;

/// A folded text. A byte of 128 or more always belongs to a letter.
pub(super) struct Folded<'t> {
    original: &'t str,
    text: String,
    /// Where the character of each byte begins in the original; empty where nothing moved.
    places: Vec<usize>,
}

impl<'t> Folded<'t> {
    /// Folds a text. Plain ASCII keeps its places, so that most texts need no table.
    pub(super) fn new(original: &'t str) -> Self {
        let unseen = |byte: u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
        if original.is_ascii() && !original.bytes().any(unseen) {
            return Folded {
                original,
                text: original.to_ascii_lowercase(),
                places: Vec::new(),
            };
        }
        let mut text = String::with_capacity(original.len());
        let mut places = Vec::with_capacity(original.len());
        for (at, character) in original.char_indices() {
            if character.is_ascii() && !unseen(character as u8) {
                text.push(character.to_ascii_lowercase());
                places.push(at);
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
        Folded {
            original,
            text,
            places,
        }
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The folded text, byte by byte.
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

    /// A stretch of the folded text, cut to what there is.
    pub(super) fn slice(&self, range: Range<usize>) -> &[u8] {
        let end = range.end.min(self.text.len());
        self.bytes().get(range.start.min(end)..end).unwrap_or(&[])
    }

    /// The place in the original of a stretch of the folded text.
    pub(super) fn range(&self, folded: Range<usize>) -> Range<usize> {
        if self.places.is_empty() {
            return folded;
        }
        let place = |at: usize| self.places.get(at).copied().unwrap_or(self.original.len());
        let last = place(folded.end.saturating_sub(1));
        let width = self
            .original
            .get(last..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        place(folded.start)..last + width
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

/// Whether a byte of a folded text belongs to a word.
pub(super) fn of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 128
}

/// The words of a folded text or of a stretch of one.
pub(super) fn words(text: &[u8]) -> impl DoubleEndedIterator<Item = &[u8]> {
    text.split(|byte| !of_word(*byte))
        .filter(|word| !word.is_empty())
}

/// The plain character for one that looks like it or stands for it; none for an invisible one.
fn plain(character: char) -> Option<char> {
    let ascii = |code: u32| char::from_u32(code).unwrap_or(character);
    let code = u32::from(character);
    Some(match character {
        '\t' | '\n' | '\x0c' | '\r' => character,
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        unseen if unseen.is_control() => return None,
        '\0'..='\x7f' => character,
        // The marks around what a message is to leave out are among what cannot be seen.
        '\u{AD}'
        | '\u{300}'..='\u{36F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{3164}'
        | '\u{F8FE}'
        | '\u{F8FF}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{E0000}'..='\u{E0FFF}' => return None,
        '\u{FF01}'..='\u{FF5E}' => ascii(code - 0xFEE0),
        '\u{FE6B}' => '@',
        // Digits of other scripts, and the bold ones of mathematics.
        '\u{660}'..='\u{669}' => ascii(code - 0x660 + 48),
        '\u{6F0}'..='\u{6F9}' => ascii(code - 0x6F0 + 48),
        '\u{1D7CE}'..='\u{1D7FF}' => ascii((code - 0x1D7CE) % 10 + 48),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2BC}' | '\u{2032}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '£' | '€' => '$',
        '·' | '…' => '.',
        'à'..='å' | 'À'..='Å' | 'ą' | 'Ą' => 'a',
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => 'c',
        'è'..='ë' | 'È'..='Ë' | 'ę' | 'Ę' | 'ě' | 'Ě' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' | 'ı' | 'İ' => 'i',
        'ł' | 'Ł' => 'l',
        'ñ' | 'Ñ' | 'ń' | 'Ń' => 'n',
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' => 'o',
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' => 's',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => 'z',
        other if other.is_whitespace() => ' ',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_places() {
        let text = "Zoë\u{200B} ＮＨＳ\u{A0}９９９—1";
        let folded = Folded::new(text);
        assert_eq!(folded.text(), "zoe nhs 999-1");
        assert_eq!(text.get(folded.range(0..3)).unwrap(), "Zoë");
        assert_eq!(text.get(folded.range(4..7)).unwrap(), "ＮＨＳ");
        assert_eq!(text.get(folded.range(8..11)).unwrap(), "９９９");
        assert!(folded.capital(0) && !folded.capital(1) && folded.capital(4));
        let plain = Folded::new("NHS 1");
        assert_eq!((plain.text(), plain.range(1..3)), ("nhs 1", 1..3));
    }

    #[test]
    fn nothing_outside_the_text_is_read() {
        let folded = Folded::new("ab");
        assert_eq!((folded.before(0), folded.at(2), folded.at(9)), (0, 0, 0));
        assert_eq!(folded.slice(1..9), b"b");
        assert_eq!(folded.slice(7..9), b"");
        assert_eq!(folded.range(0..2), 0..2);
    }
}
