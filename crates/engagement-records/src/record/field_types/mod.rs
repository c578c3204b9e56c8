//! The types of which fields are declared: how each is read, and what conditions see of it.

mod groups;
mod names;
mod plain;
mod words;

use std::borrow::Cow;

pub(super) use groups::{EarlierDays, EventDay, GroupOf, LocalFields, RecordId};
pub(super) use names::{ExactName, PlaceName, Title};
pub(super) use plain::{
    Children, Day, DayDone, HowDone, People, SentDay, Text, Texts, TimeOfDay, YesNo,
};
pub(super) use words::{AnyOf, AnyParty, OneOf, OneParty, Rung, Schools, Stage};

use super::Vocabulary;
use super::declaration::{FieldType, ReadWith};
use super::holds::Holds;
use super::joining::Joining;
use super::listing::{Listed, Listing, Said, Seen, Value, Words};
use crate::fields::{Field, Fields};
use located::source::{Span, Spanned};

/// A type of field with one value, or with a list of values: all but groups.
pub trait OneValue {
    /// What it is read into.
    type Value: PartialEq;
    /// What it holds.
    const HOLDS: Holds;

    /// The words that it may hold, where the program knows them.
    fn words() -> Vec<&'static str> {
        Vec::new()
    }

    /// The words that it may hold under a charter.
    fn words_under(_: Vocabulary<'_>) -> Words<'_> {
        Words::BuiltIn(Self::words)
    }

    /// Reads the field of this name.
    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Field<Self::Value>;

    /// What two files say together; nothing where they contradict each other. The order of the files
    /// must not matter for what comes of it, nor which two of several are put together first.
    fn both(
        one: Spanned<Self::Value>,
        other: Spanned<Self::Value>,
    ) -> Option<Spanned<Self::Value>> {
        (one.value == other.value).then_some(one)
    }

    /// What a value says.
    fn said<'a>(value: &'a Self::Value, place: Span, seen: Seen<'a>) -> Said<'a>;
}

impl<T: OneValue> FieldType for T {
    type Kept = Field<T::Value>;
    const HOLDS: Option<Holds> = Some(T::HOLDS);

    fn words() -> Vec<&'static str> {
        T::words()
    }

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Self::Kept {
        T::read(f, name, with)
    }

    fn join(
        one: Self::Kept,
        other: Self::Kept,
        name: &'static str,
        with: &mut Joining,
    ) -> Self::Kept {
        with.field(one, other, name, |_, one, other| T::both(one, other))
    }

    fn list<'a>(list: &mut Listing<'a, '_>, name: &'static str, kept: Option<&'a Self::Kept>) {
        let seen = list.seen();
        let listed = listed::<T>(name, seen);
        list.add(listed, kept, |value, place| T::said(value, place, seen));
    }
}

fn listed<'a, T: OneValue>(name: &'a str, seen: Seen<'a>) -> Listed<'a> {
    Listed {
        name,
        holds: T::HOLDS,
        words: T::words_under(seen.words),
    }
}

fn text(text: &str) -> Value<'_> {
    Value::Text(Cow::Borrowed(text))
}

fn list<'a>(values: impl Iterator<Item = Value<'a>>, place: Span) -> Said<'a> {
    Said::Value(Value::List(values.collect()), place)
}

/// The first of two lists of the same things, in whatever order.
fn both_lists<T>(
    one: Spanned<Vec<Spanned<T>>>,
    other: &Spanned<Vec<Spanned<T>>>,
    are_same: impl Fn(&T, &T) -> bool,
) -> Option<Spanned<Vec<Spanned<T>>>> {
    let holds = |list: &[Spanned<T>], wanted: &Spanned<T>| {
        list.iter().any(|it| are_same(&it.value, &wanted.value))
    };
    let are_same = one.value.iter().all(|it| holds(&other.value, it))
        && other.value.iter().all(|it| holds(&one.value, it));
    are_same.then_some(one)
}

/// The text that tells more, by its words.
fn fuller(one: Spanned<String>, other: Spanned<String>) -> Spanned<String> {
    let words = |text: &Spanned<String>| text.value.split_whitespace().count();
    if (words(&other), &other.value) > (words(&one), &one.value) {
        other
    } else {
        one
    }
}
