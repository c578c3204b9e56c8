//! The engine: every clause against every subject, with nothing dropped.

mod explanations;
mod gate;
mod itself;
mod matter;
mod offered;
mod subjects;

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

pub use explanations::{Accepted, Fate, Outcome as ExplanationOutcome};
pub use itself::Remark;

use crate::charter::{Charter, Clause, Judged};
use crate::progress::Progress;
use crate::record::{Records, Side};
use crate::rules::{About, Context, Project, Rule, Ruling, Severity, Subject, Verdict, unreadable};
use located::source::{Sources, Span};
use matter::Matter;
use subjects::Subjects;

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
            && self.side.is_none_or(|side| clause.of.includes(side))
    }

    /// Whether a day lies in the period. What has no day is never left out.
    pub fn covers(&self, day: Option<NaiveDate>) -> bool {
        day.is_none_or(|day| {
            self.since.is_none_or(|since| since <= day)
                && self.until.is_none_or(|until| day <= until)
        })
    }
}

/// What a finding is about, as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectName<'a> {
    /// `engagement`, `project`, `decision` and so on.
    pub kind: &'static str,
    /// Its id, or the name of the project.
    pub id: Cow<'a, str>,
    /// Whether the id stays when files are moved and renamed.
    pub id_stays: bool,
    /// Its title, or the name of the project.
    pub name: Cow<'a, str>,
    /// Its day: of the event, the first of a survey, the last of a project or period.
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
    pub about: Arc<SubjectName<'a>>,
    /// How the promise stands, explanations taken into account.
    pub verdict: Verdict,
    /// How much it matters if it was not kept.
    pub severity: Severity,
    /// What the rule found.
    pub ruling: Ruling,
    /// Why falling short is explained.
    pub explained: Option<Box<Accepted<'a>>>,
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
    /// What the charter itself should hear: promises that were never tested, explanations that
    /// have become the rule, standards that nobody adopted.
    pub remarks: Vec<Remark>,
    /// How many engagements lay outside the period that was asked for.
    pub outside_period: usize,
}

/// So many subjects are judged before their verdicts are put to the others.
const AT_ONCE: usize = 4_096;

/// Judges every clause of a charter against every record. `sources` holds the texts that the
/// records were read from.
pub fn audit<'a>(
    charter: &'a Charter,
    records: &'a Records,
    sources: &'a Sources,
    question: &Question,
    progress: &dyn Progress,
) -> Audit<'a> {
    let subjects = Subjects::of(charter, records, sources, question);
    let cases = subjects.cases(question.as_of);
    let kept_apart = offered::by_subject(records);
    let gathering = matter::Gathering {
        charter,
        records,
        sources,
        question,
        subjects: &subjects,
        kept_apart: &kept_apart,
    };
    let matters = gathering.matters(&cases);
    let engine = Engine {
        charter,
        question,
        sources,
        incomplete: records.incomplete,
    };
    let most = matters.iter().map(|matter| engine.most(matter)).sum();
    let mut findings = Vec::with_capacity(most);
    let mut fates = offered::orphans(records, &matters);
    // Verdicts are many and large: never all of them twice.
    progress.begin(matters.len());
    for some in matters.chunks(AT_ONCE) {
        let judged: Vec<Judgements<'a>> =
            some.par_iter().map(|matter| engine.judge(matter)).collect();
        for mut judgements in judged {
            findings.append(&mut judgements.findings);
            fates.append(&mut judgements.fates);
        }
        progress.advance(some.len());
    }
    findings.sort_by_cached_key(order);
    fates.sort_by_key(|fate| fate.span);
    Audit {
        remarks: itself::remarks(charter, question, &findings),
        findings,
        explanations: fates,
        outside_period: records.engagements.len() - subjects.inside.len(),
    }
}

/// Worst first: by verdict, then what a rule puts before everything else, then by severity and
/// clause, by day, and by place as the last resort.
fn order<'a>(finding: &Finding<'a>) -> impl Ord + use<'a> {
    (
        finding.verdict,
        !finding.ruling.foremost,
        finding.severity,
        finding.at,
        finding.about.day,
        finding.about.span,
    )
}

/// What one subject brings.
#[derive(Default)]
struct Judgements<'a> {
    findings: Vec<Finding<'a>>,
    fates: Vec<Fate<'a>>,
}

/// Where records were lost, nobody can say that there was none; and what many records did not show,
/// one of those may have.
fn lost_records(finding: &mut Finding<'_>) {
    const WORDS: &str = "some records could not be read, and one of them may show otherwise";
    if finding.ruling.foremost {
        finding.verdict = Verdict::NotEvidenced;
        finding.ruling.verdict = Verdict::NotEvidenced;
        finding.ruling.words = format!("{}; {WORDS}", finding.ruling.words).into();
    } else if matches!(
        finding.about.kind,
        "project" | "period" | "party" | "records"
    ) {
        finding.ruling.notes.push(WORDS.into());
    }
}

struct Engine<'a, 'q> {
    charter: &'a Charter,
    question: &'q Question,
    sources: &'a Sources,
    /// Some records could not be read at all.
    incomplete: bool,
}

