//! `plan`: what a proposed engagement needs and by when, and which other times would be better.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use charter_audit::audit::{AuditScope, audit};
use charter_audit::plan::{Draft, Planner, Search, Slot, best_first};
use charter_audit::render::plan::{self as render, PlanFormat, TimesAre};
use charter_audit::report::{self, Outcome, Threshold};
use chrono::{Days, NaiveDate};
use engagement_records::read::{File, Format, ReadSettings, Reading};
use engagement_records::record::Engagement;
use located::source::Sources;

use crate::args::{PlanArgs, ends};
use crate::audit::{period, reading, say_what_is_wrong};
use crate::input::{self, Input, hidden};
use crate::world::{self, Existing, FoundFiles};
use crate::{limits, new};

/// What the record is called that options make.
const OPTIONS: &str = "the options";

pub(crate) fn run(args: &PlanArgs) -> Result<Outcome> {
    if let Some(path) = args.output.as_deref().filter(|path| is_record(path)) {
        return record(args, path);
    }
    let format = format(args)?;
    let Some(input) = input::read(&args.files)? else {
        return Ok(Outcome::Incomplete);
    };
    let redactor = input.charter.charter.redactor.clone();
    hidden(answer(args, input, format), &redactor)
}

/// Whether a name is that of a record.
fn is_record(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ["yaml", "yml"].contains(&ending.to_ascii_lowercase().as_str()))
}

/// Writes the record of what the options propose.
fn record(args: &PlanArgs, path: &Path) -> Result<Outcome> {
    if args.record.is_some() || args.find || !args.at.is_empty() || args.format.is_some() {
        bail!("a record is made of options that name one time, such as --date and --start");
    }
    let Some(input) = input::read(&args.files)? else {
        return Ok(Outcome::Incomplete);
    };
    let draft = Draft::of(&args.engagement.proposal(args.kind));
    let redactor = input.charter.charter.redactor.clone();
    hidden(
        new::written(&draft, args.as_of, Some(path), &input),
        &redactor,
    )
}

fn format(args: &PlanArgs) -> Result<PlanFormat> {
    let named = args.output.as_ref();
    let named = named.map(|path| (path, PlanFormat::of_name(&path.to_string_lossy())));
    let format = match (args.format, named) {
        (Some(format), _) | (None, Some((_, Some(format)))) => format,
        (None, None) => PlanFormat::Text,
        (None, Some((path, None))) => bail!(
            "the name of {} does not say in which format to write it: end it with .txt, .json, .ics or \
             .yaml, or say --format",
            world::name(path)
        ),
    };
    if args.alarm.is_some() && format != PlanFormat::Ics {
        bail!("--alarm is for calendars: write to a file that ends in .ics, or say --format ics");
    }
    if format == PlanFormat::Ics && (args.find || !args.at.is_empty()) {
        bail!("a calendar holds what is to be done for one time: give it with --date");
    }
    Ok(format)
}

fn answer(args: &PlanArgs, input: Input, format: PlanFormat) -> Result<Outcome> {
    let mut found = input.records(&args.files)?;
    let name = proposal(args, &mut found)?;
    let Input {
        mut sources,
        path,
        charter,
        ..
    } = input;
    let as_of = world::as_of(args.as_of, &charter.charter.calendar)?;
    let beside = [
        path.as_deref(),
        args.record.as_deref(),
        args.files.names_file.as_deref(),
    ];
    nothing_is_written_over(args, &found, &beside)?;
    let scope = AuditScope::as_of(as_of);
    let settings = ReadSettings {
        join: !args.no_join,
        limits: limits::limits(&args.files, limits::VERDICTS),
        ..charter.charter.read_settings(period(&scope))
    };
    let reading = reading(&mut sources, found, &settings, &charter)?;
    let most = args.files.limits.shown_faults();
    say_what_is_wrong(&sources, &charter.charter.redactor, &reading, true, most)?;
    let Some(record) = proposed(&reading, &sources, &name)? else {
        return Ok(Outcome::Incomplete);
    };
    let audit = world::waiting("Judging", "subjects", |progress| {
        audit(
            &charter.charter,
            &reading.records,
            &sources,
            &scope,
            progress,
        )
    });
    let threshold = Threshold {
        fail_on: None,
        strict: false,
        ignore_elapsed: false,
    };
    let report = report::Report::new(&charter, &scope, &audit, &reading, &sources, threshold);
    let planner = Planner::new(
        &charter.charter,
        record,
        &reading.records.engagements,
        as_of,
    );
    let bytes = written(args, format, &report, record, &planner)?;
    match &args.output {
        Some(path) => world::into_files(&[(path, &bytes)], &[], Existing::GivesWay)?,
        None => world::print(&bytes)?,
    }
    Ok(if report.is_complete() {
        Outcome::Clean
    } else {
        Outcome::Incomplete
    })
}

/// What was read stays as it is.
fn nothing_is_written_over(
    args: &PlanArgs,
    found: &FoundFiles,
    beside: &[Option<&Path>],
) -> Result<()> {
    let paths: Vec<PathBuf> = found.paths.iter().map(|(_, path)| path.clone()).collect();
    match &args.output {
        Some(output) if world::is_input(output, &paths, beside) => bail!(
            "{} is one of the files that are read; write to another",
            world::name(output)
        ),
        Some(_) | None => Ok(()),
    }
}

