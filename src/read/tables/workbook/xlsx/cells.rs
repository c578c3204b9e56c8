//! The cells of every sheet, as calamine reads them, one after the other.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetVisible, Style, Xlsx, XlsxCellReader, XlsxError};

use super::margins::Margins;
use super::outline::Outline;
use crate::read::tables::sheet::{Cell, Sheet};
use crate::read::tables::workbook::format::Shown;
use crate::read::tables::workbook::gathered::Gathered;
use crate::read::tables::workbook::limits::Budget;
use crate::read::tables::workbook::moment;
use crate::read::tables::workbook::refused::Refused;

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// The cells of one sheet.
pub(super) struct Cells {
    pub(super) sheet: Sheet,
    /// The numbers of the cells that could not be read, among all of the sheet, from 0.
    pub(super) unread: Vec<usize>,
    /// The numbers of the rows that people do not see, from 1.
    pub(super) hidden: Vec<u32>,
}

/// Reads the sheets that the outline lists.
pub(super) fn read(
    bytes: &[u8],
    outline: &[Outline],
    margins: Vec<Margins>,
    budget: &mut Budget,
) -> Result<Vec<Cells>, Refused> {
    let mut book = Book::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
    let from_1904 = book.has_1904_epoch();
    let mut sheets = Vec::new();
    for (Outline { name, .. }, margins) in outline.iter().zip(margins) {
        let known = book
            .sheets_metadata()
            .iter()
            .find(|sheet| sheet.name == *name);
        let sheet = Sheet {
            name: Some(name.clone()),
            hidden: known.is_some_and(|sheet| sheet.visible != SheetVisible::Visible),
            from_1904,
            ..Sheet::default()
        };
        let mut gathered = Gathered::new(sheet, budget);
        let mut cells = book
            .worksheet_cells_reader(name)
            .map_err(|error| refused(&error))?;
        let unread = gather(&mut cells, &mut gathered, from_1904)?;
        for (row, column, cell) in margins.cells {
            gathered.put(row, column, cell)?;
        }
        for block in margins.joined {
            gathered.join(block)?;
        }
        sheets.push(Cells {
            sheet: gathered.finish(&margins.hidden),
            unread,
            hidden: margins.hidden,
        });
    }
    Ok(sheets)
}

/// Gathers the cells of one sheet. A cell that cannot be read does not cost the others; gives the
/// numbers of those among all of the sheet, from 0.
fn gather(
    cells: &mut XlsxCellReader<'_, Cursor<&[u8]>>,
    gathered: &mut Gathered<'_>,
    from_1904: bool,
) -> Result<Vec<usize>, Refused> {
    let shown: Vec<Shown> = cells.styles().iter().map(shown_by).collect();
    let mut unread = Vec::new();
    for at in 0.. {
        match cells.next_cell_with_style_id() {
            Ok(Some((cell, style))) => {
                let shown = shown.get(style).copied().unwrap_or_default();
                let (row, column) = cell.get_position();
                if let Some(cell) = value(cell.get_value(), shown, from_1904) {
                    gathered.put(row, column, cell)?;
                }
            }
            Ok(None) => break,
            // The margins have these.
            Err(XlsxError::CellError(_)) => {}
            Err(error) if is_of_one_cell(&error) => {
                gathered.budget().take_one()?;
                unread.push(at);
            }
            Err(error) => return Err(refused(&error)),
        }
    }
    Ok(unread)
}

fn value(value: &DataRef<'_>, shown: Shown, from_1904: bool) -> Option<Cell> {
    Some(match value {
        #[expect(
            clippy::cast_precision_loss,
            reason = "cells hold no more digits than this"
        )]
        DataRef::Int(number) => moment::of_number(*number as f64, shown, from_1904),
        DataRef::Float(number) => moment::of_number(*number, shown, from_1904),
        DataRef::DateTime(number) => moment::of_number(number.as_f64(), shown, from_1904),
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Bool(truth) => Cell::Truth(*truth),
        DataRef::DateTimeIso(text) => moment::of_iso_date(text),
        DataRef::DurationIso(text) => moment::of_iso_duration(text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
        DataRef::Empty => return None,
    })
}

/// What a style shows of a number. Some formats have a number only.
fn shown_by(style: &Style) -> Shown {
    style
        .number_format
        .as_ref()
        .map_or_else(Shown::default, |format| {
            let by_code = Shown::by_code(&format.format_code);
            match format.format_id {
                Some(number) if by_code == Shown::default() => Shown::by_number(number),
                Some(_) | None => by_code,
            }
        })
}

/// Whether reading can go on behind a fault.
fn is_of_one_cell(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::ParseFloat(_)
            | XlsxError::ParseInt(_)
            | XlsxError::Alphanumeric(_)
            | XlsxError::RangeWithoutColumnComponent
            | XlsxError::RangeWithoutRowComponent
            | XlsxError::CellTAttribute(_)
            | XlsxError::Unexpected(_)
            | XlsxError::UnexpectedNode(_)
            | XlsxError::Unrecognized { .. }
    )
}

fn refused(error: &XlsxError) -> Refused {
    let is_macro = |kind: &str| kind == "sheet:type";
    if matches!(error, XlsxError::Unrecognized { typ, .. } if is_macro(typ)) {
        let save = "save it as .xlsx, which leaves macros out";
        return Refused::Other("a workbook with macros of Excel 4", save);
    }
    Refused::Damaged
}
