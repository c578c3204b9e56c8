//! Reports that this program wrote and somebody left among the records. They are no records, though
//! they look like many.

use crate::report_format::{ANY_FORMAT, FIRST_HEADINGS, TITLE};
use sheets::{Cell, Sheet};

/// Why such a file is left out.
pub(super) const WHY: &str = "reports that this program wrote";

/// Whether a text is a report in JSON, or in JSON Lines: each says so in its first field.
pub(super) fn is_json(text: &str) -> bool {
    let mut rest = text;
    let begins = ["{", "\"format\"", ":"].iter().all(|part| {
        let after = rest.trim_start().strip_prefix(part);
        rest = after.unwrap_or("");
        after.is_some()
    });
    let format = rest.trim_start().strip_prefix('"');
    begins && format.is_some_and(|format| format.starts_with(ANY_FORMAT))
}

/// Whether a text is a report in Markdown, which begins with the title of them all.
pub(super) fn is_markdown(text: &str) -> bool {
    let heading = text.strip_prefix("# ");
    heading.is_some_and(|heading| heading.starts_with(TITLE))
}

/// Whether tables are the findings of a report.
pub(super) fn is_table(sheets: &[Sheet]) -> bool {
    let first = sheets.first().and_then(|sheet| sheet.rows.first());
    first.is_some_and(|row| {
        let mut columns = (0..).zip(FIRST_HEADINGS);
        columns.all(|(at, heading)| {
            matches!(row.cell(at), Some(Cell::Text(text)) if text.trim() == heading)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_report_says_so_first() {
        for own in [
            "{\n  \"format\": \"charter-audit/1\",\n",
            "{\"format\":\"charter-audit/2\",\"as_of\"",
            "  {\r\n\t\"format\" : \"charter-audit/1\"}",
        ] {
            assert!(is_json(own), "{own}");
        }
        for other in [
            "",
            "{",
            "[{\"format\": \"charter-audit/1\"}]",
            "{\"title\": \"format\"}",
            "{\"format\": \"online\", \"title\": \"charter-audit/1\"}",
        ] {
            assert!(!is_json(other), "{other}");
        }
    }
}
