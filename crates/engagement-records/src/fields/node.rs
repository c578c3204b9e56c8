//! What becomes of one value of a mapping: a field that is blank, unreadable or said.

use super::answer::Field;
use super::places::NumberedField;
use super::shape::{Shape, expected};
use super::single::Single;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::{Node, ScalarKind, Value};
use plain_values::{is_placeholder, leaves_open};

/// How a scalar is read: the value, or what was expected instead.
pub(super) type Read<T> = Result<T, String>;

/// A field with a value: blank, open, unreadable, or what `read` makes of it.
pub(super) fn read_node<'t, 's, T>(
    node: &'t Node<'s>,
    key_span: Span,
    faults: &mut Vec<Diagnostic>,
    read: impl FnOnce(&'t Node<'s>, &mut Vec<Diagnostic>) -> Option<T>,
) -> Field<T> {
    if node.is_empty() {
        return Field::Blank(key_span);
    }
    match &node.value {
        Value::Broken
        | Value::Scalar {
            kind: ScalarKind::Unclear,
            ..
        } => return Field::Unreadable(node.span),
        Value::Scalar { .. } | Value::List(_) | Value::Map(_) => {}
    }
    match Single::of(node).and_then(Single::not_understood) {
        Some(text) if leaves_open(text) => return Field::Open(node.span),
        Some(text) if is_placeholder(text) => return Field::Blank(node.span),
        Some(_) | None => {}
    }
    match read(node, faults) {
        Some(value) => Field::Present(Spanned {
            value,
            span: node.span,
        }),
        None => Field::Unreadable(node.span),
    }
}

/// A text that may be an answer.
pub(super) fn plain_text<'t>(node: &'t Node<'_>) -> Option<&'t str> {
    match &node.value {
        Value::Scalar {
            text,
            kind: ScalarKind::Plain,
        } => Some(text),
        Value::Scalar { .. } | Value::List(_) | Value::Map(_) | Value::Broken => None,
    }
}

/// A single value; what cannot be read is a fault that says what was expected.
pub(super) fn read_single<'t, T>(
    name: &str,
    node: &'t Node<'_>,
    faults: &mut Vec<Diagnostic>,
    read: impl FnOnce(Single<'t>) -> Read<T>,
) -> Option<T> {
    let Some(single) = Single::of(node) else {
        return expected(name, node, faults, Shape::Single);
    };
    match read(single) {
        Ok(value) => Some(value),
        Err(expected) => {
            faults.push(
                Diagnostic::error(
                    "wrong-value",
                    node.span,
                    format!(
                        "{} cannot be read as `{name}`",
                        quoted(&node.spelling().unwrap_or_default())
                    ),
                )
                .help(expected),
            );
            None
        }
    }
}

/// Whether nothing is written in a field or in any of those below it.
pub(super) fn is_blank_throughout(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Map(entries) => entries
            .iter()
            .all(|entry| is_blank_throughout(&entry.value)),
        Value::Scalar { .. } | Value::List(_) | Value::Broken => node.is_empty(),
    }
}

/// Whether a group has a place for each of these fields.
pub(super) fn has_all(node: &Node<'_>, fields: &[NumberedField]) -> bool {
    let Value::Map(entries) = &node.value else {
        return true;
    };
    fields.iter().all(|field| {
        let entry = entries.iter().find(|entry| entry.key == field.name);
        entry.is_some_and(|entry| has_all(&entry.value, &field.below))
    })
}
