//! Which words stand near a place. Many numbers only mean something beside a word: a number after
//! "NHS number" is one, the same number after "meeting id" is not.

use super::normalised::{NormalisedText, is_one_of, of_word};

/// How far the nearest of some phrases is before a place, looking back over so many characters:
/// from the end of the phrase to the place.
pub(super) fn before(
    text: &NormalisedText<'_>,
    place: usize,
    reach: usize,
    of: &[&str],
) -> Option<usize> {
    let start = place.saturating_sub(reach);
    // A phrase that reaches into the window is near, too.
    let starts = (start.saturating_sub(20)..place).rev();
    starts
        .filter_map(|at| phrase(text, at, of))
        .filter(|end| (start..=place).contains(end))
        .max()
        .map(|end| place - end)
}

/// How far the nearest of some phrases is after a place, looking on over so many characters.
pub(super) fn after(
    text: &NormalisedText<'_>,
    place: usize,
    reach: usize,
    of: &[&str],
) -> Option<usize> {
    (place..place + reach)
        .find(|at| phrase(text, *at, of).is_some())
        .map(|at| at - place)
}

/// Words between a value and the phrase behind it that says what it is: `9990000018 is his NHS number`.
const LINKS: &str = "\
a as child her his home is it mum my s that the their this was which";

/// Whether one of some phrases right behind a value says what it is: `(NHS no)`, `- NHS no`, `is his
/// NHS number`.
pub(super) fn names_before(text: &NormalisedText<'_>, end: usize, of: &[&str]) -> bool {
    const REACH: usize = 16;
    let mut at = end;
    for _ in 0..4 {
        let signs = text.slice(at..at + 4);
        let signs = signs.iter().take_while(|byte| b" (-,=[*\t|".contains(byte));
        at += signs.count();
        if at == end || at > end + REACH {
            return false;
        }
        // What goes on behind a colon has its own value.
        if let Some(phrase_end) = phrase(text, at, of) {
            let next = text.slice(phrase_end..phrase_end + 2);
            return !next.contains(&b':') && !next.contains(&b'=');
        }
        let word = text.slice(at..at + REACH);
        let length = word.iter().take_while(|byte| of_word(**byte)).count();
        if !word
            .get(..length)
            .is_some_and(|word| is_one_of(LINKS, word))
        {
            return false;
        }
        at += length;
        // The s of a possessive stands behind an apostrophe.
        at += usize::from(text.at(at) == b'\'');
        if text.before(at) == b'\'' && text.at(at) == b's' {
            at += 1;
        }
    }
    false
}

/// Whether one of some phrases is near on either side, on the same line.
pub(super) fn on_line(
    text: &NormalisedText<'_>,
    from: usize,
    to: usize,
    reach: usize,
    of: &[&str],
) -> bool {
    let back = text.slice(from.saturating_sub(reach)..from);
    let back = back.iter().rev().take_while(|byte| **byte != b'\n').count();
    let on = text.slice(to..to + reach);
    let on = on.iter().take_while(|byte| **byte != b'\n').count();
    before(text, from, back, of).is_some() || after(text, to, on, of).is_some()
}

/// The end of the phrase that begins at a place, if one does. A blank in a phrase stands for any
/// sign between its words, or none; phrases are whole words.
pub(super) fn phrase(text: &NormalisedText<'_>, at: usize, of: &[&str]) -> Option<usize> {
    if of_word(text.before(at)) && !text.before(at).is_ascii_digit() || !of_word(text.at(at)) {
        return None;
    }
    of.iter().filter_map(|wanted| ends(text, at, wanted)).max()
}

fn ends(text: &NormalisedText<'_>, mut at: usize, wanted: &str) -> Option<usize> {
    for byte in wanted.bytes() {
        if byte == b' ' {
            let gap = text.slice(at..at + 2);
            at += gap.iter().take_while(|byte| !of_word(**byte)).count();
        } else if text.at(at) == byte {
            at += 1;
        } else {
            return None;
        }
    }
    let next = text.at(at);
    // A number may be written straight after its word.
    (!of_word(next) || next.is_ascii_digit()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words_with_any_sign_between() {
        let text = NormalisedText::new("The Dial-In is at 5; office hours");
        assert_eq!(before(&text, 18, 30, &["dial in"]), Some(7));
        assert_eq!(before(&text, 18, 7, &["dial in"]), Some(7));
        assert_eq!(before(&text, 18, 6, &["dial in"]), None);
        assert_eq!(before(&text, 18, 30, &["in"]), Some(7));
        assert_eq!(before(&text, 18, 30, &["ial in"]), None);
        assert_eq!(after(&text, 19, 10, &["office", "hours"]), Some(2));
        assert_eq!(after(&text, 19, 2, &["office"]), None);
        assert!(on_line(&NormalisedText::new("NHS9"), 3, 4, 10, &["nhs"]));
        assert!(!on_line(
            &NormalisedText::new("nhs\n9\nnhs"),
            4,
            5,
            10,
            &["nhs"]
        ));
    }
}
