//! Files, clock and terminal: the only place that touches them.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the one place that knows the disk and the day"
)]

mod folder;
mod memory;
mod naming;
mod output;
mod signals;
mod terminal;
mod waiting;
mod walk;
mod writing;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, anyhow, bail};
use charter_audit::render::without_commands;
use charter_audit::report::{self, Baseline, Earlier};
use charter_audit::{clock, steady, threads};
use chrono::NaiveDate;
use engagement_records::read::{File, Format};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;
use rayon::ThreadBuilder;
use working_days::Calendar;

use terminal::{Harmless, with_colours};

pub(crate) use folder::{CharterFiles, FoundFiles, records, tables_in};
pub(crate) use memory::memory;
pub(crate) use naming::Naming;
pub(crate) use output::{
    is_folder, is_input, is_there, print, print_styled, print_text, print_with,
};
pub(crate) use terminal::shown;
pub(crate) use waiting::waiting;
pub(crate) use writing::{Existing, into_files, write_files};

use crate::args::Colour;

/// What a charter's file is called.
const CHARTER: &str = "charter.yaml";

/// Why a file is not read that somebody goes on saving.
const CHANGING: &str = "it changed while it was read; run the audit again when nobody is saving it";

/// No file of records or charter is so large.
const LARGEST: u64 = 1 << 30;

/// Neither is a list of names or a baseline that comes through a pipe.
const LARGEST_PIPED: u64 = 100 << 20;

/// The day it is where a calendar holds; `instead` is what to give where the clock cannot be right.
pub(crate) fn today(calendar: &Calendar, instead: &str) -> Result<NaiveDate> {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    clock::today(since_1970, calendar)
        .map_err(|why| anyhow!("{why}; set it right, or give the day with `{instead} 2026-03-01`"))
}

/// An error where the clock says a time before 1970, which what writes workbooks cannot do with.
pub(crate) fn workbooks_can_be_written() -> Result<()> {
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(_) => Ok(()),
        Err(_) => bail!(
            "the clock of this computer says that it is before 1970, and no workbook can be written then; \
             set it right"
        ),
    }
}

/// The day that an audit speaks for: the one that was given, else this one.
pub(crate) fn as_of(given: Option<NaiveDate>, calendar: &Calendar) -> Result<NaiveDate> {
    given.map_or_else(|| today(calendar, "--as-of"), Ok)
}

/// Settles what signals do, and does work on every core, or on one where there are no more.
pub(crate) fn run<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    signals::listen();
    let start = |thread: ThreadBuilder| {
        let builder = thread::Builder::new();
        let builder = match thread.stack_size() {
            Some(bytes) => builder.stack_size(bytes),
            None => builder,
        };
        builder.spawn(|| thread.run()).map(|_| ())
    };
    threads::on_every_core(start, work)
}

/// Reads one file; its name is the path as given, with forward slashes.
pub(crate) fn file(path: &Path) -> Result<File> {
    file_called(path, name(path))
}

/// Reads one file that people know by a name.
pub(crate) fn file_called(path: &Path, name: String) -> Result<File> {
    // A pipe would be waited for.
    let about = fs::metadata(path).map_err(|error| cannot_read(&name, &error))?;
    if about.is_dir() {
        bail!("{name} is a folder and not a file");
    }
    if !about.is_file() {
        bail!("{name} is not a file");
    }
    open_file(path, name)
}

/// Why a file could not be read, in words and without the numbers of the system.
fn cannot_read(name: &str, error: &io::Error) -> anyhow::Error {
    let kind = error.kind();
    if kind == io::ErrorKind::NotFound {
        anyhow!("cannot read {name}: there is no such file")
    } else if kind == io::ErrorKind::PermissionDenied {
        anyhow!("cannot read {name}: this user may not read it")
    } else {
        anyhow!("cannot read {name}: {kind}")
    }
}

