//! Changes that are meant for all later occurrences of a series, too (`RANGE=THISANDFUTURE`).

use chrono::{NaiveDateTime, TimeDelta};

use crate::occurrence::{Occurrence, Timing};

/// Such a change.
pub(crate) struct LaterChange {
    /// Which event of the file it is.
    pub(crate) event: usize,
    /// The occurrence that it changes, on the clock of the series.
    pub(crate) from: NaiveDateTime,
    /// By how much it moves that one.
    pub(crate) shift: TimeDelta,
    /// The timing of the event.
    pub(crate) timing: Timing,
}

impl LaterChange {
    /// What becomes of a later occurrence of the series.
    fn occurrence(&self, start: NaiveDateTime, series: &Timing) -> Occurrence {
        let shifted = start.checked_add_signed(self.shift).unwrap_or(start);
        let own = if self.timing.clock == series.clock {
            shifted
        } else {
            let universal = series.clock.universal(shifted);
            self.timing.clock.shown_at(universal)
        };
        let when = self.timing.when(own);
        let before = series.when(start).day;
        Occurrence {
            when: Some(when),
            moved_from: (before != when.day).then_some(before),
            ..Occurrence::default()
        }
    }
}

/// The changes of one series.
pub(crate) struct LaterChanges(Vec<LaterChange>);

impl LaterChanges {
    pub(crate) fn new(mut changes: Vec<LaterChange>) -> Self {
        changes.sort_by_key(|change| change.from);
        LaterChanges(changes)
    }

    /// What becomes of an occurrence of the series, and of which event it is then: the last change
    /// before it counts. Nothing where there is none.
    pub(crate) fn apply(
        &self,
        start: NaiveDateTime,
        series: &Timing,
    ) -> Option<(usize, Occurrence)> {
        let before = self.0.partition_point(|change| change.from < start);
        let change = self.0.get(before.checked_sub(1)?)?;
        Some((change.event, change.occurrence(start, series)))
    }
}
