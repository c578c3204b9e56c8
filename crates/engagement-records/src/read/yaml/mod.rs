//! YAML into trees with places. The only folder that knows the parser.
//!
//! A file is a stream of documents. A document that is not well formed costs only itself, and an
//! item of a list that is not well formed costs only itself.

mod faults;
mod reader;

use std::ops::Range;

use granit_parser::ScanError;

use super::handing_over::HandingOver;
use super::item::{Aside, Contents, Job, Scan, TOO_MANY_VALUES, Take};
pub(crate) use faults::{UNCLEAR, UNREADABLE};
use located::diagnostic::Diagnostic;
use located::source::{SourceId, Span, Spanned};
use located::tree::Node;
pub(super) use reader::DEEPEST;
use reader::Reader;

/// What came of a file.
#[derive(Default)]
pub(crate) struct Document<'s> {
    /// The roots of its documents in order.
    pub(crate) roots: Vec<Node<'s>>,
    /// Every fault.
    pub(crate) faults: Vec<Diagnostic>,
    /// What is written there and no field of a record says.
    pub(super) asides: Vec<Aside>,
    /// Every text that reads differently from how the file spells it, also where nothing else came
    /// of it: with escapes, or over several lines.
    pub(crate) rewritten: Vec<Spanned<String>>,
}

impl<'s> Document<'s> {
    /// Adds what came of the document below.
    fn append(&mut self, mut below: Document<'s>) {
        self.roots.append(&mut below.roots);
        self.faults.append(&mut below.faults);
        self.asides.append(&mut below.asides);
        self.rewritten.append(&mut below.rewritten);
    }
}

/// The records of a YAML file: one, several documents, or lists.
pub(super) fn scan(job: &Job<'_>, text: String, take: &mut Take<'_>) -> Scan {
    let most = job.settings.limits.values();
    let (mut faults, mut rewritten) = (Vec::new(), Vec::new());
    let mut handing = HandingOver::new(job, &text);
    // One document after the other: the trees of all would be many times what is made of them.
    each_document(job.id, &text, 0..text.len(), most, |mut document| {
        document.roots.retain(|root| !root.is_empty());
        faults.append(&mut document.faults);
        rewritten.append(&mut document.rewritten);
        handing.roots(document.roots, document.asides, &mut faults, take);
    });
    let all = handing.finish(&mut faults, take);
    let is_lost = |fault: &Diagnostic| matches!(fault.code, "not-yaml" | TOO_MANY_VALUES);
    let lost = !all || faults.iter().any(is_lost);
    Scan {
        faults,
        rewritten,
        lost,
        ..Scan::of(Contents::Text(text))
    }
}

/// Reads a whole file.
pub(crate) fn read(source: SourceId, text: &str) -> Document<'_> {
    read_part(source, text, 0..text.len(), MOST_VALUES)
}

/// No charter and no `columns.yaml` has so many values.
const MOST_VALUES: usize = 1_000_000;

/// Reads a part of a file, of which no document may have more than so many values; places are those in
/// the file.
pub(super) fn read_part(
    source: SourceId,
    text: &str,
    part: Range<usize>,
    most: usize,
) -> Document<'_> {
    let mut read = Document::default();
    each_document(source, text, part, most, |document| read.append(document));
    read.roots.retain(|root| !root.is_empty());
    read
}

/// Reads a part of a file, one document after the other.
fn each_document<'s>(
    source: SourceId,
    text: &'s str,
    part: Range<usize>,
    most: usize,
    mut found: impl FnMut(Document<'s>),
) {
    let offset = part.start;
    for (start, chunk) in documents(text.get(part).unwrap_or("")) {
        let start = offset + start;
        let mut reader = Reader::new(source, start, chunk, most);
        let error = reader.read().err();
        if let Some(items) = error.as_ref().and_then(|_| list_items(chunk)) {
            // The items are read again one by one, with their faults.
            drop(reader);
            for (at, item) in items {
                found(read_item(source, start + at, item, most));
            }
            continue;
        }
        let fault = error.map(|error| not_well_formed(source, start, chunk, &error));
        found(reader.document(fault));
    }
}

