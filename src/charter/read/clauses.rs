//! The clauses of a charter from their fields, and the rules that judge them.

use chrono::NaiveDate;

use super::common::{group, required_text, required_word};
use crate::charter::{Clause, InForce, Judged};
use crate::rules::{Rule, Severity, Silence};
use closed_words::{listed, nearest, same_word};
use engagement_records::fields::{Asked, AskedField, AskedFields, Field, Fields};
use engagement_records::record::{Duty, Vocabulary};
use identifiers::redact::Redactor;
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Entry, Node, Value};

pub(super) fn read_clauses(f: &mut Fields<'_, '_>) -> Vec<Clause> {
    let field = f.groups("clauses", "a clause", read_clause);
    let mut clauses: Vec<Clause> = Vec::new();
    for clause in field
        .get()
        .into_iter()
        .flatten()
        .map(|clause| &clause.value)
    {
        if let Some(first) = clauses
            .iter()
            .find(|known| known.id.eq_ignore_ascii_case(&clause.id))
        {
            f.fault(
                Diagnostic::error(
                    "duplicate-clause",
                    clause.span,
                    format!("the clause `{}` is defined twice", clause.id),
                )
                .and(first.span, "first here"),
            );
            continue;
        }
        clauses.push(clause.clone());
    }
    f.require("clauses");
    if clauses.is_empty() && !matches!(field, Field::Unreadable(_)) {
        let place = f.place();
        f.fault(
            Diagnostic::error("missing-field", place, "this charter has no clauses")
                .help("add `clauses`, or `extends: built-in` to start from the built-in charter"),
        );
    }
    clauses
}

fn read_clause(f: &mut Fields<'_, '_>) -> Clause {
    let id_field = f.text("id");
    let span = id_field.spanned().map_or(f.place(), |said| said.span);
    f.require("id");
    if id_field.is_missing() {
        f.fault(Diagnostic::error(
            "missing-field",
            span,
            "`id` is missing here",
        ));
    }
    // Those who try examples out read them from the tree.
    let _ = f.with(
        "examples",
        || Asked::Groups(super::examples::asked()),
        |_, _| Some(()),
    );
    let in_force = group(f.group("in_force", "`in_force`", |f| InForceFields {
        from: f.date("from"),
        until: f.date("until"),
    }));
    let mut number = None;
    Clause {
        id: id_field.get().cloned().unwrap_or_default(),
        span,
        of: required_word(f, "of", Duty::Both),
        says: required_text(f, "says", "what was promised, in your own words"),
        severity: required_word(f, "severity", Severity::Concern),
        silence: f
            .word("silence")
            .get()
            .copied()
            .unwrap_or(Silence::NoEvidence),
        explainable: f.yes_no("explainable").get().copied().unwrap_or(true),
        in_force: InForce {
            from: in_force.from.get().copied(),
            until: in_force.until.get().copied(),
        },
        note: f.text("note").get().cloned(),
        judged: read_judged(f, &mut number),
        number,
    }
}

#[derive(Default)]
struct InForceFields {
    from: Field<NaiveDate>,
    until: Field<NaiveDate>,
}

/// Ids of clauses stand in every output, and two that are hidden look the same.
pub(super) fn ids_can_be_shown(
    clauses: &[Clause],
    redactor: &Redactor,
    faults: &mut Vec<Diagnostic>,
) {
    for clause in clauses {
        if redactor.hides(&clause.id) {
            let message = "the id of this clause looks like that of a person";
            let fault = Diagnostic::error("wrong-value", clause.span, message);
            faults.push(fault.help("choose another, such as L1"));
        }
    }
}

