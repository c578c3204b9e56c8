//! The files of records that people mean when they name files and folders.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use engagement_records::read::{File, Format, PassedOver, bytes_in_words};
use rayon::prelude::*;

use super::walk::{COLUMNS, Leaf, Leaves, in_words, is_name_of_a_file, is_of_examples};
use super::{
    CHARTER, Naming, examples_of, file_called, is_standard_input, is_there, name, open_file,
    standard_input, waiting,
};

/// Why links are passed over.
const LINKS: &str = "links, which are not followed";

/// The files of records under the given paths, in a stable order, and what was passed over.
#[derive(Debug, Default)]
pub(crate) struct FoundFiles {
    pub(crate) files: Vec<File>,
    /// Where they come from, behind what they are called; `-` where that is standard input.
    pub(crate) paths: Vec<(String, PathBuf)>,
    pub(crate) passed_over: Vec<(String, usize)>,
    pub(crate) unreadable: Vec<String>,
}

/// A file to read.
#[derive(Debug)]
struct Wanted {
    path: PathBuf,
    /// Where it really is, whatever links led there.
    real: PathBuf,
    /// What somebody who named it means it to be.
    format: Option<Format>,
}

/// Where files of records may be.
#[derive(Debug)]
struct Search<'a> {
    naming: &'a Naming,
    wanted: Vec<Wanted>,
    passed: PassedOver,
    /// Charters, and files that were probably meant to be one.
    charters: Vec<PathBuf>,
    /// The examples of charters, which are no records.
    examples: Vec<PathBuf>,
    /// What lies beside tables that somebody named.
    beside: BTreeSet<PathBuf>,
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
    memory: u64,
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
            bail!(
                "{} is neither a file nor a folder; `-` is standard input",
                name(path)
            );
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
    let mut others: HashSet<PathBuf> = own.named.iter().map(|path| real(path)).collect();
    others.extend(charter.clone().into_iter().chain(examples));
    let mut wanted = search.wanted;
    wanted.retain(|file| !others.contains(&file.real));
    let wanted = each_once(wanted);
    all_fit(&wanted, memory, naming)?;
    found.unreadable = search.unreadable;
    read_all(
        &wanted,
        charter.as_deref().and_then(Path::parent),
        naming,
        &mut found,
    );
    let streams = paths.iter().filter(|path| is_standard_input(path)).cloned();
    let wanted = wanted.into_iter().map(|file| file.path);
    let all = wanted.chain(streams);
    found.paths = all.map(|path| (naming.file(&path), path)).collect();
    found.passed_over = search.passed.told().collect();
    Ok(found)
}

/// Every file once, by its path: as somebody named it, if somebody did.
fn each_once(mut wanted: Vec<Wanted>) -> Vec<Wanted> {
    // By bytes, which is the order of the names and costs a fraction of that of paths.
    wanted.sort_by(|one, other| {
        let reals = one.real.as_os_str().cmp(other.real.as_os_str());
        let named = || one.format.is_none().cmp(&other.format.is_none());
        reals
            .then_with(named)
            .then_with(|| one.path.cmp(&other.path))
    });
    wanted.dedup_by(|again, first| again.real == first.real);
    wanted.sort_by(|one, other| one.path.as_os_str().cmp(other.path.as_os_str()));
    wanted
}

/// Where something really is, or its path where nobody can tell.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
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

/// An error where the files alone take more memory than a run may have: nothing is read then.
fn all_fit(wanted: &[Wanted], memory: u64, naming: &Naming) -> Result<()> {
    let length = |file: &Wanted| file.path.metadata().map_or(0, |about| about.len());
    let lengths: Vec<u64> = wanted.par_iter().map(length).collect();
    let mut sum = 0_u64;
    for (file, length) in wanted.iter().zip(lengths) {
        sum = sum.saturating_add(length);
        if sum > memory {
            bail!(
                "the files together are larger than {}, the memory that this run may take, from {} on; \
                 nothing was read\n  help: give fewer files at a time, such as those of one year, or \
                 allow more with `--memory`",
                bytes_in_words(memory),
                naming.file(&file.path)
            );
        }
    }
    Ok(())
}

