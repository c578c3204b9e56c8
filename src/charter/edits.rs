//! Parameters of rules set from outside a charter's file, as if the file said so: the same reader
//! reads them and finds the same faults.

use closed_words::{listed, nearest};
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{SourceId, Span};
use located::tree::{Entry, Node, ScalarKind, Value};

/// What the texts of changes are called in places.
pub const EDITS_NAME: &str = "--set";

const EXPECTED: &str = "write CLAUSE.PARAMETER=VALUE, such as `O4a1.standard=10 clear days`";

/// One change: a parameter of a clause's rule and the value that it is to have.
struct Edit<'t> {
    /// The clause and the names that lead to the parameter, joined by dots.
    path: &'t str,
    path_span: Span,
    value: &'t str,
    value_span: Span,
}

impl<'t> Edit<'t> {
    /// Reads `O4a1.standard=10 clear days` at a place of a text.
    fn read(line: &'t str, source: SourceId, start: usize) -> Result<Self, Diagnostic> {
        let span = |from: usize, to: usize| Span::new(source, start + from, start + to);
        let Some((path, value)) = line.split_once('=') else {
            let at = span(0, line.len());
            let fault = Diagnostic::error("no-value", at, "this sets nothing");
            return Err(fault.help(EXPECTED));
        };
        let value_at = line.len() - value.trim_start().len();
        let value = value.trim();
        Ok(Edit {
            path_span: span(0, path.len()),
            path: path.trim(),
            value_span: span(value_at, value_at + value.len()),
            value,
        })
    }

    fn node<'s>(&self) -> Node<'s> {
        let unquoted = ['"', '\''].iter().find_map(|quote| {
            let inside = self.value.strip_prefix(*quote)?;
            inside.strip_suffix(*quote)
        });
        match unquoted {
            Some(text) => Node::scalar(text.to_owned(), ScalarKind::Quoted, self.value_span),
            None => Node::scalar(self.value.to_owned(), ScalarKind::Plain, self.value_span),
        }
    }
}

