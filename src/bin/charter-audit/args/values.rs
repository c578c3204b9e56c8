//! Values of options as people write them.

use charter_audit::render::Format;
use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use closed_words::Word as _;
use engagement_records::fields::read_date;
use engagement_records::read;
use plain_values::{DateOrder, DayReading, read_day};

pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    let values = Format::ALL
        .iter()
        .map(|format| PossibleValue::new(format.word()).help(format.about()));
    PossibleValuesParser::new(values)
        .try_map(|word| Format::from_word(&word).ok_or("this is not a format"))
}

pub(super) fn input_format() -> impl TypedValueParser<Value = read::Format> {
    PossibleValuesParser::new(read::Format::all_words())
        .try_map(|word| read::Format::from_word(&word).ok_or("this is not a format"))
}

/// A day, also as people write it where that can mean no other: `30 June 2026`, `20/01/2027`.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    let plainly = |why| {
        let read = |order| {
            let DayReading::On(day, None) = read_day(text, order) else {
                return None;
            };
            Some(day)
        };
        let day = read(DateOrder::DayFirst);
        let other = read(DateOrder::MonthFirst);
        day.filter(|day| other.is_none_or(|other| other == *day))
            .ok_or(why)
    };
    read_date(text).or_else(plainly)
}
