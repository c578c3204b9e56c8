//! What people wrote beside cells. A note is a drawing on the sheet with a number, the text of the
//! drawing, and much later the cell that it belongs to; a text box has no cell, nor has a chart.

use std::collections::BTreeMap;

use super::record::{BiffRecord, BiffRecords, u16_at};
use super::strings::Bytes;
use crate::error::Error;
use crate::limits::Budget;
use crate::page_text;
use crate::workbook::Note;

/// Records of notes (MS-XLS 2.3).
mod kind {
    pub(super) const DRAWING: u16 = 0x5D;
    pub(super) const TEXT: u16 = 0x1B6;
    pub(super) const NOTE: u16 = 0x1C;
    pub(super) const HEADER: u16 = 0x14;
    pub(super) const FOOTER: u16 = 0x15;
    pub(super) const END: u16 = 0x0A;
    /// A title, or the name of what a chart shows.
    pub(super) const CHART_TEXT: u16 = 0x100D;
}

/// The notes of a sheet.
pub(super) struct Notes {
    sheet: usize,
    drawing: u16,
    texts: BTreeMap<u16, String>,
    found: Vec<Note>,
}

impl Notes {
    /// No notes yet.
    pub(super) fn new(sheet: usize) -> Self {
        Notes {
            sheet,
            drawing: 0,
            texts: BTreeMap::new(),
            found: Vec::new(),
        }
    }

    /// Takes a record, if it is about notes. A note that cannot be read is no reason to lose the
    /// sheet.
    pub(super) fn take(
        &mut self,
        record: &BiffRecord<'_>,
        budget: &mut Budget,
    ) -> Result<(), Error> {
        match record.kind {
            kind::DRAWING => self.drawing = u16_at(record.data, 6).unwrap_or(0),
            kind::TEXT => {
                let length = u16_at(record.data, 10).map_or(0, usize::from);
                let text = Bytes::continued(record).text_of(length);
                if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
                    budget.take_text(text.len())?;
                    self.texts.insert(self.drawing, text);
                }
            }
            kind::NOTE => {
                let text = u16_at(record.data, 6).and_then(|number| self.texts.remove(&number));
                let cell = u16_at(record.data, 0).zip(u16_at(record.data, 2));
                if let (Some(text), Some((row, column))) = (text, cell) {
                    budget.take_cell()?;
                    self.found.push(Note {
                        sheet: self.sheet,
                        cell: Some((u32::from(row) + 1, u32::from(column))),
                        text,
                    });
                }
            }
            kind::HEADER | kind::FOOTER => {
                let text = Bytes::alone(record.data).text();
                let text = text.map(|text| page_text::without_codes(&text));
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    budget.take_cell()?;
                    budget.take_text(text.len())?;
                    self.found.push(self.beside_cells(text));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Takes a record of a chart on the sheet, if it is a text.
    pub(super) fn take_of_chart(
        &mut self,
        record: &BiffRecord<'_>,
        budget: &mut Budget,
    ) -> Result<(), Error> {
        if let Some(text) = chart_text(record) {
            budget.take_cell()?;
            budget.take_text(text.len())?;
            self.found.push(self.beside_cells(text));
        }
        Ok(())
    }

    /// All of them. A text without a cell is that of a text box.
    pub(super) fn finish(mut self) -> Vec<Note> {
        let boxes = std::mem::take(&mut self.texts).into_values();
        let mut boxes: Vec<Note> = boxes.map(|text| self.beside_cells(text)).collect();
        self.found.append(&mut boxes);
        self.found
    }

    fn beside_cells(&self, text: String) -> Note {
        Note {
            sheet: self.sheet,
            cell: None,
            text,
        }
    }
}

/// Whether anything is written in a chart that is a sheet by itself.
pub(super) fn has_texts(chart: &[u8]) -> bool {
    let records = BiffRecords { rest: chart };
    let mut of_chart = records.take_while(|record| record.kind != kind::END);
    of_chart.any(|record| chart_text(&record).is_some())
}

/// The text that a record of a chart holds, behind two bytes that say nothing (MS-XLS 2.4.254).
fn chart_text(record: &BiffRecord<'_>) -> Option<String> {
    let data = record.data.get(2..)?;
    let text = (record.kind == kind::CHART_TEXT).then(|| Bytes::alone(data).short_text());
    text?.filter(|text| !text.trim().is_empty())
}
