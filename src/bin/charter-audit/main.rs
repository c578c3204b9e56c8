//! The command-line program: arguments in, library called, bytes out.

mod args;
mod question;
mod world;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use charter_audit::audit::{Question, audit};
use charter_audit::diagnostic::{Diagnostic, Level};
use charter_audit::identify::Watch;
use charter_audit::mask::{Mask, masked};
use charter_audit::read::{self, Format, LoadedCharter, Period, Reading};
use charter_audit::render::{self, check, json, page, snippet::Drawing, text};
use charter_audit::report::{self, Earlier, Outcome, Threshold};
use charter_audit::rules::{Rule, Severity};
use charter_audit::source::Sources;
use charter_audit::trial;
use charter_audit::words::listed;
use chrono::Months;
use clap::Parser as _;

use args::{Cli, Command, FailOn, Output};
use question::{question, unknown};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let outcome = match cli.command {
        Command::Check(args) => run_check(&args),
        Command::Report(args) => run_report(&args),
        Command::Explain(args) => run_explain(&args),
        Command::Test(args) => run_test(&args),
    };
    let outcome = outcome.unwrap_or_else(|error| {
        let text = format!("error: {}\n", masked(&format!("{error:#}")));
        // Nobody is left to hear that nobody can be told.
        let _ = world::say(&text);
        Outcome::Incomplete
    });
    ExitCode::from(outcome.exit_code())
}

/// Prints help that was asked for, or what is wrong with the arguments, which may hold anything.
fn usage(error: &clap::Error) -> ExitCode {
    let outcome = if error.use_stderr() {
        let _ = world::say(&masked(&error.render().to_string()));
        Outcome::Incomplete
    } else {
        let _ = error.print();
        Outcome::Clean
    };
    ExitCode::from(outcome.exit_code())
}

fn run_check(args: &args::Check) -> Result<Outcome> {
    let detail = match (args.quiet, args.verbose) {
        (true, _) => check::Detail::Quiet,
        (_, true) => check::Detail::Verbose,
        _ => check::Detail::Normal,
    };
    let colour = world::colour(args.audit.color);
    run_audit(&args.audit, None, |report| match args.audit.format {
        Output::Text => Ok(check::render(report, detail, colour)),
        Output::Json => Ok(json::render(report)?),
    })
}

fn run_report(args: &args::Report) -> Result<Outcome> {
    // The report itself has no colour; faults beside it may.
    world::colour(args.audit.color);
    run_audit(&args.audit, args.output.as_deref(), |report| {
        match args.audit.format {
            Output::Text => Ok(text::render(&report::document(report))),
            Output::Json => Ok(json::render(report)?),
        }
    })
}

/// Reads, judges and writes; the same for every command that audits.
fn run_audit(
    args: &args::Audit,
    output: Option<&Path>,
    render: impl FnOnce(&report::Report<'_>) -> Result<String>,
) -> Result<Outcome> {
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() {
        here.as_slice()
    } else {
        &args.paths
    };
    if args.input_format.is_some() && !paths.iter().any(|path| world::is_standard_input(path)) {
        bail!("--input-format says how standard input is written; give `-` as one of the paths");
    }
    let names = args.names_file.as_deref().map_or(Ok(Vec::new()), names)?;
    let mask = Mask::new(Watch::default().with_names(&names).unwrap_or_default());
    let mut sources = Sources::default();
    let loaded = charter_of(args, paths).and_then(|path| {
        let charter = load_charter(&mut sources, path.as_deref(), &mask)?;
        Ok(charter.map(|charter| (path, charter)))
    });
    let Some((path, mut charter)) = hidden(loaded, &mask)? else {
        return Ok(Outcome::Incomplete);
    };
    let watch = charter.charter.mask.watch().clone();
    charter.charter.mask = Mask::new(watch.with_names(&names).unwrap_or_default());
    let mask = charter.charter.mask.clone();
    let asked = Asked {
        args,
        output,
        paths,
        path: path.as_deref(),
        mask: &mask,
    };
    hidden(asked.answer(sources, &charter, render), &mask)
}

/// An error without anything that a mask hides.
fn hidden<T>(result: Result<T>, mask: &Mask) -> Result<T> {
    result.map_err(|error| anyhow!("{}", mask.masked(&format!("{error:#}"))))
}

/// The charter that was named, or the one that belongs to the records.
fn charter_of(args: &args::Audit, paths: &[PathBuf]) -> Result<Option<PathBuf>> {
    match &args.charter {
        Some(path) => Ok(Some(path.clone())),
        None => world::charter_above(paths),
    }
}

/// What was asked, once it is known what must not be shown.
struct Asked<'a> {
    args: &'a args::Audit,
    output: Option<&'a Path>,
    paths: &'a [PathBuf],
    path: Option<&'a Path>,
    mask: &'a Mask,
}

