//! What later versions of an entry do to earlier ones, and what occurrences that were changed do
//! to their series.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::across::Others;
use super::components::{Components, Method};
use super::event::Event;
use super::property::{Moment, Said};

/// What earlier versions are called in counts.
pub(super) const EARLIER: &str = "earlier versions of entries in calendars";

/// The occurrence of a series that an entry takes the place of, in universal time, and whether it
/// has a time of day.
pub(super) type InsteadOf = (NaiveDateTime, bool);

/// What tells an entry from every other: its id, and the occurrence that it stands for.
pub(super) type Key = (String, Option<InsteadOf>);

/// How new an entry is.
pub(super) type Version = (i64, Option<NaiveDateTime>);

/// An entry with its key, if it has one.
pub(super) struct Entry {
    pub(super) key: Option<Key>,
    pub(super) event: Event,
}

/// The entries that are in force, in the order of the file. Answers to invitations and earlier
/// versions are counted and left out, and so is what is read in other files.
pub(super) fn in_force(
    found: &mut Components,
    others: Option<&Others>,
    universal: impl FnMut(&Event, &Moment) -> NaiveDateTime,
) -> Vec<Event> {
    let mut entries = newest(found, universal);
    complete_from_series(&mut entries);
    if let Some(others) = others {
        others.heed(&mut entries, found);
    }
    call_off_with_series(&mut entries);
    entries.into_iter().map(|entry| entry.event).collect()
}

/// The newest version of every entry of the file.
pub(super) fn newest(
    found: &mut Components,
    mut universal: impl FnMut(&Event, &Moment) -> NaiveDateTime,
) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::new();
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    let (mut answers, mut earlier) = (0, 0);
    for mut event in std::mem::take(&mut found.events) {
        match found.methods.get(event.calendar) {
            Some(Method::Answer) => {
                answers += 1;
                continue;
            }
            Some(Method::Cancel(line)) => event.cancelled = event.cancelled.or(Some(*line)),
            Some(Method::Publish) | None => {}
        }
        let key = key(&event, &mut universal);
        let known_at = key
            .clone()
            .map(|key| *known.entry(key).or_insert(kept.len()));
        match known_at.and_then(|at| kept.get_mut(at)) {
            None => kept.push(Entry { key, event }),
            Some(Entry { event: old, .. }) => {
                earlier += 1;
                *old = newer(std::mem::take(old), event);
            }
        }
    }
    found.pass_over("answers to invitations in calendars", answers);
    found.pass_over(EARLIER, earlier);
    kept
}

fn key(event: &Event, universal: &mut impl FnMut(&Event, &Moment) -> NaiveDateTime) -> Option<Key> {
    let uid = event.uid.clone().filter(|uid| !uid.is_empty())?;
    let instead_of = match &event.instead_of {
        None => None,
        Some(Said { value: None, .. }) => return None,
        Some(Said {
            value: Some(moment),
            ..
        }) => Some((universal(event, moment), moment.time.is_some())),
    };
    Some((uid, instead_of))
}

/// How new an entry says that it is.
pub(super) fn version(event: &Event) -> Version {
    let moment = |said: &Option<Said<Option<Moment>>>| {
        let moment = said.as_ref()?.value.as_ref()?;
        Some(moment.local())
    };
    let written = moment(&event.stamped).max(moment(&event.modified));
    (event.sequence, written)
}

/// The newer of two versions; of two that are equally new, the later one in the file.
fn newer(old: Event, new: Event) -> Event {
    let (mut earlier, later) = if version(&new) >= version(&old) {
        (old, new)
    } else {
        (new, old)
    };
    // Who calls a series off need not say again when it is repeated.
    if later.cancelled.is_some() && earlier.repeats() && !later.repeats() {
        earlier.cancelled = later.cancelled;
        earlier.sequence = later.sequence;
        earlier.stamped = later.stamped;
        earlier.modified = later.modified;
        return earlier;
    }
    later
}

/// Where a whole series is called off, so is every occurrence that was changed before.
fn call_off_with_series(entries: &mut [Entry]) {
    let mut off: BTreeMap<String, (Version, u32)> = BTreeMap::new();
    for Entry { event, .. } in &*entries {
        if let (Some(uid), Some(line), None) = (&event.uid, event.cancelled, &event.instead_of) {
            off.insert(uid.clone(), (version(event), line));
        }
    }
    for Entry { event, .. } in entries {
        let series = event.uid.as_ref().and_then(|uid| off.get(uid));
        if let Some((series, line)) = series
            && event.instead_of.is_some()
            && version(event) <= *series
        {
            event.cancelled = event.cancelled.or(Some(*line));
        }
    }
}

/// A message about one occurrence may leave out what the series says: its title, and its time
/// where that is the one that it had.
fn complete_from_series(entries: &mut [Entry]) {
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    for Entry { event, .. } in &*entries {
        if let (Some(uid), Some(title), None) = (&event.uid, &event.title, &event.instead_of) {
            titles.insert(uid.clone(), title.value.clone());
        }
    }
    for Entry { event, .. } in entries {
        let Some(instead_of) = &event.instead_of else {
            continue;
        };
        if event.start.is_none() {
            event.start = Some(instead_of.clone());
        }
        let title = event.uid.as_ref().and_then(|uid| titles.get(uid));
        if let (None, Some(title)) = (&event.title, title) {
            event.title = Some(Said {
                line: event.line,
                value: title.clone(),
            });
        }
    }
}
