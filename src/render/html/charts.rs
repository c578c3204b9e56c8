//! Bars: how the verdicts about something share one line, and how large counts are beside each
//! other. Each stands in a table whose numbers say the same.

use super::markup::Html;
use super::verdict_style::COUNTED;
use crate::report::Tally;
use identifiers::safe;
use identifiers::text::SafeText;

/// A part of a whole in hundredths of a per cent, as a text with the sign.
pub(super) fn share(part: usize, whole: usize) -> SafeText {
    let parts = part.saturating_mul(10_000) / whole.max(1);
    let hundredths = parts % 100;
    let nought = if hundredths < 10 { "0" } else { "" };
    safe!("{}.{}{}%", parts / 100, nought, hundredths)
}

/// All verdicts about something as one bar, as wide as there is room.
pub(super) fn stacked(out: &mut Html, tally: &Tally) {
    let total: usize = COUNTED.iter().map(|verdict| tally.count(*verdict)).sum();
    if total == 0 {
        return;
    }
    out.raw("<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">");
    let mut before = 0;
    for verdict in COUNTED {
        let count = tally.count(verdict);
        if count > 0 {
            out.raw("<rect")
                .attribute("x", share(before, total))
                .attribute("width", share(count, total))
                .raw(" height=\"100%\" fill=\"url(#fill-")
                .raw(verdict.word())
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
    use crate::rules::Verdict;

    #[test]
    fn the_parts_of_a_bar_follow_each_other() {
        let mut out = Html::default();
        let tally = Tally::of(&[(Verdict::Kept, 2), (Verdict::NotKept, 1)]);
        stacked(&mut out, &tally);
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
