//! The report as Markdown, with tables as GitHub and GitLab draw them.

use super::format::Description;
use crate::report::{Block, Document, Lines, ListItem, Table, document};
use identifiers::text::{Printable, SafeText};

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "markdown",
    endings: &["md", "markdown"],
    about: "For people: Markdown with tables, for wikis and merge requests",
    is_text: true,
    render: |report, out| out.write_all(render(&document(report)).as_bytes()),
};

/// Writes a document.
pub(super) fn render(document: &Document) -> String {
    let mut out = format!("# {}\n", text(&document.title));
    for block in document.blocks() {
        out.push('\n');
        match block {
            Block::Heading(heading) => line(&mut out, "## ", &text(heading)),
            Block::Paragraph(paragraph) => line(&mut out, "", &text(paragraph)),
            Block::Answer(answer, more) => {
                let answer = format!("**{}** {}", text(answer), text(more));
                line(&mut out, "", answer.trim_end());
            }
            Block::Facts(facts) => {
                for (name, fact) in facts {
                    line(&mut out, "- ", &labelled(name, fact));
                }
            }
            Block::Table(table) => tabled(&mut out, table),
            Block::Items(items) => list(&mut out, items),
            Block::Lines(all) => lines(&mut out, all),
        }
    }
    out
}

fn line(out: &mut String, before: &str, text: &str) {
    out.push_str(before);
    out.push_str(text);
    out.push('\n');
}

fn labelled(label: impl Printable, said: impl Printable) -> String {
    format!("**{}:** {}", text(label), text(said))
}

/// How far what belongs to an item is indented at least: Python-Markdown, which other programs are
/// made with, makes one list of all that is indented by less.
const INDENT: usize = 4;

/// A numbered list of the page.
fn lines(out: &mut String, all: &Lines) {
    for (at, one) in all.lines.iter().enumerate() {
        let number = format!("{}. ", at + 1);
        line(out, &number, &labelled(&one.lead, &one.said));
    }
    if let Some(more) = &all.more {
        line(out, "\n", &text(more));
    }
}

/// A numbered list. What belongs to an item stands in a list of its own below it.
fn list(out: &mut String, items: &[ListItem]) {
    for (at, item) in items.iter().enumerate() {
        let number = format!("{}. ", at + 1);
        let indent = " ".repeat(number.len().max(INDENT));
        let further = " ".repeat(INDENT);
        line(out, &number, &format!("**{}**", text(&item.lead)));
        let mut below_a_word = false;
        for (word, said) in &item.lines {
            if !word.is_empty() {
                line(out, &format!("{indent}- "), &labelled(word, said));
                below_a_word = true;
            } else if below_a_word {
                // More of what the word above names.
                line(out, &format!("{indent}{further}- "), &text(said));
            } else {
                line(out, &format!("{indent}- "), &text(said));
            }
        }
    }
}

fn tabled(out: &mut String, table: &Table) {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let texts = |cells: &[SafeText]| row(cells.iter().map(text).collect());
    line(out, "", &texts(&table.header));
    let signs = (0..table.header.len()).map(|at| {
        let sign = if at < table.numbers_from {
            "---"
        } else {
            "---:"
        };
        sign.to_owned()
    });
    line(out, "", &row(signs.collect()));
    for cells in &table.rows {
        line(out, "", &texts(cells));
    }
}

/// A text that reads in Markdown as it stands: nothing in it begins a list, a link, a table or a
/// tag.
fn text(text: impl Printable) -> String {
    let text = text.printed();
    let mut out = String::with_capacity(text.len() + 8);
    let mut parts = text.split('`');
    out.push_str(&words(parts.next().unwrap_or(""), true));
    while let Some(code) = parts.next() {
        let after = parts.next();
        let is_closed = after.is_some();
        let (mark, inner) = if is_closed && is_code(code) {
            ("`", code.to_owned())
        } else {
            ("\\`", words(code, false))
        };
        out.push_str(mark);
        out.push_str(&inner);
        if let Some(after) = after {
            out.push_str(mark);
            out.push_str(&words(after, false));
        }
    }
    out
}

/// Whether what stands between two backquotes stays the same as code: a name of a field does, and a
/// bar would part a table.
fn is_code(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.contains('|')
}

/// A stretch of a text without backquotes. `begins` says whether the text begins with it.
fn words(text: &str, begins: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    let mut digits_only = begins;
    while let Some(sign) = rest.next() {
        let is_first = begins && out.is_empty();
        let escaped = match sign {
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '^' | '$' => true,
            // A list or a line under a heading, where a text begins with it.
            '-' | '+' | '=' => is_first,
            // The number of a list item.
            '.' | ')' => (digits_only && !out.is_empty()) || (sign == '.' && out.ends_with("www")),
            // Addresses that would become links.
            ':' => rest.peek() == Some(&'/'),
            _ => false,
        };
        digits_only &= sign.is_ascii_digit();
        if escaped {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_means_anything() {
        for (said, written) in [
            ("plain words, 12:30 (noon).", "plain words, 12:30 (noon)."),
            ("a|b", "a\\|b"),
            ("*bold* _it_", "\\*bold\\* \\_it\\_"),
            ("add `not_given` under", "add `not_given` under"),
            ("`a|b` c", "\\`a\\|b\\` c"),
            ("a ` b_c", "a \\` b\\_c"),
            ("a `` b", "a \\`\\` b"),
            ("`a` `b", "`a` \\`b"),
            ("<b>&amp;", "\\<b\\>\\&amp;"),
            ("- a", "\\- a"),
            ("12. May", "12\\. May"),
            ("in 2026. Then", "in 2026. Then"),
            ("[x](y)", "\\[x\\](y)"),
            ("https://example.org", "https\\://example.org"),
            ("www.example.org", "www\\.example.org"),
            ("a-b", "a-b"),
        ] {
            assert_eq!(text(said), written);
        }
    }
}
