//! What later versions of an event do to earlier ones, and what occurrences that were changed do
//! to their series.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use crate::components::{Components, Method};
use crate::left_out::LeftOutKind;
use crate::property::{Moment, Property};
use crate::written_event::WrittenEvent;

/// The occurrence of a series that an event takes the place of, in universal time, and whether it
/// has a time of day.
pub(crate) type InsteadOf = (NaiveDateTime, bool);

/// What tells an event from every other: its `UID`, and the occurrence that it stands for.
pub(crate) type EventKey = (String, Option<InsteadOf>);

/// How new an event is.
pub(crate) type Version = (i64, Option<NaiveDateTime>);

/// An event with its key, if it has one.
pub(crate) struct KeyedEvent {
    pub(crate) key: Option<EventKey>,
    pub(crate) event: WrittenEvent,
}

/// The newest version of every event of the file, in the order of the file. Answers to invitations
/// and earlier versions are counted and left out.
pub(crate) fn newest(
    found: &mut Components,
    mut universal: impl FnMut(&WrittenEvent, &Moment) -> NaiveDateTime,
) -> Vec<KeyedEvent> {
    let mut kept: Vec<KeyedEvent> = Vec::new();
    let mut known: BTreeMap<EventKey, usize> = BTreeMap::new();
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
            None => kept.push(KeyedEvent { key, event }),
            Some(KeyedEvent { event: old, .. }) => {
                earlier += 1;
                *old = newer(std::mem::take(old), event);
            }
        }
    }
    found.left_out.add(LeftOutKind::Answer, answers);
    found.left_out.add(LeftOutKind::EarlierVersion, earlier);
    kept
}

fn key(
    event: &WrittenEvent,
    universal: &mut impl FnMut(&WrittenEvent, &Moment) -> NaiveDateTime,
) -> Option<EventKey> {
    let uid = event.uid.clone().filter(|uid| !uid.is_empty())?;
    let instead_of = match &event.instead_of {
        None => None,
        Some(Property { value: None, .. }) => return None,
        Some(Property {
            value: Some(moment),
            ..
        }) => Some((universal(event, moment), moment.time.is_some())),
    };
    Some((uid, instead_of))
}

/// How new an event says that it is.
pub(crate) fn version(event: &WrittenEvent) -> Version {
    let moment = |one: &Option<Property<Option<Moment>>>| {
        let moment = one.as_ref()?.value.as_ref()?;
        Some(moment.local())
    };
    let written = moment(&event.stamped).max(moment(&event.modified));
    (event.sequence, written)
}

/// The newer of two versions; of two that are equally new, the later one in the file.
fn newer(old: WrittenEvent, new: WrittenEvent) -> WrittenEvent {
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
pub(crate) fn call_off_with_series(events: &mut [KeyedEvent]) {
    let mut off: BTreeMap<String, (Version, u32)> = BTreeMap::new();
    for KeyedEvent { event, .. } in &*events {
        if let (Some(uid), Some(line), None) = (&event.uid, event.cancelled, &event.instead_of) {
            off.insert(uid.clone(), (version(event), line));
        }
    }
    for KeyedEvent { event, .. } in events {
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
pub(crate) fn complete_from_series(events: &mut [KeyedEvent]) {
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    for KeyedEvent { event, .. } in &*events {
        if let (Some(uid), Some(title), None) = (&event.uid, &event.summary, &event.instead_of) {
            titles.insert(uid.clone(), title.value.clone());
        }
    }
    for KeyedEvent { event, .. } in events {
        let Some(instead_of) = &event.instead_of else {
            continue;
        };
        if event.start.is_none() {
            event.start = Some(instead_of.clone());
        }
        let title = event.uid.as_ref().and_then(|uid| titles.get(uid));
        if let (None, Some(title)) = (&event.summary, title) {
            event.summary = Some(Property {
                line: event.line,
                value: title.clone(),
            });
        }
    }
}
