//! Whether parents and carers were involved in a decision at all, while it could still change.
//!
//! ## Why
//!
//! The charter wants parents involved in any strategic decision. A decision with no engagement
//! leaves no record of one, so only a register of decisions can show it; it is the worst that can
//! happen to a charter. An engagement after the options were fixed changes nothing any more: the
//! first of the Gunning principles asks for consultation while proposals are still being formed.
//!
//! ## How it is judged
//!
//! The register of decisions (`record: decision`) is taken as complete. An engagement belongs to a
//! decision when both have the same `project`, and counts when it was not called off, was not one
//! family's case, and was for parents or reached them: they came, whomever it was for
//! (`attendance.parents`, `attendance.forum_reps`). The first such engagement must be earlier than
//! the day on which the options were fixed (`options_fixed`), or, where nobody wrote that day down,
//! than the decision (`decided`).
//!
//! Where it is not known of an engagement when it was, or of an earlier one for whom, there is no
//! evidence. What came on that day or later is too late, whomever it was for.
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
//! ### not kept, as of 2026-07-01
//!
//! The workshop came on the day on which the options were fixed, which is too late.
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
//! ### still to come, as of 2026-04-30
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10, options_fixed: 2026-05-02 }
//! ```

use super::project::{Cutoff, cutoff, in_doubt, project};
use crate::rules::involvement::Involvement;
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
        let Some(cutoff) = cutoff(case)? else {
            return Err(
                NoEvidence::new("the register does not say when it was decided")
                    .at(place, "`decided` is missing here")
                    .remedy("Add the day [decided]."),
            );
        };
        let shown = case.involvement;
        let on = day_and_year(cutoff.day);
        match shown.first {
            Some(first) if first.day < cutoff.day => {
                return Ok(Ruling::kept(format!(
                    "first involved on {} in “{}”; {} on {on}",
                    day(first.day),
                    first.record.name(),
                    cutoff.is
                ))
                .at(first.place, "first involved here")
                .at(cutoff.place, cutoff.is));
            }
            _ => {}
        }
        let last = cutoff.day.pred_opt().unwrap_or(cutoff.day);
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
        if let Some(doubt) = shown.doubt_before(cutoff.day) {
            return Ok(in_doubt(doubt, project, &cutoff));
        }
        Ok(not_involved(project, &shown, &cutoff, place))
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
