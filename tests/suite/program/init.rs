//! `init`: a folder to begin with.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use chrono::NaiveDate;
use tempfile::TempDir;

use super::run_in;
use crate::Bench;

const FILES: [&str; 6] = [
    "charter.yaml",
    "README.md",
    "records/first-meeting.yaml",
    "records/log.xlsx",
    ".schema/charter.schema.json",
    ".schema/record.schema.json",
];

const OPTIONS: [&str; 12] = [
    "init",
    "northmoor",
    "--area",
    "Northmoor",
    "--forum",
    "Northmoor Voice: parents & carers",
    "--school",
    "elm-road",
    "--bank-holidays",
    "scotland",
    "--closed-day",
    "2026-12-24",
];

/// A folder that was begun, and what was said.
fn begun(args: &[&str]) -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let (code, out, err) = run_in(folder.path(), args);
    assert_eq!((code, out.as_str()), (0, ""), "{err}");
    (folder, err)
}

/// All files and folders below a folder.
fn listed(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(below) = open.pop() {
        for entry in fs::read_dir(folder.join(&below)).unwrap() {
            let name = below.join(entry.unwrap().file_name());
            all.push(name.to_str().unwrap().replace('\\', "/"));
            if folder.join(&name).is_dir() {
                open.push(name);
            }
        }
    }
    all.sort();
    all
}

#[test]
fn options_make_a_folder_that_is_ready() {
    let (folder, said) = begun(&OPTIONS);
    let folder = folder.path().join("northmoor");
    let mut expected = FILES.map(str::to_owned).to_vec();
    expected.extend(["records", ".schema"].map(str::to_owned));
    expected.sort();
    assert_eq!(listed(&folder), expected);
    for file in FILES {
        assert!(
            said.contains(&format!("wrote northmoor/{file}\n")),
            "{said}"
        );
    }
    let charter = fs::read_to_string(folder.join("charter.yaml")).unwrap();
    // `Bench` stops at any fault of a charter.
    let bench = Bench::under(Some(&charter), &[]);
    let charter = &bench.charter.charter;
    assert_eq!(charter.title, "Coproduction charter, Northmoor");
    let parties: Vec<&str> = charter.parties.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(
        parties,
        ["Northmoor Council", "Northmoor Voice: parents & carers"]
    );
    let schools: Vec<&str> = charter
        .calendar
        .schools
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(schools, ["elm-road"]);
    let is_off = |day: &str| {
        !charter
            .calendar
            .is_working_day(day.parse().unwrap())
            .unwrap()
    };
    // St Andrew's Day is a Scottish one, Easter Monday is not.
    assert!(is_off("2026-11-30") && is_off("2026-12-24") && !is_off("2026-04-06"));
    assert_eq!(charter.clauses.len(), 36);
    // Editors find the schema from where each file lies.
    for (file, schema) in [
        ("charter.yaml", ".schema/charter.schema.json"),
        (
            "records/first-meeting.yaml",
            "../.schema/record.schema.json",
        ),
    ] {
        let path = folder.join(file);
        let text = fs::read_to_string(&path).unwrap();
        let line = format!("# yaml-language-server: $schema={schema}\n");
        assert!(text.starts_with(&line), "{text}");
        let schema = fs::read_to_string(path.parent().unwrap().join(schema)).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        assert!(schema["$schema"].is_string(), "{file}");
    }
}

