//! How much a run may hold, and what is said where it is more.

use anyhow::{Result, bail};
use engagement_records::read::{Limits, bytes_in_words};

use crate::{args, world};

/// What the verdicts on a record take, in bytes: those on 35 promises, with their words.
pub(crate) const VERDICTS: u64 = 4_000;

/// What a converted record takes until it is written, in bytes.
pub(crate) const CONVERTED: u64 = 2_000;

/// How many bytes a run may take.
pub(crate) fn memory_of(args: &args::FilesArgs) -> u64 {
    args.limits.memory.unwrap_or_else(world::memory)
}

/// What a run may hold: `later` is what is made of each record, in bytes.
pub(crate) fn limits(args: &args::FilesArgs, later: u64) -> Limits {
    let usual = Limits::default();
    Limits {
        memory: memory_of(args),
        later,
        faults: match args.limits.max_faults {
            None => usual.faults,
            Some(0) => usize::MAX,
            Some(most) => most,
        },
    }
}

/// An error where more was read than a run may hold; nothing was `done` then.
pub(crate) fn not_too_much(too_much: Option<&str>, limits: Limits, done: &str) -> Result<()> {
    match too_much {
        Some(file) => bail!(
            "all files together take more than {} of memory, the limit of this run, which was met in \
             {file}; nothing was {done}\n  help: give fewer files at a time, such as those of one \
             year, or allow more with `--memory`",
            bytes_in_words(limits.memory)
        ),
        None => Ok(()),
    }
}
