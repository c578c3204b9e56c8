//! What the commands that audit have in common: read, judge, write.

use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use charter_audit::audit::{Audit, AuditScope, audit};
use charter_audit::charter::{Charter, Clause, LoadedCharter};
use charter_audit::render::Format;
use charter_audit::render::check::in_one_line;
use charter_audit::report::{self, Baseline, Earlier, Outcome, Threshold};
use charter_audit::rules::Severity;
use chrono::Months;
use engagement_records::read::{self, Period, ReadSettings, Reading};
use engagement_records::record::{Engagement, Records};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;
use located::diagnostic::{Diagnostic, Level};
use located::source::Sources;

use crate::args::{self, FailOn};
use crate::input::{self, Input, hidden, say_faults};
use crate::limits;
use crate::outputs::{Outputs, Prints};
use crate::scope::scope;
use crate::world::{self, Existing, FoundFiles};

/// How a command audits.
pub(crate) struct With<'a> {
    /// The file of a baseline.
    pub(crate) baseline: Option<&'a Path>,
    /// What is new because time passed does not decide.
    pub(crate) ignore_elapsed: bool,
    /// Of what is wrong with files, only what kept something from being read is said.
    pub(crate) only_errors: bool,
    /// How it ended is said beside the result.
    pub(crate) says_how_it_ended: bool,
    pub(crate) prints: Prints,
    /// Writes a report into one of the files.
    pub(crate) file: &'a WriteReport<'a>,
}

/// Writes a report in a format.
pub(crate) type WriteReport<'a> =
    dyn Fn(&report::Report<'_>, Format, &mut dyn Write) -> io::Result<()> + 'a;

/// Reads, judges and writes; the same for every command that audits. `print` writes what goes to
/// standard output.
pub(crate) fn run(
    args: &args::AuditArgs,
    with: &With<'_>,
    print: impl FnOnce(&report::Report<'_>, Format, &mut dyn Write) -> io::Result<()>,
) -> Result<Outcome> {
    let Some(input) = input::read(&args.files)? else {
        return Ok(Outcome::Incomplete);
    };
    let redactor = input.charter.charter.redactor.clone();
    hidden(answer(args, with, input, print), &redactor)
}

/// Judges and writes, once it is known what must not be shown.
pub(crate) fn answer(
    args: &args::AuditArgs,
    with: &With<'_>,
    input: Input,
    print: impl FnOnce(&report::Report<'_>, Format, &mut dyn Write) -> io::Result<()>,
) -> Result<Outcome> {
    // Not before the charter is known, which says what must not be shown of a name.
    let outputs = Outputs::of(args, with.prints)?;
    let mut found = input.records(&args.files)?;
    let Input {
        mut sources,
        path,
        charter,
        changed,
        ..
    } = input;
    let redactor = &charter.charter.redactor;
    no_clause_is_a_name(&charter.charter)?;
    let scope = scope(args, &charter.charter)?;
    let earlier = earlier_audit(args.against.as_deref(), &scope)?;
    let baseline = baseline(with.baseline, &scope)?;
    let other = changed.as_ref().and_then(|it| it.path.as_deref());
    let against = args.against.as_deref();
    let names = args.files.names_file.as_deref();
    let beside = [path.as_deref(), against, with.baseline, names, other];
    let paths = std::mem::take(&mut found.paths);
    let settings = settings(args, &charter.charter, &scope, &outputs);
    let reading = reading(&mut sources, found, &settings, &charter)?;
    nothing_is_written_over(&outputs, &paths, &reading.own, &beside)?;
    let most = args.files.limits.shown_faults();
    say_what_is_wrong(&sources, redactor, &reading, with.only_errors, most)?;
    if let Some(nothing) = nothing(&reading, &scope, redactor) {
        return nothing;
    }
    // The program ends with what follows, and is not to give back record by record what it read.
    let (sources, reading) = (ManuallyDrop::new(sources), ManuallyDrop::new(reading));
    let judged = |scope: &AuditScope| judged(&charter, &reading, &sources, scope);
    let audit = ManuallyDrop::new(judged(&scope));
    let change = changed.as_ref().map(|it| it.change(&charter));
    let again = change.as_ref().and_then(|change| {
        let asked = change.scope(&charter.charter, &scope)?;
        Some(self::judged(change.charter(), &reading, &sources, &asked))
    });
    let threshold = threshold(args, with.ignore_elapsed);
    let mut report = report::Report::new(&charter, &scope, &audit, &reading, &sources, threshold)
        .with_page(args.page.details, args.page.due_by)
        .with_all(args.page.all)
        .against(earlier.as_ref());
    if let Some(change) = &change {
        report = report.with_change(change, again.as_ref());
    }
    if let Some(baseline) = &baseline {
        let then = (baseline.as_of < scope.as_of).then(|| {
            judged(&AuditScope {
                as_of: baseline.as_of,
                ..scope.clone()
            })
        });
        report = report.with_baseline(baseline, then.as_ref());
    }
    say_what_tables_leave_out(&report, &outputs)?;
    write(&report, &outputs, with.file, print)?;
    if with.says_how_it_ended {
        world::say(safe!("{}\n", in_one_line(&report)))?;
    }
    Ok(report.outcome)
}

/// How files are read.
fn settings<'c>(
    args: &args::AuditArgs,
    charter: &'c Charter,
    scope: &AuditScope,
    outputs: &Outputs,
) -> ReadSettings<'c> {
    let written = outputs.bytes_of_a_record(args.page.details);
    ReadSettings {
        join: !args.no_join,
        limits: limits::limits(&args.files, limits::VERDICTS + written),
        ..charter.read_settings(period(scope))
    }
}

/// Judges what was read.
fn judged<'a>(
    charter: &'a LoadedCharter,
    reading: &'a Reading,
    sources: &'a Sources,
    scope: &AuditScope,
) -> Audit<'a> {
    world::waiting("Judging", "subjects", |progress| {
        audit(&charter.charter, &reading.records, sources, scope, progress)
    })
}

