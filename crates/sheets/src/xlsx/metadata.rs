//! What calamine does not tell of a sheet: its hidden rows, its merged cells, formulas without a
//! result, errors that are newer than those it knows, and where a cell stands that it cannot read.

use quick_xml::events::BytesStart;

use super::outline::Outline;
use crate::error::Error;
use crate::limits::{Budget, COLUMNS, ROWS};
use crate::package::Package;
use crate::page_text;
use crate::sheet::{Cell, MergedCells, UnreadableCell};
use crate::xml::{Xml, XmlEvent, attribute, number, says_yes};

/// The errors that calamine knows.
const KNOWN: &[&str] = &[
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
];

/// What is printed above and below pages: all, or every other, or the first.
const PAGE_TEXTS: &[&str] = &[
    "oddHeader",
    "evenHeader",
    "firstHeader",
    "oddFooter",
    "evenFooter",
    "firstFooter",
];

/// What stands in a sheet beside its values.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// The numbers of the rows that people do not see, from 1.
    pub(super) hidden: Vec<u32>,
    /// Cells that were merged.
    pub(super) merged: Vec<MergedCells>,
    /// What calamine does not know of cells, row and column from 0: newer errors, and formulas
    /// without a result.
    pub(super) cells: Vec<(u32, u32, Cell)>,
    /// What is printed above and below every page.
    pub(super) page_texts: Vec<String>,
}

impl Metadata {
    /// Reads the metadata of a sheet. Where rows have no numbers, they follow one another. In a
    /// workbook that is to be calculated, a result of 0 is what a script wrote for want of one.
    pub(super) fn read(
        package: &mut Package<'_>,
        sheet: &Outline,
        to_be_calculated: bool,
        budget: &mut Budget,
    ) -> Result<Metadata, Error> {
        let part = package.part(&sheet.part).ok_or(Error::Damaged)?;
        let mut xml = Xml::new(part);
        let mut buffer = Vec::new();
        let mut metadata = Metadata::default();
        let mut row = 0_u32;
        let mut cell: Option<XlsxCell> = None;
        let mut page_text = None;
        loop {
            match xml.next(&mut buffer)? {
                XmlEvent::Begin(element) => match element.local_name().as_ref() {
                    "row" => {
                        row = number(&element, "r").unwrap_or(row.saturating_add(1));
                        if says_yes(&element, "hidden") {
                            budget.take_cell()?;
                            metadata.hidden.push(row);
                        }
                    }
                    "c" => cell = XlsxCell::new(&element)?,
                    "mergeCell" => metadata.merge(&element, budget)?,
                    name if PAGE_TEXTS.contains(&name) => page_text = Some(String::new()),
                    name => cell.iter_mut().for_each(|cell| cell.begin(name)),
                },
                XmlEvent::Text(text) => {
                    if let Some(page_text) = &mut page_text {
                        budget.take_text(text.len())?;
                        page_text.push_str(&text);
                    } else if let Some(cell) = &mut cell
                        && cell.shows_new_error(&text)
                    {
                        budget.take_text(text.len())?;
                        metadata.put(cell.place, Cell::Error(text.into_owned()), budget)?;
                    }
                }
                XmlEvent::End(element) => match element.local_name().as_ref() {
                    "c" => {
                        if let Some(cell) = cell
                            .take()
                            .filter(|cell| cell.lacks_result(to_be_calculated))
                        {
                            metadata.put(
                                cell.place,
                                Cell::Unreadable(UnreadableCell::NoResult),
                                budget,
                            )?;
                        }
                    }
                    name if PAGE_TEXTS.contains(&name) => {
                        metadata.add_page_text(page_text.take(), budget)?;
                    }
                    _ => cell.iter_mut().for_each(|cell| cell.in_value = false),
                },
                XmlEvent::Done => break,
            }
        }
        metadata.hidden.sort_unstable();
        Ok(metadata)
    }

    fn put(&mut self, place: (u32, u32), cell: Cell, budget: &mut Budget) -> Result<(), Error> {
        budget.take_cell()?;
        self.cells.push((place.0, place.1, cell));
        Ok(())
    }

