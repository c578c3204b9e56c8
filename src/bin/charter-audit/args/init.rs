//! The options of `init`.

use std::path::PathBuf;

use charter_audit::start::{Given, name, school};
use chrono::NaiveDate;
use clap::Args;
use working_days::Division;

use super::day;
use super::plan::word;

pub(super) const EXAMPLES: &str = "\
Examples:
  charter-audit init northmoor
      Asks for the area, the parties, the schools and the bank holidays
  charter-audit init northmoor --area Northmoor --school elm-road --school st-anne
      Asks only for what is left out; where nobody can be asked, it has a usual answer";

/// What options are about that say what the folder is for.
const ABOUT: &str = "What it is for";

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The folder, which is made if it is not there; the current folder if not given
    #[arg(value_name = "FOLDER", default_value = ".", hide_default_value = true)]
    pub(crate) folder: PathBuf,
    /// Write only a new log, for the `charter.yaml` that the folder has; after its numbers, its units or
    /// its calendar changed. Rename the old log first
    #[arg(
        long,
        conflicts_with_all = ["area", "council", "forum", "school", "bank_holidays", "closed_day"]
    )]
    pub(crate) only_log: bool,
    /// The area, such as Northmoor
    #[arg(long, value_name = "NAME", value_parser = name, help_heading = ABOUT)]
    pub(crate) area: Option<String>,
    /// The council, or other organisation that made promises
    #[arg(long, value_name = "NAME", value_parser = name, help_heading = ABOUT)]
    pub(crate) council: Option<String>,
    /// The forum of parents and carers
    #[arg(long, value_name = "NAME", value_parser = name, help_heading = ABOUT)]
    pub(crate) forum: Option<String>,
    /// A school whose terms count, by a short id such as elm-road; can be given several times
    #[arg(long, value_name = "ID", value_parser = school, help_heading = ABOUT)]
    pub(crate) school: Vec<String>,
    /// Whose bank holidays they are
    #[arg(long, value_name = "DIVISION", value_parser = word::<Division>(), help_heading = ABOUT)]
    pub(crate) bank_holidays: Option<Division>,
    /// A further day on which the organisations are closed (2026-12-24); can be given several times
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = ABOUT)]
    pub(crate) closed_day: Vec<NaiveDate>,
}

impl InitArgs {
    /// What was said.
    pub(crate) fn given(&self) -> Given {
        Given {
            area: self.area.clone(),
            council: self.council.clone(),
            forum: self.forum.clone(),
            schools: self.school.clone(),
            division: self.bank_holidays,
            closed_days: self.closed_day.iter().copied().collect(),
        }
    }
}
