//! Markdown: minutes for people, with a record between `---` lines at the very top.

use std::ops::Range;

use super::item::{Contents, Job, Scan, Take, hand_over};
use super::yaml;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::tree::{Entry, Node, Value};

/// What a Markdown file begins with.
#[derive(Debug, PartialEq, Eq)]
enum Top {
    /// A record in YAML, and what is written below it.
    Record {
        yaml: Range<usize>,
        body: Range<usize>,
    },
    /// The line with which a record begins, whose end is missing.
    Open(Range<usize>),
    /// The line with which settings in TOML begin.
    Toml(Range<usize>),
    /// Anything else.
    Text,
}

/// The record of a Markdown file, and its minutes. A file without a record is left out: there is
/// a `README.md` in many folders.
pub(super) fn scan(job: &Job<'_>, text: String, take: &mut Take<'_>) -> Scan {
    match top(&text) {
        Top::Record { yaml, body } => record(job, text, yaml, body, take),
        Top::Open(line) => refused(
            text,
            Diagnostic::error(
                "front-matter-open",
                Span::new(job.id, line.start, line.end),
                "a record begins here, but its end is missing",
            )
            .help("put a line with `---` after the last field of the record"),
        ),
        Top::Toml(line) => refused(
            text,
            Diagnostic::error(
                "front-matter-toml",
                Span::new(job.id, line.start, line.end),
                "this record is written in TOML, which is not read",
            )
            .help("write it as YAML between two lines with `---`: `title: Board`, not `title = \"Board\"`"),
        ),
        Top::Text => Scan {
            left_out: Some("Markdown files without a record at the top"),
            ..Scan::of(Contents::Text(text))
        },
    }
}

fn refused(text: String, fault: Diagnostic) -> Scan {
    Scan {
        faults: vec![fault],
        lost: true,
        ..Scan::of(Contents::Text(text))
    }
}

fn record(
    job: &Job<'_>,
    text: String,
    yaml: Range<usize>,
    body: Range<usize>,
    take: &mut Take<'_>,
) -> Scan {
    let yaml::Document {
        mut roots,
        mut faults,
        rewritten,
    } = yaml::read_part(job.id, &text, yaml);
    add_minutes(job, &text, body, &mut roots);
    let all = hand_over(job, &roots, &mut faults, take);
    let lost = !all || faults.iter().any(|fault| fault.code == "not-yaml");
    Scan {
        faults,
        rewritten,
        lost,
        ..Scan::of(Contents::Text(text))
    }
}

/// What is written below the one record of a file are its minutes, unless it has some already or
/// is no engagement.
fn add_minutes<'s>(job: &Job<'_>, text: &'s str, body: Range<usize>, roots: &mut [Node<'s>]) {
    let below = text.get(body.clone()).unwrap_or("");
    let minutes = below.trim();
    let [
        Node {
            value: Value::Map(entries),
            ..
        },
    ] = roots
    else {
        return;
    };
    let has_own = |entry: &Entry<'_>| matches!(entry.key.as_ref(), "minutes" | "record");
    if minutes.is_empty() || entries.iter().any(has_own) {
        return;
    }
    let start = body.start + (below.len() - below.trim_start().len());
    let span = Span::new(job.id, start, start + minutes.len());
    entries.push(Entry {
        key: "minutes".into(),
        key_span: Span {
            end: span.start,
            ..span
        },
        value: Node {
            span,
            value: Value::Scalar {
                text: minutes.into(),
                plain: false,
            },
        },
    });
}

/// What a text begins with, blank lines apart.
fn top(text: &str) -> Top {
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (start..at, line.trim_end())
    });
    let Some((first, opening)) = lines.find(|(_, line)| !line.is_empty()) else {
        return Top::Text;
    };
    let opened = first.start..first.start + opening.len();
    match opening {
        "---" => match lines.find(|(_, line)| matches!(*line, "---" | "...")) {
            Some((end, _)) => Top::Record {
                yaml: first.end..end.start,
                body: end.end..text.len(),
            },
            None => Top::Open(opened),
        },
        "+++" => Top::Toml(opened),
        _ => Top::Text,
    }
}