/// Cuts a stream before each line that begins with `---`, which can only be a document's start.
/// Directives stay with the document that they speak about.
fn documents(text: &str) -> Vec<(usize, &str)> {
    let mut cuts = vec![0];
    let mut only_prefix = true;
    for (start, line) in lines(text) {
        let marker = line.strip_prefix("---");
        if marker.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n'])) {
            if !only_prefix {
                cuts.push(start);
            }
            only_prefix = false;
        } else {
            only_prefix = only_prefix
                && (line.trim().is_empty() || line.starts_with('#') || line.starts_with('%'));
        }
    }
    pieces(text, &cuts)
}

/// The items of a document that is a list at the left margin, for reading them one by one.
fn list_items(chunk: &str) -> Option<Vec<(usize, &str)>> {
    let starts_item = |line: &str| {
        line.strip_prefix('-')
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
    };
    let cuts: Vec<usize> = lines(chunk)
        .filter(|(_, line)| starts_item(line))
        .map(|(start, _)| start)
        .collect();
    // Cutting is safe only where nothing but remarks comes before the first item; otherwise the
    // lines belong to a field of something larger, and its fault must be named.
    let before = chunk.get(..*cuts.first()?)?;
    let only_remarks = before.lines().all(|line| {
        line.trim().is_empty() || line.starts_with(['#', '%']) || line.trim_end() == "---"
    });
    // One item alone has nothing to save.
    (only_remarks && cuts.len() > 1).then(|| pieces(chunk, &cuts))
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

fn pieces<'s>(text: &'s str, cuts: &[usize]) -> Vec<(usize, &'s str)> {
    let ends = cuts.iter().skip(1).copied().chain([text.len()]);
    cuts.iter()
        .zip(ends)
        .filter_map(|(start, end)| Some((*start, text.get(*start..end)?)))
        .collect()
}

/// Reads an item of a broken list, which becomes a root of its own.
fn read_item(source: SourceId, start: usize, item: &str, most: usize) -> Document<'_> {
    let mut reader = Reader::new(source, start, item, most);
    let error = reader.read().err();
    if error.is_some() {
        reader.roots.clear();
    }
    let fault = error.map(|error| not_well_formed(source, start, item, &error));
    reader.document(fault)
}

fn not_well_formed(source: SourceId, start: usize, chunk: &str, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(chunk.len());
    let line_start = chunk
        .get(..at)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |at| at + 1);
    let two_lines = chunk.get(line_start..).map(lines).into_iter().flatten();
    let tab = two_lines.take(2).find_map(|(from, line)| {
        let indent = line.len() - line.trim_start().len();
        let tab = line.get(..indent)?.find('\t')?;
        Some(line_start + from + tab)
    });
    // A value may go on into the line below it, where the tab is.
    let at = tab.unwrap_or(at);
    let span = Span::new(source, start + at, start + at);
    let help = if tab.is_some() {
        "indent with spaces: YAML does not allow tabs there"
    } else {
        "check the indentation, the quotes and the brackets just before this place; a text with \
         `: ` or ` #` in it, or one that begins with a sign, needs quotes around it"
    };
    let message = format!("this is not well-formed YAML: {}", error.info());
    Diagnostic::error("not-yaml", span, message).help(help)
}

#[cfg(test)]
#[expect(
    clippy::string_slice,
    clippy::format_collect,
    clippy::format_push_string,
    reason = "short texts of the tests' own"
)]
mod tests {
    use super::*;
    use located::source::Sources;
    use located::tree::{ScalarKind, Value};

    fn read_text(text: &str) -> (Vec<Node<'_>>, Vec<Diagnostic>) {
        let read = read(Sources::default().next_id(), text);
        (read.roots, read.faults)
    }

    fn shown(node: &Node<'_>) -> String {
        match &node.value {
            Value::Scalar { text, kind } => {
                if *kind == ScalarKind::Plain {
                    text.to_string()
                } else {
                    format!("'{text}'")
                }
            }
            Value::List(items) => format!(
                "[{}]",
                items.iter().map(shown).collect::<Vec<_>>().join(", ")
            ),
            Value::Map(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|entry| format!("{}: {}", entry.key, shown(&entry.value)))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
            Value::Broken => "!".to_owned(),
        }
    }

    fn roots(text: &str) -> Vec<String> {
        read_text(text).0.iter().map(shown).collect()
    }

