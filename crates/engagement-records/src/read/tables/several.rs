//! Several tables on one sheet, one below the other, each under headings of its own.

use std::borrow::Cow;
use std::ops::Range;

use super::cells;
use super::exports;
use super::form::Form;
use super::headings::Headings;
use super::known::{Holds, Known};
use super::layout::{self, FEWEST, WIDEST};
use super::other_tables;
use super::sideways;
use super::table::headings;
use crate::read::item::Job;
use crate::read::key::key;
use crate::record::RecordType;
use plain_values::{DateOrder, read_day};
use sheets::{Cell, MergedCellIndex, Row, Sheet};

/// So many lines above a row of headings are its titles and the headings over several columns.
const MOST_LINES: usize = 3;

/// So many rows below headings that leave one out show whether its column goes on.
const MOST_ROWS: usize = 50;

/// So many fields make a row of headings of records that have no day.
const FEWEST_WITHOUT_DAY: usize = 3;

/// What stands above the people of an attendance list is their meeting; more rows are a log.
const MOST_MEETINGS_OF_A_LIST: usize = 1;

/// One of the tables of a sheet.
pub(super) struct TableOnSheet<'s> {
    /// The table.
    pub(super) sheet: Cow<'s, Sheet>,
    /// Where its cells stand, where it was a form.
    pub(super) form: Option<Form>,
}

/// The tables of a sheet, from the top: the sheet itself where it is one table, or none.
pub(super) fn tables<'s>(sheet: &'s Sheet, job: &Job<'_>) -> Vec<TableOnSheet<'s>> {
    let Some(forms) = sideways::forms(sheet, job) else {
        return below_each_other(sheet, job);
    };
    let turned = forms.turned.into_iter().map(|(sheet, form)| TableOnSheet {
        sheet: Cow::Owned(sheet),
        form: Some(form),
    });
    let mut tables: Vec<TableOnSheet<'s>> = turned.collect();
    if forms.end < sheet.rows.len() {
        let below = part(sheet, forms.end..sheet.rows.len());
        let below = below_each_other(&below, job).into_iter();
        tables.extend(below.map(|table| TableOnSheet {
            sheet: Cow::Owned(table.sheet.into_owned()),
            form: None,
        }));
    }
    tables
}

fn below_each_other<'s>(sheet: &'s Sheet, job: &Job<'_>) -> Vec<TableOnSheet<'s>> {
    let table = |sheet| TableOnSheet { sheet, form: None };
    let mut first = 0;
    let starts = starts(sheet, job);
    if starts.is_empty() {
        return vec![table(Cow::Borrowed(sheet))];
    }
    let ends = starts.into_iter().chain([sheet.rows.len()]);
    ends.map(|end| {
        table(Cow::Owned(part(
            sheet,
            std::mem::replace(&mut first, end)..end,
        )))
    })
    .collect()
}

fn part(sheet: &Sheet, rows: Range<usize>) -> Sheet {
    // What is said of a sheet as a whole is said with its first table.
    let is_first = rows.start == 0;
    let unparsed = is_first.then(|| sheet.unparsed.clone());
    Sheet {
        name: sheet.name.clone(),
        hidden: sheet.hidden && is_first,
        from_1904: sheet.from_1904,
        rows: sheet.rows.get(rows).unwrap_or_default().to_vec(),
        unparsed: unparsed.unwrap_or_default(),
        merged: sheet.merged.clone(),
    }
}

