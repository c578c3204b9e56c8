//! What is left out of a file on purpose.

use std::collections::BTreeMap;

/// What is left out, by its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOutKind {
    /// To-do entries.
    Todo,
    /// Journal entries.
    Journal,
    /// Free and busy times.
    FreeBusy,
    /// Answers to invitations.
    Answer,
    /// Earlier versions of events.
    EarlierVersion,
    /// Messages that call something off which another file says more of.
    Cancellation,
    /// People who are invited.
    Attendee,
    /// Events with a description, a comment or another text for people, which is not read.
    Description,
    /// Series with no day in the period.
    OutsidePeriod,
}

/// How many of each there were.
#[derive(Debug, Default)]
pub(crate) struct LeftOutCounts(BTreeMap<LeftOutKind, usize>);

impl LeftOutCounts {
    /// Counts some of a kind.
    pub(crate) fn add(&mut self, what: LeftOutKind, count: usize) {
        if count > 0 {
            *self.0.entry(what).or_insert(0) += count;
        }
    }

    /// The kinds of which there were some.
    pub(crate) fn finish(self) -> BTreeMap<LeftOutKind, usize> {
        self.0
    }
}
