//! Which files of a folder are read, what is passed over, and standard input.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

const YAML: &str = "title: Board\nkind: meeting\nstatus: cancelled\ndate: 2026-02-26\n";
const JSON: &str = "{\"title\": \"Board\", \"kind\": \"meeting\", \"status\": \"cancelled\", \"date\": \"2026-02-26\"}";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Runs the program in a folder: the exit code, standard output, and standard error.
fn run_in(folder: &Path, args: &[&str], input: &[u8]) -> (i32, String, String) {
    let output = Command::cargo_bin("charter-audit")
        .unwrap()
        .current_dir(folder)
        .args(args)
        .write_stdin(input)
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

fn check(folder: &TempDir, paths: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut args = vec!["check", "--as-of", "2026-06-01", "--verbose", "--no-join"];
    args.extend(paths);
    run_in(folder.path(), &args, input)
}

/// What was passed over, with its number, in the order of the output.
fn passed_over(out: &str) -> Vec<&str> {
    out.lines()
        .filter_map(|line| line.strip_prefix("Skipped: "))
        .collect()
}

#[test]
fn every_format_of_records_is_found_in_a_folder() {
    let minutes = format!("---\n{YAML}---\n# Minutes\n");
    let folder = folder(&[
        ("a.yaml", YAML),
        ("b.YML", YAML),
        ("deep/er/c.json", JSON),
        ("d.jsonl", JSON),
        ("e.ndjson", JSON),
        ("f.md", &minutes),
        ("g.markdown", &minutes),
    ]);
    let (code, out, err) = check(&folder, &["."], b"");
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("read 7 records "), "{out}");
    assert!(passed_over(&out).is_empty(), "{out}");
}

#[test]
fn what_is_passed_over_is_counted_by_reason_with_the_first_named() {
    let folder = folder(&[
        ("a.yaml", YAML),
        ("~$Log.xlsx", "x"),
        (".~lock.Log.ods#", "x"),
        ("b.yaml.tmp", "x"),
        ("~WRL0001.tmp", "x"),
        ("c.yaml~", "x"),
        ("c.yaml.BAK", "x"),
        ("Thumbs.db", "x"),
        ("desktop.ini", "x"),
        (".DS_Store", "x"),
        (".hidden.yaml", "title: [x"),
        (".git/objects/a.yaml", "title: [x"),
        (".git/objects/b.yaml", "title: [x"),
        (".ignore", "drafts/\n"),
        ("drafts/d.yaml", "title: [x"),
        ("drafts/e.json", "x"),
        ("README.md", "# Records\n"),
        ("minutes.DOCX", "x"),
        ("LICENSE", "x"),
    ]);
    let (code, out, err) = check(&folder, &["."], b"");
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("read 1 record "), "{out}");
    assert_eq!(
        passed_over(&out),
        [
            "Markdown files without a record at the top, README.md: 1",
            "files that an ignore file names, drafts/d.yaml and others: 2",
            "hidden files and folders, .git and others: 3",
            "lock files of office programs, .~lock.Log.ods# and others: 2",
            "temporary files, .DS_Store and others: 7",
            "unsupported file types (.docx), minutes.DOCX: 1",
            "unsupported file types (no ending), LICENSE: 1",
        ]
    );
    // A folder that is named is looked into, whatever it is called.
    fs::rename(folder.path().join("drafts"), folder.path().join(".drafts")).unwrap();
    fs::remove_file(folder.path().join(".drafts/e.json")).unwrap();
    fs::write(folder.path().join(".drafts/d.yaml"), YAML).unwrap();
    let (code, out, _) = check(&folder, &[".drafts"], b"");
    assert_eq!(code, 0);
    assert!(out.contains("read 1 record "), "{out}");
}

#[test]
#[cfg(unix)]
fn links_are_not_followed() {
    let outside = folder(&[("b.yaml", "title: [x"), ("sub/c.yaml", "title: [x")]);
    let folder = folder(&[("a.yaml", YAML)]);
    let link = |from: &str, to: &str| {
        std::os::unix::fs::symlink(outside.path().join(from), folder.path().join(to)).unwrap();
    };
    link("b.yaml", "b.yaml");
    link("sub", "sub");
    link("nothing", "c.yaml");
    std::os::unix::fs::symlink(".", folder.path().join("loop")).unwrap();
    let (code, out, err) = check(&folder, &["."], b"");
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("read 1 record "), "{out}");
    assert_eq!(
        passed_over(&out),
        ["links, which are not followed, b.yaml and others: 4"]
    );
}

