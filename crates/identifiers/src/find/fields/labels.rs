//! Labels with no sign behind them: `Pupils Xxxx Yyyy, Zzzz Wwww`, `Pupil name Xxxx Yyyy`, and a
//! line of a form that is a label alone, with the value below it.

use std::ops::Range;

use super::first_names::is_first_name;
use super::names::{ChildValue, label};
use super::people::{self, count_names, is_name, list_end};
use super::value::report;
use crate::find::normalised::{NormalisedText, of_word, words};
use crate::find::{Found, dates};

/// How much of a line is read for its label and names.
const LONGEST: usize = 300;

/// How many words a label has at most.
const MOST_WORDS: usize = 5;

/// First words of labels with the same first letter; most lines begin otherwise.
fn first_words(letter: u8) -> &'static [&'static [u8]] {
    match letter.to_ascii_lowercase() {
        b'b' => &[b"boys"],
        b'c' => &[b"child", b"children", b"childrens", b"cyp"],
        b'd' => &[b"daughter", b"daughters"],
        b'e' => &[b"ehc", b"ehcp"],
        b'g' => &[b"girls"],
        b'k' => &[b"kids"],
        b'l' => &[b"learner", b"learners"],
        b'n' => &[b"name", b"names"],
        b'p' => &[b"pupil", b"pupils"],
        b's' => &[b"siblings", b"son", b"sons", b"student", b"students"],
        b't' => &[b"the"],
        b'y' => &[b"young", b"yp"],
        _ => &[],
    }
}

/// Whether a text begins with what could be such a label.
pub(in crate::find) fn begins(text: &[u8]) -> bool {
    let lead = text.iter().take(40).take_while(|byte| !of_word(**byte));
    let text = text.get(lead.count()..).unwrap_or(&[]);
    let words = first_words(text.first().copied().unwrap_or(0));
    words.iter().any(|word| {
        let begun = text.get(..word.len());
        let goes_on = text.get(word.len()).is_some_and(|byte| of_word(*byte));
        !goes_on && begun.is_some_and(|begun| begun.eq_ignore_ascii_case(word))
    })
}

/// Reports the name behind a label within a line of which nothing but blanks parts the pieces: `Profile.
/// Name of child   Xxxx Yyyy   Reviewed`.
fn in_pieces(text: &NormalisedText<'_>, line: usize, found: &mut Vec<Found>) {
    let rest = text.slice(line..line + LONGEST);
    let length = rest.iter().position(|byte| *byte == b'\n');
    let end = line + length.unwrap_or(rest.len());
    let mut before: Option<Range<usize>> = None;
    let mut at = line;
    while at < end {
        let rest = text.slice(at..end);
        let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
        let start = at + blanks;
        let piece = text.slice(start..end);
        let parts = |two: &[u8]| two == b"  ";
        let length = piece.windows(2).position(parts).unwrap_or(piece.len());
        let piece = start..start + length;
        let is_label = before.replace(piece.clone()).is_some_and(|label| {
            let kind = self::label(text.slice(label));
            kind.is_some_and(|kind| !matches!(kind, ChildValue::Number | ChildValue::Names))
        });
        let words = words(text.slice(piece.clone())).count();
        let is_told = words > 1 || is_first_name(text.slice(piece.clone()));
        if is_label && is_told && text.capital(start) && is_name(text, piece.clone(), 1) {
            report(text, piece.clone(), found);
        }
        at = piece.end.max(at + 1);
    }
}

/// Whether pieces of a line are parted by blanks, not counting those that it begins with.
pub(in crate::find) fn has_pieces(line: &[u8]) -> bool {
    let line = line.split(|byte| *byte == b'\n').next().unwrap_or(&[]);
    line.trim_ascii().windows(2).any(|two| two == b"  ")
}

/// Reports the names behind or below a label that begins the line at a place.
pub(super) fn find(text: &NormalisedText<'_>, line: usize, found: &mut Vec<Found>) {
    if has_pieces(text.slice(line..line + LONGEST)) {
        in_pieces(text, line, found);
    }
    let start = text.slice(line..line + 40);
    if !begins(start) {
        return;
    }
    let lead = start.iter().take_while(|byte| !of_word(**byte)).count();
    if start.get(..lead).is_some_and(|lead| lead.contains(&b'\n')) {
        return;
    }
    let rest = text.slice(line..line + LONGEST);
    let length = rest.iter().position(|byte| *byte == b'\n');
    let end = line + length.unwrap_or(rest.len());
    if let Some(names) = names(text, line + lead, end) {
        report(text, names, found);
    }
}

