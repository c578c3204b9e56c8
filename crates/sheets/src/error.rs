//! Why a file gives no sheets, said for people.

use std::fmt;

use crate::limits::Limit;

const LOOK_AND_SAVE: &str = "open it in a spreadsheet program, check whether everything is there, and \
     save it as .xlsx; or fetch it again";
const SAVE_AS_XLSX: &str = "open it in a spreadsheet program and save it as .xlsx";
const FETCH_AGAIN: &str = "it may not have been copied or downloaded to the end; fetch it again";

/// Why a file gives no sheets. It reads as a sentence for the people whose file it is; [`Error::help`]
/// says what they can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// There is nothing in the file.
    Empty,
    /// The workbook opens with a password.
    Protected,
    /// The end of the workbook is missing.
    CutOff,
    /// The workbook breaks the rules of its format.
    Damaged,
    /// A row of the workbook is said to be repeated or to hold repeated cells, but not how often.
    DamagedRow {
        /// The number of the sheet, from 1.
        sheet: usize,
        /// The number of the row, from 1.
        row: u32,
    },
    /// The workbook holds more than is read.
    WorkbookTooLarge(Limit),
    /// The text table holds more than is read.
    TableTooLarge(Limit),
    /// The file is no workbook that is read.
    NotAWorkbook {
        /// What it is instead: `a PDF`.
        found: &'static str,
        /// What people can do about it.
        help: &'static str,
    },
}

impl Error {
    /// Another kind of spreadsheet, which a program can turn into one that is read.
    pub(crate) const fn convertible(found: &'static str) -> Self {
        Error::other(found, SAVE_AS_XLSX)
    }

    /// A file that is no workbook: what it is, and what to do.
    pub(crate) const fn other(found: &'static str, help: &'static str) -> Self {
        Error::NotAWorkbook { found, help }
    }

    /// What people can do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Error::Empty | Error::CutOff => FETCH_AGAIN,
            Error::Protected => "open it with the password and save a copy without one",
            Error::Damaged | Error::DamagedRow { .. } => LOOK_AND_SAVE,
            Error::WorkbookTooLarge(_) | Error::TableTooLarge(_) => {
                "delete what is not part of the records, or split it, for example by year"
            }
            Error::NotAWorkbook { help, .. } => help,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Empty => out.write_str("this file is empty"),
            Error::Protected => {
                out.write_str("this workbook is protected by a password and cannot be opened")
            }
            Error::CutOff => {
                out.write_str("the end of this workbook is missing; it seems to be cut off")
            }
            Error::Damaged => out.write_str("this workbook is damaged and cannot be read"),
            Error::DamagedRow { sheet, row } => write!(
                out,
                "this workbook is damaged: in row {row} of its sheet {sheet}, something is to be \
                 repeated, but not a number of times"
            ),
            Error::WorkbookTooLarge(limit) => {
                write!(out, "this workbook is too large to be read: {limit}")
            }
            Error::TableTooLarge(limit) => {
                write!(out, "this table is too large to be read: {limit}")
            }
            Error::NotAWorkbook { found, .. } => {
                write!(
                    out,
                    "this is {found}, not a workbook in .xlsx, .xls or .ods"
                )
            }
        }
    }
}

impl std::error::Error for Error {}

/// Most of what is counted is counted in workbooks.
impl From<Limit> for Error {
    fn from(limit: Limit) -> Self {
        Error::WorkbookTooLarge(limit)
    }
}
