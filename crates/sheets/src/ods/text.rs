//! Texts in cells and notes.

use quick_xml::events::BytesStart;

use crate::error::Error;
use crate::limits::Budget;
use crate::package::PackagePart;
use crate::xml::{Xml, XmlEvent, number};

/// The part of the package that holds the sheets.
pub(super) type ContentXml<'p, 'b> = Xml<PackagePart<'p, 'b>>;

/// Adds a paragraph behind its first tag up to its last. Each paragraph is a line of its own.
pub(super) fn paragraph(
    xml: &mut ContentXml<'_, '_>,
    lines: &mut Option<String>,
    budget: &mut Budget,
) -> Result<(), Error> {
    let mut text = match lines.take() {
        Some(before) => before + "\n",
        None => String::new(),
    };
    let mut depth = 0_usize;
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Text(inner) => push(&inner, &mut text),
            XmlEvent::Begin(inner) => {
                if is_within(&inner) {
                    depth += 1;
                    push_sign(&inner, &mut text, budget)?;
                } else {
                    xml.skip()?;
                }
            }
            XmlEvent::End(_) => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => break,
            },
            XmlEvent::Done => break,
        }
    }
    *lines = Some(text);
    Ok(())
}

/// Reads a note behind its first tag up to its last: its lines, not who wrote it and when.
pub(super) fn annotation(
    xml: &mut ContentXml<'_, '_>,
    budget: &mut Budget,
) -> Result<Option<String>, Error> {
    let mut lines = None;
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(inner) => match inner.local_name().as_ref() {
                "p" | "h" => paragraph(xml, &mut lines, budget)?,
                "list" | "list-item" | "list-header" => {}
                _ => xml.skip()?,
            },
            XmlEvent::End(end) if end.local_name().as_ref() == "annotation" => break,
            XmlEvent::Done => break,
            XmlEvent::End(_) | XmlEvent::Text(_) => {}
        }
    }
    Ok(lines.filter(|text| !text.trim().is_empty()))
}

/// Adds what is written in an element behind its first tag up to its last, such as a text box.
pub(super) fn within(
    xml: &mut ContentXml<'_, '_>,
    lines: &mut Option<String>,
    budget: &mut Budget,
) -> Result<(), Error> {
    let mut depth = 0_usize;
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(inner) => match inner.local_name().as_ref() {
                "p" | "h" => paragraph(xml, lines, budget)?,
                _ => depth += 1,
            },
            XmlEvent::End(_) => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Ok(()),
            },
            XmlEvent::Done => return Ok(()),
            XmlEvent::Text(_) => {}
        }
    }
}

/// Whether an element inside a paragraph belongs to its text; drawings and footnotes do not.
fn is_within(element: &BytesStart<'_>) -> bool {
    let name = element.name();
    let (name, prefix) = name.decompose();
    prefix.is_none_or(|prefix| prefix.as_ref() == "text") && name.as_ref() != "note"
}

/// Adds what an element stands for by itself: blanks, a tab, the end of a line.
fn push_sign(
    element: &BytesStart<'_>,
    text: &mut String,
    budget: &mut Budget,
) -> Result<(), Error> {
    match element.local_name().as_ref() {
        "s" => {
            let count = number(element, "c").unwrap_or(1) as usize;
            budget.take_text(count)?;
            text.extend(std::iter::repeat_n(' ', count));
        }
        "tab" => text.push('\t'),
        "line-break" => text.push('\n'),
        _ => {}
    }
    Ok(())
}

/// Adds a text in which line breaks and rows of blanks mean one blank (ODF 1.2, 6.1.2).
fn push(inner: &str, text: &mut String) {
    for sign in inner.chars() {
        if !matches!(sign, ' ' | '\t' | '\r' | '\n') {
            text.push(sign);
        } else if !text.is_empty() && !text.ends_with([' ', '\n', '\t']) {
            text.push(' ');
        }
    }
}