/// The plan, or times for the engagement.
fn written<'a>(
    args: &PlanArgs,
    format: PlanFormat,
    report: &report::Report<'a>,
    record: &'a Engagement,
    planner: &Planner<'a>,
) -> Result<Vec<u8>> {
    let is_json = format == PlanFormat::Json;
    if let Some(search) = search(args)? {
        meeting(record, "--find looks for a time")?;
        let mut best = planner.search(search);
        best.truncate(usize::from(args.best));
        let are = TimesAre::Found(&search);
        return Ok(render::times(report, record, &best, are, is_json)?);
    }
    if !args.at.is_empty() {
        meeting(record, "--at compares times")?;
        let choices = best_first(planner, &slots(args, planner.as_of())?);
        return Ok(render::times(
            report,
            record,
            &choices,
            TimesAre::Named,
            is_json,
        )?);
    }
    in_future(record, planner.as_of())?;
    let choice = planner.proposed().map(|slot| planner.judged(slot));
    let late = choice.as_ref().filter(|choice| !choice.too_late.is_empty());
    let next = late.and_then(|choice| choice.slot.day.checked_add_days(Days::new(1)));
    let in_time_from = next.and_then(|day| planner.first_in_time(day));
    let plan = report.plan(record, choice, in_time_from);
    Ok(render::plan(report, &plan, format, args.alarm)?)
}

/// Puts the proposed engagement before all other files; what it is called.
fn proposal(args: &PlanArgs, found: &mut FoundFiles) -> Result<String> {
    let Some(path) = &args.record else {
        let proposal = args.engagement.proposal(args.kind);
        let has_day = proposal.date.is_some() || proposal.closes.is_some();
        if !has_day && !args.find && args.at.is_empty() {
            bail!(
                "say when it is to be: --date, or --opens and --closes for a survey, a record with \
                 --record, or look for a time with --find or --at"
            );
        }
        let file = File {
            format: Some(Format::Yaml),
            ..File::new(OPTIONS, Draft::of(&proposal).to_yaml())
        };
        found.files.insert(0, file);
        return Ok(OPTIONS.to_owned());
    };
    let file = world::file(path)?;
    let name = file.name.clone();
    // It may lie in the folder of the others.
    let same = |other: &PathBuf| world::is_input(path, std::slice::from_ref(other), &[]);
    let known: Vec<String> = found
        .paths
        .iter()
        .filter(|(_, other)| same(other))
        .map(|(name, _)| name.clone())
        .collect();
    found.files.retain(|file| !known.contains(&file.name));
    found.files.insert(0, file);
    Ok(name)
}

/// The engagement that is planned; nothing where its file could not be read, which has been said.
fn proposed<'r>(
    reading: &'r Reading,
    sources: &Sources,
    name: &str,
) -> Result<Option<&'r Engagement>> {
    let engagements = reading.records.engagements.iter();
    let mut here = engagements.filter(|record| {
        let mut places = [record.span].into_iter().chain(record.elsewhere());
        places.any(|place| sources.name(place.source) == name)
    });
    match (here.next(), here.next()) {
        (Some(record), None) => Ok(Some(record)),
        (Some(_), Some(_)) => bail!(
            "{name} holds several engagements; give a file with the one that is planned, and the \
             others as paths"
        ),
        (None, _)
            if reading
                .faults
                .iter()
                .any(located::diagnostic::Diagnostic::is_error) =>
        {
            Ok(None)
        }
        (None, _) => bail!("{name} holds no engagement"),
    }
}

fn meeting(record: &Engagement, what: &str) -> Result<()> {
    if record.is_open_period() {
        bail!("{what} for what is held on a day; a survey or consultation is open for many");
    }
    Ok(())
}

fn in_future(record: &Engagement, as_of: NaiveDate) -> Result<()> {
    let day = record.ends_on(as_of).get().copied();
    match day.filter(|day| *day <= as_of) {
        Some(day) => bail!(
            "{day} is not after {as_of}, and only what is still ahead can be planned; `charter-audit \
             check` says how the rest went"
        ),
        None => Ok(()),
    }
}

fn search(args: &PlanArgs) -> Result<Option<Search>> {
    let Some((first, last)) = args.between.zip(args.and).filter(|_| args.find) else {
        return Ok(None);
    };
    let Some(length) = args.engagement.length else {
        bail!("say how long it takes, such as --for 2h");
    };
    let search = Search {
        first,
        last,
        length,
    };
    search.checked().map(Some).map_err(|why| anyhow!(why))
}

/// The times that were named, with their ends.
fn slots(args: &PlanArgs, as_of: NaiveDate) -> Result<Vec<Slot>> {
    let slots = args.at.iter().map(|slot| {
        if slot.day <= as_of {
            bail!(
                "{} is not after {as_of}, and only what is still ahead can be planned",
                slot.day
            );
        }
        let end = slot
            .end
            .or_else(|| ends(slot.start, args.engagement.length));
        Ok(Slot { end, ..*slot })
    });
    slots.collect()
}
