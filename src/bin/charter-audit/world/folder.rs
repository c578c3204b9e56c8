//! The files of records that people mean when they name files and folders.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use engagement_records::read::{File, Format, PassedOver};
use ignore::{DirEntry, WalkBuilder};
use rayon::prelude::*;

use super::{
    CHARTER, Naming, examples_of, file_called, is_standard_input, name, standard_input, waiting,
};

/// What a file is called that says what the columns of the tables beside it mean.
const COLUMNS: &str = "columns.yaml";

/// What the examples of a charter are called.
const EXAMPLES: &str = "charter.examples.yaml";

/// The files of records under the given paths, in a stable order, and what was passed over.
#[derive(Debug, Default)]
pub(crate) struct FoundFiles {
    pub(crate) files: Vec<File>,
    /// Where they come from, behind what they are called; `-` where that is standard input.
    pub(crate) paths: Vec<(String, PathBuf)>,
    pub(crate) passed_over: Vec<(String, usize)>,
    pub(crate) unreadable: Vec<String>,
}

/// Where files of records may be.
#[derive(Debug)]
struct Search<'a> {
    naming: &'a Naming,
    /// Files to read, with the format of those that somebody named.
    wanted: BTreeMap<PathBuf, Option<Format>>,
    passed: PassedOver,
    /// Charters, and files that were probably meant to be one.
    charters: Vec<PathBuf>,
    /// The examples of charters, which are no records.
    examples: Vec<PathBuf>,
    unreadable: Vec<String>,
}

/// The charter that is used, and what belongs to it: none of these is a record.
pub(crate) struct CharterFiles<'a> {
    pub(crate) charter: Option<&'a Path>,
    /// The files that it names.
    pub(crate) named: &'a [PathBuf],
    /// Whether somebody named it.
    pub(crate) chosen: bool,
}

/// Finds and reads the files of records. A file that is named is read whatever its ending; in
/// folders, files of known formats are, and the charter with what belongs to it never is. Unless the
/// charter was chosen by hand, no other may stand among the records.
pub(crate) fn records(
    paths: &[PathBuf],
    input: Option<Format>,
    own: &CharterFiles<'_>,
    naming: &Naming,
) -> Result<FoundFiles> {
    let charter = own.charter;
    let mut found = FoundFiles::default();
    if paths.iter().any(|path| is_standard_input(path)) {
        found.files.push(standard_input(input)?);
    }
    let mut search = Search::of(naming);
    for path in paths.iter().filter(|path| !is_standard_input(path)) {
        if path.is_dir() {
            search.walk(path);
        } else if path.is_file() {
            search.name(path);
        } else if path.exists() {
            bail!("{} is neither a file nor a folder", name(path));
        } else {
            bail!("there is no file or folder {}", name(path));
        }
    }
    let examples = charter.and_then(|path| examples_of(path).canonicalize().ok());
    let charter = charter.and_then(|path| path.canonicalize().ok());
    if !own.chosen {
        other_charters(&search.charters, charter.as_deref())?;
    }
    for path in &search.examples {
        if path.canonicalize().ok() != examples {
            let why = "examples of a charter that is not used".to_owned();
            search.passed.add(why, &naming.file(path));
        }
    }
    // They are seen before any record is.
    let named = own.named.iter();
    let mut seen: BTreeSet<PathBuf> = named.filter_map(|path| path.canonicalize().ok()).collect();
    let wanted: Vec<(PathBuf, Option<Format>)> = search
        .wanted
        .into_iter()
        .filter(|(path, _)| {
            let canonical = path.canonicalize().unwrap_or_else(|_| path.clone());
            let is_other = |of: &Option<PathBuf>| of.as_ref() != Some(&canonical);
            is_other(&charter) && is_other(&examples) && seen.insert(canonical)
        })
        .collect();
    found.unreadable = search.unreadable;
    read_all(
        &wanted,
        charter.as_deref().and_then(Path::parent),
        naming,
        &mut found,
    );
    let streams = paths.iter().filter(|path| is_standard_input(path)).cloned();
    let wanted = wanted.into_iter().map(|(path, _)| path);
    let all = wanted.chain(streams);
    found.paths = all.map(|path| (naming.file(&path), path)).collect();
    found.passed_over = search.passed.told().collect();
    Ok(found)
}

