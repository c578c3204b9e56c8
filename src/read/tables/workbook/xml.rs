//! Small helpers for reading XML piece by piece.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::package::Package;
use super::refused::Refused;

/// Reads a part as XML. Elements without content have a beginning and an end like all others.
pub(super) fn reader<R: BufRead>(part: R) -> Reader<R> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// XML that is not well formed is damage, whatever is wrong with it. The parts were unpacked once
/// already, so that the end of the file was there.
pub(super) fn damaged<E>(_: E) -> Refused {
    Refused::Damaged
}

/// The value of an attribute, by its name with or without the prefix.
pub(super) fn attribute<'t>(tag: &'t BytesStart<'_>, name: &str) -> Option<Cow<'t, str>> {
    // The check for attributes that are said twice takes quadratic time.
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false);
    let mut known = attributes.filter_map(Result::ok);
    let found = known.find(|attribute| {
        attribute.key.as_ref() == name || attribute.key.local_name().as_ref() == name
    })?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value)
}

/// An attribute that says yes or no.
pub(super) fn says_yes(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| matches!(value.as_ref(), "1" | "true" | "on"))
}

/// An attribute that is a number.
pub(super) fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// Adds what `&name;` or `&#65;` stands for. Entities of a file's own are not expanded, but kept
/// as they are written.
pub(super) fn push_reference(reference: &BytesRef<'_>, text: &mut String) {
    if let Some(known) = resolve_predefined_entity(reference) {
        text.push_str(known);
    } else if let Ok(Some(sign)) = reference.resolve_char_ref() {
        text.push(sign);
    } else {
        text.push('&');
        text.push_str(reference);
        text.push(';');
    }
}

/// Looks at each element of a part, if there is such a part.
pub(super) fn each_element(
    package: &mut Package<'_>,
    part: &str,
    mut look: impl FnMut(&BytesStart<'_>) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let Some(part) = package.part(part) else {
        return Ok(());
    };
    let mut reader = reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(damaged)?;
        if let Event::Start(element) = event {
            look(&element)?;
        } else if matches!(event, Event::Eof) {
            return Ok(());
        }
    }
}
