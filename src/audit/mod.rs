//! The engine: every clause against every subject, with nothing dropped.

mod explanations;
mod gate;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rayon::prelude::*;

pub use explanations::{Accepted, Fate, Outcome as ExplanationOutcome};

use crate::charter::{Charter, Clause, Judged};
use crate::record::{Engagement, Records, Side};
use crate::rules::{
    About, Context, Delay, Project, Rule, Ruling, Severity, Subject, Verdict, unreadable,
};
use crate::source::Span;

/// For which day, period and clauses an audit speaks.
#[derive(Debug, Clone)]
pub struct Question {
    /// The day the audit speaks for, to its end, in the charter's time zone.
    pub as_of: NaiveDate,
    /// Leave out what was earlier than this.
    pub since: Option<NaiveDate>,
    /// Leave out what was later than this.
    pub until: Option<NaiveDate>,
    /// Only the duties of this side.
    pub side: Option<Side>,
    /// Only these clauses, by their place in the charter; all when empty.
    pub clauses: Vec<usize>,
}

impl Question {
    /// An audit of everything, as of a day.
    pub fn as_of(as_of: NaiveDate) -> Self {
        Question {
            as_of,
            since: None,
            until: None,
            side: None,
            clauses: Vec::new(),
        }
    }

    /// Whether a clause is asked for.
    pub fn asks_for(&self, index: usize, clause: &Clause) -> bool {
        (self.clauses.is_empty() || self.clauses.contains(&index))
            && self.side.is_none_or(|side| side == clause.of)
    }

    /// Whether a day lies in the period. What has no day is never left out.
    fn covers(&self, day: Option<NaiveDate>) -> bool {
        day.is_none_or(|day| {
            self.since.is_none_or(|since| since <= day)
                && self.until.is_none_or(|until| day <= until)
        })
    }
}

/// What a finding is about, as reports name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubjectName<'a> {
    /// `engagement` or `project`.
    pub kind: &'static str,
    /// Its id, or the name of the project.
    pub id: &'a str,
    /// Its title, or the name of the project.
    pub name: &'a str,
    /// Its day: of the event, the first of a survey, the last of a project.
    pub day: Option<NaiveDate>,
    /// Where it stands.
    pub span: Span,
}

/// One clause, one subject, one verdict, and the evidence.
#[derive(Debug, Clone)]
pub struct Finding<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// The clause's place in the charter.
    pub at: usize,
    /// What it is about.
    pub about: SubjectName<'a>,
    /// How the promise stands, explanations taken into account.
    pub verdict: Verdict,
    /// How much it matters if it was not kept.
    pub severity: Severity,
    /// What the rule found.
    pub ruling: Ruling,
    /// Why falling short is explained.
    pub explained: Option<Accepted<'a>>,
    /// The subject was held by both sides together.
    pub joint: bool,
    /// Its day has passed, but nobody confirmed that it was held.
    pub unconfirmed: bool,
}

/// Everything that an audit found.
#[derive(Debug)]
pub struct Audit<'a> {
    /// Every verdict, in the order of a report: what needs people first.
    pub findings: Vec<Finding<'a>>,
    /// What became of every explanation that was not simply accepted.
    pub explanations: Vec<Fate<'a>>,
    /// How many engagements lay outside the period that was asked for.
    pub outside_period: usize,
}

/// Judges every clause of a charter against every record.
pub fn audit<'a>(charter: &'a Charter, records: &'a Records, question: &Question) -> Audit<'a> {
    let engine = Engine {
        charter,
        question,
        kept_apart: explanations::by_engagement(records),
    };
    let inside: Vec<&Engagement> = records
        .engagements
        .iter()
        .filter(|record| question.covers(record.day()))
        .collect();
    let projects = projects(records);
    let judged: Vec<Judgements<'a>> = inside
        .par_iter()
        .map(|record| engine.judge_engagement(record))
        .chain(
            projects
                .par_iter()
                .filter(|project| {
                    project
                        .engagements
                        .iter()
                        .any(|record| question.covers(record.day()))
                })
                .map(|project| engine.judge_project(project)),
        )
        .collect();
    let mut findings = Vec::new();
    let mut fates = explanations::orphans(records);
    for mut judgements in judged {
        findings.append(&mut judgements.findings);
        fates.append(&mut judgements.fates);
    }
    findings.sort_by_cached_key(order);
    fates.sort_by_key(|fate| fate.span);
    Audit {
        findings,
        explanations: fates,
        outside_period: records.engagements.len() - inside.len(),
    }
}

/// Worst first: by verdict, severity and clause, then by day, and by place as the last resort.
fn order<'a>(finding: &Finding<'a>) -> impl Ord + use<'a> {
    (
        finding.verdict,
        finding.severity,
        finding.at,
        finding.about.day,
        finding.about.span,
    )
}

/// All engagements and decisions by project; an engagement without a project is one of its own.
fn projects(records: &Records) -> Vec<Project<'_>> {
    let mut all: Vec<Project<'_>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for record in &records.engagements {
        let name = record.project.get().map(String::as_str);
        let at = name.and_then(|name| known.get(name)).copied();
        if let Some(project) = at.and_then(|at| all.get_mut(at)) {
            project.engagements.push(record);
            continue;
        }
        if let Some(name) = name {
            known.insert(name, all.len());
        }
        all.push(Project {
            name,
            engagements: vec![record],
            decisions: Vec::new(),
        });
    }
    for decision in &records.decisions {
        let name = decision.project.get().map(String::as_str);
        if let Some(project) = name
            .and_then(|name| known.get(name))
            .and_then(|at| all.get_mut(*at))
        {
            project.decisions.push(decision);
        }
    }
    all
}

