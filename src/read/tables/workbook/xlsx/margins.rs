//! What calamine does not tell of a sheet: its hidden rows, its joined cells, and errors that are
//! newer than those it knows.

use quick_xml::events::BytesStart;

use super::outline::Outline;
use crate::read::tables::sheet::Joined;
use crate::read::tables::workbook::limits::{Budget, COLUMNS, ROWS};
use crate::read::tables::workbook::package::Package;
use crate::read::tables::workbook::refused::Refused;
use crate::read::tables::workbook::xml::{Piece, Xml, attribute, number, says_yes};

/// The errors that calamine knows.
const KNOWN: &[&str] = &[
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
];

/// What stands in a sheet beside its values.
#[derive(Debug, Default)]
pub(super) struct Margins {
    /// The numbers of the rows that people do not see, from 1.
    pub(super) hidden: Vec<u32>,
    /// Cells that were joined.
    pub(super) joined: Vec<Joined>,
    /// Cells that show an error which calamine does not know, row and column from 0.
    pub(super) errors: Vec<(u32, u32, String)>,
}

impl Margins {
    /// Reads the margins of a sheet. Where rows have no numbers, they follow one another.
    pub(super) fn read(
        package: &mut Package<'_>,
        sheet: &Outline,
        budget: &mut Budget,
    ) -> Result<Margins, Refused> {
        let part = package.part(&sheet.part).ok_or(Refused::Damaged)?;
        let mut xml = Xml::new(part);
        let mut buffer = Vec::new();
        let mut margins = Margins::default();
        let mut row = 0_u32;
        // The cell of an error, and the same while its value is read.
        let (mut error, mut value) = (None, None);
        loop {
            match xml.next(&mut buffer)? {
                Piece::Begin(element) => match element.local_name().as_ref() {
                    "row" => {
                        row = number(&element, "r").unwrap_or(row.saturating_add(1));
                        if says_yes(&element, "hidden") {
                            budget.take_one()?;
                            margins.hidden.push(row);
                        }
                    }
                    "c" => error = cell(&element)?,
                    "v" => value = error,
                    "f" => value = None,
                    "mergeCell" => margins.join(&element, budget)?,
                    _ => {}
                },
                Piece::Text(text) => {
                    if let Some((row, column)) = value.filter(|_| is_new_error(&text)) {
                        budget.take_one()?;
                        budget.take_text(&text)?;
                        margins.errors.push((row, column, text.into_owned()));
                    }
                }
                Piece::Done => break,
                Piece::End(_) => {}
            }
        }
        margins.hidden.sort_unstable();
        Ok(margins)
    }

    fn join(&mut self, element: &BytesStart<'_>, budget: &mut Budget) -> Result<(), Refused> {
        let block = attribute(element, "ref");
        let block = block.as_deref().and_then(|block| block.split_once(':'));
        let Some((first, last)) = block else {
            return Ok(());
        };
        if let (Some(first), Some(last)) = (place(first), place(last)) {
            budget.take_one()?;
            self.joined.push(Joined {
                rows: first.0 + 1..=last.0 + 1,
                columns: first.1..=last.1,
            });
        }
        Ok(())
    }
}

fn is_new_error(text: &str) -> bool {
    text.starts_with('#') && !KNOWN.contains(&text)
}

/// The place of a cell, if it shows an error. Most cells do not, so this looks at their attributes
/// as one text first. A place outside every sheet is damage; calamine takes it for one inside.
fn cell(cell: &BytesStart<'_>) -> Result<Option<(u32, u32)>, Refused> {
    let Some(place) = attribute(cell, "r").map(|cell| place(&cell)) else {
        return Ok(None);
    };
    let place = place.ok_or(Refused::Damaged)?;
    let attributes = cell.attributes_raw();
    let perhaps = attributes.contains("\"e\"") || attributes.contains("'e'");
    let shows_error = perhaps && attribute(cell, "t").is_some_and(|kind| kind == "e");
    Ok(shows_error.then_some(place))
}

/// The row and column of a cell, both from 0: `D14`.
pub(super) fn place(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, digits) = cell.split_at_checked(digits)?;
    let row = digits.parse::<u32>().ok()?.checked_sub(1)?;
    let mut column = 0_u32;
    for letter in letters.bytes() {
        let letter = letter.to_ascii_uppercase().checked_sub(b'A')?;
        if letter > 25 || column > COLUMNS {
            return None;
        }
        column = column * 26 + u32::from(letter) + 1;
    }
    let column = column.checked_sub(1)?;
    (row < ROWS && column < COLUMNS).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places_of_cells() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("D14"), Some((13, 3)));
        assert_eq!(place("AA2"), Some((1, 26)));
        assert_eq!(place("XFD1048576"), Some((1_048_575, 16_383)));
        for none in [
            "XFE1",
            "A1048577",
            "A0",
            "A",
            "1",
            "",
            "ZZZZZZZZZZ1",
            "É1",
            "A-1",
        ] {
            assert_eq!(place(none), None, "{none}");
        }
    }
}
