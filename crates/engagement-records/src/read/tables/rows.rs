//! Rows into records: one row, one record.

use std::collections::BTreeMap;

use super::cells::{self, Around, Reading};
use super::columns::{Column, Columns};
use super::dates::Dates;
use super::day_parts::DayInParts;
use super::derived;
use super::form::{CellPlace, FieldsIn, Form, SheetRow};
use super::headings::{Headings, Meaning};
use super::known::{Holds, Known};
use super::told::Told;
use super::tree::{ColumnValue, Sureness};
use super::years::YearLender;
use crate::read::amounts::names_nobody;
use crate::read::item::{Beside, Job};
use located::diagnostic::Diagnostic;
use located::source::{Span, Spot, Transcript, Written, letters};
use located::tree::{Leaf, Node, ScalarKind};
use plain_values::{DateOrder, leaves_open};
use sheets::{Cell, MergedCellIndex, Row, Sheet, UnparsedReason, UnparsedText, UnreadableCell};

/// Reads the rows of one sheet.
pub(super) struct Rows<'a> {
    pub(super) job: &'a Job<'a>,
    pub(super) sheet: &'a Sheet,
    /// The number of the sheet in the transcript; nothing where the file is one table.
    pub(super) number: Option<u16>,
    pub(super) order: DateOrder,
    /// Columns in which nobody can tell the day from the month.
    pub(super) dates: Dates<'a>,
    /// Which cells were merged.
    pub(super) merged: MergedCellIndex<'a>,
    /// Where the first cells of merged ones stand in the transcript, by row and column.
    pub(super) first_merged: BTreeMap<(u32, u32), Written>,
    /// The cells that were written down and of which the file does not tell what they say.
    pub(super) unreadable: BTreeMap<UnreadableCell, UnreadableCells>,
    /// What lends days their year.
    pub(super) years: YearLender,
    /// Where the cells stand, where the table was a form.
    pub(super) form: Option<&'a Form>,
}

/// What is gathered while the sheets of a file are read.
pub(super) struct Seen<'f> {
    pub(super) transcript: &'f mut Transcript,
    pub(super) faults: &'f mut Vec<Diagnostic>,
}

/// Cells of a sheet of which the file does not tell what they say.
pub(super) struct UnreadableCells {
    pub(super) count: i64,
    /// The first of them, by its row and then its column, and where it was written down.
    pub(super) first: (u32, u32, Span),
    /// Whether one of them should say something about a record.
    pub(super) is_of_record: bool,
}

impl<'a> Rows<'a> {
    /// Writes a row down without reading it: it may still say what it should not. Gives the place
    /// of every cell, by its column.
    pub(super) fn pass_over(
        &mut self,
        row: &Row,
        is_header: bool,
        transcript: &mut Transcript,
    ) -> BTreeMap<u32, Span> {
        let cells = row.cells.iter().map(|(column, cell)| {
            let shown = cells::shown(cell);
            let place = transcript.line(self.spot(row, *column), "", &shown);
            let span = self.span(place.value);
            self.count_unreadable(cell, self.place(row, *column), span, is_header);
            (*column, span)
        });
        cells.collect()
    }

    /// Counts a cell if the file does not tell what it says.
    fn count_unreadable(&mut self, cell: &Cell, at: CellPlace, span: Span, is_of_record: bool) {
        let Cell::Unreadable(why) = cell else {
            return;
        };
        let place = (at.row.number, at.column, span);
        let cells = self.unreadable.entry(*why).or_insert(UnreadableCells {
            count: 0,
            first: place,
            is_of_record: false,
        });
        cells.count += 1;
        cells.first = cells.first.min(place);
        cells.is_of_record |= is_of_record;
    }

    /// Writes down what could not be divided into rows, a line for each of its lines unless it is one
    /// row. Gives the place of the first.
    pub(super) fn pass_over_text(
        &self,
        unparsed: &UnparsedText,
        transcript: &mut Transcript,
    ) -> Span {
        let lines: Vec<&str> = match unparsed.reason {
            UnparsedReason::RowTooLong => vec![&unparsed.text],
            UnparsedReason::UnclosedQuote | UnparsedReason::TooManyUnclosedQuotes => {
                unparsed.text.lines().collect()
            }
        };
        let mut first = None;
        for (line, below) in lines.into_iter().zip(0..) {
            let spot = Spot::Cell {
                sheet: self.number,
                column: 0,
                row: unparsed.number + below,
                line: Some(unparsed.line + below),
            };
            let place = transcript.line(spot, "", line);
            first.get_or_insert_with(|| self.span(place.value));
        }
        first.unwrap_or_else(|| self.span(0..0))
    }

