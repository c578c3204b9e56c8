//! Lists and groups as the values of fields: in brackets, or on the lines below.

use std::ops::Range;

use super::names::{ChildValue, key_before};
use super::value::says_something;
use crate::find::normalised::{NormalisedText, of_word, words};

/// How a line begins.
pub(super) struct LineStart {
    /// Where it begins.
    pub(super) start: usize,
    /// Where its first word begins, after blanks and the dashes of lists.
    pub(super) content: usize,
    /// Whether there is a dash before that.
    in_list: bool,
}

impl LineStart {
    /// The line that begins at a place.
    pub(super) fn at(text: &NormalisedText<'_>, start: usize) -> LineStart {
        let indented = start + indent(text, start);
        let mut content = indented;
        while text.at(content) == b'-' && matches!(text.at(content + 1), b' ' | b'\t') {
            content += 1;
            content += indent(text, content);
        }
        LineStart {
            start,
            content,
            in_list: content > indented,
        }
    }

    /// Whether a dash before it makes it an item of a list.
    pub(super) fn is_item(&self) -> bool {
        self.in_list
    }

    fn column(&self) -> usize {
        self.content - self.start
    }
}

fn indent(text: &NormalisedText<'_>, at: usize) -> usize {
    let rest = text.slice(at..text.bytes().len());
    rest.iter().take_while(|byte| b" \t".contains(byte)).count()
}

/// Where the line ends that a place is on.
fn line_end(text: &NormalisedText<'_>, at: usize) -> usize {
    let rest = text.slice(at..text.bytes().len());
    let length = rest.iter().position(|byte| *byte == b'\n');
    at + length.unwrap_or(rest.len())
}

/// The place of a value, over blanks and what YAML may say about the value: `&anchor`, `!type`.
pub(super) fn properties(text: &NormalisedText<'_>, from: usize) -> usize {
    let mut at = from + indent(text, from);
    while matches!(text.at(at), b'&' | b'!') {
        let word = text.slice(at..at + 100);
        let end = |byte: &u8| byte.is_ascii_whitespace() || b",[]{}".contains(byte);
        at += word.iter().position(end).unwrap_or(1);
        at += indent(text, at);
    }
    at
}

/// The beginning of the next line, if nothing stands on this one from a place on, and the value is
/// below: signs, a remark, or what begins a text of several lines.
pub(super) fn next_line(text: &NormalisedText<'_>, from: usize, is_group: bool) -> Option<usize> {
    let mut at = from;
    if !is_group && matches!(text.at(at), b'|' | b'>') {
        let sign = |byte: &&u8| b"|>-+0123456789".contains(byte);
        at += text.slice(at..at + 4).iter().take_while(sign).count();
    }
    let filling = |byte: &&u8| {
        let of_text = is_group && b"|>".contains(byte);
        !of_word(**byte) && !b"\n#[]{}".contains(byte) && !of_text
    };
    let rest = text.slice(at..text.bytes().len());
    at += rest.iter().take_while(filling).count();
    if text.at(at) == b'#' {
        let remark = text.slice(at..at + 400);
        at += remark.iter().position(|byte| *byte == b'\n')?;
    }
    (text.at(at) == b'\n').then_some(at + 1)
}

