//! In which format a file is written: by the ending of its name, and by what it begins with.

use crate::words::words;

words! {
    /// A format that records can be kept in.
    pub enum Format {
        /// YAML: one record, several documents, or lists.
        Yaml = "yaml",
        /// JSON: one record or a list.
        Json = "json",
        /// JSON, a record to a line.
        JsonLines = "jsonl",
        /// Markdown with a record in its front matter.
        Markdown = "markdown",
        /// A table as text, its values parted by commas or semicolons.
        Csv = "csv",
        /// A table as text, its values parted by tabs.
        Tsv = "tsv",
        /// A workbook of Excel from 2007 on.
        Xlsx = "xlsx",
        /// A workbook of older versions of Excel.
        Xls = "xls",
        /// A workbook of LibreOffice and others.
        Ods = "ods",
        /// A calendar.
        Calendar = "ics",
    }
}

/// The endings of names, in small letters, with the format that they stand for.
const ENDINGS: &[(&str, Format)] = &[
    ("yaml", Format::Yaml),
    ("yml", Format::Yaml),
    ("json", Format::Json),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("csv", Format::Csv),
    ("tsv", Format::Tsv),
    ("tab", Format::Tsv),
    ("xlsx", Format::Xlsx),
    ("xlsm", Format::Xlsx),
    ("xls", Format::Xls),
    ("ods", Format::Ods),
    ("ics", Format::Calendar),
    ("ical", Format::Calendar),
];

impl Format {
    /// The format that the ending of a file's name stands for.
    pub fn of_name(name: &str) -> Option<Format> {
        let (_, ending) = name.rsplit_once('.')?;
        ENDINGS
            .iter()
            .find(|(known, _)| ending.eq_ignore_ascii_case(known))
            .map(|(_, format)| *format)
    }

    /// The endings by which files of records are known, in the order of the formats.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        ENDINGS.iter().map(|(ending, _)| *ending)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_say_the_format() {
        assert_eq!(Format::of_name("a/b.YML"), Some(Format::Yaml));
        assert_eq!(Format::of_name("Log 2026.XLSM"), Some(Format::Xlsx));
        assert_eq!(Format::of_name("a.b.ics"), Some(Format::Calendar));
        assert_eq!(Format::of_name("minutes.docx"), None);
        assert_eq!(Format::of_name("yaml"), None);
    }
}
