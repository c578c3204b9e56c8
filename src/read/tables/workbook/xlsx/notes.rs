//! What people noted at cells.

use quick_xml::events::Event;

use super::margins::place;
use super::outline::{Outline, related};
use crate::read::tables::workbook::Note;
use crate::read::tables::workbook::limits::Budget;
use crate::read::tables::workbook::package::Package;
use crate::read::tables::workbook::refused::Refused;
use crate::read::tables::workbook::xml::{attribute, damaged, push_reference, reader};

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
    let mut reader = reader(part);
    let mut buffer = Vec::new();
    let mut note: Option<Note> = None;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) if element.local_name().as_ref() == "comment" => {
                let place = attribute(&element, "ref").and_then(|cell| place(&cell));
                note = place.map(|(row, column)| Note {
                    sheet,
                    row: row + 1,
                    column,
                    text: String::new(),
                });
            }
            Event::Text(text) => {
                if let Some(note) = &mut note {
                    budget.take_text(&text)?;
                    note.text.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(reference) => {
                if let Some(note) = &mut note {
                    push_reference(&reference, &mut note.text);
                }
            }
            Event::End(element) if element.local_name().as_ref() == "comment" => {
                if let Some(note) = note.take().filter(|note| !note.text.trim().is_empty()) {
                    budget.take_one()?;
                    notes.push(note);
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
