//! Output in the logs of build servers, which carry out what looks like a command of theirs.

use std::borrow::Cow;
use std::io::{self, Write};

/// A text of which no line is a command: neither one of GitHub at the beginning of a line
/// (`::error file=x::`), nor one of its older kind and those of Azure and `TeamCity`, which may stand
/// anywhere (`##[error]`, `##vso[task.complete]`). A blank parts their signs.
pub fn without_commands(text: &str) -> Cow<'_, str> {
    if !text.contains("::") && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start();
        let (blank, _) = line.split_at(line.len() - rest.len());
        out.push_str(blank);
        // A third colon makes it the sign before a further place, which is ours.
        let rest = match rest.strip_prefix("::") {
            Some(command) if !command.starts_with(':') => {
                out.push_str(": :");
                command
            }
            _ => rest,
        };
        parted(&mut out, rest);
    }
    Cow::Owned(out)
}

fn parted(out: &mut String, line: &str) {
    for (at, part) in line.split('[').enumerate() {
        if at > 0 {
            let name = |sign: char| sign.is_ascii_alphanumeric();
            if out.trim_end_matches(name).ends_with("##") {
                out.push(' ');
            }
            out.push('[');
        }
        out.push_str(part);
    }
}

/// The bytes of a text, of which no line is a command.
pub(super) fn bytes_without_commands(bytes: Vec<u8>) -> Vec<u8> {
    match std::str::from_utf8(&bytes).map(without_commands) {
        Ok(Cow::Owned(changed)) => changed.into_bytes(),
        _ => bytes,
    }
}

/// Passes on what is written into it, line by line and each [without commands](without_commands).
pub(super) struct WithoutCommands<'w> {
    out: &'w mut dyn Write,
    /// The beginning of a line of which the end has not come yet.
    begun: Vec<u8>,
}

impl<'w> WithoutCommands<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        WithoutCommands {
            out,
            begun: Vec::new(),
        }
    }

    /// Writes what has no line break at its end.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let rest = std::mem::take(&mut self.begun);
        self.lines(&rest)
    }

    fn lines(&mut self, lines: &[u8]) -> io::Result<()> {
        match std::str::from_utf8(lines) {
            Ok(text) => self.out.write_all(without_commands(text).as_bytes()),
            Err(_) => self.out.write_all(lines),
        }
    }
}

impl Write for WithoutCommands<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let end = bytes.iter().rposition(|byte| *byte == b'\n');
        let (lines, rest) = bytes.split_at(end.map_or(0, |end| end + 1));
        if self.begun.is_empty() {
            self.lines(lines)?;
        } else if !lines.is_empty() {
            let mut whole = std::mem::take(&mut self.begun);
            whole.extend_from_slice(lines);
            self.lines(&whole)?;
        }
        self.begun.extend_from_slice(rest);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_a_command() {
        for (said, written) in [
            ("a\n::error file=x::y\n", "a\n: :error file=x::y\n"),
            ("    ::warning::y", "    : :warning::y"),
            (
                "\u{a0}::set-output name=a::b",
                "\u{a0}: :set-output name=a::b",
            ),
            ("a ::error::b", "a ::error::b"),
            ("  ::: built-in charter:1:2", "  ::: built-in charter:1:2"),
            ("a ##[error]b", "a ## [error]b"),
            ("###[group]b ##vso[task.x]", "### [group]b ##vso [task.x]"),
            ("## Heading", "## Heading"),
        ] {
            assert_eq!(without_commands(said), written);
        }
    }

    #[test]
    fn nor_when_it_comes_in_pieces() {
        let text = "a\n::error::é\n  ##[group]b\nend ::x\n::y";
        for size in 1..=text.len() {
            let mut out = Vec::new();
            let mut lines = WithoutCommands::new(&mut out);
            for piece in text.as_bytes().chunks(size) {
                lines.write_all(piece).unwrap();
            }
            lines.finish().unwrap();
            let written = "a\n: :error::é\n  ## [group]b\nend ::x\n: :y";
            assert_eq!(String::from_utf8(out).unwrap(), written, "{size}");
        }
    }
}
