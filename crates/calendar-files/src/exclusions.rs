//! Occurrences of a series that do not take place, or not then.

use chrono::{NaiveDate, NaiveDateTime};

use crate::clocks::EventClock;
use crate::occurrence::Timing;
use crate::property::Moment;

/// Those of one series on its own clock, to be found quickly.
#[derive(Default)]
pub(crate) struct Exclusions {
    moments: Vec<NaiveDateTime>,
    days: Vec<NaiveDate>,
}

impl Exclusions {
    /// Adds one. A whole day stands for whatever of the series is on it.
    pub(crate) fn add(&mut self, moment: &Moment, timing: &Timing, clock: &EventClock) {
        if moment.time.is_some() {
            self.moments.push(timing.own(moment, clock));
        } else {
            self.days.push(moment.day);
        }
    }

    /// Adds what a rule leaves out, on the series' own clock.
    pub(crate) fn add_all(&mut self, moments: impl IntoIterator<Item = NaiveDateTime>) {
        self.moments.extend(moments);
    }

    /// Makes them ready to be looked for.
    pub(crate) fn sort(&mut self) {
        self.moments.sort_unstable();
        self.days.sort_unstable();
    }

    /// Whether the occurrence that begins then is among them.
    pub(crate) fn contains(&self, start: NaiveDateTime) -> bool {
        self.moments.binary_search(&start).is_ok() || self.days.binary_search(&start.date()).is_ok()
    }
}
