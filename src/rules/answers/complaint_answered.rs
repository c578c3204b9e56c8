//! Whether a complaint that is recorded was answered.
//!
//! ## Why
//!
//! Respect is for people to judge, and no record can show it. A record can show the opposite of one
//! part of it: that somebody complained and heard nothing. The charter's words contain no number.
//! The shipped standard of twenty working days is the time that public bodies have to answer a
//! request for information (Freedom of Information Act 2000, section 10).
//!
//! ## How it is judged
//!
//! Only where the record says that there was a complaint (`experience.complaint`). An answer
//! (`experience.responded`) keeps the promise on whatever day it came, because the day of the
//! complaint itself is not recorded; how long after the event it came is told. Without an answer it
//! is due so long after the event, or after a survey has closed. What the complaint was about does
//! not belong in the record.
//!
//! ## Parameters
//!
//! - `standard`: the time after the event within which an answer is due, `20 working days` unless
//!   given.
//!
//! ## Examples
//!
//! ### kept, as of 2026-04-01
//!
//! 26 March is the twentieth working day after the workshop.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! experience: { complaint: yes, responded: 2026-03-26 }
//! ```
//!
//! ### kept, as of 2026-04-01
//!
//! One day later it is answered still; that it took longer is a note.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! experience: { complaint: yes, responded: 2026-03-27 }
//! ```
//!
//! ### kept, as of 2026-03-27
//!
//! An answer on a day that nobody wrote down is one.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! experience: { complaint: yes, responded: yes }
//! ```
//!
//! ### not kept, as of 2026-03-27
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! experience: { complaint: yes, responded: none }
//! ```
//!
//! ### not kept, as of 2026-03-27
//!
//! The shipped charter says that silence about an answer means none.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! experience: { complaint: yes }
//! ```
//!
//! ### no evidence, as of 2026-03-27
//!
//! Without the day of the workshop, nobody can say whether an answer was due.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! experience: { complaint: yes }
//! ```
//!
//! ### still to come, as of 2026-03-26
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! experience: { complaint: yes, responded: none }
//! ```
//!
//! ### does not apply, as of 2026-04-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! experience: { complaint: no }
//! ```

use chrono::NaiveDate;

use crate::rules::deadline::{Act, Deadline, Missed};
use crate::rules::{
    Check, Context, Direction, Measure, NoEvidence, Ruling, Standard, StandardOf, over, unreadable,
};
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::Engagement;
use working_days::{Duration, NotCovered, Unit, count_of, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct ComplaintAnswered {
    standard: Duration,
}

impl Check for ComplaintAnswered {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "complaint-answered";
    const PROMISE: &'static str = "Complaint answered";
    const FAILING: &'static str = "Complaint left waiting";
    const FILE: &'static str = include_str!("complaint_answered.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let standard = fields.duration("standard").get().copied();
        ComplaintAnswered {
            standard: standard.unwrap_or(Duration::new(20, Unit::WorkingDays)),
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!("within {} of the event", self.standard))
    }

    fn standards(&self) -> Vec<StandardOf> {
        StandardOf::all(self.in_one_step(), Direction::AtMost)
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let complaint = record
            .experience
            .inner(record.span, |experience| &experience.complaint);
        let complaint = match complaint {
            Answer::Present(true, span) => span,
            Answer::Unreadable(span) => return Err(unreadable(span)),
            Answer::Present(false, _) | Answer::Missing(_) => {
                return Ok(Ruling::does_not_apply(
                    "no complaint is recorded; respect itself is for people to judge",
                ));
            }
        };
        let responded = record
            .experience
            .inner(record.span, |experience| &experience.responded);
        let not_done = match Act::outcome(responded, record, cx.as_of)? {
            Act::Done(day, span) => {
                let ruling = self.answered(record, day, cx)?;
                return Ok(ruling
                    .at(span, "answered here")
                    .at(complaint, "a complaint"));
            }
            Act::Undated(span) => {
                over(record, cx)?;
                let words = "a complaint was answered, on a day that the record does not say";
                return Ok(Ruling::kept(words)
                    .at(span, "answered, without a day")
                    .at(complaint, "a complaint"));
            }
            Act::NotDone(not_done) => not_done,
        };
        let (over, over_place) = over(record, cx)?;
        let deadline = Deadline {
            last: cx.calendar.due(over, self.standard)?,
            to_do: "answer the complaint",
            counted_from: &[
                (complaint, "a complaint"),
                (over_place, "counted from here"),
            ],
        };
        if let Some(ruling) = deadline.to_come("a complaint is to be answered", cx) {
            return Ok(ruling);
        }
        let last = format!("{}; standard {}", deadline.last_day(), self.standard);
        let told = Missed::new(
            format!("the record shows no answer to a complaint; {last}"),
            "no answer by the date of this audit",
            "Answer it now; if it was answered, add the day [experience.responded].",
        )
        .denied(
            format!("a complaint was not answered; {last}"),
            "not answered",
        )
        .mendable();
        let ruling = deadline.missed(not_done, told, cx);
        Ok(ruling.at(complaint, "a complaint"))
    }
}

impl ComplaintAnswered {
    /// A late answer is an answer, so there are no further steps.
    fn in_one_step(&self) -> Standard {
        Standard::only(self.standard.count, self.standard.unit)
    }

    /// Kept, with the time since the event where that is known and the answer came after it.
    fn answered(
        &self,
        record: &Engagement,
        came: NaiveDate,
        cx: &Context<'_>,
    ) -> Result<Ruling, NotCovered> {
        let words = format!("a complaint was answered on {}", day_and_year(came));
        let over = record.ends_on(cx.as_of).get().copied();
        let Some(over) = over.filter(|over| *over <= came) else {
            return Ok(Ruling::kept(words).settled(came));
        };
        let unit = self.standard.unit;
        let value = cx.calendar.elapsed(over, came, unit)?;
        let ruling = Ruling::kept(format!(
            "{words}, {} after the {}{}",
            count_of(value, unit.plural()),
            record.spoken_kind(),
            if record.is_open_period() {
                " closed"
            } else {
                ""
            }
        ));
        let ruling = if came <= cx.calendar.due(over, self.standard)? {
            ruling
        } else {
            ruling.note(format!(
                "the standard is {} after the event; the day of the complaint itself is not \
                 recorded",
                self.standard
            ))
        };
        Ok(ruling.settled(came).measured(Measure {
            value,
            unit: unit.plural(),
            days: Some((came - over).num_days()),
            standard: self.in_one_step(),
            direction: Direction::AtMost,
        }))
    }
}
