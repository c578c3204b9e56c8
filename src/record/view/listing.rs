//! Lists fields with their types: all of them, or only those on the way to one.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::values::{all_words, counted, date, list, seen, spelled, text, word};
use super::{Amount, Node, Said, Type, Value, Words};
use crate::fields::{Answer, Field};
use crate::record::{Count, Id, LocalType, LocalValue, PartyId, Sent, Vocabulary};
use closed_words::Word;
use located::source::{Span, Spanned};

/// The fields of one group, or of a record.
pub(super) struct Listing<'a, 'p> {
    nodes: Vec<Node<'a>>,
    pub(super) lent: Vocabulary<'a>,
    pub(super) as_of: Option<NaiveDate>,
    /// What a field says whose group is not there.
    missing: Said<'a>,
    /// Where a field belongs that is absent from a group that is there.
    place: Span,
    /// The names that lead to the one field that is wanted; without any, all fields are.
    path: &'p [String],
}

impl<'a, 'p> Listing<'a, 'p> {
    pub(super) fn new(
        words: Vocabulary<'a>,
        place: Span,
        as_of: Option<NaiveDate>,
        path: &'p [String],
    ) -> Self {
        Listing {
            nodes: Vec::new(),
            lent: words,
            as_of,
            missing: Said::Silent(place),
            place,
            path,
        }
    }

