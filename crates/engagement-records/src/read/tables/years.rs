//! The year of days without one, as a line above the rows says it, the name of their sheet, or that
//! of their file.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::read::file::stem;
use closed_words::listed;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::Span;
use plain_values::{DayOfYear, NamedYears, named_years, names_only_a_time};
use sheets::{Cell, Row, Sheet};

/// What lends days their year, from row to row.
#[derive(Debug, Default)]
pub(super) struct YearLender {
    /// The time that is spoken of, and the words that name it.
    now: Option<(NamedYears, String)>,
    /// The last line that named a year without a part of it, which `Spring term` alone has as well.
    year: String,
    /// The words that lent a year so far.
    used: BTreeSet<String>,
}

impl YearLender {
    /// What is known before the first row: the lines above the headings say most, then the name of the
    /// sheet, then that of the file. Lines that speak of different times lend nothing.
    pub(super) fn new(above: &[Row], sheet: &Sheet, file: &str) -> Self {
        let lines = above.iter().filter_map(line);
        let mut named = lines.filter_map(|line| Some((named_years(&line)?, line.into_owned())));
        let now = match named.next() {
            Some(first) => named.all(|(years, _)| years == first.0).then_some(first),
            None => [sheet.name.as_deref().unwrap_or(""), stem(file)]
                .into_iter()
                .find_map(|name| Some((named_years(name)?, name.to_owned()))),
        };
        YearLender {
            year: now
                .as_ref()
                .map_or(String::new(), |(_, words)| words.clone()),
            now,
            used: BTreeSet::new(),
        }
    }

    /// Hears a line between rows.
    pub(super) fn hear(&mut self, row: &Row) {
        let Some(line) = line(row) else {
            return;
        };
        // `Budget 2027` and `SEND Code of Practice 2015` are no lines over the rows below.
        if !names_only_a_time(&line) {
            return;
        }
        if let Some(years) = named_years(&line) {
            if years.is_a_year() {
                self.year = line.clone().into_owned();
            }
            self.now = Some((years, line.into_owned()));
        } else {
            let words = format!("{line} {}", self.year);
            self.now = named_years(&words).map(|years| (years, words));
        }
    }

    /// The only day that one without a year can be here.
    pub(super) fn day(&mut self, day: DayOfYear) -> Option<NaiveDate> {
        let (years, words) = self.now.as_ref()?;
        let day = years.day(day)?;
        self.used.insert(words.clone());
        Some(day)
    }

    /// Says what lent years to a table.
    pub(super) fn note(&self, place: Span) -> Option<Diagnostic> {
        let words = self.used.iter().map(|words| quoted(words));
        let message = format!("days without a year have that of {}", listed(words, "and"));
        let note = Diagnostic::error("year-from-above", place, message).note();
        (!self.used.is_empty())
            .then(|| note.help("if that is wrong, write the years into the days"))
    }
}

/// What stands alone in a row: a text, or a year.
fn line(row: &Row) -> Option<Cow<'_, str>> {
    match row.cells.as_slice() {
        [(_, Cell::Text(text))] => Some(text.into()),
        [(_, Cell::Number(number))] if is_year(*number) => Some(format!("{number:.0}").into()),
        _ => None,
    }
}

fn is_year(number: f64) -> bool {
    (1990.0..2100.0).contains(&number) && number.fract() == 0.0
}

/// Whether a row is a line over the rows below it that names their time: `Spring term 2026`, `2026`.
pub(super) fn is_time_of_others(row: &Row) -> bool {
    match row.cells.as_slice() {
        [(_, Cell::Text(text))] => names_only_a_time(text),
        [(_, Cell::Number(number))] => is_year(*number),
        _ => false,
    }
}
