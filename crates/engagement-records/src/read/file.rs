//! What is read, and how.

use super::limits::Limits;
use super::{Format, ReportMarks};
use crate::record::Vocabulary;
use calendar_files::Period;

/// A file as the shell found it.
#[derive(Debug, Clone)]
pub struct File {
    /// The path as people know it.
    pub name: String,
    /// The path from the folder of the charter, where there is one and the file lies below it.
    pub within: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The format that somebody said it is in, rather than its name.
    pub format: Option<Format>,
}

impl File {
    /// What standard input is called among files.
    pub const STANDARD_INPUT: &str = "standard input";

    /// A file that lies nowhere in particular.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        File {
            name: name.into(),
            within: None,
            bytes: bytes.into(),
            format: None,
        }
    }

    /// The format that it is in, where somebody or its name says so.
    pub(super) fn known_format(&self) -> Option<Format> {
        self.format.or_else(|| Format::of_name(&self.name))
    }
}

/// How files of records are read.
#[derive(Debug, Clone, Copy)]
pub struct ReadSettings<'a> {
    /// The words of the charter.
    pub words: Vocabulary<'a>,
    /// The days that the audit looks at.
    pub period: Period,
    /// Whether what several files say of one meeting becomes one record.
    pub join: bool,
    /// By what a report that lies among the records is known.
    pub reports: ReportMarks,
    /// How much of all files together is held.
    pub limits: Limits,
}

/// The file's name without folders and ending.
pub(crate) fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems() {
        assert_eq!(
            stem("records/2026-02-26-workshop.yaml"),
            "2026-02-26-workshop"
        );
        assert_eq!(stem("a.b.yml"), "a.b");
        assert_eq!(stem("none"), "none");
    }
}
