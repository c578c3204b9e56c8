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
use super::{Report, ReportedFinding, moved, numbers, without_place};
use crate::rules::Verdict;
use engagement_records::record::SubjectKind;
use identifiers::safe;
use identifiers::text::SafeText;
pub(crate) use lines::{About, Rest, Section};
use lines::{PAGE, Wanted, fitted, height};
pub(crate) use promises::{Standing, Standings};
pub(super) use unread::unread;

/// The page, part by part in its order.
pub(crate) struct Page {
    /// What was audited, in a line.
    pub(crate) what: SafeText,
    /// What could not be read, where there is any.
    pub(crate) incomplete: Option<SafeText>,
    /// Whether the charter was kept, in a word or two.
    pub(crate) answer: SafeText,
    /// How many promises came up, if any did.
    pub(crate) came_up: Option<SafeText>,
    /// How they stand.
    pub(crate) standings: Standings,
    /// The same by whose promises they are.
    pub(crate) parties: Vec<(SafeText, Standings)>,
    /// What was not read, and how many numbers are the area's own.
    pub(crate) facts: Vec<SafeText>,
    /// What is to be done, was not kept, could not be shown, and was explained.
    pub(crate) sections: Vec<Section>,
    /// What the program does not judge, and where the rest stands.
    pub(crate) closing: SafeText,
    /// What moved since an earlier audit.
    pub(crate) since: Vec<Block>,
}

/// The page, which says where the rest of the report is.
pub(crate) fn page(report: &Report<'_>, rest: Rest) -> Page {
    let standings = promises::standings(report);
    let (answer, came_up) = promises::answer(report, &standings);
    let facts = [unread(report), numbers::in_a_sentence(report)];
    let mut page = Page {
        what: what(report),
        incomplete: incomplete(report),
        answer,
        came_up,
        standings,
        parties: promises::by_party(report),
        facts: facts.into_iter().flatten().collect(),
        sections: Vec::new(),
        closing: closing(report, rest),
        since: moved::since_in_short(report),
    };
    // The title, its line, and a blank line before every block.
    let taken: usize = page.blocks().iter().map(height).sum();
    let wanted = |heading, share, verdict| Wanted {
        heading,
        about: About::Verdict(verdict),
        share,
        lines: failings::lines(report, verdict),
    };
    let sections = vec![
        Wanted {
            heading: "To do",
            about: About::ToDo,
            share: 9,
            lines: to_do::lines(report),
        },
        wanted("Not kept", 4, Verdict::NotKept),
        wanted("Could not be shown", 2, Verdict::NoEvidence),
        wanted("Explained", 1, Verdict::Explained),
    ];
    page.sections = fitted(sections, PAGE.saturating_sub(taken + 2), rest);
    page
}

impl Page {
    /// The blocks of the page, below its title.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Paragraph(self.what.clone())];
        blocks.extend(self.incomplete.clone().map(Block::Paragraph));
        let came_up = self.came_up.as_ref();
        let came_up = came_up.map(|came_up| safe!("{}: {}.", came_up, self.standings.words()));
        blocks.push(Block::Answer(
            self.answer.clone(),
            came_up.unwrap_or_default(),
        ));
        if !self.parties.is_empty() {
            let parties = self.parties.iter();
            let parties = parties.map(|(whose, standings)| (whose.clone(), standings.words()));
            blocks.push(Block::Facts(parties.collect()));
        }
        blocks.extend(self.facts.iter().cloned().map(Block::Paragraph));
        for section in &self.sections {
            blocks.push(Block::Heading(section.heading.into()));
            blocks.push(Block::Lines(section.lines.clone()));
        }
        blocks.push(Block::Paragraph(self.closing.clone()));
        blocks.extend(self.since.iter().cloned());
        blocks
    }
}

/// What was audited, in a line.
pub(super) fn what(report: &Report<'_>) -> SafeText {
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
pub(crate) fn incomplete(report: &Report<'_>) -> Option<SafeText> {
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
fn closing(report: &Report<'_>, rest: Rest) -> SafeText {
    let not_judged = report.not_judged();
    let not_judged: Vec<SafeText> = not_judged
        .map(|(clause, _)| safe!("{} (“{}”)", clause.id(), clause.says().without_full_stop()))
        .collect();
    let mut closing = SafeText::default();
    if !not_judged.is_empty() {
        closing = safe!(
            "Not judged by the program, and not counted: {}; `charter-audit explain` says why. ",
            SafeText::listed(not_judged, "and")
        );
    }
    closing.push(match rest {
        Rest::Below => "The evidence for each point stands below.",
        Rest::Elsewhere => {
            "The full report shows the evidence for each point: `charter-audit report --details`."
        }
    });
    closing
}

impl Report<'_> {
    /// Until when what falls due stands on the page.
    fn due_by(&self) -> Option<NaiveDate> {
        self.due_by
    }

    /// Whose promise a finding is about.
    pub(crate) fn whose(&self, finding: ReportedFinding<'_>) -> SafeText {
        if finding.is_nobodys() {
            let is_ahead = finding.day().is_some_and(|day| day > self.as_of());
            if is_ahead {
                "whoever holds it"
            } else {
                "whoever held it"
            }
            .into()
        } else {
            self.promises().whose(finding.of())
        }
    }

    /// What a finding is about, with its day, as short as it can be said.
    pub(crate) fn subject(&self, finding: ReportedFinding<'_>) -> SafeText {
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

    /// Why several findings have no evidence: what is said most often, up to the numbers of each.
    fn commonest(&self, findings: &[ReportedFinding<'_>]) -> Option<SafeText> {
        let mut counts: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
        for finding in findings {
            let words = if let Some(place) = finding.finding.no_place {
                Cow::Owned(format!("no {}", place.wanted()))
            } else {
                let words: &str = &finding.finding.evidence;
                Cow::Borrowed(words.split_once(';').map_or(words, |(first, _)| first))
            };
            *counts.entry(words).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count)?;
        Some(self.safe(&most.0))
    }

    /// What files have no place for, with the clauses that some of their records cannot show.
    fn lacks(&self) -> Vec<(SafeText, Vec<usize>)> {
        let lacks = without_place::by_place(self.audit, |span| span.source).into_iter();
        let is_there = |place, lack: &without_place::Lack<'_>| {
            without_place::BlankColumn::of(place, lack.first, self.sources).is_some()
        };
        lacks
            .filter(|((_, place), lack)| !is_there(*place, lack))
            .map(|((_, place), lack)| {
                let clauses = lack.clauses.keys().copied().collect();
                (self.safe(&place.wanted()), clauses)
            })
            .collect()
    }
}
