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
use crate::diagnostic::Diagnostic;
use crate::mask::quoted;
use crate::read::Format;
use crate::read::item::Job;
use content::Content;
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

impl Workbook {
    /// Whether some of its cells could not be read: what stood there may have been a record.
    pub(crate) fn has_lost_cells(&self) -> bool {
        self.faults.iter().any(|fault| fault.code == UNREADABLE)
    }
}

/// What a fault of cells that cannot be read is called.
const UNREADABLE: &str = "unreadable-cell";

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
    /// Cells that could not be read.
    lost: Vec<Lost>,
}

/// Cells of a sheet that could not be read.
struct Lost {
    sheet: String,
    /// The last cell that could be read before the first of them, row and column from 0.
    after: Option<(u32, u32)>,
    count: usize,
}

/// Reads the sheets of a workbook. What stands in the file decides which format it is in, not its
/// name. The fault is about the file as a whole: nothing of it can be read then.
pub(crate) fn sheets(job: &Job<'_>, bytes: &[u8]) -> Result<Workbook, Diagnostic> {
    let (format, read) = read(bytes).map_err(|refused| refused.told(job))?;
    let mut faults: Vec<Diagnostic> = read.lost.iter().map(|lost| lost.told(job)).collect();
    if format != job.format {
        faults.push(wrong_ending(job, format));
    }
    Ok(Workbook {
        sheets: read.sheets,
        notes: read.notes,
        faults,
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

impl Lost {
    fn told(&self, job: &Job<'_>) -> Diagnostic {
        let sheet = quoted(&self.sheet);
        let after = self.after.map_or_else(String::new, |(row, column)| {
            let column = crate::source::letters(column);
            format!(", the first one after {column}{}", u64::from(row) + 1)
        });
        let message = match self.count {
            1 => format!("1 cell on the sheet {sheet} cannot be read{after}"),
            count => format!("{count} cells on the sheet {sheet} cannot be read{after}"),
        };
        job.fault(UNREADABLE, message)
            .help("open the workbook in a spreadsheet program and save it again")
    }
}
