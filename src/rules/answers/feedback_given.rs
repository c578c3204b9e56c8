//! Whether feedback was given at all.
//!
//! ## Why
//!
//! "Always" has no exception: people who gave their time hear what became of it. Feedback that
//! never comes is another matter than feedback that comes late, so this is judged apart.
//!
//! ## How it is judged
//!
//! Feedback must have been sent (`feedback.sent`) once it is due. The last day is that of the
//! charter's standard for how soon feedback is due, counted from the event; through that day the
//! promise is still to come. Where a delay was validly explained, and agreed before that
//! day was over, the last day is the one that was agreed. An answer without a day (`feedback: yes`)
//! says that it was given, and counts from the event; whether it was in time is another promise.
//! Words of feedback without a day of sending, or how it went out, are no evidence either way; for
//! whom it was meant (`feedback.to`) is no word of it.
//!
//! ## Parameters
//!
//! None: how soon feedback is due is set once, under the rule `feedback-in-time`.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-13
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: { sent: 2026-03-13 }
//! ```
//!
//! ### kept, as of 2026-03-13
//!
//! Nobody wrote down the day, and it was given.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: { sent: yes }
//! ```
//!
//! ### not kept, as of 2026-03-13
//!
//! The tenth working day has passed, and the shipped charter says that silence means no feedback.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! ```
//!
//! ### not kept, as of 2026-03-13
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: none
//! ```
//!
//! ### no evidence, as of 2026-03-13
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: { you_said: Saturdays matter most., we_did: Two Saturday clubs from June. }
//! ```
//!
//! ### still to come, as of 2026-03-12
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! Nobody can give feedback on a meeting before it.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: { sent: yes }
//! ```
//!
//! ### does not apply, as of 2026-03-13
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! status: cancelled
//! date: 2026-02-26
//! ```
//!
//! ### not kept, as of 2026-03-13
//!
//! Whom it was for says nothing of whether it was sent.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: { to: [parents] }
//! ```

use super::feedback::{Awaited, feedback, undated};
use crate::rules::check::Settled;
use crate::rules::deadline::{Act, Missed};
use crate::rules::standard::StandardsByKind;
use crate::rules::words::day_and_year;
use crate::rules::{Check, Context, NoEvidence, Ruling, over, unreadable};
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::Engagement;
use identifiers::safe;
use located::diagnostic::Diagnostic;

/// See the page above.
#[derive(Debug, Clone)]
pub struct FeedbackGiven {
    due: StandardsByKind,
}

impl Check for FeedbackGiven {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "feedback-given";
    const PROMISE: &'static str = "Feedback given";
    const FAILING: &'static str = "No feedback";
    const FILE: &'static str = include_str!("feedback_given.rs");
    const SETTLED_BY_EVENT: bool = false;
    const DONE: Option<&'static str> = Some("feedback.sent");

    fn read(_: &mut Fields<'_, '_>) -> Self {
        FeedbackGiven {
            due: StandardsByKind::default(),
        }
    }

    fn settle(&mut self, settled: &Settled<'_>, _: &mut Vec<Diagnostic>) {
        self.due = settled.feedback.unwrap_or_default();
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let shown = feedback(record, cx.as_of)?;
        if let Answer::Unreadable(span) = record.ends_on(cx.as_of) {
            return Err(unreadable(span));
        }
        let not_done = match shown {
            Act::Done(sent, place) => {
                let words = safe!("feedback was sent on {}", day_and_year(sent));
                return Ok(Ruling::kept(words).settled(sent).at(place, "sent here"));
            }
            Act::Undated(place) => {
                // It counts from the event, whose day must be known for that.
                over(record, cx)?;
                let words = "feedback was given, on a day that the record does not say";
                return Ok(Ruling::kept(words).at(place, "given, without a day"));
            }
            Act::NotDone(not_done) => not_done,
        };
        let (over, over_place) = over(record, cx)?;
        let due = self.due.last_day(record, over, cx.calendar)?;
        let counted_from = [(over_place, "counted from here")];
        let awaited = Awaited::by(due, &counted_from, cx);
        if let Some(ruling) = awaited.to_come(cx) {
            return Ok(ruling);
        }
        let deadline = awaited.over();
        if let Some(gap) = undated(record, not_done) {
            return Err(gap);
        }
        let last = deadline.last_day();
        let told = Missed::new(
            safe!("the record shows no feedback; {}", last),
            "no feedback here",
            "Sending feedback now would keep this promise, though late; if it was sent, add the \
             day [feedback.sent].",
        )
        .mendable()
        .denied(safe!("no feedback was sent; {}", last), "none was sent")
        .later(safe!(
            "the record shows no feedback by the date of this audit; {}",
            last
        ));
        Ok(deadline.missed(not_done, told, cx))
    }
}
