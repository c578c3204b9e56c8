//! Names of several people on the line of a field that says that they are children: `Pupils: Xxxx
//! Yyyy, Zzzz Wwww`.

use std::ops::Range;

use super::first_names::is_first_name;
use super::groups::LineStart;
use super::ordinary::is_ordinary;
use crate::find::normalised::{NormalisedText, is_one_of, of_word, words};

/// How much of a line is read.
const LONGEST: usize = 400;

/// What stands behind the sign of a field up to the end of its line, if it is a list of full names
/// and nothing else. What is in brackets behind a name belongs to it.
/// A name has so many words at least.
pub(super) fn on_line(
    text: &NormalisedText<'_>,
    from: usize,
    least: usize,
) -> Option<Range<usize>> {
    let rest = text.slice(from..from + LONGEST);
    let blank = |byte: &&u8| b" \t\r*'\"`>".contains(byte);
    let start = from + rest.iter().take_while(blank).count();
    let rest = text.slice(start..from + LONGEST);
    let ends = |byte: &u8| b"\n|\t{}[]\"\\".contains(byte);
    let length = rest.iter().position(ends).unwrap_or(rest.len());
    let end = start + rest.get(..length)?.trim_ascii_end().len();
    let whole = start..end - usize::from(text.before(end) == b'.' && end > start);
    if are_names(text, whole.clone(), least) {
        return Some(whole);
    }
    let first = words(text.slice(start..end)).next().unwrap_or(&[]);
    if !text.capital(start) && !is_first_name(first) {
        return None;
    }
    // A sentence about one child is no list.
    let listed = start..list_end(text, start, end);
    let count = count_names(text, listed.clone(), least)?;
    (listed.end < whole.end && count > 1).then_some(listed)
}

/// The one name behind the sign of a field, up to a comma or the end of its line: `child = Xxxx, rang`.
pub(super) fn one(text: &NormalisedText<'_>, from: usize) -> Option<Range<usize>> {
    let rest = text.slice(from..from + 60);
    let start = from + rest.iter().take_while(|byte| b" \t".contains(byte)).count();
    let rest = text.slice(start..start + 60);
    let length = rest.iter().position(|byte| b",;.\n|\t(".contains(byte));
    let name = rest.get(..length.unwrap_or(rest.len()))?;
    let name = start..start + name.trim_ascii_end().len();
    (text.capital(start) && is_name(text, name.clone(), 1)).then_some(name)
}

/// Words behind names that end a list of them.
const VERBS: &str = "\
are asked attend attended both came did had have is joined left made met said spoke told took want \
wanted was were who will with";

/// Where the names of a list end: before a sentence ends, or goes on with a verb.
pub(super) fn list_end(text: &NormalisedText<'_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        if of_word(text.at(at)) && !of_word(text.before(at)) && !text.capital(at) {
            let rest = text.slice(at..end);
            let length = rest.iter().take_while(|byte| of_word(**byte)).count();
            if is_one_of(VERBS, rest.get(..length).unwrap_or(&[])) {
                break;
            }
        }
        if text.at(at) == b'.' && (at + 1 == end || text.at(at + 1) == b' ') && at > from + 1 {
            // The dot of an initial ends nothing.
            let is_initial = !of_word(text.at(at - 2)) && text.capital(at - 1);
            if !is_initial {
                break;
            }
        }
        at += 1;
    }
    let written = text.slice(from..at).trim_ascii_end();
    let bracket = written.strip_suffix(b"(").unwrap_or(written);
    from + bracket.trim_ascii_end().len()
}

/// What stands between brackets on the line of a field, if it is a list of names and nothing else.
pub(super) fn in_brackets(
    text: &NormalisedText<'_>,
    open: usize,
    least: usize,
) -> Option<Range<usize>> {
    let rest = text.slice(open + 1..open + LONGEST);
    let length = rest.iter().position(|byte| b"[]{}:".contains(byte))?;
    let inside = open + 1..open + 1 + length;
    let is_list = text.at(open) == b'[' && text.at(inside.end) == b']';
    (is_list && are_names(text, inside.clone(), least)).then_some(inside)
}

