//! The command line: types only.

mod baseline;
mod calibrate;
mod convert;
mod due;
mod init;
mod limits;
mod new;
mod plan;
mod schema;
mod values;

use std::path::PathBuf;

use charter_audit::render::Format;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use engagement_records::read;

pub(crate) use baseline::BaselineArgs;
pub(crate) use calibrate::CalibrateArgs;
pub(crate) use convert::ConvertArgs;
pub(crate) use due::DueArgs;
pub(crate) use init::InitArgs;
pub(crate) use limits::LimitArgs;
pub(crate) use new::{NewArgs, What};
pub(crate) use plan::{PlanArgs, ends};
pub(crate) use schema::{SchemaArgs, SchemaOf};
use values::{day, format, input_format};

/// What options are about, as help groups them.
const READ: &str = "What to read";
const JUDGE: &str = "What to judge";
const PRINT: &str = "What to print";
const FAIL: &str = "What fails";

/// Checks a coproduction charter against records of what was done with parents, carers, children
/// and young people: what was kept, what was not, what cannot be shown, and what can still be saved.
#[derive(Debug, Parser)]
#[command(
    name = "charter-audit",
    bin_name = "charter-audit",
    version,
    max_term_width = 90
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const CHECK_EXAMPLES: &str = "\
Examples:
  charter-audit check records
      What was not kept, where it stands, and a table of all promises
  charter-audit check records --baseline baseline.txt --ignore-elapsed
      In CI: fail only for what a change to the records or the charter made new";

const REPORT_EXAMPLES: &str = "\
Examples:
  charter-audit report records -o report.docx -o report.html
      For the minutes and for a browser
  charter-audit report records --since 2025-09-01 --party forum
      One side's promises in one school year, on the screen";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a folder to begin with: a charter to adapt, a log to keep, and what to do with them
    ///
    /// In a terminal it asks for what the options leave out, and writes nothing before the last answer.
    /// Files that are there are never overwritten. Exit code 0: everything was written. 2: nothing was.
    #[command(after_help = init::EXAMPLES)]
    Init(InitArgs),
    /// Audit records, showing each finding where it is and a tally at the end
    ///
    /// Exit code 0: audited, nothing at or above the threshold. 1: a promise was not kept. 2: not
    /// everything could be audited.
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Write a report for a meeting or its minutes
    ///
    /// The exit codes are those of `check`.
    #[command(after_help = REPORT_EXAMPLES)]
    Report(ReportArgs),
    /// List what is to be done, by whom and by when, the soonest first
    ///
    /// One line for one thing to do, however many promises it serves: what can still be done in time,
    /// and what is overdue and still worth doing. Exit code 0: audited. 1, with `--overdue`:
    /// something is overdue. 2: not everything could be audited.
    #[command(after_help = due::EXAMPLES)]
    Due(DueArgs),
    /// Plan an engagement: the last day for everything it needs, what its time clashes with, and better
    /// times
    ///
    /// Exit code 0: planned. 2: not everything could be read.
    #[command(after_help = plan::EXAMPLES)]
    Plan(PlanArgs),
    /// Begin a record: the fields that its promises need, each with what it means and its last day
    ///
    /// In a terminal, what the options do not say is asked for. Exit code 0: written. 2: what was given
    /// cannot be used, and nothing was written.
    #[command(after_help = new::EXAMPLES)]
    New(NewArgs),
    /// Test the charter's numbers: how many would have met others, and what would change under them
    ///
    /// For each promise with a number: how many met it, which number 50, 80 and 95 per cent of what
    /// was done would have met, and where most misses lie, by kind of engagement and by who held it.
    /// Promises that were always kept, never tested or mostly explained are pointed out. Exit code 0:
    /// audited. 2: not everything could be audited.
    #[command(after_help = calibrate::EXAMPLES)]
    Calibrate(CalibrateArgs),
    /// Remember what is not kept or has no evidence today, for `check --baseline`
    ///
    /// The file has one line for each finding and each record, and nothing of what records say. It
    /// is sorted, so that two versions of it are merged by keeping the lines of both. Exit code 0:
    /// audited. 2: not everything could be audited.
    Baseline(BaselineArgs),
    /// Convert records in any format to YAML, one file per record
    ///
    /// Everything that was understood is kept, what was not is added as a comment, and what may
    /// identify somebody is left out. Exit code 0: everything was converted. 2: something could not
    /// be read.
    Convert(ConvertArgs),
    /// Show what was understood of the columns of tables, and what to do about the others
    ///
    /// Exit code 0: every table could be read. 2: something could not be read, or there is no table.
    Columns(ColumnsArgs),
    /// Explain a clause or a rule and how it is judged, a field of records, or the calendar
    Explain(ExplainArgs),
    /// Run a charter's own examples and list those with a different verdict
    ///
    /// Exit code 0: all as expected. 1: at least one example gave another verdict. 2: an example
    /// cannot be read, or there is none.
    Test(TestArgs),
    /// Print the JSON Schema of what this program writes for others, or of what people write for it
    ///
    /// Editors that know the schema of a charter, of records or of `columns.yaml` complete names and
    /// words, say what a field means, and show what is wrong while somebody writes.
    #[command(after_help = schema::EXAMPLES)]
    Schema(SchemaArgs),
    /// Print what makes a shell complete the options of this program
    Completions(CompletionsArgs),
    /// Print the manual page, of this program or of one of its commands
    Man(ManArgs),
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) audit: AuditArgs,
    #[command(flatten)]
    pub(crate) known: KnownArgs,
    /// Show so many findings in full and so many in a line each, and count the rest by promise; 0
    /// for all
    #[arg(long, value_name = "NUMBER", default_value_t = 50, help_heading = PRINT)]
    pub(crate) max_findings: usize,
    /// Show a line for each finding
    #[arg(long, conflicts_with_all = ["quiet", "verbose"], help_heading = PRINT)]
    pub(crate) concise: bool,
    /// Show every finding in full, what is still to come, and what the baseline has
    #[arg(short, long, conflicts_with = "quiet", help_heading = PRINT)]
    pub(crate) verbose: bool,
    /// Say in one line what was found
    #[arg(short, long, help_heading = PRINT)]
    pub(crate) quiet: bool,
}

