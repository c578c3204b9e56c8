//! What was understood of the columns of tables, for the people whose tables they are.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::attendance::AttendanceList;
use super::cells;
use super::columns::Column;
use super::days_beside::DaysBeside;
use super::entries;
use super::form::{FieldsIn, Form};
use super::headings::{KnownBy, Meaning};
use super::several;
use super::table::{KnownSheet, Table, TypedColumns};
use super::years;
use crate::read::item::Job;
use crate::record::RecordType;
use plain_values::{
    AnswerReading, CrossMeaning, DateOrder, DayReading, TimeReading, is_placeholder, read_answer,
    read_count, read_day, read_time,
};
use sheets::{MergedCellIndex, Row, Sheet};

/// So many cells of a column that was not read are shown.
const SAMPLES: usize = 2;

/// One table: a sheet of a workbook, a text, or one of several tables in either.
#[derive(Debug)]
pub struct TableColumns {
    /// The name of the sheet; nothing where the file is one table.
    pub sheet: Option<String>,
    /// What it was taken for.
    pub is: TableIs,
    /// Of which program it is an export, where that is known.
    pub export: Option<&'static str>,
    /// The row of headings, as a spreadsheet program numbers it; in a form the first row with one.
    pub row: Option<u32>,
    /// The column of headings of a form, from 0: its fields stand in rows and its records in columns.
    pub form: Option<u32>,
    /// How many rows there are below it that can be records, or columns beside it in a form.
    pub rows: usize,
    /// Its columns, from the left; none where it holds no records.
    pub columns: Vec<DescribedColumn>,
}

