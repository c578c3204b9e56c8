//! How an audit ends, and from when on a finding counts for that.

use crate::rules::{Severity, Verdict};

/// When an audit ends with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    /// Promises not kept count from this severity on; none of them without one.
    pub fail_on: Option<Severity>,
    /// Promises without evidence count as well.
    pub strict: bool,
    /// What is not in the baseline only because time passed does not count.
    pub ignore_elapsed: bool,
}

/// How an audit ended; decided here, the same in every format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Everything audited, nothing at or above the threshold.
    Clean,
    /// Something at or above the threshold.
    Findings,
    /// Not everything could be audited.
    Incomplete,
}

impl Threshold {
    /// Whether a verdict is at or above it.
    pub fn is_reached_by(self, verdict: Verdict, severity: Severity) -> bool {
        match verdict {
            Verdict::NotKept => self.fail_on.is_some_and(|least| severity <= least),
            Verdict::NoEvidence => self.strict,
            Verdict::Explained | Verdict::StillToCome | Verdict::Kept | Verdict::DoesNotApply => {
                false
            }
        }
    }
}

impl Outcome {
    /// The exit code of the program: 0, 1 or 2.
    pub fn exit_code(self) -> u8 {
        match self {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Incomplete => 2,
        }
    }
}
