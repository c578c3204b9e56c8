//! Rows that are entries of a calendar: which of them are no engagements, and how whole days count.

use std::borrow::Cow;

use chrono::NaiveTime;

use super::cells;
use super::columns::{Column, Columns};
use super::exports::{EntryColumns, RowsAre};
use super::headings::{Headings, Meaning};
use super::told::Told;
use super::tree::ColumnValue;
use crate::read::calendar_entries::{Beside, CalendarEntry, is_kind};
use located::tree::{Node, ScalarKind, Value};
use plain_values::{
    AnswerReading, CrossMeaning, PlainValue, TimeReading, UnclearTime, is_placeholder, read_answer,
    read_time,
};
use sheets::{Cell, Row};

/// What every entry of a calendar says, whatever it is.
const OF_EVERY_ENTRY: &[&str] = &[
    "title",
    "date",
    "last_day",
    "start",
    "end",
    "venue.name",
    "venue.mode",
    "kind",
];

/// What a row says of itself as an entry; nothing where rows are no entries.
pub(super) fn entry<'r>(
    row: &'r Row,
    columns: &Columns,
    headings: &Headings,
) -> Option<CalendarEntry<'r>> {
    let named = of(headings)?;
    let cells: Vec<(&Column, Cow<'r, str>)> = filled(row, columns).collect();
    let is_under = |column: &Column, keys: &[&str]| keys.contains(&column.key.as_str());
    let has = |keys: &[&str]| cells.iter().any(|(column, _)| is_under(column, keys));
    let in_field = |path: &str| {
        cells
            .iter()
            .find(|(column, _)| column.is_for(path, headings))
    };
    let is_private = cells
        .iter()
        .any(|(column, text)| is_under(column, named.private) && says_private(text));
    let has_field = cells.iter().any(|(column, _)| {
        matches!(column.meaning, Meaning::Field(_))
            && !OF_EVERY_ENTRY
                .iter()
                .any(|path| column.is_for(path, headings))
    });
    let kind = in_field("kind");
    let title = columns
        .all()
        .iter()
        .find(|column| column.is_for("title", headings));
    Some(CalendarEntry {
        title: title
            .and_then(|column| row.cell(column.at)?.text())
            .unwrap_or(""),
        is_private,
        is_of_whole_days: is_of_whole_days(row, columns, named),
        beside: Beside::most([
            (Beside::Something, kind.is_some() || has(&["categories"])),
            (Beside::Place, in_field("venue.name").is_some()),
            (Beside::Invited, has(named.invited)),
            (
                Beside::WhatItIs,
                has_field || kind.is_some_and(|(_, text)| is_kind(text)),
            ),
        ]),
    })
}

/// Leaves the clock out of entries that last whole days. Where one ends at midnight, the day that
/// begins then is not its own.
pub(super) fn settle(told: &mut Told<'_>, row: &Row, columns: &Columns, headings: &Headings) {
    if !of(headings).is_some_and(|named| is_of_whole_days(row, columns, named)) {
        return;
    }
    let ends_at_midnight = filled(row, columns).any(|(column, text)| {
        column.is_for("end", headings)
            && row
                .cell(column.at)
                .is_some_and(|cell| is_midnight(cell, &text))
    });
    let is_clock = |path: &str| matches!(path, "start" | "end");
    told.open.retain(|(path, _)| !is_clock(path));
    for value in &mut told.values {
        match value.leaf.path {
            path if is_clock(path) => value.leaf.node = Node::blank(value.leaf.node.span),
            "last_day" | "closes" if ends_at_midnight => day_before(value),
            _ => {}
        }
    }
}

fn of(headings: &Headings) -> Option<&'static EntryColumns> {
    match headings.export()?.rows {
        RowsAre::Entries(named) => Some(named),
        RowsAre::Engagements
        | RowsAre::Consultations
        | RowsAre::Answers
        | RowsAre::Decisions
        | RowsAre::People => None,
    }
}

/// The cells of a row that hold something, with their columns.
fn filled<'r, 'c>(
    row: &'r Row,
    columns: &'c Columns,
) -> impl Iterator<Item = (&'c Column, Cow<'r, str>)> {
    let cells = row.cells.iter();
    let cells = cells.filter_map(|(at, cell)| Some((columns.at(*at)?, cells::shown(cell))));
    cells.filter(|(_, text)| !is_placeholder(text))
}

fn is_of_whole_days(row: &Row, columns: &Columns, named: &EntryColumns) -> bool {
    filled(row, columns).any(|(column, text)| column.key == named.whole_days && says_yes(&text))
}

fn says_private(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    says_yes(text) || matches!(word.as_str(), "private" | "confidential")
}

fn says_yes(text: &str) -> bool {
    matches!(
        read_answer(text, CrossMeaning::Unclear),
        AnswerReading::Yes(_)
    )
}

fn is_midnight(cell: &Cell, text: &str) -> bool {
    match cell {
        Cell::Clock(time) => *time == NaiveTime::MIN,
        Cell::Moment(moment) => moment.time() == NaiveTime::MIN,
        Cell::Number(number) => *number == 0.0,
        Cell::Text(_) | Cell::Truth(_) | Cell::Error(_) | Cell::Unreadable(_) => matches!(
            read_time(text),
            TimeReading::Unclear(UnclearTime::Midnight) | TimeReading::EndOfDay
        ),
    }
}

fn day_before(value: &mut ColumnValue<'_>) {
    if let Value::Scalar {
        kind: ScalarKind::Value(PlainValue::Day(day)),
        ..
    } = &mut value.leaf.node.value
        && let Some(before) = day.pred_opt()
    {
        *day = before;
    }
}
