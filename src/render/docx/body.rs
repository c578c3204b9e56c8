//! The text of a Word document: paragraphs in styles, numbered lists, and tables.

use std::fmt::Write as _;

use crate::report::{Block, Document, ListItem, Table};
use identifiers::safe;
use identifiers::text::SafeText;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// How wide the text of a page is, in twentieths of a point: A4 with 2 cm on each side.
const TEXT_WIDTH: usize = 9_638;

/// How wide a column of numbers or ids is.
const NARROW: usize = 1_134;

/// A document in the making.
pub(super) struct Body {
    xml: String,
    /// How many numbered lists there are; each begins with 1.
    lists: usize,
    /// What the tables stand under, for those who cannot see them.
    section: SafeText,
}

impl Body {
    pub(super) fn of(document: &Document) -> Self {
        let mut body = Body {
            xml: String::new(),
            lists: 0,
            section: document.title.clone(),
        };
        body.paragraph("Title", &[(&document.title, false)]);
        for block in &document.blocks {
            match block {
                Block::Heading(text) => {
                    body.section.clone_from(text);
                    body.paragraph("Heading1", &[(text, false)]);
                }
                Block::Paragraph(text) => body.paragraph("Normal", &[(text, false)]),
                Block::Facts(facts) => {
                    for (name, fact) in facts {
                        let name = safe!("{}:\t", name);
                        body.paragraph("Fact", &[(&name, true), (fact, false)]);
                    }
                }
                Block::Table(table) => body.table(table),
                Block::Items(items) => body.items(items),
            }
        }
        body
    }

    /// The part that holds the text.
    pub(super) fn document(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:document xmlns:w=\"{NAMESPACE}\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <w:body>{}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
             <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
             <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" \
             w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n",
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
             <w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
             <w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"567\" w:hanging=\"567\"/></w:pPr></w:lvl></w:abstractNum>\
             {}</w:numbering>\n",
            lists.concat()
        )
    }

    /// A paragraph of stretches, each of which may be bold.
    fn paragraph(&mut self, style: &str, runs: &[(&SafeText, bool)]) {
        self.paragraph_with(style, "", runs);
    }

    fn paragraph_with(&mut self, style: &str, properties: &str, runs: &[(&SafeText, bool)]) {
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>"
        );
        for (text, bold) in runs {
            let bold = if *bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
            let _ = write!(self.xml, "<w:r>{bold}{}</w:r>", run(text));
        }
        self.xml.push_str("</w:p>");
    }

    fn items(&mut self, items: &[ListItem]) {
        self.lists += 1;
        let number = format!(
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{}\"/></w:numPr>",
            self.lists
        );
        for item in items {
            self.paragraph_with("ListNumber", &number, &[(&item.lead, false)]);
            let mut below_a_word = false;
            for (word, line) in &item.lines {
                if !word.is_empty() {
                    let word = safe!("{}: ", *word);
                    self.paragraph("ItemLine", &[(&word, true), (line, false)]);
                    below_a_word = true;
                } else if below_a_word {
                    // More of what the word above names.
                    self.paragraph("ItemMore", &[(line, false)]);
                } else {
                    self.paragraph("ItemLine", &[(line, false)]);
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
            escaped(&self.section)
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
            self.paragraph_with("Cell", side, &[(cell, is_header)]);
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }
}

/// Narrow columns for ids and numbers, and the rest of the page for words.
fn widths(table: &Table) -> Vec<usize> {
    let columns = table.header.len();
    let is_wide = |at: usize| at < table.numbers_from && (at > 0 || table.numbers_from == 1);
    let wide = (0..columns).filter(|at| is_wide(*at)).count().max(1);
    let left = TEXT_WIDTH.saturating_sub((columns - wide.min(columns)) * NARROW);
    (0..columns)
        .map(|at| if is_wide(at) { left / wide } else { NARROW })
        .collect()
}

/// The text of a stretch; tabs are elements of their own.
fn run(text: &SafeText) -> String {
    let parts: Vec<String> = text
        .split("\t")
        .map(|part| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(&part)))
        .collect();
    parts.join("<w:tab/>")
}

/// A text between tags or quotes, without the signs that XML does not have.
pub(super) fn escaped(text: &SafeText) -> String {
    let is_sign = |sign: &char| {
        matches!(
            sign,
            '\t' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..
        )
    };
    let text: String = text.as_str().chars().filter(is_sign).collect();
    quick_xml::escape::escape(text.as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        assert_eq!(
            escaped(&"<b> & \"c\"\u{1}\u{FFFE}".into()),
            "&lt;b&gt; &amp; &quot;c&quot;"
        );
        assert!(run(&"a\tb".into()).contains("</w:t><w:tab/><w:t"));
    }

    #[test]
    fn a_table_is_as_wide_as_the_text() {
        let table = |header: &[&'static str], numbers_from| Table {
            header: header.iter().map(|&name| name.into()).collect(),
            rows: Vec::new(),
            numbers_from,
        };
        let promises = ["Clause", "Promise", "Kept", "Not kept"];
        assert_eq!(widths(&table(&promises, 2)), [1134, 6236, 1134, 1134]);
        assert_eq!(
            widths(&table(&["Rung", "Before", "Now"], 1)),
            [7370, 1134, 1134]
        );
    }
}
