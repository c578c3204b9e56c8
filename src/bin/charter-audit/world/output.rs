//! Results: to standard output, or to files without harming others.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use tempfile::Builder;

use super::{name, quietly};

/// Writes a result to a file, or to standard output. A reader that has gone away is no error.
pub(crate) fn write(text: &str, output: Option<&Path>) -> Result<()> {
    if let Some(path) = output {
        return into_file(text, path);
    }
    quietly(
        io::stdout()
            .lock()
            .write_all(text.as_bytes())
            .and_then(|()| io::stdout().flush()),
    )
    .context("cannot write to standard output")
}

/// Writes a file whole or not at all: into one beside it first, which then takes its name. So a
/// crash leaves no half file, and what shares the old file by another name keeps it.
fn into_file(text: &str, path: &Path) -> Result<()> {
    let cannot = || format!("cannot write {}", name(path));
    let there = path.symlink_metadata().ok();
    if let Some(there) = &there
        && !there.is_file()
    {
        // Devices and pipes have to be written into. A link to a file could lead anywhere.
        let target = path.metadata();
        if there.is_symlink() && target.as_ref().map_or(true, std::fs::Metadata::is_file) {
            bail!(
                "{} is a link to another file, which could be anywhere; name that file itself",
                name(path)
            );
        }
        return std::fs::write(path, text).with_context(cannot);
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
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
    let mut file = builder.tempfile_in(folder).with_context(cannot)?;
    file.write_all(text.as_bytes()).with_context(cannot)?;
    file.persist(path)
        .map_err(|error| error.error)
        .with_context(cannot)?;
    Ok(())
}

/// Whether there is anything at a path, a link that leads nowhere included.
pub(crate) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Makes a folder, and those above it.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).with_context(|| format!("cannot make the folder {}", name(path)))
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
