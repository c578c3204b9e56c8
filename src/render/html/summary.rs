//! What everybody reads first: how often promises were kept, in words and numbers.

use super::blocks;
use super::charts;
use super::markup::Html;
use super::verdict_style::{COUNTED, sign};
use crate::report::words::grouped;
use crate::report::{Report, TITLE, head, incomplete, not_read, sides, summary};
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

/// The title with the charter's own.
pub(super) fn header(out: &mut Html, report: &Report<'_>) {
    out.raw("<header>\n");
    out.element("<h1>", TITLE, "</h1>\n");
    let charter = report.charter_title();
    out.element("<p class=\"charter\">", &charter, "</p>\n</header>\n");
}

/// The summary: a sentence, the counts, each side, what was audited, and what could not be read.
pub(super) fn section(out: &mut Html, report: &Report<'_>, contents: &[(SafeText, SafeText)]) {
    out.raw("<section class=\"summary\" aria-labelledby=\"summary-heading\">");
    out.raw("<h2 id=\"summary-heading\">In short</h2>\n");
    out.element("<p class=\"sentence\">", summary(report), "</p>\n");
    out.raw("<ul class=\"tiles\">\n");
    for verdict in COUNTED {
        let name = verdict.word();
        let count = report.tally.count(verdict);
        let id = if verdict == Verdict::StillToCome {
            "coming-due"
        } else {
            name
        };
        let target = contents.iter().any(|(known, _)| *known == id);
        out.raw("<li class=\"").raw(name).raw("\">");
        if target {
            out.raw("<a").attribute("href", safe!("#{}", id)).raw(">");
        }
        sign(out, verdict);
        out.raw("<strong>").text(grouped(count)).raw("</strong> ");
        out.text(verdict.in_prose());
        out.raw(if target { "</a></li>\n" } else { "</li>\n" });
    }
    out.raw("</ul>\n");
    charts::stacked(out, &report.tally);
    let mut unread = Vec::new();
    incomplete(report, &mut unread);
    not_read(report, &mut unread);
    if !unread.is_empty() {
        out.raw("<div class=\"unread\">\n");
        blocks::blocks(out, "", &unread);
        out.raw("</div>\n");
    }
    blocks::facts(out, &sides(report));
    blocks::facts(out, &head(report));
    out.raw("</section>\n");
}
