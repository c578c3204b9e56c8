//! The report as plain text for minutes: 72 columns, no colour, pastes cleanly.

use comfy_table::presets::ASCII_HORIZONTAL_ONLY;
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width,
};
use identifiers::safe;
use identifiers::text::SafeText;
use unicode_width::UnicodeWidthStr as _;

use super::format::Description;
use crate::report::{Block, COLUMNS, Document, Lines, ListItem, Table, document, wrap};

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "text",
    endings: &["txt"],
    about: "For people: plain text",
    is_text: true,
    render: |report, out| out.write_all(render(&document(report)).as_bytes()),
};

/// Writes a document.
pub fn render(document: &Document) -> String {
    let mut out = String::new();
    out.push_str(document.title.as_str());
    out.push('\n');
    out.push_str(&"=".repeat(document.title.as_str().width()));
    out.push('\n');
    let mut below_a_heading = false;
    for block in document.blocks() {
        if !below_a_heading {
            out.push('\n');
        }
        below_a_heading = matches!(block, Block::Heading(_));
        match block {
            Block::Heading(text) => {
                out.push_str(text.as_str());
                out.push('\n');
                out.push_str(&"-".repeat(text.as_str().width()));
                out.push('\n');
            }
            Block::Paragraph(text) => wrap(&mut out, "", "", text),
            Block::Answer(answer, more) => {
                wrap(&mut out, "", "", safe!("{} {}", answer, more));
            }
            Block::Facts(facts) => {
                for (name, fact) in facts {
                    let first = format!("{:<13}", format!("{name}:"));
                    wrap(&mut out, &first, &" ".repeat(13), fact);
                }
            }
            Block::Table(table) => {
                out.push_str(&tabled(table, COLUMNS));
                out.push('\n');
            }
            Block::Items(items) => list(&mut out, items),
            Block::Lines(all) => lines(&mut out, all),
        }
    }
    out
}

/// Before what belongs to a number.
const INDENT: &str = "    ";

fn numbered(out: &mut String, at: usize, text: &SafeText) {
    let number = format!("{:<4}", format!("{}.", at + 1));
    wrap(out, &number, INDENT, text);
}

fn lines(out: &mut String, all: &Lines) {
    for (at, line) in all.lines.iter().enumerate() {
        numbered(out, at, &line.text());
    }
    if let Some(more) = &all.more {
        wrap(out, INDENT, INDENT, more);
    }
}

fn list(out: &mut String, items: &[ListItem]) {
    for (at, item) in items.iter().enumerate() {
        numbered(out, at, &item.lead);
        let mut below_a_word = false;
        for (word, line) in &item.lines {
            let (first, further) = match (word.is_empty(), below_a_word) {
                (true, false) => ("    ".to_owned(), "      "),
                // More of what the word above names.
                (true, true) => ("      ".to_owned(), "        "),
                (false, _) => (format!("    {word}: "), "      "),
            };
            below_a_word = below_a_word || !word.is_empty();
            wrap(out, &first, further, line);
        }
    }
}

/// A line above, below and under the header, and none between rows.
const RULED: TableStyle = ASCII_HORIZONTAL_ONLY.row_separator(LineStyle::none());

/// A table: text first, then numbers in narrow columns at the right.
pub(super) fn tabled(counts: &Table, columns: usize) -> String {
    let mut table = comfy_table::Table::new();
    table
        .load_style(RULED)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(columns).unwrap_or(u16::MAX))
        .set_header(&counts.header)
        .add_rows(&counts.rows);
    for (at, name) in counts.header.iter().enumerate() {
        let Some(column) = table.column_mut(at) else {
            continue;
        };
        column.set_padding((0, 1));
        if at >= counts.numbers_from {
            let words = name.as_str().split(' ').map(str::width);
            let cells = counts
                .rows
                .iter()
                .filter_map(|row| row.get(at))
                .map(|cell| cell.as_str().width());
            let longest = words.chain(cells).max().unwrap_or(0);
            let width = u16::try_from(longest + 1).unwrap_or(u16::MAX);
            column.set_cell_alignment(CellAlignment::Right);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
    }
    table
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}
