//! What stands in a converted record where something could identify somebody: an asterisk with a
//! number, once for each different word. The number tells identifiers apart, and whoever counts words
//! comes to the same as before.

use std::collections::BTreeSet;
use std::ops::Range;

/// More digits have no number here.
const MOST_DIGITS: usize = 6;

/// What is written for an identifier of this number.
pub fn written(number: usize, identifier: &str) -> String {
    let different: BTreeSet<String> = words(identifier).into_iter().collect();
    format!("*{number}").repeat(different.len().max(1))
}

/// The words of a text in small letters: runs of letters and digits, with the apostrophes inside
/// them. What stands in for several is as many.
pub fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for range in words_in(text) {
        let word = text.get(range).unwrap_or("");
        let word = word.to_lowercase().replace('’', "'");
        // Every number but the last is a word of its own.
        let mut spelled = String::with_capacity(word.len());
        let mut rest = word.as_str();
        let mut of_this = 0;
        while let Some((before, from)) = rest.split_once('*') {
            spelled.push_str(before);
            if spelled.contains('*') {
                all.push(format!("{spelled}.{of_this}"));
                spelled.clear();
                of_this += 1;
            }
            spelled.push('*');
            rest = from.trim_start_matches('*');
        }
        spelled.push_str(rest);
        all.push(spelled);
    }
    all
}

/// Where the words of a text stand.
fn words_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
            let length = word_length(rest);
            if length > 0 {
                let range = at..at + length;
                at = range.end;
                return Some(range);
            }
            at += gap_length(rest);
        }
    })
}

/// How long the word is with which a text begins, in bytes.
fn word_length(text: &str) -> usize {
    let mut rest = text;
    let mut length = 0;
    while let Some(sign) = rest.chars().next() {
        let bare = match sign {
            sign if sign.is_alphanumeric() => rest.trim_start_matches(char::is_alphanumeric),
            '*' if stands_in(rest) => rest.trim_start_matches('*'),
            '\'' | '’' if length > 0 => {
                let after = rest.get(sign.len_utf8()..).unwrap_or("");
                if !after.starts_with(char::is_alphanumeric) {
                    break;
                }
                after
            }
            _ => break,
        };
        rest = bare;
        length = text.len() - rest.len();
    }
    length
}

/// How much of a text that begins with no word belongs to none.
fn gap_length(text: &str) -> usize {
    let first = text.chars().next().map_or(1, char::len_utf8);
    if text.starts_with('*') {
        text.len() - text.trim_start_matches('*').len()
    } else {
        first
    }
}

/// Whether the asterisks here end with a number.
fn stands_in(text: &str) -> bool {
    let after = text.trim_start_matches('*');
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    (1..=MOST_DIGITS).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_for_each_different_word() {
        for (identifier, expected) in [
            ("Zebedee Quux", "*7*7"),
            ("Quux QUUX quux", "*7"),
            ("07700 900-123", "*7*7*7"),
            ("j.smith@example.org", "*7*7*7*7"),
            ("O’Neill", "*7"),
            ("@@", "*7"),
        ] {
            assert_eq!(written(7, identifier), expected, "{identifier}");
        }
    }

    #[test]
    fn as_many_words_as_what_it_stands_for() {
        for (said, hidden) in [
            ("Call Zebedee Quux about respite.", "Zebedee Quux"),
            ("Call 07700 900 123, about respite.", "07700 900 123"),
            ("(Zebedee Quux's) review", "Zebedee Quux"),
            ("ask j.smith@example.org", "j.smith@example.org"),
            ("Ref:QQ123456C", "QQ123456C"),
            ("**Quux**", "Quux"),
        ] {
            let left_out = said.replace(hidden, &written(12, hidden));
            assert_eq!(words(&left_out).len(), words(said).len(), "{left_out}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        for (text, expected) in [
            ("  One, two -- three! ", &["one", "two", "three"][..]),
            ("**Bold** words * 5", &["bold", "words", "5"]),
            ("... *** ...", &[]),
            (
                "Parents’ views, what's next",
                &["parents", "views", "what's", "next"],
            ),
            ("*12*12 *12's", &["*12.0", "*12", "*12's"]),
            ("Half-year", &["half", "year"]),
            ("'quoted'", &["quoted"]),
            ("*1234567", &["1234567"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn many_asterisks_take_no_longer_than_other_signs() {
        let text = "*".repeat(100_000) + &"* ".repeat(100_000);
        assert!(words(&text).is_empty());
    }
}