/// The tables that lie in a folder: what stands in a `columns.yaml` there holds for all of them.
/// Those that cannot be read say nothing. The folder and they are told from another one.
pub(crate) fn tables_in(base: &Path, folder: &Path) -> Vec<File> {
    let listed = Path::new(".").join(base).join(folder);
    let Ok(entries) = std::fs::read_dir(listed) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name()))
        .filter(|file| !file.to_string_lossy().starts_with('.'))
        .map(|file| folder.join(file))
        .filter(|path| Format::of_name(&name(path)).is_some_and(Format::is_table))
        .filter(|path| base.join(path).is_file())
        .collect();
    paths.sort();
    let read = |path: &PathBuf| file_called(&base.join(path), name(path)).ok();
    paths.iter().filter_map(read).collect()
}

/// Reads the files, and says where each lies below the folder of the charter.
fn read_all(
    wanted: &[(PathBuf, Option<Format>)],
    folder: Option<&Path>,
    naming: &Naming,
    found: &mut FoundFiles,
) {
    let below = |path: &Path| {
        let path = path.canonicalize().ok()?;
        Some(name(path.strip_prefix(folder?).ok()?))
    };
    let read: Vec<Result<File>> = waiting("Opening", "files", |progress| {
        progress.begin(wanted.len());
        wanted
            .par_iter()
            .map(|(path, format)| {
                let read = file_called(path, naming.file(path));
                progress.advance(1);
                Ok(File {
                    within: below(path),
                    format: *format,
                    ..read?
                })
            })
            .collect()
    });
    for result in read {
        match result {
            Ok(file) => found.files.push(file),
            Err(error) => found.unreadable.push(format!("{error:#}")),
        }
    }
    found.files.sort_by(|one, other| one.name.cmp(&other.name));
}

impl<'a> Search<'a> {
    fn of(naming: &'a Naming) -> Self {
        Search {
            naming,
            wanted: BTreeMap::new(),
            passed: PassedOver::default(),
            charters: Vec::new(),
            examples: Vec::new(),
            unreadable: Vec::new(),
        }
    }

    /// Takes a file that somebody named. What its columns mean belongs to a table.
    fn name(&mut self, path: &Path) {
        let format = Format::of_name(&name(path));
        let columns = path.with_file_name(COLUMNS);
        if format.is_some_and(Format::is_table) && columns.is_file() {
            self.wanted.entry(columns).or_insert(None);
        }
        self.wanted.insert(path.to_path_buf(), format);
    }

    /// Goes through a folder twice: as ignore files want it, and as it is, so that what they hide
    /// can be counted. Settings outside the folder, such as a user's own ignore file, do not
    /// count: the same folder gives the same audit on every machine.
    fn walk(&mut self, folder: &Path) {
        let mut builder = WalkBuilder::new(folder);
        builder
            .git_global(false)
            .git_exclude(false)
            .require_git(false)
            .parents(false);
        let shown = walked(&builder, self.naming, &mut self.unreadable);
        builder
            .standard_filters(false)
            .filter_entry(|entry| !is_within_hidden(entry));
        for path in walked(&builder, self.naming, &mut Vec::new()) {
            match fate(&path, shown.contains(&path)) {
                Fate::Wanted => {
                    self.wanted.entry(path).or_insert(None);
                }
                Fate::Charter => self.charters.push(path),
                Fate::Examples => self.examples.push(path),
                Fate::PassedOver(why) => self.passed.add(why, &self.naming.file(&path)),
            }
        }
    }
}

/// What becomes of something that is found in a folder.
enum Fate {
    Wanted,
    Charter,
    Examples,
    PassedOver(String),
}

