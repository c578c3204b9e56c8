//! The forms that a report can have, and what their files are called.

use closed_words::{of_ending, words};

words! {
    /// A form that a report can have.
    pub enum Format {
        /// Plain text for minutes and e-mails.
        Text = "text",
        /// The same in ASCII, for programs that garble other letters.
        Ascii = "ascii",
        /// Markdown with tables as GitHub and GitLab draw them.
        Markdown = "markdown",
        /// A page for browsers that needs nothing else.
        Html = "html",
        /// One document for programs.
        Json = "json",
        /// A finding to a line, for programs that read tables.
        JsonLines = "jsonl",
        /// A finding to a row, for spreadsheets.
        Csv = "csv",
        /// A Word document for minutes.
        Docx = "docx",
        /// A workbook for spreadsheets, with filters.
        Xlsx = "xlsx",
        /// SARIF 2.1.0, for code scanning and editors.
        Sarif = "sarif",
        /// Results of tests in `JUnit`'s XML, for build servers.
        Junit = "junit",
        /// Annotations of GitHub Actions.
        Github = "github",
        /// GitLab's report on code quality.
        Gitlab = "gitlab",
    }
}

/// The endings of names, in small letters, with the form that they stand for.
const ENDINGS: &[(&str, Format)] = &[
    ("txt", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("json", Format::Json),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("csv", Format::Csv),
    ("docx", Format::Docx),
    ("xlsx", Format::Xlsx),
    ("sarif", Format::Sarif),
    ("xml", Format::Junit),
];

impl Format {
    /// Whether it is a text, which a terminal can show.
    pub fn is_text(self) -> bool {
        !matches!(self, Format::Docx | Format::Xlsx)
    }

    /// The form that the ending of a file's name stands for.
    pub fn of_name(name: &str) -> Option<Format> {
        of_ending(name, ENDINGS)
    }

    /// The endings that say which form a file has, in the order of the forms.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        ENDINGS.iter().map(|(ending, _)| *ending)
    }

    /// Who it is for.
    pub fn about(self) -> &'static str {
        match self {
            Format::Text => "For people: plain text",
            Format::Ascii => "For people: the same text in ASCII, where other letters are garbled",
            Format::Markdown => "For people: Markdown with tables, for wikis and merge requests",
            Format::Html => "For people: a page with charts and filters, for browsers and print",
            Format::Json => "For programs: one document, version 1",
            Format::JsonLines => "For programs that read tables: a finding to a line",
            Format::Csv => "For spreadsheets: a finding to a row",
            Format::Docx => "For people: a Word document for minutes",
            Format::Xlsx => "For spreadsheets: a workbook with filters",
            Format::Sarif => "For code scanning and editors: SARIF 2.1.0",
            Format::Junit => "For build servers: JUnit's XML",
            Format::Github => "For GitHub Actions: annotations",
            Format::Gitlab => "For GitLab: code quality",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_an_ending_but_those_that_must_be_asked_for() {
        for format in Format::ALL {
            let asked_for = matches!(format, Format::Ascii | Format::Github | Format::Gitlab);
            let has_ending = ENDINGS.iter().any(|(_, known)| known == format);
            assert!(has_ending != asked_for, "{format:?}");
        }
        assert_eq!(Format::of_name("a/Findings.CSV"), Some(Format::Csv));
        assert_eq!(Format::of_name("report"), None);
        assert_eq!(Format::of_name("report.pdf"), None);
    }
}
