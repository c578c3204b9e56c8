//! Words right before a code that make it the code of a thing: of a room, a budget, an order. Such
//! codes look like postcodes and numbers of people, and are nobody's.

use super::normalised::{NormalisedText, of_word, words};

const THINGS: &[&[u8]] = &[
    b"agenda",
    b"annex",
    b"appendix",
    b"asset",
    b"assets",
    b"batch",
    b"bay",
    b"booking",
    b"budget",
    b"budgets",
    b"bus",
    b"centre",
    b"clause",
    b"code",
    b"codes",
    b"cost",
    b"desk",
    b"door",
    b"edition",
    b"figure",
    b"flight",
    b"floor",
    b"form",
    b"gate",
    b"grade",
    b"grant",
    b"grid",
    b"group",
    b"invoice",
    b"issue",
    b"item",
    b"items",
    b"key",
    b"licence",
    b"locker",
    b"model",
    b"order",
    b"page",
    b"part",
    b"parts",
    b"plate",
    b"po",
    b"policy",
    b"printer",
    b"product",
    b"ref",
    b"reference",
    b"refs",
    b"registration",
    b"release",
    b"requisition",
    b"room",
    b"rooms",
    b"route",
    b"seat",
    b"section",
    b"serial",
    b"sku",
    b"slot",
    b"stand",
    b"table",
    b"tag",
    b"ticket",
    b"unit",
    b"version",
    b"zone",
];

/// Words between such a word and its code.
const BETWEEN: &[&[u8]] = &[b"id", b"is", b"no", b"nr", b"num", b"number", b"numbers"];

/// What `code` and `centre` belong to where they say nothing of a thing.
const NO_THINGS: &[&[u8]] = &[
    b"community",
    b"family",
    b"leisure",
    b"p",
    b"post",
    b"postal",
    b"zip",
    b"childrens",
    b"s",
    b"town",
];

/// Whether the code that begins at a place is that of a thing.
pub(super) fn stands_before(text: &NormalisedText<'_>, place: usize) -> bool {
    let before = text.slice(place.saturating_sub(32)..place);
    let signs = before.iter().rev().take_while(|byte| !of_word(**byte));
    // What stands in brackets or on another line is no longer about the thing.
    let is_near =
        signs.clone().count() <= 3 && signs.clone().all(|byte| b" :#-=._/".contains(byte));
    let mut back = words(before)
        .rev()
        .skip_while(|word| BETWEEN.contains(word));
    let thing = back.next();
    let of = back.next();
    is_near
        && thing.is_some_and(|word| THINGS.contains(&word))
        && !(matches!(thing, Some(b"code" | b"codes" | b"centre"))
            && of.is_some_and(|word| NO_THINGS.contains(&word)))
}
