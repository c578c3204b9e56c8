//! The command-line program: arguments in, library called, bytes out.

mod args;
mod world;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use charter_audit::audit::{Question, audit};
use charter_audit::charter::Charter;
use charter_audit::diagnostic::{Diagnostic, Level};
use charter_audit::mask::{Mask, masked};
use charter_audit::read::{self, LoadedCharter, Reading};
use charter_audit::record::{Party, Side};
use charter_audit::render::{self, check, json, page, snippet::Drawing, text};
use charter_audit::report::{self, Outcome, Threshold};
use charter_audit::rules::{Rule, Severity};
use charter_audit::source::Sources;
use charter_audit::trial;
use charter_audit::words::{Word as _, listed, nearest};
use clap::Parser as _;

use args::{Cli, Command, FailOn, Format};

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
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

fn run_check(args: &args::Check) -> Result<Outcome> {
    let detail = match (args.quiet, args.verbose) {
        (true, _) => check::Detail::Quiet,
        (_, true) => check::Detail::Verbose,
        _ => check::Detail::Normal,
    };
    let colour = world::colour(args.audit.color);
    run_audit(&args.audit, None, |report| match args.audit.format {
        Format::Text => Ok(check::render(report, detail, colour)),
        Format::Json => Ok(json::render(report)?),
    })
}

fn run_report(args: &args::Report) -> Result<Outcome> {
    // The report itself has no colour; faults beside it may.
    world::colour(args.audit.color);
    run_audit(&args.audit, args.output.as_deref(), |report| {
        match args.audit.format {
            Format::Text => Ok(text::render(&report::document(report))),
            Format::Json => Ok(json::render(report)?),
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
    let mut sources = Sources::default();
    let charter_path = match &args.charter {
        Some(path) => Some(path.clone()),
        None => world::charter_above(paths)?,
    };
    let Some(mut charter) = load_charter(&mut sources, charter_path.as_deref())? else {
        return Ok(Outcome::Incomplete);
    };
    if let Some(names) = &args.names_file {
        watch_names(&mut charter, names)?;
    }
    let mask = Mask::new(charter.charter.watch.clone());
    let question = question(args, &charter.charter)?;
    let earlier = args.against.as_deref().map(world::earlier).transpose()?;
    let found = world::records(paths, charter_path.as_deref(), args.charter.is_some())?;
    if let Some(output) =
        output.filter(|output| world::is_input(output, &found.paths, charter_path.as_deref()))
    {
        bail!(
            "{} is one of the files that are audited; write to another",
            world::name(output)
        );
    }
    let mut reading = read::records(&mut sources, found.files, &charter.charter);
    reading.unreadable = found.unreadable;
    say_faults(&sources, &mask, &reading.faults, &reading.unreadable)?;
    if reading.records.is_empty() {
        return nothing_to_audit(&reading, &mask, &found.passed_over);
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
    let report = report::Report::new(
        &charter,
        &question,
        &audit,
        &reading,
        &found.passed_over,
        &sources,
        threshold,
    )
    .against(earlier.as_ref());
    world::write(&render(&report)?, output)?;
    Ok(report.outcome)
}

/// The charter, or nothing when it has faults, which have been said.
fn load_charter(sources: &mut Sources, path: Option<&Path>) -> Result<Option<LoadedCharter>> {
    let file = path.map(world::file).transpose()?;
    match read::charter(sources, file, &|named| world::beside(path, named)) {
        Ok(charter) => Ok(Some(charter)),
        Err(faults) => charter_faults(sources, &faults, "audited").map(|_| None),
    }
}

fn charter_faults(sources: &Sources, faults: &[Diagnostic], done: &str) -> Result<Outcome> {
    say_faults(sources, &Mask::default(), faults, &[])?;
    world::say(&format!(
        "error: the charter has faults, so nothing was {done}\n"
    ))?;
    Ok(Outcome::Incomplete)
}

/// Adds a list of names to what must not be in records.
fn watch_names(charter: &mut LoadedCharter, path: &Path) -> Result<()> {
    let names = world::lines(path)?;
    let watch = std::mem::take(&mut charter.charter.watch);
    charter.charter.watch = watch.with_names(&names).map_err(|wrong| {
        let wrong: Vec<String> = wrong.iter().map(ToString::to_string).collect();
        anyhow!("cannot use {}: {}", world::name(path), wrong.join("; "))
    })?;
    Ok(())
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

fn nothing_to_audit(
    reading: &Reading,
    mask: &Mask,
    passed_over: &[(String, usize)],
) -> Result<Outcome> {
    for (what, count) in passed_over {
        let what = mask.one_line(what);
        world::say(&format!("note: passed over {what}: {count}\n"))?;
    }
    let files = if reading.files == 0 {
        "no files of records were found"
    } else {
        "no record could be read"
    };
    world::say(&format!(
        "error: there was nothing to audit: {files}\n  \
         help: give a folder with records in YAML files (.yaml or .yml); the README shows a first \
         record\n"
    ))?;
    Ok(Outcome::Incomplete)
}

fn question(args: &args::Audit, charter: &Charter) -> Result<Question> {
    if let (Some(since), Some(until)) = (args.since, args.until)
        && until < since
    {
        bail!("--until {until} is before --since {since}");
    }
    let side = args
        .party
        .as_deref()
        .map(|party| side(party, charter))
        .transpose()?;
    let clauses = args
        .clause
        .iter()
        .map(|id| {
            let found = charter
                .clauses
                .iter()
                .position(|clause| clause.id.eq_ignore_ascii_case(id));
            found.ok_or_else(|| {
                unknown(
                    id,
                    "clause",
                    charter.clauses.iter().map(|clause| &clause.id),
                )
            })
        })
        .collect::<Result<Vec<usize>>>()?;
    Ok(Question {
        as_of: args
            .as_of
            .unwrap_or_else(|| world::today(charter.calendar.timezone)),
        since: args.since,
        until: args.until,
        side,
        clauses,
    })
}

fn side(party: &str, charter: &Charter) -> Result<Side> {
    if let Some(side) = Side::from_word(party) {
        return Ok(side);
    }
    charter
        .parties
        .find(party)
        .ok()
        .and_then(|id| charter.parties.side(id))
        .ok_or_else(|| {
            unknown(
                party,
                "party",
                charter.parties.iter().flat_map(Party::names),
            )
        })
}

fn unknown<W: AsRef<str>>(
    wrong: &str,
    what: &str,
    known: impl IntoIterator<Item = W>,
) -> anyhow::Error {
    let known: Vec<W> = known.into_iter().collect();
    let lower = wrong.to_lowercase();
    let begin: Vec<&str> = known
        .iter()
        .map(AsRef::as_ref)
        .filter(|name| name.to_lowercase().starts_with(&lower))
        .collect();
    if !begin.is_empty() {
        let all = listed(&begin, "or");
        return anyhow!("the charter has no {what} `{wrong}`; did you mean {all}?");
    }
    match nearest(wrong, known.iter().map(AsRef::as_ref)) {
        Some(near) => anyhow!("the charter has no {what} `{wrong}`; did you mean `{near}`?"),
        None => anyhow!(
            "the charter has no {what} `{wrong}`; it has {}",
            listed(&known, "and")
        ),
    }
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
        Err(faults) => return charter_faults(&sources, &faults, "tested"),
    };
    let mask = Mask::new(charter.charter.watch.clone());
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
    let Some(loaded) = load_charter(&mut sources, path.as_deref())? else {
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
            return Err(unknown(name, "clause or rule", &names));
        }
    };
    world::write(&text, None)?;
    Ok(Outcome::Clean)
}