impl Asked<'_> {
    fn answer(
        &self,
        mut sources: Sources,
        charter: &LoadedCharter,
        render: impl FnOnce(&report::Report<'_>) -> Result<String>,
    ) -> Result<Outcome> {
        let Asked {
            args,
            output,
            paths,
            path,
            mask,
        } = *self;
        let clauses = &charter.charter.clauses;
        if let Some(at) = clauses
            .iter()
            .position(|clause| mask.masked(&clause.id) != clause.id)
        {
            bail!(
                "the id of clause {} of the charter is on the list of names",
                at + 1
            );
        }
        let question = question(args, &charter.charter)?;
        let earlier = earlier(args, &question)?;
        let found = world::records(paths, args.input_format, path, args.charter.is_some())?;
        let beside = [path, args.against.as_deref(), args.names_file.as_deref()];
        let is_input = |output: &&Path| world::is_input(output, &found.paths, &beside);
        if let Some(output) = output.filter(is_input) {
            bail!(
                "{} is one of the files that are audited; write to another",
                world::name(output)
            );
        }
        let period = period(&question);
        let mut reading = read::records(&mut sources, found.files, &charter.charter, period);
        reading.records.incomplete |= !found.unreadable.is_empty();
        reading.unreadable = found.unreadable;
        reading.passed_over.extend(found.passed_over);
        say_faults(&sources, mask, &reading.faults, &reading.unreadable)?;
        if reading.records.is_empty() {
            return nothing_to_audit(&reading, mask);
        }
        let audit = audit(&charter.charter, &reading.records, &sources, &question);
        let threshold = Threshold {
            fail_on: match args.fail_on {
                FailOn::Breach => Severity::Breach,
                FailOn::Concern => Severity::Concern,
                FailOn::Advice => Severity::Advice,
            },
            strict: args.strict,
        };
        let report = report::Report::new(charter, &question, &audit, &reading, &sources, threshold)
            .against(earlier.as_ref());
        world::write(&render(&report)?, output)?;
        Ok(report.outcome)
    }
}

/// The days whose entries of calendars are read: series without an end go on for a year after the
/// day that the audit speaks for.
fn period(question: &Question) -> Period {
    Period {
        since: question.since,
        until: question
            .until
            .or_else(|| question.as_of.checked_add_months(Months::new(12))),
    }
}

/// The audit to compare with, if one was named.
fn earlier(args: &args::Audit, question: &Question) -> Result<Option<Earlier>> {
    let earlier = args.against.as_deref().map(world::earlier).transpose()?;
    match &earlier {
        Some(earlier) if earlier.as_of > question.as_of => bail!(
            "the audit to compare with speaks for {}, which is later than {}",
            earlier.as_of,
            question.as_of
        ),
        _ => Ok(earlier),
    }
}

/// The charter, or nothing when it has faults, which have been said.
fn load_charter(
    sources: &mut Sources,
    path: Option<&Path>,
    mask: &Mask,
) -> Result<Option<LoadedCharter>> {
    let file = path.map(world::file).transpose()?;
    match read::charter(sources, file, &|named| world::beside(path, named)) {
        Ok(charter) => Ok(Some(charter)),
        Err(faults) => charter_faults(sources, mask, &faults, "audited").map(|_| None),
    }
}

fn charter_faults(
    sources: &Sources,
    mask: &Mask,
    faults: &[Diagnostic],
    done: &str,
) -> Result<Outcome> {
    say_faults(sources, mask, faults, &[])?;
    world::say(&format!(
        "error: the charter has faults, so nothing was {done}\n"
    ))?;
    Ok(Outcome::Incomplete)
}

