//! The options of `calibrate`.

use std::path::PathBuf;

use charter_audit::render::calibrate::CalibrateFormat;
use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use closed_words::Word as _;

use super::{AuditArgs, FilesArgs, JUDGE, PRINT, READ, day};

pub(super) const EXAMPLES: &str = "\
Examples:
  charter-audit calibrate records --since 2025-09-01 -o numbers.html
      A school year against the charter's numbers, with pictures, for a review
  charter-audit calibrate records --set O4a1.standard=\"10 clear days\"
      What would change if ten clear days of notice were enough";

/// What may change.
const CHANGE: &str = "What to change";

#[derive(Debug, Args)]
pub(crate) struct CalibrateArgs {
    #[command(flatten)]
    pub(crate) files: FilesArgs,
    /// Judge as of this date (2026-03-01); today in the charter's time zone if not given
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = JUDGE)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Leave out what happened before this date
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = JUDGE)]
    pub(crate) since: Option<NaiveDate>,
    /// Leave out what happened after this date
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = JUDGE)]
    pub(crate) until: Option<NaiveDate>,
    /// Judge only this side's promises: a party's id or name, `organisation` or `forum`
    #[arg(long, value_name = "PARTY", help_heading = JUDGE)]
    pub(crate) party: Option<String>,
    /// Judge only this clause, by its id or by a name of its rule; can be given several times
    #[arg(long, value_name = "CLAUSE", help_heading = JUDGE)]
    pub(crate) clause: Vec<String>,
    /// Show what changes if the charter says this of a promise, such as O4a1.standard="10 clear days";
    /// a value may be left out to take it away; can be given several times
    #[arg(long, value_name = "CLAUSE.PARAMETER=VALUE", help_heading = CHANGE)]
    pub(crate) set: Vec<String>,
    /// Show what changes under another charter, with what is set laid over it
    #[arg(long, value_name = "FILE", help_heading = CHANGE)]
    pub(crate) with: Option<PathBuf>,
    /// Take what several files say of one meeting for several meetings
    #[arg(long, help_heading = READ)]
    pub(crate) no_join: bool,
    /// Format of the result; if not given, text, or what the name of the file ends in
    #[arg(long, value_name = "FORMAT", value_parser = calibrate_format(), help_heading = PRINT)]
    pub(crate) format: Option<CalibrateFormat>,
    /// Write to this file; standard output if not given
    #[arg(short, long, value_name = "FILE", help_heading = PRINT)]
    pub(crate) output: Option<PathBuf>,
}

impl CalibrateArgs {
    /// The audit behind it.
    pub(crate) fn audit(self) -> AuditArgs {
        AuditArgs {
            as_of: self.as_of,
            since: self.since,
            until: self.until,
            party: self.party,
            clause: self.clause,
            no_join: self.no_join,
            output: self.output.into_iter().collect(),
            ..AuditArgs::of_everything(self.files)
        }
    }
}

fn calibrate_format() -> impl TypedValueParser<Value = CalibrateFormat> {
    let values = CalibrateFormat::ALL
        .iter()
        .map(|format| PossibleValue::new(format.word()).help(format.about()));
    PossibleValuesParser::new(values)
        .try_map(|word| CalibrateFormat::from_word(&word).ok_or("this is not a format"))
}
