//! Words of letters and digits that look like postcodes or numbers of people.

use super::{hide, is_separator};

/// Hides words that mix letters with digits the way postcodes, National Insurance numbers and
/// pupil numbers do, also when they are written in groups.
pub(super) fn hide_codes(characters: &[char], digits: &[usize], hidden: &mut [bool]) {
    let starts_word = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| characters.get(before));
        before.is_none_or(|before| !before.is_alphanumeric())
    };
    let mut done = 0;
    for digit in digits {
        for at in digit.saturating_sub(FIRST_DIGIT)..*digit {
            if at >= done && starts_word(at) {
                let length = code_length(characters.get(at..).unwrap_or(&[]));
                hide(hidden, at..at + length);
                done = at + length.max(1);
            }
        }
    }
}

/// A code has a digit among so many signs behind its first letter.
const FIRST_DIGIT: usize = 3;

/// The length of the code at the start of the text, or 0.
fn code_length(text: &[char]) -> usize {
    // Every pattern begins with a letter and has a digit soon after; most words do not.
    let mut soon = text.iter().skip(1).take(FIRST_DIGIT);
    let begins = text.first().is_some_and(char::is_ascii_alphabetic);
    if !begins || !soon.any(char::is_ascii_digit) {
        return 0;
    }
    PATTERNS
        .iter()
        .filter_map(|pattern| matched(pattern, text))
        .max()
        .unwrap_or(0)
}

/// `A` a letter, `9` a digit, `Z` a letter that the second half of a postcode may have; a blank may
/// be there or not. Postcodes, National Insurance numbers with and without their last letter, pupil
/// numbers.
const PATTERNS: &[&str] = &[
    "A9 9ZZ",
    "A99 9ZZ",
    "AA9 9ZZ",
    "AA99 9ZZ",
    "A9A 9ZZ",
    "AA9A 9ZZ",
    "AA 99 99 99 A",
    "AA999999",
    "A999999999999",
    "A99999999999A",
];

fn matched(pattern: &str, text: &[char]) -> Option<usize> {
    let mut at = 0;
    for wanted in pattern.chars() {
        let character = text.get(at).copied();
        let fits = match wanted {
            ' ' => {
                let blanks = text.iter().skip(at).take(2);
                at += blanks.take_while(|c| is_separator(**c)).count();
                continue;
            }
            'A' => character?.is_ascii_alphabetic(),
            'Z' => character?.is_ascii_alphabetic() && !"CIKMOVcikmov".contains(character?),
            _ => character?.is_ascii_digit(),
        };
        if !fits {
            return None;
        }
        at += 1;
    }
    let matched: String = text.iter().take(at).collect();
    let ends = text.get(at).is_none_or(|next| !next.is_alphanumeric());
    // The month and the day of a date look like groups of digits: `by 2026-03-01`. So do ordinals
    // after a class or a group: `B1 2nd`.
    let date = matched.split_once('-').is_some_and(|(before, _)| {
        before.bytes().rev().take_while(u8::is_ascii_digit).count() == 4 && before.contains(' ')
    });
    let ordinal = ["1st", "2nd", "3rd"]
        .iter()
        .any(|word| matched.ends_with(word))
        || matched.ends_with("th");
    (ends && !date && !ordinal).then_some(at)
}
