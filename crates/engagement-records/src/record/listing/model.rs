//! What those see of a record who name its fields: names, types and what is said.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::super::party::Parties;
use crate::fields::Gap;
use crate::record::holds::Holds;
use located::source::Span;

/// One field, or one group of fields.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// Its name, as files spell it.
    pub name: &'a str,
    /// What it may hold.
    pub kind: Type<'a>,
    /// What it holds.
    pub said: Said<'a>,
}

/// The type of a field, or of what a condition makes of fields.
#[derive(Debug, Clone)]
pub enum Type<'a> {
    /// Yes or no.
    YesNo,
    /// Words of any kind.
    Text,
    /// One word of a closed list.
    Word(Words<'a>),
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A whole number.
    Number,
    /// A number of children and young people. Small ones are never shown.
    Children,
    /// Several of one type.
    List(Box<Type<'a>>),
    /// Fields of its own.
    Group(Arc<[Node<'a>]>),
}

/// Where the words of a closed list come from.
#[derive(Debug, Clone, Copy)]
pub enum Words<'a> {
    /// The program knows them.
    BuiltIn(fn() -> Vec<&'static str>),
    /// The charter lists them.
    Charter(&'a [String]),
    /// They are the ids of the charter's parties.
    Parties(&'a Parties),
}

impl<'a> Words<'a> {
    /// Every word of the list.
    pub fn all(self) -> Vec<&'a str> {
        match self {
            Words::BuiltIn(words) => words(),
            Words::Charter(words) => words.iter().map(String::as_str).collect(),
            Words::Parties(parties) => parties.iter().map(|party| party.id.as_str()).collect(),
        }
    }
}

/// What is said in a field.
#[derive(Debug, Clone)]
pub enum Said<'a> {
    /// A value and its place. A group has one as soon as anything in it has.
    Value(Value<'a>, Span),
    /// Nothing.
    Missing(Gap),
    /// Something that could not be read.
    Unreadable(Span),
    /// That it was on a day that nobody names: `yes` instead of it.
    SomeDay(Span),
    /// That it never was: `none` instead of a day.
    Denied(Span),
}

/// A value of one of the types.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// Yes or no.
    YesNo(bool),
    /// A text, or a word of a closed list.
    Text(Cow<'a, str>),
    /// A day.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A number, perhaps only roughly known.
    Number(Amount),
    /// Several values of one type.
    List(Arc<[Value<'a>]>),
    /// The fields of a group.
    Group(Arc<[Node<'a>]>),
}

/// A whole number that is known to lie between two others, both included. The ends of the type
/// stand for "no bound".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// At least so much.
    pub low: i64,
    /// At most so much.
    pub high: i64,
}

impl<'a> Type<'a> {
    /// The type of a field that holds this; the words are those that it may hold.
    pub(super) fn of(holds: Holds, words: Words<'a>) -> Self {
        let list = |item| Type::List(Box::new(item));
        match holds {
            Holds::Text => Type::Text,
            Holds::Texts | Holds::Agreed => list(Type::Text),
            Holds::Word => Type::Word(words),
            Holds::Words => list(Type::Word(words)),
            Holds::Day => Type::Date,
            Holds::Time => Type::Time,
            Holds::Answer => Type::YesNo,
            Holds::Count | Holds::Number => Type::Number,
            Holds::Children => Type::Children,
        }
    }
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
