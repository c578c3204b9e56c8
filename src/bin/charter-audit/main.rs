//! The command-line program: arguments in, library called, bytes out.

mod args;
mod convert;
mod input;
mod question;
mod world;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use charter_audit::audit::{Question, audit};
use charter_audit::mask::{Mask, masked};
use charter_audit::read::{self, Format, Period, Reading};
use charter_audit::render::{self, check, json, page, text};
use charter_audit::report::{self, Earlier, Outcome, Threshold};
use charter_audit::rules::{Rule, Severity};
use charter_audit::source::Sources;
use charter_audit::trial;
use charter_audit::words::listed;
use chrono::Months;
use clap::Parser as _;

use args::{Cli, Command, FailOn, Output};
use input::{Input, charter_faults, hidden, load_charter, say_faults};
use question::{question, unknown};

fn main() -> ExitCode {
    world::quiet_panics();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let outcome = match cli.command {
        Command::Check(args) => run_check(&args),
        Command::Report(args) => run_report(&args),
        Command::Convert(args) => run_convert(&args),
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

fn run_convert(args: &args::Convert) -> Result<Outcome> {
    let Some(input) = input::read(&args.files)? else {
        return Ok(Outcome::Incomplete);
    };
    let mask = input.charter.charter.mask.clone();
    hidden(convert::answer(args, input), &mask)
}

/// Reads, judges and writes; the same for every command that audits.
fn run_audit(
    args: &args::Audit,
    output: Option<&Path>,
    render: impl FnOnce(&report::Report<'_>) -> Result<String>,
) -> Result<Outcome> {
    let Some(input) = input::read(&args.files)? else {
        return Ok(Outcome::Incomplete);
    };
    let mask = input.charter.charter.mask.clone();
    hidden(answer(args, output, input, render), &mask)
}

/// Judges and writes, once it is known what must not be shown.
fn answer(
    args: &args::Audit,
    output: Option<&Path>,
    input: Input,
    render: impl FnOnce(&report::Report<'_>) -> Result<String>,
) -> Result<Outcome> {
    let found = input.records(&args.files)?;
    let Input {
        mut sources,
        path,
        charter,
    } = input;
    let mask = &charter.charter.mask;
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
    let beside = [
        path.as_deref(),
        args.against.as_deref(),
        args.files.names_file.as_deref(),
    ];
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
    let report = report::Report::new(&charter, &question, &audit, &reading, &sources, threshold)
        .against(earlier.as_ref());
    world::write(&render(&report)?, output)?;
    Ok(report.outcome)
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
