//! Words right before a code that make it the code of a thing: of a room, a budget, an order. Such
//! codes look like postcodes and numbers of people, and are nobody's.

use super::headings::Headings;
use super::normalised::{NormalisedText, is_one_of, of_word, words};

const THINGS: &str = "\
agenda annex appendix asset assets batch bay booking budget budgets buggy bus cartridge centre cert certificate clause code \
codes contract cost desk door edition figure flight floor form gate grade grant grid group hoist ink invoice \
issue item items key licence lift locker model order page part parts permit plate po policy printer \
product ref reference refs registration release requisition room rooms route seat section \
serial sku sling slot stand table tablet tag ticket toner unit version walker wheelchair zone";

/// Words between such a word and its code.
const BETWEEN: &str = "\
id is no nr num number numbers";

/// What `code` and `centre` belong to where they say nothing of a thing.
const NO_THINGS: &str = "\
community family leisure p post postal zip childrens s town";

/// Whether the code that begins at a place is that of a thing, by the words before it or above it.
pub(super) fn have(text: &NormalisedText<'_>, place: usize) -> bool {
    stands_before(text, place) || head_column(text, place)
}

/// Whether the column of a table in which a place is belongs to things by its heading: `Asset tag`.
fn head_column(text: &NormalisedText<'_>, place: usize) -> bool {
    let Some(headings) = Headings::over(text, place) else {
        return false;
    };
    let back = words(headings.own()).rev();
    let mut back = back.skip_while(|word| is_one_of(BETWEEN, word));
    let is_thing = back.next().is_some_and(|word| is_one_of(THINGS, word));
    is_thing && !back.next().is_some_and(|word| is_one_of(NO_THINGS, word))
}

/// Whether a word for any reference stands right before a place or above it, and none for a thing before
/// that: `Ref`, but not `Invoice ref`.
pub(super) fn refers(text: &NormalisedText<'_>, place: usize) -> bool {
    let is_reference = |said: &[u8]| {
        let mut back = words(said).rev();
        let is_reference = matches!(back.next(), Some(b"ref" | b"reference"));
        is_reference && !back.next().is_some_and(|of| is_one_of(THINGS, of))
    };
    is_reference(text.slice(place.saturating_sub(32)..place))
        || Headings::over(text, place).is_some_and(|headings| is_reference(headings.own()))
}

/// Whether the code that begins at a place is that of a thing.
pub(super) fn stands_before(text: &NormalisedText<'_>, place: usize) -> bool {
    let before = text.slice(place.saturating_sub(32)..place);
    let signs = before.iter().rev().take_while(|byte| !of_word(**byte));
    // What stands in brackets or on another line is no longer about the thing.
    let is_near =
        signs.clone().count() <= 3 && signs.clone().all(|byte| b" :#-=._/".contains(byte));
    let mut back = words(before)
        .rev()
        .skip_while(|word| is_one_of(BETWEEN, word));
    let thing = back.next();
    let of = back.next();
    is_near
        && thing.is_some_and(|word| is_one_of(THINGS, word))
        && !(matches!(thing, Some(b"code" | b"codes" | b"centre"))
            && of.is_some_and(|word| is_one_of(NO_THINGS, word)))
}
