//! The project of a decision, the day before which parents had to be involved in it, and why nobody
//! can say whether they were.

use chrono::NaiveDate;

use crate::rules::involvement::Doubt;
use crate::rules::{DecisionCase, NoEvidence, Ruling, said, unreadable};
use engagement_records::fields::{Answer, Field};
use located::source::Span;
use working_days::day_and_year;

/// The project of a decision, without which nobody can say what was done towards it.
pub(super) fn project<'a>(case: &DecisionCase<'a>) -> Result<&'a str, NoEvidence> {
    said(
        case.decision.project.answer(case.decision.span),
        "the decision names no project, so nobody can say what was done towards it",
        "`project` is missing here",
    )
    .map(|(project, _)| project.as_str())
    .map_err(|gap| gap.remedy("Give the decision [project|the `project` that its engagements have, too|the project that its \
             engagements have, @]."))
}

/// A day before which parents had to be involved, and what it is.
pub(super) struct Cutoff {
    pub(super) day: NaiveDate,
    pub(super) place: Span,
    pub(super) is: &'static str,
}

impl Cutoff {
    fn of(case: &DecisionCase<'_>, at: &Field<NaiveDate>, is: &'static str) -> Read {
        match at.answer(case.decision.span) {
            Answer::Present(day, place) => Ok(Some(Cutoff {
                day: *day,
                place,
                is,
            })),
            Answer::Unreadable(span) => Err(unreadable(span)),
            Answer::Missing(_) => Ok(None),
        }
    }

    /// The day on which the options were fixed.
    pub(super) fn options_fixed(case: &DecisionCase<'_>) -> Read {
        Cutoff::of(case, &case.decision.options_fixed, "the options were fixed")
    }

    /// The day of the decision.
    pub(super) fn decided(case: &DecisionCase<'_>) -> Read {
        Cutoff::of(case, &case.decision.decided, "it was decided")
    }

    /// The last day before it.
    pub(super) fn last_day(&self) -> NaiveDate {
        self.day.pred_opt().unwrap_or(self.day)
    }
}

/// Nothing where the register does not say.
type Read = Result<Option<Cutoff>, NoEvidence>;

/// The answer where an engagement may have involved parents and carers early enough.
pub(super) fn in_doubt(doubt: Doubt, project: &str, cutoff: &Cutoff) -> Ruling {
    let on = day_and_year(cutoff.day);
    let ruling = match doubt {
        Doubt::Unreadable(span) => return unreadable(span).into(),
        Doubt::Unsaid(span, missing) => Ruling::no_evidence(format!(
            "an engagement of this project does not say when it was or for whom; {} on {on}",
            cutoff.is
        ))
        .at(span, missing),
        Doubt::Unplaced(gap) => Ruling::no_evidence(format!(
            "nobody can say which engagements were on “{project}”; {} on {on}",
            cutoff.is
        ))
        .gap(gap, ""),
    };
    ruling.at(cutoff.place, cutoff.is)
}
