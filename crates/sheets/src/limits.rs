//! How much one file may hold. A few kilobytes can unpack to any size, and a short row takes many
//! times its length once it is read, so everything is counted before it is kept.

use std::fmt;

/// Rows that hold something: a hundred years with forty meetings a week.
const MOST_ROWS: usize = 200_000;

/// Cells that hold something: twice 50,000 rows of 30 columns.
pub(crate) const MOST_CELLS: usize = 3_000_000;

/// All parts of a workbook unpacked, in bytes. The log of a large authority, 50,000 rows of 30
/// columns with formulas and long texts, comes to about 250 MB.
pub(crate) const MOST_UNPACKED: u64 = 512 << 20;

/// Parts of a package. Workbooks have some dozens, those with many pictures some hundreds.
pub(crate) const MOST_PARTS: usize = 10_000;

/// Elements of a part that describes the workbook: its sheets, names and styles. Excel keeps some
/// ten thousand styles at most, but names can pile up over the years.
pub(crate) const MOST_DETAILS: usize = 500_000;

/// Sheets of a workbook; people lose their way long before.
pub(crate) const MOST_SHEETS: usize = 1_000;

/// All texts of a workbook, in bytes: two kilobytes in each of 48,000 rows. One text can stand in many
/// cells and is kept in each.
pub(crate) const MOST_TEXT: usize = 96 << 20;

/// Rows of a sheet, in every program.
pub(crate) const ROWS: u32 = 1_048_576;

/// Columns of a sheet, in every program.
pub(crate) const COLUMNS: u32 = 16_384;

/// One tag, comment or stretch of text in a part, in bytes. A cell holds 32,767 signs at most.
pub(crate) const LONGEST: usize = 2 << 20;

/// Tags and stretches of text in one part: eight of them for every cell that may be filled.
pub(crate) const MOST_PIECES: usize = 24_000_000;

/// A row of a text longer than this, in bytes, is no row of a log but a file that was taken for a
/// table.
pub(crate) const LONGEST_ROW: usize = 1 << 20;

/// So many quotation marks without an end are looked for in one text; more is no table.
pub(crate) const MOST_UNCLOSED: usize = 20;

/// A limit that a file goes beyond. It reads as the reason why a file is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Rows that hold something.
    Rows,
    /// Cells that hold something.
    Cells,
    /// The bytes of all texts.
    Text,
    /// The bytes of one text.
    OneText,
    /// The tags and texts of one part of a workbook.
    Pieces,
    /// The parts or sheets of a workbook.
    Parts,
    /// The bytes of all parts of a workbook, unpacked.
    Unpacked,
}

impl fmt::Display for Limit {
    /// Numbers of seven digits are written in words: programs that search texts for telephone numbers
    /// and the like would take them for one.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::Rows => write!(
                out,
                "more than {},000 rows in it are filled",
                MOST_ROWS / 1_000
            ),
            Limit::Cells => write!(
                out,
                "more than {} million cells in it are filled",
                MOST_CELLS / 1_000_000
            ),
            Limit::Text => write!(out, "its texts come to more than {} MB", MOST_TEXT >> 20),
            Limit::OneText => write!(out, "one text in it is longer than {} MB", LONGEST >> 20),
            Limit::Pieces => out.write_str(
                "it has more rows, cells and styles, blank ones included, than are read",
            ),
            Limit::Parts => out.write_str("it has too many parts or sheets"),
            Limit::Unpacked => {
                write!(out, "unpacked it is larger than {} MB", MOST_UNPACKED >> 20)
            }
        }
    }
}

/// What a file may still hold.
#[derive(Debug)]
pub(crate) struct Budget {
    rows: usize,
    cells: usize,
    text: usize,
}

impl Budget {
    /// The whole of it.
    pub(crate) fn new() -> Self {
        Budget {
            rows: MOST_ROWS,
            cells: MOST_CELLS,
            text: MOST_TEXT,
        }
    }

    /// Takes one row.
    pub(crate) fn take_row(&mut self) -> Result<(), Limit> {
        take(&mut self.rows, 1, Limit::Rows)
    }

    /// Takes one cell, or anything else that there can be as many of as cells.
    pub(crate) fn take_cell(&mut self) -> Result<(), Limit> {
        self.take_cells(1)
    }

    /// Takes so many cells.
    pub(crate) fn take_cells(&mut self, cells: usize) -> Result<(), Limit> {
        take(&mut self.cells, cells, Limit::Cells)
    }

    /// Takes so many bytes of text.
    pub(crate) fn take_text(&mut self, bytes: usize) -> Result<(), Limit> {
        take(&mut self.text, bytes, Limit::Text)
    }
}

fn take(left: &mut usize, wanted: usize, limit: Limit) -> Result<(), Limit> {
    *left = left.checked_sub(wanted).ok_or(limit)?;
    Ok(())
}
