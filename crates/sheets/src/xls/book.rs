//! What holds for all sheets of a workbook: where they are, the texts and the formats of cells.

use std::collections::{BTreeMap, BTreeSet};

use super::record::{BiffRecord, BiffRecords, u16_at, u32_at};
use super::strings::Bytes;
use crate::error::Error;
use crate::limits::MOST_SHEETS;
use crate::limits::{Limit, MOST_CELLS};
use crate::number_format::NumberFormat;

/// Records of the workbook as a whole (MS-XLS 2.3).
mod kind {
    pub(super) const BEGIN: u16 = 0x809;
    pub(super) const END: u16 = 0x0A;
    pub(super) const PASSWORD: u16 = 0x2F;
    pub(super) const FROM_1904: u16 = 0x22;
    pub(super) const SHEET: u16 = 0x85;
    pub(super) const FORMAT: u16 = 0x41E;
    pub(super) const STYLE: u16 = 0xE0;
    pub(super) const TEXTS: u16 = 0xFC;
}

/// The version that Excel has written since 1997.
const BIFF8: u16 = 0x600;

/// A workbook without the cells of its sheets.
#[derive(Default)]
pub(super) struct Book {
    /// Where its sheets are that are tables.
    pub(super) places: Vec<SheetPlace>,
    /// Where those begin that are charts.
    pub(super) charts: BTreeSet<usize>,
    /// The texts that cells refer to.
    pub(super) texts: Vec<String>,
    /// Whether days are counted from 1904.
    pub(super) from_1904: bool,
    formats: BTreeMap<u16, NumberFormat>,
    styles: Vec<u16>,
}

/// Where a sheet is.
pub(super) struct SheetPlace {
    /// The byte of the stream at which it begins.
    pub(super) at: usize,
    /// Its name.
    pub(super) name: String,
    /// Whether people do not see it.
    pub(super) hidden: bool,
}

impl Book {
    /// Reads the first part of a stream.
    pub(super) fn read(stream: &[u8]) -> Result<Book, Error> {
        let mut records = BiffRecords { rest: stream };
        let first = records.next().filter(|first| first.kind == kind::BEGIN);
        let first = first.ok_or(Error::Damaged)?;
        if u16_at(first.data, 0) != Some(BIFF8) {
            return Err(Error::convertible("a workbook of Excel 95 or older"));
        }
        let mut book = Book::default();
        for record in records {
            match record.kind {
                kind::END => return Ok(book),
                kind::PASSWORD => return Err(Error::Protected),
                kind::FROM_1904 => book.from_1904 = u16_at(record.data, 0) == Some(1),
                kind::SHEET => book.add_place(record.data)?,
                kind::FORMAT => book.add_format(record.data),
                kind::STYLE => book.styles.push(u16_at(record.data, 2).unwrap_or(0)),
                kind::TEXTS => book.texts = texts(record)?,
                _ => {}
            }
        }
        Err(Error::CutOff)
    }

    /// What the style of a cell shows of a number.
    pub(super) fn shown(&self, style: u16) -> NumberFormat {
        let Some(format) = self.styles.get(usize::from(style)) else {
            return NumberFormat::default();
        };
        let own = self.formats.get(format).copied();
        own.unwrap_or_else(|| NumberFormat::by_number(u32::from(*format)))
    }

    fn add_place(&mut self, data: &[u8]) -> Result<(), Error> {
        const TABLE: u8 = 0;
        const CHART: u8 = 2;
        let at = u32_at(data, 0).and_then(|at| usize::try_from(at).ok());
        match data.get(5) {
            Some(&TABLE) => {}
            Some(&CHART) if self.charts.len() < MOST_SHEETS => {
                self.charts.extend(at);
                return Ok(());
            }
            _ => return Ok(()),
        }
        let mut bytes = Bytes::alone(data.get(6..).unwrap_or(&[]));
        let (Some(at), Some(name)) = (at, bytes.short_text()) else {
            return Err(Error::Damaged);
        };
        if self.places.len() == MOST_SHEETS {
            return Err(Limit::Parts.into());
        }
        self.places.push(SheetPlace {
            at,
            name,
            hidden: data.get(4).is_some_and(|state| state & 3 != 0),
        });
        Ok(())
    }

    /// A format that cannot be read shows plain numbers.
    fn add_format(&mut self, data: &[u8]) {
        let code = Bytes::alone(data.get(2..).unwrap_or(&[])).text();
        if let (Some(number), Some(code)) = (u16_at(data, 0), code) {
            self.formats.insert(number, NumberFormat::by_code(&code));
        }
    }
}

/// The table of texts: how often they are used and how many there are, then each of them.
fn texts(record: BiffRecord<'_>) -> Result<Vec<String>, Error> {
    let mut bytes = Bytes::of(record, 8);
    let mut texts = Vec::new();
    while !bytes.is_done() {
        if texts.len() == MOST_CELLS {
            return Err(Limit::Cells.into());
        }
        texts.push(bytes.text().ok_or(Error::Damaged)?);
    }
    Ok(texts)
}
