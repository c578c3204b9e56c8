//! A record's tree as YAML in the project's own form: a field to a line, groups indented, lists of
//! words on one line.

use std::fmt::Write as _;

use crate::mask::is_unprintable;
use crate::source::Span;
use crate::tree::{Entry, Node, Value};

/// Texts that stand beside a field: what was written there and could not be read.
pub(super) struct Beside<'b> {
    /// What was written at a place where the tree has no value.
    pub(super) text_at: &'b dyn Fn(Span) -> Option<String>,
    /// A text as it may be written down, under the name of its field.
    pub(super) safe: &'b dyn Fn(&str, &str) -> String,
}

/// Writes the fields of a record.
pub(super) fn fields(entries: &[Entry<'_>], beside: &Beside<'_>) -> String {
    let mut out = String::new();
    for entry in entries.iter().filter(|entry| says(&entry.value, beside)) {
        field(entry, 0, "", beside, &mut out);
    }
    out
}

/// Whether there is anything to write: a value, or a remark about what stood there.
fn says(node: &Node<'_>, beside: &Beside<'_>) -> bool {
    match &node.value {
        Value::Map(entries) => entries.iter().any(|entry| says(&entry.value, beside)),
        Value::Scalar { .. } | Value::List(_) | Value::Broken => {
            !node.is_empty() || (beside.text_at)(node.span).is_some()
        }
    }
}

fn field(entry: &Entry<'_>, depth: usize, above: &str, beside: &Beside<'_>, out: &mut String) {
    let path = if above.is_empty() {
        entry.key.to_string()
    } else {
        format!("{above}.{}", entry.key)
    };
    indent(depth, out);
    out.push_str(&key(&entry.key));
    out.push(':');
    value(&entry.value, depth, &path, beside, out);
}

fn value(node: &Node<'_>, depth: usize, path: &str, beside: &Beside<'_>, out: &mut String) {
    let written = (beside.text_at)(node.span).map(|text| (beside.safe)(path, &text));
    match &node.value {
        _ if node.is_empty() => {
            if let Some(text) = written {
                let _ = write!(out, "   # {}", remark(&text));
            }
            out.push('\n');
        }
        // Where nobody could read it before, nobody must be able to read it afterwards.
        Value::Broken => {
            out.push(' ');
            out.push_str(&quoted(
                &written.unwrap_or_else(|| "could not be read".to_owned()),
            ));
            out.push('\n');
        }
        Value::Scalar { text, plain } => {
            out.push(' ');
            out.push_str(&scalar(&(beside.safe)(path, text), *plain));
            out.push('\n');
        }
        Value::List(items) if items.iter().all(is_single) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| match &item.value {
                    Value::Scalar { text, plain } => scalar(&(beside.safe)(path, text), *plain),
                    Value::List(_) | Value::Map(_) | Value::Broken => String::new(),
                })
                .collect();
            let _ = writeln!(out, " [{}]", items.join(", "));
        }
        Value::List(items) => {
            out.push('\n');
            for item in items {
                list_item(item, depth + 1, path, beside, out);
            }
        }
        Value::Map(entries) => {
            out.push('\n');
            for entry in entries.iter().filter(|entry| says(&entry.value, beside)) {
                field(entry, depth + 1, path, beside, out);
            }
        }
    }
}

fn is_single(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Scalar { .. })
}

/// An item of a list of groups: the dash stands where the first field's indentation would be.
fn list_item(item: &Node<'_>, depth: usize, path: &str, beside: &Beside<'_>, out: &mut String) {
    let Value::Map(entries) = &item.value else {
        indent(depth, out);
        out.push('-');
        value(item, depth, path, beside, out);
        return;
    };
    let start = out.len();
    for entry in entries {
        field(entry, depth + 1, path, beside, out);
    }
    let dash = start + depth * 2;
    if out.get(dash..=dash) == Some(" ") {
        out.replace_range(dash..=dash, "-");
    }
}

fn indent(depth: usize, out: &mut String) {
    out.extend(std::iter::repeat_n("  ", depth));
}

fn key(name: &str) -> String {
    if is_word(name) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

/// A value in the shortest spelling that reads as the same value.
fn scalar(text: &str, plain: bool) -> String {
    let stays = if plain {
        is_plain(text)
    } else {
        is_words(text)
    };
    if stays { text.to_owned() } else { quoted(text) }
}

/// Days, times, counts and words: nothing in them can mean anything else.
fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || "-_.:<+ ".contains(sign))
        && text.starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '<')
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
}

/// A text that YAML reads as a text without quotes, and that is no answer, number or nothing.
fn is_words(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && text
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || " .'()/-".contains(sign))
        && !text.ends_with(' ')
        && !matches!(
            text.to_ascii_lowercase().as_str(),
            "yes" | "no" | "true" | "false" | "null" | "on" | "off" | "y" | "n" | "none" | "nan"
        )
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || "_-".contains(sign))
}

/// A text in double quotes, with escapes for what cannot be seen.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            sign if sign != ' ' && is_unprintable(sign) => {
                let code = u32::from(sign);
                if code > 0xFFFF {
                    let _ = write!(out, "\\U{code:08X}");
                } else {
                    let _ = write!(out, "\\u{code:04X}");
                }
            }
            sign => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// A text on the rest of a line.
pub(super) fn remark(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|sign: char| sign.is_whitespace() || is_unprintable(sign))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}
