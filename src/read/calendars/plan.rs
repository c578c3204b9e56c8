//! Which occurrences of which entries are read, and by which name each is known.

use std::collections::BTreeMap;

use calcard::icalendar::ICalendarRecurrenceRule;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::across::Others;
use super::event::Event;
use super::gone::Gone;
use super::lines::Line;
use super::marks;
use super::occurrence::{Timing, When};
use super::problems::{self, MOST_OF_FILE, MOST_OF_ONE, Problem};
use super::property::{Moment, Said, Zone, moment_of};
use super::series::{self, Budget, Moments};
use super::zones::{Clock, Zones};
use crate::read::Period;

/// One occurrence of an entry.
#[derive(Debug, Clone)]
pub(super) struct Occurrence {
    /// Nothing where the day of the entry cannot be read.
    pub(super) when: Option<When>,
    /// The day on which it was to be in its series, where that is another.
    pub(super) moved_from: Option<NaiveDate>,
    /// What tells it apart in its file; nothing where it is the only one.
    pub(super) mark: Option<String>,
}

/// What is read of an entry.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) occurrences: Vec<Occurrence>,
    pub(super) problems: Vec<(u32, Problem)>,
    /// Nothing explains the zone of its times.
    pub(super) unknown_zone: Option<String>,
    /// It is a series that has no day in the period.
    pub(super) outside: bool,
}

/// Plans what is read of the entries of a file.
pub(super) struct Planner<'z> {
    pub(super) zones: &'z mut Zones,
    pub(super) budget: &'z mut Budget,
    pub(super) period: Period,
    /// How many occurrences may still be read of series.
    left: usize,
    /// Some were left out because there were more, which is said once.
    is_full: bool,
}

impl<'z> Planner<'z> {
    pub(super) fn new(zones: &'z mut Zones, budget: &'z mut Budget, period: Period) -> Self {
        Planner {
            zones,
            budget,
            period,
            left: MOST_OF_FILE,
            is_full: false,
        }
    }

    /// What is read of every entry, by what this file and others say.
    pub(super) fn plans(&mut self, events: &[Event], others: Option<&Others>) -> Vec<Plan> {
        let changed = changed(events, others);
        let none = Vec::new();
        let mut plans: Vec<Plan> = events
            .iter()
            .map(|event| {
                let changed = event.uid.as_ref().and_then(|uid| changed.get(uid.as_str()));
                self.plan(event, changed.unwrap_or(&none))
            })
            .collect();
        marks::name(events, &mut plans);
        plans
    }

    fn plan(&mut self, event: &Event, changed: &[(usize, &Moment)]) -> Plan {
        let mut plan = Plan {
            occurrences: Vec::new(),
            problems: problems::of_itself(event),
            unknown_zone: None,
            outside: false,
        };
        let start = event.start.as_ref().and_then(|said| said.value.as_ref());
        let Some(start) = start else {
            plan.add(None, None);
            return plan;
        };
        let timing = Timing::new(event, start, |at| self.clock(event.calendar, at));
        if timing.clock == Clock::Unknown
            && let Zone::Named(zone) = &start.zone
        {
            plan.unknown_zone = Some(zone.clone());
        }
        if event.instead_of.is_some() || !event.repeats() {
            let when = timing.when(timing.first);
            plan.add(Some(when), self.moved_from(event, when));
        } else {
            self.series(event, &timing, changed, &mut plan);
        }
        plan
    }

    fn clock(&mut self, calendar: usize, at: &Moment) -> Clock {
        self.zones.clock(calendar, at, self.budget)
    }

    /// The day on which a changed occurrence was to be, where that is another day.
    fn moved_from(&mut self, event: &Event, when: When) -> Option<NaiveDate> {
        let before = event.instead_of.as_ref()?.value.as_ref()?;
        let clock = self.clock(event.calendar, before);
        let day = clock.on_the_wall(before.local()).date();
        (day != when.day).then_some(day)
    }

    fn series(
        &mut self,
        event: &Event,
        timing: &Timing,
        changed: &[(usize, &Moment)],
        plan: &mut Plan,
    ) {
        let mut starts = vec![timing.first];
        for rule in &event.rules {
            starts.extend(self.follow(rule, timing, plan));
        }
        for further in &event.further {
            if let Some(moment) = &further.value {
                let clock = self.clock(event.calendar, moment);
                starts.push(further_start(moment, timing, &clock));
            }
        }
        starts.sort_unstable();
        starts.dedup();
        let unreadable = plan.problems.iter().any(|(_, one)| *one == Problem::Rule);
        starts.retain(|start| {
            let first_alone = unreadable && *start == timing.first;
            first_alone || self.is_in_period(timing.when(*start).day)
        });
        plan.outside = starts.is_empty();
        let except = event.except.iter().filter_map(|said| said.value.as_ref());
        let except = except.map(|moment| (event.calendar, moment));
        let mut gone = Gone::default();
        for (calendar, moment) in except.chain(changed.iter().copied()) {
            gone.add(moment, timing, &self.clock(calendar, moment));
        }
        gone.sort();
        starts.retain(|start| !gone.contains(*start));
        let line = event.rules.first().map_or(event.line, |rule| rule.line);
        if starts.len() > MOST_OF_ONE {
            starts.truncate(MOST_OF_ONE);
            plan.problems.push((line, Problem::TooMany));
        }
        if starts.len() > self.left {
            starts.truncate(self.left);
            if !self.is_full {
                plan.problems.push((line, Problem::Full));
            }
            self.is_full = true;
        }
        self.left -= starts.len();
        for start in starts {
            plan.add(Some(timing.when(start)), None);
        }
    }

