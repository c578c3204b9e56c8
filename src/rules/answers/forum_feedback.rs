//! Whether the forum told the wider group of parents and carers what came of a meeting.
//!
//! ## Why
//!
//! Families who were asked, and those who could not come, hear of strategic work only through their
//! forum. The charter's words contain no number. The shipped standard is twenty working days, about
//! the time to the next newsletter: a forum in Suffolk promises a summary every month of the
//! meetings that it attended.
//!
//! ## How it is judged
//!
//! For meetings and workshops about strategic work at which the forum is, from the day of the event,
//! or the last of several, to the day the wider group was told (`forum_feedback.sent`). What was never told is not the same
//! as what was told late: `forum_feedback: none` says that nothing was. Feedback by the
//! organisation is a promise of its own.
//!
//! ## Parameters
//!
//! - `standard`: the time within which it keeps the promise, such as `20 working days`.
//! - `at_most`: beyond this it is a breach, also where nothing was told by the date of the audit.
//! - `aim`: falling short of this is only a note.
//! - `kinds`: the kinds of engagement that it is asked for, `[meeting, workshop]` unless given.
//!
//! ## Examples
//!
//! ### kept, as of 2026-04-01
//!
//! 26 March is the twentieth working day after 26 February.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum_feedback: { sent: 2026-03-26 }
//! ```
//!
//! ### not kept, as of 2026-04-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum_feedback: { sent: 2026-03-27 }
//! ```
//!
//! ### not kept, as of 2026-03-27
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum_feedback: none
//! ```
//!
//! ### no evidence, as of 2026-03-27
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### no evidence, as of 2026-04-01
//!
//! The group was told, and nobody says when.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum_feedback: yes
//! ```
//!
//! ### no evidence, as of 2026-04-01
//!
//! Nobody can tell before the meeting what came of it.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum_feedback: { sent: 2026-02-25 }
//! ```
//!
//! ### still to come, as of 2026-03-26
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum_feedback: none
//! ```
//!
//! ### still to come, as of 2026-03-10
//!
//! What was said beforehand is no feedback, and there is still time.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum_feedback: { sent: 2026-02-25 }
//! ```
//!
//! ### does not apply, as of 2026-04-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! forum: no
//! ```

use crate::rules::deadline::{Act, After, Deadline, Missed, undated};
use crate::rules::forum_work::ForumWork;
use crate::rules::words::duration;
use crate::rules::{
    Check, Context, Direction, NoEvidence, Ruling, Standard, StandardOf, over, standard,
};
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::{Engagement, Sent};
use identifiers::safe;
use located::source::Span;
use working_days::Unit;

/// See the page above.
#[derive(Debug, Clone)]
pub struct WiderGroupTold {
    standard: Standard,
    work: ForumWork,
}

impl Check for WiderGroupTold {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "forum-feedback";
    const PROMISE: &'static str = "Wider group told";
    const FAILING: &'static str = "Wider group not told in time";
    const FILE: &'static str = include_str!("forum_feedback.rs");
    const SETTLED_BY_EVENT: bool = false;
    const DONE: Option<&'static str> = Some("forum_feedback.sent");

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        WiderGroupTold {
            standard: standard::read(
                fields,
                Direction::AtMost,
                Standard::only(20, Unit::WorkingDays),
            ),
            work: ForumWork::read(fields),
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

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if let Some(ruling) = self.work.closed(record, cx) {
            return Ok(ruling);
        }
        let (event, event_place) = over(record, cx)?;
        let deadline = Deadline {
            last: cx.calendar.due(event, self.standard.required)?,
            to_do: "tell the wider group what was said",
            counted_from: &[(event_place, "counted from here")],
        };
        let to_come = deadline.to_come("the wider group is to be told", cx);
        let told = record.forum_feedback.inner(record.span, |told| &told.sent);
        if let Answer::Present(Sent::On(sent), span) = told
            && *sent < event
        {
            return Ok(to_come.unwrap_or_else(|| told_before(record, span, event_place)));
        }
        let not_done = match Act::outcome(told, record, cx.as_of)? {
            Act::Done(came, span) => {
                let after = After {
                    event_word: record.spoken_kind().into(),
                    from: event,
                    verb: "wider group told",
                    came,
                    standard: &self.standard,
                    remedy: format!(
                        "Next time, tell the wider group within {}; a few lines in the newsletter \
                         are enough.",
                        self.standard.required
                    ),
                };
                return Ok(after
                    .judge(cx)?
                    .at(span, "told here")
                    .at(event_place, "counted from here"));
            }
            Act::Undated(span) => {
                let field = "`sent` under `forum_feedback`";
                return Err(undated("the wider group was told", span, field));
            }
            Act::NotDone(not_done) => not_done,
        };
        if let Some(to_come) = to_come {
            return Ok(to_come);
        }
        let told = (not_done, self.missed(&deadline));
        Ok(deadline.missed_after(event, &self.standard, told, cx)?)
    }
}

/// What was sent before it was over says nothing of what came of it.
fn told_before(record: &Engagement, told: Span, event: Span) -> Ruling {
    Ruling::no_evidence(safe!(
        "the day the wider group was told is before the {}",
        record.spoken_kind()
    ))
    .at(told, "told here")
    .at(event, "the day itself")
    .remedy("Check both days; what was sent beforehand is no feedback.")
}

impl WiderGroupTold {
    fn missed(&self, deadline: &Deadline<'_>) -> Missed {
        let last = safe!(
            "{}; standard {}",
            deadline.last_day(),
            duration(self.standard.required)
        );
        let untold = "the record does not show that the wider group was told";
        Missed::new(
            safe!("{}; {}", untold, last),
            "nothing about it here",
            "Telling the wider group now would still help; if it was told, add the day \
             [forum_feedback.sent].",
        )
        .mendable()
        .denied(safe!("the wider group was not told; {}", last), "not told")
        .later(safe!("{} by the date of this audit; {}", untold, last))
    }
}
