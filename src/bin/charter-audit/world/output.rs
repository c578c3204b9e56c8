//! Results: to standard output, or to files without harming others.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use charter_audit::render::without_commands;
use tempfile::{Builder, NamedTempFile};

use super::{is_standard_input, name, quietly};

/// Writes to standard output. A reader that has gone away is no error.
pub(crate) fn print(bytes: &[u8]) -> Result<()> {
    print_with(|out| out.write_all(bytes))
}

/// Lets something be written to standard output while it is made.
pub(crate) fn print_with(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    quietly(write(&mut out).and_then(|()| out.flush())).context("cannot write to standard output")
}

/// Writes a text to standard output, with no line that a build server takes for a command.
pub(crate) fn print_text(text: &str) -> Result<()> {
    print(without_commands(text).as_bytes())
}

/// Writes a file whole or not at all.
pub(crate) fn into_file(bytes: &[u8], path: &Path) -> Result<()> {
    write_files([(path, bytes)], |bytes, out| out.write_all(bytes))
}

/// Whether there is a folder of this name.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Writes a file whole or not at all, and never over another.
pub(crate) fn into_new_file(bytes: &[u8], path: &Path) -> Result<()> {
    if let Some(file) = begun(path, |out| out.write_all(bytes))? {
        file.persist_noclobber(path)
            .map_err(|error| error.error)
            .with_context(|| cannot_write(path))?;
    }
    Ok(())
}

/// Writes files whole or not at all: each into one beside it first, and only when all of them are
/// there, they take their names. So a crash leaves no half file, and what shares an old file by
/// another name keeps it.
pub(crate) fn write_files<What>(
    files: impl IntoIterator<Item = (impl AsRef<Path>, What)>,
    mut write: impl FnMut(What, &mut dyn io::Write) -> io::Result<()>,
) -> Result<()> {
    let mut written = Vec::new();
    for (path, what) in files {
        let file = begun(path.as_ref(), |out| write(what, out))?;
        written.push((path, file));
    }
    for (path, file) in written {
        if let Some(file) = file {
            file.persist(path.as_ref())
                .map_err(|error| error.error)
                .with_context(|| cannot_write(path.as_ref()))?;
        }
    }
    Ok(())
}

/// Writes files whole, all of them or none, and never over others. Folders that are not there are
/// made, the outer ones first, and what was made goes away again where something cannot be written.
pub(crate) fn into_new_files(files: &[(PathBuf, &[u8])], folders: &[PathBuf]) -> Result<()> {
    let mut made = Made::default();
    for folder in folders {
        made.folder(folder)?;
    }
    let mut begun_files = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        if is_there(path) {
            bail!("{} is already there, and is never overwritten", name(path));
        }
        begun_files.push((path, begun(path, |out| out.write_all(bytes))?));
    }
    for (path, file) in begun_files {
        let Some(file) = file else { continue };
        file.persist_noclobber(path)
            .map_err(|error| error.error)
            .with_context(|| cannot_write(path))?;
        made.files.push(path.clone());
    }
    made.is_whole = true;
    Ok(())
}

/// What was made so far, which goes away with this unless it is whole.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
    is_whole: bool,
}

impl Made {
    /// Makes a folder, and those above it.
    fn folder(&mut self, path: &Path) -> Result<()> {
        let above = path.ancestors().filter(|above| *above != Path::new(""));
        let missing: Vec<&Path> = above.take_while(|above| !is_there(above)).collect();
        for folder in missing.into_iter().rev() {
            std::fs::create_dir(folder)
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
        for file in &self.files {
            let _ = std::fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write {}", name(path))
}

/// A file that is ready to take its name; nothing where it had to be written in its place.
fn begun(
    path: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> Result<Option<NamedTempFile>> {
    let cannot = || cannot_write(path);
    let there = path.symlink_metadata().ok();
    if let Some(there) = &there
        && !there.is_file()
    {
        // Devices and pipes have to be written into. A link to a file could lead anywhere.
        let target = path.metadata();
        if target.as_ref().is_ok_and(std::fs::Metadata::is_dir) {
            bail!("{}: it is a folder; name a file in it", cannot());
        }
        if there.is_symlink() && target.as_ref().map_or(true, std::fs::Metadata::is_file) {
            bail!(
                "{} is a link to another file, which could be anywhere; name that file itself",
                name(path)
            );
        }
        let file = OpenOptions::new().write(true).open(path);
        let file = file.with_context(cannot)?;
        write_to(file, write).with_context(cannot)?;
        return Ok(None);
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        bail!(
            "{}: there is no folder {}; make it first",
            cannot(),
            name(folder)
        );
    }
    let mut builder = Builder::new();
    builder.prefix(".charter-audit-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = there
            .as_ref()
            .map_or(0o666, |there| there.permissions().mode());
        builder.permissions(std::fs::Permissions::from_mode(mode));
    }
    // The error would name the file that was to be beside it, which nobody knows of.
    let file = builder.tempfile_in(folder).map_err(|error| {
        anyhow!(
            "cannot write into the folder {}: {}",
            name(folder),
            error.kind()
        )
    })?;
    write_to(&file, write).with_context(cannot)?;
    Ok(Some(file))
}

/// Lets something be written into a file.
fn write_to(
    file: impl io::Write,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = io::BufWriter::new(file);
    write(&mut out).and_then(|()| out.flush())
}

/// Whether there is anything at a path, a link that leads nowhere included.
pub(crate) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Makes a folder, and those above it.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).with_context(|| format!("cannot make the folder {}", name(path)))
}

/// Whether standard input is a file that the shell opened.
#[cfg(unix)]
fn is_fed_by(path: &Path) -> bool {
    use std::os::fd::AsFd as _;
    use std::os::unix::fs::MetadataExt as _;
    let input = io::stdin().as_fd().try_clone_to_owned();
    let input = input.and_then(|input| std::fs::File::from(input).metadata());
    match (input, path.metadata()) {
        (Ok(input), Ok(file)) => (input.dev(), input.ino()) == (file.dev(), file.ino()),
        _ => false,
    }
}

/// Elsewhere nobody can tell.
#[cfg(not(unix))]
fn is_fed_by(_: &Path) -> bool {
    false
}

/// Whether a result would be written over something that was read.
pub(crate) fn is_input(output: &Path, files: &[PathBuf], beside: &[Option<&Path>]) -> bool {
    let Ok(output) = output.canonicalize() else {
        return false;
    };
    if files.iter().any(|path| is_standard_input(path)) && is_fed_by(&output) {
        return true;
    }
    files
        .iter()
        .map(PathBuf::as_path)
        .chain(beside.iter().copied().flatten())
        .any(|path| path.canonicalize().is_ok_and(|path| path == output))
}
