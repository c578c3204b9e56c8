//! Names of fields about a child.

use std::ops::Range;

use crate::find::folded::{Folded, of_word, words};

/// What the value of a field must be to be about a child.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// Anything.
    Text,
    /// Something with a digit: `UPN: unique pupil number` explains a word.
    Number,
    /// A group about one child. The word alone says who was involved, or how many.
    Child,
    /// Groups about several children.
    Children,
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
    ("homeaddress", Value::Text),
    ("childaddress", Value::Text),
    ("childsaddress", Value::Text),
    ("pupiladdress", Value::Text),
    ("familyaddress", Value::Text),
    ("dob", Value::Number),
    ("dateofbirth", Value::Number),
    ("birthdate", Value::Number),
    ("childdob", Value::Number),
    ("childsdob", Value::Number),
    ("pupildob", Value::Number),
];

/// Names of fields that say who a group is about, their words joined.
const GROUPS: &[(&str, Value)] = &[
    ("child", Value::Child),
    ("student", Value::Child),
    ("youngperson", Value::Child),
    ("children", Value::Children),
    ("pupils", Value::Children),
    ("students", Value::Children),
    ("youngpeople", Value::Children),
];

/// Whether a name of a field can end in a word: most do not, and are of no interest.
pub(super) fn can_end(word: &[u8]) -> bool {
    let endings: &[&[u8]] = match word.last() {
        Some(b'e') => &[b"name", b"reference", b"date", b"people"],
        Some(b's') => &[b"names", b"address", b"pupils", b"students"],
        Some(b'l') => &[b"pupil"],
        Some(b'd') => &[b"child", b"id"],
        Some(b'n') => &[b"person", b"upn", b"uln", b"children"],
        Some(b'r') => &[b"number"],
        Some(b'm') => &[b"num"],
        Some(b'o') => &[b"no"],
        Some(b'f') => &[b"ref"],
        Some(b'h') => &[b"birth"],
        Some(b'b') => &[b"b"],
        Some(b't') => &[b"student"],
        _ => &[],
    };
    endings.iter().any(|ending| word.ends_with(ending))
}

/// The stretch before a colon that could be the name of a field.
pub(super) fn key_before(text: &Folded<'_>, at: usize) -> Range<usize> {
    let before = text.slice(at.saturating_sub(48)..at);
    let of_key = |byte: &&u8| {
        let sign = matches!(byte, b' ' | b'_' | b'-' | b'\'' | b'"' | b'.' | b'*' | b'`');
        sign || of_word(**byte)
    };
    let length = before.iter().rev().take_while(of_key).count();
    let start = at - length;
    let sentence = text.slice(start..at);
    if text.before(start) == b'\n' && sentence.trim_ascii().is_empty() {
        return key_above(text, start - 1).unwrap_or(start..at);
    }
    // A sentence before it is none of it.
    let stop = sentence.windows(2).rposition(|two| two == b". ");
    start + stop.map_or(0, |stop| stop + 2)..at
}

/// The name on the line that ends at a place, where YAML has it after a question mark.
fn key_above(text: &Folded<'_>, end: usize) -> Option<Range<usize>> {
    let line = text.slice(end.saturating_sub(60)..end);
    let begins = line.iter().rposition(|byte| *byte == b'\n');
    let line = line.get(begins.map_or(0, |at| at + 1)..)?;
    let name = line.trim_ascii_start().strip_prefix(b"? ")?;
    Some(end - name.len()..end)
}

/// What the name of a field means, if it is about a child. A heading has to be the name and
/// nothing else.
pub(super) fn meaning(key: &[u8], whole: bool) -> Option<Value> {
    let last = words(key).next_back()?;
    if !can_end(last) {
        return None;
    }
    let words: Vec<&[u8]> = words(key).collect();
    if words == [b"pupil"] {
        return Some(Value::Text);
    }
    if !whole && let Some(group) = named(GROUPS, &words.concat()) {
        return Some(group);
    }
    let most = if whole { 1 } else { words.len().min(5) };
    (0..most).find_map(|skip| {
        let from = if whole { 0 } else { words.len() - 1 - skip };
        let joined = words.get(from..)?.concat();
        named(NAMES, &joined)
    })
}

fn named(names: &[(&str, Value)], joined: &[u8]) -> Option<Value> {
    let mut names = names.iter();
    let name = names.find(|(name, _)| name.as_bytes() == joined);
    name.map(|(_, value)| *value)
}

/// What the name before a dash means: in notes, a dash is the sign after a name that begins a
/// line, a sentence, a cell or what stands after another dash.
pub(super) fn before_dash(text: &Folded<'_>, dash: usize) -> Option<Value> {
    let key = key_before(text, dash);
    let within_sentence = text.before(key.start) == b',' && text.at(key.start) == b' ';
    let key = text.slice(key);
    let last_dash = key.windows(3).rposition(|three| three == b" - ");
    let name = key.get(last_dash.map_or(0, |at| at + 3)..)?;
    if within_sentence || !words(name).next_back().is_some_and(can_end) {
        return None;
    }
    let article = |word: &&[u8]| **word == *b"the";
    let joined: Vec<&[u8]> = words(name).skip_while(article).collect();
    named(NAMES, &joined.concat())
}
