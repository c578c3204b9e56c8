//! Comply or explain: an agreed reason for falling short of a standard.

use chrono::NaiveDate;

use super::Vocabulary;
use super::party::PartyId;
use crate::fields::{Field, Fields};
use closed_words::words;
use located::source::{Span, Spanned};

words! {
    /// The reasons that can be given.
    pub enum Reason {
        /// A deadline in law left no time.
        UrgentStatutoryDeadline = "urgent-statutory-deadline",
        /// The forum agreed to it.
        AgreedWithForum = "agreed-with-forum",
        /// People were asked and preferred that time.
        PollPreferredTime = "poll-preferred-time",
        /// The place could not be had.
        VenueUnavailable = "venue-unavailable",
        /// Somebody outside set the day.
        ExternalBodySetDate = "external-body-set-date",
        /// It would not have been right for children and young people.
        CypNotAppropriate = "cyp-not-appropriate",
        /// A building had to close.
        EmergencyClosure = "emergency-closure",
        /// It will come, on a day that is named.
        PublicationDelayedTo = "publication-delayed-to",
        /// Another reason, which `because` gives.
        Other = "other",
    }
}

impl Reason {
    /// In a sentence.
    pub fn spoken(self) -> &'static str {
        match self {
            Reason::UrgentStatutoryDeadline => "urgent deadline in law",
            Reason::AgreedWithForum => "agreed with the forum",
            Reason::PollPreferredTime => "the time that people preferred when asked",
            Reason::VenueUnavailable => "venue not available",
            Reason::ExternalBodySetDate => "day set by an outside body",
            Reason::CypNotAppropriate => "not right for children and young people",
            Reason::EmergencyClosure => "emergency closure",
            Reason::PublicationDelayedTo => "publication delayed to a named day",
            Reason::Other => "another reason",
        }
    }
}

/// A person who agreed, by party and role and never by name.
#[derive(Debug, Clone, Default)]
pub struct Agreed {
    /// For whom the person spoke.
    pub party: Field<PartyId>,
    /// In which role.
    pub role: Field<String>,
}

/// An agreed reason for falling short of one clause.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// Where it stands.
    pub span: Span,
    /// The id of the clause.
    pub clause: Field<String>,
    /// The reason from the closed list.
    pub reason: Field<Reason>,
    /// The reason in words.
    pub because: Field<String>,
    /// Who agreed.
    pub agreed_by: Field<Vec<Spanned<Agreed>>>,
    /// When.
    pub agreed_on: Field<NaiveDate>,
    /// What was offered instead.
    pub instead: Field<String>,
    /// The last day on which it holds.
    pub until: Field<NaiveDate>,
}

impl Explanation {
    /// The explanations that a record carries itself.
    pub(super) fn read_all(f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Vec<Self> {
        f.groups("explanations", "an explanation", |f| {
            Explanation::read(f, words)
        })
        .get()
        .map(|all| all.iter().map(|one| one.value.clone()).collect())
        .unwrap_or_default()
    }

    pub(super) fn read(f: &mut Fields<'_, '_>, words: &Vocabulary<'_>) -> Self {
        Explanation {
            span: f.place(),
            clause: f.text("clause"),
            reason: f.word("reason"),
            because: f.text("because"),
            agreed_by: f.groups("agreed_by", "a person who agreed", |f| Agreed {
                party: f.parsed("party", |text| words.parties.find(text)),
                role: f.text("role"),
            }),
            agreed_on: f.date("agreed_on"),
            instead: f.text("instead"),
            until: f.date("until"),
        }
    }
}
