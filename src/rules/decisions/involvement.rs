//! When parents and carers first took part in what a decision is about. Rules about decisions share
//! it.

use chrono::NaiveDate;

use crate::record::Engagement;
use crate::rules::subject::{Took, parents_took_part};
use crate::rules::{DecisionCase, NoEvidence, said};
use located::source::Span;

/// What the engagements of a project show about parents and carers.
#[derive(Debug, Clone, Copy, Default)]
pub struct Involvement<'a> {
    /// The earliest engagement with parents and carers that has taken place.
    pub first: Option<Taken<'a>>,
    /// The earliest that is still to come.
    pub planned: Option<Taken<'a>>,
    /// Something that could not be read and may be an engagement with parents.
    pub unread: Option<Span>,
    /// An engagement that does not say for whom it was, or when.
    pub unsaid: Option<(Span, &'static str)>,
    /// How many engagements there are that were not called off.
    pub engagements: usize,
}

/// An engagement with its day.
#[derive(Debug, Clone, Copy)]
pub struct Taken<'a> {
    /// The engagement.
    pub record: &'a Engagement,
    /// Its day, or the first of a survey.
    pub day: NaiveDate,
    /// Where it begins.
    pub place: Span,
}

/// The project of a decision, without which nobody can say what was done towards it.
pub(super) fn project<'a>(case: &DecisionCase<'a>) -> Result<&'a str, NoEvidence> {
    said(
        case.decision.project.answer(case.decision.span),
        "the decision names no project, so nobody can say what was done towards it",
        "`project` is missing here",
    )
    .map(|(project, _)| project.as_str())
    .map_err(|gap| gap.remedy("Give the decision the `project` that its engagements have, too."))
}

impl<'a> Involvement<'a> {
    /// What engagements show at the end of the as-of date. Worked out once for a project, however
    /// many decisions it has.
    pub fn of(engagements: &[&'a Engagement], as_of: NaiveDate) -> Self {
        let mut shown = Involvement::default();
        for record in engagements.iter().copied().filter(|record| record.counts()) {
            shown.engagements += 1;
            let place = match parents_took_part(record, as_of) {
                Took::Part(_) => record.day(),
                Took::NoPart(_) => continue,
                Took::Unreadable(span) => {
                    shown.unread = shown.unread.or(Some(span));
                    continue;
                }
                Took::Unsaid(span) => {
                    shown.unsaid = shown.unsaid.or(Some((span, "`audience` is missing here")));
                    continue;
                }
            };
            let Some(day) = place else {
                shown.unsaid = shown
                    .unsaid
                    .or(Some((record.span, "the date is missing here")));
                continue;
            };
            let taken = Taken {
                record,
                day,
                place: record.span,
            };
            let earliest = if day <= as_of {
                &mut shown.first
            } else {
                &mut shown.planned
            };
            if earliest.is_none_or(|known| day < known.day) {
                *earliest = Some(taken);
            }
        }
        shown
    }
}
