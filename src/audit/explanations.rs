//! Comply or explain: which explanations hold, what they change, and what is wrong with the rest.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Finding;
use crate::calendar::day_and_year;
use crate::charter::{Charter, Clause};
use crate::fields::Field;
use crate::record::{Engagement, Explanation, Reason, Records, Side};
use crate::rules::{Delay, Rule, Verdict};
use crate::source::Span;
use crate::words::nearest;

/// An explanation that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted<'a> {
    /// The reason from the closed list.
    pub reason: Reason,
    /// The reason in words.
    pub because: &'a str,
    /// What was offered instead.
    pub instead: &'a str,
    /// Who agreed: the name of the party and the role.
    pub agreed_by: Vec<(&'a str, &'a str)>,
    /// The day it was agreed.
    pub agreed_on: NaiveDate,
    /// The last day on which it holds.
    pub until: NaiveDate,
    /// Where it stands.
    pub span: Span,
}

/// What became of an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It breaks a rule for explanations; the finding stands.
    Rejected,
    /// There was nothing for it to explain.
    Unneeded,
}

/// An explanation that was not simply accepted.
#[derive(Debug, Clone)]
pub struct Fate<'a> {
    /// The clause that it names, as it names it.
    pub clause: &'a str,
    /// The engagement that it is about.
    pub subject: &'a str,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, in sentences without full stops.
    pub why: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// Explanations in records of their own, by the engagement that they are about.
pub(super) struct ByEngagement<'a>(BTreeMap<&'a str, Vec<&'a Explanation>>);

impl<'a> ByEngagement<'a> {
    /// Every explanation for an engagement: those in its record, then those kept apart.
    pub(super) fn of(&self, record: &'a Engagement) -> Vec<&'a Explanation> {
        let apart = self
            .0
            .get(record.id.as_str())
            .into_iter()
            .flatten()
            .copied();
        record.explanations.iter().chain(apart).collect()
    }
}

pub(super) fn by_engagement(records: &Records) -> ByEngagement<'_> {
    let mut all: BTreeMap<&str, Vec<&Explanation>> = BTreeMap::new();
    for record in &records.explanations {
        if let Some(id) = record.engagement.get() {
            all.entry(id).or_default().push(&record.explanation);
        }
    }
    ByEngagement(all)
}

/// Explanations kept apart for engagements that do not exist.
pub(super) fn orphans(records: &Records) -> Vec<Fate<'_>> {
    let known: std::collections::BTreeSet<&str> = records
        .engagements
        .iter()
        .map(|record| record.id.as_str())
        .collect();
    records
        .explanations
        .iter()
        .filter(|record| {
            record
                .engagement
                .get()
                .is_none_or(|id| !known.contains(id.as_str()))
        })
        .map(|record| Fate {
            clause: record.explanation.clause.get().map_or("", String::as_str),
            subject: record.engagement.get().map_or("", String::as_str),
            outcome: Outcome::Rejected,
            why: vec!["no engagement in these records has the id that it names".to_owned()],
            span: record.explanation.span,
        })
        .collect()
}

/// Explanations that name no clause of the charter.
pub(super) fn unknown_clauses<'a>(
    charter: &Charter,
    record: &'a Engagement,
    explanations: &[&'a Explanation],
    fates: &mut Vec<Fate<'a>>,
) {
    for explanation in explanations {
        let clause = explanation.clause.get().map_or("", String::as_str);
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
            Some(_) => continue,
        };
        let outcome = if known.is_none() {
            Outcome::Rejected
        } else {
            Outcome::Unneeded
        };
        fates.push(Fate {
            clause,
            subject: &record.id,
            outcome,
            why: vec![why],
            span: explanation.span,
        });
    }
}

/// The valid explanation that delays feedback on an engagement longest.
pub(super) fn delay(
    charter: &Charter,
    explanations: &[&Explanation],
    record: &Engagement,
    as_of: NaiveDate,
) -> Option<Delay> {
    let delays = |explanation: &&&Explanation| {
        let clause = explanation.clause.get().and_then(|id| charter.clause(id));
        clause.is_some_and(|clause| {
            clause.judged.rule().is_some_and(|rule| {
                rule.delays_feedback()
                    && faults(charter, explanation, clause, rule, record, as_of).is_empty()
            })
        })
    };
    explanations
        .iter()
        .filter(delays)
        .filter_map(|explanation| {
            Some(Delay {
                agreed_on: *explanation.agreed_on.get()?,
                until: *explanation.until.get()?,
            })
        })
        .max_by_key(|delay| delay.until)
}

