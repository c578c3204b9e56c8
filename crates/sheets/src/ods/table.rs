//! One sheet, row by row.

use std::ops::Range;

use quick_xml::events::BytesStart;

use super::cell::{self, OdsCell};
use super::text::{self, ContentXml};
use crate::error::Error;
use crate::limits::{Budget, COLUMNS, ROWS};
use crate::row_builder::RowBuilder;
use crate::sheet::{MergedCells, Sheet};
use crate::workbook::{Note, Workbook};
use crate::xml::{XmlEvent, attribute};

/// A sheet that is being read.
struct OdsSheet<'b> {
    rows: RowBuilder<'b>,
    /// The row that comes next, from 0.
    row: u32,
    hidden: Vec<u32>,
    notes: Vec<Note>,
    /// The number of the sheet, from 0.
    sheet: usize,
}

/// Reads a sheet behind its first tag up to its last.
pub(super) fn read(
    xml: &mut ContentXml<'_, '_>,
    sheet: Sheet,
    budget: &mut Budget,
    workbook: &mut Workbook,
) -> Result<(), Error> {
    let mut table = OdsSheet {
        rows: RowBuilder::new(sheet, budget),
        row: 0,
        hidden: Vec::new(),
        notes: Vec::new(),
        sheet: workbook.sheets.len(),
    };
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(element) => match element.local_name().as_ref() {
                "table-row" => table.row(xml, &element)?,
                "shapes" => table.boxes(xml)?,
                // Groups and headers of rows hold rows like those outside.
                "table-row-group" | "table-header-rows" | "table-rows" => {}
                _ => xml.skip()?,
            },
            XmlEvent::End(element) if element.local_name().as_ref() == "table" => break,
            XmlEvent::Done => break,
            XmlEvent::End(_) | XmlEvent::Text(_) => {}
        }
    }
    workbook.notes.append(&mut table.notes);
    workbook.sheets.push(table.rows.finish(&table.hidden));
    Ok(())
}

impl OdsSheet<'_> {
    /// Reads a row. It can stand for many that are alike; those that hold nothing cost nothing.
    fn row(&mut self, xml: &mut ContentXml<'_, '_>, element: &BytesStart<'_>) -> Result<(), Error> {
        let repeated = self.repeated(element, "number-rows-repeated")?;
        let visible = attribute(element, "visibility");
        let hidden = visible.is_some_and(|how| how == "collapse" || how == "filter");
        let cells = self.cells(xml)?;
        let first = self.row;
        self.row = first.saturating_add(repeated).min(ROWS);
        if cells.is_empty() {
            return Ok(());
        }
        for row in first..self.row {
            if hidden {
                self.rows.budget().take_cell()?;
                self.hidden.push(row + 1);
            }
            for (columns, found) in &cells {
                self.put(row, columns.clone(), found)?;
            }
        }
        Ok(())
    }

    /// How many rows or cells an element stands for. No sheet has as many as the largest number here.
    fn repeated(&self, element: &BytesStart<'_>, name: &str) -> Result<u32, Error> {
        let Some(said) = attribute(element, name) else {
            return Ok(1);
        };
        let is_number = said.bytes().all(|sign| sign.is_ascii_digit());
        let number = said.parse().unwrap_or(u32::MAX);
        if is_number && !said.is_empty() && number > 0 {
            Ok(number)
        } else {
            Err(Error::DamagedRow {
                sheet: self.sheet + 1,
                row: self.row + 1,
            })
        }
    }

    /// Reads the cells of a row that hold something, each with the columns in which it stands.
    fn cells(&mut self, xml: &mut ContentXml<'_, '_>) -> Result<Vec<(Range<u32>, OdsCell)>, Error> {
        let mut cells = Vec::new();
        let mut column = 0_u32;
        let mut buffer = Vec::new();
        loop {
            match xml.next(&mut buffer)? {
                XmlEvent::Begin(element) => {
                    let name = element.local_name();
                    if !matches!(name.as_ref(), "table-cell" | "covered-table-cell") {
                        xml.skip()?;
                        continue;
                    }
                    let repeated = self.repeated(&element, "number-columns-repeated")?;
                    let found = cell::read(xml, &element, self.rows.budget())?;
                    let first = column;
                    column = first.saturating_add(repeated).min(COLUMNS);
                    if !found.is_nothing() {
                        if first == column {
                            return Err(Error::Damaged);
                        }
                        cells.push((first..column, found));
                    }
                }
                XmlEvent::End(_) | XmlEvent::Done => return Ok(cells),
                XmlEvent::Text(_) => {}
            }
        }
    }

    /// Puts one cell into the columns in which it stands.
    fn put(&mut self, row: u32, columns: Range<u32>, found: &OdsCell) -> Result<(), Error> {
        let first = columns.start;
        if let Some(cell) = &found.cell {
            for column in columns {
                self.rows.put(row, column, cell.clone())?;
            }
        }
        let (rows, columns) = found.span;
        self.rows.merge(MergedCells {
            rows: row + 1..=row.saturating_add(rows).min(ROWS),
            columns: first..=first.saturating_add(columns - 1).min(COLUMNS - 1),
        })?;
        if let Some(text) = &found.note {
            self.note(Some((row + 1, first)), text.clone())?;
        }
        Ok(())
    }

    /// Reads the text boxes that belong to no cell.
    fn boxes(&mut self, xml: &mut ContentXml<'_, '_>) -> Result<(), Error> {
        let mut lines = None;
        text::within(xml, &mut lines, self.rows.budget())?;
        lines.map_or(Ok(()), |lines| self.note(None, lines))
    }

    fn note(&mut self, cell: Option<(u32, u32)>, text: String) -> Result<(), Error> {
        self.rows.budget().take_cell()?;
        self.rows.budget().take_text(text.len())?;
        self.notes.push(Note {
            sheet: self.sheet,
            cell,
            text,
        });
        Ok(())
    }
}
