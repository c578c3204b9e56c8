//! Fields about a child: `child_name: ...`, `UPN = ...`, and tables with such a heading. What
//! counts is the name of the field; the value is found whatever it is.

use std::ops::Range;

use super::folded::{Folded, of_word, words};
use super::{Certainty, Found, Kind};

/// What the value of a field must look like to be about a child.
#[derive(Clone, Copy, PartialEq)]
enum Value {
    /// Anything.
    Text,
    /// Anything, commas included.
    Address,
    /// Something with a digit: `UPN: unique pupil number` explains a word.
    Number,
}

/// Names of fields, their words joined; they may come after other words (`mother's surname`).
const NAMES: &[(&str, Value)] = &[
    ("childname", Value::Text),
    ("childsname", Value::Text),
    ("childfullname", Value::Text),
    ("childsfullname", Value::Text),
    ("childfirstname", Value::Text),
    ("childsfirstname", Value::Text),
    ("childlastname", Value::Text),
    ("nameofchild", Value::Text),
    ("nameofthechild", Value::Text),
    ("nameofpupil", Value::Text),
    ("nameofyoungperson", Value::Text),
    ("nameoftheyoungperson", Value::Text),
    ("pupilname", Value::Text),
    ("pupilsname", Value::Text),
    ("studentname", Value::Text),
    ("studentsname", Value::Text),
    ("youngpersonname", Value::Text),
    ("youngpersonsname", Value::Text),
    ("cypname", Value::Text),
    ("surname", Value::Text),
    ("forename", Value::Text),
    ("forenames", Value::Text),
    ("upn", Value::Number),
    ("uln", Value::Number),
    ("uniquepupilnumber", Value::Number),
    ("uniquelearnernumber", Value::Number),
    ("pupilnumber", Value::Number),
    ("nhsnumber", Value::Number),
    ("nhsno", Value::Number),
    ("nhsnum", Value::Number),
    ("nino", Value::Number),
    ("ninumber", Value::Number),
    ("nationalinsurancenumber", Value::Number),
    ("ehcpref", Value::Number),
    ("ehcpreference", Value::Number),
    ("ehcpno", Value::Number),
    ("ehcpnumber", Value::Number),
    ("ehcpid", Value::Number),
    ("ehcref", Value::Number),
    ("homeaddress", Value::Address),
    ("childaddress", Value::Address),
    ("childsaddress", Value::Address),
    ("pupiladdress", Value::Address),
    ("familyaddress", Value::Address),
    ("dob", Value::Number),
    ("dateofbirth", Value::Number),
    ("birthdate", Value::Number),
    ("childdob", Value::Number),
    ("childsdob", Value::Number),
    ("pupildob", Value::Number),
];

/// Whether a name of a field can end in a word: most do not, and are of no interest.
fn can_end(word: &[u8]) -> bool {
    let endings: &[&[u8]] = match word.last() {
        Some(b'e') => &[b"name", b"reference", b"date"],
        Some(b's') => &[b"names", b"address"],
        Some(b'l') => &[b"pupil"],
        Some(b'd') => &[b"child", b"id"],
        Some(b'n') => &[b"person", b"upn", b"uln"],
        Some(b'r') => &[b"number"],
        Some(b'm') => &[b"num"],
        Some(b'o') => &[b"no"],
        Some(b'f') => &[b"ref"],
        Some(b'h') => &[b"birth"],
        Some(b'b') => &[b"b"],
        _ => &[],
    };
    endings.iter().any(|ending| word.ends_with(ending))
}

/// What people write where they say nothing.
const NOTHING: &[&str] = &[
    "none",
    "no",
    "yes",
    "n/a",
    "na",
    "nil",
    "null",
    "~",
    "tbc",
    "tba",
    "unknown",
    "withheld",
    "hidden",
    "redacted",
    "removed",
    "not given",
    "not recorded",
    "not held",
    "optional",
    "required",
    "text",
    "string",
    "true",
    "false",
    ">",
    "|",
    ">-",
    "|-",
];

/// The value of every such field.
pub(super) fn find(text: &Folded<'_>, found: &mut Vec<Found>) {
    let signs = text.bytes().iter().enumerate();
    for (at, _) in signs.filter(|(_, byte)| matches!(byte, b':' | b'=')) {
        let key = key_before(text, at);
        let Some(kind) = meaning(text.slice(key.clone()), false) else {
            continue;
        };
        let range = value(text, at + 1, kind).or_else(|| block(text, key.start, at + 1));
        report(text, range, kind, found);
    }
    tables(text, found);
}

