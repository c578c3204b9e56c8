//! Which fields records have, and in which order the project writes them.

use std::collections::BTreeMap;

use crate::record::{ExplanationRecord, Record, RecordField, RecordType, SubjectKind, Vocabulary};
use located::tree::{Entry, Node, Value};

/// Which field a value stands in, as far as it matters for what may be written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The id of the record.
    Id,
    /// The id of a record that an explanation speaks of.
    Reference,
    /// The name of a venue.
    Venue,
    /// A point of contact.
    Contact,
    /// Another field that records have.
    Known,
    /// None that records have.
    Unknown,
}

/// The orders of the fields of records.
pub(super) struct Orders {
    all: FieldOrder,
    /// Of explanations in records of their own.
    explanations: FieldOrder,
}

impl Orders {
    /// The orders in the words of a charter.
    pub(super) fn new(words: &Vocabulary<'_>) -> Self {
        let (explanations, all): (Vec<RecordType>, _) = RecordType::ALL
            .iter()
            .partition(|kind| **kind == RecordType::Explanation);
        Orders {
            all: FieldOrder::new(&all, words),
            explanations: FieldOrder::new(&explanations, words),
        }
    }

    pub(super) fn of(&self, record: &Record) -> &FieldOrder {
        match record {
            Record::Explanation(_) => &self.explanations,
            Record::Engagement(_)
            | Record::Decision(_)
            | Record::Request(_)
            | Record::Contact(_)
            | Record::Conduct(_) => &self.all,
        }
    }
}

/// In which order the project writes fields: that of its own files, whatever the order of columns.
pub(super) struct FieldOrder(BTreeMap<String, usize>);

impl FieldOrder {
    fn new(kinds: &[RecordType], words: &Vocabulary<'_>) -> Self {
        let mut order = BTreeMap::new();
        order.insert("record".to_owned(), 0);
        for RecordField { path, .. } in kinds.iter().flat_map(|kind| kind.leaves(words)) {
            // A group stands where its first field does.
            let ends = path.match_indices('.').map(|(at, _)| at);
            for end in ends.chain([path.len()]) {
                let next = order.len();
                let name = path.get(..end).unwrap_or(&path).to_owned();
                order.entry(name).or_insert(next);
            }
        }
        FieldOrder(order)
    }

    /// Which field a path leads to.
    pub(super) fn place(&self, path: &str) -> Place {
        match path {
            "id" => Place::Id,
            path if is_reference(path) => Place::Reference,
            "venue.name" => Place::Venue,
            "contact" | "mailbox" => Place::Contact,
            path if self.0.contains_key(path) => Place::Known,
            _ => Place::Unknown,
        }
    }

    /// Fields in that order; those that nobody knows come last, as they stood.
    pub(super) fn of<'s>(&self, entries: &[Entry<'s>], above: &str) -> Vec<Entry<'s>> {
        let path = |entry: &Entry<'_>| format!("{above}{}", entry.key);
        let mut ordered: Vec<Entry<'s>> = entries
            .iter()
            .map(|entry| {
                let value = match &entry.value.value {
                    Value::Map(inner) => Value::Map(self.of(inner, &format!("{}.", path(entry)))),
                    other @ (Value::Scalar { .. } | Value::List(_) | Value::Broken) => {
                        other.clone()
                    }
                };
                Entry {
                    value: Node {
                        value,
                        ..entry.value.clone()
                    },
                    ..entry.clone()
                }
            })
            .collect();
        ordered.sort_by_key(|entry| self.0.get(&path(entry)).copied().unwrap_or(usize::MAX));
        ordered
    }
}

/// Whether a field of an explanation gives the id of another record.
fn is_reference(path: &str) -> bool {
    path != SubjectKind::Project.word() && ExplanationRecord::subjects().any(|name| name == path)
}
