//! The command line: types only.

use std::path::PathBuf;

use charter_audit::read;
use charter_audit::render::Format;
use charter_audit::render::json::Published;
use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use closed_words::Word as _;

/// Tests a coproduction charter against the work really done with parents, carers, children and
/// young people: what was kept, what was not, what cannot be shown, and what can still be saved.
#[derive(Debug, Parser)]
#[command(name = "charter-audit", version, max_term_width = 90)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Audit records: show findings where they are, then a tally
    ///
    /// Exit code 0: audited, nothing at or above the threshold. 1: there are findings. 2: not
    /// everything could be audited.
    Check(Check),
    /// Write the report for a meeting or its minutes
    ///
    /// Exit codes are those of `check`.
    Report(Report),
    /// Turn records in any format into YAML files, one for each record
    ///
    /// What was understood is all there, what was not stands beside it as a remark, and what may
    /// identify somebody is left out. Exit code 0: all of it. 2: something could not be read.
    Convert(Convert),
    /// Say what a clause or a rule means, how it is judged, and show examples
    Explain(Explain),
    /// Judge the examples that a charter carries, and say which come out otherwise
    ///
    /// Exit code 0: all as expected. 1: some otherwise. 2: an example cannot be read, or there is
    /// none.
    Test(Test),
    /// Print the JSON Schema of a form that programs read
    Schema(Schema),
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) audit: Audit,
    /// An audit that was saved with `--format json`: only what is not in it gives exit code 1
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Show everything in full, and what is still to come
    #[arg(short, long, conflicts_with = "quiet")]
    pub(crate) verbose: bool,
    /// Show only the summary
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) audit: Audit,
}

#[derive(Debug, Args)]
pub(crate) struct Convert {
    #[command(flatten)]
    pub(crate) files: Files,
    /// The folder to write to, a file for each record; without it, all go to standard output
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
    /// Write over files that are already there
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    /// From series in calendars, only what is on this day or later
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) since: Option<NaiveDate>,
    /// From series in calendars, only what is on this day or earlier; otherwise they are followed
    /// for a year from today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) until: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A clause of the charter (O4a1) or a rule (notice); all clauses when left out
    pub(crate) name: Option<String>,
    /// The charter to explain
    #[arg(long, value_name = "FILE")]
    pub(crate) charter: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Test {
    /// The charter; otherwise a `charter.yaml` in this folder or above it, otherwise the built-in
    /// one
    #[arg(value_name = "CHARTER")]
    pub(crate) charter: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(crate) struct Schema {
    /// The form
    #[arg(value_name = "FORM", value_parser = published())]
    pub(crate) form: Published,
}

/// What all commands take that read records.
#[derive(Debug, Args)]
pub(crate) struct Files {
    /// Folders or files with records; `-` is standard input, nothing is this folder
    #[arg(value_name = "PATH", long_help = about_paths())]
    pub(crate) paths: Vec<PathBuf>,
    /// How standard input (`-`) is written; otherwise by what it begins with, or YAML
    #[arg(long, value_name = "FORMAT", value_parser = input_format())]
    pub(crate) input_format: Option<read::Format>,
    /// The charter; otherwise a `charter.yaml` in the record folder or above it, otherwise the
    /// built-in one
    #[arg(long, value_name = "FILE")]
    pub(crate) charter: Option<PathBuf>,
    /// Names that must not be in records, one a line; keep this file outside the records' folder
    #[arg(long, value_name = "FILE")]
    pub(crate) names_file: Option<PathBuf>,
}

/// What all audits take.
#[derive(Debug, Args)]
pub(crate) struct Audit {
    #[command(flatten)]
    pub(crate) files: Files,
    /// The day the audit speaks for (2026-03-01); today in the charter's time zone when left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Leave out what was before this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) since: Option<NaiveDate>,
    /// Leave out what was after this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) until: Option<NaiveDate>,
    /// Only the promises of this party's side: a party's id or name, `organisation` or `forum`
    #[arg(long, value_name = "PARTY")]
    pub(crate) party: Option<String>,
    /// Only this clause; can be given several times
    #[arg(long, value_name = "CLAUSE")]
    pub(crate) clause: Vec<String>,
    /// An earlier audit that was saved with `--format json`; the report shows what moved since
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Option<PathBuf>,
    /// From which severity on a promise that was not kept gives exit code 1
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Breach)]
    pub(crate) fail_on: FailOn,
    /// Promises without evidence give exit code 1, too
    #[arg(long)]
    pub(crate) strict: bool,
    /// How the result is written; otherwise as text, or as the endings of files say
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    pub(crate) format: Option<Format>,
    /// Write to this file, in the form that its ending says; can be given several times. `check`
    /// still prints its text
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Vec<PathBuf>,
    /// When to use colour
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub(crate) color: Colour,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FailOn {
    /// An unqualified promise, or below the agreed floor
    Breach,
    /// Also a qualified promise that fell short of the standard
    Concern,
    /// Also everything else that was not kept
    Advice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// In a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn about_paths() -> String {
    let endings: Vec<String> = read::Format::endings()
        .map(|ending| format!(".{ending}"))
        .collect();
    format!(
        "Folders or files with records; `-` is standard input, nothing is this folder.\n\nIn \
         folders, files with these endings are read: {}. A file that is named is read whatever \
         its ending, as YAML where that is not known.",
        endings.join(" ")
    )
}

fn format() -> impl TypedValueParser<Value = Format> {
    let values = Format::ALL
        .iter()
        .map(|format| PossibleValue::new(format.word()).help(format.about()));
    PossibleValuesParser::new(values)
        .try_map(|word| Format::from_word(&word).ok_or("this is not a format"))
}

fn published() -> impl TypedValueParser<Value = Published> {
    let values = Published::ALL
        .iter()
        .map(|form| PossibleValue::new(form.word()).help(form.about()));
    PossibleValuesParser::new(values)
        .try_map(|word| Published::from_word(&word).ok_or("this is not a form"))
}

fn input_format() -> impl TypedValueParser<Value = read::Format> {
    PossibleValuesParser::new(read::Format::all_words())
        .try_map(|word| read::Format::from_word(&word).ok_or("this is not a format"))
}

fn day(text: &str) -> Result<NaiveDate, String> {
    charter_audit::fields::read_date(text)
}
