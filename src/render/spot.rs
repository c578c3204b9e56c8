//! Where something stands, for programs that open files.

use crate::charter::BUILT_IN_NAME;
use crate::report::Report;
use located::source::Span;

/// A place in a file.
pub(super) struct Spot {
    /// The path as the user gave it, or the name of the built-in charter.
    pub(super) file: String,
    /// Whether there is such a file.
    pub(super) is_file: bool,
    /// Lines and columns from 1, where the file has lines.
    pub(super) region: Option<Region>,
    /// A cell (`Meetings!D14`), or the title and day of a calendar's entry.
    pub(super) at: Option<String>,
}

/// A stretch of a text. Columns count characters; where only the line is known, there are none.
#[derive(Clone, Copy)]
pub(super) struct Region {
    pub(super) line: usize,
    pub(super) columns: Option<Columns>,
}

/// The first column, and the line and column behind the last sign.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub(super) first: usize,
    pub(super) end_line: usize,
    pub(super) end: usize,
}

/// Looks up a place.
pub(super) fn spot(report: &Report<'_>, span: Span) -> Spot {
    let source = report.sources.get(span.source);
    let region = source.and_then(|source| {
        let (line, first) = source.in_file(span)?;
        let columns = (!source.is_transcript()).then(|| {
            let (end_line, end) = source.line_column(span.end);
            Columns {
                first,
                end_line,
                end,
            }
        });
        Some(Region { line, columns })
    });
    let name = report.sources.name(span.source);
    Spot {
        file: report.safe(name),
        is_file: name != BUILT_IN_NAME,
        region,
        at: source
            .and_then(|source| source.place(span))
            .map(|place| report.safe(&place)),
    }
}
