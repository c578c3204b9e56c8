//! The cells of one sheet.

use super::book::{Book, SheetPlace};
use super::notes::Notes;
use super::record::{BiffRecord, BiffRecords, f64_at, u16_at, u32_at};
use super::strings::Bytes;
use crate::date_time;
use crate::error::Error;
use crate::limits::Budget;
use crate::row_builder::RowBuilder;
use crate::sheet::{Cell, MergedCells, Sheet, UnreadableCell};
use crate::workbook::Workbook;

/// Records of a sheet (MS-XLS 2.3).
mod kind {
    pub(super) const BEGIN: u16 = 0x809;
    pub(super) const END: u16 = 0x0A;
    pub(super) const SETTINGS: u16 = 0x81;
    pub(super) const ROW: u16 = 0x208;
    pub(super) const NUMBER: u16 = 0x203;
    pub(super) const SHORT_NUMBER: u16 = 0x27E;
    pub(super) const SHORT_NUMBERS: u16 = 0xBD;
    pub(super) const SHARED_TEXT: u16 = 0xFD;
    pub(super) const TEXT: u16 = 0x204;
    pub(super) const RICH_TEXT: u16 = 0xD6;
    pub(super) const TRUTH_OR_ERROR: u16 = 0x205;
    pub(super) const FORMULA: u16 = 0x06;
    pub(super) const TEXT_OF_FORMULA: u16 = 0x207;
    pub(super) const MERGED: u16 = 0xE5;
}

/// A sheet that is being read.
struct XlsSheet<'b, 'k> {
    rows: RowBuilder<'b>,
    book: &'k Book,
    hidden: Vec<u32>,
    /// The cell of the last formula whose value is a text, which comes in the next record.
    formula: Option<(u16, u16)>,
}

/// Reads a sheet. `left` are the bytes that sheets may still take in all.
pub(super) fn read(
    stream: &[u8],
    left: &mut usize,
    book: &Book,
    place: &SheetPlace,
    budget: &mut Budget,
    workbook: &mut Workbook,
) -> Result<(), Error> {
    let sheet = Sheet {
        name: Some(place.name.clone()),
        hidden: place.hidden,
        from_1904: book.from_1904,
        ..Sheet::default()
    };
    let mut table = XlsSheet {
        rows: RowBuilder::new(sheet, budget),
        book,
        hidden: Vec::new(),
        formula: None,
    };
    let mut notes = Notes::new(workbook.sheets.len());
    let mut records = BiffRecords { rest: stream };
    let mut depth = 0_usize;
    loop {
        let record = records.next().ok_or(Error::CutOff)?;
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => break,
            kind::END => depth -= 1,
            // A chart on the sheet has records like those of cells.
            _ if depth > 1 => notes.take_of_chart(&record, table.rows.budget())?,
            kind::SETTINGS if is_dialog(record.data) => return Ok(()),
            _ => {
                notes.take(&record, table.rows.budget())?;
                table.take(record)?;
            }
        }
    }
    *left = left
        .checked_sub(stream.len() - records.rest.len())
        .ok_or(Error::Damaged)?;
    table.hidden.sort_unstable();
    workbook.notes.append(&mut notes.finish());
    workbook.sheets.push(table.rows.finish(&table.hidden));
    Ok(())
}

/// Whether a sheet is a dialogue of macros.
fn is_dialog(settings: &[u8]) -> bool {
    u16_at(settings, 0).is_some_and(|flags| flags & 0x10 != 0)
}

impl XlsSheet<'_, '_> {
    fn take(&mut self, record: BiffRecord<'_>) -> Result<(), Error> {
        let data = record.data;
        match record.kind {
            kind::ROW => return self.row(data),
            kind::MERGED => return self.merge(data),
            kind::SHORT_NUMBERS => return self.short_numbers(data),
            kind::TEXT_OF_FORMULA => {
                let cell = Bytes::of(record, 0).text().map(Cell::Text);
                let at = self.formula.take();
                return at.map_or(Ok(()), |at| self.put(at, cell));
            }
            _ => {}
        }
        let shown = || self.book.shown(u16_at(data, 4).unwrap_or(0));
        let number = |number| date_time::of_number(number, shown(), self.book.from_1904);
        let cell = match record.kind {
            kind::NUMBER => f64_at(data, 6).map(number),
            kind::SHORT_NUMBER => u32_at(data, 6).map(short).map(number),
            kind::SHARED_TEXT => self.shared(data).map(Cell::Text),
            kind::TEXT | kind::RICH_TEXT => Bytes::of(record, 6).text().map(Cell::Text),
            kind::TRUTH_OR_ERROR => truth_or_error(data),
            kind::FORMULA => match value_of_formula(data) {
                Some(FormulaResult::Number(value)) => Some(number(value)),
                Some(FormulaResult::Cell(cell)) => Some(cell),
                Some(FormulaResult::Text) => {
                    self.formula = place(data);
                    return Ok(());
                }
                None => None,
            },
            _ => return Ok(()),
        };
        place(data).map_or(Err(Error::Damaged), |at| self.put(at, cell))
    }

