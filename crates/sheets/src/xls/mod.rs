//! Workbooks of Excel from 97 to 2003, a stream of records (MS-XLS). They are read here record by
//! record: calamine keeps each sheet as one rectangle, however few of its cells are filled, copies
//! a text that stands in many cells as often as a file asks for, and follows a damaged container
//! for ever.

mod book;
pub(super) mod container;
mod notes;
mod record;
mod sheet;
mod strings;

use crate::error::Error;
use crate::limits::Budget;
use crate::workbook::{Workbook, WorkbookFormat};

/// Reads a workbook from its stream.
pub(super) fn read(stream: &[u8]) -> Result<Workbook, Error> {
    let book = book::Book::read(stream)?;
    let mut budget = Budget::new();
    let mut workbook = Workbook::new(WorkbookFormat::Xls);
    // Sheets do not overlap, so no more is gone through than there is.
    let mut left = stream.len();
    for place in &book.places {
        let part = stream.get(place.at..).ok_or(Error::CutOff)?;
        sheet::read(part, &mut left, &book, place, &mut budget, &mut workbook)?;
    }
    Ok(workbook)
}
