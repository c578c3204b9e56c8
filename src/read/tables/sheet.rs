//! What a table holds before anyone asks what it means: sheets, rows and cells, only those that
//! hold something.

use std::ops::RangeInclusive;

use chrono::{NaiveDateTime, NaiveTime};

/// One sheet of a workbook, or the one table of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sheet {
    /// Its name; nothing where a file is one table.
    pub(crate) name: Option<String>,
    /// Whether people do not see it when they open the file.
    pub(crate) hidden: bool,
    /// Whether plain numbers count days from 1904 on, as old Macs did, and not from 1900.
    pub(crate) from_1904: bool,
    /// The rows that hold something, from the top.
    pub(crate) rows: Vec<Row>,
    /// What could not be parted into rows and cells. It is no record, but it may say what it should
    /// not.
    pub(crate) unread: Vec<Unread>,
    /// Cells that were joined; only the first of each holds something.
    pub(crate) joined: Vec<Joined>,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Row {
    /// Its number, from 1, as a spreadsheet program shows it.
    pub(crate) number: u32,
    /// The line of the file on which it begins, from 1, where the file is a text.
    pub(crate) line: Option<u32>,
    /// Whether people do not see it when they open the file, for example behind a filter.
    pub(crate) hidden: bool,
    /// Its cells that hold something, each with its column from 0, from the left.
    pub(crate) cells: Vec<(u32, Cell)>,
}

impl Row {
    /// What a column of this row holds.
    pub(crate) fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(at, _)| *at);
        at.ok()
            .and_then(|at| self.cells.get(at))
            .map(|(_, cell)| cell)
    }
}

/// What a cell holds. Formulas count by the value that was stored with them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// A text, as it stands there.
    Text(String),
    /// A number that is not shown as a day or time.
    Number(f64),
    /// A day, or a moment, that the program knows to be one.
    Moment(NaiveDateTime),
    /// A time of day that the program knows to be one.
    Clock(NaiveTime),
    /// Yes or no, in the program's own form.
    Truth(bool),
    /// A formula that came to nothing, with what the program shows there: `#REF!`.
    Error(String),
    /// Something that people see there and the file does not tell.
    Lost(Lost),
}

/// Why a file does not tell what people see in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lost {
    /// There is a formula, and no result was stored with it.
    NoResult,
    /// The cell is damaged.
    Damaged,
}

/// A part of a text that could not be parted into rows and cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unread {
    /// The number of its first row, from 1, as a spreadsheet program would show it.
    pub(crate) number: u32,
    /// The line of the file on which it begins, from 1.
    pub(crate) line: u32,
    /// What is written there.
    pub(crate) text: String,
    /// Why it could not be parted.
    pub(crate) why: Why,
}

/// Why a part of a text could not be parted into rows and cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// A quotation mark in its one line is never closed.
    Unclosed,
    /// It would be one row, longer than any.
    TooLong,
    /// So many quotation marks before it are never closed that nobody looked.
    Stopped,
}

/// A block of cells that were joined into one, rows from 1 and columns from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Joined {
    pub(crate) rows: RangeInclusive<u32>,
    pub(crate) columns: RangeInclusive<u32>,
}
