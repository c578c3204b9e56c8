//! Converting and auditing gives what auditing the original gives, and nothing is written over.

use std::collections::BTreeMap;
use std::path::Path;

use charter_audit::convert::{Conversion, convert};
use charter_audit::read::{File, Period};
use charter_audit::rules::Verdict;
use charter_audit::source::Sources;
use tempfile::TempDir;

use crate::{Bench, root};

const AS_OF: &str = "2026-07-31";

fn example(file: &str) -> Vec<u8> {
    std::fs::read(root().join("examples/formats").join(file)).unwrap()
}

fn converted(file: &str, bytes: Vec<u8>) -> Conversion {
    let bench = Bench::new(&[]);
    let charter = &bench.charter.charter;
    let files = vec![File::new(file, bytes)];
    convert(&mut Sources::default(), files, charter, Period::default())
}

/// How often each verdict was given, by clause and title: ids are names of files.
fn verdicts(bench: &Bench) -> BTreeMap<(String, String, Verdict), usize> {
    let audit = bench.audit(AS_OF);
    let mut all = BTreeMap::new();
    for finding in audit.findings.iter().filter(|one| one.about.kind != "file") {
        let key = (
            finding.clause.id.clone(),
            finding.about.name.to_string(),
            finding.verdict,
        );
        *all.entry(key).or_insert(0) += 1;
    }
    all
}

#[test]
fn a_converted_file_is_judged_as_the_original_is() {
    for file in [
        "twenty.json",
        "twenty-semicolon.csv",
        "twenty-openpyxl.xlsx",
        "twenty-libreoffice.ods",
        "twenty-icalendar.ics",
        "messy.xlsx",
        "outlook.ics",
        "google.ics",
    ] {
        let original = Bench::of_bytes(vec![(file, example(file))]);
        let conversion = converted(file, example(file));
        assert_eq!(
            conversion.records.len(),
            original.reading.records.len(),
            "{file}"
        );
        let files: Vec<(&str, &str)> = conversion
            .records
            .iter()
            .map(|record| (record.name.as_str(), record.text.as_str()))
            .collect();
        let again = Bench::new(&files);
        assert_eq!(verdicts(&again), verdicts(&original), "{file}");
        for (name, text) in files {
            // Read by a reader that is not ours.
            let read: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
            assert!(read.is_mapping(), "{file} {name}");
        }
    }
}

#[test]
fn what_was_not_understood_stands_beside_it() {
    let table = "Title,Date,RAG,Notice sent,,Status\n\
                 \"Board: first\",31/02/2026,amber,March 2026,loose,no idea\n";
    let conversion = converted("log.csv", table.as_bytes().to_vec());
    let [record] = conversion.records.as_slice() else {
        panic!("{:?}", conversion.records);
    };
    assert_eq!(record.name, "board-first.yaml");
    insta::assert_snapshot!(record.text, @r#"
    # From log.csv
    title: "Board: first"
    status: "no idea"
    date: "31/02/2026"
    # RAG: amber
    # Notice sent: March 2026
    # column E: loose
    "#);
    let again = Bench::new(&[("a.yaml", &record.text)]);
    let codes: Vec<&str> = again
        .reading
        .faults
        .iter()
        .map(|fault| fault.code)
        .collect();
    assert_eq!(codes, ["wrong-value", "wrong-value"]);
}

#[test]
fn values_that_yaml_could_take_for_something_else_stay_what_they_are() {
    let texts = [
        "yes",
        "No",
        "null",
        "~",
        "1e3",
        "0x10",
        "- a dash",
        "# a mark",
        "a: b",
        "a #b",
        "'x'",
        "\"x\"",
        "@x",
        "*x",
        "&x",
        "!x",
        "%x",
        "`x`",
        "{x}",
        "[x]",
        "=1+1",
        "2026-03-12",
        " x ",
        "a\\b",
        "tab\tin it",
        "ünïcödé",
        "emoji 🎉",
        "line\nbreak",
        "zero\u{200B}width",
    ];
    for text in texts {
        let record = serde_json::json!({ "title": "A", "project": "p", "feedback": { "you_said": format!("say {text}"), "we_did": text } });
        let conversion = converted("a.json", record.to_string().into_bytes());
        let written = &conversion.records[0].text;
        let read: serde_yaml::Value = serde_yaml::from_str(written).unwrap();
        let said = read["feedback"]["you_said"].as_str().unwrap();
        assert_eq!(said, format!("say {text}"), "{written}");
        let direct = Bench::of_bytes(vec![("a.json", record.to_string().into_bytes())]);
        let again = Bench::new(&[("a.yaml", written)]);
        assert_eq!(verdicts(&again), verdicts(&direct), "{text}");
    }
}

fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output = assert_cmd::Command::cargo_bin("charter-audit")
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

#[test]
fn nothing_is_written_over_unless_told_to() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    std::fs::write(
        at.join("log.csv"),
        "Title,Date\nBoard,12/3/2026\nBoard,12/3/2026\n",
    )
    .unwrap();
    let (code, out, err) = run(at, &["convert", "log.csv", "-o", "records"]);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    assert!(err.contains("wrote 2 records to records"), "{err}");
    let first = at.join("records/2026-03-12-board.yaml");
    assert!(first.is_file() && at.join("records/2026-03-12-board-2.yaml").is_file());
    std::fs::write(&first, "title: mine\n").unwrap();
    let (code, _, err) = run(at, &["convert", "log.csv", "-o", "records"]);
    assert_eq!(code, 2);
    assert!(err.contains("2 of the 2 files are already there"), "{err}");
    assert_eq!(std::fs::read_to_string(&first).unwrap(), "title: mine\n");
    let (code, _, _) = run(at, &["convert", "log.csv", "-o", "records", "--force"]);
    assert_eq!(code, 0);
    assert!(
        std::fs::read_to_string(&first)
            .unwrap()
            .contains("title: Board")
    );
    // Its own input is safe from --force, too.
    let (code, _, err) = run(at, &["convert", "records", "-o", "records", "--force"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("is one of the files that are converted"),
        "{err}"
    );
}

#[test]
fn without_a_folder_all_records_come_out_as_one_text() {
    let folder = TempDir::new().unwrap();
    std::fs::write(
        folder.path().join("log.csv"),
        "Title,Date\na,12/3/2026\nb,13/3/2026\n",
    )
    .unwrap();
    let (code, out, _) = run(folder.path(), &["convert", "log.csv"]);
    assert_eq!(code, 0);
    assert_eq!(Bench::new(&[("all.yaml", &out)]).reading.records.len(), 2);
    let (code, _, err) = run(folder.path(), &["convert", "log.csv", "--force"]);
    assert_eq!(code, 2);
    assert!(err.contains("--output"), "{err}");
}

#[test]
fn titles_never_lead_out_of_the_folder() {
    let table = "Title,Project\n../../x,p\n/etc/passwd,p\n...,p\nCON,p\n\u{202E}x,p\n";
    let conversion = converted("log.csv", table.as_bytes().to_vec());
    let names: Vec<&str> = conversion
        .records
        .iter()
        .map(|record| record.name.as_str())
        .collect();
    for name in &names {
        assert!(
            name.chars()
                .all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '.')),
            "{name}"
        );
        assert!(!name.starts_with('.') && !name.contains(".."), "{name}");
    }
    assert_eq!(names[0], "x.yaml");
    assert_eq!(names[1], "etc-passwd.yaml");
}
