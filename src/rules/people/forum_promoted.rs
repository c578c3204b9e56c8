//! Whether the forum was made known to parents and carers, again and again.
//!
//! ## Why
//!
//! A forum is as strong as the number of families who know of it. The charter asks the
//! organisation to promote its work; once a quarter is a proposal of this program.
//!
//! ## How it is judged
//!
//! For each quarter (or term, or year) since the first engagement that was neither called off nor one
//! family's case: at least one such engagement in it made the forum known (`promoted_forum.done`). A
//! survey is in the quarter in which it opened. It is due on the last day of the quarter. A plain no
//! beside a record that says nothing is no evidence, because there the forum may have been made
//! known. A record without a date belongs to no quarter.
//!
//! ## Parameters
//!
//! - `every`: `quarter`, `term` or `year`; a quarter when it is left out. Terms are thirds of a
//!   school year, from 1 September, 1 January and 1 May.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-31
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! promoted_forum: { done: yes, where: council newsletter }
//! ```
//!
//! ### not kept, as of 2026-03-31
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! promoted_forum: no
//! ```
//!
//! ### no evidence, as of 2026-03-31
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### no evidence, as of 2026-03-31
//!
//! The board may have made the forum known.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! promoted_forum: no
//! ---
//! title: Short breaks board
//! kind: meeting
//! date: 2026-01-22
//! ```
//!
//! ### still to come, as of 2026-03-30
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### no evidence, as of 2026-03-31
//!
//! A survey that does not say when it opened is in no quarter.
//!
//! ```yaml
//! title: Short breaks survey
//! kind: survey
//! closes: 2026-02-26
//! promoted_forum: yes
//! ---
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```

use crate::rules::{Check, Context, NoEvidence, Period, PeriodLength, Ruling, unreadable};
use engagement_records::fields::{Answer, Fields, Gap};
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct ForumPromoted {
    every: PeriodLength,
}

impl Check for ForumPromoted {
    type About<'a> = &'a Period<'a>;
    const CODE: &'static str = "forum-promoted";
    const PROMISE: &'static str = "Forum made known";
    const FAILING: &'static str = "Forum not made known";
    const FILE: &'static str = include_str!("forum_promoted.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let every = fields.word("every");
        ForumPromoted {
            every: every.get().copied().unwrap_or(PeriodLength::Quarter),
        }
    }

    fn every(&self) -> Option<PeriodLength> {
        Some(self.every)
    }

    fn asks(&self) -> Option<String> {
        Some(format!("once a {}", self.every.word()))
    }

    fn judge(&self, period: &Period<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        const REMEDY: &str = "Mention the forum in the next newsletter or invitation. Where that was \
                              done, say so [promoted_forum.done], and where.";
        let mut unread = None;
        let mut denied = None;
        let mut gaps = Vec::new();
        for record in &period.engagements {
            let happened = record.day().is_some_and(|day| day <= cx.as_of);
            match record.promoted_forum.inner(record.span, |it| &it.done) {
                Answer::Present(true, span) if happened => {
                    let words = format!("“{}” made the forum known", record.name());
                    return Ok(Ruling::kept(words).at(span, "made known here"));
                }
                Answer::Present(false, span) => denied = denied.or(Some(span)),
                Answer::Unreadable(span) => unread = unread.or(Some(span)),
                answer @ (Answer::Present(true, _) | Answer::Missing(_)) => {
                    gaps.push(answer.gap());
                }
            }
        }
        if period.last > cx.as_of {
            let due = day_and_year(period.last);
            return Ok(Ruling::still_to_come(
                period.last,
                format!("the forum can still be made known until {due}"),
            )
            .to_do("make the forum known"));
        }
        if let Some(span) = unread {
            return Err(unreadable(span));
        }
        let ruling = match (Gap::first(gaps), denied) {
            (Some(gap), _) => cx.silent(
                "no record of that time says that the forum was made known",
                gap,
                "`promoted_forum` is missing here",
            ),
            (None, Some(span)) => {
                Ruling::not_kept("no engagement of that time made the forum known")
                    .at(span, "not made known")
            }
            (None, None) => Ruling::no_evidence("there is no record of that time"),
        };
        Ok(ruling.remedy(REMEDY))
    }
}
