//! Values that a field can hold and no other program has a type for.

use chrono::NaiveDate;

use super::declaration::Holds;
use crate::fields::{Field, read_date, read_yes_no};
use located::source::{Span, Spanned};
use plain_values::is_denial;

/// The day something was sent, or a statement that it never was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// Sent on this day.
    On(NaiveDate),
    /// `none`: it was not sent.
    Never,
}

/// A number of people, perhaps only roughly known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// At least so many.
    pub at_least: u32,
    /// At most so many, where that is known.
    pub at_most: Option<u32>,
}

/// A value in one of the fields that a charter declares for its own area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocalValue {
    /// Yes or no.
    YesNo(bool),
    /// Words.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A whole number.
    Number(u32),
}

/// Reads a day of sending, or that there was none.
pub(super) fn read_sent(text: &str) -> Result<Sent, String> {
    if is_denial(text) {
        return Ok(Sent::Never);
    }
    read_date(text)
        .map(Sent::On)
        .map_err(|expected| format!("{expected}; write `none` if it was not sent"))
}

/// Reads a field that a charter declares.
pub(super) fn read_local(holds: Holds, text: &str) -> Result<LocalValue, String> {
    match holds {
        Holds::Answer => read_yes_no(text).map(LocalValue::YesNo),
        Holds::Day => read_date(text).map(LocalValue::Date),
        Holds::Number => text
            .parse()
            .map(LocalValue::Number)
            .map_err(|_| "write a whole number, such as 20".to_owned()),
        // A charter can declare no other type; see `Word for Holds`.
        Holds::Text
        | Holds::Texts
        | Holds::Word
        | Holds::Words
        | Holds::Time
        | Holds::Count
        | Holds::Children
        | Holds::Agreed => Ok(LocalValue::Text(text.to_owned())),
    }
}

/// A value for which a bare answer can stand in place of the whole group that it is in.
pub(super) trait Answered {
    /// Takes the answer `yes`, `no` or `none`; whether it is one.
    fn answer(&mut self, text: &str, span: Span) -> bool;
}

/// Not sent.
impl Answered for Field<Sent> {
    fn answer(&mut self, text: &str, span: Span) -> bool {
        let denied = is_denial(text);
        if denied {
            let value = Sent::Never;
            *self = Field::Said(Spanned { value, span });
        }
        denied
    }
}

/// Done or not done.
impl Answered for Field<bool> {
    fn answer(&mut self, text: &str, span: Span) -> bool {
        let value = match read_yes_no(text) {
            Ok(answer) => answer,
            Err(_) if is_denial(text) => false,
            Err(_) => return false,
        };
        *self = Field::Said(Spanned { value, span });
        true
    }
}

/// Reads a number of people: `12`, `10+`, `<5`, `5-9`, `about 30`.
pub(super) fn read_count(text: &str) -> Result<Count, String> {
    let count: plain_values::Count = text.parse()?;
    Ok(Count {
        at_least: count.at_least(),
        at_most: count.at_most(),
    })
}
