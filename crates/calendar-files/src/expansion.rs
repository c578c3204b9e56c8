//! Which occurrences of which events are read.

use std::collections::BTreeMap;

use calcard::icalendar::ICalendarRecurrenceRule;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::changes::Changes;
use crate::clocks::{EventClock, Zones};
use crate::content_lines::ContentLine;
use crate::exclusions::Exclusions;
use crate::limits::{OCCURRENCES_OF_EVENT, OCCURRENCES_OF_FILE};
use crate::occurrence::{Length, Occurrence, Timing, When, length};
use crate::period::Period;
use crate::problem::{self, Problem};
use crate::property::{Further, Moment, Property, Zone, moment_of};
use crate::recurrence::{self, RuleBudget, RuleMoments};
use crate::superseded::Superseded;
use crate::this_and_future::{LaterChange, LaterChanges};
use crate::written_event::WrittenEvent;

/// The occurrences of one event that are read.
#[derive(Debug, Default)]
pub(crate) struct Expansion {
    pub(crate) occurrences: Vec<Occurrence>,
    pub(crate) problems: Vec<Property<Problem>>,
    /// Nothing explains the zone of its times.
    pub(crate) unknown_zone: Option<String>,
    /// It is a series that has no day in the period.
    pub(crate) is_outside: bool,
}

/// By its start: the length of an occurrence that has one of its own, and the line that says so.
type OwnLengths = BTreeMap<NaiveDateTime, (u32, Length)>;

/// Works out which occurrences are read of the events of a file.
pub(crate) struct Expander<'z> {
    pub(crate) zones: &'z mut Zones,
    pub(crate) budget: &'z mut RuleBudget,
    pub(crate) period: Period,
    /// How many occurrences may still be read of series.
    left: usize,
    /// Some were left out because there were more, which is said once.
    is_full: bool,
    /// Occurrences of series that changes made theirs, with the numbers of their events.
    handed_over: Vec<(usize, Occurrence)>,
}

impl<'z> Expander<'z> {
    pub(crate) fn new(zones: &'z mut Zones, budget: &'z mut RuleBudget, period: Period) -> Self {
        Expander {
            zones,
            budget,
            period,
            left: OCCURRENCES_OF_FILE,
            is_full: false,
            handed_over: Vec::new(),
        }
    }

    /// What is read of every event, by what this file and others say.
    pub(crate) fn expand(
        &mut self,
        events: &[WrittenEvent],
        elsewhere: Option<&Superseded>,
    ) -> Vec<Expansion> {
        let changes = Changes::new(events, elsewhere);
        let expand = |event| self.one(event, &changes);
        let mut expansions: Vec<Expansion> = events.iter().map(expand).collect();
        for (event, occurrence) in std::mem::take(&mut self.handed_over) {
            if let Some(into) = expansions.get_mut(event) {
                into.occurrences.push(occurrence);
            }
        }
        expansions
    }

    fn one(&mut self, event: &WrittenEvent, changes: &Changes<'_>) -> Expansion {
        let mut into = Expansion {
            problems: problem::of_itself(event, changes.reaches_later(event)),
            ..Expansion::default()
        };
        let start = event.start.as_ref().and_then(|one| one.value.as_ref());
        let Some(start) = start else {
            into.add(None, None);
            return into;
        };
        let timing = Timing::new(event, start, |at| self.clock(event.calendar, at));
        if timing.clock == EventClock::Unknown
            && let Zone::Named(zone) = &start.zone
        {
            into.unknown_zone = Some(zone.clone());
        }
        if event.instead_of.is_some() || !event.repeats() {
            let when = timing.when(timing.first);
            into.add(Some(when), self.moved_from(event, when));
        } else {
            self.series(event, &timing, changes, &mut into);
        }
        into
    }

    fn clock(&mut self, calendar: usize, at: &Moment) -> EventClock {
        self.zones.clock(calendar, at, self.budget)
    }

    /// The day on which a changed occurrence was to be, where that is another day.
    fn moved_from(&mut self, event: &WrittenEvent, when: When) -> Option<NaiveDate> {
        let before = event.instead_of.as_ref()?.value.as_ref()?;
        let clock = self.clock(event.calendar, before);
        let day = clock.on_the_wall(before.local()).date();
        (day != when.day).then_some(day)
    }

