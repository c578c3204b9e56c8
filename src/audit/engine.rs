//! One subject against every clause whose rule judges it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::applicability;
use super::case::Case;
use super::explanations;
use super::finding::{Finding, Holders, SubjectName};
use super::outcome::ExplanationResult;
use super::scope::AuditScope;
use crate::charter::{Charter, Clause};
use crate::rules::{Context, Delay, Project, Rule, Ruling, Subject, Verdict, unreadable};
use engagement_records::record::{Engagement, SubjectKind};
use located::diagnostic::Label;
use located::source::Sources;

/// What one subject brings.
#[derive(Default)]
pub(super) struct Judgements<'a> {
    pub(super) findings: Vec<Finding<'a>>,
    pub(super) results: Vec<ExplanationResult<'a>>,
}

/// Where a record cannot be read about whether the promise applies at all, it was not broken there.
fn in_doubt(ruling: Ruling, case: &Case<'_, '_>) -> Ruling {
    let doubt = case
        .records
        .iter()
        .find_map(|record| applicability::doubt(record));
    match doubt {
        Some(span) if ruling.verdict == Verdict::NotKept => {
            Ruling::from(unreadable(span)).severity(ruling.severity)
        }
        _ => ruling,
    }
}

/// Where records were lost, nobody can say that there was none; and what many records did not show,
/// one of those may have.
fn lost_records(finding: &mut Finding<'_>) {
    const WORDS: &str = "some records could not be read, and one of them may show otherwise";
    if finding.foremost {
        finding.verdict = Verdict::NoEvidence;
        finding.evidence = format!("{}; {WORDS}", finding.evidence).into();
    } else if matches!(
        finding.about.kind,
        SubjectKind::Project | SubjectKind::Period | SubjectKind::Signatory | SubjectKind::Whole
    ) {
        finding.notes.push(WORDS.into());
    }
}

/// Adds a place in each other file that tells of the same engagement.
fn shown_in_every_file(finding: &mut Finding<'_>, record: &Engagement) {
    for place in record.elsewhere() {
        let mut known = finding.places.iter().map(|label| label.span.source);
        if known.all(|file| file != place.source) {
            if finding.places.is_empty() {
                finding.places.push(Label::new(record.span, ""));
            }
            let label = format!("the same {} here", record.spoken_kind());
            finding.places.push(Label::new(place, label));
        }
    }
}

/// What a rule may ask of a charter when it judges under one of its clauses.
pub(super) fn context<'a>(
    charter: &'a Charter,
    clause: &Clause,
    as_of: NaiveDate,
    delay: Option<Delay>,
) -> Context<'a> {
    Context {
        calendar: &charter.calendar,
        as_of,
        parties: &charter.parties,
        vocabulary: charter.vocabulary(),
        ladder: &charter.ladder,
        plain_language: &charter.plain_language,
        must_record: &charter.must_record,
        review: &charter.review,
        redactor: &charter.redactor,
        silence: clause.silence,
        since: charter.holds_from(clause),
        delay,
    }
}

/// What a subject is judged by.
pub(super) struct Engine<'a, 's> {
    pub(super) charter: &'a Charter,
    pub(super) scope: &'s AuditScope,
    pub(super) sources: &'a Sources,
    /// Some records could not be read at all.
    pub(super) incomplete: bool,
}

