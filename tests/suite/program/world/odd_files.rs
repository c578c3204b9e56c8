//! Files that are none, files that come through pipes, and links.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::super::run_in;
use super::BOARD;

const DAY: [&str; 2] = ["--as-of", "2026-06-01"];

fn check(folder: &Path, args: &[&str]) -> (i32, String, String) {
    run_in(folder, &[&["check"], args, &DAY[..]].concat())
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn what_is_called_like_a_charter_or_columns_is_named_where_it_is_no_file() {
    for (name, is_pipe, what) in [
        ("charter.yaml", false, "is a folder"),
        ("charter.yaml", true, "is a pipe or a device"),
        ("columns.yaml", false, "is a folder"),
        ("columns.yml", true, "is a pipe or a device"),
        ("Charter.yml", false, "is a folder"),
        ("charter.examples.yaml", true, "is a pipe or a device"),
    ] {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("r")).unwrap();
        fs::write(folder.path().join("r/a.yaml"), BOARD).unwrap();
        fs::write(
            folder.path().join("r/log.csv"),
            "Title,Type,Date,Status\nPanel,meeting,26/02/2026,cancelled\n",
        )
        .unwrap();
        let odd = folder.path().join("r").join(name);
        if is_pipe {
            pipe(&odd);
        } else {
            fs::create_dir(&odd).unwrap();
        }
        let (code, _, err) = check(folder.path(), &["r"]);
        assert_eq!(code, 2, "{name}: {err}");
        let said = format!("r/{name} {what}");
        assert!(err.contains(&said), "{name}: {err}");
        if name.starts_with("columns") {
            let (code, _, err) = check(folder.path(), &["r/log.csv"]);
            assert!(code == 2 && err.contains(&said), "{name}: {err}");
        }
    }
    // Above what is audited as well.
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("r/charter.yaml")).unwrap();
    fs::create_dir(folder.path().join("r/deep")).unwrap();
    fs::write(folder.path().join("r/deep/a.yaml"), BOARD).unwrap();
    let (code, _, err) = check(folder.path(), &["r/deep"]);
    assert!(
        code == 2 && err.contains("r/charter.yaml is a folder and not a file"),
        "{err}"
    );
    assert!(err.contains("--charter"), "{err}");
}

/// What is called as an ignore file is read whole, so what never ends is not read at all.
#[test]
fn what_is_called_like_an_ignore_file_and_is_none_is_named() {
    let make = |what: &str, path: &Path| match what {
        "a pipe or a device" => pipe(path),
        "a folder" => fs::create_dir(path).unwrap(),
        "a link, which is not followed" => symlink("/dev/zero", path).unwrap(),
        _ => fs::File::create(path).unwrap().set_len(3 << 30).unwrap(),
    };
    for what in [
        "a pipe or a device",
        "a folder",
        "a link, which is not followed",
        "larger than any list of files, 1 MB",
    ] {
        for name in [".gitignore", ".ignore", "deep/.gitignore"] {
            let folder = TempDir::new().unwrap();
            fs::create_dir(folder.path().join("deep")).unwrap();
            fs::write(folder.path().join("a.yaml"), BOARD).unwrap();
            make(what, &folder.path().join(name));
            for command in ["check", "due", "convert"] {
                let day: &[&str] = if command == "convert" {
                    &["-o", "out"]
                } else {
                    &DAY
                };
                let (code, _, err) = run_in(folder.path(), &[&[command, "."], day].concat());
                assert_eq!(code, 2, "{command} {name}: {err}");
                assert!(
                    err.contains(&format!("{name} is {what}")),
                    "{command} {name}: {err}"
                );
            }
        }
    }
    // A list counts as ever.
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.yaml"), BOARD).unwrap();
    fs::write(folder.path().join("b.yaml"), "title: [").unwrap();
    fs::write(folder.path().join(".ignore"), "b.yaml\n").unwrap();
    assert_eq!(check(folder.path(), &["."]).0, 0);
}

