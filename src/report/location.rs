//! Where something stands, for programs that open files.

use super::Report;
use crate::charter::BUILT_IN_NAME;
use engagement_records::read::File;
use identifiers::text::SafeText;
use located::source::Span;

/// A place in a file.
#[derive(Debug, Clone)]
pub struct Location {
    /// The path as the user gave it, or the name of the built-in charter.
    pub file: SafeText,
    /// Whether there is such a file.
    pub is_file: bool,
    /// Lines and columns from 1, where the file has lines.
    pub region: Option<Region>,
    /// A cell (`Meetings!D14`), or the title and day of a calendar's entry.
    pub at: Option<SafeText>,
}

/// A stretch of a text. Columns count characters; where only the line is known, there are none.
#[derive(Debug, Clone, Copy)]
pub struct Region {
    /// The line.
    pub line: usize,
    /// The columns in it.
    pub columns: Option<ColumnSpan>,
}

/// The first column, and the line and column behind the last sign.
#[derive(Debug, Clone, Copy)]
pub struct ColumnSpan {
    /// The column of the first sign.
    pub first: usize,
    /// The line behind the last sign.
    pub end_line: usize,
    /// The column there.
    pub end: usize,
}

impl Location {
    /// Whether a service finds its file in the folder that was audited: what lies above that, or in
    /// no file, it cannot show.
    pub(crate) fn is_in_folder(&self) -> bool {
        self.is_file && !self.file.as_str().starts_with("../")
    }
}

/// Whether what is called so is a file.
fn is_file(name: &str) -> bool {
    name != BUILT_IN_NAME && name != File::STANDARD_INPUT
}

impl Report<'_> {
    /// The place itself or, where that is in no file that a service can show, the first line of the
    /// one that has most to do with it: the charter of the folder, or else the first file of records.
    /// What stands in a cell is on the first line.
    pub(crate) fn in_a_file(&self, at: Location) -> Location {
        let region = Some(at.region.filter(|_| at.is_in_folder()).unwrap_or(Region {
            line: 1,
            columns: None,
        }));
        if at.is_in_folder() {
            return Location { region, ..at };
        }
        let names = std::iter::once(self.charter_file()).chain(self.files());
        let mut files = names.map(|file| Location {
            is_file: is_file(file.as_str()),
            file,
            region,
            at: None,
        });
        let other = files.find(Location::is_in_folder);
        // Of nothing but standard input, there is no file.
        other.unwrap_or(Location { region, ..at })
    }
}

/// Looks up a place.
pub(super) fn locate(report: &Report<'_>, span: Span) -> Location {
    let source = report.sources.get(span.source);
    let region = source.and_then(|source| {
        let (line, first) = source.in_file(span)?;
        let columns = (!source.is_transcript()).then(|| {
            let (end_line, end) = source.line_column(span.end);
            ColumnSpan {
                first,
                end_line,
                end,
            }
        });
        Some(Region { line, columns })
    });
    let name = report.sources.name(span.source);
    Location {
        file: report.safe(name),
        is_file: is_file(name),
        region,
        at: source
            .and_then(|source| source.place(span))
            .map(|place| report.safe(&place)),
    }
}
