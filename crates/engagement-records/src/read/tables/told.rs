//! What the cells of a row say.

use super::later::Open;
use super::tree::ColumnValue;
use crate::read::item::Beside;
use located::diagnostic::Diagnostic;

/// What a row says.
#[derive(Default)]
pub(super) struct Told<'a> {
    /// The fields that it gives, in the order of the columns.
    pub(super) values: Vec<ColumnValue<'a>>,
    /// What was not understood.
    pub(super) beside: Vec<Beside>,
    /// What is to say of fields that no column settles.
    pub(super) open: Vec<(&'a str, Diagnostic)>,
    /// What cells left to the others of their row.
    pub(super) later: Vec<Open<'a>>,
}

impl Told<'_> {
    /// Says what is to say of fields that no column settles.
    pub(super) fn speak(&mut self, faults: &mut Vec<Diagnostic>) {
        for (path, fault) in std::mem::take(&mut self.open) {
            let settled = |value: &ColumnValue<'_>| {
                let node = &value.leaf.node;
                value.leaf.path == path && !node.is_empty() && !node.is_unclear()
            };
            if !self.values.iter().any(settled) {
                faults.push(fault);
            }
        }
    }
}
