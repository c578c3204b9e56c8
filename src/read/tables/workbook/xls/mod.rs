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

use super::Read;
use super::limits::Budget;
use super::refused::Refused;

/// Reads a workbook from its stream.
pub(super) fn read(stream: &[u8]) -> Result<Read, Refused> {
    let book = book::Book::read(stream)?;
    let mut budget = Budget::new();
    let mut read = Read::default();
    // Sheets do not overlap, so no more is gone through than there is.
    let mut left = stream.len();
    for place in &book.places {
        let part = stream.get(place.at..).ok_or(Refused::CutOff)?;
        sheet::read(part, &mut left, &book, place, &mut budget, &mut read)?;
    }
    Ok(read)
}
