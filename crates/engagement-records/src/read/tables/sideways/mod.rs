//! Forms: headings in a column, and the records beside them. They are turned, so that everybody
//! else reads rows.

mod blocks;
mod turned;

use std::collections::BTreeSet;

use super::DEEPEST;
use super::cells;
use super::exports;
use super::form::Form;
use super::headings::Headings;
use super::known::{Holds, Known};
use super::layout::{self, WIDEST};
use super::other_tables;
use super::table::headings;
use crate::read::item::Job;
use crate::read::key::key;
use crate::record::RecordType;
use blocks::{Block, blocks};
use plain_values::is_placeholder;
use sheets::{Cell, Row, Sheet};

/// So many headings of fields below each other are those of a form.
const FEWEST: usize = 3;

/// Forms stand beside each other in so many columns.
const MOST_COLUMNS: u32 = 100;

/// The forms at the top of a sheet, turned.
pub(super) struct Forms {
    /// Each a table with a record in each row.
    pub(super) turned: Vec<(Sheet, Form)>,
    /// The first row below them, by its place among the rows.
    pub(super) end: usize,
}

/// The forms at the top of a sheet; nothing where it has none.
pub(super) fn forms(sheet: &Sheet, job: &Job<'_>) -> Option<Forms> {
    let first = candidates(sheet)?;
    if exports::of(sheet).is_some() {
        return None;
    }
    let (labels, first) = best_type(sheet, &first, job)?;
    let engagements = match labels.kind() {
        RecordType::Engagement => None,
        RecordType::Decision
        | RecordType::Request
        | RecordType::Contact
        | RecordType::Conduct
        | RecordType::Explanation => Some(headings(job, RecordType::Engagement)),
    };
    let engagements = engagements.as_ref().unwrap_or(&labels);
    // What stands above a list of people is their meeting.
    if other_tables::is_attendance(sheet, engagements) {
        return None;
    }
    let end = end(sheet, first, &labels, engagements);
    let rows = sheet.rows.get(..end)?;
    let columns = columns_of_headings(rows, first, &labels);
    let mut turned = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let next = columns.get(at + 1).copied().unwrap_or(u32::MAX);
        let from = if at == 0 { 0 } else { *column };
        let blocks = blocks(rows, from..next, *column, &labels);
        if at == 0
            && !blocks
                .first()
                .is_some_and(|block| is_form(block, &labels, job))
        {
            return None;
        }
        turned.extend(turned::turned(sheet, blocks, turned.is_empty()));
    }
    Some(Forms { turned, end })
}

/// The two first columns of a sheet that hold something, where one of them can be one of headings.
fn candidates(sheet: &Sheet) -> Option<Vec<u32>> {
    let rows = || sheet.rows.iter().take(DEEPEST);
    let first = rows().filter_map(|row| Some(row.cells.first()?.0)).min()?;
    let all = [first, first + 1].into_iter().filter(|column| {
        let texts = rows().filter_map(|row| row.cell(*column)?.text());
        texts.take(FEWEST).count() == FEWEST
    });
    Some(all.collect()).filter(|all: &Vec<u32>| !all.is_empty())
}

/// The type of record of which a column holds the most headings, more than any row does, and that
/// column.
fn best_type(sheet: &Sheet, columns: &[u32], job: &Job<'_>) -> Option<(Headings, u32)> {
    let mut best: Option<(usize, Headings, u32)> = None;
    let is_engagement = |kind: &&RecordType| **kind == RecordType::Engagement;
    let others = RecordType::ALL.iter().filter(|kind| !is_engagement(kind));
    for kind in RecordType::ALL.iter().filter(is_engagement).chain(others) {
        let headings = headings(job, *kind);
        let most = best.as_ref().map_or(FEWEST - 1, |(most, ..)| *most);
        let counted = columns
            .iter()
            .map(|column| (fields(&sheet.rows, *column, &headings), *column));
        let found = counted
            .filter(|(count, _)| *count > most)
            .max_by_key(|(count, column)| (*count, std::cmp::Reverse(*column)));
        let Some((count, column)) = found else {
            continue;
        };
        let is_label = |row: &Row| {
            let text = row.cell(column).and_then(Cell::text);
            text.is_some_and(|text| headings.knows(text))
        };
        let first = sheet.rows.iter().position(is_label);
        // Below the first heading of a form, there may be a table.
        let header = layout::header(sheet, &headings).filter(|(at, _)| Some(*at) <= first);
        if header.is_none_or(|(_, in_row)| in_row < count) {
            best = Some((count, headings, column));
        }
    }
    best.map(|(_, headings, column)| (headings, column))
}

