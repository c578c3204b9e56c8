//! What is to say of a field that holds a value of another shape than it should.

use std::borrow::Cow;

use closed_words::{listed, nearest};
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::tree::{Entry, Node, Value};

/// Reports that something of another shape was expected. Broken values have been reported.
pub(super) fn expected<T>(
    name: &str,
    node: &Node<'_>,
    faults: &mut Vec<Diagnostic>,
    shape: Shape<'_>,
) -> Option<T> {
    let found = match &node.value {
        Value::Scalar { .. } => "a single value",
        Value::List(_) => "a list",
        Value::Map(_) => "a group of fields",
        Value::Broken => return None,
    };
    let (wanted, help) = match shape {
        Shape::Single => ("a single value", format!("write one value after `{name}:`")),
        Shape::List => ("a list", format!("write `{name}: [first, second]`")),
        Shape::Group(known) => (
            "fields of its own",
            format!(
                "write its fields below it, one to a line, two spaces further in; they are {}",
                listed(known, "and")
            ),
        ),
        Shape::Groups => (
            "a list of groups of fields",
            format!("write `{name}: [{{ field: value, other: value }}]`"),
        ),
    };
    let message = format!("`{name}` should hold {wanted}, but here is {found}");
    faults.push(Diagnostic::error("wrong-shape", node.span, message).help(help));
    None
}

/// What a value should look like.
#[derive(Clone, Copy)]
pub(super) enum Shape<'k> {
    Single,
    List,
    /// With the names of its fields.
    Group(&'k [Cow<'static, str>]),
    Groups,
}

/// A field that the mapping does not have.
pub(super) fn unknown_field(
    what: &str,
    entry: &Entry<'_>,
    known: &[Cow<'static, str>],
) -> Diagnostic {
    let fault = Diagnostic::error(
        "unknown-field",
        entry.key_span,
        format!("{} is not a field of {what}", quoted(&entry.key)),
    );
    match nearest(&entry.key, known.iter().map(AsRef::as_ref)) {
        Some(near) => fault.meaning(near),
        None if known.is_empty() => fault,
        None => fault.help(format!("the fields are {}", listed(known, "and"))),
    }
}
