//! The page that a meeting reads, in the words and the order of every other format.

use super::blocks;
use super::charts;
use super::findings::Lists;
use super::markup::Html;
use super::verdict_style::{pattern, sign, swatch};
use crate::report::page::{About, Page, Section, Standings};
use crate::report::{Block, Lines, TITLE};
use crate::rules::Verdict;
use identifiers::safe;

/// Writes the page. What stands behind it is in the lists, so that lines lead to their findings.
pub(super) fn page(out: &mut Html, page: &Page, lists: &Lists<'_, '_>) {
    out.raw("<header>\n");
    out.element("<h1>", TITLE, "</h1>\n");
    out.element("<p class=\"what\">", &page.what, "</p>\n</header>\n");
    if let Some(incomplete) = &page.incomplete {
        out.element("<p class=\"incomplete\">", incomplete, "</p>\n");
    }
    answer(out, page);
    for fact in &page.facts {
        out.element("<p class=\"fact\">", fact, "</p>\n");
    }
    out.raw("<div class=\"lists\">\n");
    for section in &page.sections {
        self::section(out, section, lists);
    }
    out.raw("</div>\n");
    out.element("<p class=\"closing\">", &page.closing, "</p>\n");
    for block in &page.since {
        if let Block::Heading(heading) = block {
            out.element("<h2>", heading, "</h2>\n");
        } else {
            blocks::blocks(out, "", std::slice::from_ref(block));
        }
    }
}

/// Whether the charter was kept: in a word, in numbers, as a bar, and by whose promises they are.
fn answer(out: &mut Html, page: &Page) {
    out.element("<p class=\"answer\"><strong>", &page.answer, "</strong>");
    if let Some(came_up) = &page.came_up {
        out.raw(" ").text(came_up).text(": ");
        standings(out, &page.standings);
        out.text(".");
    }
    out.raw("</p>\n");
    let counts = page.standings.counts().iter();
    let counts: Vec<_> = counts
        .map(|(standing, count)| (pattern(*standing), *count))
        .collect();
    charts::stacked(out, &counts);
    if !page.parties.is_empty() {
        out.raw("<dl class=\"parties\">\n");
        for (whose, counts) in &page.parties {
            out.element("<dt>", safe!("{}:", whose), "</dt> ");
            out.element("<dd>", counts.words(), "</dd>\n");
        }
        out.raw("</dl>\n");
    }
}

/// The counts in a sentence, each behind a little of its pattern in the bar.
fn standings(out: &mut Html, standings: &Standings) {
    let counts = standings.counts();
    for (at, (standing, count)) in counts.iter().enumerate() {
        if at > 0 {
            out.text(if at + 1 < counts.len() { ", " } else { " and " });
        }
        out.raw("<span class=\"standing\">");
        swatch(out, pattern(*standing));
        out.number(*count).text(" ").text(standing.words());
        out.raw("</span>");
    }
}

fn section(out: &mut Html, section: &Section, lists: &Lists<'_, '_>) {
    let (id, verdict) = match section.about {
        About::ToDo => ("to-do", Verdict::StillToCome),
        About::Verdict(verdict) => (verdict.word(), verdict),
    };
    let label = safe!("page-{}", id);
    out.raw("<section").attribute("aria-labelledby", &label);
    out.attribute("class", id)
        .raw("><h2")
        .attribute("id", &label);
    out.raw(">");
    sign(out, verdict);
    out.text(section.heading).raw("</h2>\n");
    lines(out, &section.lines, lists);
    out.raw("</section>\n");
}

fn lines(out: &mut Html, all: &Lines, lists: &Lists<'_, '_>) {
    out.raw("<ol class=\"lines\">\n");
    for line in &all.lines {
        let lead = safe!("{}:", line.lead);
        out.raw("<li>");
        match lists.number(&line.about) {
            Some(number) => {
                out.raw("<a")
                    .attribute("href", safe!("#finding-{}", number));
                out.element(">", lead, "</a>");
            }
            None => {
                out.element("<strong>", lead, "</strong>");
            }
        }
        out.raw(" ").prose(&line.said).raw("</li>\n");
    }
    out.raw("</ol>\n");
    if let Some(more) = &all.more {
        out.raw("<p class=\"more\"><a href=\"#details\">");
        out.prose(more).raw("</a></p>\n");
    }
}
