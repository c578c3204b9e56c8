//! Records in tables: spreadsheets, and texts whose values are separated by commas or tabs.

mod above;
mod attendance;
mod cells;
mod columns;
mod dates;
mod day_parts;
mod days_beside;
mod derived;
mod described;
mod diagnostics;
mod entries;
mod evidence;
mod exports;
mod file;
mod form;
mod headings;
mod known;
mod later;
mod layout;
mod other_tables;
mod rows;
mod several;
mod sideways;
mod synonyms;
mod table;
#[cfg(test)]
mod tests;
mod told;
mod tree;
mod years;

pub use described::{ColumnIs, DescribedColumn, TableColumns, TableIs};
pub use diagnostics::OTHER_TABLE;
pub use headings::{KnownBy, LAST_DAYS};

use super::Format;
use super::item::{Job, Scan, Take};
use crate::record::{KnownField, RecordType, Unsearched, known_fields};
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::Node;
use plain_values::{CrossMeaning, DateOrder};
use sheets::Cell;

/// Headings stand under titles and remarks, but not further down than so many rows that hold
/// something.
const DEEPEST: usize = 40;

/// The field of engagements that a name means which would be its heading in a table, whatever stands
/// below it.
pub(super) fn field_of_heading(job: &Job<'_>, name: &str) -> Option<&'static KnownField> {
    let headings =
        headings::Headings::new(RecordType::Engagement, &job.settings.words, job.imports);
    let at = headings.meaning(name, None).field(false)?;
    let known = headings.field(at)?;
    known_fields()
        .iter()
        .find(|field| field.kind == RecordType::Engagement && field.path == known.path)
}

/// The field of engagements whose own name is spelled with capitals: `Start`.
pub(super) fn field_in_capitals(name: &str) -> Option<&'static KnownField> {
    let mut engagements = known_fields().iter();
    engagements.find(|field| {
        let is_value = field.kind == RecordType::Engagement && field.spec.holds.is_some();
        is_value && field.path.eq_ignore_ascii_case(name)
    })
}

/// What a text says below the heading of a field of engagements: of that field, and of others by the way.
pub(super) struct HeadingValue {
    pub(super) node: Node<'static>,
    pub(super) also: Vec<(&'static str, Node<'static>)>,
    pub(super) faults: Vec<Diagnostic>,
}

/// Reads a text as a cell of a table is read. Nothing where only the rest of a row could tell.
pub(super) fn value_of_field(
    job: &Job<'_>,
    path: &str,
    text: &str,
    span: Span,
) -> Option<HeadingValue> {
    let headings =
        headings::Headings::new(RecordType::Engagement, &job.settings.words, job.imports);
    let known = headings.field(headings.number(path)?)?;
    let around = cells::Around {
        order: DateOrder::DayFirst,
        from_1904: false,
        cross: CrossMeaning::Unclear,
    };
    let cell = Cell::Text(text.to_owned());
    let reading = cells::read(&cell, known, job, around, span);
    let open = reading.open.into_iter().map(|(_, fault)| fault);
    let also = reading.also.into_iter();
    let needs_others = matches!(
        reading.later,
        Some(cells::Later::Range(..) | cells::Later::Extended { .. })
    );
    (!needs_others).then(|| HeadingValue {
        node: reading.node.into_owned(),
        also: also.map(|(path, node)| (path, node.into_owned())).collect(),
        faults: reading.fault.into_iter().chain(open).collect(),
    })
}

/// The records of a table that is a text.
pub(super) fn text(job: &Job<'_>, text: &str, take: &mut Take<'_>) -> Scan {
    let delimiter = (job.format == Format::Tsv).then_some(b'\t');
    match sheets::text_table(text, delimiter) {
        Ok(sheet) => file::read(job, &[sheet], &[], Vec::new(), take),
        Err(error) => Scan::refused(String::new(), Some(diagnostics::refused(job, error))),
    }
}

/// The records of a workbook. What stands in the file decides which format it is in, not its name.
pub(super) fn workbook(job: &Job<'_>, bytes: &[u8], take: &mut Take<'_>) -> Scan {
    match sheets::read(bytes) {
        Ok(workbook) => {
            let wrong_ending = diagnostics::wrong_ending(job, workbook.format.into());
            let faults = wrong_ending.into_iter().collect();
            Scan {
                unsearched: workbook.has_more.then_some(Unsearched::Workbook),
                ..file::read(job, &workbook.sheets, &workbook.notes, faults, take)
            }
        }
        Err(error) => Scan::refused(String::new(), Some(diagnostics::refused(job, error))),
    }
}

/// What was understood of the columns of a table that is a text; nothing where it cannot be read.
pub(super) fn columns_of_text(job: &Job<'_>, text: &str) -> Vec<TableColumns> {
    let delimiter = (job.format == Format::Tsv).then_some(b'\t');
    let sheet = sheets::text_table(text, delimiter);
    sheet.map_or_else(|_| Vec::new(), |sheet| described::all(job, &[sheet]))
}

/// What was understood of the columns of a workbook; nothing where it cannot be read.
pub(super) fn columns_of_workbook(job: &Job<'_>, bytes: &[u8]) -> Vec<TableColumns> {
    let workbook = sheets::read(bytes);
    workbook.map_or_else(
        |_| Vec::new(),
        |workbook| described::all(job, &workbook.sheets),
    )
}
