//! How much a run may hold and print: a plain message and exit code 2 beyond it, the same whoever was
//! first.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// Three files of so many documents that say next to nothing.
fn documents(each: usize) -> TempDir {
    let folder = TempDir::new().unwrap();
    for name in ["1.yaml", "2.yaml", "3.yaml"] {
        fs::write(folder.path().join(name), "---\ntitle: x\n".repeat(each)).unwrap();
    }
    folder
}

/// Runs with so many threads: the exit code, standard output and standard error.
fn with_threads(folder: &Path, threads: &str, args: &[&str]) -> (i32, String, String) {
    let output = Command::new(assert_cmd::cargo::cargo_bin("charter-audit"))
        .current_dir(folder)
        .env("RAYON_NUM_THREADS", threads)
        .args(args)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    with_threads(folder, "2", args)
}

const DAY: [&str; 2] = ["--as-of", "2026-06-01"];

#[test]
fn memory_is_bounded_over_all_files_together() {
    let folder = documents(500);
    for command in [
        "check",
        "report",
        "due",
        "baseline",
        "calibrate",
        "plan",
        "columns",
        "convert",
    ] {
        let day: &[&str] = if command == "convert" { &[] } else { &DAY };
        let meeting = ["--kind", "meeting", "--date", "2026-06-10"];
        let more: &[&str] = if command == "plan" { &meeting } else { &[] };
        // A record takes 9,000 bytes and more, or 7,000 to be converted: each file alone less than that,
        // and all of them more.
        let args = [&[command, ".", "--memory", "10MB"], day, more].concat();
        let (code, out, err) = run(folder.path(), &args);
        assert_eq!((code, out.as_str()), (2, ""), "{command}: {err}");
        let said = "all files together take more than 10 MB of memory, the limit of this run, which \
                    was met in ";
        assert!(
            err.starts_with(&format!("error: {said}")),
            "{command}: {err}"
        );
        assert!(err.contains("--memory"), "{err}");
        for threads in ["1", "3", "8"] {
            let again = with_threads(folder.path(), threads, &args);
            assert_eq!(again, (code, out.clone(), err.clone()), "{command}");
        }
    }
    let (code, _, err) = run(
        folder.path(),
        &[&["check", ".", "--memory", "1GB", "-q"], &DAY[..]].concat(),
    );
    assert!(!err.contains("of memory"), "{code}: {err}");
}

#[test]
fn the_file_in_which_it_was_met_is_named() {
    // 1,200 records of 9,000 bytes are 10.8 MB.
    let folder = documents(1_200);
    fs::write(folder.path().join("3.yaml"), "title: x\n").unwrap();
    for (memory, file) in [("10MB", "1.yaml"), ("20MB", "2.yaml")] {
        for threads in ["1", "4"] {
            let args = [&["check", ".", "--memory", memory], &DAY[..]].concat();
            let (code, _, err) = with_threads(folder.path(), threads, &args);
            assert_eq!(code, 2);
            assert!(err.contains(&format!("met in {file};")), "{memory}: {err}");
        }
    }
}

#[test]
fn files_that_are_larger_than_the_memory_are_not_even_read() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.yaml"), "title: x\n").unwrap();
    fs::write(
        folder.path().join("b.yaml"),
        format!("# {}\n", "x".repeat(10_000_000)),
    )
    .unwrap();
    let (code, _, err) = run(folder.path(), &["check", ".", "--memory", "10MB"]);
    assert_eq!(code, 2);
    let said = "the files together are larger than 10 MB, the memory that this run may take, from b.yaml on";
    assert!(err.contains(said), "{err}");
}

#[test]
fn one_document_may_not_take_all_of_it() {
    // 10 MB have room for 10,000,000 / 4 / 128 = 19,531 values.
    let many = "1,".repeat(19_531);
    for (name, text) in [
        ("a.yaml", "title: x\n".repeat(20_000)),
        ("a.yaml", "- x\n".repeat(20_000)),
        ("a.yaml", format!("[{many}1]\n")),
        ("a.json", format!("[{many}1]")),
        ("a.json", "{\"a\":".repeat(20_000)),
        ("a.jsonl", format!("{{}}\n{{\"a\":[{many}1]}}\n")),
        ("a.md", format!("---\n{}---\n", "title: x\n".repeat(20_000))),
    ] {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join(name), text).unwrap();
        let board = "title: Board\nkind: meeting\nstatus: cancelled\ndate: 2026-02-26\n";
        fs::write(folder.path().join("b.yaml"), board).unwrap();
        let args = [&["check", ".", "--memory", "10MB"], &DAY[..]].concat();
        let (code, out, err) = run(folder.path(), &args);
        assert_eq!(code, 2, "{name}: {err}");
        assert!(
            err.contains("this document has more than 19,531 values"),
            "{name}: {err}"
        );
        // The others are audited.
        assert!(out.contains("read 1 record "), "{name}: {out}");
    }
}