/// Reads what was seen to be a file.
fn open_file(path: &Path, name: String) -> Result<File> {
    let failed = |error: io::Error| cannot_read(&name, &error);
    let mut file = fs::File::open(path).map_err(failed)?;
    // When it was saved is not known on every disk.
    let state = |file: &fs::File| {
        let about = file.metadata()?;
        Ok((about.len(), about.modified().ok()))
    };
    let now = state(&file).map_err(failed)?;
    if now.0 > LARGEST {
        bail!("{name} is larger than 1 GB; split it");
    }
    let bytes = steady::read(&mut file, now, state, |file, (length, _)| {
        let mut bytes = Vec::with_capacity(usize::try_from(*length).unwrap_or_default());
        file.take(*length).read_to_end(&mut bytes)?;
        Ok(bytes)
    })
    .map_err(failed)?
    .ok_or_else(|| anyhow!("cannot read {name}: {CHANGING}"))?;
    Ok(File::new(name, bytes))
}

/// Reads standard input as a file of records.
fn standard_input(format: Option<Format>) -> Result<File> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| cannot_read("standard input", &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        bail!("standard input is larger than 1 GB; split it");
    }
    let format = format.unwrap_or_else(|| Format::begun_by(&bytes).unwrap_or(Format::Yaml));
    Ok(File {
        format: Some(format),
        ..File::new(File::STANDARD_INPUT, bytes)
    })
}

/// Reads an earlier audit that was saved.
pub(crate) fn earlier(path: &Path) -> Result<Earlier> {
    report::earlier(&text(path)?)
        .map_err(|error| anyhow!("cannot compare with {}: {error}", name(path)))
}

/// Reads a baseline.
pub(crate) fn baseline(path: &Path) -> Result<Baseline> {
    let read = text(path)?.parse();
    read.map_err(|error: String| anyhow!("cannot use {} as a baseline: {error}", name(path)))
}

/// A text that somebody names beside the records: a file, or what a pipe gives (`<(...)`).
fn text(path: &Path) -> Result<String> {
    let about = fs::metadata(path).map_err(|error| cannot_read(&name(path), &error))?;
    let bytes = if about.is_file() || about.is_dir() {
        file(path)?.bytes
    } else {
        piped(path).with_context(|| format!("cannot read {}", name(path)))?
    };
    String::from_utf8(bytes).map_err(|_| anyhow!("{} is not text in UTF-8", name(path)))
}

/// What a pipe gives until it ends.
fn piped(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let pipe = fs::File::open(path)?;
    pipe.take(LARGEST_PIPED + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST_PIPED) {
        bail!("the pipe gives more than 100 MB");
    }
    Ok(bytes)
}

/// The lines of a text file that say something.
pub(crate) fn lines(path: &Path) -> Result<Vec<String>> {
    let text = text(path)?;
    let lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim);
    Ok(lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect())
}

/// Reads a file that a charter names, relative to the charter.
pub(crate) fn beside(charter: Option<&Path>, named: &str) -> Result<Vec<u8>, String> {
    let read = file(&path_beside(charter, named)).map_err(|error| format!("{error:#}"))?;
    Ok(read.bytes)
}

/// Where a file is that a charter names.
pub(crate) fn path_beside(charter: Option<&Path>, named: &str) -> PathBuf {
    let folder = charter.and_then(Path::parent).unwrap_or(Path::new(""));
    folder.join(named)
}

/// Where the examples of a charter stand that are not under its clauses: beside it.
pub(crate) fn examples_of(charter: &Path) -> PathBuf {
    charter.with_extension("examples.yaml")
}

/// Lets a panic say where in the program it arose, and never why: its message may carry what stands
/// in a file. Libraries that read workbooks can panic on damaged ones; the reader catches that and
/// refuses the file.
pub(crate) fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(SafeText::default, |place| {
            let file = Redactor::default().redact(file_name(place.file()));
            safe!(" (line {} of {})", place.line(), file)
        });
        // Nobody is left to hear that nobody can be told.
        let _ = say(safe!(
            "note: a part of the program gave up{}; what it was doing is named below\n",
            place
        ));
    }));
}

/// The name of a source file, without the folders of the machine that built the program.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Says something beside the result.
pub(crate) fn say(text: impl Into<SafeText>) -> Result<()> {
    let text = text.into();
    quietly(
        anstream::stderr()
            .lock()
            .write_all(with_colours(&without_commands(text.as_str())).as_bytes()),
    )
    .context("cannot write to standard error")
}

