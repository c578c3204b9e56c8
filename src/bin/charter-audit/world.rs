//! Files, clock and terminal: the only place that touches them.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the one place that knows the disk and the day"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use charter_audit::read::File;
use charter_audit::report::{self, Earlier};
use chrono::{NaiveDate, Utc};
use chrono_tz::Tz;
use ignore::WalkBuilder;
use rayon::prelude::*;

use crate::args::Colour;

/// What a charter's file is called.
const CHARTER: &str = "charter.yaml";

/// No file of records or charter is so large.
const LARGEST: u64 = 1 << 30;

/// The day it is in a time zone.
pub(crate) fn today(zone: Tz) -> NaiveDate {
    Utc::now().with_timezone(&zone).date_naive()
}

/// Reads one file; its name is the path as given, with forward slashes.
pub(crate) fn file(path: &Path) -> Result<File> {
    let about = std::fs::metadata(path).with_context(|| format!("cannot read {}", name(path)))?;
    if !about.is_file() {
        bail!("{} is not a file", name(path));
    }
    if about.len() > LARGEST {
        bail!("{} is larger than 1 GB; split it", name(path));
    }
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", name(path)))?;
    Ok(File::new(name(path), bytes))
}

/// Reads an earlier audit that was saved.
pub(crate) fn earlier(path: &Path) -> Result<Earlier> {
    report::earlier(&text(path)?)
        .map_err(|error| anyhow!("cannot compare with {}: {error}", name(path)))
}

