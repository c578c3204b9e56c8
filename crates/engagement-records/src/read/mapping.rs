//! Files that should be one mapping in the project's own format, such as `columns.yaml`.

use super::yaml;
use located::diagnostic::Diagnostic;
use located::source::{SourceId, Span};
use located::tree::{Entry, Value};

/// What such a file should be, for what is said where it is not.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    /// The code of the fault.
    pub code: &'static str,
    /// What the file is, such as `a charter`.
    pub what: &'static str,
    /// What that consists of, such as "a set of fields".
    pub fields: &'static str,
}

/// The fields of a file that should be one mapping; none, and a fault, where it is not.
pub fn root_fields<'s>(
    id: SourceId,
    text: &'s str,
    expected: Expected,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Entry<'s>> {
    let Expected { code, what, fields } = expected;
    let mut read = yaml::read(id, text);
    faults.append(&mut read.faults);
    let mut roots = read.roots.into_iter();
    let (root, second) = (roots.next(), roots.next());
    let beginning = |span: Span| Span {
        end: span.start,
        ..span
    };
    if let Some(second) = second {
        let message = format!("{what} is one document, but another one begins here");
        let place = beginning(second.span);
        faults.push(Diagnostic::error("several-documents", place, message));
    }
    match root.map(|root| (root.span, root.value)) {
        Some((_, Value::Map(entries))) => return entries,
        Some((span, _)) => {
            let message = format!("{what} is {fields}");
            faults.push(Diagnostic::error(code, beginning(span), message));
        }
        None if faults.is_empty() => {
            let place = Span::new(id, 0, 0);
            faults.push(Diagnostic::error(code, place, "this file is empty"));
        }
        None => {}
    }
    Vec::new()
}
