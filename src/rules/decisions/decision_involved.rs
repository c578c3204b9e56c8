//! Whether parents and carers were involved in a decision at all before it was made.
//!
//! ## Why
//!
//! The charter wants parents involved in any strategic decision. A decision with no engagement
//! leaves no record of one, so only a register of decisions can show it; it is the worst that can
//! happen to a charter.
//!
//! ## How it is judged
//!
//! The register of decisions (`record: decision`) is taken as complete. An engagement belongs to a
//! decision when both have the same `project`, and counts when it was not called off, was not one
//! family's case, and was for parents or reached them: they came, whomever it was for
//! (`attendance.parents`, `attendance.forum_reps`). The first such engagement must be earlier than
//! the decision (`decided`). Whether it was early enough is a promise of its own: one that came only
//! after the options were fixed (`options_fixed`) keeps this one, with a remark.
//!
//! Where it is not known of an engagement when it was, or of an earlier one for whom, there is no
//! evidence. What came on the day of the decision or later is too late, whomever it was for. Where
//! nobody wrote down when it was decided, an engagement before the options were fixed was before the
//! decision as well.
//!
//! ## Parameters
//!
//! None.
//!
//! ## Examples
//!
//! ### kept, as of 2026-07-01
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10, options_fixed: 2026-05-01 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-02-26,
//!   audience: [parents] }
//! ```
//!
//! ### not kept, as of 2026-07-01
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ```
//!
//! ### kept, as of 2026-07-01
//!
//! The workshop came on the day on which the options were fixed. That it was too late to change
//! anything is said once, by the promise to involve parents early.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10, options_fixed: 2026-05-01 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-05-01,
//!   audience: [parents] }
//! ```
//!
//! ### not kept, as of 2026-07-01
//!
//! Nobody wrote down whom the meeting was for, and it came after the decision.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks board, kind: meeting, project: short-breaks, date: 2026-06-11 }
//! ```
//!
//! ### kept, as of 2026-07-01
//!
//! The board was meant for staff, and two parents came.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks board, kind: meeting, project: short-breaks, date: 2026-02-26,
//!   audience: [staff], attendance: { parents: 2 } }
//! ```
//!
//! ### no evidence, as of 2026-07-01
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, decided: 2026-06-10 }
//! ```
//!
//! ### no evidence, as of 2026-07-01
//!
//! The workshop may have been before the decision.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, audience: [parents] }
//! ```
//!
//! ### no evidence, as of 2026-07-01
//!
//! The options are fixed, and nobody wrote down whether it is decided yet.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   options_fixed: 2026-05-01 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-05-12,
//!   audience: [parents] }
//! ```
//!
//! ### still to come, as of 2026-06-09
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10, options_fixed: 2026-05-02 }
//! ```

use super::project::{Cutoff, in_doubt, project};
use crate::rules::involvement::{Involvement, Taken};
use crate::rules::{Check, Context, DecisionCase, NoEvidence, Ruling};
use engagement_records::fields::Fields;
use located::source::Span;
use working_days::{day, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct DecisionInvolved;

impl Check for DecisionInvolved {
    type About<'a> = &'a DecisionCase<'a>;
    const CODE: &'static str = "decision-involved";
    const PROMISE: &'static str = "Decision with parents";
    const FAILING: &'static str = "Decision without parents";
    const FILE: &'static str = include_str!("decision_involved.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        DecisionInvolved
    }

    fn judge(&self, case: &DecisionCase<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        // Leaving one word out must not hide a decision at the end of a list.
        let project = match project(case) {
            Ok(project) => project,
            Err(gap) => return Ok(Ruling::from(gap).foremost()),
        };
        let place = case.decision.span;
        let decided = Cutoff::decided(case)?;
        let fixed = Cutoff::options_fixed(case)?;
        let Some(cutoff) = decided.as_ref().or(fixed.as_ref()) else {
            return Err(undated(case));
        };
        let shown = case.involvement;
        if let Some(first) = shown.first.filter(|first| first.day < cutoff.day) {
            return Ok(involved(first, cutoff, fixed.as_ref()));
        }
        let last = cutoff.last_day();
        if cx.as_of <= last {
            return Ok(Ruling::still_to_come(
                last,
                format!(
                    "parents and carers can still be involved until {}",
                    day_and_year(last)
                ),
            )
            .at(cutoff.place, cutoff.is)
            .to_do("involve parents and carers before the decision"));
        }
        if decided.is_none() {
            return Err(undated(case));
        }
        if let Some(doubt) = shown.doubt_before(cutoff.day) {
            return Ok(in_doubt(doubt, project, cutoff));
        }
        Ok(not_involved(project, &shown, cutoff, place))
    }
}

fn undated(case: &DecisionCase<'_>) -> NoEvidence {
    NoEvidence::new("the register does not say when it was decided")
        .at(case.decision.span, "`decided` is missing here")
        .remedy("Add the day [decided].")
}

/// Involved before a day; that the options were fixed by then is told beside it.
fn involved(first: Taken<'_>, cutoff: &Cutoff, fixed: Option<&Cutoff>) -> Ruling {
    let ruling = Ruling::kept(format!(
        "first involved on {} in “{}”; {} on {}",
        day(first.day),
        first.record.name(),
        cutoff.is,
        day_and_year(cutoff.day)
    ))
    .at(first.place, "first involved here")
    .at(cutoff.place, cutoff.is);
    match fixed.filter(|fixed| fixed.day <= first.day) {
        Some(fixed) => ruling.note(format!(
            "the options had been fixed on {}; whether they were involved early enough is a promise \
             of its own",
            day_and_year(fixed.day)
        )),
        None => ruling,
    }
}

fn not_involved(project: &str, shown: &Involvement<'_>, cutoff: &Cutoff, place: Span) -> Ruling {
    let on = day_and_year(cutoff.day);
    let ruling = match (shown.first, shown.engagements) {
        (Some(first), _) => Ruling::not_kept(format!(
            "{} on {on}, and parents and carers were first involved on {} in “{}”",
            cutoff.is,
            day_and_year(first.day),
            first.record.name()
        ))
        .at(cutoff.place, cutoff.is)
        .at(first.place, "first involved here"),
        (None, 0) => Ruling::not_kept(format!(
            "{} on {on}, and no record shows any engagement on “{project}”",
            cutoff.is
        ))
        .foremost()
        .at(place, "decided without any engagement"),
        (None, 1) => Ruling::not_kept(format!(
            "{} on {on}, and the only engagement on “{project}” did not involve parents and carers \
             by then",
            cutoff.is
        ))
        .foremost()
        .at(place, "decided without parents and carers"),
        (None, count) => Ruling::not_kept(format!(
            "{} on {on}, and none of the {count} engagements on “{project}” involved parents and \
             carers by then",
            cutoff.is
        ))
        .foremost()
        .at(place, "decided without parents and carers"),
    };
    ruling.remedy(
        "Tell families openly how it was decided, and ask them now about how it is carried out. If \
         they were involved, give that record the same [project|`project`|project, @].",
    )
}
