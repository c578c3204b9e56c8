//! Output in the logs of build servers, which carry out what looks like a command of theirs.

use std::borrow::Cow;

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
}
