//! The findings, verdict by verdict: each with its promise, its evidence, its place, what would
//! help, and a way to how it is judged.

use std::collections::BTreeMap;

use super::blocks;
use super::data_attributes::{self, Projects};
use super::markup::Html;
use super::parts::{self, Part};
use crate::report::sections::{self, Described};
use crate::report::words::{grouped, sentence};
use crate::report::{FindingKey, ReportedFinding};
use crate::report::{FindingText, ListItem, Report, SEVERITIES};
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

/// So many findings or groups of them stand under one heading.
const CARDS: usize = 1_000;
/// So many promises that were not kept are told one by one: they are what the page is for.
const NOT_KEPT: usize = 5_000;
/// So many records stand in one group.
const ROWS: usize = 200;
/// Groups of more records than these are folded.
const FOLDED: usize = 8;

/// Where the rest is, after how much is not shown.
pub(super) const ELSEWHERE: &str =
    "`charter-audit report -o findings.csv` writes all of them into a table.";

/// The lists behind the page while they are written.
pub(super) struct Lists<'r, 'a> {
    pub(super) report: &'r Report<'a>,
    pub(super) projects: Projects,
    /// Every finding that was written, with its number.
    written: BTreeMap<FindingKey, usize>,
    numbers: usize,
    /// What was left out, by heading.
    pub(super) left: Vec<(&'static str, usize)>,
}

impl<'r, 'a> Lists<'r, 'a> {
    pub(super) fn of(report: &'r Report<'a>) -> Self {
        Lists {
            report,
            projects: Projects::of(report),
            written: BTreeMap::new(),
            numbers: 0,
            left: Vec::new(),
        }
    }

    /// The number in the id of a finding, if it was written.
    pub(super) fn number(&self, finding: &FindingKey) -> Option<usize> {
        self.written.get(finding).copied()
    }

    /// Says what was left out under a heading, if anything was.
    pub(super) fn cut(&mut self, out: &mut Html, heading: &'static str, left: usize) {
        if left > 0 {
            self.left.push((heading, left));
            out.raw("<p class=\"cut\">")
                .text(grouped(left))
                .prose(safe!(" more are not shown here; {}", ELSEWHERE))
                .raw("</p>\n");
        }
    }

    /// All findings with one verdict; what is told together is one group.
    pub(super) fn verdict(
        &mut self,
        out: &mut Html,
        id: &'static str,
        heading: &'static str,
        verdict: Verdict,
    ) {
        let groups = sections::groups(self.report, verdict);
        let count = groups.iter().map(Vec::len).sum();
        if count == 0 {
            return;
        }
        let part = Part::new(id, heading).holding(verdict, count);
        part.begin(out, self.report);
        if verdict == Verdict::NotKept {
            out.element("<p>", SEVERITIES, "</p>\n");
        }
        out.raw("<ol class=\"cards\">\n");
        let most = if verdict == Verdict::NotKept {
            NOT_KEPT
        } else {
            CARDS
        };
        let mut left = 0;
        for (at, group) in groups.iter().enumerate() {
            match group.as_slice() {
                _ if at >= most => left += group.len(),
                [(finding, told)] => {
                    let item = sections::one(self.report, told);
                    self.card(out, at + 1, *finding, told, &item);
                }
                several => left += self.group(out, at + 1, several),
            }
        }
        out.raw("</ol>\n");
        self.cut(out, heading, left);
        parts::end(out);
    }

    /// What was kept with a remark.
    pub(super) fn remarks(&mut self, out: &mut Html) {
        let remarked: Vec<ReportedFinding<'a>> = self
            .report
            .with(Verdict::Kept)
            .filter(|finding| finding.has_remarks())
            .collect();
        if remarked.is_empty() {
            return;
        }
        let heading = "Kept, with a remark";
        let part = Part::new("remarks", heading).holding(Verdict::Kept, remarked.len());
        part.begin(out, self.report);
        out.raw("<ol class=\"cards\">\n");
        for (at, finding) in remarked.iter().take(CARDS).enumerate() {
            let told = self.report.describe(*finding);
            let item = sections::remark(&told);
            self.card(out, at + 1, *finding, &told, &item);
        }
        out.raw("</ol>\n");
        self.cut(out, heading, remarked.len().saturating_sub(CARDS));
        parts::end(out);
    }

