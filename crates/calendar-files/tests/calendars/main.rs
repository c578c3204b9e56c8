//! Calendars as programs write them, and as nobody would.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected should stop at once"
)]

mod events;
mod fixtures;
mod hostile;
mod private;
mod series;
mod superseded;
mod updates;
mod zones;

use calendar_files::{CalendarFile, Ends, Event, LeftOutKind, Occurrence, Period, Superseded};
use chrono::NaiveDate;

/// What came of a calendar.
#[derive(Debug)]
struct Heard(CalendarFile);

impl Heard {
    /// Every occurrence of every event, as `name=value`; what cannot be read has the value `!`.
    fn lines(&self) -> Vec<String> {
        let fields = self.each(fields);
        let line = |fields: Vec<(&str, String)>| {
            let parts: Vec<String> = fields
                .into_iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            parts.join(" | ")
        };
        fields.into_iter().map(line).collect()
    }

    /// One field of every occurrence; `-` where it is not there.
    fn all(&self, name: &str) -> Vec<String> {
        self.each(|event, occurrence| {
            let mut fields = fields(event, occurrence).into_iter();
            let found = fields.find(|(one, _)| *one == name);
            found.map_or_else(|| "-".to_owned(), |(_, value)| value)
        })
    }

    fn each<T>(&self, make: impl Fn(&Event, &Occurrence) -> T) -> Vec<T> {
        let mut all = Vec::new();
        for event in &self.0.events {
            all.extend(event.occurrences.iter().map(|one| make(event, one)));
        }
        all
    }

    fn ids(&self) -> Vec<String> {
        self.each(|_, one| one.id.clone().unwrap_or_else(|| "-".to_owned()))
    }

    /// What is wrong, each with its line.
    fn problems(&self) -> Vec<String> {
        let unfinished = self.0.unfinished.iter();
        let unfinished = unfinished.map(|one| format!("{}: {:?}", one.line, one.value));
        let problems = self.0.events.iter().flat_map(|event| &event.problems);
        let problems = problems.map(|one| format!("{}: {:?}", one.line, one.value));
        unfinished.chain(problems).collect()
    }

    /// Whether something was lost.
    fn lost(&self) -> bool {
        let problems = self.0.events.iter().flat_map(|event| &event.problems);
        !self.0.unfinished.is_empty() || problems.into_iter().any(|one| one.value.loses_something())
    }

    fn left_out(&self) -> Vec<(LeftOutKind, usize)> {
        self.0.left_out.clone().into_iter().collect()
    }
}

fn fields(event: &Event, occurrence: &Occurrence) -> Vec<(&'static str, String)> {
    let mut fields = Vec::new();
    let mut add = |name, value: String| fields.push((name, value));
    if let Some(title) = &event.summary {
        add("title", title.value.clone());
    }
    if event.cancelled.is_some() {
        add("status", "cancelled".to_owned());
    }
    match occurrence.when {
        None => add("date", "!".to_owned()),
        Some(when) => {
            add("date", when.day.to_string());
            if let Some(start) = when.start {
                add("start", start.format("%H:%M").to_string());
            }
            let is_unreadable = event.end.as_ref().is_some_and(|end| end.value.is_none());
            match when.ends {
                _ if is_unreadable => add("end", "!".to_owned()),
                Ends::Open => {}
                Ends::At(end) => add("end", end.format("%H:%M").to_string()),
                Ends::Later(day) => add("end", day.to_string()),
                Ends::Backwards => add("end", "backwards".to_owned()),
            }
        }
    }
    if let Some(day) = occurrence.moved_from {
        add("moved_from", day.to_string());
    }
    if let Some(zone) = &event.unknown_zone {
        add("unknown_zone", zone.clone());
    }
    fields
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn year(year: i32) -> Period {
    Period {
        since: NaiveDate::from_ymd_opt(year, 1, 1),
        until: NaiveDate::from_ymd_opt(year, 12, 31),
    }
}

fn read(text: &str) -> Heard {
    read_in(text, year(2026))
}

fn read_in(text: &str, period: Period) -> Heard {
    read_among(text, period, None)
}

fn read_among(text: &str, period: Period, elsewhere: Option<&Superseded>) -> Heard {
    Heard(CalendarFile::read(text, period, elsewhere).unwrap())
}

/// A calendar of these lines.
fn calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{lines}\nEND:VCALENDAR\n")
}

/// A calendar of one event with these lines and a title.
fn event(lines: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\nUID:one@example.org\nSUMMARY:Board\n{lines}\nEND:VEVENT"
    ))
}
