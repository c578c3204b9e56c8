//! Reports as bytes, one file per format.

mod ascii;
pub mod check;
mod docx;
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
pub mod snippet;
mod spot;
pub mod text;
pub mod trial;
mod workbook;

pub use format::Format;

use std::io;

use crate::report::{Report, document};

/// Writes a report in a form.
///
/// # Errors
/// Only when there is not enough memory for it.
pub fn report(report: &Report<'_>, format: Format) -> io::Result<Vec<u8>> {
    Ok(match format {
        Format::Text => text::render(&document(report)).into_bytes(),
        Format::Ascii => {
            text::render(&ascii::document(&document(report), &report.mask)).into_bytes()
        }
        Format::Markdown => markdown::render(&document(report)).into_bytes(),
        Format::Html => html::render(report).into_bytes(),
        Format::Json => json::render(report)?.into_bytes(),
        Format::JsonLines => json::lines(report)?,
        Format::Csv => rows::render(report),
        Format::Docx => docx::render(report)?,
        Format::Xlsx => workbook::render(report).map_err(io::Error::other)?,
        Format::Sarif => sarif::render(report)?,
        Format::Junit => junit::render(report)?,
        Format::Github => github::render(report).into_bytes(),
        Format::Gitlab => gitlab::render(report)?,
    })
}
