//! A record's tree as YAML in the project's own form: a field to a line, groups indented, lists of
//! words on one line.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::mask::is_unprintable;
use crate::source::Span;
use crate::tree::{Entry, Node, Value};

/// What a piece of a record's file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Signs and blanks that hold the others together.
    Frame,
    /// The name of a field.
    Key,
    /// A value, which may be spelled without quotes where it was.
    Value {
        /// Whether whoever wrote it did not choose quotes.
        plain: bool,
    },
    /// What was written where a value could not be read: it keeps its quotes.
    Unread,
    /// A remark, without its sign.
    Remark,
}

/// A piece of a record's file, as it reads and not as it will be spelled.
#[derive(Debug)]
pub(super) struct Piece<'s> {
    pub(super) text: Cow<'s, str>,
    pub(super) role: Role,
    /// The names of the fields that lead to a value, parted by dots.
    pub(super) path: Cow<'s, str>,
}

/// Writes a record down piece by piece.
pub(super) struct Writer<'s, 'b> {
    pub(super) pieces: Vec<Piece<'s>>,
    /// What was written at a place where the tree has no value that can be read.
    pub(super) text_at: &'b dyn Fn(Span) -> Option<&'s str>,
}

impl<'s> Writer<'s, '_> {
    fn push(&mut self, role: Role, path: &str, text: impl Into<Cow<'s, str>>) {
        self.pieces.push(Piece {
            text: text.into(),
            role,
            path: Cow::Owned(path.to_owned()),
        });
    }

    fn frame(&mut self, text: impl Into<Cow<'s, str>>) {
        self.push(Role::Frame, "", text);
    }

    /// A line of its own that is a remark.
    pub(super) fn remark(&mut self, text: &str) {
        self.frame("# ");
        self.push(Role::Remark, "", remark(text));
        self.frame("\n");
    }

    /// The fields of a record.
    pub(super) fn fields(&mut self, entries: &[Entry<'s>]) {
        for entry in entries {
            if self.says(&entry.value) {
                self.field(entry, 0, "");
            }
        }
    }

    /// Whether there is anything to write: a value, or a remark about what stood there.
    fn says(&self, node: &Node<'s>) -> bool {
        match &node.value {
            Value::Map(entries) => entries.iter().any(|entry| self.says(&entry.value)),
            Value::Scalar { .. } | Value::List(_) | Value::Broken => {
                !node.is_empty() || (self.text_at)(node.span).is_some()
            }
        }
    }

    fn field(&mut self, entry: &Entry<'s>, depth: usize, above: &str) {
        let path = if above.is_empty() {
            entry.key.to_string()
        } else {
            format!("{above}.{}", entry.key)
        };
        self.frame("  ".repeat(depth));
        self.push(Role::Key, "", entry.key.clone());
        self.frame(":");
        self.value(&entry.value, depth, &path);
    }

    fn value(&mut self, node: &Node<'s>, depth: usize, path: &str) {
        let written = (self.text_at)(node.span);
        match &node.value {
            _ if node.is_empty() => {
                if let Some(text) = written {
                    self.frame("   # ");
                    self.push(Role::Remark, path, remark(text));
                }
                self.frame("\n");
            }
            // Where nobody could read it before, nobody must be able to read it afterwards.
            Value::Broken => {
                self.frame(" ");
                self.push(Role::Unread, path, written.unwrap_or("could not be read"));
                self.frame("\n");
            }
            Value::Scalar { text, plain } => {
                self.frame(" ");
                self.push(Role::Value { plain: *plain }, path, text.clone());
                self.frame("\n");
            }
            Value::List(items) if items.iter().all(is_single) => {
                self.frame(" [");
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        self.frame(", ");
                    }
                    if let Value::Scalar { text, plain } = &item.value {
                        self.push(Role::Value { plain: *plain }, path, text.clone());
                    }
                }
                self.frame("]\n");
            }
            Value::List(items) => {
                self.frame("\n");
                for item in items {
                    self.list_item(item, depth + 1, path);
                }
            }
            Value::Map(entries) => {
                self.frame("\n");
                for entry in entries {
                    if self.says(&entry.value) {
                        self.field(entry, depth + 1, path);
                    }
                }
            }
        }
    }

    /// An item of a list of groups: the dash stands where the first field's indentation would be.
    fn list_item(&mut self, item: &Node<'s>, depth: usize, path: &str) {
        let Value::Map(entries) = &item.value else {
            self.frame("  ".repeat(depth) + "-");
            self.value(item, depth, path);
            return;
        };
        let start = self.pieces.len();
        for entry in entries {
            self.field(entry, depth + 1, path);
        }
        if let Some(first) = self.pieces.get_mut(start) {
            first.text = Cow::Owned("  ".repeat(depth) + "- ");
        }
    }
}

/// A piece in the spelling of a file.
pub(super) fn spelled(piece: &Piece<'_>) -> String {
    match piece.role {
        Role::Frame | Role::Remark => piece.text.to_string(),
        Role::Key => key(&piece.text),
        Role::Value { plain } => scalar(&piece.text, plain),
        Role::Unread => quoted(&piece.text),
    }
}

fn is_single(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Scalar { .. })
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
    format!("\"{}\"", escaped(text))
}

/// A text as it stands between double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
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
