//! What was kept, and what does not apply. There is much of both, so it is short.

use super::blocks;
use super::charts;
use super::findings::{ELSEWHERE, Lists};
use super::markup::Html;
use super::parts::{self, Part};
use super::verdict_style;
use crate::report::ReportedFinding;
use crate::report::words::{day_and_year, grouped, sentence};
use crate::report::{Report, Table};
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

/// So many records stand under one promise.
const ROWS: usize = 100;

/// Every promise with the records in which it was kept, those with a remark left out.
pub(super) fn kept<'a>(lists: &mut Lists<'_, 'a>, out: &mut Html) {
    let mut by_clause: Vec<Vec<ReportedFinding<'a>>> = Vec::new();
    by_clause.resize_with(lists.report.by_clause.len(), Vec::new);
    let plain = |finding: &ReportedFinding<'a>| !finding.has_remarks();
    let mut count = 0;
    for finding in lists.report.with(Verdict::Kept).filter(plain) {
        if let Some(clause) = by_clause.get_mut(finding.clause_number()) {
            clause.push(finding);
            count += 1;
        }
    }
    if count == 0 {
        return;
    }
    let heading = "Kept";
    let part = Part::new("kept", heading).holding(Verdict::Kept, count);
    part.begin(out, lists.report);
    let mut left = 0;
    for findings in by_clause {
        left += clause(lists, out, &findings);
    }
    lists.cut(out, heading, left);
    parts::end(out);
}

fn clause(lists: &mut Lists<'_, '_>, out: &mut Html, findings: &[ReportedFinding<'_>]) -> usize {
    let Some(first) = findings.first() else {
        return 0;
    };
    let name = safe!("{}: {}", first.clause().id(), first.clause().says());
    out.raw("<details class=\"clause\" data-holds");
    super::data_attributes::clause(out, *first);
    out.element("><summary>", &name, " <span class=\"count\">")
        .text(grouped(findings.len()))
        .raw("</span></summary>\n<table role=\"table\" class=\"rows\">");
    out.element("<caption>", safe!("Kept: {}", name), "</caption>");
    out.raw("<thead role=\"rowgroup\"><tr role=\"row\">");
    for name in ["About", "Day", "Evidence", "Record"] {
        out.raw("<th role=\"columnheader\" scope=\"col\">")
            .raw(name)
            .raw("</th>");
    }
    out.raw("</tr></thead><tbody role=\"rowgroup\">\n");
    for finding in findings.iter().take(ROWS) {
        row(lists, out, *finding);
    }
    out.raw("</tbody></table>");
    let left = findings.len().saturating_sub(ROWS);
    if left > 0 {
        out.raw("<p class=\"cut\">").text(grouped(left));
        out.text(" more are not shown here.").raw("</p>");
    }
    out.raw("</details>\n");
    left
}

fn row(lists: &mut Lists<'_, '_>, out: &mut Html, finding: ReportedFinding<'_>) {
    let told = lists.report.describe(finding);
    let day = finding.day().map(day_and_year).unwrap_or_default();
    lists.leaf(out, "<tr role=\"row\"", "", finding, false);
    out.element(
        "<th role=\"rowheader\" scope=\"row\">",
        told.subject(),
        "</th>",
    );
    for (label, cell) in [
        ("Day", &day),
        ("Evidence", &sentence(&told.words)),
        ("Record", &told.address()),
    ] {
        out.raw("<td role=\"cell\" data-label=\"").raw(label);
        out.element("\">", cell, "</td>");
    }
    out.raw("</tr>\n");
}

/// How often each promise did not apply.
pub(super) fn does_not_apply(lists: &mut Lists<'_, '_>, out: &mut Html) {
    let report = lists.report;
    let count = report.tally.count(Verdict::DoesNotApply);
    if count == 0 {
        return;
    }
    let heading = "Does not apply";
    lists.left.push((heading, count));
    Part::new("does-not-apply", heading).begin(out, report);
    out.raw("<p>").text(grouped(count)).prose(safe!(
        " times a promise did not apply to a record: out of scope, cancelled, or its condition did \
         not arise. They are counted here and not listed; {}",
        ELSEWHERE
    ));
    out.raw("</p>\n");
    blocks::table(
        out,
        "plain",
        "How often each promise did not apply",
        &by_promise(report),
        |_, _, _| {},
    );
    parts::end(out);
}

fn by_promise(report: &Report<'_>) -> Table {
    let rows = report.clauses().filter_map(|(clause, tally)| {
        let count = tally.count(Verdict::DoesNotApply);
        let says = clause.says();
        (count > 0).then(|| vec![clause.id(), says, grouped(count)])
    });
    Table {
        header: ["Clause", "Promise", "Does not apply"]
            .map(SafeText::own)
            .into(),
        rows: rows.collect(),
        numbers_from: 2,
    }
}

/// The promises one by one, each with a bar of its verdicts.
pub(super) fn promises(out: &mut Html, report: &Report<'_>, table: &Table) {
    verdict_style::legend(out);
    let tallies: Vec<_> = report.clauses().collect();
    blocks::table(
        out,
        "promises",
        "How often each verdict was given, promise by promise",
        table,
        |out, row, column| {
            // The bar stands below the words of the promise, so that it has room on any screen.
            let id = table.rows.get(row).and_then(|row| row.first());
            let tally = tallies.iter().find(|(clause, _)| Some(&clause.id()) == id);
            if let (1, Some((_, tally))) = (column, tally) {
                charts::stacked(out, &verdict_style::patterns(tally));
            }
        },
    );
}