/// Where further tables begin, by the place of a row among the rows.
fn starts(sheet: &Sheet, job: &Job<'_>) -> Vec<usize> {
    let rows = sheet.rows.iter().enumerate();
    let mut rows = rows.filter(|(_, row)| may_be_headings(row));
    if rows.clone().nth(1).is_none() || exports::of(sheet).is_some() {
        return Vec::new();
    }
    let types: Vec<Headings> = RecordType::ALL
        .iter()
        .map(|kind| headings(job, *kind))
        .collect();
    let merged = MergedCellIndex::new(&sheet.merged);
    let mut starts = Vec::new();
    let mut log_above_first = None;
    let Some(mut above) = rows.find_map(|(at, row)| HeadingRow::of(at, row, &types)) else {
        return starts;
    };
    for (at, row) in rows {
        if above.is_repeated_by(row, sheet.rows.get(at + 1..).unwrap_or_default()) {
            continue;
        }
        let Some(found) = HeadingRow::of(at, row, &types) else {
            continue;
        };
        if !above.has_rows(&sheet.rows, at, job) {
            // Rows that stand together are titles, headings over several columns, and headings.
            if found.fields >= above.fields {
                above = found;
            }
        } else if !(above.is_other && found.is_other) && above.is_left_by(&found, &types, job) {
            let between = sheet.rows.get(above.at + 1..at).unwrap_or_default();
            let filled = between.iter().filter(|row| !row.cells.is_empty());
            log_above_first.get_or_insert(filled.count());
            starts.push(first_line(&sheet.rows, above.at + 1, at, &merged));
            above = found;
        }
    }
    let is_head = log_above_first.is_some_and(|rows| rows <= MOST_MEETINGS_OF_A_LIST);
    let is_engagement = |headings: &&Headings| headings.kind() == RecordType::Engagement;
    let mut engagements = types.iter().filter(is_engagement);
    if is_head && engagements.any(|headings| other_tables::is_attendance(sheet, headings)) {
        starts.clear();
    }
    starts
}

/// Whether a row holds nothing but several texts that begin with letters, as headings do.
fn may_be_headings(row: &Row) -> bool {
    let is_heading = |cell: &Cell| {
        let text = cell.text()?;
        let first = text.chars().find(|sign| sign.is_alphanumeric());
        first.map(|first| !first.is_ascii_digit())
    };
    let mut cells = row.cells.iter().take(WIDEST);
    row.cells.len() >= FEWEST && cells.all(|(_, cell)| is_heading(cell) == Some(true))
}

/// The place of the first row that belongs to headings: lines of one text above them, and headings
/// over several columns.
fn first_line(rows: &[Row], earliest: usize, header: usize, merged: &MergedCellIndex<'_>) -> usize {
    let first_column = |at: usize| Some(rows.get(at)?.cells.first()?.0);
    let is_line = |at: usize| {
        let Some(row) = rows.get(at) else {
            return false;
        };
        match row.cells.as_slice() {
            [] | [(_, Cell::Text(_))] => true,
            cells => {
                let mut wide = cells.iter();
                at + 1 == header
                    && may_be_headings(row)
                    && (first_column(at) > first_column(header)
                        || wide.any(|(column, _)| merged.is_wide(row.number, *column)))
            }
        }
    };
    let lines = (earliest..header).rev().take(MOST_LINES);
    let lines = lines.take_while(|at| is_line(*at));
    lines.last().unwrap_or(header)
}

/// A row that can be one of headings, and what is known of the rows below it.
struct HeadingRow<'s, 't> {
    /// Its place among the rows.
    at: usize,
    row: &'s Row,
    /// What its headings mean in records of the type of which it has the most fields.
    headings: &'t Headings,
    /// How many fields it has.
    fields: usize,
    /// Whether it is of a table of something else.
    is_other: bool,
    /// Whether a row below it holds a record, as far as they were looked through.
    has_rows: bool,
    /// The first row that was not looked through.
    next: usize,
}

impl<'s, 't> HeadingRow<'s, 't> {
    fn of(at: usize, row: &'s Row, types: &'t [Headings]) -> Option<Self> {
        let (fields, headings) = best_type(row, types)?;
        let is_other = other_tables::is_of_other(row, headings);
        (fields >= FEWEST || is_other).then_some(HeadingRow {
            at,
            row,
            headings,
            fields,
            is_other,
            has_rows: false,
            next: at + 1,
        })
    }