#[test]
fn a_file_that_is_named_must_hold_a_record() {
    let folder = folder(&[
        ("a.yaml", YAML),
        ("README.md", "# Records\n"),
        ("notes.txt", YAML),
        ("b.txt", "Dear all,\nthe board: it met\n"),
        ("c.docx", "PK\u{3}\u{4}\0\0"),
    ]);
    let (code, out, err) = check(&folder, &["a.yaml", "README.md"], b"");
    assert_eq!(code, 2);
    assert!(
        err.contains("no-record") && err.contains("README.md"),
        "{err}"
    );
    assert!(err.contains("very top"), "{err}");
    assert!(out.contains("read 1 record "), "{out}");
    // A name that says nothing stands for YAML, and is to blame where it is none.
    let (code, out, err) = check(&folder, &["notes.txt"], b"");
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("read 1 record "), "{out}");
    for name in ["b.txt", "c.docx"] {
        let (code, _, err) = check(&folder, &[name], b"");
        assert_eq!(code, 2);
        assert!(err.contains("unknown-ending"), "{err}");
        assert!(err.contains(".yaml, .yml, .json,"), "{err}");
    }
    // A name that says it is YAML is not.
    let (_, _, err) = check(&folder, &["README.md"], b"");
    assert!(!err.contains("unknown-ending"), "{err}");
}

#[test]
fn the_meaning_of_columns_comes_with_the_table_that_is_named() {
    // As long as it is read at all, it makes two files.
    let folder = folder(&[("t/a.csv", "Title\nBoard\n"), ("t/columns.yaml", "x: [\n")]);
    let (_, _, err) = check(&folder, &["t/a.csv", "-"], YAML.as_bytes());
    let (_, out, _) = check(
        &folder,
        &["t/a.csv", "-", "--format", "json"],
        YAML.as_bytes(),
    );
    assert!(
        err.contains("t/columns.yaml") || out.contains("t/columns.yaml"),
        "{err}{out}"
    );
}

#[test]
fn standard_input_is_in_the_format_that_is_given_or_plain() {
    let folder = folder(&[]);
    let minutes = format!("---\n{YAML}---\n# Minutes: the board\n");
    let read = |args: &[&str], input: &str| {
        let (code, out, err) = check(&folder, args, input.as_bytes());
        (code, out.contains("read 1 record "), err)
    };
    for (args, input) in [
        (&["-"][..], YAML),
        (&["-"], JSON),
        (&["-"], &format!("\u{feff}[{JSON}]")),
        (&["-", "--input-format", "json"], JSON),
        (&["-", "--input-format", "yaml"], JSON),
        (&["--input-format", "jsonl", "-"], JSON),
        (&["-", "--input-format", "markdown"], &minutes),
    ] {
        assert_eq!(read(args, input), (0, true, String::new()), "{args:?}");
    }
    let lines = format!("{JSON}\n{JSON}\n");
    let (_, out, _) = check(&folder, &["-"], lines.as_bytes());
    assert!(out.contains("read 2 records"), "{out}");
    let (code, _, err) = check(&folder, &["-", "--input-format", "json"], YAML.as_bytes());
    assert_eq!(code, 2);
    assert!(
        err.contains("not-json") && err.contains("standard input:1:2"),
        "{err}"
    );
    for table in [
        "Title,Kind,Date\nBoard,meeting,2026-02-26\n",
        "Title;Kind;Date\r\nBoard;meeting;2026-02-26\r\n",
        "Title\tKind\tDate\nBoard\tmeeting\t2026-02-26\n",
    ] {
        let (_, out, err) = check(&folder, &["-"], table.as_bytes());
        assert!(out.contains("read 1 record "), "{table}{out}{err}");
    }
    // Given twice, it is still read once.
    let (code, out, _) = check(&folder, &["-", "-"], YAML.as_bytes());
    assert_eq!(code, 0);
    assert!(out.contains("read 1 record "), "{out}");
}

#[test]
fn the_format_of_standard_input_is_wrong_without_it() {
    let folder = folder(&[("a.yaml", YAML)]);
    let (code, out, err) = check(&folder, &[".", "--input-format", "json"], b"");
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("give `-`"), "{err}");
    let (code, _, err) = check(&folder, &["-", "--input-format", "docx"], b"");
    assert_eq!(code, 2);
    assert!(err.contains("yaml, json, jsonl, markdown"), "{err}");
}

#[test]
fn a_file_that_is_not_there_is_named_in_words() {
    let folder = folder(&[("a.yaml", YAML)]);
    for args in [
        ["a.yaml", "--charter", "nosuch"],
        ["a.yaml", "--baseline", "nosuch"],
        ["a.yaml", "--names-file", "nosuch"],
    ] {
        let (code, _, err) = check(&folder, &args, b"");
        assert_eq!(code, 2);
        assert_eq!(
            err, "error: cannot read nosuch: there is no such file\n",
            "{args:?}"
        );
    }
    let (code, _, err) = check(&folder, &["nosuch"], b"");
    assert_eq!(
        (code, err.as_str()),
        (2, "error: there is no file or folder nosuch\n")
    );
}

#[test]
fn help_names_every_ending() {
    let folder = folder(&[]);
    let (code, out, _) = run_in(folder.path(), &["check", "--help"], b"");
    assert_eq!(code, 0);
    let text = out.split_whitespace().collect::<Vec<_>>().join(" ");
    for ending in engagement_records::read::Format::endings() {
        assert!(text.contains(&format!(".{ending}")), "{ending}");
    }
    assert!(text.contains("--input-format"), "{text}");
}

