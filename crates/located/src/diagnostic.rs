//! What is wrong with a file, said for people: a message, the places that prove it, a remedy.

use crate::source::Span;
use closed_words::words;
use identifiers::text::Unredacted;

words! {
    /// How serious a diagnostic is. This is about the file, not about a promise.
    pub enum Level {
        /// Something could not be read, so the audit is not complete.
        Error = "error",
        /// Everything was read, but it is probably not what was meant.
        Warning = "warning",
        /// Worth knowing.
        Note = "note",
    }
}

/// A place and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What can be seen there; it may be empty.
    pub text: Unredacted,
}

impl Label {
    /// A place and what it shows.
    pub fn new(span: Span, text: impl Into<Unredacted>) -> Self {
        Label {
            span,
            text: text.into(),
        }
    }
}

/// One fault or remark about a file. It cannot be printed before its texts have been redacted; a
/// message quotes what was written by [`identifiers::redact::quoted`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How serious.
    pub level: Level,
    /// A short name that stays the same between versions: `unknown-field`.
    pub code: &'static str,
    /// What is wrong, in one sentence.
    pub message: Unredacted,
    /// The places that prove it, the most important one first.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<Unredacted>,
    /// On how many rows of a table it bears, where it is about rows.
    pub rows: Option<u32>,
    /// The name that was probably meant, where one is misspelt.
    pub meant: Option<Box<str>>,
}

impl Diagnostic {
    /// An error at one place.
    pub fn error(code: &'static str, span: Span, message: impl Into<Unredacted>) -> Self {
        Diagnostic {
            level: Level::Error,
            code,
            message: message.into(),
            labels: vec![Label::new(span, "")],
            help: None,
            rows: None,
            meant: None,
        }
    }

    /// The same as a warning.
    #[must_use]
    pub fn warning(mut self) -> Self {
        self.level = Level::Warning;
        self
    }

    /// The same as a note.
    #[must_use]
    pub fn note(mut self) -> Self {
        self.level = Level::Note;
        self
    }

    /// With what can be seen at its first place.
    #[must_use]
    pub fn saying(mut self, text: impl Into<Unredacted>) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// With the name that was probably meant.
    #[must_use]
    pub fn meaning(self, name: &str) -> Self {
        Diagnostic {
            meant: Some(name.into()),
            ..self.saying(format!("did you mean `{name}`?"))
        }
    }

    /// With another place that proves it, and what can be seen there.
    #[must_use]
    pub fn and(mut self, span: Span, text: impl Into<Unredacted>) -> Self {
        self.labels.push(Label::new(span, text));
        self
    }

    /// With what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<Unredacted>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With how many rows of a table it bears on.
    #[must_use]
    pub fn on_rows(mut self, rows: usize) -> Self {
        self.rows = u32::try_from(rows).ok();
        self
    }

    /// Whether something could not be read.
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }

    /// The most important place.
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}
