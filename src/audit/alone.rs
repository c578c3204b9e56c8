//! What the promises about engagements say of one by itself, without an audit around it.

use chrono::NaiveDate;

use super::applicability;
use super::engine::context;
use crate::charter::{Charter, Clause};
use crate::rules::{Project, Ruling, Subject};
use engagement_records::record::{Engagement, SubjectKind};

/// What every clause says whose rule judges engagements or their projects, in the order of the
/// charter; of those clauses that are wanted, by their places in it. The engagement is a project of its own, and nothing explains what it lacks.
pub fn alone<'a>(
    charter: &'a Charter,
    record: &Engagement,
    as_of: NaiveDate,
    wanted: impl Fn(usize) -> bool,
) -> Vec<(&'a Clause, Ruling)> {
    let project = Project {
        name: record.project.get().map(String::as_str),
        engagements: vec![record],
        others: Vec::new(),
        decisions: Vec::new(),
    };
    let judged = charter
        .clauses
        .iter()
        .enumerate()
        .filter_map(|(at, clause)| {
            let rule = clause.judged.rule().filter(|_| wanted(at))?;
            let subject = match rule.kind() {
                SubjectKind::Engagement => Subject::Engagement(record),
                SubjectKind::Project => Subject::Project(&project),
                SubjectKind::Decision
                | SubjectKind::Request
                | SubjectKind::Contact
                | SubjectKind::Conduct
                | SubjectKind::Signatory
                | SubjectKind::Period
                | SubjectKind::File
                | SubjectKind::Whole => return None,
            };
            let cx = context(charter, clause, as_of, None);
            let closed = applicability::closed(charter, clause, record, as_of);
            let ruling = closed.or_else(|| rule.judge(subject, &cx))?;
            Some((clause, ruling))
        });
    judged.collect()
}
