//! The view of a record knows every field that the reader knows: expressions can name them all.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use engagement_records::record::view::{About, Node, Said, Schema, Type, View, Viewed};
use located::source::Span;

use crate::Bench;
use identifiers::redact::Redactor;

/// The fields that the reader names when it meets an unknown one, for the record or group of this
/// kind.
fn known_to_the_reader(record: &str) -> BTreeSet<String> {
    let bench = Bench::new(&[("a.yaml", record)]);
    let fault = bench
        .reading
        .faults
        .iter()
        .find(|fault| fault.code == "unknown-field")
        .unwrap_or_else(|| panic!("{record}: {:#?}", bench.reading.faults));
    Redactor::default()
        .redact(fault.help.as_ref().unwrap())
        .as_str()
        .strip_prefix("the fields are ")
        .unwrap()
        .replace(" and ", ", ")
        .split(", ")
        .map(str::to_owned)
        .collect()
}

/// Compares one level of the view with the reader's list, then every group below it.
fn compare(fields: &[Node<'_>], path: &mut Vec<String>, head: &str, checked: &mut usize) {
    let mut record = head.to_owned();
    for (depth, name) in path.iter().enumerate() {
        let _ = writeln!(record, "{}{name}:", "  ".repeat(depth));
    }
    let _ = writeln!(record, "{}xxxxxxxxxxxxxxxx: x", "  ".repeat(path.len()));
    let mut expected = known_to_the_reader(&record);
    if path.is_empty() {
        // What type of record it is, and what the engine weighs after a promise was judged.
        expected.remove("record");
        expected.remove("explanations");
    }
    let viewed: BTreeSet<String> = fields.iter().map(|node| node.name.to_owned()).collect();
    assert_eq!(viewed, expected, "{path:?}");
    *checked += viewed.len();
    for node in fields {
        let mut kind = &node.kind;
        if let Type::List(item) = kind {
            kind = item;
        }
        let Type::Group(inner) = kind else { continue };
        // The built-in charter declares no fields of its own, so there is nothing to read here.
        if node.name == "local" {
            continue;
        }
        path.push(node.name.to_owned());
        compare(inner, path, head, checked);
        path.pop();
    }
}

#[test]
fn every_field_that_the_reader_knows_can_be_named() {
    let bench = Bench::new(&[]);
    let id = bench.sources.next_id();
    let place = Span::new(id, 0, 0);
    let mut checked = 0;
    for (about, head) in [
        (About::Engagement, "id: x\n"),
        (About::Decision, "record: decision\n"),
        (About::Request, "record: request\n"),
        (About::Contact, "record: contact\n"),
        (About::Conduct, "record: conduct\n"),
    ] {
        let schema = Schema::new(about, bench.charter.charter.vocabulary(), place);
        compare(schema.fields(), &mut Vec::new(), head, &mut checked);
    }
    assert!(checked > 110, "{checked}");
}

#[test]
fn the_record_with_every_field_says_something_in_each() {
    let text = std::fs::read_to_string(crate::root().join("examples/every-field/engagement.yaml"));
    let charter = std::fs::read_to_string(crate::root().join("examples/every-field/charter.yaml"));
    let bench = Bench::under(charter.ok().as_deref(), &[("a.yaml", &text.unwrap())]);
    let record = Viewed::Engagement(&bench.reading.records.engagements[0]);
    let words = bench.charter.charter.vocabulary();
    let silent = |as_of: &str| {
        let view = View::new(record, words, as_of.parse().unwrap());
        let mut silent = Vec::new();
        for node in view.fields() {
            gather(&node, "", &mut silent);
        }
        silent
    };
    // What a meeting does not have, and what was not said.
    let never = [
        "last_day",
        "opens",
        "closes",
        "extended_from",
        "papers.none_needed",
        "cyp.not_appropriate",
        "cyp.alternative",
        "local",
    ];
    assert_eq!(silent("2026-12-31"), never);
    // On 1 March neither feedback nor anything after it had been sent.
    let mut early = silent("2026-03-01");
    early.retain(|path| !never.contains(&path.as_str()));
    assert_eq!(
        early,
        ["feedback.sent", "forum_feedback", "experience.responded"]
    );
    // On 20 January nobody had been told of the new day yet.
    let view = View::new(record, words, "2026-01-20".parse().unwrap());
    assert!(matches!(
        view.said(&["moved_from".to_owned()]),
        Said::Missing(_)
    ));
    let Said::Value(engagement_records::record::view::Value::Date(date), _) =
        view.said(&["date".to_owned()])
    else {
        panic!("no date");
    };
    assert_eq!(date.to_string(), "2026-02-12");
    // One field alone is the same as that field among all.
    let alone = view.said(&[
        "venue".to_owned(),
        "access".to_owned(),
        "hearing_loop".to_owned(),
    ]);
    assert!(matches!(alone, Said::Value(..)));
    assert!(matches!(
        view.said(&["nothing".to_owned()]),
        Said::Missing(_)
    ));
}

fn gather(node: &Node<'_>, above: &str, silent: &mut Vec<String>) {
    let path = format!("{above}{}", node.name);
    if matches!(node.said, Said::Missing(_)) {
        silent.push(path);
    } else if let Type::Group(fields) = &node.kind {
        for field in fields.iter() {
            gather(field, &format!("{path}."), silent);
        }
    }
}