/// A clause is judged by exactly one rule, or says why it is not judged. Says also where the number
/// stands that it is judged by, if there is one.
fn read_judged(f: &mut Fields<'_, '_>, number: &mut Option<Span>) -> Judged {
    let not_judged = f.text("not_judged");
    let rule = f.with(
        "rule",
        || Asked::Group(rules_asked(), None),
        |node, faults| {
            let entries = match &node.value {
                Value::Map(entries) => entries.as_slice(),
                Value::Scalar { .. } | Value::List(_) | Value::Broken => &[],
            };
            let [entry] = entries else {
                faults.push(
                    Diagnostic::error("no-rule", node.span, "a rule is a name with its parameters")
                        .help("write one rule, such as `rule: { feedback-given: {} }`"),
                );
                return None;
            };
            *number = has_number(&entry.value).then_some(entry.key_span);
            read_rule(entry, faults)
        },
    );
    match (rule, not_judged) {
        (
            Field::Present(rule),
            Field::Absent | Field::NoPlace(_) | Field::Blank(_) | Field::Open(_),
        ) => Judged::By(Box::new(rule.value)),
        (Field::Absent, Field::Present(why)) => Judged::Not(why.value),
        (Field::Unreadable(_), _) | (_, Field::Unreadable(_)) => Judged::Not(String::new()),
        (rule, _) => {
            let place = rule.spanned().map_or(f.place(), |said| said.span);
            f.fault(
                Diagnostic::error(
                    "rule-or-reason",
                    place,
                    "a clause has a `rule`, or a reason in `not_judged`, and not both",
                )
                .help("keep one of them"),
            );
            Judged::Not(String::new())
        }
    }
}

/// Whether one of the parameters of a rule is a number, or a length of time.
fn has_number(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Scalar { text, .. } => text.contains(|sign: char| sign.is_ascii_digit()),
        Value::List(items) => items.iter().any(has_number),
        Value::Map(entries) => entries.iter().any(|entry| has_number(&entry.value)),
        Value::Broken => false,
    }
}

/// The names of all rules, each with what its parameters may be.
fn rules_asked() -> AskedFields {
    let fields = Rule::pages().map(|page| AskedField {
        name: page.code.to_owned(),
        asked: Asked::Group(Rule::asked(page.code), None),
        is_required: false,
    });
    AskedFields {
        fields: fields.collect(),
        others: None,
    }
}

fn read_rule(entry: &Entry<'_>, faults: &mut Vec<Diagnostic>) -> Option<Rule> {
    let parameters = match &entry.value.value {
        Value::Map(parameters) => parameters.as_slice(),
        Value::Scalar { .. } if entry.value.is_empty() => &[],
        Value::Scalar { .. } | Value::List(_) | Value::Broken => {
            faults.push(Diagnostic::error(
                "wrong-shape",
                entry.value.span,
                format!(
                    "the parameters of `{}` should be fields with values",
                    entry.key
                ),
            ));
            return None;
        }
    };
    let mut fields = Fields::new("this rule", parameters, entry.key_span, faults);
    let rule = Rule::read(&entry.key, &mut fields);
    if rule.is_some() {
        fields.finish();
        return rule;
    }
    let codes: Vec<&str> = Rule::pages().map(|page| page.code).collect();
    let mut pages = Rule::pages();
    let called = pages.find(|page| page.names().iter().any(|name| same_word(name, &entry.key)));
    let message = format!(
        "there is no rule called {}",
        identifiers::redact::quoted(&entry.key)
    );
    let fault = Diagnostic::error("unknown-rule", entry.key_span, message);
    let near = called.map(|page| page.code);
    faults.push(
        match near.or_else(|| nearest(&entry.key, codes.iter().copied())) {
            Some(near) => fault.saying(format!("did you mean `{near}`?")),
            None => fault.help(format!("the rules are {}", listed(&codes, "and"))),
        },
    );
    None
}

/// The clauses, once their rules have seen the rest of the charter.
pub(super) fn settled(
    mut clauses: Vec<Clause>,
    words: Vocabulary<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Clause> {
    let rules = clauses
        .iter_mut()
        .filter_map(|clause| match &mut clause.judged {
            Judged::By(rule) => Some(&mut **rule),
            Judged::Not(_) => None,
        });
    Rule::settle(rules.collect(), words, faults);
    clauses
}