    fn series(
        &mut self,
        event: &WrittenEvent,
        timing: &Timing,
        changes: &Changes<'_>,
        into: &mut Expansion,
    ) {
        let (mut starts, own_lengths) = self.starts(event, timing, into);
        into.is_outside = starts.is_empty();
        let excluded = self.excluded(event, timing, changes.replaced(event), into);
        starts.retain(|start| !excluded.contains(*start));
        self.bound(event, &mut starts, into);
        let later = self.later_changes(timing, changes.later(event));
        for start in starts {
            if let Some(handed_over) = later.apply(start, timing) {
                self.handed_over.push(handed_over);
                continue;
            }
            match own_lengths.get(&start) {
                Some((line, length)) => into.occurrences.push(Occurrence {
                    when: Some(timing.when_lasting(start, *length)),
                    own_end: Some(*line),
                    ..Occurrence::default()
                }),
                None => into.add(Some(timing.when(start)), None),
            }
        }
    }

    /// The changes that are meant for all later occurrences of a series, too.
    fn later_changes(
        &mut self,
        timing: &Timing,
        changes: &[(usize, &WrittenEvent)],
    ) -> LaterChanges {
        let mut later = Vec::new();
        for (number, event) in changes {
            let (Some(from), Some(start)) = (&event.instead_of, &event.start) else {
                continue;
            };
            let (Some(from), Some(start)) = (&from.value, &start.value) else {
                continue;
            };
            let from = further_start(from, timing, &self.clock(event.calendar, from));
            let moved_to = timing.own(start, &self.clock(event.calendar, start));
            later.push(LaterChange {
                event: *number,
                from,
                shift: moved_to - from,
                timing: Timing::new(event, start, |at| self.clock(event.calendar, at)),
            });
        }
        LaterChanges::new(later)
    }

    /// The starts of a series in the period, on its own clock and in order, with the lengths of
    /// those that have one of their own, and the lines that say so.
    fn starts(
        &mut self,
        event: &WrittenEvent,
        timing: &Timing,
        into: &mut Expansion,
    ) -> (Vec<NaiveDateTime>, OwnLengths) {
        let mut starts = vec![timing.first];
        for rule in &event.rules {
            starts.extend(self.follow(rule, timing, into));
        }
        let mut own_lengths = OwnLengths::new();
        for Property { line, value } in &event.further {
            let Some(Further { start, end }) = value else {
                continue;
            };
            let clock = self.clock(event.calendar, start);
            let at = further_start(start, timing, &clock);
            starts.push(at);
            if let Some(end) = end {
                let length = length(start, end, &clock, |at| self.clock(event.calendar, at));
                own_lengths.insert(at, (*line, length));
            }
        }
        starts.sort_unstable();
        starts.dedup();
        let mut problems = into.problems.iter();
        let unreadable = problems.any(|one| one.value == Problem::UnreadableRule);
        starts.retain(|start| {
            let first_alone = unreadable && *start == timing.first;
            first_alone || self.period.contains(timing.when(*start).day)
        });
        (starts, own_lengths)
    }

    /// The occurrences of a series that do not take place, or not then.
    fn excluded(
        &mut self,
        event: &WrittenEvent,
        timing: &Timing,
        changed: &[(usize, &Moment)],
        into: &mut Expansion,
    ) -> Exclusions {
        let except = event.except.iter().filter_map(|one| one.value.as_ref());
        let except = except.map(|moment| (event.calendar, moment));
        let mut excluded = Exclusions::default();
        for (calendar, moment) in except.chain(changed.iter().copied()) {
            excluded.add(moment, timing, &self.clock(calendar, moment));
        }
        for rule in &event.except_rules {
            excluded.add_all(self.left_out(rule, timing, into));
        }
        excluded.sort();
        excluded
    }

