//! Writing markup so that nothing in a text means anything. What is markup is known when the
//! program is built; every text that comes from elsewhere is escaped on its way in.

use super::super::code_spans::spans;
use identifiers::text::Printable;

/// A page while it is written.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// Markup of the program's own. Only what stands in the program can be given here.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// A text as text. It may stand in an attribute in quotation marks, too.
    pub(super) fn text(&mut self, text: impl Printable) -> &mut Self {
        self.escaped(text.printed())
    }

    fn escaped(&mut self, text: &str) -> &mut Self {
        for sign in text.chars() {
            match sign {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                _ => self.0.push(sign),
            }
        }
        self
    }

    /// A number.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        self.0.push_str(&number.to_string());
        self
    }

    /// An attribute of the element whose tag is open.
    pub(super) fn attribute(&mut self, name: &'static str, value: impl Printable) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// An attribute that is a word and a number, such as the id of the seventh finding.
    pub(super) fn numbered(
        &mut self,
        name: &'static str,
        word: &'static str,
        number: usize,
    ) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"");
        self.text(word).number(number).raw("\"")
    }

    /// A text between two tags.
    pub(super) fn element(
        &mut self,
        open: &'static str,
        text: impl Printable,
        close: &'static str,
    ) -> &mut Self {
        self.raw(open).prose(text).raw(close)
    }

    /// A sentence in which names of fields and commands stand in backquotes.
    pub(super) fn prose(&mut self, text: impl Printable) -> &mut Self {
        for (is_name, part) in spans(text.printed()) {
            if is_name {
                self.raw("<code>").escaped(part).raw("</code>");
            } else {
                self.escaped(part);
            }
        }
        self
    }

    /// What was written elsewhere.
    pub(super) fn append(&mut self, other: &Html) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// The page.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Html)) -> String {
        let mut out = Html::default();
        write(&mut out);
        out.into_text()
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(
            written(|out| {
                out.text("<b a=\"x\" c='y'>&amp;</b>");
            }),
            "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;"
        );
        assert_eq!(
            written(|out| {
                out.attribute("data-day", "\" onload=\"x");
            }),
            " data-day=\"&quot; onload=&quot;x\""
        );
    }

    #[test]
    fn what_stands_in_backquotes_is_code() {
        let shown = written(|out| {
            out.prose("add `<i>` ` here");
        });
        assert_eq!(shown, "add <code>&lt;i&gt;</code> ` here");
    }
}
