//! How much a workbook may hold. A file of a few kilobytes can unpack to any size, so everything
//! is counted before it is kept.

use super::refused::Refused;
use crate::read::tables::limits::Room;

/// All parts of a workbook unpacked, in bytes. The log of a large authority, 50,000 rows of 30
/// columns with formulas and long texts, comes to about 250 MB.
pub(super) const MOST_UNPACKED: u64 = 512 << 20;

/// Parts of a package. Workbooks have some dozens, those with many pictures some hundreds.
pub(super) const MOST_PARTS: usize = 10_000;

/// Elements of a part that describes the workbook: its sheets, names and styles. Excel keeps some
/// ten thousand styles at most, but names can pile up over the years.
pub(super) const MOST_DETAILS: usize = 500_000;

/// Sheets of a workbook; people lose their way long before.
pub(super) const MOST_SHEETS: usize = 1_000;

/// All texts of a workbook, in bytes: two kilobytes in each of 48,000 rows. One text can stand in many
/// cells and is kept in each.
pub(super) const MOST_TEXT: usize = 96 << 20;

/// Rows of a sheet, in every program.
pub(super) const ROWS: u32 = 1_048_576;

/// Columns of a sheet, in every program.
pub(super) const COLUMNS: u32 = 16_384;

/// One tag, comment or stretch of text in a part, in bytes. A cell holds 32,767 signs at most.
pub(super) const LONGEST: usize = 2 << 20;

/// Tags and stretches of text in one part: eight of them for every cell that may be filled.
pub(super) const MOST_PIECES: usize = 24_000_000;

/// What a workbook may still hold.
pub(super) struct Budget {
    room: Room,
    text: usize,
}

impl Budget {
    /// The whole of it.
    pub(super) fn new() -> Self {
        Budget {
            room: Room::new(),
            text: MOST_TEXT,
        }
    }

    /// Takes one cell, or anything else that there can be as many of as cells.
    pub(super) fn take_one(&mut self) -> Result<(), Refused> {
        self.room.take_cells(1).map_err(Refused::TooMany)
    }

    /// Takes one row.
    pub(super) fn take_row(&mut self) -> Result<(), Refused> {
        self.room.take_row().map_err(Refused::TooMany)
    }

    /// Takes the bytes of a text.
    pub(super) fn take_text(&mut self, text: &str) -> Result<(), Refused> {
        self.take_bytes(text.len())
    }

    /// Takes so many bytes of text.
    pub(super) fn take_bytes(&mut self, bytes: usize) -> Result<(), Refused> {
        self.text = self.text.checked_sub(bytes).ok_or(Refused::TooMuchText)?;
        Ok(())
    }
}
