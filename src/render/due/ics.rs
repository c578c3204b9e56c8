//! A whole day of a calendar for each task. A calendar that subscribes to it, or imports it again,
//! knows each task by its UID.

use chrono::{Datelike as _, NaiveTime, TimeDelta, TimeZone as _, Utc};
use icalendar::{Alarm as Speaks, Calendar, Component as _, Event, EventLike as _, Property};

use super::Alarm;
use crate::report::page::incomplete;
use crate::report::words::day_and_year;
use crate::report::{Report, Task};
use crate::report_format::PROGRAM;
use identifiers::safe;
use identifiers::text::SafeText;

/// At this hour a calendar speaks of a task.
const HOUR: i64 = 9;

pub(in crate::render) fn render(
    report: &Report<'_>,
    tasks: &[Task<'_>],
    alarm: Option<Alarm>,
) -> String {
    let name = safe!("To do: {}", report.charter_title());
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", format!("-//{PROGRAM}//due//EN")))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .append_property(Property::new("X-WR-CALNAME", name.as_str()));
    if let Some(incomplete) = incomplete(report) {
        calendar.append_property(Property::new("X-WR-CALDESC", incomplete.as_str()));
    }
    for task in tasks {
        if let Some(event) = event(report, task, alarm) {
            calendar.push(event);
        }
    }
    calendar.to_string()
}

fn event(report: &Report<'_>, task: &Task<'_>, alarm: Option<Alarm>) -> Option<Event> {
    let first = task.first()?;
    let day = task.shown_on()?;
    let (lead, said) = report.task_in_words(task)?;
    let late = if task.is_overdue() {
        "Overdue: "
    } else {
        "To do: "
    };
    let summary = safe!("{}{}, {}", late, task.to_do, report.subject(first));
    let about = safe!(
        "{}: {}. For {}. As of {}, {}.",
        lead,
        said,
        SafeText::listed(task.promises(), "and"),
        day_and_year(report.as_of()),
        report.describe(first).address()
    );
    // The same audit writes the same bytes; a later one is the newer version of the same event.
    let as_of = Utc.from_utc_datetime(&report.as_of().and_time(NaiveTime::MIN));
    let mut event = Event::new();
    event
        .uid(&format!("{}@charter-audit", task.known_by))
        .timestamp(as_of)
        .sequence(u32::try_from(report.as_of().num_days_from_ce()).unwrap_or_default())
        // Without an end it lasts the day; one on the same day would last no time at all.
        .starts(day)
        .summary(summary.as_str())
        .description(about.as_str())
        .add_property("TRANSP", "TRANSPARENT");
    if let Some(days) = alarm {
        let before = TimeDelta::hours(HOUR - 24 * i64::from(days));
        let mut speaks = Speaks::display(summary.as_str(), before);
        speaks
            .uid(&format!("{}-{days}@charter-audit", task.known_by))
            .timestamp(as_of);
        event.alarm(speaks);
    }
    Some(event.done())
}