    /// What can still be kept, by day and subject.
    pub(super) fn due(&mut self, out: &mut Html) {
        let due = sections::due(self.report);
        if due.is_empty() {
            return;
        }
        let heading = "Coming due, soonest first";
        let part = Part::new("coming-due", heading).holding(Verdict::StillToCome, due.len());
        part.begin(out, self.report);
        out.raw("<ol class=\"cards\">\n");
        let mut open = None;
        let mut number = 0;
        for (day, finding) in due.iter().take(CARDS) {
            let told = self.report.describe(*finding);
            let lead = sections::by(*day, &told);
            if open.as_ref() != Some(&lead) {
                out.raw(if open.is_some() { "</ul></li>\n" } else { "" });
                out.raw("<li class=\"card\" data-holds>");
                number += 1;
                title(out, number, &lead);
                out.raw("<ul>\n");
                open = Some(lead);
            }
            self.leaf(out, "<li", "", *finding, true);
            link(out, *finding, told.title());
            out.prose(safe!(": {}", sentence(&told.words)));
            out.raw("</li>\n");
        }
        out.raw("</ul></li>\n</ol>\n");
        self.cut(out, heading, due.len().saturating_sub(CARDS));
        parts::end(out);
    }

    /// Opens the element of a finding, with what it can be filtered by.
    pub(super) fn leaf(
        &mut self,
        out: &mut Html,
        open: &'static str,
        class: &'static str,
        finding: ReportedFinding<'_>,
        by_itself: bool,
    ) {
        self.numbers += 1;
        // The first is the one to which links lead.
        let number = self.written.entry(finding.key());
        number.or_insert(self.numbers);
        out.raw(open);
        if !class.is_empty() {
            out.raw(" class=\"").raw(class).raw("\"");
        }
        out.numbered("id", "finding-", self.numbers);
        if by_itself {
            data_attributes::clause(out, finding);
        }
        data_attributes::subject(out, &self.projects, finding);
        out.raw(" data-finding>");
    }

    fn card(
        &mut self,
        out: &mut Html,
        number: usize,
        finding: ReportedFinding<'_>,
        told: &FindingText<'_>,
        item: &ListItem,
    ) {
        self.leaf(out, "<li", "card", finding, true);
        title(out, number, &item.lead);
        blocks::lines(out, item);
        how(out, finding, told);
        out.raw("</li>\n");
    }

    /// Several findings told together. Gives how many were left out.
    fn group(&mut self, out: &mut Html, number: usize, group: &[Described<'_>]) -> usize {
        let (Some((first, told)), Some((item, records))) = (group.first(), sections::shared(group))
        else {
            return 0;
        };
        out.raw("<li class=\"card\" data-holds");
        data_attributes::clause(out, *first);
        out.raw(">");
        title(out, number, &item.lead);
        blocks::lines(out, &item);
        let folded = group.len() > FOLDED;
        if folded {
            out.raw("<details");
            out.raw(parts::open(self.report)).raw("><summary>");
            out.raw(sections::RECORDS);
            out.raw(" <span class=\"count\">")
                .text(grouped(group.len()));
            out.raw("</span></summary>");
        } else {
            out.raw("<p class=\"name\">")
                .raw(sections::RECORDS)
                .raw("</p>");
        }
        out.raw("<ul>\n");
        for ((finding, _), record) in group.iter().zip(&records).take(ROWS) {
            self.leaf(out, "<li", "", *finding, false);
            out.prose(record).raw("</li>\n");
        }
        out.raw("</ul>");
        let left = group.len().saturating_sub(ROWS);
        if left > 0 {
            out.raw("<p class=\"cut\">").text(grouped(left));
            out.text(" more are not shown here.").raw("</p>");
        }
        out.raw(if folded { "</details>" } else { "" });
        how(out, *first, told);
        out.raw("</li>\n");
        left
    }
}

/// The title of a finding. Its number is a text, so that it stays the same whatever is filtered, and
/// so that no browser has to count again.
fn title(out: &mut Html, number: usize, lead: &SafeText) {
    out.raw("<h4>").number(number).text(". ");
    out.prose(lead).raw("</h4>");
}

/// A way to how a finding is judged.
fn how(out: &mut Html, finding: ReportedFinding<'_>, told: &FindingText<'_>) {
    out.raw("<p class=\"how\">How it is judged: ");
    link(out, finding, &told.promise_name);
    out.raw("</p>");
}

fn link(out: &mut Html, finding: ReportedFinding<'_>, title: &SafeText) {
    match finding.page() {
        Some(page) => {
            out.raw("<a href=\"#rule-").raw(page.code).raw("\">");
            out.prose(title).raw("</a>");
        }
        None => {
            out.prose(title);
        }
    }
}
