//! Why an expression has no value for a record.

use crate::fields;
use located::source::Span;

/// Why there is no value.
#[derive(Debug, Clone)]
pub(super) enum Gap {
    /// A field states that something never was.
    Denied(usize, Span),
    /// A field could not be read.
    Unreadable(Span),
    /// The record says enough, but the calendar or a rough number does not.
    Unknown(String),
    /// A field says nothing.
    Missing(usize, fields::Gap),
    /// A type that the checker should have refused.
    Broken,
}

impl Gap {
    /// What counts when neither of two values is there, the first rank winning. A record that
    /// cannot be read is never taken for a silent one.
    fn rank(&self) -> u8 {
        match self {
            Gap::Broken => 0,
            Gap::Denied(..) => 1,
            Gap::Unreadable(_) => 2,
            Gap::Unknown(_) => 3,
            Gap::Missing(..) => 4,
        }
    }

    /// The gap of a value that needs both, and of `&&`: what was denied is settled, whatever the
    /// other side would say.
    pub(super) fn and(self, other: Gap) -> Gap {
        if other.rank() < self.rank() {
            other
        } else {
            self
        }
    }

    /// The gap of `||`: what was denied leaves the answer to the other side.
    pub(super) fn or(self, other: Gap) -> Gap {
        match (&self, &other) {
            (Gap::Denied(..), _) => other,
            (_, Gap::Denied(..)) => self,
            _ => self.and(other),
        }
    }
}

/// A value, or why there is none.
pub(super) type Worked<T> = Result<T, Gap>;
