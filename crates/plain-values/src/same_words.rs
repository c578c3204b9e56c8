//! Texts as people compare them: capitals, punctuation and blanks do not matter.

use crate::tokens::plain;

/// The words of a text in small letters, with one blank between them; `&` is `and`.
pub fn plain_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut is_apart = false;
    for letter in plain(text).chars() {
        if letter == '&' {
            words.push_str(if words.is_empty() { "and" } else { " and" });
            is_apart = true;
        } else if letter.is_alphanumeric() {
            if is_apart && !words.is_empty() {
                words.push(' ');
            }
            words.push(letter);
            is_apart = false;
        } else {
            is_apart = true;
        }
    }
    words
}

/// Whether two texts say the same words. `Co-production` is `coproduction`.
pub fn are_same_words(one: &str, other: &str) -> bool {
    one == other || letters(&plain_words(one)).eq(letters(&plain_words(other)))
}

fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|letter| *letter != ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_capitals_marks_and_blanks() {
        assert_eq!(plain_words(" The Hall, 2nd floor "), "the hall 2nd floor");
        assert_eq!(plain_words("Q&A"), "q and a");
        assert!(are_same_words("Co-production", "coproduction"));
        // An accent behind something unseen, and two in another order.
        assert_eq!(plain_words("Cafe\u{200b}\u{301}"), "café");
        let accents = plain_words("\u{610}\u{1}\u{618}");
        assert_eq!(plain_words(&accents), accents);
        assert!(are_same_words("Orchard Hall.", "orchard  hall"));
        assert!(!are_same_words("Orchard Hall", "Orchard House"));
    }
}
