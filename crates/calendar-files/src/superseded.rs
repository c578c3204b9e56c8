//! What calendars that are read together say of each other's events: people keep an invitation,
//! and the message that takes it back, as files of their own.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::clocks::{EventClock, Zones};
use crate::components::components;
use crate::left_out::{LeftOutCounts, LeftOutKind};
use crate::limits::{BYTES_OF_UID, COMPARED_EVENTS};
use crate::property::{Moment, Zone};
use crate::recurrence::RuleBudget;
use crate::versions::{self, EventKey, InsteadOf, KeyedEvent, Version};

/// As much of an event as tells which one it is and how new: nothing of what it says.
#[derive(Debug)]
pub struct EventVersion {
    key: EventKey,
    version: Version,
    cancelled: bool,
}

/// The events of a file that can be told from each other, for [`compare`].
pub fn identify(text: &str) -> Vec<EventVersion> {
    let Some(mut found) = components(text) else {
        return Vec::new();
    };
    let mut budget = RuleBudget::default();
    let mut zones = Zones::new(std::mem::take(&mut found.zones));
    let events = versions::newest(&mut found, |event, moment| {
        zones.universal(event.calendar, moment, &mut budget)
    });
    let versions = events.into_iter().filter_map(|KeyedEvent { key, event }| {
        Some(EventVersion {
            key: key.filter(|(uid, _)| uid.len() <= BYTES_OF_UID)?,
            version: versions::version(&event),
            cancelled: event.cancelled.is_some(),
        })
    });
    versions.take(COMPARED_EVENTS).collect()
}

/// What becomes of an event because of events of other files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    /// A newer version is read instead.
    Replaced,
    /// It calls off an earlier version, which is read instead and says more.
    CallsOff,
    /// It is read, and was called off.
    CalledOff,
}

/// What other files say of the events of one file.
#[derive(Debug, Default)]
pub struct Superseded {
    effects: BTreeMap<EventKey, Effect>,
    /// For the series of the file, by their `UID`: the occurrences that events of other files take
    /// the place of.
    changed: BTreeMap<String, Vec<Moment>>,
}

impl Superseded {
    /// Whether something of the file is read in another one.
    pub fn leaves_out_some(&self) -> bool {
        self.effects
            .values()
            .any(|effect| *effect != Effect::CalledOff)
    }

    /// Leaves out what is read in other files, and calls off what they call off.
    pub(crate) fn apply_to(&self, events: &mut Vec<KeyedEvent>, left_out: &mut LeftOutCounts) {
        events.retain_mut(|KeyedEvent { key, event }| {
            match key.as_ref().and_then(|key| self.effects.get(key)) {
                None => return true,
                Some(Effect::CalledOff) => {
                    // No line of this file says so.
                    event.cancelled = event.cancelled.or(Some(event.line));
                    return true;
                }
                Some(Effect::Replaced) => left_out.add(LeftOutKind::EarlierVersion, 1),
                Some(Effect::CallsOff) => left_out.add(LeftOutKind::Cancellation, 1),
            }
            false
        });
    }

    /// The occurrences of series that events of other files take the place of, by the series' `UID`.
    pub(crate) fn changed(&self) -> impl Iterator<Item = (&str, &[Moment])> {
        let changed = self.changed.iter();
        changed.map(|(uid, moments)| (uid.as_str(), moments.as_slice()))
    }
}

/// A version of an event, and the file that it is in.
#[derive(Debug)]
struct HeldVersion<F> {
    file: F,
    version: Version,
    cancelled: bool,
}

/// What is known of a series when its occurrences are looked at.
#[derive(Debug)]
struct Series<F> {
    uid: String,
    /// The file in which it is read.
    home: F,
    /// Its newest version.
    newest: HeldVersion<F>,
}

impl<F: PartialEq> Series<F> {
    /// Whether an occurrence that was changed is called off with the series. Where all of it is in
    /// one file, that file says so itself.
    fn takes_along(&self, one: &HeldVersion<F>) -> bool {
        let elsewhere = one.file != self.home || one.file != self.newest.file;
        elsewhere && self.newest.cancelled && one.version <= self.newest.version
    }
}

/// Compares the events of files, which are handed over in the order of their names: of versions
/// that are equally new, the one of the later file counts. What calls off an event is newer than
/// what it calls off. Files of which no other one says anything are left out.
pub fn compare<F: Ord + Copy>(
    files: impl IntoIterator<Item = (F, Vec<EventVersion>)>,
) -> BTreeMap<F, Superseded> {
    let mut all: BTreeMap<EventKey, Vec<HeldVersion<F>>> = BTreeMap::new();
    for (file, versions) in files {
        for EventVersion {
            key,
            version,
            cancelled,
        } in versions
        {
            all.entry(key).or_default().push(HeldVersion {
                file,
                version,
                cancelled,
            });
        }
    }
    let mut comparison = VersionComparison(BTreeMap::new());
    let mut series = None;
    // A series stands before its occurrences.
    for (key, mut held) in all {
        held.sort_by_key(|one| (one.version, one.cancelled));
        comparison.add(&mut series, key, held);
    }
    comparison.0
}

struct VersionComparison<F>(BTreeMap<F, Superseded>);

impl<F: Ord + Copy> VersionComparison<F> {
    /// Settles which version of an event is read, the oldest being the first: the newest one, or
    /// the one that it calls off.
    fn add(
        &mut self,
        series: &mut Option<Series<F>>,
        key: EventKey,
        mut held: Vec<HeldVersion<F>>,
    ) {
        let last = held.len().saturating_sub(1);
        let at = held.iter().rposition(|one| !one.cancelled).unwrap_or(last);
        for (place, one) in held.iter().enumerate() {
            let effect = match place.cmp(&at) {
                Ordering::Less => Effect::Replaced,
                Ordering::Greater => Effect::CallsOff,
                Ordering::Equal if at < last => Effect::CalledOff,
                Ordering::Equal => continue,
            };
            self.settle(one.file, key.clone(), effect);
        }
        let Some(read) = held.get(at) else {
            return;
        };
        let home = read.file;
        let (uid, instead_of) = key;
        let Some(instead_of) = instead_of else {
            *series = held.pop().map(|newest| Series { uid, home, newest });
            return;
        };
        let Some(series) = series.as_ref().filter(|series| series.uid == uid) else {
            return;
        };
        if series.takes_along(read) {
            self.settle(home, (uid.clone(), Some(instead_of)), Effect::CalledOff);
        }
        if held.iter().any(|one| one.file != series.home) {
            let superseded = self.0.entry(series.home).or_default();
            let changed = superseded.changed.entry(uid).or_default();
            changed.push(moment(instead_of));
        }
    }

    fn settle(&mut self, file: F, key: EventKey, effect: Effect) {
        self.0.entry(file).or_default().effects.insert(key, effect);
    }
}

/// The occurrence that a key names, as any file could name it.
fn moment((at, is_timed): InsteadOf) -> Moment {
    if is_timed {
        return Moment {
            day: at.date(),
            time: Some(at.time()),
            zone: Zone::Universal,
        };
    }
    Moment {
        day: EventClock::Wall.shown_at(at).date(),
        time: None,
        zone: Zone::Floating,
    }
}
