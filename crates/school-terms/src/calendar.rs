//! A school's own calendar: what its entries say of terms. Nothing else of it is kept.

use calendar_files::{CalendarFile, Ends, Event, Occurrence, Period, Unfinished, When};
use chrono::{NaiveDate, TimeDelta};
use located::diagnostic::Diagnostic;
use located::source::{Span, Spot};
use working_days::{Stretch, day_and_year};

use crate::meaning::{Meaning, meaning};
use crate::page::Page;
use crate::published::{Published, at};

/// A holiday may be written as a series of days, but not as one of more.
const MOST_OCCURRENCES: usize = 60;

/// The days of such a series are no further apart: a weekend lies between.
const LARGEST_GAP: i64 = 3;

/// No school has more days for its staff in a row.
const LONGEST_INSET: i64 = 14;

/// Reads the text of a calendar.
pub(crate) fn read(text: &str, page: &mut Page, published: &mut Published) {
    let Some(file) = CalendarFile::read(text, Period::default(), None) else {
        page.refuse(
            "not-a-calendar",
            "there is no calendar in this file",
            "fetch it again",
        );
        return;
    };
    for one in &file.unfinished {
        let what = match one.value {
            Unfinished::Event => "an entry that begins here does not end, and was not read",
            Unfinished::Calendar => "this calendar does not end, so that entries may be missing",
        };
        let place = entry_line(page, "part of a calendar", one.line, "BEGIN", "");
        let fault = Diagnostic::error("cut-off", place, what);
        page.fault(fault.help("fetch the calendar again"));
    }
    for event in &file.events {
        one(event, page, published);
    }
}

fn one(event: &Event, page: &mut Page, published: &mut Published) {
    let title = event.summary.as_ref();
    let said = title.map_or(Meaning::Other, |title| meaning(&title.value));
    let is_of_other_things = matches!(said, Meaning::Other | Meaning::BankHoliday);
    if is_of_other_things || event.is_private || event.cancelled.is_some() {
        published.passed_over += 1;
        return;
    }
    if said == Meaning::Unclear {
        unclear(event, page);
        published.passed_over += 1;
        return;
    }
    let days = days_of(event, said, page);
    for (when, place) in days {
        add(said, when, place, page, published);
    }
}

/// An entry about terms of which nobody can tell what it says.
fn unclear(event: &Event, page: &mut Page) {
    let Some(title) = &event.summary else { return };
    let place = entry_line(page, "entry", title.line, "SUMMARY", &title.value);
    let message = "this entry seems to be about terms or holidays, and it cannot be told what it \
                   says; it was passed over";
    let help = "if school is closed then, call it `Half term`, `School holidays` or `INSET day`; if \
                a term begins or ends, `Term starts` or `Term ends`";
    page.fault(
        Diagnostic::error("unclear-entry", place, message)
            .warning()
            .help(help),
    );
}

/// The occurrences that count, each with its place.
fn days_of(event: &Event, said: Meaning, page: &mut Page) -> Vec<(When, Span)> {
    let line = event.start.as_ref().map_or(event.line, |start| start.line);
    let mut days = Vec::new();
    let whens: Vec<When> = event
        .occurrences
        .iter()
        .filter_map(|one: &Occurrence| one.when)
        .collect();
    let is_series = is_scattered(&whens);
    for when in whens.iter().take(if is_series { 1 } else { usize::MAX }) {
        let about = format!("{}, {}", said.spoken(), day_and_year(when.day));
        days.push((
            *when,
            entry_line(page, &about, line, "DTSTART", &when.day.to_string()),
        ));
    }
    let place = days.first().map(|(_, place)| *place);
    let place = place.unwrap_or_else(|| entry_line(page, said.spoken(), line, "DTSTART", ""));
    if whens.is_empty() {
        let message = format!("the day of this {} cannot be read", said.spoken());
        let help = "in a calendar a day is written as DTSTART;VALUE=DATE:20260901";
        page.fault(Diagnostic::error("unreadable-day", place, message).help(help));
    }
    let has_problem = event
        .problems
        .iter()
        .any(|problem| problem.value.loses_something());
    if is_series || has_problem {
        let message = format!(
            "this {} is repeated by a rule, and only its first day was read",
            said.spoken()
        );
        let help = "give each of its days an entry of its own; schools settle them year by year";
        page.fault(
            Diagnostic::error("repeated-entry", place, message)
                .warning()
                .help(help),
        );
    }
    days
}

/// Whether a series is more than one stretch of days.
fn is_scattered(whens: &[When]) -> bool {
    let mut pairs = whens.iter().zip(whens.iter().skip(1));
    whens.len() > MOST_OCCURRENCES
        || pairs.any(|(one, next)| (next.day - one.day).num_days() > LARGEST_GAP)
}

fn add(said: Meaning, when: When, place: Span, page: &mut Page, published: &mut Published) {
    let last = match when.ends {
        Ends::Open | Ends::At(_) => when.day,
        Ends::Later(last) => last,
        Ends::Backwards => {
            let message = format!("this {} ends before it begins", said.spoken());
            let help = "DTEND is the day after the last one";
            page.fault(Diagnostic::error("ends-before-start", place, message).help(help));
            return;
        }
    };
    let stretch = Stretch {
        first: when.day,
        last,
    };
    let is_part_of_day = when.start.is_some() && last == when.day;
    match said {
        Meaning::Starts => published.starts.push(at(when.day, place)),
        Meaning::Ends => published.ends.push(at(last, place)),
        Meaning::HolidayStarts => published.holiday_starts.push(at(when.day, place)),
        Meaning::HolidayEnds => published.holiday_ends.push(at(last, place)),
        Meaning::Inset => inset(stretch, place, page, published),
        Meaning::Term if last > when.day => published.terms.push(at(stretch, place)),
        Meaning::Holiday if !is_part_of_day => published.holidays.push(at(stretch, place)),
        Meaning::Term | Meaning::Holiday => {
            let message = format!(
                "this {} lasts no more than a day, so it was passed over",
                said.spoken()
            );
            let help = "give the first and the last day, or call it `Term starts` or `Term ends`";
            page.fault(
                Diagnostic::error("unclear-entry", place, message)
                    .warning()
                    .help(help),
            );
            published.passed_over += 1;
        }
        Meaning::BankHoliday | Meaning::Unclear | Meaning::Other => {}
    }
}

/// Every day of a stretch of days with staff only.
pub(crate) fn inset(days: Stretch, place: Span, page: &mut Page, published: &mut Published) {
    let length = (days.last - days.first).num_days() + 1;
    if length > LONGEST_INSET {
        let message = format!("these are {length} INSET days in a row, more than any school has");
        let help = "check its first and last day";
        page.fault(Diagnostic::error("inset-too-long", place, message).help(help));
        return;
    }
    let mut day: Option<NaiveDate> = Some(days.first);
    while let Some(one) = day.filter(|day| *day <= days.last) {
        if length == 1 || !working_days::is_weekend(one) {
            published.inset.push(at(one, place));
        }
        day = one.checked_add_signed(TimeDelta::days(1));
    }
}

fn entry_line(page: &mut Page, about: &str, line: u32, heading: &str, value: &str) -> Span {
    let entry = page.entry(about.to_owned());
    page.line(Spot::Entry { entry, line }, heading, value)
}
