//! Writes an occurrence down: as lines that places can lead back to, and as fields of a record
//! that stand in them.

use std::ops::Range;

use located::source::{SourceId, Span, Spot, Transcript};
use located::tree::{Leaf, Node, Value, nested};

/// A line that was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct WrittenLine {
    pub(super) heading: Span,
    pub(super) value: Span,
}

impl WrittenLine {
    /// A part of the value, in bytes.
    pub(super) fn part(&self, range: Range<usize>) -> Span {
        let base = self.value.start as usize;
        Span::new(self.value.source, base + range.start, base + range.end)
    }
}

/// The transcript of a calendar, one entry after the other.
pub(super) struct CalendarPage {
    id: SourceId,
    transcript: Transcript,
    entry: u32,
    begins: usize,
}

impl CalendarPage {
    /// An empty one, of the file that will have this number.
    pub(super) fn new(id: SourceId) -> Self {
        CalendarPage {
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
    pub(super) fn line(&mut self, line: u32, heading: &str, value: &str) -> WrittenLine {
        let spot = Spot::Entry {
            entry: self.entry,
            line,
        };
        let written = self.transcript.line(spot, heading, value);
        let span = |range: Range<usize>| Span::new(self.id, range.start, range.end);
        WrittenLine {
            heading: span(written.heading),
            value: span(written.value),
        }
    }

    /// Marks a line as a number of children.
    pub(super) fn counts_children(&mut self, line: &WrittenLine) {
        self.transcript.counts_children(line.value.range().start);
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

/// A record of fields.
pub(super) fn record(leaves: Vec<Leaf<'_>>, whole: Span) -> Node<'_> {
    let mut entries = nested(leaves);
    // There can be several of these; a calendar knows one.
    let moves = entries
        .iter_mut()
        .filter(|entry| entry.key == "moved_from" && matches!(entry.value.value, Value::Map(_)));
    for entry in moves {
        let span = entry.value.span;
        let group = std::mem::replace(&mut entry.value, Node::blank(span));
        entry.value.value = Value::List(vec![group]);
    }
    Node {
        span: whole,
        value: Value::Map(entries),
    }
}
