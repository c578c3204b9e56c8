//! The first and the last day of everything that begins and ends. Each case was worked out by hand;
//! where two days stand side by side, the verdict turns between them.

mod days;
mod explanations;
mod periods;
mod signatures;
mod steps;
mod times;

use charter_audit::rules::Verdict;

use crate::Bench;

/// Records, an area's charter, and what each promise comes to on a day.
pub(super) struct Case {
    pub(super) what: &'static str,
    /// What the area's charter says beside `extends: built-in`.
    pub(super) charter: &'static str,
    pub(super) records: &'static str,
    /// As-of date, clause, the id of what is judged (of a period, its first day or part of its
    /// name), verdict.
    pub(super) verdicts: &'static [(&'static str, &'static str, &'static str, Verdict)],
}

fn judged(case: &Case) -> Vec<String> {
    let charter = format!("extends: built-in\n{}", case.charter);
    let bench = Bench::under(Some(&charter), &[("records.yaml", case.records)]);
    assert_eq!(bench.faults(), [], "{}", case.what);
    let mut otherwise = Vec::new();
    for (as_of, clause, id, expected) in case.verdicts {
        let audit = bench.audit(as_of);
        let found: Vec<Verdict> = audit
            .findings
            .iter()
            .filter(|finding| finding.clause.id == *clause)
            .filter(|finding| finding.about.id == *id || finding.about.name.contains(id))
            .map(|finding| finding.verdict)
            .collect();
        if found != [*expected] {
            otherwise.push(format!(
                "{}: {clause} about {id} as of {as_of}: {found:?}, expected {expected:?}",
                case.what
            ));
        }
    }
    otherwise
}

pub(super) fn hold(cases: &[Case]) {
    let otherwise: Vec<String> = cases.iter().flat_map(judged).collect();
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
}

/// Whether the report of records, under an area's charter, says something.
pub(super) fn says(charter: &str, records: &str, as_of: &str, words: &str) -> bool {
    let charter = format!("extends: built-in\n{charter}");
    let bench = Bench::under(Some(&charter), &[("a.yaml", records)]);
    assert_eq!(bench.faults(), []);
    crate::json_of(&bench, as_of).contains(words)
}
