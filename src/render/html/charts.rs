//! Bars: how counts share one line, and how large they are beside each other. Each stands by words
//! or in a table whose numbers say the same.

use super::markup::Html;
use identifiers::safe;
use identifiers::text::SafeText;

/// A part of a whole in hundredths of a per cent, as a text with the sign.
pub(super) fn share(part: usize, whole: usize) -> SafeText {
    let parts = part.saturating_mul(10_000) / whole.max(1);
    let hundredths = parts % 100;
    let nought = if hundredths < 10 { "0" } else { "" };
    safe!("{}.{}{}%", parts / 100, nought, hundredths)
}

/// Counts beside each other as one bar, as wide as there is room, each in the pattern of this name.
pub(super) fn stacked(out: &mut Html, counts: &[(&'static str, usize)]) {
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    if total == 0 {
        return;
    }
    out.raw("<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">");
    let mut before = 0;
    for (pattern, count) in counts {
        if *count > 0 {
            out.raw("<rect")
                .attribute("x", share(before, total))
                .attribute("width", share(*count, total))
                .raw(" height=\"100%\" fill=\"url(#fill-")
                .raw(pattern)
                .raw(")\"/>");
        }
        before += count;
    }
    out.raw("</svg>");
}

/// A count as a bar, as long as the largest of its kind would be whole.
pub(super) fn single(out: &mut Html, count: usize, largest: usize) {
    if count > 0 {
        out.raw("<svg class=\"bar length\" aria-hidden=\"true\" focusable=\"false\"><rect")
            .attribute("width", share(count, largest))
            .raw(" height=\"100%\"/></svg>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_bar_follow_each_other() {
        let mut out = Html::default();
        stacked(&mut out, &[("kept", 2), ("explained", 0), ("not-kept", 1)]);
        let written = out.into_text();
        assert!(written.contains(r#"x="0.00%" width="66.66%""#), "{written}");
        assert!(
            written.contains(r#"x="66.66%" width="33.33%""#),
            "{written}"
        );
        assert_eq!(share(0, 0), "0.00%");
        assert_eq!(share(5, 5), "100.00%");
    }
}
