//! A record's tree as YAML in the project's own format: a field to a line, groups indented, lists of
//! words on one line.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::order::{FieldOrder, Place};
use crate::fields::KeptAs;
use crate::read::amounts::names_nobody;
use crate::read::{Beside, Item, UNCLEAR, UNREADABLE};
use identifiers::redact::is_unprintable;
use located::source::Span;
use located::tree::{Entry, Node, ScalarKind, Value};

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
    /// What was written where a value could not be read: it stays marked as that.
    Unread,
    /// Words that did not say what is asked for: they stay marked as that.
    Unclear,
    /// A remark, without its sign.
    Remark,
}

/// A piece of a record's file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// Where it ends in the text of the whole, in bytes; it begins where the one before ends.
    pub(super) end: usize,
    pub(super) role: Role,
    pub(super) place: Place,
}

/// A record's file as it reads and not as it will be spelled, in pieces.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
}

impl Draft {
    /// Marks as unreadable what it says of which record it is about.
    pub(super) fn forget_references(&mut self) {
        for piece in &mut self.pieces {
            if piece.place == Place::Reference {
                piece.role = Role::Unread;
            }
        }
    }
}

/// Writes a record down piece by piece.
pub(super) struct Writer<'b> {
    pub(super) draft: Draft,
    /// The names of the fields that lead to where it is, parted by dots.
    path: String,
    item: &'b Item<'b, 'b>,
    order: &'b FieldOrder,
    /// The places of fields beside which something stood and was written.
    written: BTreeSet<Span>,
}

impl<'b> Writer<'b> {
    pub(super) fn new(item: &'b Item<'b, 'b>, order: &'b FieldOrder) -> Self {
        Writer {
            draft: Draft::default(),
            path: String::new(),
            item,
            order,
            written: BTreeSet::new(),
        }
    }

    /// What stands beside the record and was not written with a field of it.
    pub(super) fn left(&self) -> impl Iterator<Item = &'b Beside> {
        let is_left = |beside: &&Beside| {
            let field = beside.field;
            field.is_none_or(|place| !self.written.contains(&place))
        };
        self.item.beside.iter().filter(is_left)
    }

    /// What was written at a place where the tree has no value that can be read.
    fn text_at(&self, place: Span) -> Option<&'b str> {
        let mut beside = self.item.beside.iter();
        let found = beside.find(|beside| beside.field == Some(place))?;
        Some(found.text.as_str())
    }

    fn push(&mut self, role: Role, place: Place, text: &str) {
        self.draft.text.push_str(text);
        let end = self.draft.text.len();
        match self.draft.pieces.last_mut() {
            Some(last) if (last.role, role) == (Role::Frame, Role::Frame) => last.end = end,
            _ => self.draft.pieces.push(Piece { end, role, place }),
        }
    }

    fn frame(&mut self, text: &str) {
        self.push(Role::Frame, Place::Unknown, text);
    }

    fn indent(&mut self, depth: usize) {
        for _ in 0..depth {
            self.frame("  ");
        }
    }

    /// A line of its own that is a remark.
    pub(super) fn remark(&mut self, text: &str) {
        self.frame("# ");
        self.push(Role::Remark, Place::Unknown, &remark(text));
        self.frame("\n");
    }

    /// The fields of a record.
    pub(super) fn fields(&mut self, entries: &[Entry<'_>]) {
        for entry in entries {
            if self.says(&entry.value) {
                self.indent(0);
                self.field(entry, 0);
            }
        }
    }

    /// Whether there is anything to write: a value, or a remark about what stood there. A blank field
    /// that somebody wrote down is one, too, because it may be a fault.
    fn says(&self, node: &Node<'_>) -> bool {
        match &node.value {
            _ if !matches!(self.item.kept_as, Some(KeptAs::Row | KeptAs::Column)) => true,
            Value::Map(entries) => entries.iter().any(|entry| self.says(&entry.value)),
            Value::Scalar { .. } | Value::List(_) | Value::Broken => {
                !node.is_empty() || self.text_at(node.span).is_some()
            }
        }
    }

    /// A field behind its indentation.
    fn field(&mut self, entry: &Entry<'_>, depth: usize) {
        let above = self.path.len();
        if above > 0 {
            self.path.push('.');
        }
        self.path.push_str(&entry.key);
        self.push(Role::Key, Place::Unknown, &entry.key);
        self.frame(":");
        self.value(&entry.value, depth);
        self.path.truncate(above);
    }

    fn value(&mut self, node: &Node<'_>, depth: usize) {
        let written = self.text_at(node.span);
        let place = self.order.place(&self.path);
        match &node.value {
            _ if node.is_empty() => {
                if let Some(text) = written {
                    self.written.insert(node.span);
                    self.frame("   # ");
                    self.push(Role::Remark, place, &remark(text));
                }
                self.frame("\n");
            }
            // Where nobody could read it before, nobody must be able to read it afterwards.
            Value::Broken => {
                self.frame(" ");
                self.written.insert(node.span);
                let text = written.unwrap_or_else(|| self.item.written(node.span));
                let text = self.without_people(text);
                self.push(Role::Unread, place, &text);
                self.frame("\n");
            }
            Value::Scalar { .. } => {
                self.frame(" ");
                self.single(node, place);
                self.frame("\n");
            }
            Value::List(items) if items.iter().all(is_single) => {
                self.frame(" [");
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        self.frame(", ");
                    }
                    self.single(item, place);
                }
                self.frame("]\n");
            }
            Value::List(items) => {
                self.frame("\n");
                for item in items {
                    self.list_item(item, depth + 1);
                }
            }
            Value::Map(entries) if entries.is_empty() => self.frame(" {}\n"),
            Value::Map(entries) => {
                self.frame("\n");
                for entry in entries {
                    if self.says(&entry.value) {
                        self.indent(depth + 1);
                        self.field(entry, depth + 1);
                    }
                }
            }
        }
    }

    /// A single value. One that was understood is written in the project's own format.
    fn single(&mut self, node: &Node<'_>, place: Place) {
        if let (Value::Scalar { kind, .. }, Some(spelling)) = (&node.value, node.spelling()) {
            let role = match kind {
                ScalarKind::Unclear => Role::Unclear,
                ScalarKind::Quoted => Role::Value { plain: false },
                ScalarKind::Plain | ScalarKind::Value(_) => Role::Value { plain: true },
            };
            if role == Role::Unclear {
                let text = self.without_people(&spelling);
                self.push(role, place, &text);
            } else {
                self.push(role, place, &spelling);
            }
        }
    }

    /// What was written for a field and cannot be read; where people are counted, somebody may have
    /// named them instead.
    fn without_people<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.path.starts_with("attendance.") || names_nobody(text) {
            return Cow::Borrowed(text);
        }
        let hidden = |sign: char| if sign.is_alphanumeric() { '*' } else { sign };
        Cow::Owned(text.chars().map(hidden).collect())
    }

    /// An item of a list of groups: the dash stands where the first field's indentation would be.
    fn list_item(&mut self, item: &Node<'_>, depth: usize) {
        self.indent(depth);
        self.frame("-");
        let Value::Map(entries) = &item.value else {
            self.value(item, depth);
            return;
        };
        for (at, entry) in entries.iter().enumerate() {
            if at == 0 {
                self.frame(" ");
            } else {
                self.indent(depth + 1);
            }
            self.field(entry, depth + 1);
        }
        if entries.is_empty() {
            self.frame(" {}\n");
        }
    }
}

