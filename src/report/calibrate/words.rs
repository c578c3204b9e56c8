//! A calibration in sentences.

use super::{Calibrated, Flip, Group};
use crate::report::words::{duration, grouped};
use crate::report::{NumberFrom, Report, ReportedClause, ReportedFinding, Tally};
use crate::rules::{Direction, Severity, Verdict};
use identifiers::safe;
use identifiers::text::SafeText;
use working_days::{Duration, Unit};

/// The shares for which the value is told that so many would have met, in per cent.
pub(crate) const SHARES: [usize; 3] = [50, 80, 95];

/// With fewer than this, the last share is all of them.
const FEW: usize = 20;

/// So many groups with misses are named.
const MOST_GROUPS: usize = 4;

/// A length of time: `14 clear days`.
fn value(count: i64, unit: Unit) -> SafeText {
    duration(Duration::new(u32::try_from(count).unwrap_or(0), unit))
}

impl Calibrated<'_> {
    fn unit(&self) -> Unit {
        self.of.standard.required.unit
    }

    /// A value in the unit of the standard.
    pub(crate) fn in_unit(&self, count: i64) -> SafeText {
        value(count, self.unit())
    }

    /// What is asked for: `at least 14 clear days`, `within 10 working days`.
    pub(crate) fn asked(&self) -> SafeText {
        let required = duration(self.of.standard.required);
        match self.of.direction {
            Direction::AtLeast => safe!("at least {}", required),
            Direction::AtMost => safe!("within {}", required),
        }
    }

    /// `8 of 12`.
    pub(crate) fn met_of(&self, met: usize) -> SafeText {
        safe!("{} of {}", grouped(met), grouped(self.curve.counted()))
    }

    /// The standard, whose it is, and what is counted.
    pub(super) fn basis(&self) -> SafeText {
        let whose = self.number.map_or("", NumberFrom::spoken);
        let mut words = safe!("The standard is {}", self.asked());
        if !whose.is_empty() {
            words.push(safe!(" ({})", whose));
        }
        words.push(". ");
        words.push(self.counted());
        words
    }

    fn counted(&self) -> SafeText {
        let curve = &self.curve;
        let mut words = safe!(
            "Counted: {} measured and {} never done",
            grouped(curve.measured()),
            grouped(curve.never())
        );
        let beside = self.beside;
        let left = [
            (beside.no_evidence, "without evidence"),
            (beside.to_come, "still to come"),
            (beside.undated, "done on a day that nobody wrote down"),
        ];
        let left = left.into_iter().filter(|(count, _)| *count > 0);
        let left: Vec<SafeText> = left
            .map(|(count, what)| safe!("{} {}", grouped(count), what))
            .collect();
        if !left.is_empty() {
            words.push(safe!("; left out: {}", SafeText::listed(left, "and")));
        }
        words.push(".");
        words
    }

    /// What so much of it would have met.
    pub(super) fn points(&self) -> SafeText {
        let curve = &self.curve;
        let each = SHARES.iter().map(|share| {
            let Some(point) = curve.point(*share) else {
                return safe!("{}% would have met no number", *share);
            };
            let (value, met) = (self.in_unit(point), self.met_of(curve.met(point)));
            safe!("{}% would have met {} ({})", *share, value, met)
        });
        let mut words = safe!(
            "{} met the standard. {}.",
            self.met_of(self.met()),
            SafeText::joined(each, "; ")
        );
        if curve.counted() < FEW {
            words.push(" These are few: with fewer than 20, 95% is all of them.");
        }
        words
    }

    /// Where the misses lie; nothing where there are none.
    pub(crate) fn near(&self) -> Option<SafeText> {
        let misses = &self.misses;
        let total = misses.total();
        if total == 0 {
            return None;
        }
        let all = if total == 1 {
            "1 miss".into()
        } else {
            safe!("{} misses", grouped(total))
        };
        let mut words = if let Some((distance, count)) = misses.most_within {
            let near = self.in_unit(distance);
            safe!(
                "{} of {} lie within {} of the standard",
                grouped(count),
                all,
                near
            )
        } else {
            safe!("{} of {} never done", grouped(misses.never), all)
        };
        if misses.never > 0 && misses.most_within.is_some() {
            words.push(safe!("; {} never done", grouped(misses.never)));
        }
        let beside = [
            (self.beside.explained, "explained"),
            (
                self.beside.kept_all_the_same,
                "taken as kept, because the promise takes what is late as kept",
            ),
        ];
        for (count, what) in beside {
            if count > 0 {
                words.push(safe!("; {} of them {}", grouped(count), what));
            }
        }
        Some(words)
    }

    /// The groups that have misses, those with most first: `meetings 2 of 6, workshops 1 of 4`.
    pub(crate) fn missed_by(&self, groups: &[Group]) -> Option<SafeText> {
        let required = self.required();
        let missed = |group: &Group| group.curve.counted() - group.curve.met(required);
        let mut with_misses: Vec<&Group> =
            groups.iter().filter(|group| missed(group) > 0).collect();
        with_misses.sort_by_key(|group| (std::cmp::Reverse(missed(group)), group.curve.counted()));
        let mut each: Vec<SafeText> = with_misses
            .iter()
            .take(MOST_GROUPS)
            .map(|group| {
                let (count, of) = (missed(group), group.curve.counted());
                safe!("{} {} of {}", group.name, grouped(count), grouped(of))
            })
            .collect();
        let more = with_misses.len().saturating_sub(MOST_GROUPS);
        if more > 0 {
            each.push(safe!("{} more", grouped(more)));
        }
        (!each.is_empty()).then(|| SafeText::joined(each, "; "))
    }

    /// What the groups of those who held something have in common, as a heading.
    pub(crate) fn held(&self) -> &'static str {
        let is_request = self
            .clause
            .page()
            .is_some_and(|page| page.code == "request-answered");
        if is_request { "Asked of" } else { "Held by" }
    }
}

/// Promises of a list, each with how often.
pub(super) fn promises(
    all: &[(ReportedClause<'_>, Tally)],
    often: impl Fn(&Tally) -> Option<SafeText>,
) -> SafeText {
    let each = all.iter().map(|(clause, tally)| {
        let name = clause.promise_name().unwrap_or_default();
        let often = often(tally).map_or_else(SafeText::default, |often| safe!(", {}", often));
        safe!("{} ({}{})", name, clause.id(), often)
    });
    SafeText::joined(each, "; ")
}

/// `breach, not kept`: how a promise stands, with how much it matters where it was not kept.
pub(crate) fn stands(finding: ReportedFinding<'_>) -> SafeText {
    match finding.verdict() {
        Verdict::NotKept => match finding.severity() {
            Severity::Breach => "not kept, a breach".into(),
            Severity::Concern => "not kept, a concern".into(),
            Severity::Advice => "not kept, advice".into(),
        },
        other @ (Verdict::Kept
        | Verdict::NoEvidence
        | Verdict::Explained
        | Verdict::StillToCome
        | Verdict::DoesNotApply) => other.in_prose().into(),
    }
}

impl Flip<'_> {
    /// What it is about.
    pub(super) fn lead(&self, report: &Report<'_>) -> SafeText {
        let now = report.describe(self.now);
        safe!(
            "{} ({}): {}, {}",
            *now.promise_name,
            *now.clause,
            now.heading(),
            now.address()
        )
    }
}
