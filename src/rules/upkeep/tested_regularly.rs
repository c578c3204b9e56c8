//! Whether the charter is tested against the work that was done, as often as it says.
//!
//! ## Why
//!
//! The charter itself asks to be tested against real work. A protocol of 2024 between a health
//! board, a council and a forum asks for a report every year.
//!
//! ## How it is judged
//!
//! The charter says when it was last reviewed (`review.last`) and how often it is to be
//! (`review.every`). It is kept until that time has passed. A charter that has not been in force
//! for so long need not have been reviewed yet.
//!
//! ## Parameters
//!
//! None; `review` in the charter says how often and when last.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml charter
//! review: { every: 12 months, last: 2025-09-01 }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml charter
//! review: { every: 12 months, last: 2025-02-28 }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```

use crate::rules::{Check, Context, NoEvidence, Ruling, Whole};
use engagement_records::fields::Fields;
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct TestedRegularly;

/// What is to be done.
const TO_DO: &str = "review the charter together";

impl Check for TestedRegularly {
    type About<'a> = &'a Whole<'a>;
    const CODE: &'static str = "tested-regularly";
    const PROMISE: &'static str = "Charter tested";
    const FAILING: &'static str = "Charter test overdue";
    const FILE: &'static str = include_str!("tested_regularly.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        TestedRegularly
    }

    fn judge(&self, _: &Whole<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let Some(every) = cx.review.every.get().copied() else {
            return Ok(Ruling::no_evidence(
                "the charter does not say how often it is to be reviewed",
            )
            .remedy("Add `review: { every: 12 months, last: }` to the charter."));
        };
        let last = cx
            .review
            .last
            .get()
            .copied()
            .filter(|last| *last <= cx.as_of);
        let due = last
            .or(cx.since)
            .and_then(|from| from.checked_add_months(every));
        let ruling = match (last, due) {
            (Some(last), Some(due)) if cx.as_of <= due => Ruling::kept(format!(
                "last reviewed on {}; the next review is due by {}",
                day_and_year(last),
                day_and_year(due)
            ))
            .due(due),
            (Some(last), Some(due)) => Ruling::not_kept(format!(
                "last reviewed on {}; the next review was due by {}",
                day_and_year(last),
                day_and_year(due)
            ))
            .due(due)
            .to_do(TO_DO)
            .remedy(
                "Review the charter together, and write the day into it as `last` under `review`.",
            ),
            (None, Some(due)) if cx.as_of <= due => Ruling::still_to_come(
                due,
                format!("the first review is due by {}", day_and_year(due)),
            )
            .to_do(TO_DO),
            _ => Ruling::no_evidence("the charter does not say when it was last reviewed")
                .remedy("Write the day into the charter as `last` under `review`."),
        };
        Ok(ruling)
    }
}
