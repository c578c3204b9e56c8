//! How much one file of tables may hold, be it a text or a workbook. A short row takes many times
//! its length once it is read, so everything is counted before it is kept.

/// Rows that hold something: a hundred years with forty meetings a week.
const MOST_ROWS: usize = 200_000;

/// Cells that hold something: twice 50,000 rows of 30 columns.
pub(super) const MOST_CELLS: usize = 3_000_000;

/// Of what there is too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    /// More rows than are read.
    Rows,
    /// More cells than are read.
    Cells,
}

impl Excess {
    /// What to do about a file that is too large.
    pub(super) const HELP: &str =
        "delete what is not part of the records, or split it, for example by year";

    /// What there is too much of, said for people: a number of seven digits would be hidden, as if it
    /// could identify somebody.
    pub(super) fn why(self) -> String {
        match self {
            Excess::Rows => format!("more than {},000 rows in it are filled", MOST_ROWS / 1_000),
            Excess::Cells => format!(
                "more than {} million cells in it are filled",
                MOST_CELLS / 1_000_000
            ),
        }
    }
}

/// What a file may still hold.
#[derive(Debug)]
pub(super) struct Room {
    rows: usize,
    cells: usize,
}

impl Room {
    /// The whole of it.
    pub(super) fn new() -> Self {
        Room {
            rows: MOST_ROWS,
            cells: MOST_CELLS,
        }
    }

    /// Takes one row.
    pub(super) fn take_row(&mut self) -> Result<(), Excess> {
        self.rows = self.rows.checked_sub(1).ok_or(Excess::Rows)?;
        Ok(())
    }

    /// Takes so many cells, or anything else that there can be as many of.
    pub(super) fn take_cells(&mut self, cells: usize) -> Result<(), Excess> {
        self.cells = self.cells.checked_sub(cells).ok_or(Excess::Cells)?;
        Ok(())
    }
}
