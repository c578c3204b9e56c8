//! Guards the program from outside: its arguments, streams and exit codes, and the files that it
//! finds and writes.

mod calendar;
mod calibrate;
mod cli;
mod columns;
mod due;
mod explain;
mod files;
mod folders;
mod init;
mod log;
mod named_files;
#[cfg(target_os = "linux")]
mod network;
mod new;
mod numbers;
mod paths;
mod plan;
mod schema;
mod services;
mod world;

use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program at the root: the exit code, standard output and standard error.
pub(crate) fn run(args: &[&str]) -> (i32, String, String) {
    run_in(&root(), args)
}

/// Runs the program in a folder.
pub(crate) fn run_in(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("charter-audit")
        .unwrap()
        .current_dir(folder)
        .args(args)
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}
