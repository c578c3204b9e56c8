//! The README keeps its word: its samples can be read, and its outputs are what the program prints.

use std::collections::BTreeSet;
use std::fs;

use assert_cmd::Command;
use charter_audit::render::Format;
use tempfile::TempDir;

use crate::output::generated::is_up_to_date;
use crate::{Bench, root};

/// The blocks of the README that are written in a language.
fn blocks(language: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let text = text.replace("\r\n", "\n");
    let fence = format!("```{language}\n");
    text.split(&fence)
        .skip(1)
        .map(|rest| rest.split_once("```").unwrap().0.to_owned())
        .collect()
}

#[test]
fn the_first_audit_prints_what_the_readme_shows() {
    let record = blocks("yaml").into_iter().next().unwrap();
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("records")).unwrap();
    fs::write(
        folder.path().join("records/2026-02-26-workshop.yaml"),
        record,
    )
    .unwrap();
    let output = Command::cargo_bin("charter-audit")
        .unwrap()
        .current_dir(folder.path())
        .args(["check", "records", "--as-of", "2026-03-31"])
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let mut now = text.replace("\r\n", "\n");
    let shown = blocks("text");
    assert!(shown.len() >= 2, "{shown:?}");
    for block in shown {
        now = now.replace(&block, &excerpt(&out, &block));
    }
    is_up_to_date("README.md", &now);
}

/// As many paragraphs of an output as a block shows, from the one that begins with its first word.
fn excerpt(out: &str, block: &str) -> String {
    let word = block.split_whitespace().next().unwrap();
    let paragraphs = out.split("\n\n");
    let from: Vec<&str> = paragraphs
        .skip_while(|paragraph| !paragraph.starts_with(word))
        .take(block.trim_end().split("\n\n").count())
        .collect();
    assert!(!from.is_empty(), "no paragraph begins with {word}\n{out}");
    from.join("\n\n").trim_end().to_owned() + "\n"
}

#[test]
fn the_samples_can_be_read() {
    let (charters, others): (Vec<String>, Vec<String>) = blocks("yaml")
        .into_iter()
        .partition(|block| block.starts_with("extends: built-in"));
    assert!(charters.len() >= 4, "{}", charters.len());
    for charter in &charters {
        // `Bench` stops at any fault of a charter.
        Bench::under(Some(charter), &[]);
    }
    let mut records = 0;
    for block in others {
        // Parts of a record are shown without the rest of it.
        if block.starts_with("explanations:") || block.contains("as above") {
            continue;
        }
        let bench = Bench::new(&[("a.yaml", &block)]);
        assert!(bench.faults().is_empty(), "{block}\n{:?}", bench.faults());
        records += bench.reading.records.len();
    }
    assert!(records >= 6, "{records}");
}

#[test]
fn the_jobs_run_what_they_say() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("records")).unwrap();
    let record = "title: Board\nkind: meeting\ndate: 2026-02-26\n";
    fs::write(folder.path().join("records/a.yaml"), record).unwrap();
    let baseline = ["baseline", "records", "-o", "baseline.txt"];
    let mut program = Command::cargo_bin("charter-audit").unwrap();
    program.current_dir(folder.path()).args(baseline);
    program.assert().success();
    let jobs = blocks("yml");
    let mut ran = 0;
    for line in jobs.iter().flat_map(|job| job.lines()) {
        let commands = ["charter-audit check", "charter-audit report"];
        let Some(at) = commands.iter().find_map(|command| line.find(command)) else {
            continue;
        };
        let words = line[at..].trim_end_matches("|| true").split_whitespace();
        let output = Command::cargo_bin("charter-audit")
            .unwrap()
            .current_dir(folder.path())
            .args(words.skip(1))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code().unwrap() < 2, "{line}: {said}");
        ran += 1;
    }
    assert_eq!(ran, 4);
    for file in ["charter.sarif", "charter.xml", "codequality.json"] {
        assert!(folder.path().join(file).is_file(), "{file}");
    }
    let hooks = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).unwrap();
    let hooks: serde_yaml::Value = serde_yaml::from_str(&hooks).unwrap();
    assert_eq!(hooks[0]["id"], "charter-audit");
    assert!(jobs.iter().any(|job| job.contains("- id: charter-audit")));
}

#[test]
fn the_table_of_formats_names_every_format_and_ending() {
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let rows = text
        .lines()
        .skip_while(|line| !line.starts_with("| format |"));
    let rows = rows.skip(2).take_while(|line| line.starts_with('|'));
    let shown: BTreeSet<&str> = rows
        .clone()
        .filter_map(|row| row.split('`').nth(1))
        .collect();
    let known: BTreeSet<&str> = Format::ALL.iter().map(|format| format.word()).collect();
    assert_eq!(shown, known);
    for row in rows {
        let word = row.split('`').nth(1).unwrap();
        let ending = row
            .split("`.")
            .nth(1)
            .and_then(|rest| rest.split('`').next());
        if let Some(ending) = ending {
            let named = Format::of_name(&format!("report.{ending}"));
            assert_eq!(named.map(Format::word), Some(word), "{row}");
        }
    }
}
