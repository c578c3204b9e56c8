//! Whether a request of one side to the other was answered.
//!
//! ## Why
//!
//! Who asks for a representative on a panel has to know whether somebody will come, and a request
//! that nobody answers ends the partnership quietly. The charter's words contain no number. The
//! shipped standard of ten working days is this program's own proposal: the same two weeks that it
//! allows for feedback after a meeting.
//!
//! ## How it is judged
//!
//! From the day of the request (`made`) to the day of the answer (`answered`). Any answer counts,
//! yes or no: a forum of volunteers may decline. `answered: none` says that there was no answer.
//! Requests in the other direction are a promise of their own. One that was made after the date of
//! the audit had not been made yet.
//!
//! ## Parameters
//!
//! - `by`: the side that asked, `organisation` unless given.
//! - `to`: the side that was asked, `forum` unless given.
//! - `standard`: the time within which an answer keeps the promise, such as `10 working days`.
//! - `at_most`: beyond this it is a breach, also where there is no answer by the date of the audit.
//! - `aim`: falling short of this is only a note.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! Asked on a Monday; Monday two weeks later is the tenth working day. A no is an answer.
//!
//! ```yaml
//! record: request
//! title: Two parents for the interview panel
//! by: council
//! to: forum
//! made: 2026-01-12
//! answered: 2026-01-26
//! met: no
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! One working day late.
//!
//! ```yaml
//! record: request
//! title: Two parents for the interview panel
//! by: council
//! to: forum
//! made: 2026-01-12
//! answered: 2026-01-27
//! ```
//!
//! ### not kept, as of 2026-01-27
//!
//! ```yaml
//! record: request
//! title: Two parents for the interview panel
//! by: council
//! to: forum
//! made: 2026-01-12
//! answered: none
//! ```
//!
//! ### no evidence, as of 2026-01-27
//!
//! ```yaml
//! record: request
//! title: Two parents for the interview panel
//! by: council
//! to: forum
//! made: 2026-01-12
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! The day of the request is missing.
//!
//! ```yaml
//! record: request
//! title: Two parents for the interview panel
//! by: council
//! to: forum
//! answered: 2026-01-27
//! ```
//!
//! ### still to come, as of 2026-01-26
//!
//! ```yaml
//! record: request
//! title: Two parents for the interview panel
//! by: council
//! to: forum
//! made: 2026-01-12
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! record: request
//! title: Speaker on transport
//! by: forum
//! to: council
//! made: 2026-01-12
//! ```
//!
//! ### does not apply, as of 2026-01-11
//!
//! Nobody had asked yet.
//!
//! ```yaml
//! record: request
//! title: Two parents for the interview panel
//! by: council
//! to: forum
//! made: 2026-01-12
//! ```

use chrono::NaiveDate;

use super::request_met::{made, unasked};
use crate::rules::deadline::{Act, After, Deadline, Missed, NotDone, undated};
use crate::rules::{Check, Context, Direction, NoEvidence, Ruling, Standard, StandardOf, standard};
use engagement_records::fields::Fields;
use engagement_records::record::{Request, Side};
use working_days::{NotCovered, Unit};

/// See the page above.
#[derive(Debug, Clone)]
pub struct RequestAnswered {
    by: Side,
    to: Side,
    standard: Standard,
}

impl Check for RequestAnswered {
    type About<'a> = &'a Request;
    const CODE: &'static str = "request-answered";
    const PROMISE: &'static str = "Request answered";
    const FAILING: &'static str = "Request left waiting";
    const FILE: &'static str = include_str!("request_answered.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let mut side = |name, shipped| fields.word(name).get().copied().unwrap_or(shipped);
        RequestAnswered {
            by: side("by", Side::Organisation),
            to: side("to", Side::Forum),
            standard: standard::read(
                fields,
                Direction::AtMost,
                Standard::only(10, Unit::WorkingDays),
            ),
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!(
            "within {}",
            self.standard.in_words(Direction::AtMost)
        ))
    }

    fn standards(&self) -> Vec<StandardOf> {
        StandardOf::all(self.standard, Direction::AtMost)
    }

    fn judge(&self, request: &Request, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if let Some(ruling) = unasked(request, cx, self.by, self.to)? {
            return Ok(ruling);
        }
        let (made, made_place) = made(request)?;
        let not_done = match Act::sent(request.answered.answer(request.span), cx.as_of)? {
            Act::Done(day, span) => {
                return Ok(self
                    .answered(made, day, cx)?
                    .at(span, "answered here")
                    .at(made_place, "asked here"));
            }
            Act::Undated(span) => {
                return Err(undated("the request was answered", span, "`answered`"));
            }
            Act::NotDone(not_done) => not_done,
        };
        let deadline = Deadline {
            last: cx.calendar.due(made, self.standard.required)?,
            to_do: "answer the request",
            counted_from: &[(made_place, "asked here")],
        };
        if let Some(to_come) = deadline.to_come("an answer is due", cx) {
            return Ok(to_come);
        }
        Ok(self.unanswered(request, made, (not_done, &deadline), cx)?)
    }
}

impl RequestAnswered {
    fn answered(
        &self,
        made: NaiveDate,
        came: NaiveDate,
        cx: &Context<'_>,
    ) -> Result<Ruling, NoEvidence> {
        let after = After {
            event_word: "asked".into(),
            from: made,
            verb: "answered",
            came,
            standard: &self.standard,
            remedy: format!(
                "Next time, answer within {}; a no is an answer too.",
                self.standard.required
            ),
        };
        Ok(after.judge(cx)?)
    }

    fn unanswered(
        &self,
        request: &Request,
        made: NaiveDate,
        (not_done, deadline): (NotDone, &Deadline<'_>),
        cx: &Context<'_>,
    ) -> Result<Ruling, NotCovered> {
        const REMEDY: &str = "Answer it now, yes or no, if it is still open; if it was answered, add \
                          the day [answered].";
        // What was done must have been agreed to at some time.
        if let NotDone::Missing(gap) = not_done
            && request.met.get() == Some(&true)
        {
            return Ok(Ruling::no_evidence(
                "the request was met, but the record does not say when it was answered",
            )
            .gap(gap, "`answered` is missing here")
            .due(deadline.last)
            .remedy(REMEDY));
        }
        let last = deadline.last_day();
        let told = Missed::new(
            format!("the record shows no answer; {last}"),
            "`answered` is missing here",
            REMEDY,
        )
        .denied(
            format!("the request was not answered; {last}"),
            "not answered",
        )
        .later(format!(
            "the record shows no answer by the date of this audit; {last}"
        ))
        .mendable();
        deadline.missed_after(made, &self.standard, (not_done, told), cx)
    }
}
