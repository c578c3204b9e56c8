//! Reports as bytes, one file per format.

pub mod check;
mod format;
mod html;
pub mod json;
mod jsonl;
mod markdown;
pub mod page;
mod rows;
pub mod snippet;
pub mod text;
pub mod trial;

pub use format::Format;

use crate::report::{Report, document};

/// Writes a report in a form.
///
/// # Errors
/// Only when there is not enough memory for it.
pub fn report(report: &Report<'_>, format: Format) -> Result<Vec<u8>, serde_json::Error> {
    Ok(match format {
        Format::Text => text::render(&document(report)).into_bytes(),
        Format::Markdown => markdown::render(&document(report)).into_bytes(),
        Format::Html => html::render(report).into_bytes(),
        Format::Json => json::render(report)?.into_bytes(),
        Format::JsonLines => jsonl::render(report)?,
        Format::Csv => rows::render(report),
    })
}
