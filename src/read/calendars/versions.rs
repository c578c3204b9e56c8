//! What later versions of an entry do to earlier ones, and what occurrences that were changed do
//! to their series.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::components::{Components, Method};
use super::event::Event;
use super::property::{Moment, Said};

/// What tells an entry from every other: its id, and the occurrence that it stands for.
type Key = (String, Option<(NaiveDateTime, bool)>);

/// How new an entry is.
type Version = (i64, Option<NaiveDateTime>);

/// The entries that are in force, in the order of the file. Answers to invitations and earlier
/// versions are counted and left out.
pub(super) fn in_force(
    found: &mut Components,
    mut universal: impl FnMut(&Event, &Moment) -> NaiveDateTime,
) -> Vec<Event> {
    let mut kept: Vec<Option<Event>> = Vec::new();
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
        let Some(key) = key(&event, &mut universal) else {
            kept.push(Some(event));
            continue;
        };
        let at = *known.entry(key).or_insert(kept.len());
        if at == kept.len() {
            kept.push(Some(event));
        } else if let Some(slot) = kept.get_mut(at) {
            earlier += 1;
            *slot = slot.take().map(|old| newer(old, event));
        }
    }
    found.pass_over("answers to invitations in calendars", answers);
    found.pass_over("earlier versions of entries in calendars", earlier);
    let mut events: Vec<Event> = kept.into_iter().flatten().collect();
    call_off_with_series(&mut events);
    complete_from_series(&mut events);
    events
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

fn version(event: &Event) -> Version {
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
fn call_off_with_series(events: &mut [Event]) {
    let mut off: BTreeMap<String, (Version, u32)> = BTreeMap::new();
    for event in &*events {
        if let (Some(uid), Some(line), None) = (&event.uid, event.cancelled, &event.instead_of) {
            off.insert(uid.clone(), (version(event), line));
        }
    }
    for event in events {
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
fn complete_from_series(events: &mut [Event]) {
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    for event in &*events {
        if let (Some(uid), Some(title), None) = (&event.uid, &event.title, &event.instead_of) {
            titles.insert(uid.clone(), title.value.clone());
        }
    }
    for event in events {
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
