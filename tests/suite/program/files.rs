//! Several files at once: whole or not at all, in the format that each name says.

use tempfile::TempDir;

use crate::run_in as run;

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let log = "Title,Type,Date,Notice sent\nBoard,meeting,26/02/2026,20/02/2026\n";
    std::fs::write(folder.path().join("log.csv"), log).unwrap();
    folder
}

const DAY: [&str; 2] = ["--as-of", "2026-07-31"];

#[test]
fn the_ending_says_the_form() {
    let folder = folder();
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let files = ["-o", "a.json", "-o", "b.md", "-o", "c.CSV", "-o", "d.txt"];
    let (code, out, err) = run(
        folder.path(),
        &[&["report", "log.csv"], &DAY[..], &files[..]].concat(),
    );
    assert_eq!((code, out.as_str()), (1, ""), "{err}");
    for (file, format) in [
        ("a.json", "json"),
        ("b.md", "markdown"),
        ("c.CSV", "csv"),
        ("d.txt", "text"),
    ] {
        let (code, out, _) = run(
            folder.path(),
            &[&["report", "log.csv", "--format", format], &DAY[..]].concat(),
        );
        assert_eq!(code, 1);
        assert_eq!(read(file), out.into_bytes(), "{file}");
    }
    // What runs in a pipeline prints for people as well.
    let (code, out, _) = run(
        folder.path(),
        &[&["check", "log.csv", "-o", "e.json"], &DAY[..]].concat(),
    );
    assert_eq!(code, 1);
    assert!(out.contains("Short notice"), "{out}");
    assert_eq!(read("e.json"), read("a.json"));
    // One file may be called anything.
    let (code, _, err) = run(
        folder.path(),
        &[
            &["report", "log.csv", "--format", "json", "-o", "saved"],
            &DAY[..],
        ]
        .concat(),
    );
    assert_eq!(code, 1, "{err}");
    assert_eq!(read("saved"), read("a.json"));
}

#[test]
fn nothing_is_written_where_one_file_cannot_be() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("taken.json")).unwrap();
    for (files, said) in [
        (
            vec!["-o", "a.md", "-o", "nowhere/b.md"],
            "cannot write nowhere/b.md",
        ),
        (
            vec!["-o", "a.md", "-o", "taken.json"],
            "cannot write taken.json",
        ),
        (
            vec!["-o", "a.md", "-o", "log.csv"],
            "is one of the files that are audited",
        ),
        (vec!["-o", "a.md", "-o", "a.md"], "is given twice"),
        (
            vec!["-o", "a.md", "-o", "report.pdf"],
            "does not say in which format",
        ),
        (
            vec!["-o", "a.md", "-o", "b.md", "--format", "json"],
            "leave out --format",
        ),
    ] {
        for command in ["report", "check"] {
            let (code, _, err) = run(
                folder.path(),
                &[&[command, "log.csv"], &DAY[..], &files[..]].concat(),
            );
            assert_eq!(code, 2, "{files:?}");
            assert!(err.contains(said), "{files:?}: {err}");
            let mut left: Vec<String> = std::fs::read_dir(folder.path())
                .unwrap()
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            left.sort();
            assert_eq!(left, ["log.csv", "taken.json"], "{files:?}");
        }
    }
}

#[test]
fn a_report_among_the_records_is_no_record() {
    let folder = folder();
    let audit = |more: &[&str]| {
        let report = ["report", ".", "--details"];
        run(folder.path(), &[&report[..], &DAY[..], more].concat())
    };
    let (code, before, _) = audit(&[]);
    assert_eq!(code, 1);
    let formats = [
        "r.json", "r.jsonl", "r.csv", "r.xlsx", "r.html", "r.docx", "r.md", "r.txt", "r.xml",
    ];
    let outputs: Vec<&str> = formats.iter().flat_map(|format| ["-o", *format]).collect();
    assert_eq!(audit(&outputs).0, 1);
    let (code, after, err) = audit(&[]);
    assert_eq!((code, err.as_str()), (1, ""));
    // The same, but for how many files were passed over.
    let said = |text: &str| {
        let end = text.find("About this report").unwrap();
        let start = text.find("In detail").unwrap();
        text[start..end].to_owned()
    };
    assert_eq!(said(&before), said(&after));
    let words: Vec<&str> = after.split_whitespace().collect();
    let words = words.join(" ");
    assert!(words.contains("reports that this program wrote"), "{words}");
    // Neither are they in the way of the next ones.
    assert_eq!(audit(&outputs).0, 1);
    assert_eq!(audit(&["--against", "r.json"]).0, 1);
}

#[cfg(unix)]
#[test]
fn what_comes_by_standard_input_is_not_written_over() {
    let folder = folder();
    let log = folder.path().join("log.csv");
    let before = std::fs::read(&log).unwrap();
    let program = assert_cmd::cargo::cargo_bin("charter-audit");
    let done = std::process::Command::new(program)
        .current_dir(folder.path())
        .args([
            "report",
            "-",
            "--input-format",
            "csv",
            "--format",
            "text",
            "-o",
            "log.csv",
        ])
        .args(DAY)
        .stdin(std::fs::File::open(&log).unwrap())
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&done.stderr);
    assert!(
        err.contains("log.csv is one of the files that are audited"),
        "{err}"
    );
    assert_eq!(std::fs::read(&log).unwrap(), before);
}

#[test]
fn places_that_cannot_be_written_are_named_with_what_to_do() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("there")).unwrap();
    for (output, part) in [
        ("nowhere/a.html", "there is no folder nowhere"),
        (
            "there",
            "cannot write there: it is a folder; name a file in it",
        ),
        ("-", "leave out -o to print"),
    ] {
        let (code, _, err) = run(
            folder.path(),
            &[&["report", "log.csv", "-o", output], &DAY[..]].concat(),
        );
        assert!(code == 2 && err.contains(part), "{output}: {err}");
        assert!(
            !err.contains(".charter-audit-") && !err.contains("os error"),
            "{err}"
        );
    }
}
