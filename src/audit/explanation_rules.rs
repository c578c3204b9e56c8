//! When an explanation holds: what it must say, who must agree, and until when.

use chrono::NaiveDate;

use super::outcome::AcceptedExplanation;
use super::submitted::SubmittedExplanation;
use crate::charter::{Charter, Clause};
use crate::rules::Rule;
use engagement_records::fields::Field;
use engagement_records::record::{Agreed, Explanation, Side};
use located::source::{SourceId, Sources};
use working_days::day_and_year;

/// The explanation as it stands where nothing is wrong with it.
pub(super) fn accepted<'a>(
    charter: &'a Charter,
    explanation: &'a Explanation,
) -> Option<AcceptedExplanation<'a>> {
    let agreed_by = explanation.agreed_by.get()?.iter().filter_map(|one| {
        let party = charter.parties.get(*one.value.party.get()?)?;
        Some((party.name.as_str(), one.value.role.get()?.as_str()))
    });
    Some(AcceptedExplanation {
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
pub(super) fn faults(
    charter: &Charter,
    sources: &Sources,
    submitted: &SubmittedExplanation<'_>,
    clause: &Clause,
    rule: &Rule,
    as_of: NaiveDate,
) -> Vec<String> {
    let explanation = submitted.explanation;
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
    match (&explanation.agreed_on, submitted.ends) {
        (Field::Present(agreed), _) if agreed.value > as_of => {
            why.push("it had not been agreed by the date of this audit".to_owned());
        }
        (Field::Present(agreed), Some(event))
            if rule.is_settled_by_event() && agreed.value > event =>
        {
            why.push(format!(
                "it was agreed on {}, after the event; this kind must be agreed no later than {}",
                day_and_year(agreed.value),
                day_and_year(event)
            ));
        }
        (Field::Present(_), _) => {}
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
        Field::Present(_) if field.words().is_none() => Some(format!("it does not give {what}")),
        Field::Present(_)
        | Field::Absent
        | Field::NoPlace(_)
        | Field::Blank(_)
        | Field::Open(_)
        | Field::Unreadable(_) => not_given(field, what),
    }
}

/// What to say about a part that an explanation must have.
fn not_given<T>(field: &Field<T>, what: &str) -> Option<String> {
    match field {
        Field::Present(_) => None,
        Field::Unreadable(_) => Some(format!("it cannot be read about {what}")),
        Field::Absent | Field::NoPlace(_) | Field::Blank(_) | Field::Open(_) => {
            Some(format!("it does not give {what}"))
        }
    }
}

/// Agreement needs a person of each side, each with a role.
fn agreement_faults(charter: &Charter, explanation: &Explanation) -> Option<String> {
    let agreed: Vec<&Agreed> = explanation
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
        Side::Forum => "nobody from the forum agreed to it".to_owned(),
        Side::Organisation => "nobody from the organisation agreed to it".to_owned(),
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
pub(super) fn expired(
    submitted: &SubmittedExplanation<'_>,
    rule: &Rule,
    settled: Option<NaiveDate>,
    as_of: NaiveDate,
) -> Option<String> {
    let until = *submitted.explanation.until.get()?;
    let counts = if rule.is_settled_by_event() {
        submitted.ends?
    } else {
        settled.unwrap_or(as_of)
    };
    (until < counts).then(|| format!("it held only until {}", day_and_year(until)))
}
