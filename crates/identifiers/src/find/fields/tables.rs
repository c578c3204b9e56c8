//! Values below a heading that is the name of a field about a child, or that says that they are
//! telephone numbers, in tables with bars, tabs, commas or semicolons between the cells.

use std::ops::Range;

use super::field_words::can_end;
use super::names::{ChildValue, meaning};
use super::people;
use super::value::{report, says_something};
use crate::find::normalised::{NormalisedText, is_one_of, words};
use crate::find::signs::Signs;
use crate::find::{Found, phone};

/// The values below headings that are names of fields about a child.
pub(super) fn find(text: &NormalisedText<'_>, phones: &[String], found: &mut Vec<Found>) {
    let lines = lines(text);
    let mut headings: Vec<(usize, Column)> = Vec::new();
    let mut table = (0, 0);
    for line in lines {
        let whole = text.slice(line.clone());
        let Some(sign) = separator(whole) else {
            headings.clear();
            continue;
        };
        let of_interest = |cell: &[u8]| {
            words(cell)
                .next_back()
                .is_some_and(|word| can_end(word) || is_telephone(word))
        };
        if headings.is_empty() && !whole.split(|byte| *byte == sign).any(of_interest) {
            continue;
        }
        let cells = cells(text, line, sign);
        if !headings.is_empty() && table == (sign, cells.len()) {
            for (column, what) in &headings {
                if let Some(cell) = cells.get(*column) {
                    what.find(text, cell, phones, found);
                }
            }
            continue;
        }
        table = (sign, cells.len());
        headings = cells
            .iter()
            .enumerate()
            .filter_map(|(column, cell)| Some((column, Column::of(text.slice(cell.clone()))?)))
            .collect();
    }
}

/// The sign between the cells of a line, if it has cells.
fn separator(line: &[u8]) -> Option<u8> {
    const SEPARATORS: [u8; 4] = [b'|', b'\t', b';', b','];
    const SIGNS: Signs = Signs::of(&SEPARATORS);
    SIGNS.places(line).next()?;
    SEPARATORS.into_iter().find(|sign| line.contains(sign))
}

/// What is below a heading.
enum Column {
    /// Something about a child.
    Child(ChildValue),
    /// Telephone numbers.
    Telephone,
}

impl Column {
    fn of(heading: &[u8]) -> Option<Column> {
        // Lists and groups of records have commas as well.
        if heading.iter().any(|byte| b"[]{}:=".contains(byte)) {
            return None;
        }
        let child = meaning(heading, true).map(Column::Child);
        let ends = words(heading).next_back().is_some_and(is_telephone);
        // `Number` may be that of anything.
        let mut named =
            words(heading).filter(|word| is_telephone(word) || is_one_of("contact", word));
        let is_telephone = ends && named.any(|word| !is_one_of("no number numbers", word));
        child.or_else(|| is_telephone.then_some(Column::Telephone))
    }

    /// Reports what is in a cell, if it is what its heading says.
    fn find(
        &self,
        text: &NormalisedText<'_>,
        cell: &Range<usize>,
        phones: &[String],
        found: &mut Vec<Found>,
    ) {
        match self {
            Column::Telephone => phone::in_cell(text, cell, phones, found),
            Column::Child(kind) => {
                let is_value = match kind.least_words() {
                    Some(least) => people::are_names(text, cell.clone(), least),
                    None => says_something(text.slice(cell.clone()), *kind),
                };
                if is_value {
                    report(text, cell.clone(), found);
                }
            }
        }
    }
}

/// Whether a heading that ends in a word says that telephone numbers are below it.
fn is_telephone(word: &[u8]) -> bool {
    let words: &[&[u8]] = match word.last() {
        Some(b'e') => &[b"telephone", b"phone", b"mobile", b"landline"],
        Some(b'l') => &[b"tel", b"cell"],
        Some(b'b') => &[b"mob"],
        Some(b'o') => &[b"no"],
        Some(b'p') => &[b"whatsapp"],
        Some(b'r') => &[b"number"],
        Some(b's') => &[b"mobiles", b"phones", b"numbers"],
        Some(b't') => &[b"contact"],
        _ => &[],
    };
    words.contains(&word)
}

fn lines(text: &NormalisedText<'_>) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.bytes().split(|byte| *byte == b'\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    })
}

/// The cells of a line without the blanks around them. A separator between double quotes is none.
fn cells(text: &NormalisedText<'_>, line: Range<usize>, sign: u8) -> Vec<Range<usize>> {
    let mut quoted = false;
    text.slice(line.clone())
        .split(|byte| {
            quoted ^= *byte == b'"';
            *byte == sign && !quoted
        })
        .scan(line.start, |start, cell| {
            let blanks = cell.len() - cell.trim_ascii_start().len();
            let from = *start + blanks;
            *start += cell.len() + 1;
            Some(from..from + cell.trim_ascii().len())
        })
        .collect()
}
