//! What every format is read into before anyone asks what it means: single values, lists and
//! mappings, each with its place.

mod nested;

use std::borrow::Cow;

use crate::source::{Span, Spanned};
pub use nested::{Leaf, insert, nested};
use plain_values::PlainValue;

/// A value with its place. Texts are borrowed from the source where it spells them plainly.
#[derive(Debug, Clone)]
pub struct Node<'s> {
    /// Where the value stands.
    pub span: Span,
    /// The value.
    pub value: Value<'s>,
}

/// What a value can be.
#[derive(Debug, Clone)]
pub enum Value<'s> {
    /// A single value.
    Scalar {
        /// The words that stand there, quotes and escapes taken away.
        text: Cow<'s, str>,
        /// How they are to be taken.
        kind: ScalarKind,
    },
    /// Values in order.
    List(Vec<Node<'s>>),
    /// Fields in the order of the file.
    Map(Vec<Entry<'s>>),
    /// Something was here that could not be read; the reader has said so already.
    Broken,
}

/// How the words of a single value are to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScalarKind {
    /// As a text: whoever wrote them put them in quotes.
    Quoted,
    /// As a text or as whatever they spell: written without quotes, or in a format where quotes are
    /// no choice, so that `no` may mean the answer no.
    Plain,
    /// As this: who read them understood them already.
    Value(PlainValue),
    /// As words that may well say something, but not what is asked for: `Chased x2` where a day is.
    /// Whoever judges has no evidence; it is no fault.
    Unclear,
}

/// One field of a mapping.
#[derive(Debug, Clone)]
pub struct Entry<'s> {
    /// The name of the field.
    pub key: Cow<'s, str>,
    /// Where the name stands.
    pub key_span: Span,
    /// Its value.
    pub value: Node<'s>,
}

impl<'s> Node<'s> {
    /// A single value.
    pub fn scalar(text: impl Into<Cow<'s, str>>, kind: ScalarKind, span: Span) -> Self {
        let text = text.into();
        Node {
            span,
            value: Value::Scalar { text, kind },
        }
    }

    /// A value that was understood, with the words that stand there.
    pub fn of(value: PlainValue, text: impl Into<Cow<'s, str>>, span: Span) -> Self {
        Node::scalar(text, ScalarKind::Value(value), span)
    }

    /// The same value with texts of its own.
    pub fn into_owned(self) -> Node<'static> {
        let value = match self.value {
            Value::Scalar { text, kind } => Value::Scalar {
                text: Cow::Owned(text.into_owned()),
                kind,
            },
            Value::List(items) => Value::List(items.into_iter().map(Node::into_owned).collect()),
            Value::Map(entries) => {
                let owned = entries.into_iter().map(|entry| Entry {
                    key: Cow::Owned(entry.key.into_owned()),
                    key_span: entry.key_span,
                    value: entry.value.into_owned(),
                });
                Value::Map(owned.collect())
            }
            Value::Broken => Value::Broken,
        };
        Node {
            span: self.span,
            value,
        }
    }

    /// Words that do not say what is asked for.
    pub fn unclear(text: impl Into<Cow<'s, str>>, span: Span) -> Self {
        Node::scalar(text, ScalarKind::Unclear, span)
    }

    /// Whether the words here do not say what is asked for.
    pub fn is_unclear(&self) -> bool {
        matches!(
            self.value,
            Value::Scalar {
                kind: ScalarKind::Unclear,
                ..
            }
        )
    }

    /// A place for a value at which none stands.
    pub fn blank(span: Span) -> Self {
        Node::scalar("", ScalarKind::Plain, span)
    }

    /// Something that is there and cannot be read.
    pub fn broken(span: Span) -> Self {
        Node {
            span,
            value: Value::Broken,
        }
    }

    /// Nothing was written: no value at all, `~` or `null`.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Scalar { text, kind } => {
                *kind == ScalarKind::Plain && matches!(text.as_ref(), "" | "~" | "null")
            }
            Value::List(_) | Value::Map(_) | Value::Broken => false,
        }
    }

    /// A single value in the one spelling that every program reads: a value that was understood as
    /// it is displayed, and a text as it is.
    pub fn spelling(&self) -> Option<Cow<'_, str>> {
        match &self.value {
            Value::Scalar {
                kind: ScalarKind::Value(value),
                ..
            } => Some(value.to_string().into()),
            Value::Scalar { text, .. } => Some(Cow::Borrowed(text)),
            Value::List(_) | Value::Map(_) | Value::Broken => None,
        }
    }

    /// What stands there: a text without its quotes, and anything else as the source spells it.
    /// `text` is the part of the source that begins at the byte `offset`.
    pub fn written(&self, text: &str, offset: usize) -> String {
        match &self.value {
            Value::Scalar { text, .. } => text.clone().into_owned(),
            Value::List(_) | Value::Map(_) | Value::Broken => {
                let range = self.span.range();
                let part = range
                    .start
                    .checked_sub(offset)
                    .zip(range.end.checked_sub(offset));
                let part = part.and_then(|(start, end)| text.get(start..end));
                part.unwrap_or("").trim().to_owned()
            }
        }
    }

    /// Adds every text and name of a field below here that reads differently from how the source
    /// spells it: with escapes, or over several lines.
    pub fn rewritten(&self, into: &mut Vec<Spanned<String>>) {
        let mut keep = |text: &Cow<'_, str>, span| {
            if let Cow::Owned(value) = text {
                into.push(Spanned {
                    value: value.clone(),
                    span,
                });
            }
        };
        match &self.value {
            Value::Scalar { text, .. } => keep(text, self.span),
            Value::List(items) => {
                for item in items {
                    item.rewritten(into);
                }
            }
            Value::Map(entries) => {
                for entry in entries {
                    keep(&entry.key, entry.key_span);
                }
                for entry in entries {
                    entry.value.rewritten(into);
                }
            }
            Value::Broken => {}
        }
    }
}