    pub(super) fn finish(self) -> Vec<Node<'a>> {
        self.nodes
    }

    /// Whether this field is wanted, and what is wanted of it.
    fn wanted(&self, name: &str) -> Option<&'p [String]> {
        match self.path {
            [] => Some(&[]),
            [first, rest @ ..] => (first == name).then_some(rest),
        }
    }

    fn add<T>(
        &mut self,
        name: &'a str,
        kind: impl FnOnce(&Self) -> Type<'a>,
        field: Option<&'a Field<T>>,
        said: impl FnOnce(&'a T, Span) -> Said<'a>,
    ) {
        let answer = field.map(|field| field.answer(self.place));
        self.answer(name, kind, answer.as_ref(), said);
    }

    /// A field whose answer the record works out itself.
    pub(super) fn answer<T>(
        &mut self,
        name: &'a str,
        kind: impl FnOnce(&Self) -> Type<'a>,
        answer: Option<&Answer<'a, T>>,
        said: impl FnOnce(&'a T, Span) -> Said<'a>,
    ) {
        if self.wanted(name).is_none() {
            return;
        }
        let said = match answer {
            None => self.missing.clone(),
            Some(Answer::Silent(place)) => Said::Silent(*place),
            Some(Answer::Unreadable(place)) => Said::Unreadable(*place),
            Some(Answer::Said(value, place)) => said(value, *place),
        };
        let kind = kind(self);
        self.nodes.push(Node { name, kind, said });
    }

    /// The id, which every record has.
    pub(super) fn id(&mut self, id: Option<&'a Id>) {
        let place = self.place;
        self.answer(
            "id",
            |_| Type::Text,
            id.map(|id| Answer::Said(id, place)).as_ref(),
            |id, place| text(id, place),
        );
    }

    pub(super) fn text(&mut self, name: &'a str, field: Option<&'a Field<String>>) {
        self.add(
            name,
            |_| Type::Text,
            field,
            |value, place| text(value, place),
        );
    }

    pub(super) fn texts(&mut self, name: &'a str, field: Option<&'a Field<Vec<Spanned<String>>>>) {
        let kind = |_: &Self| Type::List(Box::new(Type::Text));
        self.add(name, kind, field, |all, place| {
            list(all.iter().map(|one| word(&one.value)), place)
        });
    }

    /// A word, or words, of a list in the charter.
    pub(super) fn charter_word(
        &mut self,
        name: &'a str,
        words: &'a [String],
        field: Option<&'a Field<String>>,
    ) {
        self.add(
            name,
            |_| Type::Word(Words::Charter(words)),
            field,
            |value, place| text(value, place),
        );
    }

    pub(super) fn charter_words(
        &mut self,
        name: &'a str,
        words: &'a [String],
        field: Option<&'a Field<Vec<Spanned<String>>>>,
    ) {
        let kind = |_: &Self| Type::List(Box::new(Type::Word(Words::Charter(words))));
        self.add(name, kind, field, |all, place| {
            list(all.iter().map(|one| word(&one.value)), place)
        });
    }

    pub(super) fn word<W: Word + PartialEq>(&mut self, name: &'a str, field: Option<&'a Field<W>>) {
        let kind = |_: &Self| Type::Word(Words::BuiltIn(all_words::<W>));
        self.add(name, kind, field, |value, place| {
            Said::Value(word(spelled(*value)), place)
        });
    }

    pub(super) fn words<W: Word + PartialEq>(
        &mut self,
        name: &'a str,
        field: Option<&'a Field<Vec<Spanned<W>>>>,
    ) {
        let kind = |_: &Self| Type::List(Box::new(Type::Word(Words::BuiltIn(all_words::<W>))));
        self.add(name, kind, field, |all, place| {
            list(all.iter().map(|one| word(spelled(one.value))), place)
        });
    }

    pub(super) fn party(&mut self, name: &'a str, field: Option<&'a Field<PartyId>>) {
        let parties = self.lent.parties;
        self.add(
            name,
            |_| Type::Word(Words::Parties(parties)),
            field,
            |id, place| match parties.get(*id) {
                Some(party) => Said::Value(word(&party.id), place),
                None => Said::Unreadable(place),
            },
        );
    }

    pub(super) fn parties(
        &mut self,
        name: &'a str,
        field: Option<&'a Field<Vec<Spanned<PartyId>>>>,
    ) {
        let parties = self.lent.parties;
        let kind = |_: &Self| Type::List(Box::new(Type::Word(Words::Parties(parties))));
        self.add(name, kind, field, |all, place| {
            let known = all.iter().filter_map(|one| parties.get(one.value));
            list(known.map(|party| word(&party.id)), place)
        });
    }

    pub(super) fn yes_no(&mut self, name: &'a str, field: Option<&'a Field<bool>>) {
        self.add(
            name,
            |_| Type::YesNo,
            field,
            |value, place| Said::Value(Value::YesNo(*value), place),
        );
    }

    /// A day that can be planned.
    pub(super) fn day(&mut self, name: &'a str, field: Option<&'a Field<NaiveDate>>) {
        self.add(name, |_| Type::Date, field, |day, place| date(*day, place));
    }

    /// A day on which something was done. After the as-of date nobody had done it.
    pub(super) fn done(&mut self, name: &'a str, field: Option<&'a Field<NaiveDate>>) {
        let as_of = self.as_of;
        self.add(
            name,
            |_| Type::Date,
            field,
            |day, place| seen(*day, place, as_of),
        );
    }

    /// A day of sending, or that there was none.
    pub(super) fn sent(&mut self, name: &'a str, field: Option<&'a Field<Sent>>) {
        let as_of = self.as_of;
        self.add(
            name,
            |_| Type::Date,
            field,
            |sent, place| match sent {
                Sent::On(day) => seen(*day, place, as_of),
                Sent::Never => Said::Denied(place),
            },
        );
    }

    pub(super) fn time(&mut self, name: &'a str, field: Option<&'a Field<NaiveTime>>) {
        self.add(
            name,
            |_| Type::Time,
            field,
            |value, place| Said::Value(Value::Time(*value), place),
        );
    }

    pub(super) fn count(&mut self, name: &'a str, field: Option<&'a Field<Count>>) {
        self.add(name, |_| Type::Number, field, counted);
    }

    pub(super) fn children(&mut self, name: &'a str, field: Option<&'a Field<Count>>) {
        self.add(name, |_| Type::Children, field, counted);
    }

    /// The fields that the charter declares for its own area.
    pub(super) fn local(&mut self, fields: Option<&'a [(String, Field<LocalValue>)]>) {
        let Some(path) = self.wanted("local") else {
            return;
        };
        let mut below = self.below(path, self.place, self.missing.clone());
        for (name, kind) in self.lent.local {
            let field = fields
                .and_then(|all| all.iter().find(|(known, _)| known == name))
                .map(|(_, field)| field);
            let kind = match kind {
                LocalType::YesNo => Type::YesNo,
                LocalType::Text => Type::Text,
                LocalType::Date => Type::Date,
                LocalType::Number => Type::Number,
            };
            below.add(
                name,
                |_| kind,
                field,
                |value, place| {
                    let value = match value {
                        LocalValue::YesNo(value) => Value::YesNo(*value),
                        LocalValue::Text(value) => word(value),
                        LocalValue::Date(value) => Value::Date(*value),
                        LocalValue::Number(value) => {
                            Value::Number(Amount::exactly(i64::from(*value)))
                        }
                    };
                    Said::Value(value, place)
                },
            );
        }
        self.push_group("local", self.place, below.nodes);
    }

    /// A group of fields.
    pub(super) fn group<T>(
        &mut self,
        name: &'a str,
        field: Option<&'a Field<Box<T>>>,
        fields: impl FnOnce(&mut Self, Option<&'a T>),
    ) {
        let Some(path) = self.wanted(name) else {
            return;
        };
        let (inner, place, missing) = match field.map(|field| field.answer(self.place)) {
            None => (None, self.place, self.missing.clone()),
            Some(Answer::Silent(place)) => (None, place, Said::Silent(place)),
            Some(Answer::Unreadable(place)) => (None, place, Said::Unreadable(place)),
            Some(Answer::Said(inner, place)) => (Some(inner.as_ref()), place, Said::Silent(place)),
        };
        let mut below = self.below(path, place, missing);
        fields(&mut below, inner);
        self.push_group(name, place, below.nodes);
    }

    /// A list of groups of fields, of which the first `seen` had been written down.
    pub(super) fn groups<T>(
        &mut self,
        name: &'a str,
        field: Option<&'a Field<Vec<Spanned<T>>>>,
        seen: usize,
        fields: impl Fn(&mut Self, Option<&'a T>),
    ) {
        let nodes = |list: &Self, place, one| -> Arc<[Node<'a>]> {
            let mut below = list.below(&[], place, Said::Silent(place));
            fields(&mut below, one);
            below.nodes.into()
        };
        let kind = Type::List(Box::new(Type::Group(nodes(self, self.place, None))));
        let scene = self.below(&[], self.place, Said::Silent(self.place));
        self.add(
            name,
            |_| kind,
            field,
            |all, place| {
                let all: Vec<_> = all.iter().take(seen).collect();
                if all.is_empty() {
                    return Said::Silent(place);
                }
                let one = |one: &&'a Spanned<T>| nodes(&scene, one.span, Some(&one.value));
                list(all.iter().map(one).map(Value::Group), place)
            },
        );
    }

    fn below(&self, path: &'p [String], place: Span, missing: Said<'a>) -> Self {
        Listing {
            nodes: Vec::new(),
            lent: self.lent,
            as_of: self.as_of,
            missing,
            place,
            path,
        }
    }

    /// Adds a group, which says something as soon as one of its fields does.
    fn push_group(&mut self, name: &'a str, place: Span, nodes: Vec<Node<'a>>) {
        let nodes: Arc<[Node<'a>]> = nodes.into();
        let any = |wanted: fn(&Said<'_>) -> bool| nodes.iter().find(|node| wanted(&node.said));
        let said = if any(|said| matches!(said, Said::Value(..))).is_some() {
            Said::Value(Value::Group(Arc::clone(&nodes)), place)
        } else if let Some(node) = any(|said| matches!(said, Said::Unreadable(_))) {
            node.said.clone()
        } else if let Some(node) = any(|said| matches!(said, Said::Denied(_))) {
            node.said.clone()
        } else {
            Said::Silent(place)
        };
        self.nodes.push(Node {
            name,
            kind: Type::Group(nodes),
            said,
        });
    }
}
