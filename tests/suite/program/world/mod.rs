//! What surrounds the program may be anything: names, terminals, pipes, clocks, full disks, signals.

mod bounds;
mod odd_files;
mod stopped;
mod streams;
mod terminal;

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;

/// A meeting of which nothing is owed.
pub(super) const BOARD: &str = "title: Board\nkind: meeting\nstatus: cancelled\ndate: 2026-02-26\n";

/// Runs the program in a folder, with all colours and commands that it would give to a terminal.
pub(super) fn as_in_a_terminal(folder: &Path, args: &[&std::ffi::OsStr]) -> Output {
    Command::cargo_bin("charter-audit")
        .unwrap()
        .current_dir(folder)
        .env("CLICOLOR_FORCE", "1")
        .args(args)
        .output()
        .unwrap()
}

/// What is in a folder, by name, hidden files included.
pub(super) fn listed(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
