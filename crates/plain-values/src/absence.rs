//! What people write where there is nothing to say, or where there was nothing.

use crate::tokens::is_invisible;

/// Words of somebody who had nothing to say yet, in small letters.
pub const PLACEHOLDERS: &[&str] = &[
    "tbc",
    "tba",
    "tbd",
    "n/a",
    "na",
    "not known",
    "unknown",
    "to be confirmed",
];

/// Words that say that there was nothing, in small letters.
pub const DENIALS: &[&str] = &[
    "none", "no", "false", "never", "nothing", "nobody", "no one", "not sent", "n/a",
];

/// Whether people write this where they have nothing to say yet: `TBC`, `n/a`, `?`, or nothing.
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let bare = text.trim_end_matches(['.', '!']);
    text.chars()
        .all(|character| matches!(character, '?' | '-' | '–' | '.') || is_invisible(character))
        || PLACEHOLDERS
            .iter()
            .any(|word| bare.eq_ignore_ascii_case(word))
}

/// Whether people write this where something is still to be settled: `TBC`, `n/a`, `?`. A dash or
/// nothing at all leaves nothing open.
pub fn leaves_open(text: &str) -> bool {
    is_placeholder(text) && text.contains(|sign: char| sign.is_alphabetic() || sign == '?')
}

/// Whether a text says that there was nothing: `none`, `no`, `never`.
pub fn is_denial(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    DENIALS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_to_be_settled_is_no_blank() {
        for text in ["TBC", "n/a", "?", "??", "To be confirmed"] {
            assert!(leaves_open(text), "{text}");
        }
        for text in ["", " ", "-", "–", "...", "no", "a?"] {
            assert!(!leaves_open(text), "{text}");
        }
    }

    #[test]
    fn placeholders_are_not_answers() {
        for text in [
            "TBC",
            "tbc.",
            "n/a",
            "N/A",
            "?",
            "??",
            "",
            " ",
            "-",
            "To be confirmed",
            "\u{200B}",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["no", "none", "Nadia's hall", "a?", "TBC by Friday"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn denials_say_that_there_was_nothing() {
        for text in ["none", "No.", " NEVER ", "nobody", "not sent", "n/a"] {
            assert!(is_denial(text), "{text}");
        }
        for text in ["", "no trouble", "TBC", "yes", "not"] {
            assert!(!is_denial(text), "{text}");
        }
    }
}
