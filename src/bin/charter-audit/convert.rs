//! The command that turns records in any format into YAML files of their own.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use charter_audit::charter::Charter;
use charter_audit::report::Outcome;
use chrono::Months;
use engagement_records::convert::{Conversion, Converted, convert, unread};
use engagement_records::read::{Period, ReadSettings};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;
use located::diagnostic::Diagnostic;

use crate::input::{Input, say_faults};
use crate::world::Existing;
use crate::{args, limits, world};

/// Converts the records under the given paths.
pub(crate) fn answer(args: &args::ConvertArgs, input: Input) -> Result<Outcome> {
    let found = input.records(&args.files)?;
    let Input {
        mut sources,
        charter,
        path,
        ..
    } = input;
    let redactor = &charter.charter.redactor;
    let settings = settings(args, &charter.charter)?;
    let mut inputs: Vec<PathBuf> = found.paths.into_iter().map(|(_, path)| path).collect();
    inputs.extend(path.into_iter().chain(args.files.names_file.clone()));
    let conversion = world::waiting("Reading", "files", |progress| {
        convert(&mut sources, found.files, &settings, redactor, progress)
    });
    limits::not_too_much(conversion.too_much.as_deref(), settings.limits, "converted")?;
    let most = args.files.limits.shown_faults();
    say_faults(
        &sources,
        redactor,
        &conversion.faults,
        &found.unreadable,
        most,
    )?;
    for (what, count) in found.passed_over.iter().chain(&conversion.passed_over) {
        world::say(safe!(
            "note: passed over {}: {}\n",
            redactor.redact(what),
            *count
        ))?;
    }
    if conversion.records.is_empty() {
        world::say("error: there was nothing to convert: no record could be read\n")?;
        return Ok(Outcome::Incomplete);
    }
    let lost = conversion.lost_in.iter().chain(&found.unreadable);
    let unread = unread(&lost.cloned().collect::<Vec<_>>(), redactor);
    match &args.output {
        Some(folder) => into_folder(
            &conversion,
            unread.as_ref(),
            folder,
            args.force,
            &inputs,
            redactor,
        )?,
        None => world::print(as_documents(&conversion, unread.as_ref()).as_bytes())?,
    }
    left_out(&conversion, redactor)?;
    explanations_have_a_folder(&conversion, &charter.charter)?;
    world::say(SILENCE_COUNTS)?;
    let has_error = conversion.faults.iter().any(Diagnostic::is_error);
    if unread.is_some() || has_error {
        return Ok(Outcome::Incomplete);
    }
    Ok(Outcome::Clean)
}

/// How files are read: series of calendars for a year ahead, unless somebody says until when.
fn settings<'c>(args: &args::ConvertArgs, charter: &'c Charter) -> Result<ReadSettings<'c>> {
    let until = match args.until {
        Some(until) => Some(until),
        None => world::today(&charter.calendar, "--until")?.checked_add_months(Months::new(12)),
    };
    let since = args.since;
    Ok(ReadSettings {
        limits: limits::limits(&args.files, limits::CONVERTED),
        ..charter.read_settings(Period { since, until })
    })
}

/// A file of a record has a place for every field, which a table or a calendar has not.
const SILENCE_COUNTS: &str = "note: these files have a place for every field, so what they leave out \
                              counts as left unsaid; fill in what you know\n";

/// Says where explanations have to lie, if the charter minds.
fn explanations_have_a_folder(conversion: &Conversion, charter: &Charter) -> Result<()> {
    match &charter.explanations.only_in {
        Some(folder) if conversion.explaining > 0 => world::say(safe!(
            "note: the charter accepts explanations only from `{}`; put what was converted from \
             there ({}) into that folder again\n",
            charter.redactor.redact(folder),
            counted(conversion.explaining, "record", "records")
        )),
        _ => Ok(()),
    }
}

/// All records as the documents of one YAML file.
fn as_documents(conversion: &Conversion, unread: Option<&Converted>) -> String {
    let texts: Vec<&str> = conversion
        .records
        .iter()
        .chain(unread)
        .map(|record| record.text.as_str())
        .collect();
    texts.join("---\n")
}

/// Writes a file for each record. Nothing is written as long as a file stands in the way.
fn into_folder(
    conversion: &Conversion,
    unread: Option<&Converted>,
    folder: &Path,
    force: bool,
    inputs: &[PathBuf],
    redactor: &Redactor,
) -> Result<()> {
    let files: Vec<&Converted> = conversion.records.iter().chain(unread).collect();
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.name)).collect();
    if let Some(input) = paths.iter().find(|path| world::is_input(path, inputs, &[])) {
        bail!(
            "{} is one of the files that are read; write to another folder",
            world::name(input)
        );
    }
    let in_the_way: Vec<&PathBuf> = paths.iter().filter(|path| world::is_there(path)).collect();
    if let (Some(first), false) = (in_the_way.first(), force) {
        bail!(
            "{} of the {} files are already there, such as {}; nothing was written; give another \
             folder, or --force to write over them",
            in_the_way.len(),
            paths.len(),
            world::name(first)
        );
    }
    let texts = files.iter().map(|file| file.text.as_bytes());
    let all: Vec<(&Path, &[u8])> = paths.iter().map(PathBuf::as_path).zip(texts).collect();
    let existing = if force {
        Existing::GivesWay
    } else {
        Existing::Stays
    };
    world::into_files(&all, &[folder], existing)?;
    world::say(safe!(
        "wrote {} to {}\n",
        counted(conversion.records.len(), "record", "records"),
        redactor.redact_lines(&world::name(folder))
    ))?;
    match unread {
        Some(unread) => world::say(safe!(
            "note: {} names the files that could not be read whole; delete it when they are mended\n",
            redactor.redact_lines(&world::name(&folder.join(&unread.name)))
        )),
        None => Ok(()),
    }
}

/// Says what was left out of the files.
fn left_out(conversion: &Conversion, redactor: &Redactor) -> Result<()> {
    if conversion.left_out.is_empty() {
        return Ok(());
    }
    let kinds = conversion
        .left_out
        .iter()
        .map(|(what, count)| safe!("{} ({})", redactor.redact(what), *count));
    world::say(safe!(
        "note: left out, because it may identify somebody: {}; asterisks with a number stand in its \
         place, the same number for the same text\n",
        SafeText::listed(kinds, "and")
    ))
}

fn counted(count: usize, one: &'static str, several: &'static str) -> SafeText {
    safe!("{} {}", count, if count == 1 { one } else { several })
}
