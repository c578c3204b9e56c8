//! The engine: every clause against every subject, with nothing dropped.

mod alone;
mod applicability;
mod case;
mod charter_review;
mod collect;
mod engine;
mod explanation_rules;
mod explanations;
mod file_cases;
mod finding;
mod outcome;
mod scope;
mod subjects;
mod submitted;

use rayon::prelude::*;

pub use alone::alone;
pub use charter_review::Remark;
pub use finding::{Finding, Holders, SubjectName};
pub use outcome::{AcceptedExplanation, ExplanationOutcome, ExplanationResult};
pub use scope::AuditScope;

use crate::charter::Charter;
use collect::CaseCollector;
use engagement_records::progress::Progress;
use engagement_records::record::Records;
use engine::{Engine, Judgements};
use located::source::Sources;
use subjects::Subjects;

/// Everything that an audit found.
#[derive(Debug)]
pub struct Audit<'a> {
    /// Every verdict, in the order of a report: what needs people first.
    pub findings: Vec<Finding<'a>>,
    /// What became of every explanation that was not simply accepted.
    pub explanations: Vec<ExplanationResult<'a>>,
    /// What the charter itself should hear: promises that were never tested, explanations that
    /// have become the rule, standards that nobody adopted.
    pub remarks: Vec<Remark>,
    /// How many engagements lay outside the period that was asked for.
    pub outside_period: usize,
}

/// So many subjects are judged before their verdicts are put to the others.
const AT_ONCE: usize = 512;

/// Judges every clause of a charter against every record. `sources` holds the texts that the
/// records were read from.
pub fn audit<'a>(
    charter: &'a Charter,
    records: &'a Records,
    sources: &'a Sources,
    scope: &AuditScope,
    progress: &dyn Progress,
) -> Audit<'a> {
    let subjects = Subjects::of(charter, records, sources, scope);
    let decisions = subjects.cases(scope.as_of);
    let kept_apart = submitted::by_subject(records);
    let collector = CaseCollector {
        charter,
        records,
        sources,
        scope,
        subjects: &subjects,
        kept_apart: &kept_apart,
    };
    let cases = collector.collect_cases(&decisions);
    let engine = Engine {
        charter,
        scope,
        sources,
        incomplete: records.incomplete,
    };
    let most = cases.iter().map(|case| engine.most(case)).sum();
    let mut findings = Vec::with_capacity(most);
    let mut results = explanations::orphans(records, &cases);
    // Verdicts are many and large: never all of them twice.
    progress.begin(cases.len());
    for some in cases.chunks(AT_ONCE) {
        let judged: Vec<Judgements<'a>> = some.par_iter().map(|case| engine.judge(case)).collect();
        for mut judgements in judged {
            findings.append(&mut judgements.findings);
            results.append(&mut judgements.results);
        }
        progress.advance(some.len());
    }
    findings.par_sort_by_cached_key(order);
    results.sort_by_key(|result| result.span);
    Audit {
        remarks: charter_review::remarks(charter, scope, &findings),
        findings,
        explanations: results,
        outside_period: records.engagements.len() - subjects.inside.len(),
    }
}

/// Worst first: by verdict, then what a rule puts before everything else, then by severity and
/// clause, by day, and by place as the last resort.
fn order<'a>(finding: &Finding<'a>) -> impl Ord + use<'a> {
    (
        finding.verdict,
        !finding.foremost,
        finding.severity,
        finding.at,
        finding.about.day,
        finding.about.span,
    )
}