    fn spot(&self, row: &Row, column: u32) -> Spot {
        let CellPlace { row, column } = self.place(row, column);
        Spot::Cell {
            sheet: self.number,
            column,
            row: row.number,
            line: row.line,
        }
    }

    /// Where a cell stands on its sheet.
    fn place(&self, row: &Row, column: u32) -> CellPlace {
        let as_it_is = || CellPlace {
            row: SheetRow::of(row),
            column,
        };
        let form = self.form.map(|form| form.place(row.number, column));
        form.unwrap_or_else(as_it_is)
    }

    /// What tells the record of a row apart from the others of its table.
    pub(super) fn mark(&self, row: &Row) -> String {
        let form = self.form.map(|form| form.first_cell(row.number));
        form.unwrap_or_else(|| row.number.to_string())
    }

    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.job.id, range.start, range.end)
    }

    /// Writes a row down and reads it.
    pub(super) fn read<'t>(
        &mut self,
        row: &'t Row,
        columns: &Columns,
        headings: &'t Headings,
        seen: &mut Seen<'_>,
    ) -> Told<'t>
    where
        'a: 't,
    {
        let mut told = Told::of(FieldsIn::of(self.form));
        let is_survey = columns.is_survey(row);
        let mut inferred = Vec::new();
        let mut day = DayInParts::default();
        for at in self.worth_reading(row, columns) {
            let Some(column) = columns.at(at) else {
                self.without_heading(row, at, &mut told, seen.transcript);
                continue;
            };
            let (cell, place) = self.cell(row, column, seen.transcript);
            if let Meaning::DayPart(part) = column.meaning {
                day.add(part, column, self.span(place.value), cell);
                continue;
            }
            let known = column.meaning.field(is_survey);
            let known = known.and_then(|at| headings.field(at));
            if let Some(cell) = cell {
                let span = self.span(place.value.clone());
                self.count_unreadable(cell, self.place(row, column.at), span, known.is_some());
            }
            match (known, cell) {
                (Some(known), cell) => {
                    if known.holds == Holds::Children {
                        seen.transcript.counts_children(place.value.start);
                    }
                    let at = At {
                        cell,
                        column,
                        row: row.number,
                        place,
                    };
                    if column.by.is_inferred() {
                        inferred.push((at, known));
                    } else if self.field(&at, known, headings, &mut told, seen.faults) {
                        seen.transcript.counts_children(at.place.value.start);
                    }
                }
                (None, Some(_)) if headings.hide(column.meaning) => {}
                (None, Some(cell)) => told.leave(column, cell),
                (None, None) => {}
            }
        }
        told.forget_blanks();
        // What surer columns say goes before.
        for (at, known) in inferred {
            if self.field(&at, known, headings, &mut told, seen.faults) {
                seen.transcript.counts_children(at.place.value.start);
            }
        }
        if let Some(date) = headings.number("date").and_then(|at| headings.field(at)) {
            let day = day.read(&date.path, self.order, seen.faults);
            told.values.extend(day);
        }
        derived::settle(&mut told, row, columns, headings, &mut self.years);
        told.speak(seen.faults);
        told
    }

    /// The columns that have something to say about a row, from the left: those in which it holds
    /// something, and those in which a blank is the place of what is missing. A wide sheet has many
    /// others.
    fn worth_reading(&self, row: &Row, columns: &Columns) -> Vec<u32> {
        let filled = row.cells.iter().map(|(at, _)| *at);
        let mut all: Vec<u32> = filled.chain(columns.fields().iter().copied()).collect();
        if !self.merged.is_empty() {
            let from_above = columns.all().iter().map(|column| column.at);
            all.extend(from_above.filter(|at| self.merged.first_row(row.number, *at).is_some()));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// A cell without a heading says nothing that we know, but it is there.
    fn without_heading(
        &mut self,
        row: &Row,
        at: u32,
        told: &mut Told<'_>,
        transcript: &mut Transcript,
    ) {
        let Some(cell) = row.cell(at) else {
            return;
        };
        let shown = cells::shown(cell);
        let place = transcript.line(self.spot(row, at), "", &shown);
        let span = self.span(place.value);
        let stands = self.place(row, at);
        self.count_unreadable(cell, stands, span, false);
        let column = letters(stands.column);
        told.beside.push(Beside {
            field: None,
            heading: match self.form {
                Some(_) => format!("cell {column}{}", stands.row.number),
                None => format!("column {column}"),
            },
            text: shown.into_owned(),
        });
    }

    /// A cell with its place. Cells that were merged downwards all say what the first one says.
    fn cell<'t>(
        &mut self,
        row: &'t Row,
        column: &Column,
        transcript: &mut Transcript,
    ) -> (Option<&'t Cell>, Written)
    where
        'a: 't,
    {
        let cell = row.cell(column.at);
        if cell.is_none()
            && let Some(first) = self.first_of_merged(row.number, column.at)
            && let Some(place) = self.first_merged.get(&(first.number, column.at))
        {
            return (first.cell(column.at), place.clone());
        }
        let shown = cell.map_or_else(Default::default, cells::shown);
        let place = transcript.line(self.spot(row, column.at), &column.heading, &shown);
        if cell.is_some() && !self.merged.is_empty() {
            self.first_merged
                .insert((row.number, column.at), place.clone());
        }
        (cell, place)
    }

    /// The row in which cells begin that were merged downwards and reach over this one.
    fn first_of_merged(&self, row: u32, column: u32) -> Option<&'a Row> {
        let first = self.merged.first_row(row, column)?;
        let sheet: &'a Sheet = self.sheet;
        let at = sheet.rows.binary_search_by_key(&first, |row| row.number);
        at.ok().and_then(|at| sheet.rows.get(at))
    }

    /// Reads a cell of a column that is understood, and says whether it counts children though its
    /// column is for others.
    fn field<'t>(
        &mut self,
        at: &At<'_, 't>,
        known: &'t Known,
        headings: &'t Headings,
        told: &mut Told<'t>,
        faults: &mut Vec<Diagnostic>,
    ) -> bool {
        let heading = self.span(if at.place.heading.is_empty() {
            at.place.value.clone()
        } else {
            at.place.heading.clone()
        });
        let span = self.span(at.place.value.clone());
        let mut reading = self.reading(at, known, span);
        // `TBC` is no silence.
        if let Some(cell) = at
            .cell
            .filter(|_| reading.node.is_empty() && cells::is_asked(known))
        {
            let shown = cells::shown(cell);
            if leaves_open(&shown) {
                reading.node = Node::scalar(shown, ScalarKind::Plain, span);
            }
        }
        if let Some(fault) = reading.fault.take() {
            // Another column may say what this one leaves open.
            if fault.is_error() {
                faults.push(fault);
            } else {
                told.open.push((&known.path, fault));
            }
        }
        told.open.extend(std::mem::take(&mut reading.open));
        // What a type of record has no field for, none of its cells says by the way.
        reading.also.retain(|(path, _)| headings.has(path));
        if let Some(cell) = at.cell {
            told.keep(&reading, known, at.column, cell, span);
        }
        // Where people are counted, somebody may have named them.
        let may_name = |cell: &Cell| !names_nobody(&cells::shown(cell));
        let names_people =
            known.holds == Holds::Count && reading.is_lost() && at.cell.is_some_and(may_name);
        let counts_children = names_people
            || reading
                .also
                .iter()
                .any(|(path, _)| *path == "attendance.cyp");
        let value = |path, node, said| ColumnValue {
            leaf: Leaf {
                path,
                key_span: heading,
                node,
            },
            said,
        };
        for (path, node) in reading.also {
            told.add(value(path, node, Sureness::Aside), faults);
        }
        let said = if at.column.by.is_inferred() {
            Sureness::Inferred
        } else {
            Sureness::Plainly
        };
        // Nobody wrote that the column is the place of what is blank in it.
        if said == Sureness::Plainly || !reading.node.is_empty() {
            told.add(value(&known.path, reading.node, said), faults);
        }
        counts_children
    }

    fn reading<'t>(&mut self, at: &At<'_, 't>, known: &Known, span: Span) -> Reading<'t> {
        let Some(cell) = at.cell else {
            return Reading::blank(span);
        };
        let proves = self.dates.show(at.row, at.column.at, span);
        if self.dates.is_doubtful(known.holds, at.column.at, cell) {
            return Reading::broken(span);
        }
        let around = Around {
            order: self.order,
            from_1904: self.sheet.from_1904,
            cross: at.column.cross,
        };
        let is_time = known.holds == Holds::Time;
        let time = is_time.then(|| cells::time_of_moment(cell, span)).flatten();
        let reading = time.unwrap_or_else(|| cells::read(cell, known, self.job, around, span));
        reading.said_already(proves)
    }
}

/// A cell with all that is around it.
struct At<'r, 'a> {
    cell: Option<&'a Cell>,
    column: &'r Column,
    row: u32,
    place: Written,
}
