//! How a charter's numbers fit what was done, for people and programs.

mod json;

use std::io;

use closed_words::words;

use crate::render::logs::bytes_without_commands;
use crate::render::{html, text};
use crate::report::{Report, calibration_document};
pub(crate) use json::CalibrationJson;

words! {
    /// A format of a calibration.
    pub enum CalibrateFormat {
        /// For people.
        Text = "text",
        /// For browsers.
        Html = "html",
        /// For programs.
        Json = "json",
    }
}

impl CalibrateFormat {
    /// Who it is for.
    pub fn about(self) -> &'static str {
        match self {
            CalibrateFormat::Text => "For people: plain text",
            CalibrateFormat::Html => "For people: a page with pictures, for browsers and print",
            CalibrateFormat::Json => "For programs: one document, version 1",
        }
    }

    /// The format that the ending of a file's name stands for.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" => Some(CalibrateFormat::Text),
            "html" | "htm" => Some(CalibrateFormat::Html),
            "json" => Some(CalibrateFormat::Json),
            _ => None,
        }
    }
}

/// Writes how a charter's numbers fit what was done.
///
/// # Errors
/// Only when there is not enough memory for it.
pub fn calibrate(report: &Report<'_>, format: CalibrateFormat) -> io::Result<Vec<u8>> {
    let calibration = report.calibration();
    Ok(match format {
        CalibrateFormat::Text => {
            let text = text::render(&calibration_document(report, &calibration));
            bytes_without_commands(text.into_bytes())
        }
        CalibrateFormat::Html => html::calibration(report, &calibration).into_bytes(),
        CalibrateFormat::Json => {
            bytes_without_commands(json::render(report, &calibration)?.into_bytes())
        }
    })
}
