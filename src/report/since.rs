//! What became of the findings of an earlier audit, and which are new.

use std::collections::{BTreeMap, BTreeSet};

use super::earlier::EarlierFinding;
use super::model::{Block, ListItem};
use super::words::{day_and_year, grouped};
use super::{Earlier, Fingerprint, Report, ReportedFinding};
use crate::rules::Verdict;
use identifiers::safe;
use identifiers::text::SafeText;

/// Promises not kept, then and now.
#[derive(Default)]
pub struct Since<'a> {
    /// Not kept now, and not among what was not kept then.
    pub new: Vec<(Fingerprint, ReportedFinding<'a>)>,
    /// Not kept then, and something else now, with how it stands.
    pub put_right: Vec<(&'a EarlierFinding, Verdict)>,
    /// Not kept then, and about nothing that is in the records now.
    pub gone: Vec<&'a EarlierFinding>,
    /// Not kept then and now.
    pub still_open: Vec<(Fingerprint, ReportedFinding<'a>)>,
    /// How many were not kept in one of the audits, and are about what the other was not asked.
    pub not_asked: usize,
}

impl<'a> Report<'a> {
    /// What became of the findings of the earlier audit, where there is one whose findings can be
    /// known again.
    pub fn since(&self) -> Option<Since<'a>> {
        Since::of(self, self.earlier?)
    }
}

impl<'a> Since<'a> {
    /// Compares with an earlier audit; nothing where its findings cannot be known again.
    pub(super) fn of(report: &Report<'a>, earlier: &'a Earlier) -> Option<Self> {
        let not_kept = earlier.not_kept.as_deref()?;
        let findings = || report.findings();
        let prints = report.fingerprints();
        let now: BTreeMap<Fingerprint, Verdict> = prints
            .iter()
            .zip(findings())
            .map(|(print, finding)| (*print, finding.verdict()))
            .collect();
        let mut since = Since::default();
        let mut known = BTreeSet::new();
        for then in not_kept {
            known.insert(then.fingerprint);
            match now.get(&then.fingerprint) {
                Some(Verdict::NotKept) => {}
                Some(verdict) => since.put_right.push((then, *verdict)),
                None if !is_asked(report, then) => since.not_asked += 1,
                None => since.gone.push(then),
            }
        }
        for (print, finding) in prints.iter().zip(findings()) {
            if finding.verdict() != Verdict::NotKept {
                continue;
            }
            if known.contains(print) {
                since.still_open.push((*print, finding));
            } else if earlier.asked_about(finding.clause_id(), finding.day()) {
                since.new.push((*print, finding));
            } else {
                since.not_asked += 1;
            }
        }
        Some(since)
    }
}

/// Whether this audit was asked about what an earlier one found.
fn is_asked(report: &Report<'_>, then: &EarlierFinding) -> bool {
    let mut clauses = report.clauses();
    clauses.any(|(clause, _)| clause.clause.id.eq_ignore_ascii_case(&then.clause))
        && report.scope.covers(then.day)
}

/// What became of what was not kept, in lists.
pub(super) fn blocks(report: &Report<'_>, earlier: &Earlier, blocks: &mut Vec<Block>) {
    let Some(since) = Since::of(report, earlier) else {
        blocks.push(Block::Paragraph(
            "That audit was saved by an earlier version of the program, so what was not kept then \
             cannot be known again one by one."
                .into(),
        ));
        return;
    };
    blocks.push(Block::Paragraph(safe!(
        "Of what was not kept, {} new since then, {} put right, {} open as before, and {} no \
         longer in the records.",
        are(since.new.len()),
        are(since.put_right.len()),
        are(since.still_open.len()),
        are(since.gone.len())
    )));
    if since.not_asked > 0 {
        blocks.push(Block::Paragraph(safe!(
            "Not compared: {}, because only one of the two audits was asked about them.",
            grouped(since.not_asked)
        )));
    }
    let now = |findings: &[(Fingerprint, ReportedFinding<'_>)]| -> Vec<ListItem> {
        let told = findings
            .iter()
            .map(|(_, finding)| report.describe(*finding));
        told.map(|told| ListItem {
            lead: super::sections::lead(&told),
            lines: vec![("", told.address())],
        })
        .collect()
    };
    let then = |finding: &EarlierFinding, how: &'static str| {
        let day = finding.day.map(|day| safe!(", {}", day_and_year(day)));
        ListItem {
            lead: safe!(
                "{}: {}{}",
                report.safe(&finding.title),
                report.name(&finding.name),
                day.unwrap_or_default()
            ),
            lines: vec![("", how.into())],
        }
    };
    let put_right = since.put_right.iter();
    let put_right = put_right.map(|(finding, verdict)| then(finding, became(*verdict)));
    let gone = since.gone.iter();
    let gone = gone.map(|finding| then(finding, "Nothing in the records is about this now."));
    for (heading, items) in [
        ("New since then", now(&since.new)),
        ("Put right since then", put_right.collect()),
        ("Open as before", now(&since.still_open)),
        ("No longer in the records", gone.collect()),
    ] {
        if !items.is_empty() {
            blocks.push(Block::Heading(heading.into()));
            blocks.push(Block::Items(items));
        }
    }
}

fn are(count: usize) -> SafeText {
    match count {
        0 => "none is".into(),
        1 => "one is".into(),
        count => safe!("{} are", grouped(count)),
    }
}

/// How a promise stands that was not kept before.
fn became(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Kept => "Kept now.",
        Verdict::Explained => "Explained now.",
        Verdict::NoEvidence => "The record no longer shows that it was not kept.",
        Verdict::StillToCome => "Still to come now.",
        Verdict::DoesNotApply => "It does not apply now.",
        Verdict::NotKept => "Not kept.",
    }
}
