//! The form that filters the findings. It is hidden until the script is there to answer it.

use std::collections::BTreeSet;

use super::data_attributes::Projects;
use super::markup::Html;
use super::verdict_style::COUNTED;
use crate::report::{Report, side};
use engagement_records::record::Duty;
use identifiers::safe;
use identifiers::text::Printable;

/// So many letters of a promise tell it from the others.
const LETTERS: usize = 70;

/// Writes the form.
pub(super) fn form(out: &mut Html, report: &Report<'_>, projects: &Projects) {
    out.raw("<form id=\"filter\" class=\"filter\" aria-labelledby=\"filter-heading\" hidden>\n");
    out.raw("<h3 id=\"filter-heading\">Show only some findings</h3>\n<div class=\"fields\">\n");
    sides(out, report);
    clauses(out, report);
    choice(out, "verdict", "Verdict", "All verdicts");
    for verdict in COUNTED {
        if report.tally.count(verdict) > 0 {
            option(out, verdict.word(), verdict.in_prose());
        }
    }
    out.raw("</select></div>\n");
    if !projects.names().is_empty() {
        choice(out, "project", "Project", "All projects");
        for (number, name) in projects.names().iter().enumerate() {
            option(out, safe!("{}", number), name);
        }
        out.raw("</select></div>\n");
    }
    for (name, label) in [("from", "First day"), ("until", "Last day")] {
        out.raw("<div><label").attribute("for", name);
        out.element(">", label, "</label><input type=\"date\"");
        out.attribute("id", name).attribute("name", name);
        out.raw("></div>\n");
    }
    out.raw("</div>\n<p class=\"answered\"><button type=\"reset\">Show all</button> ");
    out.raw("<span id=\"shown\" role=\"status\" aria-live=\"polite\"></span></p>\n");
    out.raw("<p class=\"note\">What is still to come has the day by which it is due. What has no ");
    out.raw("day is not shown while a day is chosen.</p></form>\n");
}

fn sides(out: &mut Html, report: &Report<'_>) {
    let sides: BTreeSet<Duty> = report.clauses().map(|(clause, _)| clause.of()).collect();
    if sides.len() > 1 {
        choice(out, "side", "Promise of", "All sides");
        for of in sides {
            option(out, of.word(), side(report, of));
        }
        out.raw("</select></div>\n");
    }
}

fn clauses(out: &mut Html, report: &Report<'_>) {
    choice(out, "clause", "Promise", "All promises");
    for (clause, tally) in report.clauses() {
        if COUNTED.iter().any(|verdict| tally.count(*verdict) > 0) {
            let says = clause.says();
            let short = says.part(|says| {
                let cut = says.char_indices().nth(LETTERS);
                cut.and_then(|(at, _)| says.get(..at)).unwrap_or(says)
            });
            let more = if short == says { "" } else { "…" };
            option(
                out,
                clause.id(),
                safe!("{}: {}{}", clause.id(), short, more),
            );
        }
    }
    out.raw("</select></div>\n");
}

fn choice(out: &mut Html, name: &'static str, label: &'static str, all: &'static str) {
    out.raw("<div><label").attribute("for", name);
    out.element(">", label, "</label><select");
    out.attribute("id", name).attribute("name", name).raw(">");
    option(out, "", all);
}

fn option(out: &mut Html, value: impl Printable, shown: impl Printable) {
    out.raw("<option").attribute("value", value);
    out.raw(">").text(shown).raw("</option>");
}
