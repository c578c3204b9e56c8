//! Reports as bytes, one file per format.

mod ascii;
pub mod calendar;
pub mod calibrate;
pub mod check;
mod code_spans;
pub mod columns;
mod docx;
pub mod due;
pub mod examples;
mod format;
mod github;
mod gitlab;
mod html;
pub mod json;
mod junit;
mod logs;
mod markdown;
pub mod page;
pub mod plan;
mod rows;
mod sarif;
pub mod schema;
pub mod text;
mod workbook;

use std::io::{self, Write};

use closed_words::{of_ending, same_word};
use format::formats;
use logs::WithoutCommands;

pub use logs::without_commands;
pub(crate) use workbook::excel_day;

use crate::report::Report;

formats! {
    Text = text::FORMAT,
    Ascii = ascii::FORMAT,
    Markdown = markdown::FORMAT,
    Html = html::FORMAT,
    Json = json::DOCUMENT,
    JsonLines = json::LINES,
    Csv = rows::FORMAT,
    Docx = docx::FORMAT,
    Xlsx = workbook::FORMAT,
    Sarif = sarif::FORMAT,
    Junit = junit::FORMAT,
    Github = github::FORMAT,
    Gitlab = gitlab::FORMAT,
}

impl Format {
    /// Its name on the command line.
    pub fn word(self) -> &'static str {
        self.description().word
    }

    /// The format of a name, in capitals or small letters.
    pub fn from_word(word: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|format| same_word(format.word(), word))
    }

    /// Whether it is a text, which a terminal can show.
    pub fn is_text(self) -> bool {
        self.description().is_text
    }

    /// The format that the ending of a file's name stands for.
    pub fn of_name(name: &str) -> Option<Self> {
        of_ending(name, &known())
    }

    /// The endings that say which format a file has, in the order of the formats.
    pub fn endings() -> impl Iterator<Item = &'static str> {
        known().into_iter().map(|(ending, _)| ending)
    }

    /// Who it is for.
    pub fn about(self) -> &'static str {
        self.description().about
    }
}

/// Every ending with its format.
fn known() -> Vec<(&'static str, Format)> {
    let all = Format::ALL.iter().copied();
    let endings = all.flat_map(|format| {
        let endings = format.description().endings.iter();
        endings.map(move |ending| (*ending, format))
    });
    endings.collect()
}

/// Writes a report in a format. What is as long as the records are many is written while it is made,
/// and stands nowhere as a whole.
///
/// # Errors
/// Where it cannot be written.
pub fn write(report: &Report<'_>, format: Format, out: &mut dyn Write) -> io::Result<()> {
    let render = format.description().render;
    // The lines of GitHub's are commands on purpose, and escape what is none. Pages and documents are
    // opened by other programs and never read in a log.
    if matches!(format, Format::Github | Format::Html) || !format.is_text() {
        return render(report, out);
    }
    let mut lines = WithoutCommands::new(out);
    render(report, &mut lines)?;
    lines.finish()
}

/// A report in a format, as a whole.
///
/// # Errors
/// Only when there is not enough memory for it.
pub fn report(report: &Report<'_>, format: Format) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write(report, format, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_stands_for_one_format() {
        let endings: Vec<&str> = Format::endings().collect();
        for (at, ending) in endings.iter().enumerate() {
            assert_eq!(endings.iter().position(|other| other == ending), Some(at));
        }
        assert_eq!(Format::of_name("a/Findings.CSV"), Some(Format::Csv));
        assert_eq!(Format::of_name("report"), None);
        assert_eq!(Format::of_name("report.pdf"), None);
    }
}
