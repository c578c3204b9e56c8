//! Everything that is judged: each subject with its name and the explanations for it.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::case::Case;
use super::explanations;
use super::finding::SubjectName;
use super::scope::AuditScope;
use super::subjects::{Subjects, period_name, project_name};
use super::submitted::{BySubject, SubmittedExplanation};
use crate::charter::Charter;
use crate::rules::{DecisionCase, Subject, event_settled_on};
use engagement_records::record::{Engagement, Explanation, Id, Records, SubjectKind};
use located::source::{Sources, Span};

/// Puts together everything that is judged, in a stable order.
pub(super) struct CaseCollector<'a, 's> {
    pub(super) charter: &'a Charter,
    pub(super) records: &'a Records,
    pub(super) sources: &'a Sources,
    pub(super) scope: &'s AuditScope,
    pub(super) subjects: &'s Subjects<'a>,
    pub(super) kept_apart: &'s BySubject<'a>,
}

impl<'a, 's> CaseCollector<'a, 's> {
    pub(super) fn collect_cases(&self, decisions: &'s [DecisionCase<'s>]) -> Vec<Case<'a, 's>> {
        let subjects = self.subjects;
        let mut all: Vec<Case<'a, 's>> = Vec::new();
        all.extend(subjects.inside.iter().map(|record| self.engagement(record)));
        all.extend(self.projects());
        all.extend(self.decisions(decisions));
        all.extend(self.registers());
        for signatory in &subjects.signatories {
            let party = signatory.party;
            let name = called(
                SubjectKind::Signatory,
                &party.id,
                &party.name,
                None,
                party.span,
            );
            let subject = Subject::Signatory(signatory);
            all.push(self.plain(subject, Arc::new(name)));
        }
        for period in &subjects.periods {
            all.push(self.plain(
                Subject::Period(period),
                Arc::new(period_name(period, self.charter.span)),
            ));
        }
        for file in &subjects.files {
            let name = SubjectName {
                id_stays: false,
                ..called(
                    SubjectKind::File,
                    file.name,
                    file.name,
                    None,
                    file.file.span,
                )
            };
            all.push(self.plain(Subject::File(file), Arc::new(name)));
        }
        let name = called(
            SubjectKind::Whole,
            "all",
            "all records",
            None,
            self.charter.span,
        );
        let whole = Subject::Whole(&subjects.whole);
        all.push(self.plain(whole, Arc::new(name)));
        all
    }

    fn engagement(&self, record: &'s &'a Engagement) -> Case<'a, 's> {
        let submitted = self.by_engagement(record, true);
        let delay = explanations::delay(self.charter, self.sources, &submitted, self.scope.as_of);
        Case {
            subject: Subject::Engagement(record),
            name: named(
                SubjectKind::Engagement,
                &record.id,
                record.name(),
                record.day(),
                record.span,
            ),
            records: std::slice::from_ref(record),
            explanations: submitted,
            delay,
        }
    }

    /// Every explanation for an engagement: those in its record, then those kept apart.
    fn by_engagement(&self, record: &'a Engagement, own: bool) -> Vec<SubmittedExplanation<'a>> {
        let ids = record.ids();
        let apart = ids.flat_map(|id| self.kept_apart.of(SubjectKind::Engagement, id));
        let apart: Vec<&Explanation> = apart.copied().collect();
        if record.explanations.is_empty() && apart.is_empty() {
            return Vec::new();
        }
        let settled = event_settled_on(record, self.scope.as_of);
        let id = Cow::Borrowed(record.id.as_str());
        submitted(&record.explanations, &apart, settled, &id, own)
    }

    fn projects(&self) -> impl Iterator<Item = Case<'a, 's>> {
        let inside = |record: &&Engagement| self.scope.covers(record.day());
        self.subjects
            .projects
            .iter()
            .filter(move |project| project.engagements.iter().any(inside))
            .filter_map(|project| {
                let name = Arc::new(project_name(project)?);
                let records = project.engagements.as_slice();
                let mut submitted: Vec<SubmittedExplanation<'a>> = records
                    .iter()
                    .flat_map(|record| self.by_engagement(record, false))
                    .collect();
                if project.name.is_some() {
                    submitted.extend(self.apart(SubjectKind::Project, &name.id, None));
                }
                Some(Case {
                    subject: Subject::Project(project),
                    name,
                    records,
                    explanations: submitted,
                    delay: None,
                })
            })
    }

    fn decisions(&self, cases: &'s [DecisionCase<'s>]) -> impl Iterator<Item = Case<'a, 's>> {
        let decisions = self.subjects.decisions.iter();
        decisions.zip(cases).filter_map(|((decision, _), case)| {
            let day = decision.decided.get().copied();
            let title = decision.title.get().map_or(&*decision.id, String::as_str);
            let name = named(
                SubjectKind::Decision,
                &decision.id,
                title,
                day,
                decision.span,
            );
            let id = &decision.id;
            self.scope.covers(day).then(|| Case {
                explanations: self.carried(SubjectKind::Decision, id, &decision.explanations, day),
                ..self.plain(Subject::Decision(case), name)
            })
        })
    }

    /// Requests, contacts and codes of conduct.
    fn registers(&self) -> Vec<Case<'a, 's>> {
        let records = self.records;
        let mut all = Vec::new();
        for request in &records.requests {
            let day = request.made.get().or(request.needed_for.get()).copied();
            if !self.scope.covers(day) {
                continue;
            }
            let title = request.title.get().map_or(&*request.id, String::as_str);
            let name = named(SubjectKind::Request, &request.id, title, day, request.span);
            let ends = request.needed_for.get().copied();
            let submitted = self.carried(
                SubjectKind::Request,
                &request.id,
                &request.explanations,
                ends,
            );
            all.push(Case {
                explanations: submitted,
                ..self.plain(Subject::Request(request), name)
            });
        }
        for contact in &records.contacts {
            let post = contact.post.get().map_or(&*contact.id, String::as_str);
            let name = named(SubjectKind::Contact, &contact.id, post, None, contact.span);
            all.push(self.plain(Subject::Contact(contact), name));
        }
        for conduct in &records.conduct {
            let document = conduct.document.get().map_or(&*conduct.id, String::as_str);
            let name = named(
                SubjectKind::Conduct,
                &conduct.id,
                document,
                None,
                conduct.span,
            );
            all.push(self.plain(Subject::Conduct(conduct), name));
        }
        all
    }

    /// A case that is made of no engagements, with the explanations that are kept apart for it.
    fn plain(&self, subject: Subject<'s>, name: Arc<SubjectName<'a>>) -> Case<'a, 's> {
        let ends = subject.settled_on(self.scope.as_of);
        Case {
            subject,
            explanations: self.apart(name.kind, &name.id, ends),
            name,
            records: &[],
            delay: None,
        }
    }

    fn carried(
        &self,
        kind: SubjectKind,
        id: &'a str,
        carried: &'a [Explanation],
        ends: Option<NaiveDate>,
    ) -> Vec<SubmittedExplanation<'a>> {
        let apart = self.kept_apart.of(kind, id);
        submitted(carried, apart, ends, &Cow::Borrowed(id), true)
    }

    fn apart(
        &self,
        kind: SubjectKind,
        id: &Cow<'a, str>,
        ends: Option<NaiveDate>,
    ) -> Vec<SubmittedExplanation<'a>> {
        submitted(&[], self.kept_apart.of(kind, id), ends, id, true)
    }
}

/// The name of a record of its own.
fn named<'a>(
    kind: SubjectKind,
    id: &'a Id,
    name: &'a str,
    day: Option<NaiveDate>,
    span: Span,
) -> Arc<SubjectName<'a>> {
    Arc::new(SubjectName {
        id_stays: id.is_given(),
        ..called(kind, id.as_str(), name, day, span)
    })
}

fn called<'a>(
    kind: SubjectKind,
    id: &'a str,
    name: &'a str,
    day: Option<NaiveDate>,
    span: Span,
) -> SubjectName<'a> {
    SubjectName {
        kind,
        id: Cow::Borrowed(id),
        id_stays: true,
        name: Cow::Borrowed(name),
        day,
        span,
    }
}

fn submitted<'a>(
    carried: &'a [Explanation],
    apart: &[&'a Explanation],
    ends: Option<NaiveDate>,
    subject: &Cow<'a, str>,
    own: bool,
) -> Vec<SubmittedExplanation<'a>> {
    carried
        .iter()
        .chain(apart.iter().copied())
        .map(|explanation| SubmittedExplanation {
            explanation,
            ends,
            subject: subject.clone(),
            own,
        })
        .collect()
}
