//! Why an expression has no value for a record.

use crate::fields;
use located::source::Span;

/// Why there is no value.
#[derive(Debug, Clone)]
pub(super) enum NoValue {
    /// A field states that something never was.
    Denied(usize, Span),
    /// A field says that something was, and not on which day.
    SomeDay(usize),
    /// A field could not be read.
    Unreadable(Span),
    /// The record says enough, but the calendar or a rough number does not.
    Unknown(String),
    /// A field says nothing.
    Missing(usize, fields::Gap),
    /// A type that the checker should have refused.
    Broken,
}

impl NoValue {
    /// What counts when neither of two values is there, the first rank winning. A record that
    /// cannot be read is never taken for a silent one.
    fn rank(&self) -> u8 {
        match self {
            NoValue::Broken => 0,
            NoValue::Denied(..) => 1,
            NoValue::Unreadable(_) => 2,
            NoValue::SomeDay(_) | NoValue::Unknown(_) => 3,
            NoValue::Missing(..) => 4,
        }
    }

    /// The gap of a value that needs both, and of `&&`: what was denied is settled, whatever the
    /// other side would say.
    pub(super) fn and(self, other: NoValue) -> NoValue {
        if other.rank() < self.rank() {
            other
        } else {
            self
        }
    }

    /// The gap of `||`: what was denied leaves the answer to the other side.
    pub(super) fn or(self, other: NoValue) -> NoValue {
        match (&self, &other) {
            (NoValue::Denied(..), _) => other,
            (_, NoValue::Denied(..)) => self,
            _ => self.and(other),
        }
    }
}

/// A value, or why there is none.
pub(super) type Worked<T> = Result<T, NoValue>;
