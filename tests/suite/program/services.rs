//! What services on the net do with a report: they open the files that it names, at the lines that it
//! names, in the folder where it was made.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::{root, run_in};

const DAY: [&str; 2] = ["--as-of", "2026-07-31"];

/// A folder with a file of every format, and some in which something cannot be read.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let records = folder.path().join("records");
    fs::create_dir(&records).unwrap();
    for file in [
        "twenty-semicolon.csv",
        "twenty-openpyxl.xlsx",
        "twenty-icalendar.ics",
        "twenty.json",
        "twenty-libreoffice.ods",
        "outlook.ics",
    ] {
        let from = root().join("examples/formats").join(file);
        fs::copy(from, records.join(file)).unwrap();
    }
    let write = |name: &str, text: &str| fs::write(records.join(name), text).unwrap();
    write(
        "a.yaml",
        "title: Board\nkind: meeting\nstatus: held\norganisers: [council]\ndate: 2026-01-08",
    );
    write(
        "b.yaml",
        "title: Board\nkind: meeting\ndate: 2026-31-01\nnotise: no\n",
    );
    write(
        "c.yaml",
        "title: Other board\nkind: meeting\ndate: 2026-31-01\n\n\n",
    );
    write(
        "d.md",
        "---\ntitle: Minutes\nkind: meeting\ndate: 2026-03-05\n---\nWords.\n",
    );
    write(
        "e.csv",
        "Name of event;Date;Type\n\"Two\nlines\";05/03/2026;meeting\nThree;31/02/2026;meeting\n",
    );
    folder
}

fn report(folder: &Path, format: &str, more: &[&str]) -> Value {
    let args = [&["report", "records", "--format", format], &DAY[..], more].concat();
    let (_, out, err) = run_in(folder, &args);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {err}"))
}

/// How many lines a file has; a workbook has none, and is shown from its first.
fn lines(file: &Path) -> u64 {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let text = String::from_utf8_lossy(&bytes);
    let is_workbook = bytes.starts_with(b"PK");
    u64::try_from(if is_workbook { 1 } else { text.lines().count() }).unwrap()
}

#[test]
fn gitlab_opens_every_line_that_is_named() {
    let folder = folder();
    let entries = report(folder.path(), "gitlab", &["--no-join"]);
    let entries = entries.as_array().unwrap();
    let mut prints = BTreeSet::new();
    let mut files = BTreeSet::new();
    for entry in entries {
        let path = entry["location"]["path"].as_str().unwrap();
        let line = entry["location"]["lines"]["begin"].as_u64().unwrap();
        assert!(
            (1..=lines(&folder.path().join(path))).contains(&line),
            "{entry}"
        );
        assert!(
            prints.insert(entry["fingerprint"].as_str().unwrap()),
            "{entry}"
        );
        let description = entry["description"].as_str().unwrap();
        assert!(
            !path.ends_with("xlsx") || description.contains('!'),
            "{entry}"
        );
        files.insert(path);
    }
    assert_eq!(files.len(), 11, "{files:?}");
}

