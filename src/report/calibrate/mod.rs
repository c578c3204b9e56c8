//! Whether the numbers of a charter are realistic: what share of what was done would have met other
//! ones, where misses lie, which promises say little, and what would change under others.

mod changes;
mod curve;
mod document;
mod misses;
mod relevance;
mod samples;
mod words;

use std::collections::BTreeMap;

pub(super) use changes::Changed;
pub use changes::{Change, ChangedClause, Changes, Flip};
pub use curve::Curve;
pub use document::calibration_document;
pub(crate) use document::{Part, curve_table, groups_table, parts};
pub use misses::Misses;
pub use relevance::Relevance;
pub(crate) use words::SHARES;

use super::{NumberFrom, Report, ReportedClause};
use crate::rules::StandardOf;
use engagement_records::record::PartyId;
use identifiers::safe;
use identifiers::text::SafeText;
use samples::{OfClause, Sample, State};

/// How a charter's numbers fit what was done.
pub struct Calibration<'a> {
    /// Each standard of each promise that has one, in the order of the charter.
    pub standards: Vec<Calibrated<'a>>,
    /// Promises of which the audit says little.
    pub relevance: Relevance<'a>,
    /// What would change under other numbers, if others were given.
    pub changes: Option<Changes<'a>>,
}

/// One standard against everything that was measured.
pub struct Calibrated<'a> {
    /// The promise.
    pub clause: ReportedClause<'a>,
    /// The standard.
    pub of: StandardOf,
    /// Whether the promise has further standards.
    pub has_others: bool,
    /// Whose number it is.
    pub number: Option<NumberFrom>,
    /// What was measured.
    pub curve: Curve,
    /// What cannot be counted, and what else there is to say.
    pub beside: Beside,
    /// Where the misses lie.
    pub misses: Misses,
    /// The same by kind of thing, in the order of the words; nothing where there is one alone.
    pub kinds: Vec<Group>,
    /// The same by who held it or was asked; nothing where there is one alone.
    pub parties: Vec<Group>,
}

/// What stands beside a curve.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// The records do not show them; left out.
    pub no_evidence: usize,
    /// Their day has not come; left out.
    pub to_come: usize,
    /// They were done, on a day that nobody wrote down; left out.
    pub undated: usize,
    /// Of those that are counted, so many missed the standard and are explained.
    pub explained: usize,
    /// Of those that are counted, so many missed the standard and kept the promise all the same.
    pub kept_all_the_same: usize,
}

/// Some of the things under one standard.
#[derive(Debug, Clone)]
pub struct Group {
    /// What they have in common.
    pub name: SafeText,
    /// What was measured of them.
    pub curve: Curve,
    /// How many of them the records do not show.
    pub no_evidence: usize,
}

impl Calibrated<'_> {
    /// The value of the standard, in its unit.
    pub fn required(&self) -> i64 {
        i64::from(self.of.standard.required.count)
    }

    /// How many met the standard.
    pub fn met(&self) -> usize {
        self.curve.met(self.required())
    }

    /// The values at which to show how many would have met them, with every step of the standard that
    /// is in its unit.
    pub fn rows(&self) -> Vec<i64> {
        let steps = self.steps().into_iter().map(|(_, value)| value);
        let points = SHARES.iter().filter_map(|share| self.curve.point(*share));
        let shown: Vec<i64> = steps.chain(points).collect();
        self.curve.rows(&shown)
    }

    /// The steps of the standard in its unit, each with what it is.
    pub(crate) fn steps(&self) -> Vec<(&'static str, i64)> {
        let standard = self.of.standard;
        let steps = [
            ("the standard", Some(standard.required)),
            ("the aim", standard.aim),
            ("the limit", standard.limit),
        ];
        let steps = steps.into_iter().filter_map(|(what, step)| {
            let step = step.filter(|step| step.unit == standard.required.unit)?;
            Some((what, i64::from(step.count)))
        });
        steps.collect()
    }
}

