//! What files are called in reports: by paths from the folder that was audited or, where that lies in
//! the folder where the program runs, from there. So no report says where on a disk somebody keeps
//! records, and every path can be opened from there.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::run_in;

const DAY: [&str; 2] = ["--as-of", "2026-07-31"];

const BOARD: &str = "title: Board\nkind: meeting\nstatus: held\ndate: 2026-01-08\n";

/// `jo/records/{a,deep/b}.yaml`, `jo/more/c.yaml` and `jo/charter.yaml`.
fn disk() -> TempDir {
    let disk = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let path = disk.path().join("jo").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("records/a.yaml", BOARD);
    write(
        "records/deep/b.yaml",
        "title: Forum\nkind: meeting\ndate: 2026-31-01\n",
    );
    write("records/notes.txt", "nothing");
    write("more/c.yaml", &BOARD.replace("Board", "Panel"));
    write("charter.yaml", "extends: built-in\ntitle: Elsewhere\n");
    disk
}

/// The files that a JSON report names, and its charter's. No other format says more.
fn named(from: &Path, args: &[&str]) -> (Vec<String>, String) {
    let all = [&["report", "--format", "json"], args, &DAY[..]].concat();
    let (_, out, err) = run_in(from, &all);
    let report: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {err}"));
    let mut files = Vec::new();
    gather(&report, &mut files);
    files.retain(|file| !file.starts_with("built-in") && !file.ends_with("charter.yaml"));
    files.sort();
    files.dedup();
    let charter = report.pointer("/charter/file").unwrap();
    let charter = charter.as_str().unwrap().to_owned();
    for format in [
        "text", "html", "markdown", "csv", "jsonl", "sarif", "junit", "github", "gitlab",
    ] {
        let all = [&["report", "--details", "--format", format], args, &DAY[..]].concat();
        let (_, out, err) = run_in(from, &all);
        assert!(
            !out.contains("jo/") && !err.contains("jo/"),
            "{format}: {out}{err}"
        );
    }
    let all = [&["check"], args, &DAY[..]].concat();
    let (_, out, err) = run_in(from, &all);
    assert!(!out.contains("jo/") && !err.contains("jo/"), "{out}{err}");
    (files, charter)
}

fn gather(value: &Value, files: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(file) = fields.get("file").and_then(Value::as_str) {
                files.push(file.to_owned());
            }
            fields.values().for_each(|value| gather(value, files));
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, files)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn below_this_folder_paths_are_told_from_here() {
    let disk = disk();
    let jo = disk.path().join("jo");
    let absolute = jo.join("records").to_string_lossy().into_owned();
    for folder in ["records", "./records", "more/../records", absolute.as_str()] {
        let (files, charter) = named(&jo, &[folder]);
        assert_eq!(files, ["records/a.yaml", "records/deep/b.yaml"], "{folder}");
        assert_eq!(charter, "charter.yaml", "{folder}");
    }
    let (files, charter) = named(&jo.join("records"), &[]);
    assert_eq!(files, ["a.yaml", "deep/b.yaml"]);
    assert_eq!(charter, "../charter.yaml");
}

#[test]
fn elsewhere_they_are_told_from_the_folder_that_is_audited() {
    let (disk, other) = (disk(), TempDir::new().unwrap());
    let jo = disk.path().join("jo");
    let absolute = jo.join("records").to_string_lossy().into_owned();
    for (from, folder) in [
        (disk.path().join("jo/more"), "../records"),
        (other.path().to_owned(), absolute.as_str()),
    ] {
        let (files, charter) = named(&from, &[folder]);
        assert_eq!(files, ["a.yaml", "deep/b.yaml"], "{folder}");
        assert_eq!(charter, "../charter.yaml", "{folder}");
    }
}

#[test]
fn several_folders_are_told_from_the_one_that_they_lie_in() {
    let (disk, other) = (disk(), TempDir::new().unwrap());
    let jo = disk.path().join("jo");
    let records = jo.join("records").to_string_lossy().into_owned();
    let more = jo.join("more").to_string_lossy().into_owned();
    let expected = ["more/c.yaml", "records/a.yaml", "records/deep/b.yaml"];
    for (from, folders) in [
        (jo.clone(), [records.as_str(), "more"]),
        (jo.join("more"), ["../records", "."]),
        (other.path().to_owned(), [records.as_str(), more.as_str()]),
    ] {
        let (files, charter) = named(&from, &folders);
        assert_eq!(files, expected, "{folders:?}");
        assert_eq!(charter, "charter.yaml", "{folders:?}");
    }
}

#[test]
fn a_file_is_told_from_its_folder() {
    let disk = disk();
    let file = disk.path().join("jo/records/a.yaml");
    let file = file.to_string_lossy();
    let elsewhere = disk.path().join("else.yaml");
    fs::write(&elsewhere, "extends: built-in\n").unwrap();
    let elsewhere = elsewhere.to_string_lossy();
    let other = TempDir::new().unwrap();
    let from = other.path();
    assert_eq!(named(from, &[&file]).0, ["a.yaml"]);
    // A charter from elsewhere is told by its name, the folder above it by dots.
    let (_, charter) = named(from, &[&file, "--charter", &elsewhere]);
    assert_eq!(charter, "../../else.yaml");
    let third = TempDir::new().unwrap();
    let other = third.path().join("other.yaml");
    fs::write(&other, "extends: built-in\n").unwrap();
    let (_, charter) = named(from, &[&file, "--charter", &other.to_string_lossy()]);
    assert_eq!(charter, "other.yaml");
}

#[test]
fn standard_input_has_a_name_and_no_folder() {
    let (disk, other) = (disk(), TempDir::new().unwrap());
    let records = disk.path().join("jo/records");
    let output = assert_cmd::Command::cargo_bin("charter-audit")
        .unwrap()
        .current_dir(other.path())
        .args(["report", "--format", "csv", "-"])
        .arg(&records)
        .args(DAY)
        .write_stdin(BOARD.replace("Board", "Panel"))
        .output()
        .unwrap();
    let table = String::from_utf8(output.stdout).unwrap();
    let has = |file: &str| table.contains(&format!(",{file},"));
    assert!(
        has("standard input") && has("a.yaml") && !table.contains("jo/"),
        "{table}"
    );
}

#[test]
fn columns_are_written_beside_a_table_wherever_it_lies() {
    let (disk, other) = (disk(), TempDir::new().unwrap());
    let folder = disk.path().join("jo/tables");
    fs::create_dir_all(&folder).unwrap();
    fs::write(
        folder.join("log.csv"),
        "Name of event;Date;Whatnot\nBoard;05/03/2026;x\n",
    )
    .unwrap();
    let path = folder.to_string_lossy();
    let (_, out, err) = run_in(disk.path(), &["columns", &path, "--write"]);
    assert!(
        out.contains("log.csv") && !out.contains("jo/tables/x"),
        "{out}"
    );
    assert!(err.contains("wrote jo/tables/columns.yaml"), "{err}");
    fs::remove_file(folder.join("columns.yaml")).unwrap();
    let (_, out, err) = run_in(other.path(), &["columns", &path, "--write"]);
    assert!(out.starts_with("log.csv") && !out.contains("jo/"), "{out}");
    assert!(err.contains("wrote columns.yaml"), "{err}");
    assert!(folder.join("columns.yaml").is_file());
}
