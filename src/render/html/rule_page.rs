//! The page of a rule, written in a little Markdown: headings, paragraphs, lists, blocks of code,
//! and code and stress within a line.

use super::markup::Html;
use identifiers::text::SafeText;

/// What is open while lines are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OpenBlock {
    Nothing,
    Paragraph,
    List,
    Code,
}

/// Writes a page below a heading of the fourth rank.
pub(super) fn write(out: &mut Html, page: &SafeText) {
    let mut open = OpenBlock::Nothing;
    // The words of a paragraph or item, which may go on over several lines.
    let mut words = SafeText::default();
    for line in page.split("\n") {
        let starts_with = |sign| line.as_str().starts_with(sign);
        let after = |sign| {
            let rest = line.as_str().starts_with(sign);
            rest.then(|| line.part(|line| line.strip_prefix(sign).unwrap_or(line)))
        };
        if open == OpenBlock::Code {
            if starts_with("```") {
                out.raw("</code></pre>\n");
                open = OpenBlock::Nothing;
            } else {
                out.text(&line).raw("\n");
            }
            continue;
        }
        let text = line.part(str::trim);
        let heading = after("## ")
            .map(|text| ("<h5>", text, "</h5>\n"))
            .or_else(|| Some(("<h6>", after("### ")?, "</h6>\n")));
        if let Some((begin, text, end)) = heading {
            close(out, &mut open, &mut words);
            out.raw(begin);
            inline(out, &text);
            out.raw(end);
        } else if starts_with("```") {
            close(out, &mut open, &mut words);
            out.raw("<pre tabindex=\"0\"><code>");
            open = OpenBlock::Code;
        } else if let Some(item) = after("- ") {
            if open == OpenBlock::List {
                finish(out, &mut words, "<li>", "</li>\n");
            } else {
                close(out, &mut open, &mut words);
                out.raw("<ul>\n");
                open = OpenBlock::List;
            }
            words.push(item);
        } else if text.is_empty() {
            close(out, &mut open, &mut words);
        } else {
            if open == OpenBlock::Nothing {
                open = OpenBlock::Paragraph;
            }
            if !words.is_empty() {
                words.push(" ");
            }
            words.push(text);
        }
    }
    close(out, &mut open, &mut words);
}

fn finish(out: &mut Html, words: &mut SafeText, begin: &'static str, end: &'static str) {
    if !words.is_empty() {
        out.raw(begin);
        inline(out, words);
        out.raw(end);
        *words = SafeText::default();
    }
}

fn close(out: &mut Html, open: &mut OpenBlock, words: &mut SafeText) {
    match open {
        OpenBlock::Nothing => {}
        OpenBlock::Paragraph => finish(out, words, "<p>", "</p>\n"),
        OpenBlock::List => {
            finish(out, words, "<li>", "</li>\n");
            out.raw("</ul>\n");
        }
        OpenBlock::Code => {
            out.raw("</code></pre>\n");
        }
    }
    *open = OpenBlock::Nothing;
}

/// Code within a line, and stress outside of it.
fn inline(out: &mut Html, text: &SafeText) {
    for (at, part) in text.split("`").enumerate() {
        if at % 2 == 1 {
            out.raw("<code>").text(part).raw("</code>");
            continue;
        }
        for (at, part) in part.split("**").enumerate() {
            if at % 2 == 1 {
                out.raw("<strong>").text(part).raw("</strong>");
            } else {
                out.text(part);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rule;

    fn written(page: &SafeText) -> String {
        let mut out = Html::default();
        write(&mut out, page);
        out.into_text()
    }

    #[test]
    fn a_page_keeps_its_shape() {
        assert_eq!(
            written(&SafeText::own(
                "One `a<b` line\nand **more**.\n\n## Why\n\n- first\n  goes on\n- second\n\nEnd.\n\n\
                 ```yaml\na: <b>\n\n- c\n```\n"
            )),
            "<p>One <code>a&lt;b</code> line and <strong>more</strong>.</p>\n<h5>Why</h5>\n<ul>\n\
             <li>first goes on</li>\n<li>second</li>\n</ul>\n<p>End.</p>\n\
             <pre tabindex=\"0\"><code>a: &lt;b&gt;\n\n- c\n</code></pre>\n"
        );
    }

    #[test]
    fn every_page_is_in_the_markdown_that_is_known() {
        for page in Rule::pages() {
            let text = page.text();
            let shown = written(&SafeText::assume_safe(text));
            assert_eq!(shown.matches("<p>").count(), shown.matches("</p>").count());
            assert!(shown.contains("<h5>Why</h5>"), "{}", page.code);
        }
    }
}
