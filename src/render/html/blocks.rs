//! The parts of a document: paragraphs, facts, lists and tables.

use super::markup::Html;
use crate::report::{Block, ListItem, Table};
use identifiers::text::{Printable, SafeText};

/// So many items of a list, and so many lines of an item, are shown.
const MOST: usize = 200;

/// Paragraphs, facts, tables and lists as they stand, with headings of the fourth rank.
pub(super) fn blocks(out: &mut Html, caption: impl Printable + Copy, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading(text) => {
                out.element("<h4>", text, "</h4>\n");
            }
            // The page has a shape of its own.
            Block::Answer(..) | Block::Lines(_) => {}
            Block::Paragraph(text) => {
                out.element("<p>", text, "</p>\n");
            }
            Block::Facts(all) => facts(out, all),
            Block::Table(one) => table(out, "plain", caption, one, |_, _, _| {}),
            Block::Items(all) => items(out, all),
        }
    }
}

/// Names and what they are. One name may have several facts.
pub(super) fn facts(out: &mut Html, facts: &[(SafeText, SafeText)]) {
    if facts.is_empty() {
        return;
    }
    out.raw("<dl class=\"facts\">\n");
    let mut last = None;
    for (name, fact) in facts {
        if last != Some(name) {
            out.element("<dt>", name, "</dt>");
        }
        out.element("<dd>", fact, "</dd>\n");
        last = Some(name);
    }
    out.raw("</dl>\n");
}

/// A list of items, cut where it is longer than anybody reads.
pub(super) fn items(out: &mut Html, items: &[ListItem]) {
    out.raw("<ol class=\"items\">\n");
    for item in items.iter().take(MOST) {
        out.element("<li><p class=\"lead\">", &item.lead, "</p>");
        lines(out, item);
        out.raw("</li>\n");
    }
    out.raw("</ol>\n");
    rest(out, "<p class=\"cut\">", items.len());
}

/// What an item has to say: with names where it has them, as a list where it does not.
pub(super) fn lines(out: &mut Html, item: &ListItem) {
    let Some((first, _)) = item.lines.first() else {
        return;
    };
    if let ([(_, line)], true) = (item.lines.as_slice(), first.is_empty()) {
        out.element("<p class=\"said\">", line, "</p>");
    } else if first.is_empty() {
        out.raw("<ul>");
        for (_, line) in item.lines.iter().take(MOST) {
            out.element("<li>", line, "</li>");
        }
        out.raw("</ul>");
    } else {
        out.raw("<dl>");
        for (word, line) in item.lines.iter().take(MOST) {
            if !word.is_empty() {
                out.element("<dt>", word, "</dt>");
            }
            out.element("<dd>", line, "</dd>");
        }
        out.raw("</dl>");
    }
    rest(out, "<p class=\"cut\">", item.lines.len());
}

fn rest(out: &mut Html, open: &'static str, all: usize) {
    if all > MOST {
        out.raw(open)
            .text("And ")
            .number(all - MOST)
            .text(" more, which the other formats name.")
            .raw("</p>\n");
    }
}

/// A table. Where there is no room for columns, each row becomes a block in which every cell says
/// what it is; the roles keep it a table for those who hear it. `more` adds to a cell, by its row
/// and column.
pub(super) fn table(
    out: &mut Html,
    class: &'static str,
    caption: impl Printable + Copy,
    table: &Table,
    more: impl Fn(&mut Html, usize, usize),
) {
    out.raw("<table role=\"table\" class=\"")
        .raw(class)
        .raw("\">");
    out.element("<caption>", caption, "</caption>");
    out.raw("<thead role=\"rowgroup\"><tr role=\"row\">");
    for (at, name) in table.header.iter().enumerate() {
        out.raw("<th role=\"columnheader\" scope=\"col\"")
            .raw(class_of(table, at))
            .element(">", name, "</th>");
    }
    out.raw("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    for (number, row) in table.rows.iter().enumerate() {
        out.raw("<tr role=\"row\">");
        for (at, (cell, name)) in row.iter().zip(&table.header).enumerate() {
            let (open, close) = if at == 0 {
                ("<th role=\"rowheader\" scope=\"row\"", "</th>")
            } else {
                ("<td role=\"cell\"", "</td>")
            };
            out.raw(open)
                .raw(class_of(table, at))
                .attribute("data-label", name)
                .element(">", cell, "");
            more(out, number, at);
            out.raw(close);
        }
        out.raw("</tr>\n");
    }
    out.raw("</tbody></table>\n");
}

fn class_of(table: &Table, at: usize) -> &'static str {
    if at >= table.numbers_from {
        " class=\"number\""
    } else {
        ""
    }
}
