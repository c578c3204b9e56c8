//! What lies in a folder, as it is and as ignore files want it.

use std::collections::HashSet;
use std::fs::FileType;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

use super::{CHARTER, Naming};

/// The files in which people say what is to be left out of their folders.
const IGNORE_FILES: &[&str] = &[".gitignore", ".ignore"];

/// An ignore file is read whole by whoever reads it, so a larger one is not read at all.
const LARGEST_IGNORE_FILE: u64 = 1 << 20;

/// What files are called that say what the columns of the tables beside them mean.
pub(super) const COLUMNS: [&str; 2] = ["columns.yaml", "columns.yml"];

/// Whether a file is called as the examples of a charter are.
pub(super) fn is_of_examples(file: &str) -> bool {
    let file = file.to_ascii_lowercase();
    [".examples.yaml", ".examples.yml"]
        .iter()
        .any(|ending| file.ends_with(ending))
}

/// Whether something has the name of a file that the program looks for.
pub(super) fn is_name_of_a_file(name: &str) -> bool {
    let mut names = [CHARTER, "charter.yml"].into_iter().chain(COLUMNS);
    names.any(|file| name.eq_ignore_ascii_case(file)) || is_of_examples(name)
}

/// Something in a folder that is no folder to go through, or should be none.
pub(super) struct Leaf {
    pub(super) path: PathBuf,
    pub(super) kind: Option<FileType>,
}

impl Leaf {
    fn is_ignore_file(&self) -> bool {
        let file = self.path.file_name().unwrap_or_default();
        IGNORE_FILES.iter().any(|name| file == *name)
    }

    /// What something is that is called as an ignore file and cannot be read as one: what never ends
    /// would be read without end.
    fn no_ignore_file(&self) -> Option<&'static str> {
        let kind = self.kind?;
        if kind.is_symlink() {
            return Some("a link, which is not followed");
        }
        if kind.is_dir() {
            return Some("a folder");
        }
        if !kind.is_file() {
            return Some("a pipe or a device");
        }
        let length = self.path.metadata().map_or(0, |about| about.len());
        (length > LARGEST_IGNORE_FILE).then_some("larger than any list of files, 1 MB")
    }
}

/// All that lies in a folder.
pub(super) struct Leaves {
    /// In the order of the names.
    pub(super) all: Vec<Leaf>,
    /// Those that no ignore file hides, where there are ignore files.
    pub(super) shown: Option<HashSet<PathBuf>>,
    /// What could not be looked into.
    pub(super) errors: Vec<ignore::Error>,
    /// The ignore files that cannot be read as such, and what they are instead. Then none counts.
    pub(super) no_ignore_files: Vec<(PathBuf, &'static str)>,
}

impl Leaves {
    /// Goes through a folder as it is, and only where ignore files lie in it once more as those want
    /// it, so that what they hide can be counted. Settings outside the folder, such as a user's own
    /// ignore file, do not count: the same folder gives the same audit on every machine.
    pub(super) fn of(folder: &Path) -> Self {
        let mut builder = WalkBuilder::new(folder);
        builder
            .standard_filters(false)
            .filter_entry(|entry| !is_within_hidden(entry));
        let (mut all, mut errors) = walked(&builder);
        // By bytes, which is the order of the names and costs a fraction of that of paths.
        all.sort_by(|one, other| one.path.as_os_str().cmp(other.path.as_os_str()));
        let ignore_files = || all.iter().filter(|leaf| leaf.is_ignore_file());
        let no_ignore_files: Vec<_> = ignore_files()
            .filter_map(|leaf| Some((leaf.path.clone(), leaf.no_ignore_file()?)))
            .collect();
        let shown = (no_ignore_files.is_empty() && ignore_files().next().is_some()).then(|| {
            let (shown, seen) = walked(&as_ignore_files_want(folder));
            errors = seen;
            shown.into_iter().map(|leaf| leaf.path).collect()
        });
        Leaves {
            all,
            shown,
            errors,
            no_ignore_files,
        }
    }
}

/// Whether something lies in a hidden folder, which is passed over as a whole.
fn is_within_hidden(entry: &DirEntry) -> bool {
    let parent = entry.path().parent().and_then(Path::file_name);
    // The folder that somebody named is looked into, whatever it is called.
    entry.depth() > 1 && parent.is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn as_ignore_files_want(folder: &Path) -> WalkBuilder {
    let mut builder = WalkBuilder::new(folder);
    builder
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .parents(false);
    builder
}

/// All that is no folder, and what could not be looked into.
fn walked(builder: &WalkBuilder) -> (Vec<Leaf>, Vec<ignore::Error>) {
    let mut leaves = Vec::new();
    let mut errors = Vec::new();
    for entry in builder.build() {
        match entry {
            Ok(entry) if is_leaf(&entry) => leaves.push(Leaf {
                kind: entry.file_type(),
                path: entry.into_path(),
            }),
            Ok(_) => {}
            Err(error) => errors.push(error),
        }
    }
    (leaves, errors)
}

/// Why something could not be looked into.
pub(super) fn in_words(error: &ignore::Error, naming: &Naming) -> String {
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

/// Whether something is no folder to go through, or none that may be called so.
fn is_leaf(entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_none_or(|kind| kind.is_dir());
    if entry.depth() == 0 {
        return !is_folder;
    }
    let file = entry.file_name().to_string_lossy();
    !is_folder || file.starts_with('.') || is_name_of_a_file(&file)
}
