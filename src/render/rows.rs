//! Findings as rows for spreadsheets: what each column is called, and the rows as text.

use csv::{Terminator, WriterBuilder};

use super::format::Description;
use crate::report::{Report, ReportedFinding, side};
use crate::rules::Verdict;
use identifiers::text::SafeText;

/// The columns, in the words of the reports for people.
pub(super) const HEADINGS: [&str; 21] = [
    "Clause",
    "Promise",
    "Promise of",
    "Checked",
    "About",
    "Id",
    "Kind",
    "Day",
    "Verdict",
    "Failing",
    "Severity",
    "Evidence",
    "Remarks",
    "Explained",
    "What would help",
    "Due",
    "Measured",
    "Unit",
    "File",
    "Line",
    "Cell or entry",
];

/// What stands in a column.
pub(super) enum Cell {
    Text(SafeText),
    Day(chrono::NaiveDate),
    Number(i64),
    Nothing,
}

/// The cells of a finding, as many as there are headings.
pub(super) fn cells(report: &Report<'_>, finding: ReportedFinding<'_>) -> [Cell; HEADINGS.len()] {
    let told = report.describe(finding);
    let measure = finding.measure();
    let falls_short = matches!(told.verdict, Verdict::NotKept | Verdict::Explained);
    let line = told
        .location
        .region
        .and_then(|region| i64::try_from(region.line).ok());
    let text = |text: Option<SafeText>| text.map_or(Cell::Nothing, Cell::Text);
    let day = |day: Option<chrono::NaiveDate>| day.map_or(Cell::Nothing, Cell::Day);
    [
        Cell::Text(told.clause),
        Cell::Text(told.says),
        if finding.is_nobodys() {
            Cell::Text("Whoever held it".into())
        } else {
            Cell::Text(side(report, finding.of()))
        },
        Cell::Text(told.promise_name),
        Cell::Text(told.name),
        Cell::Text(told.id),
        Cell::Text(finding.kind().word().into()),
        day(finding.day()),
        Cell::Text(told.verdict.in_prose().into()),
        if falls_short {
            Cell::Text(told.failing_name)
        } else {
            Cell::Nothing
        },
        Cell::Text(told.severity.word().into()),
        Cell::Text(told.words),
        text((!told.notes.is_empty()).then(|| SafeText::joined(told.notes, "; "))),
        text(told.explained),
        text(told.remedy),
        day(finding.due()),
        measure.map_or(Cell::Nothing, |measure| Cell::Number(measure.value)),
        text(measure.map(|measure| measure.unit.into())),
        Cell::Text(told.location.file),
        line.map_or(Cell::Nothing, Cell::Number),
        text(told.location.at),
    ]
}

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "csv",
    endings: &["csv"],
    about: "For spreadsheets: one finding per row",
    is_text: true,
    render: |report| Ok(render(report)),
};

/// Writes every finding as a row of a table that is a text, with the mark by which Excel knows that
/// it is UTF-8.
pub(super) fn render(report: &Report<'_>) -> Vec<u8> {
    let mut out = b"\xEF\xBB\xBF".to_vec();
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(&mut out);
    // Writing into memory cannot fail.
    let _ = writer.write_record(HEADINGS);
    for finding in report.findings() {
        let cells = cells(report, finding);
        let _ = writer.write_record(cells.iter().map(spelled));
    }
    let _ = writer.flush();
    drop(writer);
    out
}

fn spelled(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text.as_str()),
        Cell::Day(day) => day.to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Nothing => String::new(),
    }
}

/// A text that no spreadsheet program takes for a formula: an apostrophe before its first sign
/// makes it a text.
fn harmless(text: &str) -> String {
    if text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report_format::FIRST_HEADINGS;

    #[test]
    fn a_table_begins_as_it_is_known_again() {
        assert!(HEADINGS.starts_with(&FIRST_HEADINGS));
    }

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1+1", "+44", "-1", "@x", " =1", "＝1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        for text in ["Board", "1=1", "'=1", "a@b"] {
            assert_eq!(harmless(text), text);
        }
    }
}
