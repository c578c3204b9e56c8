//! What people noted at cells.

use super::margins::place;
use super::outline::{Outline, related};
use crate::read::tables::workbook::Note;
use crate::read::tables::workbook::limits::Budget;
use crate::read::tables::workbook::package::Package;
use crate::read::tables::workbook::refused::Refused;
use crate::read::tables::workbook::xml::{Piece, Xml, attribute};

/// Adds the notes of a sheet. Comments that answer one another are kept a second time as notes for
/// older programs, so that reading those is enough.
pub(super) fn read(
    package: &mut Package<'_>,
    sheet: &Outline,
    at: usize,
    budget: &mut Budget,
    notes: &mut Vec<Note>,
) -> Result<(), Refused> {
    let others = related(package, &sheet.part)?;
    for other in others.iter().filter(|other| other.kind == "comments") {
        of_part(package, &other.part, at, budget, notes)?;
    }
    Ok(())
}

fn of_part(
    package: &mut Package<'_>,
    part: &str,
    sheet: usize,
    budget: &mut Budget,
    notes: &mut Vec<Note>,
) -> Result<(), Refused> {
    let Some(part) = package.part(part) else {
        return Ok(());
    };
    let mut xml = Xml::new(part);
    let mut buffer = Vec::new();
    let mut note: Option<Note> = None;
    loop {
        match xml.next(&mut buffer)? {
            Piece::Begin(element) if element.local_name().as_ref() == "comment" => {
                let place = attribute(&element, "ref").and_then(|cell| place(&cell));
                note = place.map(|(row, column)| Note {
                    sheet,
                    row: row + 1,
                    column,
                    text: String::new(),
                });
            }
            Piece::Text(text) => {
                if let Some(note) = &mut note {
                    budget.take_text(&text)?;
                    note.text.push_str(&text);
                }
            }
            Piece::End(element) if element.local_name().as_ref() == "comment" => {
                if let Some(note) = note.take().filter(|note| !note.text.trim().is_empty()) {
                    budget.take_one()?;
                    notes.push(note);
                }
            }
            Piece::Done => return Ok(()),
            Piece::Begin(_) | Piece::End(_) => {}
        }
    }
}
