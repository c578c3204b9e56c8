//! Streams that are closed, full or broken, threads that cannot be had: a sentence and exit code 2,
//! never another one.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::BOARD;

/// Runs a line of the shell in a folder, in which `$CHARTER_AUDIT` is the program.
fn shell(folder: &Path, line: &str) -> Output {
    Command::new("sh")
        .args(["-c", line])
        .current_dir(folder)
        .env(
            "CHARTER_AUDIT",
            assert_cmd::cargo::cargo_bin("charter-audit"),
        )
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.yaml"), BOARD).unwrap();
    fs::write(folder.path().join("b.yaml"), "title: [x\n").unwrap();
    folder
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_a_sentence() {
    let folder = folder();
    for line in [
        "$CHARTER_AUDIT check a.yaml --as-of 2026-06-01 > /dev/full",
        "$CHARTER_AUDIT report a.yaml --as-of 2026-06-01 > /dev/full",
        "$CHARTER_AUDIT convert a.yaml > /dev/full",
        "$CHARTER_AUDIT --help > /dev/full",
        "$CHARTER_AUDIT check --help > /dev/full",
        "$CHARTER_AUDIT --version > /dev/full",
        "$CHARTER_AUDIT man > /dev/full",
        "$CHARTER_AUDIT completions bash > /dev/full",
        "$CHARTER_AUDIT schema record > /dev/full",
        "$CHARTER_AUDIT explain > /dev/full",
    ] {
        let output = shell(folder.path(), line);
        assert_eq!(output.status.code(), Some(2), "{line}");
        let err = error(&output);
        assert!(
            err.contains("error: cannot write to standard output"),
            "{line}: {err}"
        );
    }
    // Nobody can be told that nobody can be told.
    let output = shell(
        folder.path(),
        "$CHARTER_AUDIT check . --as-of 2026-06-01 2> /dev/full",
    );
    assert_eq!(output.status.code(), Some(2));
    let both = "$CHARTER_AUDIT report a.yaml --as-of 2026-06-01 -o r.md -o /dev/full";
    let output = shell(folder.path(), both);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        error(&output).contains("cannot write /dev/full"),
        "{}",
        error(&output)
    );
    assert!(!folder.path().join("r.md").exists());
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_may_not_grow_is_a_sentence_and_leaves_nothing() {
    let folder = folder();
    // 8 blocks of 512 bytes.
    let line = "ulimit -f 8; $CHARTER_AUDIT report a.yaml --as-of 2026-06-01 -o r.html";
    let output = shell(folder.path(), line);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(
        error(&output).contains("cannot write r.html"),
        "{}",
        error(&output)
    );
    assert_eq!(super::listed(folder.path()), ["a.yaml", "b.yaml"]);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = folder();
    let line = "{ $CHARTER_AUDIT check a.yaml --as-of 2026-06-01; echo $? > code; } | true; sleep 0.1; cat code";
    let output = shell(folder.path(), line);
    assert_eq!(
        String::from_utf8_lossy(&output.stdout).trim(),
        "0",
        "{}",
        error(&output)
    );
}

#[test]
fn closed_streams_change_no_exit_code() {
    let folder = folder();
    for (line, code) in [
        ("$CHARTER_AUDIT check a.yaml --as-of 2026-06-01 >&-", 0),
        ("$CHARTER_AUDIT check a.yaml --as-of 2026-06-01 2>&-", 0),
        ("$CHARTER_AUDIT check . --as-of 2026-06-01 >&- 2>&-", 2),
        ("$CHARTER_AUDIT check - --as-of 2026-06-01 <&-", 2),
        (
            "$CHARTER_AUDIT check a.yaml --as-of 2026-06-01 <&- >&- 2>&-",
            0,
        ),
    ] {
        assert_eq!(
            shell(folder.path(), line).status.code(),
            Some(code),
            "{line}"
        );
    }
}

/// A machine that starts no more threads: each would need 8 MB of what there is not.
#[test]
#[cfg(target_os = "linux")]
fn where_no_thread_can_be_had_one_does_all_of_the_work() {
    let folder = folder();
    let expected = shell(
        folder.path(),
        "$CHARTER_AUDIT check a.yaml --as-of 2026-06-01",
    );
    let line =
        "ulimit -v 600000; RAYON_NUM_THREADS=200 $CHARTER_AUDIT check a.yaml --as-of 2026-06-01";
    let output = shell(folder.path(), line);
    assert_eq!(error(&output), "");
    assert_eq!(
        (output.status.code(), output.stdout),
        (Some(0), expected.stdout)
    );
}
