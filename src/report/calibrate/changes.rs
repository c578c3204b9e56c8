//! Which verdicts another version of the charter would give differently.

use std::collections::HashMap;

use crate::audit::{Audit, AuditScope, Finding};
use crate::charter::{Charter, LoadedCharter};
use crate::report::{Report, ReportedClause, ReportedFinding};
use crate::rules::{Rule, Verdict};
use engagement_records::record::SubjectKind;
use identifiers::text::SafeText;
use located::source::Span;

/// Another version of the charter, to judge the same records by.
pub struct Change<'c> {
    charter: &'c LoadedCharter,
    /// The clauses that it judges differently, by their places; nothing where all are to be judged,
    /// because more than parameters of rules may differ.
    clauses: Option<Vec<usize>>,
}

impl<'c> Change<'c> {
    /// Only parameters of rules differ, so that only the clauses are judged again whose rules do.
    pub fn of_parameters(now: &Charter, then: &'c LoadedCharter) -> Self {
        Change {
            clauses: Some(now.judged_otherwise(&then.charter)),
            charter: then,
        }
    }

    /// Anything may differ.
    pub fn of_anything(then: &'c LoadedCharter) -> Self {
        Change {
            charter: then,
            clauses: None,
        }
    }

    /// The other version.
    pub fn charter(&self) -> &'c LoadedCharter {
        self.charter
    }

    /// What is to be judged again of what was asked for; nothing where nothing would be judged
    /// differently.
    pub fn scope(&self, now: &Charter, asked: &AuditScope) -> Option<AuditScope> {
        let is_asked = |at: &usize| asked.clauses.is_empty() || asked.clauses.contains(at);
        let clauses: Vec<usize> = match &self.clauses {
            Some(clauses) => clauses.iter().copied().filter(is_asked).collect(),
            None if asked.clauses.is_empty() => return Some(asked.clone()),
            // A clause may have another place in another charter.
            None => {
                let asked = asked.clauses.iter().filter_map(|at| now.clauses.get(*at));
                let others = asked.filter_map(|clause| {
                    let mut others = self.charter.charter.clauses.iter();
                    others.position(|other| other.id.eq_ignore_ascii_case(&clause.id))
                });
                others.collect()
            }
        };
        (!clauses.is_empty()).then(|| AuditScope {
            clauses,
            ..asked.clone()
        })
    }
}

/// The verdicts of another version, as a report holds them.
pub(in crate::report) struct Changed<'a> {
    pub(in crate::report) charter: &'a LoadedCharter,
    /// Nothing where nothing is judged differently.
    pub(in crate::report) audit: Option<&'a Audit<'a>>,
    /// The clauses that were judged again; nothing for all.
    pub(in crate::report) clauses: Option<Vec<usize>>,
}

/// What would change.
pub struct Changes<'a> {
    /// The promises of which other things are asked, in the order of the charter.
    pub clauses: Vec<ChangedClause<'a>>,
    /// Verdicts that would be others, by promise and day.
    pub flips: Vec<Flip<'a>>,
    /// How many verdicts there are on both sides to compare.
    pub compared: usize,
    /// How many only this charter gives.
    pub only_now: usize,
    /// How many only the other version gives.
    pub only_then: usize,
    /// The file of the other version, where it has one of its own.
    pub file: Option<SafeText>,
}

/// A promise of which something else is asked.
pub struct ChangedClause<'a> {
    /// The promise.
    pub clause: ReportedClause<'a>,
    /// What is asked now.
    pub now: SafeText,
    /// What the other version asks.
    pub then: SafeText,
}

/// A verdict that would be another.
pub struct Flip<'a> {
    /// What it is now.
    pub now: ReportedFinding<'a>,
    /// What it would be.
    pub then: ReportedFinding<'a>,
}

