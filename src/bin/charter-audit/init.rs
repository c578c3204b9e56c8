//! `init`: a folder to begin with.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use charter_audit::report::Outcome;
use charter_audit::start::{self, FILES, RECORDS, StartFile};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;

use crate::args::InitArgs;
use crate::world::Existing;
use crate::{input, world};

pub(crate) fn run(args: &InitArgs) -> Result<Outcome> {
    let folder = args.folder.as_path();
    world::workbooks_can_be_written()?;
    if args.only_log {
        return only_log(folder);
    }
    nothing_is_there(folder)?;
    let given = args.given();
    let answers = if world::is_at_a_terminal() {
        world::ask(|from, to| start::ask(given, from, to))?.ok_or_else(|| {
            anyhow!("the answers ended before the last question; nothing was written")
        })?
    } else {
        given.answers().map_err(|why| anyhow!(why))?
    };
    let files = start::files(&answers).map_err(|why| anyhow!("{why}"))?;
    // Somebody may have taken their time to answer.
    nothing_is_there(folder)?;
    let named: Vec<(PathBuf, &[u8])> = files.iter().map(|file| named(folder, file)).collect();
    let all: Vec<(&Path, &[u8])> = named
        .iter()
        .map(|(path, bytes)| (path.as_path(), *bytes))
        .collect();
    let (records, schemas) = (folder.join(RECORDS), folder.join(start::SCHEMAS));
    world::into_files(&all, &[folder, &records, &schemas], Existing::Stays)?;
    say(folder, &named)?;
    Ok(Outcome::Clean)
}

/// Writes a log for the charter of a folder.
fn only_log(folder: &Path) -> Result<Outcome> {
    let path = folder.join(start::CHARTER);
    if !world::is_there(&path) {
        bail!("there is no {}; leave out --only-log", world::name(&path));
    }
    let log = folder.join(start::LOG);
    if world::is_there(&log) {
        bail!(
            "{} is already there, and is never overwritten; rename it, and copy its rows into the new one",
            world::name(&log)
        );
    }
    let Some(charter) = input::charter_at(&path, "written")? else {
        return Ok(Outcome::Incomplete);
    };
    let redactor = &charter.charter.redactor;
    let bytes = start::workbook::workbook(&charter.charter)
        .map_err(|error| anyhow!("cannot make the log: {error}"));
    let bytes = input::hidden(bytes, redactor)?;
    world::into_files(&[(&log, &bytes)], &[&folder.join(RECORDS)], Existing::Stays)?;
    world::say(safe!(
        "wrote {}\n",
        redactor.redact_lines(&world::name(&log))
    ))?;
    Ok(Outcome::Clean)
}

fn named<'f>(folder: &Path, file: &'f StartFile) -> (PathBuf, &'f [u8]) {
    (folder.join(file.path), file.bytes.as_slice())
}

/// Refuses a folder that has one of the files, before anybody is asked anything.
fn nothing_is_there(folder: &Path) -> Result<()> {
    if world::is_there(folder) && !world::is_folder(folder) {
        bail!("{} is not a folder", world::name(folder));
    }
    let paths = FILES.map(|file| folder.join(file));
    let there: Vec<String> = paths
        .iter()
        .filter(|path| world::is_there(path))
        .map(|path| world::name(path))
        .collect();
    match there.as_slice() {
        [] => Ok(()),
        [one] => bail!("{one} is already there, and is never overwritten; choose another folder"),
        several => bail!(
            "{} are already there, and are never overwritten; choose another folder",
            several.join(", ")
        ),
    }
}

/// What was written, and what to do next.
fn say(folder: &Path, files: &[(PathBuf, &[u8])]) -> Result<()> {
    let redactor = Redactor::default();
    for (path, _) in files {
        world::say(safe!(
            "wrote {}\n",
            redactor.redact_lines(&world::name(path))
        ))?;
    }
    let records = redactor.redact_lines(&world::name(&folder.join(RECORDS)));
    let readme: SafeText = redactor.redact_lines(&world::name(&folder.join(start::README)));
    world::say(safe!(
        "Read {} first. Then fill in the log, save it, and ask:\n  charter-audit check {}\n",
        readme,
        records
    ))
}
