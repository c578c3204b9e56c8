//! Workbooks of spreadsheet programs: from their bytes into sheets, whatever the file is called.

mod content;
mod format;
mod gathered;
mod guarded;
mod limits;
mod moment;
mod ods;
mod package;
mod refused;
#[cfg(test)]
mod tests;
mod xls;
mod xlsx;
mod xml;

use super::sheet::Sheet;
use crate::read::Format;
use crate::read::item::Job;
use content::Content;
use located::diagnostic::Diagnostic;
use refused::Refused;

/// A workbook.
#[derive(Debug, Default)]
pub(crate) struct Workbook {
    /// Its sheets that are tables, in the order of the file; charts and macros are passed over.
    pub(crate) sheets: Vec<Sheet>,
    /// What was noted beside cells, by sheet: people write there what they would not write into the
    /// cell.
    pub(crate) notes: Vec<Note>,
    /// What is not as it should be, but did not keep the rest from being read.
    pub(crate) faults: Vec<Diagnostic>,
}

/// What somebody noted at a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    /// The sheet, by its place among the sheets of the workbook, from 0.
    pub(crate) sheet: usize,
    /// The row of the cell, from 1, as a spreadsheet program shows it.
    pub(crate) row: u32,
    /// The column of the cell, from 0.
    pub(crate) column: u32,
    /// What was noted.
    pub(crate) text: String,
}

/// What a reader of one format gives.
#[derive(Default)]
struct Read {
    sheets: Vec<Sheet>,
    notes: Vec<Note>,
}

/// Reads the sheets of a workbook. What stands in the file decides which format it is in, not its
/// name. The fault is about the file as a whole: nothing of it can be read then.
pub(crate) fn sheets(job: &Job<'_>, bytes: &[u8]) -> Result<Workbook, Diagnostic> {
    let (format, read) = read(bytes).map_err(|refused| refused.told(job))?;
    let is_misnamed = format != job.format;
    Ok(Workbook {
        sheets: read.sheets,
        notes: read.notes,
        faults: is_misnamed
            .then(|| wrong_ending(job, format))
            .into_iter()
            .collect(),
    })
}

fn read(bytes: &[u8]) -> Result<(Format, Read), Refused> {
    Ok(match Content::of(bytes)? {
        Content::Xlsx(package) => (Format::Xlsx, xlsx::read(package)?),
        Content::Ods(package) => (Format::Ods, ods::read(package)?),
        Content::Xls(stream) => (Format::Xls, xls::read(&stream)?),
    })
}

/// The file is another workbook than its name says.
fn wrong_ending(job: &Job<'_>, format: Format) -> Diagnostic {
    let (is, said) = (format.word(), job.format.word());
    let message = format!("this is a workbook in .{is}, not in .{said}; it is read as .{is}");
    job.fault("wrong-ending", message)
        .help(format!("give its name the ending .{is}"))
        .warning()
}
