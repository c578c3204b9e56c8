//! A record as those see it who name its fields: every field under the name that files use, with
//! its type and with what is said there. The schema is the view of a record that says nothing.

use chrono::NaiveDate;

use crate::fields::Gap;

use super::declaration::Declared as _;
use super::listing::{Listing, Seen};
use super::{Conduct, Contact, Decision, Engagement, Request, Vocabulary};
use closed_words::words;
use located::source::Span;

pub use super::listing::{Amount, Node, Said, Type, Value, Words};

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
            .map_or(Said::Missing(Gap::at(self.record.span())), |node| node.said)
    }

    fn list(&self, path: &[String]) -> Vec<Node<'a>> {
        let seen = Seen {
            words: self.words,
            as_of: Some(self.as_of),
            moves: match self.record {
                Viewed::Engagement(record) => {
                    let (moves, date) = record.moves_at(self.as_of);
                    Some((moves.len(), date))
                }
                Viewed::Decision(_)
                | Viewed::Request(_)
                | Viewed::Contact(_)
                | Viewed::Conduct(_) => None,
            },
        };
        let mut list = Listing::new(seen, self.record.span(), path);
        match self.record {
            Viewed::Engagement(record) => Engagement::list(&mut list, Some(record)),
            Viewed::Decision(record) => Decision::list(&mut list, Some(record)),
            Viewed::Request(record) => Request::list(&mut list, Some(record)),
            Viewed::Contact(record) => Contact::list(&mut list, Some(record)),
            Viewed::Conduct(record) => Conduct::list(&mut list, Some(record)),
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
        let seen = Seen {
            words,
            as_of: None,
            moves: None,
        };
        let mut list = Listing::new(seen, place, &[]);
        match about {
            About::Engagement => Engagement::list(&mut list, None),
            About::Decision => Decision::list(&mut list, None),
            About::Request => Request::list(&mut list, None),
            About::Contact => Contact::list(&mut list, None),
            About::Conduct => Conduct::list(&mut list, None),
        }
        Schema {
            fields: list.finish(),
        }
    }

    /// Every field.
    pub fn fields(&self) -> &[Node<'a>] {
        &self.fields
    }
}
