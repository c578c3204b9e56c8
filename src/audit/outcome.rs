//! What became of explanations.

use std::borrow::Cow;

use chrono::NaiveDate;

use closed_words::words;
use engagement_records::record::Reason;
use located::source::Span;

/// An explanation that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptedExplanation<'a> {
    /// The reason from the closed list.
    pub reason: Reason,
    /// The reason in words.
    pub because: &'a str,
    /// What was offered instead.
    pub instead: &'a str,
    /// Who agreed: the name of the party and the role.
    pub agreed_by: Vec<(&'a str, &'a str)>,
    /// The day it was agreed.
    pub agreed_on: NaiveDate,
    /// The last day on which it holds.
    pub until: NaiveDate,
    /// Where it stands.
    pub span: Span,
}

words! {
    /// What became of an explanation that was not simply accepted.
    pub enum ExplanationOutcome {
        /// It breaks a rule for explanations; the finding stands.
        Rejected = "rejected",
        /// There was nothing for it to explain.
        Unneeded = "not needed",
    }
}

/// An explanation that was not simply accepted.
#[derive(Debug, Clone)]
pub struct ExplanationResult<'a> {
    /// The clause that it names, as it names it.
    pub clause: &'a str,
    /// The id of what it is about.
    pub subject: Cow<'a, str>,
    /// What became of it.
    pub outcome: ExplanationOutcome,
    /// Why, in sentences without full stops.
    pub why: Vec<String>,
    /// Where it stands.
    pub span: Span,
}
