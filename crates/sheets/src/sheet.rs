//! Sheets, rows and cells: only those that hold something.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{NaiveDateTime, NaiveTime};

use crate::limits::MOST_UNCLOSED;

/// One sheet of a workbook, or the one table of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name; nothing where a file is one table.
    pub name: Option<String>,
    /// Whether people do not see it when they open the file.
    pub hidden: bool,
    /// Whether plain numbers count days from 1904 on, as old Macs did, and not from 1900.
    pub from_1904: bool,
    /// The rows that hold something, from the top.
    pub rows: Vec<Row>,
    /// What could not be divided into rows and cells: only texts have such parts. It is in no row,
    /// but people may have written something there.
    pub unparsed: Vec<UnparsedText>,
    /// Blocks of merged cells; only the first cell of each holds something.
    pub merged: Vec<MergedCells>,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its number, from 1, as a spreadsheet program shows it.
    pub number: u32,
    /// The line of the file on which it begins, from 1, where the file is a text.
    pub line: Option<u32>,
    /// Whether people do not see it when they open the file, for example behind a filter.
    pub hidden: bool,
    /// Its cells that hold something, each with its column from 0, from the left.
    pub cells: Vec<(u32, Cell)>,
}

impl Row {
    /// What a column of this row holds, counted from 0.
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(at, _)| *at);
        at.ok()
            .and_then(|at| self.cells.get(at))
            .map(|(_, cell)| cell)
    }
}

/// What a cell holds. Formulas count by the value that was stored with them.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text, as it stands there.
    Text(String),
    /// A number that is not shown as a day or time.
    Number(f64),
    /// A day, or a moment, that the program knows to be one.
    Moment(NaiveDateTime),
    /// A time of day that the program knows to be one.
    Clock(NaiveTime),
    /// Yes or no, in the program's own format.
    Truth(bool),
    /// A formula that came to nothing, with what the program shows there: `#REF!`.
    Error(String),
    /// Something that people see there and the file does not tell.
    Unreadable(UnreadableCell),
}

impl Cell {
    /// The text that stands there, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Cell::Text(text) => Some(text),
            Cell::Number(_)
            | Cell::Moment(_)
            | Cell::Clock(_)
            | Cell::Truth(_)
            | Cell::Error(_)
            | Cell::Unreadable(_) => None,
        }
    }
}

/// Why a file does not tell what people see in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnreadableCell {
    /// There is a formula, and no result was stored with it.
    NoResult,
    /// The cell is damaged.
    Damaged,
}

/// A part of a text that could not be divided into rows and cells. It reads as a sentence for the
/// people whose table it is; [`UnparsedText::help`] says what they can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnparsedText {
    /// The number of its first row, from 1, as a spreadsheet program would show it.
    pub number: u32,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// What is written there.
    pub text: String,
    /// Why it could not be divided.
    pub reason: UnparsedReason,
}

/// Why a part of a text could not be divided into rows and cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnparsedReason {
    /// A quotation mark in its one line is never closed.
    UnclosedQuote,
    /// It would be one row, longer than any.
    RowTooLong,
    /// So many quotation marks before it are never closed that reading stopped.
    TooManyUnclosedQuotes,
}

impl UnparsedText {
    /// What people can do about it.
    pub fn help(&self) -> &'static str {
        match self.reason {
            UnparsedReason::UnclosedQuote => {
                "close it, or write it twice (\"\") if it belongs to the text; the row on this line \
                 was not read"
            }
            UnparsedReason::RowTooLong => {
                "a row of a log is never as long; check whether a line break or a quotation mark is \
                 missing there"
            }
            UnparsedReason::TooManyUnclosedQuotes => {
                "close the quotation marks that are named, and read the table again"
            }
        }
    }
}

impl fmt::Display for UnparsedText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line;
        match self.reason {
            UnparsedReason::UnclosedQuote => write!(
                out,
                "line {line} of this table opens a quotation mark that is never closed"
            ),
            UnparsedReason::RowTooLong => write!(
                out,
                "the row that begins on line {line} of this table is more than {} MB long, and was \
                 not read",
                self.text.len() >> 20
            ),
            UnparsedReason::TooManyUnclosedQuotes => write!(
                out,
                "reading stopped at line {line}, and nothing from there on was read: \
                 {MOST_UNCLOSED} quotation marks before it are never closed"
            ),
        }
    }
}

/// A block of cells that were merged into one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedCells {
    /// Its rows, counted from 1.
    pub rows: RangeInclusive<u32>,
    /// Its columns, counted from 0.
    pub columns: RangeInclusive<u32>,
}
