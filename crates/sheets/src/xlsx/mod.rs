//! Workbooks of Excel from 2007 on. Calamine reads the cells; what it does not tell, hidden rows,
//! merged cells, notes and what is printed with every page, is read beside it.

mod cells;
mod guarded;
mod metadata;
mod notes;
mod outline;
mod preflight;

use crate::error::Error;
use crate::limits::Budget;
use crate::package::Package;
use crate::row_builder::RowBuilder;
use crate::sheet::{Cell, Sheet, UnreadableCell};
use crate::workbook::{Note, Workbook, WorkbookFormat};
use cells::Cells;
use guarded::guarded;
use metadata::Metadata;
use notes::NoteReader;

/// Reads a workbook.
pub(super) fn read(mut package: Package<'_>) -> Result<Workbook, Error> {
    preflight::take(&mut package)?;
    let book = outline::read(&mut package)?;
    let outline = book.sheets;
    let mut budget = Budget::new();
    let mut metadata = Vec::with_capacity(outline.len());
    for sheet in &outline {
        let to_be_calculated = book.to_be_calculated;
        metadata.push(Metadata::read(
            &mut package,
            sheet,
            to_be_calculated,
            &mut budget,
        )?);
    }
    let mut has_more = has_more(&package);
    let mut beside = NoteReader::new(&mut package, &mut budget);
    for (at, sheet) in outline.iter().enumerate() {
        let are_all_read = beside.read(&sheet.part, at)?;
        has_more |= !are_all_read;
    }
    for part in &book.charts {
        has_more |= beside.has_texts(part);
    }
    let mut notes = beside.notes;
    for (sheet, metadata) in metadata.iter_mut().enumerate() {
        let texts = std::mem::take(&mut metadata.page_texts).into_iter();
        notes.extend(texts.map(|text| Note {
            sheet,
            cell: None,
            text,
        }));
    }
    let bytes = package.bytes;
    let read = guarded(|| cells::read(bytes, &outline, metadata, &mut budget))?;
    let mut sheets = Vec::with_capacity(read.len());
    for (cells, outline) in read.into_iter().zip(&outline) {
        let places = if cells.unread.is_empty() {
            Vec::new()
        } else {
            metadata::places(&mut package, outline, &cells.unread)?
        };
        sheets.push(with_lost(cells, &places, &mut budget)?);
    }
    Ok(Workbook {
        format: WorkbookFormat::Xlsx,
        sheets,
        notes,
        has_more,
    })
}

/// Whether a package has parts that are not read and may hold texts.
fn has_more(package: &Package<'_>) -> bool {
    const PARTS: [&str; 3] = [
        "xl/pivotcache/",
        "xl/threadedcomments/",
        "xl/externallinks/",
    ];
    PARTS.iter().any(|folder| package.has_below(folder))
}

/// A sheet with the cells that could not be read, rows and columns from 0.
fn with_lost(cells: Cells, places: &[(u32, u32)], budget: &mut Budget) -> Result<Sheet, Error> {
    if places.is_empty() {
        return Ok(cells.sheet);
    }
    let mut rows = RowBuilder::new(cells.sheet, budget);
    for (row, column) in places {
        rows.put(*row, *column, Cell::Unreadable(UnreadableCell::Damaged))?;
    }
    Ok(rows.finish(&cells.hidden))
}
