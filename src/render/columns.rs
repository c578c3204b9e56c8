//! The output of `columns`: what was understood of each table.

use super::text::tabled;
use crate::report::columns::{TableInWords, UnreadColumn};
use crate::report::wrap;
use engagement_records::fields::KeptAs;
use identifiers::safe;
use identifiers::text::SafeText;
use unicode_width::UnicodeWidthStr as _;

/// What a terminal shows in one line.
const COLUMNS: usize = 80;

/// Tables, one below the other.
pub fn render(tables: &[TableInWords]) -> String {
    let tables: Vec<String> = tables.iter().map(table).collect();
    tables.join("\n")
}

fn table(table: &TableInWords) -> String {
    let mut out = String::new();
    wrap(&mut out, "", "", &table.title);
    out.push_str(&"-".repeat(table.title.as_str().width()));
    out.push('\n');
    wrap(&mut out, "", "", &table.about);
    if let Some(understood) = &table.understood {
        out.push('\n');
        out.push_str(&tabled(understood, COLUMNS));
        out.push('\n');
    }
    if !table.unread.is_empty() {
        out.push_str("\nNot read:\n");
        for column in &table.unread {
            unread(&mut out, column);
        }
    }
    if !table.asked_for.is_empty() {
        out.push_str(match table.field_in {
            KeptAs::Row | KeptAs::Entry => {
                "\nColumns that promises ask for, by the heading to add:\n"
            }
            KeptAs::Column => "\nRows that promises ask for, by the heading to add:\n",
        });
        for column in &table.asked_for {
            wrap(&mut out, "- ", "  ", column);
        }
    }
    out
}

fn unread(out: &mut String, column: &UnreadColumn) {
    wrap(out, "- ", "  ", in_words(column));
    if !column.likely.is_empty() {
        let likely = SafeText::listed(&column.likely, "or");
        wrap(out, "  Perhaps ", "  ", &likely);
    }
}

/// A column that was not read, with some of its cells.
pub(crate) fn in_words(column: &UnreadColumn) -> SafeText {
    if column.cells.is_empty() {
        return column.name.clone();
    }
    let cells = column.cells.iter().map(|cell| safe!("“{}”", cell));
    safe!(
        "{}, such as {}",
        column.name,
        SafeText::listed(cells, "and")
    )
}
