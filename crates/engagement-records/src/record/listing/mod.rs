//! Lists fields with their types: all of them, or only those on the way to one.

mod model;

use std::sync::Arc;

use chrono::NaiveDate;

pub use model::{Amount, Node, Said, Type, Value, Words};

use super::Vocabulary;
use super::holds::Holds;
use crate::fields::{Answer, Field, Gap};
use located::source::{Span, Spanned};

/// The fields of one group, or of a record.
pub struct Listing<'a, 'p> {
    nodes: Vec<Node<'a>>,
    seen: Seen<'a>,
    /// What a field says whose group is not there.
    missing: Said<'a>,
    /// Where a field belongs that is absent from a group that is there.
    place: Span,
    /// The names that lead to the one field that is wanted; without any, all fields are.
    path: &'p [String],
}

/// Under which charter and when a record is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The words that the charter lends.
    pub(super) words: Vocabulary<'a>,
    /// The day at whose end it is; none where only names and types are wanted.
    pub(super) as_of: Option<NaiveDate>,
    /// How many moves people had been told of by then, and the day that held then; of an
    /// engagement alone.
    pub(super) moves: Option<(usize, Answer<'a, NaiveDate>)>,
}

/// A field as it is listed: its name, and its type by what it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed<'a> {
    pub(super) name: &'a str,
    pub(super) holds: Holds,
    pub(super) words: Words<'a>,
}

impl<'a, 'p> Listing<'a, 'p> {
    pub(super) fn new(seen: Seen<'a>, place: Span, path: &'p [String]) -> Self {
        Listing {
            nodes: Vec::new(),
            seen,
            missing: Said::Missing(Gap::at(place)),
            place,
            path,
        }
    }

    pub(super) fn finish(self) -> Vec<Node<'a>> {
        self.nodes
    }

    /// Under which charter and when the record is looked at.
    pub(super) fn seen(&self) -> Seen<'a> {
        self.seen
    }

    /// Where a field belongs that is not there.
    pub(super) fn place(&self) -> Span {
        self.place
    }

    /// Whether this field is wanted, and what is wanted of it.
    fn wanted(&self, name: &str) -> Option<&'p [String]> {
        match self.path {
            [] => Some(&[]),
            [first, rest @ ..] => (first == name).then_some(rest),
        }
    }

    /// Adds a field; without one, its name and type.
    pub(super) fn add<T>(
        &mut self,
        listed: Listed<'a>,
        field: Option<&'a Field<T>>,
        said: impl FnOnce(&'a T, Span) -> Said<'a>,
    ) {
        let answer = field.map(|field| field.answer(self.place));
        self.answer(listed, answer.as_ref(), said);
    }

    /// Adds a field whose answer the record works out itself.
    pub(super) fn answer<T>(
        &mut self,
        listed: Listed<'a>,
        answer: Option<&Answer<'a, T>>,
        said: impl FnOnce(&'a T, Span) -> Said<'a>,
    ) {
        if self.wanted(listed.name).is_some() {
            let said = self.said(answer, said);
            self.nodes.push(Node {
                name: listed.name,
                kind: Type::of(listed.holds, listed.words),
                said,
            });
        }
    }

    fn said<T>(
        &self,
        answer: Option<&Answer<'a, T>>,
        said: impl FnOnce(&'a T, Span) -> Said<'a>,
    ) -> Said<'a> {
        match answer {
            None => self.missing.clone(),
            Some(Answer::Missing(gap)) => Said::Missing(*gap),
            Some(Answer::Unreadable(place)) => Said::Unreadable(*place),
            Some(Answer::Present(value, place)) => said(value, *place),
        }
    }

    /// Adds a group of fields.
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
            Some(Answer::Missing(gap)) => (None, gap.at, Said::Missing(gap)),
            Some(Answer::Unreadable(place)) => (None, place, Said::Unreadable(place)),
            Some(Answer::Present(inner, place)) => {
                (Some(inner.as_ref()), place, Said::Missing(Gap::at(place)))
            }
        };
        let mut below = self.below(path, place, missing);
        fields(&mut below, inner);
        self.push_group(name, place, below.nodes);
    }

    /// Adds a group that is always there, however little it says.
    pub(super) fn open_group(&mut self, name: &'a str, fields: impl FnOnce(&mut Self)) {
        let Some(path) = self.wanted(name) else {
            return;
        };
        let mut below = self.below(path, self.place, self.missing.clone());
        fields(&mut below);
        self.push_group(name, self.place, below.nodes);
    }

    /// Adds a list of groups of fields, of which the first `written` had been written down.
    pub(super) fn groups<T>(
        &mut self,
        name: &'a str,
        field: Option<&'a Field<Vec<Spanned<T>>>>,
        written: usize,
        fields: impl Fn(&mut Self, Option<&'a T>),
    ) {
        if self.wanted(name).is_none() {
            return;
        }
        let nodes = |place, one| -> Arc<[Node<'a>]> {
            let mut below = self.below(&[], place, Said::Missing(Gap::at(place)));
            fields(&mut below, one);
            below.nodes.into()
        };
        let kind = Type::List(Box::new(Type::Group(nodes(self.place, None))));
        let answer = field.map(|field| field.answer(self.place));
        let said = self.said(answer.as_ref(), |all, place| {
            let all: Vec<_> = all.iter().take(written).collect();
            if all.is_empty() {
                return Said::Missing(Gap::at(place));
            }
            let one = |one: &&'a Spanned<T>| nodes(one.span, Some(&one.value));
            let all = all.iter().map(one).map(Value::Group);
            Said::Value(Value::List(all.collect()), place)
        });
        self.nodes.push(Node { name, kind, said });
    }

    fn below(&self, path: &'p [String], place: Span, missing: Said<'a>) -> Self {
        Listing {
            nodes: Vec::new(),
            seen: self.seen,
            missing,
            place,
            path,
        }
    }

    /// Adds a group, which says something as soon as one of its fields does.
    fn push_group(&mut self, name: &'a str, place: Span, nodes: Vec<Node<'a>>) {
        let nodes: Arc<[Node<'a>]> = nodes.into();
        let any = |wanted: fn(&Said<'_>) -> bool| nodes.iter().find(|node| wanted(&node.said));
        let said = if any(|said| matches!(said, Said::Value(..) | Said::SomeDay(_))).is_some() {
            Said::Value(Value::Group(Arc::clone(&nodes)), place)
        } else if let Some(node) = any(|said| matches!(said, Said::Unreadable(_))) {
            node.said.clone()
        } else if let Some(node) = any(|said| matches!(said, Said::Denied(_))) {
            node.said.clone()
        } else if let Some(node) = any(has_no_place) {
            node.said.clone()
        } else {
            Said::Missing(Gap::at(place))
        };
        self.nodes.push(Node {
            name,
            kind: Type::Group(nodes),
            said,
        });
    }
}

fn has_no_place(said: &Said<'_>) -> bool {
    matches!(said, Said::Missing(gap) if gap.no_place.is_some())
}