fn report(text: &Folded<'_>, range: Option<Range<usize>>, kind: Value, found: &mut Vec<Found>) {
    let Some(range) = range.filter(|range| says_something(text.slice(range.clone()), kind)) else {
        return;
    };
    found.push(Found {
        range: text.range(range),
        kind: Kind::ChildField,
        certainty: Certainty::Medium,
        test_value: false,
    });
}

fn says_something(value: &[u8], kind: Value) -> bool {
    let bare = value.trim_ascii();
    let bare = bare.strip_prefix(b"[").unwrap_or(bare);
    let bare = std::str::from_utf8(bare)
        .unwrap_or("x")
        .trim_end_matches(['.', ']']);
    let number = kind != Value::Number || bare.bytes().any(|byte| byte.is_ascii_digit());
    let is_left_out = is_stand_in(bare.as_bytes());
    bare.bytes().any(of_word) && number && !NOTHING.contains(&bare) && !is_left_out
}

/// Whether a value is what `convert` writes where something stood: asterisks and a number. Where the
/// line goes on after them, it does so behind a quote or with an escape for the next line.
fn is_stand_in(value: &[u8]) -> bool {
    let value = value.strip_prefix(b"\"").unwrap_or(value);
    let after = |value: &[u8], of: fn(&u8) -> bool| value.iter().take_while(|b| of(b)).count();
    let asterisks = after(value, |byte| *byte == b'*');
    let number = value.get(asterisks..).unwrap_or(&[]);
    let digits = after(number, u8::is_ascii_digit);
    let rest = number.get(digits..).unwrap_or(&[]);
    let signs = after(rest, |byte| !of_word(*byte) && !b"\\\"".contains(byte));
    let ends = rest.get(signs).is_none_or(|byte| !of_word(*byte));
    asterisks > 0 && (1..=6).contains(&digits) && ends
}

/// The stretch before a colon that could be the name of a field.
fn key_before(text: &Folded<'_>, at: usize) -> Range<usize> {
    let before = text.slice(at.saturating_sub(48)..at);
    let of_key = |byte: &&u8| {
        let sign = matches!(byte, b' ' | b'_' | b'-' | b'\'' | b'"' | b'.' | b'*' | b'`');
        sign || of_word(**byte)
    };
    let length = before.iter().rev().take_while(of_key).count();
    let start = at - length;
    // A sentence before it is none of it.
    let sentence = text.slice(start..at);
    let stop = sentence.windows(2).rposition(|two| two == b". ");
    start + stop.map_or(0, |stop| stop + 2)..at
}

/// What the name of a field means, if it is about a child. A heading has to be the name and
/// nothing else.
fn meaning(key: &[u8], whole: bool) -> Option<Value> {
    let last = words(key).next_back()?;
    if !can_end(last) {
        return None;
    }
    let words: Vec<&[u8]> = words(key).collect();
    if words == [b"pupil"] {
        return Some(Value::Text);
    }
    let most = if whole { 1 } else { words.len().min(5) };
    (0..most).find_map(|skip| {
        let from = if whole { 0 } else { words.len() - 1 - skip };
        let joined = words.get(from..)?.concat();
        NAMES
            .iter()
            .find(|(name, _)| name.as_bytes() == joined)
            .map(|(_, value)| *value)
    })
}

