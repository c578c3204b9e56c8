//! Which cells were merged, found without going through all of them.

use std::collections::BTreeMap;

use crate::sheet::MergedCells;

/// The merged cells of a sheet, by the column in which they begin and by their first row.
#[derive(Debug, Default)]
pub struct MergedCellIndex<'a>(BTreeMap<u32, BTreeMap<u32, &'a MergedCells>>);

impl<'a> MergedCellIndex<'a> {
    /// The index of a sheet's blocks.
    pub fn new(merged: &'a [MergedCells]) -> Self {
        let mut index = MergedCellIndex::default();
        for one in merged {
            let column = index.0.entry(*one.columns.start()).or_default();
            column.insert(*one.rows.start(), one);
        }
        index
    }

    /// The row in which cells begin that reach over this one from above.
    pub fn first_row(&self, row: u32, column: u32) -> Option<u32> {
        let (_, merged) = self.0.get(&column)?.range(..row).next_back()?;
        merged.rows.contains(&row).then_some(*merged.rows.start())
    }

    /// Whether a cell reaches over columns to its right.
    pub fn is_wide(&self, row: u32, column: u32) -> bool {
        let merged = self.0.get(&column).and_then(|rows| rows.get(&row));
        merged.is_some_and(|merged| *merged.columns.end() > column)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_from_below_and_from_the_left() {
        let merged = [
            MergedCells {
                rows: 5..=7,
                columns: 0..=0,
            },
            MergedCells {
                rows: 8..=8,
                columns: 0..=3,
            },
        ];
        let index = MergedCellIndex::new(&merged);
        assert_eq!(index.first_row(5, 0), None);
        assert_eq!(index.first_row(6, 0), Some(5));
        assert_eq!(index.first_row(7, 0), Some(5));
        assert_eq!(index.first_row(8, 0), None);
        assert_eq!(index.first_row(6, 1), None);
        assert!(index.is_wide(8, 0) && !index.is_wide(5, 0) && !index.is_wide(8, 1));
    }
}
