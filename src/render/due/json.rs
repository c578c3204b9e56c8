//! What falls due, for programs.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{Chance, Report, Task};
use crate::report_format::DUE_FORMAT;
use identifiers::text::SafeText;

/// What is to be done, by whom and by when.
#[derive(Serialize, JsonSchema)]
pub(crate) struct DueJson {
    /// `charter-audit-due/1`.
    format: &'static str,
    /// The day for which it speaks, through its end.
    as_of: NaiveDate,
    /// The title of the charter.
    charter: SafeText,
    /// Whether everything could be read: where not, there may be more to do.
    complete: bool,
    /// Each task, the soonest first; those without a day come last.
    tasks: Vec<TaskJson>,
}

/// One thing to do about one subject.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TaskJson {
    /// By what it is known again in another audit.
    id: SafeText,
    /// The last day on which it is, or was, in time.
    by: Option<NaiveDate>,
    /// What doing it can still achieve: `keep` the promises, `keep-late` because the event is ahead,
    /// or `mend`.
    can: &'static str,
    /// The last day on which being late still helps, before an event.
    late_until: Option<NaiveDate>,
    /// Whose it is.
    party: SafeText,
    /// What is to be done.
    action: &'static str,
    /// What it is for.
    subject: TaskSubjectJson,
    /// The promises that it serves.
    promises: Vec<PromiseJson>,
    /// Where that stands, for people.
    place: SafeText,
}

/// What a task is for.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TaskSubjectJson {
    /// What kind of thing it is.
    kind: &'static str,
    /// Its id.
    id: SafeText,
    /// What it is called.
    name: SafeText,
    /// Its day.
    day: Option<NaiveDate>,
}

/// A promise that a task serves.
#[derive(Serialize, JsonSchema)]
struct PromiseJson {
    /// The id of its clause.
    clause: SafeText,
    /// What people call it.
    promise: Option<SafeText>,
}

pub(super) fn render(report: &Report<'_>, tasks: &[Task<'_>]) -> Result<String, serde_json::Error> {
    let all = DueJson {
        format: DUE_FORMAT,
        as_of: report.as_of(),
        charter: report.charter_title(),
        complete: report.is_complete(),
        tasks: tasks.iter().filter_map(|it| task(report, it)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&all)?;
    text.push('\n');
    Ok(text)
}

pub(crate) fn task(report: &Report<'_>, task: &Task<'_>) -> Option<TaskJson> {
    let first = task.first()?;
    let told = report.describe(first);
    let place = told.address();
    let (can, late_until) = match task.chance {
        Chance::Kept => ("keep", None),
        Chance::Late(until) => ("keep-late", Some(until)),
        Chance::Mended => ("mend", None),
    };
    let promises = task.serves.iter().map(|finding| {
        let clause = finding.clause();
        PromiseJson {
            clause: clause.id(),
            promise: clause.promise_name(),
        }
    });
    Some(TaskJson {
        id: task.known_by.text(),
        by: task.due,
        can,
        late_until,
        party: report.whose(first),
        action: task.to_do,
        subject: TaskSubjectJson {
            kind: first.kind().word(),
            id: told.id,
            name: told.name,
            day: first.day(),
        },
        promises: promises.collect(),
        place,
    })
}