/// What a table was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableIs {
    /// Records, mostly of this type.
    Records(RecordType),
    /// A list of people, of which only its meetings are read.
    Attendance(&'static str),
    /// Something else.
    Other(&'static str),
    /// Nobody knows: no row of headings is known.
    WithoutHeadings,
    /// There is nothing in it.
    Blank,
}

/// One column, as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DescribedColumn {
    /// Its number, from 0; in a form that of its row.
    pub at: u32,
    /// What stands above it; nothing where nothing does.
    pub heading: String,
    /// What stands above it and others together.
    pub above: Option<String>,
    /// What it was taken for.
    pub is: ColumnIs,
    /// In how many rows there is something.
    pub filled: usize,
    /// Some of what stands there, each once, where it was not read.
    pub samples: Vec<String>,
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnIs {
    /// A field, by the names that lead to it.
    Field {
        /// That of an event, or of what the rows are.
        path: String,
        /// That of a survey or consultation, where it is another.
        of_survey: Option<String>,
        /// The type of record that has the field.
        kind: RecordType,
        /// How that is known.
        by: KnownBy,
    },
    /// One of several columns for a day.
    PartOfDay,
    /// Nothing: somebody said that it is not to be read.
    Nothing,
    /// By when something is to be done, as a log of `init` works it out; it is not read.
    LastDay,
    /// People: nothing of it is read or shown.
    People,
    /// A field that enough other columns are for already.
    Surplus(String),
    /// Nobody knows. The fields that were perhaps meant, the likeliest first.
    Unread(Vec<String>),
}

/// The tables of a file.
pub(super) fn all(job: &Job<'_>, sheets: &[Sheet]) -> Vec<TableColumns> {
    if job.settings.reports.are_in_table(sheets) {
        return sheets.iter().map(report).collect();
    }
    let described = sheets.iter().flat_map(|sheet| {
        let tables = several::tables(sheet, job);
        let is_only = tables.len() == 1;
        let tables = tables.into_iter();
        tables.map(move |table| match &table.form {
            Some(form) => described(job, &table.sheet, is_only).of_form(form),
            None => described(job, &table.sheet, is_only),
        })
    });
    described.collect()
}

/// A table of findings, which this program wrote.
fn report(sheet: &Sheet) -> TableColumns {
    TableColumns {
        sheet: sheet.name.clone(),
        is: TableIs::Other("a report of this program"),
        export: None,
        row: None,
        form: None,
        rows: 0,
        columns: Vec::new(),
    }
}

fn described(job: &Job<'_>, sheet: &Sheet, is_only: bool) -> TableColumns {
    let known = KnownSheet::of(sheet, is_only, job);
    let is_blank = sheet.rows.iter().all(|row| row.cells.is_empty());
    let kind = known.main.headings.kind();
    let is = match (&known.other, known.header) {
        (Some(other), _) if has_meetings(job, sheet) => TableIs::Attendance(other.name),
        (Some(other), _) => TableIs::Other(other.name),
        (None, Some(_)) => TableIs::Records(kind),
        (None, None) if is_blank => TableIs::Blank,
        (None, None) => TableIs::WithoutHeadings,
    };
    let header = known.header.filter(|_| matches!(is, TableIs::Records(_)));
    let row = header.and_then(|at| Some(sheet.rows.get(at)?.number));
    let mut table = TableColumns {
        sheet: sheet.name.clone(),
        is,
        export: known.main.headings.export().map(|export| export.name),
        row,
        form: None,
        rows: 0,
        columns: Vec::new(),
    };
    if let Some(header) = header {
        describe(job, sheet, header, known.main, &mut table);
    }
    table
}

impl TableColumns {
    /// The same, as it stands on its sheet.
    fn of_form(mut self, form: &Form) -> Self {
        if self.row.is_some() {
            self.row = Some(form.row);
            self.form = Some(form.column);
        }
        for column in &mut self.columns {
            column.at = form.row_of_heading(column.at);
        }
        // What stands beside no heading is told with the record.
        self.columns.retain(|column| !column.heading.is_empty());
        self
    }
}

/// Whether a sheet lists the people who came to a meeting on a day that it says.
fn has_meetings(job: &Job<'_>, sheet: &Sheet) -> bool {
    let list = AttendanceList::of(sheet);
    list.is_some_and(|list| !list.meetings(job.imports.dates).all.is_empty())
}

fn describe(
    job: &Job<'_>,
    sheet: &Sheet,
    header: usize,
    main: TypedColumns,
    described: &mut TableColumns,
) {
    let merged = MergedCellIndex::new(&sheet.merged);
    let below = sheet.rows.iter().skip(header + 1);
    let rows: Vec<&Row> = below
        .filter(|row| !row.cells.is_empty() && !years::is_time_of_others(row))
        .filter(|row| main.may_be_record(row, &merged, job) && !is_no_engagement(row, &main))
        .collect();
    let mut table = Table {
        sheet,
        header,
        places: BTreeMap::new(),
        by_type: vec![main],
        fields_in: FieldsIn::Columns,
        no_records: BTreeSet::new(),
    };
    for row in &rows {
        let _ = table.columns_for(row, job);
    }
    described.rows = rows.len();
    let Some(main) = table.by_type.first() else {
        return;
    };
    let mut columns: Vec<DescribedColumn> = main
        .columns
        .all()
        .iter()
        .map(|column| DescribedColumn {
            at: column.at,
            heading: column.heading.clone(),
            above: column.above.clone(),
            is: what(column, &table.by_type),
            filled: 0,
            samples: Vec::new(),
        })
        .collect();
    let order = job.imports.dates.unwrap_or(DateOrder::DayFirst);
    let mut beside: BTreeMap<u32, DaysBeside> = BTreeMap::new();
    for row in rows {
        let event = day_of_event(row, main, order);
        for (at, cell) in &row.cells {
            if let Some(event) = event {
                let beside = beside.entry(*at).or_default();
                beside.add(&cells::shown(cell), event, order);
            }
            let found = columns.binary_search_by_key(at, |column| column.at);
            let found = found.unwrap_or_else(|place| {
                columns.insert(place, without_heading(*at));
                place
            });
            if let Some(column) = columns.get_mut(found) {
                column.add(&cells::shown(cell));
            }
        }
    }
    propose(&mut columns, &beside);
    described.columns = columns;
}

/// Proposes fields by their days for columns of whose headings nobody knows anything.
fn propose(columns: &mut [DescribedColumn], beside: &BTreeMap<u32, DaysBeside>) {
    let fields = columns.iter().filter_map(DescribedColumn::field);
    let taken: Vec<String> = fields.map(str::to_owned).collect();
    for column in columns {
        if let ColumnIs::Unread(likely) = &mut column.is
            && likely.is_empty()
            && let Some(beside) = beside.get(&column.at)
        {
            *likely = beside.fields(|field| taken.iter().any(|taken| taken == field));
        }
    }
}

/// The day of the event that a row is about, where it says one plainly.
fn day_of_event(row: &Row, main: &TypedColumns, order: DateOrder) -> Option<NaiveDate> {
    let mut columns = main.columns.all().iter();
    let column = columns.find(|column| {
        let mut fields = column.meaning.fields();
        let known = fields.next().and_then(|at| main.headings.field(at));
        known.is_some_and(|known| known.path == "date")
    })?;
    read_day(&cells::shown(row.cell(column.at)?), order).day()
}

/// Whether a row is an entry of a calendar that is passed over.
fn is_no_engagement(row: &Row, main: &TypedColumns) -> bool {
    let entry = entries::entry(row, &main.columns, &main.headings);
    entry.is_some_and(|entry| entry.why_passed_over().is_some())
}

/// What a column is for, in records of the first type in which it is for anything.
fn what(column: &Column, by_type: &[TypedColumns]) -> ColumnIs {
    let others = by_type.iter().skip(1);
    let other = others
        .filter(|_| column.meaning == Meaning::Unknown)
        .find_map(|typed| {
            let same = typed.columns.at(column.at)?;
            (same.meaning != Meaning::Unknown).then_some((same, typed))
        });
    let (column, typed) = match (other, by_type.first()) {
        (Some(other), _) => other,
        (None, Some(main)) => (column, main),
        (None, None) => return ColumnIs::Unread(Vec::new()),
    };
    let path = |at| typed.headings.field(at).map(|known| known.path.clone());
    match column.meaning {
        Meaning::Field(_) | Meaning::ByKind { .. } => {
            let mut paths = column.meaning.fields().filter_map(path);
            match paths.next() {
                Some(first) => ColumnIs::Field {
                    path: first,
                    of_survey: paths.next(),
                    kind: typed.headings.kind(),
                    by: column.by,
                },
                None => ColumnIs::Unread(Vec::new()),
            }
        }
        Meaning::DayPart(_) => ColumnIs::PartOfDay,
        Meaning::Nothing => ColumnIs::Nothing,
        Meaning::LastDay => ColumnIs::LastDay,
        Meaning::People => ColumnIs::People,
        Meaning::Surplus(at) => ColumnIs::Surplus(path(at).unwrap_or_default()),
        Meaning::Unknown => ColumnIs::Unread(column.likely.paths.clone()),
    }
}

fn without_heading(at: u32) -> DescribedColumn {
    DescribedColumn {
        at,
        heading: String::new(),
        above: None,
        is: ColumnIs::Unread(Vec::new()),
        filled: 0,
        samples: Vec::new(),
    }
}

impl DescribedColumn {
    /// The field that it is for.
    fn field(&self) -> Option<&str> {
        match &self.is {
            ColumnIs::Field { path, .. } => Some(path),
            ColumnIs::PartOfDay
            | ColumnIs::Nothing
            | ColumnIs::LastDay
            | ColumnIs::People
            | ColumnIs::Surplus(_)
            | ColumnIs::Unread(_) => None,
        }
    }

    /// Counts a cell, and keeps it where it shows what the column is about.
    fn add(&mut self, shown: &str) {
        if is_placeholder(shown) {
            return;
        }
        self.filled += 1;
        let is_shown = matches!(self.is, ColumnIs::Unread(_))
            && self.samples.len() < SAMPLES
            && is_plain_value(shown);
        if is_shown && !self.samples.iter().any(|known| known == shown) {
            self.samples.push(shown.to_owned());
        }
    }
}

/// Whether a cell is a day, a time, an answer or a number and nothing else: words may be of people.
fn is_plain_value(cell: &str) -> bool {
    let is_day = matches!(
        read_day(cell, DateOrder::DayFirst),
        DayReading::On(..) | DayReading::NoYear(..) | DayReading::Through { .. }
    );
    let is_time = matches!(
        read_time(cell),
        TimeReading::At(_) | TimeReading::Between(..)
    );
    let is_answer = matches!(
        read_answer(cell, CrossMeaning::Unclear),
        AnswerReading::Yes(_) | AnswerReading::No(_)
    );
    let words = cell.split_whitespace().count();
    is_day || is_time || (is_answer && words == 1) || read_count(cell.trim()).is_ok()
}
