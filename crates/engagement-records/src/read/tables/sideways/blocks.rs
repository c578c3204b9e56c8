//! The forms that stand below each other beside one column of headings.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{FEWEST, field};
use crate::read::key::key;
use crate::read::tables::headings::{Headings, is_about_one_deed};
use crate::read::tables::known::{Holds, Known};
use plain_values::{DateOrder, is_placeholder, read_day};
use sheets::{Cell, Row};

/// One form: what stands beside its headings, down to the next one.
pub(super) struct Block<'s> {
    /// The column of its headings.
    pub(super) column: u32,
    /// The columns that belong to it.
    pub(super) columns: Range<u32>,
    /// What stands above its first heading.
    pub(super) above: Vec<&'s Row>,
    /// The rows that have a heading.
    pub(super) labels: Vec<&'s Row>,
    /// The headings over several rows, each with the numbers of the first and the last of these.
    pub(super) groups: Vec<(&'s Row, Range<usize>)>,
    /// The row of titles.
    title: Option<&'s Row>,
    /// The row of days.
    day: Option<&'s Row>,
    /// Rows with something beside no heading.
    pub(super) without_label: Vec<&'s Row>,
    /// Rows with nothing beside what stands there, which is no heading.
    pub(super) lines: Vec<&'s Row>,
}