    /// The moments of one rule.
    fn follow(
        &mut self,
        written: &Said<String>,
        timing: &Timing,
        plan: &mut Plan,
    ) -> Vec<NaiveDateTime> {
        if self.budget.is_spent() {
            plan.problems.push((written.line, Problem::ManyRules));
            return Vec::new();
        }
        let followed = self.try_to_follow(written, timing);
        let Some((moments, endless)) = followed else {
            plan.problems.push((written.line, Problem::Rule));
            return Vec::new();
        };
        if moments.cut {
            plan.problems.push((written.line, Problem::TooMany));
        }
        if let Some(day) = endless {
            plan.problems.push((written.line, Problem::Endless(day)));
        }
        moments.all
    }

    /// The moments of a rule, and the day up to which it was followed where it has no end and
    /// nobody asked for one.
    fn try_to_follow(
        &mut self,
        written: &Said<String>,
        timing: &Timing,
    ) -> Option<(Moments, Option<NaiveDate>)> {
        let rule = series::rule(&Line {
            number: written.line,
            text: written.value.as_str().into(),
        })?;
        let end = match &rule.until {
            Some(_) => Some(end_of(&rule, timing)?),
            None => None,
        };
        let horizon = self.horizon(timing.first);
        let until = horizon.and_time(NaiveTime::from_hms_opt(23, 59, 59)?);
        // The entry's own clock may be a day behind or ahead of ours.
        let beyond = until + chrono::TimeDelta::days(1);
        let until = end.map_or(beyond, |end| end.min(beyond));
        let moments = series::moments(&rule, timing.first, until, self.budget)?;
        let goes_on = until == beyond
            && rule
                .count
                .is_none_or(|count| moments.all.len() < usize::try_from(count).unwrap_or(0));
        let endless = (goes_on && self.period.until.is_none()).then_some(horizon);
        Some((moments, endless))
    }

    /// The last day on which occurrences are read: that of the period, or else two years after
    /// the series or the period begins.
    fn horizon(&self, first: NaiveDateTime) -> NaiveDate {
        self.period.until.unwrap_or_else(|| {
            let from = self
                .period
                .since
                .map_or(first.date(), |since| since.max(first.date()));
            from.checked_add_months(chrono::Months::new(24))
                .unwrap_or(from)
        })
    }

    fn is_in_period(&self, day: NaiveDate) -> bool {
        let Period { since, until } = self.period;
        let last = until.unwrap_or(NaiveDate::MAX);
        since.is_none_or(|since| since <= day) && day <= last
    }
}

impl Plan {
    fn add(&mut self, when: Option<When>, moved_from: Option<NaiveDate>) {
        self.occurrences.push(Occurrence {
            when,
            moved_from,
            mark: None,
        });
    }
}

/// The occurrences of every series that entries of their own take the place of.
fn changed<'e>(
    events: &'e [Event],
    others: Option<&'e Others>,
) -> BTreeMap<&'e str, Vec<(usize, &'e Moment)>> {
    let mut changed: BTreeMap<&str, Vec<(usize, &Moment)>> = BTreeMap::new();
    for (uid, moments) in others.into_iter().flat_map(Others::changed) {
        // They are in no zone that a calendar explains.
        let moments = moments.iter().map(|moment| (0, moment));
        changed.entry(uid).or_default().extend(moments);
    }
    for event in events {
        let moment = event
            .instead_of
            .as_ref()
            .and_then(|said| said.value.as_ref());
        if let (Some(uid), Some(moment)) = (&event.uid, moment) {
            changed
                .entry(uid)
                .or_default()
                .push((event.calendar, moment));
        }
    }
    changed
}

/// The last moment of a rule on the entry's own clock; a day counts to its end.
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
fn further_start(moment: &Moment, timing: &Timing, clock: &Clock) -> NaiveDateTime {
    match moment.time {
        None => moment.day.and_time(timing.first.time()),
        Some(_) => timing.own(moment, clock),
    }
}