/// The lines below a field, if all of them up to the next empty one, or the next field, are names: in
/// a list, or several below each other.
pub(super) fn below(text: &NormalisedText<'_>, from: usize, least: usize) -> Option<Range<usize>> {
    let mut at = from;
    let mut names: Option<Range<usize>> = None;
    let mut lines = 0;
    let mut in_list = false;
    while at < text.bytes().len() && lines < 100 {
        let rest = text.slice(at..at + LONGEST);
        let length = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .unwrap_or(rest.len());
        let content = bullet_end(text, at);
        in_list |= content.is_some();
        let start = content.unwrap_or(LineStart::at(text, at).content);
        let line = text.slice(start..at + length);
        let end = start + line.trim_ascii_end().len();
        // A table below has other words in its lines.
        if line.trim_ascii().is_empty() || names.is_some() && line.contains(&b':') {
            break;
        }
        if !are_names(text, start..end, least) {
            return None;
        }
        names = Some(names.map_or(start, |names| names.start)..end);
        lines += 1;
        at += length + 1;
    }
    names.filter(|_| in_list || lines > 1)
}

/// The lines below a label with no sign, if they are a list of names.
pub(super) fn below_in_list(text: &NormalisedText<'_>, from: usize) -> Option<Range<usize>> {
    bullet_end(text, from).and_then(|_| below(text, from, 2))
}

/// Where a line goes on behind the sign or number of a list.
fn bullet_end(text: &NormalisedText<'_>, line: usize) -> Option<usize> {
    let start = LineStart::at(text, line);
    let content = start.content;
    if start.is_item() {
        return Some(content);
    }
    let rest = text.slice(content..content + 6);
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (sign, next) = (rest.get(digits), rest.get(digits + 1));
    let is_sign = match sign {
        Some(b'*' | b'+' | b'o' | b'.') => digits == 0,
        _ => false,
    } || digits > 0 && matches!(sign, Some(b'.' | b')'));
    (is_sign && next == Some(&b' ')).then_some(content + digits + 2)
}

/// Whether a stretch is a list of names and nothing else. Names of one word count where an age or a
/// year stands in brackets behind them, where one is enough, and where most are well-known first
/// names.
pub(super) fn are_names(text: &NormalisedText<'_>, stretch: Range<usize>, least: usize) -> bool {
    count_names(text, stretch, least).is_some()
}

/// How many names a list of names has; none if it is not one.
pub(super) fn count_names(
    text: &NormalisedText<'_>,
    stretch: Range<usize>,
    least: usize,
) -> Option<usize> {
    // Where semicolons part the names, commas stand behind surnames.
    let signs: &[u8] = if text.slice(stretch.clone()).contains(&b';') {
        b";"
    } else {
        b",&/+"
    };
    let mut at = stretch.start;
    let (mut names, mut known, mut unknown) = (0_usize, 0_usize, 0_usize);
    let mut first_alone = false;
    while at < stretch.end {
        let next = piece_end(text, at, stretch.end, signs);
        let piece = without_nickname(text, unquoted(text, at..next.0));
        // `Xxxx, 7, and Yyyy, 9`.
        if names > 0 && is_age(text.slice(piece.clone())) {
            at = next.1;
            continue;
        }
        let is_whole = is_name(text, piece.clone(), least);
        if !is_whole && !is_name(text, piece.clone(), 1) {
            return None;
        }
        // `Xxxx and Yyyy Zzzz` share the surname.
        let shares = text.at(next.0) == b' ' && !is_whole;
        if is_whole && first_alone {
            unknown -= 1;
        }
        first_alone = false;
        let mut said = words(text.slice(piece));
        let first = said.next().unwrap_or(&[]);
        // `Xxxx Y` is hardly more than the first name.
        let is_short = said.next().is_some_and(|next| next.len() == 1);
        if (!is_whole || is_short) && is_first_name(first) {
            known += 1;
        } else if !is_whole {
            unknown += 1;
            first_alone = shares;
        }
        names += 1;
        at = next.1;
    }
    // In a longer list, one well-known name says that the others are names as well.
    let are_known = unknown <= known || names > 2 && known > 0;
    (names > 0 && are_known).then_some(names)
}

