//! The text that a file is, or as much of it as can be read.

use located::diagnostic::Diagnostic;
use located::source::{SourceId, Span};
use text_encoding::{Accepted, Decoded, Repair, decode};
use working_days::count_of;

/// What a file says.
#[derive(Debug)]
pub struct FileText {
    /// Its text.
    pub text: String,
    /// What is wrong with how it is written.
    pub fault: Option<Diagnostic>,
    /// Whether this is all of it; otherwise it ends before the fault.
    pub whole: bool,
}

/// The text of a file in the project's own format, which is Unicode.
pub fn unicode_text(id: SourceId, bytes: Vec<u8>) -> FileText {
    text_of(id, bytes, Accepted::Unicode)
}

/// Decodes a file.
pub(super) fn text_of(id: SourceId, bytes: Vec<u8>, accepted: Accepted) -> FileText {
    let part = |text: String, fault: Diagnostic| FileText {
        text,
        fault: Some(fault),
        whole: false,
    };
    // Places are counted in 32 bits.
    if u32::try_from(bytes.len()).is_err() {
        let message = "this file is larger than 4 GB; split it";
        let fault = Diagnostic::error("too-large", Span::new(id, 0, 0), message);
        return part(String::new(), fault);
    }
    match decode(bytes, accepted) {
        Ok(Decoded { text, repaired }) => FileText {
            text,
            fault: repaired.map(|repair| garbled_letters(id, &repair)),
            whole: true,
        },
        Err(refused) => {
            let at = refused.readable.len();
            let message = refused.to_string();
            let fault =
                Diagnostic::error("not-text", Span::new(id, at, at), message).help(refused.help());
            part(refused.readable, fault)
        }
    }
}

/// Says that letters were read otherwise than they stand in the file. Its lines are named in
/// words: the places of tables are cells.
fn garbled_letters(id: SourceId, repair: &Repair) -> Diagnostic {
    let Repair {
        count,
        line,
        written,
        meant,
    } = repair;
    let places = count_of(i64::try_from(*count).unwrap_or(i64::MAX), "places");
    let message = format!(
        "letters of this file were garbled when it was saved, in {places}, first on line {line}; \
         they were read as they were meant, `{written}` as `{meant}`"
    );
    Diagnostic::error("garbled-letters", Span::new(id, 0, 0), message)
        .warning()
        .help(
            "check whether they are right in the program that keeps the table, and save it as UTF-8",
        )
}