/// What was known before.
#[derive(Debug, Args)]
pub(crate) struct KnownArgs {
    /// A file of `charter-audit baseline`: exit with 1 only for what is not in it
    #[arg(long, value_name = "FILE", help_heading = FAIL)]
    pub(crate) baseline: Option<PathBuf>,
    /// Exit with 0 for what is not in the baseline only because time has passed since
    #[arg(long, requires = "baseline", help_heading = FAIL)]
    pub(crate) ignore_elapsed: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    pub(crate) audit: AuditArgs,
    /// Say on standard error how the audit ended
    #[arg(short, long, conflicts_with = "quiet", help_heading = PRINT)]
    pub(crate) verbose: bool,
    /// Say nothing of warnings and notes on standard error
    #[arg(short, long, help_heading = PRINT)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ColumnsArgs {
    #[command(flatten)]
    pub(crate) files: FilesArgs,
    /// Write a `columns.yaml` beside the tables, to edit: the columns that are understood, and
    /// proposals for the others. In a terminal, each of these is asked about. A file that is there
    /// is never overwritten
    #[arg(long)]
    pub(crate) write: bool,
    /// What promises ask for as of this date (2026-03-01); today in the charter's time zone if not
    /// given
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// A clause of the charter (O4a1), a rule by any of its names (feedback-in-time, "Feedback in
    /// time", "Late feedback"), or a field (notice.sent, sent); `fields` lists all fields, and
    /// `calendar` says on which days schools are open; lists all clauses if not given
    pub(crate) name: Option<String>,
    /// The charter to explain
    #[arg(long, value_name = "FILE")]
    pub(crate) charter: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct TestArgs {
    /// The charter; if not given, a `charter.yaml` in this folder or above it, else the built-in one
    #[arg(value_name = "CHARTER")]
    pub(crate) charter: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// The command; all of the program if not given
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

/// What all commands take that read records.
#[derive(Debug, Args)]
pub(crate) struct FilesArgs {
    /// Folders or files with records, `-` for standard input; the current folder if not given
    #[arg(value_name = "PATH", long_help = about_paths())]
    pub(crate) paths: Vec<PathBuf>,
    /// Format of standard input; guessed from its first bytes if not given, otherwise YAML
    #[arg(long, value_name = "FORMAT", value_parser = input_format(), help_heading = READ)]
    pub(crate) input_format: Option<read::Format>,
    /// The charter; if not given, a `charter.yaml` in the record folder or above it, else the
    /// built-in one
    #[arg(long, value_name = "FILE", help_heading = READ)]
    pub(crate) charter: Option<PathBuf>,
    /// Names that must not appear in records, one per line; keep this file outside the folder
    #[arg(long, value_name = "FILE", help_heading = READ)]
    pub(crate) names_file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) limits: LimitArgs,
}

/// What all audits take.
#[derive(Debug, Args)]
pub(crate) struct AuditArgs {
    #[command(flatten)]
    pub(crate) files: FilesArgs,
    /// Audit as of this date (2026-03-01); today in the charter's time zone if not given
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
    /// Take what several files say of one meeting for several meetings
    #[arg(long, help_heading = READ)]
    pub(crate) no_join: bool,
    /// An earlier audit saved with `--format json`; the report shows what has changed since
    #[arg(long, value_name = "FILE", help_heading = PRINT)]
    pub(crate) against: Option<PathBuf>,
    /// Exit with 1 if a promise of this severity or worse was not kept
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Breach, help_heading = FAIL)]
    pub(crate) fail_on: FailOn,
    /// Exit with 1 for promises without evidence as well
    #[arg(long, help_heading = FAIL)]
    pub(crate) strict: bool,
    #[command(flatten)]
    pub(crate) page: PageArgs,
    /// Format of the result; if not given, text, or what the names of the files end in
    #[arg(long, value_name = "FORMAT", value_parser = format(), help_heading = PRINT)]
    pub(crate) format: Option<Format>,
    /// Write to this file, in the format its name ends in; can be given several times. `check`
    /// still prints its text
    #[arg(short, long, value_name = "FILE", help_heading = PRINT)]
    pub(crate) output: Vec<PathBuf>,
    /// When to use colour
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Colour::Auto, help_heading = PRINT)]
    pub(crate) color: Colour,
}

