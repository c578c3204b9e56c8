//! How each promise is judged: what the charter asks for, and the page of the rule, folded.

use super::markup::Html;
use super::parts::{self, Part};
use super::rule_page;
use crate::report::Report;
use crate::report::ReportedClause;
use crate::rules::RulePage;
use identifiers::redact::Redactor;
use identifiers::safe;

/// What stands over the pages.
const HEADING: &str = "How each promise is judged";

/// Writes the page of every rule that judges a promise that was asked for.
pub(super) fn part(out: &mut Html, report: &Report<'_>) {
    let mut pages: Vec<(RulePage, Vec<ReportedClause<'_>>)> = Vec::new();
    for (clause, _) in report.clauses() {
        let Some(page) = clause.page() else {
            continue;
        };
        match pages.iter_mut().find(|(known, _)| known.code == page.code) {
            Some((_, clauses)) => clauses.push(clause),
            None => pages.push((page, vec![clause])),
        }
    }
    if pages.is_empty() {
        return;
    }
    Part::new("help", HEADING).begin(out, report);
    for (page, clauses) in pages {
        out.raw("<details><summary>").text(page.promise);
        // The place to which findings lead is inside, so that a browser opens what folds it.
        out.raw("</summary><div tabindex=\"-1\"");
        out.attribute("id", safe!("rule-{}", page.code)).raw(">");
        out.element("<h4>", page.promise, "</h4>\n");
        let failing = safe!("When it is not kept: {}.", page.failing);
        out.element("<p>", failing, "</p>\n");
        for clause in clauses {
            promise(out, report, clause);
        }
        // Examples have numbers and addresses that are reserved for tests. Nobody who searches a
        // page for what could identify somebody can tell them from others.
        rule_page::write(out, &Redactor::default().redact_lines(&page.text()));
        out.raw("</div></details>\n");
    }
    parts::end(out);
}

fn promise(out: &mut Html, report: &Report<'_>, clause: ReportedClause<'_>) {
    out.raw("<p class=\"promise\"><strong>Clause ")
        .text(clause.id());
    out.raw(":</strong> ").prose(clause.says());
    for fact in report.about(clause) {
        out.raw(" ").prose(&fact);
    }
    out.raw("</p>\n");
}
