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
//! for so long need not have been reviewed since: where the last review was before it was signed, or
//! there was none, the next one is still to come until so long after that.
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
//!
//! ### still to come, as of 2026-09-01
//!
//! Reviewed long ago, and signed a year before: this is the last day for the next review.
//!
//! ```yaml charter
//! parties:
//!   council: { name: Elm Council, side: organisation, signed: 2025-09-01 }
//!   forum: { name: Elm Forum, side: forum, signed: 2025-09-01 }
//! review: { every: 12 months, last: 2024-06-01 }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### not kept, as of 2026-09-02
//!
//! One day later.
//!
//! ```yaml charter
//! parties:
//!   council: { name: Elm Council, side: organisation, signed: 2025-09-01 }
//!   forum: { name: Elm Forum, side: forum, signed: 2025-09-01 }
//! review: { every: 12 months, last: 2024-06-01 }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### does not apply, as of 2025-08-31
//!
//! Nobody had signed it yet.
//!
//! ```yaml charter
//! parties:
//!   council: { name: Elm Council, side: organisation, signed: 2025-09-01 }
//!   forum: { name: Elm Forum, side: forum, signed: 2025-09-01 }
//! review: { every: 12 months, last: 2024-06-01 }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```

use chrono::NaiveDate;

use crate::rules::{Check, Context, NoEvidence, Ruling, Whole};
use engagement_records::fields::Fields;
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct TestedRegularly;

const UNSAID: &str = "the charter does not say when it was last reviewed";
const REMEDY: &str = "Write the day into the charter as `last` under `review`.";

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
        let reviewed = cx
            .review
            .last
            .get()
            .copied()
            .filter(|last| *last <= cx.as_of);
        let after = |from: NaiveDate| from.checked_add_months(every);
        // A charter that has not held for so long need not have been tested yet.
        let Some(due) = reviewed.max(cx.since).and_then(after) else {
            return Ok(cx.unsaid(UNSAID).remedy(REMEDY));
        };
        let by = day_and_year(due);
        let last = |last: NaiveDate| format!("last reviewed on {}", day_and_year(last));
        let ruling = match (reviewed, cx.as_of <= due) {
            (Some(reviewed), true) if after(reviewed) >= Some(cx.as_of) => Ruling::kept(format!(
                "{}; the next review is due by {by}",
                last(reviewed)
            ))
            .due(due),
            (Some(reviewed), true) => {
                let words = format!(
                    "{}, before the charter held; the next review is due by {by}",
                    last(reviewed)
                );
                Ruling::still_to_come(due, words).to_do(TO_DO)
            }
            (None, true) => {
                Ruling::still_to_come(due, format!("the first review is due by {by}")).to_do(TO_DO)
            }
            (Some(reviewed), false) => {
                Ruling::not_kept(format!("{}; a review was due by {by}", last(reviewed)))
                    .due(due)
                    .to_do(TO_DO)
                    .remedy(
                        "Review the charter together, and write the day into it as `last` under \
                         `review`.",
                    )
            }
            (None, false) => cx
                .unsaid(format!("{UNSAID}; the first review was due by {by}"))
                .due(due)
                .to_do(TO_DO)
                .remedy(REMEDY),
        };
        Ok(ruling)
    }
}
