//! The sheets of one file into records, and what there is to say of the sheets themselves.

mod guests;

use std::collections::{BTreeMap, BTreeSet};

use super::dates::Dates;
use super::diagnostics;
use super::entries;
use super::form::FieldsIn;
use super::other_tables::Other;
use super::rows::{Rows, Seen};
use super::several::{self, TableOnSheet};
use super::table::{KnownSheet, Table, TypedColumns};
use super::tree::{fill_in, record};
use super::years::{self, YearLender};
use crate::fields::KeptAs;
use crate::read::item::{Beside, Contents, Item, Job, Scan, Take};
use crate::read::previous_reports;
use crate::record::RecordType;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spot, Transcript};
use located::tree::Node;
use plain_values::DateOrder;
use sheets::{MergedCellIndex, Note, Row, Sheet, UnreadableCell};

/// Reads all sheets, handing every record over as soon as it is known. The findings of a report are
/// none.
pub(super) fn read(
    job: &Job<'_>,
    sheets: &[Sheet],
    notes: &[Note],
    faults: Vec<Diagnostic>,
    take: &mut Take<'_>,
) -> Scan {
    if job.settings.reports.are_in_table(sheets) {
        return Scan::left_out(previous_reports::WHY, Contents::Text(String::new()));
    }
    let mut file = TableFile {
        job,
        scan: Scan {
            faults,
            ..Scan::of(Contents::Text(String::new()))
        },
        transcript: Transcript::default(),
        without_headings: Vec::new(),
        tables: 0,
        others: 0,
        has_blank_column: false,
    };
    for (at, sheet) in sheets.iter().enumerate() {
        file.sheet(sheet, take);
        let notes: Vec<&Note> = notes.iter().filter(|note| note.sheet == at).collect();
        file.notes(sheet, &notes);
    }
    file.finish()
}

/// What stands before a text that belongs to no cell, so that people know where to look.
const BESIDE_CELLS: &str = "in a box or chart, or above or below the pages";

/// One file, being read.
struct TableFile<'a> {
    job: &'a Job<'a>,
    scan: Scan,
    transcript: Transcript,
    /// Sheets that hold something, but no row of headings: where they begin.
    without_headings: Vec<Span>,
    /// How many sheets had a row of headings.
    tables: usize,
    /// How many sheets are known as something else.
    others: usize,
    /// Whether it was said that a column is blank; once is enough.
    has_blank_column: bool,
}

