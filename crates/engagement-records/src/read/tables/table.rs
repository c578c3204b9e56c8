//! One sheet with its headings and columns, for each type of record that its rows are.

use std::collections::{BTreeMap, BTreeSet};

use super::cells;
use super::columns::{Column, Columns, columns};
use super::diagnostics::ToldColumn;
use super::exports;
use super::form::FieldsIn;
use super::headings::{Headings, Meaning};
use super::known::Holds;
use super::layout;
use super::other_tables::Other;
use crate::read::item::Job;
use crate::record::RecordType;
use closed_words::Word as _;
use located::source::Span;
use sheets::{Cell, MergedCellIndex, Row, Sheet};

/// The headings and columns of one sheet, for one type of record.
pub(super) struct TypedColumns {
    /// What headings mean in records of this type.
    pub(super) headings: Headings,
    /// What the columns of the sheet mean by them.
    pub(super) columns: Columns,
}

/// One sheet with its headings, for every type of record that its rows are.
pub(super) struct Table<'a> {
    /// The sheet.
    pub(super) sheet: &'a Sheet,
    /// The row of headings, by its place among the rows.
    pub(super) header: usize,
    /// Where each heading stands.
    pub(super) places: BTreeMap<u32, Span>,
    /// The type of record that the sheet is for comes first.
    pub(super) by_type: Vec<TypedColumns>,
    /// Where its fields stand on its sheet.
    pub(super) fields_in: FieldsIn,
    /// The numbers of the rows below the headings that are no records.
    pub(super) no_records: BTreeSet<u32>,
}

/// What headings mean in records of one type.
pub(super) fn headings(job: &Job<'_>, kind: RecordType) -> Headings {
    Headings::new(kind, &job.settings.words, job.imports)
}

/// The headings for the type of record that a sheet is named after, otherwise for the type of which it
/// has the most; engagements among equals. With the row of headings, by its place among the rows.
fn best_headings(
    job: &Job<'_>,
    sheet: &Sheet,
    kind: Option<RecordType>,
) -> (Headings, Option<usize>) {
    let engagement = headings(job, kind.unwrap_or(RecordType::Engagement));
    if let Some(export) = exports::of(sheet).filter(|_| kind.is_none()) {
        let exported = headings(job, export.rows.record_type()).of_export(export);
        let found = layout::header(sheet, &exported);
        return (exported, found.map(|(at, _)| at));
    }
    let found = layout::header(sheet, &engagement);
    let has_day = layout::names(sheet, found, &engagement, "date");
    let mut best = (engagement, found);
    let others = RecordType::ALL.iter().filter(|_| kind.is_none());
    for other in others {
        let headings = headings(job, *other);
        let found = layout::header(sheet, &headings);
        let count = |found: Option<(usize, usize)>| found.map_or(0, |(_, count)| count);
        // A first and a last day make no contact.
        let is_contact =
            *other == RecordType::Contact && !layout::names(sheet, found, &headings, "post");
        // `From` and `To` alone make no request.
        let asks = |path| layout::names(sheet, found, &headings, path);
        let is_request = *other == RecordType::Request
            && !["made", "answered", "met", "for"].into_iter().any(asks);
        // Who came to something on a day came to an engagement.
        let is_of_event = *other == RecordType::Request
            && has_day
            && asks("attended")
            && !["answered", "met", "for"].into_iter().any(asks);
        // A day, a title and a number may be anything.
        let is_decision = *other == RecordType::Decision
            && !["by", "options_fixed"].into_iter().any(asks)
            && !found.is_some_and(|(at, _)| speaks_of_decisions(sheet, at));
        let own = count(found) - usize::from(is_of_event);
        if own > count(best.1) && !is_contact && !is_request && !is_decision {
            best = (headings, found);
        }
    }
    (best.0, best.1.map(|(at, _)| at))
}

