//! One thing to judge, with what the engine must know of it besides what a rule sees.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::explanations;
use super::offered::{BySubject, Offered};
use super::subjects::{Subjects, period_name, project_name};
use super::{Question, SubjectName};
use crate::charter::Charter;
use crate::record::{Engagement, Explanation, Id, Records};
use crate::rules::{About, DecisionCase, Delay, Subject};
use located::source::{Sources, Span};

/// A subject with its name, its records and the explanations that speak of it.
pub(super) struct Matter<'a, 'q> {
    pub(super) about: About,
    pub(super) subject: Subject<'q>,
    pub(super) name: Arc<SubjectName<'a>>,
    /// The engagements that it is made of.
    pub(super) records: &'q [&'a Engagement],
    pub(super) offered: Vec<Offered<'a>>,
    /// The delay of feedback that was validly explained.
    pub(super) delay: Option<Delay>,
}

/// Puts together everything that is judged, in a stable order.
pub(super) struct Gathering<'a, 'q> {
    pub(super) charter: &'a Charter,
    pub(super) records: &'a Records,
    pub(super) sources: &'a Sources,
    pub(super) question: &'q Question,
    pub(super) subjects: &'q Subjects<'a>,
    pub(super) kept_apart: &'q BySubject<'a>,
}

impl<'a, 'q> Gathering<'a, 'q> {
    pub(super) fn matters(&self, cases: &'q [DecisionCase<'q>]) -> Vec<Matter<'a, 'q>> {
        let subjects = self.subjects;
        let mut all: Vec<Matter<'a, 'q>> = Vec::new();
        all.extend(subjects.inside.iter().map(|record| self.engagement(record)));
        all.extend(self.projects());
        all.extend(self.decisions(cases));
        all.extend(self.registers());
        for signatory in &subjects.signatories {
            let party = signatory.party;
            let name = called("party", &party.id, &party.name, None, party.span);
            let subject = Subject::Signatory(signatory);
            all.push(self.plain(About::Signatories, subject, Arc::new(name)));
        }
        for period in &subjects.periods {
            let about = About::Periods(period.length);
            all.push(self.plain(
                about,
                Subject::Period(period),
                Arc::new(period_name(period, self.charter.span)),
            ));
        }
        for file in &subjects.files {
            let name = SubjectName {
                id_stays: false,
                ..called("file", file.name, file.name, None, file.file.span)
            };
            all.push(self.plain(About::Files, Subject::File(file), Arc::new(name)));
        }
        let name = called("records", "all", "all records", None, self.charter.span);
        let whole = Subject::Whole(&subjects.whole);
        all.push(self.plain(About::Whole, whole, Arc::new(name)));
        all
    }

    fn engagement(&self, record: &'q &'a Engagement) -> Matter<'a, 'q> {
        let offered = self.by_engagement(record, true);
        let delay = explanations::delay(self.charter, self.sources, &offered, self.question.as_of);
        Matter {
            about: About::Engagements,
            subject: Subject::Engagement(record),
            name: named(
                "engagement",
                &record.id,
                record.name(),
                record.day(),
                record.span,
            ),
            records: std::slice::from_ref(record),
            offered,
            delay,
        }
    }

    /// Every explanation for an engagement: those in its record, then those kept apart.
    fn by_engagement(&self, record: &'a Engagement, own: bool) -> Vec<Offered<'a>> {
        let apart = self.kept_apart.of("engagement", &record.id);
        if record.explanations.is_empty() && apart.is_empty() {
            return Vec::new();
        }
        let ends = record.ends_on(self.question.as_of).get().copied();
        let id = Cow::Borrowed(record.id.as_str());
        offered(&record.explanations, apart, ends, &id, own)
    }

    fn projects(&self) -> impl Iterator<Item = Matter<'a, 'q>> {
        let inside = |record: &&Engagement| self.question.covers(record.day());
        self.subjects
            .projects
            .iter()
            .filter(move |project| project.engagements.iter().any(inside))
            .filter_map(|project| {
                let name = Arc::new(project_name(project)?);
                let records = project.engagements.as_slice();
                let mut offered: Vec<Offered<'a>> = records
                    .iter()
                    .flat_map(|record| self.by_engagement(record, false))
                    .collect();
                if project.name.is_some() {
                    offered.extend(self.apart("project", &name.id, None));
                }
                Some(Matter {
                    about: About::Projects,
                    subject: Subject::Project(project),
                    name,
                    records,
                    offered,
                    delay: None,
                })
            })
    }

    fn decisions(&self, cases: &'q [DecisionCase<'q>]) -> impl Iterator<Item = Matter<'a, 'q>> {
        let decisions = self.subjects.decisions.iter();
        decisions.zip(cases).filter_map(|((decision, _), case)| {
            let day = decision.decided.get().copied();
            let title = decision.title.get().map_or(&*decision.id, String::as_str);
            let name = named("decision", &decision.id, title, day, decision.span);
            let id = &decision.id;
            self.question.covers(day).then(|| Matter {
                offered: self.carried("decision", id, &decision.explanations, day),
                ..self.plain(About::Decisions, Subject::Decision(case), name)
            })
        })
    }

    /// Requests, contacts and codes of conduct.
    fn registers(&self) -> Vec<Matter<'a, 'q>> {
        let records = self.records;
        let mut all = Vec::new();
        for request in &records.requests {
            let day = request.made.get().or(request.needed_for.get()).copied();
            if !self.question.covers(day) {
                continue;
            }
            let title = request.title.get().map_or(&*request.id, String::as_str);
            let name = named("request", &request.id, title, day, request.span);
            let ends = request.needed_for.get().copied();
            let offered = self.carried("request", &request.id, &request.explanations, ends);
            all.push(Matter {
                offered,
                ..self.plain(About::Requests, Subject::Request(request), name)
            });
        }
        for contact in &records.contacts {
            let post = contact.post.get().map_or(&*contact.id, String::as_str);
            let name = named("contact", &contact.id, post, None, contact.span);
            all.push(self.plain(About::Contacts, Subject::Contact(contact), name));
        }
        for conduct in &records.conduct {
            let document = conduct.document.get().map_or(&*conduct.id, String::as_str);
            let name = named("conduct", &conduct.id, document, None, conduct.span);
            all.push(self.plain(About::Conduct, Subject::Conduct(conduct), name));
        }
        all
    }

    /// A matter that is made of no engagements, with the explanations that are kept apart for it.
    fn plain(
        &self,
        about: About,
        subject: Subject<'q>,
        name: Arc<SubjectName<'a>>,
    ) -> Matter<'a, 'q> {
        let ends = subject.ends_on(self.question.as_of);
        Matter {
            about,
            subject,
            offered: self.apart(name.kind, &name.id, ends),
            name,
            records: &[],
            delay: None,
        }
    }

    fn carried(
        &self,
        kind: &str,
        id: &'a str,
        carried: &'a [Explanation],
        ends: Option<NaiveDate>,
    ) -> Vec<Offered<'a>> {
        let apart = self.kept_apart.of(kind, id);
        offered(carried, apart, ends, &Cow::Borrowed(id), true)
    }

    fn apart(&self, kind: &str, id: &Cow<'a, str>, ends: Option<NaiveDate>) -> Vec<Offered<'a>> {
        offered(&[], self.kept_apart.of(kind, id), ends, id, true)
    }
}

/// The name of a record of its own.
fn named<'a>(
    kind: &'static str,
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
    kind: &'static str,
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

fn offered<'a>(
    carried: &'a [Explanation],
    apart: &[&'a Explanation],
    ends: Option<NaiveDate>,
    subject: &Cow<'a, str>,
    own: bool,
) -> Vec<Offered<'a>> {
    carried
        .iter()
        .chain(apart.iter().copied())
        .map(|explanation| Offered {
            explanation,
            ends,
            subject: subject.clone(),
            own,
        })
        .collect()
}