/// What stands between a bracket and the one that closes it. Without one, it ends where the lines
/// go on with other fields.
pub(super) fn flow(text: &NormalisedText<'_>, open: usize, line: &LineStart) -> Range<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    // The last sign that is no blank: a quote only begins a value after some of them.
    let mut last = b' ';
    let mut at = open;
    while at < text.bytes().len() {
        let byte = text.at(at);
        let begins = b"[{,:".contains(&last);
        match (quote, byte) {
            (_, b'\n') if !begins && resumes(text, at + 1, line) => return open + 1..at,
            (Some(b'"'), b'\\') => at += 1,
            (Some(b'\''), b'\'') if text.at(at + 1) == b'\'' => at += 1,
            (Some(sign), _) if sign == byte => quote = None,
            (None, b'"' | b'\'') if begins => quote = Some(byte),
            (None, b'[' | b'{') => depth += 1,
            (None, b']' | b'}') => {
                depth -= 1;
                if depth == 0 {
                    return open + 1..at;
                }
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            last = if quote.is_some() { b'"' } else { byte };
        }
        at += 1;
    }
    open + 1..text.bytes().len()
}

/// Whether a line, no further in than another, begins with a field or the dash of a list.
fn resumes(text: &NormalisedText<'_>, start: usize, outer: &LineStart) -> bool {
    let line = LineStart::at(text, start);
    let further_in = indent(text, start) > outer.column();
    !further_in && (line.in_list || is_field(text.slice(line.content..line.content + 50)))
}

/// Whether a text begins with the name of a field.
fn is_field(text: &[u8]) -> bool {
    let of_name = |byte: &&u8| of_word(**byte) || b"_- ".contains(byte);
    let name = text.iter().take_while(of_name).count();
    let ended = text.get(name + 1).is_none_or(u8::is_ascii_whitespace);
    name > 0 && text.get(name) == Some(&b':') && ended
}

/// What stands between brackets that begin below their field.
pub(super) fn flow_below(
    text: &NormalisedText<'_>,
    below: usize,
    line: &LineStart,
) -> Option<Range<usize>> {
    let rest = text.slice(below..text.bytes().len());
    let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
    let open = properties(text, below + blanks.count());
    matches!(text.at(open), b'[' | b'{').then(|| flow(text, open, line))
}

/// The lines below a field that belong to it: those further in than it, and lists whose dashes
/// stand below its first letter.
pub(super) fn block(
    text: &NormalisedText<'_>,
    below: usize,
    field: &LineStart,
    lists: bool,
) -> Option<Range<usize>> {
    let length = text.bytes().len();
    let mut at = below;
    let mut whole: Option<Range<usize>> = None;
    let mut dashes = lists;
    while at < length {
        let end = line_end(text, at);
        let line = LineStart::at(text, at);
        let start = at + indent(text, at);
        let content = text.slice(start..end).trim_ascii_end();
        let column = start - at;
        let level = column == field.column();
        let is_dash = line.in_list || content == b"-";
        let further_in = column > field.column();
        // In minutes, the lines of an entry begin below its first letter.
        let of_entry = level && field.in_list && !is_dash && !is_field(content);
        if content.is_empty() || !further_in && content.starts_with(b"#") {
            at = end + 1;
            continue;
        }
        if !(further_in || level && is_dash && dashes || of_entry) {
            break;
        }
        if whole.is_none() {
            dashes = level && is_dash;
        }
        let first = whole.map_or(start, |whole| whole.start);
        whole = Some(first..start + content.len());
        at = end + 1;
    }
    whole
}

/// Whether what a list or group holds is about a child: any text for fields that are, and for
/// groups about children a field of theirs.
pub(super) fn tells(text: &NormalisedText<'_>, inside: &Range<usize>, kind: ChildValue) -> bool {
    if matches!(kind, ChildValue::Text | ChildValue::Number) {
        let all = text.slice(inside.clone());
        let mut values = all.split(|byte| b",\n".contains(byte));
        return values.any(|value| {
            let name = value.iter().rposition(|byte| *byte == b':');
            let value = value.get(name.map_or(0, |at| at + 1)..).unwrap_or(&[]);
            says_something(trimmed(value), kind)
        });
    }
    let signs = text.slice(inside.clone()).iter().enumerate();
    let mut signs = signs.filter(|(_, byte)| **byte == b':');
    signs.any(|(at, _)| {
        let sign = inside.start + at;
        let key = key_before(text, sign);
        let name = text.slice(key.start.max(inside.start)..sign);
        is_about_a_child(name, kind) && is_text(text, sign + 1..inside.end)
    })
}

/// A value without the signs of lists, groups and quotes around it.
fn trimmed(value: &[u8]) -> &[u8] {
    let sign = |byte: &u8| b"-?\"'`[]{} \t\r".contains(byte);
    let start = value.iter().take_while(|byte| sign(byte)).count();
    let value = value.get(start..).unwrap_or(&[]);
    let end = value.iter().rev().take_while(|byte| sign(byte)).count();
    value.get(..value.len() - end).unwrap_or(&[])
}

/// Whether a value is a text, or on the lines below: not a number, a time or a word for nothing.
fn is_text(text: &NormalisedText<'_>, rest: Range<usize>) -> bool {
    let rest = text.slice(rest.start..rest.end.min(rest.start + 400));
    let rest = rest.trim_ascii_start();
    let value = rest.split(|byte| b",\n]}".contains(byte)).next();
    let value = trimmed(value.unwrap_or(&[]));
    let letters = value
        .iter()
        .any(|byte| of_word(*byte) && !byte.is_ascii_digit());
    letters && says_something(value, ChildValue::Text)
}

/// Fields of a group about several children that are about one of them, or about somebody close.
const PERSONAL: &[&[u8]] = &[
    b"address",
    b"aunt",
    b"brother",
    b"brothers",
    b"called",
    b"carer",
    b"dad",
    b"diagnosis",
    b"dob",
    b"father",
    b"forename",
    b"friend",
    b"friends",
    b"gran",
    b"grandmother",
    b"guardian",
    b"initials",
    b"mam",
    b"mother",
    b"mum",
    b"name",
    b"named",
    b"names",
    b"nan",
    b"nickname",
    b"parent",
    b"postcode",
    b"sibling",
    b"siblings",
    b"sister",
    b"sisters",
    b"surname",
    b"who",
];

/// Fields of records on how children and young people were involved.
const INVOLVEMENT: &[&[u8]] = &[
    b"alternative",
    b"audience",
    b"facilitation",
    b"influence",
    b"involved",
    b"method",
    b"notappropriate",
    b"voice",
];

/// Whether the words before a colon are the name of a field in a group about children: one to
/// three words, not those of a time of day; more of them are a sentence.
fn is_about_a_child(name: &[u8], kind: ChildValue) -> bool {
    let name: Vec<&[u8]> = words(name).take(4).collect();
    let joined = name.concat();
    let is_name = name.len() < 4 && !joined.iter().all(u8::is_ascii_digit);
    if kind == ChildValue::Children {
        return is_name && name.iter().any(|word| PERSONAL.contains(word));
    }
    is_name && !INVOLVEMENT.contains(&joined.as_slice())
}