/// A table of bank holidays that the charter names lies beside the records and is none. 6 January is a
/// holiday only there: from Friday 2 to Monday 12 January, 5, 7, 8 and 9 January are clear working days.
#[test]
fn what_a_charter_names_is_no_record() {
    let folder = folder(&[
        (
            "charter.yaml",
            "extends: built-in\ntitle: Elsewhere\ncalendar:\n  \
             bank_holidays: { division: england-and-wales, file: tables/bank-holidays.json }\n",
        ),
        (
            "tables/bank-holidays.json",
            "{\"england-and-wales\":{\"division\":\"england-and-wales\",\"events\":[\
             {\"title\":\"New Year\",\"date\":\"2025-01-01\"},\
             {\"title\":\"New Year\",\"date\":\"2026-01-01\"},\
             {\"title\":\"An extra day\",\"date\":\"2026-01-06\"},\
             {\"title\":\"Boxing Day\",\"date\":\"2026-12-28\"}]}}",
        ),
        (
            "board.yaml",
            "title: Board\nkind: meeting\nstatus: held\norganisers: [council]\n\
             audience: [parents]\ndate: 2026-01-12\npapers: { sent: 2026-01-02 }\n",
        ),
    ]);
    let (_, out, err) = check(&folder, &["."], b"");
    assert!(!err.contains("england-and-wales"), "{err}");
    assert!(out.contains("The audit read 1 record"), "{out}");
    assert!(out.contains("4 clear working days"), "{out}");
    let others = [
        "check",
        "--as-of",
        "2026-06-01",
        "--charter",
        "charter.yaml",
        "board.yaml",
    ];
    let (_, beside, _) = run_in(folder.path(), &others, b"");
    assert!(beside.contains("The audit read 1 record"), "{beside}");
}

/// Writes schemas, baselines and reports into a folder with a record.
fn write_own(folder: &Path) {
    for schema in ["record", "charter", "columns", "report", "finding", "run"] {
        let (_, text, _) = run_in(folder, &["schema", schema], b"");
        fs::write(folder.join(format!("{schema}.schema.json")), text).unwrap();
    }
    for written in [
        &["baseline", "board.yaml", "-o", "baseline.json"][..],
        &["baseline", "board.yaml", "-o", "known.yaml"],
        &["report", "board.yaml", "-o", "report.json"],
        &["report", "board.yaml", "-o", "report.sarif"],
        &["due", "board.yaml", "-o", "due.json"],
        &["due", "board.yaml", "-o", "due.ics"],
        &["calibrate", "board.yaml", "-o", "numbers.json"],
    ] {
        let args = [written, &["--as-of", "2026-06-01"]].concat();
        run_in(folder, &args, b"");
    }
}

/// What the program itself writes or reads besides records, and tables of bank holidays, are known
/// by what they hold, whatever they are called.
#[test]
fn files_that_are_no_records_are_known_for_what_they_are() {
    let examples = "O1a:\n  - { as_of: 2026-03-01, verdict: kept, record: { title: Board } }\n";
    let folder = folder(&[
        ("board.yaml", YAML),
        (
            "gov.json",
            "{\"scotland\":{\"division\":\"scotland\",\"events\":[]}}",
        ),
        (
            "days.json",
            "[{\"title\":\"May Day\",\"date\":\"2026-05-04\",\"bunting\":true}]",
        ),
        (
            "holidays.yaml",
            "# From GOV.UK\nengland-and-wales:\n  events: []\n",
        ),
        (
            "holidays.csv",
            "title,date,notes,bunting\nMay Day,04/05/2026,,true\n",
        ),
        (
            "log.columns.yaml",
            "columns:\n  \"Went out\": notice.sent\n",
        ),
        ("order.yaml", "dates: day-first\n"),
        ("old.examples.yaml", examples),
        ("charter.examples.yml", examples),
        ("judged.yaml", examples),
        ("area.yaml", "extends: built-in\ntitle: Elsewhere\n"),
    ]);
    write_own(folder.path());
    let (code, out, err) = check(&folder, &["."], b"");
    assert_ne!(code, 2, "{out}{err}");
    assert!(out.contains("The audit read 1 record"), "{out}");
    let all = passed_over(&out).join("\n");
    for what in [
        "tables of bank holidays, days.json and others: 3",
        "files on columns that no table uses, log.columns.yaml and others: 2",
        "examples of a charter that is not used, judged.yaml: 1",
        "charters that are not used, area.yaml: 1",
        "a table of bank holidays: 1",
        "baselines, baseline.json and others: 2",
        "schemas for editors, charter.schema.json and others: 6",
        "reports that this program wrote, due.ics and others: 4",
    ] {
        assert!(all.contains(what), "{what}\n{all}");
    }
    // Whoever names one is told that it holds no record, and of no field in it.
    let (code, out, err) = check(&folder, &["gov.json"], b"");
    assert_eq!(code, 2, "{out}");
    assert!(err.contains("there is no record in this file"), "{err}");
    assert!(!err.contains("is not a field"), "{err}");
}
