//! The file of a baseline: one line for each finding and each record, sorted, so that two versions
//! of it are merged by keeping the lines of both.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use chrono::NaiveDate;

use super::marks::RecordMarks;
use super::standing::Standing;
use crate::report::Report;
use crate::report::fingerprint::{Fingerprint, Mark};
use crate::rules::{FoundCounts, Severity, Verdict};
use closed_words::Word as _;
use identifiers::find::Kind;
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;

/// The first line that is no remark.
const HEAD: &str = "charter-audit-baseline/1";

/// What stands for a mark that a finding does not have, because it is about no one record.
const NONE: &str = "-";

/// What was not kept or had no evidence on one day, and all records as they were then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// The day that it speaks for; the last one where two were merged.
    pub as_of: NaiveDate,
    /// The marks of the charters that were used: one, or more where several were merged.
    pub(super) charters: BTreeSet<Mark>,
    pub(super) findings: BTreeSet<KnownFinding>,
    /// The identifiers of findings that are about them.
    found: BTreeMap<Fingerprint, FoundCounts>,
    /// What each record said.
    pub(super) records: BTreeSet<Mark>,
}

/// A finding by what it is known again. The order is that of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct KnownFinding {
    /// The id of the clause.
    pub(super) clause: SafeText,
    pub(super) verdict: Verdict,
    pub(super) severity: Severity,
    pub(super) fingerprint: Fingerprint,
    /// What the record said, but for its title.
    pub(super) says: Option<Mark>,
    /// Where the record stood.
    pub(super) place: Option<Mark>,
}

impl Baseline {
    /// What is to be known of an audit. It should have been asked for every promise and all time:
    /// what it was not asked for will be new.
    pub fn of(report: &Report<'_>) -> Self {
        let marks = RecordMarks::of(report);
        let findings = report.findings().zip(report.fingerprints());
        let open = findings.filter(|(finding, _)| is_open(finding.verdict()));
        let open: Vec<_> = open.collect();
        let found = open.iter().filter_map(|(finding, fingerprint)| {
            let counts = finding.finding.found.as_deref()?;
            Some((*fingerprint, counts.clone()))
        });
        let found = found.collect();
        let findings = open.into_iter().map(|(finding, fingerprint)| {
            let marks = marks.get(finding.subject_at(), finding.kind());
            KnownFinding {
                clause: finding.clause().id(),
                verdict: finding.verdict(),
                severity: finding.severity(),
                fingerprint,
                says: marks.map(|it| it.says),
                place: marks.map(|it| it.place),
            }
        });
        Baseline {
            as_of: report.as_of(),
            charters: BTreeSet::from([charter(report)]),
            findings: findings.collect(),
            found,
            records: marks.said().collect(),
        }
    }

    /// How a finding stood.
    pub(super) fn standing(&self, finding: &KnownFinding) -> Standing<'_> {
        Standing {
            verdict: finding.verdict,
            severity: finding.severity,
            found: self.found.get(&finding.fingerprint),
        }
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// The file.
    pub fn text(&self) -> SafeText {
        let mut text = safe!(
            "# What `charter-audit baseline` found. Where two versions meet, keep the lines of both.\n\
             {}\nas-of {}\n",
            HEAD,
            self.as_of
        );
        for charter in &self.charters {
            text.push(safe!("charter {}\n", charter.text()));
        }
        for finding in &self.findings {
            let mark = |mark: Option<Mark>| mark.map_or(NONE.into(), Mark::text);
            text.push(safe!(
                "finding {} {} {} {} {} {}\n",
                finding.clause,
                finding.verdict.word(),
                finding.severity.word(),
                finding.fingerprint.text(),
                mark(finding.says),
                mark(finding.place)
            ));
        }
        for (fingerprint, counts) in &self.found {
            for (kind, count) in counts {
                let kind = SafeText::own(kind.word());
                text.push(safe!("found {} {} {}\n", fingerprint.text(), count, kind));
            }
        }
        for record in &self.records {
            text.push(safe!("record {}\n", record.text()));
        }
        text
    }
}

/// Whether it is a finding that a baseline remembers.
pub(super) fn is_open(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::NotKept | Verdict::NoEvidence)
}

/// The mark of the charter that was used.
pub(super) fn charter(report: &Report<'_>) -> Mark {
    Mark::of(report.charter_digest().as_str())
}

/// Reads a baseline. The order of its lines does not matter, and neither does it when one stands
/// there twice.
///
/// # Errors
/// What is wrong with the file and what to do, in a sentence. It never quotes the file, which may be
/// anything.
impl FromStr for Baseline {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim_start_matches('\u{FEFF}');
        let lines = text.lines().map(str::trim_end).enumerate();
        let mut lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        if lines.next().is_none_or(|(_, line)| line != HEAD) {
            return Err("it is no baseline; `charter-audit baseline` makes one".to_owned());
        }
        let mut days = Vec::new();
        let mut baseline = Baseline {
            as_of: NaiveDate::MIN,
            charters: BTreeSet::new(),
            findings: BTreeSet::new(),
            found: BTreeMap::new(),
            records: BTreeSet::new(),
        };
        for (at, line) in lines {
            let is_marker = |sign: &str| line.starts_with(&sign.repeat(7));
            if ["<", "=", ">", "|"].into_iter().any(is_marker) {
                return Err(format!(
                    "line {} is from a merge that was not finished; keep the lines of both sides \
                     and delete this one",
                    at + 1
                ));
            }
            baseline.add(line, &mut days).ok_or_else(|| {
                format!(
                    "line {} is no line of a baseline; make it again with `charter-audit baseline`",
                    at + 1
                )
            })?;
        }
        baseline.as_of = days.into_iter().max().ok_or(
            "it does not say of which day it is; make it again with `charter-audit baseline`",
        )?;
        Ok(baseline)
    }
}

impl Baseline {
    /// Adds what a line says; nothing where it says nothing that is known.
    fn add(&mut self, line: &str, days: &mut Vec<NaiveDate>) -> Option<()> {
        // A merge that kept both sides may have kept both heads.
        if line == HEAD {
            return Some(());
        }
        let (what, rest) = line.split_once(' ')?;
        match what {
            "as-of" => days.push(rest.parse().ok()?),
            "charter" => {
                self.charters.insert(rest.parse().ok()?);
            }
            "record" => {
                self.records.insert(rest.parse().ok()?);
            }
            "found" => {
                let (fingerprint, rest) = rest.split_once(' ')?;
                let (count, kind) = rest.split_once(' ')?;
                let counts = self.found.entry(fingerprint.parse().ok()?).or_default();
                let known = counts.entry(Kind::from_word(kind)?).or_default();
                *known = count.parse::<usize>().ok()?.max(*known);
            }
            "finding" => {
                self.findings.insert(finding(rest)?);
            }
            _ => return None,
        }
        Some(())
    }
}

fn finding(line: &str) -> Option<KnownFinding> {
    // An id may have blanks in it, so it is what the others leave.
    let mut parts = line.rsplitn(6, ' ');
    let mut mark = || match parts.next()? {
        NONE => Some(None),
        mark => Some(Some(mark.parse().ok()?)),
    };
    let (place, says) = (mark()?, mark()?);
    Some(KnownFinding {
        place,
        says,
        fingerprint: parts.next()?.parse().ok()?,
        severity: Severity::from_word(parts.next()?)?,
        verdict: Verdict::from_word(parts.next()?)?,
        clause: Redactor::default().redact(parts.next()?),
    })
}