impl<'a> Report<'a> {
    /// How the charter's numbers fit what was done.
    pub fn calibration(&self) -> Calibration<'a> {
        let mut standards = Vec::new();
        let clauses = self.promises().clauses.iter();
        for (clause, of) in clauses.zip(samples::samples(self)) {
            let clause = ReportedClause {
                clause,
                redactor: self.redactor(),
            };
            if let Some(of) = of {
                standards.extend(calibrated(self, clause, &of));
            }
        }
        Calibration {
            relevance: Relevance::of(self, &standards),
            standards,
            changes: Changes::of(self),
        }
    }
}

fn calibrated<'a>(
    report: &Report<'_>,
    clause: ReportedClause<'a>,
    of: &OfClause,
) -> Vec<Calibrated<'a>> {
    let has_others = of.standards.len() > 1;
    let each = of.standards.iter().zip(&of.samples);
    let each = each.map(|(standard, samples)| {
        let samples: Vec<&Sample> = samples.iter().collect();
        let curve = Sample::curve(standard, &samples);
        let required = i64::from(standard.standard.required.count);
        let with_parties = samples.iter().copied();
        let with_parties: Vec<&Sample> = with_parties
            .filter(|sample| sample.kind != "decisions")
            .collect();
        Calibrated {
            clause,
            of: *standard,
            has_others,
            number: report.number(clause),
            misses: Misses::of(&curve, required),
            beside: Beside::of(&samples, &curve, required),
            kinds: groups(
                standard,
                &samples,
                |sample| sample.kind,
                |kind| (*kind).into(),
            ),
            parties: groups(
                standard,
                &with_parties,
                |sample| (sample.parties.is_empty(), sample.parties.clone()),
                |(_, parties)| names(report, parties),
            ),
            curve,
        }
    });
    each.collect()
}

impl Beside {
    fn of(samples: &[&Sample], curve: &Curve, required: i64) -> Self {
        let count = |is: &dyn Fn(&Sample) -> bool| samples.iter().filter(|one| is(one)).count();
        let kept = count(&|one| one.is_kept && matches!(one.state, State::Measured(_)));
        Beside {
            no_evidence: count(&|one| one.state == State::NotShown),
            to_come: count(&|one| one.state == State::ToCome),
            undated: count(&|one| one.state == State::Undated),
            explained: count(&|one| one.is_explained),
            kept_all_the_same: kept.saturating_sub(curve.met(required)),
        }
    }
}

/// Things by what they have in common; nothing where all of them have it.
fn groups<K: Ord>(
    standard: &StandardOf,
    samples: &[&Sample],
    key: impl Fn(&Sample) -> K,
    name: impl Fn(&K) -> SafeText,
) -> Vec<Group> {
    let mut all: BTreeMap<K, Vec<&Sample>> = BTreeMap::new();
    for sample in samples.iter().copied() {
        all.entry(key(sample)).or_default().push(sample);
    }
    if all.len() < 2 {
        return Vec::new();
    }
    let all = all.iter().map(|(key, samples)| Group {
        name: name(key),
        curve: Sample::curve(standard, samples),
        no_evidence: samples
            .iter()
            .filter(|sample| sample.state == State::NotShown)
            .count(),
    });
    all.collect()
}

/// Who held something or was asked.
fn names(report: &Report<'_>, parties: &[PartyId]) -> SafeText {
    if parties.is_empty() {
        return "somebody not named".into();
    }
    let known = &report.promises().parties;
    let names = parties.iter().filter_map(|party| known.get(*party));
    let names = names.map(|party| report.name(&party.name));
    SafeText::listed(names, "and")
}

impl Calibrated<'_> {
    /// What people call the promise with its number: `Feedback in time (O4e2), surveys`.
    pub fn name(&self) -> SafeText {
        let name = self.clause.promise_name().unwrap_or_default();
        let name = safe!("{} ({})", name, self.clause.id());
        match self.of.under {
            Some("survey") if self.has_others => safe!("{}, surveys", name),
            Some("consultation") if self.has_others => safe!("{}, consultations", name),
            None if self.has_others => safe!("{}, meetings and events", name),
            Some(_) | None => name,
        }
    }
}
