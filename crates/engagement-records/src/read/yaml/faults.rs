//! What is said of values of a document.

use located::diagnostic::Diagnostic;
use located::source::Span;

/// The tag of a text that stands where a record could not be read when it was written as YAML, so
/// that nobody takes it for a value afterwards.
pub(crate) const UNREADABLE: &str = "unreadable";

/// The tag of a text that did not say what its field asks for when it was written as YAML: no
/// evidence, and no fault.
pub(crate) const UNCLEAR: &str = "unclear";

pub(super) fn unreadable(place: Span) -> Diagnostic {
    let message = "this could not be read when the record was converted";
    Diagnostic::error("not-readable", place, message)
        .help(format!("write what was meant, without `!{UNREADABLE}`"))
}

pub(super) fn unclear(place: Span) -> Diagnostic {
    let message = "these words did not say what is asked for here, so they are no evidence";
    Diagnostic::error("not-said", place, message)
        .warning()
        .help(format!("write what was meant, without `!{UNCLEAR}`"))
}

pub(super) fn help_with_repeat(name: &str) -> &'static str {
    if name == "title" {
        "keep the one that is right; if a second record begins here, put a line with `---` above it"
    } else {
        "keep the one that is right"
    }
}
