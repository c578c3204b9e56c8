//! Whether families were told what could still be changed, and what could not.
//!
//! ## Why
//!
//! Nobody can influence what is already settled. The second of the Gunning principles asks for
//! enough information to answer with thought; a county's toolkit for coproduction asks of every
//! piece of work what was in and out of scope.
//!
//! ## How it is judged
//!
//! By project: kept when any of its engagements says what was open to change
//! (`scope_for_change.in`). An engagement without a project is judged by itself. That nothing was
//! open (`in: none`) is not what was promised. What was already settled (`out`) is a remark when it
//! is missing. It is due with the first engagement.
//!
//! ## Parameters
//!
//! None.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! scope_for_change: { in: [activities, hours], out: [total budget] }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! scope_for_change: { in: none, out: [everything] }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```

use crate::rules::{Check, Context, NoEvidence, Project, Ruling, unreadable};
use engagement_records::fields::{Answer, Fields, Gap};
use engagement_records::record::Engagement;
use plain_values::is_denial;
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct ParametersSet;

impl Check for ParametersSet {
    type About<'a> = &'a Project<'a>;
    const CODE: &'static str = "parameters-set";
    const PROMISE: &'static str = "Room for change";
    const FAILING: &'static str = "No room for change";
    const FILE: &'static str = include_str!("parameters_set.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        ParametersSet
    }

    fn judge(&self, project: &Project<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        const REMEDY: &str = "Say what is open [scope_for_change.in], and what is settled \
                              [scope_for_change.out|as `out`|@]; tell families so with the next invitation.";
        let mut unread = None;
        let mut denied = None;
        let mut gaps = Vec::new();
        let over = |record: &Engagement| record.day().is_none_or(|day| day <= cx.as_of);
        for record in project.engagements.iter().filter(|record| over(record)) {
            let within = record
                .scope_for_change
                .inner(record.span, |scope| &scope.within);
            match within {
                Answer::Present(list, span) if list.iter().all(|one| is_denial(&one.value)) => {
                    denied = denied.or(Some(span));
                }
                Answer::Present(_, span) => {
                    let ruling = Ruling::kept("families were told what could still be changed")
                        .at(span, "open to change");
                    let out = record
                        .scope_for_change
                        .get()
                        .is_some_and(|it| it.out.get().is_some());
                    return Ok(if out {
                        ruling
                    } else {
                        ruling.note("the record does not say what was already settled")
                    });
                }
                Answer::Missing(gap) => gaps.push(gap),
                Answer::Unreadable(span) => unread = unread.or(Some(span)),
            }
        }
        let silent = Gap::first(gaps);
        let open = silent.filter(|gap| gap.no_place.is_some());
        // Before its day, nothing that a record says of an event has happened.
        let to_come = project.engagements.iter().filter(|record| !over(record));
        if unread.is_none()
            && denied.is_none()
            && silent.is_none()
            && let Some(first) = to_come.min_by_key(|record| record.day())
            && let Some(day) = first.day()
        {
            let words = format!("families can still be told by {}", day_and_year(day));
            let ruling = Ruling::still_to_come(day, words).at(first.span, "still to come");
            return Ok(ruling.to_do("say what families can still change"));
        }
        match (unread, denied, silent) {
            (Some(span), ..) => Err(unreadable(span)),
            (None, Some(span), _) if open.is_none() => {
                Ok(Ruling::not_kept("nothing was open to change")
                    .at(span, "nothing is open")
                    .remedy(REMEDY))
            }
            (None, _, Some(gap)) => Ok(cx
                .silent(
                    "no record of this project says what could still be changed",
                    gap,
                    "`scope_for_change` is missing here",
                )
                .remedy(REMEDY)),
            (None, _, None) => Ok(Ruling::does_not_apply("there is no engagement to judge")),
        }
    }
}
