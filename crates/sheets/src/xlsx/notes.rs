//! What people wrote beside cells: at them, and in text boxes.

use super::metadata::place;
use super::outline::{Outline, related};
use crate::error::Error;
use crate::limits::Budget;
use crate::package::Package;
use crate::workbook::Note;
use crate::xml::{Xml, XmlEvent, attribute};

/// Adds the notes of a sheet, with the texts of its drawings and charts. Comments that answer one
/// another are kept a second time as notes for older programs, as a rule. Whether all could be read.
pub(super) fn read(
    package: &mut Package<'_>,
    sheet: &Outline,
    at: usize,
    budget: &mut Budget,
    notes: &mut Vec<Note>,
) -> Result<bool, Error> {
    let others = related(package, &sheet.part)?;
    for other in others.iter().filter(|other| other.kind == "comments") {
        of_part(package, &other.part, at, budget, notes)?;
    }
    let mut drawings = others.iter().filter(|other| other.kind == "drawing");
    Ok(drawings.all(|other| drawing(package, &other.part, at, budget, notes).is_ok()))
}

/// Whether anything is written in the drawings of a sheet that is no table, such as a chart by itself.
pub(super) fn has_texts(package: &mut Package<'_>, part: &str, budget: &mut Budget) -> bool {
    let mut notes = Vec::new();
    let sheet = Outline {
        name: String::new(),
        part: part.to_owned(),
    };
    let are_all_read = read(package, &sheet, 0, budget, &mut notes);
    !matches!(are_all_read, Ok(true)) || !notes.is_empty()
}

/// Adds what stands in a drawing, and in the charts and diagrams that are shown in it.
fn drawing(
    package: &mut Package<'_>,
    part: &str,
    sheet: usize,
    budget: &mut Budget,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    texts(package, part, sheet, budget, notes)?;
    for other in related(package, part)? {
        if matches!(other.kind.as_str(), "chart" | "chartEx" | "diagramData") {
            texts(package, &other.part, sheet, budget, notes)?;
        }
    }
    Ok(())
}

/// Elements of a chart with copies of cells (ECMA-376 part 1, 21.2), or with numbers.
const OF_CELLS: [&str; 4] = ["strRef", "multiLvlStrRef", "numRef", "numLit"];

/// Adds what stands in the text boxes and shapes of a part, and in the titles of a chart. What a chart
/// takes from cells is read there.
fn texts(
    package: &mut Package<'_>,
    part: &str,
    sheet: usize,
    budget: &mut Budget,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    let part = package.part(part).ok_or(Error::Damaged)?;
    let mut xml = Xml::new(part);
    let mut buffer = Vec::new();
    let mut text = String::new();
    let mut is_text = false;
    let mut is_of_cells = false;
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(element) => {
                let name = element.local_name();
                is_of_cells |= OF_CELLS.contains(&name.as_ref());
                is_text = name.as_ref() == "t" || name.as_ref() == "v" && !is_of_cells;
            }
            XmlEvent::Text(more) if is_text => {
                budget.take_text(more.len())?;
                text.push_str(&more);
            }
            XmlEvent::Text(_) => {}
            XmlEvent::End(element) => {
                is_text = false;
                match element.local_name().as_ref() {
                    name if OF_CELLS.contains(&name) => is_of_cells = false,
                    "p" if !text.is_empty() => text.push('\n'),
                    "v" if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
                    "txBody" if !text.trim().is_empty() => {
                        budget.take_cell()?;
                        notes.push(Note {
                            sheet,
                            cell: None,
                            text: std::mem::take(&mut text),
                        });
                    }
                    _ => {}
                }
            }
            // A text outside every box is a text all the same.
            XmlEvent::Done if text.trim().is_empty() => return Ok(()),
            XmlEvent::Done => {
                budget.take_cell()?;
                notes.push(Note {
                    sheet,
                    cell: None,
                    text,
                });
                return Ok(());
            }
        }
    }
}

/// Adds the notes of a part that holds them.
fn of_part(
    package: &mut Package<'_>,
    part: &str,
    sheet: usize,
    budget: &mut Budget,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    let Some(part) = package.part(part) else {
        return Ok(());
    };
    let mut xml = Xml::new(part);
    let mut buffer = Vec::new();
    let mut note: Option<Note> = None;
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(element) if element.local_name().as_ref() == "comment" => {
                let place = attribute(&element, "ref").and_then(|cell| place(&cell));
                note = place.map(|(row, column)| Note {
                    sheet,
                    cell: Some((row + 1, column)),
                    text: String::new(),
                });
            }
            XmlEvent::Text(text) => {
                if let Some(note) = &mut note {
                    budget.take_text(text.len())?;
                    note.text.push_str(&text);
                }
            }
            XmlEvent::End(element) if element.local_name().as_ref() == "comment" => {
                if let Some(note) = note.take().filter(|note| !note.text.trim().is_empty()) {
                    budget.take_cell()?;
                    notes.push(note);
                }
            }
            XmlEvent::Done => return Ok(()),
            XmlEvent::Begin(_) | XmlEvent::End(_) => {}
        }
    }
}
