//! A workbook: its format, its sheets, and the notes beside their cells.

use crate::sheet::Sheet;

/// The formats of workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkbookFormat {
    /// A workbook of Excel from 2007 on, with macros or without.
    Xlsx,
    /// A workbook of older versions of Excel.
    Xls,
    /// A workbook of `LibreOffice` and others.
    Ods,
}

impl WorkbookFormat {
    /// The format of a workbook that bytes begin like. No text begins like one, but other documents
    /// do: only [`read`](crate::read) knows for certain.
    pub fn begun_by(bytes: &[u8]) -> Option<WorkbookFormat> {
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Some(WorkbookFormat::Xls);
        }
        let of_office = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
        let is_ods = bytes
            .get(30..)
            .is_some_and(|rest| rest.starts_with(of_office));
        bytes.starts_with(b"PK\x03\x04").then_some(if is_ods {
            WorkbookFormat::Ods
        } else {
            WorkbookFormat::Xlsx
        })
    }

    /// The ending of such a file's name, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            WorkbookFormat::Xlsx => "xlsx",
            WorkbookFormat::Xls => "xls",
            WorkbookFormat::Ods => "ods",
        }
    }
}

/// A workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The format that it is in, whatever its name says.
    pub format: WorkbookFormat,
    /// Its sheets that are tables, in the order of the file; charts and macros are passed over.
    pub sheets: Vec<Sheet>,
    /// What stands beside the cells, by sheet: people write there what they would not write into the
    /// cell.
    pub notes: Vec<Note>,
    /// Whether it has parts that are not read and may hold texts: what pivot tables were made of, threads
    /// of comments, links to other workbooks, which are known of `.xlsx` only, charts that are sheets by
    /// themselves and have words in them, and drawings that cannot be read.
    pub has_more: bool,
}

/// What somebody noted at a cell, wrote into a text box or chart, or had printed with every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The sheet, by its place among the sheets of the workbook, from 0.
    pub sheet: usize,
    /// The cell: its row, from 1, as a spreadsheet program shows it, and its column, from 0. Nothing where
    /// it stands in a text box or chart, or above or below every page.
    pub cell: Option<(u32, u32)>,
    /// What was written.
    pub text: String,
}

impl Workbook {
    /// A workbook without sheets.
    pub(crate) fn new(format: WorkbookFormat) -> Self {
        Workbook {
            format,
            sheets: Vec::new(),
            notes: Vec::new(),
            has_more: false,
        }
    }
}