    fn codes(text: &str) -> Vec<&'static str> {
        read_text(text).1.iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn scalars_keep_their_spelling_and_place() {
        let text = "a: 09:30\nb: 'no'\nc: no\nd: 014\ne:\n";
        let (roots, faults) = read_text(text);
        assert!(faults.is_empty());
        assert_eq!(shown(&roots[0]), "{a: 09:30, b: 'no', c: no, d: 014, e: ~}");
        let Value::Map(entries) = &roots[0].value else {
            panic!()
        };
        assert_eq!(&text[entries[0].value.span.range()], "09:30");
        assert_eq!(&text[entries[1].value.span.range()], "'no'");
        assert_eq!(&text[entries[2].key_span.range()], "c");
    }

    #[test]
    fn a_bad_document_costs_only_itself() {
        let text = "a: 1\n---\nb: [2\n---\nc: 3\n---\nd: \"4\n--- {e: 5}\n";
        assert_eq!(roots(text), ["{a: 1}", "{c: 3}", "{e: 5}"]);
        let faults = read_text(text).1;
        assert_eq!(faults.len(), 2);
        assert!(faults.iter().all(|fault| fault.code == "not-yaml"));
    }

    #[test]
    fn a_bad_item_costs_only_itself() {
        let text = "# log\n- a: 1\n- b: [2\n- c: 3\n  d: 4\n";
        assert_eq!(roots(text), ["[{a: 1}]", "[{c: 3, d: 4}]"]);
        assert_eq!(codes(text), ["not-yaml"]);
        let span = read_text(text).1[0].labels[0].span;
        assert!((13..=30).contains(&span.start), "{span:?}");
    }

    #[test]
    fn dashes_inside_texts_do_not_cut() {
        assert_eq!(roots("a: |\n  ---\n  x\nb: 1\n"), ["{a: '---\nx\n', b: 1}"]);
        assert_eq!(
            roots("%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n"),
            ["{a: 1}", "{b: 2}"]
        );
        assert_eq!(roots("# only a comment\n---\na: 1\n"), ["{a: 1}"]);
        assert!(roots("").is_empty());
        assert!(roots("---\n---\n").is_empty());
    }

    #[test]
    fn a_field_written_twice_has_no_value_and_both_places() {
        let text = "a: 1\nb: 2\na: 3\n";
        assert_eq!(roots(text), ["{a: !, b: 2}"]);
        let fault = &read_text(text).1[0];
        assert_eq!(fault.code, "duplicate-field");
        let places: Vec<u32> = fault.labels.iter().map(|label| label.span.start).collect();
        assert_eq!(places, [10, 0]);
        let many: String = (0..100).map(|n| format!("k{n}: 1\n")).collect();
        assert_eq!(codes(&format!("{many}k7: 2\n")), ["duplicate-field"]);
    }

    #[test]
    fn references_and_merges_are_resolved_and_bounded() {
        assert_eq!(roots("a: &x {b: 1}\nc: *x\n"), ["{a: {b: 1}, c: {b: 1}}"]);
        assert_eq!(
            roots("a: &x {b: 1, c: 2}\nd: {<<: *x, b: 3}\n"),
            ["{a: {b: 1, c: 2}, d: {b: 3, c: 2}}"]
        );
        assert_eq!(codes("a: *nobody\n"), ["unknown-anchor"]);
        assert_eq!(codes("a: &x [*x]\n"), ["self-reference"]);
        let mut laughs = "a0: &a0 [l, l, l, l, l, l, l, l, l, l]\n".to_owned();
        for level in 1..10 {
            let before = level - 1;
            let list = vec![format!("*a{before}"); 10].join(", ");
            laughs.push_str(&format!("a{level}: &a{level} [{list}]\n"));
        }
        assert!(codes(&laughs).contains(&"too-much-repeated"));
    }

    #[test]
    fn hostile_shapes_are_refused() {
        assert_eq!(codes(&"[".repeat(10_000)), ["not-yaml"]);
        assert_eq!(codes(&"{a: ".repeat(10_000)), ["not-yaml"]);
        assert_eq!(codes("a:\n\tb: 1\n"), ["not-yaml"]);
        assert!(
            read_text("a:\n\tb: 1\n").1[0]
                .help
                .as_ref()
                .unwrap()
                .contains("tabs")
        );
        // The value before it goes on into its line.
        let fault = &read_text("a: 1\n\tb: 1\n").1[0];
        assert_eq!(fault.span().unwrap().start, 5);
        assert_eq!(codes("a: x\0y\n"), ["not-yaml"]);
        assert_eq!(codes("? [a]\n: 1\n"), ["key-not-text"]);
    }
}
