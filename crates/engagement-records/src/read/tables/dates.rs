//! Columns of dates in which some can only be read day first and others only month first: nobody
//! can tell what the rest of them mean.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Column;
use super::form::FieldsIn;
use super::headings::Headings;
use super::known::Holds;
use located::diagnostic::Diagnostic;
use located::source::Span;
use plain_values::{DateOrder, is_perhaps_year_first, possible_orders};
use sheets::{Cell, Row};

/// The dates of one column that can be read in one order only: their rows.
#[derive(Debug, Clone, Copy, Default)]
struct OneWay {
    day_first: Option<u32>,
    month_first: Option<u32>,
    /// The first that can be read in both.
    either: Option<u32>,
}

/// The columns of a sheet that hold dates in the other order than expected.
#[derive(Debug, Default)]
pub(super) struct Dates<'a> {
    columns: BTreeMap<u32, OneWay>,
    /// What could be either of two days there, by column.
    either: BTreeSet<(u32, &'a str)>,
    /// Columns with a day that was perhaps written with its year first, and the first row of each.
    year_first: BTreeMap<u32, u32>,
    /// The places of the cells that prove it, by row and column.
    places: BTreeMap<(u32, u32), Option<Span>>,
}

impl<'a> Dates<'a> {
    /// Looks through the columns of dates before any row is read.
    pub(super) fn of(
        rows: &'a [Row],
        columns: &[Column],
        headings: &Headings,
        order: DateOrder,
    ) -> Self {
        let mut dates = Dates::default();
        let mut all: Vec<(u32, (OneWay, Vec<&'a str>))> = Vec::new();
        for column in columns {
            let mut fields = column.meaning.fields();
            let known = fields.next().and_then(|at| headings.field(at));
            if known.is_none_or(|known| known.holds != Holds::Day) {
                continue;
            }
            let year_first = rows.iter().find(|row| {
                matches!(row.cell(column.at), Some(Cell::Text(text)) if is_perhaps_year_first(text))
            });
            if let Some(row) = year_first {
                dates.year_first.insert(column.at, row.number);
                dates.places.insert((row.number, column.at), None);
            }
            all.push((column.at, one_way(rows, column.at)));
        }
        let proved = |found: &OneWay, wanted: DateOrder| match wanted {
            DateOrder::DayFirst => found.day_first,
            DateOrder::MonthFirst => found.month_first,
        };
        let has_other = |found: &OneWay| proved(found, order.other()).is_some();
        let has_own = |found: &OneWay| proved(found, order).is_some();
        // Whoever wrote the month first in all of one column hardly wrote it second in the next.
        let is_other = all
            .iter()
            .any(|(_, (found, _))| has_other(found) && !has_own(found));
        if all.iter().any(|(_, (found, _))| has_other(found)) {
            let doubtful = all
                .into_iter()
                .filter(|(_, (found, _))| has_other(found) || (is_other && !has_own(found)));
            for (column, (found, either)) in doubtful {
                dates.add(column, found, either);
            }
        }
        dates
    }

    /// Adds a column of which nobody can tell what its days mean that can be read in both orders.
    fn add(&mut self, column: u32, found: OneWay, either: Vec<&'a str>) {
        self.columns.insert(column, found);
        self.either
            .extend(either.into_iter().map(|text| (column, text)));
        let rows = [found.day_first, found.month_first, found.either];
        for row in rows.into_iter().flatten() {
            self.places.insert((row, column), None);
        }
    }

    /// Whether a cell could be either day in a column where both orders are used.
    pub(super) fn is_doubtful(&self, holds: Holds, column: u32, cell: &Cell) -> bool {
        let is_either =
            matches!(cell, Cell::Text(text) if self.either.contains(&(column, text.as_str())));
        holds == Holds::Day && is_either
    }

    /// Notes where a cell stands that proves something, and says whether it does.
    pub(super) fn show(&mut self, row: u32, column: u32, span: Span) -> bool {
        let place = self.places.get_mut(&(row, column));
        place.map(|place| *place = Some(span)).is_some()
    }

    /// What is to say of the columns once all rows were read.
    pub(super) fn faults(&self, fields_in: FieldsIn) -> Vec<Diagnostic> {
        let mixed = self.columns.iter();
        let mixed = mixed.filter_map(|(column, found)| self.fault(*column, found, fields_in));
        let year_first = self.year_first.iter();
        mixed
            .chain(year_first.filter_map(|(column, row)| self.perhaps_year_first(*column, *row)))
            .collect()
    }

    fn perhaps_year_first(&self, column: u32, row: u32) -> Option<Diagnostic> {
        let place = (*self.places.get(&(row, column))?)?;
        let message = "this day is many years back; perhaps its year was written first";
        let fault = Diagnostic::error("perhaps-year-first", place, message).warning();
        Some(fault.help(
            "days are read day first here; write them with four digits for the year, such as \
             2026-03-09",
        ))
    }

    fn fault(&self, column: u32, found: &OneWay, fields_in: FieldsIn) -> Option<Diagnostic> {
        let one = fields_in.one();
        let place = |row: Option<u32>| row.and_then(|row| *self.places.get(&(row, column))?);
        let day_first = place(found.day_first);
        let month_first = place(found.month_first);
        let (message, first, other) = match (day_first, month_first) {
            (Some(day), Some(month)) => (
                format!(
                    "some dates in this {one} can only be read day first, others only month first"
                ),
                (day, "the day comes first"),
                Some((month, "the month comes first")),
            ),
            (None, Some(month)) => (
                "this date can only be read month first, and dates are read day first here"
                    .to_owned(),
                (month, "the month comes first"),
                place(found.either).map(|span| (span, "this may be either")),
            ),
            (Some(day), None) => (
                "this date can only be read day first, and dates are read month first here"
                    .to_owned(),
                (day, "the day comes first"),
                place(found.either).map(|span| (span, "this may be either")),
            ),
            (None, None) => (
                format!(
                    "this date may be either of two, because another {one} has dates in the other \
                     order"
                ),
                (place(found.either)?, "this may be either"),
                None,
            ),
        };
        let fault = Diagnostic::error("mixed-dates", first.0, message).saying(first.1);
        let fault = match other {
            Some((span, text)) => fault.and(span, text),
            None => fault,
        };
        Some(fault.help(format!(
            "dates of this {one} that could be read in both ways were not read; write them as \
             year-month-day (2026-03-04), or, where all of them are month first, put `dates: \
             month-first` into a file `columns.yaml` beside this one"
        )))
    }
}

/// The dates of a column that can be read in one order only, and every text that can be read in both.
fn one_way(rows: &[Row], column: u32) -> (OneWay, Vec<&str>) {
    let mut found = OneWay::default();
    let mut either = Vec::new();
    for row in rows {
        let Some(Cell::Text(text)) = row.cell(column) else {
            continue;
        };
        let Some(orders) = possible_orders(text) else {
            continue;
        };
        let slot = match (orders.day_first, orders.month_first) {
            (true, false) => &mut found.day_first,
            (false, true) => &mut found.month_first,
            (true, true) => {
                either.push(text.as_str());
                &mut found.either
            }
            (false, false) => continue,
        };
        slot.get_or_insert(row.number);
    }
    (found, either)
}
