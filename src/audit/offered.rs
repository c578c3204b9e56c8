//! Which explanations speak of which subject, and those that speak of nothing here.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::explanations::{Fate, Outcome};
use super::matter::Matter;
use crate::record::{Explanation, ExplanationRecord, Records};

/// An explanation with what it is measured by.
#[derive(Debug, Clone)]
pub(super) struct Offered<'a> {
    pub(super) explanation: &'a Explanation,
    /// The day of the event that it must not come after, where the clause is about such a fact.
    pub(super) ends: Option<NaiveDate>,
    /// The id of what it speaks of.
    pub(super) subject: Cow<'a, str>,
    /// It speaks of the subject itself, not of an engagement that the subject is made of.
    pub(super) own: bool,
}

/// Explanations in records of their own, by what they speak of.
pub(super) struct BySubject<'a>(BTreeMap<&'static str, BTreeMap<&'a str, Vec<&'a Explanation>>>);

impl<'a> BySubject<'a> {
    /// The explanations that are kept apart for a subject.
    pub(super) fn of(&self, kind: &str, id: &str) -> &[&'a Explanation] {
        self.0
            .get(kind)
            .and_then(|by_id| by_id.get(id))
            .map_or(&[], Vec::as_slice)
    }
}

pub(super) fn by_subject(records: &Records) -> BySubject<'_> {
    let mut all: BTreeMap<&'static str, BTreeMap<&str, Vec<&Explanation>>> = BTreeMap::new();
    for record in &records.explanations {
        if let Some((kind, id)) = &record.about {
            all.entry(kind)
                .or_default()
                .entry(&id.value)
                .or_default()
                .push(&record.explanation);
        }
    }
    BySubject(all)
}

/// Explanations kept apart for what does not exist.
pub(super) fn orphans<'a>(records: &'a Records, matters: &[Matter<'a, '_>]) -> Vec<Fate<'a>> {
    let mut known: BTreeSet<(&str, &str)> = matters
        .iter()
        .map(|matter| (matter.name.kind, matter.name.id.as_ref()))
        .collect();
    // What lies outside the period that was asked for exists all the same.
    known.extend(records.engagements.iter().flat_map(|record| {
        let project = record.project.get().map(|name| ("project", name.as_str()));
        [Some(("engagement", record.id.as_str())), project]
            .into_iter()
            .flatten()
    }));
    known.extend(
        records
            .decisions
            .iter()
            .map(|it| ("decision", it.id.as_str())),
    );
    known.extend(
        records
            .requests
            .iter()
            .map(|it| ("request", it.id.as_str())),
    );
    let why = |record: &ExplanationRecord| match &record.about {
        Some((kind, id)) if known.contains(&(*kind, id.value.as_str())) => None,
        Some(("period" | "party", _)) => {
            Some("no promise here is judged for what it names".to_owned())
        }
        Some(("project", _)) => {
            Some("no record here belongs to the project that it names".to_owned())
        }
        Some((kind, _)) => Some(format!(
            "no {kind} in these records has the id that it names"
        )),
        None => Some("no engagement, decision or request is named that it speaks of".to_owned()),
    };
    records
        .explanations
        .iter()
        .filter_map(|record| {
            let why = why(record)?;
            let id = record
                .about
                .as_ref()
                .map_or("", |(_, id)| id.value.as_str());
            Some(Fate {
                clause: record.explanation.clause.get().map_or("", String::as_str),
                subject: Cow::Borrowed(id),
                outcome: Outcome::Rejected,
                why: vec![why],
                span: record.explanation.span,
            })
        })
        .collect()
}
