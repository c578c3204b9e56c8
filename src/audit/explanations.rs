//! Comply or explain: what explanations change, and what became of those that change nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::case::Case;
use super::explanation_rules::{accepted, expired, faults};
use super::finding::Finding;
use super::outcome::{ExplanationOutcome, ExplanationResult};
use super::submitted::SubmittedExplanation;
use crate::charter::{Charter, Clause};
use crate::rules::{Delay, Rule, Verdict};
use closed_words::nearest;
use engagement_records::record::{ExplanationRecord, Records, SubjectKind};
use located::source::Sources;

/// Explanations that name no clause of the charter.
pub(super) fn unknown_clauses<'a>(
    charter: &Charter,
    case: &Case<'a, '_>,
    results: &mut Vec<ExplanationResult<'a>>,
) {
    for submitted in case.explanations.iter().filter(|submitted| submitted.own) {
        let clause = submitted
            .explanation
            .clause
            .get()
            .map_or("", String::as_str);
        let known = charter.clause(clause);
        let why = match known {
            None => {
                let ids = charter.clauses.iter().map(|clause| clause.id.as_str());
                match nearest(clause, ids) {
                    Some(near) => {
                        format!("it names no clause of the charter; did you mean `{near}`?")
                    }
                    None => "it names no clause of the charter".to_owned(),
                }
            }
            Some(clause) if clause.judged.rule().is_none() => {
                "the program does not judge this clause, so there is nothing to explain".to_owned()
            }
            Some(clause) if speaks_past(clause, case) => format!(
                "the clause is not judged for a {}, so there is nothing to explain here",
                case.name.kind.word()
            ),
            Some(_) => continue,
        };
        let outcome = if known.is_none() {
            ExplanationOutcome::Rejected
        } else {
            ExplanationOutcome::Unneeded
        };
        results.push(ExplanationResult {
            clause,
            subject: submitted.subject.clone(),
            outcome,
            why: vec![why],
            span: submitted.explanation.span,
        });
    }
}

/// Explanations kept apart for what does not exist.
pub(super) fn orphans<'a>(
    records: &'a Records,
    cases: &[Case<'a, '_>],
) -> Vec<ExplanationResult<'a>> {
    let mut known: BTreeSet<(SubjectKind, &str)> = cases
        .iter()
        .map(|case| (case.name.kind, case.name.id.as_ref()))
        .collect();
    // What lies outside the period that was asked for exists all the same.
    known.extend(records.engagements.iter().flat_map(|record| {
        let project = record
            .project
            .get()
            .map(|name| (SubjectKind::Project, name.as_str()));
        let ids = record.ids();
        ids.map(|id| (SubjectKind::Engagement, id)).chain(project)
    }));
    known.extend(
        records
            .decisions
            .iter()
            .map(|it| (SubjectKind::Decision, it.id.as_str())),
    );
    known.extend(
        records
            .requests
            .iter()
            .map(|it| (SubjectKind::Request, it.id.as_str())),
    );
    let why = |record: &ExplanationRecord| match &record.about {
        Some((kind, id)) if known.contains(&(*kind, id.value.as_str())) => None,
        Some((SubjectKind::Period | SubjectKind::Signatory, _)) => {
            Some("no promise here is judged for what it names".to_owned())
        }
        Some((SubjectKind::Project, _)) => {
            Some("no record here belongs to the project that it names".to_owned())
        }
        Some((kind, _)) => Some(format!(
            "no {} in these records has the id that it names",
            kind.word()
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
            Some(ExplanationResult {
                clause: record.explanation.clause.get().map_or("", String::as_str),
                subject: Cow::Borrowed(id),
                outcome: ExplanationOutcome::Rejected,
                why: vec![why],
                span: record.explanation.span,
            })
        })
        .collect()
}

/// Whether a clause is judged for subjects of another kind than the one that an explanation names.
/// An engagement also speaks for its project.
fn speaks_past(clause: &Clause, case: &Case<'_, '_>) -> bool {
    let kind = case.subject.kind();
    let judged = clause.judged.rule().map(Rule::kind);
    judged.is_some_and(|judged| {
        judged != kind && !(kind == SubjectKind::Engagement && judged == SubjectKind::Project)
    })
}

/// The valid explanation that delays feedback on an engagement longest.
pub(super) fn delay(
    charter: &Charter,
    sources: &Sources,
    submitted: &[SubmittedExplanation<'_>],
    as_of: NaiveDate,
) -> Option<Delay> {
    let delays = |submitted: &&SubmittedExplanation<'_>| {
        let clause = submitted.explanation.clause.get();
        clause
            .and_then(|id| charter.clause(id))
            .is_some_and(|clause| {
                clause.judged.rule().is_some_and(|rule| {
                    rule.delays_feedback()
                        && faults(charter, sources, submitted, clause, rule, as_of).is_empty()
                })
            })
    };
    submitted
        .iter()
        .filter(delays)
        .filter_map(|submitted| {
            Some(Delay {
                agreed_on: *submitted.explanation.agreed_on.get()?,
                until: *submitted.explanation.until.get()?,
            })
        })
        .max_by_key(|delay| delay.until)
}

/// Lets the explanations for one clause speak about its finding.
pub(super) fn apply<'a>(
    charter: &'a Charter,
    sources: &Sources,
    finding: &mut Finding<'a>,
    rule: &Rule,
    submitted: &[SubmittedExplanation<'a>],
    as_of: NaiveDate,
    results: &mut Vec<ExplanationResult<'a>>,
) {
    let clause = finding.clause;
    for one in submitted {
        let explanation = one.explanation;
        let Some(named) = explanation
            .clause
            .get()
            .filter(|id| id.eq_ignore_ascii_case(&clause.id))
        else {
            continue;
        };
        let mut why = faults(charter, sources, one, clause, rule, as_of);
        let outcome = match finding.verdict {
            Verdict::NotKept => {
                why.extend(expired(one, rule, finding.settled, as_of));
                ExplanationOutcome::Rejected
            }
            // It may yet be needed, or it is another that was accepted.
            Verdict::StillToCome | Verdict::Explained => continue,
            Verdict::DoesNotApply if rule.delays_feedback() && why.is_empty() => continue,
            Verdict::NoEvidence => {
                why =
                    vec!["the record has no evidence that there is anything to explain".to_owned()];
                ExplanationOutcome::Unneeded
            }
            Verdict::Kept => {
                why = vec!["the promise was kept, so there was nothing to explain".to_owned()];
                ExplanationOutcome::Unneeded
            }
            Verdict::DoesNotApply => {
                why = vec!["the clause does not apply here".to_owned()];
                ExplanationOutcome::Unneeded
            }
        };
        if why.is_empty()
            && let Some(accepted) = accepted(charter, explanation)
        {
            finding.verdict = Verdict::Explained;
            finding.explained = Some(Box::new(accepted));
            continue;
        }
        results.push(ExplanationResult {
            clause: named,
            subject: one.subject.clone(),
            outcome,
            why,
            span: explanation.span,
        });
    }
}