#[test]
fn a_field_that_is_repeated_without_end_is_named_twenty_times() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.yaml"), "title: x\n".repeat(10_000)).unwrap();
    let (code, _, err) = run(
        folder.path(),
        &[&["check", ".", "--max-faults", "0"], &DAY[..]].concat(),
    );
    assert_eq!(code, 2);
    assert_eq!(
        err.matches("the field `title` is written twice").count(),
        20,
        "{err}"
    );
    // 9,999 repeats, of which 20 are named.
    assert!(
        err.contains("9,979 more fields of this record are written again"),
        "{err}"
    );
}

#[test]
fn so_many_faults_are_shown_and_the_others_counted() {
    let folder = TempDir::new().unwrap();
    for number in 0..7 {
        fs::write(folder.path().join(format!("{number}.yaml")), "title: [x\n").unwrap();
    }
    let shown = |more: &[&str]| {
        let (code, _, err) = run(folder.path(), &[&["check", "."], more].concat());
        assert_eq!(code, 2);
        (err.matches("[not-yaml]").count(), err)
    };
    let (count, err) = shown(&["--max-faults", "3"]);
    assert_eq!(count, 3);
    assert!(
        err.contains("and 4 more that are not shown; `--max-faults 0` shows all"),
        "{err}"
    );
    assert!(err.contains("7 faults"), "{err}");
    assert_eq!(shown(&[]).0, 7);
    assert_eq!(shown(&["--max-faults", "0"]).0, 7);
}

#[test]
fn sizes_that_are_none_are_refused() {
    for size in ["2", "many", "1MB", "-3GB"] {
        let (code, _, err) = run(
            &super::super::root(),
            &["check", ".", &format!("--memory={size}")],
        );
        assert!(code == 2 && err.contains("--memory"), "{size}: {err}");
    }
}

/// Where a process may have only so much, that is the limit, and no allocation fails.
#[test]
#[cfg(target_os = "linux")]
fn what_a_process_may_have_is_known() {
    let folder = documents(30_000);
    let output = Command::new("sh")
        .args([
            "-c",
            "ulimit -v 500000; exec \"$CHARTER_AUDIT\" check . -q --as-of 2026-06-01",
        ])
        .current_dir(folder.path())
        .env(
            "CHARTER_AUDIT",
            assert_cmd::cargo::cargo_bin("charter-audit"),
        )
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{err}");
    // Three fifths of 512 MB.
    assert!(err.contains("more than 307 MB of memory"), "{err}");
}

/// A file of one line costs what one of several lines costs: the same work, whatever stands before a
/// place in its line.
#[test]
fn one_line_is_read_and_shown_as_several_are() {
    let folder = TempDir::new().unwrap();
    let record = |number: usize| {
        format!(
            "{{\"id\": \"e{number}\", \"title\": \"T{number}\", \"kind\": \"meeting\", \"status\": \
             \"held\", \"organisers\": [\"council\"], \"date\": \"2026-03-{:02}\", \"audience\": \
             [\"parents\"], \"project\": \"p\"}}",
            1 + number % 28
        )
    };
    let records: Vec<String> = (0..4_000).map(record).collect();
    let took = |name: &str, between: &str| {
        fs::write(
            folder.path().join(name),
            format!("[{}]", records.join(between)),
        )
        .unwrap();
        let times = (0..3).map(|_| {
            let start = std::time::Instant::now();
            let (code, out, _) = run(folder.path(), &["check", name, "--as-of", "2026-06-30"]);
            assert!(code == 1 && out.contains("and 3,981 more places"), "{out}");
            start.elapsed().as_secs_f64()
        });
        times.fold(f64::MAX, f64::min)
    };
    let (one, several) = (took("one.json", ", "), took("several.json", ",\n"));
    // It was many times as much; what else runs on a machine is allowed for.
    assert!(one < several * 1.5 + 0.2, "{one} against {several}");
}

#[test]
fn many_warnings_of_one_file_are_no_fault() {
    let folder = TempDir::new().unwrap();
    let rows = (0..150).map(|row| format!("Board {row},meeting,2026-02-26,council,2024-01-05\n"));
    let table: String = ["Title,Type,Date,Held by,Notice sent\n".to_owned()]
        .into_iter()
        .chain(rows)
        .collect();
    fs::write(folder.path().join("log.csv"), table).unwrap();
    let asked = [
        "check",
        "log.csv",
        "--as-of",
        "2026-03-31",
        "--fail-on",
        "none",
    ];
    let warnings = |more: &[&str]| {
        let (code, _, err) = run(folder.path(), &[&asked[..], more].concat());
        let warnings = err.lines().filter(|line| line.starts_with("warning"));
        (code, warnings.count(), err)
    };
    // A notice two years before the day, in each row: a hundred in full, and one line for fifty.
    let (code, count, err) = warnings(&[]);
    assert_eq!((code, count), (0, 101), "{err}");
    assert!(err.contains("this file has 50 more warnings"), "{err}");
    assert_eq!(warnings(&["--max-faults", "0"]).1, 150);
    let (_, count, err) = warnings(&["--max-faults", "20"]);
    assert_eq!(count, 20, "{err}");
}
