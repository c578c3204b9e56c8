//! What is written is there whole, all of it or none, also where the program is stopped.
#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::super::run_in;
use super::{BOARD, listed};

/// So many records take long enough to be stopped while they are written.
const MANY: usize = 6_000;

fn many() -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut log = "Title,Type,Date,Status\n".to_owned();
    for number in 0..MANY {
        writeln!(log, "Board {number},meeting,26/02/2026,cancelled").unwrap();
    }
    fs::write(folder.path().join("log.csv"), log).unwrap();
    folder
}

fn converting(folder: &Path, more: &[&str]) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin("charter-audit"))
        .current_dir(folder)
        .args(["convert", "log.csv", "-o", "out/records"])
        .args(more)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Sends a signal as soon as something is being written; whether that was in time.
fn stopped(child: &mut Child, out: &Path, signal: &str, already: usize) -> bool {
    while child.try_wait().unwrap().is_none() {
        let there = fs::read_dir(out).map_or(0, Iterator::count);
        if there > already + 10 {
            let id = child.id().to_string();
            Command::new("kill")
                .args(["-s", signal, &id])
                .status()
                .unwrap();
            break;
        }
        thread::sleep(Duration::from_millis(1));
    }
    child.wait().unwrap().signal().is_some()
}

#[test]
fn a_signal_while_writing_leaves_nothing_behind() {
    for (signal, number) in [("INT", 2), ("TERM", 15), ("HUP", 1)] {
        let folder = many();
        let out = folder.path().join("out/records");
        let mut child = converting(folder.path(), &[]);
        let was_stopped = stopped(&mut child, &out, signal, 0);
        let status = child.wait().unwrap();
        if was_stopped {
            assert_eq!(status.signal(), Some(number), "{signal}");
            let left = listed(folder.path());
            assert_eq!(left, ["log.csv"], "{signal}");
        } else {
            // It had written everything by then.
            assert_eq!(listed(&out).len(), MANY, "{signal}");
        }
    }
}

#[test]
fn a_signal_while_writing_over_files_leaves_the_old_ones() {
    let folder = many();
    let out = folder.path().join("out/records");
    assert!(converting(folder.path(), &[]).wait().unwrap().success());
    let before = listed(&out);
    assert_eq!(before.len(), MANY);
    for name in &before {
        fs::write(out.join(name), "old").unwrap();
    }
    let mut child = converting(folder.path(), &["--force"]);
    let was_stopped = stopped(&mut child, &out, "TERM", MANY);
    assert_eq!(listed(&out), before);
    let is_old = |name: &String| fs::read(out.join(name)).unwrap() == b"old";
    assert_eq!(
        before.iter().filter(|name| is_old(name)).count(),
        if was_stopped { MANY } else { 0 }
    );
}

#[test]
fn convert_writes_all_or_none() {
    let folder = TempDir::new().unwrap();
    let log = "Title,Type,Date,Status\nAlpha,meeting,26/02/2026,cancelled\nZulu,meeting,26/03/2026,cancelled\n";
    fs::write(folder.path().join("log.csv"), log).unwrap();
    let convert = |more: &[&str]| {
        run_in(
            folder.path(),
            &[&["convert", "log.csv", "-o", "out"], more].concat(),
        )
    };
    assert_eq!(convert(&[]).0, 0);
    let names = listed(&folder.path().join("out"));
    assert_eq!(names.len(), 2);
    // The last of them cannot be written over.
    let (first, last) = (
        folder.path().join("out").join(&names[0]),
        folder.path().join("out").join(&names[1]),
    );
    fs::write(&first, "old").unwrap();
    fs::remove_file(&last).unwrap();
    fs::create_dir(&last).unwrap();
    let (code, _, err) = convert(&["--force"]);
    assert!(code == 2 && err.contains("it is a folder"), "{err}");
    assert_eq!(fs::read(&first).unwrap(), b"old");
    assert_eq!(listed(&folder.path().join("out")), names);
    fs::remove_dir(&last).unwrap();
    assert_eq!(convert(&["--force"]).0, 0);
    assert_ne!(fs::read(&first).unwrap(), b"old");
    assert_eq!(listed(&folder.path().join("out")), names);
}

#[test]
fn reports_are_written_all_or_none() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.yaml"), BOARD).unwrap();
    fs::write(folder.path().join("r.md"), "old").unwrap();
    fs::create_dir(folder.path().join("s.json")).unwrap();
    let args = [
        "report",
        "a.yaml",
        "--as-of",
        "2026-06-01",
        "-o",
        "r.md",
        "-o",
        "s.json",
    ];
    assert_eq!(run_in(folder.path(), &args).0, 2);
    assert_eq!(fs::read(folder.path().join("r.md")).unwrap(), b"old");
    fs::remove_dir(folder.path().join("s.json")).unwrap();
    assert_eq!(run_in(folder.path(), &args).0, 0);
    assert_eq!(listed(folder.path()), ["a.yaml", "r.md", "s.json"]);
    assert_ne!(fs::read(folder.path().join("r.md")).unwrap(), b"old");
}
