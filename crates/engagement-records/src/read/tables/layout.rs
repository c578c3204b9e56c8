//! Where the headings of a sheet stand, and what each of its columns is for.

use std::collections::{BTreeMap, BTreeSet};

use super::headings::{Headings, Meaning, key};
use super::known::Holds;
use super::synonyms::SHEETS;
use crate::record::RecordType;
use plain_values::{CrossMeaning, cross_meaning};
use sheets::{Cell, MergedCellIndex, MergedCells, Row, Sheet};

/// Headings stand under titles and remarks, but not further down than so many rows that hold
/// something.
const DEEPEST: usize = 40;

/// One word alone may be a heading by chance; so many are a row of headings.
const FEWEST: usize = 2;

/// A row of headings shows within so many cells that it is one.
const WIDEST: usize = 1_000;

/// So many columns may be for one field, such as several for days on which something was sent.
pub(super) const MOST_ALIKE: usize = 20;

/// An answer that a cross is held against is no longer than this.
const LONGEST_ANSWER: usize = 12;

/// One column of a sheet.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Its number, from 0.
    pub(super) at: u32,
    /// What stands above it.
    pub(super) heading: String,
    /// The same in the spelling that all spellings of it share.
    pub(super) key: String,
    /// What that means.
    pub(super) meaning: Meaning,
    /// What a cross in it means, by the other answers in it.
    pub(super) cross: CrossMeaning,
}

/// The type of record that a sheet holds, by its name; nothing where the name says nothing.
pub(super) fn kind_of(sheet: &Sheet) -> Option<RecordType> {
    let name = format!(" {} ", key(sheet.name.as_deref()?));
    let says = |word: &str| name.contains(&format!(" {word} "));
    SHEETS
        .iter()
        .find(|(_, words)| words.iter().any(|word| says(word)))
        .map(|(kind, _)| *kind)
}

/// The row with the headings, by its place among the rows: the one in which most of the cells are
/// understood; and how many are.
pub(super) fn header(sheet: &Sheet, headings: &Headings) -> Option<(usize, usize)> {
    let understood = |row: &Row| {
        let cells = row.cells.iter().take(WIDEST);
        let fields = cells.filter_map(|(_, cell)| {
            let Cell::Text(text) = cell else {
                return None;
            };
            match headings.meaning(text, None) {
                Meaning::Field(at) => Some(at),
                Meaning::Nothing | Meaning::Unknown | Meaning::Surplus(_) => None,
            }
        });
        fields.collect::<BTreeSet<usize>>().len()
    };
    let best = sheet
        .rows
        .iter()
        .take(DEEPEST)
        .enumerate()
        .map(|(at, row)| (understood(row), at))
        .filter(|(count, _)| *count >= FEWEST)
        // The first of equals: a second one is a row of headings that was repeated.
        .max_by(|(one, at), (other, later)| one.cmp(other).then(later.cmp(at)));
    best.map(|(count, at)| (at, count))
}

/// The columns of a sheet, from the left.
#[derive(Debug, Default)]
pub(super) struct Columns {
    all: Vec<Column>,
    /// The numbers of those that are for a field.
    fields: Vec<u32>,
}

