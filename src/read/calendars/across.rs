//! What calendars that are read together say of each other's entries: people keep an invitation,
//! and the message that takes it back, as files of their own.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::components::{Components, components};
use super::property::{Moment, Zone};
use super::series::Budget;
use super::versions::{self, Entry, Key, Version};
use super::zones::{Clock, Zones};
use located::source::SourceId;

/// So many entries of one file are compared with those of others; no calendar that people keep
/// has as many.
const MOST_COMPARED: usize = 100_000;

/// An id that is longer, in bytes, is compared within its file alone.
const LONGEST_ID: usize = 1_000;

/// As much of an entry as tells which one it is and how new: nothing of what it says.
#[derive(Debug)]
pub(crate) struct Known {
    key: Key,
    version: Version,
    cancelled: bool,
}

/// The entries of a file that can be told from each other.
pub(crate) fn known(text: &str) -> Vec<Known> {
    let Some(mut found) = components(text) else {
        return Vec::new();
    };
    let mut budget = Budget::default();
    let mut zones = Zones::of(&mut found);
    let entries = versions::newest(&mut found, |event, moment| {
        zones.universal(event.calendar, moment, &mut budget)
    });
    let known = entries.into_iter().filter_map(|Entry { key, event }| {
        Some(Known {
            key: key.filter(|(uid, _)| uid.len() <= LONGEST_ID)?,
            version: versions::version(&event),
            cancelled: event.cancelled.is_some(),
        })
    });
    known.take(MOST_COMPARED).collect()
}

/// What becomes of an entry because of entries of other files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// A newer version is read instead.
    Replaced,
    /// It calls off an earlier version, which is read instead and says more.
    CallsOff,
    /// It is read, and was called off.
    CalledOff,
}

/// What other files say of the entries of one file.
#[derive(Debug, Default)]
pub(crate) struct Others {
    fates: BTreeMap<Key, Fate>,
    /// For the series of the file, by their ids: the occurrences that entries of other files take
    /// the place of.
    changed: BTreeMap<String, Vec<Moment>>,
}

impl Others {
    /// Whether something of the file is read in another one.
    pub(crate) fn hold_some(&self) -> bool {
        self.fates.values().any(|fate| *fate != Fate::CalledOff)
    }

    /// Leaves out what is read in other files, and calls off what they call off.
    pub(super) fn heed(&self, entries: &mut Vec<Entry>, found: &mut Components) {
        let (mut earlier, mut messages) = (0, 0);
        entries.retain_mut(|Entry { key, event }| {
            match key.as_ref().and_then(|key| self.fates.get(key)) {
                None => return true,
                Some(Fate::CalledOff) => {
                    // No line of this file says so.
                    event.cancelled = event.cancelled.or(Some(event.line));
                    return true;
                }
                Some(Fate::Replaced) => earlier += 1,
                Some(Fate::CallsOff) => messages += 1,
            }
            false
        });
        found.pass_over(versions::EARLIER, earlier);
        found.pass_over(
            "cancellations in calendars, read with the entries that they call off",
            messages,
        );
    }

    /// The occurrences of series that entries of other files take the place of, by the series' id.
    pub(super) fn changed(&self) -> impl Iterator<Item = (&str, &[Moment])> {
        let changed = self.changed.iter();
        changed.map(|(uid, moments)| (uid.as_str(), moments.as_slice()))
    }
}

/// A version of an entry, and the file that it is in.
#[derive(Debug)]
struct Held {
    file: SourceId,
    version: Version,
    cancelled: bool,
}

/// What is known of a series when its occurrences are looked at.
#[derive(Debug)]
struct Series {
    uid: String,
    /// The file in which it is read.
    home: SourceId,
    /// Its newest version.
    newest: Held,
}

impl Series {
    /// Whether an occurrence that was changed is called off with the series. Where all of it is in
    /// one file, that file says so itself.
    fn takes_along(&self, one: &Held) -> bool {
        let elsewhere = one.file != self.home || one.file != self.newest.file;
        elsewhere && self.newest.cancelled && one.version <= self.newest.version
    }
}

/// What calendars that are read together say of each other's entries, by file.
#[derive(Debug, Default)]
pub(crate) struct Across(BTreeMap<SourceId, Others>);

impl Across {
    /// Compares the entries of files, which are handed over in the order of their names: of
    /// versions that are equally new, the one of the later file counts. What calls off an entry
    /// is newer than what it calls off.
    pub(crate) fn new(files: impl IntoIterator<Item = (SourceId, Vec<Known>)>) -> Self {
        let mut all: BTreeMap<Key, Vec<Held>> = BTreeMap::new();
        for (file, known) in files {
            for Known {
                key,
                version,
                cancelled,
            } in known
            {
                all.entry(key).or_default().push(Held {
                    file,
                    version,
                    cancelled,
                });
            }
        }
        let mut across = Across::default();
        let mut series = None;
        // A series stands before its occurrences.
        for (key, mut held) in all {
            held.sort_by_key(|one| (one.version, one.cancelled));
            across.add(&mut series, key, held);
        }
        across
    }

    /// What other files say of the entries of one file, where they say something.
    pub(crate) fn of(&self, file: SourceId) -> Option<&Others> {
        self.0.get(&file)
    }

    /// Settles which version of an entry is read, the oldest being the first: the newest one, or
    /// the one that it calls off.
    fn add(&mut self, series: &mut Option<Series>, key: Key, mut held: Vec<Held>) {
        let last = held.len().saturating_sub(1);
        let at = held.iter().rposition(|one| !one.cancelled).unwrap_or(last);
        for (place, one) in held.iter().enumerate() {
            let fate = match place.cmp(&at) {
                Ordering::Less => Fate::Replaced,
                Ordering::Greater => Fate::CallsOff,
                Ordering::Equal if at < last => Fate::CalledOff,
                Ordering::Equal => continue,
            };
            self.settle(one.file, key.clone(), fate);
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
            self.settle(home, (uid.clone(), Some(instead_of)), Fate::CalledOff);
        }
        if held.iter().any(|one| one.file != series.home) {
            let others = self.0.entry(series.home).or_default();
            let changed = others.changed.entry(uid).or_default();
            changed.push(moment(instead_of));
        }
    }

    fn settle(&mut self, file: SourceId, key: Key, fate: Fate) {
        self.0.entry(file).or_default().fates.insert(key, fate);
    }
}

/// The occurrence that a key names, as any file could name it.
fn moment((at, is_timed): versions::InsteadOf) -> Moment {
    if is_timed {
        return Moment {
            day: at.date(),
            time: Some(at.time()),
            zone: Zone::Universal,
        };
    }
    Moment {
        day: Clock::Wall.shown_at(at).date(),
        time: None,
        zone: Zone::Floating,
    }
}
