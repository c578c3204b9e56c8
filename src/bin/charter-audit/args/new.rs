//! The options of `new`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use closed_words::Word as _;
use engagement_records::record::{Kind, RecordType};

use super::plan::EngagementArgs;
use super::{JUDGE, PRINT, READ, day};

pub(super) const EXAMPLES: &str = "\
Examples:
  charter-audit new workshop --title \"Short breaks\" --date 2027-03-11 --start 10:00 --for 2h
      A record to fill in, with the last days for notice, papers and feedback beside their fields
  charter-audit new decision --set decided=2027-06-10 -o records";

/// A kind of engagement, or another type of record.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What {
    Engagement(Kind),
    Other(RecordType),
}

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// What it is about
    #[arg(value_name = "WHAT", value_parser = what())]
    pub(crate) what: Option<What>,
    #[command(flatten)]
    pub(crate) engagement: EngagementArgs,
    /// Give any other field its value: `notice.channel=email`, `decided=2027-06-10`; can be given
    /// several times
    #[arg(long, value_name = "FIELD=VALUE", value_parser = set, help_heading = PRINT)]
    pub(crate) set: Vec<(String, String)>,
    /// The charter; if not given, a `charter.yaml` in this folder or above it, else the built-in one
    #[arg(long, value_name = "FILE", help_heading = READ)]
    pub(crate) charter: Option<PathBuf>,
    /// Begin it as of this date (2026-03-01); today in the charter's time zone if not given
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = JUDGE)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Write to this file, never over another one; in a folder (a path without an ending), to one named after its day and
    /// title. Standard output if not given
    #[arg(short, long, value_name = "PATH", help_heading = PRINT)]
    pub(crate) output: Option<PathBuf>,
}

fn what() -> impl TypedValueParser<Value = What> {
    let others = RecordType::all_words().filter(|word| *word != RecordType::Engagement.word());
    PossibleValuesParser::new(Kind::all_words().chain(others)).try_map(|word| {
        let kind = Kind::from_word(&word).map(What::Engagement);
        let other = || RecordType::from_word(&word).map(What::Other);
        kind.or_else(other).ok_or("this is no kind of record")
    })
}

fn set(text: &str) -> Result<(String, String), String> {
    let (field, value) = text
        .split_once('=')
        .ok_or("write a field, `=` and its value, such as notice.channel=email")?;
    Ok((field.trim().to_owned(), value.trim().to_owned()))
}
