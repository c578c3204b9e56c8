//! Results to standard output, and what is known of a place before something is written there.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use charter_audit::render::without_commands;

use super::terminal::with_colours;
use super::{is_standard_input, quietly};

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
    print(with_colours(&without_commands(text)).as_bytes())
}

/// Writes a text in colours to standard output, without them where nobody would see them.
pub(crate) fn print_styled(text: &str) -> Result<()> {
    let mut out = anstream::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    quietly(written).context("cannot write to standard output")
}

/// Whether there is a folder of this name.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there is anything at a path, a link that leads nowhere included.
pub(crate) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
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
