//! `extends:`: a charter that names only what differs from another.

use located::tree::{Entry, Node, Value};

/// The fields of `own` laid over those of `base`. Mappings are merged field by field; a list of
/// clauses by clause id, new clauses at the end; anything else, a rule too, is replaced as a whole.
pub(super) fn merged<'s>(base: Vec<Entry<'s>>, own: Vec<Entry<'s>>) -> Vec<Entry<'s>> {
    let mut result = base;
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

fn lay_over<'s>(key: &str, base: &mut Node<'s>, own: Node<'s>) {
    let span = own.span;
    let old = std::mem::replace(&mut base.value, Value::Broken);
    base.span = span;
    base.value = match (key, old, own.value) {
        // The parties and schools of another area are its own, and half a rule would be a rule that
        // nobody wrote.
        (
            "parties" | "schools" | "standards" | "review" | "fields" | "rule" | "examples",
            _,
            own,
        ) => own,
        // A clause is judged by a rule or it is not.
        ("clauses", Value::List(old), Value::List(own)) => Value::List(merged_clauses(old, own)),
        (_, Value::Map(old), Value::Map(own)) => Value::Map(merged(old, own)),
        (_, _, own) => own,
    };
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

fn id_of(node: &Node<'_>) -> Option<String> {
    let Value::Map(entries) = &node.value else {
        return None;
    };
    entries
        .iter()
        .find(|entry| entry.key == "id")
        .and_then(|entry| match &entry.value.value {
            Value::Scalar { text, .. } => Some(text.to_lowercase()),
            Value::List(_) | Value::Map(_) | Value::Broken => None,
        })
}
