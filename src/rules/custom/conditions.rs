//! The conditions of a charter's own rule: as they are written, and once they are checked.

use engagement_records::expression::{Expression, MessageTemplate};
use engagement_records::fields::{Asked, Fields};
use engagement_records::record::view::Schema;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::{Node, Value};

/// The conditions as the charter spells them.
#[derive(Debug, Clone, Default)]
pub(super) struct WrittenConditions {
    pub(super) applies: Option<ConditionText>,
    pub(super) kept: Option<ConditionText>,
    pub(super) message: Option<ConditionText>,
}

/// A text with its place, which is exact where the text stands there byte for byte.
#[derive(Debug, Clone)]
pub(super) struct ConditionText {
    pub(super) words: String,
    pub(super) span: Span,
    pub(super) verbatim: bool,
}

/// The conditions once they have been held against the fields of records.
#[derive(Debug)]
pub(super) struct Conditions {
    pub(super) applies: Option<Expression>,
    pub(super) kept: Expression,
    pub(super) message: Option<MessageTemplate>,
}

impl WrittenConditions {
    /// The conditions held against the fields of records; nothing where one of them has a fault.
    pub(super) fn check(
        &self,
        schema: &Schema<'_>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Conditions> {
        let before = faults.len();
        let mut keep = |found: Vec<Diagnostic>| faults.extend(found);
        let mut condition = |text: &ConditionText| {
            Expression::compile(&text.words, text.span, text.verbatim, schema)
                .map_err(&mut keep)
                .ok()
        };
        let applies = self.applies.as_ref().and_then(&mut condition);
        let kept = self.kept.as_ref().and_then(&mut condition);
        let message = self.message.as_ref().and_then(|text| {
            MessageTemplate::compile(&text.words, text.span, text.verbatim, schema)
                .map_err(&mut keep)
                .ok()
        });
        let kept = kept.filter(|_| faults.len() == before)?;
        Some(Conditions {
            applies,
            kept,
            message,
        })
    }
}

/// A text with its exact place. Where quotes, folding or escapes make it differ from the file, the
/// whole of it is the place.
pub(super) fn text(fields: &mut Fields<'_, '_>, name: &'static str) -> Option<ConditionText> {
    let read = fields.with(
        name,
        || Asked::Name,
        |node: &Node<'_>, faults| match &node.value {
            Value::Scalar { text, .. } => Some((text.clone().into_owned(), node.span)),
            Value::List(_) | Value::Map(_) | Value::Broken => {
                let message = format!("`{name}` should be a text");
                faults.push(
                    Diagnostic::error("wrong-shape", node.span, message)
                        .help("put quotes around an expression that has braces or brackets"),
                );
                None
            }
        },
    );
    let Spanned { value, .. } = read.spanned()?;
    let (text, span) = value.clone();
    let length = span.range().len();
    let (span, verbatim) = match length.checked_sub(text.len()) {
        Some(0) => (span, true),
        Some(2) => (
            Span::new(span.source, span.range().start + 1, span.range().end - 1),
            true,
        ),
        _ => (span, false),
    };
    Some(ConditionText {
        words: text,
        span,
        verbatim,
    })
}
