//! How often each verdict was given.

use crate::rules::Verdict;

/// How often each verdict was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally([usize; 6]);

impl Tally {
    /// How often a verdict was given.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.0.get(verdict as usize).copied().unwrap_or(0)
    }

    /// A tally from counts that are known already.
    pub fn of(counts: &[(Verdict, usize)]) -> Self {
        let mut tally = Tally::default();
        for (verdict, count) in counts {
            if let Some(known) = tally.0.get_mut(*verdict as usize) {
                *known += count;
            }
        }
        tally
    }

    /// How many verdicts say whether a promise was kept: kept, not kept, explained.
    pub fn judged(&self) -> usize {
        [Verdict::Kept, Verdict::NotKept, Verdict::Explained]
            .iter()
            .map(|verdict| self.count(*verdict))
            .sum()
    }

    /// How many verdicts there were.
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Adds the counts of another.
    pub fn join(&mut self, other: &Tally) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }

    /// Counts one more.
    pub(super) fn add(&mut self, verdict: Verdict) {
        if let Some(count) = self.0.get_mut(verdict as usize) {
            *count += 1;
        }
    }
}