#[test]
fn a_link_beside_a_named_table_is_passed_over_as_in_folders() {
    let (folder, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    fs::write(
        folder.path().join("log.csv"),
        "Went out on,Title,Type,Date\n01/02/2026,Panel,meeting,26/02/2026\n",
    )
    .unwrap();
    let columns = other.path().join("mine.yaml");
    fs::write(&columns, "columns:\n  \"Went out on\": notice.sent\n").unwrap();
    symlink(&columns, folder.path().join("columns.yaml")).unwrap();
    for path in ["log.csv", "."] {
        let (_, out, err) = check(folder.path(), &[path, "--verbose"]);
        assert!(
            out.contains("Skipped: links, which are not followed, columns.yaml: 1"),
            "{path}: {out}{err}"
        );
        assert!(err.contains("Went out on"), "{path}: {err}");
    }
    // Two tables have it once.
    fs::copy(
        folder.path().join("log.csv"),
        folder.path().join("more.csv"),
    )
    .unwrap();
    let (_, out, _) = check(folder.path(), &["log.csv", "more.csv", "--verbose"]);
    assert!(out.contains("columns.yaml: 1"), "{out}");
    // A file of the same name counts.
    fs::remove_file(folder.path().join("columns.yaml")).unwrap();
    fs::copy(&columns, folder.path().join("columns.yaml")).unwrap();
    let (_, out, err) = check(folder.path(), &["log.csv", "--verbose"]);
    assert!(
        !out.contains("Skipped") && !err.contains("Went out on"),
        "{out}{err}"
    );
}

#[test]
fn a_charter_that_is_a_link_is_named_and_not_followed() {
    let (folder, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    fs::write(folder.path().join("a.yaml"), BOARD).unwrap();
    let charter = other.path().join("mine.yaml");
    fs::write(&charter, "extends: built-in\n").unwrap();
    symlink(&charter, folder.path().join("charter.yaml")).unwrap();
    let (code, _, err) = check(folder.path(), &["."]);
    assert_eq!(code, 2);
    assert!(
        err.contains(
            "charter.yaml is a link, and links are not followed; name the charter with --charter"
        ),
        "{err}"
    );
    // What somebody names is followed.
    let (code, _, err) = check(folder.path(), &[".", "--charter", "charter.yaml"]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn lists_of_names_and_baselines_may_come_through_pipes() {
    let folder = TempDir::new().unwrap();
    let titled = BOARD
        .replace("Board", "Talk with Quux Zeb")
        .replace("cancelled", "held");
    fs::write(folder.path().join("a.yaml"), titled).unwrap();
    fs::write(folder.path().join("names.txt"), "Quux Zeb\n").unwrap();
    let (_, baseline, _) = run_in(folder.path(), &[&["baseline", "a.yaml"], &DAY[..]].concat());
    fs::write(folder.path().join("baseline.txt"), &baseline).unwrap();
    let plain = |option: &str, file: &str| check(folder.path(), &["a.yaml", option, file]);
    for (option, file) in [
        ("--names-file", "names.txt"),
        ("--baseline", "baseline.txt"),
    ] {
        let expected = plain(option, file);
        // Any name, and one of the shell's own.
        let fifo = folder.path().join("pipe");
        pipe(&fifo);
        let writer = Command::new("sh")
            .args(["-c", &format!("cat {file} > pipe")])
            .current_dir(folder.path())
            .spawn();
        let read = plain(option, "pipe");
        writer.unwrap().wait().unwrap();
        fs::remove_file(&fifo).unwrap();
        assert_eq!(read, expected, "{option}");
        assert!(!read.1.contains("Quux"), "{}", read.1);
        let program = assert_cmd::cargo::cargo_bin("charter-audit");
        let through = Command::new(program)
            .current_dir(folder.path())
            .args(["check", "a.yaml", option, "/dev/stdin"])
            .args(DAY)
            .stdin(Stdio::from(
                fs::File::open(folder.path().join(file)).unwrap(),
            ))
            .output()
            .unwrap();
        assert_eq!(
            String::from_utf8(through.stdout).unwrap(),
            expected.1,
            "{option}"
        );
    }
    let (code, _, err) = plain("--names-file", ".");
    assert!(
        code == 2 && err.contains(". is a folder and not a file"),
        "{err}"
    );
}

#[test]
fn records_through_a_named_pipe_are_not_waited_for() {
    let folder = TempDir::new().unwrap();
    pipe(&folder.path().join("p.yaml"));
    let (code, _, err) = check(folder.path(), &["p.yaml"]);
    assert!(
        code == 2 && err.contains("p.yaml is neither a file nor a folder; `-` is standard input"),
        "{err}"
    );
    fs::write(folder.path().join("a.yaml"), BOARD).unwrap();
    let (code, out, _) = check(folder.path(), &[".", "--verbose"]);
    assert!(
        code == 0 && out.contains("things that are not files, p.yaml: 1"),
        "{out}"
    );
}

#[test]
fn what_cannot_be_opened_is_named_and_the_rest_is_audited() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.yaml"), BOARD).unwrap();
    let closed = folder.path().join("closed.yaml");
    fs::write(&closed, BOARD).unwrap();
    let sealed = folder.path().join("sealed");
    fs::create_dir(&sealed).unwrap();
    for path in [&closed, &sealed] {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(0o0)).unwrap();
    }
    if fs::read(&closed).is_ok() {
        eprintln!("skipped: whoever runs this may read everything");
        return;
    }
    let (code, out, err) = check(folder.path(), &["."]);
    assert_eq!(code, 2);
    assert!(
        err.contains("cannot read closed.yaml") && err.contains("cannot read sealed"),
        "{err}"
    );
    assert!(out.contains("read 1 record "), "{out}");
}
