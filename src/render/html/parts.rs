//! The parts behind the page: each is folded until somebody opens it, or open from the beginning
//! where the details were asked for.

use super::markup::Html;
use super::verdict_style::sign;
use crate::report::Report;
use crate::report::words::grouped;
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

/// A part before it is written.
pub(super) struct Part {
    id: &'static str,
    heading: SafeText,
    /// The verdict of its findings, and how many there are.
    holds: Option<(Verdict, usize)>,
}

impl Part {
    pub(super) fn new(id: &'static str, heading: impl Into<SafeText>) -> Self {
        Part {
            id,
            heading: heading.into(),
            holds: None,
        }
    }

    /// With findings of one verdict.
    pub(super) fn holding(mut self, verdict: Verdict, count: usize) -> Self {
        self.holds = Some((verdict, count));
        self
    }

    /// Writes its heading and opens what is below it. Links lead to the latter, because a browser
    /// unfolds what folds their target.
    pub(super) fn begin(&self, out: &mut Html, report: &Report<'_>) {
        out.raw("<details class=\"part\"").raw(open(report));
        if let Some((verdict, _)) = self.holds {
            out.raw(" data-holds");
            out.attribute("data-verdict", verdict.word());
        }
        let label = safe!("{}-heading", self.id);
        out.raw("><summary><h3").attribute("id", &label).raw(">");
        if let Some((verdict, _)) = self.holds {
            sign(out, verdict);
        }
        out.prose(&self.heading);
        if let Some((_, count)) = self.holds {
            out.raw(" <span class=\"count\">").text(grouped(count));
            out.raw("</span>");
        }
        out.raw("</h3></summary>\n<div class=\"inside\"");
        out.attribute("id", self.id).raw(">\n");
    }
}

/// What opens what can be folded, where the details were asked for.
pub(super) fn open(report: &Report<'_>) -> &'static str {
    if report.has_details() { " open" } else { "" }
}

/// Ends the part that was begun last.
pub(super) fn end(out: &mut Html) {
    out.raw("</div></details>\n");
}
