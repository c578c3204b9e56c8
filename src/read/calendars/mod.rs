//! Reads calendars as Outlook, Google Calendar, Apple's programs and websites write them: every
//! occurrence of an entry is a record. Of the people who are invited nothing is read but how many
//! there are.

mod across;
mod components;
mod event;
mod evidence;
mod given;
mod gone;
mod lines;
mod marks;
mod observances;
mod occurrence;
mod page;
mod plan;
mod problems;
mod property;
mod record;
mod series;
#[cfg(test)]
mod tests;
mod versions;
mod zones;

use std::collections::BTreeSet;

use super::item::{Contents, Item, Job, Scan, Take};
pub(crate) use across::{Across, Known, Others, known};
use components::{Components, components};
use event::Event;
use evidence::Names;
use located::diagnostic::Diagnostic;
use located::source::{Span, Transcript};
use page::Page;
use plan::{Plan, Planner};
use record::{Maker, about};
use series::Budget;
use zones::Zones;

/// More is not written out of one file, in bytes: repeated entries could fill any memory.
const MOST_WRITTEN: usize = 128 << 20;

/// Reads a calendar and hands over its records.
pub(crate) fn scan(job: &Job<'_>, text: &str, take: &mut Take<'_>) -> Scan {
    let Some(mut found) = components(text) else {
        let fault = job
            .fault("not-a-calendar", "this file is not a calendar")
            .help("a calendar begins with `BEGIN:VCALENDAR`; export it again from its program");
        return Scan {
            faults: vec![fault],
            lost: true,
            ..Scan::of(Contents::Transcript(Transcript::default()))
        };
    };
    let mut budget = Budget::default();
    let mut zones = Zones::of(&mut found);
    let events = versions::in_force(&mut found, job.others, |event, moment| {
        zones.universal(event.calendar, moment, &mut budget)
    });
    let plans = Planner::new(&mut zones, &mut budget, job.period).plans(&events, job.others);
    count(&mut found, &events, &plans);
    let mut writing = Writing {
        job,
        page: Page::new(job),
        names: Names::new(job),
        faults: Vec::new(),
        lost: !found.damaged.is_empty() || !found.cut_off.is_empty(),
    };
    for line in &found.damaged {
        let place = writing.begin("an entry that does not end", *line, "VEVENT");
        writing.faults.push(problems::entry_without_end(place));
    }
    for line in &found.cut_off {
        let place = writing.begin("a calendar that does not end", *line, "VCALENDAR");
        writing.faults.push(problems::calendar_without_end(place));
    }
    writing.all(&events, &plans, take);
    if events.is_empty() && writing.faults.is_empty() && !job.is_read_elsewhere() {
        let fault = job.fault("no-record", "there is no record in this file");
        writing.faults.push(fault.warning());
    }
    Scan {
        faults: writing.faults,
        lost: writing.lost,
        passed_over: found
            .passed_over
            .iter()
            .map(|(what, count)| ((*what).to_owned(), *count))
            .collect(),
        ..Scan::of(Contents::Transcript(writing.page.finish()))
    }
}

/// Counts what is left out of the entries that are read.
fn count(found: &mut Components, events: &[Event], plans: &[Plan]) {
    let invited = events.iter().map(|event| event.invited).sum();
    let described = events.iter().filter(|event| event.is_described).count();
    let outside = plans.iter().filter(|plan| plan.outside).count();
    found.pass_over("people invited in calendars, who are not read", invited);
    found.pass_over("descriptions in calendars, which are not read", described);
    found.pass_over("series in calendars with no day in the period", outside);
}

struct Writing<'j> {
    job: &'j Job<'j>,
    page: Page<'j>,
    names: Names,
    faults: Vec<Diagnostic>,
    lost: bool,
}

impl Writing<'_> {
    /// The place where something begins that does not end.
    fn begin(&mut self, what: &str, line: u32, kind: &str) -> Span {
        self.page.begin(what.to_owned());
        self.page.line(line, "BEGIN", kind).value
    }

    fn all(&mut self, events: &[Event], plans: &[Plan], take: &mut Take<'_>) {
        for (event, plan) in events.iter().zip(plans) {
            if self.page.text().len() > MOST_WRITTEN {
                let message = "this calendar is too large; the later part of it was not read";
                self.faults
                    .push(self.job.fault("too-large", message).help("split it"));
                self.lost = true;
                return;
            }
            self.one(event, plan, take);
        }
    }

    /// Writes the occurrences of an entry. What is wrong with all of them is said once.
    fn one(&mut self, event: &Event, plan: &Plan, take: &mut Take<'_>) {
        let mut said = BTreeSet::new();
        for (at, occurrence) in plan.occurrences.iter().enumerate() {
            let maker = Maker::new(&mut self.page, &self.names, event, plan);
            let notice_from = self.job.intake.notice_from;
            let (node, beside, mut faults) = maker.make(occurrence, notice_from, at == 0);
            let item = Item {
                beside,
                ..Item::new(&node, occurrence.mark.clone(), self.page.text())
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
        self.problems(event, plan);
    }

    /// What is wrong with an entry as a whole stands behind its last occurrence.
    fn problems(&mut self, event: &Event, plan: &Plan) {
        if plan.occurrences.is_empty() && !plan.problems.is_empty() {
            self.page.begin(about(event.title.as_ref(), None));
        }
        for (line, problem) in &plan.problems {
            let written = self.page.line(*line, problem.heading(), "");
            self.faults.push(problem.fault(written.heading));
            self.lost = self.lost || problem.loses();
        }
    }
}
