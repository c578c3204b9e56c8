//! Plans and times for an engagement, for programs.

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Choice;
use crate::render::due::json::{TaskJson, task};
use crate::report::Report;
use crate::report::plan::{Plan, TimeInWords};
use crate::report_format::{PLAN_FORMAT, TIMES_FORMAT};
use identifiers::text::SafeText;

/// What a proposed engagement needs, and by when.
#[derive(Serialize, JsonSchema)]
pub(crate) struct PlanJson {
    /// `charter-audit-plan/1`.
    format: &'static str,
    /// The day on which it was planned, through its end.
    as_of: NaiveDate,
    /// The title of the charter.
    charter: SafeText,
    /// Whether everything could be read: where not, there may be more to say.
    complete: bool,
    /// When it is to be held; nothing for a survey, or without a day.
    time: Option<TimeJson>,
    /// The first day for which nothing would be too late, where something is.
    in_time_from: Option<NaiveDate>,
    /// What is to be done, the soonest first.
    tasks: Vec<TaskJson>,
    /// What is not kept already and cannot be mended, a sentence each.
    lost: Vec<SafeText>,
    /// What nobody can say, a sentence each.
    open: Vec<SafeText>,
}

/// Times for an engagement.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TimesJson {
    /// `charter-audit-times/1`.
    format: &'static str,
    /// The day on which they were looked for, through its end.
    as_of: NaiveDate,
    /// The title of the charter.
    charter: SafeText,
    /// Whether everything could be read: where not, there may be more to say.
    complete: bool,
    /// The times, the best first.
    times: Vec<TimeJson>,
}

/// A time for an engagement.
#[derive(Serialize, JsonSchema)]
struct TimeJson {
    /// The day.
    day: NaiveDate,
    /// When it begins, local time, as `13:30`.
    start: Option<String>,
    /// When it ends, local time, as `15:00`.
    end: Option<String>,
    /// The promises that could not be kept any more.
    too_late: Vec<SafeText>,
    /// What it clashes with.
    clashes: Vec<SafeText>,
    /// What it may clash with, and why nobody can say.
    perhaps: Vec<SafeText>,
    /// What else is held that day for the same people, or by them.
    others: Vec<SafeText>,
    /// What the day is at each school.
    schools: Vec<SchoolJson>,
    /// Why the organisations do not work that day.
    closed: Option<&'static str>,
    /// Whether it lies outside the hours that suit parents best.
    outside_preferred_hours: bool,
    /// What speaks for it and against it, a sentence each.
    reasons: Vec<SafeText>,
}

/// What a day is at a school.
#[derive(Serialize, JsonSchema)]
struct SchoolJson {
    /// The id by which the charter knows it.
    school: SafeText,
    /// What the day is there.
    day: SafeText,
}

/// A time of day: `13:30`.
fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

pub(super) fn plan(report: &Report<'_>, plan: &Plan<'_>) -> Result<String, serde_json::Error> {
    let tasks = plan.tasks.iter().filter_map(|it| task(report, it));
    written(&PlanJson {
        format: PLAN_FORMAT,
        as_of: report.as_of(),
        charter: report.charter_title(),
        complete: report.is_complete(),
        time: plan.choice.as_ref().map(|choice| time(report, choice)),
        in_time_from: plan.in_time_from,
        tasks: tasks.collect(),
        lost: plan.lost_in_words(report),
        open: plan.open_in_words(report),
    })
}

pub(super) fn times(
    report: &Report<'_>,
    choices: &[Choice<'_>],
) -> Result<String, serde_json::Error> {
    written(&TimesJson {
        format: TIMES_FORMAT,
        as_of: report.as_of(),
        charter: report.charter_title(),
        complete: report.is_complete(),
        times: choices.iter().map(|choice| time(report, choice)).collect(),
    })
}

fn written(all: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(all)?;
    text.push('\n');
    Ok(text)
}

fn time(report: &Report<'_>, choice: &Choice<'_>) -> TimeJson {
    let words = TimeInWords::of(report, choice);
    let schools = words.schools.into_iter();
    TimeJson {
        day: choice.slot.day,
        start: choice.slot.start.map(clock),
        end: choice.slot.end.map(clock),
        too_late: words.too_late,
        clashes: words.clashes,
        perhaps: words.doubts,
        others: words.neighbours,
        schools: schools
            .map(|(school, day)| SchoolJson { school, day })
            .collect(),
        closed: words.not_working,
        outside_preferred_hours: choice.is_outside_preferred,
        reasons: words.reasons,
    }
}