impl AuditArgs {
    /// An audit of everything, printed as a text.
    fn of_everything(files: FilesArgs) -> Self {
        AuditArgs {
            files,
            as_of: None,
            since: None,
            until: None,
            party: None,
            clause: Vec::new(),
            no_join: false,
            against: None,
            fail_on: FailOn::None,
            strict: false,
            page: PageArgs {
                details: false,
                all: false,
                due_by: None,
            },
            format: Some(Format::Text),
            output: Vec::new(),
            color: Colour::Auto,
        }
    }
}

/// How much a report has.
#[derive(Debug, Args)]
pub(crate) struct PageArgs {
    /// Put every finding with its evidence behind the page of a report
    #[arg(long, help_heading = PRINT)]
    pub(crate) details: bool,
    /// Write what has no evidence into SARIF as well; the other formats have it always
    #[arg(long, help_heading = PRINT)]
    pub(crate) all: bool,
    /// Show what falls due until this date (2026-03-01) on the page; four weeks ahead if not given
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = PRINT)]
    pub(crate) due_by: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FailOn {
    /// An unconditional promise, or one that fell below the agreed minimum
    Breach,
    /// Also a qualified promise that fell short of its standard
    Concern,
    /// Also any other promise that was not kept
    Advice,
    /// None: exit with 1 for nothing
    None,
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
        "Folders or files with records, `-` for standard input; the current folder if not \
         given.\n\nIn folders, files with these endings are read: {}. A file named here is read \
         whatever its ending, as YAML if the ending is unknown.",
        endings.join(" ")
    )
}
