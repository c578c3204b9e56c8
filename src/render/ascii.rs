//! A document in the letters that every mail program and printer knows.

use deunicode::deunicode;

use super::format::Description;
use super::text;
use crate::report::{self, Block, Document, Line, Lines, ListItem, Table};
use identifiers::redact::Redactor;
use identifiers::text::SafeText;

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "ascii",
    endings: &[],
    about: "For people: the same text in ASCII, where other letters are garbled",
    is_text: true,
    render: |report, out| {
        let document = document(&report::document(report), report.redactor());
        out.write_all(text::render(&document).as_bytes())
    },
};

/// The same document in ASCII: accents left out, quotation marks straight, other scripts by their
/// sound. What only looks like something that identifies people once it is written so, is hidden.
pub(super) fn document(document: &Document, redactor: &Redactor) -> Document {
    let plain = |text: &SafeText| plain(text, redactor);
    let pair = |(name, fact): &(SafeText, SafeText)| (plain(name), plain(fact));
    let row = |row: &Vec<SafeText>| row.iter().map(plain).collect::<Vec<_>>();
    let item = |item: &ListItem| ListItem {
        lead: plain(&item.lead),
        lines: item
            .lines
            .iter()
            .map(|(word, line)| (*word, plain(line)))
            .collect(),
    };
    let line = |line: &Line| Line {
        lead: plain(&line.lead),
        said: plain(&line.said),
        ..line.clone()
    };
    let block = |block: &Block| match block {
        Block::Heading(text) => Block::Heading(plain(text)),
        Block::Paragraph(text) => Block::Paragraph(plain(text)),
        Block::Answer(answer, more) => Block::Answer(plain(answer), plain(more)),
        Block::Facts(facts) => Block::Facts(facts.iter().map(pair).collect()),
        Block::Table(table) => Block::Table(Table {
            header: row(&table.header),
            rows: table.rows.iter().map(row).collect(),
            numbers_from: table.numbers_from,
        }),
        Block::Items(items) => Block::Items(items.iter().map(item).collect()),
        Block::Lines(all) => Block::Lines(Lines {
            lines: all.lines.iter().map(line).collect(),
            more: all.more.as_ref().map(plain),
        }),
    };
    Document {
        title: plain(&document.title),
        page: document.page.iter().map(block).collect(),
        details: document.details.iter().map(block).collect(),
    }
}

fn plain(text: &SafeText, redactor: &Redactor) -> SafeText {
    if text.as_str().is_ascii() {
        return text.clone();
    }
    redactor.redact(&deunicode(text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &'static str) -> String {
        plain(&text.into(), &Redactor::default()).to_string()
    }

    #[test]
    fn every_script_can_be_read() {
        assert_eq!(read("Board of Siân, “Café”"), "Board of Sian, \"Cafe\"");
        assert_eq!(read("Log.xlsx › Meetings!D14"), "Log.xlsx > Meetings!D14");
        assert_eq!(read("2 – 3 pm … ½"), "2 - 3 pm ... 1/2");
        assert_eq!(read("Łódź, Ωmega"), "Lodz, Omega");
        for text in [
            "right \u{202e}to left\u{202c}",
            "🎉",
            "日本",
            "\u{e000}",
            "a\u{301}",
        ] {
            assert!(read(text).is_ascii(), "{text}");
        }
    }

    #[test]
    fn what_is_an_identifier_in_ascii_only_is_hidden() {
        // A number that is kept for drama and films, in digits with circles.
        let circled = "⓪⑦⑦⓪⓪ ⑨⓪⓪①②③";
        assert_eq!(deunicode(circled), "07700 900123");
        assert!(!read(circled).contains("900"), "{}", read(circled));
    }
}