/// How many fields the texts of a column name that are known by themselves.
fn fields(rows: &[Row], column: u32, headings: &Headings) -> usize {
    let texts = rows
        .iter()
        .take(DEEPEST)
        .filter_map(|row| row.cell(column)?.text());
    let known = texts.filter(|text| headings.knows(text));
    let fields = known.filter_map(|text| headings.meaning(text, None).fields().next());
    fields.collect::<BTreeSet<usize>>().len()
}

/// The first row that belongs to no form, because it is one of headings of a table, by its place
/// among the rows.
fn end(sheet: &Sheet, column: u32, labels: &Headings, engagements: &Headings) -> usize {
    let mut has_begun = false;
    for (at, row) in sheet.rows.iter().enumerate() {
        let text = row.cell(column).and_then(Cell::text);
        if text.is_some_and(|text| labels.knows(text)) {
            has_begun = true;
            if row.cells.len() < FEWEST {
                continue;
            }
        }
        let is_table = row.cells.len() > 1
            && row.cells.iter().all(|(_, cell)| cell.text().is_some())
            && (layout::fields(row, engagements) >= FEWEST
                || other_tables::is_of_other(row, engagements));
        if has_begun && is_table {
            return at;
        }
    }
    sheet.rows.len()
}

/// The columns that hold headings, of which the first is known.
fn columns_of_headings(rows: &[Row], first: u32, labels: &Headings) -> Vec<u32> {
    let top = rows.iter().take(DEEPEST);
    let cells = top.flat_map(|row| row.cells.iter().take(WIDEST));
    let further: BTreeSet<u32> = cells
        .filter(|(column, cell)| {
            *column > first + 1 && *column < MOST_COLUMNS && cell.text().is_some()
        })
        .map(|(column, _)| *column)
        .collect();
    let mut columns = vec![first];
    for column in further {
        let is_beside = columns.last().is_some_and(|last| column > last + 1);
        if is_beside && fields(rows, column, labels) >= FEWEST {
            columns.push(column);
        }
    }
    columns
}

/// The field that a heading of a form means.
fn field<'h>(heading: &str, headings: &'h Headings) -> Option<&'h Known> {
    let mut fields = headings.meaning(heading, None).fields();
    fields.next().and_then(|at| headings.field(at))
}

/// Whether the first record of a form was filled in, and not explained: it says what it is, has a
/// day or a place for it, and most of what asks for a day, a time, a number or an answer has one.
fn is_form(block: &Block<'_>, headings: &Headings, job: &Job<'_>) -> bool {
    let Some(column) = block.first_filled() else {
        return false;
    };
    let is_example = |row: &&Row| {
        let text = row.cell(column).and_then(Cell::text);
        text.is_some_and(|text| EXAMPLES.contains(&key(text).as_str()))
    };
    if block.above.iter().any(is_example) {
        return false;
    }
    let mut is_named = block.titles().is_some();
    let (mut has_day, mut typed, mut plain) = (false, 0_usize, 0_usize);
    for row in &block.labels {
        let known = row.cell(block.column).and_then(Cell::text);
        let Some(known) = known.and_then(|text| field(text, headings)) else {
            continue;
        };
        let Some(cell) = row.cell(column) else {
            continue;
        };
        let is_open = is_placeholder(&cells::shown(cell));
        is_named |= matches!(known.path.as_str(), "title" | "kind") && cell.text().is_some();
        match known.holds {
            Holds::Day => {
                let is_day = cells::names_one(cell, known, job);
                has_day |= is_day || is_open;
                typed += usize::from(!is_open);
                plain += usize::from(is_day);
            }
            Holds::Time | Holds::Count | Holds::Children | Holds::Number | Holds::Answer => {
                typed += usize::from(!is_open);
                plain += usize::from(!is_open && cells::is_value(cell, known, job));
            }
            Holds::Text | Holds::Texts | Holds::Word | Holds::Words | Holds::Agreed => {}
        }
    }
    let is_engagement = headings.kind() == RecordType::Engagement;
    (is_named || !is_engagement) && has_day && plain > 0 && plain * 2 >= typed
}

/// What stands over columns that only show how a form is filled in.
const EXAMPLES: &[&str] = &[
    "example",
    "examples",
    "for example",
    "e g",
    "eg",
    "guidance",
    "what to write",
    "what to put",
    "how to fill this in",
    "explanation",
    "meaning",
];
