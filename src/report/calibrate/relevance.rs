//! Promises of which an audit says little: always kept, never tested, never shown, or explained more
//! often than not.

use super::Calibrated;
use crate::report::{Report, ReportedClause, Tally};
use crate::rules::Verdict;

/// Promises of which an audit says little, each with its verdicts, in the order of the charter.
#[derive(Default)]
pub struct Relevance<'a> {
    /// Kept each time that it could be judged.
    pub always_kept: Vec<(ReportedClause<'a>, Tally)>,
    /// Nothing in the records falls under it.
    pub never_came_up: Vec<(ReportedClause<'a>, Tally)>,
    /// It came up, and the records could not show it once.
    pub never_shown: Vec<(ReportedClause<'a>, Tally)>,
    /// Of the times that it was not kept, more are explained than not.
    pub mostly_explained: Vec<(ReportedClause<'a>, Tally)>,
}

impl<'a> Relevance<'a> {
    pub(super) fn of(report: &Report<'a>, standards: &[Calibrated<'_>]) -> Self {
        let mut relevance = Relevance::default();
        let judged = report
            .clauses()
            .filter(|(clause, _)| clause.promise_name().is_some());
        for (clause, tally) in judged {
            // What was never done can be the failing of another promise alone.
            let missed = standards
                .iter()
                .any(|one| one.clause.at() == clause.at() && one.misses.total() > 0);
            let list = match Standing::of(&tally) {
                Some(Standing::AlwaysKept) if missed => continue,
                Some(Standing::AlwaysKept) => &mut relevance.always_kept,
                Some(Standing::NeverCameUp) => &mut relevance.never_came_up,
                Some(Standing::NeverShown) => &mut relevance.never_shown,
                Some(Standing::MostlyExplained) => &mut relevance.mostly_explained,
                None => continue,
            };
            list.push((clause, tally));
        }
        relevance
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    AlwaysKept,
    NeverCameUp,
    NeverShown,
    MostlyExplained,
}

impl Standing {
    fn of(tally: &Tally) -> Option<Self> {
        let count = |verdict| tally.count(verdict);
        let (kept, not_kept, explained) = (
            count(Verdict::Kept),
            count(Verdict::NotKept),
            count(Verdict::Explained),
        );
        if explained > not_kept {
            return Some(Standing::MostlyExplained);
        }
        if kept > 0 && not_kept + explained == 0 {
            return Some(Standing::AlwaysKept);
        }
        if tally.total() == count(Verdict::DoesNotApply) {
            return Some(Standing::NeverCameUp);
        }
        let is_silent = kept + not_kept + explained == 0 && count(Verdict::NoEvidence) > 0;
        is_silent.then_some(Standing::NeverShown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_promise_stands_in_one_list_at_most() {
        use Verdict::{DoesNotApply, Explained, Kept, NoEvidence, NotKept, StillToCome};
        for (counts, expected) in [
            (
                &[(Kept, 3), (NoEvidence, 2)][..],
                Some(Standing::AlwaysKept),
            ),
            (&[(Kept, 3), (NotKept, 1)], None),
            (&[(Kept, 3), (NotKept, 1), (Explained, 1)], None),
            (
                &[(Kept, 9), (NotKept, 1), (Explained, 2)],
                Some(Standing::MostlyExplained),
            ),
            (&[(Explained, 1)], Some(Standing::MostlyExplained)),
            (&[(DoesNotApply, 4)], Some(Standing::NeverCameUp)),
            (&[], Some(Standing::NeverCameUp)),
            (
                &[(NoEvidence, 4), (DoesNotApply, 4)],
                Some(Standing::NeverShown),
            ),
            (&[(StillToCome, 1)], None),
        ] {
            assert_eq!(Standing::of(&Tally::of(counts)), expected, "{counts:?}");
        }
    }
}