#[test]
fn nobody_is_accused_before_anything_was_written() {
    let (folder, _) = begun(&OPTIONS);
    let folder = folder.path().join("northmoor");
    for day in ["2026-11-30", "2028-11-30"] {
        let check = ["check", "records", "--as-of", day, "--format", "json"];
        let (code, out, err) = run_in(&folder, &check);
        assert_eq!(code, 0, "{err}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["tally"]["not_kept"].as_u64(), Some(0), "{out}");
        assert!(report["findings"].as_array().unwrap().len() > 20);
        let levels = report["faults"].as_array().unwrap().iter();
        let levels: Vec<&str> = levels.map(|it| it["level"].as_str().unwrap()).collect();
        assert!(levels.iter().all(|level| *level == "note"), "{levels:?}");
        assert!(err.contains("days on which nobody works"), "{err}");
        assert!(
            err.contains("the standards that the log counts by"),
            "{err}"
        );
        assert!(!err.contains("unknown-heading"), "{err}");
    }
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    let (one, _) = begun(&OPTIONS);
    let (other, _) = begun(&OPTIONS);
    for file in FILES {
        let bytes =
            |folder: &TempDir| fs::read(folder.path().join("northmoor").join(file)).unwrap();
        assert_eq!(bytes(&one), bytes(&other), "{file}");
    }
}

#[test]
fn nothing_is_asked_in_a_pipe_and_only_the_area_is_needed() {
    let (folder, _) = begun(&["init", ".", "--area", "Northmoor"]);
    let charter = fs::read_to_string(folder.path().join("charter.yaml")).unwrap();
    for said in [
        "name: \"Northmoor Council\"",
        "name: \"Northmoor Parent Carer Forum\"",
        "bank_holidays: england-and-wales",
        "schools: {}",
    ] {
        assert!(charter.contains(said), "{said}: {charter}");
    }
    let empty = TempDir::new().unwrap();
    let (code, out, err) = run_in(empty.path(), &["init"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(err, "error: say for which area: --area NAME\n");
    assert_eq!(listed(empty.path()), [""; 0]);
}

#[test]
fn what_cannot_be_used_is_refused_before_anything_is_written() {
    for (option, value, said) in [
        ("--area", "  ", "write a name"),
        ("--council", "A; B", "a name has no `;`"),
        (
            "--council",
            "Northmoor Parent Carer Forum",
            "need two names",
        ),
        ("--school", "Elm Road", "small letters with hyphens"),
        ("--bank-holidays", "england", "england-and-wales"),
        ("--closed-day", "24/12", "24/12"),
    ] {
        let folder = TempDir::new().unwrap();
        let mut args = vec!["init", "new/folder", option, value];
        if option != "--area" {
            args.extend(["--area", "Northmoor"]);
        }
        let (code, out, err) = run_in(folder.path(), &args);
        assert!(
            code == 2 && out.is_empty() && err.contains(said),
            "{option} {value}: {err}"
        );
        assert_eq!(listed(folder.path()), [""; 0]);
    }
}

#[test]
fn files_that_are_there_stay_as_they_are() {
    for file in FILES {
        let folder = TempDir::new().unwrap();
        fs::create_dir_all(folder.path().join(file).parent().unwrap()).unwrap();
        fs::write(folder.path().join(file), "mine").unwrap();
        let before = listed(folder.path());
        let (code, out, err) = run_in(folder.path(), &["init", "--area", "Northmoor"]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert_eq!(
            err,
            format!(
                "error: {file} is already there, and is never overwritten; choose another folder\n"
            )
        );
        assert_eq!(listed(folder.path()), before);
        assert_eq!(
            fs::read_to_string(folder.path().join(file)).unwrap(),
            "mine"
        );
    }
    // What else is there does not matter.
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    let (code, ..) = run_in(folder.path(), &["init", "--area", "Northmoor"]);
    assert_eq!((code, listed(folder.path()).len()), (0, 9));
}

#[cfg(unix)]
#[test]
fn where_one_file_cannot_be_written_none_is() {
    let folder = TempDir::new().unwrap();
    // The folder of the records is a file of somebody.
    fs::write(folder.path().join("records"), "mine").unwrap();
    let (code, _, err) = run_in(folder.path(), &["init", "--area", "Northmoor"]);
    assert!(code == 2 && err.contains("records"), "{err}");
    assert_eq!(listed(folder.path()), ["records"]);
}

/// The sheet of the log and its formulas.
fn log(folder: &Path) -> (Xlsx<Cursor<Vec<u8>>>, Vec<String>) {
    let bytes = fs::read(folder.join("northmoor/records/log.xlsx")).unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Log", "Standards", "Days off"]);
    let sheet = book.worksheet_range("Log").unwrap();
    let headings = sheet.rows().next().unwrap().iter().map(ToString::to_string);
    let headings = headings.collect();
    (book, headings)
}

#[test]
fn every_prepared_row_has_formulas_that_are_empty_so_far() {
    let (folder, _) = begun(&OPTIONS);
    let (mut book, headings) = log(folder.path());
    let at = |name: &str| headings.iter().position(|known| known == name).unwrap();
    let sheet = book.worksheet_range("Log").unwrap();
    let formulas = book.worksheet_formula("Log").unwrap();
    for heading in [
        "Last day for notice",
        "Last day for papers",
        "Last day for feedback",
    ] {
        for row in 1..=500 {
            let cell = (row, u32::try_from(at(heading)).unwrap());
            let formula = formulas.get_value(cell).unwrap();
            assert!(formula.starts_with("IF(OR($C"), "{formula}");
            // An empty text is a result; calamine has it as one, or as nothing.
            let result = sheet.get_value(cell).unwrap_or(&Data::Empty);
            let is_empty = result.is_empty() || result.get_string() == Some("");
            assert!(is_empty, "{heading} {row}: {result:?}");
        }
    }
    let formulas = |sheet: &str, book: &mut Xlsx<_>| {
        let formulas = book.worksheet_formula(sheet).unwrap();
        formulas
            .used_cells()
            .filter(|(_, _, it)| !it.is_empty())
            .count()
    };
    assert_eq!(formulas("Log", &mut book), 1500);
    assert_eq!(formulas("Standards", &mut book), 1);
    assert_eq!(formulas("Days off", &mut book), 0);
}

#[test]
fn the_sheets_beside_the_log_hold_what_the_charter_says() {
    let (folder, _) = begun(&OPTIONS);
    let (mut book, _) = log(folder.path());
    let standards = book.worksheet_range("Standards").unwrap();
    let rows: Vec<(String, String, String)> = standards
        .rows()
        .skip(1)
        .take(5)
        .map(|row| (row[0].to_string(), row[1].to_string(), row[2].to_string()))
        .collect();
    let row = |what: &str, number: &str, unit: &str| (what.into(), number.into(), unit.into());
    assert_eq!(
        rows,
        [
            row("Send the notice", "14", "clear days"),
            row("Send the papers", "5", "clear working days"),
            row("Send feedback", "10", "working days"),
            row("Send feedback on a survey", "20", "working days"),
            row("Send feedback on a consultation", "84", "days"),
        ]
    );
    assert_eq!(standards.get_value((9, 1)).unwrap().to_string(), "yes");
    let off = book.worksheet_range("Days off").unwrap();
    let day = |cell: &Data| -> Option<NaiveDate> {
        let Data::DateTime(moment) = cell else {
            return None;
        };
        Some(moment.as_datetime().unwrap().date())
    };
    let days: Vec<(NaiveDate, String)> = off
        .rows()
        .skip(1)
        .filter_map(|row| Some((day(&row[0])?, row[1].to_string())))
        .collect();
    let has = |day: &str, why: &str| {
        let day: NaiveDate = day.parse().unwrap();
        days.contains(&(day, why.to_owned()))
    };
    assert!(has("2026-11-30", "bank holiday") && has("2026-12-24", "closed, by charter.yaml"));
    assert!(!has("2026-04-06", "bank holiday"));
    // Scotland had nine a year, and one more in 2012, 2022, 2023 and 2026.
    assert!(days.len() > 17 * 9, "{}", days.len());
}

#[test]
fn a_new_log_counts_by_the_charter_as_it_is_now() {
    let (folder, _) = begun(&OPTIONS);
    let path = |file: &str| folder.path().join("northmoor").join(file);
    let only_log = ["init", "northmoor", "--only-log"];
    let (code, _, err) = run_in(folder.path(), &only_log);
    assert!(
        code == 2 && err.contains("rename it, and copy its rows"),
        "{err}"
    );
    fs::rename(path("records/log.xlsx"), path("records/old.xlsx")).unwrap();
    let charter = fs::read_to_string(path("charter.yaml")).unwrap();
    let own = "clauses: [{ id: O4a1, rule: { notice: { standard: 3 weeks } } }]\n";
    fs::write(path("charter.yaml"), format!("{charter}{own}")).unwrap();
    let (code, out, err) = run_in(folder.path(), &only_log);
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (0, "", "wrote northmoor/records/log.xlsx\n")
    );
    let (mut book, _) = log(folder.path());
    let standards = book.worksheet_range("Standards").unwrap();
    let notice: Vec<String> = (0..3)
        .map(|at| standards.get_value((1, at)).unwrap().to_string())
        .collect();
    assert_eq!(notice, ["Send the notice", "3", "weeks"]);
    let formulas = book.worksheet_formula("Log").unwrap();
    let notice = formulas.get_value((1, 11)).unwrap();
    assert!(notice.contains("INT($F2)-7*Standards!$B$2"), "{notice}");

    fs::remove_file(path("records/log.xlsx")).unwrap();
    fs::write(
        path("charter.yaml"),
        format!("{charter}clauses: [{{ id: O4a1, rule: none }}]\n"),
    )
    .unwrap();
    let (code, _, err) = run_in(folder.path(), &only_log);
    assert!(code == 2 && err.contains("so nothing was written"), "{err}");
    let (code, _, err) = run_in(folder.path(), &["init", "elsewhere", "--only-log"]);
    assert_eq!(
        (code, err.as_str()),
        (
            2,
            "error: there is no elsewhere/charter.yaml; leave out --only-log\n"
        )
    );
    assert!(!path("records/log.xlsx").exists() && !folder.path().join("elsewhere").exists());
}
