//! The examples of a charter, under its clauses or in a file beside it: records, a day, and the
//! verdict that is expected. Only those who try them out read them; an audit passes them over.

use chrono::NaiveDate;

use super::NamedFiles;
use crate::charter::Charter;
use crate::charter::merge::merged;
use crate::rules::{Severity, Verdict};
use closed_words::{Word as _, listed, nearest, same_word};
use engagement_records::fields::{Asked, AskedFields, Field, Fields, read_word};
use engagement_records::record::{Record, RecordFile, Records};
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Entry, Node, Value};

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
    /// The id of its first record.
    pub first: String,
    /// Its records.
    pub records: Records,
    /// The charter that it is judged by.
    pub under: Box<Charter>,
}

/// The examples of a charter.
#[derive(Debug, Default)]
pub struct Examples {
    /// Those that can be judged, in the order of the charter.
    pub all: Vec<Example>,
    /// How many come from the charter that this one extends and use words that it does not have.
    pub foreign: usize,
}

/// Where the examples of a charter are read from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ExampleEntries<'g, 's> {
    /// The fields of the charter, `extends` already resolved.
    pub entries: &'g [Entry<'s>],
    /// The fields of the charter that it extends.
    pub base: Option<&'g [Entry<'s>]>,
    /// The file of examples beside the charter: clause ids, each with a list.
    pub own: &'g [Entry<'s>],
    /// The file beside the charter that it extends.
    pub inherited: &'g [Entry<'s>],
}

/// Reads the examples of a charter. What is wrong with an example is a fault; the others are read
/// all the same. A clause that has examples of its own does not inherit any.
///
/// An example shows what a standard asks, not what happened when and who wrote it where: dates of
/// signature and the folder for explanations are left out, unless the example gives them itself.
/// One that comes from the charter that this one extends keeps the parties, schools and ladder
/// that it was written for.
pub(crate) fn examples(
    given: &ExampleEntries<'_, '_>,
    charter: &Charter,
    files: &NamedFiles<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Examples {
    faults.extend(unknown_clauses(given.own, charter));
    let plain = without_examples(given.entries);
    // Inherited examples are judged by a charter of their own, which is read once.
    let base = given.base.and_then(|base| {
        let entries = with_words_of(&plain, base);
        let place = entries.first()?.key_span;
        let charter = super::read(&entries, place, files, &mut Vec::new())?;
        Some((entries, charter))
    });
    let mut all = Examples::default();
    for clause in list(given.entries, "clauses") {
        let Value::Map(fields) = &clause.value else {
            continue;
        };
        let id = fields.iter().find(|entry| entry.key == "id");
        let Some(Value::Scalar { text, .. }) = id.map(|entry| &entry.value.value) else {
            continue;
        };
        let reading = ExampleReader {
            clause: text,
            entries: &plain,
            charter,
            files,
        };
        let apart = of_clause(given.own, text);
        if has_field(fields, "examples") || apart.is_some() {
            let nodes = list(fields, "examples").iter();
            for (at, node) in nodes.chain(apart.unwrap_or_default()).enumerate() {
                all.all.extend(reading.example(at + 1, node, faults));
            }
        } else if let Some((entries, charter)) = &base {
            let reading = ExampleReader {
                entries,
                charter,
                ..reading
            };
            let nodes = of_clause(given.inherited, text).unwrap_or_default();
            for (at, node) in nodes.iter().enumerate() {
                match reading.example(at + 1, node, &mut Vec::new()) {
                    Some(example) => all.all.push(example),
                    None => all.foreign += 1,
                }
            }
        }
    }
    all
}

/// The examples that a file has for a clause.
fn of_clause<'n, 's>(file: &'n [Entry<'s>], id: &str) -> Option<&'n [Node<'s>]> {
    let entry = file.iter().find(|entry| entry.key.eq_ignore_ascii_case(id));
    entry.map(|entry| items(&entry.value))
}