impl Columns {
    fn new(all: Vec<Column>) -> Self {
        let is_field = |column: &&Column| matches!(column.meaning, Meaning::Field(_));
        let fields = all.iter().filter(is_field).map(|column| column.at);
        Columns {
            fields: fields.collect(),
            all,
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Column] {
        &self.all
    }

    /// The numbers of those that are for a field.
    pub(super) fn fields(&self) -> &[u32] {
        &self.fields
    }

    /// The column with this number.
    pub(super) fn at(&self, at: u32) -> Option<&Column> {
        let found = self.all.binary_search_by_key(&at, |column| column.at);
        found.ok().and_then(|found| self.all.get(found))
    }
}

/// The columns under a row of headings. A row above it may have headings over several columns.
pub(super) fn columns(sheet: &Sheet, header: usize, headings: &Headings) -> Columns {
    let Some(row) = sheet.rows.get(header) else {
        return Columns::default();
    };
    let above = header.checked_sub(1).and_then(|at| sheet.rows.get(at));
    let merged: Vec<&MergedCells> = sheet
        .merged
        .iter()
        .filter(|merged| above.is_some_and(|above| merged.rows.contains(&above.number)))
        .collect();
    let mut so_far: BTreeMap<usize, usize> = BTreeMap::new();
    let columns = row
        .cells
        .iter()
        .map(|(at, cell)| {
            let heading = super::cells::shown(cell).into_owned();
            let over = above.and_then(|above| over(&merged, above, *at));
            let mut meaning = headings.meaning(&heading, over);
            if let Meaning::Field(field) = meaning {
                let count = so_far.entry(field).or_default();
                *count += 1;
                if *count > MOST_ALIKE {
                    meaning = Meaning::Surplus(field);
                }
            }
            let is_answer = |at| {
                let known = headings.field(at);
                known.is_some_and(|known| known.holds == Holds::Answer)
            };
            Column {
                at: *at,
                cross: match meaning {
                    Meaning::Field(field) if is_answer(field) => cross(sheet, header, *at),
                    Meaning::Field(_)
                    | Meaning::Nothing
                    | Meaning::Unknown
                    | Meaning::Surplus(_) => CrossMeaning::Unclear,
                },
                meaning,
                key: key(&heading),
                heading,
            }
        })
        .collect();
    Columns::new(columns)
}

/// A cross ticks a box or strikes it out: the other answers of its column show which.
fn cross(sheet: &Sheet, header: usize, column: u32) -> CrossMeaning {
    let cells = sheet.rows.iter().skip(header + 1);
    let texts: Vec<&str> = cells
        .filter_map(|row| match row.cell(column) {
            Some(Cell::Text(text)) if text.len() <= LONGEST_ANSWER => Some(text.trim()),
            Some(
                Cell::Text(_)
                | Cell::Number(_)
                | Cell::Moment(_)
                | Cell::Clock(_)
                | Cell::Truth(_)
                | Cell::Error(_)
                | Cell::Unreadable(_),
            )
            | None => None,
        })
        .collect();
    // Most columns have none, and reading every answer twice takes its time.
    if texts.iter().any(|text| text.chars().count() == 1) {
        cross_meaning(&texts)
    } else {
        CrossMeaning::Unclear
    }
}

/// The heading over a column: in the cell above it, or in the merged cells that reach over it.
fn over<'s>(merged: &[&MergedCells], above: &'s Row, column: u32) -> Option<&'s str> {
    let merged = merged
        .iter()
        .find(|merged| merged.columns.contains(&column));
    let from = merged.map_or(column, |merged| *merged.columns.start());
    match above.cell(from)? {
        Cell::Text(text) => Some(text),
        Cell::Number(_)
        | Cell::Moment(_)
        | Cell::Clock(_)
        | Cell::Truth(_)
        | Cell::Error(_)
        | Cell::Unreadable(_) => None,
    }
}

/// Whether a row says the headings once more.
pub(super) fn repeats_headings(row: &Row, columns: &Columns) -> bool {
    let same = |(at, cell): &(u32, Cell)| match cell {
        Cell::Text(text) => columns.at(*at).is_some_and(|column| is_same(column, text)),
        Cell::Number(_)
        | Cell::Moment(_)
        | Cell::Clock(_)
        | Cell::Truth(_)
        | Cell::Error(_)
        | Cell::Unreadable(_) => false,
    };
    let count = row.cells.iter().filter(|cell| same(cell)).count();
    count >= FEWEST && count * 2 > row.cells.len()
}

/// Whether a cell says what its heading says. Most do not begin with the same letter.
fn is_same(column: &Column, text: &str) -> bool {
    let first = |text: &str| {
        let letter = text.chars().find(|sign| sign.is_alphanumeric())?;
        letter.to_lowercase().next()
    };
    first(text) == first(&column.key) && key(text) == column.key
}

/// Whether a row begins with a word for adding up the others, or counting them.
pub(super) fn is_titled_total(row: &Row) -> bool {
    let Some((_, Cell::Text(first))) = row.cells.first() else {
        return false;
    };
    matches!(
        key(first).as_str(),
        "total" | "totals" | "grand total" | "subtotal" | "sub total" | "sum" | "average" | "mean"
    )
}

/// Whether a row is a line over the rows below it, such as `Spring term`: one text that reaches
/// over several columns.
pub(super) fn is_banner(row: &Row, merged: &MergedCellIndex<'_>) -> bool {
    matches!(row.cells.as_slice(), [(at, Cell::Text(_))] if merged.is_wide(row.number, *at))
}
