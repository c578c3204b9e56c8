//! The forms that a report can have, and what their files are called.

use crate::words::words;

words! {
    /// A form that a report can have.
    pub enum Format {
        /// Plain text for minutes and e-mails.
        Text = "text",
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
];

impl Format {
    /// The form that the ending of a file's name stands for.
    pub fn of_name(name: &str) -> Option<Format> {
        let (_, ending) = name.rsplit_once('.')?;
        ENDINGS
            .iter()
            .find(|(known, _)| ending.eq_ignore_ascii_case(known))
            .map(|(_, format)| *format)
    }

    /// The endings that say which form a file has, in the order of the forms.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        ENDINGS.iter().map(|(ending, _)| *ending)
    }

    /// Who it is for.
    pub fn about(self) -> &'static str {
        match self {
            Format::Text => "For people: plain text",
            Format::Markdown => "For people: Markdown with tables, for wikis and merge requests",
            Format::Html => "For people: a page with charts and filters, for browsers and print",
            Format::Json => "For programs: one document, version 1",
            Format::JsonLines => "For programs that read tables: a finding to a line",
            Format::Csv => "For spreadsheets: a finding to a row",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_an_ending() {
        for format in Format::ALL {
            assert!(ENDINGS.iter().any(|(_, known)| known == format));
        }
        assert_eq!(Format::of_name("a/Findings.CSV"), Some(Format::Csv));
        assert_eq!(Format::of_name("report"), None);
        assert_eq!(Format::of_name("report.pdf"), None);
    }
}
