//! Writes an occurrence down: as lines that places can lead back to, and as fields of a record
//! that stand in them.

use std::borrow::Cow;
use std::ops::Range;

use located::source::{SourceId, Span, Spot, Transcript};
use located::tree::{Entry, Node, Value};

/// One field of a record, under its name with dots.
pub(super) struct Leaf<'e> {
    pub(super) path: &'e str,
    pub(super) key: Span,
    pub(super) node: Node<'e>,
}

/// A line that was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    pub(super) heading: Span,
    pub(super) value: Span,
}

impl Written {
    /// A part of the value, in bytes.
    pub(super) fn part(&self, range: Range<usize>) -> Span {
        let base = self.value.start as usize;
        Span::new(self.value.source, base + range.start, base + range.end)
    }
}

/// The transcript of a calendar, one entry after the other.
pub(super) struct Page {
    id: SourceId,
    transcript: Transcript,
    entry: u32,
    begins: usize,
}

impl Page {
    /// An empty one, of the file that will have this number.
    pub(super) fn new(id: SourceId) -> Self {
        Page {
            id,
            transcript: Transcript::default(),
            entry: 0,
            begins: 0,
        }
    }

    /// Begins an entry; `about` says which one it is.
    pub(super) fn begin(&mut self, about: String) {
        self.entry = self.transcript.entry(about);
        self.begins = self.transcript.text().len();
    }

    /// Writes a line of the entry.
    pub(super) fn line(&mut self, line: u32, heading: &str, value: &str) -> Written {
        let spot = Spot::Entry {
            entry: self.entry,
            line,
        };
        let written = self.transcript.line(spot, heading, value);
        let span = |range: Range<usize>| Span::new(self.id, range.start, range.end);
        Written {
            heading: span(written.heading),
            value: span(written.value),
        }
    }

    /// Marks the last line as a number of children.
    pub(super) fn counts_children(&mut self) {
        self.transcript.counts_children();
    }

    /// The whole entry so far.
    pub(super) fn whole(&self) -> Span {
        Span::new(self.id, self.begins, self.transcript.text().len())
    }

    /// What was written so far.
    pub(super) fn text(&self) -> &str {
        self.transcript.text()
    }

    pub(super) fn finish(self) -> Transcript {
        self.transcript
    }
}

/// A single value.
pub(super) fn scalar<'e>(text: impl Into<Cow<'e, str>>, plain: bool, span: Span) -> Node<'e> {
    let text = text.into();
    Node {
        span,
        value: Value::Scalar { text, plain },
    }
}

/// Something that is there and cannot be read.
pub(super) fn broken(span: Span) -> Node<'static> {
    Node {
        span,
        value: Value::Broken,
    }
}

/// A record of fields.
pub(super) fn record(leaves: Vec<Leaf<'_>>, whole: Span) -> Node<'_> {
    Node {
        span: whole,
        value: Value::Map(nested(leaves)),
    }
}

/// Puts fields into the groups that their names say, which stand in the order of their first ones.
fn nested(leaves: Vec<Leaf<'_>>) -> Vec<Entry<'_>> {
    let mut groups: Vec<(&str, Span, Vec<Leaf<'_>>, Option<Node<'_>>)> = Vec::new();
    for leaf in leaves {
        let (name, rest) = match leaf.path.split_once('.') {
            Some((name, rest)) => (name, Some(rest)),
            None => (leaf.path, None),
        };
        let at = groups.iter().position(|group| group.0 == name);
        let at = at.unwrap_or_else(|| {
            groups.push((name, leaf.key, Vec::new(), None));
            groups.len() - 1
        });
        let Some(group) = groups.get_mut(at) else {
            continue;
        };
        match rest {
            Some(path) => group.2.push(Leaf { path, ..leaf }),
            None => group.3 = Some(leaf.node),
        }
    }
    groups
        .into_iter()
        .map(|(name, key, inner, value)| Entry {
            key: Cow::Borrowed(name),
            key_span: key,
            value: value.unwrap_or_else(|| group(name, key, inner)),
        })
        .collect()
}

fn group<'e>(name: &str, key: Span, inner: Vec<Leaf<'e>>) -> Node<'e> {
    let span = inner.iter().fold(key, |span, leaf| Span {
        start: span.start.min(leaf.key.start),
        end: span.end.max(leaf.node.span.end),
        ..span
    });
    let map = Node {
        span,
        value: Value::Map(nested(inner)),
    };
    if name != "moved_from" {
        return map;
    }
    // There can be several of these; a calendar knows one.
    Node {
        span,
        value: Value::List(vec![map]),
    }
}