/// Reads the records of the files that were found, and keeps what is to be said of the others.
pub(crate) fn reading(
    sources: &mut Sources,
    found: FoundFiles,
    settings: &ReadSettings<'_>,
    charter: &LoadedCharter,
) -> Result<Reading> {
    let mut reading = world::waiting("Reading", "files", |progress| {
        read::records(sources, found.files, settings, progress)
    });
    limits::not_too_much(reading.too_much.as_deref(), settings.limits, "audited")?;
    reading.records.incomplete |= !found.unreadable.is_empty();
    reading.unreadable = found.unreadable;
    reading.files_passed_over.extend(found.passed_over);
    add_what_the_charter_names(&mut reading, charter);
    Ok(reading)
}

/// What is to be said of the charter and of the schools' files that it names belongs to what was read.
fn add_what_the_charter_names(reading: &mut Reading, charter: &LoadedCharter) {
    reading.faults.splice(0..0, charter.remarks.iter().cloned());
    let schools = charter.charter.calendar_origin.schools.iter();
    let passed_over: usize = schools.map(|school| school.passed_over).sum();
    if passed_over > 0 {
        let what = "entries of schools' files that say nothing of terms".to_owned();
        reading.passed_over.push((what, passed_over));
    }
}

pub(crate) fn say_what_is_wrong(
    sources: &Sources,
    redactor: &Redactor,
    reading: &Reading,
    only_errors: bool,
    most: usize,
) -> Result<()> {
    let faults = reading.faults.iter();
    let faults = faults.filter(|fault| fault.level == Level::Error || !only_errors);
    let faults: Vec<Diagnostic> = faults.cloned().collect();
    say_faults(sources, redactor, &faults, &reading.unreadable, most)
}

/// What was read stays as it is, but for earlier reports that lie there.
fn nothing_is_written_over(
    outputs: &Outputs,
    paths: &[(String, PathBuf)],
    own: &[String],
    beside: &[Option<&Path>],
) -> Result<()> {
    let records = paths.iter().filter(|(name, _)| !own.contains(name));
    let paths: Vec<PathBuf> = records.map(|(_, path)| path.clone()).collect();
    let mut files = outputs.files.iter().map(|(path, _)| path);
    match files.find(|path| world::is_input(path, &paths, beside)) {
        Some(path) => bail!(
            "{} is one of the files that are audited; write to another",
            world::name(path)
        ),
        None => Ok(()),
    }
}

/// When the audit ends with a finding.
fn threshold(args: &args::AuditArgs, ignore_elapsed: bool) -> Threshold {
    Threshold {
        fail_on: match args.fail_on {
            FailOn::Breach => Some(Severity::Breach),
            FailOn::Concern => Some(Severity::Concern),
            FailOn::Advice => Some(Severity::Advice),
            FailOn::None => None,
        },
        strict: args.strict,
        ignore_elapsed,
    }
}

/// Clauses are told apart by their ids, so that none of these can be hidden.
fn no_clause_is_a_name(charter: &Charter) -> Result<()> {
    let hidden = |clause: &Clause| charter.redactor.hides(&clause.id);
    match charter.clauses.iter().position(hidden) {
        Some(at) => bail!(
            "the id of clause {} of the charter is on the list of names",
            at + 1
        ),
        None => Ok(()),
    }
}

