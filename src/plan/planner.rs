//! A proposed engagement at one time or another, judged by the rules that judge it afterwards.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveTime};

use super::day::{AtSchool, Neighbour, NotWorking, at_schools, neighbours, not_working};
use crate::audit::alone;
use crate::charter::{Charter, Clause};
use crate::rules::{Rule, Ruling, Verdict};
use engagement_records::fields::Field;
use engagement_records::record::{Audience, Engagement};
use located::source::Spanned;
use working_days::Window;

/// No event goes on for so many days; one that says so is on its first ones.
const LONGEST_EVENT: usize = 31;

/// So many days ahead a day is looked for on which nothing is too late.
const FURTHEST: u64 = 366;

/// When an engagement might be held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The day.
    pub day: NaiveDate,
    /// When it begins, local time.
    pub start: Option<NaiveTime>,
    /// When it ends, local time.
    pub end: Option<NaiveTime>,
}

/// What can no longer be done in time.
#[derive(Debug, Clone)]
pub struct TooLate<'a> {
    /// The promise.
    pub clause: &'a Clause,
    /// The last day, where there was one.
    pub last: Option<NaiveDate>,
    /// What was to be done by then.
    pub to_do: Option<&'static str>,
}

/// What is to be done, and can be.
#[derive(Debug, Clone)]
pub struct StillToDo<'a> {
    /// The promise.
    pub clause: &'a Clause,
    /// The last day on which it is in time.
    pub last: NaiveDate,
    /// What is to be done by then.
    pub to_do: &'static str,
}

/// What there is to say of one time.
#[derive(Debug, Clone)]
pub struct Choice<'a> {
    /// The time.
    pub slot: Slot,
    /// What can no longer be done in time for it.
    pub too_late: Vec<TooLate<'a>>,
    /// What it clashes with, by the promises that speak of times.
    pub clashes: Vec<String>,
    /// What it may clash with, and why nobody can say.
    pub doubts: Vec<String>,
    /// What else is held that day for the same people, or by them.
    pub neighbours: Vec<Neighbour<'a>>,
    /// Why the organisations do not work that day.
    pub not_working: Option<NotWorking>,
    /// What the day is at the schools.
    pub at_schools: Vec<AtSchool>,
    /// Whether it lies outside the hours that suit parents best.
    pub is_outside_preferred: bool,
    /// What is still to be done for it, in the order of the charter.
    pub still_to_do: Vec<StillToDo<'a>>,
}

/// What a proposed engagement is judged by.
pub struct Planner<'a> {
    pub(super) charter: &'a Charter,
    record: &'a Engagement,
    as_of: NaiveDate,
    /// The clauses whose rules look at its times, by their places in the charter.
    timed: BTreeSet<usize>,
    /// All other engagements that are held on a day.
    others: BTreeMap<NaiveDate, Vec<&'a Engagement>>,
}

impl<'a> Planner<'a> {
    /// For one engagement among others, which may have it among them. `as_of` is today.
    pub fn new(
        charter: &'a Charter,
        record: &'a Engagement,
        others: &'a [Engagement],
        as_of: NaiveDate,
    ) -> Self {
        let clauses = charter.clauses.iter().enumerate();
        let timed = clauses.filter(|(_, clause)| {
            let fields = clause.judged.rule().map(Rule::fields);
            let mut fields = fields.into_iter().flatten();
            fields.any(|field| field == "start" || field == "end")
        });
        Planner {
            charter,
            record,
            as_of,
            timed: timed.map(|(at, _)| at).collect(),
            others: by_day(others.iter().filter(|other| other.span != record.span)),
        }
    }

    /// Today.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// When the record itself says that it is held; nothing for a survey, or without a day.
    pub fn proposed(&self) -> Option<Slot> {
        let day = self
            .record
            .date
            .get()
            .filter(|_| !self.record.is_open_period())?;
        Some(Slot {
            day: *day,
            start: self.record.start.get().copied(),
            end: self.record.end.get().copied(),
        })
    }

