//! What the cells of a row say, as a record.

use super::cells::is_undated;
use super::form::FieldsIn;
use crate::record::RecordType;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::{Entry, Leaf, Node, ScalarKind, Value, nested};
use plain_values::{is_denial, leaves_open};

/// One field that a row gives.
pub(super) struct ColumnValue<'a> {
    pub(super) leaf: Leaf<'a>,
    /// How surely it is meant.
    pub(super) said: Sureness,
}

/// How surely a cell says something about a field; what is surer goes before the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// By the way, in a cell for something else: the status in `CANCELLED`, the end in `10 to 12`.
    Aside,
    /// In a column of which nobody wrote that it is for this field.
    Inferred,
    /// In a column for it.
    Plainly,
}

impl ColumnValue<'_> {
    /// Whether it says that something was not done.
    fn denies(&self) -> bool {
        let said = self.leaf.node.spelling();
        said.is_some_and(|said| is_denial(&said))
    }

    /// Whether it says that something was done, on a day that it does not name.
    pub(super) fn is_undated(&self) -> bool {
        is_undated(&self.leaf.node, self.leaf.path)
    }

    /// Whether it says that something is still to be settled.
    pub(super) fn is_open(&self) -> bool {
        let node = &self.leaf.node;
        !node.is_unclear() && node.spelling().is_some_and(|said| leaves_open(&said))
    }

    /// Whether another one says the same.
    pub(super) fn says_as(&self, other: &ColumnValue<'_>) -> bool {
        same(&self.leaf.node, &other.leaf.node)
    }
}

/// What became of something that a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Added {
    /// The record says it, or it says nothing that another cell does not.
    Told,
    /// The record says it in place of something else that is written in the row.
    Instead,
    /// The record says what another cell says.
    Not,
}

/// Adds what a cell says. Several columns may be about the same field: one that is blank adds
/// nothing, a surer one goes before, and two for it that differ leave nobody the wiser.
pub(super) fn add<'a>(
    values: &mut Vec<ColumnValue<'a>>,
    new: ColumnValue<'a>,
    fields_in: FieldsIn,
    faults: &mut Vec<Diagnostic>,
) -> Added {
    let path = new.leaf.path;
    let Some(old) = values.iter_mut().find(|value| value.leaf.path == path) else {
        values.push(new);
        return Added::Told;
    };
    let is_blank = |value: &ColumnValue<'_>| value.leaf.node.is_empty();
    let is_unclear = |value: &ColumnValue<'_>| value.leaf.node.is_unclear();
    if is_blank(&new) || (new.is_open() && !is_blank(old)) {
        return Added::Told;
    }
    if is_blank(old) || old.is_open() {
        *old = new;
        return Added::Told;
    }
    // A day is more than that there was one.
    let is_day =
        |value: &ColumnValue<'_>| !value.is_undated() && !value.denies() && !is_unclear(value);
    if old.is_undated() && is_day(&new) {
        *old = new;
        return Added::Told;
    }
    if new.is_undated() && is_day(old) {
        return Added::Told;
    }
    if (is_unclear(old) && !is_unclear(&new)) || new.said > old.said {
        *old = new;
        return Added::Instead;
    }
    if new.said == Sureness::Aside || old.says_as(&new) {
        return Added::Told;
    }
    // No surer column can deny what stands in the one beside it: then nobody knows.
    if is_unclear(&new) || (new.said == Sureness::Inferred && !old.denies()) {
        return Added::Not;
    }
    let message = format!(
        "two {}s of this {} say different things about {}",
        fields_in.one(),
        fields_in.record(),
        quoted(path)
    );
    let fault = Diagnostic::error("two-values", new.leaf.node.span, message)
        .saying("this one")
        .and(old.leaf.node.span, "and this one")
        .help(format!(
            "keep the one that is right, or say in `columns.yaml` which {} to read",
            fields_in.one()
        ));
    faults.push(if new.said == Sureness::Inferred {
        fault.warning()
    } else {
        fault
    });
    old.leaf.node.value = Value::Broken;
    Added::Not
}

fn same(one: &Node<'_>, other: &Node<'_>) -> bool {
    match (&one.value, &other.value) {
        (Value::Scalar { .. }, Value::Scalar { .. }) => one.spelling() == other.spelling(),
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => false,
    }
}

/// The record of a row: its fields in the order of the columns. A column that is blank in the row is
/// a blank field of it; a field without a column is not there.
pub(super) fn record(values: Vec<ColumnValue<'_>>, kind: RecordType) -> Option<Node<'_>> {
    let says_kind = values.iter().any(|value| value.leaf.path == "record");
    let mut entries = nested(values.into_iter().map(|value| value.leaf));
    // A column that is read late, because only its words say what it is, may be the first.
    let first = entries.iter().map(|entry| entry.key_span).min()?;
    let last = entries.last()?.value.span;
    let span = Span {
        end: last.end.max(first.start),
        ..first
    };
    // A sheet of decisions need not say so in every row.
    if kind != RecordType::Engagement && !says_kind {
        entries.push(Entry {
            key: "record".into(),
            key_span: first,
            value: Node::scalar(kind.word(), ScalarKind::Plain, first),
        });
    }
    Some(Node {
        span,
        value: Value::Map(entries),
    })
}

/// Fills in what a row leaves out and is said for its whole table.
pub(super) fn fill_in<'a>(
    node: &mut Node<'a>,
    defaults: &'a [(&'static str, Vec<Spanned<String>>)],
) {
    let Value::Map(entries) = &mut node.value else {
        return;
    };
    for (name, values) in defaults {
        let Some(first) = values.first() else {
            continue;
        };
        if !entries.iter().any(|entry| entry.key == *name) {
            entries.push(Entry {
                key: (*name).into(),
                key_span: first.span,
                value: Node::blank(first.span),
            });
        }
        let mut named = entries.iter_mut().filter(|entry| entry.key == *name);
        if let Some(entry) = named.find(|entry| entry.value.is_empty()) {
            let items = values
                .iter()
                .map(|value| Node::scalar(value.value.as_str(), ScalarKind::Plain, value.span));
            entry.value = Node {
                span: first.span,
                value: Value::List(items.collect()),
            };
        }
    }
}