/// The value that begins on the line of its field: up to its end, a comma or a bracket, or what is
/// between quotes.
fn value(text: &Folded<'_>, from: usize, kind: Value) -> Option<Range<usize>> {
    let line = text.slice(from..from + 400);
    let line = line.split(|byte| *byte == b'\n').next().unwrap_or(line);
    let blanks = line
        .iter()
        .take_while(|byte| b" \t*'\"`>".contains(byte))
        .count();
    let quote = line
        .get(..blanks)
        .and_then(|blanks| blanks.iter().find(|byte| b"'\"`".contains(byte)));
    let rest = line.get(blanks..)?;
    let length = if let Some(quote) = quote {
        rest.iter().position(|byte| byte == quote)
    } else if kind == Value::Address {
        // An address goes on after a comma, unless the next field begins there.
        let next = (0..rest.len()).find(|at| {
            rest.get(*at) == Some(&b',')
                && rest
                    .get(at + 1..)
                    .and_then(|after| {
                        after
                            .iter()
                            .find(|b| !of_word(**b) && !b" _'\"".contains(b))
                    })
                    .is_some_and(|sign| matches!(sign, b':' | b'='))
        });
        next.or_else(|| rest.iter().position(|byte| b"{}[]|\t;".contains(byte)))
    } else {
        let end = |byte: &u8| b",}]|\t;".contains(byte);
        rest.iter().position(end)
    };
    let value = rest.get(..length.unwrap_or(rest.len()))?;
    let value = value
        .windows(2)
        .position(|two| two == b" #")
        .and_then(|end| value.get(..end))
        .unwrap_or(value)
        .trim_ascii_end();
    let start = from + blanks;
    let passed = line.get(..blanks).unwrap_or(&[]);
    let asterisks = passed
        .iter()
        .rev()
        .take_while(|byte| **byte == b'*')
        .count();
    let with_asterisks = line.get(blanks - asterisks..blanks + value.len());
    if with_asterisks.is_some_and(is_stand_in) {
        return None;
    }
    (!value.is_empty() && !NOTHING.contains(&std::str::from_utf8(value).unwrap_or("x")))
        .then_some(start..start + value.len())
}

/// The value on the lines below its field, further in than the line of the field.
fn block(text: &Folded<'_>, key: usize, from: usize) -> Option<Range<usize>> {
    let before = text.slice(0..key);
    let line = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let indent = |at: usize| {
        text.slice(at..at + 200)
            .iter()
            .take_while(|b| **b == b' ')
            .count()
    };
    let outer = indent(line);
    let next = |at: usize| {
        let rest = text.slice(at..text.bytes().len());
        rest.iter()
            .position(|byte| *byte == b'\n')
            .map(|length| at + length + 1)
    };
    let rest = text.slice(from..next(from)?).trim_ascii();
    if !rest.is_empty() && !rest.iter().all(|byte| b"|>-+".contains(byte)) {
        return None;
    }
    let first = next(from)?;
    let mut at = first;
    let mut end = None;
    for _ in 0..20 {
        if indent(at) <= outer || at >= text.bytes().len() {
            break;
        }
        let line_end = next(at).map_or(text.bytes().len(), |next| next - 1);
        end = Some(line_end);
        at = line_end + 1;
    }
    let start = first + indent(first);
    end.map(|end| start..end)
}

/// Values below a heading that is the name of such a field, in tables with bars, tabs, commas or
/// semicolons between the cells.
fn tables(text: &Folded<'_>, found: &mut Vec<Found>) {
    let lines = lines(text);
    let mut headings: Vec<(usize, Value)> = Vec::new();
    let mut table = (0, 0);
    for line in lines {
        let whole = text.slice(line.clone());
        let Some(sign) = [b'|', b'\t', b';', b',']
            .into_iter()
            .find(|sign| whole.contains(sign))
        else {
            headings.clear();
            continue;
        };
        let of_interest = |cell: &[u8]| words(cell).next_back().is_some_and(can_end);
        if headings.is_empty() && !whole.split(|byte| *byte == sign).any(of_interest) {
            continue;
        }
        let cells = cells(text, line, sign);
        if !headings.is_empty() && table == (sign, cells.len()) {
            for (column, kind) in &headings {
                report(text, cells.get(*column).cloned(), *kind, found);
            }
            continue;
        }
        table = (sign, cells.len());
        headings = cells
            .iter()
            .enumerate()
            .filter_map(|(column, cell)| Some((column, meaning(text.slice(cell.clone()), true)?)))
            .collect();
    }
}

fn lines(text: &Folded<'_>) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.bytes().split(|byte| *byte == b'\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    })
}

/// The cells of a line without the blanks around them. A separator between double quotes is none.
fn cells(text: &Folded<'_>, line: Range<usize>, sign: u8) -> Vec<Range<usize>> {
    let mut quoted = false;
    text.slice(line.clone())
        .split(|byte| {
            quoted ^= *byte == b'"';
            *byte == sign && !quoted
        })
        .scan(line.start, |start, cell| {
            let blanks = cell.len() - cell.trim_ascii_start().len();
            let from = *start + blanks;
            *start += cell.len() + 1;
            Some(from..from + cell.trim_ascii().len())
        })
        .collect()
}
