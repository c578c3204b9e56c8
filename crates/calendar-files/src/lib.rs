#![doc = include_str!("../README.md")]
mod changes;
mod clocks;
mod components;
mod content_lines;
mod event;
mod exclusions;
mod expansion;
mod folds;
mod left_out;
pub mod limits;
mod occurrence;
mod occurrence_ids;
mod period;
mod problem;
mod property;
mod recurrence;
mod superseded;
mod this_and_future;
mod versions;
mod vtimezone;
mod written_event;
mod zone_names;

pub use event::Event;
pub use folds::mend_folds;
pub use left_out::LeftOutKind;
pub use occurrence::{Ends, Occurrence, When};
pub use period::Period;
pub use problem::{Problem, Unfinished};
pub use property::{Ending, Moment, Property, Zone};
pub use superseded::{EventVersion, Superseded, compare, identify};
pub use written_event::{UnreadableTime, XProperty};

use std::collections::BTreeMap;

use clocks::Zones;
use components::components;
use expansion::Expander;
use recurrence::RuleBudget;

/// What a file of calendars holds.
#[derive(Debug)]
pub struct CalendarFile {
    /// The events in force, in the order of the file.
    pub events: Vec<Event>,
    /// What begins and does not end: events first, each in the order of the file.
    pub unfinished: Vec<Property<Unfinished>>,
    /// How much is left out of the file, by kind.
    pub left_out: BTreeMap<LeftOutKind, usize>,
}

impl CalendarFile {
    /// Reads the text of a file: the occurrences in a period, less what other files that are read
    /// with it say better. Nothing where there is no calendar in it.
    pub fn read(
        text: &str,
        period: Period,
        elsewhere: Option<&Superseded>,
    ) -> Option<CalendarFile> {
        let mut found = components(text)?;
        let mut budget = RuleBudget::default();
        let mut zones = Zones::new(std::mem::take(&mut found.zones));
        let mut keyed = versions::newest(&mut found, |event, moment| {
            zones.universal(event.calendar, moment, &mut budget)
        });
        versions::complete_from_series(&mut keyed);
        if let Some(elsewhere) = elsewhere {
            elsewhere.apply_to(&mut keyed, &mut found.left_out);
        }
        versions::call_off_with_series(&mut keyed);
        let written: Vec<_> = keyed.into_iter().map(|keyed| keyed.event).collect();
        let mut expander = Expander::new(&mut zones, &mut budget, period);
        let mut expansions = expander.expand(&written, elsewhere);
        occurrence_ids::assign(&written, &mut expansions);
        let mut left_out = found.left_out;
        for (event, expansion) in written.iter().zip(&expansions) {
            left_out.add(LeftOutKind::Attendee, event.attendees);
            left_out.add(LeftOutKind::Description, usize::from(event.is_described));
            left_out.add(
                LeftOutKind::OutsidePeriod,
                usize::from(expansion.is_outside),
            );
        }
        let events = written.into_iter().zip(expansions);
        let damaged = found.damaged.iter().map(|line| (*line, Unfinished::Event));
        let cut_off = found.cut_off.iter();
        let cut_off = cut_off.map(|line| (*line, Unfinished::Calendar));
        Some(CalendarFile {
            events: events
                .map(|(event, more)| Event::new(event, more))
                .collect(),
            unfinished: damaged
                .chain(cut_off)
                .map(|(line, value)| Property { line, value })
                .collect(),
            left_out: left_out.finish(),
        })
    }
}
