//! The text of a Word document: paragraphs in styles, numbered lists, and tables.

use std::fmt::Write as _;

use super::super::code_spans::spans;
use crate::report::{Block, Document, Lines, ListItem, Table};
use identifiers::safe;
use identifiers::text::SafeText;
use unicode_width::UnicodeWidthStr;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// How wide the text of a page is, in twentieths of a point: A4 with 2 cm on each side.
const TEXT_WIDTH: usize = 9_638;

/// How wide a letter is at most, in the same measure: bold in the fonts that stand in for Calibri.
const LETTER: usize = 130;

/// What a cell has beside its words.
const CELL_MARGINS: usize = 190;

/// A document in the making.
pub(super) struct Body {
    xml: String,
    /// How many numbered lists there are; each begins with 1.
    lists: usize,
    /// What the tables stand under, for those who cannot see them.
    section: SafeText,
}

/// How a stretch of a paragraph looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Bold,
}
use Look::{Bold, Plain};

impl Body {
    pub(super) fn of(document: &Document) -> Self {
        let mut body = Body {
            xml: String::new(),
            lists: 0,
            section: document.title.clone(),
        };
        body.paragraph("Title", &[(&document.title, Plain)]);
        for block in &document.page {
            body.block(block, "");
        }
        for (at, block) in document.details.iter().enumerate() {
            // The page stays a page, whatever follows it.
            let new_page = if at == 0 { "<w:pageBreakBefore/>" } else { "" };
            body.block(block, new_page);
        }
        body
    }

    /// A block; a heading with further properties.
    fn block(&mut self, block: &Block, properties: &str) {
        match block {
            Block::Heading(text) => {
                self.section.clone_from(text);
                self.paragraph_with("Heading1", properties, &[(text, Plain)]);
            }
            Block::Paragraph(text) => self.paragraph("Normal", &[(text, Plain)]),
            Block::Answer(answer, more) => {
                let answer = safe!("{} ", answer);
                self.paragraph("Answer", &[(&answer, Bold), (more, Plain)]);
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Items(items) => self.items(items),
            Block::Lines(lines) => self.lines(lines),
        }
    }

    /// The part that holds the text.
    pub(super) fn document(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:document xmlns:w=\"{NAMESPACE}\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <w:body>{}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
             <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
             <w:pgMar w:top=\"850\" w:right=\"1134\" w:bottom=\"850\" w:left=\"1134\" \
             w:header=\"397\" w:footer=\"397\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n",
            self.xml
        )
    }