/// What one subject brings.
#[derive(Default)]
struct Judgements<'a> {
    findings: Vec<Finding<'a>>,
    fates: Vec<Fate<'a>>,
}

/// How reports name a project; nothing when it has no engagement.
fn project_name<'a>(project: &Project<'a>) -> Option<SubjectName<'a>> {
    let first = project.engagements.first()?;
    let days = project.engagements.iter().filter_map(|record| record.day());
    let own = project.name.map(|name| ("project", name, name));
    let (kind, id, name) = own.unwrap_or(("engagement", &first.id, first.name()));
    Some(SubjectName {
        kind,
        id,
        name,
        day: days.max(),
        span: first.span,
    })
}

struct Engine<'a, 'q> {
    charter: &'a Charter,
    question: &'q Question,
    kept_apart: explanations::ByEngagement<'a>,
}

impl<'a> Engine<'a, '_> {
    /// The clauses that judge subjects of a kind, with their places and rules.
    fn clauses(&self, about: About) -> impl Iterator<Item = (usize, &'a Clause, &'a Rule)> {
        let charter = self.charter;
        charter
            .clauses
            .iter()
            .enumerate()
            .filter_map(move |(at, clause)| match &clause.judged {
                Judged::By(rule) if rule.about() == about && self.question.asks_for(at, clause) => {
                    Some((at, clause, &**rule))
                }
                Judged::By(_) | Judged::Not(_) => None,
            })
    }

    fn context(&self, clause: &Clause, delay: Option<Delay>) -> Context<'a> {
        Context {
            calendar: &self.charter.calendar,
            as_of: self.question.as_of,
            parties: &self.charter.parties,
            silence: clause.silence,
            delay,
        }
    }

    fn judge_engagement(&self, record: &'a Engagement) -> Judgements<'a> {
        let explanations = self.kept_apart.of(record);
        let delayed = explanations::delay(self.charter, &explanations, record, self.question.as_of);
        let about = SubjectName {
            kind: "engagement",
            id: &record.id,
            name: record.name(),
            day: record.day(),
            span: record.span,
        };
        let mut judged = Judgements::default();
        for (at, clause, rule) in self.clauses(About::Engagements) {
            let ruling = gate::closed(self.charter, clause, record).or_else(|| {
                rule.judge(Subject::Engagement(record), &self.context(clause, delayed))
            });
            let Some(ruling) = ruling else { continue };
            let mut finding = Self::finding(at, clause, about, ruling);
            finding.joint = gate::is_joint(self.charter, record);
            finding.unconfirmed = gate::is_unconfirmed(record, self.question.as_of);
            self.settle(finding, rule, &[record], &mut judged);
        }
        explanations::unknown_clauses(self.charter, record, &explanations, &mut judged.fates);
        judged
    }

    fn judge_project(&self, project: &Project<'a>) -> Judgements<'a> {
        let mut judged = Judgements::default();
        let Some(about) = project_name(project) else {
            return judged;
        };
        for (at, clause, rule) in self.clauses(About::Projects) {
            let (open, closed): (Vec<&Engagement>, Vec<&Engagement>) = project
                .engagements
                .iter()
                .partition(|record| gate::closed(self.charter, clause, record).is_none());
            let reason = closed
                .first()
                .and_then(|record| gate::closed(self.charter, clause, record));
            let ruling = match reason {
                Some(reason) if open.is_empty() => Some(reason),
                _ => rule.judge(
                    Subject::Project(&Project {
                        name: project.name,
                        engagements: open,
                        decisions: project.decisions.clone(),
                    }),
                    &self.context(clause, None),
                ),
            };
            let Some(ruling) = ruling else { continue };
            let finding = Self::finding(at, clause, about, ruling);
            self.settle(finding, rule, &project.engagements, &mut judged);
        }
        judged
    }

    /// What the records of a subject have to say about a finding beyond the rule: a doubt whether
    /// the promise applies at all, and explanations.
    fn settle(
        &self,
        mut finding: Finding<'a>,
        rule: &Rule,
        records: &[&'a Engagement],
        judged: &mut Judgements<'a>,
    ) {
        let doubt = records.iter().find_map(|record| gate::doubt(record));
        if let Some(span) = doubt.filter(|_| finding.verdict == Verdict::NotMet) {
            finding.ruling = unreadable(span);
            finding.verdict = finding.ruling.verdict;
        }
        for record in records {
            explanations::apply(
                self.charter,
                &mut finding,
                rule,
                record,
                &self.kept_apart.of(record),
                self.question.as_of,
                &mut judged.fates,
            );
        }
        judged.findings.push(finding);
    }

    fn finding(
        at: usize,
        clause: &'a Clause,
        about: SubjectName<'a>,
        ruling: Ruling,
    ) -> Finding<'a> {
        Finding {
            clause,
            at,
            about,
            verdict: ruling.verdict,
            severity: ruling.severity.unwrap_or(clause.severity),
            ruling,
            explained: None,
            joint: false,
            unconfirmed: false,
        }
    }
}
