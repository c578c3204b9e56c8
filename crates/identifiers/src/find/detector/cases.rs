//! Case references that are written with other signs between their parts than the area's pattern has:
//! `EHC / 23 / 0068`, `EHC-24-` and the rest on the next line.

use std::ops::Range;

use regex::Regex;

use crate::find::dates;
use crate::find::normalised::{NormalisedText, of_word, words};

/// The signs that patterns have between the parts of a reference; none where each stays that is written.
pub(super) const SIGNS: [Option<char>; 4] = [None, Some('-'), Some('/'), Some(' ')];

/// More signs than these part two words.
const MOST: usize = 3;

/// A text with one sign wherever another or several may part a reference.
pub(super) struct Respelled {
    text: String,
    /// Where each byte stands in the normalised text.
    places: Vec<usize>,
    end: usize,
}

impl Respelled {
    /// With a sign for each other sign; for blanks as well, or these left out between a letter and a
    /// digit: `EHC / 23 / 0951 M`.
    pub(super) fn with(text: &NormalisedText<'_>, sign: Option<char>, also_blanks: bool) -> Self {
        let mut respelled = Respelled {
            text: String::with_capacity(text.bytes().len()),
            places: Vec::with_capacity(text.bytes().len()),
            end: text.bytes().len(),
        };
        let mut skipped_until = 0;
        for (at, character) in text.text().char_indices() {
            if at < skipped_until {
                continue;
            }
            let length = signs(text, at);
            let gap = text.slice(at..at + length);
            let own = gap.iter().find(|byte| !byte.is_ascii_whitespace());
            if length > 0 && (also_blanks || own.is_some()) {
                let own = own.map_or(' ', |byte| char::from(*byte));
                respelled.push(sign.unwrap_or(own), at);
                skipped_until = at + length;
            } else if length > 0 && turns(text, at, at + length) {
                skipped_until = at + length;
            } else {
                respelled.push(character, at);
            }
        }
        respelled
    }

    fn push(&mut self, character: char, at: usize) {
        self.text.push(character);
        let within = at..at + character.len_utf8();
        self.places.extend(within);
    }

    /// Where references stand in the normalised text.
    pub(super) fn found(&self, text: &NormalisedText<'_>, cases: &[Regex]) -> Vec<Range<usize>> {
        let all = cases.iter().flat_map(|case| references(case, &self.text));
        let place = |at: usize| self.places.get(at).copied();
        let in_text = |reference: Range<usize>| {
            let start = place(reference.start).unwrap_or(self.end);
            start..place(reference.end - 1).map_or(self.end, |at| at + 1)
        };
        all.map(in_text)
            .filter(|reference| is_reference(text, reference))
            .collect()
    }
}

/// Whether what a pattern finds with other signs is a reference as well: parts with signs between them,
/// figures in two of them or letters that are capitals. `May 2026`, `AGM 2026` and `and 0412` are none to
/// a pattern of three letters, a dash and four figures.
fn is_reference(text: &NormalisedText<'_>, found: &Range<usize>) -> bool {
    let written = text.slice(found.clone());
    let has = |of: fn(&u8) -> bool| written.iter().any(of);
    let mut parts = words(written);
    let years = parts.nth(1).filter(|_| parts.next().is_none());
    let year = years.and_then(|year| str::from_utf8(year).ok()?.parse().ok());
    let is_year = year.is_some_and(|year: u32| (1900..=2100).contains(&year));
    let is_figures = |word: &&[u8]| word.iter().all(u8::is_ascii_digit);
    let are_many = words(written).filter(is_figures).count() >= 2;
    let are_capitals = found
        .clone()
        .all(|at| !text.at(at).is_ascii_alphabetic() || text.capital(at));
    has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
        && has(|byte| !of_word(*byte))
        && (are_capitals || are_many)
        && !is_year
        && dates::month(text, found.start).is_none()
}

/// Where a pattern finds references in a text.
pub(super) fn references(case: &Regex, text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Telling that there is none is much faster than telling where they are.
    let mut from = if case.is_match(text) { Some(0) } else { None };
    // Not `captures_iter`: an underscore between two references belongs to both.
    while let Some(at) = from {
        let captures = case.captures_at(text, at);
        let reference = captures.and_then(|captures| captures.get(1));
        let reference = reference.filter(|reference| reference.end() > at);
        from = reference.map(|reference| reference.end());
        found.extend(reference.map(|reference| reference.range()));
    }
    found
}

/// Whether letters end before a gap and digits begin behind it, or the other way round.
fn turns(text: &NormalisedText<'_>, from: usize, to: usize) -> bool {
    let (before, behind) = (text.before(from), text.at(to));
    before.is_ascii_digit() != behind.is_ascii_digit()
}

/// How many signs stand at a place between two letters or digits, if they may part a reference: blanks
/// with at most one other sign, and at most one line break behind that.
fn signs(text: &NormalisedText<'_>, at: usize) -> usize {
    let run = text.slice(at..at + MOST + 1);
    let length = run.iter().take_while(|byte| !of_word(**byte)).count();
    let signs = run.get(..length).unwrap_or(&[]);
    let is_sign = |byte: &u8| b"-/._".contains(byte);
    let others = signs.iter().filter(|byte| is_sign(byte)).count();
    let are_known = signs
        .iter()
        .all(|byte| is_sign(byte) || b" \n".contains(byte));
    let is_broken = signs.contains(&b'\n') && others == 0;
    let is_between = of_word(text.before(at)) && of_word(text.at(at + length));
    let may_part = are_known && others <= 1 && !is_broken && is_between;
    if (1..=MOST).contains(&length) && may_part {
        length
    } else {
        0
    }
}