/// A piece of a list without the word that makes a nickname of a first name: `Little Xxxx`.
fn without_nickname(text: &NormalisedText<'_>, piece: Range<usize>) -> Range<usize> {
    let mut said = words(text.slice(piece.clone()));
    let (adjective, name) = (said.next().unwrap_or(&[]), said.next().unwrap_or(&[]));
    let is_nickname = is_one_of("baby big little wee", adjective) && is_first_name(name);
    let length = usize::from(is_nickname) * (adjective.len() + 1);
    piece.start + length..piece.end
}

/// A piece of a list without the blanks and the quotes around it.
fn unquoted(text: &NormalisedText<'_>, piece: Range<usize>) -> Range<usize> {
    let sign = |byte: &&u8| b" \t\n\r\"'".contains(byte);
    let written = text.slice(piece.clone());
    let before = written.iter().take_while(sign).count();
    let behind = written.iter().rev().take_while(sign).count();
    let start = (piece.start + before).min(piece.end);
    start..piece.end.saturating_sub(behind).max(start)
}

/// Where the piece ends that begins at a place, and where the next one begins.
fn piece_end(text: &NormalisedText<'_>, from: usize, end: usize, signs: &[u8]) -> (usize, usize) {
    let mut depth = 0_usize;
    for at in from..end {
        match text.at(at) {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            sign if depth == 0 && signs.contains(&sign) => {
                let and = usize::from(text.slice(at + 1..at + 6) == b" and ") * 5;
                return (at, at + 1 + and);
            }
            b' ' if depth == 0 && text.slice(at..at + 5) == b" and " => return (at, at + 5),
            _ => {}
        }
    }
    (end, end)
}

/// Whether a piece of a list is the age or the school year of whoever stands before it.
fn is_age(piece: &[u8]) -> bool {
    let is_number = |word: &[u8]| word.len() <= 2 && word.iter().all(u8::is_ascii_digit);
    let is_part = |word: &[u8]| {
        let year = word.strip_prefix(b"y").filter(|year| !year.is_empty());
        is_number(word)
            || year.is_some_and(is_number)
            || is_one_of("age aged and year years yrs old", word)
    };
    piece.iter().any(u8::is_ascii_digit) && words(piece).all(is_part)
}

/// Where a name ends in a piece of a list, before what is said of somebody: `(7)`, `aged 7`,
/// `- Year 2`.
fn name_end(text: &NormalisedText<'_>, piece: &Range<usize>) -> usize {
    let written = text.slice(piece.clone());
    let ends: [&[u8]; 6] = [b"(", b" - ", b" aged ", b" age ", b" year ", b" yr "];
    let found = ends.iter().filter_map(|end| {
        let mut places = written.windows(end.len());
        places.position(|stretch| stretch == *end)
    });
    found.min().map_or(piece.end, |at| piece.start + at)
}

/// Whether a stretch is a name: up to four words of letters, each with a capital first, or a
/// well-known first name in small letters with a second word.
pub(super) fn is_name(text: &NormalisedText<'_>, piece: Range<usize>, least: usize) -> bool {
    let end = name_end(text, &piece);
    let has_age = text.slice(end..piece.end).iter().any(u8::is_ascii_digit);
    let is_small = || {
        let all: Vec<&[u8]> = words(text.slice(piece.start..end)).collect();
        let is_known = all.first().is_some_and(|word| is_first_name(word));
        is_known && all.len() <= 2
    };
    let mut at = piece.start;
    let mut words = 0;
    while at < end {
        if text.at(at) == b' ' || b".,".contains(&text.at(at)) && words > 0 {
            at += 1;
            continue;
        }
        let rest = text.slice(at..end);
        let of_name = |byte: &&u8| {
            of_word(**byte) && !byte.is_ascii_digit() && **byte != b'_' || b"'-".contains(byte)
        };
        let length = rest.iter().take_while(of_name).count();
        let word = rest.get(..length).unwrap_or(&[]);
        let begins = !word.is_empty() && of_word(text.at(at));
        let is_part = begins && (text.capital(at) || is_small()) && !is_ordinary(word);
        if !is_part {
            return false;
        }
        words += 1;
        // `Xxxx Yyyy1` refers to a note.
        let behind = rest.get(length..).unwrap_or(&[]);
        let figure = |byte: &&u8| byte.is_ascii_digit();
        at += length + behind.iter().take_while(figure).count();
    }
    let least = if has_age { 1 } else { least };
    (least..=4).contains(&words)
}
