//! One document: the parser's events into a tree, with references and merges resolved.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, StructureStyle};

use super::Document;
use super::faults::{UNCLEAR, UNREADABLE, help_with_repeat, unclear, unreadable};
use crate::read::item::{Aside, too_many_values};
use crate::read::repeats::without_repeats;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{SourceId, Span, Spanned};
use located::tree::{Entry, Node, ScalarKind, Value};

/// Deeper than this, nothing is a record or a charter.
pub(in crate::read) const DEEPEST: usize = 64;

/// So many values may come into a document by repeating others (`*name`, `<<`). It bounds files
/// that are made to grow without end.
const MOST_REPEATED: usize = 20_000;

/// A list or mapping that has been begun.
struct Open<'s> {
    start: usize,
    in_brackets: bool,
    anchor: usize,
    held: Held<'s>,
}

enum Held<'s> {
    List(Vec<Node<'s>>),
    Map(Vec<Entry<'s>>, Option<Key<'s>>),
}

/// A field's name that waits for its value; none where the name was not a plain text.
type Key<'s> = (Option<Cow<'s, str>>, Span);

/// Makes the events of a document into a tree.
pub(super) struct Reader<'s> {
    source: SourceId,
    offset: usize,
    text: &'s str,
    open: Vec<Open<'s>>,
    /// What is marked with an anchor, with its size; nothing where it is too large to repeat.
    anchors: HashMap<usize, Option<(Node<'s>, usize)>>,
    anchored: usize,
    repeated: usize,
    /// How many values may come into the document, and how many did.
    most: usize,
    values: usize,
    pub(super) roots: Vec<Node<'s>>,
    pub(super) faults: Vec<Diagnostic>,
    pub(super) asides: Vec<Aside>,
    pub(super) rewritten: Vec<Spanned<String>>,
}

impl<'s> Reader<'s> {
    /// A reader of a part of a file that begins at a byte of it.
    pub(super) fn new(source: SourceId, offset: usize, text: &'s str, most: usize) -> Self {
        Reader {
            source,
            offset,
            text,
            open: Vec::new(),
            anchors: HashMap::new(),
            anchored: 0,
            repeated: 0,
            most,
            values: 0,
            roots: Vec::new(),
            faults: Vec::new(),
            asides: Vec::new(),
            rewritten: Vec::new(),
        }
    }

