//! Workbooks of Excel from 97 to 2003, a stream of records (MS-XLS). They are read here record by
//! record: calamine keeps each sheet as one rectangle, however few of its cells are filled, copies
//! a text that stands in many cells as often as a file asks for, and follows a damaged container
//! for ever.

mod book;
pub(super) mod container;
mod notes;
mod record;
mod sheet;
mod strings;

use crate::error::Error;
use crate::limits::Budget;
use crate::workbook::{Workbook, WorkbookFormat};

/// Reads a workbook from its stream.
pub(super) fn read(stream: &[u8]) -> Result<Workbook, Error> {
    let book = book::Book::read(stream)?;
    let mut budget = Budget::new();
    let mut workbook = Workbook::new(WorkbookFormat::Xls);
    // Sheets do not overlap, so no more is gone through than there is.
    let mut left = stream.len();
    for place in &book.places {
        let part = stream.get(place.at..).ok_or(Error::CutOff)?;
        sheet::read(part, &mut left, &book, place, &mut budget, &mut workbook)?;
    }
    // Nor do charts, of which each ends before the next.
    let ends = book.charts.iter().skip(1).copied().chain([stream.len()]);
    let mut charts = book.charts.iter().zip(ends);
    workbook.has_more = charts.any(|(start, end)| {
        let chart = stream.get(*start..end);
        chart.is_some_and(notes::has_texts)
    });
    Ok(workbook)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::workbook::Note;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        let head = [kind.to_le_bytes(), length.to_le_bytes()].concat();
        [head.as_slice(), data].concat()
    }

    fn begin(kind: u16) -> Vec<u8> {
        let bytes = [0x600_u16.to_le_bytes(), kind.to_le_bytes(), [0; 2], [0; 2]];
        record(0x809, &bytes.concat())
    }

    fn end() -> Vec<u8> {
        record(0x0A, &[])
    }

    /// A chart with a title.
    fn chart(title: &str) -> Vec<u8> {
        let length = u8::try_from(title.len()).unwrap();
        let text = [&[0, 0, length, 0], title.as_bytes()].concat();
        [begin(0x20), record(0x100D, &text), end()].concat()
    }

    /// A workbook with one sheet of a kind, by the number that the format has for it.
    fn book(kind: u8, sheet: &[u8]) -> Vec<u8> {
        let place = |at: usize| {
            let at = u32::try_from(at).unwrap().to_le_bytes();
            let named = [0, kind, 3, 0, b'L', b'o', b'g'];
            record(0x85, &[at.as_slice(), &named].concat())
        };
        let head = [begin(0x05), place(0), end()].concat();
        [begin(0x05), place(head.len()), end(), sheet.to_vec()].concat()
    }

    #[test]
    fn what_is_typed_into_charts() {
        let on_a_sheet = [begin(0x10), chart("Typed title"), chart(" "), end()].concat();
        let workbook = read(&book(0, &on_a_sheet)).unwrap();
        let expected = Note {
            sheet: 0,
            cell: None,
            text: "Typed title".to_owned(),
        };
        assert_eq!(workbook.notes, [expected]);
        assert!(!workbook.has_more);
        // A sheet that is a chart has no place among the sheets.
        for (title, has_more) in [("Typed title", true), ("", false)] {
            let workbook = read(&book(2, &chart(title))).unwrap();
            assert!(workbook.notes.is_empty() && workbook.sheets.is_empty());
            assert_eq!(workbook.has_more, has_more);
        }
    }
}