#[test]
fn build_servers_open_every_line_that_is_named() {
    let folder = folder();
    let args = [&["report", "records", "--format", "junit"], &DAY[..]].concat();
    let (_, xml, _) = run_in(folder.path(), &args);
    let cases = xml
        .lines()
        .filter(|line| line.contains("<testcase ") && line.contains(" file="));
    let attribute = |line: &str, name: &str| -> String {
        let rest = line.split_once(&format!(" {name}=\"")).unwrap().1;
        rest.split('"').next().unwrap().to_owned()
    };
    let mut seen = 0;
    for case in cases {
        let all = lines(&folder.path().join(attribute(case, "file")));
        let line: u64 = attribute(case, "line").parse().unwrap();
        assert!((1..=all).contains(&line), "{case}");
        seen += 1;
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn a_fault_is_known_again_whatever_lies_beside_it() {
    let folder = folder();
    let prints = |path: &str| -> Vec<String> {
        let entries = report(folder.path(), "gitlab", &[]);
        let entries = entries.as_array().unwrap().clone();
        let own = entries
            .into_iter()
            .filter(|entry| entry["location"]["path"] == path && entry["severity"] == "blocker");
        own.map(|entry| entry["fingerprint"].as_str().unwrap().to_owned())
            .collect()
    };
    let before = prints("records/c.yaml");
    assert_eq!(before.len(), 1);
    fs::remove_file(folder.path().join("records/b.yaml")).unwrap();
    let text = "# a line more\ntitle: Other board\nkind: meeting\ndate: 2026-31-01\n";
    fs::write(folder.path().join("records/c.yaml"), text).unwrap();
    assert_eq!(prints("records/c.yaml"), before);
}

#[test]
fn code_scanning_finds_a_place_for_every_result() {
    let folder = folder();
    let log = report(folder.path(), "sarif", &["--all"]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert!(results.iter().any(|it| it["kind"] == "review"));
    for result in results {
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        let region = &place["region"];
        let line = |name: &str| region[name].as_u64().unwrap();
        let all = lines(&folder.path().join(uri));
        assert!((1..=all).contains(&line("startLine")), "{result}");
        assert!(line("endLine") >= line("startLine"), "{result}");
        assert!(
            line("startColumn") >= 1 && line("endColumn") >= 1,
            "{result}"
        );
    }
    let failed = report(folder.path(), "sarif", &[]);
    let failed = failed["runs"][0]["results"].as_array().unwrap().clone();
    let short: Vec<&Value> = results.iter().filter(|it| it["kind"] == "fail").collect();
    assert_eq!(failed.iter().collect::<Vec<_>>(), short);
}

#[test]
fn what_is_about_a_whole_area_stands_at_its_charter() {
    let folder = folder();
    let place = || {
        let log = report(folder.path(), "sarif", &["--all", "--clause", "G2"]);
        let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        let uri = &place["artifactLocation"]["uri"];
        (
            uri.as_str().unwrap().to_owned(),
            place["region"]["startLine"].clone(),
        )
    };
    assert_eq!(place(), ("records/a.yaml".to_owned(), 1.into()));
    let charter = "extends: built-in\ntitle: Elsewhere\n";
    fs::write(folder.path().join("charter.yaml"), charter).unwrap();
    assert_eq!(place(), ("charter.yaml".to_owned(), 1.into()));
}

#[test]
fn a_report_is_known_again_whatever_its_file_is_called() {
    let folder = folder();
    let reports = folder.path().join("reports");
    fs::create_dir(&reports).unwrap();
    let kinds = [
        ("csv", "r.csv"),
        ("csv", "r.tsv"),
        ("csv", "r.yaml"),
        ("xlsx", "r.xlsx"),
        ("json", "j.json"),
        ("json", "j.yaml"),
        ("jsonl", "l.jsonl"),
        ("jsonl", "l.yaml"),
        ("gitlab", "g.json"),
        ("gitlab", "g.yaml"),
        ("sarif", "s.json"),
        ("sarif", "s.yaml"),
        ("markdown", "m.md"),
        ("text", "t.md"),
        ("ascii", "t.yaml"),
        ("github", "a.yaml"),
    ];
    for (format, name) in kinds {
        let name = format!("reports/{name}");
        let args = ["report", "records", "--format", format, "-o", &name];
        run_in(folder.path(), &[&args[..], &DAY].concat());
        let (code, out, err) = run_in(folder.path(), &[&["check", &name], &DAY[..]].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{name}: {err}");
        assert_eq!(err.matches("error[").count(), 1, "{name}: {err}");
        assert!(
            err.contains("a report that this program wrote"),
            "{name}: {err}"
        );
    }
    let (_, out, err) = run_in(folder.path(), &[&["check", "reports"], &DAY[..]].concat());
    let all = format!(
        "reports that this program wrote, reports/a.yaml and others: {}",
        kinds.len()
    );
    assert!(out.is_empty() && err.contains(&all), "{err}");
}

#[test]
fn no_line_of_a_log_is_a_command() {
    let folder = TempDir::new().unwrap();
    let title = "Redesign-of-short-breaks-and-holiday-activities-second-meeting-a ::error \
                 file=src/lib.rs::not ours ##[error]nor this";
    let text = format!("title: \"{title}\"\nkind: workshop\nstatus: held\ndate: 2026-02-26\n");
    fs::create_dir(folder.path().join("records")).unwrap();
    fs::write(folder.path().join("records/a.yaml"), text).unwrap();
    let charter = "extends: built-in\ntitle: ::warning::ours\n";
    fs::write(folder.path().join("charter.yaml"), charter).unwrap();
    let formats = [
        "text", "ascii", "markdown", "csv", "json", "jsonl", "sarif", "junit", "gitlab",
    ];
    let mut commands: Vec<Vec<&str>> = formats
        .iter()
        .map(|format| vec!["report", "records", "--details", "--format", format])
        .collect();
    for more in [&[][..], &["-v"], &["-q"], &["--concise"]] {
        commands.push([&["check", "records"], more].concat());
    }
    for format in ["text", "json", "csv"] {
        commands.push(vec!["due", "records", "--format", format]);
    }
    for format in ["text", "json"] {
        commands.push(vec!["calibrate", "records", "--format", format]);
    }
    commands.push(vec!["explain"]);
    for command in commands {
        let day = if command == ["explain"] {
            &[][..]
        } else {
            &DAY[..]
        };
        let (_, out, err) = run_in(folder.path(), &[&command, day].concat());
        for line in out.lines().chain(err.lines()) {
            let begins = line.trim_start();
            assert!(
                !begins.starts_with("::") || begins.starts_with(":::"),
                "{command:?}: {line}"
            );
            assert!(!line.contains("##["), "{command:?}: {line}");
        }
        assert!(command == ["explain"] || !out.is_empty());
    }
}

#[test]
fn nothing_in_a_message_of_sarif_is_a_link_or_a_placeholder() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("records")).unwrap();
    let text = "title: \"[papers](https://attacker.example/) {0}\"\nkind: workshop\nstatus: held\n\
                organisers: [council]\ndate: 2026-02-26\n";
    fs::write(folder.path().join("records/a.yaml"), text).unwrap();
    let log = report(folder.path(), "sarif", &["--all"]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let texts = results
        .iter()
        .map(|it| it["message"]["text"].as_str().unwrap());
    let mut seen = 0;
    for text in texts {
        assert!(
            !text
                .replace("\\[", "")
                .replace("\\]", "")
                .contains(['[', ']', '{', '}']),
            "{text}"
        );
        seen += usize::from(text.contains("\\[papers\\](https://attacker.example/) (0)"));
    }
    assert!(seen > 3);
}

#[test]
fn help_in_sarif_has_no_number_of_anybody() {
    let folder = folder();
    let log = report(folder.path(), "sarif", &[]);
    let rules = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    assert!(rules.len() > 30);
    for rule in rules {
        for text in [
            "/help/text",
            "/help/markdown",
            "/fullDescription/text",
            "/shortDescription/text",
        ] {
            let text = rule.pointer(text).unwrap().as_str().unwrap();
            assert!(
                !identifiers::redact::Redactor::default().hides(text),
                "{text}"
            );
        }
    }
}
