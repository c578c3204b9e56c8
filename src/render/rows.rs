//! Findings as rows for spreadsheets: what each column is called, and the rows as text.

use csv::{Terminator, WriterBuilder};

use super::format::Description;
use crate::report::{Report, ReportedFinding, side};
use crate::rules::Verdict;
use identifiers::text::SafeText;

/// The columns, in the words of the reports for people.
pub(super) const HEADINGS: [&str; 22] = [
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
    "Severity if not kept",
    "Evidence",
    "Remarks",
    "Explained",
    "What would help",
    "Due",
    "Measured",
    "Unit",
    "Number from",
    "File",
    "Line",
    "Cell or entry",
];

/// What stands in a column.
pub(super) enum RowCell {
    Text(SafeText),
    Day(chrono::NaiveDate),
    Number(i64),
    Nothing,
}

/// The cells of a finding, as many as there are headings.
pub(super) fn cells(
    report: &Report<'_>,
    finding: ReportedFinding<'_>,
) -> [RowCell; HEADINGS.len()] {
    let told = report.describe(finding);
    let explained = told.explained();
    let measure = finding.measure();
    let falls_short = matches!(told.verdict, Verdict::NotKept | Verdict::Explained);
    let line = told
        .location
        .region
        .and_then(|region| i64::try_from(region.line).ok());
    let text = |text: Option<SafeText>| text.map_or(RowCell::Nothing, RowCell::Text);
    let day = |day: Option<chrono::NaiveDate>| day.map_or(RowCell::Nothing, RowCell::Day);
    [
        RowCell::Text(told.clause.into_owned()),
        RowCell::Text(told.says.into_owned()),
        if finding.is_nobodys() {
            RowCell::Text("Whoever held it".into())
        } else {
            RowCell::Text(side(report, finding.of()))
        },
        RowCell::Text(told.promise_name.into_owned()),
        RowCell::Text(told.name),
        RowCell::Text(told.id),
        RowCell::Text(finding.kind().word().into()),
        day(finding.day()),
        RowCell::Text(told.verdict.in_prose().into()),
        if falls_short {
            RowCell::Text(told.failing_name.into_owned())
        } else {
            RowCell::Nothing
        },
        RowCell::Text(told.severity.word().into()),
        RowCell::Text(told.words),
        text((!told.notes.is_empty()).then(|| SafeText::joined(told.notes, "; "))),
        text(explained),
        text(told.remedy),
        day(finding.due()),
        measure.map_or(RowCell::Nothing, |measure| RowCell::Number(measure.value)),
        text(measure.map(|measure| measure.unit.into())),
        text(report.number_of(finding).map(|from| from.spoken().into())),
        RowCell::Text(told.location.file),
        line.map_or(RowCell::Nothing, RowCell::Number),
        text(told.location.at),
    ]
}

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "csv",
    endings: &["csv"],
    about: "For spreadsheets: one finding per row",
    is_text: true,
    render: |report, out| out.write_all(&render(report)),
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

fn spelled(cell: &RowCell) -> String {
    match cell {
        RowCell::Text(text) => harmless(text.as_str()),
        RowCell::Day(day) => day.to_string(),
        RowCell::Number(number) => number.to_string(),
        RowCell::Nothing => String::new(),
    }
}

/// A text that no spreadsheet program takes for a formula: an apostrophe before its first sign
/// makes it a text.
pub(super) fn harmless(text: &str) -> String {
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
