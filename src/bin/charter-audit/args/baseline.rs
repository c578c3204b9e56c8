//! The options of `baseline`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::{AuditArgs, FilesArgs, day};

#[derive(Debug, Args)]
pub(crate) struct BaselineArgs {
    #[command(flatten)]
    pub(crate) files: FilesArgs,
    /// Audit as of this date (2026-03-01); today in the charter's time zone if not given
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Take what several files say of one meeting for several meetings
    #[arg(long)]
    pub(crate) no_join: bool,
    /// Write to this file; standard output if not given
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

impl BaselineArgs {
    /// The audit behind it.
    pub(crate) fn audit(self) -> AuditArgs {
        AuditArgs {
            as_of: self.as_of,
            no_join: self.no_join,
            output: self.output.into_iter().collect(),
            ..AuditArgs::of_everything(self.files)
        }
    }
}
