//! Whether feedback came within a reasonable time.
//!
//! ## Why
//!
//! Feedback that comes after people have stopped waiting for it does not bring them back. A
//! charter that promises a "reasonable timescale" gives no number. The shipped standards are ten
//! working days after a meeting, twenty after a survey (as Healthwatch and freedom of information
//! requests have) and twelve weeks after a consultation (the government's Consultation Principles
//! of 2018, principle J). Twice as long is a breach.
//!
//! ## How it is judged
//!
//! From the day of the event, or the day a survey or consultation closed, to the day feedback was
//! sent (`feedback.sent`). The day of the event is day 0, and the last day is still in time. It
//! need not be ratified minutes: a summary counts. Where a delay was validly explained, and agreed
//! before the last day was over, feedback is awaited until the day that was agreed. Where nothing
//! was sent, this rule has nothing to measure; whether feedback was given at all is another promise.
//!
//! ## Parameters
//!
//! - `standard`: how soon feedback is due after meetings, workshops and events.
//! - `at_most`: beyond this it is a breach.
//! - `aim`: missing this is only a note.
//! - `survey`, `consultation`: the same three for those; the first three hold when they are absent.
//!
//! ## Examples
//!
//! ### kept, as of 2026-04-30
//!
//! The tenth working day.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: { sent: 2026-03-12 }
//! ```
//!
//! ### not kept, as of 2026-04-30
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: { sent: 2026-03-13 }
//! ```
//!
//! ### kept, as of 2026-04-30
//!
//! A survey has twenty.
//!
//! ```yaml
//! title: Transport survey
//! kind: survey
//! opens: 2026-01-15
//! closes: 2026-02-26
//! feedback: { sent: 2026-03-26 }
//! ```
//!
//! ### no evidence, as of 2026-04-30
//!
//! ```yaml
//! title: Transport survey
//! kind: survey
//! opens: 2026-01-15
//! feedback: { sent: 2026-03-26 }
//! ```
//!
//! ### no evidence, as of 2026-04-30
//!
//! It was given, and nobody says when.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: { sent: shared at the meeting }
//! ```
//!
//! ### still to come, as of 2026-03-12
//!
//! On the last day, there is still time.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! ```
//!
//! ### does not apply, as of 2026-03-13
//!
//! Nothing was sent, so there is nothing to measure.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! ```
//!
//! ### still to come, as of 2026-04-30
//!
//! On the last day of the standard, it was agreed to wait until today.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! explanations:
//!   - clause: O4e2
//!     reason: agreed-with-forum
//!     because: The budget is settled in April.
//!     instead: a note in the newsletter
//!     agreed_by: [{ party: forum, role: chair }, { party: council, role: head of SEND }]
//!     agreed_on: 2026-03-12
//!     until: 2026-04-30
//! ```

use super::feedback::{Awaited, feedback, on_some_day, undated, unknown};
use crate::rules::deadline::{Act, After, NotDone};
use crate::rules::standard::{FEEDBACK_SHIPPED, StandardsByKind};
use crate::rules::{
    Check, Context, Direction, NoEvidence, Ruling, Standard, StandardOf, Unmeasured, Verdict, over,
    standard,
};
use engagement_records::fields::{Field, Fields};
use engagement_records::record::Engagement;
use identifiers::safe;

/// See the page above.
#[derive(Debug, Clone)]
pub struct FeedbackInTime {
    standards: StandardsByKind,
}

