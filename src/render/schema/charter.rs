//! Charters.

use engagement_records::fields::{Asked, AskedFields};
use serde_json::{Map, Value, json};

use super::DIALECT;
use super::meanings::of_charter;
use super::record;
use super::values::{mapping, required};
use crate::charter;

pub(super) fn schema() -> Value {
    let asked = charter::asked();
    let mut part = mapping(&asked, &[], &of_charter);
    relax_clauses(&mut part);
    one_rule(&mut part);
    let mut definitions: Map<String, Value> = record::definitions(None);
    definitions.insert("part".to_owned(), part);
    json!({
        "$schema": DIALECT,
        "title": "A coproduction charter",
        "description": "Who promised what, by which standards and by which calendar. With \
                        `extends: built-in` it names only what differs from the built-in charter.",
        "type": "object",
        "$ref": "#/$defs/part",
        "if": { "required": ["extends"] },
        "else": whole(&asked),
        "$defs": definitions,
    })
}

/// What must be there in a charter that extends no other.
fn whole(asked: &AskedFields) -> Value {
    let clause = asked.get("clauses").map(|clauses| &clauses.asked);
    let of_clause = match clause {
        Some(Asked::Groups(clause)) => required(clause),
        _ => Vec::new(),
    };
    json!({
        "required": required(asked),
        "properties": { "clauses": {
            "required": of_clause,
            "items": {
                "required": of_clause,
                "anyOf": [{ "required": ["rule"] }, { "required": ["not_judged"] }],
            },
        } },
    })
}

/// A clause that changes another one names it, and only what differs.
fn relax_clauses(part: &mut Value) {
    for path in ["/properties/clauses", "/properties/clauses/items"] {
        if let Some(Value::Object(clause)) = part.pointer_mut(path) {
            clause.insert("required".to_owned(), json!(["id"]));
        }
    }
}

/// A clause is judged by one rule.
fn one_rule(part: &mut Value) {
    for path in [
        "/properties/clauses/properties/rule",
        "/properties/clauses/items/properties/rule",
    ] {
        if let Some(Value::Object(rule)) = part.pointer_mut(path) {
            rule.insert("minProperties".to_owned(), 1.into());
            // Beside the names of the rules it would keep editors from proposing one.
            rule.insert("allOf".to_owned(), json!([{ "maxProperties": 1 }]));
        }
    }
}
