//! Comply or explain: which explanations hold, what they change, and what is wrong with the rest.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::Finding;
use super::matter::Matter;
use super::offered::Offered;
use crate::charter::{Charter, Clause};
use crate::fields::Field;
use crate::record::{Explanation, Reason, Side};
use crate::rules::{About, Delay, Rule, Verdict};
use closed_words::{nearest, words};
use located::source::{SourceId, Sources, Span};
use working_days::day_and_year;

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

words! {
    /// What became of an explanation.
    pub enum Outcome {
        /// It breaks a rule for explanations; the finding stands.
        Rejected = "rejected",
        /// There was nothing for it to explain.
        Unneeded = "not needed",
    }
}

/// An explanation that was not simply accepted.
#[derive(Debug, Clone)]
pub struct Fate<'a> {
    /// The clause that it names, as it names it.
    pub clause: &'a str,
    /// The id of what it is about.
    pub subject: Cow<'a, str>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, in sentences without full stops.
    pub why: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// Explanations that name no clause of the charter.
pub(super) fn unknown_clauses<'a>(
    charter: &Charter,
    matter: &Matter<'a, '_>,
    fates: &mut Vec<Fate<'a>>,
) {
    for offered in matter.offered.iter().filter(|offered| offered.own) {
        let clause = offered.explanation.clause.get().map_or("", String::as_str);
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
            Some(clause) if speaks_past(clause, matter) => format!(
                "the clause is not judged for a {}, so there is nothing to explain here",
                matter.name.kind
            ),
            Some(_) => continue,
        };
        let outcome = if known.is_none() {
            Outcome::Rejected
        } else {
            Outcome::Unneeded
        };
        fates.push(Fate {
            clause,
            subject: offered.subject.clone(),
            outcome,
            why: vec![why],
            span: offered.explanation.span,
        });
    }
}

/// Whether a clause is judged for subjects of another kind than the one that an explanation names.
/// An engagement also speaks for its project.
fn speaks_past(clause: &Clause, matter: &Matter<'_, '_>) -> bool {
    let about = clause.judged.rule().map(Rule::about);
    about.is_some_and(|about| {
        about != matter.about
            && !(matter.about == About::Engagements && about == About::Projects)
            && !matches!(
                (about, matter.about),
                (About::Periods(_), About::Periods(_))
            )
    })
}

/// The valid explanation that delays feedback on an engagement longest.
pub(super) fn delay(
    charter: &Charter,
    sources: &Sources,
    offered: &[Offered<'_>],
    as_of: NaiveDate,
) -> Option<Delay> {
    let delays = |offered: &&Offered<'_>| {
        let clause = offered.explanation.clause.get();
        clause
            .and_then(|id| charter.clause(id))
            .is_some_and(|clause| {
                clause.judged.rule().is_some_and(|rule| {
                    rule.delays_feedback()
                        && faults(charter, sources, offered, clause, rule, as_of).is_empty()
                })
            })
    };
    offered
        .iter()
        .filter(delays)
        .filter_map(|offered| {
            Some(Delay {
                agreed_on: *offered.explanation.agreed_on.get()?,
                until: *offered.explanation.until.get()?,
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
    offered: &[Offered<'a>],
    as_of: NaiveDate,
    fates: &mut Vec<Fate<'a>>,
) {
    let clause = finding.clause;
    for offered in offered {
        let explanation = offered.explanation;
        let Some(named) = explanation
            .clause
            .get()
            .filter(|id| id.eq_ignore_ascii_case(&clause.id))
        else {
            continue;
        };
        let mut why = faults(charter, sources, offered, clause, rule, as_of);
        let outcome = match finding.verdict {
            Verdict::NotMet => {
                why.extend(expired(offered, rule, finding.ruling.settled, as_of));
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
            finding.explained = Some(Box::new(accepted));
            continue;
        }
        fates.push(Fate {
            clause: named,
            subject: offered.subject.clone(),
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
    sources: &Sources,
    offered: &Offered<'_>,
    clause: &Clause,
    rule: &Rule,
    as_of: NaiveDate,
) -> Vec<String> {
    let explanation = offered.explanation;
    let mut why = Vec::new();
    if let Some(only_in) = &charter.explanations.only_in
        && !lies_in(sources, explanation.span.source, only_in)
    {
        why.push(format!(
            "the charter accepts explanations only from `{only_in}`"
        ));
    }
    if !clause.explainable {
        why.push("this promise is one that cannot be explained away".to_owned());
    }
    why.extend(not_given(&explanation.reason, "`reason`"));
    why.extend(not_told(
        &explanation.because,
        "`because`, the reason in words",
    ));
    why.extend(not_told(
        &explanation.instead,
        "`instead`, what was offered instead",
    ));
    why.extend(not_given(
        &explanation.until,
        "`until`, the last day on which it holds",
    ));
    why.extend(agreement_faults(charter, explanation));
    match (&explanation.agreed_on, offered.ends) {
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

/// Whether a file lies in a folder, or is the file, that a charter names. It is written from the
/// folder of the charter; where that is not known, it may lie anywhere in the file's path.
fn lies_in(sources: &Sources, file: SourceId, folder: &str) -> bool {
    let parts = |path: &str| -> Vec<String> {
        path.split(['/', '\\'])
            .filter(|part| !part.is_empty() && *part != ".")
            .map(str::to_owned)
            .collect()
    };
    let folder = parts(folder);
    if folder.is_empty() {
        return false;
    }
    match sources.path_within(file) {
        Some(path) => parts(path).starts_with(&folder),
        None => parts(sources.name(file))
            .windows(folder.len())
            .any(|window| window == folder),
    }
}

/// What to say about words that an explanation must have; `none` is no words.
fn not_told(field: &Field<String>, what: &str) -> Option<String> {
    match field {
        Field::Said(_) if field.words().is_none() => Some(format!("it does not give {what}")),
        Field::Said(_) | Field::Absent | Field::Blank(_) | Field::Unreadable(_) => {
            not_given(field, what)
        }
    }
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
        .any(|one| one.party.get().is_none() || one.role.words().is_none())
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
    offered: &Offered<'_>,
    rule: &Rule,
    settled: Option<NaiveDate>,
    as_of: NaiveDate,
) -> Option<String> {
    let until = *offered.explanation.until.get()?;
    let counts = if rule.is_settled_by_event() {
        offered.ends?
    } else {
        settled.unwrap_or(as_of)
    };
    (until < counts).then(|| format!("it held only until {}", day_and_year(until)))
}
