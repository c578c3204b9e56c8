//! The program as people run it: exit codes, streams, and what it says when something is wrong.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

use super::run_in;
use crate::root;

fn program() -> Command {
    let mut command = Command::cargo_bin("charter-audit").unwrap();
    command.current_dir(root());
    command
}

/// Runs and gives the exit code, standard output and standard error.
fn run(args: &[&str]) -> (i32, String, String) {
    let output = program().args(args).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

pub(super) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn path(folder: &TempDir) -> &str {
    folder.path().to_str().unwrap()
}

const GOOD: &str = "title: Board\nkind: meeting\nstatus: cancelled\ndate: 2026-02-26\n";

#[test]
fn one_unreadable_file_never_stops_the_others() {
    let folder = folder(&[
        ("a.yaml", GOOD),
        ("b.yaml", "title: [x\n"),
        ("c.yaml", &GOOD.replace("Board", "Panel")),
    ]);
    let (code, out, err) = run(&["check", path(&folder), "--as-of", "2026-06-01"]);
    assert_eq!(code, 2);
    assert!(err.contains("b.yaml:1:8"), "{err}");
    assert!(out.contains("2 records"), "{out}");
}

#[test]
fn nobody_knows_what_is_in_a_file_that_is_not_well_formed() {
    // Read as YAML, the escape would be the D of a label.
    let escaped = "title: [x\nx: \"\\u0044OB: 12/03/2015\"\n";
    let folder = folder(&[
        ("a.yaml", GOOD),
        ("b.yaml", escaped),
        ("c.json", "{\"title\": \"x\", "),
        ("d.yaml", "title: [x\nx: \"DOB: 12/03/2015\"\n"),
        // More is wrong with it than anybody reads, and this comes last.
        (
            "e.yaml",
            &format!("{}{escaped}", format!("{GOOD}x: y\n---\n").repeat(101)),
        ),
    ]);
    let asked = ["report", ".", "--as-of", "2026-06-01", "--clause", "W3c"];
    let (_, out, _) = run_in(
        folder.path(),
        &[&asked[..], &["--format", "jsonl"]].concat(),
    );
    let lines = out
        .lines()
        .map(|line| -> serde_json::Value { serde_json::from_str(line).unwrap() });
    let verdicts: Vec<(String, String)> = lines
        .filter(|line| line["clause"] == "W3c")
        .map(|line| {
            let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
            (text(&line["subject"]["name"]), text(&line["verdict"]))
        })
        .collect();
    let expected = [
        ("d.yaml", "not-kept"),
        ("b.yaml", "no-evidence"),
        ("c.json", "no-evidence"),
        ("e.yaml", "no-evidence"),
        ("a.yaml", "kept"),
    ];
    assert_eq!(
        verdicts,
        expected.map(|(name, verdict)| (name.to_owned(), verdict.to_owned()))
    );
}

#[test]
fn what_stands_in_a_misspelt_field_is_held_against_nobody() {
    let held = "title: Board\nkind: meeting\nstatus: held\norganisers: [council]\n\
                date: 2026-02-26\naudience: [parents]\n";
    let verdicts = |more: &str| {
        let folder = folder(&[("a.yaml", &format!("{held}{more}"))]);
        let (code, out, _) = run_in(
            folder.path(),
            &["report", ".", "--as-of", "2026-06-01", "--format", "jsonl"],
        );
        let verdict = |clause: &str| {
            let mut lines = out
                .lines()
                .map(|line| -> serde_json::Value { serde_json::from_str(line).unwrap() });
            let line = lines.find(|line| line["clause"] == clause).unwrap();
            line["verdict"].as_str().unwrap().to_owned()
        };
        (code, verdict("O4e1"))
    };
    // Three months after the meeting, nothing at all is not kept.
    assert_eq!(verdicts("").1, "not-kept");
    for more in [
        "feedbak: { sent: 2026-03-01 }\n",
        "feedback: { snt: 2026-03-01 }\n",
    ] {
        let (code, feedback) = verdicts(more);
        assert_eq!((code, feedback.as_str()), (2, "no-evidence"), "{more}");
    }
    // What is spelled as it should be counts, whatever else is not.
    let both = "feedbak: { sent: 2026-03-01 }\nfeedback: none\n";
    assert_eq!(verdicts(both).1, "not-kept");
}

#[test]
fn an_empty_folder_is_no_success() {
    let empty = folder(&[]);
    let (code, out, err) = run(&["check", path(&empty)]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("nothing to audit") && err.contains("help:"),
        "{err}"
    );
    let foreign = folder(&[("minutes.docx", "x"), ("notes.txt", "x")]);
    let (code, _, err) = run(&["report", path(&foreign)]);
    assert_eq!(code, 2);
    assert!(err.contains("(.docx)") && err.contains("(.txt)"), "{err}");
    assert!(err.contains(".yaml, .yml, .json,"), "{err}");
    let (code, _, err) = run(&["check", "no-such-folder"]);
    assert_eq!(code, 2);
    assert!(err.contains("no-such-folder"), "{err}");
}

#[test]
fn the_exit_code_is_the_same_in_every_format() {
    let late = "title: Board\nkind: meeting\ndate: 2026-02-26\nnotice: { sent: 2026-02-11 }\n";
    let folder = folder(&[("a.yaml", late)]);
    for (args, expected) in [
        (vec!["--as-of", "2026-06-01"], 1),
        (vec!["--as-of", "2026-02-12"], 0),
        (vec!["--as-of", "2026-06-01", "--clause", "O4a1"], 0),
        (vec!["--as-of", "2026-06-01", "--clause", "O4a3"], 0),
        (
            vec!["--as-of", "2026-06-01", "--clause", "O4a3", "--strict"],
            1,
        ),
        (vec!["--as-of", "2026-06-01", "--party", "forum"], 0),
    ] {
        for command in ["check", "report"] {
            for format in ["text", "json"] {
                let mut all = vec![command, path(&folder), "--format", format];
                all.extend(&args);
                assert_eq!(run(&all).0, expected, "{all:?}");
            }
        }
    }
}

#[test]
fn bad_usage_says_what_is_near() {
    let folder = folder(&[("a.yaml", GOOD)]);
    for (args, said) in [
        (vec!["--clause", "O4a9"], "did you mean `O4a"),
        (
            vec!["--clause", "O4a"],
            "did you mean O4a1, O4a1s, O4a2 or O4a3?",
        ),
        (vec!["--party", "frum"], "did you mean `forum`"),
        (vec!["--as-of", "1/2/2026"], "2026-02-01"),
        (vec!["--as-of", "tomorrow"], "2026-03-01"),
        (
            vec!["--since", "2026-03-01", "--until", "2026-02-01"],
            "before",
        ),
    ] {
        let mut all = vec!["check", path(&folder)];
        all.extend(&args);
        let (code, _, err) = run(&all);
        assert_eq!(code, 2, "{args:?}");
        assert!(err.contains(said), "{err}");
    }
}

#[test]
fn the_charter_above_the_records_is_used_and_never_read_as_a_record() {
    let ours = "extends: built-in\ntitle: Our own charter\n";
    let one = folder(&[("charter.yaml", ours), ("records/2026/a.yaml", GOOD)]);
    let records = one.path().join("records");
    let (code, out, err) = run(&["check", records.to_str().unwrap(), "--as-of", "2026-06-01"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Our own charter"), "{out}");
    assert!(out.contains("read 1 record "), "{out}");
    let other = folder(&[("charter.yaml", ours), ("a.yaml", GOOD)]);
    let (code, _, err) = run(&["check", path(&one), path(&other)]);
    assert_eq!(code, 2);
    assert!(err.contains("two charters"), "{err}");
    let chosen = one.path().join("charter.yaml");
    let (code, _, _) = run(&[
        "check",
        path(&other),
        "--charter",
        chosen.to_str().unwrap(),
        "--as-of",
        "2026-06-01",
    ]);
    assert_eq!(code, 0);
}

#[test]
fn files_in_any_order_give_the_same_bytes() {
    let files: Vec<(String, String)> = (0..30)
        .map(|at| {
            (
                format!("{at}.yaml"),
                format!("title: T{at}\nkind: meeting\ndate: 2026-02-26\n"),
            )
        })
        .collect();
    let folder = TempDir::new().unwrap();
    for (name, text) in files.iter().rev() {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let paths: Vec<String> = files.iter().map(|(name, _)| at(name)).collect();
    let mut forwards = vec!["check", "--as-of", "2026-06-01"];
    forwards.extend(paths.iter().map(String::as_str));
    let mut backwards = vec!["check", "--as-of", "2026-06-01"];
    backwards.extend(paths.iter().rev().map(String::as_str));
    let first = run(&forwards);
    assert_eq!(first, run(&backwards));
    assert_eq!(
        first,
        run(&["check", "--as-of", "2026-06-01", path(&folder)])
    );
}

#[test]
fn standard_input_is_a_file_of_records() {
    let output = program()
        .args(["check", "-", "--as-of", "2026-06-01"])
        .write_stdin(GOOD)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("read 1 record ")
    );
}

#[test]
fn a_report_goes_to_a_file_but_never_over_a_record() {
    let folder = folder(&[("a.yaml", GOOD)]);
    let record = folder.path().join("a.yaml");
    let over = ["report", path(&folder), "-o", record.to_str().unwrap()];
    let (code, _, err) = run(&[&over[..], &["--format", "text"]].concat());
    assert_eq!(code, 2);
    assert!(err.contains("write to another"), "{err}");
    assert_eq!(fs::read_to_string(&record).unwrap(), GOOD);
    let target = folder.path().join("report.txt");
    let (code, out, _) = run(&[
        "report",
        path(&folder),
        "--as-of",
        "2026-06-01",
        "-o",
        target.to_str().unwrap(),
    ]);
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(
        fs::read_to_string(target)
            .unwrap()
            .starts_with("Was the coproduction charter kept?")
    );
}

#[test]
fn ignored_and_hidden_files_are_passed_over_and_counted() {
    let folder = folder(&[
        ("a.yaml", GOOD),
        ("draft.yaml", "title: [x"),
        (".hidden.yaml", "title: [x"),
        (".gitignore", "draft.yaml\n"),
    ]);
    let (code, out, err) = run(&[
        "report",
        path(&folder),
        "--as-of",
        "2026-06-01",
        "--details",
    ]);
    assert_eq!(code, 0, "{err}");
    let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("left out on purpose: files (3)."), "{out}");
    assert!(out.contains("files that an ignore file names"), "{out}");
    assert!(out.contains("hidden files and folders"), "{out}");
}

#[test]
fn a_closed_pipe_is_quiet() {
    let folder = folder(&[("a.yaml", GOOD)]);
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("charter-audit"))
        .args(["report", path(&folder)])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn text_for_minutes_is_72_columns_wide() {
    let example = root().join("examples/strategy-group");
    assert!(Path::new(&example).is_dir());
    let (_, out, _) = run(&["report", "examples/strategy-group", "--as-of", "2026-07-31"]);
    for line in out.lines() {
        // A path that is longer stays whole, so that it can be copied.
        assert!(
            line.chars().count() <= 72 || !line.trim().contains(' '),
            "{line}"
        );
        assert!(!line.contains('\u{1b}'));
    }
}

/// A period in which nothing lies is no success, as an empty folder is none.
#[test]
fn a_period_without_a_record_is_not_audited() {
    let folder = TempDir::new().unwrap();
    let record =
        "title: Board\nkind: meeting\nstatus: held\norganisers: [council]\ndate: 2026-01-08\n";
    fs::write(folder.path().join("a.yaml"), record).unwrap();
    for (period, expected) in [
        (["--since", "2026-01-09"], 2),
        (["--since", "2026-01-08"], 1),
        (["--until", "2026-01-07"], 2),
        (["--until", "2026-01-08"], 1),
    ] {
        let arguments = ["check", "a.yaml", "--as-of", "2026-04-28", "-q"];
        let arguments: Vec<&str> = arguments.into_iter().chain(period).collect();
        let (code, out, err) = run_in(folder.path(), &arguments);
        assert_eq!(code, expected, "{period:?}: {err}");
        assert_eq!(out.is_empty(), expected == 2, "{period:?}");
        assert_eq!(
            err.contains("no record lies in the period that was asked for"),
            expected == 2,
            "{err}"
        );
    }
    // One without a day may lie in it.
    fs::write(
        folder.path().join("b.yaml"),
        "title: Workshop\nkind: workshop\n",
    )
    .unwrap();
    let arguments = [
        "check",
        ".",
        "--as-of",
        "2026-04-28",
        "--since",
        "2026-03-01",
    ];
    assert_eq!(run_in(folder.path(), &arguments).0, 0);
}
