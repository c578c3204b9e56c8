//! The command that shows what was understood of the columns of tables.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use charter_audit::audit::{AuditScope, audit};
use charter_audit::charter::Charter;
use charter_audit::report::Outcome;
use charter_audit::report::columns::{AskedFor, TableInWords, in_words, instead};
use charter_audit::{asking, render};
use chrono::Months;
use engagement_records::convert::{SettledHeading, columns_file};
use engagement_records::read::{self, File, FileColumns, Period, ReadSettings};
use engagement_records::record::{RecordType, Records};
use identifiers::redact::Redactor;
use identifiers::safe;
use located::diagnostic::Diagnostic;
use located::source::Sources;

use crate::input::{self, Input, hidden, say_faults};
use crate::world::Existing;
use crate::{args, limits, world};

/// What a file is called that says what the columns of the tables beside it mean, and what else it
/// may be called.
const NAME: &str = "columns.yaml";
const OTHER_NAME: &str = "columns.yml";

/// What is said of the tables themselves, beside what is wrong with them.
const SAID_OF_TABLES: &[&str] = &["unknown-heading", "known-export", "other-table"];

/// Shows the columns of the tables under the given paths.
pub(crate) fn run(args: &args::ColumnsArgs) -> Result<Outcome> {
    let Some((input, stands_in)) = input::read_despite_faults(&args.files)? else {
        return Ok(Outcome::Incomplete);
    };
    if stands_in {
        world::say(
            "note: the charter has faults, so nothing is said of what its promises ask for, and no \
             cells are shown; `charter-audit check` shows the faults\n",
        )?;
    }
    let redactor = input.charter.charter.redactor.clone();
    hidden(answer(args, input, stands_in), &redactor)
}

fn answer(args: &args::ColumnsArgs, input: Input, stands_in: bool) -> Result<Outcome> {
    let found = input.records(&args.files)?;
    let Input {
        mut sources,
        charter,
        naming,
        ..
    } = input;
    let charter = &charter.charter;
    let redactor = &charter.redactor;
    let as_of = world::as_of(args.as_of, &charter.calendar)?;
    let period = Period {
        since: None,
        until: as_of.checked_add_months(Months::new(12)),
    };
    let settings = ReadSettings {
        // Each table is shown as it is by itself.
        join: false,
        limits: limits::limits(&args.files, limits::VERDICTS),
        ..charter.read_settings(period)
    };
    let described = read::columns(&found.files, &settings);
    let files = found.files.clone();
    let reading = world::waiting("Reading", "files", |progress| {
        read::records(&mut sources, found.files, &settings, progress)
    });
    limits::not_too_much(reading.too_much.as_deref(), settings.limits, "shown")?;
    let mut faults = reading.faults;
    faults.retain(|fault| !SAID_OF_TABLES.contains(&fault.code));
    let most = args.files.limits.shown_faults();
    say_faults(&sources, redactor, &faults, &found.unreadable, most)?;
    let asked_for = if stands_in {
        AskedFor::default()
    } else {
        asked_for(charter, &reading.records, &sources, &described, as_of)
    };
    let tables = in_words(&described, &asked_for, redactor, !stands_in);
    world::print_text(&render::columns::render(&tables))?;
    let without = described.iter().filter(|file| file.tables.is_none());
    for file in without.filter(|file| file.is_named) {
        world::say(safe!("note: {}\n", instead(file, redactor)))?;
    }
    if tables.is_empty() {
        world::say("error: there is no table here\n")?;
        return Ok(Outcome::Incomplete);
    }
    if args.write {
        write(naming.base(), &files, &tables, &settings, redactor)?;
    }
    let has_error = faults.iter().any(Diagnostic::is_error) || !found.unreadable.is_empty();
    Ok(if has_error {
        Outcome::Incomplete
    } else {
        Outcome::Clean
    })
}

fn asked_for(
    charter: &Charter,
    records: &Records,
    sources: &Sources,
    described: &[FileColumns],
    as_of: chrono::NaiveDate,
) -> AskedFor {
    let scope = AuditScope {
        as_of,
        since: None,
        until: None,
        side: None,
        clauses: Vec::new(),
    };
    let audit = world::waiting("Judging", "subjects", |progress| {
        audit(charter, records, sources, &scope, progress)
    });
    AskedFor::of(&audit, sources, described, charter)
}

/// Writes a `columns.yaml` into every folder with tables, or none as long as one of them has one.
/// Files are told from `base`.
fn write(
    base: &Path,
    files: &[File],
    tables: &[TableInWords],
    settings: &ReadSettings<'_>,
    redactor: &Redactor,
) -> Result<()> {
    let folders: BTreeSet<PathBuf> = tables.iter().map(|table| folder(&table.file)).collect();
    for file in tables.iter().map(|table| Path::new(&table.file)) {
        if !world::is_there(&base.join(file)) {
            bail!(
                "a `columns.yaml` stands beside a file, and {} is none",
                world::name(file)
            );
        }
    }
    for path in folders
        .iter()
        .flat_map(|folder| [NAME, OTHER_NAME].map(|name| folder.join(name)))
    {
        if world::is_there(&base.join(&path)) {
            bail!(
                "{} is already there, and is never overwritten; write the columns that were not \
                 read into it, or give it another name and run this again",
                world::name(&path)
            );
        }
    }
    let mut written: Vec<(PathBuf, String)> = Vec::new();
    for folder in folders {
        let path = folder.join(NAME);
        let mut here: Vec<File> = files
            .iter()
            .filter(|file| self::folder(&file.name) == folder)
            .cloned()
            .collect();
        // It holds for the tables beside them, too, which must mean afterwards what they did.
        let others = world::tables_in(base, &folder).into_iter();
        let others = others.filter(|other| files.iter().all(|file| file.name != other.name));
        here.extend(others.collect::<Vec<_>>());
        let said = asked(tables, &folder, settings)?;
        let text = columns_file(&here, &world::name(&path), settings, redactor, &said);
        written.push((path, text.as_str().to_owned()));
    }
    let places: Vec<PathBuf> = written.iter().map(|(path, _)| base.join(path)).collect();
    let texts = written.iter().map(|(_, text)| text.as_bytes());
    let all: Vec<(&Path, &[u8])> = places.iter().map(PathBuf::as_path).zip(texts).collect();
    world::into_files(&all, &[], Existing::Stays)?;
    for (path, _) in &written {
        world::say(safe!(
            "wrote {}\n",
            redactor.redact_lines(&world::name(path))
        ))?;
    }
    Ok(())
}

/// What somebody says of the columns that were not read, where there is somebody to ask.
fn asked(
    tables: &[TableInWords],
    folder: &Path,
    settings: &ReadSettings<'_>,
) -> Result<Vec<SettledHeading>> {
    if !world::is_at_a_terminal() {
        return Ok(Vec::new());
    }
    let known = RecordType::paths(&settings.words);
    let here = tables
        .iter()
        .filter(|table| self::folder(&table.file) == folder);
    let unread: Vec<_> = here.flat_map(|table| &table.unread).collect();
    world::ask(|from, to| asking::ask(&unread, &known, from, to))
}

fn folder(file: &str) -> PathBuf {
    Path::new(file).parent().unwrap_or(Path::new("")).to_owned()
}
