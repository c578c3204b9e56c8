//! What follows from all columns of a row together.

use std::borrow::Cow;

use super::columns::Columns;
use super::entries;
use super::headings::Headings;
use super::later;
use super::told::Told;
use super::tree::{ColumnValue, Sureness};
use super::years::YearLender;
use located::tree::{Leaf, Node, ScalarKind};
use sheets::Row;

/// Settles what the columns of a row leave to each other.
pub(super) fn settle<'t>(
    told: &mut Told<'t>,
    row: &Row,
    columns: &Columns,
    headings: &'t Headings,
    years: &mut YearLender,
) {
    told.leave_beside(columns);
    usual_kind(&mut told.values, row, columns, headings);
    let later = std::mem::take(&mut told.later);
    told.beside
        .extend(later::settle(&mut told.values, later, years));
    entries::settle(told, row, columns, headings);
    only_day(&mut told.values);
}

/// Adds the kind that all rows of a sheet have.
fn usual_kind<'t>(
    values: &mut Vec<ColumnValue<'t>>,
    row: &Row,
    columns: &Columns,
    headings: &'t Headings,
) {
    if let Some(kind) = kind_of(row, columns, headings, values) {
        // Its own column is blank.
        values.retain(|value| value.leaf.path != kind.leaf.path);
        values.push(kind);
    }
}

/// Leaves out a last day that is the only one.
fn only_day(values: &mut Vec<ColumnValue<'_>>) {
    let spelled = |path: &str, values: &[ColumnValue<'_>]| {
        let mut values = values.iter();
        let value = values.find(|value| value.leaf.path == path)?;
        value.leaf.node.spelling().map(Cow::into_owned)
    };
    let last = spelled("last_day", values);
    if last.is_some() && last == spelled("date", values) {
        values.retain(|value| value.leaf.path != "last_day");
    }
}

/// The kind of a row that does not say it, where all rows of its sheet have one.
fn kind_of<'t>(
    row: &Row,
    columns: &Columns,
    headings: &'t Headings,
    values: &[ColumnValue<'_>],
) -> Option<ColumnValue<'t>> {
    let kind = columns.usual_kind(row)?;
    let known = headings.field(headings.number("kind")?)?;
    let place = values.iter().map(|value| value.leaf.key_span).min()?;
    Some(ColumnValue {
        leaf: Leaf {
            path: &known.path,
            key_span: place,
            node: Node::scalar(kind.word(), ScalarKind::Plain, place),
        },
        said: Sureness::Aside,
    })
}
