//! What came of a condition.

use crate::fields::Gap;
use located::source::Span;

/// What came of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConditionOutcome {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// It depends on a field that says nothing.
    Missing {
        /// The field, as the expression names it.
        path: String,
        /// Where it belongs.
        gap: Gap,
    },
    /// It depends on something that could not be read.
    Unreadable {
        /// Where that stands.
        place: Span,
    },
    /// It depends on a day that never was: the record states `none`. It counts as no.
    Denied {
        /// The field, as the expression names it.
        path: String,
        /// Where that is stated.
        place: Span,
    },
    /// It depends on what nobody told the program: days outside the calendar, a number that is
    /// only roughly known, a list that is too long.
    Unknown {
        /// Why, in words.
        why: String,
    },
}

/// An outcome and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// What came of the expression.
    pub outcome: ConditionOutcome,
    /// The fields that it names and that say something, in the order of the expression.
    pub rests_on: Vec<Ground>,
}

/// A field that an outcome rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The field, as the expression names it.
    pub path: String,
    /// Where it says something.
    pub place: Span,
}
