//! Forms as tables with a record in each row, with the way back from every cell.

use super::blocks::Block;
use crate::read::tables::form::{CellPlace, Form, SheetRow};
use sheets::{Cell, MergedCells, Row, Sheet};

/// What a row above a form is that says what each of its records is called.
const TITLE: &str = "Title";

/// The tables that forms below each other make: those with the same headings make one.
pub(super) fn turned(sheet: &Sheet, blocks: Vec<Block<'_>>, is_first: bool) -> Vec<(Sheet, Form)> {
    let mut tables: Vec<(Vec<String>, Turning<'_>)> = Vec::new();
    for block in blocks {
        let keys = block.keys();
        match tables.last_mut() {
            Some((before, turning)) if *before == keys => turning.add(&block),
            _ => {
                let is_first = is_first && tables.is_empty();
                let mut turning = Turning::new(sheet, is_first);
                turning.begin(&block);
                turning.add(&block);
                tables.push((keys, turning));
            }
        }
    }
    tables
        .into_iter()
        .map(|(_, turning)| turning.finish())
        .collect()
}

/// A record in the making: the number of its row, its column, and its cells.
type Record = (u32, u32, Vec<(u32, Cell)>);

/// One table in the making.
struct Turning<'s> {
    sheet: &'s Sheet,
    table: Sheet,
    form: Form,
    /// What stands beside no heading.
    lines: Vec<Row>,
    is_first: bool,
}

impl<'s> Turning<'s> {
    fn new(sheet: &'s Sheet, is_first: bool) -> Self {
        Turning {
            sheet,
            table: Sheet {
                name: sheet.name.clone(),
                hidden: sheet.hidden && is_first,
                from_1904: sheet.from_1904,
                rows: Vec::new(),
                // What is said of a sheet as a whole is said with its first table.
                unparsed: if is_first {
                    sheet.unparsed.clone()
                } else {
                    Vec::new()
                },
                merged: Vec::new(),
            },
            form: Form::default(),
            lines: Vec::new(),
            is_first,
        }
    }

    /// Writes what stands above the records: titles, headings over several, and headings.
    fn begin(&mut self, block: &Block<'s>) {
        self.form.column = block.column;
        let titles = block.titles();
        for row in &block.above {
            if titles.is_none_or(|titles| titles.number != row.number) {
                self.line(row, block);
            }
        }
        let labels = labels(block);
        self.form.row = labels.first().map_or(1, |row| row.number);
        let before = usize::from(titles.is_some());
        // A row between keeps a title from being taken for headings over several columns.
        let above = self.form.next_row(SheetRow::default());
        let mut groups = Vec::new();
        for (row, range) in &block.groups {
            let [first, last] =
                [range.start, range.end.saturating_sub(1)].map(|at| number(at + before));
            let place = CellPlace {
                row: SheetRow::of(row),
                column: block.column,
            };
            self.form.stands(above, first, place);
            groups.extend(row.cell(block.column).map(|cell| (first, cell.clone())));
            self.table.merged.push(MergedCells {
                rows: above..=above,
                columns: first..=last,
            });
        }
        self.push(above, groups);
        let header = self.form.next_row(SheetRow::default());
        let mut cells = Vec::new();
        for (row, at) in labels.iter().zip(0..) {
            let place = CellPlace {
                row: SheetRow::of(row),
                column: block.column,
            };
            self.form.stands(header, at, place);
            let own = row.cell(block.column).cloned();
            cells.push((at, own.unwrap_or_else(|| Cell::Text(TITLE.to_owned()))));
        }
        self.push(header, cells);
    }