/// A table of findings has no room for what was not read, so it is said beside it.
fn say_what_tables_leave_out(report: &report::Report<'_>, outputs: &Outputs) -> Result<()> {
    let files = outputs.files.iter().map(|(_, format)| *format);
    if !files
        .chain(outputs.printed)
        .any(|format| format == Format::Csv)
    {
        return Ok(());
    }
    for fault in report.not_read() {
        world::say(safe!("note: {}: {}\n", fault.address, fault.message))?;
    }
    Ok(())
}

/// Writes every output, or no file of them.
fn write(
    report: &report::Report<'_>,
    outputs: &Outputs,
    file: &WriteReport<'_>,
    print: impl FnOnce(&report::Report<'_>, Format, &mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    if !outputs.files.is_empty() {
        world::waiting("Writing", "formats", |progress| {
            progress.begin(outputs.files.len());
            let files = outputs.files.iter();
            let files: Vec<(&Path, Format)> = files
                .map(|(path, format)| (path.as_path(), *format))
                .collect();
            world::write_files(&files, &[], Existing::GivesWay, |format, out| {
                file(report, *format, out)?;
                progress.advance(1);
                Ok(())
            })
        })?;
    }
    match outputs.printed {
        Some(format) => world::print_with(|out| print(report, format, out)),
        None => Ok(()),
    }
}

/// The days whose entries of calendars are read: series without an end go on for a year after the
/// day that the audit speaks for.
pub(crate) fn period(scope: &AuditScope) -> Period {
    Period {
        since: scope.since,
        until: scope
            .until
            .or_else(|| scope.as_of.checked_add_months(Months::new(12))),
    }
}

/// The audit to compare with, if one was named.
fn earlier_audit(path: Option<&Path>, scope: &AuditScope) -> Result<Option<Earlier>> {
    let earlier = path.map(world::earlier).transpose()?;
    match &earlier {
        Some(earlier) if earlier.as_of > scope.as_of => bail!(
            "the audit to compare with speaks for {}, which is later than {}",
            earlier.as_of,
            scope.as_of
        ),
        _ => Ok(earlier),
    }
}

/// What was known before, if a file of it was named.
fn baseline(path: Option<&Path>, scope: &AuditScope) -> Result<Option<Baseline>> {
    let baseline = path.map(world::baseline).transpose()?;
    match &baseline {
        Some(baseline) if baseline.as_of > scope.as_of => bail!(
            "the baseline speaks for {}, which is later than {}",
            baseline.as_of,
            scope.as_of
        ),
        _ => Ok(baseline),
    }
}

/// Whether somebody asked for a period, and no record lies in it. One without a day may.
fn is_out_of_period(records: &Records, scope: &AuditScope) -> bool {
    if scope.since.is_none() && scope.until.is_none() {
        return false;
    }
    let engagements = records.engagements.iter().map(Engagement::day);
    let decisions = records.decisions.iter();
    let decisions = decisions.map(|decision| decision.decided.get().copied());
    let requests = records.requests.iter();
    let requests = requests.map(|request| request.made.get().or(request.needed_for.get()).copied());
    let mut days = engagements.chain(decisions).chain(requests);
    !days.any(|day| scope.covers(day))
}

/// How it ended where there is nothing to judge, which is said.
fn nothing(reading: &Reading, scope: &AuditScope, redactor: &Redactor) -> Option<Result<Outcome>> {
    if reading.records.is_empty() {
        return Some(nothing_to_audit(reading, redactor));
    }
    is_out_of_period(&reading.records, scope).then(nothing_in_period)
}

fn nothing_in_period() -> Result<Outcome> {
    world::say(safe!(
        "error: there was nothing to audit: no record lies in the period that was asked for\n  \
         help: `--since` and `--until` are days of events; both are included\n"
    ))?;
    Ok(Outcome::Incomplete)
}

fn nothing_to_audit(reading: &Reading, redactor: &Redactor) -> Result<Outcome> {
    let files = &reading.files_passed_over;
    for (what, count) in reading.passed_over.iter().chain(files) {
        let what = redactor.redact(what);
        world::say(safe!("note: passed over {}: {}\n", what, *count))?;
    }
    let files: &'static str = if reading.files == 0 {
        "no files of records were found"
    } else {
        "no record could be read"
    };
    let kinds = read::Format::endings().map(|ending| safe!(".{}", ending));
    world::say(safe!(
        "error: there was nothing to audit: {}\n  \
         help: give a folder with records; files that are read end in {}; the README shows a \
         first record\n",
        files,
        SafeText::listed(kinds, "and")
    ))?;
    Ok(Outcome::Incomplete)
}