    /// The field that a column is for.
    fn field(&self, column: u32) -> Option<&'t Known> {
        let heading = self.row.cell(column)?.text()?;
        let mut fields = self.headings.meaning(heading, None).fields();
        fields.next().and_then(|at| self.headings.field(at))
    }

    /// Whether there are records between the headings and another row.
    fn has_rows(&mut self, rows: &[Row], end: usize, job: &Job<'_>) -> bool {
        if !self.has_rows {
            let days: Vec<(u32, &Known)> = self
                .row
                .cells
                .iter()
                .filter_map(|(column, _)| Some((*column, self.field(*column)?)))
                .filter(|(_, known)| known.holds == Holds::Day)
                .collect();
            let unread = rows.get(self.next..end).unwrap_or_default();
            self.has_rows = unread.iter().any(|row| self.is_record(row, &days, job));
            self.next = end;
        }
        self.has_rows
    }

    fn is_record(&self, row: &Row, days: &[(u32, &Known)], job: &Job<'_>) -> bool {
        if self.is_other {
            return !row.cells.is_empty();
        }
        let has_day = |(column, known): &(u32, &Known)| {
            let cell = row.cell(*column);
            cell.is_some_and(|cell| cells::names_one(cell, known, job))
        };
        if !days.is_empty() {
            return days.iter().any(has_day);
        }
        if self.headings.kind() == RecordType::Engagement {
            return layout::parts_a_day(self.row) && row.cells.len() >= FEWEST;
        }
        let is_filled = |(column, _): &&(u32, Cell)| self.field(*column).is_some();
        let filled = row.cells.iter().filter(is_filled).count();
        self.fields >= FEWEST_WITHOUT_DAY && filled >= FEWEST
    }

    /// Whether a row says nothing but these headings once more. One that leaves some out is of
    /// another table where nothing stands in their columns below it.
    fn is_repeated_by(&self, row: &Row, below: &[Row]) -> bool {
        let is_same = |(column, cell): &(u32, Cell)| {
            let own = self.row.cell(*column).and_then(Cell::text);
            own.zip(cell.text())
                .is_some_and(|(own, text)| own == text || key(own) == key(text))
        };
        if !row.cells.iter().all(is_same) {
            return false;
        }
        let left_out = self.row.cells.iter().map(|(column, _)| *column);
        let mut left_out = left_out.filter(|column| row.cell(*column).is_none());
        let goes_on = |column: u32| {
            let mut below = below.iter().take(MOST_ROWS);
            below.any(|row| row.cell(column).is_some())
        };
        let mut below = below.iter().take(MOST_ROWS);
        row.cells.len() == self.row.cells.len()
            || left_out.any(goes_on)
            || !below.any(|row| row.cells.len() >= FEWEST)
    }

    /// Whether another row is no record below these headings, but begins a table of its own: enough
    /// of its cells are headings and no values of the columns in which they stand, and one of them
    /// cannot be anything else there.
    fn is_left_by(&self, other: &HeadingRow<'_, '_>, types: &[Headings], job: &Job<'_>) -> bool {
        let mut headings = other.row.clone();
        headings.cells.retain(|(column, cell)| {
            let field = self.field(*column).filter(|known| !is_text(known));
            field.is_none_or(|known| !cells::is_value(cell, known, job))
        });
        let is_out_of_place = |(column, cell): &(u32, Cell)| {
            let Some(own) = self.row.cell(*column) else {
                return true;
            };
            let texts = own.text().zip(cell.text());
            own.text().is_some_and(|own| self.headings.knows(own))
                && self.field(*column).is_some_and(|known| !is_text(known))
                || texts.is_some_and(|(own, text)| key(own) == key(text))
        };
        let is_day = |(_, cell): &(u32, Cell)| {
            let text = cell.text().unwrap_or_default();
            read_day(text, DateOrder::DayFirst).day().is_some()
        };
        headings.cells.len() * 2 > other.row.cells.len()
            && headings.cells.iter().any(is_out_of_place)
            && !headings.cells.iter().any(is_day)
            && (other.is_other
                || best_type(&headings, types).is_some_and(|(fields, _)| fields >= FEWEST))
    }
}

fn is_text(known: &Known) -> bool {
    matches!(known.holds, Holds::Text | Holds::Texts | Holds::Agreed)
}

/// The type of record of which a row has the most headings, an engagement among equals, and how
/// many fields they name. One of them at least must be known by itself.
fn best_type<'t>(row: &Row, types: &'t [Headings]) -> Option<(usize, &'t Headings)> {
    let mut best: Option<(usize, &Headings)> = None;
    let is_engagement = |headings: &&Headings| headings.kind() == RecordType::Engagement;
    let engagement = types.iter().filter(is_engagement);
    for headings in engagement.chain(types.iter().filter(|headings| !is_engagement(headings))) {
        let fields = fields(row, headings);
        if best.is_none_or(|(most, _)| fields > most) {
            best = Some((fields, headings));
        }
    }
    best
}

/// How many fields a row of headings names; none where no heading is known by itself.
fn fields(row: &Row, headings: &Headings) -> usize {
    let texts = || {
        let cells = row.cells.iter().take(WIDEST);
        cells.filter_map(|(_, cell)| cell.text())
    };
    if !texts().any(|text| headings.knows(text)) {
        return 0;
    }
    layout::fields(row, headings)
}
