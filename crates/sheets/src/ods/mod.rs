//! Workbooks of `LibreOffice` and others. They are read here piece by piece: calamine keeps each
//! sheet as one rectangle, however few of its cells are filled, and does not tell which rows are
//! hidden, which cells are merged and what was noted.

mod cell;
mod table;
mod text;

use std::borrow::Cow;
use std::collections::BTreeSet;

use quick_xml::events::BytesStart;

use crate::error::Error;
use crate::limits::{Budget, Limit, MOST_DETAILS, MOST_SHEETS};
use crate::package::Package;
use crate::sheet::Sheet;
use crate::workbook::{Note, Workbook, WorkbookFormat};
use crate::xml::{Xml, XmlEvent, attribute, each_element, says_no};
use text::ContentXml;

/// Parts of the contents that hold no sheets but may look like some: what was deleted, drawings,
/// tables that a program works with.
const PASSED_OVER: &[&str] = &[
    "tracked-changes",
    "forms",
    "shapes",
    "dde-links",
    "database-ranges",
    "data-pilot-tables",
    "consolidation",
    "content-validations",
    "named-expressions",
];

/// Reads a workbook.
pub(super) fn read(mut package: Package<'_>) -> Result<Workbook, Error> {
    let manifest = "META-INF/manifest.xml";
    each_element(
        &mut package,
        manifest,
        MOST_DETAILS,
        |element| match element.local_name().as_ref() {
            "encryption-data" => Err(Error::Protected),
            _ => Ok(()),
        },
    )?;
    let mut budget = Budget::new();
    let part = package.part("content.xml").ok_or(Error::Damaged)?;
    let mut workbook = contents(&mut Xml::new(part), &mut budget)?;
    if let Some(styles) = package.part("styles.xml") {
        let notes = &mut workbook.notes;
        workbook.has_more = page_texts(&mut Xml::new(styles), &mut budget, notes).is_err();
    }
    // Charts and other documents that are shown on a sheet are folders of the package, with contents of
    // their own.
    for part in package.ending_in("/content.xml") {
        if let Some(part) = package.part(&part) {
            let notes = &mut workbook.notes;
            workbook.has_more |= object(&mut Xml::new(part), &mut budget, notes).is_err();
        }
    }
    Ok(workbook)
}

/// Adds what is written in a chart or another document on a sheet, but for the copies of cells that a
/// chart shows. It does not say which sheet that is, so it is told of the first.
fn object(
    xml: &mut ContentXml<'_, '_>,
    budget: &mut Budget,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    let mut lines = None;
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(element) => match element.local_name().as_ref() {
                "p" | "h" => text::paragraph(xml, &mut lines, budget)?,
                "table" => xml.skip()?,
                _ => {}
            },
            XmlEvent::Done => break,
            XmlEvent::End(_) | XmlEvent::Text(_) => {}
        }
    }
    let text = lines.filter(|text| !text.trim().is_empty());
    text.map_or(Ok(()), |text| beside_cells(text, budget, notes))
}

/// Adds a text that belongs to no one cell.
fn beside_cells(text: String, budget: &mut Budget, notes: &mut Vec<Note>) -> Result<(), Error> {
    budget.take_cell()?;
    budget.take_text(text.len())?;
    notes.push(Note {
        sheet: 0,
        cell: None,
        text,
    });
    Ok(())
}

/// Adds what is printed above and below every page. It belongs to the kinds of pages, of which sheets
/// have one each, so it is told of the first sheet.
fn page_texts(
    xml: &mut ContentXml<'_, '_>,
    budget: &mut Budget,
    notes: &mut Vec<Note>,
) -> Result<(), Error> {
    const PARTS: [&str; 6] = [
        "header",
        "header-left",
        "header-first",
        "footer",
        "footer-left",
        "footer-first",
    ];
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(element) if PARTS.contains(&element.local_name().as_ref()) => {
                let mut lines = None;
                text::within(xml, &mut lines, budget)?;
                if let Some(text) = lines.filter(|text| !text.trim().is_empty()) {
                    beside_cells(text, budget, notes)?;
                }
            }
            XmlEvent::Done => return Ok(()),
            XmlEvent::Begin(_) | XmlEvent::End(_) | XmlEvent::Text(_) => {}
        }
    }
}

/// What holds for all sheets of a file.
#[derive(Default)]
struct Settings {
    /// The styles of sheets that people do not see.
    hidden: BTreeSet<String>,
    /// The style that is being described.
    style: String,
    from_1904: bool,
}

impl Settings {
    /// Takes notice of what an element says of sheets to come.
    fn note(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "style" => {
                let style = attribute(element, "name");
                self.style = style.unwrap_or_default().into_owned();
            }
            "table-properties" if says_no(element, "display") => {
                self.hidden.insert(self.style.clone());
            }
            "null-date" => {
                let first = attribute(element, "date-value");
                self.from_1904 = first.is_some_and(|first| first.starts_with("1904-01-01"));
            }
            _ => {}
        }
    }

    /// A sheet that has no cells yet.
    fn sheet(&self, element: &BytesStart<'_>) -> Sheet {
        let style = attribute(element, "style-name");
        Sheet {
            name: attribute(element, "name").map(Cow::into_owned),
            hidden: style.is_some_and(|style| self.hidden.contains(style.as_ref())),
            from_1904: self.from_1904,
            ..Sheet::default()
        }
    }
}

fn contents(xml: &mut ContentXml<'_, '_>, budget: &mut Budget) -> Result<Workbook, Error> {
    let mut buffer = Vec::new();
    let mut settings = Settings::default();
    let mut workbook = Workbook::new(WorkbookFormat::Ods);
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(element) => {
                let name = element.local_name();
                let name = name.as_ref();
                if name == "table" {
                    if workbook.sheets.len() == MOST_SHEETS {
                        return Err(Limit::Parts.into());
                    }
                    let sheet = settings.sheet(&element);
                    table::read(xml, sheet, budget, &mut workbook)?;
                } else if PASSED_OVER.contains(&name) {
                    xml.skip()?;
                } else {
                    settings.note(name, &element);
                }
            }
            XmlEvent::Done => return Ok(workbook),
            XmlEvent::End(_) | XmlEvent::Text(_) => {}
        }
    }
}