/// Whether a row of headings has a word for what was decided.
fn speaks_of_decisions(sheet: &Sheet, header: usize) -> bool {
    let row = sheet.rows.get(header);
    let mut cells = row.into_iter().flat_map(|row| &row.cells);
    cells.any(|(_, cell)| {
        let text = cell.text().unwrap_or("").to_lowercase();
        text.contains("decision") || text.contains("decid")
    })
}

/// Whether no other type of record understands more of the headings of a table.
fn fits(job: &Job<'_>, sheet: &Sheet, kind: RecordType) -> bool {
    let count = |headings: &Headings| layout::header(sheet, headings).map_or(0, |(_, count)| count);
    let (best, _) = best_headings(job, sheet, None);
    best.kind() == kind || count(&headings(job, kind)) >= count(&best)
}

/// What a sheet is, by its name, its headings and what stands below them.
pub(super) struct KnownSheet {
    /// The type of record that its name says it holds.
    pub(super) named: Option<RecordType>,
    /// Its headings and columns.
    pub(super) main: TypedColumns,
    /// The row of headings, by its place among the rows.
    pub(super) header: Option<usize>,
    /// What it is where it holds no records, whatever else may be made of it.
    pub(super) other: Option<Other>,
}

impl KnownSheet {
    /// A sheet is named after all of its tables: of several, each is what its headings say.
    pub(super) fn of(sheet: &Sheet, is_only: bool, job: &Job<'_>) -> Self {
        let named = layout::kind_of(sheet).filter(|named| is_only || fits(job, sheet, *named));
        let (headings, header) = best_headings(job, sheet, named);
        let columns = header.map_or_else(Columns::default, |at| columns(sheet, at, &headings, job));
        KnownSheet {
            other: Other::of(sheet, &headings, named),
            main: TypedColumns { headings, columns },
            named,
            header,
        }
    }
}

impl TypedColumns {
    /// The fields that have a column, each with what stands above it, the surest first.
    pub(super) fn headings_of_fields(&self) -> impl Iterator<Item = (&str, String)> {
        let of = |is_inferred: bool| {
            let columns = self.columns.all().iter();
            columns.filter(move |column| column.by.is_inferred() == is_inferred)
        };
        of(false).chain(of(true)).flat_map(|column| {
            let paths = column
                .meaning
                .fields()
                .filter_map(|at| self.headings.field(at));
            paths.map(|known| (known.path.as_str(), column.full_heading()))
        })
    }

    /// Whether a row is more than the headings once more, a total, sums without a result or a line over
    /// other rows.
    pub(super) fn may_be_record(
        &self,
        row: &Row,
        merged: &MergedCellIndex<'_>,
        job: &Job<'_>,
    ) -> bool {
        !layout::repeats_headings(row, &self.columns)
            && !layout::is_without_result(row)
            && (!layout::is_titled_total(row) || self.marks_of_record(row, job) > 0)
            && !layout::is_banner(row, merged)
    }

    /// How many of the two things a row says that every record of an engagement has and no title or
    /// total: its kind, and a day.
    pub(super) fn marks_of_record(&self, row: &Row, job: &Job<'_>) -> usize {
        let says = |column: &Column, cell: &Cell| {
            let known = self.headings.field(column.meaning.field(false)?)?;
            let has_mark = known.holds == Holds::Day || known.path == "kind";
            (has_mark && cells::names_one(cell, known, job)).then_some(known.holds)
        };
        let mut marks: Vec<Holds> = row
            .cells
            .iter()
            .filter_map(|(at, cell)| says(self.columns.at(*at)?, cell))
            .collect();
        marks.sort_unstable();
        marks.dedup();
        marks.len()
    }

    /// The type of record that a row says it is.
    fn type_of(&self, row: &Row) -> Option<RecordType> {
        let fields = self.columns.fields().iter();
        let mut columns = fields.filter_map(|at| self.columns.at(*at));
        let column = columns.find(|column| {
            matches!(column.meaning, Meaning::Field(at)
                if self.headings.field(at).is_some_and(|known| known.path == "record"))
        })?;
        RecordType::from_word(row.cell(column.at)?.text()?)
    }
}