    /// The part that says how lists are numbered.
    pub(super) fn numbering(&self) -> String {
        let lists: Vec<String> = (1..=self.lists)
            .map(|list| {
                format!(
                    "<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"0\"/>\
                     <w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>\
                     </w:num>"
                )
            })
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:numbering xmlns:w=\"{NAMESPACE}\"><w:abstractNum w:abstractNumId=\"0\">\
             <w:multiLevelType w:val=\"multilevel\"/>{}{}{}</w:abstractNum>{}</w:numbering>\n",
            level(0, "decimal", "%1.", 397, 397),
            level(1, "bullet", "", 397, 0),
            level(2, "bullet", "–", 794, 227),
            lists.concat()
        )
    }

    /// A paragraph of stretches.
    fn paragraph(&mut self, style: &str, runs: &[(&SafeText, Look)]) {
        self.paragraph_with(style, "", runs);
    }

    fn paragraph_with(&mut self, style: &str, properties: &str, runs: &[(&SafeText, Look)]) {
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>"
        );
        for (text, look) in runs {
            self.stretch(text, *look);
        }
        self.xml.push_str("</w:p>");
    }

    /// A stretch; names of fields and commands in a style of their own.
    fn stretch(&mut self, text: &SafeText, look: Look) {
        let bold = if look == Bold { "<w:b/>" } else { "" };
        for (is_name, part) in spans(text.as_str()) {
            let style = if is_name {
                "<w:rStyle w:val=\"FieldName\"/>"
            } else {
                ""
            };
            let _ = write!(
                self.xml,
                "<w:r><w:rPr>{style}{bold}</w:rPr>{}</w:r>",
                run(part)
            );
        }
    }

    /// A paragraph of the last list, at some depth in it.
    fn listed(&mut self, style: &str, depth: usize, runs: &[(&SafeText, Look)]) {
        let number = format!(
            "<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{}\"/></w:numPr>",
            self.lists
        );
        self.paragraph_with(style, &number, runs);
    }

    /// Names and facts, all facts as far to the right as the longest name asks for.
    fn facts(&mut self, facts: &[(SafeText, SafeText)]) {
        let letters = facts.iter().map(|(name, _)| name.as_str().width() + 1);
        let indent = letters.max().unwrap_or(0) * LETTER * 9 / 10;
        let indent = indent.clamp(TEXT_WIDTH / 6, TEXT_WIDTH / 3);
        let tab = format!(
            "<w:tabs><w:tab w:val=\"left\" w:pos=\"{indent}\"/></w:tabs>\
             <w:ind w:left=\"{indent}\" w:hanging=\"{indent}\"/>"
        );
        for (name, fact) in facts {
            let name = safe!("{}:\t", name);
            self.paragraph_with("Fact", &tab, &[(&name, Bold), (fact, Plain)]);
        }
    }

    fn lines(&mut self, lines: &Lines) {
        self.lists += 1;
        for line in &lines.lines {
            let lead = safe!("{}: ", line.lead);
            self.listed("PageLine", 0, &[(&lead, Bold), (&line.said, Plain)]);
        }
        if let Some(more) = &lines.more {
            self.paragraph("PageMore", &[(more, Plain)]);
        }
    }

    /// A numbered list. What an item has to say belongs to the list as well, so that every program
    /// counts the items on.
    fn items(&mut self, items: &[ListItem]) {
        self.lists += 1;
        for item in items {
            if item.lines.is_empty() {
                self.listed("ListNumber", 0, &[(&item.lead, Plain)]);
            } else {
                self.listed("ItemLead", 0, &[(&item.lead, Bold)]);
            }
            for said in item.lines.chunk_by(|_, (next, _)| next.is_empty()) {
                match said {
                    [(word, line)] if !word.is_empty() => {
                        let word = safe!("{}: ", *word);
                        self.listed("ItemLine", 1, &[(&word, Bold), (line, Plain)]);
                    }
                    [(word, _), ..] => {
                        let depth = if word.is_empty() { 1 } else { 2 };
                        if !word.is_empty() {
                            let word = safe!("{}:", *word);
                            self.listed("ItemLine", 1, &[(&word, Bold)]);
                        }
                        for (_, line) in said {
                            self.listed("ItemLine", depth, &[(line, Plain)]);
                        }
                    }
                    [] => {}
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let widths = widths(table);
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{TEXT_WIDTH}\" \
             w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" \
             w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" \
             w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            escaped(self.section.as_str())
        );
        for width in &widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.xml.push_str("</w:tblGrid>");
        self.row(&table.header, &widths, table.numbers_from, true);
        for cells in &table.rows {
            self.row(cells, &widths, table.numbers_from, false);
        }
        self.xml.push_str("</w:tbl>");
        // Two tables without a paragraph between them become one.
        self.paragraph("Normal", &[]);
    }

    fn row(&mut self, cells: &[SafeText], widths: &[usize], numbers_from: usize, is_header: bool) {
        let header = if is_header { "<w:tblHeader/>" } else { "" };
        let _ = write!(self.xml, "<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>");
        for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let _ = write!(
                self.xml,
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
            );
            let side = if at < numbers_from {
                ""
            } else {
                "<w:jc w:val=\"right\"/>"
            };
            let look = if is_header { Bold } else { Plain };
            self.paragraph_with("Cell", side, &[(cell, look)]);
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }
}

/// A level of the numbered lists: what stands before its paragraphs, and how far they are indented.
fn level(depth: usize, format: &str, sign: &str, indent: usize, hanging: usize) -> String {
    let follows = if sign.is_empty() {
        "<w:suff w:val=\"nothing\"/>"
    } else {
        ""
    };
    format!(
        "<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{follows}\
         <w:lvlText w:val=\"{sign}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{indent}\" \
         w:hanging=\"{hanging}\"/></w:pPr></w:lvl>"
    )
}

/// Columns for ids and numbers as wide as their longest word, so that none is broken, and the rest
/// of the page for words.
fn widths(table: &Table) -> Vec<usize> {
    let columns = table.header.len();
    let is_wide = |at: usize| at < table.numbers_from && (at > 0 || table.numbers_from == 1);
    let narrow = |at: usize| {
        let header = table.header.get(at).into_iter();
        let cells = header.chain(table.rows.iter().filter_map(|row| row.get(at)));
        let words = cells.flat_map(|cell| cell.as_str().split(' '));
        let longest = words.map(UnicodeWidthStr::width).max().unwrap_or(0);
        (longest * LETTER + CELL_MARGINS).min(TEXT_WIDTH / 5)
    };
    let wide = (0..columns).filter(|at| is_wide(*at)).count().max(1);
    let taken: usize = (0..columns).filter(|at| !is_wide(*at)).map(narrow).sum();
    let left = TEXT_WIDTH.saturating_sub(taken);
    (0..columns)
        .map(|at| if is_wide(at) { left / wide } else { narrow(at) })
        .collect()
}

/// The text of a stretch; tabs are elements of their own.
fn run(text: &str) -> String {
    let parts: Vec<String> = text
        .split('\t')
        .map(|part| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(part)))
        .collect();
    parts.join("<w:tab/>")
}

/// A text between tags or quotes, without the signs that XML does not have.
pub(super) fn escaped(text: &str) -> String {
    let is_sign = |sign: &char| {
        matches!(
            sign,
            '\t' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..
        )
    };
    let text: String = text.chars().filter(is_sign).collect();
    quick_xml::escape::escape(text.as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        assert_eq!(
            escaped("<b> & \"c\"\u{1}\u{FFFE}"),
            "&lt;b&gt; &amp; &quot;c&quot;"
        );
        assert!(run("a\tb").contains("</w:t><w:tab/><w:t"));
    }

    #[test]
    fn a_table_is_as_wide_as_the_text_and_breaks_no_word() {
        let table = |header: &[&'static str], numbers_from| Table {
            header: header.iter().map(|&name| name.into()).collect(),
            rows: vec![vec!["O4a1s".into(), "Give notice".into()]],
            numbers_from,
        };
        // Six letters, four, and eight of a column whose heading may break between its words.
        let promises = ["Clause", "Promise", "Kept", "No evidence"];
        assert_eq!(
            widths(&table(&promises, 2)),
            [970, 9_638 - 970 - 710 - 1_230, 710, 1_230]
        );
        let ladder = widths(&table(&["Rung", "Year before", "Now"], 1));
        assert_eq!(ladder.iter().sum::<usize>(), TEXT_WIDTH);
    }
}
