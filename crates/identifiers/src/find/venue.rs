//! Where a text says at which place people met. The postcode there is that of the venue, and
//! nobody's own.

use super::context_words;
use super::normalised::NormalisedText;

/// Names of fields for a place.
const FIELDS: &[&str] = &[
    "venue",
    "venues",
    "location",
    "where",
    "place",
    "meeting place",
    "venue address",
    "address of the venue",
    "address of venue",
];

/// Words before the place at which people met.
const MEETINGS: &[&str] = &[
    "held at",
    "held in",
    "met at",
    "met in",
    "meet at",
    "meeting at",
    "meeting in",
    "meets at",
    "take place at",
    "takes place at",
    "took place at",
    "hosted at",
    "workshop at",
    "event at",
    "session at",
];

/// How far before a postcode, in bytes, its venue is named.
const REACH: usize = 100;

/// Over so many lines goes the address of a venue.
const LINES: usize = 4;

/// Whether the words before a place of a text name the venue that it belongs to.
pub(super) fn stands_before(text: &NormalisedText<'_>, place: usize) -> bool {
    let field = context_words::before(text, place, REACH, FIELDS);
    let is_field = field.is_some_and(|distance| {
        let between = text.slice(place - distance..place);
        let value = between.trim_ascii_start();
        let value = value.strip_prefix(b"**").unwrap_or(value);
        let behind_sign = value
            .strip_prefix(b":")
            .or_else(|| value.strip_prefix(b"="))
            .or_else(|| value.strip_prefix(b"- "));
        behind_sign.is_some_and(|value| {
            let value = value.strip_prefix(b"**").unwrap_or(value);
            is_one_place(value) && value.split(|byte| *byte == b'\n').count() <= LINES
        })
    });
    let meeting = || context_words::before(text, place, REACH, MEETINGS);
    is_field
        || meeting().is_some_and(|distance| {
            let between = text.slice(place - distance..place);
            is_one_place(between) && !between.contains(&b'\n')
        })
}

/// Whether no sentence ends in a text, no other field begins there, and no paragraph.
fn is_one_place(text: &[u8]) -> bool {
    !text.iter().any(|byte| b":;=!?|\t".contains(byte))
        && !text
            .windows(2)
            .any(|two| two == b". " || two == b".\n" || two == b"\n\n" || two == b"\n-")
}
