//! When a clock is moved, as a `VTIMEZONE` of the file explains it.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;

use crate::content_lines::ContentLine;
use crate::property::{self, Moment, Zone};
use crate::recurrence::{self, RuleBudget};
use crate::zone_names::{known, of_outlook};

/// A zone that a file explains.
#[derive(Debug, Default)]
pub(crate) struct Vtimezone {
    pub(crate) name: String,
    /// All that is said of it, to tell it from others.
    pub(crate) text: String,
    /// What other programs call it.
    location: Option<String>,
    outlook: Option<String>,
    observances: Vec<Observance>,
}

/// Winter time or summer time.
#[derive(Debug, Default)]
struct Observance {
    start: Option<Moment>,
    before: Option<i32>,
    after: Option<i32>,
    rules: Vec<String>,
    dates: Vec<Moment>,
}

/// A moment at which a clock is moved, as it showed it before, and how many seconds it is ahead of
/// universal time before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Onset {
    pub(crate) at: NaiveDateTime,
    pub(crate) before: i32,
    pub(crate) after: i32,
}

impl Vtimezone {
    /// Takes a line about the zone as a whole.
    pub(crate) fn take(&mut self, line: &ContentLine<'_>) {
        self.keep(line);
        match line.name().unwrap_or("").to_ascii_uppercase().as_str() {
            "TZID" => self.name = property::text(line).unwrap_or_default(),
            "X-LIC-LOCATION" => self.location = property::text(line),
            "X-MICROSOFT-CDO-TZID" => self.outlook = property::text(line),
            _ => {}
        }
    }

    /// Begins winter or summer time.
    pub(crate) fn begin(&mut self) {
        self.observances.push(Observance::default());
    }

    /// Takes a line about winter or summer time.
    pub(crate) fn take_observed(&mut self, line: &ContentLine<'_>) {
        self.keep(line);
        let Some(observance) = self.observances.last_mut() else {
            return;
        };
        match line.name().unwrap_or("").to_ascii_uppercase().as_str() {
            "DTSTART" => observance.start = property::moment(line),
            "TZOFFSETFROM" => observance.before = property::offset(line),
            "TZOFFSETTO" => observance.after = property::offset(line),
            "RRULE" => observance.rules.push(line.text.clone().into_owned()),
            "RDATE" => observance
                .dates
                .extend(property::moments(line).into_iter().flatten()),
            _ => {}
        }
    }

    fn keep(&mut self, line: &ContentLine<'_>) {
        self.text.push_str(&line.text);
        self.text.push('\n');
    }

    /// The zone that another name in it stands for.
    pub(crate) fn other_name(&self) -> Option<Tz> {
        let location = self.location.as_deref().and_then(known);
        location.or_else(|| of_outlook(self.outlook.as_deref()?))
    }
}

/// Every moment at which the clock is moved, up to the end of this century. Nothing where the
/// zone cannot be understood as a whole.
pub(crate) fn onsets(zone: &Vtimezone, budget: &mut RuleBudget) -> Option<Vec<Onset>> {
    let mut onsets = Vec::new();
    for observance in &zone.observances {
        let (before, after) = (observance.before?, observance.after?);
        let start = observance.start.as_ref()?.local();
        let mut moments = vec![start];
        moments.extend(observance.dates.iter().map(Moment::local));
        for rule in &observance.rules {
            if budget.is_spent() {
                return None;
            }
            moments.extend(of_rule(rule, start, before, budget)?);
        }
        onsets.extend(moments.into_iter().map(|at| Onset { at, before, after }));
    }
    onsets.sort_by_key(|onset| onset.at);
    onsets.dedup();
    Some(onsets)
}

fn of_rule(
    rule: &str,
    start: NaiveDateTime,
    before: i32,
    budget: &mut RuleBudget,
) -> Option<Vec<NaiveDateTime>> {
    let rule = recurrence::rule(&ContentLine {
        number: 0,
        text: rule.into(),
    })?;
    // Outlook begins in 1601, and nobody looks at times from before 1970 here.
    let start = match start.with_year(1970) {
        Some(later) if start.year() < 1970 && rule.count.is_none() => later,
        _ => start,
    };
    let mut until = NaiveDate::from_ymd_opt(2099, 12, 31)?.and_hms_opt(23, 59, 59)?;
    if let Some(end) = &rule.until {
        let end = property::moment_of(end, None)?;
        let local = match end.zone {
            Zone::Universal => {
                let ahead = chrono::TimeDelta::seconds(i64::from(before));
                end.local().checked_add_signed(ahead)?
            }
            Zone::Floating | Zone::Named(_) => end.local(),
        };
        until = until.min(local);
    }
    let moments = recurrence::moments(&rule, start, until, budget)?;
    // The first one of a series that was begun later need not be one of its moments.
    let all = moments.all.into_iter();
    Some(all.filter(|at| *at > start).collect())
}

/// How far a clock is ahead at a moment: what the last onset before it made of it.
pub(crate) fn ahead(onsets: &[Onset], has_been: impl Fn(&Onset) -> bool) -> i32 {
    let after = onsets.partition_point(has_been);
    let last = after.checked_sub(1).and_then(|last| onsets.get(last));
    match last {
        Some(onset) => onset.after,
        None => onsets.first().map_or(0, |onset| onset.before),
    }
}
