//! The one page that a meeting reads: the answer, what was not read, what is to be done by whom and
//! when, what was not kept, and what could not be shown. Every section has its share of the lines,
//! and says how much more there is.

mod failings;
mod lines;
mod promises;
mod to_do;
mod unread;

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use super::model::Block;
use super::words::{count_of, day_and_year, grouped};
use super::{Report, ReportedClause, ReportedFinding, moved, without_place};
use crate::charter::BUILT_IN_NAME;
use crate::rules::Verdict;
use engagement_records::record::SubjectKind;
use identifiers::safe;
use identifiers::text::SafeText;
use lines::{PAGE, Section, fitted, height};

/// The blocks of the page, below its title.
pub(super) fn page(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(what(report))];
    blocks.extend(incomplete(report).map(Block::Paragraph));
    let promises = promises::standings(report);
    blocks.push(Block::Paragraph(promises::answer(&promises)));
    let parties = promises::by_party(report);
    if !parties.is_empty() {
        blocks.push(Block::Facts(parties));
    }
    blocks.extend(unread::unread(report).map(Block::Paragraph));
    blocks.extend(promises::numbers(report).map(Block::Paragraph));
    let mut closing = vec![not_judged(report)];
    if !report.has_details() {
        closing.extend(moved::since_in_short(report));
    }
    // The title, its line, and a blank line before every block.
    let taken: usize = blocks.iter().chain(&closing).map(height).sum();
    let sections = vec![
        Section::new("To do", 5, to_do::items(report)),
        Section::new("Not kept", 4, failings::items(report, Verdict::NotKept)),
        Section::new(
            "Could not be shown",
            2,
            failings::items(report, Verdict::NoEvidence),
        ),
        Section::new("Explained", 1, failings::items(report, Verdict::Explained)),
    ];
    blocks.extend(fitted(sections, PAGE.saturating_sub(taken + 2)));
    blocks.extend(closing);
    blocks
}

/// What was audited, in a line.
fn what(report: &Report<'_>) -> SafeText {
    let mut what = safe!(
        "{}, as of {}: {} in {}",
        report.charter_title(),
        day_and_year(report.as_of()),
        count_of(report.records_read(), "records"),
        count_of(report.files_read(), "files")
    );
    for more in [report.period(), report.chosen()].into_iter().flatten() {
        what.push(safe!("; {}", more));
    }
    what.push(".");
    what
}

/// What could not be read, where there is any: the first of it, and how much more.
fn incomplete(report: &Report<'_>) -> Option<SafeText> {
    let errors = report
        .errors()
        .map(|fault| safe!("{}: {}", fault.address, fault.message.without_full_stop()));
    let mut all = errors.chain(report.unreadable());
    let first = all.next()?;
    let more = match all.count() {
        0 => SafeText::default(),
        more => safe!("; and {} more", grouped(more)),
    };
    Some(safe!(
        "This audit is not complete, because something could not be read: {}{}. What could be read \
         was judged.",
        first,
        more
    ))
}

/// What the program does not judge, and where the rest stands.
fn not_judged(report: &Report<'_>) -> Block {
    let not_judged: Vec<SafeText> = report.not_judged().map(|(clause, _)| clause.id()).collect();
    let mut closing = SafeText::default();
    if !not_judged.is_empty() {
        closing = safe!(
            "Not judged by the program: {}; `charter-audit explain` says why. ",
            SafeText::listed(not_judged, "and")
        );
    }
    closing.push(if report.has_details() {
        "Each finding with its evidence stands below."
    } else {
        "Each finding with its evidence: `charter-audit report --details`."
    });
    Block::Paragraph(closing)
}

impl<'a> Report<'a> {
    /// Whether the findings one by one follow the page.
    pub(super) fn has_details(&self) -> bool {
        self.details
    }

    /// Until when what falls due stands on the page.
    fn due_by(&self) -> Option<NaiveDate> {
        self.due_by
    }

    /// Whose promise a finding is about.
    fn whose(&self, finding: ReportedFinding<'_>) -> SafeText {
        if finding.is_nobodys() {
            "whoever held it".into()
        } else {
            self.promises().whose(finding.of())
        }
    }

    /// What a finding is about, with its day, as short as it can be said.
    fn subject(&self, finding: ReportedFinding<'_>) -> SafeText {
        let about = &finding.finding.about;
        let name = self.name(&about.name);
        match about.day.filter(|_| about.kind != SubjectKind::Period) {
            Some(day) if day.year() == self.as_of().year() => {
                safe!("{}, {}", name, super::words::day(day))
            }
            Some(day) => safe!("{}, {}", name, day_and_year(day)),
            None => name,
        }
    }

    /// The clauses that are judged by a number, and whether it is the area's own.
    fn numbers(&self) -> impl Iterator<Item = (ReportedClause<'a>, bool)> + '_ {
        let clauses = self.clauses();
        clauses.filter_map(|(clause, _)| {
            let number = clause.clause.number?;
            Some((clause, self.sources.name(number.source) != BUILT_IN_NAME))
        })
    }

    /// Why several findings have no evidence: what is said most often, up to the numbers of each.
    fn commonest(&self, findings: &[ReportedFinding<'_>]) -> Option<SafeText> {
        let mut counts: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
        for finding in findings {
            let words = if let Some(place) = finding.finding.no_place {
                Cow::Owned(format!("no {}", place.wanted()))
            } else {
                let words = finding.finding.evidence.as_ref();
                Cow::Borrowed(words.split_once(';').map_or(words, |(first, _)| first))
            };
            *counts.entry(words).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count)?;
        Some(self.safe(&most.0))
    }

    /// What files have no place for, with the clauses that some of their records cannot show.
    fn lacks(&self) -> Vec<(SafeText, Vec<usize>)> {
        let lacks = without_place::by_place(self.audit, |_| ()).into_iter();
        lacks
            .map(|(((), place), lack)| {
                let clauses = lack.clauses.keys().copied().collect();
                (self.safe(&place.wanted()), clauses)
            })
            .collect()
    }
}
