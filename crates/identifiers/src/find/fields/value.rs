//! The value of a field about a child, where it is one text.

use std::ops::Range;

use super::names::ChildValue;
use crate::find::normalised::{NormalisedText, is_one_of, of_word, words};
use crate::find::{Certainty, Found, Kind};

/// How much of a line is read for one value.
const LONGEST: usize = 400;

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
    "not known",
    "not applicable",
    "not asked",
    "not asked for",
    "not needed",
    "not recorded",
    "not held",
    "not said",
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

/// Who stands for anybody in forms that are examples.
const ANYBODY: &[&str] = &[
    "a n other",
    "a.n. other",
    "an other",
    "joe bloggs",
    "jane doe",
    "john doe",
];

/// First words of where a number is to be seen.
const SEEN: &[&str] = &["seen", "held", "kept", "stored", "checked", "shown"];

/// What tells people what to write, or not to write anything.
const ASKS: &[&str] = &[
    "do not ",
    "don't ",
    "leave blank",
    "leave this",
    "leave it blank",
    "leave empty",
    "not to be ",
];

/// Words that say that something was left out, and those that such words go on with.
const LEFT_OUT: &str = "blanked deleted hidden omitted redacted removed withheld";
const WHY_LEFT_OUT: &str = "\
at before by chair circulation clerk copy details family for from in minutes name names of on out parent \
parents public publication published request s the this version";

/// Whether a text says no more than that something was left out: `removed before circulation`.
fn is_left_out(value: &str) -> bool {
    let said = words(value.as_bytes());
    let mut rest = said.filter(|word| !is_one_of(WHY_LEFT_OUT, word));
    let is_said = rest.next().is_some_and(|word| is_one_of(LEFT_OUT, word));
    is_said && rest.all(|word| is_one_of(LEFT_OUT, word))
}

/// Whether a text says something about somebody.
pub(super) fn says_something(value: &[u8], kind: ChildValue) -> bool {
    let bare = value.trim_ascii();
    let bare = bare.strip_prefix(b"[").unwrap_or(bare);
    let bare = std::str::from_utf8(bare)
        .unwrap_or("x")
        .trim_end_matches(['.', ']']);
    // `Name: ______ (block capitals)` is for somebody to fill in; `Name: ___Xxxx Yyyy___` is filled in.
    let is_line = ["___", "....", "…"]
        .iter()
        .any(|line| bare.starts_with(line))
        && {
            let rest = bare.trim_start_matches(['_', '.', '…', ' ']);
            let is_asked = ["please", "print", "block", "sign"];
            !rest.bytes().any(of_word)
                || rest.starts_with(['(', '[', '/'])
                || rest.contains(':')
                || is_asked.iter().any(|asked| rest.starts_with(asked))
        };
    let number = kind != ChildValue::Number || has_number(bare);
    let is_left_out = is_stand_in(bare.as_bytes()) || is_left_out(bare);
    let bare = bare
        .strip_prefix('(')
        .and_then(|bare| bare.strip_suffix(')'))
        .unwrap_or(bare);
    let goes_on = |rest: &str| rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '-');
    let is_anybody = ANYBODY.iter().any(|name| {
        let rest = bare.strip_prefix(name);
        rest.is_some_and(|rest| !goes_on(rest))
    });
    let told = bare.trim_start_matches(['(', '[']);
    let told = told.strip_prefix("please ").unwrap_or(told);
    let is_told = ASKS.iter().any(|asks| told.starts_with(asks));
    let is_count = bare.split(' ').any(|word| word == "ratio");
    let says = bare.bytes().any(of_word) && number && !is_told && !is_count;
    says && !is_line && !is_anybody && !NOTHING.contains(&bare) && !is_left_out
}

/// Whether a value is crossed out (`XXXX`), or goes on after words for nothing with why: `N/A (a general
/// comment)`. A name would have a capital.
fn is_why_nothing(text: &NormalisedText<'_>, value: Range<usize>) -> bool {
    let written = text.slice(value.clone());
    let is_crossed_out = |at: usize| text.at(at) == b'x' && text.capital(at);
    if value.len() > 1 && value.clone().all(is_crossed_out) {
        return true;
    }
    let said = written.iter().position(|byte| b"(,;.-".contains(byte));
    let Some((said, why)) = said.and_then(|at| written.split_at_checked(at)) else {
        return false;
    };
    let is_nothing = str::from_utf8(said).is_ok_and(|said| NOTHING.contains(&said.trim_end()));
    let has_name = (value.end - why.len()..value.end).any(|at| text.capital(at));
    is_nothing && !has_name
}

/// Whether a value has digits that may be somebody's: not behind words for nothing (`not recorded.
/// Date: ...`), and not those of the example that tax offices print, which begins with QQ.
fn has_number(value: &str) -> bool {
    let said = value.split(['.', ';', ',']).next().unwrap_or(value).trim();
    // `not needed for under 14s` says nothing, either.
    let is_denied = ["not ", "no ", "none ", "never "]
        .iter()
        .any(|word| said.starts_with(word));
    // `seen on P60` tells where it is; a longer number may be what was seen.
    let is_told = SEEN.contains(&said.split(' ').next().unwrap_or(said));
    let is_long = said
        .as_bytes()
        .windows(4)
        .any(|four| four.iter().all(u8::is_ascii_digit));
    let is_denied = is_denied || is_told && !is_long;
    let is_nothing = is_denied || NOTHING.contains(&said);
    let rest = if is_nothing { "" } else { value };
    let example = rest.strip_prefix("qq").unwrap_or("x");
    let is_example = example.starts_with(|sign: char| !sign.is_alphabetic());
    rest.bytes().any(|byte| byte.is_ascii_digit()) && !is_example
}

