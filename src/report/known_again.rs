//! By what the findings of a report are known again in another audit.

use rayon::prelude::*;

use super::{Fingerprint, Report};
use crate::audit::Finding;
use engagement_records::record::SubjectKind;

impl Report<'_> {
    /// By what each finding is known again in another audit, in the order of the findings.
    pub fn fingerprints(&self) -> Vec<Fingerprint> {
        self.fingerprints_of(&self.audit.findings)
    }

    /// The same for the findings of another audit of the same records.
    pub(super) fn fingerprints_of(&self, findings: &[Finding<'_>]) -> Vec<Fingerprint> {
        let plain: Vec<Fingerprint> = findings
            .par_iter()
            .map(|finding| Fingerprint::of(&known_by(self, finding)))
            .collect();
        // Two meetings of one title on one day are told apart by their order in the files.
        let mut order: Vec<(Fingerprint, usize)> = plain.iter().copied().zip(0..).collect();
        order.sort_by_key(|(print, at)| (*print, findings.get(*at).map(|it| it.about.span), *at));
        let mut all = plain;
        let mut number = 0;
        let mut before = None;
        for (print, at) in order {
            number = if before == Some(print) { number + 1 } else { 0 };
            before = Some(print);
            if let Some(own) = all.get_mut(at) {
                *own = print.numbered(number);
            }
        }
        all
    }
}

/// What stays when files are moved, renamed and grow: an id that was given, and otherwise the title
/// and the day.
fn known_by(report: &Report<'_>, finding: &Finding<'_>) -> String {
    let clause = finding.clause.id.to_lowercase();
    format!("{clause}\0{}", subject_known_by(report, finding))
}

/// The same for what a finding is about.
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
