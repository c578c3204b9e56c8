#![doc = include_str!("../README.md")]

mod date_time;
mod error;
mod limits;
mod merged_cells;
mod number_format;
mod ods;
mod package;
mod page_text;
mod quotes;
mod row_builder;
mod sheet;
mod sniffing;
mod text_table;
mod workbook;
mod xls;
mod xlsx;
mod xml;

pub use error::Error;
pub use limits::Limit;
pub use merged_cells::MergedCellIndex;
pub use sheet::{Cell, MergedCells, Row, Sheet, UnparsedReason, UnparsedText, UnreadableCell};
pub use text_table::text_table;
pub use workbook::{Note, Workbook, WorkbookFormat};

use sniffing::Content;

/// Reads a workbook in `.xlsx`, `.xlsm`, `.xls` or `.ods`. What stands in the file decides which it
/// is.
///
/// # Errors
///
/// Where nothing of the file can be read: it is something else, damaged, protected or too large.
pub fn read(bytes: &[u8]) -> Result<Workbook, Error> {
    match Content::of(bytes)? {
        Content::Xlsx(package) => xlsx::read(package),
        Content::Ods(package) => ods::read(package),
        Content::Xls(stream) => xls::read(&stream),
    }
}
