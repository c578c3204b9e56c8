//! How each verdict looks: a sign, a pattern and a colour, never a colour alone. Its word always
//! stands beside it.

use super::markup::Html;
use crate::report::Tally;
use crate::report::page::Standing;
use crate::rules::Verdict;

/// The verdicts of charts and counts, in the order of the words in the summary.
pub(super) const COUNTED: [Verdict; 5] = [
    Verdict::Kept,
    Verdict::NotKept,
    Verdict::NoEvidence,
    Verdict::Explained,
    Verdict::StillToCome,
];

/// Signs and patterns, written once and used by name.
pub(super) const SHARED: &str = include_str!("signs.svg");

/// The sign of a verdict; its word stands beside it.
pub(super) fn sign(out: &mut Html, verdict: Verdict) {
    out.raw("<svg class=\"sign ")
        .raw(verdict.word())
        .raw("\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#sign-")
        .raw(verdict.word())
        .raw("\"/></svg>");
}

/// What the patterns of a chart mean.
pub(super) fn legend(out: &mut Html) {
    out.raw("<ul class=\"legend\" aria-label=\"What the patterns mean\">");
    for verdict in COUNTED {
        out.raw("<li>");
        swatch(out, verdict.word());
        out.text(verdict.in_prose()).raw("</li>");
    }
    out.raw("</ul>\n");
}

/// A little of a pattern; what it means stands beside it.
pub(super) fn swatch(out: &mut Html, pattern: &'static str) {
    out.raw("<svg class=\"swatch\" aria-hidden=\"true\" focusable=\"false\">");
    out.raw("<rect width=\"100%\" height=\"100%\" fill=\"url(#fill-")
        .raw(pattern)
        .raw(")\"/></svg>");
}

/// The counts of a bar.
pub(super) fn patterns(tally: &Tally) -> [(&'static str, usize); 5] {
    COUNTED.map(|verdict| (verdict.word(), tally.count(verdict)))
}

/// The pattern of how a promise stands: that of the verdict which decides it, and one of its own
/// for what was never kept.
pub(super) fn pattern(standing: Standing) -> &'static str {
    match standing {
        Standing::Kept => Verdict::Kept.word(),
        Standing::NotAlways => Verdict::NotKept.word(),
        Standing::Never => "never-kept",
        Standing::Explained => Verdict::Explained.word(),
        Standing::NotShown => Verdict::NoEvidence.word(),
        Standing::ToCome => Verdict::StillToCome.word(),
    }
}