fn quietly(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Whether a path stands for standard input.
pub(crate) fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The charter above the given paths, if there is one.
pub(crate) fn charter_above(paths: &[PathBuf]) -> Result<Option<PathBuf>> {
    let mut found: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    for path in paths.iter().filter(|path| !is_standard_input(path)) {
        if let Some(charter) = ancestors(path)
            .map(|folder| folder.join(CHARTER))
            .find(|file| is_there(file))
        {
            is_found_file(&charter)
                .map_err(|why| anyhow!("{why}; name the charter with --charter"))?;
            let canonical = charter.canonicalize().unwrap_or_else(|_| charter.clone());
            found.entry(canonical).or_insert(charter);
        }
    }
    let mut charters = found.into_values();
    match (charters.next(), charters.next()) {
        (Some(one), Some(other)) => bail!(
            "these paths belong to two charters, {} and {}; audit them apart, or choose one with --charter",
            name(&one),
            name(&other)
        ),
        (one, _) => Ok(one),
    }
}

/// Whether something is a file that the program may read although nobody named it.
///
/// # Errors
/// What it is instead.
pub(crate) fn is_found_file(path: &Path) -> Result<(), String> {
    let Ok(about) = path.symlink_metadata() else {
        return Err(format!("cannot read {}", name(path)));
    };
    match about.file_type() {
        kind if kind.is_file() => Ok(()),
        kind if kind.is_symlink() => Err(format!(
            "{} is a link, and links are not followed",
            name(path)
        )),
        kind if kind.is_dir() => Err(format!("{} is a folder and not a file", name(path))),
        _ => Err(format!(
            "{} is a pipe or a device and not a file",
            name(path)
        )),
    }
}

/// The folder of a path and the folders above it, written as the user would write them.
fn ancestors(path: &Path) -> impl Iterator<Item = PathBuf> {
    let folder = if path.is_dir() {
        path
    } else {
        path.parent().unwrap_or(Path::new(""))
    };
    let written: Vec<PathBuf> = folder.ancestors().map(Path::to_path_buf).collect();
    // A relative path ends at this folder; what is above it is written with dots. A path with
    // dots of its own is followed by the disk.
    let above = if folder.has_root() {
        Vec::new()
    } else {
        let depth = Path::new(".")
            .canonicalize()
            .map_or(0, |here| here.components().count());
        (1..depth)
            .map(|up| PathBuf::from(vec![".."; up].join("/")))
            .collect()
    };
    written.into_iter().chain(above)
}

/// Whether what is printed is seen by somebody in a terminal.
pub(crate) fn prints_to_a_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether somebody sits at a terminal who can be asked.
pub(crate) fn is_at_a_terminal() -> bool {
    io::stdin().is_terminal() && prints_to_a_terminal()
}

/// Asks whoever sits at the terminal.
pub(crate) fn ask<T>(
    questions: impl FnOnce(&mut dyn io::BufRead, &mut dyn io::Write) -> io::Result<T>,
) -> Result<T> {
    let mut to = Harmless(io::stdout().lock());
    questions(&mut io::stdin().lock(), &mut to).context("cannot ask at the terminal")
}

/// A path as people write it. What is no text, or would not be seen, is written out (`\xff`,
/// `\u{1b}`), so that different paths have different names and a terminal obeys none.
pub(crate) fn name(path: &Path) -> String {
    let mut text = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        text.push_str(&terminal::shown_in_line(chunk.valid()));
        for byte in chunk.invalid() {
            // Nothing can fail that writes into a text.
            let _ = write!(text, "\\x{byte:02x}");
        }
    }
    if std::path::MAIN_SEPARATOR == '\\' {
        text = text.replace('\\', "/");
    }
    text.strip_prefix("./")
        .filter(|rest| !rest.is_empty())
        .map_or(text.clone(), str::to_owned)
}

/// Settles for both streams when colour is used, and says whether standard output shows it.
pub(crate) fn colour(when: Colour) -> bool {
    match when {
        Colour::Auto => anstream::ColorChoice::Auto,
        Colour::Always => anstream::ColorChoice::Always,
        Colour::Never => anstream::ColorChoice::Never,
    }
    .write_global();
    !matches!(
        anstream::AutoStream::choice(&io::stdout()),
        anstream::ColorChoice::Never
    )
}
