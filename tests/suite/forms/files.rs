//! Several files at once: whole or not at all, in the form that each name says.

use tempfile::TempDir;

use crate::run_in as run;

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let log = "Title,Type,Date,Notice sent\nBoard,meeting,26/02/2026,20/02/2026\n";
    std::fs::write(folder.path().join("log.csv"), log).unwrap();
    folder
}

pub(super) const DAY: [&str; 2] = ["--as-of", "2026-07-31"];

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
    assert!(out.contains("Notice period"), "{out}");
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
            "does not say in which form",
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
