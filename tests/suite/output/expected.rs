//! The shipped example in every format, word for word. The snapshots lie beside this file; of the
//! text, the whole report of each example lies with it.

use std::fs;
use std::io::Cursor;

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use charter_audit::audit::AuditScope;
use charter_audit::render::{self, Format};

use crate::bench::part;
use crate::{Bench, root};

const FOLDER: &str = "examples/strategy-group";

/// The promises of the four headline faults: few enough for somebody to read what has changed.
const CLAUSES: [&str; 4] = ["O2a", "O4a1", "O4b", "O4e2"];

fn example() -> Bench {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    let records = format!("{FOLDER}/records");
    let mut names: Vec<String> = fs::read_dir(root().join(&records))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| format!("{records}/{name}"))
        .collect();
    names.sort();
    let texts: Vec<String> = names.iter().map(|name| read(name)).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .zip(&texts)
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    Bench::under(Some(&read(&format!("{FOLDER}/charter.yaml"))), &files)
}

/// A report as somebody can read it in a snapshot.
fn shown(format: Format, bytes: Vec<u8>) -> String {
    if format == Format::Xlsx {
        return sheets(bytes);
    }
    if format == Format::Docx {
        return part(bytes, "word/document.xml").replace("><", ">\n<");
    }
    let text = String::from_utf8(bytes).unwrap();
    if format == Format::Html {
        return without("script", &without("style", &text));
    }
    text
}

/// A page without what an element of it holds that has a file of its own.
fn without(element: &str, page: &str) -> String {
    let (start, end) = (format!("<{element}>"), format!("</{element}>"));
    let (before, rest) = page.split_once(&start).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}{start}{end}{after}")
}

/// A line for every row of every sheet.
fn sheets(bytes: Vec<u8>) -> String {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let mut lines = Vec::new();
    for (name, sheet) in workbook.worksheets() {
        lines.push(name);
        for row in sheet.rows() {
            let cells: Vec<String> = row.iter().map(cell).collect();
            lines.push(format!("| {}", cells.join(" | ")));
        }
    }
    lines.join("\n")
}

fn cell(cell: &Data) -> String {
    match cell.as_date() {
        Some(day) if cell.is_datetime() => day.to_string(),
        _ => cell.to_string(),
    }
}

#[test]
fn every_format_of_the_example_is_as_expected() {
    let bench = example();
    assert_eq!(bench.faults(), []);
    let clauses = &bench.charter.charter.clauses;
    let asked = CLAUSES.map(|id| clauses.iter().position(|one| one.id == id).unwrap());
    let question = AuditScope {
        since: "2026-01-01".parse().ok(),
        clauses: asked.to_vec(),
        ..AuditScope::as_of("2026-07-31".parse().unwrap())
    };
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        bench.report_on(&question, None, |report| {
            for format in Format::ALL {
                let bytes = render::report(report, *format).unwrap();
                insta::assert_snapshot!(format.word(), shown(*format, bytes));
            }
        });
    });
}
