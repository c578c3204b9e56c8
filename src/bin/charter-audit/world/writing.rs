//! Files written whole, all of them or none, without harming others.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use tempfile::{Builder, TempPath};

use super::{is_there, name, signals};

/// So much is written before somebody looks whether the program is to end.
const AT_ONCE: usize = 1 << 20;

/// What happens to a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Existing {
    /// It stays, and nothing is written.
    Stays,
    /// The new one takes its place.
    GivesWay,
}

/// Writes files whole, all of them or none: each into one beside it first, and only when all of them
/// are there, they take their names. So neither a crash nor a signal leaves half a file, and what
/// shares an old file by another name keeps it. Folders that are not there are made, the outer ones
/// first; what was made goes away again where something cannot be written.
pub(crate) fn into_files(
    files: &[(&Path, impl AsRef<[u8]>)],
    folders: &[&Path],
    existing: Existing,
) -> Result<()> {
    write_files(files, folders, existing, |bytes, out| {
        out.write_all(bytes.as_ref())
    })
}

/// The same for what is written while it is made.
pub(crate) fn write_files<What>(
    files: &[(&Path, What)],
    folders: &[&Path],
    existing: Existing,
    write: impl Fn(&What, &mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    signals::guarded(|| {
        let mut made = Made::default();
        for folder in folders {
            made.folder(folder)?;
        }
        let mut begun_files = Vec::with_capacity(files.len());
        let mut directly = Vec::new();
        for (path, what) in files {
            if existing == Existing::Stays && is_there(path) {
                bail!("{} is already there, and is never overwritten", name(path));
            }
            match begun(path, |out| write(what, out))? {
                Some(file) => begun_files.push((*path, file)),
                None => directly.push((*path, what)),
            }
        }
        // What is written into devices and pipes cannot be taken back, so it must not be for nothing.
        for (path, what) in directly {
            let file = File::options().write(true).open(path);
            let mut out = BufWriter::new(file.with_context(|| cannot_write(path))?);
            let written = write(what, &mut out).and_then(|()| out.flush());
            written.with_context(|| cannot_write(path))?;
        }
        let is_one = begun_files.len() == 1;
        for (path, file) in begun_files {
            may_go_on()?;
            let gives_way = existing == Existing::GivesWay;
            let old = (gives_way && !is_one && is_there(path)).then(|| kept(path));
            let old = old.transpose().with_context(|| cannot_write(path))?;
            let named = if gives_way {
                file.persist(path)
            } else {
                file.persist_noclobber(path)
            };
            named
                .map_err(|error| error.error)
                .with_context(|| cannot_write(path))?;
            made.files.push((path.to_owned(), old));
        }
        made.is_whole = true;
        Ok(())
    })
}

/// What was made so far, which goes away with this unless it is whole.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    /// Each with what stood in its place, kept beside it until all is written.
    files: Vec<(PathBuf, Option<TempPath>)>,
    is_whole: bool,
}

impl Made {
    /// Makes a folder, and those above it.
    fn folder(&mut self, path: &Path) -> Result<()> {
        let above = path.ancestors().filter(|above| *above != Path::new(""));
        let missing: Vec<&Path> = above.take_while(|above| !is_there(above)).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)
                .with_context(|| format!("cannot make the folder {}", name(folder)))?;
            self.folders.push(folder.to_path_buf());
        }
        Ok(())
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        if self.is_whole {
            return;
        }
        // What cannot be taken away stays; the first error is the one that is told.
        for (file, old) in self.files.drain(..) {
            let _ = match old {
                Some(old) => old.persist(file).map_err(|error| error.error),
                None => fs::remove_file(file),
            };
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// An error where the program is to end, so that what was begun is taken away. Nobody hears it.
fn may_go_on() -> Result<()> {
    if signals::came() {
        bail!("it was stopped, and nothing was written");
    }
    Ok(())
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write {}", name(path))
}

/// What a file of ours is called until it takes its name.
fn beside() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".charter-audit-");
    builder
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Keeps an old file by another name beside it, or a copy where a disk knows only one name for a
/// file.
fn kept(path: &Path) -> io::Result<TempPath> {
    let linked = beside().make_in(folder_of(path), |kept| fs::hard_link(path, kept));
    if let Ok(linked) = linked {
        return Ok(linked.into_temp_path());
    }
    let copy = beside().tempfile_in(folder_of(path))?.into_temp_path();
    fs::copy(path, &copy)?;
    Ok(copy)
}

/// A file that is ready to take its name; nothing where it has to be written in its place.
fn begun(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Option<TempPath>> {
    may_go_on()?;
    let there = path.symlink_metadata().ok();
    if let Some(there) = &there
        && !there.is_file()
    {
        // Devices and pipes have to be written into. A link to a file could lead anywhere.
        let target = path.metadata();
        if target.as_ref().is_ok_and(fs::Metadata::is_dir) {
            bail!("{}: it is a folder; name a file in it", cannot_write(path));
        }
        if there.is_symlink() && target.as_ref().map_or(true, fs::Metadata::is_file) {
            bail!(
                "{} is a link to another file, which could be anywhere; name that file itself",
                name(path)
            );
        }
        return Ok(None);
    }
    let folder = folder_of(path);
    if !folder.is_dir() {
        bail!(
            "{}: there is no folder {}; make it first",
            cannot_write(path),
            name(folder)
        );
    }
    let mut builder = beside();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = there
            .as_ref()
            .map_or(0o666, |there| there.permissions().mode());
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    // The error would name the file that was to be beside it, which nobody knows of.
    let file = builder.tempfile_in(folder).map_err(|error| {
        anyhow!(
            "cannot write into the folder {}: {}",
            name(folder),
            error.kind()
        )
    })?;
    let (file, at): (File, TempPath) = file.into_parts();
    let mut out = BufWriter::new(UntilStopped(file));
    let written = write(&mut out).and_then(|()| out.flush());
    may_go_on()?;
    written.with_context(|| cannot_write(path))?;
    Ok(Some(at))
}

/// A file into which nothing more is written once the program is to end.
struct UntilStopped(File);

impl Write for UntilStopped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if signals::came() {
            return Err(io::ErrorKind::Other.into());
        }
        let (part, _) = bytes.split_at(bytes.len().min(AT_ONCE));
        self.0.write(part)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
