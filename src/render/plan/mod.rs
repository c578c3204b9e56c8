//! Plans and times for an engagement, in the formats in which people and programs keep them.

mod json;

use std::io;

use closed_words::words;

use super::due::Alarm;
use super::due::ics;
use super::text;
use crate::plan::{Choice, Search};
use crate::report::Report;
use crate::report::plan::{Plan, comparison_document, plan_document, search_document};
use engagement_records::record::Engagement;
pub(crate) use json::{PlanJson, TimesJson};

words! {
    /// A format of a plan.
    pub enum PlanFormat {
        /// For people.
        Text = "text",
        /// For programs.
        Json = "json",
        /// For calendars.
        Ics = "ics",
    }
}

impl PlanFormat {
    /// Who it is for.
    pub fn about(self) -> &'static str {
        match self {
            PlanFormat::Text => "For people: plain text",
            PlanFormat::Json => "For programs: one document, version 1",
            PlanFormat::Ics => "For calendars: a whole day for each thing to do, as `due` has it",
        }
    }

    /// The format that the ending of a file's name stands for.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" => Some(PlanFormat::Text),
            "json" => Some(PlanFormat::Json),
            "ics" => Some(PlanFormat::Ics),
            _ => None,
        }
    }
}

/// Writes a plan.
///
/// # Errors
/// Only when there is not enough memory for it.
pub fn plan(
    report: &Report<'_>,
    plan: &Plan<'_>,
    format: PlanFormat,
    alarm: Option<Alarm>,
) -> io::Result<Vec<u8>> {
    Ok(match format {
        PlanFormat::Text => text::render(&plan_document(report, plan)).into_bytes(),
        PlanFormat::Json => json::plan(report, plan)?.into_bytes(),
        PlanFormat::Ics => ics::render(report, &plan.tasks, alarm).into_bytes(),
    })
}

/// What times are written for.
#[derive(Debug, Clone, Copy)]
pub enum TimesAre<'a> {
    /// They were looked for.
    Found(&'a Search),
    /// Somebody named them.
    Named,
}

/// Writes times for an engagement, the best first; as text, or for programs.
///
/// # Errors
/// Only when there is not enough memory for it.
pub fn times(
    report: &Report<'_>,
    record: &Engagement,
    choices: &[Choice<'_>],
    are: TimesAre<'_>,
    is_json: bool,
) -> io::Result<Vec<u8>> {
    if is_json {
        return Ok(json::times(report, choices)?.into_bytes());
    }
    let document = match are {
        TimesAre::Found(search) => search_document(report, record, *search, choices),
        TimesAre::Named => comparison_document(report, record, choices),
    };
    Ok(text::render(&document).into_bytes())
}
