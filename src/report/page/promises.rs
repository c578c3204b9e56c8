//! Promises counted as promises, each once: whether it was kept, whatever number of records it was
//! judged by.

use super::super::document::side;
use super::super::words::count_of;
use super::super::{Report, ReportedFinding, Tally};
use crate::rules::Verdict;
use engagement_records::record::Duty;
use identifiers::safe;
use identifiers::text::SafeText;

/// How a promise stands over all that it was judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Kept,
    NotAlways,
    Never,
    Explained,
    NotShown,
    ToCome,
}

impl Standing {
    /// In the order in which they are counted.
    const ALL: [Standing; 6] = [
        Standing::Kept,
        Standing::NotAlways,
        Standing::Never,
        Standing::Explained,
        Standing::NotShown,
        Standing::ToCome,
    ];

    /// What stands behind its number.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Standing::Kept => "kept",
            Standing::NotAlways => "not always kept",
            Standing::Never => "never kept",
            Standing::Explained => "explained",
            Standing::NotShown => "could not be shown",
            Standing::ToCome => "still to come",
        }
    }

    /// Of the verdicts on one promise; nothing where it did not come up.
    fn of(tally: &Tally) -> Option<Self> {
        let has = |verdict| tally.count(verdict) > 0;
        if has(Verdict::NotKept) {
            // What could not be shown may have been kept.
            let may_be_met =
                has(Verdict::Kept) || has(Verdict::Explained) || has(Verdict::NoEvidence);
            return Some(if may_be_met {
                Standing::NotAlways
            } else {
                Standing::Never
            });
        }
        let others = [
            (Verdict::Kept, Standing::Kept),
            (Verdict::Explained, Standing::Explained),
            (Verdict::NoEvidence, Standing::NotShown),
            (Verdict::StillToCome, Standing::ToCome),
        ];
        let mut others = others.into_iter();
        others
            .find(|(verdict, _)| has(*verdict))
            .map(|(_, standing)| standing)
    }
}

/// How many promises stand how, in the order of the words; those that came up only.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standings(Vec<(Standing, usize)>);

impl Standings {
    fn of(tallies: &[Tally]) -> Self {
        let all: Vec<Standing> = tallies.iter().filter_map(Standing::of).collect();
        let counts = Standing::ALL.map(|standing| {
            let count = all.iter().filter(|one| **one == standing).count();
            (standing, count)
        });
        Standings(counts.into_iter().filter(|(_, count)| *count > 0).collect())
    }

    /// Every standing that there is, with how many promises have it.
    pub(crate) fn counts(&self) -> &[(Standing, usize)] {
        &self.0
    }

    /// How many promises came up.
    pub(crate) fn total(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }

    fn has(&self, wanted: Standing) -> bool {
        self.0.iter().any(|(standing, _)| *standing == wanted)
    }

    /// `4 kept and 2 not always kept`.
    pub(crate) fn words(&self) -> SafeText {
        let counts = self.0.iter();
        SafeText::listed(
            counts.map(|(standing, count)| safe!("{} {}", *count, standing.words())),
            "and",
        )
    }
}

/// How every promise stands.
pub(super) fn standings(report: &Report<'_>) -> Standings {
    Standings::of(&report.by_clause)
}

/// Whether the charter was kept, in a word or two, and how many promises came up.
pub(super) fn answer(report: &Report<'_>, standings: &Standings) -> (SafeText, Option<SafeText>) {
    let has = |wanted| standings.has(wanted);
    if standings.total() == 0 {
        let nothing = "None of the promises that the program judges came up.";
        return (nothing.into(), None);
    }
    let kept = has(Standing::Kept);
    let is_open = |tally: &Tally| tally.count(Verdict::NoEvidence) > 0;
    let open = has(Standing::ToCome) || report.by_clause.iter().any(is_open);
    let word = if has(Standing::NotAlways) || has(Standing::Never) {
        "Not always."
    } else if has(Standing::Explained) {
        "Not in all, and it was explained why."
    } else if kept && open {
        "As far as can be shown, yes."
    } else if kept {
        "Yes."
    } else {
        "It cannot be said yet."
    };
    let count = count_of(standings.total(), "promises");
    (word.into(), Some(safe!("{} came up", count)))
}

/// The same by whose promises they are, where the audit is about more than one party. What nobody
/// is said to have held is nobody's.
pub(super) fn by_party(report: &Report<'_>) -> Vec<(SafeText, Standings)> {
    let owner = |finding: ReportedFinding<'_>| (!finding.is_nobodys()).then(|| finding.of());
    let mut tallies: Vec<(Option<Duty>, Vec<Tally>)> = Vec::new();
    let duties = Duty::ALL.iter().map(|duty| Some(*duty)).chain([None]);
    for duty in duties {
        tallies.push((duty, vec![Tally::default(); report.by_clause.len()]));
    }
    for finding in report.findings() {
        let owner = owner(finding);
        let of = tallies.iter_mut().find(|(duty, _)| *duty == owner);
        if let Some(tally) = of.and_then(|(_, all)| all.get_mut(finding.clause_number())) {
            tally.add(finding.verdict());
        }
    }
    let each: Vec<(SafeText, Standings)> = tallies
        .iter()
        .map(|(duty, all)| {
            let whose = duty.map_or("Not recorded who held it".into(), |duty| side(report, duty));
            (whose, Standings::of(all))
        })
        .filter(|(_, standings)| standings.total() > 0)
        .collect();
    if each.len() > 1 { each } else { Vec::new() }
}