impl Table<'_> {
    /// The columns that mean nothing for any type of record, each with the place of its heading.
    pub(super) fn unknown_columns(&self) -> Vec<ToldColumn<'_>> {
        let mut columns = self.by_type.iter().map(|typed| &typed.columns);
        let first = columns.next().into_iter().flat_map(Columns::all);
        let others: Vec<&Columns> = columns.collect();
        let is_known = |at: u32| {
            let mut meanings = others.iter().filter_map(|columns| columns.at(at));
            meanings.any(|column| column.meaning != Meaning::Unknown)
        };
        let unknown = first
            .filter(|column| column.meaning == Meaning::Unknown && !is_known(column.at))
            .filter_map(|column| Some((column, *self.places.get(&column.at)?)));
        self.told(unknown)
    }

    /// The rows below the headings that are not known to be no records.
    fn records(&self) -> impl Iterator<Item = &Row> + Clone {
        let rows = self.sheet.rows.iter().skip(self.header + 1);
        rows.filter(|row| self.no_records.is_empty() || !self.no_records.contains(&row.number))
    }

    /// Columns with how many rows hold something in each.
    fn told<'t>(&self, columns: impl Iterator<Item = (&'t Column, Span)>) -> Vec<ToldColumn<'t>> {
        let told = columns.map(|(column, place)| ToldColumn {
            column,
            place,
            rows: 0,
            fields_in: self.fields_in,
        });
        let mut all: Vec<ToldColumn<'t>> = told.collect();
        for row in self.records() {
            for told in &mut all {
                told.rows += usize::from(row.cell(told.column.at).is_some());
            }
        }
        all
    }

    /// The columns about people that are in no export.
    pub(super) fn people(&self) -> Vec<ToldColumn<'_>> {
        let main = self.by_type.first();
        let main = main.filter(|main| main.headings.export().is_none());
        let columns = main.into_iter().flat_map(|main| main.columns.all());
        let people = columns.filter(|column| column.meaning == Meaning::People);
        self.told(people.filter_map(|column| Some((column, *self.places.get(&column.at)?))))
    }

    /// The columns that are for a field and hold nothing in any of several rows, each with the place
    /// of its heading.
    pub(super) fn blank_columns(&self) -> Vec<ToldColumn<'_>> {
        let mut rows = self.records();
        let has_several = rows.clone().nth(1).is_some();
        let Some(main) = self.by_type.first().filter(|_| has_several) else {
            return Vec::new();
        };
        // What formulas give is there: in a log that works out last days, they are there themselves.
        let mut all = main.columns.all().iter();
        let works_out = |column: &Column| column.meaning == Meaning::LastDay;
        if all
            .any(|column| works_out(column) && rows.clone().any(|it| it.cell(column.at).is_some()))
        {
            return Vec::new();
        }
        let mut blank: Vec<u32> = main.columns.fields().to_vec();
        while let Some(row) = rows.next().filter(|_| !blank.is_empty()) {
            blank.retain(|at| row.cell(*at).is_none());
        }
        let columns = blank.iter().filter_map(|at| {
            Some(ToldColumn {
                column: main.columns.at(*at)?,
                place: *self.places.get(at)?,
                rows: 0,
                fields_in: self.fields_in,
            })
        });
        columns.collect()
    }

    /// The columns for the type of record that a row says it is. Those that nobody has needed before
    /// are made.
    pub(super) fn columns_for(&mut self, row: &Row, job: &Job<'_>) -> Option<&TypedColumns> {
        let said = self.by_type.first().and_then(|main| main.type_of(row));
        let known = said.map_or(Some(0), |kind| {
            self.by_type
                .iter()
                .position(|typed| typed.headings.kind() == kind)
        });
        let at = known.unwrap_or_else(|| {
            let headings = headings(job, said.unwrap_or(RecordType::Engagement));
            let columns = columns(self.sheet, self.header, &headings, job);
            self.by_type.push(TypedColumns { headings, columns });
            self.by_type.len() - 1
        });
        self.by_type.get(at)
    }
}
