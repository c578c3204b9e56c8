//! How much a run may take and print.

use charter_audit::memory::read_size;
use clap::Args;

use super::{PRINT, READ};

#[derive(Debug, Clone, Copy, Default, Args)]
pub(crate) struct LimitArgs {
    /// Take at most so much memory for all files together (800MB, 4GB); if not given, half of what
    /// the machine has, or three fifths of what this process may have
    #[arg(long, value_name = "SIZE", value_parser = read_size, help_heading = READ)]
    pub(crate) memory: Option<u64>,
    /// Show so many faults of files in full and count the rest; 0 for all; if not given, 100 of each
    /// file and 1,000 in all
    #[arg(long, value_name = "NUMBER", help_heading = PRINT)]
    pub(crate) max_faults: Option<usize>,
}

/// So many faults are shown where nobody asks for another number; nobody mends more at a time.
const MOST_FAULTS: usize = 1_000;

impl LimitArgs {
    /// So many faults of all files are shown; 0 for all.
    pub(crate) fn shown_faults(self) -> usize {
        self.max_faults.unwrap_or(MOST_FAULTS)
    }
}
