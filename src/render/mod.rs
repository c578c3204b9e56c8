//! Reports as bytes, one file per format.

mod ascii;
pub mod check;
mod docx;
pub mod examples;
mod format;
mod github;
mod gitlab;
mod html;
pub mod json;
mod junit;
mod markdown;
pub mod page;
mod rows;
mod sarif;
pub mod text;
mod workbook;

use std::io;

use format::formats;

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

/// Writes a report in a format.
///
/// # Errors
/// Only when there is not enough memory for it.
pub fn report(report: &Report<'_>, format: Format) -> io::Result<Vec<u8>> {
    (format.description().render)(report)
}
