//! What is said in one field, from its value.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Amount, Said, Value};
use crate::record::Count;
use closed_words::Word;
use located::source::Span;

pub(super) fn all_words<W: Word>() -> Vec<&'static str> {
    W::all_words().collect()
}

pub(super) fn spelled<W: Word + PartialEq>(value: W) -> &'static str {
    W::WORDS
        .iter()
        .find(|(_, known)| *known == value)
        .map_or("", |(word, _)| word)
}

pub(super) fn word(text: &str) -> Value<'_> {
    Value::Text(Cow::Borrowed(text))
}

pub(super) fn text(text: &str, place: Span) -> Said<'_> {
    Said::Value(word(text), place)
}

pub(super) fn date<'a>(day: NaiveDate, place: Span) -> Said<'a> {
    Said::Value(Value::Date(day), place)
}

pub(super) fn seen<'a>(day: NaiveDate, place: Span, as_of: Option<NaiveDate>) -> Said<'a> {
    if as_of.is_some_and(|as_of| day > as_of) {
        Said::Silent(place)
    } else {
        date(day, place)
    }
}

pub(super) fn counted<'a>(count: &Count, place: Span) -> Said<'a> {
    let amount = Amount {
        low: i64::from(count.at_least),
        high: count.at_most.map_or(i64::MAX, i64::from),
    };
    Said::Value(Value::Number(amount), place)
}

pub(super) fn list<'a>(values: impl Iterator<Item = Value<'a>>, place: Span) -> Said<'a> {
    Said::Value(Value::List(values.collect()), place)
}

impl Amount {
    /// A number that is known exactly.
    pub const fn exactly(number: i64) -> Self {
        Amount {
            low: number,
            high: number,
        }
    }
}
