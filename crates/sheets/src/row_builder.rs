//! Cells put together into rows, in whatever order a file gives them.

use crate::error::Error;
use crate::limits::{Budget, COLUMNS, ROWS};
use crate::sheet::{Cell, MergedCells, Row, Sheet};

/// A sheet that is being read.
pub(crate) struct RowBuilder<'b> {
    sheet: Sheet,
    budget: &'b mut Budget,
    orderly: bool,
}

impl<'b> RowBuilder<'b> {
    /// A sheet without cells.
    pub(crate) fn new(sheet: Sheet, budget: &'b mut Budget) -> Self {
        RowBuilder {
            sheet,
            budget,
            orderly: true,
        }
    }

    /// What the workbook may still hold.
    pub(crate) fn budget(&mut self) -> &mut Budget {
        self.budget
    }

    /// Puts a cell, its row and column from 0. A text without a sign is nothing; what lies outside
    /// every sheet is a sign of damage.
    pub(crate) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Error> {
        if row >= ROWS || column >= COLUMNS {
            return Err(Error::Damaged);
        }
        if let Cell::Text(text) = &cell {
            if text.is_empty() {
                return Ok(());
            }
            self.budget.take_text(text.len())?;
        }
        self.budget.take_cell()?;
        self.push(row + 1, column, cell)
    }

    /// Puts a cell into the row that was begun last, or begins the next one.
    fn push(&mut self, number: u32, column: u32, cell: Cell) -> Result<(), Error> {
        if let Some(row) = self.sheet.rows.last_mut() {
            if row.number == number {
                let last = row.cells.last().map(|(column, _)| *column);
                self.orderly = self.orderly && last < Some(column);
                row.cells.push((column, cell));
                return Ok(());
            }
            // Rows that are done keep no room for more: there may be a million of them.
            row.cells.shrink_to_fit();
            self.orderly = self.orderly && row.number < number;
        }
        self.budget.take_row()?;
        self.sheet.rows.push(Row {
            number,
            cells: vec![(column, cell)],
            ..Row::default()
        });
        Ok(())
    }

    /// Merges a block of cells; one cell alone is no block.
    pub(crate) fn merge(&mut self, block: MergedCells) -> Result<(), Error> {
        let one =
            block.rows.start() == block.rows.end() && block.columns.start() == block.columns.end();
        if one || block.rows.is_empty() || block.columns.is_empty() {
            return Ok(());
        }
        self.budget.take_cell()?;
        self.sheet.merged.push(block);
        Ok(())
    }

    /// The sheet with its rows in order, those whose numbers are given hidden.
    pub(crate) fn finish(mut self, hidden: &[u32]) -> Sheet {
        if !self.orderly {
            order(&mut self.sheet.rows);
        }
        for row in &mut self.sheet.rows {
            row.hidden = hidden.binary_search(&row.number).is_ok();
        }
        self.sheet
    }
}

/// Rows that came in any order, each once and from the top, and so the cells of each. Of what is
/// said twice the last holds, as in a spreadsheet program.
fn order(rows: &mut Vec<Row>) {
    rows.sort_by_key(|row| row.number);
    rows.dedup_by(|next, row| {
        let same = row.number == next.number;
        if same {
            row.cells.append(&mut next.cells);
        }
        same
    });
    for row in rows {
        row.cells.sort_by_key(|(column, _)| *column);
        row.cells.dedup_by(|next, cell| {
            let same = cell.0 == next.0;
            if same {
                std::mem::swap(cell, next);
            }
            same
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn cells_in_any_order_become_rows_in_order() {
        let mut budget = Budget::new();
        let mut rows = RowBuilder::new(Sheet::default(), &mut budget);
        for (row, column, cell) in [
            (4, 2, text("C5")),
            (0, 1, text("old B1")),
            (4, 0, text("A5")),
            (0, 1, text("B1")),
            (2, 0, text("")),
        ] {
            rows.put(row, column, cell).unwrap();
        }
        let sheet = rows.finish(&[3, 5]);
        let rows: Vec<_> = sheet
            .rows
            .into_iter()
            .map(|row| (row.number, row.hidden, row.cells))
            .collect();
        assert_eq!(
            rows,
            [
                (1, false, vec![(1, text("B1"))]),
                (5, true, vec![(0, text("A5")), (2, text("C5"))]),
            ]
        );
    }

    #[test]
    fn what_lies_outside_every_sheet_is_damage() {
        let mut budget = Budget::new();
        let mut rows = RowBuilder::new(Sheet::default(), &mut budget);
        assert_eq!(rows.put(ROWS - 1, COLUMNS - 1, text("x")), Ok(()));
        let outside = Err(Error::Damaged);
        assert_eq!(rows.put(ROWS, 0, text("x")), outside);
        assert_eq!(rows.put(0, COLUMNS, text("x")), outside);
    }
}
