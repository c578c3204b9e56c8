//! The clocks that times are written by, and what they say in London. Every zone that means the
//! civil time of the United Kingdom is the time on the wall and is never converted.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{LocalResult, NaiveDateTime, Offset as _, TimeDelta, TimeZone as _};
use chrono_tz::Tz;

use crate::limits::EXPLAINED_ZONES;
use crate::property::{Moment, Zone};
use crate::recurrence::RuleBudget;
use crate::vtimezone::{Onset, Vtimezone, ahead, onsets};
use crate::zone_names::{LONDON, bare, is_called_uk_time, is_of_the_uk, known};

/// A clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EventClock {
    /// The one on the wall in the United Kingdom.
    Wall,
    /// That of a zone which is known.
    Zone(Tz),
    /// One of which the file says when it is moved, as far as it goes; beyond that its name says it,
    /// where that is known.
    Moved(Rc<[Onset]>, Option<Tz>),
    /// One that nothing explains.
    Unknown,
}

impl EventClock {
    /// What the clock on the wall shows when this one shows a time.
    pub(crate) fn on_the_wall(&self, local: NaiveDateTime) -> NaiveDateTime {
        match self {
            EventClock::Wall | EventClock::Unknown => local,
            EventClock::Zone(_) | EventClock::Moved(..) => {
                EventClock::Wall.shown_at(self.universal(local))
            }
        }
    }

    /// Universal time when this clock shows a time.
    pub(crate) fn universal(&self, local: NaiveDateTime) -> NaiveDateTime {
        match self {
            EventClock::Wall | EventClock::Unknown => universal(LONDON, local),
            EventClock::Zone(zone) => universal(*zone, local),
            EventClock::Moved(onsets, Some(zone)) if !covers(onsets, local) => {
                universal(*zone, local)
            }
            EventClock::Moved(onsets, _) => minus(local, ahead(onsets, |onset| onset.at <= local)),
        }
    }

    /// What this clock shows at a moment of universal time.
    pub(crate) fn shown_at(&self, at: NaiveDateTime) -> NaiveDateTime {
        let seconds = match self {
            EventClock::Wall | EventClock::Unknown => seconds_ahead(LONDON, at),
            EventClock::Zone(zone) => seconds_ahead(*zone, at),
            EventClock::Moved(onsets, Some(zone)) if !covers(onsets, at) => {
                seconds_ahead(*zone, at)
            }
            EventClock::Moved(onsets, _) => {
                ahead(onsets, |onset| minus(onset.at, onset.before) <= at)
            }
        };
        minus(at, -seconds)
    }
}

/// Whether the rules of a file reach a moment. Many programs write down one year of them.
fn covers(onsets: &[Onset], at: NaiveDateTime) -> bool {
    let half_a_year = TimeDelta::days(200);
    let first = onsets.first().map(|onset| onset.at);
    let last = onsets.last().map(|onset| onset.at);
    first.is_some_and(|first| first <= at)
        && last.is_some_and(|last| at <= last || at - last <= half_a_year)
}

fn minus(at: NaiveDateTime, seconds: i32) -> NaiveDateTime {
    at.checked_sub_signed(TimeDelta::seconds(i64::from(seconds)))
        .unwrap_or(at)
}

fn seconds_ahead(zone: Tz, at: NaiveDateTime) -> i32 {
    zone.offset_from_utc_datetime(&at).fix().local_minus_utc()
}

/// A time that the clocks show twice is the first of the two. One that they leave out counts on
/// from before they were moved, as RFC 5545 has it (3.3.5).
fn universal(zone: Tz, local: NaiveDateTime) -> NaiveDateTime {
    let before = |hours| {
        let earlier = local.checked_sub_signed(TimeDelta::hours(hours))?;
        match zone.offset_from_local_datetime(&earlier) {
            LocalResult::Single(offset) | LocalResult::Ambiguous(offset, _) => {
                Some(minus(local, offset.fix().local_minus_utc()))
            }
            LocalResult::None => None,
        }
    };
    before(0).or_else(|| before(3)).unwrap_or(local)
}

/// The zones of one file.
#[derive(Debug, Default)]
pub(crate) struct Zones {
    embedded: BTreeMap<(usize, String), Vtimezone>,
    clocks: BTreeMap<(usize, String), EventClock>,
    explained: BTreeMap<String, EventClock>,
}

impl Zones {
    /// The zones that a file explains itself, each with the calendar that it is in.
    pub(crate) fn new(explained: Vec<(usize, Vtimezone)>) -> Zones {
        let mut zones = Zones::default();
        for (calendar, zone) in explained {
            zones.add(calendar, zone);
        }
        zones
    }