/// Lets the explanations for one clause speak about its finding.
pub(super) fn apply<'a>(
    charter: &'a Charter,
    finding: &mut Finding<'a>,
    rule: &Rule,
    record: &'a Engagement,
    explanations: &[&'a Explanation],
    as_of: NaiveDate,
    fates: &mut Vec<Fate<'a>>,
) {
    let clause = finding.clause;
    for explanation in explanations {
        let Some(named) = explanation
            .clause
            .get()
            .filter(|id| id.eq_ignore_ascii_case(&clause.id))
        else {
            continue;
        };
        let mut why = faults(charter, explanation, clause, rule, record, as_of);
        let outcome = match finding.verdict {
            Verdict::NotMet => {
                why.extend(expired(
                    explanation,
                    rule,
                    record,
                    finding.ruling.settled,
                    as_of,
                ));
                Outcome::Rejected
            }
            // It may yet be needed, or it is another that was accepted.
            Verdict::NotYetDue | Verdict::Explained => continue,
            Verdict::NotApplicable if rule.delays_feedback() && why.is_empty() => continue,
            Verdict::NotEvidenced => {
                why =
                    vec!["the record has no evidence that there is anything to explain".to_owned()];
                Outcome::Unneeded
            }
            Verdict::Met => {
                why = vec!["the promise was kept, so there was nothing to explain".to_owned()];
                Outcome::Unneeded
            }
            Verdict::NotApplicable => {
                why = vec!["the clause does not apply here".to_owned()];
                Outcome::Unneeded
            }
        };
        if why.is_empty()
            && let Some(accepted) = accepted(charter, explanation)
        {
            finding.verdict = Verdict::Explained;
            finding.explained = Some(accepted);
            continue;
        }
        fates.push(Fate {
            clause: named,
            subject: &record.id,
            outcome,
            why,
            span: explanation.span,
        });
    }
}

fn accepted<'a>(charter: &'a Charter, explanation: &'a Explanation) -> Option<Accepted<'a>> {
    let agreed_by = explanation.agreed_by.get()?.iter().filter_map(|one| {
        let party = charter.parties.get(*one.value.party.get()?)?;
        Some((party.name.as_str(), one.value.role.get()?.as_str()))
    });
    Some(Accepted {
        reason: *explanation.reason.get()?,
        because: explanation.because.get()?,
        instead: explanation.instead.get()?,
        agreed_by: agreed_by.collect(),
        agreed_on: *explanation.agreed_on.get()?,
        until: *explanation.until.get()?,
        span: explanation.span,
    })
}

/// Every way in which an explanation breaks the rules, whatever the finding is.
fn faults(
    charter: &Charter,
    explanation: &Explanation,
    clause: &Clause,
    rule: &Rule,
    record: &Engagement,
    as_of: NaiveDate,
) -> Vec<String> {
    let mut why = Vec::new();
    if !clause.explainable {
        why.push("this promise is one that cannot be explained away".to_owned());
    }
    why.extend(not_given(&explanation.reason, "`reason`"));
    why.extend(not_given(
        &explanation.because,
        "`because`, the reason in words",
    ));
    why.extend(not_given(
        &explanation.instead,
        "`instead`, what was offered instead",
    ));
    why.extend(not_given(
        &explanation.until,
        "`until`, the last day on which it holds",
    ));
    why.extend(agreement_faults(charter, explanation));
    let event = record.ends_on(as_of).get().copied();
    match (&explanation.agreed_on, event) {
        (Field::Said(agreed), _) if agreed.value > as_of => {
            why.push("it had not been agreed by the date of this audit".to_owned());
        }
        (Field::Said(agreed), Some(event))
            if rule.is_settled_by_event() && agreed.value > event =>
        {
            why.push(format!(
                "it was agreed on {}, after the event; this kind must be agreed no later than {}",
                day_and_year(agreed.value),
                day_and_year(event)
            ));
        }
        (Field::Said(_), _) => {}
        _ => why.push("it does not give `agreed_on`, the day it was agreed".to_owned()),
    }
    why
}

/// What to say about a part that an explanation must have.
fn not_given<T>(field: &Field<T>, what: &str) -> Option<String> {
    match field {
        Field::Said(_) => None,
        Field::Unreadable(_) => Some(format!("it cannot be read about {what}")),
        Field::Absent | Field::Blank(_) => Some(format!("it does not give {what}")),
    }
}

/// Agreement needs a person of each side, each with a role.
fn agreement_faults(charter: &Charter, explanation: &Explanation) -> Option<String> {
    let agreed: Vec<&crate::record::Agreed> = explanation
        .agreed_by
        .get()
        .into_iter()
        .flatten()
        .map(|one| &one.value)
        .collect();
    if agreed.is_empty() {
        return Some("it does not say who agreed".to_owned());
    }
    if agreed
        .iter()
        .any(|one| one.party.get().is_none() || one.role.get().is_none())
    {
        return Some("everybody who agreed needs a `party` and a `role`".to_owned());
    }
    missing_side(charter, explanation).map(|side| match side {
        Side::Forum => "nobody of the forum agreed to it".to_owned(),
        Side::Organisation => "nobody of the organisation agreed to it".to_owned(),
    })
}

/// The side that is missing among those who agreed.
fn missing_side(charter: &Charter, explanation: &Explanation) -> Option<Side> {
    [Side::Forum, Side::Organisation].into_iter().find(|side| {
        !explanation
            .agreed_by
            .get()
            .into_iter()
            .flatten()
            .any(|one| {
                one.value
                    .party
                    .get()
                    .and_then(|party| charter.parties.side(*party))
                    == Some(*side)
            })
    })
}

/// Why an explanation no longer held on the day that counts: the event's for facts that it
/// settled, otherwise the day the matter was settled, or the date of the audit while it is open.
fn expired(
    explanation: &Explanation,
    rule: &Rule,
    record: &Engagement,
    settled: Option<NaiveDate>,
    as_of: NaiveDate,
) -> Option<String> {
    let until = *explanation.until.get()?;
    let counts = if rule.is_settled_by_event() {
        *record.ends_on(as_of).get()?
    } else {
        settled.unwrap_or(as_of)
    };
    (until < counts).then(|| format!("it held only until {}", day_and_year(until)))
}