/// A list of names that must not be in records.
fn names(path: &Path) -> Result<Vec<String>> {
    let names = world::lines(path)?;
    if let Err(wrong) = Watch::default().with_names(&names) {
        let wrong: Vec<String> = wrong.iter().map(ToString::to_string).collect();
        bail!("cannot use {}: {}", world::name(path), wrong.join("; "));
    }
    Ok(names)
}

fn say_faults(
    sources: &Sources,
    mask: &Mask,
    faults: &[Diagnostic],
    unreadable: &[String],
) -> Result<()> {
    let drawing = Drawing::new(sources, mask.clone(), true);
    for fault in faults {
        world::say(&drawing.fault(fault))?;
        world::say("\n\n")?;
    }
    for error in unreadable {
        world::say(&format!("error: {}\n", mask.one_line(error)))?;
    }
    let errors = faults
        .iter()
        .filter(|fault| fault.level == Level::Error)
        .count()
        + unreadable.len();
    if errors > 1 {
        world::say(&format!("{errors} faults\n"))?;
    }
    Ok(())
}

fn nothing_to_audit(reading: &Reading, mask: &Mask) -> Result<Outcome> {
    for (what, count) in &reading.passed_over {
        let what = mask.one_line(what);
        world::say(&format!("note: passed over {what}: {count}\n"))?;
    }
    let files = if reading.files == 0 {
        "no files of records were found"
    } else {
        "no record could be read"
    };
    let kinds = listed(Format::endings().map(|ending| format!(".{ending}")), "and");
    world::say(&format!(
        "error: there was nothing to audit: {files}\n  \
         help: give a folder with records; files that are read end in {kinds}; the README shows a \
         first record\n"
    ))?;
    Ok(Outcome::Incomplete)
}

/// The charter that was named, or the one that belongs to this folder.
fn charter_here(named: Option<&PathBuf>) -> Result<Option<PathBuf>> {
    match named {
        Some(path) => Ok(Some(path.clone())),
        None => world::charter_above(&[PathBuf::from(".")]),
    }
}

fn run_test(args: &args::Test) -> Result<Outcome> {
    let mut sources = Sources::default();
    let path = charter_here(args.charter.as_ref())?;
    let file = path.as_deref().map(world::file).transpose()?;
    let load = |named: &str| world::beside(path.as_deref(), named);
    let (charter, examples, faults) = match read::charter_with_examples(&mut sources, file, &load) {
        Ok(read) => read,
        Err(faults) => return charter_faults(&sources, &Mask::default(), &faults, "tested"),
    };
    let mask = charter.charter.mask.clone();
    say_faults(&sources, &mask, &faults, &[])?;
    if examples.all.is_empty() && faults.is_empty() {
        world::say(
            "error: this charter carries no examples\n  help: `charter-audit explain` shows each \
             rule's examples; the README shows how to add some under a clause\n",
        )?;
        return Ok(Outcome::Incomplete);
    }
    let trials = trial::run(&examples.all, &sources);
    world::write(
        &render::trial::render(
            &charter.charter,
            &charter.name,
            &trials,
            examples.foreign,
            &sources,
        ),
        None,
    )?;
    Ok(if !faults.is_empty() {
        Outcome::Incomplete
    } else if trials.iter().all(trial::Trial::is_as_expected) {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

fn run_explain(args: &args::Explain) -> Result<Outcome> {
    let mut sources = Sources::default();
    let path = charter_here(args.charter.as_ref())?;
    let Some(loaded) = load_charter(&mut sources, path.as_deref(), &Mask::default())? else {
        return Ok(Outcome::Incomplete);
    };
    let charter = &loaded.charter;
    let Some(name) = &args.name else {
        world::write(&page::clauses(charter), None)?;
        return Ok(Outcome::Clean);
    };
    let rule = Rule::pages()
        .find(|page| page.name.eq_ignore_ascii_case(name) || page.title.eq_ignore_ascii_case(name));
    let text = match (charter.clause(name), rule) {
        (Some(clause), _) => page::clause(charter, clause),
        (None, Some(rule)) => page::rule(rule),
        (None, None) => {
            let names = page::names(charter);
            let mask = charter.mask.clone();
            return hidden(Err(unknown(name, "clause or rule", &names)), &mask);
        }
    };
    world::write(&text, None)?;
    Ok(Outcome::Clean)
}
