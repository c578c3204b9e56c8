//! The cells of every sheet, as calamine reads them, one after the other.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetVisible, Style, Xlsx, XlsxCellReader, XlsxError};

use super::metadata::Metadata;
use super::outline::Outline;
use crate::date_time;
use crate::error::Error;
use crate::limits::Budget;
use crate::number_format::NumberFormat;
use crate::row_builder::RowBuilder;
use crate::sheet::{Cell, Sheet};

type XlsxBook<'b> = Xlsx<Cursor<&'b [u8]>>;

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
    metadata: Vec<Metadata>,
    budget: &mut Budget,
) -> Result<Vec<Cells>, Error> {
    let mut book = XlsxBook::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
    let from_1904 = book.has_1904_epoch();
    let mut sheets = Vec::new();
    for (Outline { name, .. }, metadata) in outline.iter().zip(metadata) {
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
        let mut rows = RowBuilder::new(sheet, budget);
        let mut cells = book
            .worksheet_cells_reader(name)
            .map_err(|error| refused(&error))?;
        let unread = gather(&mut cells, &mut rows, from_1904)?;
        for (row, column, cell) in metadata.cells {
            rows.put(row, column, cell)?;
        }
        for block in metadata.merged {
            rows.merge(block)?;
        }
        sheets.push(Cells {
            sheet: rows.finish(&metadata.hidden),
            unread,
            hidden: metadata.hidden,
        });
    }
    Ok(sheets)
}

/// Gathers the cells of one sheet. A cell that cannot be read does not cost the others; gives the
/// numbers of those among all of the sheet, from 0.
fn gather(
    cells: &mut XlsxCellReader<'_, Cursor<&[u8]>>,
    rows: &mut RowBuilder<'_>,
    from_1904: bool,
) -> Result<Vec<usize>, Error> {
    let shown: Vec<NumberFormat> = cells.styles().iter().map(shown_by).collect();
    let mut unread = Vec::new();
    for at in 0.. {
        match cells.next_cell_with_style_id() {
            Ok(Some((cell, style))) => {
                let shown = shown.get(style).copied().unwrap_or_default();
                let (row, column) = cell.get_position();
                if let Some(cell) = value(cell.get_value(), shown, from_1904) {
                    rows.put(row, column, cell)?;
                }
            }
            Ok(None) => break,
            // The metadata have these.
            Err(XlsxError::CellError(_)) => {}
            Err(error) if is_of_one_cell(&error) => {
                rows.budget().take_cell()?;
                unread.push(at);
            }
            Err(error) => return Err(refused(&error)),
        }
    }
    Ok(unread)
}

fn value(value: &DataRef<'_>, shown: NumberFormat, from_1904: bool) -> Option<Cell> {
    Some(match value {
        #[expect(
            clippy::cast_precision_loss,
            reason = "cells hold no more digits than this"
        )]
        DataRef::Int(number) => date_time::of_number(*number as f64, shown, from_1904),
        DataRef::Float(number) => date_time::of_number(*number, shown, from_1904),
        DataRef::DateTime(number) => date_time::of_number(number.as_f64(), shown, from_1904),
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Bool(truth) => Cell::Truth(*truth),
        DataRef::DateTimeIso(text) => date_time::of_iso_date(text),
        DataRef::DurationIso(text) => date_time::of_iso_duration(text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
        DataRef::Empty => return None,
    })
}

/// What a style shows of a number. Some formats have a number only.
fn shown_by(style: &Style) -> NumberFormat {
    style
        .number_format
        .as_ref()
        .map_or_else(NumberFormat::default, |format| {
            let by_code = NumberFormat::by_code(&format.format_code);
            match format.format_id {
                Some(number) if by_code == NumberFormat::default() => {
                    NumberFormat::by_number(number)
                }
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

fn refused(error: &XlsxError) -> Error {
    let is_macro = |kind: &str| kind == "sheet:type";
    if matches!(error, XlsxError::Unrecognized { typ, .. } if is_macro(typ)) {
        let save = "save it as .xlsx, which leaves macros out";
        return Error::other("a workbook with macros of Excel 4", save);
    }
    Error::Damaged
}
