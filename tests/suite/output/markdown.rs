//! Markdown, read by `pulldown-cmark`.

use charter_audit::render::{self, Format};
use charter_audit::report::{Block, Document, document};
use identifiers::text::SafeText;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{AS_OF, bench, squeezed};

/// The words of a document, in their order.
pub(super) fn words(document: &Document) -> String {
    let mut all = document.title.to_string();
    for block in document.blocks() {
        match block {
            Block::Heading(text) | Block::Paragraph(text) => all.push_str(text.as_str()),
            Block::Answer(answer, more) => all.extend([answer.as_str(), more.as_str()]),
            Block::Lines(list) => {
                for line in &list.lines {
                    all.push_str(line.text().as_str());
                }
                all.extend(list.more.iter().map(SafeText::as_str));
            }
            Block::Facts(facts) => {
                for (name, fact) in facts {
                    all.extend([name.as_str(), ":", fact.as_str()]);
                }
            }
            Block::Table(table) => {
                all.extend(table.header.iter().map(SafeText::as_str));
                all.extend(table.rows.iter().flatten().map(SafeText::as_str));
            }
            Block::Items(items) => {
                for item in items {
                    all.push_str(item.lead.as_str());
                    for (word, line) in &item.lines {
                        let colon = if word.is_empty() { "" } else { ":" };
                        all.extend([*word, colon, line.as_str()]);
                    }
                }
            }
        }
    }
    all
}

#[test]
fn a_reader_that_is_not_ours_sees_the_same_words_and_no_others() {
    let bench = bench();
    let (written, document) = bench.report(AS_OF, |report| {
        let bytes = render::report(report, Format::Markdown).unwrap();
        (String::from_utf8(bytes).unwrap(), document(report))
    });
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH;
    let mut text = String::new();
    let (mut tables, mut lists, mut headings) = (0, 0, 0);
    for event in Parser::new_ext(&written, options) {
        match &event {
            Event::Text(part) => text.push_str(part),
            Event::Code(part) => text.extend(["`", part.as_ref(), "`"]),
            Event::Start(Tag::Table(_)) => tables += 1,
            Event::Start(Tag::List(Some(1))) => lists += 1,
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(
                Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::Strong,
            )
            | Event::End(_)
            | Event::SoftBreak => {}
            Event::Start(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => panic!("{event:?}"),
        }
    }
    assert_eq!(squeezed(&text), squeezed(&words(&document)));
    let count = |is: fn(&Block) -> bool| document.blocks().filter(|block| is(block)).count();
    assert_eq!(tables, count(|block| matches!(block, Block::Table(_))));
    let is_list = |block: &Block| matches!(block, Block::Items(_) | Block::Lines(_));
    assert_eq!(lists, count(is_list));
    let sections = count(|block| matches!(block, Block::Heading(_)));
    assert_eq!(headings, sections + 1);
    assert!(tables > 0 && lists > 2);
}

/// Python-Markdown nests what is indented by four blanks, and takes less for no indentation.
#[test]
fn lists_in_lists_are_indented_by_four() {
    let bench = bench();
    let written = bench.report(AS_OF, |report| {
        String::from_utf8(render::report(report, Format::Markdown).unwrap()).unwrap()
    });
    let indents: Vec<usize> = written
        .lines()
        .filter(|line| line.trim_start().starts_with("- "))
        .map(|line| line.len() - line.trim_start().len())
        .collect();
    assert!(indents.contains(&4), "{indents:?}");
    assert!(
        indents.iter().all(|indent| matches!(indent, 0 | 4 | 8)),
        "{indents:?}"
    );
}