impl TableFile<'_> {
    fn sheet(&mut self, sheet: &Sheet, take: &mut Take<'_>) {
        let number = sheet.name.as_deref().map(|name| self.name(name));
        let tables = several::tables(sheet, self.job);
        for table in &tables {
            let known = KnownSheet::of(&table.sheet, tables.len() == 1, self.job);
            self.table(table, number, known, take);
        }
    }

    /// One of the tables of a sheet.
    fn table(
        &mut self,
        table: &TableOnSheet<'_>,
        number: Option<u16>,
        known: KnownSheet,
        take: &mut Take<'_>,
    ) {
        let sheet: &Sheet = &table.sheet;
        let form = table.form.as_ref();
        let KnownSheet {
            named,
            main,
            header,
            other,
        } = known;
        let order = self.job.imports.dates.unwrap_or(DateOrder::DayFirst);
        let (above, below) = sheet
            .rows
            .split_at(header.map_or(sheet.rows.len(), |at| at + 1));
        let start = self.transcript.text().len();
        let mut rows = Rows {
            job: self.job,
            sheet,
            number,
            order,
            dates: Dates::of(below, main.columns.all(), &main.headings, order),
            merged: MergedCellIndex::new(&sheet.merged),
            first_merged: BTreeMap::new(),
            unreadable: BTreeMap::new(),
            years: YearLender::new(above, sheet, self.job.name),
            form,
        };
        if let Some(other) = other.as_ref().filter(|other| other.is_attendance)
            && form.is_none()
            && self.attendance(other.name, &mut rows, take)
        {
            return;
        }
        let places = self.above(above, header, &main, &mut rows);
        self.unparsed(&mut rows);
        if let Some(other) = other {
            self.other_table(&other, below, &mut rows, start);
            return;
        }
        let Some(header) = header else {
            self.unreadable_cells(&rows);
            self.no_table(sheet, named.is_some(), start);
            return;
        };
        self.tables += 1;
        let mut table = Table {
            sheet,
            header,
            places,
            by_type: vec![main],
            fields_in: FieldsIn::of(form),
            no_records: BTreeSet::new(),
        };
        for row in below {
            self.row(row, &mut rows, &mut table, take);
        }
        for line in form.into_iter().flat_map(|form| &form.lines) {
            rows.pass_over(line, false, &mut self.transcript);
            self.pass("lines of forms with nothing beside them");
        }
        self.about_table(&rows, &table, start);
    }

    /// Says what is to say of a sheet once its rows were read.
    fn about_table(&mut self, rows: &Rows<'_>, table: &Table<'_>, start: usize) {
        self.scan.faults.extend(rows.dates.faults(table.fields_in));
        self.unreadable_cells(rows);
        let lines = start..self.transcript.text().len();
        for typed in &table.by_type {
            for (path, heading) in typed.headings_of_fields() {
                self.transcript.heading(lines.clone(), path, heading);
            }
        }
        let faults = &mut self.scan.faults;
        faults.extend(diagnostics::columns(table.unknown_columns()));
        faults.extend(diagnostics::people(&table.people()));
        if !self.has_blank_column {
            let blank = diagnostics::blank(&table.blank_columns());
            self.has_blank_column = blank.is_some();
            faults.extend(blank);
        }
        let main = table.by_type.first();
        faults.extend(main.iter().flat_map(|reader| {
            let places = &table.places;
            diagnostics::surplus(&reader.columns, places, table.fields_in, &reader.headings)
        }));
        let place = Span::new(self.job.id, start, start);
        faults.extend(diagnostics::hidden(table.sheet, rows.form, place));
        faults.extend(rows.years.note(place));
        let export = main.and_then(|main| Some((main, main.headings.export()?)));
        let export = export.map(|(main, export)| diagnostics::export(export, &main.columns, place));
        faults.extend(export);
    }

    /// Writes down the rows of a table of something else, so that they are searched.
    fn other_table(&mut self, other: &Other, below: &[Row], rows: &mut Rows<'_>, start: usize) {
        for row in below {
            rows.pass_over(row, false, &mut self.transcript);
        }
        self.unreadable_cells(rows);
        let place = Span::new(self.job.id, start, start);
        let Other { name, rows, .. } = *other;
        self.scan
            .faults
            .push(diagnostics::other_table(name, rows, place));
        self.pass(name);
        self.others += 1;
    }

    /// Writes down the rows down to the headings. One above them is no record, but may have been
    /// meant for one. Gives the places of the headings.
    fn above(
        &mut self,
        above: &[Row],
        header: Option<usize>,
        main: &TypedColumns,
        rows: &mut Rows<'_>,
    ) -> BTreeMap<u32, Span> {
        let mut places = BTreeMap::new();
        for (at, row) in above.iter().enumerate() {
            places = rows.pass_over(row, header == Some(at), &mut self.transcript);
            let first = places.values().next();
            let marks = main.marks_of_record(row, self.job);
            if let Some(first) = first.filter(|_| marks == 2 && rows.form.is_none()) {
                self.scan.faults.push(diagnostics::above_headings(*first));
            }
        }
        places
    }

    /// Writes down what could not be divided into rows.
    fn unparsed(&mut self, rows: &mut Rows<'_>) {
        for unparsed in &rows.sheet.unparsed {
            let span = rows.pass_over_text(unparsed, &mut self.transcript);
            self.scan.faults.push(diagnostics::unparsed(unparsed, span));
            self.scan.lost = true;
        }
    }

    /// Begins a sheet. Its name is written down, too: people call sheets as they like.
    fn name(&mut self, name: &str) -> u16 {
        let sheet = self.transcript.sheet(name);
        self.transcript.line(Spot::Sheet { sheet }, "", name);
        sheet
    }

    fn row<'t>(
        &mut self,
        row: &'t Row,
        rows: &mut Rows<'t>,
        table: &mut Table<'t>,
        take: &mut Take<'_>,
    ) {
        let Some(main) = table.by_type.first() else {
            return;
        };
        if row.cells.is_empty() {
            return;
        }
        rows.years.hear(row);
        if years::is_time_of_others(row) || !main.may_be_record(row, &rows.merged, self.job) {
            table.no_records.insert(row.number);
            rows.pass_over(row, false, &mut self.transcript);
            return;
        }
        let Some(columns) = table.columns_for(row, self.job) else {
            return;
        };
        let entry = entries::entry(row, &columns.columns, &columns.headings);
        if let Some(entry) = &entry
            && let Some(why) = entry.why_passed_over()
        {
            self.pass(why);
            table.no_records.insert(row.number);
            // What is private is not even searched.
            if !entry.is_private {
                rows.pass_over(row, false, &mut self.transcript);
            }
            return;
        }
        let mut seen = Seen {
            transcript: &mut self.transcript,
            faults: &mut self.scan.faults,
        };
        let told = rows.read(row, &columns.columns, &columns.headings, &mut seen);
        if told.values.iter().all(|value| value.leaf.node.is_empty()) {
            if !told.beside.is_empty() {
                self.pass("rows with nothing in the columns that were understood");
            }
            return;
        }
        let kind = columns.headings.kind();
        let Some(mut node) = record(told.values, kind) else {
            return;
        };
        if kind == RecordType::Engagement {
            fill_in(&mut node, &self.job.imports.defaults);
        }
        self.hand_over(&node, rows.mark(row), told.beside, rows, take);
    }

    /// Hands over the record that begins in a row.
    fn hand_over(
        &mut self,
        node: &Node<'_>,
        mark: String,
        beside: Vec<Beside>,
        rows: &Rows<'_>,
        take: &mut Take<'_>,
    ) {
        let item = Item {
            node,
            mark: Some(match &rows.sheet.name {
                Some(name) => format!("{name}-{mark}"),
                None => mark,
            }),
            beside,
            text: self.transcript.text(),
            kept_as: Some(rows.form.map_or(KeptAs::Row, |_| KeptAs::Column)),
        };
        let taken = take(item, &mut self.scan.faults);
        self.scan.lost |= !taken;
    }

    /// Says which cells of a sheet the file does not tell. What stood in a damaged one may have been
    /// a record, and nobody can search it. A formula without a result is made of other cells, which
    /// are searched.
    fn unreadable_cells(&mut self, rows: &Rows<'_>) {
        for (why, cells) in &rows.unreadable {
            self.scan
                .faults
                .push(diagnostics::unreadable_cells(*why, cells));
            let is_damaged = *why == UnreadableCell::Damaged;
            self.scan.lost |= is_damaged;
            self.scan.undecoded |= is_damaged;
        }
    }

    /// What stands beside the cells is no record, but it may say what it should not.
    fn notes(&mut self, sheet: &Sheet, notes: &[&Note]) {
        let mut number = None;
        for note in notes {
            let name = sheet.name.as_deref().unwrap_or_default();
            let number = *number.get_or_insert_with(|| self.transcript.sheet(name));
            let (spot, place) = match note.cell {
                Some((row, column)) => {
                    let cell = Spot::Cell {
                        sheet: Some(number),
                        column,
                        row,
                        line: None,
                    };
                    (cell, "")
                }
                None => (Spot::Sheet { sheet: number }, BESIDE_CELLS),
            };
            self.transcript.line(spot, place, &note.text);
        }
    }

    fn pass(&mut self, what: &str) {
        *self.scan.passed_over.entry(what.to_owned()).or_insert(0) += 1;
    }

    /// A sheet without headings is no table of records. Its name may say that it was meant to be.
    fn no_table(&mut self, sheet: &Sheet, is_named: bool, start: usize) {
        if sheet.rows.iter().all(|row| row.cells.is_empty()) {
            return;
        }
        let span = Span::new(self.job.id, start, start);
        if is_named {
            self.scan.faults.push(diagnostics::no_headings(span));
            self.scan.lost = true;
        } else {
            self.without_headings.push(span);
        }
    }

    fn finish(mut self) -> Scan {
        if self.tables + self.others == 0 && !self.scan.lost {
            let nowhere = Span::new(self.job.id, 0, 0);
            let fault = match self.without_headings.first() {
                Some(span) => diagnostics::no_headings(*span),
                None => Diagnostic::error("no-record", nowhere, "there is nothing in this table")
                    .warning(),
            };
            self.scan.lost = !self.without_headings.is_empty();
            self.scan.faults.push(fault);
        } else {
            let skipped = self.without_headings.iter();
            self.scan
                .faults
                .extend(skipped.map(|place| diagnostics::skipped(*place)));
        }
        self.scan.contents = Contents::Transcript(self.transcript);
        self.scan
    }
}