/// Reads the files, and says where each lies below the folder of the charter.
fn read_all(wanted: &[Wanted], folder: Option<&Path>, naming: &Naming, found: &mut FoundFiles) {
    let below = |real: &Path| Some(name(real.strip_prefix(folder?).ok()?));
    let read: Vec<Result<File>> = waiting("Opening", "files", |progress| {
        progress.begin(wanted.len());
        wanted
            .par_iter()
            .map(|file| {
                let read = open_file(&file.path, naming.file(&file.path));
                progress.advance(1);
                Ok(File {
                    within: below(&file.real),
                    format: file.format,
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
            wanted: Vec::new(),
            passed: PassedOver::default(),
            charters: Vec::new(),
            examples: Vec::new(),
            beside: BTreeSet::new(),
            unreadable: Vec::new(),
        }
    }

    /// Takes a file that somebody named. What its columns mean belongs to a table.
    fn name(&mut self, path: &Path) {
        let format = Format::of_name(&name(path));
        if format.is_some_and(Format::is_table) {
            for columns in COLUMNS.map(|columns| path.with_file_name(columns)) {
                if is_there(&columns) && self.beside.insert(columns.clone()) {
                    self.beside(columns);
                }
            }
        }
        self.want(path.to_path_buf(), format);
    }

    /// Takes what lies beside a table and nobody named, as in folders.
    fn beside(&mut self, path: PathBuf) {
        if path.is_symlink() {
            self.passed.add(LINKS.to_owned(), &self.naming.file(&path));
        } else if path.is_file() {
            self.want(path, None);
        } else {
            let name = self.naming.file(&path);
            self.unreadable.push(no_file(&name, path.is_dir()));
        }
    }

    fn want(&mut self, path: PathBuf, format: Option<Format>) {
        let real = real(&path);
        self.wanted.push(Wanted { path, real, format });
    }

    /// Takes what lies in a folder.
    fn walk(&mut self, folder: &Path) {
        let Leaves {
            all,
            shown,
            errors,
            no_ignore_files,
        } = Leaves::of(folder);
        let errors = errors.iter().map(|error| in_words(error, self.naming));
        self.unreadable.extend(errors);
        let unusable = no_ignore_files.iter().map(|(path, what)| {
            let name = self.naming.file(path);
            format!("{name} is {what}, so nobody can say which files it hides; take it away")
        });
        self.unreadable.extend(unusable);
        // Links below it are not followed, so only the folder itself can lie elsewhere.
        let real = real(folder);
        for leaf in all {
            let is_shown = |shown: &HashSet<PathBuf>| shown.contains(&leaf.path);
            match fate(&leaf, shown.as_ref().is_none_or(is_shown)) {
                Fate::Wanted => self.wanted.push(Wanted {
                    real: real.join(leaf.path.strip_prefix(folder).unwrap_or(&leaf.path)),
                    path: leaf.path,
                    format: None,
                }),
                Fate::Charter => self.charters.push(leaf.path),
                Fate::Examples => self.examples.push(leaf.path),
                Fate::NoFile => {
                    let is_folder = leaf.kind.is_some_and(|kind| kind.is_dir());
                    let name = self.naming.file(&leaf.path);
                    self.unreadable.push(no_file(&name, is_folder));
                }
                Fate::PassedOver(why) => self.passed.add(why, &self.naming.file(&leaf.path)),
            }
        }
    }
}

/// What becomes of something that is found in a folder.
enum Fate {
    Wanted,
    Charter,
    Examples,
    /// It is called what only a file may be called.
    NoFile,
    PassedOver(String),
}

/// What to say of something that is called what only a file may be called.
fn no_file(name: &str, is_folder: bool) -> String {
    let what = if is_folder {
        "folder"
    } else {
        "pipe or a device"
    };
    format!("{name} is a {what} and not a file; give it another name")
}

fn fate(leaf: &Leaf, shown: bool) -> Fate {
    let path = &leaf.path;
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let passed = |why: &str| Fate::PassedOver(why.to_owned());
    if leaf.kind.is_some_and(|kind| kind.is_symlink()) {
        return passed(LINKS);
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
    if !leaf.kind.is_some_and(|kind| kind.is_file()) {
        if is_name_of_a_file(&file) {
            return Fate::NoFile;
        }
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
        (Some(Format::Yaml), _) if is_of_examples(&file) => Fate::Examples,
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
