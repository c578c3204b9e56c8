//! Texts broken into lines, for minutes and for those who count how many there are.

use identifiers::text::Printable;
use unicode_width::UnicodeWidthStr as _;

/// What an e-mail or a page of minutes takes without breaking lines by itself.
pub(crate) const COLUMNS: usize = 72;

/// Breaks a text at spaces. A word that is longer than a line gets one to itself and stays whole,
/// so that paths can be copied.
pub(crate) fn wrap(out: &mut String, first: &str, further: &str, text: impl Printable) {
    let mut line = first.to_owned();
    let mut empty = line.trim().is_empty();
    for word in text.printed().split_whitespace() {
        let gap = usize::from(!line.is_empty() && !line.ends_with(' '));
        if !empty && line.width() + gap + word.width() > COLUMNS {
            out.push_str(line.trim_end());
            out.push('\n');
            further.clone_into(&mut line);
        } else if gap == 1 {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
