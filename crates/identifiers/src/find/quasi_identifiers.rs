//! An age, a diagnosis and a first name or a named school in one sentence: together they can
//! identify a child whom none of them identifies alone. Only ever a remark.

use std::cell::OnceCell;
use std::ops::Range;

use super::fields::is_first_name;
use super::normalised::{NormalisedText, is_one_of, of_word, words};
use super::{Certainty, Found, Kind, context_words};

const DIAGNOSES: &[&str] = &[
    "autism",
    "autistic",
    "asd",
    "asc",
    "adhd",
    "asperger",
    "aspergers",
    "angelman",
    "arfid",
    "dcd",
    "developmental delay",
    "diabetes",
    "dld",
    "down syndrome",
    "downs syndrome",
    "down s syndrome",
    "downs",
    "cerebral palsy",
    "epilepsy",
    "epileptic",
    "dyslexia",
    "dyslexic",
    "dyspraxia",
    "dyspraxic",
    "dyscalculia",
    "duchenne",
    "fragile x",
    "leukaemia",
    "ocd",
    "prader willi",
    "rett syndrome",
    "sickle cell",
    "williams syndrome",
    "hearing impairment",
    "visual impairment",
    "deaf",
    "blind",
    "pda",
    "fasd",
    "muscular dystrophy",
    "spina bifida",
    "cystic fibrosis",
    "selective mutism",
    "tourette",
    "tourettes",
    "tourette s",
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
    b"mum",
    b"dad",
];

/// Words that may stand between a first name and an age.
const LINKS: &[&[u8]] = &[
    b"is", b"was", b"who", b"age", b"aged", b"now", b"a", b"in", b"s", b"just", b"only", b"has",
];

/// Ages in words, of those who are children or nearly, by their first letter.
fn ages(letter: u8) -> &'static [&'static [u8]] {
    match letter {
        b'e' => &[b"eight", b"eighteen", b"eleven"],
        b'f' => &[b"four", b"five", b"fourteen", b"fifteen"],
        b'n' => &[b"nine", b"nineteen"],
        b's' => &[b"six", b"seven", b"sixteen", b"seventeen"],
        b't' => &[b"two", b"three", b"ten", b"twelve", b"thirteen"],
        _ => &[],
    }
}

/// Where ages in words stand in a text, in whatever letters.
fn ages_in_words(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let first = text.get(..2).map(|two| (0, two));
    let others = text.windows(3).enumerate().filter_map(|(at, three)| {
        let (before, two) = three.split_first()?;
        (!of_word(*before)).then_some((at + 1, two))
    });
    let begins = |two: &[u8]| {
        let small = [
            two.first().map_or(0, |byte| byte | 32),
            two.last().map_or(0, |byte| byte | 32),
        ];
        matches!(
            &small,
            b"ei" | b"el" | b"fi" | b"fo" | b"ni" | b"se" | b"si" | b"te" | b"th" | b"tw"
        )
    };
    let begun = first
        .into_iter()
        .chain(others)
        .filter(move |(_, two)| begins(two));
    begun.filter_map(move |(at, two)| {
        let letter = two.first()?.to_ascii_lowercase();
        let is_one = |age: &&&[u8]| {
            let end = at + age.len();
            let ends = text.get(end).is_none_or(|byte| !of_word(*byte));
            ends && text
                .get(at..end)
                .is_some_and(|word| word.eq_ignore_ascii_case(age))
        };
        ages(letter)
            .iter()
            .find(is_one)
            .map(|age| at..at + age.len())
    })
}

/// Words before an age that say that it is one.
const TELLING: &str = "age aged turned turning";

/// Who is `of 12`.
const YOUNG: &str = "boy child daughter girl lad lass pupil son student teenager youngster";

/// Every diagnosis in a text, looked for once and only when there is an age: a text can hold any
/// number of ages, and each would search its sentence again.
#[derive(Default)]
pub(super) struct Diagnoses(OnceCell<Vec<Range<usize>>>);

impl Diagnoses {
    fn of(&self, text: &NormalisedText<'_>) -> &[Range<usize>] {
        self.0.get_or_init(|| {
            (0..text.bytes().len())
                .filter(|at| of_word(text.at(*at)) && !of_word(text.before(*at)))
                .filter_map(|at| Some(at..context_words::phrase(text, at, DIAGNOSES)?))
                .collect()
        })
    }

    /// The one in a sentence that is nearest to an age.
    fn nearest(
        &self,
        text: &NormalisedText<'_>,
        sentence: &Range<usize>,
        age: &Range<usize>,
    ) -> Option<Range<usize>> {
        let all = self.of(text);
        let first = all.partition_point(|place| place.start < sentence.start);
        all.iter()
            .skip(first)
            .take_while(|place| place.start < sentence.end)
            .filter(|place| place.end <= sentence.end)
            .min_by_key(|place| distance(place, age))
            .cloned()
    }
}

/// How far a place is from an age.
fn distance(place: &Range<usize>, age: &Range<usize>) -> usize {
    let before = age.start.saturating_sub(place.end);
    before.max(place.start.saturating_sub(age.end))
}

/// Such a combination around a group of digits; the range goes from the first of its parts to the
/// last.
pub(super) fn find(
    text: &NormalisedText<'_>,
    digits: Range<usize>,
    diagnoses: &Diagnoses,
    found: &mut Vec<Found>,
) {
    if let Some(age) = age(text, digits) {
        around(text, age, diagnoses, found);
    }
}

/// Whether a text may tell an age in words.
pub(super) fn has_age_in_words(text: &str) -> bool {
    ages_in_words(text.as_bytes()).next().is_some()
}

