//! The examples that a charter carries under its clauses: records, a day, and the verdict that is
//! expected. Only those who try them out read them; an audit passes them over.

use chrono::NaiveDate;

use super::FileLoader;
use crate::charter::{Charter, merged};
use crate::diagnostic::Diagnostic;
use crate::fields::{Field, Fields};
use crate::record::{Record, RecordFile, Records};
use crate::rules::{Severity, Verdict};
use crate::source::Span;
use crate::tree::{Entry, Node, Value};

/// One example under a clause.
#[derive(Debug)]
pub struct Example {
    /// The id of the clause.
    pub clause: String,
    /// Which of the clause's examples it is, from 1.
    pub number: usize,
    /// Where it stands.
    pub span: Span,
    /// The day it speaks for.
    pub as_of: NaiveDate,
    /// What is expected.
    pub verdict: Verdict,
    /// How much it is expected to matter, where the example says so.
    pub severity: Option<Severity>,
    /// The id of what is judged, where that is not the first record.
    pub about: Option<String>,
    /// Its records.
    pub records: Records,
    /// The charter that it is judged by, where it says something differently.
    pub under: Option<Box<Charter>>,
}

/// Reads the examples of a charter from its fields, `extends` already resolved. What is wrong with
/// an example is a fault; the others are read all the same.
pub fn examples(
    entries: &[Entry<'_>],
    charter: &Charter,
    load: FileLoader<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Example> {
    let mut all = Vec::new();
    for clause in list(entries, "clauses") {
        let Value::Map(fields) = &clause.value else {
            continue;
        };
        let id = fields.iter().find(|entry| entry.key == "id");
        let Some(Value::Scalar { text, .. }) = id.map(|entry| &entry.value.value) else {
            continue;
        };
        for (at, node) in list(fields, "examples").iter().enumerate() {
            let reading = Reading {
                clause: text,
                number: at + 1,
                entries,
                charter,
                load,
            };
            all.extend(reading.example(node, faults));
        }
    }
    all
}

/// The items of a list in a field; a single value stands for a list of one.
fn list<'n, 's>(entries: &'n [Entry<'s>], name: &str) -> &'n [Node<'s>] {
    let value = entries.iter().find(|entry| entry.key == name);
    match value.map(|entry| &entry.value) {
        Some(node) => match &node.value {
            Value::List(items) => items,
            Value::Map(_) | Value::Scalar { .. } | Value::Broken if node.is_empty() => &[],
            Value::Map(_) | Value::Scalar { .. } | Value::Broken => std::slice::from_ref(node),
        },
        None => &[],
    }
}

struct Reading<'r, 's> {
    clause: &'r str,
    number: usize,
    entries: &'r [Entry<'s>],
    charter: &'r Charter,
    load: FileLoader<'r>,
}

impl Reading<'_, '_> {
    fn example(&self, node: &Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Example> {
        let Value::Map(fields) = &node.value else {
            let message = "an example is a set of fields: `as_of`, `verdict` and `record`";
            faults.push(Diagnostic::error("wrong-shape", node.span, message));
            return None;
        };
        let place = fields.first().map_or(node.span, |first| first.key_span);
        let mut f = Fields::new("an example", fields, place, faults);
        let as_of = f.date("as_of");
        let verdict = f.word::<Verdict>("verdict");
        let severity = f.word::<Severity>("severity");
        let about = f.text("about");
        let _ = f.text("note");
        // The values themselves are read below, from the tree.
        for name in ["record", "records", "charter"] {
            let _ = f.with(name, |_, _| Some(()));
        }
        f.finish();
        for (name, missing) in [
            ("as_of", matches!(as_of, Field::Absent | Field::Blank(_))),
            (
                "verdict",
                matches!(verdict, Field::Absent | Field::Blank(_)),
            ),
        ] {
            if missing {
                let message = format!("`{name}` is missing here");
                faults.push(Diagnostic::error("missing-field", place, message));
            }
        }
        let under = self.under(fields, faults);
        let records = self.records(fields, place, under.as_deref(), faults)?;
        Some(Example {
            clause: self.clause.to_owned(),
            number: self.number,
            span: place,
            as_of: *as_of.get()?,
            verdict: *verdict.get()?,
            severity: severity.get().copied(),
            about: about.get().cloned(),
            records,
            under,
        })
    }

    /// The charter with what the example says differently.
    fn under(&self, fields: &[Entry<'_>], faults: &mut Vec<Diagnostic>) -> Option<Box<Charter>> {
        let own = fields.iter().find(|entry| entry.key == "charter")?;
        let Value::Map(own_fields) = &own.value.value else {
            let message = "`charter` should hold the fields that this example changes";
            faults.push(Diagnostic::error("wrong-shape", own.value.span, message));
            return None;
        };
        let entries = merged(self.entries.to_vec(), own_fields.clone());
        super::read(&entries, own.key_span, self.load, faults).map(Box::new)
    }

    fn records(
        &self,
        fields: &[Entry<'_>],
        place: Span,
        under: Option<&Charter>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Records> {
        let nodes: Vec<&Node<'_>> = ["record", "records"]
            .iter()
            .flat_map(|name| list(fields, name))
            .collect();
        let (Some(first), Some(last)) = (nodes.first(), nodes.last()) else {
            let message = "this example has no `record` to judge";
            faults.push(Diagnostic::error("no-record", place, message));
            return None;
        };
        let words = under.unwrap_or(self.charter).vocabulary();
        let several = nodes.len() > 1;
        let before = faults.len();
        let mut rewritten = Vec::new();
        let read: Vec<Record> = nodes
            .iter()
            .enumerate()
            .filter_map(|(at, node)| {
                node.rewritten(&mut rewritten);
                let number = several.then_some(at + 1);
                Record::read(node, "example", number, &words, faults)
            })
            .collect();
        let mut records = Records::new(read, faults);
        records.files = vec![RecordFile {
            span: Span {
                end: last.span.end,
                ..first.span
            },
            rewritten,
            readable: true,
        }];
        // An example that cannot be read shows nothing.
        (faults.len() == before).then_some(records)
    }
}
