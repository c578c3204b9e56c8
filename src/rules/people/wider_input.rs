//! Whether the forum asked the wider group of parents and carers before it spoke for them.
//!
//! ## Why
//!
//! Representatives bring the views of many families only when they have asked for them, early
//! enough for people to answer. The charter's words contain no number; the shipped standard of five
//! working days is this program's own proposal, a week in which to read and reply.
//!
//! ## How it is judged
//!
//! For meetings and workshops about strategic work at which the forum is, from the day the wider
//! group was asked (`wider_input.opened`) to the day of the event. `wider_input: none` says that it
//! was not. Where the forum was not invited
//! there was nothing to prepare. Surveys and consultations ask the wider group themselves.
//!
//! ## Parameters
//!
//! - `standard`: the least time before the event that keeps the promise, such as `5 working days`.
//! - `at_least`: under this it is a breach.
//! - `aim`: falling short of this is only a note.
//! - `kinds`: the kinds of engagement that it is asked for, `[meeting, workshop]` unless given.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! Asked on Thursday, a week before: five working days, the day of the workshop counted.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! wider_input: { opened: 2026-02-19, channel: newsletter }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! wider_input: { opened: 2026-02-20 }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! wider_input: { channel: newsletter }
//! ```
//!
//! ### no evidence, as of 2026-02-20
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### still to come, as of 2026-02-19
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: no
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Transport survey
//! kind: survey
//! opens: 2026-01-05
//! closes: 2026-02-20
//! ```
//!
//! ### not kept, as of 2026-02-20
//!
//! The last day to ask was the day before.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! wider_input: none
//! ```
//!
//! ### still to come, as of 2026-02-19
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! wider_input: { opened: none }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! It was asked, and nobody says when.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! wider_input: yes
//! ```

use crate::rules::deadline::{Act, Before, Deadline, Missed, undated};
use crate::rules::forum_work::ForumWork;
use crate::rules::{
    Check, Context, Direction, NoEvidence, Ruling, Severity, Standard, StandardOf, event_day,
    standard,
};
use engagement_records::fields::Fields;
use engagement_records::record::Engagement;
use working_days::{Unit, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct WiderInputAsked {
    standard: Standard,
    work: ForumWork,
}

impl Check for WiderInputAsked {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "wider-input";
    const PROMISE: &'static str = "Wider group asked";
    const FAILING: &'static str = "Wider group not asked in time";
    const FILE: &'static str = include_str!("wider_input.rs");
    const SETTLED_BY_EVENT: bool = true;
    const DONE: Option<&'static str> = Some("wider_input.opened");

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        WiderInputAsked {
            standard: standard::read(
                fields,
                Direction::AtLeast,
                Standard::only(5, Unit::WorkingDays),
            ),
            work: ForumWork::read(fields),
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!(
            "at least {}",
            self.standard.in_words(Direction::AtLeast)
        ))
    }

    fn standards(&self) -> Vec<StandardOf> {
        StandardOf::all(self.standard, Direction::AtLeast)
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if let Some(ruling) = self.work.closed(record, cx) {
            return Ok(ruling);
        }
        let (event, event_place) = event_day(record, cx)?;
        let last = cx.calendar.last_day(event, self.standard.required)?;
        let opened = record.wider_input.inner(record.span, |input| &input.opened);
        let not_done = match Act::sent(opened, cx.as_of)? {
            Act::Done(opened, span) => {
                return Ok(Before {
                    what: "ask the wider group",
                    last: "to ask",
                    event_word: record.spoken_kind(),
                    sent: opened,
                    event,
                    standard: &self.standard,
                    verb: "asked",
                }
                .judge(cx)?
                .at(span, "asked here")
                .at(event_place, "the day itself"));
            }
            Act::Undated(span) => {
                let field = "`opened` under `wider_input`";
                return Err(undated("the wider group was asked", span, field));
            }
            Act::NotDone(not_done) => not_done,
        };
        let deadline = Deadline {
            last,
            to_do: "ask the wider group",
            counted_from: &[(event_place, "the day itself")],
        };
        if let Some(ruling) = deadline.to_come("the wider group is to be asked", cx) {
            return Ok(ruling);
        }
        let told = Missed::new(
            "the record does not say when the wider group was asked",
            "`opened` is missing here",
            format!(
                "Add the day [wider_input.opened]; the last day to ask was {}.",
                day_and_year(last)
            ),
        )
        .denied("the wider group was not asked", "not asked");
        // Not asking at all is no better than asking later than the least that was agreed.
        let floor = match self.standard.limit {
            Some(limit) => cx.as_of > cx.calendar.last_day(event, limit)?,
            None => false,
        };
        let ruling = deadline.missed_before(event, &self.standard, (not_done, told), cx)?;
        Ok(ruling.severity(floor.then_some(Severity::Breach)))
    }
}
