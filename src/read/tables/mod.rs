//! Tables: workbooks, and texts that are tables.

pub(crate) mod sheet;
pub(crate) mod workbook;