fn fate(path: &Path, shown: bool) -> Fate {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let passed = |why: &str| Fate::PassedOver(why.to_owned());
    let kind = path.symlink_metadata().map(|about| about.file_type());
    if kind.as_ref().is_ok_and(std::fs::FileType::is_symlink) {
        return passed("links, which are not followed");
    }
    if is_lock(&file) {
        return passed("lock files of office programs");
    }
    if is_temporary(&file) {
        return passed("temporary files");
    }
    if file.starts_with('.') {
        return passed("hidden files and folders");
    }
    if !kind.is_ok_and(|kind| kind.is_file()) {
        return passed("things that are not files");
    }
    if !shown {
        return passed("files that an ignore file names");
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    match (Format::of_name(&file), ending) {
        (Some(Format::Yaml), _)
            if path
                .file_stem()
                .is_some_and(|stem| stem.eq_ignore_ascii_case("charter")) =>
        {
            Fate::Charter
        }
        (Some(Format::Yaml), _) if file.eq_ignore_ascii_case(EXAMPLES) => Fate::Examples,
        (Some(_), _) => Fate::Wanted,
        (None, Some(ending)) => {
            let ending = ending.to_lowercase();
            Fate::PassedOver(format!("unsupported file types (.{ending})"))
        }
        (None, None) => passed("unsupported file types (no ending)"),
    }
}

/// What office programs write beside a file while somebody has it open.
fn is_lock(file: &str) -> bool {
    file.starts_with("~$") || (file.starts_with(".~lock.") && file.ends_with('#'))
}

/// What programs leave behind: copies of what was there before, and notes of the system.
fn is_temporary(file: &str) -> bool {
    let file = file.to_ascii_lowercase();
    file.ends_with('~')
        || [".tmp", ".bak"].iter().any(|end| file.ends_with(end))
        || ["thumbs.db", "desktop.ini", ".ds_store"].contains(&file.as_str())
}

/// Whether something lies in a hidden folder, which is passed over as a whole.
fn is_within_hidden(entry: &DirEntry) -> bool {
    let parent = entry.path().parent().and_then(Path::file_name);
    // The folder that somebody named is looked into, whatever it is called.
    entry.depth() > 1 && parent.is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn walked(
    builder: &WalkBuilder,
    naming: &Naming,
    unreadable: &mut Vec<String>,
) -> BTreeSet<PathBuf> {
    let mut paths = BTreeSet::new();
    for entry in builder.build() {
        match entry {
            Ok(entry) if is_leaf(&entry) => {
                paths.insert(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => unreadable.push(in_words(&error, naming)),
        }
    }
    paths
}

/// Why something could not be looked into.
fn in_words(error: &ignore::Error, naming: &Naming) -> String {
    if let ignore::Error::WithDepth { err, .. } = error {
        return in_words(err, naming);
    }
    if let ignore::Error::WithPath { path, err } = error {
        return format!(
            "cannot read {}: {}",
            naming.file(path),
            in_words(err, naming)
        );
    }
    // It would say the path again.
    match error.io_error() {
        Some(error) => error.kind().to_string(),
        None => error.to_string(),
    }
}

/// Whether something is no folder to go through.
fn is_leaf(entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_none_or(|kind| kind.is_dir());
    let is_hidden = entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    !is_folder || is_hidden
}

/// Refuses charters inside the folders that would not be used: records below them belong to them.
fn other_charters(charters: &[PathBuf], used: Option<&Path>) -> Result<()> {
    for charter in charters {
        if charter.file_name().is_none_or(|file| file != CHARTER) {
            bail!(
                "{} looks like a charter; call it {CHARTER}, so that it is used",
                name(charter)
            );
        }
        let canonical = charter.canonicalize().unwrap_or_else(|_| charter.clone());
        if Some(canonical.as_path()) != used {
            bail!(
                "the records below {} belong to that charter; give that folder by itself, or choose \
                 one charter for everything with --charter",
                name(charter)
            );
        }
    }
    Ok(())
}
