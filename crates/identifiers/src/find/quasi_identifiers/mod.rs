//! An age, a diagnosis and a first name or a named school in one sentence: together they can
//! identify a child whom none of them identifies alone. Only ever a remark.

mod ages;
mod diagnoses;

use std::ops::Range;

use super::fields::is_first_name;
use super::normalised::{NormalisedText, of_word, words};
use super::{Certainty, Found, Kind};
pub(super) use diagnoses::Diagnoses;
use diagnoses::{distance, more_diagnoses};

const SCHOOLS: &[&[u8]] = &[
    b"school", b"primary", b"academy", b"college", b"nursery", b"infants", b"juniors",
];

/// Words that begin a sentence or name a group, so that a capital does not make them a first name.
const NO_NAME: &[&[u8]] = &[
    b"a",
    b"all",
    b"and",
    b"any",
    b"anyone",
    b"at",
    b"child",
    b"children",
    b"cyp",
    b"each",
    b"every",
    b"everyone",
    b"families",
    b"for",
    b"from",
    b"group",
    b"groups",
    b"he",
    b"her",
    b"his",
    b"if",
    b"in",
    b"is",
    b"it",
    b"most",
    b"one",
    b"our",
    b"parents",
    b"people",
    b"person",
    b"primary",
    b"pupil",
    b"pupils",
    b"school",
    b"she",
    b"some",
    b"student",
    b"students",
    b"support",
    b"that",
    b"the",
    b"their",
    b"they",
    b"this",
    b"those",
    b"was",
    b"we",
    b"what",
    b"when",
    b"who",
    b"year",
    b"young",
    b"youngest",
    b"oldest",
    b"currently",
    b"mum",
    b"dad",
    b"my",
    b"your",
    b"another",
];

/// Words that may stand between a first name and an age.
const LINKS: &[&[u8]] = &[
    b"is", b"was", b"who", b"age", b"aged", b"now", b"a", b"in", b"s", b"just", b"only", b"has",
];

/// Such a combination around a group of digits; the range goes from the first of its parts to the
/// last.
pub(super) fn find(
    text: &NormalisedText<'_>,
    digits: Range<usize>,
    diagnoses: &Diagnoses,
    found: &mut Vec<Found>,
) {
    if let Some(age) = ages::in_digits(text, digits) {
        around(text, age, diagnoses, found);
    }
}

/// Whether a text may tell an age in words.
pub(super) fn has_age_in_words(text: &str) -> bool {
    ages::in_words(text.as_bytes()).next().is_some()
}

/// Such combinations around ages in words.
pub(super) fn find_in_words(
    text: &NormalisedText<'_>,
    diagnoses: &Diagnoses,
    found: &mut Vec<Found>,
) {
    for word in ages::in_words(text.bytes()) {
        if let Some(age) = ages::told(text, word) {
            around(text, age, diagnoses, found);
        }
    }
}

/// The combination that an age is part of, if there is one.
fn around(
    text: &NormalisedText<'_>,
    age: Range<usize>,
    diagnoses: &Diagnoses,
    found: &mut Vec<Found>,
) {
    if diagnoses.of(text).is_empty() {
        return;
    }
    let sentence = sentence(text, &age);
    let Some(named) = diagnoses.nearest(text, &sentence, &age) else {
        return;
    };
    let who = name_before(text, &sentence, &age)
        .or_else(|| nearest(text, &sentence, &age, named_school))
        .or_else(|| nearest(text, &sentence, &age, first_name));
    if let Some(who) = who {
        let start = age.start.min(named.start).min(who.start);
        let end = age.end.max(more_diagnoses(text, named.end)).max(who.end);
        found.push(Found {
            range: text.range(start..end),
            kind: Kind::Combination,
            certainty: Certainty::Low,
            test_value: false,
        });
    }
}

/// The sentence around a place: up to a full stop, question mark or exclamation mark with a blank
/// behind it, an empty line or the next item of a list, and no longer than 500 characters either
/// way.
fn sentence(text: &NormalisedText<'_>, around: &Range<usize>) -> Range<usize> {
    let stops = |two: &[u8]| {
        matches!(
            two,
            [b'.' | b'?' | b'!', b' ' | b'\n'] | [b'\n', b'\n' | b'-']
        )
    };
    let from = around.start.saturating_sub(500);
    let before = text.slice(from..around.start);
    let start = before
        .windows(2)
        .rposition(stops)
        .map_or(from, |at| from + at + 1);
    let after = text.slice(around.end..around.end + 500);
    let length = after
        .windows(2)
        .position(stops)
        .map_or(after.len(), |at| at + 1);
    start..around.end + length
}

/// The place in a sentence where something stands, the one that is nearest to the age: two
/// children in one sentence are two.
fn nearest(
    text: &NormalisedText<'_>,
    sentence: &Range<usize>,
    age: &Range<usize>,
    ends: impl Fn(&NormalisedText<'_>, usize) -> Option<usize>,
) -> Option<Range<usize>> {
    sentence
        .clone()
        .filter(|at| of_word(text.at(*at)) && !of_word(text.before(*at)))
        .filter_map(|at| Some(at..ends(text, at).filter(|end| *end <= sentence.end)?))
        .min_by_key(|place| distance(place, age))
}

/// The first name that an age follows: `Xxxx, aged 9`, `Xxxx (9)`, `Xxxx is in Year 6`.
fn name_before(
    text: &NormalisedText<'_>,
    sentence: &Range<usize>,
    age: &Range<usize>,
) -> Option<Range<usize>> {
    let mut end = age.start;
    for _ in 0..6 {
        while end > sentence.start && b" ,(\"'-".contains(&text.before(end)) {
            end -= 1;
        }
        let word = text.slice(sentence.start..end);
        let length = word.iter().rev().take_while(|byte| of_word(**byte)).count();
        let start = end - length;
        let word = text.slice(start..end);
        if LINKS.contains(&word) {
            end = start;
            continue;
        }
        let name = length >= 2
            && text.capital(start)
            && !text.capital(start + 1)
            && !word.iter().any(u8::is_ascii_digit)
            && !NO_NAME.contains(&word);
        return name.then_some(start..end);
    }
    None
}

/// The end of a well-known first name.
fn first_name(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let word = words(text.slice(at..at + 24)).next()?;
    let is_one = text.capital(at) && !text.capital(at + 1) && is_first_name(word);
    is_one.then_some(at + word.len())
}

/// The end of a school's name: a word with a capital before the word for a school.
fn named_school(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let rest = text.slice(at..at + 60);
    let first = words(rest).next()?;
    if !text.capital(at) || NO_NAME.contains(&first) || SCHOOLS.contains(&first) {
        return None;
    }
    let possessive = text.slice(at + first.len()..at + first.len() + 3) == b"'s ";
    let mut at = at + first.len() + if possessive { 3 } else { 1 };
    // `Xxxx Special School`.
    for _ in 0..2 {
        let word = words(text.slice(at..at + 20)).next()?;
        if !text.capital(at) || text.at(at - 1) != b' ' {
            return None;
        }
        if SCHOOLS.contains(&word) {
            return Some(at + word.len());
        }
        at += word.len() + 1;
    }
    None
}
