//! Makes records of calendars: every occurrence of an event is one. Of the people who are invited
//! nothing is read but how many there are.

mod called;
mod field_names;
mod messages;
mod page;
mod record;
#[cfg(test)]
mod tests;
mod x_properties;

use crate::fields::KeptAs;
use std::collections::{BTreeMap, BTreeSet};

use calendar_files::{CalendarFile, Event, LeftOutKind, Property};

use super::calendar_entries::{Beside, CalendarEntry, is_kind};
use super::item::{Contents, Item, Job, Scan, Take};
use crate::record::Unsearched;
use field_names::{FieldNames, PropertyMeaning};
use located::diagnostic::Diagnostic;
use located::source::Transcript;
use page::CalendarPage;
use record::{RecordMaker, about};

/// More is not written out of one file, in bytes: repeated events could fill any memory.
const MOST_WRITTEN: usize = 128 << 20;

/// Reads a calendar and hands over its records.
pub(crate) fn scan(job: &Job<'_>, text: &str, take: &mut Take<'_>) -> Scan {
    let Some(file) = CalendarFile::read(text, job.settings.period, job.superseded) else {
        return Scan {
            faults: vec![messages::not_a_calendar(job)],
            lost: true,
            ..Scan::of(Contents::Transcript(Transcript::default()))
        };
    };
    let mut writing = Writing {
        job,
        page: CalendarPage::new(job.id),
        names: FieldNames::new(&job.settings.words),
        faults: Vec::new(),
        lost: !file.unfinished.is_empty(),
        passed_over: BTreeMap::new(),
    };
    for one in &file.unfinished {
        writing.unfinished(one);
    }
    writing.all(&file.events, take);
    if file.events.is_empty() && writing.faults.is_empty() && !job.is_read_elsewhere() {
        writing.faults.push(job.no_record());
    }
    // What is passed over is not written down either, and may be about somebody.
    let names_nobody = |what| matches!(what, LeftOutKind::FreeBusy);
    let is_unsearched =
        !writing.passed_over.is_empty() || file.left_out.keys().any(|what| !names_nobody(*what));
    let left_out = file.left_out.into_iter();
    let left_out = left_out.map(|(what, count)| (messages::left_out(what), count));
    let mut passed_over = writing.passed_over;
    for (what, count) in left_out {
        *passed_over.entry(what).or_default() += count;
    }
    let passed_over = passed_over.into_iter();
    Scan {
        faults: writing.faults,
        lost: writing.lost,
        unsearched: is_unsearched.then_some(Unsearched::Calendar),
        passed_over: passed_over
            .map(|(what, count)| (what.to_owned(), count))
            .collect(),
        ..Scan::of(Contents::Transcript(writing.page.finish()))
    }
}

struct Writing<'j> {
    job: &'j Job<'j>,
    page: CalendarPage,
    names: FieldNames,
    faults: Vec<Diagnostic>,
    lost: bool,
    /// How many entries are no engagements, by why.
    passed_over: BTreeMap<&'static str, usize>,
}

impl Writing<'_> {
    /// Something begins and does not end.
    fn unfinished(&mut self, one: &Property<calendar_files::Unfinished>) {
        let (about, component) = messages::unfinished_component(one.value);
        self.page.begin(about.to_owned());
        let place = self.page.line(one.line, "BEGIN", component).value;
        self.faults.push(messages::unfinished(one.value, place));
    }

    fn all(&mut self, events: &[Event], take: &mut Take<'_>) {
        for event in events {
            if self.page.text().len() > MOST_WRITTEN {
                let message = "this calendar is too large; the later part of it was not read";
                self.faults
                    .push(self.job.fault("too-large", message).help("split it"));
                self.lost = true;
                return;
            }
            self.one(event, take);
        }
    }

    /// Writes the occurrences of an event. What is wrong with all of them is said once.
    fn one(&mut self, event: &Event, take: &mut Take<'_>) {
        if let Some(why) = entry(event, &self.names).why_passed_over() {
            *self.passed_over.entry(why).or_default() += 1;
            return;
        }
        let mut said = BTreeSet::new();
        for (at, occurrence) in event.occurrences.iter().enumerate() {
            let maker = RecordMaker::new(&mut self.page, &self.names, event);
            let notice_from = self.job.imports.notice_from;
            let (node, beside, mut faults) = maker.make(occurrence, notice_from, at == 0);
            let item = Item {
                beside,
                kept_as: Some(KeptAs::Entry),
                ..Item::new(&node, occurrence.id.clone(), self.page.text())
            };
            if !take(item, &mut faults) {
                self.lost = true;
            }
            faults.retain(|fault| said.insert((fault.code, fault.message.clone())));
            self.faults.append(&mut faults);
            if self.page.text().len() > MOST_WRITTEN {
                break;
            }
        }
        self.problems(event);
    }

    /// What is wrong with an event as a whole stands behind its last occurrence.
    fn problems(&mut self, event: &Event) {
        if event.occurrences.is_empty() && !event.problems.is_empty() {
            self.page.begin(about(event.summary.as_ref(), None));
        }
        for Property { line, value } in &event.problems {
            let written = self.page.line(*line, messages::property_of(*value), "");
            self.faults
                .push(messages::of_problem(*value, written.heading));
            self.lost = self.lost || value.loses_something();
        }
    }
}

/// What an event says of itself as an entry.
fn entry<'e>(event: &'e Event, names: &FieldNames) -> CalendarEntry<'e> {
    let mut properties = event.x_properties.iter();
    let has_field =
        properties.any(|one| matches!(names.find(&one.name), PropertyMeaning::Field(_)));
    let mut categories = event.categories.iter();
    let has_kind = categories.any(|one| is_kind(&one.value));
    CalendarEntry {
        title: event.summary.as_ref().map_or("", |title| &title.value),
        is_private: event.is_private,
        is_of_whole_days: event.is_of_whole_days(),
        beside: Beside::most([
            (
                Beside::Something,
                !event.categories.is_empty() || !event.x_properties.is_empty(),
            ),
            (Beside::Place, event.location.is_some()),
            (Beside::Invited, event.attendees > 0),
            (Beside::WhatItIs, has_field || has_kind),
        ]),
    }
}
