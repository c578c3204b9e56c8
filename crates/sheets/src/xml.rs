//! Small helpers for reading XML piece by piece.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::error::Error;
use crate::limits::{LONGEST, Limit, MOST_PIECES, MOST_TEXT};
use crate::package::Package;

/// Elements inside one another. Workbooks have a dozen.
const DEEPEST: usize = 256;

/// A piece of XML.
pub(crate) enum XmlEvent<'e> {
    /// An element begins; one without content ends with the next piece.
    Begin(BytesStart<'e>),
    /// An element ends.
    End(BytesEnd<'e>),
    /// A text, or a part of one; none where something stands that only programs read.
    Text(Cow<'e, str>),
    /// Nothing more comes, and every element was ended.
    Done,
}

/// A part of which one piece may only take so much: the parser keeps all of it before it is seen
/// here.
struct Bounded<R> {
    part: R,
    /// The bytes that the piece has taken.
    taken: usize,
}

impl<R> Bounded<R> {
    fn is_used_up(&self) -> bool {
        self.taken > LONGEST
    }
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.is_used_up() {
            return Err(io::Error::other("a piece of XML without measure"));
        }
        self.part.fill_buf()
    }

    fn consume(&mut self, taken: usize) {
        self.taken += taken;
        self.part.consume(taken);
    }
}

/// A part of a package, read as XML piece by piece.
pub(crate) struct Xml<R> {
    reader: Reader<Bounded<R>>,
    depth: usize,
    text: usize,
    /// How many pieces it may still have.
    left: usize,
}

impl<R: BufRead> Xml<R> {
    /// Reads a part from its beginning.
    pub(crate) fn new(part: R) -> Self {
        let mut reader = Reader::from_reader(Bounded { part, taken: 0 });
        reader.config_mut().expand_empty_elements = true;
        Xml {
            reader,
            depth: 0,
            text: 0,
            left: MOST_PIECES,
        }
    }

    /// The next piece. The parts were unpacked to their ends once already, so an element that is
    /// not ended was never whole.
    pub(crate) fn next<'e>(&mut self, buffer: &'e mut Vec<u8>) -> Result<XmlEvent<'e>, Error> {
        buffer.clear();
        self.left = self.left.checked_sub(1).ok_or(Limit::Pieces)?;
        self.reader.get_mut().taken = 0;
        let event = match self.reader.read_event_into(buffer) {
            Ok(event) => event,
            Err(_) if self.reader.get_ref().is_used_up() => return Err(Limit::OneText.into()),
            Err(_) => return Err(Error::Damaged),
        };
        let text = match event {
            Event::Start(element) | Event::Empty(element) => {
                self.depth += 1;
                let deep = self.depth > DEEPEST;
                return if deep {
                    Err(Error::Damaged)
                } else {
                    Ok(XmlEvent::Begin(element))
                };
            }
            Event::End(element) => {
                self.depth = self.depth.saturating_sub(1);
                return Ok(XmlEvent::End(element));
            }
            Event::Eof => {
                let whole = self.depth == 0;
                return if whole {
                    Ok(XmlEvent::Done)
                } else {
                    Err(Error::Damaged)
                };
            }
            Event::Text(text) => text.xml10_content(),
            Event::CData(text) => text.xml10_content(),
            Event::GeneralRef(reference) => resolved(&reference),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => "".into(),
        };
        self.text += text.len();
        if self.text > MOST_TEXT {
            return Err(Limit::Text.into());
        }
        Ok(XmlEvent::Text(text))
    }

    /// Reads on behind the end of the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), Error> {
        let outside = self.depth.saturating_sub(1);
        let mut buffer = Vec::new();
        while self.depth > outside {
            self.next(&mut buffer)?;
        }
        Ok(())
    }
}

/// The value of an attribute, by its name with or without the prefix.
pub(crate) fn attribute<'t>(tag: &'t BytesStart<'_>, name: &str) -> Option<Cow<'t, str>> {
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
pub(crate) fn says_yes(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| matches!(value.as_ref(), "1" | "true"))
}

/// An attribute that says no; one that is missing does not.
pub(crate) fn says_no(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| matches!(value.as_ref(), "0" | "false"))
}

/// An attribute that is a number.
pub(crate) fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// What `&name;` or `&#65;` stands for. Entities of a file's own are not expanded, but kept as they
/// are written.
fn resolved(reference: &BytesRef<'_>) -> Cow<'static, str> {
    if let Some(known) = resolve_predefined_entity(reference) {
        known.into()
    } else if let Ok(Some(sign)) = reference.resolve_char_ref() {
        String::from(sign).into()
    } else {
        format!("&{};", &**reference).into()
    }
}

/// Looks at each element of a part, if there is such a part, and refuses one with too many.
pub(crate) fn each_element(
    package: &mut Package<'_>,
    part: &str,
    most: usize,
    mut look: impl FnMut(&BytesStart<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let Some(part) = package.part(part) else {
        return Ok(());
    };
    let mut xml = Xml::new(part);
    let mut buffer = Vec::new();
    let mut left = most;
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(element) => {
                left = left.checked_sub(1).ok_or(Limit::Parts)?;
                look(&element)?;
            }
            XmlEvent::Done => return Ok(()),
            XmlEvent::End(_) | XmlEvent::Text(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Millions of blank rows pack into a few kilobytes and take their time all the same.
    #[test]
    fn pieces_are_counted() {
        let rows = "<a><b/><b/></a>";
        let read = |left| {
            let mut xml = Xml::new(rows.as_bytes());
            xml.left = left;
            xml.next(&mut Vec::new())?;
            xml.skip()
        };
        assert_eq!(read(6), Ok(()));
        assert_eq!(read(5), Err(Limit::Pieces.into()));
    }
}
