//! The Word document, read as the XML that it is; programs that show it are asked in `tests/formats`.

use charter_audit::render::{self, Format};
use charter_audit::report::{Block, document};
use quick_xml::events::Event;

use super::{AS_OF, bench, squeezed};
use crate::bench::{part, unpacked};

#[test]
fn the_document_has_the_words_of_the_report_in_headings_lists_and_tables() {
    let bench = bench();
    let write = || {
        bench.report(AS_OF, |report| {
            render::report(report, Format::Docx).unwrap()
        })
    };
    let bytes = write();
    assert_eq!(bytes, write(), "the same bytes each time");
    let xml = part(bytes.clone(), "word/document.xml");
    let mut reader = quick_xml::Reader::from_str(&xml);
    let mut text = String::new();
    let (mut tables, mut headers, mut headings, mut numbered) = (0, 0, 0, 0);
    let mut new_pages = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(part) => {
                let sign = part.resolve_char_ref().unwrap();
                let known = quick_xml::escape::resolve_predefined_entity(&part);
                text.extend(sign.map(String::from).or(known.map(str::to_owned)));
            }
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name();
                tables += usize::from(name.as_ref() == "w:tbl");
                headers += usize::from(name.as_ref() == "w:tblHeader");
                new_pages += usize::from(name.as_ref() == "w:pageBreakBefore");
                let first_level = tag.attributes().any(|it| it.unwrap().value == "0");
                numbered += usize::from(name.as_ref() == "w:ilvl" && first_level);
                let is_heading = tag.attributes().any(|it| it.unwrap().value == "Heading1");
                headings += usize::from(is_heading);
            }
            Event::End(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
    let document = bench.report(AS_OF, document);
    // Names stand in a style of their own instead of backquotes.
    let words = |text: &str| squeezed(text).replace('`', "");
    assert_eq!(words(&text), words(&super::markdown::words(&document)));
    let count = |is: fn(&Block) -> bool| document.blocks().filter(|block| is(block)).count();
    assert_eq!(tables, count(|block| matches!(block, Block::Table(_))));
    assert_eq!(headers, tables);
    assert_eq!(headings, count(|block| matches!(block, Block::Heading(_))));
    let items = document.blocks().map(|block| match block {
        Block::Items(items) => items.len(),
        Block::Lines(list) => list.lines.len(),
        Block::Heading(_)
        | Block::Paragraph(_)
        | Block::Answer(..)
        | Block::Facts(_)
        | Block::Table(_) => 0,
    });
    assert_eq!(numbered, items.sum::<usize>());
    // What follows the page begins on another.
    assert_eq!(new_pages, 1);
    // Nothing runs, and nothing is fetched.
    let all = unpacked(bytes);
    assert!(!all.contains("vbaProject") && !all.contains("TargetMode=\"External\""));
}
