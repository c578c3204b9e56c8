//! A record as those see it who name its fields: every field under the name that files use, with
//! its type and with what is said there. The schema is the view of a record that says nothing, so
//! names and types are listed once, in `fields.rs`.

mod fields;
mod listing;
mod values;

use std::borrow::Cow;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::{Conduct, Contact, Decision, Engagement, Parties, Request, Vocabulary};
use closed_words::words;
use listing::Listing;
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

/// What a field may hold.
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
    /// Nothing; the place is where it belongs.
    Silent(Span),
    /// Something that could not be read.
    Unreadable(Span),
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

words! {
    /// The types of records that have a view.
    pub enum About {
        /// A meeting, survey and so on.
        Engagement = "engagement",
        /// A strategic decision.
        Decision = "decision",
        /// One side asking the other for something.
        Request = "request",
        /// A point of contact.
        Contact = "contact",
        /// A code of conduct or policy.
        Conduct = "conduct",
    }
}

/// The record that is looked at.
#[derive(Debug, Clone, Copy)]
pub enum Viewed<'a> {
    /// A meeting, survey and so on.
    Engagement(&'a Engagement),
    /// A strategic decision.
    Decision(&'a Decision),
    /// One side asking the other for something.
    Request(&'a Request),
    /// A point of contact.
    Contact(&'a Contact),
    /// A code of conduct or policy.
    Conduct(&'a Conduct),
}

impl Viewed<'_> {
    /// Where the record begins.
    pub fn span(self) -> Span {
        match self {
            Viewed::Engagement(record) => record.span,
            Viewed::Decision(record) => record.span,
            Viewed::Request(record) => record.span,
            Viewed::Contact(record) => record.span,
            Viewed::Conduct(record) => record.span,
        }
    }
}

/// A record as it could be read at the end of the as-of date.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    record: Viewed<'a>,
    words: Vocabulary<'a>,
    as_of: NaiveDate,
}

impl<'a> View<'a> {
    /// Looks at a record. What it says was done after the as-of date is silent: nobody had written
    /// it down by then.
    pub fn new(record: Viewed<'a>, words: Vocabulary<'a>, as_of: NaiveDate) -> Self {
        View {
            record,
            words,
            as_of,
        }
    }

    /// The day at whose end the record is looked at.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Every field in the order of the files.
    pub fn fields(&self) -> Vec<Node<'a>> {
        self.list(&[])
    }

    /// The one field of this path, or nothing when there is no such field. No other is looked at.
    pub fn field(&self, path: &[String]) -> Option<Node<'a>> {
        let (_, inner) = path.split_first()?;
        let mut node = self.list(path).pop()?;
        for _ in inner {
            let Type::Group(nodes) = node.kind else {
                return None;
            };
            node = nodes.first()?.clone();
        }
        Some(node)
    }

    /// What the field of this path says; silent at the start of the record when there is no such
    /// field.
    pub fn said(&self, path: &[String]) -> Said<'a> {
        self.field(path)
            .map_or(Said::Silent(self.record.span()), |node| node.said)
    }

    fn list(&self, path: &[String]) -> Vec<Node<'a>> {
        let mut list = Listing::new(self.words, self.record.span(), Some(self.as_of), path);
        match self.record {
            Viewed::Engagement(record) => fields::engagement(&mut list, Some(record)),
            Viewed::Decision(record) => fields::decision(&mut list, Some(record)),
            Viewed::Request(record) => fields::request(&mut list, Some(record)),
            Viewed::Contact(record) => fields::contact(&mut list, Some(record)),
            Viewed::Conduct(record) => fields::conduct(&mut list, Some(record)),
        }
        list.finish()
    }
}

/// The fields that records of one type have: the view of a record that says nothing.
#[derive(Debug, Clone)]
pub struct Schema<'a> {
    fields: Vec<Node<'a>>,
}

impl<'a> Schema<'a> {
    /// The fields of one type of record, in the words of a charter. `place` stands for the record
    /// that is not there.
    pub fn new(about: About, words: Vocabulary<'a>, place: Span) -> Self {
        let mut list = Listing::new(words, place, None, &[]);
        match about {
            About::Engagement => fields::engagement(&mut list, None),
            About::Decision => fields::decision(&mut list, None),
            About::Request => fields::request(&mut list, None),
            About::Contact => fields::contact(&mut list, None),
            About::Conduct => fields::conduct(&mut list, None),
        }
        Schema {
            fields: list.finish(),
        }
    }

    /// Every field.
    pub fn fields(&self) -> &[Node<'a>] {
        &self.fields
    }

    /// Every field that has no fields of its own, with the names that lead to it parted by dots:
    /// `notice.sent`.
    pub fn leaves(&self) -> Vec<(String, &Type<'a>)> {
        let mut all = Vec::new();
        add_leaves(&self.fields, "", &mut all);
        all
    }
}

fn add_leaves<'n, 'a>(nodes: &'n [Node<'a>], above: &str, all: &mut Vec<(String, &'n Type<'a>)>) {
    for node in nodes {
        let path = if above.is_empty() {
            node.name.to_owned()
        } else {
            format!("{above}.{}", node.name)
        };
        match inner(&node.kind) {
            Some(nodes) => add_leaves(nodes, &path, all),
            None => all.push((path, &node.kind)),
        }
    }
}

/// The fields of a group, or of the groups in a list.
fn inner<'n, 'a>(kind: &'n Type<'a>) -> Option<&'n [Node<'a>]> {
    match kind {
        Type::Group(nodes) => Some(nodes),
        Type::List(kind) => match kind.as_ref() {
            Type::Group(nodes) => Some(nodes),
            Type::YesNo
            | Type::Text
            | Type::Word(_)
            | Type::Date
            | Type::Time
            | Type::Number
            | Type::Children
            | Type::List(_) => None,
        },
        Type::YesNo
        | Type::Text
        | Type::Word(_)
        | Type::Date
        | Type::Time
        | Type::Number
        | Type::Children => None,
    }
}