impl<'a, 'q> Engine<'a, 'q> {
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

    /// How many verdicts there can be about a subject.
    fn most(&self, matter: &Matter<'a, 'q>) -> usize {
        self.clauses(matter.about).count()
    }

    fn context(&self, clause: &Clause, matter: &Matter<'a, 'q>) -> Context<'a> {
        Context {
            calendar: &self.charter.calendar,
            as_of: self.question.as_of,
            parties: &self.charter.parties,
            words: self.charter.vocabulary(),
            ladder: &self.charter.ladder,
            plain_language: &self.charter.plain_language,
            review: &self.charter.review,
            mask: &self.charter.mask,
            silence: clause.silence,
            since: self.charter.holds_from(clause),
            delay: matter.delay,
        }
    }

    fn judge(&self, matter: &Matter<'a, 'q>) -> Judgements<'a> {
        let mut judged = Judgements::default();
        for (at, clause, rule) in self.clauses(matter.about) {
            if let Subject::Signatory(signatory) = matter.subject
                && !clause.of.includes(signatory.party.side)
            {
                continue;
            }
            if let Some(ruling) = self.ruling(clause, rule, matter) {
                let finding = self.finding(at, clause, matter, ruling);
                self.settle(finding, rule, matter, &mut judged);
            }
        }
        explanations::unknown_clauses(self.charter, matter, &mut judged.fates);
        judged
    }

    /// Why the clause does not apply, or what its rule says.
    fn ruling(&self, clause: &Clause, rule: &Rule, matter: &Matter<'a, 'q>) -> Option<Ruling> {
        let cx = self.context(clause, matter);
        let closed = match matter.subject {
            Subject::Engagement(record) => gate::closed(self.charter, clause, record),
            Subject::Project(project) => return self.project_ruling(clause, rule, project, &cx),
            Subject::Decision(_) | Subject::Request(_) | Subject::Period(_) => matter
                .name
                .day
                .and_then(|day| gate::out_of_force(self.charter, clause, day)),
            Subject::Contact(_)
            | Subject::Conduct(_)
            | Subject::Signatory(_)
            | Subject::File(_)
            | Subject::Whole(_) => None,
        };
        closed.or_else(|| rule.judge(matter.subject, &cx))
    }

    /// A project is judged by those of its engagements to which the clause applies.
    fn project_ruling(
        &self,
        clause: &Clause,
        rule: &Rule,
        project: &Project<'_>,
        cx: &Context<'_>,
    ) -> Option<Ruling> {
        let mut reason = None;
        let mut open = Vec::new();
        for record in &project.engagements {
            match gate::closed(self.charter, clause, record) {
                Some(ruling) => reason = reason.or(Some(ruling)),
                None => open.push(*record),
            }
        }
        if open.is_empty() && reason.is_some() {
            return reason;
        }
        let project = Project {
            name: project.name,
            engagements: open,
            decisions: project.decisions.clone(),
        };
        rule.judge(Subject::Project(&project), cx)
    }

    /// What the records of a subject have to say about a finding beyond the rule: a doubt whether
    /// the promise applies at all, and explanations.
    fn settle(
        &self,
        mut finding: Finding<'a>,
        rule: &Rule,
        matter: &Matter<'a, 'q>,
        judged: &mut Judgements<'a>,
    ) {
        let doubt = matter.records.iter().find_map(|record| gate::doubt(record));
        if let Some(span) = doubt.filter(|_| finding.verdict == Verdict::NotMet) {
            finding.ruling = unreadable(span);
            finding.verdict = finding.ruling.verdict;
        }
        if self.incomplete && finding.verdict == Verdict::NotMet {
            lost_records(&mut finding);
        }
        explanations::apply(
            self.charter,
            self.sources,
            &mut finding,
            rule,
            &matter.offered,
            self.question.as_of,
            &mut judged.fates,
        );
        judged.findings.push(finding);
    }

    fn finding(
        &self,
        at: usize,
        clause: &'a Clause,
        matter: &Matter<'a, 'q>,
        ruling: Ruling,
    ) -> Finding<'a> {
        let (joint, unconfirmed) = if let Subject::Engagement(record) = matter.subject {
            (
                gate::is_joint(self.charter, record),
                gate::is_unconfirmed(record, self.question.as_of),
            )
        } else {
            (false, false)
        };
        // What is about no one record stands in the charter.
        let about = match matter.subject {
            Subject::Period(_) | Subject::Whole(_) => Arc::new(SubjectName {
                span: clause.span,
                ..SubjectName::clone(&matter.name)
            }),
            Subject::Engagement(_)
            | Subject::Project(_)
            | Subject::Decision(_)
            | Subject::Request(_)
            | Subject::Contact(_)
            | Subject::Conduct(_)
            | Subject::Signatory(_)
            | Subject::File(_) => Arc::clone(&matter.name),
        };
        Finding {
            clause,
            at,
            about,
            verdict: ruling.verdict,
            severity: ruling.severity.unwrap_or(clause.severity),
            ruling,
            explained: None,
            joint,
            unconfirmed,
        }
    }
}
