//! Reports that this program wrote and somebody left among the records. They are no records, though
//! they look like many.

use sheets::{Cell, Sheet};

/// Why such a file is left out.
pub(super) const WHY: &str = "reports that this program wrote";

/// What says of itself which program wrote it names that within so many bytes.
const HEAD: usize = 2_000;

/// By what such a report is known.
#[derive(Debug, Clone, Copy)]
pub struct ReportMarks {
    /// What the program is called.
    pub program: &'static str,
    /// What titles of its texts begin with.
    pub titles: &'static [&'static str],
    /// What its field `format` begins with, in JSON.
    pub format: &'static str,
    /// The first headings of its tables.
    pub tables: &'static [&'static [&'static str]],
    /// What the first line of a baseline begins with that is no remark.
    pub baseline: &'static str,
    /// Whether a word is one by which a finding is known again.
    pub is_fingerprint: fn(&str) -> bool,
}

impl ReportMarks {
    /// Whether a text is a report, whatever its file is called.
    pub(super) fn are_in_text(&self, text: &str) -> bool {
        let text = text.trim_start_matches('\u{FEFF}');
        let heading = text.strip_prefix("# ").unwrap_or(text);
        let mut titles = self.titles.iter();
        let mut tables = self.tables.iter();
        titles.any(|title| heading.starts_with(title))
            || self.are_in_json(text)
            || self.are_in_sarif(text)
            || self.are_in_code_quality(text)
            || self.are_in_annotations(text)
            || tables.any(|headings| text.starts_with(&headings.join(",")))
    }

    /// In JSON or JSON Lines, each of which says so in its first field.
    fn are_in_json(&self, text: &str) -> bool {
        let format = after(text, &["{", "\"format\"", ":", "\""]);
        format.is_some_and(|format| format.starts_with(self.format))
    }

    /// In SARIF, which names its program behind its schema and version.
    fn are_in_sarif(&self, text: &str) -> bool {
        let head = text.char_indices().nth(HEAD);
        let head = head.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
        let begins = after(text, &["{", "\"$schema\"", ":"]).is_some();
        begins && head.contains("\"driver\"") && head.contains(&format!("\"{}\"", self.program))
    }

    /// In GitLab's list of what is wrong with code, which other programs write as well.
    fn are_in_code_quality(&self, text: &str) -> bool {
        let begins = after(text, &["[", "{", "\"description\"", ":"]).is_some();
        let named = text.split_once("\"fingerprint\"").map(|(_, rest)| rest);
        let print = named.filter(|_| begins);
        let print = print.and_then(|rest| after(rest, &[":", "\""])?.split('"').next());
        print.is_some_and(self.is_fingerprint)
    }

    /// In annotations of GitHub, the last of which is the program's own.
    fn are_in_annotations(&self, text: &str) -> bool {
        text.starts_with("::") && text.contains(&format!("::notice title={}::", self.program))
    }

    /// Whether a text is a calendar that the program wrote: its name stands near the top.
    pub(super) fn are_in_calendar(&self, text: &str) -> bool {
        let id = format!("PRODID:-//{}//", self.program);
        text.lines().take(10).any(|line| line.starts_with(&id))
    }

    /// Whether tables are the findings of a report.
    pub(super) fn are_in_table(&self, sheets: &[Sheet]) -> bool {
        let first = sheets.first().and_then(|sheet| sheet.rows.first());
        first.is_some_and(|row| {
            let has = |(at, heading): (u32, &&str)| {
                matches!(row.cell(at), Some(Cell::Text(text)) if text.trim() == *heading)
            };
            let mut tables = self.tables.iter();
            tables.any(|headings| (0..).zip(headings.iter()).all(has))
        })
    }
}

/// What follows parts of a text that stand at its beginning, with blanks between them or not.
fn after<'t>(text: &'t str, parts: &[&str]) -> Option<&'t str> {
    let mut rest = text;
    for part in parts {
        rest = rest.trim_start().strip_prefix(part)?;
    }
    Some(rest)
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
            "How it went\n===========\n",
            "# How it went\n",
            "\u{FEFF}Clause,Promise,Day\r\n",
            "{\"$schema\": \"x\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"auditor\"",
            "[\n  {\n    \"description\": \"a\",\n    \"fingerprint\": \"abc\"",
            "::error file=a::b\n::notice title=auditor::c\n",
        ] {
            assert!(MARKS.are_in_text(own), "{own}");
        }
        for other in [
            "",
            "{",
            "[{\"format\": \"report/1\"}]",
            "{\"title\": \"format\"}",
            "{\"format\": \"online\", \"title\": \"report/1\"}",
            "title: How it went\n",
            "Clause;Promise\n",
            "{\"$schema\": \"x\", \"tool\": {\"driver\": {\"name\": \"linter\"",
            "[{\"description\": \"a\", \"fingerprint\": \"7815696\"",
            "[{\"title\": \"a\", \"fingerprint\": \"abc\"",
            "::notice title=linter::c\n",
        ] {
            assert!(!MARKS.are_in_text(other), "{other}");
        }
    }
}