fn text(path: &Path) -> Result<String> {
    String::from_utf8(file(path)?.bytes).map_err(|_| anyhow!("{} is not text in UTF-8", name(path)))
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
pub(crate) fn beside(charter: Option<&Path>, named: &str) -> Result<String, String> {
    let folder = charter.and_then(Path::parent).unwrap_or(Path::new(""));
    let read = file(&folder.join(named)).map_err(|error| format!("{error:#}"))?;
    String::from_utf8(read.bytes).map_err(|_| "the file is not text in UTF-8".to_owned())
}

/// Writes a result to a file, or to standard output. A reader that has gone away is no error.
pub(crate) fn write(text: &str, output: Option<&Path>) -> Result<()> {
    if let Some(path) = output {
        return std::fs::write(path, text).with_context(|| format!("cannot write {}", name(path)));
    }
    quietly(
        io::stdout()
            .lock()
            .write_all(text.as_bytes())
            .and_then(|()| io::stdout().flush()),
    )
    .context("cannot write to standard output")
}

/// Says something beside the result.
pub(crate) fn say(text: &str) -> Result<()> {
    quietly(anstream::stderr().lock().write_all(text.as_bytes()))
        .context("cannot write to standard error")
}

fn quietly(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// The charter above the given paths, if there is one.
pub(crate) fn charter_above(paths: &[PathBuf]) -> Result<Option<PathBuf>> {
    let mut found: BTreeMap<PathBuf, PathBuf> = BTreeMap::new();
    for path in paths.iter().filter(|path| path.as_os_str() != "-") {
        if let Some(charter) = ancestors(path)
            .map(|folder| folder.join(CHARTER))
            .find(|file| file.is_file())
        {
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

/// The files of records under the given paths, in a stable order, and what was passed over.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) files: Vec<File>,
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) passed_over: Vec<(String, usize)>,
    pub(crate) unreadable: Vec<String>,
}

/// Finds and reads the files of records. A file that is named is read whatever its ending; in
/// folders, YAML files are, and the charter never is. Unless the charter was `chosen` by hand, no
/// other may stand among the records.
pub(crate) fn records(paths: &[PathBuf], charter: Option<&Path>, chosen: bool) -> Result<Found> {
    let mut wanted: BTreeSet<PathBuf> = BTreeSet::new();
    let mut passed = Passed::default();
    let mut found = Found::default();
    for path in paths {
        if path.as_os_str() == "-" {
            let mut bytes = Vec::new();
            io::stdin()
                .lock()
                .read_to_end(&mut bytes)
                .context("cannot read standard input")?;
            found.files.push(File::new("standard input", bytes));
        } else if path.is_dir() {
            walk(path, &mut wanted, &mut passed, &mut found.unreadable);
        } else if path.is_file() {
            wanted.insert(path.clone());
        } else if path.exists() {
            bail!("{} is neither a file nor a folder", name(path));
        } else {
            bail!("there is no file or folder {}", name(path));
        }
    }
    let canonical = charter.and_then(|path| path.canonicalize().ok());
    if !chosen {
        other_charters(&passed, canonical.as_deref())?;
    }
    let charter = canonical;
    let folder = charter.as_deref().and_then(Path::parent);
    let mut seen = BTreeSet::new();
    let wanted: Vec<PathBuf> = wanted
        .into_iter()
        .filter(|path| {
            let canonical = path.canonicalize().unwrap_or_else(|_| path.clone());
            Some(&canonical) != charter.as_ref() && seen.insert(canonical)
        })
        .collect();
    found.paths.clone_from(&wanted);
    read_all(&wanted, folder, &mut found);
    found.passed_over = passed
        .kinds
        .into_iter()
        .map(|(why, (count, first))| {
            let such = if count == 1 {
                first
            } else {
                format!("{first} and others")
            };
            (format!("{why}, {such}"), count)
        })
        .collect();
    Ok(found)
}

/// Reads the files, and says where each lies below the folder of the charter.
fn read_all(paths: &[PathBuf], folder: Option<&Path>, found: &mut Found) {
    let below = |path: &Path| {
        let path = path.canonicalize().ok()?;
        Some(name(path.strip_prefix(folder?).ok()?))
    };
    let read: Vec<Result<File>> = paths
        .par_iter()
        .map(|path| {
            Ok(File {
                within: below(path),
                ..file(path)?
            })
        })
        .collect();
    for result in read {
        match result {
            Ok(file) => found.files.push(file),
            Err(error) => found.unreadable.push(format!("{error:#}")),
        }
    }
    found.files.sort_by(|one, other| one.name.cmp(&other.name));
}

/// What a folder holds besides records.
#[derive(Debug, Default)]
struct Passed {
    /// Why files were passed over, with how many there were and the first of them.
    kinds: BTreeMap<String, (usize, String)>,
    /// Charters, and files that were probably meant to be one.
    charters: Vec<PathBuf>,
}

/// Goes through a folder twice: as ignore files want it, and as it is, so that what they hide can
/// be counted. Settings outside the folder, such as a user's own ignore file, do not count: the
/// same folder gives the same audit on every machine.
fn walk(
    folder: &Path,
    wanted: &mut BTreeSet<PathBuf>,
    passed: &mut Passed,
    unreadable: &mut Vec<String>,
) {
    let mut builder = WalkBuilder::new(folder);
    builder
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .parents(false);
    let shown = walked(&builder, unreadable);
    builder.standard_filters(false).hidden(true);
    let all = walked(&builder, &mut Vec::new());
    for path in all {
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        let yaml = ending
            .as_deref()
            .is_some_and(|ending| matches!(ending, "yaml" | "yml"));
        let stem = path.file_stem().unwrap_or_default();
        let is_file = path.symlink_metadata().is_ok_and(|file| file.is_file());
        let why = match ending {
            _ if !is_file => "links and other things that are not files".to_owned(),
            _ if !shown.contains(&path) => "files that an ignore file names".to_owned(),
            _ if yaml && stem.eq_ignore_ascii_case("charter") => {
                passed.charters.push(path);
                continue;
            }
            _ if yaml => {
                wanted.insert(path);
                continue;
            }
            Some(ending) => format!("files of a kind that is not read (.{ending})"),
            None => "files of a kind that is not read (no ending)".to_owned(),
        };
        let (count, _) = passed.kinds.entry(why).or_insert((0, name(&path)));
        *count += 1;
    }
}

/// Refuses charters inside the folders that would not be used: records below them belong to them.
fn other_charters(passed: &Passed, used: Option<&Path>) -> Result<()> {
    for charter in &passed.charters {
        if charter.file_name().is_none_or(|file| file != CHARTER) {
            bail!(
                "{} looks like a charter; call it {CHARTER}, so that it is used",
                name(charter)
            );
        }
        if Some(
            charter
                .canonicalize()
                .unwrap_or_else(|_| charter.clone())
                .as_path(),
        ) != used
        {
            bail!(
                "the records below {} belong to that charter; give that folder by itself, or choose \
                 one charter for everything with --charter",
                name(charter)
            );
        }
    }
    Ok(())
}

fn walked(builder: &WalkBuilder, unreadable: &mut Vec<String>) -> BTreeSet<PathBuf> {
    let mut paths = BTreeSet::new();
    for entry in builder.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| !kind.is_dir()) => {
                paths.insert(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => unreadable.push(error.to_string()),
        }
    }
    paths
}

/// Whether a result would be written over something that was read.
pub(crate) fn is_input(output: &Path, files: &[PathBuf], beside: &[Option<&Path>]) -> bool {
    let Ok(output) = output.canonicalize() else {
        return false;
    };
    files
        .iter()
        .map(PathBuf::as_path)
        .chain(beside.iter().copied().flatten())
        .any(|path| path.canonicalize().is_ok_and(|path| path == output))
}

/// A path as people write it.
pub(crate) fn name(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
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
