//! Files as other programs leave them, and what is read of them: `docs/other-programs.md`. `make.sh`
//! makes the files again.

mod page;
mod series;

use engagement_records::record::Engagement;
use engagement_records::record::view::{Said, Value, View, Viewed};

use crate::{Bench, root};

/// The fields that are looked at, each with what it is called in this test.
const LOOKED_AT: &[(&str, &str)] = &[
    ("date", ""),
    ("opens", "opens "),
    ("closes", "closes "),
    ("start", "at "),
    ("end", "to "),
    ("attendance.parents", "parents "),
    ("venue.access.step_free", "step-free "),
    ("feedback.sent", "feedback "),
];

/// What is read of each file: a line for each record, and what is remarked on, with its cell.
const READ: &[(&str, &[&str], &[&str])] = &[
    (
        "vobject.ics",
        &[
            "2026-03-10, at 09:30, to 11:00",
            "2026-06-10, at 09:30, to 11:00",
        ],
        &[],
    ),
    (
        "icalendar-further-day.ics",
        &[
            "2026-03-03, at 18:30, to 20:00",
            "2026-03-10, at 18:30, to 20:00",
            "2026-03-26, at 18:30, to 20:00",
        ],
        &[],
    ),
    (
        "ts-ics.ics",
        &[
            "2026-03-03, at 18:30, to 20:00",
            "2026-03-10, at 18:30, to 20:00",
        ],
        &[],
    ),
    (
        "ical-generator.ics",
        &[
            "2026-03-05",
            "2026-05-04",
            "2026-04-27",
            "2026-05-04",
            "2026-05-11",
        ],
        &[],
    ),
    (
        "icalendar-crate.ics",
        &["opens 2026-03-05, closes 2026-03-05"],
        &[],
    ),
    (
        "pyexcel-ods3.ods",
        &[
            "2026-03-05, at 09:30, parents 12, step-free yes, feedback 2026-03-19",
            "2026-03-12, at 18:30, parents 9, step-free no, feedback 2026-03-26",
        ],
        &[],
    ),
    ("sheetjs.ods", &["", ""], &["blank-column B1"]),
    (
        "odfpy-answers.ods",
        &[
            "2026-03-05, step-free yes",
            "2026-03-12, step-free yes",
            "2026-03-19, step-free yes",
            "2026-03-26, step-free yes",
        ],
        &[],
    ),
    (
        "odfpy-late-evening.ods",
        &["2026-03-19, at 18:30, to ?"],
        &["wrong-value D2"],
    ),
    (
        "spreadsheet-ods.ods",
        &["2026-03-05, at 09:30, parents 12"],
        &[],
    ),
    ("gnumeric.ods", MEETINGS, &["hidden A1"]),
    ("openpyxl.xlsx", MEETINGS, &["hidden A1"]),
    ("exceljs.xlsx", MEETINGS, &["hidden A1"]),
    ("polars-times.csv", MEETINGS, &[]),
    (
        "libreoffice-command-line.csv",
        &[
            "?, at 09:30, parents 12",
            "?, at 18:30, parents 9",
            "?, at 18:30, parents 5",
        ],
        &["mixed-dates B4"],
    ),
    (
        "xlsx2csv.csv",
        &[
            "2026-03-05, at 09:30, parents ?",
            "2026-03-12, at 18:30, parents ?",
        ],
        &["wrong-value D2", "wrong-value D3"],
    ),
    ("openpyxl-iso-days.xlsx", &["2026-03-15, at 09:30"], &[]),
    (
        "openpyxl-formulas.xlsx",
        &["2026-03-05, feedback ?", "2026-03-12, feedback ?"],
        &["no-result C2"],
    ),
    (
        "sheetjs-formulas.xlsx",
        &["2026-03-05", "2026-03-12"],
        &["blank-column C1"],
    ),
    (
        "csvkit.csv",
        &["2026-12-03, at ?", "2026-05-03, at ?"],
        &["unknown-heading D1", "wrong-value C2", "wrong-value C3"],
    ),
    (
        "duckdb.csv",
        &["2028-02-26, at 09:30", "2027-02-26, at 18:30"],
        &[],
    ),
    (
        "polars-days.csv",
        &["?, at 09:30", "?, at 18:30"],
        &["wrong-value B2", "wrong-value B3"],
    ),
    ("js-yaml.yaml", &["2026-03-05", "2026-04-09"], &[]),
    ("yamlfix.yaml", &["2026-03-05, at 18:30, to 20:00"], &[]),
];

/// The log of `openpyxl.xlsx`: the number of parents has a format of its own, the last row is
/// hidden.
const MEETINGS: &[&str] = &[
    "2026-03-05, at 09:30, parents 12",
    "2026-03-12, at 18:30, parents 9",
    "2026-03-19, at 18:30, parents 5",
];

fn bytes(file: &str) -> Vec<u8> {
    let folder = root().join("tests/suite/reading/other_programs/files");
    std::fs::read(folder.join(file)).unwrap()
}

/// What is read of a record, in one line.
fn line(bench: &Bench, record: &Engagement) -> String {
    let words = bench.charter.charter.vocabulary();
    let day = "2026-12-31".parse().unwrap();
    let view = View::new(Viewed::Engagement(record), words, day);
    let said = LOOKED_AT.iter().filter_map(|(path, name)| {
        let path: Vec<String> = path.split('.').map(str::to_owned).collect();
        let value = match view.said(&path) {
            Said::Value(value, _) => shown(&value),
            Said::Unreadable(_) => "?".to_owned(),
            Said::SomeDay(_) => "some day".to_owned(),
            Said::Denied(_) => "none".to_owned(),
            Said::Missing(_) => return None,
        };
        Some(format!("{name}{value}"))
    });
    said.collect::<Vec<_>>().join(", ")
}

fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Date(day) => day.to_string(),
        Value::Time(time) => time.format("%H:%M").to_string(),
        Value::YesNo(answer) => if *answer { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.low.to_string(),
        Value::Text(_) | Value::List(_) | Value::Group(_) => format!("{value:?}"),
    }
}

/// The records of a file, and the remarks on it.
fn read(file: &str, bytes: Vec<u8>) -> (Vec<String>, Vec<String>) {
    let bench = Bench::of_bytes(vec![(file, bytes)]);
    let records = bench.reading.records.engagements.iter();
    let records = records.map(|record| line(&bench, record)).collect();
    let remarks = bench.reading.faults.iter().map(|fault| {
        let address = bench.sources.address(fault.span().unwrap());
        let cell = address.rsplit([' ', '!']).next().unwrap();
        format!("{} {cell}", fault.code)
    });
    (records, remarks.collect())
}

#[test]
fn what_other_programs_leave_is_read_for_what_it_says_or_named() {
    for (file, records, remarks) in READ {
        let (read, told) = read(file, bytes(file));
        assert_eq!(read, *records, "{file}");
        assert_eq!(told, *remarks, "{file}");
    }
}
