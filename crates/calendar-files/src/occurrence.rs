//! When an event takes place on the clock on the wall: its day, its times, its last day.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::clocks::EventClock;
use crate::property::{Ending, Moment, Property, Zone};
use crate::written_event::WrittenEvent;

/// How an occurrence ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ends {
    /// Nothing says when.
    Open,
    /// At a time on the day on which it begins.
    At(NaiveTime),
    /// On a later day; at a time, unless it is made of whole days.
    Later(NaiveDate),
    /// Before it begins.
    Backwards,
}

/// When an occurrence takes place, by the clock in the United Kingdom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The day on which it begins.
    pub day: NaiveDate,
    /// The time at which it begins; nothing where it is made of whole days.
    pub start: Option<NaiveTime>,
    /// How it ends.
    pub ends: Ends,
}

/// One occurrence of an event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occurrence {
    /// When it takes place; nothing where the day of the event cannot be read.
    pub when: Option<When>,
    /// The day on which it was to be in its series, where that is another.
    pub moved_from: Option<NaiveDate>,
    /// The line that gives it an end of its own, if one does: an `RDATE` that is a period.
    pub own_end: Option<u32>,
    /// What tells it apart in its file: its day, with a running number where several fall on one.
    /// Nothing where it is the only one of its file.
    pub id: Option<String>,
}

/// How long an occurrence of an event lasts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Length {
    /// Nothing says how long.
    Open,
    /// On its own clock.
    Own(TimeDelta),
    /// On the clock on the wall, for an event that ends in another zone than it begins in.
    OnTheWall(TimeDelta),
}

/// An event's own clock, and what counts on it.
pub(crate) struct Timing {
    /// The clock that it begins by.
    pub(crate) clock: EventClock,
    /// Its first day or moment.
    pub(crate) first: NaiveDateTime,
    /// Whether it has times of day.
    timed: bool,
    length: Length,
}

impl Timing {
    /// The timing of an event that begins at a moment. `clock` says by which clock one is written.
    pub(crate) fn new(
        event: &WrittenEvent,
        start: &Moment,
        mut clock: impl FnMut(&Moment) -> EventClock,
    ) -> Timing {
        let own = clock(start);
        let length = match &event.end {
            Some(Property {
                value: Some(lasts), ..
            }) => length(start, lasts, &own, clock),
            Some(Property { value: None, .. }) | None => Length::Open,
        };
        Timing {
            clock: own,
            first: start.local(),
            timed: start.time.is_some(),
            length,
        }
    }

    /// When the occurrence takes place that begins at this time of the event's own clock.
    pub(crate) fn when(&self, start: NaiveDateTime) -> When {
        self.when_lasting(start, self.length)
    }

    /// The same, for an occurrence with a length of its own.
    pub(crate) fn when_lasting(&self, start: NaiveDateTime, length: Length) -> When {
        let wall = self.clock.on_the_wall(start);
        let end = match length {
            Length::Open => None,
            Length::Own(length) => start
                .checked_add_signed(length)
                .map(|end| self.clock.on_the_wall(end)),
            Length::OnTheWall(length) => wall.checked_add_signed(length),
        };
        let midnight = |at: NaiveDateTime| at.time() == NaiveTime::MIN;
        let whole = |end: &NaiveDateTime| midnight(wall) && midnight(*end) && *end > wall;
        // Outlook writes whole days as midnight to midnight.
        if !self.timed || end.as_ref().is_some_and(whole) {
            return When {
                day: wall.date(),
                start: None,
                ends: whole_days(wall, end),
            };
        }
        let ends = match end {
            None => Ends::Open,
            Some(end) if end == wall => Ends::Open,
            // An hour that the clocks show twice can end before it begins on the wall alone.
            Some(end) if end < wall && length.is_forwards() => Ends::Open,
            Some(end) if end < wall => Ends::Backwards,
            Some(end) if end.date() == wall.date() => Ends::At(end.time()),
            Some(end) => Ends::Later(end.date()),
        };
        When {
            day: wall.date(),
            start: Some(wall.time()),
            ends,
        }
    }

    /// A moment on the event's own clock.
    pub(crate) fn own(&self, moment: &Moment, clock: &EventClock) -> NaiveDateTime {
        // Whole days and times of no zone are on whatever clock there is.
        if moment.zone == Zone::Floating || *clock == self.clock {
            return moment.local();
        }
        self.clock.shown_at(clock.universal(moment.local()))
    }
}

impl Length {
    fn is_forwards(self) -> bool {
        matches!(self, Length::Own(length) if length > TimeDelta::zero())
    }
}

/// The length of an occurrence by its start and end, of which `own` is the clock of the start.
pub(crate) fn length(
    start: &Moment,
    lasts: &Ending,
    own: &EventClock,
    mut clock: impl FnMut(&Moment) -> EventClock,
) -> Length {
    match lasts {
        Ending::After(length) => Length::Own(*length),
        Ending::At(end) => {
            let other = clock(end);
            if other == *own || start.time.is_none() || end.time.is_none() {
                Length::Own(end.local() - start.local())
            } else {
                Length::OnTheWall(other.on_the_wall(end.local()) - own.on_the_wall(start.local()))
            }
        }
    }
}

/// Whole days end before the day that the calendar gives as their end.
fn whole_days(start: NaiveDateTime, end: Option<NaiveDateTime>) -> Ends {
    let Some(end) = end else {
        return Ends::Open;
    };
    let last = if end.time() == NaiveTime::MIN {
        end.date().pred_opt()
    } else {
        Some(end.date())
    };
    match last {
        Some(last) if last > start.date() => Ends::Later(last),
        Some(_) if end < start => Ends::Backwards,
        Some(_) | None => Ends::Open,
    }
}
