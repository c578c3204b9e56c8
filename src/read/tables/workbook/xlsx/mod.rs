//! Workbooks of Excel from 2007 on. Calamine reads the cells; what it does not tell, hidden rows,
//! joined cells and notes, is read beside it.

mod cells;
mod margins;
mod notes;
mod outline;
mod precautions;

use super::gathered::Gathered;
use super::limits::Budget;
use super::package::Package;
use super::refused::Refused;
use super::{Read, guarded::guarded};
use crate::read::tables::sheet::{Cell, Lost, Sheet};
use cells::Cells;
use margins::Margins;

/// Reads a workbook.
pub(super) fn read(mut package: Package<'_>) -> Result<Read, Refused> {
    precautions::take(&mut package)?;
    let outline = outline::read(&mut package)?;
    let mut budget = Budget::new();
    let mut margins = Vec::with_capacity(outline.len());
    for sheet in &outline {
        margins.push(Margins::read(&mut package, sheet, &mut budget)?);
    }
    let mut notes = Vec::new();
    for (at, sheet) in outline.iter().enumerate() {
        notes::read(&mut package, sheet, at, &mut budget, &mut notes)?;
    }
    let bytes = package.bytes;
    let read = guarded(|| cells::read(bytes, &outline, margins, &mut budget))?;
    let mut sheets = Vec::with_capacity(read.len());
    for (cells, outline) in read.into_iter().zip(&outline) {
        let places = if cells.unread.is_empty() {
            Vec::new()
        } else {
            margins::places(&mut package, outline, &cells.unread)?
        };
        sheets.push(with_lost(cells, &places, &mut budget)?);
    }
    Ok(Read { sheets, notes })
}

/// A sheet with the cells that could not be read, rows and columns from 0.
fn with_lost(cells: Cells, places: &[(u32, u32)], budget: &mut Budget) -> Result<Sheet, Refused> {
    if places.is_empty() {
        return Ok(cells.sheet);
    }
    let mut gathered = Gathered::new(cells.sheet, budget);
    for (row, column) in places {
        gathered.put(*row, *column, Cell::Lost(Lost::Damaged))?;
    }
    Ok(gathered.finish(&cells.hidden))
}