    pub(super) fn read(&mut self) -> Result<(), ScanError> {
        let mut options = Options::default();
        options.flow_nesting_limit = DEEPEST;
        options.block_nesting_limit = DEEPEST;
        options.emit_unresolved_aliases = true;
        for event in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = event?;
            let range = span.byte_range().unwrap_or(0..0);
            let start = range.start;
            self.event(event, range);
            // A fault takes as much as several values.
            if self.values + 4 * self.faults.len() > self.most {
                self.give_up(start);
                break;
            }
        }
        Ok(())
    }

    /// Leaves the document, because it is too large.
    fn give_up(&mut self, at: usize) {
        self.open.clear();
        self.roots.clear();
        self.asides.clear();
        let place = self.span(at..at);
        self.faults.push(too_many_values(place, self.most));
    }

    /// What came of the document, with what is wrong with all of it.
    pub(super) fn document(self, fault: Option<Diagnostic>) -> Document<'s> {
        let mut faults = Vec::from_iter(fault);
        faults.extend(self.faults);
        Document {
            roots: self.roots,
            faults,
            asides: self.asides,
            rewritten: self.rewritten,
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(
            self.source,
            self.offset + range.start,
            self.offset + range.end,
        )
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the parser may add events, and those that are not values do not matter"
    )]
    fn event(&mut self, event: Event<'s>, range: Range<usize>) {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let kind = if style == ScalarStyle::Plain {
                    ScalarKind::Plain
                } else {
                    ScalarKind::Quoted
                };
                let span = self.span(range);
                let is_tagged = |name| tag.as_ref().is_some_and(|tag| tag.suffix() == name);
                let (is_unreadable, is_unclear) = (is_tagged(UNREADABLE), is_tagged(UNCLEAR));
                if let Cow::Owned(value) = &text {
                    let value = value.clone();
                    self.rewritten.push(Spanned { value, span });
                }
                let value = if is_unreadable {
                    self.faults.push(unreadable(span));
                    self.asides.push(Aside::of_field(span, text.into_owned()));
                    Value::Broken
                } else if is_unclear {
                    self.faults.push(unclear(span));
                    let kind = ScalarKind::Unclear;
                    Value::Scalar { text, kind }
                } else {
                    Value::Scalar { text, kind }
                };
                self.close_node(Node { span, value }, anchor);
            }
            Event::SequenceStart(style, anchor, _) => {
                self.begin(range.start, style, anchor, Held::List(Vec::new()));
            }
            Event::MappingStart(style, anchor, _) => {
                self.begin(range.start, style, anchor, Held::Map(Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range.end),
            Event::Alias(anchor) => self.repeat(anchor, range),
            Event::UnresolvedAlias(name) => {
                let span = self.span(range);
                let message = format!(
                    "nothing before this is marked as {}",
                    quoted(&format!("&{name}"))
                );
                self.fault("unknown-anchor", span, message);
                self.place(Node {
                    span,
                    value: Value::Broken,
                });
            }
            // Starts and ends of streams and documents, and whatever later versions may add that
            // is not a value.
            _ => {}
        }
    }

    fn fault(&mut self, code: &'static str, span: Span, message: String) {
        self.faults.push(Diagnostic::error(code, span, message));
    }

    fn begin(&mut self, start: usize, style: StructureStyle, anchor: usize, held: Held<'s>) {
        self.open.push(Open {
            start,
            in_brackets: style == StructureStyle::Flow,
            anchor,
            held,
        });
    }

    fn end(&mut self, end: usize) {
        let Some(Open {
            start,
            in_brackets,
            anchor,
            held,
        }) = self.open.pop()
        else {
            return;
        };
        let value = match held {
            Held::List(items) => Value::List(items),
            Held::Map(entries, _) => {
                let merged = self.merge(entries);
                let (text, offset) = (self.text, self.offset);
                Value::Map(without_repeats(
                    merged,
                    &mut self.faults,
                    &mut self.asides,
                    help_with_repeat,
                    |node| node.written(text, offset),
                ))
            }
        };
        // Some parsers end a block after the blank lines and comments that follow it.
        // What `<<` brings in stands last and elsewhere.
        let last = match &value {
            _ if in_brackets => None,
            Value::List(items) => items.last().map(|item| item.span.end),
            Value::Map(entries) => entries.iter().map(|entry| entry.value.span.end).max(),
            Value::Scalar { .. } | Value::Broken => None,
        };
        let span = self.span(start..end.max(start));
        let end = last.map_or(span.end, |last| last.clamp(span.start, span.end));
        self.close_node(
            Node {
                span: Span { end, ..span },
                value,
            },
            anchor,
        );
    }

    fn close_node(&mut self, node: Node<'s>, anchor: usize) {
        if anchor != 0 {
            let size = size_of(&node);
            self.anchored += size;
            let kept = self.anchored <= MOST_REPEATED;
            self.anchors
                .insert(anchor, kept.then(|| (node.clone(), size)));
        }
        self.place(node);
    }

    fn repeat(&mut self, anchor: usize, range: Range<usize>) {
        let span = self.span(range);
        let broken = Node {
            span,
            value: Value::Broken,
        };
        let node = match self.anchors.get(&anchor) {
            None => {
                self.fault(
                    "self-reference",
                    span,
                    "this repeats something that contains it".to_owned(),
                );
                broken
            }
            Some(kept)
                if kept
                    .as_ref()
                    .is_none_or(|(_, size)| self.repeated + size > MOST_REPEATED) =>
            {
                let message =
                    format!("this document repeats more than {MOST_REPEATED} values by reference");
                self.fault("too-much-repeated", span, message);
                broken
            }
            Some(Some((node, size))) => {
                self.repeated += size;
                node.clone()
            }
            Some(None) => broken,
        };
        self.place(node);
    }

    /// Puts a finished value where it belongs.
    fn place(&mut self, node: Node<'s>) {
        self.values += 1;
        match self.open.last_mut().map(|open| &mut open.held) {
            None => self.roots.push(node),
            Some(Held::List(items)) => items.push(node),
            Some(Held::Map(entries, key)) => match (key.take(), node.value) {
                (Some((Some(name), key_span)), value) => entries.push(Entry {
                    key: name,
                    key_span,
                    value: Node { value, ..node },
                }),
                (Some((None, key_span)), value) => {
                    let node = Node { value, ..node };
                    self.without_name(key_span, &node);
                }
                (None, Value::Scalar { text, .. }) => *key = Some((Some(text), node.span)),
                (None, Value::List(_) | Value::Map(_) | Value::Broken) => {
                    *key = Some((None, node.span));
                    let message = "the name of a field must be a single word".to_owned();
                    self.fault("key-not-text", node.span, message);
                }
            },
        }
    }

    /// Keeps a field whose name is none under what is written there, as one that cannot be read.
    fn without_name(&mut self, key_span: Span, node: &Node<'s>) {
        let start = key_span.range().start.saturating_sub(self.offset);
        let end = key_span.range().end.saturating_sub(self.offset);
        let text = node.written(self.text, self.offset);
        self.asides.push(Aside::of_field(node.span, text));
        if let Some(Held::Map(entries, _)) = self.open.last_mut().map(|open| &mut open.held) {
            entries.push(Entry {
                key: self.text.get(start..end).unwrap_or("").into(),
                key_span,
                value: Node {
                    value: Value::Broken,
                    ..*node
                },
            });
        }
    }

    /// Brings in the fields of `<<: *other`; fields that the mapping has itself win.
    fn merge(&mut self, entries: Vec<Entry<'s>>) -> Vec<Entry<'s>> {
        if !entries.iter().any(|entry| entry.key == "<<") {
            return entries;
        }
        let (merges, mut own): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|entry| entry.key == "<<");
        let mut names: HashSet<Cow<'s, str>> = own.iter().map(|entry| entry.key.clone()).collect();
        let mut unread = None;
        for merge in merges {
            let key_span = merge.key_span;
            let parts = match merge.value.value {
                Value::List(parts) => parts,
                Value::Map(_) | Value::Scalar { .. } | Value::Broken => vec![merge.value],
            };
            for part in parts {
                match part.value {
                    Value::Map(others) => {
                        for other in others {
                            if names.insert(other.key.clone()) {
                                own.push(other);
                            }
                        }
                    }
                    Value::Broken => {
                        unread.get_or_insert((key_span, part.span));
                    }
                    Value::List(_) | Value::Scalar { .. } => {
                        let message =
                            "`<<` brings in the fields of another mapping, but this is none";
                        self.fault("merge-not-mapping", part.span, message.to_owned());
                        unread.get_or_insert((key_span, part.span));
                    }
                }
            }
        }
        own.extend(unread.map(|(key_span, span)| Entry {
            key: "<<".into(),
            key_span,
            value: Node {
                span,
                value: Value::Broken,
            },
        }));
        own
    }
}

fn size_of(node: &Node<'_>) -> usize {
    1 + match &node.value {
        Value::List(items) => items.iter().map(size_of).sum(),
        Value::Map(entries) => entries.iter().map(|entry| 1 + size_of(&entry.value)).sum(),
        Value::Scalar { .. } | Value::Broken => 0,
    }
}
