//! Texts in which SARIF sees nothing but words.

use super::format::Message;
use crate::rules::RulePage;
use identifiers::text::SafeText;

/// A text of a report as a message. In messages, `[text](target)` is a link and `{0}` stands for
/// something else; neither comes out of a record.
pub(super) fn message(text: &SafeText) -> Message {
    Message {
        text: SafeText::assume_safe(plain(text.as_str())),
    }
}

/// Brackets as the standard escapes them. Braces would have to be doubled, which few programs undo
/// where there is nothing to fill in; round brackets read the same everywhere.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        match sign {
            '[' | ']' => out.extend(['\\', sign]),
            // Before a bracket it would undo what makes that a plain one.
            '\\' if matches!(rest.peek(), Some('[' | ']' | '\\')) => out.push_str("\\\\"),
            '{' => out.push('('),
            '}' => out.push(')'),
            _ => out.push(sign),
        }
    }
    out
}

/// A path as a reference that may stand in any URI.
pub(super) fn uri(path: &SafeText) -> SafeText {
    let mut uri = String::new();
    // A colon in the first part would make it the name of a scheme.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$'()*+,;=@".contains(&byte);
    for byte in path.as_str().bytes() {
        if plain(byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format_args!("%{byte:02X}").to_string());
        }
    }
    SafeText::assume_safe(uri)
}

/// The page of a rule, which the program brings with it, up to its examples: the invented values in
/// those would look like real ones to whatever searches this file for secrets.
pub(super) fn help(page: RulePage) -> SafeText {
    SafeText::assume_safe(page.without_examples())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_link_or_stands_for_something_else() {
        for (said, written) in [
            ("plain words (a, b).", "plain words (a, b)."),
            ("[a](https://x.example/)", "\\[a\\](https://x.example/)"),
            ("\\[a\\](b)", "\\\\\\[a\\\\\\](b)"),
            ("{0} and {1}", "(0) and (1)"),
            ("C:\\logs", "C:\\logs"),
        ] {
            assert_eq!(plain(said), written);
        }
    }

    #[test]
    fn paths_become_references() {
        assert_eq!(uri(&"records/a b.yaml".into()), "records/a%20b.yaml");
        assert_eq!(uri(&"Übersicht#1?.csv".into()), "%C3%9Cbersicht%231%3F.csv");
        assert_eq!(uri(&"c:d.yaml".into()), "c%3Ad.yaml");
    }
}