impl Check for FeedbackInTime {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "feedback-in-time";
    const PROMISE: &'static str = "Feedback in time";
    const FAILING: &'static str = "Late feedback";
    const FILE: &'static str = include_str!("feedback_in_time.rs");
    const SETTLED_BY_EVENT: bool = false;
    const DONE: Option<&'static str> = Some("feedback.sent");
    const DELAYS_FEEDBACK: bool = true;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let meeting = standard::read(fields, Direction::AtMost, FEEDBACK_SHIPPED.meeting);
        let mut of_kind = |name, what, shipped| {
            let group = fields.group(name, what, |fields| {
                standard::read(fields, Direction::AtMost, shipped)
            });
            match group {
                Field::Present(said) => *said.value,
                Field::Absent
                | Field::NoPlace(_)
                | Field::Blank(_)
                | Field::Open(_)
                | Field::Unreadable(_) => meeting,
            }
        };
        FeedbackInTime {
            standards: StandardsByKind {
                meeting,
                survey: of_kind(
                    "survey",
                    "the standard for surveys",
                    FEEDBACK_SHIPPED.survey,
                ),
                consultation: of_kind(
                    "consultation",
                    "the standard for consultations",
                    FEEDBACK_SHIPPED.consultation,
                ),
            },
        }
    }

    fn asks(&self) -> Option<String> {
        let within = |steps: &Standard| steps.in_words(Direction::AtMost);
        let StandardsByKind {
            meeting,
            survey,
            consultation,
        } = &self.standards;
        Some(format!(
            "within {}. After a survey, within {}. After a consultation, within {}",
            within(meeting),
            within(survey),
            within(consultation)
        ))
    }

    fn standards(&self) -> Vec<StandardOf> {
        let StandardsByKind {
            meeting,
            survey,
            consultation,
        } = self.standards;
        let each = [
            (None, meeting),
            (Some("survey"), survey),
            (Some("consultation"), consultation),
        ];
        let each = each.into_iter().map(|(under, standard)| StandardOf {
            under,
            standard,
            direction: Direction::AtMost,
        });
        each.collect()
    }

    fn feedback_standards(&self) -> Option<StandardsByKind> {
        Some(self.standards)
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let (one, other) = self.standards.of(record);
        let ruling = within(one, record, cx)?;
        let Some(other) = other else {
            return Ok(ruling);
        };
        let otherwise = within(other, record, cx)?;
        // The later day holds as long as nobody knows which it was.
        let (later, sooner) = if ruling.due > otherwise.due {
            (ruling, otherwise)
        } else {
            (otherwise, ruling)
        };
        if later.verdict == Verdict::StillToCome || later.verdict == sooner.verdict {
            return Ok(later);
        }
        Err(NoEvidence::new(format!(
            "the record does not say whether it was a survey or a consultation, of which only one \
             is answered within its time; {}",
            later.evidence
        ))
        .at(record.span, "`kind` is missing here")
        .remedy("Say which it was [kind]."))
    }
}

/// Whether feedback came within one standard.
fn within(
    standard: &Standard,
    record: &Engagement,
    cx: &Context<'_>,
) -> Result<Ruling, NoEvidence> {
    let shown = feedback(record, cx.as_of)?;
    let (over, over_place) = over(record, cx)?;
    let due = cx.calendar.due(over, standard.required)?;
    let (sent, sent_place) = match shown {
        Act::Done(sent, place) => (sent, place),
        Act::Undated(place) => return Err(on_some_day(place)),
        Act::NotDone(not_done) => {
            let counted_from = [(over_place, "counted from here")];
            if let Some(ruling) = Awaited::by(due, &counted_from, cx).to_come(cx) {
                return Ok(ruling);
            }
            if let Some(gap) = undated(record, not_done) {
                return Err(gap);
            }
            if let Some(gap) = unknown(not_done) {
                return Err(gap);
            }
            let unmeasured = match not_done {
                NotDone::Denied(_) => Unmeasured::Never,
                NotDone::Later(_) | NotDone::Missing(_) => Unmeasured::NotShown,
            };
            return Ok(Ruling::does_not_apply(
                "no feedback was sent, so there is nothing to measure; whether it was given \
                     at all is a promise of its own",
            )
            .unmeasured(unmeasured));
        }
    };
    let event = safe!(
        "{}{}",
        record.spoken_kind(),
        if record.is_open_period() {
            " closed"
        } else if record.last_day.get().is_some() {
            " ended"
        } else {
            ""
        }
    );
    let after = After {
        event_word: event,
        from: over,
        verb: "feedback sent",
        came: sent,
        standard,
        remedy: format!(
            "Next time, send feedback within {}; a summary is enough, it need not be agreed \
                 minutes.",
            standard.required
        ),
    };
    Ok(after
        .judge(cx)?
        .at(sent_place, "sent here")
        .at(over_place, "counted from here"))
}
