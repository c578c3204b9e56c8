//! Which explanations were submitted for which subject.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use engagement_records::record::{Explanation, Records, SubjectKind};

/// An explanation with what it is measured by.
#[derive(Debug, Clone)]
pub(super) struct SubmittedExplanation<'a> {
    pub(super) explanation: &'a Explanation,
    /// The day of the event that it must not come after, where the clause is about such a fact.
    pub(super) ends: Option<NaiveDate>,
    /// The id of what it speaks of.
    pub(super) subject: Cow<'a, str>,
    /// It speaks of the subject itself, not of an engagement that the subject is made of.
    pub(super) own: bool,
}

/// Explanations in records of their own, by what they speak of.
pub(super) struct BySubject<'a>(BTreeMap<SubjectKind, BTreeMap<&'a str, Vec<&'a Explanation>>>);

impl<'a> BySubject<'a> {
    /// The explanations that are kept apart for a subject.
    pub(super) fn of(&self, kind: SubjectKind, id: &str) -> &[&'a Explanation] {
        self.0
            .get(&kind)
            .and_then(|by_id| by_id.get(id))
            .map_or(&[], Vec::as_slice)
    }
}

pub(super) fn by_subject(records: &Records) -> BySubject<'_> {
    let mut all: BTreeMap<SubjectKind, BTreeMap<&str, Vec<&Explanation>>> = BTreeMap::new();
    for record in &records.explanations {
        if let Some((kind, id)) = &record.about {
            all.entry(*kind)
                .or_default()
                .entry(&id.value)
                .or_default()
                .push(&record.explanation);
        }
    }
    BySubject(all)
}
