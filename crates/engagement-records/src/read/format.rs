//! In which format a file is written: by the ending of its name, and by what it begins with.

use closed_words::{of_ending, words};
use text_encoding::Accepted;

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
        of_ending(name, ENDINGS)
    }

    /// The format that bytes plainly are in by what they begin with, for files that have no name.
    /// YAML has no such beginning; a first line that can be no YAML of a record, and has what parts
    /// cells, is one of headings.
    pub fn begun_by(bytes: &[u8]) -> Option<Format> {
        let is_json = |bytes| serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok();
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = text.trim_ascii_start();
        let first_line = text.split(|byte| *byte == b'\n').next().unwrap_or(&[]);
        let workbook = sheets::WorkbookFormat::begun_by(bytes).map(Format::from);
        if workbook.is_some() {
            workbook
        } else if first_line
            .trim_ascii()
            .eq_ignore_ascii_case(b"BEGIN:VCALENDAR")
        {
            Some(Format::Calendar)
        } else if !text.starts_with(b"{") && !text.starts_with(b"[") {
            table_begun_by(first_line)
        } else if is_json(text) {
            Some(Format::Json)
        } else if is_json(first_line) {
            Some(Format::JsonLines)
        } else {
            None
        }
    }

    /// How files of this format may be written, where they are texts.
    pub(super) fn encodings(self) -> Accepted {
        match self {
            Format::Csv | Format::Tsv => Accepted::Mojibake,
            Format::Markdown | Format::Calendar => Accepted::Windows,
            Format::Yaml
            | Format::Json
            | Format::JsonLines
            | Format::Xlsx
            | Format::Xls
            | Format::Ods => Accepted::Unicode,
        }
    }

    /// Whether files of this format are workbooks, which are no texts.
    pub(super) fn is_workbook(self) -> bool {
        matches!(self, Format::Xlsx | Format::Xls | Format::Ods)
    }

    /// Whether files of this format are tables, whose columns can mean anything.
    pub fn is_table(self) -> bool {
        match self {
            Format::Csv | Format::Tsv | Format::Xlsx | Format::Xls | Format::Ods => true,
            Format::Yaml
            | Format::Json
            | Format::JsonLines
            | Format::Markdown
            | Format::Calendar => false,
        }
    }

    /// The endings by which files of records are known, in the order of the formats.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        ENDINGS.iter().map(|(ending, _)| *ending)
    }
}

/// The kind of table whose headings may stand on a line.
fn table_begun_by(line: &[u8]) -> Option<Format> {
    let line = line.trim_ascii_end();
    let is_yaml = line.ends_with(b":") || line.windows(2).any(|two| matches!(two, b": " | b":\t"));
    let is_marked = line.first().is_none_or(|sign| b"-#%?&!|>*`".contains(sign));
    if is_yaml || is_marked {
        None
    } else if line.contains(&b'\t') {
        Some(Format::Tsv)
    } else {
        line.iter()
            .any(|byte| b",;".contains(byte))
            .then_some(Format::Csv)
    }
}

impl From<sheets::WorkbookFormat> for Format {
    fn from(format: sheets::WorkbookFormat) -> Self {
        match format {
            sheets::WorkbookFormat::Xlsx => Format::Xlsx,
            sheets::WorkbookFormat::Xls => Format::Xls,
            sheets::WorkbookFormat::Ods => Format::Ods,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use text_encoding::decode;

    #[test]
    fn endings_say_the_format() {
        assert_eq!(Format::of_name("a/b.YML"), Some(Format::Yaml));
        assert_eq!(Format::of_name("Log 2026.XLSM"), Some(Format::Xlsx));
        assert_eq!(Format::of_name("a.b.ics"), Some(Format::Calendar));
        assert_eq!(Format::of_name("minutes.docx"), None);
        assert_eq!(Format::of_name("yaml"), None);
    }

    #[test]
    fn some_formats_have_a_beginning_of_their_own() {
        let of_office = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
        let ods = [&b"PK\x03\x04"[..], &[0; 26], of_office].concat();
        for (bytes, format) in [
            (&b"PK\x03\x04..."[..], Some(Format::Xlsx)),
            (ods.as_slice(), Some(Format::Ods)),
            (b"\xD0\xCF\x11\xE0\xA1\xB1", Some(Format::Xls)),
            (b"\xEF\xBB\xBFbegin:vcalendar\r\nX", Some(Format::Calendar)),
            (b" {\"a\": 1}\n", Some(Format::Json)),
            (b"[]", Some(Format::Json)),
            (b"{\"a\": 1}\n{\"a\": 2}\n", Some(Format::JsonLines)),
            (b"{ title: Board }", None),
            (b"1", None),
            (b"title: Board", None),
            (b"---\ntitle: Board", None),
            (b"", None),
            (
                b"Title,Kind,Date\nBoard,meeting,2026-02-26\n",
                Some(Format::Csv),
            ),
            (b"\"Title\";\"Date\"\r\n", Some(Format::Csv)),
            (b"Title\tDate\n", Some(Format::Tsv)),
            (b"title: Board, and more\n", None),
            (b"# Title, Date\n", None),
            (b"---\n", None),
            (b"a sentence\n", None),
        ] {
            assert_eq!(Format::begun_by(bytes), format, "{bytes:?}");
        }
    }

    #[test]
    fn every_format_has_its_encodings() {
        for format in Format::ALL {
            let repaired = decode("cafÃ©".into(), format.encodings()).unwrap();
            let windows = decode(b"caf\xE9".to_vec(), format.encodings());
            let of_windows = matches!(
                format,
                Format::Csv | Format::Tsv | Format::Markdown | Format::Calendar
            );
            let is_table = matches!(format, Format::Csv | Format::Tsv);
            assert_eq!(windows.is_ok(), of_windows, "{format:?}");
            assert_eq!(repaired.text == "café", is_table, "{format:?}");
        }
    }
}
