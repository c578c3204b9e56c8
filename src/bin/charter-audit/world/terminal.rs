//! What may reach a terminal: nothing that it would obey, whoever wrote it.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;

use identifiers::redact::is_unprintable;

/// A text that holds what comes from outside, with every sign that does not show itself written out
/// (`\u{1b}`). Lines stay lines.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    escaped(text, |sign| is_unprintable(sign) && sign != '\n')
}

/// The same for a text on one line.
pub(super) fn shown_in_line(text: &str) -> Cow<'_, str> {
    escaped(text, is_unprintable)
}

/// A text of ours in its colours: what else a terminal would obey is written out.
pub(super) fn with_colours(text: &str) -> Cow<'_, str> {
    let is_command = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\t');
    if !text.contains(is_command) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find(is_command) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let length = colour(from);
        if let Some((colour, after)) = length.and_then(|length| from.split_at_checked(length)) {
            out.push_str(colour);
            rest = after;
            continue;
        }
        let mut signs = from.chars();
        if let Some(sign) = signs.next() {
            written_out(&mut out, sign);
        }
        rest = signs.as_str();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// How long the colour is that a text begins with: `ESC [`, digits and semicolons, `m`.
fn colour(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("\u{1b}[")?;
    let end = inner.find(|sign: char| !sign.is_ascii_digit() && sign != ';')?;
    (inner.get(end..)?.starts_with('m')).then_some("\u{1b}[".len() + end + 1)
}

/// A text with some of its signs written out.
fn escaped(text: &str, hides: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&hides) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        if hides(sign) {
            written_out(&mut out, sign);
        } else {
            out.push(sign);
        }
    }
    Cow::Owned(out)
}

fn written_out(out: &mut String, sign: char) {
    // Nothing can fail that writes into a text.
    let _ = write!(out, "\\u{{{:x}}}", u32::from(sign));
}

/// Writes texts of which a terminal obeys nothing.
pub(super) struct Harmless<W>(pub(super) W);

impl<W: io::Write> io::Write for Harmless<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        self.0.write_all(with_colours(&text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