/// Such combinations around ages in words.
pub(super) fn find_in_words(
    text: &NormalisedText<'_>,
    diagnoses: &Diagnoses,
    found: &mut Vec<Found>,
) {
    for word in ages_in_words(text.bytes()) {
        if let Some(age) = told(text, word) {
            around(text, age, diagnoses, found);
        }
    }
}

/// The age in words that other words make one: `is six`, `aged six`, `(six)`, `six-year-old`.
fn told(text: &NormalisedText<'_>, word: Range<usize>) -> Option<Range<usize>> {
    let Range { start, end } = word;
    let before = text.slice(start.saturating_sub(12)..start);
    let last = words(before).next_back().unwrap_or(&[]);
    let is_apart = before.ends_with(b" ") || before.ends_with(b"-");
    if is_apart && is_one_of(TELLING, last) || is_of_somebody_young(text, start) {
        return Some(start - 1 - last.len()..end);
    }
    // `is six of them` counts.
    let ends = |at: usize| {
        matches!(text.at(at), b',' | b';' | b'.' | b')') || text.slice(at..at + 5) == b" and "
    };
    let is_said = last == b"is" && is_apart && ends(end);
    let old = ["year old", "years old", "yr old", "yrs old"];
    if let Some(end) = context_words::phrase(text, end + 1, &old) {
        return Some(start..end);
    }
    let in_brackets = text.before(start) == b'(' && b"),".contains(&text.at(end));
    (is_said || in_brackets).then_some(start..end)
}

/// Whether an age at a place is that of somebody young: `a girl of 12`.
fn is_of_somebody_young(text: &NormalisedText<'_>, start: usize) -> bool {
    let before = text.slice(start.saturating_sub(16)..start);
    let mut back = words(before).rev();
    before.ends_with(b" of ") && back.nth(1).is_some_and(|word| is_one_of(YOUNG, word))
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

/// The end of the diagnoses that follow on one: `ASD and PDA`.
fn more_diagnoses(text: &NormalisedText<'_>, mut end: usize) -> usize {
    for _ in 0..4 {
        let signs: [&[u8]; 6] = [b" and ", b", ", b" & ", b" + ", b"/", b"+"];
        let next = signs.iter().find_map(|sign| {
            let at = end + sign.len();
            let follows = text.slice(end..at) == *sign;
            context_words::phrase(text, at, DIAGNOSES).filter(|_| follows)
        });
        match next {
            Some(next) => end = next,
            None => break,
        }
    }
    end
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

/// The age that a group of digits tells: `aged 9`, `9 years old`, `9-year-old`, `Year 6`, or the
/// number alone in brackets.
fn age(text: &NormalisedText<'_>, digits: Range<usize>) -> Option<Range<usize>> {
    let Range { start, end } = digits;
    let value: u32 = std::str::from_utf8(text.slice(start..end))
        .ok()?
        .parse()
        .ok()?;
    if let Some(end) = short_for_years_old(text, end).filter(|_| end - start <= 2 && value <= 25) {
        return Some(start..end);
    }
    if end - start > 2 || value > 25 || of_word(text.at(end)) {
        return None;
    }
    let label = text.slice(start.saturating_sub(8)..start);
    let sign = label.last().map_or(0, |byte| usize::from(!of_word(*byte)));
    let word = words(label).next_back().unwrap_or_default();
    // `Y8` is a year at school, `is 12` an age if a name stands before it.
    let in_year = word == b"y" && sign == 0 && text.capital(start - 1);
    let is_short = word == b"s" && label.ends_with(b"'s ");
    let told = (word == b"is" || is_short) && sign == 1 && !b"%:.-/".contains(&text.at(end));
    let labelled = in_year
        || told
        || is_of_somebody_young(text, start)
        || [&b"aged"[..], b"age", b"turned", b"year", b"yr"].contains(&word);
    if labelled
        && label
            .iter()
            .rev()
            .nth(sign)
            .is_some_and(|byte| of_word(*byte))
    {
        return Some(start - sign - word.len()..end);
    }
    let old = ["year old", "years old", "yr old", "yrs old"];
    if let Some(end) = context_words::phrase(text, end + 1, &old) {
        return Some(start..end);
    }
    let unit = context_words::phrase(
        text,
        end + usize::from(text.at(end) == b' '),
        &["y", "yr", "yrs", "years"],
    );
    let end = unit.filter(|_| text.before(start) == b'(').unwrap_or(end);
    let in_brackets = text.before(start) == b'(' && b"),".contains(&text.at(end));
    (in_brackets || between_commas(text, start, end)).then_some(start..end)
}

/// The end of `yo` behind a number: `7yo`, `7 y/o`.
fn short_for_years_old(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    const WORDS: [&[u8]; 4] = [b"yo", b" yo", b"y/o", b" y/o"];
    let word = WORDS
        .iter()
        .find(|word| text.slice(at..at + word.len()) == **word)?;
    let end = at + word.len();
    (!of_word(text.at(end))).then_some(end)
}

/// Whether a number stands between commas behind a word: `Xxxx, 9, has ...`.
fn between_commas(text: &NormalisedText<'_>, start: usize, end: usize) -> bool {
    let before = text.slice(start.saturating_sub(3)..start);
    let is_behind = before.ends_with(b", ") && before.first().is_some_and(u8::is_ascii_alphabetic);
    let next = text.slice(end..end + 3);
    is_behind && next.starts_with(b", ") && next.last().is_some_and(u8::is_ascii_alphabetic)
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
