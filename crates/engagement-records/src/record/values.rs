//! Values that a field can hold and no other program has a type for.

use chrono::NaiveDate;

use super::holds::Holds;
use crate::fields::{Asked, Field, Single, read_yes_no};
use located::source::{Span, Spanned};
use plain_values::{is_denial, says_done};

/// The day something was sent, or a statement that it was or never was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// Sent on this day.
    On(NaiveDate),
    /// `yes`: it was sent, and nobody says on which day.
    SomeDay,
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

impl Sent {
    /// What a text says that names no day, if it says whether something was sent.
    fn without_day(text: &str) -> Option<Self> {
        if is_denial(text) {
            Some(Sent::Never)
        } else {
            says_done(text).then_some(Sent::SomeDay)
        }
    }

    /// What two statements say together: a day is more than that there was one.
    pub(super) fn both(self, other: Sent) -> Option<Self> {
        match (self, other) {
            (one, other) if one == other => Some(one),
            (Sent::On(day), Sent::SomeDay) | (Sent::SomeDay, Sent::On(day)) => Some(Sent::On(day)),
            _ => None,
        }
    }
}

/// Reads a day of sending, or that there was one, or none.
pub(super) fn read_sent(single: Single<'_>) -> Result<Sent, String> {
    if let Some(sent) = single.not_understood().and_then(Sent::without_day) {
        return Ok(sent);
    }
    let day = single.day();
    day.map(Sent::On).map_err(|expected| {
        format!("{expected}; write `none` if it was not sent, or `yes` if nobody knows when")
    })
}

/// Reads a field that a charter declares.
pub(super) fn asked_of_local(holds: Holds) -> Asked {
    match holds {
        Holds::Answer => Asked::Answer,
        Holds::Day => Asked::Day,
        Holds::Number => Asked::Number(0),
        Holds::Text
        | Holds::Texts
        | Holds::Word
        | Holds::Words
        | Holds::Time
        | Holds::Count
        | Holds::Children
        | Holds::Agreed => Asked::Name,
    }
}

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

/// Sent on some day, or not sent.
impl Answered for Field<Sent> {
    fn answer(&mut self, text: &str, span: Span) -> bool {
        let Some(value) = Sent::without_day(text) else {
            return false;
        };
        *self = Field::Present(Spanned { value, span });
        true
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
