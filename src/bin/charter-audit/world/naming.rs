//! What files are called in everything that is printed: by their paths from the folder that was
//! audited, or from this folder where all that was audited lies in it.

use std::path::{Component, Path, PathBuf};

use super::{is_standard_input, name};

/// From where paths are told.
#[derive(Debug, Default)]
pub(crate) struct Naming {
    /// That folder; empty for this one.
    base: PathBuf,
    /// What was asked for in other words than a path from there, with that path.
    roots: Vec<(PathBuf, PathBuf)>,
}

impl Naming {
    /// For what somebody asked for.
    pub(crate) fn of(paths: &[PathBuf]) -> Self {
        let others = paths
            .iter()
            .filter(|path| !is_standard_input(path) && !is_plain(path));
        let others: Vec<(PathBuf, PathBuf)> = others
            .filter_map(|path| Some((path.clone(), path.canonicalize().ok()?)))
            .collect();
        let here = Path::new(".").canonicalize().unwrap_or_default();
        if others.iter().all(|(_, path)| path.starts_with(&here)) {
            return Naming {
                base: PathBuf::new(),
                roots: from(&here, others),
            };
        }
        let all = paths.iter().filter(|path| !is_standard_input(path));
        let all: Vec<(PathBuf, PathBuf)> = all
            .filter_map(|path| Some((path.clone(), path.canonicalize().ok()?)))
            .collect();
        let folders = all.iter().map(|(_, path)| folder_of(path));
        let base = folders.reduce(|one, other| common(&one, &other));
        let base = base.unwrap_or_default();
        Naming {
            roots: from(&base, all),
            base,
        }
    }

    /// The folder from which paths are told; empty for this one.
    pub(crate) fn base(&self) -> &Path {
        &self.base
    }

    /// What a file is called that was found below what somebody asked for.
    pub(crate) fn file(&self, path: &Path) -> String {
        let within = |(root, told): &(PathBuf, PathBuf)| {
            let rest = path.strip_prefix(root).ok()?;
            let told = if rest.as_os_str().is_empty() {
                told.clone()
            } else {
                told.join(rest)
            };
            Some((root.components().count(), told))
        };
        let found = self.roots.iter().filter_map(within);
        match found.max_by_key(|(length, _)| *length) {
            Some((_, told)) => name(&told),
            None => name(path),
        }
    }

    /// What a file is called that may lie elsewhere, such as a charter. Of one that lies neither
    /// below the folder nor above it, nobody needs to know the folders that were not named.
    pub(crate) fn beside(&self, path: &Path) -> String {
        let is_here = self.base.as_os_str().is_empty();
        if is_here && is_plain(path) {
            return name(path);
        }
        let here = || Path::new(".").canonicalize().unwrap_or_default();
        let base = if is_here { here() } else { self.base.clone() };
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if let Ok(within) = whole.strip_prefix(&base) {
            return name(within);
        }
        let file = Path::new(whole.file_name().unwrap_or_default());
        let above = whole.parent().map(|folder| base.strip_prefix(folder));
        match above {
            Some(Ok(rest)) => {
                let up = std::iter::repeat_n("..", rest.components().count());
                name(&up.collect::<PathBuf>().join(file))
            }
            _ if is_here && path.is_relative() => name(path),
            _ => name(file),
        }
    }
}

/// Whether a path leads down from this folder and nowhere else.
fn is_plain(path: &Path) -> bool {
    path.components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

fn folder_of(path: &Path) -> PathBuf {
    if path.is_dir() {
        path.to_owned()
    } else {
        path.parent().unwrap_or(path).to_owned()
    }
}

/// The folder that two lie in.
fn common(one: &Path, other: &Path) -> PathBuf {
    let both = one.components().zip(other.components());
    both.take_while(|(one, other)| one == other)
        .map(|(part, _)| part)
        .collect()
}

/// What was asked for, each with its path from a folder.
fn from(folder: &Path, paths: Vec<(PathBuf, PathBuf)>) -> Vec<(PathBuf, PathBuf)> {
    let told = |path: &Path| path.strip_prefix(folder).map(Path::to_owned).ok();
    paths
        .into_iter()
        .filter_map(|(asked, whole)| Some((asked, told(&whole)?)))
        .collect()
}
