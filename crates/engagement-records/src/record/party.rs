//! The parties of a charter, under every name that people use for them.

use chrono::NaiveDate;

use crate::fields::{Asked, Field};
use closed_words::{nearest, same_word, words};
use located::source::Span;

words! {
    /// On which side of the charter somebody stands.
    pub enum Side {
        /// A council, a health body, a trust: those who run services.
        Organisation = "organisation",
        /// The forum of parents and carers.
        Forum = "forum",
    }
}

words! {
    /// Whose promise a clause is.
    pub enum Duty {
        /// Of those who run services.
        Organisation = "organisation",
        /// Of the forum.
        Forum = "forum",
        /// Of everybody who signed.
        Both = "both",
    }
}

impl Duty {
    /// Whether it is a promise of this side.
    pub fn includes(self, side: Side) -> bool {
        match self {
            Duty::Organisation => side == Side::Organisation,
            Duty::Forum => side == Side::Forum,
            Duty::Both => true,
        }
    }

    /// Whose it is, in a sentence.
    pub fn spoken(self) -> &'static str {
        match self {
            Duty::Organisation => "the organisation",
            Duty::Forum => "the forum",
            Duty::Both => "both sides",
        }
    }
}

/// One of those who made the promises.
#[derive(Debug, Clone)]
pub struct Party {
    /// The word that the charter and the records use.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Further names for it.
    pub also_known_as: Vec<String>,
    /// Where it stands.
    pub side: Side,
    /// The day it signed. Blank is unknown, and excludes nothing.
    pub signed: Field<NaiveDate>,
    /// The post of the person who signed.
    pub signed_by: Field<String>,
    /// Where the charter names it.
    pub span: Span,
}

/// A party by its place in the charter's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyId(usize);

/// Everybody who made promises.
#[derive(Debug, Clone, Default)]
pub struct Parties(Vec<Party>);

impl Parties {
    /// The parties in the order of the charter.
    pub fn new(parties: Vec<Party>) -> Self {
        Parties(parties)
    }

    /// The same parties without their dates of signature, which then exclude nothing.
    #[must_use]
    pub fn unsigned(&self) -> Self {
        let unsigned = self.0.iter().map(|party| Party {
            signed: Field::Absent,
            ..party.clone()
        });
        Parties(unsigned.collect())
    }

    /// Every party in the order of the charter.
    pub fn iter(&self) -> impl Iterator<Item = &Party> {
        self.0.iter()
    }

    /// Every party with its number, in the order of the charter.
    pub fn numbered(&self) -> impl Iterator<Item = (PartyId, &Party)> {
        self.0
            .iter()
            .enumerate()
            .map(|(at, party)| (PartyId(at), party))
    }

    /// A party by its number.
    pub fn get(&self, id: PartyId) -> Option<&Party> {
        self.0.get(id.0)
    }

    /// On which side a party stands.
    pub fn side(&self, id: PartyId) -> Option<Side> {
        self.get(id).map(|party| party.side)
    }

    /// Every party of one side.
    pub fn of(&self, side: Side) -> impl Iterator<Item = &Party> {
        self.iter().filter(move |party| party.side == side)
    }

    /// One of their names; any where no party is known.
    pub fn asked(&self) -> Asked {
        Asked::one_of(self.0.iter().flat_map(Party::names))
    }

    /// The party that is meant by an id or by any of its names.
    ///
    /// # Errors
    /// The nearest name, or all ids.
    pub fn find(&self, text: &str) -> Result<PartyId, String> {
        let called = |party: &Party| party.names().any(|name| same_word(name, text));
        if let Some(at) = self.0.iter().position(called) {
            return Ok(PartyId(at));
        }
        let ids: Vec<&str> = self.0.iter().map(|party| party.id.as_str()).collect();
        let all = closed_words::listed(&ids, "or");
        match nearest(text, self.0.iter().flat_map(Party::names)) {
            Some(near) => Err(format!("did you mean `{near}`? The parties are {all}")),
            None => Err(format!(
                "the charter's parties are {all}; a further name for one goes into its \
                 `also_known_as` in the charter. Another area names its own in a file \
                 `charter.yaml` beside its records, with `extends: built-in` and `parties:`"
            )),
        }
    }
}

impl Party {
    /// The id, the name and the further names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.id, &self.name]
            .into_iter()
            .chain(&self.also_known_as)
            .map(String::as_str)
    }
}