/// What a file of examples has for clauses that the charter does not have.
fn unknown_clauses(file: &[Entry<'_>], charter: &Charter) -> Vec<Diagnostic> {
    let ids = || charter.clauses.iter().map(|clause| clause.id.as_str());
    let unknown = file
        .iter()
        .filter(|entry| charter.clause(&entry.key).is_none());
    let faults = unknown.map(|entry| {
        let message = format!(
            "the charter has no clause `{}`",
            charter.redactor.redact(&entry.key)
        );
        let fault = Diagnostic::error("unknown-clause", entry.key_span, message);
        match nearest(&entry.key, ids()) {
            Some(near) => fault.help(format!("did you mean `{near}`?")),
            None => fault.help(format!("the clauses are {}", listed(ids(), "and"))),
        }
    });
    faults.collect()
}

/// A charter without the examples under its clauses: it is read again for every example that
/// changes something, and must not carry all of them along.
fn without_examples<'s>(entries: &[Entry<'s>]) -> Vec<Entry<'s>> {
    let bare = |clause: &Node<'s>| match &clause.value {
        Value::Map(fields) => {
            let kept = fields.iter().filter(|field| field.key != "examples");
            Node {
                span: clause.span,
                value: Value::Map(kept.cloned().collect()),
            }
        }
        Value::Scalar { .. } | Value::List(_) | Value::Broken => clause.clone(),
    };
    let others = entries.iter().map(|entry| match &entry.value.value {
        Value::List(clauses) if entry.key == "clauses" => Entry {
            key: entry.key.clone(),
            key_span: entry.key_span,
            value: Node {
                span: entry.value.span,
                value: Value::List(clauses.iter().map(bare).collect()),
            },
        },
        Value::List(_) | Value::Scalar { .. } | Value::Map(_) | Value::Broken => entry.clone(),
    });
    others.collect()
}

/// A charter with the parties, schools and ladder of the one that it extends.
fn with_words_of<'s>(entries: &[Entry<'s>], base: &[Entry<'s>]) -> Vec<Entry<'s>> {
    let wanted = |entry: &&Entry<'s>| matches!(entry.key.as_ref(), "parties" | "ladder");
    let mut words: Vec<Entry<'s>> = base.iter().filter(wanted).cloned().collect();
    if let Some(calendar) = base.iter().find(|entry| entry.key == "calendar")
        && let Value::Map(fields) = &calendar.value.value
    {
        let schools = fields.iter().filter(|entry| entry.key == "schools");
        words.push(Entry {
            value: Node {
                span: calendar.value.span,
                value: Value::Map(schools.cloned().collect()),
            },
            ..calendar.clone()
        });
    }
    merged(entries.to_vec(), words)
}

fn has_field(entries: &[Entry<'_>], name: &str) -> bool {
    entries.iter().any(|entry| entry.key == name)
}

/// The items of a list in a field.
fn list<'n, 's>(entries: &'n [Entry<'s>], name: &str) -> &'n [Node<'s>] {
    let value = entries.iter().find(|entry| entry.key == name);
    value.map_or(&[], |entry| items(&entry.value))
}

/// The items of a list; a single value stands for a list of one.
fn items<'n, 's>(node: &'n Node<'s>) -> &'n [Node<'s>] {
    match &node.value {
        Value::List(items) => items,
        Value::Map(_) | Value::Scalar { .. } | Value::Broken if node.is_empty() => &[],
        Value::Map(_) | Value::Scalar { .. } | Value::Broken => std::slice::from_ref(node),
    }
}

#[derive(Clone, Copy)]
struct ExampleReader<'r, 's> {
    clause: &'r str,
    entries: &'r [Entry<'s>],
    /// The charter of these entries.
    charter: &'r Charter,
    files: &'r NamedFiles<'r>,
}

/// What an example says beside its records.
struct Head {
    as_of: Field<NaiveDate>,
    verdict: Field<Verdict>,
    severity: Field<Severity>,
    about: Field<String>,
}

/// What an example may say.
pub(super) fn asked() -> AskedFields {
    AskedFields::of(|f| {
        read_head(f);
    })
}

fn read_head(f: &mut Fields<'_, '_>) -> Head {
    let as_of = f.date("as_of");
    // Reports say it in prose, and people will write what they have read.
    let words = || {
        let prose = Verdict::ALL.iter().map(|verdict| verdict.in_prose());
        Asked::one_of(Verdict::all_words().chain(prose))
    };
    let verdict = f.parsed("verdict", words, |text| {
        let prose = Verdict::ALL
            .iter()
            .find(|verdict| same_word(verdict.in_prose(), text));
        prose.copied().map_or_else(|| read_word(text), Ok)
    });
    f.require("as_of");
    f.require("verdict");
    let severity = f.word::<Severity>("severity");
    let about = f.text("about");
    let _ = f.text("note");
    // The values themselves are read from the tree.
    for (name, asked) in [
        ("record", Asked::Records),
        ("records", Asked::Records),
        ("charter", Asked::Charter),
    ] {
        let _ = f.with(name, || asked, |_, _| Some(()));
    }
    Head {
        as_of,
        verdict,
        severity,
        about,
    }
}

