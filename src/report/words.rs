//! Numbers and days as people read them. Nothing in them comes from a record.

use chrono::NaiveTime;
use identifiers::text::SafeText;
use working_days::SchoolYear;

pub(crate) use crate::rules::words::{day, day_and_year, duration};

/// A time of day: `9am`.
pub(crate) fn time(time: NaiveTime) -> SafeText {
    SafeText::assume_safe(working_days::time(time))
}

/// A school year by the years that it spans: `2025-26`.
pub(crate) fn school_year(year: SchoolYear) -> SafeText {
    SafeText::assume_safe(year.to_string())
}

/// How many there are of something: `1 record`, `3,000 records`.
pub(crate) fn count_of(count: usize, plural: &'static str) -> SafeText {
    let counted = working_days::count_of(i64::try_from(count).unwrap_or(i64::MAX), plural);
    let things = counted.split_once(' ').map_or("", |(_, things)| things);
    SafeText::assume_safe(format!("{} {things}", closed_words::grouped(count)))
}

/// A number with commas: `1,000,000`.
pub(crate) fn grouped(number: usize) -> SafeText {
    SafeText::assume_safe(closed_words::grouped(number))
}

/// A sentence: a text with a capital at its beginning and a full stop at its end.
pub(crate) fn sentence(text: &SafeText) -> SafeText {
    let mut sentence = text.capitalised();
    sentence.push(".");
    sentence
}

/// A digest, in the spelling that the program gave it.
pub(super) fn digest(digest: &str) -> SafeText {
    let of_digest = |sign: &char| sign.is_ascii_hexdigit();
    SafeText::assume_safe(digest.chars().filter(of_digest).collect())
}
