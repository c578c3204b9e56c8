//! By what the findings of a report are known again in another audit.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::{Fingerprint, Report};
use crate::audit::Finding;
use engagement_records::record::SubjectKind;
use located::source::Span;

impl Report<'_> {
    /// By what each finding is known again in another audit, in the order of the findings.
    pub fn fingerprints(&self) -> Vec<Fingerprint> {
        self.fingerprints_of(&self.audit.findings)
    }

    /// The same for the findings of another audit of the same records.
    pub(super) fn fingerprints_of(&self, findings: &[Finding<'_>]) -> Vec<Fingerprint> {
        let subjects = Subjects::of(self, findings);
        let mut all: Vec<Fingerprint> = findings
            .par_iter()
            .map(|finding| {
                let clause = finding.clause.id.to_lowercase();
                Fingerprint::of_parts([&clause, subjects.known_by(finding)])
            })
            .collect();
        let mut often: HashMap<Fingerprint, usize> = HashMap::with_capacity(all.len());
        for print in &all {
            *often.entry(*print).or_default() += 1;
        }
        // Two meetings of one title on one day are told apart by their order in the files.
        let mut several: Vec<(Fingerprint, Option<Span>, usize)> = Vec::new();
        for (at, (print, finding)) in all.iter().zip(findings).enumerate() {
            if often.get(print).is_some_and(|count| *count > 1) {
                several.push((*print, Some(finding.about.span), at));
            }
        }
        several.sort_unstable();
        let mut number = 0;
        let mut before = None;
        for (print, _, at) in several {
            number = if before == Some(print) { number + 1 } else { 0 };
            before = Some(print);
            if let Some(own) = all.get_mut(at) {
                *own = print.numbered(number);
            }
        }
        all
    }
}

/// By what subjects are known again, each worked out once, however many promises there are about it.
struct Subjects(HashMap<usize, String>);

impl Subjects {
    fn of(report: &Report<'_>, findings: &[Finding<'_>]) -> Self {
        let mut known = HashSet::new();
        let firsts = findings.iter().filter(|one| known.insert(Self::key(one)));
        let firsts: Vec<&Finding<'_>> = firsts.collect();
        let texts = firsts.into_par_iter();
        Subjects(
            texts
                .map(|one| (Self::key(one), subject_known_by(report, one)))
                .collect(),
        )
    }

    /// The same for all findings about one subject.
    fn key(finding: &Finding<'_>) -> usize {
        std::ptr::from_ref(finding.about.as_ref()).addr()
    }

    fn known_by(&self, finding: &Finding<'_>) -> &str {
        self.0.get(&Self::key(finding)).map_or("", String::as_str)
    }
}

/// What stays of a subject when files are moved, renamed and grow: an id that was given, and otherwise
/// the title and the day.
pub(super) fn subject_known_by(report: &Report<'_>, finding: &Finding<'_>) -> String {
    let about = &finding.about;
    let kind = about.kind;
    let day = about.day.map(|day| day.to_string()).unwrap_or_default();
    let word = kind.word();
    if kind == SubjectKind::Period && about.id.starts_with("year-to-") {
        // The last twelve months are the same promise whenever the audit is made.
        format!("{word}\0year")
    } else if kind == SubjectKind::File {
        let name = report.name(&about.name);
        let name = name.part(|name| name.rsplit('/').next().unwrap_or(name));
        format!("{word}\0{name}")
    } else if about.id_stays {
        format!("{word}\0id\0{}", report.name(&about.id))
    } else {
        format!("{word}\0{}\0{day}", report.name(&about.name))
    }
}