impl<'s> Block<'s> {
    fn new(column: u32, columns: Range<u32>) -> Self {
        Block {
            column,
            columns,
            above: Vec::new(),
            labels: Vec::new(),
            groups: Vec::new(),
            title: None,
            day: None,
            without_label: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// The cells of a row that are of this form.
    pub(super) fn cells(&self, row: &'s Row) -> impl Iterator<Item = &'s (u32, Cell)> + use<'s> {
        let columns = self.columns.clone();
        let cells = row.cells.iter();
        cells.filter(move |(column, _)| columns.contains(column))
    }

    /// The cells of a row that stand behind its heading.
    pub(super) fn values(&self, row: &'s Row) -> impl Iterator<Item = &'s (u32, Cell)> + use<'s> {
        let heading = self.column;
        self.cells(row).filter(move |(column, _)| *column > heading)
    }

    /// The heading of a row.
    pub(super) fn label(&self, row: &'s Row) -> Option<&'s str> {
        row.cell(self.column)?.text()
    }

    /// The first column behind the headings in which something stands.
    pub(super) fn first_filled(&self) -> Option<u32> {
        let values = self.labels.iter().filter_map(|row| self.values(row).next());
        values.map(|(column, _)| *column).min()
    }

    /// Its columns that are a record each: the first, and those that have a title, if there are any,
    /// and a day, or answer half of what the first one does. What stands in others is a remark.
    pub(super) fn records(&self) -> Vec<u32> {
        let Some(first) = self.first_filled() else {
            return Vec::new();
        };
        let mut answered: BTreeMap<u32, usize> = BTreeMap::new();
        for row in &self.labels {
            for (column, _) in self.values(row) {
                *answered.entry(*column).or_default() += 1;
            }
        }
        let most = answered.get(&first).copied().unwrap_or_default();
        let title = self.title.or(self.row_above());
        let is_named = |column| title.is_none_or(|row| row.cell(column).is_some());
        let has_day = |column| {
            self.day
                .and_then(|row| row.cell(column))
                .is_some_and(is_day)
        };
        let is_record = |(column, count): &(&u32, &usize)| {
            let is_answered = **count * 2 >= most || has_day(**column);
            **column == first || (is_answered && is_named(**column))
        };
        let all = answered.iter().filter(is_record);
        all.map(|(column, _)| *column).collect()
    }

    /// The row right above the headings that has a text over every record, which is called that, and
    /// no heading of its own.
    pub(super) fn titles(&self) -> Option<&'s Row> {
        let above = self.row_above().filter(|_| self.title.is_none())?;
        let has_text = |column: &u32| {
            above
                .cell(*column)
                .is_some_and(|cell| cell.text().is_some())
        };
        self.records().iter().all(has_text).then_some(above)
    }

    /// The row right above the headings, if it has none itself.
    fn row_above(&self) -> Option<&'s Row> {
        let (last, first) = (self.above.last()?, self.labels.first()?);
        let is_beside = last.number + 1 == first.number && last.cell(self.column).is_none();
        is_beside.then_some(*last)
    }

    /// What its headings are, for finding those that are alike.
    pub(super) fn keys(&self) -> Vec<String> {
        let labels = self.labels.iter().filter_map(|row| self.label(row));
        let groups = self.groups.iter().filter_map(|(row, _)| self.label(row));
        labels.map(key).chain(groups.map(key)).collect()
    }

    /// Notes that a row is of titles, or of days.
    fn mark(&mut self, row: &'s Row, known: Option<&Known>) {
        if known.is_some_and(|known| known.path == "title") {
            self.title.get_or_insert(row);
        }
        if known.is_some_and(|known| known.holds == Holds::Day) {
            self.day.get_or_insert(row);
        }
    }

    /// Notes that a row has a heading.
    fn add(&mut self, row: &'s Row, group: Option<&'s Row>) {
        let at = self.labels.len();
        self.labels.push(row);
        let Some(group) = group else {
            return;
        };
        match self.groups.last_mut() {
            Some((last, rows)) if last.number == group.number => rows.end = at + 1,
            _ => self.groups.push((group, at..at + 1)),
        }
    }
}

/// The forms of one column of headings, from the top. Where the first heading is written again,
/// another form begins.
pub(super) fn blocks<'s>(
    rows: &'s [Row],
    columns: Range<u32>,
    column: u32,
    headings: &Headings,
) -> Vec<Block<'s>> {
    let mut all = Vec::new();
    let mut block = Block::new(column, columns.clone());
    let mut known = BTreeMap::new();
    let mut fields = BTreeSet::new();
    let mut first = None;
    let mut group: Option<&'s Row> = None;
    let mut before = 0;
    for (at, row) in rows.iter().enumerate() {
        let has_values = block.values(row).next().is_some();
        let label = block.label(row);
        // A blank row ends what a heading is over.
        if row.number > before + 1 || row.cells.is_empty() {
            group = None;
        }
        before = row.number;
        if block.cells(row).next().is_none() {
            continue;
        }
        let Some(label) = label else {
            let is_above = block.labels.is_empty();
            let to = if is_above {
                &mut block.above
            } else {
                &mut block.without_label
            };
            to.push(row);
            continue;
        };
        let is_known = *known.entry(label).or_insert_with(|| headings.knows(label));
        if !has_values && is_over(row, rows.get(at + 1), column, headings) {
            group = Some(row);
            continue;
        }
        if !is_known && (!has_values || block.labels.is_empty()) {
            let is_above = block.labels.is_empty();
            let to = if is_above {
                &mut block.above
            } else {
                &mut block.lines
            };
            to.push(row);
            continue;
        }
        let is_first = group.is_none() && first.as_ref() == Some(&key(label));
        if is_first && fields.len() >= FEWEST {
            let done = std::mem::replace(&mut block, Block::new(column, columns.clone()));
            all.push(done);
            fields.clear();
        }
        if is_known {
            first.get_or_insert_with(|| key(label));
            let known = field(label, headings);
            block.mark(row, known);
            fields.extend(known.map(|known| known.path.clone()));
        }
        block.add(row, group);
    }
    all.push(block);
    all
}

/// Whether a cell is a day, or keeps the place of one.
fn is_day(cell: &Cell) -> bool {
    match cell {
        Cell::Moment(_) => true,
        Cell::Text(text) => {
            is_placeholder(text) || read_day(text, DateOrder::DayFirst).day().is_some()
        }
        Cell::Number(_)
        | Cell::Clock(_)
        | Cell::Truth(_)
        | Cell::Error(_)
        | Cell::Unreadable(_) => false,
    }
}

/// Whether a text with nothing beside it is a heading over the rows below it: `Feedback` over `Sent`
/// and `Channel`.
fn is_over(row: &Row, next: Option<&Row>, column: u32, headings: &Headings) -> bool {
    let next = next.filter(|next| next.number == row.number + 1);
    let text = |row: &'_ Row| row.cell(column).and_then(Cell::text).map(str::to_owned);
    let Some((label, below)) = text(row).zip(next.and_then(text)) else {
        return false;
    };
    let is_field = key(&label).contains(' ') && headings.knows(&label);
    let together = headings.meaning(&below, Some(&label));
    is_about_one_deed(&label)
        && !is_field
        && together.fields().next().is_some()
        && together != headings.meaning(&below, None)
}
