//! Ages, in digits and in words, that other words make one.

use std::ops::Range;

use crate::find::context_words;
use crate::find::normalised::{NormalisedText, is_one_of, of_word, words};

/// Ages in words, of those who are children or nearly, by their first letter.
fn ages(letter: u8) -> &'static [&'static [u8]] {
    match letter {
        b'e' => &[b"eight", b"eighteen", b"eleven"],
        b'f' => &[b"four", b"five", b"fourteen", b"fifteen"],
        b'n' => &[b"nine", b"nineteen"],
        b's' => &[b"six", b"seven", b"sixteen", b"seventeen"],
        b't' => &[
            b"two",
            b"three",
            b"ten",
            b"twelve",
            b"thirteen",
            b"teenager",
        ],
        _ => &[],
    }
}

/// Where ages in words stand in a text, in whatever letters.
pub(super) fn in_words(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
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

/// The age in words that other words make one: `is six`, `aged six`, `(six)`, `six-year-old`.
pub(super) fn told(text: &NormalisedText<'_>, word: Range<usize>) -> Option<Range<usize>> {
    let Range { start, end } = word;
    if text.slice(word) == b"teenager" {
        return Some(start..end);
    }
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

/// The age that a group of digits tells: `aged 9`, `9 years old`, `9-year-old`, `Year 6`, or the
/// number alone in brackets.
pub(super) fn in_digits(text: &NormalisedText<'_>, digits: Range<usize>) -> Option<Range<usize>> {
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
    // `she's only 4`.
    let is_qualified = is_one_of("almost just nearly now only", word) && {
        let before = text.slice(start.saturating_sub(14)..start - sign - word.len());
        before.ends_with(b" is ") || before.ends_with(b"'s ")
    };
    let told = (word == b"is" || is_short || is_qualified)
        && sign == 1
        && !b"%:.-/".contains(&text.at(end));
    let labelled = in_year
        || told
        || is_of_somebody_young(text, start)
        || word == b"at" && text.at(end) == b','
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