    /// Puts a cell, be it one that could not be read.
    fn put(&mut self, at: (u16, u16), cell: Option<Cell>) -> Result<(), Error> {
        let cell = cell.unwrap_or(Cell::Unreadable(UnreadableCell::Damaged));
        self.rows.put(at.0.into(), at.1.into(), cell)
    }

    fn row(&mut self, data: &[u8]) -> Result<(), Error> {
        const HIDDEN: u16 = 0x20;
        if let Some(row) = u16_at(data, 0)
            && u16_at(data, 12).is_some_and(|flags| flags & HIDDEN != 0)
        {
            self.rows.budget().take_cell()?;
            self.hidden.push(u32::from(row) + 1);
        }
        Ok(())
    }

    fn merge(&mut self, data: &[u8]) -> Result<(), Error> {
        let blocks = data.get(2..).unwrap_or(&[]).as_chunks::<8>().0;
        for block in blocks {
            let edge = |at| u16_at(block, at).map(u32::from);
            if let (Some(top), Some(bottom), Some(first), Some(last)) =
                (edge(0), edge(2), edge(4), edge(6))
            {
                self.rows.merge(MergedCells {
                    rows: top + 1..=bottom + 1,
                    columns: first..=last,
                })?;
            }
        }
        Ok(())
    }

    /// Several numbers side by side: a row, a column, styles with numbers, the last column.
    fn short_numbers(&mut self, data: &[u8]) -> Result<(), Error> {
        let (row, first) = place(data).ok_or(Error::Damaged)?;
        let numbers = data.get(4..).unwrap_or(&[]).as_chunks::<6>().0;
        for (column, entry) in (first..=u16::MAX).zip(numbers) {
            let shown = self.book.shown(u16_at(entry, 0).unwrap_or(0));
            let cell = u32_at(entry, 2)
                .map(|number| date_time::of_number(short(number), shown, self.book.from_1904));
            self.put((row, column), cell)?;
        }
        Ok(())
    }

    fn shared(&self, data: &[u8]) -> Option<String> {
        let at = usize::try_from(u32_at(data, 6)?).ok()?;
        self.book.texts.get(at).cloned()
    }
}

/// The row and column of a cell, from 0.
fn place(data: &[u8]) -> Option<(u16, u16)> {
    Some((u16_at(data, 0)?, u16_at(data, 2)?))
}

/// A number that was made to fit into four bytes (MS-XLS 2.5.122): thirty bits of a whole number
/// or of one with a fraction, perhaps times a hundred.
fn short(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 {
        number
    } else {
        number / 100.0
    }
}

fn truth_or_error(data: &[u8]) -> Option<Cell> {
    match data.get(6..8)? {
        [truth, 0] => Some(Cell::Truth(*truth != 0)),
        [error, _] => error_of(*error),
        _ => None,
    }
}

/// What the program shows for an error, by its number (MS-XLS 2.5.10).
fn error_of(number: u8) -> Option<Cell> {
    let shown = match number {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => return None,
    };
    Some(Cell::Error(shown.to_owned()))
}

/// What was stored with a formula.
enum FormulaResult {
    Number(f64),
    Cell(Cell),
    /// A text, in the next record.
    Text,
}

fn value_of_formula(data: &[u8]) -> Option<FormulaResult> {
    match data.get(6..14)? {
        [0, _, _, _, _, _, 0xFF, 0xFF] => Some(FormulaResult::Text),
        [1, _, truth, _, _, _, 0xFF, 0xFF] => Some(FormulaResult::Cell(Cell::Truth(*truth != 0))),
        [2, _, error, _, _, _, 0xFF, 0xFF] => error_of(*error).map(FormulaResult::Cell),
        // A text without a sign.
        [3, _, _, _, _, _, 0xFF, 0xFF] => Some(FormulaResult::Cell(Cell::Text(String::new()))),
        _ => f64_at(data, 6).map(FormulaResult::Number),
    }
}