    /// Adds a zone that a calendar of the file explains itself. The first of a name counts.
    fn add(&mut self, calendar: usize, zone: Vtimezone) {
        self.embedded
            .entry((calendar, bare(&zone.name).to_owned()))
            .or_insert(zone);
    }

    /// The clock by which a moment is written.
    pub(crate) fn clock(
        &mut self,
        calendar: usize,
        at: &Moment,
        budget: &mut RuleBudget,
    ) -> EventClock {
        match (&at.zone, at.time) {
            (_, None) | (Zone::Floating, _) => EventClock::Wall,
            (Zone::Universal, _) => EventClock::Zone(Tz::UTC),
            (Zone::Named(name), _) => self.named(calendar, bare(name), budget),
        }
    }

    /// A moment in universal time.
    pub(crate) fn universal(
        &mut self,
        calendar: usize,
        at: &Moment,
        budget: &mut RuleBudget,
    ) -> NaiveDateTime {
        self.clock(calendar, at, budget).universal(at.local())
    }

    fn named(&mut self, calendar: usize, name: &str, budget: &mut RuleBudget) -> EventClock {
        let key = (calendar, name.to_owned());
        if let Some(clock) = self.clocks.get(&key) {
            return clock.clone();
        }
        let clock = self.find(&key, budget);
        self.clocks.insert(key, clock.clone());
        clock
    }

    fn find(&mut self, key: &(usize, String), budget: &mut RuleBudget) -> EventClock {
        let name = key.1.as_str();
        let known = known(name);
        let embedded = self.embedded.get(key);
        let explained = embedded.map(|zone| {
            if let Some(clock) = self.explained.get(&zone.text) {
                return clock.clone();
            }
            if self.explained.len() >= EXPLAINED_ZONES {
                return EventClock::Unknown;
            }
            let clock = explained(zone, budget);
            self.explained.insert(zone.text.clone(), clock.clone());
            clock
        });
        match (&explained, known) {
            (Some(EventClock::Wall), _) => return EventClock::Wall,
            // What the file says of summer and winter goes before what its name would say.
            (Some(EventClock::Moved(onsets, _)), Some(zone)) if goes_both_ways(onsets) => {
                return EventClock::Moved(Rc::clone(onsets), Some(zone));
            }
            _ => {}
        }
        if known.is_some_and(is_of_the_uk) {
            return EventClock::Wall;
        }
        // A bare GMT is how people write the civil time; only rules that never move say more.
        if explained.is_none() && is_called_uk_time(name) {
            return EventClock::Wall;
        }
        let other = || embedded.and_then(Vtimezone::other_name);
        let zone = known.or_else(other);
        match zone {
            Some(zone) if is_of_the_uk(zone) => EventClock::Wall,
            Some(zone) => EventClock::Zone(zone),
            None => explained.unwrap_or(EventClock::Unknown),
        }
    }
}

/// The clock that the rules of a zone make.
fn explained(zone: &Vtimezone, budget: &mut RuleBudget) -> EventClock {
    let Some(onsets) = onsets(zone, budget).filter(|onsets| !onsets.is_empty()) else {
        return EventClock::Unknown;
    };
    if is_moved_as_in_the_uk(&onsets) {
        EventClock::Wall
    } else {
        EventClock::Moved(onsets.into(), None)
    }
}

/// Whether a file says of a zone how its clock stands in summer and in winter. One that says less was
/// cut, and its name says more.
fn goes_both_ways(onsets: &[Onset]) -> bool {
    let first = onsets.first().map(|onset| onset.after);
    onsets.iter().any(|onset| Some(onset.after) != first)
}

/// Whether a clock goes forward and back on the days on which it does in London. Since 1996 these
/// are the last Sundays of March and October.
fn is_moved_as_in_the_uk(onsets: &[Onset]) -> bool {
    use chrono::Datelike as _;
    let recent = || {
        let years = 1996..2038;
        onsets
            .iter()
            .filter(move |onset| years.contains(&onset.at.year()))
    };
    let noon = |day: chrono::NaiveDate| {
        let noon = day.and_hms_opt(12, 0, 0);
        noon.map(|noon| seconds_ahead(LONDON, noon))
    };
    recent().any(|onset| onset.after == 3600)
        && recent().all(|onset| {
            let day = onset.at.date();
            noon(day) == Some(onset.after) && day.pred_opt().and_then(noon) == Some(onset.before)
        })
}
