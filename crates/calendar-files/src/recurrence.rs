//! The moments at which an event is repeated, on the clock of the event itself: a clock that is
//! moved forward in spring does not move a meeting that is always at ten.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFrequency,
    ICalendarProperty, ICalendarRecurrenceRule, ICalendarValue,
};
use chrono::{Datelike as _, NaiveDateTime};

use crate::content_lines::ContentLine;
use crate::limits::{BYTES_OF_RULE, MOMENTS_OF_RULE};
use crate::property::{self, partial};

/// What is left to spend on the rules of one file. A rule that comes to nothing is dear: it was
/// searched for through thousands of years.
#[derive(Debug)]
pub(crate) struct RuleBudget(usize);

impl Default for RuleBudget {
    fn default() -> Self {
        RuleBudget(5_000)
    }
}

impl RuleBudget {
    fn spend(&mut self, moments: usize) {
        let cost = if moments == 0 { 100 } else { 1 + moments / 100 };
        self.0 = self.0.saturating_sub(cost);
    }

    /// Whether no more rules are followed in this file.
    pub(crate) fn is_spent(&self) -> bool {
        self.0 == 0
    }
}

/// Reads a rule; nothing where it means nothing, or nothing that people would meet by.
pub(crate) fn rule(line: &ContentLine<'_>) -> Option<ICalendarRecurrenceRule> {
    if line.text.len() > BYTES_OF_RULE || !line.rest().split(';').all(is_part) {
        return None;
    }
    let parts = line.rest().split(';').filter(|part| !is_default(part));
    let rule = property::rule(&ContentLine {
        number: line.number,
        text: format!("RRULE:{}", parts.collect::<Vec<_>>().join(";")).into(),
    })?;
    let in_a_day = [&rule.byhour, &rule.byminute, &rule.bysecond]
        .iter()
        .map(|times| times.len().max(1))
        .product::<usize>();
    // Nobody meets every hour of the day.
    let is_of_days = rule.freq < ICalendarFrequency::Hourly;
    (is_of_days && in_a_day <= 24).then_some(rule)
}

/// Whether a part of a rule says what goes without saying: that it counts by our own calendar, and
/// leaves out a day that a month does not have (RFC 7529).
fn is_default(part: &str) -> bool {
    let part = part.trim();
    ["RSCALE=GREGORIAN", "SKIP=OMIT"]
        .iter()
        .any(|default| part.eq_ignore_ascii_case(default))
}

/// Whether a part of a rule is one that the parser does not bend: it cuts numbers that are too
/// large, and takes an interval of none for one.
fn is_part(part: &str) -> bool {
    let part = part.trim();
    let Some((name, value)) = part.split_once('=') else {
        return part.is_empty();
    };
    let within = |low: i32, high: i32| {
        value.split(',').all(|one| {
            let number = one.trim().parse::<i32>();
            number.is_ok_and(|number| number != 0 && (low..=high).contains(&number))
        })
    };
    let from_none = |high: u32| {
        let numbers = value.split(',').map(|one| one.trim().parse::<u32>());
        numbers
            .into_iter()
            .all(|number| number.is_ok_and(|number| number <= high))
    };
    match name.trim().to_ascii_uppercase().as_str() {
        "FREQ" | "UNTIL" | "BYDAY" | "WKST" => !value.trim().is_empty(),
        "COUNT" => within(1, i32::MAX),
        "INTERVAL" => within(1, 1_000),
        "BYHOUR" => from_none(23),
        "BYMINUTE" | "BYSECOND" => from_none(59),
        "BYMONTH" => within(1, 12),
        "BYMONTHDAY" => within(-31, 31),
        "BYWEEKNO" => within(-53, 53),
        "BYYEARDAY" | "BYSETPOS" => within(-366, 366),
        _ => is_default(part),
    }
}

/// What came of a rule.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct RuleMoments {
    /// From the first one on, in order.
    pub(crate) all: Vec<NaiveDateTime>,
    /// The first one is there because it always counts, not because of the rule.
    pub(crate) is_first_extra: bool,
    /// The rule goes on behind the last one, because there were too many.
    pub(crate) cut: bool,
}

/// The moments of a rule from the first one, which always counts, to a last one, both included.
/// Nothing where the rule contradicts itself.
pub(crate) fn moments(
    rule: &ICalendarRecurrenceRule,
    first: NaiveDateTime,
    until: NaiveDateTime,
    budget: &mut RuleBudget,
) -> Option<RuleMoments> {
    // Years that are none of ours can only be slips of the pen.
    if until < first || !(1900..2200).contains(&first.year()) {
        return Some(RuleMoments {
            all: vec![first],
            is_first_extra: true,
            cut: false,
        });
    }
    let bounded = ICalendarRecurrenceRule {
        until: partial(shifted(until, AHEAD)?),
        ..rule.clone()
    };
    let start = partial(shifted(first, AHEAD)?)?;
    let series = ICalendar {
        components: vec![ICalendarComponent {
            component_type: ICalendarComponentType::VEvent,
            entries: vec![
                entry(
                    ICalendarProperty::Dtstart,
                    ICalendarValue::PartialDateTime(Box::new(start)),
                ),
                entry(
                    ICalendarProperty::Rrule,
                    ICalendarValue::RecurrenceRule(Box::new(bounded)),
                ),
            ],
            component_ids: Vec::new(),
        }],
    };
    let expanded = series.expand_dates(calcard::common::timezone::Tz::Floating, MOMENTS_OF_RULE);
    budget.spend(expanded.events.len());
    if !expanded.errors.is_empty() {
        return None;
    }
    let cut = expanded.events.len() >= MOMENTS_OF_RULE;
    let mut all: Vec<NaiveDateTime> = expanded
        .events
        .iter()
        .filter_map(|event| shifted(event.start.naive_local(), -AHEAD))
        .collect();
    let is_first_extra = !all.contains(&first);
    all.push(first);
    all.sort_unstable();
    all.dedup();
    if let Some(count) = rule.count {
        all.truncate(usize::try_from(count).unwrap_or(usize::MAX));
    }
    Some(RuleMoments {
        all,
        is_first_extra,
        cut,
    })
}

/// So many years ahead of its time a rule is followed. After 400 years every day is on the same
/// weekday again, and where no day fits a rule, the search for one ends in the year 10,000.
const AHEAD: i32 = 19 * 400;

fn shifted(at: NaiveDateTime, years: i32) -> Option<NaiveDateTime> {
    at.with_year(at.year() + years)
}

fn entry(name: ICalendarProperty, value: ICalendarValue) -> ICalendarEntry {
    ICalendarEntry {
        name,
        params: Vec::new(),
        values: vec![value],
    }
}