impl<'a, 's> Engine<'a, 's> {
    /// The clauses whose rules judge such a subject, with their places and rules.
    fn clauses(
        &self,
        subject: Subject<'s>,
    ) -> impl Iterator<Item = (usize, &'a Clause, &'a Rule)> + use<'a, 's, '_> {
        let charter = self.charter;
        charter
            .clauses
            .iter()
            .enumerate()
            .filter_map(move |(at, clause)| {
                let rule = clause.judged.rule()?;
                let asked = rule.judges(subject) && self.scope.asks_for(at, clause);
                asked.then_some((at, clause, rule))
            })
    }

    /// How many verdicts there can be about a subject.
    pub(super) fn most(&self, case: &Case<'a, 's>) -> usize {
        self.clauses(case.subject).count()
    }

    pub(super) fn judge(&self, case: &Case<'a, 's>) -> Judgements<'a> {
        let mut judged = Judgements {
            findings: Vec::with_capacity(self.most(case)),
            results: Vec::new(),
        };
        for (at, clause, rule) in self.clauses(case.subject) {
            if let Subject::Signatory(signatory) = case.subject
                && !clause.of.includes(signatory.party.side)
            {
                continue;
            }
            if let Some(ruling) = self.ruling(clause, rule, case) {
                let ruling = in_doubt(ruling, case);
                let finding = self.finding(at, clause, case, ruling);
                self.settle(finding, rule, case, &mut judged);
            }
        }
        explanations::unknown_clauses(self.charter, case, &mut judged.results);
        judged
    }

    /// Why the clause does not apply, or what its rule says.
    fn ruling(&self, clause: &Clause, rule: &Rule, case: &Case<'a, 's>) -> Option<Ruling> {
        let cx = context(self.charter, clause, self.scope.as_of, case.delay);
        let closed = match case.subject {
            Subject::Engagement(record) => {
                applicability::closed(self.charter, clause, record, self.scope.as_of)
            }
            Subject::Project(project) => return self.project_ruling(clause, rule, project, &cx),
            Subject::Decision(_) | Subject::Request(_) => case
                .name
                .day
                .and_then(|day| applicability::out_of_force(self.charter, clause, day)),
            // Nobody owes anything for a time before it was promised, however long the rest of it is.
            Subject::Period(period) => {
                let day = period.last.min(self.scope.as_of);
                applicability::not_yet_in_force(self.charter, clause, day)
                    .or_else(|| applicability::out_of_force(self.charter, clause, period.last))
            }
            // What lasts is asked for on the day of the audit.
            Subject::Contact(_)
            | Subject::Conduct(_)
            | Subject::Signatory(_)
            | Subject::File(_)
            | Subject::Whole(_) => {
                if rule.holds_unsigned() {
                    None
                } else {
                    applicability::out_of_force(self.charter, clause, self.scope.as_of)
                }
            }
        };
        closed.or_else(|| rule.judge(case.subject, &cx))
    }

    /// A project is judged by those of its engagements to which the clause applies; what came of the
    /// others counts, unless they were called off or are no strategic work.
    fn project_ruling(
        &self,
        clause: &Clause,
        rule: &Rule,
        project: &Project<'_>,
        cx: &Context<'_>,
    ) -> Option<Ruling> {
        let mut reason = None;
        let (mut engagements, mut others) = (Vec::new(), Vec::new());
        for record in &project.engagements {
            match applicability::closed(self.charter, clause, record, self.scope.as_of) {
                Some(ruling) => {
                    reason = reason.or(Some(ruling));
                    others.extend(record.counts().then_some(*record));
                }
                None => engagements.push(*record),
            }
        }
        if engagements.is_empty() && reason.is_some() {
            return reason;
        }
        let project = Project {
            name: project.name,
            engagements,
            others,
            decisions: project.decisions.clone(),
        };
        rule.judge(Subject::Project(&project), cx)
    }

    /// What lost records and explanations have to say about a finding.
    fn settle(
        &self,
        mut finding: Finding<'a>,
        rule: &Rule,
        case: &Case<'a, 's>,
        judged: &mut Judgements<'a>,
    ) {
        if self.incomplete && finding.verdict == Verdict::NotKept {
            lost_records(&mut finding);
        }
        explanations::apply(
            self.charter,
            self.sources,
            &mut finding,
            rule,
            &case.explanations,
            self.scope.as_of,
            &mut judged.results,
        );
        judged.findings.push(finding);
    }

    fn finding(
        &self,
        at: usize,
        clause: &'a Clause,
        case: &Case<'a, 's>,
        ruling: Ruling,
    ) -> Finding<'a> {
        // What is about no one record stands in the charter.
        let about = match case.subject {
            Subject::Period(_) | Subject::Whole(_) => Arc::new(SubjectName {
                span: clause.span,
                ..SubjectName::clone(&case.name)
            }),
            Subject::Engagement(_)
            | Subject::Project(_)
            | Subject::Decision(_)
            | Subject::Request(_)
            | Subject::Contact(_)
            | Subject::Conduct(_)
            | Subject::Signatory(_)
            | Subject::File(_) => Arc::clone(&case.name),
        };
        let mut finding = Finding::new(at, clause, about, ruling);
        if let [record] = case.records {
            shown_in_every_file(&mut finding, record);
        }
        if applicability::is_nobodys(self.charter, clause, case.subject) {
            finding.holders = Holders::Unsaid;
        }
        if let Subject::Engagement(record) = case.subject {
            if applicability::is_joint(self.charter, record) {
                finding.holders = Holders::BothSides;
            }
            finding.unconfirmed = applicability::is_unconfirmed(record, self.scope.as_of);
        }
        finding
    }
}
