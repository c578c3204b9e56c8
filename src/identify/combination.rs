//! An age, a diagnosis and a first name or a named school in one sentence: together they can
//! identify a child whom none of them identifies alone. Only ever a remark.

use std::ops::Range;

use super::folded::{Folded, of_word, words};
use super::{Certainty, Found, Kind, near};

const DIAGNOSES: &[&str] = &[
    "autism",
    "autistic",
    "asd",
    "asc",
    "adhd",
    "asperger",
    "aspergers",
    "down syndrome",
    "downs syndrome",
    "down s syndrome",
    "cerebral palsy",
    "epilepsy",
    "epileptic",
    "dyslexia",
    "dyslexic",
    "dyspraxia",
    "dyspraxic",
    "hearing impairment",
    "visual impairment",
    "deaf",
    "blind",
    "pda",
    "odd",
    "fasd",
    "muscular dystrophy",
    "spina bifida",
    "cystic fibrosis",
    "selective mutism",
    "tourette",
    "tourettes",
    "learning disability",
    "pmld",
    "slcn",
    "semh",
];

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
];

/// Words that may stand between a first name and an age.
const LINKS: &[&[u8]] = &[b"is", b"was", b"who", b"age", b"aged", b"now", b"a", b"in"];

/// Every such combination; the range goes from the first of its parts to the last.
pub(super) fn find(text: &Folded<'_>, found: &mut Vec<Found>) {
    for sentence in sentences(text) {
        let Some(age) = first(text, &sentence, age) else {
            continue;
        };
        let diagnosis = first(text, &sentence, |text, at| {
            near::phrase(text, at, DIAGNOSES)
        });
        let Some(diagnosis) = diagnosis else {
            continue;
        };
        let who =
            name_before(text, &sentence, &age).or_else(|| first(text, &sentence, named_school));
        if let Some(who) = who {
            let start = age.start.min(diagnosis.start).min(who.start);
            let end = age.end.max(diagnosis.end).max(who.end);
            found.push(Found {
                range: text.range(start..end),
                kind: Kind::Combination,
                certainty: Certainty::Low,
                test_value: false,
            });
        }
    }
}

/// Sentences: up to a full stop, question mark or exclamation mark with a blank behind it, or an
/// empty line.
fn sentences(text: &Folded<'_>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, two) in text.bytes().windows(2).enumerate() {
        let stop = matches!(
            two,
            [b'.' | b'?' | b'!', b' ' | b'\n'] | [b'\n', b'\n' | b'-']
        );
        if stop {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    sentences.push(start..text.bytes().len());
    sentences
}

/// The first place in a sentence where something stands.
fn first(
    text: &Folded<'_>,
    sentence: &Range<usize>,
    ends: impl Fn(&Folded<'_>, usize) -> Option<usize>,
) -> Option<Range<usize>> {
    sentence
        .clone()
        .filter(|at| of_word(text.at(*at)) && !of_word(text.before(*at)))
        .find_map(|at| Some(at..ends(text, at).filter(|end| *end <= sentence.end)?))
}

/// `aged 9`, `9 years old`, `9-year-old`, `Year 6`, or the number alone in brackets after a name.
fn age(text: &Folded<'_>, at: usize) -> Option<usize> {
    let number = |at: usize, most: u32| {
        let digits = text.slice(at..at + 3);
        let length = digits.iter().take_while(|b| b.is_ascii_digit()).count();
        let value: u32 = std::str::from_utf8(text.slice(at..at + length))
            .ok()?
            .parse()
            .ok()?;
        (value <= most && length <= 2 && !of_word(text.at(at + length))).then_some(at + length)
    };
    for (label, most) in [("aged", 25), ("age", 25), ("year", 13), ("yr", 13)] {
        let end = at + label.len();
        if text.slice(at..end) == label.as_bytes() {
            return number(end + usize::from(matches!(text.at(end), b' ' | b':')), most);
        }
    }
    let end = number(at, 25)?;
    let old = near::phrase(
        text,
        end + 1,
        &["year old", "years old", "yr old", "yrs old"],
    );
    let bracketed = text.before(at) == b'(' && text.at(end) == b')';
    old.or(bracketed.then_some(end))
}

/// The first name that an age follows: `Xxxx, aged 9`, `Xxxx (9)`, `Xxxx is in Year 6`.
fn name_before(
    text: &Folded<'_>,
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

/// The end of a school's name: a word with a capital before the word for a school.
fn named_school(text: &Folded<'_>, at: usize) -> Option<usize> {
    let rest = text.slice(at..at + 60);
    let first = words(rest).next()?;
    if !text.capital(at) || NO_NAME.contains(&first) || SCHOOLS.contains(&first) {
        return None;
    }
    let end = at + first.len() + 1;
    let second = words(text.slice(end..end + 20)).next()?;
    SCHOOLS
        .contains(&second)
        .then_some(end + second.len())
        .filter(|_| text.capital(end) && text.at(end - 1) == b' ')
}
