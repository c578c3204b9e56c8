//! Which cells were joined, found without going through all of them.

use std::collections::BTreeMap;

use super::sheet::Joined;

/// The joined cells of a sheet, by the column in which they begin and by their first row.
#[derive(Debug, Default)]
pub(super) struct Joins<'a>(BTreeMap<u32, BTreeMap<u32, &'a Joined>>);

impl<'a> Joins<'a> {
    pub(super) fn new(joined: &'a [Joined]) -> Self {
        let mut joins = Joins::default();
        for one in joined {
            let column = joins.0.entry(*one.columns.start()).or_default();
            column.insert(*one.rows.start(), one);
        }
        joins
    }

    /// The row in which cells begin that reach over this one from above.
    pub(super) fn first_row(&self, row: u32, column: u32) -> Option<u32> {
        let (_, joined) = self.0.get(&column)?.range(..row).next_back()?;
        joined.rows.contains(&row).then_some(*joined.rows.start())
    }

    /// Whether a cell reaches over columns to its right.
    pub(super) fn is_wide(&self, row: u32, column: u32) -> bool {
        let joined = self.0.get(&column).and_then(|rows| rows.get(&row));
        joined.is_some_and(|joined| *joined.columns.end() > column)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_from_below_and_from_the_left() {
        let joined = [
            Joined {
                rows: 5..=7,
                columns: 0..=0,
            },
            Joined {
                rows: 8..=8,
                columns: 0..=3,
            },
        ];
        let joins = Joins::new(&joined);
        assert_eq!(joins.first_row(5, 0), None);
        assert_eq!(joins.first_row(6, 0), Some(5));
        assert_eq!(joins.first_row(7, 0), Some(5));
        assert_eq!(joins.first_row(8, 0), None);
        assert_eq!(joins.first_row(6, 1), None);
        assert!(joins.is_wide(8, 0) && !joins.is_wide(5, 0) && !joins.is_wide(8, 1));
    }
}
