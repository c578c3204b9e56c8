//! Workbooks that other programs made, and some that nobody should.

mod hostile;
mod other_files;
mod values;

use super::{Workbook, sheets};
use crate::read::Format;
use crate::read::item::tests::job;
use crate::read::tables::sheet::{Cell, Sheet};
use located::diagnostic::Diagnostic;
use located::source::letters;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fixtures/workbooks/",
            $name
        ))
    };
}
use fixture;

/// Reads a file whose name has the ending of a format.
fn read_as(format: Format, bytes: &[u8]) -> Result<Workbook, Diagnostic> {
    job(format, |job| sheets(job, bytes))
}

/// Reads a workbook that has nothing wrong with it.
fn read(format: Format, bytes: &[u8]) -> Workbook {
    let workbook = read_as(format, bytes).unwrap();
    assert_eq!(workbook.faults, []);
    workbook
}

/// Why a file is refused: the code, the message and the help.
fn refused(format: Format, bytes: &[u8]) -> (&'static str, String, String) {
    let fault = read_as(format, bytes).unwrap_err();
    assert!(fault.span().is_some());
    (fault.code, fault.message, fault.help.unwrap())
}

/// The cells of a sheet, each as one line: `B2 day 2026-03-12 09:30:00`.
fn cells(sheet: &Sheet) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &sheet.rows {
        for (column, cell) in &row.cells {
            let shown = match cell {
                Cell::Text(text) => format!("{text:?}"),
                Cell::Number(number) => format!("{number}"),
                Cell::Moment(moment) => format!("day {moment}"),
                Cell::Clock(time) => format!("time {time}"),
                Cell::Truth(truth) => format!("{truth}"),
                Cell::Error(error) => format!("error {error}"),
                Cell::Lost(why) => format!("{why:?}"),
            };
            lines.push(format!("{}{} {shown}", letters(*column), row.number));
        }
    }
    lines
}

/// The names of sheets, hidden ones in brackets.
fn names(workbook: &Workbook) -> Vec<String> {
    let name = |sheet: &Sheet| {
        let name = sheet.name.clone().unwrap();
        if sheet.hidden {
            format!("({name})")
        } else {
            name
        }
    };
    workbook.sheets.iter().map(name).collect()
}

/// The numbers of the rows that are hidden and hold something.
fn hidden(sheet: &Sheet) -> Vec<u32> {
    let rows = sheet.rows.iter().filter(|row| row.hidden);
    rows.map(|row| row.number).collect()
}

/// The blocks of joined cells, as a spreadsheet program writes them.
fn joined(sheet: &Sheet) -> Vec<String> {
    let blocks = sheet.joined.iter().map(|block| {
        format!(
            "{}{}:{}{}",
            letters(*block.columns.start()),
            block.rows.start(),
            letters(*block.columns.end()),
            block.rows.end()
        )
    });
    blocks.collect()
}

/// The notes of a workbook, each with its sheet and cell.
fn notes(workbook: &Workbook) -> Vec<String> {
    let notes = workbook.notes.iter().map(|note| {
        let column = letters(note.column);
        format!("{} {column}{} {:?}", note.sheet, note.row, note.text)
    });
    notes.collect()
}
