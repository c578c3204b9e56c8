//! Workbooks that other programs made, and some that nobody should.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected should stop at once"
)]

mod beside_cells;
mod hostile;
mod other_files;
mod values;

use sheets::{Cell, Error, Sheet, Workbook, WorkbookFormat};

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../fixtures/", $name))
    };
}
use fixture;

/// Reads a workbook that has nothing wrong with it.
fn read(format: WorkbookFormat, bytes: &[u8]) -> Workbook {
    let workbook = sheets::read(bytes).unwrap();
    assert_eq!(workbook.format, format);
    workbook
}

/// Why a file is refused.
fn refused(bytes: &[u8]) -> Error {
    sheets::read(bytes).unwrap_err()
}

/// The letters of a column, counted from 0.
fn letters(column: u32) -> String {
    let before = (column / 26)
        .checked_sub(1)
        .map_or_else(String::new, letters);
    let letter = char::from_u32(u32::from('A') + column % 26).unwrap();
    format!("{before}{letter}")
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
                Cell::Unreadable(why) => format!("{why:?}"),
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

/// The blocks of merged cells, as a spreadsheet program writes them.
fn merged(sheet: &Sheet) -> Vec<String> {
    let blocks = sheet.merged.iter().map(|block| {
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
        let cell = note
            .cell
            .map(|(row, column)| format!("{}{row} ", letters(column)));
        format!("{} {}{:?}", note.sheet, cell.unwrap_or_default(), note.text)
    });
    notes.collect()
}
