//! Headings over several columns, in the row above the headings themselves.

use std::ops::RangeInclusive;

use sheets::{Cell, Row, Sheet};

/// The headings over several columns.
#[derive(Debug, Default)]
pub(super) struct HeadingsAbove<'s> {
    /// Each with the columns that it stands over, from the left.
    all: Vec<(RangeInclusive<u32>, &'s str)>,
}

impl<'s> HeadingsAbove<'s> {
    /// What stands above a row of headings: over the columns with which it was merged, and in a
    /// text, which knows no merged cells, over all up to the next. One line over the whole table is
    /// its title.
    pub(super) fn of(sheet: &'s Sheet, header: usize) -> Self {
        let rows = header.checked_sub(1).and_then(|above| {
            let above = sheet.rows.get(above)?;
            Some((above, sheet.rows.get(header)?))
        });
        let Some((above, row)) = rows.filter(|(above, row)| above.number + 1 == row.number) else {
            return HeadingsAbove::default();
        };
        let is_text = sheet.name.is_none() && sheet.merged.is_empty();
        let mut all = Vec::new();
        let mut cells = above.cells.iter().peekable();
        while let Some((at, cell)) = cells.next() {
            let next = cells.peek().map_or(u32::MAX, |(next, _)| *next);
            let last = if is_text {
                next - 1
            } else {
                merged_to(sheet, above, *at)
            };
            if let Cell::Text(text) = cell {
                all.push((*at..=last, text.as_str()));
            }
        }
        let is_title = |columns: &RangeInclusive<u32>| {
            row.cells
                .first()
                .is_none_or(|(first, _)| columns.start() <= first)
        };
        if let [(columns, _)] = all.as_slice()
            && is_title(columns)
        {
            return HeadingsAbove::default();
        }
        HeadingsAbove { all }
    }

    /// The heading over a column.
    pub(super) fn over(&self, column: u32) -> Option<&'s str> {
        let mut all = self.all.iter();
        all.find(|(columns, _)| columns.contains(&column))
            .map(|(_, text)| *text)
    }
}

/// The last of the columns over which a cell reaches.
fn merged_to(sheet: &Sheet, row: &Row, column: u32) -> u32 {
    let mut merged = sheet.merged.iter();
    merged
        .find(|merged| merged.rows.contains(&row.number) && merged.columns.contains(&column))
        .map_or(column, |merged| *merged.columns.end())
}