    /// Adds the records of a form.
    fn add(&mut self, block: &Block<'s>) {
        let labels = labels(block);
        let form = self
            .form
            .below(labels.iter().map(|row| SheetRow::of(row)).collect());
        let columns = block.records();
        let mut records: Vec<Record> = Vec::new();
        for column in &columns {
            let row = self.form.next_column(form, *column);
            records.push((row, *column, Vec::new()));
        }
        for (row, at) in labels.iter().zip(0..) {
            self.merged(row, at, &records);
            for (column, cell) in block.cells(row).filter(|(at, _)| *at != block.column) {
                match records.iter_mut().find(|(_, record, _)| record == column) {
                    Some((_, _, cells)) => cells.push((at, cell.clone())),
                    None => self.beside(row, *column, cell, &mut records, labels.len()),
                }
            }
        }
        for row in &block.without_label {
            for (column, cell) in block.cells(row) {
                self.beside(row, *column, cell, &mut records, labels.len());
            }
        }
        for row in &block.lines {
            self.lines.push(of_block(row, block));
        }
        self.count_hidden(block);
        for (row, _, mut cells) in records {
            cells.sort_by_key(|(at, _)| *at);
            self.push(row, cells);
        }
    }

    /// Puts a cell that stands beside no heading, or in no record, into the record to its left, or the
    /// first.
    fn beside(
        &mut self,
        row: &Row,
        column: u32,
        cell: &Cell,
        records: &mut [Record],
        labels: usize,
    ) {
        let left = records.iter().rposition(|(_, record, _)| *record <= column);
        let Some((record, _, cells)) = records.get_mut(left.unwrap_or(0)) else {
            return;
        };
        let further = cells.iter().filter(|(at, _)| *at >= number(labels)).count();
        let at = number(labels + further);
        self.form.stands(
            *record,
            at,
            CellPlace {
                row: SheetRow::of(row),
                column,
            },
        );
        cells.push((at, cell.clone()));
    }

    /// Keeps what cells of a row say that were merged for several records.
    fn merged(&mut self, row: &Row, at: u32, records: &[Record]) {
        let of_row = self
            .sheet
            .merged
            .iter()
            .filter(|merged| merged.rows.contains(&row.number));
        for merged in of_row {
            let mut within = records.iter();
            let within = within
                .by_ref()
                .filter(|(_, column, _)| merged.columns.contains(column));
            let rows: Vec<u32> = within.map(|(row, ..)| *row).collect();
            if let [first, .., last] = rows.as_slice() {
                self.table.merged.push(MergedCells {
                    rows: *first..=*last,
                    columns: at..=at,
                });
            }
        }
    }

    fn count_hidden(&mut self, block: &Block<'s>) {
        let rows = block.labels.iter().chain(&block.without_label);
        let hidden = rows.chain(&block.above).chain(&block.lines);
        if self.is_first {
            self.form.hidden_rows += hidden.filter(|row| row.hidden).count();
        }
    }

    /// A row that stays as it is.
    fn line(&mut self, row: &Row, block: &Block<'s>) {
        let number = self.form.next_row(SheetRow::of(row));
        self.push(number, of_block(row, block).cells);
    }

    fn push(&mut self, number: u32, cells: Vec<(u32, Cell)>) {
        self.table.rows.push(Row {
            number,
            line: None,
            hidden: false,
            cells,
        });
    }

    fn finish(mut self) -> (Sheet, Form) {
        for row in std::mem::take(&mut self.lines) {
            let number = self.form.next_row(SheetRow::of(&row));
            self.form.lines.push(Row { number, ..row });
        }
        (self.table, self.form)
    }
}

/// A row with the cells that are of a form.
fn of_block(row: &Row, block: &Block<'_>) -> Row {
    let cells = row.cells.iter();
    let cells = cells.filter(|(column, _)| block.columns.contains(column));
    Row {
        number: row.number,
        line: row.line,
        hidden: row.hidden,
        cells: cells.cloned().collect(),
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The rows with a heading, behind the one above them that says what each record is called.
fn labels<'s>(block: &Block<'s>) -> Vec<&'s Row> {
    block
        .titles()
        .into_iter()
        .chain(block.labels.iter().copied())
        .collect()
}
