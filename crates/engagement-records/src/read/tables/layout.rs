//! Where the headings of a sheet stand, and which of its rows are no records.

use std::collections::BTreeSet;

use super::DEEPEST;
use super::columns::{Column, Columns};
use super::headings::Headings;
use super::synonyms::SHEETS;
use crate::read::key::key;
use crate::record::RecordType;
use sheets::{Cell, MergedCellIndex, Row, Sheet, UnreadableCell};

/// One word alone may be a heading by chance; so many are a row of headings.
pub(super) const FEWEST: usize = 2;

/// A row of headings shows within so many cells that it is one.
pub(super) const WIDEST: usize = 1_000;

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
    let understood = |row: &Row| fields(row, headings) + usize::from(parts_a_day(row));
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

/// How many fields the texts of a row name.
pub(super) fn fields(row: &Row, headings: &Headings) -> usize {
    let cells = row.cells.iter().take(WIDEST);
    let fields = cells.filter_map(|(_, cell)| headings.meaning(cell.text()?, None).fields().next());
    fields.collect::<BTreeSet<usize>>().len()
}

/// Whether a row of headings has several columns for one day: `Day`, `Month` and `Year`.
pub(super) fn parts_a_day(row: &Row) -> bool {
    let has = |word: &str| {
        let mut cells = row.cells.iter().take(WIDEST);
        cells.any(|(_, cell)| {
            let text = cell.text();
            text.is_some_and(|text| text.trim().eq_ignore_ascii_case(word))
        })
    };
    has("month") && (has("year") || has("day"))
}

/// Whether a row of headings names a field.
pub(super) fn names(
    sheet: &Sheet,
    header: Option<(usize, usize)>,
    headings: &Headings,
    path: &str,
) -> bool {
    let row = header.and_then(|(at, _)| sheet.rows.get(at));
    let mut cells = row.into_iter().flat_map(|row| &row.cells);
    cells.any(|(_, cell)| {
        let Some(text) = cell.text() else {
            return false;
        };
        let mut fields = headings.meaning(text, None).fields();
        fields.any(|at| headings.field(at).is_some_and(|known| known.path == path))
    })
}

/// Whether a row says the headings once more.
pub(super) fn repeats_headings(row: &Row, columns: &Columns) -> bool {
    let same = |(at, cell): &(u32, Cell)| {
        let column = columns.at(*at).zip(cell.text());
        column.is_some_and(|(column, text)| is_same(column, text))
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

/// The words with which a row begins; behind figures, those that it has besides and no others.
fn title(row: &Row) -> Option<&str> {
    if let Some((_, Cell::Text(first))) = row.cells.first()
        && !is_figure(first)
    {
        return Some(first);
    }
    let texts = row.cells.iter().filter_map(|(_, cell)| cell.text());
    let mut words = texts.filter(|text| !text.trim().is_empty() && !is_figure(text));
    words.next().filter(|_| words.next().is_none())
}

fn is_figure(text: &str) -> bool {
    let of_figure = |byte: u8| byte.is_ascii_digit() || b" .,%".contains(&byte);
    text.bytes().all(of_figure)
}

/// Whether a row begins with words for adding up the others, or counting them, such as `Total` and
/// `Average attendance 2025/26`.
pub(super) fn is_titled_total(row: &Row) -> bool {
    const SUMS: &[&str] = &[
        "total",
        "totals",
        "subtotal",
        "subtotals",
        "sum",
        "average",
        "mean",
        "median",
    ];
    const BESIDE: &[&str] = &[
        "all",
        "and",
        "attendance",
        "attended",
        "attendees",
        "date",
        "events",
        "families",
        "far",
        "for",
        "grand",
        "in",
        "meetings",
        "number",
        "numbers",
        "of",
        "overall",
        "parents",
        "people",
        "per",
        "so",
        "sub",
        "term",
        "the",
        "this",
        "to",
        "year",
    ];
    let Some(title) = title(row) else {
        return false;
    };
    let title = key(title);
    let is_sum = |word: &str| SUMS.contains(&word);
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = title.split(' ');
    words.clone().any(is_sum)
        && words.all(|word| is_sum(word) || is_number(word) || BESIDE.contains(&word))
}

/// Whether a row holds formulas without a result and nothing else, as one below all records does
/// that adds them up.
pub(super) fn is_without_result(row: &Row) -> bool {
    let is_one = |cell: &Cell| matches!(cell, Cell::Unreadable(UnreadableCell::NoResult));
    !row.cells.is_empty() && row.cells.iter().all(|(_, cell)| is_one(cell))
}

/// Whether a row is a line over the rows below it, such as `Spring term`: one text that reaches
/// over several columns.
pub(super) fn is_banner(row: &Row, merged: &MergedCellIndex<'_>) -> bool {
    matches!(row.cells.as_slice(), [(at, Cell::Text(_))] if merged.is_wide(row.number, *at))
}
