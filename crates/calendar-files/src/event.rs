//! What is given of an event.

use chrono::NaiveDate;

use crate::clocks::EventClock;
use crate::expansion::Expansion;
use crate::occurrence::Occurrence;
use crate::problem::Problem;
use crate::property::{Ending, Moment, Property, Zone};
use crate::written_event::{UnreadableTime, WrittenEvent, XProperty};

/// An event of a calendar, as it is written, with its occurrences by the clock in the United
/// Kingdom. Where a property is there twice, the first one counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// Its title (`SUMMARY`), on one line. An event that stands for one occurrence of a series has
    /// that of the series if it has none.
    pub summary: Option<Property<String>>,
    /// When it begins (`DTSTART`); nothing in it where that cannot be read.
    pub start: Option<Property<Option<Moment>>>,
    /// When it ends (`DTEND`, `DURATION`); nothing in it where that cannot be read.
    pub end: Option<Property<Option<Ending>>>,
    /// The occurrence of a series that it takes the place of (`RECURRENCE-ID`); nothing in it where
    /// that cannot be read.
    pub recurrence_id: Option<Property<Option<Moment>>>,
    /// Whether it is marked as private or confidential (`CLASS`).
    pub is_private: bool,
    /// The line on which it, its series or its calendar says that it is called off, or on which it
    /// begins where another file says so.
    pub cancelled: Option<u32>,
    /// Its categories, one by one.
    pub categories: Vec<Property<String>>,
    /// Its place (`LOCATION`), on one line.
    pub location: Option<Property<String>>,
    /// The name of the first property that says that there is a meeting on the screen.
    pub conference: Option<Property<&'static str>>,
    /// The day on which it was made (`CREATED`), if that can be read.
    pub created: Option<Property<NaiveDate>>,
    /// The day on which this version was written (`DTSTAMP`), if that can be read.
    pub stamped: Option<Property<NaiveDate>>,
    /// Its `X-` properties but those of calendar programs.
    pub x_properties: Vec<XProperty>,
    /// What is written for a start or end that cannot be read.
    pub unreadable: Vec<UnreadableTime>,
    /// How many people are invited.
    pub attendees: usize,
    /// The name of the zone of its times, where nothing explains it. The times are as written then.
    pub unknown_zone: Option<String>,
    /// Its occurrences in the period, in order; the one it has where it is not repeated, whenever
    /// that is.
    pub occurrences: Vec<Occurrence>,
    /// What is wrong with it, with the lines that show it.
    pub problems: Vec<Property<Problem>>,
}

impl Event {
    pub(crate) fn new(written: WrittenEvent, expansion: Expansion) -> Event {
        Event {
            line: written.line,
            summary: written.summary,
            start: written.start,
            end: written.end,
            recurrence_id: written.instead_of,
            is_private: written.is_private,
            cancelled: written.cancelled,
            categories: written.categories,
            location: written.location,
            conference: written.conference,
            created: day_here(written.created),
            stamped: day_here(written.stamped),
            x_properties: written.x_properties,
            unreadable: written.unreadable,
            attendees: written.attendees,
            unknown_zone: expansion.unknown_zone,
            occurrences: expansion.occurrences,
            problems: expansion.problems,
        }
    }

    /// Whether it is made of whole days: midnight to midnight as well, as Outlook writes them.
    pub fn is_of_whole_days(&self) -> bool {
        let mut all = self.occurrences.iter().filter_map(|one| one.when);
        all.any(|when| when.start.is_none())
    }
}

/// The day of a moment in the United Kingdom.
fn day_here(written: Option<Property<Option<Moment>>>) -> Option<Property<NaiveDate>> {
    let Property { line, value } = written?;
    let moment = value?;
    let value = match moment.zone {
        Zone::Universal => EventClock::Wall.shown_at(moment.local()).date(),
        Zone::Floating | Zone::Named(_) => moment.day,
    };
    Some(Property { line, value })
}