/// Lays changes, one to a line of a text, over the fields of a charter.
pub(super) fn lay_over(
    entries: &mut [Entry<'_>],
    text: &str,
    source: SourceId,
    faults: &mut Vec<Diagnostic>,
) {
    let mut start = 0;
    let mut known: Vec<(String, Span)> = Vec::new();
    for line in text.split('\n') {
        let edit = Edit::read(line, source, start);
        start += line.len() + 1;
        let edit = match edit {
            Ok(edit) => edit,
            Err(fault) => {
                faults.push(fault);
                continue;
            }
        };
        let path = edit.path.to_lowercase();
        if let Some((_, first)) = known.iter().find(|(other, _)| *other == path) {
            let message = "this is set twice";
            let fault = Diagnostic::error("duplicate-field", edit.path_span, message);
            faults.push(fault.and(*first, "first here"));
            continue;
        }
        known.push((path, edit.path_span));
        if let Err(fault) = set(entries, &edit) {
            faults.push(fault);
        }
    }
}

fn set(entries: &mut [Entry<'_>], edit: &Edit<'_>) -> Result<(), Diagnostic> {
    let wrong = |message: String| Diagnostic::error("wrong-parameter", edit.path_span, message);
    let (clause, parameter) = clause_of(entries, edit)?;
    let rule = clause.iter_mut().find(|entry| entry.key == "rule");
    let Some(rule) = rule.map(|entry| &mut entry.value.value) else {
        let message = "the program does not judge this clause, so there is nothing to set";
        return Err(wrong(message.to_owned()));
    };
    let parameters = match rule {
        Value::Map(rules) => rules.first_mut(),
        Value::Scalar { .. } | Value::List(_) | Value::Broken => None,
    };
    let Some(parameters) = parameters else {
        let message = "the rule of this clause is written without parameters";
        return Err(wrong(message.to_owned()));
    };
    let mut node = &mut parameters.value;
    let names: Vec<&str> = parameter.split('.').map(str::trim).collect();
    if names.iter().any(|name| name.is_empty()) {
        return Err(wrong("a name is missing here".to_owned()).help(EXPECTED));
    }
    for name in names {
        node = below(node, name, edit.path_span).ok_or_else(|| {
            let message = format!("there is nothing called {} to set here", quoted(name));
            wrong(message).help("what stands before the last dot holds one value and no parameters")
        })?;
    }
    *node = edit.node();
    Ok(())
}

/// The value of a field, which is made where it is not there; nothing where there are no fields.
fn below<'n, 's>(node: &'n mut Node<'s>, name: &str, place: Span) -> Option<&'n mut Node<'s>> {
    if node.is_empty() {
        node.value = Value::Map(Vec::new());
    }
    let Value::Map(entries) = &mut node.value else {
        return None;
    };
    if let Some(at) = entries.iter().position(|entry| entry.key == name) {
        return entries.get_mut(at).map(|entry| &mut entry.value);
    }
    entries.push(Entry {
        key: name.to_owned().into(),
        key_span: place,
        value: Node::scalar("", ScalarKind::Plain, place),
    });
    entries.last_mut().map(|entry| &mut entry.value)
}

/// The fields of the clause that a change names, and what stands behind its id. An id may have dots
/// of its own, so the longest that fits is meant.
fn clause_of<'n, 's, 't>(
    entries: &'n mut [Entry<'s>],
    edit: &Edit<'t>,
) -> Result<(&'n mut Vec<Entry<'s>>, &'t str), Diagnostic> {
    let clauses = entries.iter_mut().find(|entry| entry.key == "clauses");
    let clauses: &mut [Node<'_>] = match clauses.map(|entry| &mut entry.value.value) {
        Some(Value::List(clauses)) => clauses,
        Some(Value::Scalar { .. } | Value::Map(_) | Value::Broken) | None => &mut [],
    };
    let ids: Vec<String> = clauses.iter().filter_map(id_of).collect();
    let named = ids.iter().filter_map(|id| {
        let head = edit.path.get(..id.len())?;
        let rest = edit.path.get(id.len()..)?.strip_prefix('.')?;
        head.eq_ignore_ascii_case(id).then_some((id, rest))
    });
    let Some((id, parameter)) = named.max_by_key(|(id, _)| id.len()) else {
        return Err(unknown_clause(&ids, edit));
    };
    let found = clauses.iter_mut().find_map(|clause| {
        let is_meant = id_of(clause).is_some_and(|known| known == *id);
        match &mut clause.value {
            Value::Map(fields) if is_meant => Some(fields),
            Value::Map(_) | Value::Scalar { .. } | Value::List(_) | Value::Broken => None,
        }
    });
    let fields = found.ok_or_else(|| unknown_clause(&ids, edit))?;
    Ok((fields, parameter))
}

fn unknown_clause(ids: &[String], edit: &Edit<'_>) -> Diagnostic {
    if ids.iter().any(|id| id.eq_ignore_ascii_case(edit.path)) {
        let message = "this names a clause and no parameter of its rule";
        return Diagnostic::error("no-parameter", edit.path_span, message).help(EXPECTED);
    }
    let (id, _) = edit.path.split_once('.').unwrap_or((edit.path, ""));
    let message = format!("the charter has no clause {}", quoted(id));
    let fault = Diagnostic::error("unknown-clause", edit.path_span, message);
    match nearest(id, ids.iter().map(String::as_str)) {
        Some(near) => fault.saying(format!("did you mean `{near}`?")),
        None => fault.help(format!("its clauses are {}", listed(ids, "and"))),
    }
}

fn id_of(clause: &Node<'_>) -> Option<String> {
    let Value::Map(fields) = &clause.value else {
        return None;
    };
    let id = fields.iter().find(|entry| entry.key == "id")?;
    match &id.value.value {
        Value::Scalar { text, .. } => Some(text.to_string()),
        Value::List(_) | Value::Map(_) | Value::Broken => None,
    }
}
