//! What every rule is.

use super::context::Context;
use super::standard::{StandardOf, StandardsByKind};
use super::subject::{Aspect, PeriodLength};
use super::verdict::{NoEvidence, Ruling};
use engagement_records::fields::Fields;
use engagement_records::record::{SubjectKind, Vocabulary};
use located::diagnostic::Diagnostic;
use located::source::Spanned;

/// What rules learn from the rest of the charter: which words its records use, and how soon feedback
/// is due.
pub(super) struct Settled<'a> {
    pub(super) vocabulary: Vocabulary<'a>,
    pub(super) feedback: Option<StandardsByKind>,
}

/// A way of judging clauses.
pub(super) trait Check: Sized {
    /// What it judges.
    type About<'a>: Aspect<'a>;
    /// Its name in a charter.
    const CODE: &'static str;
    /// What people call the promise.
    const PROMISE: &'static str;
    /// What people call it when the promise was not kept.
    const FAILING: &'static str;
    /// Its file, of which the opening comment is its page.
    const FILE: &'static str;
    /// Whether it judges a fact that is settled once the event is over, such as notice. An
    /// explanation for such a fact must have been agreed no later than the event.
    const SETTLED_BY_EVENT: bool;

    /// Whether it is asked for before those whose promise it is are bound, as signing itself is.
    const HOLDS_UNSIGNED: bool = false;

    /// Whether an explanation under this rule moves the day on which feedback is due.
    const DELAYS_FEEDBACK: bool = false;

    /// The field of an engagement that takes the day on which what it asks for was done.
    const DONE: Option<&'static str> = None;

    /// Reads its parameters from the charter.
    fn read(fields: &mut Fields<'_, '_>) -> Self;

    /// Of which kind the subjects are that it judges.
    fn kind(&self) -> SubjectKind {
        <Self::About<'static> as Aspect<'static>>::KIND
    }

    /// How long the periods are that it judges, for rules about periods.
    fn every(&self) -> Option<PeriodLength> {
        None
    }

    /// What reports call the promise.
    fn promise(&self) -> &str {
        Self::PROMISE
    }

    /// What reports call it when the promise was not kept.
    fn failing(&self) -> &str {
        Self::FAILING
    }

    /// What the charter asks for under this rule, in words; nothing where there is nothing to set.
    fn asks(&self) -> Option<String> {
        None
    }

    /// The fields of records that it looks at, by the names that lead to them; nothing where its
    /// page says which they are.
    fn fields(&self) -> Option<Vec<String>> {
        None
    }

    /// How soon feedback is due under this rule, for the rules that wait for it.
    fn feedback_standards(&self) -> Option<StandardsByKind> {
        None
    }

    /// The standards that it holds things against.
    fn standards(&self) -> Vec<StandardOf> {
        Vec::new()
    }

    /// The rungs of the ladder that it names, for the charter to hold against its own.
    fn rungs(&self) -> Vec<&Spanned<String>> {
        Vec::new()
    }

    /// Takes what it needs from the rest of the charter, once all of it is read.
    fn settle(&mut self, _: &Settled<'_>, _: &mut Vec<Diagnostic>) {}

    /// Judges one subject.
    ///
    /// # Errors
    ///
    /// What the rule cannot do without is missing or cannot be read.
    fn judge(&self, about: Self::About<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence>;
}
