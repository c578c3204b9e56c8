//! What every text format is read into before anyone asks what it means: scalars, lists and
//! mappings, each with its place.

use std::borrow::Cow;

use crate::source::{Span, Spanned};

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
    /// A text. `plain` when whoever wrote it did not choose to put it in quotes, so that `no` may
    /// mean the answer no.
    Scalar {
        /// The text, quotes and escapes taken away.
        text: Cow<'s, str>,
        /// Written without quotes, or in a format where quotes are no choice.
        plain: bool,
    },
    /// Values in order.
    List(Vec<Node<'s>>),
    /// Fields in the order of the file.
    Map(Vec<Entry<'s>>),
    /// Something was here that could not be read; the reader has said so already.
    Broken,
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

impl Node<'_> {
    /// Nothing was written: no value at all, `~` or `null`.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Scalar { text, plain } => *plain && matches!(text.as_ref(), "" | "~" | "null"),
            Value::List(_) | Value::Map(_) | Value::Broken => false,
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
}

impl Node<'_> {
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
