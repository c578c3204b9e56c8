//! What the cells of a row say.

use std::collections::BTreeSet;

use super::cells::{self, Reading};
use super::columns::{Column, Columns};
use super::form::FieldsIn;
use super::headings::Meaning;
use super::known::Known;
use super::later::Open;
use super::tree::{Added, ColumnValue, add};
use crate::read::item::Beside;
use crate::read::perhaps;
use located::diagnostic::Diagnostic;
use located::source::Span;
use sheets::Cell;

/// What a row says.
pub(super) struct Told<'a> {
    /// Where its fields stand.
    fields_in: FieldsIn,
    /// The fields that it gives, in the order of the columns.
    pub(super) values: Vec<ColumnValue<'a>>,
    /// What was not understood.
    pub(super) beside: Vec<Beside>,
    /// By when something is to be done, which is no answer to whether it was.
    last_days: Vec<Beside>,
    /// What is to say of fields that no column settles.
    pub(super) open: Vec<(&'a str, Diagnostic)>,
    /// What cells left to the others of their row.
    pub(super) later: Vec<Open<'a>>,
    /// The cells of which all that is written there is in a field.
    read: Vec<ReadCell<'a>>,
    /// Whether some of them say what the record does not, because others are surer.
    is_displaced: bool,
}

/// A cell that a field holds, as long as no other cell goes before.
struct ReadCell<'a> {
    cell: &'a Cell,
    /// The number of its column.
    column: u32,
    /// Its field.
    path: &'a str,
    /// Where it was written down.
    span: Span,
}

impl<'a> Told<'a> {
    /// Nothing yet.
    pub(super) fn of(fields_in: FieldsIn) -> Self {
        Told {
            fields_in,
            values: Vec::new(),
            beside: Vec::new(),
            last_days: Vec::new(),
            open: Vec::new(),
            later: Vec::new(),
            read: Vec::new(),
            is_displaced: false,
        }
    }

    /// Adds what a cell says.
    pub(super) fn add(&mut self, value: ColumnValue<'a>, faults: &mut Vec<Diagnostic>) {
        match add(&mut self.values, value, self.fields_in, faults) {
            Added::Told => {}
            Added::Instead | Added::Not => self.is_displaced = true,
        }
    }

    /// Keeps what is written in a cell beside what was read of it, as far as no field holds it.
    pub(super) fn keep(
        &mut self,
        reading: &Reading<'_>,
        known: &'a Known,
        column: &Column,
        cell: &'a Cell,
        span: Span,
    ) {
        let beside = |field| Beside {
            field,
            heading: column.heading.clone(),
            text: cells::shown(cell).into_owned(),
        };
        if let Some(later) = reading.later {
            self.later.push(Open {
                path: &known.path,
                span,
                later,
                cell: beside(None),
            });
        }
        let is_lost = reading.is_lost() && !reading.node.is_unclear();
        if is_lost || reading.has_remark || reading.says_less(known, cell) {
            self.beside.push(beside(is_lost.then_some(span)));
        } else {
            self.read.push(ReadCell {
                cell,
                column: column.at,
                path: &known.path,
                span,
            });
        }
    }

    /// Puts a cell beside the record, of which no field holds it.
    pub(super) fn leave(&mut self, column: &Column, cell: &Cell) {
        let beside = Beside {
            field: None,
            heading: column.heading.clone(),
            text: cells::shown(cell).into_owned(),
        };
        let is_last_day = column.meaning == Meaning::LastDay
            || perhaps::is_last_day(&beside.heading, &beside.text);
        if is_last_day {
            self.last_days.push(beside);
        } else {
            self.beside.push(beside);
        }
    }

    /// Puts beside the record the cells of which it says something else, and last days.
    pub(super) fn leave_beside(&mut self, columns: &Columns) {
        let read = std::mem::take(&mut self.read);
        let displaced = read.into_iter().filter(|_| self.is_displaced);
        for one in displaced.collect::<Vec<_>>() {
            let holds = |value: &ColumnValue<'_>| {
                value.leaf.path == one.path && value.leaf.node.span == one.span
            };
            let Some(column) = columns.at(one.column) else {
                continue;
            };
            if !self.values.iter().any(holds) {
                self.leave(column, one.cell);
            }
        }
        self.beside.append(&mut self.last_days);
    }

    /// Takes away blanks beside which the answer perhaps stands in a column that was not read: they
    /// are no silence.
    pub(super) fn forget_blanks(&mut self) {
        let unread = self.beside.iter().filter(|beside| beside.field.is_none());
        let said = unread
            .flat_map(|beside| perhaps::fields(&format!("{} {}", beside.heading, beside.text)));
        let said: BTreeSet<&str> = said.collect();
        self.values
            .retain(|value| !value.leaf.node.is_empty() || !said.contains(value.leaf.path));
    }

    /// Says what is to say of fields that no column settles.
    pub(super) fn speak(&mut self, faults: &mut Vec<Diagnostic>) {
        for (path, fault) in std::mem::take(&mut self.open) {
            let settled = |value: &ColumnValue<'_>| {
                let node = &value.leaf.node;
                value.leaf.path == path
                    && !node.is_empty()
                    && !node.is_unclear()
                    && !value.is_open()
            };
            if !self.values.iter().any(settled) {
                faults.push(fault);
            }
        }
    }
}