impl Flip<'_> {
    /// Whether the promise is kept now and would not be.
    pub fn is_lost(&self) -> bool {
        self.now.verdict() == Verdict::Kept && self.then.verdict() != Verdict::Kept
    }

    /// Whether the promise would be kept and is not now.
    pub fn is_won(&self) -> bool {
        self.now.verdict() != Verdict::Kept && self.then.verdict() == Verdict::Kept
    }
}

impl<'a> Report<'a> {
    /// With the verdicts of another version of the charter on the same records; none where nothing
    /// is judged differently.
    #[must_use]
    pub fn with_change(mut self, change: &Change<'a>, audit: Option<&'a Audit<'a>>) -> Self {
        self.changed = Some(Changed {
            charter: change.charter,
            audit,
            clauses: change.clauses.clone(),
        });
        self
    }
}

impl<'a> Changes<'a> {
    pub(super) fn of(report: &Report<'a>) -> Option<Self> {
        let version = report.changed.as_ref()?;
        let mut all = Changes {
            clauses: clauses(report, version),
            flips: Vec::new(),
            compared: 0,
            only_now: 0,
            only_then: 0,
            file: version
                .clauses
                .is_none()
                .then(|| report.safe(&version.charter.name)),
        };
        if let Some(audit) = version.audit {
            all.compare(report, version, audit);
        }
        Some(all)
    }

    fn compare(&mut self, report: &Report<'a>, changed: &Changed<'a>, then: &'a Audit<'a>) {
        let redactor = report.redactor();
        let again = changed.clauses.as_ref();
        let is_asked =
            |finding: &&Finding<'_>| again.is_none_or(|clauses| clauses.contains(&finding.at));
        let mut known: HashMap<Key<'_>, &Finding<'_>> = report
            .audit
            .findings
            .iter()
            .filter(is_asked)
            .map(|finding| (key(finding), finding))
            .collect();
        for finding in &then.findings {
            let Some(now) = known.remove(&key(finding)) else {
                self.only_then += 1;
                continue;
            };
            self.compared += 1;
            let is_worse_or_better =
                now.verdict == Verdict::NotKept && now.severity != finding.severity;
            if now.verdict != finding.verdict || is_worse_or_better {
                self.flips.push(Flip {
                    now: ReportedFinding {
                        finding: now,
                        redactor,
                    },
                    then: ReportedFinding { finding, redactor },
                });
            }
        }
        self.only_now = known.len();
        self.flips.sort_by_key(|flip| {
            let about = &flip.now.finding.about;
            (flip.now.finding.at, about.day, about.span)
        });
    }
}

/// By what a verdict is found again under another charter. Places in charters differ.
type Key<'k> = (String, SubjectKind, &'k str, Option<Span>);

fn key<'k>(finding: &'k Finding<'_>) -> Key<'k> {
    let about = &finding.about;
    let place = match about.kind {
        SubjectKind::Signatory | SubjectKind::Period | SubjectKind::Whole => None,
        SubjectKind::Engagement
        | SubjectKind::Project
        | SubjectKind::Decision
        | SubjectKind::Request
        | SubjectKind::Contact
        | SubjectKind::Conduct
        | SubjectKind::File => Some(about.span),
    };
    (
        finding.clause.id.to_lowercase(),
        about.kind,
        &about.id,
        place,
    )
}

/// The promises of which the two versions ask different things in words.
fn clauses<'a>(report: &Report<'a>, changed: &Changed<'a>) -> Vec<ChangedClause<'a>> {
    let asks = |rule: Option<&Rule>| rule.and_then(Rule::asks).unwrap_or_default();
    let both = report.clauses().filter_map(|(clause, _)| {
        let then = changed.charter.charter.clause(&clause.clause.id)?;
        let now = asks(clause.clause.judged.rule());
        let then = asks(then.judged.rule());
        (now != then).then(|| ChangedClause {
            clause,
            now: report.safe(&now),
            then: report.safe(&then),
        })
    });
    both.collect()
}
