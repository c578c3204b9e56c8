//! Names of fields about a child.

use std::ops::Range;

pub(super) use super::field_words::ChildValue;
use super::field_words::{CHILD, DID, GROUPS, NAMES, OF_OTHERS, WHERE, WHOSE, can_end, ends_group};
use crate::find::normalised::{NormalisedText, is_one_of, of_word, words};

/// Names of fields that say in brackets whom they are about.
const WHOSE_NAME: &str = "about concerning name names re ref regarding subject";

/// No word of a name of a field is as long.
const LONGEST_WORD: usize = 32;

/// Whether the word that ends at a place can end no name of a field: so most colons are passed over.
pub(super) fn ends_no_name(text: &NormalisedText<'_>, at: usize) -> bool {
    let before = text.slice(at.saturating_sub(LONGEST_WORD)..at);
    let length = before
        .iter()
        .rev()
        .take_while(|byte| of_word(**byte))
        .count();
    let (rest, word) = before.split_at(before.len() - length);
    // `Pupils/s` ends in a plural, not in its last word.
    length > 0 && length < LONGEST_WORD && rest.last() != Some(&b'/') && !can_end(word)
}

/// The stretch before a colon that could be the name of a field.
pub(super) fn key_before(text: &NormalisedText<'_>, at: usize) -> Range<usize> {
    // `Pupil(s)`, `Child/ren`.
    let plurals = [&b"(s)"[..], b"(ren)", b"/ren", b"/s"];
    let plural = plurals
        .iter()
        .find(|plural| text.slice(at.saturating_sub(plural.len())..at) == **plural);
    let at = at - plural.map_or(0, |plural| plural.len());
    let remark = before_brackets(text, at)..at;
    let at = remark.start;
    let before = text.slice(at.saturating_sub(48)..at);
    // `Re (child)`: what it is about stands in the brackets.
    let is_whose = words(before)
        .next_back()
        .is_some_and(|word| is_one_of(WHOSE_NAME, word));
    if is_whose && remark.len() > 3 {
        return remark.start + 2..remark.end - 1;
    }
    let of_key = |byte: &&u8| {
        let sign = matches!(byte, b' ' | b'_' | b'-' | b'\'' | b'"' | b'.' | b'*' | b'`');
        sign || of_word(**byte)
    };
    let length = before.iter().rev().take_while(of_key).count();
    // `Name of son/daughter`.
    let parts = before.get(..before.len() - length).unwrap_or(&[]);
    let more = if parts.ends_with(b"son/") {
        1 + parts.iter().rev().skip(1).take_while(of_key).count()
    } else {
        0
    };
    let start = at - length - more;
    let sentence = text.slice(start..at);
    if text.before(start) == b'\n' && sentence.trim_ascii().is_empty() {
        return key_above(text, start - 1).unwrap_or(start..at);
    }
    // A sentence before it is none of it.
    let stop = sentence.windows(2).rposition(|two| two == b". ");
    start + stop.map_or(0, |stop| stop + 2)..at
}

/// The part of such a stretch behind its last dash, if there is one.
pub(super) fn behind_dash(text: &NormalisedText<'_>, key: &Range<usize>) -> Option<Range<usize>> {
    let name = text.slice(key.clone());
    let dash = name.windows(3).rposition(|three| three == b" - ")?;
    Some(key.start + dash + 3..key.end)
}

/// Where a remark in brackets behind a name begins, or the place itself: `Children (under 11)`.
fn before_brackets(text: &NormalisedText<'_>, at: usize) -> usize {
    const LONGEST: usize = 24;
    if text.before(at) != b')' {
        return at;
    }
    let before = text.slice(at.saturating_sub(LONGEST)..at);
    let open = before.iter().rposition(|byte| b"(\n".contains(byte));
    open.map(|open| at - before.len() + open)
        .filter(|open| text.at(*open) == b'(' && text.before(*open) == b' ')
        .map_or(at, |open| open - 1)
}

/// The name on the line that ends at a place, where YAML has it after a question mark.
fn key_above(text: &NormalisedText<'_>, end: usize) -> Option<Range<usize>> {
    let line = text.slice(end.saturating_sub(60)..end);
    let begins = line.iter().rposition(|byte| *byte == b'\n');
    let line = line.get(begins.map_or(0, |at| at + 1)..)?;
    let name = line.trim_ascii_start().strip_prefix(b"? ")?;
    Some(end - name.len()..end)
}

