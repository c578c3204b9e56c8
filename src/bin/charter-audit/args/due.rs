//! The options of `due`.

use std::path::PathBuf;

use charter_audit::render::due::DueFormat;
use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use closed_words::Word as _;
use working_days::Duration;

use super::{AuditArgs, FilesArgs, JUDGE, PRINT, READ, day};

pub(super) const EXAMPLES: &str = "\
Examples:
  charter-audit due records --within \"14 days\" --party forum
      What one side has to do in the next two weeks
  charter-audit due records -o deadlines.ics --alarm 2
      A calendar to subscribe to, which speaks up two days before each";

#[derive(Debug, Args)]
pub(crate) struct DueArgs {
    #[command(flatten)]
    pub(crate) files: FilesArgs,
    /// List what is due as of this date (2026-03-01); today in the charter's time zone if not given
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = JUDGE)]
    pub(crate) as_of: Option<NaiveDate>,
    /// List only what one side has to do: a party's id or name, `organisation` or `forum`
    #[arg(long, value_name = "PARTY", help_heading = JUDGE)]
    pub(crate) party: Option<String>,
    /// Take what several files say of one meeting for several meetings
    #[arg(long, help_heading = READ)]
    pub(crate) no_join: bool,
    /// List what falls due until this date (2026-03-01)
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with = "within", help_heading = PRINT)]
    pub(crate) due_by: Option<NaiveDate>,
    /// List what falls due in so much time: "14 days", "2 weeks", "10 working days"
    #[arg(long, value_name = "TIME", value_parser = Duration::parse, help_heading = PRINT)]
    pub(crate) within: Option<Duration>,
    /// List only what is overdue, and exit with 1 if anything is
    #[arg(long, conflicts_with_all = ["due_by", "within"], help_heading = PRINT)]
    pub(crate) overdue: bool,
    /// Let a calendar speak of each task so many days before it, at nine in the morning
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(0..=365), help_heading = PRINT)]
    pub(crate) alarm: Option<u32>,
    /// Format of the list; if not given, text, or what the name of the file ends in
    #[arg(long, value_name = "FORMAT", value_parser = due_format(), help_heading = PRINT)]
    pub(crate) format: Option<DueFormat>,
    /// Write to this file; standard output if not given
    #[arg(short, long, value_name = "FILE", help_heading = PRINT)]
    pub(crate) output: Option<PathBuf>,
}

impl DueArgs {
    /// The audit behind it.
    pub(crate) fn audit(self) -> AuditArgs {
        AuditArgs {
            as_of: self.as_of,
            party: self.party,
            no_join: self.no_join,
            output: self.output.into_iter().collect(),
            ..AuditArgs::of_everything(self.files)
        }
    }
}

fn due_format() -> impl TypedValueParser<Value = DueFormat> {
    let values = DueFormat::ALL
        .iter()
        .map(|format| PossibleValue::new(format.word()).help(format.about()));
    PossibleValuesParser::new(values)
        .try_map(|word| DueFormat::from_word(&word).ok_or("this is not a format"))
}
