//! What people wrote beside cells: at them, in text boxes, and into charts and diagrams.

use std::collections::BTreeSet;

use super::metadata::place;
use super::outline::related;
use crate::error::Error;
use crate::limits::Budget;
use crate::package::Package;
use crate::workbook::Note;
use crate::xml::{Xml, XmlEvent, attribute};

/// Elements of a chart with copies of cells (ECMA-376 part 1, 21.2), or with numbers.
const OF_CELLS: [&str; 4] = ["strRef", "multiLvlStrRef", "numRef", "numLit"];

/// Reads the notes of a workbook, sheet by sheet.
pub(super) struct NoteReader<'p, 'b> {
    package: &'p mut Package<'b>,
    budget: &'p mut Budget,
    /// The parts that were read. No program lets two sheets share one, and a file could ask for a large
    /// one as often as it has sheets.
    known: BTreeSet<String>,
    /// What was found.
    pub(super) notes: Vec<Note>,
}

impl<'p, 'b> NoteReader<'p, 'b> {
    /// One that has read nothing yet.
    pub(super) fn new(package: &'p mut Package<'b>, budget: &'p mut Budget) -> Self {
        NoteReader {
            package,
            budget,
            known: BTreeSet::new(),
            notes: Vec::new(),
        }
    }

    /// Adds the notes of a sheet, with the texts of its drawings and charts. Comments that answer one
    /// another are kept a second time as notes for older programs, as a rule. Whether all could be read.
    pub(super) fn read(&mut self, part: &str, sheet: usize) -> Result<bool, Error> {
        let others = related(self.package, part)?;
        for other in others.iter().filter(|other| other.kind == "comments") {
            self.comments(&other.part, sheet)?;
        }
        let mut drawings = others.iter().filter(|other| other.kind == "drawing");
        Ok(drawings.all(|other| self.drawing(&other.part, sheet).is_ok()))
    }

    /// Whether anything is written in a sheet that is a chart by itself.
    pub(super) fn has_texts(&mut self, chart: &str) -> bool {
        let before = self.notes.len();
        let are_all_read = matches!(self.read(chart, 0), Ok(true));
        let has_notes = self.notes.len() > before;
        // There is no sheet of which they could be told.
        self.notes.truncate(before);
        has_notes || !are_all_read
    }

    /// Adds what stands in a drawing, and in the charts and diagrams that are shown in it.
    fn drawing(&mut self, part: &str, sheet: usize) -> Result<(), Error> {
        if !self.texts(part, sheet)? {
            return Ok(());
        }
        for other in related(self.package, part)? {
            if matches!(other.kind.as_str(), "chart" | "chartEx" | "diagramData") {
                self.texts(&other.part, sheet)?;
            }
        }
        Ok(())
    }

    /// Adds what stands in the text boxes and shapes of a part, and in the titles of a chart. What a chart
    /// takes from cells is read there. Whether the part is read for the first time.
    fn texts(&mut self, part: &str, sheet: usize) -> Result<bool, Error> {
        if !self.known.insert(part.to_owned()) {
            return Ok(false);
        }
        let part = self.package.part(part).ok_or(Error::Damaged)?;
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
                    self.budget.take_text(more.len())?;
                    text.push_str(&more);
                }
                XmlEvent::Text(_) => {}
                XmlEvent::End(element) => {
                    is_text = false;
                    match element.local_name().as_ref() {
                        name if OF_CELLS.contains(&name) => is_of_cells = false,
                        "p" if !text.is_empty() => text.push('\n'),
                        "v" if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
                        "txBody" => {
                            let text = std::mem::take(&mut text);
                            beside_cells(text, sheet, self.budget, &mut self.notes)?;
                        }
                        _ => {}
                    }
                }
                // A text outside every box is a text all the same.
                XmlEvent::Done => {
                    beside_cells(text, sheet, self.budget, &mut self.notes)?;
                    return Ok(true);
                }
            }
        }
    }

    /// Adds the notes at cells of a part that holds them.
    fn comments(&mut self, part: &str, sheet: usize) -> Result<(), Error> {
        if !self.known.insert(part.to_owned()) {
            return Ok(());
        }
        let Some(part) = self.package.part(part) else {
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
                        self.budget.take_text(text.len())?;
                        note.text.push_str(&text);
                    }
                }
                XmlEvent::End(element) if element.local_name().as_ref() == "comment" => {
                    if let Some(note) = note.take().filter(|note| !note.text.trim().is_empty()) {
                        self.budget.take_cell()?;
                        self.notes.push(note);
                    }
                }
                XmlEvent::Done => return Ok(()),
                XmlEvent::Begin(_) | XmlEvent::End(_) => {}
            }
        }
    }
}

/// Adds a text that belongs to no cell, if it says anything.
fn beside_cells(
    text: String,
    sheet: usize,
    budget: &mut Budget,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    if !text.trim().is_empty() {
        budget.take_cell()?;
        notes.push(Note {
            sheet,
            cell: None,
            text,
        });
    }
    Ok(())
}