/// Whether a value is what `convert` writes where something stood: an asterisk and a number, once for
/// each word. Where the line goes on after them, it does so behind a quote or with an escape for the
/// next line.
pub(super) fn is_stand_in(value: &[u8]) -> bool {
    let mut rest = value.strip_prefix(b"\"").unwrap_or(value);
    let length = |value: &[u8], of: fn(&u8) -> bool| value.iter().take_while(|b| of(b)).count();
    let mut words = 0;
    loop {
        let asterisks = length(rest, |byte| *byte == b'*');
        let number = rest.get(asterisks..).unwrap_or(&[]);
        let digits = length(number, u8::is_ascii_digit);
        if asterisks == 0 || !(1..=6).contains(&digits) {
            break;
        }
        words += 1;
        rest = number.get(digits..).unwrap_or(&[]);
    }
    let signs = length(rest, |byte| !of_word(*byte) && !b"\\\"".contains(byte));
    let ends = rest.get(signs).is_none_or(|byte| !of_word(*byte));
    words > 0 && ends
}

/// The value that begins on the line of its field: up to its end, a bracket, the next field after a
/// comma, or what is between quotes. With it the next line, if nothing ends it on this one.
pub(super) fn on_line(
    text: &NormalisedText<'_>,
    from: usize,
    kind: ChildValue,
) -> Option<(Range<usize>, Option<usize>)> {
    let before_value = |byte: &u8| b" \t\r*'\"`>".contains(byte);
    let blanks = text.slice(from..text.bytes().len());
    let blanks = blanks.iter().take_while(|byte| before_value(byte)).count();
    let start = from + blanks;
    let passed = text.slice(from..start);
    let quote = passed.iter().find(|byte| b"'\"`".contains(byte));
    let rest = text.slice(start..start + LONGEST);
    let rest = rest.split(|byte| *byte == b'\n').next().unwrap_or(rest);
    let closed = quote.and_then(|quote| rest.iter().position(|byte| byte == quote));
    // Words behind the closing quote belong to it: `"Xxxx" and "Yyyy"`.
    let closed = closed.filter(|at| !rest.get(at + 1..).is_some_and(words_follow));
    let ended = closed.or_else(|| (0..rest.len()).find(|at| ends(rest, *at, kind)));
    let value = rest.get(..ended.unwrap_or(rest.len()))?;
    let value = value
        .windows(2)
        .position(|two| two == b" #")
        .and_then(|end| value.get(..end))
        .unwrap_or(value)
        .trim_ascii_end();
    let asterisks = passed
        .iter()
        .rev()
        .take_while(|byte| **byte == b'*')
        .count();
    let end = start + value.len();
    let is_left_out = is_stand_in(text.slice(start - asterisks..end));
    let line_end = start + rest.len();
    let next = ended.is_none() && text.at(line_end) == b'\n';
    (!is_left_out && says_something(value, kind) && !is_why_nothing(text, start..end))
        .then_some((start..end, next.then_some(line_end + 1)))
}

fn words_follow(rest: &[u8]) -> bool {
    let rest = rest.trim_ascii_start();
    rest.first()
        .is_some_and(|byte| of_word(*byte) || b"-/&+".contains(byte))
}

/// Whether a value without quotes ends before the sign at a place of its line. A text goes on after
/// a comma, as an address does, unless the next field begins there. A quote that was opened before
/// the name of the field closes the value.
fn ends(rest: &[u8], at: usize, kind: ChildValue) -> bool {
    let field_follows = || {
        let after = rest.get(at + 1..).unwrap_or(&[]);
        let mut signs = after
            .iter()
            .filter(|byte| !of_word(**byte) && !b" _'\"".contains(byte));
        matches!(signs.next(), Some(b':' | b'='))
    };
    match rest.get(at) {
        Some(b'{' | b'}' | b'[' | b']' | b'|' | b'\t') => true,
        Some(b'"') => {
            let before = rest.get(..at).unwrap_or(&[]);
            let after = rest.get(at + 1..).unwrap_or(&[]).trim_ascii_start();
            let closes = after.first().is_none_or(|byte| b",]}#".contains(byte));
            closes && !before.contains(&b'"')
        }
        Some(b',' | b';') => kind == ChildValue::Number || field_follows(),
        _ => false,
    }
}

/// Adds the value of such a field to what was found.
pub(super) fn report(text: &NormalisedText<'_>, range: Range<usize>, found: &mut Vec<Found>) {
    found.push(Found {
        range: text.range(range),
        kind: Kind::ChildField,
        certainty: Certainty::Medium,
        test_value: false,
    });
}