    /// What there is to say of a time.
    pub fn judged(&self, slot: Slot) -> Choice<'a> {
        self.at(slot, &self.of_day(slot.day))
    }

    /// What the promises say that hang on nothing but the day.
    pub(super) fn of_day(&self, day: NaiveDate) -> Vec<(&'a Clause, Ruling)> {
        let record = self.moved_to(Slot {
            day,
            start: None,
            end: None,
        });
        let is_by_day = |at| !self.timed.contains(&at);
        alone(self.charter, &record, self.as_of, is_by_day)
    }

    /// The same with what hangs on the hour.
    pub(super) fn at(&self, slot: Slot, of_day: &[(&'a Clause, Ruling)]) -> Choice<'a> {
        let record = self.moved_to(slot);
        let (mut clashes, mut doubts) = (Vec::new(), Vec::new());
        // On the day itself it is settled whether a time suits.
        let then = slot.day.max(self.as_of);
        for (_, ruling) in alone(self.charter, &record, then, |at| self.timed.contains(&at)) {
            match ruling.verdict {
                Verdict::NotKept => clashes.push(ruling.evidence.to_string()),
                Verdict::NoEvidence => doubts.push(ruling.evidence.to_string()),
                Verdict::Explained
                | Verdict::StillToCome
                | Verdict::Kept
                | Verdict::DoesNotApply => {}
            }
        }
        let here = self.others.get(&slot.day).map_or(&[][..], Vec::as_slice);
        Choice {
            slot,
            too_late: of_day.iter().filter_map(too_late).collect(),
            clashes,
            doubts,
            neighbours: neighbours(&record, here),
            not_working: not_working(self.charter, slot.day),
            at_schools: at_schools(self.charter, &record, slot.day),
            is_outside_preferred: self.is_outside_preferred(slot),
            still_to_do: of_day.iter().filter_map(still_to_do).collect(),
        }
    }

    /// The first day from the proposed one on for which nothing is too late.
    pub fn first_in_time(&self, from: NaiveDate) -> Option<NaiveDate> {
        let ahead = (0..FURTHEST).filter_map(|days| from.checked_add_days(Days::new(days)));
        let mut working = ahead.filter(|day| not_working(self.charter, *day).is_none());
        working.find(|day| {
            !self
                .of_day(*day)
                .iter()
                .any(|said| too_late(said).is_some())
        })
    }

    /// Whether it is for parents, as far as anybody says.
    fn is_for_parents(&self) -> bool {
        let groups = self
            .record
            .audience
            .get()
            .filter(|groups| !groups.is_empty());
        groups.is_none_or(|groups| groups.iter().any(|group| group.value == Audience::Parents))
    }

    fn is_outside_preferred(&self, slot: Slot) -> bool {
        let preferred = self.charter.calendar.school_day.preferred;
        let window = slot.start.zip(slot.end);
        let window = window.map(|(from, to)| Window { from, to });
        self.is_for_parents() && window.is_some_and(|window| !preferred.holds(window))
    }

    fn moved_to(&self, slot: Slot) -> Engagement {
        let mut record = self.record.clone();
        let span = record.span;
        record.date = Field::Present(Spanned {
            value: slot.day,
            span,
        });
        let time = |time: Option<NaiveTime>| match time {
            Some(value) => Field::Present(Spanned { value, span }),
            None => Field::Absent,
        };
        record.start = time(slot.start);
        record.end = time(slot.end);
        record
    }
}

fn by_day<'a>(
    others: impl Iterator<Item = &'a Engagement>,
) -> BTreeMap<NaiveDate, Vec<&'a Engagement>> {
    let mut by_day: BTreeMap<NaiveDate, Vec<&Engagement>> = BTreeMap::new();
    for other in others.filter(|other| other.counts() && !other.is_open_period()) {
        let Some(first) = other.date.get().copied() else {
            continue;
        };
        let last = other.last_day.get().copied().unwrap_or(first).max(first);
        let days = first.iter_days().take(LONGEST_EVENT);
        for day in days.take_while(|day| *day <= last) {
            by_day.entry(day).or_default().push(other);
        }
    }
    by_day
}

fn too_late<'a>((clause, ruling): &(&'a Clause, Ruling)) -> Option<TooLate<'a>> {
    let is_lost = ruling.verdict == Verdict::NotKept || ruling.late_until.is_some();
    is_lost.then_some(TooLate {
        clause,
        last: ruling.due,
        to_do: ruling.to_do,
    })
}

fn still_to_do<'a>((clause, ruling): &(&'a Clause, Ruling)) -> Option<StillToDo<'a>> {
    let (to_do, last) = ruling.to_do.zip(ruling.due)?;
    (ruling.verdict == Verdict::StillToCome).then_some(StillToDo {
        clause,
        last,
        to_do,
    })
}
