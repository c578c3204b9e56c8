//! What `check` prints: short where nothing is new, and always with how it ended.

use std::fs;

use tempfile::TempDir;

use super::{run, run_in};

const DAY: [&str; 2] = ["--as-of", "2026-07-31"];

fn board(number: usize, sent: &str) -> String {
    format!("title: Board {number}\nkind: meeting\ndate: 2026-02-26\nnotice: {{ sent: {sent} }}\n")
}

/// A folder with so many boards, of which the notice came late, and a baseline.
fn folder(boards: usize) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("records")).unwrap();
    for number in 0..boards {
        write(&folder, number, "2026-02-20");
    }
    let save = [&["baseline", "records", "-o", "known.txt"], &DAY[..]].concat();
    assert_eq!(run_in(folder.path(), &save).0, 0);
    folder
}

fn write(folder: &TempDir, number: usize, sent: &str) {
    let path = folder.path().join(format!("records/{number}.yaml"));
    fs::write(path, board(number, sent)).unwrap();
}

/// The exit code and the lines of both streams.
fn check(folder: &TempDir, more: &[&str]) -> (i32, Vec<String>) {
    let args = [&["check", "records"], &DAY[..], more].concat();
    let (code, out, err) = run_in(folder.path(), &args);
    let lines = err.lines().chain(out.lines());
    (code, lines.map(str::to_owned).collect())
}

const KNOWN: [&str; 2] = ["--baseline", "known.txt"];

#[test]
fn where_nothing_is_new_little_is_said() {
    let folder = folder(30);
    let (code, lines) = check(&folder, &KNOWN);
    assert!(code == 0 && lines.len() <= 10, "{lines:#?}");
    assert_eq!(
        lines[lines.len() - 1],
        "Passed: nothing new counts. Exit code 0."
    );
    let known = &lines[lines.len() - 2];
    // Each board has short notice, no feedback, and nothing about children and young people.
    assert!(
        known.starts_with("Known: 90 not kept (breach 90), "),
        "{known}"
    );
    let verbose = [&KNOWN[..], &["-v"]].concat();
    assert!(check(&folder, &verbose).1.len() > 90);
}

#[test]
fn the_last_lines_say_that_it_failed_and_why() {
    let folder = folder(2);
    write(&folder, 2, "2026-02-20");
    let (code, lines) = check(&folder, &KNOWN);
    assert!(code == 1 && lines.len() <= 60, "{}", lines.join("\n"));
    let [.., new, known, failed] = lines.as_slice() else {
        panic!("{lines:#?}");
    };
    assert!(
        new.starts_with("New since Fri 31 Jul 2026: 3 not kept (breach 3), ")
            && new.ends_with(" because records changed."),
        "{new}"
    );
    assert!(
        known.starts_with("Known: 6 not kept (breach 6), "),
        "{known}"
    );
    assert_eq!(
        failed,
        "Failed: 3 new findings count (O2a Children and young people left out, O4a1 Short notice, \
         O4e1 No feedback). Exit code 1."
    );
    // In a line each, and in one line.
    let concise = [&KNOWN[..], &["--concise"]].concat();
    let (_, all) = check(&folder, &concise);
    assert!(
        all.iter()
            .filter(|line| line.contains(": not kept ["))
            .count()
            == 3,
        "{all:#?}"
    );
    let (code, quiet) = check(&folder, &[&KNOWN[..], &["-q"]].concat());
    assert_eq!(code, 1);
    assert_eq!(quiet, [format!("{new} {known} {failed}")]);
}

#[test]
fn without_a_baseline_the_first_findings_are_shown_and_the_rest_is_counted() {
    let folder = folder(6);
    let only = ["--clause", "O4a1", "--max-findings", "2"];
    let (code, lines) = check(&folder, &only);
    let drawn = |lines: &[String]| {
        let drawn = lines.iter().filter(|it| it.starts_with("breach[O4a1]"));
        drawn.count()
    };
    assert_eq!((code, drawn(&lines)), (1, 2));
    let more = "and 4 more not kept [O4a1] Short notice";
    assert!(lines.iter().any(|line| line == more), "{lines:#?}");
    assert_eq!(
        lines[lines.len() - 2..],
        [
            "Found: 6 not kept (breach 6), 0 without evidence.",
            "Failed: 6 findings count (O4a1 Short notice). Exit code 1."
        ]
    );
    for most in ["0", "6"] {
        let (_, lines) = check(&folder, &["--clause", "O4a1", "--max-findings", most]);
        assert_eq!(drawn(&lines), 6);
        assert!(!lines.iter().any(|line| line.starts_with("and ")));
    }
    fs::write(folder.path().join("records/bad.yaml"), "title: [x\n").unwrap();
    let (code, lines) = check(&folder, &["-q"]);
    let last = &lines[lines.len() - 1];
    assert!(
        code == 2
            && last.ends_with("Failed: not everything could be read, faults: 1. Exit code 2."),
        "{last}"
    );
}

#[test]
fn a_report_says_how_it_ended_where_it_is_asked_to() {
    let folder = folder(1);
    let report = ["report", "records", "--clause", "O4a1", "-o", "a.md"];
    let report = [&report[..], &DAY].concat();
    assert_eq!(run_in(folder.path(), &report).2, "");
    let (_, out, err) = run_in(folder.path(), &[&report[..], &["-v"]].concat());
    assert_eq!(out, "");
    assert_eq!(
        err,
        "Found: 1 not kept (breach 1), 0 without evidence. Failed: 1 finding counts (O4a1 Short \
         notice). Exit code 1.\n"
    );
    // A column that was not read is a note.
    let table = "Title,Date,Kind,Weather\nBoard,2026-02-26,meeting,fine\n";
    fs::write(folder.path().join("log.csv"), table).unwrap();
    let report = ["report", "log.csv", "--as-of", DAY[1]];
    assert!(run_in(folder.path(), &report).2.contains("Weather"));
    let (_, _, err) = run_in(folder.path(), &[&report[..], &["-q"]].concat());
    assert_eq!(err, "");
}

#[test]
fn help_groups_options_and_shows_examples() {
    for command in ["check", "report"] {
        let (_, help, _) = run(&[command, "--help"]);
        for part in [
            "What to read:",
            "What to judge:",
            "What to print:",
            "What fails:",
            "Examples:",
        ] {
            assert!(help.contains(part), "{command}: {part}");
        }
        assert_eq!(
            help.matches(&format!("  charter-audit {command} ")).count(),
            2
        );
    }
}

#[test]
fn shells_and_manuals_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, err) = run(&["completions", shell]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains("ignore-elapsed"), "{shell}");
    }
    let (code, page, _) = run(&["man", "check"]);
    assert_eq!(code, 0);
    assert!(
        page.contains(".TH") && page.contains("ignore\\-elapsed"),
        "{page}"
    );
    assert!(run(&["man"]).1.contains("charter\\-audit\\-check(1)"));
    let (code, _, err) = run(&["man", "chek"]);
    assert!(
        code == 2 && err.contains("there is no command `chek`"),
        "{err}"
    );
}
