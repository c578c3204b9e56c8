//! The options of `convert`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::{FilesArgs, day};

#[derive(Debug, Args)]
pub(crate) struct ConvertArgs {
    #[command(flatten)]
    pub(crate) files: FilesArgs,
    /// Folder to write to, one file per record; standard output if not given
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
    /// Overwrite files that already exist
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    /// Leave out occurrences of calendar series before this date
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) since: Option<NaiveDate>,
    /// Leave out occurrences of calendar series after this date; a year from today if not given
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) until: Option<NaiveDate>,
}
