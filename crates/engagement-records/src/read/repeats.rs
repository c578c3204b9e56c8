//! Fields that are written twice in one mapping.

use std::borrow::Cow;
use std::collections::HashMap;

use super::item::Aside;
use closed_words::grouped;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::tree::{Entry, Node, Value};

/// So many repeated fields of one mapping are named; more are only counted.
const MOST_NAMED: usize = 20;

/// Reports fields that are written twice. Which of the two was meant cannot be known, so the one
/// that stays has no value, and the other stands aside. `help` says what to do about a field of this
/// name, and `written` what stands at a value in the file.
pub(super) fn without_repeats<'s>(
    entries: Vec<Entry<'s>>,
    faults: &mut Vec<Diagnostic>,
    asides: &mut Vec<Aside>,
    help: impl Fn(&str) -> &'static str,
    written: impl Fn(&Node<'_>) -> String,
) -> Vec<Entry<'s>> {
    let mut kept: Vec<Entry<'s>> = Vec::with_capacity(entries.len());
    let mut places: HashMap<Cow<'s, str>, usize> = HashMap::new();
    let many = entries.len() > 32;
    let mut repeats = 0_usize;
    let mut last = None;
    for entry in entries {
        let seen = if many {
            places.get(&entry.key).copied()
        } else {
            kept.iter().position(|other| other.key == entry.key)
        };
        let Some(earlier) = seen.and_then(|at| kept.get_mut(at)) else {
            if many {
                places.insert(entry.key.clone(), kept.len());
            }
            kept.push(entry);
            continue;
        };
        repeats += 1;
        if repeats > MOST_NAMED {
            earlier.value.value = Value::Broken;
            last = Some(entry.key_span);
            continue;
        }
        faults.push(
            Diagnostic::error(
                "duplicate-field",
                entry.key_span,
                format!("the field {} is written twice", quoted(&entry.key)),
            )
            .saying("here again")
            .and(earlier.key_span, "written here first")
            .help(help(&entry.key)),
        );
        asides.push(Aside::of_none(
            earlier.value.span,
            &entry.key,
            written(&entry.value),
        ));
        earlier.value.value = Value::Broken;
    }
    faults.extend(last.map(|place| {
        let more = grouped(repeats - MOST_NAMED);
        let message = format!("{more} more fields of this record are written again");
        Diagnostic::error("duplicate-field", place, message).saying("the last of them")
    }));
    kept
}
