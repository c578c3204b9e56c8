//! How each verdict looks: a sign, a pattern and a colour, never a colour alone. Its word always
//! stands beside it.

use super::markup::Html;
use crate::rules::Verdict;

/// The verdicts of charts and counts, in the order of the words in the summary.
pub(super) const COUNTED: [Verdict; 5] = [
    Verdict::Met,
    Verdict::NotMet,
    Verdict::NotEvidenced,
    Verdict::Explained,
    Verdict::NotYetDue,
];

/// The name of a verdict in classes, ids and filters.
pub(super) fn key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "kept",
        Verdict::NotMet => "not-kept",
        Verdict::NotEvidenced => "no-evidence",
        Verdict::Explained => "explained",
        Verdict::NotYetDue => "to-come",
        Verdict::NotApplicable => "not-applicable",
    }
}

/// Signs and patterns, written once and used by name.
pub(super) const SHARED: &str = include_str!("signs.svg");

/// The sign of a verdict; its word stands beside it.
pub(super) fn sign(out: &mut Html, verdict: Verdict) {
    out.raw("<svg class=\"sign ")
        .raw(key(verdict))
        .raw("\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#sign-")
        .raw(key(verdict))
        .raw("\"/></svg>");
}

/// What the patterns of a chart mean.
pub(super) fn legend(out: &mut Html) {
    out.raw("<ul class=\"legend\" aria-label=\"What the patterns mean\">");
    for verdict in COUNTED {
        out.raw("<li><svg class=\"swatch\" aria-hidden=\"true\" focusable=\"false\">");
        out.raw("<rect width=\"100%\" height=\"100%\" fill=\"url(#fill-")
            .raw(key(verdict))
            .raw(")\"/></svg>")
            .text(verdict.in_prose())
            .raw("</li>");
    }
    out.raw("</ul>\n");
}
