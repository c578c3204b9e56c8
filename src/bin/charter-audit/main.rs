//! The command-line program: arguments in, library called, bytes out.

mod args;
mod audit;
mod calibrate;
mod columns;
mod convert;
mod due;
mod explain;
mod init;
mod input;
mod limits;
mod new;
mod outputs;
mod plan;
mod schema;
mod scope;
mod shell;
mod world;

use std::panic;
use std::process::ExitCode;

use anyhow::Result;
use charter_audit::examples::{self, ExampleResult};
use charter_audit::render::{self, Format, check};
use charter_audit::report::{Baseline, Outcome};
use clap::Parser as _;
use identifiers::redact::Redactor;
use identifiers::safe;
use located::source::Sources;

use args::{Cli, Command};
use input::{charter_faults, charter_with_examples, hidden, say_faults};
use outputs::Prints;

fn main() -> ExitCode {
    world::quiet_panics();
    let outcome = world::run(|| {
        // What nobody foresaw is no reason for a code that nobody knows.
        panic::catch_unwind(asked).unwrap_or_else(|_| {
            let _ = world::say(
                "error: this is a fault of charter-audit itself, and nothing was settled; please \
                 report it with the line above\n",
            );
            Outcome::Incomplete
        })
    });
    ExitCode::from(outcome.exit_code())
}

/// Does what the arguments ask for.
fn asked() -> Outcome {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let outcome = match cli.command {
        Command::Init(args) => init::run(&args),
        Command::Check(args) => run_check(&args),
        Command::Report(args) => run_report(&args),
        Command::Due(args) => due::run(args),
        Command::New(args) => new::run(&args),
        Command::Plan(args) => plan::run(&args),
        Command::Calibrate(args) => calibrate::run(args),
        Command::Baseline(args) => run_baseline(args),
        Command::Convert(args) => run_convert(&args),
        Command::Columns(args) => columns::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Test(args) => run_test(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => shell::completions(&args),
        Command::Man(args) => shell::manual(&args),
    };
    outcome.unwrap_or_else(|error| incomplete(&error))
}

/// Says why the program could not do what was asked for, which may quote anything.
fn incomplete(error: &anyhow::Error) -> Outcome {
    let error = format!("{error:#}");
    let error = Redactor::default().redact_lines(world::shown(&error).as_ref());
    // Nobody is left to hear that nobody can be told.
    let _ = world::say(safe!("error: {}\n", error));
    Outcome::Incomplete
}

/// Prints help that was asked for, or what is wrong with the arguments, which may hold anything.
fn usage(error: &clap::Error) -> Outcome {
    if !error.use_stderr() {
        let help = world::print_styled(&error.render().ansi().to_string());
        return help.map_or_else(|error| incomplete(&error), |()| Outcome::Clean);
    }
    let said = error.render().to_string();
    let _ = world::say(Redactor::default().redact_lines(world::shown(&said).as_ref()));
    Outcome::Incomplete
}

fn run_check(args: &args::CheckArgs) -> Result<Outcome> {
    let detail = match (args.quiet, args.concise, args.verbose) {
        (true, _, _) => check::Detail::Quiet,
        (_, true, _) => check::Detail::Concise,
        (_, _, true) => check::Detail::Verbose,
        _ => check::Detail::Normal,
    };
    let shown = check::Shown {
        detail,
        most: args.max_findings,
        colour: world::colour(args.audit.color),
    };
    let with = audit::With {
        baseline: args.known.baseline.as_deref(),
        ignore_elapsed: args.known.ignore_elapsed,
        only_errors: args.quiet || (args.known.baseline.is_some() && !args.verbose),
        says_how_it_ended: false,
        prints: Prints::Always,
        file: &render::write,
    };
    audit::run(&args.audit, &with, |report, format, out| {
        if format == Format::Text {
            return out.write_all(check::render(report, shown).as_bytes());
        }
        render::write(report, format, out)
    })
}

fn run_report(args: &args::ReportArgs) -> Result<Outcome> {
    // The report itself has no colour; faults beside it may.
    world::colour(args.audit.color);
    let with = audit::With {
        baseline: None,
        ignore_elapsed: false,
        only_errors: args.quiet,
        says_how_it_ended: args.verbose,
        prints: Prints::WithoutFiles,
        file: &render::write,
    };
    audit::run(&args.audit, &with, render::write)
}

fn run_baseline(args: args::BaselineArgs) -> Result<Outcome> {
    let args = args.audit();
    let with = audit::With {
        baseline: None,
        ignore_elapsed: false,
        only_errors: false,
        says_how_it_ended: false,
        prints: Prints::WithoutFiles,
        file: &|report, _, out| out.write_all(Baseline::of(report).text().as_str().as_bytes()),
    };
    audit::run(&args, &with, with.file)
}

fn run_convert(args: &args::ConvertArgs) -> Result<Outcome> {
    let Some(input) = input::read(&args.files)? else {
        return Ok(Outcome::Incomplete);
    };
    let redactor = input.charter.charter.redactor.clone();
    hidden(convert::answer(args, input), &redactor)
}

fn run_test(args: &args::TestArgs) -> Result<Outcome> {
    let mut sources = Sources::default();
    let read = charter_with_examples(&mut sources, args.charter.as_ref())?;
    let (charter, examples, faults) = match read {
        Ok(read) => read,
        Err(faults) => return charter_faults(&sources, &Redactor::default(), &faults, "tested"),
    };
    let redactor = charter.charter.redactor.clone();
    say_faults(&sources, &redactor, &faults, &[], 0)?;
    if examples.all.is_empty() && faults.is_empty() {
        world::say(
            "error: this charter has no examples\n  help: `charter-audit explain` shows each \
             rule's examples; the README shows how to add some under a clause\n",
        )?;
        return Ok(Outcome::Incomplete);
    }
    let results = examples::run(&examples.all, &sources);
    let text = render::examples::render(
        &charter.charter,
        &charter.name,
        &results,
        examples.foreign,
        &sources,
    );
    world::print_text(&text)?;
    Ok(if !faults.is_empty() {
        Outcome::Incomplete
    } else if results.iter().all(ExampleResult::is_as_expected) {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}
