//! What falls due, in the formats in which people and programs keep such lists.

mod csv;
pub(super) mod ics;
pub(super) mod json;

use std::io;

use closed_words::words;

use crate::render::logs::bytes_without_commands;
use crate::render::text;
use crate::report::{DueWindow, Report, Task, due_document};
pub(crate) use json::DueJson;

words! {
    /// A format of what falls due.
    pub enum DueFormat {
        /// For people.
        Text = "text",
        /// For programs.
        Json = "json",
        /// For spreadsheets.
        Csv = "csv",
        /// For calendars.
        Ics = "ics",
    }
}

impl DueFormat {
    /// Who it is for.
    pub fn about(self) -> &'static str {
        match self {
            DueFormat::Text => "For people: plain text",
            DueFormat::Json => "For programs: one document, version 1",
            DueFormat::Csv => "For spreadsheets: a task to a row",
            DueFormat::Ics => "For calendars: a whole day for each task",
        }
    }

    /// The format that the ending of a file's name stands for.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" => Some(DueFormat::Text),
            "json" => Some(DueFormat::Json),
            "csv" => Some(DueFormat::Csv),
            "ics" => Some(DueFormat::Ics),
            _ => None,
        }
    }
}

/// So many days before its own a calendar speaks of a task, at nine in the morning.
pub type Alarm = u32;

/// Writes what falls due.
///
/// # Errors
/// Only when there is not enough memory for it.
pub fn due(
    report: &Report<'_>,
    tasks: &[Task<'_>],
    window: DueWindow,
    format: DueFormat,
    alarm: Option<Alarm>,
) -> io::Result<Vec<u8>> {
    Ok(match format {
        DueFormat::Text => {
            let text = text::render(&due_document(report, tasks, window));
            bytes_without_commands(text.into_bytes())
        }
        DueFormat::Json => bytes_without_commands(json::render(report, tasks)?.into_bytes()),
        DueFormat::Csv => bytes_without_commands(csv::render(report, tasks)?),
        // Its lines are folded where they are too long, and calendars put them together again.
        DueFormat::Ics => ics::render(report, tasks, alarm).into_bytes(),
    })
}
