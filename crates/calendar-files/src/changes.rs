//! Which events of a file change occurrences of which series.

use std::collections::{BTreeMap, BTreeSet};

use crate::property::{Moment, Property};
use crate::superseded::Superseded;
use crate::written_event::WrittenEvent;

/// The changes, each list by the `UID` of its series.
#[derive(Default)]
pub(crate) struct Changes<'e> {
    /// The occurrences that events of their own take the place of, with the calendars of the file
    /// that say so.
    replaced: BTreeMap<&'e str, Vec<(usize, &'e Moment)>>,
    /// The events that change all later occurrences, too, with their numbers.
    later: BTreeMap<&'e str, Vec<(usize, &'e WrittenEvent)>>,
    /// The series of this file.
    series: BTreeSet<&'e str>,
}

impl<'e> Changes<'e> {
    /// The changes that a file makes, and those that others make to it.
    pub(crate) fn new(events: &'e [WrittenEvent], elsewhere: Option<&'e Superseded>) -> Self {
        let mut changes = Changes::default();
        for (uid, moments) in elsewhere.into_iter().flat_map(Superseded::changed) {
            // They are in no zone that a calendar explains.
            let moments = moments.iter().map(|moment| (0, moment));
            changes.replaced.entry(uid).or_default().extend(moments);
        }
        for (at, event) in events.iter().enumerate() {
            changes.add(at, event);
        }
        changes
    }

    fn add(&mut self, at: usize, event: &'e WrittenEvent) {
        let Some(uid) = event.uid.as_deref() else {
            return;
        };
        if event.instead_of.is_none() && event.repeats() && readable(event.start.as_ref()).is_some()
        {
            self.series.insert(uid);
        }
        if let Some(moment) = readable(event.instead_of.as_ref()) {
            let replaced = self.replaced.entry(uid).or_default();
            replaced.push((event.calendar, moment));
            if event.and_later.is_some() && readable(event.start.as_ref()).is_some() {
                self.later.entry(uid).or_default().push((at, event));
            }
        }
    }

    /// The occurrences of a series that events of their own take the place of.
    pub(crate) fn replaced(&self, series: &WrittenEvent) -> &[(usize, &'e Moment)] {
        let uid = series.uid.as_deref();
        let replaced = uid.and_then(|uid| self.replaced.get(uid));
        replaced.map_or(&[], Vec::as_slice)
    }

    /// The events that change all later occurrences of a series, too.
    pub(crate) fn later(&self, series: &WrittenEvent) -> &[(usize, &'e WrittenEvent)] {
        let uid = series.uid.as_deref();
        let later = uid.and_then(|uid| self.later.get(uid));
        later.map_or(&[], Vec::as_slice)
    }

    /// Whether a change that is meant for later occurrences, too, finds some in this file.
    pub(crate) fn reaches_later(&self, change: &WrittenEvent) -> bool {
        let uid = change.uid.as_deref();
        let is_readable = readable(change.instead_of.as_ref()).is_some()
            && readable(change.start.as_ref()).is_some();
        is_readable && uid.is_some_and(|uid| self.series.contains(uid))
    }
}

fn readable(moment: Option<&Property<Option<Moment>>>) -> Option<&Moment> {
    moment?.value.as_ref()
}
