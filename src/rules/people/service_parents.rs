//! Whether parents and carers who use a service themselves were involved, besides the forum.
//!
//! ## Why
//!
//! A forum represents families; those who use a service know it from the inside. The charter names
//! both, one beside the other.
//!
//! ## How it is judged
//!
//! By project: all engagements with the same `project` are taken together, and the promise is kept
//! when any of them involved parents who use the service (`service_parents.involved`), by a survey,
//! a drop-in or another way: the forum's own and those before the charter was signed included,
//! though these owe nothing. An engagement without a project is judged by itself. It is due once
//! the last engagement and the last decision of the project are over.
//!
//! A plain no beside a record that says nothing is no evidence, because that engagement may have
//! involved them; nor is what a record without a date says.
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
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! date: 2026-02-26
//! ---
//! title: Drop-in at the respite centre
//! kind: event
//! project: short-breaks
//! date: 2026-02-12
//! service_parents: { involved: yes, method: drop-in }
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! The forum asked them, at an event of its own.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! organisers: [council]
//! date: 2026-02-26
//! service_parents: no
//! ---
//! title: Coffee morning
//! kind: event
//! project: short-breaks
//! organisers: [forum]
//! date: 2026-02-12
//! service_parents: { involved: yes, method: conversations }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! service_parents: no
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! The workshop may have involved them.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! project: short-breaks
//! date: 2026-02-26
//! service_parents: no
//! ---
//! title: Short breaks workshop
//! kind: workshop
//! project: short-breaks
//! date: 2026-02-12
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! Representatives of the forum are no evidence for those who use the service.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! attendance: { forum_reps: 3 }
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! ```

use super::any_engagement::{self, EngagementSays, Wanted};
use crate::rules::{Check, Context, NoEvidence, Project, Ruling};
use engagement_records::fields::Fields;

/// See the page above.
#[derive(Debug, Clone)]
pub struct ServiceParentsInvolved;

const WHO: Wanted = Wanted {
    them: "parents and carers who use the service",
    to_do: "involve parents and carers who use the service",
    remedy: "Where the matter is still open, ask families who use the service now: a short survey \
             or a drop-in will do. If they were asked, say so \
             [service_parents.involved], and how [service_parents.method|as `method`|@].",
    remedy_perhaps: "Say whether they were involved, [service_parents.involved].",
};

impl Check for ServiceParentsInvolved {
    type About<'a> = &'a Project<'a>;
    const CODE: &'static str = "service-parents";
    const PROMISE: &'static str = "Parents who use the service";
    const FAILING: &'static str = "Parents who use the service left out";
    const FILE: &'static str = include_str!("service_parents.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        ServiceParentsInvolved
    }

    fn judge(&self, project: &Project<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        any_engagement::judge(project, cx, &WHO, |record| {
            let involved = record
                .service_parents
                .inner(record.span, |parents| &parents.involved);
            EngagementSays::of(record, involved, cx.as_of)
        })
    }
}
