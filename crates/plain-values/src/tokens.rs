//! The pieces of a text: numbers, words in small letters, and marks. Blanks of every kind only
//! part them.

use unicode_normalization::UnicodeNormalization as _;

/// One piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'t> {
    /// Digits in a row.
    Number(Figures),
    /// Letters in a row.
    Word(&'t str),
    /// Anything else, every dash and arrow as `-`.
    Mark(char),
}

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Its value; the greatest there is where it is greater.
    pub(crate) value: u32,
    /// How many digits it was written with.
    pub(crate) digits: usize,
}

impl Figures {
    /// Written `09`: the clock has 24 hours for whoever writes so.
    pub(crate) fn leads_with_zero(self) -> bool {
        self.digits == 2 && self.value < 10
    }
}

/// The text in small letters, with one kind of blank, one of dash, which arrows are too, and no
/// quotes, so that `o’clock` and `'26` are as good as `oclock` and `26`. Letters have their accents,
/// which some programs write apart.
pub(crate) fn plain(text: &str) -> String {
    // Accents belong to the letter before them once nothing unseen stands between.
    let small = small(text);
    if text.is_ascii() {
        small.collect()
    } else {
        small.nfc().collect()
    }
}

fn small(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter_map(|character| match character {
            blank if blank.is_whitespace() => Some(' '),
            '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '"' | '“' | '”' | '\u{AD}' => None,
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '→' | '⟶' | '➔' | '➝' | '➜' => {
                Some('-')
            }
            hidden if is_invisible(hidden) => None,
            other => Some(other),
        })
        .flat_map(char::to_lowercase)
}

/// Characters that show nothing themselves: control characters and the marks that join letters or
/// turn the direction of writing. Copied texts are full of them.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
        )
}

/// The pieces of a text that [`plain`] gave. `a.m.` and `a m` become one word.
pub(crate) fn tokens(plain: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = plain.trim_start();
    while let Some(first) = rest.chars().next() {
        let (piece, after) = rest.split_at(piece_length(rest, first));
        found.push(if first.is_ascii_digit() {
            Token::Number(Figures {
                value: piece.parse().unwrap_or(u32::MAX),
                digits: piece.len(),
            })
        } else if first.is_alphabetic() {
            Token::Word(piece)
        } else {
            Token::Mark(first)
        });
        rest = after.trim_start();
    }
    halves_joined(&found)
}

fn piece_length(rest: &str, first: char) -> usize {
    let end = if first.is_ascii_digit() {
        rest.find(|character: char| !character.is_ascii_digit())
    } else if first.is_alphabetic() {
        rest.find(|character: char| !character.is_alphabetic())
    } else {
        Some(first.len_utf8())
    };
    end.unwrap_or(rest.len())
}

fn halves_joined<'t>(tokens: &[Token<'t>]) -> Vec<Token<'t>> {
    use Token::{Mark, Word};
    let mut joined = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    loop {
        rest = match rest {
            [
                Word(half @ ("a" | "p")),
                Mark('.'),
                Word("m"),
                Mark('.'),
                after @ ..,
            ]
            | [Word(half @ ("a" | "p")), Mark('.'), Word("m"), after @ ..]
            | [Word(half @ ("a" | "p")), Word("m"), after @ ..] => {
                joined.push(Word(if *half == "a" { "am" } else { "pm" }));
                after
            }
            [token, after @ ..] => {
                joined.push(*token);
                after
            }
            [] => return joined,
        };
    }
}

/// Takes away marks at both ends, which only part one thing from another.
pub(crate) fn trimmed<'a, 't>(mut tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    while let [Token::Mark(_), rest @ ..] | [rest @ .., Token::Mark(_)] = tokens {
        tokens = rest;
    }
    tokens
}

/// Letters and digits in small letters, one blank for whatever stands between them: a spelling
/// that `Face-to-face`, `face to face` and `FACE TO FACE.` share.
pub(crate) fn folded(text: &str) -> String {
    let plain = plain(text);
    let words = plain.split(|character: char| !character.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::Token::{Mark, Number, Word};
    use super::*;

    fn number(value: u32, digits: usize) -> Token<'static> {
        Number(Figures { value, digits })
    }

    #[test]
    fn texts_fall_into_pieces() {
        let text = plain("  9.30\u{A0}A.M. –  11 O’Clock\u{200B}");
        assert_eq!(
            tokens(&text),
            [
                number(9, 1),
                Mark('.'),
                number(30, 2),
                Word("am"),
                Mark('-'),
                number(11, 2),
                Word("oclock"),
            ]
        );
        assert_eq!(tokens("22nd003"), [number(22, 2), Word("nd"), number(3, 3)]);
        assert_eq!(tokens("99999999999"), [number(u32::MAX, 11)]);
        assert_eq!(tokens(" "), []);
    }

    #[test]
    fn spellings_of_one_phrase_fold_to_one() {
        assert_eq!(folded(" Face-to-face. "), "face to face");
        assert_eq!(folded("DIDN’T_happen"), "didnt happen");
        assert_eq!(folded("Parents/Carers"), "parents carers");
        assert_eq!(folded("–"), "");
    }

    #[test]
    fn marks_are_trimmed_from_both_ends_only() {
        assert_eq!(
            trimmed(&tokens("- 1/2 (")),
            [number(1, 1), Mark('/'), number(2, 1)]
        );
        assert_eq!(trimmed(&tokens("(-)")), []);
    }
}