    /// Leaves out the later of too many occurrences.
    fn bound(
        &mut self,
        event: &WrittenEvent,
        starts: &mut Vec<NaiveDateTime>,
        into: &mut Expansion,
    ) {
        let line = event.rules.first().map_or(event.line, |rule| rule.line);
        if starts.len() > OCCURRENCES_OF_EVENT {
            starts.truncate(OCCURRENCES_OF_EVENT);
            into.problem(line, Problem::TooManyOccurrences);
        }
        if starts.len() > self.left {
            starts.truncate(self.left);
            if !self.is_full {
                into.problem(line, Problem::TooManyInFile);
            }
            self.is_full = true;
        }
        self.left -= starts.len();
    }

    /// The moments of one rule.
    fn follow(
        &mut self,
        written: &Property<String>,
        timing: &Timing,
        into: &mut Expansion,
    ) -> Vec<NaiveDateTime> {
        if self.budget.is_spent() {
            into.problem(written.line, Problem::TooManyRules);
            return Vec::new();
        }
        let followed = self.try_to_follow(written, timing);
        let Some((moments, endless)) = followed else {
            into.problem(written.line, Problem::UnreadableRule);
            return Vec::new();
        };
        if moments.cut {
            into.problem(written.line, Problem::TooManyOccurrences);
        }
        if let Some(day) = endless {
            into.problem(written.line, Problem::Endless(day));
        }
        moments.all
    }

    /// The moments that a rule leaves out.
    fn left_out(
        &mut self,
        written: &Property<String>,
        timing: &Timing,
        into: &mut Expansion,
    ) -> Vec<NaiveDateTime> {
        let followed = if self.budget.is_spent() {
            None
        } else {
            self.try_to_follow(written, timing)
        };
        let Some((mut moments, _)) = followed else {
            into.problem(written.line, Problem::UnreadableExrule);
            return Vec::new();
        };
        if moments.is_first_extra {
            moments.all.retain(|at| *at != timing.first);
        }
        moments.all
    }

    /// The moments of a rule, and the day up to which it was followed where it has no end and
    /// nobody asked for one.
    fn try_to_follow(
        &mut self,
        written: &Property<String>,
        timing: &Timing,
    ) -> Option<(RuleMoments, Option<NaiveDate>)> {
        let rule = recurrence::rule(&ContentLine {
            number: written.line,
            text: written.value.as_str().into(),
        })?;
        let end = match &rule.until {
            Some(_) => Some(end_of(&rule, timing)?),
            None => None,
        };
        let horizon = self.period.horizon(timing.first.date());
        let until = horizon.and_time(NaiveTime::from_hms_opt(23, 59, 59)?);
        // The event's own clock may be a day behind or ahead of ours.
        let beyond = until + chrono::TimeDelta::days(1);
        let until = end.map_or(beyond, |end| end.min(beyond));
        let moments = recurrence::moments(&rule, timing.first, until, self.budget)?;
        let goes_on = until == beyond
            && rule
                .count
                .is_none_or(|count| moments.all.len() < usize::try_from(count).unwrap_or(0));
        let endless = (goes_on && self.period.until.is_none()).then_some(horizon);
        Some((moments, endless))
    }
}

impl Expansion {
    fn problem(&mut self, line: u32, value: Problem) {
        self.problems.push(Property { line, value });
    }

    fn add(&mut self, when: Option<When>, moved_from: Option<NaiveDate>) {
        self.occurrences.push(Occurrence {
            when,
            moved_from,
            ..Occurrence::default()
        });
    }
}

/// The last moment of a rule on the event's own clock; a day counts to its end.
fn end_of(rule: &ICalendarRecurrenceRule, timing: &Timing) -> Option<NaiveDateTime> {
    let end = moment_of(rule.until.as_ref()?, None)?;
    if end.time.is_none() {
        return end.day.and_hms_opt(23, 59, 59);
    }
    Some(match end.zone {
        Zone::Universal => timing.clock.shown_at(end.local()),
        Zone::Floating | Zone::Named(_) => end.local(),
    })
}

/// A further day takes the time of day of the series.
fn further_start(moment: &Moment, timing: &Timing, clock: &EventClock) -> NaiveDateTime {
    match moment.time {
        None => moment.day.and_time(timing.first.time()),
        Some(_) => timing.own(moment, clock),
    }
}
