//! Groups of fields, and fields that need more of a record than their own value.

use std::marker::PhantomData;

use chrono::NaiveDate;

use super::{Day, Text, listed, text};
use crate::fields::{Answer, Field, Fields};
use crate::record::Id;
use crate::record::declaration::{Declared, FieldSpec, FieldType, ReadWith};
use crate::record::holds::Holds;
use crate::record::joining::Joining;
use crate::record::listing::{Amount, Listed, Listing, Said, Value, Words};
use crate::record::values::{LocalValue, asked_of_local, read_local};
use located::source::{Span, Spanned};

/// The id of a record, which every record has: given, or made up.
pub struct RecordId;

impl FieldType for RecordId {
    type Kept = Id;
    const HOLDS: Option<Holds> = Some(Holds::Text);

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Id {
        let given = f.text(name).get().cloned().map(Id::Given);
        given.unwrap_or_else(|| Id::made_up(with.stem, with.mark))
    }

    fn join(one: Id, other: Id, _: &'static str, _: &mut Joining) -> Id {
        match (one, other) {
            (Id::MadeUp(_), given @ Id::Given(_)) => given,
            (one, _) => one,
        }
    }

    fn list<'a>(list: &mut Listing<'a, '_>, name: &'static str, id: Option<&'a Id>) {
        let listed = listed::<Text>(name, list.seen());
        let answer = id.map(|id| Answer::Present(id, list.place()));
        list.answer(listed, answer.as_ref(), |id, place| {
            Said::Value(text(id), place)
        });
    }
}

/// The day of an engagement: the one that people knew of.
pub struct EventDay;

impl FieldType for EventDay {
    type Kept = Field<NaiveDate>;
    const HOLDS: Option<Holds> = Some(Holds::Day);

    fn read(f: &mut Fields<'_, '_>, name: &'static str, _: &ReadWith<'_>) -> Self::Kept {
        f.date(name)
    }

    fn join(
        one: Self::Kept,
        other: Self::Kept,
        name: &'static str,
        with: &mut Joining,
    ) -> Self::Kept {
        Day::join(one, other, name, with)
    }

    fn list<'a>(list: &mut Listing<'a, '_>, name: &'static str, _: Option<&'a Self::Kept>) {
        let seen = list.seen();
        let answer = seen.moves.map(|(_, day)| day);
        list.answer(listed::<Day>(name, seen), answer.as_ref(), |day, place| {
            Said::Value(Value::Date(*day), place)
        });
    }
}

/// A list of groups of fields, of which people had been told of the first ones.
pub struct EarlierDays<T>(PhantomData<T>);

impl<T: Declared> FieldType for EarlierDays<T> {
    type Kept = Field<Vec<Spanned<T>>>;
    const FIELDS: &'static [FieldSpec] = T::FIELDS;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Self::Kept {
        f.groups(name, T::WHAT, |f| T::read(f, with))
    }

    fn join(
        one: Self::Kept,
        other: Self::Kept,
        name: &'static str,
        with: &mut Joining,
    ) -> Self::Kept {
        with.groups(one, other, name, T::join)
    }

    fn list<'a>(list: &mut Listing<'a, '_>, name: &'static str, kept: Option<&'a Self::Kept>) {
        let told = list.seen().moves.map_or(0, |(told, _)| told);
        list.groups(name, kept, told, T::list);
    }
}

/// A group of fields.
pub struct GroupOf<T>(PhantomData<T>);

impl<T: Declared + Default> FieldType for GroupOf<T> {
    type Kept = Field<Box<T>>;
    const FIELDS: &'static [FieldSpec] = T::FIELDS;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Self::Kept {
        f.group_or(name, T::WHAT, |f| T::read(f, with), T::of_answer)
    }

    fn join(
        one: Self::Kept,
        other: Self::Kept,
        name: &'static str,
        with: &mut Joining,
    ) -> Self::Kept {
        with.group(one, other, name, T::join)
    }

    fn list<'a>(list: &mut Listing<'a, '_>, name: &'static str, kept: Option<&'a Self::Kept>) {
        list.group(name, kept, T::list);
    }
}

/// The fields that the charter declares for its own area, by name.
pub struct LocalFields;

impl FieldType for LocalFields {
    type Kept = Vec<(String, Field<LocalValue>)>;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Self::Kept {
        let declared = with.words.local.iter();
        let read = |f: &mut Fields<'_, '_>| {
            let one = |(name, holds): &(String, Holds)| {
                let value = f.local(
                    name,
                    || asked_of_local(*holds),
                    |single| read_local(*holds, single),
                );
                (name.clone(), value)
            };
            declared.clone().map(one).collect::<Vec<_>>()
        };
        match f.group(name, "`local`", read) {
            Field::Present(said) => *said.value,
            Field::NoPlace(place) => declared
                .map(|(name, _)| (name.clone(), Field::NoPlace(place)))
                .collect(),
            Field::Absent | Field::Blank(_) | Field::Open(_) | Field::Unreadable(_) => Vec::new(),
        }
    }

    fn join(
        mut one: Self::Kept,
        mut other: Self::Kept,
        name: &'static str,
        with: &mut Joining,
    ) -> Self::Kept {
        for (local, _) in &other {
            if one.iter().all(|(known, _)| known != local) {
                one.push((local.clone(), Field::Absent));
            }
        }
        let same = |one: Spanned<LocalValue>, other: Spanned<LocalValue>| {
            (one.value == other.value).then_some(one)
        };
        let all = one.into_iter().map(|(local, field)| {
            let told = other.iter_mut().find(|(known, _)| *known == local);
            let told = told.map_or(Field::Absent, |(_, field)| std::mem::take(field));
            let joined = with.field(field, told, name, |_, one, other| same(one, other));
            (local, joined)
        });
        all.collect()
    }

    fn list<'a>(list: &mut Listing<'a, '_>, name: &'static str, kept: Option<&'a Self::Kept>) {
        list.open_group(name, |list| {
            for (name, holds) in list.seen().words.local {
                let field = kept
                    .and_then(|all| all.iter().find(|(known, _)| known == name))
                    .map(|(_, field)| field);
                let listed = Listed {
                    name,
                    holds: *holds,
                    words: Words::BuiltIn(Vec::new),
                };
                list.add(listed, field, local);
            }
        });
    }
}

fn local(value: &LocalValue, place: Span) -> Said<'_> {
    let value = match value {
        LocalValue::YesNo(value) => Value::YesNo(*value),
        LocalValue::Text(value) => text(value),
        LocalValue::Date(value) => Value::Date(*value),
        LocalValue::Number(value) => Value::Number(Amount::exactly(i64::from(*value))),
    };
    Said::Value(value, place)
}
