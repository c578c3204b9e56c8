//! What the cells of a row say, as a tree: fields with dots in their names become groups.

use crate::record::RecordType;
use located::source::Span;
use located::tree::{Entry, Node, Value};

/// One field that a row gives.
pub(super) struct Set<'a> {
    /// The names that lead to it, parted by dots.
    pub(super) path: &'a str,
    /// Where its heading stands.
    pub(super) heading: Span,
    /// What it says.
    pub(super) node: Node<'a>,
    /// Whether a cell for something else said it by the way.
    pub(super) is_aside: bool,
}

impl<'a> Set<'a> {
    pub(super) fn new(path: &'a str, heading: Span, node: Node<'a>) -> Self {
        Set {
            path,
            heading,
            node,
            is_aside: false,
        }
    }

    /// What a cell says by the way: the status in `CANCELLED`, the end in `10 to 12`.
    pub(super) fn also(path: &'a str, heading: Span, node: Node<'a>) -> Self {
        Set {
            is_aside: true,
            ..Set::new(path, heading, node)
        }
    }

    /// Whether another one says the same.
    pub(super) fn says_as(&self, other: &Set<'_>) -> bool {
        same(&self.node.value, &other.node.value)
    }
}

fn same(one: &Value<'_>, other: &Value<'_>) -> bool {
    match (one, other) {
        (Value::Scalar { text: one, .. }, Value::Scalar { text: other, .. }) => one == other,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| same(&one.value, &other.value))
        }
        _ => false,
    }
}

/// The record of a row: its fields in the order of the columns. A group of which no field says
/// anything is a blank field, as it is in a file where nobody wrote anything below it.
pub(super) fn nested(sets: Vec<Set<'_>>, kind: RecordType) -> Option<Node<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let says_kind = sets.iter().any(|set| set.path == "record");
    for set in sets {
        let Set {
            path,
            heading,
            node,
            ..
        } = set;
        insert(&mut entries, path, heading, node);
    }
    for entry in &mut entries {
        close(&mut entry.value);
    }
    let first = entries.first()?.key_span;
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
            value: Node {
                span: first,
                value: Value::Scalar {
                    text: kind.word().into(),
                    plain: true,
                },
            },
        });
    }
    Some(Node {
        span,
        value: Value::Map(entries),
    })
}

fn insert<'a>(entries: &mut Vec<Entry<'a>>, path: &'a str, heading: Span, node: Node<'a>) {
    let (name, rest) = match path.split_once('.') {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    };
    let Some(rest) = rest else {
        entries.push(Entry {
            key: name.into(),
            key_span: heading,
            value: node,
        });
        return;
    };
    if !entries.iter().any(|entry| entry.key == name) {
        entries.push(Entry {
            key: name.into(),
            key_span: heading,
            value: Node {
                span: heading,
                value: Value::Map(Vec::new()),
            },
        });
    }
    let group = entries.iter_mut().find(|entry| entry.key == name);
    if let Some(Entry {
        value: Node {
            value: Value::Map(inner),
            span,
        },
        ..
    }) = group
    {
        span.end = span.end.max(node.span.end);
        insert(inner, rest, heading, node);
    }
}

/// Makes groups that say nothing blank.
fn close(node: &mut Node<'_>) {
    let Value::Map(entries) = &mut node.value else {
        return;
    };
    for entry in entries.iter_mut() {
        close(&mut entry.value);
    }
    if entries.iter().all(|entry| entry.value.is_empty()) {
        node.value = Value::Scalar {
            text: "".into(),
            plain: true,
        };
    }
}
