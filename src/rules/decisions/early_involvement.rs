//! Whether parents and carers were involved early enough to change a decision.
//!
//! ## Why
//!
//! Being asked the week before changes little. Executive decisions of English councils are
//! announced 28 clear days ahead (SI 2012/2089, regulation 9); whoever hears of a matter later than
//! that comes when the papers are being written.
//!
//! ## How it is judged
//!
//! By decision: from the first engagement of its project with parents to the day of the decision
//! (`decided`). Less than the standard is a concern. Parents who are first asked when the options
//! are fixed, or on the day of the decision or later, can change nothing, and that is a breach. A
//! decision with no engagement at all is judged by another promise.
//!
//! ## Parameters
//!
//! - `standard`: how long before, such as `28 clear days`.
//! - `at_least`: under this it is a breach.
//! - `aim`: falling short of this is only a note.
//!
//! ## Examples
//!
//! ### kept, as of 2026-07-01
//!
//! Twenty-nine days are twenty-eight clear days.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-05-12,
//!   audience: [parents] }
//! ```
//!
//! ### not kept, as of 2026-07-01
//!
//! Twenty-eight days are twenty-seven clear days: a near miss.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-05-13,
//!   audience: [parents] }
//! ```
//!
//! ### not kept, as of 2026-07-01
//!
//! A breach: the options had been fixed before.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   options_fixed: 2026-02-26, decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-02-26,
//!   audience: [parents] }
//! ```
//!
//! ### no evidence, as of 2026-07-01
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-02-26,
//!   audience: [parents] }
//! ```
//!
//! ### still to come, as of 2026-05-01
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-05-12,
//!   audience: [parents] }
//! ```
//!
//! ### does not apply, as of 2026-07-01
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ```

use super::project::project;
use crate::rules::deadline::Before;
use crate::rules::involvement::Taken;
use crate::rules::{
    Check, Context, DecisionCase, Direction, NoEvidence, Ruling, Severity, Standard, StandardOf,
    Unmeasured, Verdict, said, standard, unreadable,
};
use engagement_records::fields::{Answer, Fields};
use working_days::{Unit, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct EarlyInvolvement {
    standard: Standard,
}

impl Check for EarlyInvolvement {
    type About<'a> = &'a DecisionCase<'a>;
    const CODE: &'static str = "early-involvement";
    const PROMISE: &'static str = "Early involvement";
    const FAILING: &'static str = "Late involvement";
    const FILE: &'static str = include_str!("early_involvement.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let shipped = Standard::only(28, Unit::ClearDays);
        EarlyInvolvement {
            standard: standard::read(fields, Direction::AtLeast, shipped),
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!(
            "at least {} before the decision",
            self.standard.in_words(Direction::AtLeast)
        ))
    }

    fn standards(&self) -> Vec<StandardOf> {
        StandardOf::all(self.standard, Direction::AtLeast)
    }

    fn judge(&self, case: &DecisionCase<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let ruling = self.of_known(case, cx)?;
        let shown = case.involvement;
        let first = shown.first.or(shown.planned);
        let gap = first.and_then(|first| shown.unplaced_before(first.day));
        let Some(gap) = gap.filter(|_| ruling.verdict == Verdict::NotKept) else {
            return Ok(ruling);
        };
        let words = "nobody can say whether an earlier engagement was on this project";
        Ok(Ruling::no_evidence(words).gap(gap, ""))
    }
}

impl EarlyInvolvement {
    /// The verdict by the engagements of which it is known that they were on the project.
    fn of_known(&self, case: &DecisionCase<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        project(case)?;
        let decision = case.decision;
        let shown = case.involvement;
        // What is planned for after the decision is no involvement in it.
        let decided = decision.decided.get().copied();
        let planned = shown
            .planned
            .filter(|planned| decided.is_none_or(|decided| planned.day < decided));
        let Some(first) = shown.first.or(planned) else {
            return Ok(match (shown.unread, shown.unsaid) {
                (Some(span), _) => return Err(unreadable(span)),
                (None, Some((span, missing))) => Ruling::no_evidence(
                    "an engagement of this project does not say when it was or for whom",
                )
                .at(span, missing),
                (None, None) => Ruling::does_not_apply(
                    "there is no engagement with parents before it to measure; whether they were \
                     involved at all is a promise of its own",
                )
                .unmeasured(Unmeasured::Never),
            });
        };
        if let Some(ruling) = self.after_options(case, first) {
            return ruling;
        }
        let (decided, place) = said(
            decision.decided.answer(decision.span),
            "the register does not say when it was decided",
            "`decided` is missing here",
        )?;
        let last = cx.calendar.last_day(*decided, self.standard.required)?;
        if first.day > cx.as_of && cx.as_of <= last {
            return Ok(Ruling::still_to_come(
                last,
                format!("parents are to be involved by {}", day_and_year(last)),
            )
            .at(place, "decided here")
            .to_do("involve parents and carers before the decision"));
        }
        let ruling = Before {
            what: "involve parents and carers",
            last: "to involve them",
            event_word: "decision",
            sent: first.day,
            event: *decided,
            standard: &self.standard,
            verb: "first involved",
        }
        .judge(cx)?;
        let ruling = if first.day >= *decided {
            ruling.severity(Some(Severity::Breach))
        } else {
            ruling
        };
        Ok(ruling
            .at(first.place, "first involved here")
            .at(place, "decided here"))
    }

    /// First asked when the options were already fixed.
    fn after_options(
        &self,
        case: &DecisionCase<'_>,
        first: Taken<'_>,
    ) -> Option<Result<Ruling, NoEvidence>> {
        let (fixed, place) = match case.decision.options_fixed.answer(case.decision.span) {
            Answer::Present(fixed, place) => (*fixed, place),
            Answer::Unreadable(span) => return Some(Err(unreadable(span))),
            Answer::Missing(_) => return None,
        };
        (first.day >= fixed).then(|| {
            Ok(Ruling::not_kept(format!(
                "the options were fixed on {}, and parents and carers were first involved on {}; \
                 standard {} before the decision",
                day_and_year(fixed),
                day_and_year(first.day),
                self.standard.required
            ))
            .severity(Some(Severity::Breach))
            .at(first.place, "first involved here")
            .at(place, "options fixed here")
            .remedy("Next time, ask parents and carers before the options are chosen."))
        })
    }
}
