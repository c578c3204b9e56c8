//! Values below a heading that is the name of a field about a child, in tables with bars, tabs,
//! commas or semicolons between the cells.

use std::ops::Range;

use super::names::{ChildValue, can_end, meaning};
use super::value::{report, says_something};
use crate::find::Found;
use crate::find::normalised::{NormalisedText, words};

/// The values below headings that are names of fields about a child.
pub(super) fn find(text: &NormalisedText<'_>, found: &mut Vec<Found>) {
    let lines = lines(text);
    let mut headings: Vec<(usize, ChildValue)> = Vec::new();
    let mut table = (0, 0);
    for line in lines {
        let whole = text.slice(line.clone());
        let Some(sign) = [b'|', b'\t', b';', b',']
            .into_iter()
            .find(|sign| whole.contains(sign))
        else {
            headings.clear();
            continue;
        };
        let of_interest = |cell: &[u8]| words(cell).next_back().is_some_and(can_end);
        if headings.is_empty() && !whole.split(|byte| *byte == sign).any(of_interest) {
            continue;
        }
        let cells = cells(text, line, sign);
        if !headings.is_empty() && table == (sign, cells.len()) {
            for (column, kind) in &headings {
                if let Some(cell) = cells
                    .get(*column)
                    .filter(|cell| says_something(text.slice((*cell).clone()), *kind))
                {
                    report(text, cell.clone(), found);
                }
            }
            continue;
        }
        table = (sign, cells.len());
        headings = cells
            .iter()
            .enumerate()
            .filter_map(|(column, cell)| Some((column, meaning(text.slice(cell.clone()), true)?)))
            .collect();
    }
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
