//! Tables: texts with values parted by commas, and workbooks.

mod cells;
mod csv;
mod dates;
mod file;
mod headings;
mod joins;
mod known;
mod layout;
mod limits;
mod rows;
mod sheet;
mod synonyms;
mod told;
mod tree;
mod workbook;

use super::item::{Job, Scan, Take};
pub(super) use sheet::{Cell, Sheet};
use workbook::Workbook;

/// The records of a table that is a text.
pub(super) fn text(job: &Job<'_>, text: &str, take: &mut Take<'_>) -> Scan {
    match csv::sheet(job.format, text) {
        Ok(sheet) => file::read(job, &[sheet], &[], Vec::new(), take),
        Err(excess) => Scan::refused(String::new(), Some(told::too_large(job, excess))),
    }
}

/// The records of a workbook.
pub(super) fn workbook(job: &Job<'_>, bytes: &[u8], take: &mut Take<'_>) -> Scan {
    match workbook::sheets(job, bytes) {
        Ok(workbook) => {
            let Workbook {
                sheets,
                notes,
                faults,
            } = workbook;
            file::read(job, &sheets, &notes, faults, take)
        }
        Err(fault) => Scan::refused(String::new(), Some(fault)),
    }
}