/// What the name of a field means, if it is about a child. A heading has to be the name and
/// nothing else.
pub(super) fn meaning(key: &[u8], whole: bool) -> Option<ChildValue> {
    let last = words(key).next_back()?;
    if !can_end(last) {
        return None;
    }
    let words: Vec<&[u8]> = words(key).collect();
    if words == [b"pupil"] {
        return Some(ChildValue::Text);
    }
    if let Some(group) = group(&words) {
        // A cell is no group, but it may list names.
        return Some(if whole { ChildValue::Names } else { group });
    }
    let most = if whole { 1 } else { words.len().min(5) };
    let plain = (0..most).find_map(|skip| {
        let from = if whole { 0 } else { words.len() - 1 - skip };
        let joined = words.get(from..)?.concat();
        named(NAMES, &joined)
    });
    plain.or_else(|| of_a_child(&words))
}

/// What a label with no sign behind it means: names of one child, or of several.
pub(super) fn label(key: &[u8]) -> Option<ChildValue> {
    let last = words(key).next_back()?;
    if !can_end(last) {
        return None;
    }
    let words: Vec<&[u8]> = words(key).collect();
    let several = || group(&words).map(|_| ChildValue::Names);
    let named = named(NAMES, &words.concat()).or_else(|| of_a_child(&words));
    // Other numbers have finders of their own.
    let is_other =
        |kind: &ChildValue| *kind == ChildValue::Number && !words.concat().starts_with(b"ehc");
    named.filter(|kind| !is_other(kind)).or_else(several)
}

/// Whether a field is about a plan, of which only the reference is somebody's.
pub(super) fn is_plan(key: &[u8]) -> bool {
    let mut words = words(key).rev();
    match words.next() {
        Some(b"ehcp") => true,
        Some(b"plan") => words.next() == Some(b"ehc"),
        _ => false,
    }
}

/// A name with other words about a child: `Pupil initials and name`, `Full name of the student`.
fn of_a_child(words: &[&[u8]]) -> Option<ChildValue> {
    let has = |of: &str| words.iter().any(|word| is_one_of(of, word));
    let is_name = || has("name names forename forenames surname surnames firstname");
    let is = (2..=6).contains(&words.len()) && has(CHILD) && is_name() && !has(OF_OTHERS);
    is.then_some(ChildValue::FirstNames)
}

/// What a field means that is called after people: `Children`, `The pupils who attended`.
fn group(words: &[&[u8]]) -> Option<ChildValue> {
    if !words.iter().any(|word| ends_group(word)) {
        return None;
    }
    let skipped = words
        .iter()
        .take_while(|word| is_one_of(WHOSE, word))
        .count();
    let words = words.get(skipped.min(1)..).unwrap_or(&[]);
    // `Child 1`, `Child A`.
    let did_or_where = |word: &&&[u8]| {
        DID.contains(word) || is_one_of(WHERE, word) || word.len() == 1 && words.len() == 2
    };
    let did = words.iter().rev().take_while(did_or_where).count();
    let group = named(GROUPS, &words.get(..words.len() - did)?.concat())?;
    Some(if did > 0 { ChildValue::Names } else { group })
}

fn named(names: &[(&str, ChildValue)], joined: &[u8]) -> Option<ChildValue> {
    let mut names = names.iter();
    let name = names.find(|(name, _)| name.as_bytes() == joined);
    name.map(|(_, value)| *value)
}

/// What the name before a dash means: in notes, a dash is the sign after a name that begins a
/// line, a sentence, a cell or what stands after another dash.
pub(super) fn before_dash(text: &NormalisedText<'_>, dash: usize) -> Option<ChildValue> {
    let key = key_before(text, dash);
    let within_sentence = text.before(key.start) == b',' && text.at(key.start) == b' ';
    let key = text.slice(key);
    let last_dash = key.windows(3).rposition(|three| three == b" - ");
    let name = key.get(last_dash.map_or(0, |at| at + 3)..)?;
    if within_sentence || !words(name).next_back().is_some_and(can_end) {
        return None;
    }
    let article = |word: &&[u8]| **word == *b"the";
    let words: Vec<&[u8]> = words(name).skip_while(article).collect();
    named(NAMES, &words.concat()).or_else(|| group(&words).map(|_| ChildValue::Names))
}
