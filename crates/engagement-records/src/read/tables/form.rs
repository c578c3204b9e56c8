//! A form that was turned so that its records are rows: where its cells really stand, and by what
//! words a table is spoken of that lies on its side.

use std::collections::BTreeMap;

use located::source::letters;
use sheets::Row;
use working_days::count_of;

/// What a form says of the rows that it was made into.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The column in which its headings stand, from 0.
    pub(super) column: u32,
    /// The row of the first of them, from 1.
    pub(super) row: u32,
    /// What stands beside no heading and is above no form, such as `About the meeting`.
    pub(super) lines: Vec<Row>,
    /// How many rows of it people do not see.
    pub(super) hidden_rows: usize,
    /// Where its rows come from, the first of them first.
    from: Vec<RowFrom>,
    /// The rows of headings of each of the forms that stand below each other.
    headings: Vec<Vec<SheetRow>>,
    /// Cells that stand elsewhere than their row and column tell.
    elsewhere: BTreeMap<(u32, u32), CellPlace>,
}

/// A row of a sheet.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SheetRow {
    /// Its number, from 1.
    pub(super) number: u32,
    /// Its line in the file, where that is a text.
    pub(super) line: Option<u32>,
}

/// Where a cell stands on its sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellPlace {
    /// Its row.
    pub(super) row: SheetRow,
    /// Its column, from 0.
    pub(super) column: u32,
}

/// What a row of a turned form was before.
#[derive(Debug, Clone, Copy)]
enum RowFrom {
    /// A row, which was left as it was.
    Row(SheetRow),
    /// What stands in a column beside the headings of one of the forms below each other.
    Column { form: usize, column: u32 },
}

impl SheetRow {
    pub(super) fn of(row: &Row) -> Self {
        SheetRow {
            number: row.number,
            line: row.line,
        }
    }
}

impl Form {
    /// Adds a form below the others, by its rows of headings.
    pub(super) fn below(&mut self, headings: Vec<SheetRow>) -> usize {
        self.headings.push(headings);
        self.headings.len() - 1
    }

    /// The number of the next row, which was one before.
    pub(super) fn next_row(&mut self, row: SheetRow) -> u32 {
        self.next(RowFrom::Row(row))
    }

    /// The number of the next row, which was a column before.
    pub(super) fn next_column(&mut self, form: usize, column: u32) -> u32 {
        self.next(RowFrom::Column { form, column })
    }

    fn next(&mut self, from: RowFrom) -> u32 {
        self.from.push(from);
        u32::try_from(self.from.len()).unwrap_or(u32::MAX)
    }

    /// Says where a cell stands that its row and column do not tell.
    pub(super) fn stands(&mut self, row: u32, column: u32, place: CellPlace) {
        self.elsewhere.insert((row, column), place);
    }

    /// Where a cell stands.
    pub(super) fn place(&self, row: u32, column: u32) -> CellPlace {
        if let Some(place) = self.elsewhere.get(&(row, column)) {
            return *place;
        }
        let index = |number: u32| usize::try_from(number).ok();
        let from = row.checked_sub(1).and_then(index);
        match from.and_then(|at| self.from.get(at)) {
            Some(RowFrom::Row(row)) => CellPlace { row: *row, column },
            Some(RowFrom::Column { form, column: at }) => {
                let headings = self.headings.get(*form);
                let row = headings.and_then(|rows| rows.get(index(column)?));
                CellPlace {
                    row: row.copied().unwrap_or_default(),
                    column: *at,
                }
            }
            None => CellPlace {
                row: SheetRow::default(),
                column,
            },
        }
    }

    /// The row in which the heading of a field stands, from 0.
    pub(super) fn row_of_heading(&self, field: u32) -> u32 {
        let rows = self.headings.first();
        let row = rows.and_then(|rows| rows.get(usize::try_from(field).ok()?));
        row.map_or(0, |row| row.number.saturating_sub(1))
    }

    /// The cell in which a record begins, as a spreadsheet program calls it.
    pub(super) fn first_cell(&self, row: u32) -> String {
        let place = self.place(row, 0);
        format!("{}{}", letters(place.column), place.row.number)
    }
}

/// Where the fields of a table stand, for the words in which it is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldsIn {
    /// Each in a column: a row is a record.
    Columns,
    /// Each in a row, as in a form.
    Rows,
}

impl FieldsIn {
    pub(super) fn of(form: Option<&Form>) -> Self {
        form.map_or(FieldsIn::Columns, |_| FieldsIn::Rows)
    }

    /// What a field stands in.
    pub(super) fn one(self) -> &'static str {
        match self {
            FieldsIn::Columns => "column",
            FieldsIn::Rows => "row",
        }
    }

    /// What a record is.
    pub(super) fn record(self) -> &'static str {
        match self {
            FieldsIn::Columns => "row",
            FieldsIn::Rows => "record",
        }
    }

    /// So many records: `6 rows`.
    pub(super) fn counted(self, records: usize) -> String {
        let count = i64::try_from(records).unwrap_or(i64::MAX);
        match self {
            FieldsIn::Columns => count_of(count, "rows"),
            FieldsIn::Rows => count_of(count, "records"),
        }
    }

    /// What stands in a field does so under or beside its heading.
    pub(super) fn by_heading(self) -> &'static str {
        match self {
            FieldsIn::Columns => "under",
            FieldsIn::Rows => "beside",
        }
    }
}