/// A piece in the spelling of a file.
pub(super) fn spelled(role: Role, text: &str) -> Cow<'_, str> {
    match role {
        Role::Frame | Role::Remark => text.into(),
        Role::Key => key(text),
        Role::Value { plain } => scalar(text, plain),
        Role::Unread | Role::Unclear => format!("{}{}\"", opening(role), escaped(text)).into(),
    }
}

/// What stands before a piece that must be spelled with quotes, if it can be.
pub(super) fn opening(role: Role) -> String {
    match role {
        Role::Frame | Role::Remark => String::new(),
        Role::Key | Role::Value { .. } => "\"".to_owned(),
        Role::Unread => format!("!{UNREADABLE} \""),
        Role::Unclear => format!("!{UNCLEAR} \""),
    }
}

fn is_single(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Scalar { .. })
}

fn key(name: &str) -> Cow<'_, str> {
    if is_word(name) {
        name.into()
    } else {
        quoted(name).into()
    }
}

/// A value in the shortest spelling that reads as the same value.
fn scalar(text: &str, plain: bool) -> Cow<'_, str> {
    let stays = if plain {
        is_plain(text)
    } else {
        is_words(text)
    };
    if stays {
        text.into()
    } else {
        quoted(text).into()
    }
}

/// Days, times, counts and words: nothing in them can mean anything else.
fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && !is_no_day(text)
        && text
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || "-_.:<+ ".contains(sign))
        && text.starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '<')
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
}

/// Whether other readers of YAML would take a text for a day, and fail because there is none such.
fn is_no_day(text: &str) -> bool {
    let parts: Vec<&str> = text.splitn(3, '-').collect();
    let [year, month, rest] = parts.as_slice() else {
        return false;
    };
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    year.len() == 4
        && is_number(year)
        && is_number(month)
        && rest.starts_with(|sign: char| sign.is_ascii_digit())
        && text.parse::<NaiveDate>().is_err()
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
pub(super) fn quoted(text: &str) -> String {
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