impl ExampleReader<'_, '_> {
    fn example(
        &self,
        number: usize,
        node: &Node<'_>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Example> {
        let Value::Map(fields) = &node.value else {
            let message = "an example is a set of fields: `as_of`, `verdict` and `record`";
            faults.push(Diagnostic::error("wrong-shape", node.span, message));
            return None;
        };
        let place = fields.first().map_or(node.span, |first| first.key_span);
        let before = faults.len();
        let mut f = Fields::new("an example", fields, place, faults);
        let Head {
            as_of,
            verdict,
            severity,
            about,
        } = read_head(&mut f);
        f.finish();
        for (name, missing) in [
            ("as_of", as_of.is_missing()),
            ("verdict", verdict.is_missing()),
        ] {
            if missing {
                let message = format!("`{name}` is missing here");
                faults.push(Diagnostic::error("missing-field", place, message));
            }
        }
        let under = self.under(fields, faults)?;
        let (first, records) = records(fields, place, &under, faults)?;
        // An example that could not be read in full shows nothing.
        if faults.len() > before {
            return None;
        }
        Some(Example {
            clause: self.clause.to_owned(),
            number,
            span: place,
            as_of: *as_of.get()?,
            verdict: *verdict.get()?,
            severity: severity.get().copied(),
            about: about.get().cloned(),
            first,
            records,
            under: Box::new(under),
        })
    }

    /// The charter that the example is judged by: with what it says differently, and without dates
    /// of signature, unless it gives the parties itself.
    fn under(&self, fields: &[Entry<'_>], faults: &mut Vec<Diagnostic>) -> Option<Charter> {
        let own = fields.iter().find(|entry| entry.key == "charter");
        let own_fields = match own.map(|own| &own.value.value) {
            None => &[],
            Some(Value::Map(own_fields)) => own_fields.as_slice(),
            Some(Value::Scalar { .. } | Value::List(_) | Value::Broken) => {
                let message = "`charter` should hold the fields that this example changes";
                faults.push(Diagnostic::error("wrong-shape", own?.value.span, message));
                return None;
            }
        };
        let mut charter = match own {
            None => self.charter.clone(),
            Some(own) => {
                let entries = merged(self.entries.to_vec(), own_fields.to_vec());
                super::read(&entries, own.key_span, self.files, faults)?
            }
        };
        let gives = |name: &str| has_field(own_fields, name);
        if !gives("parties") {
            charter.parties = charter.parties.unsigned();
        }
        // An example stands in the charter, so it cannot stand in a folder of explanations.
        if !gives("explanations") {
            charter.explanations.only_in = None;
        }
        Some(charter)
    }
}

/// The records of an example, and the id of the first.
fn records(
    fields: &[Entry<'_>],
    place: Span,
    under: &Charter,
    faults: &mut Vec<Diagnostic>,
) -> Option<(String, Records)> {
    let nodes: Vec<&Node<'_>> = ["record", "records"]
        .iter()
        .flat_map(|name| list(fields, name))
        .collect();
    let written = fields
        .iter()
        .find(|entry| matches!(entry.key.as_ref(), "record" | "records"));
    let (Some(written), false) = (written, nodes.is_empty()) else {
        let message = "this example has no `record` to judge";
        faults.push(Diagnostic::error("no-record", place, message));
        return None;
    };
    let words = under.vocabulary();
    let several = nodes.len() > 1;
    let mut rewritten = Vec::new();
    let read: Vec<Record> = nodes
        .iter()
        .enumerate()
        .filter_map(|(at, node)| {
            node.rewritten(&mut rewritten);
            let mark = several.then(|| (at + 1).to_string());
            Record::read(node, "example", mark.as_deref(), None, &words, faults)
        })
        .collect();
    let first = read
        .first()
        .map_or("", |record| record.id().as_str())
        .to_owned();
    let mut records = Records::new(read, faults);
    records.files = vec![RecordFile {
        span: written.value.span,
        rewritten,
        readable: true,
        unsearched: None,
    }];
    Some((first, records))
}