    fn add_page_text(&mut self, text: Option<String>, budget: &mut Budget) -> Result<(), Error> {
        let text = text.map(|text| page_text::without_codes(&text));
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            budget.take_cell()?;
            self.page_texts.push(text);
        }
        Ok(())
    }

    fn merge(&mut self, element: &BytesStart<'_>, budget: &mut Budget) -> Result<(), Error> {
        let block = attribute(element, "ref");
        let block = block.as_deref().and_then(|block| block.split_once(':'));
        let Some((first, last)) = block else {
            return Ok(());
        };
        if let (Some(first), Some(last)) = (place(first), place(last)) {
            budget.take_cell()?;
            self.merged.push(MergedCells {
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

/// What a cell says that its value is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellType {
    Error,
    /// A text of its own, which may be one without a sign.
    Text,
    Other,
}

/// What is stored with a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stored {
    Nothing,
    /// The number 0.
    Zero,
    Something,
}

/// A cell, while it is read.
struct XlsxCell {
    /// Its row and column, from 0.
    place: (u32, u32),
    kind: CellType,
    has_formula: bool,
    result: Stored,
    /// Whether its value is being read.
    in_value: bool,
}

impl XlsxCell {
    /// A cell at its first tag; nothing where it does not say its place. There can be millions, so
    /// this looks at their attributes as one text first. A place outside every sheet is damage;
    /// calamine takes it for one inside.
    fn new(cell: &BytesStart<'_>) -> Result<Option<Self>, Error> {
        let Some(place) = attribute(cell, "r").map(|cell| place(&cell)) else {
            return Ok(None);
        };
        let attributes = cell.attributes_raw();
        let is_of_type = |kind: &str, quoted: [&str; 2]| {
            let perhaps = quoted.iter().any(|quoted| attributes.contains(quoted));
            perhaps && attribute(cell, "t").is_some_and(|said| said == kind)
        };
        Ok(Some(XlsxCell {
            place: place.ok_or(Error::Damaged)?,
            kind: if is_of_type("e", ["\"e\"", "'e'"]) {
                CellType::Error
            } else if is_of_type("str", ["\"str\"", "'str'"]) {
                CellType::Text
            } else {
                CellType::Other
            },
            has_formula: false,
            result: Stored::Nothing,
            in_value: false,
        }))
    }

    /// An element begins inside of the cell.
    fn begin(&mut self, name: &str) {
        self.in_value = name == "v";
        self.has_formula |= name == "f";
        if self.in_value && self.kind == CellType::Text {
            self.result = Stored::Something;
        }
    }

    /// Whether a text inside of the cell is an error that calamine does not know.
    fn shows_new_error(&mut self, text: &str) -> bool {
        if self.in_value && !text.is_empty() {
            self.result = if self.kind == CellType::Other && text == "0" {
                Stored::Zero
            } else {
                Stored::Something
            };
        }
        self.in_value && self.kind == CellType::Error && is_new_error(text)
    }

    fn lacks_result(&self, to_be_calculated: bool) -> bool {
        let is_none = match self.result {
            Stored::Nothing => true,
            Stored::Zero => to_be_calculated,
            Stored::Something => false,
        };
        self.has_formula && is_none
    }
}

/// The places of cells that calamine could not read, by their numbers among all cells of a sheet,
/// from 0 and in order. Where the row or the cell does not say its place, calamine has put those behind
/// it into wrong ones.
pub(super) fn places(
    package: &mut Package<'_>,
    sheet: &Outline,
    cells: &[usize],
) -> Result<Vec<(u32, u32)>, Error> {
    let part = package.part(&sheet.part).ok_or(Error::Damaged)?;
    let mut xml = Xml::new(part);
    let mut buffer = Vec::new();
    let mut places = Vec::with_capacity(cells.len());
    let mut wanted = cells.iter().copied().peekable();
    let mut at = 0;
    while wanted.peek().is_some() {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(element) => match element.local_name().as_ref() {
                "c" => {
                    if wanted.next_if_eq(&at).is_some() {
                        let found = attribute(&element, "r").and_then(|cell| place(&cell));
                        places.push(found.ok_or(Error::Damaged)?);
                    }
                    at += 1;
                }
                "row" if attribute(&element, "r").is_some() && number(&element, "r").is_none() => {
                    return Err(Error::Damaged);
                }
                _ => {}
            },
            XmlEvent::Done => return Err(Error::Damaged),
            XmlEvent::End(_) | XmlEvent::Text(_) => {}
        }
    }
    Ok(places)
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
