//! Texts in cells, and several values in one.

use std::borrow::Cow;
use std::ops::Range;

use super::{CellReader, Reading};
use crate::fields::read_yes_no;
use crate::read::venue;
use located::source::Span;
use located::tree::{Entry, Node, ScalarKind, Value};
use plain_values::{ListOf, is_perhaps_called_off, read_called_off_title, split_list};

impl<'c> CellReader<'_, 'c> {
    /// A bare yes where words are asked for is an answer that the record's reader refuses; a bare
    /// no says that there was nothing.
    pub(super) fn as_text(&self) -> Reading<'c> {
        let trimmed = match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        let kind = if read_yes_no(&trimmed) == Ok(true) {
            ScalarKind::Plain
        } else {
            ScalarKind::Quoted
        };
        Reading::of(Node::scalar(trimmed, kind, self.span))
    }

    /// A title may say that it was called off.
    pub(super) fn title(&self) -> Reading<'c> {
        let reading = self.as_text();
        if let Some(called_off) = read_called_off_title(&self.text) {
            return reading.and("status", self.plain(called_off.word()));
        }
        if !is_perhaps_called_off(&self.text) {
            return reading;
        }
        let mut reading = reading.and("status", Node::unclear(self.text.clone(), self.span));
        let fault = self.no_evidence("leaves open whether it was called off", "status");
        let fault = fault.help("say in a column `Status` whether it was held or cancelled");
        reading.open.push(("status", fault));
        reading
    }

    /// A venue often says by the way whether people met on a screen.
    pub(super) fn venue(&self) -> Reading<'c> {
        let reading = self.as_text();
        match venue::read(&self.text, false).mode {
            Some(mode) => reading.and("venue.mode", self.plain(mode.word())),
            None => reading,
        }
    }

    /// Several values, each as `read` spells it.
    pub(super) fn several(
        &self,
        ranges: Vec<Range<usize>>,
        read: impl Fn(&str) -> Result<String, String>,
    ) -> Reading<'c> {
        let mut words = Vec::new();
        let mut nodes = Vec::new();
        for range in ranges {
            match read(self.text.get(range.clone()).unwrap_or("")) {
                // Parents and carers are one audience.
                Ok(word) if words.contains(&word) => {}
                Ok(word) => {
                    words.push(word.clone());
                    nodes.push(self.part(word, range));
                }
                Err(expected) => return self.other_words(expected),
            }
        }
        if nodes.is_empty() {
            return Reading::blank(self.span);
        }
        self.list(nodes)
    }

    /// One value of several, which stands at a range of the text.
    pub(super) fn part(&self, text: impl Into<Cow<'c, str>>, range: Range<usize>) -> Node<'c> {
        let start = self.span.range().start;
        let span = Span::new(self.job.id, start + range.start, start + range.end);
        Node::scalar(text, ScalarKind::Quoted, span)
    }

    pub(super) fn list(&self, nodes: Vec<Node<'c>>) -> Reading<'c> {
        Reading::of(Node {
            span: self.span,
            value: Value::List(nodes),
        })
    }

    /// Who agreed: `forum: chair; council: head of SEND`.
    pub(super) fn agreed(&self) -> Reading<'c> {
        let mut groups = Vec::new();
        for range in split_list(&self.text, ListOf::Texts) {
            let part = self.text.get(range).unwrap_or("");
            let Some((party, role)) = part.split_once(':') else {
                return self.wrong(
                    "write each party with the role of the person who agreed, such as `forum: \
                     chair; council: head of SEND`"
                        .to_owned(),
                );
            };
            groups.push(self.group([("party", party), ("role", role)]));
        }
        self.list(groups)
    }

    /// A group of fields that the cell gives, all at its place.
    fn group(&self, fields: [(&'static str, &str); 2]) -> Node<'c> {
        let entry = |(key, text): (&'static str, &str)| Entry {
            key: key.into(),
            key_span: self.span,
            value: Node::scalar(text.trim().to_owned(), ScalarKind::Quoted, self.span),
        };
        Node {
            span: self.span,
            value: Value::Map(fields.into_iter().map(entry).collect()),
        }
    }
}

/// A text without a remark in brackets at its end.
pub(super) fn without_remark(text: &str) -> &str {
    let text = text.trim();
    let bare = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .map_or(text, |(bare, _)| bare.trim());
    if bare.is_empty() { text } else { bare }
}