fn names(text: &NormalisedText<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let mut at = start;
    let mut longest = None;
    for _ in 0..MOST_WORDS {
        let rest = text.slice(at..end);
        let length = rest
            .iter()
            .take_while(|byte| of_word(**byte) || b"'/".contains(byte))
            .count();
        at += length;
        // A sign behind it makes it a field.
        if length == 0 || !matches!(text.at(at), b' ' | b'.' | b'\n' | b'\r' | 0) {
            break;
        }
        if let Some(kind) = label(text.slice(start..at)) {
            longest = Some((at, kind));
        }
        if text.at(at) != b' ' {
            break;
        }
        at += 1;
    }
    let (label_end, kind) = longest?;
    let rest = text.slice(label_end..end).trim_ascii();
    // `Name of child (first name only)` has a remark for whoever fills it in.
    // In forms, nothing but blanks may part a label and its value from the next.
    if let Some(value) = behind_blanks(text, label_end, end).filter(|_| kind != ChildValue::Number)
    {
        return Some(value);
    }
    let is_remark = rest.starts_with(b"(")
        && rest.iter().position(|byte| *byte == b')') == Some(rest.len() - 1);
    let is_alone = rest.is_empty() || is_remark && kind != ChildValue::Names;
    if is_alone {
        return below(text, end, kind);
    }
    let label_end = label_end + usize::from(text.at(label_end) == b'.');
    if text.at(label_end) != b' ' {
        return None;
    }
    if kind == ChildValue::Number {
        return reference(text, label_end + 1, end);
    }
    if text.slice(start..label_end).ends_with(b"initials") {
        return initials(text, label_end + 1);
    }
    let names = label_end + 1..list_end(text, label_end + 1, end);
    let count = count_names(text, names.clone(), kind.least_words().unwrap_or(1))?;
    // One name alone may be the rest of a title: `Children Missing Education`.
    let least = if kind == ChildValue::Names { 2 } else { 1 };
    (count >= least).then_some(names)
}

/// The initials at a place: capital letters with dots, dashes or nothing between them.
fn initials(text: &NormalisedText<'_>, from: usize) -> Option<Range<usize>> {
    let rest = text.slice(from..from + 12);
    let of_initials = |(at, byte): &(usize, &u8)| text.capital(from + at) || b".-".contains(byte);
    let length = rest.iter().enumerate().take_while(of_initials).count();
    let letters = (from..from + length).filter(|at| text.capital(*at)).count();
    ((2..=4).contains(&letters) && !of_word(text.at(from + length))).then_some(from..from + length)
}

/// The name behind several blanks or the dots of a line to fill in, up to several more or the end of the
/// line: `Name of child (BLOCK CAPITALS)   Xxxx Yyyy   Parent to sign`, `Name of child ... Xxxx Yyyy ...`.
fn behind_blanks(text: &NormalisedText<'_>, label: usize, end: usize) -> Option<Range<usize>> {
    let rest = text.slice(label..end);
    let bracket = rest
        .strip_prefix(b" (")
        .and_then(|rest| rest.iter().position(|byte| *byte == b')'));
    let at = label + bracket.map_or(0, |length| length + 3);
    let blanks = text
        .slice(at..end)
        .iter()
        .take_while(|byte| b" ._".contains(byte))
        .count();
    let start = at + blanks;
    let value = text.slice(start..end);
    let length = value
        .windows(2)
        .position(|two| matches!(two, [b' ', b' '] | [b'.' | b'_', b'.' | b'_']))
        .unwrap_or(value.len());
    let value = start..start + value.get(..length)?.trim_ascii_end().len();
    (blanks > 1 && text.capital(start) && is_name(text, value.clone(), 1)).then_some(value)
}

/// The reference at a place: digits with letters, a slash or a dash, which numbers of how many
/// do not have.
pub(super) fn reference(
    text: &NormalisedText<'_>,
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    let rest = text.slice(from..end);
    let length = rest
        .iter()
        .take_while(|byte| !b" ,;".contains(byte))
        .count();
    let value = rest.get(..length)?;
    let has = |of: fn(&u8) -> bool| value.iter().any(of);
    let is_coded =
        has(u8::is_ascii_digit) && has(|byte| byte.is_ascii_alphabetic() || *byte == b'/');
    (is_coded && dates::date(text, from).is_none()).then_some(from..from + length)
}

/// The name on the line below a label that has its line for itself.
fn below(text: &NormalisedText<'_>, end: usize, kind: ChildValue) -> Option<Range<usize>> {
    if text.at(end) != b'\n' {
        return None;
    }
    if kind == ChildValue::Names {
        return people::below_in_list(text, end + 1);
    }
    let rest = text.slice(end + 1..end + 60);
    let length = rest.iter().position(|byte| *byte == b'\n');
    let line = rest.get(..length.unwrap_or(rest.len()))?;
    let value = end + 1..end + 1 + line.trim_ascii_end().len();
    (text.at(value.end) != b':' && is_name(text, value.clone(), 1)).then_some(value)
}
