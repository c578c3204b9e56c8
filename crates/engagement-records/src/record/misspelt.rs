//! Fields that somebody misspelt. What stands in them was not read, and may be just what is asked for:
//! so the field that was probably meant cannot be read, instead of saying nothing.

use std::borrow::Cow;

use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Entry, Node, Value};

/// The fields of a mapping with those that are misspelt under the names that were probably meant, and
/// nothing readable in them. None where there is none of that kind.
pub(super) fn under_their_names<'s>(
    entries: &[Entry<'s>],
    faults: &[Diagnostic],
) -> Option<Vec<Entry<'s>>> {
    let misspelt: Vec<(Span, &str)> = faults
        .iter()
        .filter_map(|fault| Some((fault.span()?, fault.meant.as_deref()?)))
        .collect();
    (!misspelt.is_empty()).then(|| renamed(entries, &misspelt))
}

fn renamed<'s>(entries: &[Entry<'s>], misspelt: &[(Span, &str)]) -> Vec<Entry<'s>> {
    let is_there = |name: &str| entries.iter().any(|entry| entry.key == name);
    let meant = |entry: &Entry<'_>| {
        let mut all = misspelt.iter();
        let (_, name) = all.find(|(place, _)| *place == entry.key_span)?;
        (!is_there(name)).then_some(*name)
    };
    let entries = entries.iter().map(|entry| match meant(entry) {
        Some(name) => Entry {
            key: Cow::Owned(name.to_owned()),
            key_span: entry.key_span,
            value: Node {
                value: Value::Broken,
                span: entry.value.span,
            },
        },
        None => Entry {
            value: below(&entry.value, misspelt),
            ..entry.clone()
        },
    });
    entries.collect()
}

fn below<'s>(node: &Node<'s>, misspelt: &[(Span, &str)]) -> Node<'s> {
    let value = match &node.value {
        Value::Map(entries) => Value::Map(renamed(entries, misspelt)),
        Value::List(items) => Value::List(items.iter().map(|item| below(item, misspelt)).collect()),
        Value::Scalar { .. } | Value::Broken => node.value.clone(),
    };
    Node {
        value,
        span: node.span,
    }
}
