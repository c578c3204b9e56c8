//! Values that a field can hold and no other program has a type for.

use chrono::NaiveDate;

use super::holds::Holds;
use crate::fields::{Field, Single, read_yes_no};
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
pub(super) fn read_sent(single: Single<'_>) -> Result<Sent, String> {
    if single.not_understood().is_some_and(is_denial) {
        return Ok(Sent::Never);
    }
    let day = single.day();
    day.map(Sent::On)
        .map_err(|expected| format!("{expected}; write `none` if it was not sent"))
}

/// Reads a field that a charter declares.
pub(super) fn read_local(holds: Holds, single: Single<'_>) -> Result<LocalValue, String> {
    match holds {
        Holds::Answer => single.yes_no().map(LocalValue::YesNo),
        Holds::Day => single.day().map(LocalValue::Date),
        Holds::Number => single
            .text()
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
        | Holds::Agreed => Ok(LocalValue::Text(single.text().to_owned())),
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
            *self = Field::Present(Spanned { value, span });
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
        *self = Field::Present(Spanned { value, span });
        true
    }
}
