//! Reports that this program wrote and somebody left among the records. They are no records, though
//! they look like many.

use sheets::{Cell, Sheet};

/// Why such a file is left out.
pub(super) const WHY: &str = "reports that this program wrote";

/// By what such a report is known.
#[derive(Debug, Clone, Copy)]
pub struct ReportMarks {
    /// What its title begins with.
    pub title: &'static str,
    /// What its field `format` begins with, in JSON.
    pub format: &'static str,
    /// The first headings of a table of its findings.
    pub headings: &'static [&'static str],
}

impl ReportMarks {
    /// Whether a text is a report in JSON, or in JSON Lines: each says so in its first field.
    pub(super) fn are_in_json(&self, text: &str) -> bool {
        let mut rest = text;
        let begins = ["{", "\"format\"", ":"].iter().all(|part| {
            let after = rest.trim_start().strip_prefix(part);
            rest = after.unwrap_or("");
            after.is_some()
        });
        let format = rest.trim_start().strip_prefix('"');
        begins && format.is_some_and(|format| format.starts_with(self.format))
    }

    /// Whether a text is a report in Markdown, which begins with the title of them all.
    pub(super) fn are_in_markdown(&self, text: &str) -> bool {
        let heading = text.strip_prefix("# ");
        heading.is_some_and(|heading| heading.starts_with(self.title))
    }

    /// Whether tables are the findings of a report.
    pub(super) fn are_in_table(&self, sheets: &[Sheet]) -> bool {
        let first = sheets.first().and_then(|sheet| sheet.rows.first());
        first.is_some_and(|row| {
            let mut columns = (0..).zip(self.headings);
            columns.all(|(at, heading)| {
            matches!(row.cell(at), Some(Cell::Text(text)) if text.trim() == *heading)
        })
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::read::item::tests::MARKS;

    #[test]
    fn only_a_report_says_so_first() {
        for own in [
            "{\n  \"format\": \"report/1\",\n",
            "{\"format\":\"report/2\",\"as_of\"",
            "  {\r\n\t\"format\" : \"report/1\"}",
        ] {
            assert!(MARKS.are_in_json(own), "{own}");
        }
        for other in [
            "",
            "{",
            "[{\"format\": \"report/1\"}]",
            "{\"title\": \"format\"}",
            "{\"format\": \"online\", \"title\": \"report/1\"}",
        ] {
            assert!(!MARKS.are_in_json(other), "{other}");
        }
    }
}
