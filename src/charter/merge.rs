//! `extends:`: a charter that names only what differs from another.

use std::borrow::Cow;

use crate::rules::is_crossed;
use closed_words::nearest;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::tree::{Entry, Node, Value};
use working_days::Duration;

/// The fields of `own` laid over those of `base`. Mappings are merged field by field; a list of
/// clauses by clause id, new clauses at the end; a rule, as long as it is the same, parameter by
/// parameter, without inherited steps that do not fit another standard. Anything else is replaced as
/// a whole.
pub(super) fn merged<'s>(base: Vec<Entry<'s>>, own: Vec<Entry<'s>>) -> Vec<Entry<'s>> {
    let mut result = base;
    if let Some(standard) = standard_of(&own) {
        let is_named = |key: &str| own.iter().any(|entry| entry.key == key);
        let at_most = result.iter().any(|entry| entry.key == "at_most");
        result.retain(|step| is_named(&step.key) || fits(step, standard, at_most));
    }
    for entry in own {
        match result.iter_mut().find(|known| known.key == entry.key) {
            Some(known) => {
                known.key_span = entry.key_span;
                lay_over(&entry.key, &mut known.value, entry.value);
            }
            None => result.push(entry),
        }
    }
    result
}

/// Whether an inherited step of a standard still makes sense beside another standard: a floor above it
/// would be none.
fn fits(step: &Entry<'_>, standard: Duration, at_most: bool) -> bool {
    let should_be_more = match step.key.as_ref() {
        "at_least" => false,
        "at_most" => true,
        "aim" => !at_most,
        _ => return true,
    };
    let step = step.value.spelling();
    let step = step.and_then(|text| Duration::parse(&text).ok());
    step.is_none_or(|step| !is_crossed(standard, step, should_be_more))
}

fn standard_of(parameters: &[Entry<'_>]) -> Option<Duration> {
    let standard = parameters.iter().find(|entry| entry.key == "standard")?;
    Duration::parse(&standard.value.spelling()?).ok()
}

fn lay_over<'s>(key: &str, base: &mut Node<'s>, own: Node<'s>) {
    let span = own.span;
    let old = std::mem::replace(&mut base.value, Value::Broken);
    base.span = span;
    base.value = match (key, old, own.value) {
        // The parties, the schools and what the rungs need of another area are its own.
        (
            "parties" | "schools" | "standards" | "review" | "fields" | "examples" | "ladder-claim",
            _,
            own,
        ) => own,
        // Half of another rule would be a rule that nobody wrote.
        ("rule", Value::Map(old), Value::Map(own)) if !is_same_rule(&old, &own) => Value::Map(own),
        // A clause is judged by a rule or it is not.
        ("clauses", Value::List(old), Value::List(own)) => Value::List(merged_clauses(old, own)),
        (_, Value::Map(old), Value::Map(own)) => Value::Map(merged(old, own)),
        (_, _, own) => own,
    };
}

/// Whether both name the same rule.
fn is_same_rule(base: &[Entry<'_>], own: &[Entry<'_>]) -> bool {
    matches!((base, own), ([base], [own]) if base.key == own.key)
}

fn merged_clauses<'s>(base: Vec<Node<'s>>, own: Vec<Node<'s>>) -> Vec<Node<'s>> {
    let mut result = base;
    let mut named: Vec<Option<String>> = Vec::new();
    for clause in own {
        let id = id_of(&clause);
        // A clause that is named twice stays there twice, so that it is found to be a fault.
        let again = named.contains(&id);
        match result
            .iter_mut()
            .find(|known| id.is_some() && id_of(known) == id)
        {
            Some(known) if !again => lay_over_clause(known, clause),
            _ => result.push(clause),
        }
        named.push(id);
    }
    result
}

fn lay_over_clause<'s>(known: &mut Node<'s>, mut own: Node<'s>) {
    if let (Value::Map(old), Value::Map(new)) = (&mut known.value, &mut own.value) {
        for (name, other) in [("rule", "not_judged"), ("not_judged", "rule")] {
            if new.iter().any(|entry| entry.key == name) {
                old.retain(|entry| entry.key != other);
            }
        }
    }
    lay_over("", known, own);
}

/// Takes the clauses out that name something to change in a clause that is not there, and says what
/// is wrong with each. A clause that says what was promised, or how it is judged, is a new one.
pub(super) fn take_strays(base: &[Entry<'_>], own: &mut [Entry<'_>]) -> Vec<Diagnostic> {
    let ids: Vec<String> = clauses(base).iter().filter_map(id_of).collect();
    let mut strays = Vec::new();
    for entry in own.iter_mut().filter(|entry| entry.key == "clauses") {
        let Value::List(clauses) = &mut entry.value.value else {
            continue;
        };
        clauses.retain(|clause| {
            let stray = id_of(clause)
                .filter(|id| !ids.contains(id) && !is_whole(clause))
                .and_then(|_| stray(clause, base));
            let is_stray = stray.is_some();
            strays.extend(stray);
            !is_stray
        });
    }
    strays
}

fn clauses<'e, 's>(entries: &'e [Entry<'s>]) -> &'e [Node<'s>] {
    let clauses = entries.iter().find(|entry| entry.key == "clauses");
    match clauses.map(|entry| &entry.value.value) {
        Some(Value::List(clauses)) => clauses,
        Some(Value::Scalar { .. } | Value::Map(_) | Value::Broken) | None => &[],
    }
}

/// Whether a clause says anything that only a new one has to say.
fn is_whole(clause: &Node<'_>) -> bool {
    let Value::Map(entries) = &clause.value else {
        return true;
    };
    let mut keys = entries.iter().map(|entry| entry.key.as_ref());
    keys.any(|key| matches!(key, "of" | "says" | "rule" | "not_judged"))
}

/// What to say of a clause that is none of the other charter's.
fn stray(clause: &Node<'_>, base: &[Entry<'_>]) -> Option<Diagnostic> {
    let id = written_id(clause)?;
    let wrong = id.spelling()?;
    let known = clauses(base).iter().filter_map(written_id);
    let known: Vec<String> = known
        .filter_map(|id| id.spelling().map(Cow::into_owned))
        .collect();
    let message = format!(
        "{} is no clause of the charter that this one extends",
        quoted(&wrong)
    );
    let fault = Diagnostic::error("unknown-clause", id.span, message).help(
        "write the id of one of its clauses; a clause of your own also needs `of`, `says` and `rule`",
    );
    Some(match nearest(&wrong, known.iter().map(String::as_str)) {
        Some(near) => fault.saying(format!("did you mean `{near}`?")),
        None => fault,
    })
}

fn written_id<'e, 's>(node: &'e Node<'s>) -> Option<&'e Node<'s>> {
    let Value::Map(entries) = &node.value else {
        return None;
    };
    let id = entries.iter().find(|entry| entry.key == "id");
    id.map(|entry| &entry.value)
}

fn id_of(node: &Node<'_>) -> Option<String> {
    match &written_id(node)?.value {
        Value::Scalar { text, .. } => Some(text.to_lowercase()),
        Value::List(_) | Value::Map(_) | Value::Broken => None,
    }
}
