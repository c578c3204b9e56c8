//! A task to a row.

use std::io;

use csv::{Terminator, WriterBuilder};

use crate::render::rows::harmless;
use crate::report::{Chance, Report, Task};
use identifiers::text::SafeText;

const HEADINGS: [&str; 9] = [
    "By",
    "Overdue",
    "At the latest by",
    "Who",
    "What to do",
    "For",
    "Day",
    "Promises",
    "Where",
];

pub(super) fn render(report: &Report<'_>, tasks: &[Task<'_>]) -> io::Result<Vec<u8>> {
    let mut rows = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    rows.write_record(HEADINGS)?;
    for task in tasks {
        let Some(first) = task.first() else {
            continue;
        };
        let told = report.describe(first);
        let day =
            |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let until = match task.chance {
            Chance::Late(until) => Some(until),
            Chance::Kept | Chance::Mended => None,
        };
        let is_late = if task.is_overdue() { "yes" } else { "no" };
        let text = |text: &SafeText| harmless(text.as_str());
        rows.write_record([
            day(task.due),
            is_late.to_owned(),
            day(until),
            text(&report.whose(first)),
            task.to_do.to_owned(),
            text(&told.subject()),
            day(first.day()),
            text(&SafeText::joined(task.promises(), "; ")),
            text(&told.address()),
        ])?;
    }
    rows.into_inner().map_err(csv::IntoInnerError::into_error)
}
