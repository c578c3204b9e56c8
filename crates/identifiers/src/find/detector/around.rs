//! What stands around a name and says whose it is, or that it is nobody's: titles, families, places.

use std::ops::Range;

use crate::find::normalised::{NormalisedText, is_one_of, of_word, words};
use crate::find::venue;

/// Words before a surname that make it one.
const TITLES: &str = "\
cllr councillor doctor dr master messrs miss mr mrs ms mx prof professor rev reverend";

/// Words behind a surname that make it one.
const KIN: &str = "family families household twins siblings brothers sisters boys girls children";

/// Whether a word is a title.
pub(super) fn is_title(word: &[u8]) -> bool {
    is_one_of(TITLES, word)
}

/// Whether a title stands right before a name.
pub(super) fn has_title(text: &NormalisedText<'_>, name: usize) -> bool {
    title_before(text, name).is_some()
}

/// Where the title stands that is right before a name.
fn title_before(text: &NormalisedText<'_>, name: usize) -> Option<Range<usize>> {
    word_before(text, name).filter(|word| {
        let gap = text.slice(word.end..name);
        is_title(text.slice(word.clone())) && matches!(gap, b" " | b"." | b". ")
    })
}

/// A name with the title before it, which tells more of whose it is.
pub(super) fn with_title(text: &NormalisedText<'_>, name: Range<usize>) -> Range<usize> {
    let title = title_before(text, name.start).filter(|title| text.capital(title.start));
    title.map_or(name.start, |title| title.start)..name.end
}

/// Whether the next word makes a surname the name of a place: `Yyyy House`, `Yyyy's Bar`.
pub(super) fn is_of_a_place(text: &NormalisedText<'_>, end: usize) -> bool {
    let possessive = text.slice(end..end + 2) == b"'s";
    let end = end + if possessive { 2 } else { 0 };
    let word = next_word(text, end);
    let is_joined = text.slice(end..word.start) == b" ";
    // `at Yyyy library`; `at Yyyy house` may be where somebody lives.
    let is_small = || {
        let name = text.slice(end.saturating_sub(40)..end).iter().rev();
        let length = name.take_while(|byte| of_word(**byte)).count();
        let before = word_before(text, end - length);
        before.is_some_and(|before| is_one_of("at in near outside", text.slice(before)))
    };
    let said = text.slice(word.clone());
    let is_place = if text.capital(word.start) {
        venue::names_a_place(said)
    } else {
        venue::names_a_building(said) && is_small()
    };
    is_joined && is_place
}

/// Whether a whole name is rather that of a place: `meet in Xxxx Park`.
pub(super) fn is_a_place(text: &NormalisedText<'_>, name: &Range<usize>) -> bool {
    let last = words(text.slice(name.clone())).next_back();
    let before = word_before(text, name.start).filter(|word| word.end + 1 == name.start);
    let is_in = before.is_some_and(|word| {
        is_one_of("around at behind in near outside through", text.slice(word))
    });
    is_in && last.is_some_and(venue::names_a_place)
}

/// Whether a word for a family stands right behind a name.
pub(super) fn has_kin(text: &NormalisedText<'_>, end: usize) -> bool {
    let end = end
        + if text.slice(end..end + 2) == b"'s" {
            2
        } else {
            0
        };
    let word = next_word(text, end);
    text.slice(end..word.start) == b" " && is_one_of(KIN, text.slice(word))
}

/// How long the word is that begins at a place. Of a word that is longer than any name, the first part:
/// names are looked for from every capital letter on, and each time to the end.
pub(super) fn word_length(text: &NormalisedText<'_>, at: usize) -> usize {
    const LONGEST: usize = 256;
    let rest = text.slice(at..at + LONGEST);
    rest.iter().take_while(|byte| of_word(**byte)).count()
}

/// The next word after a place, over up to 40 signs.
pub(super) fn next_word(text: &NormalisedText<'_>, from: usize) -> Range<usize> {
    let gap = text.slice(from..from + 40);
    let start = from + gap.iter().take_while(|byte| !of_word(**byte)).count();
    start..start + word_length(text, start)
}

/// The word that ends before a place, over a few signs.
pub(super) fn word_before(text: &NormalisedText<'_>, place: usize) -> Option<Range<usize>> {
    let before = text.slice(place.saturating_sub(40)..place);
    let signs = before
        .iter()
        .rev()
        .take_while(|byte| !of_word(**byte))
        .count();
    let end = place - signs;
    let word = before.get(..before.len() - signs)?;
    let length = word.iter().rev().take_while(|byte| of_word(**byte)).count();
    (length > 0 && signs > 0).then_some(end - length..end)
}
