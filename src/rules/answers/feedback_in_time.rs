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
//! need not be ratified minutes: a summary counts. Where nothing was sent, this rule has nothing
//! to measure; whether feedback was given at all is another promise.
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
//! ### met, as of 2026-04-30
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
//! ### not met, as of 2026-04-30
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! feedback: { sent: 2026-03-13 }
//! ```
//!
//! ### met, as of 2026-04-30
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
//! ### not evidenced, as of 2026-04-30
//!
//! ```yaml
//! title: Transport survey
//! kind: survey
//! opens: 2026-01-15
//! feedback: { sent: 2026-03-26 }
//! ```
//!
//! ### not yet due, as of 2026-03-12
//!
//! On the last day, there is still time.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! ```
//!
//! ### not applicable, as of 2026-03-13
//!
//! Nothing was sent, so there is nothing to measure.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2026-02-26
//! ```

use chrono::NaiveDate;

use crate::fields::{Answer, Field, Fields};
use crate::record::{Engagement, Feedback, Kind, Sent};
use crate::rules::lag::Lag;
use crate::rules::{Check, Context, NoEvidence, Ruling, Sense, Steps, over, steps, unreadable};
use located::source::Span;
use working_days::{Unit, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct FeedbackInTime {
    standards: ByKind,
}

/// How soon feedback is due after each kind of engagement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct ByKind {
    meeting: Steps,
    survey: Steps,
    consultation: Steps,
}

/// Ten working days, twenty after a survey, twelve weeks after a consultation.
const SHIPPED: ByKind = ByKind {
    meeting: Steps::only(10, Unit::WorkingDays),
    survey: Steps::only(20, Unit::WorkingDays),
    consultation: Steps::only(84, Unit::Days),
};

impl Default for ByKind {
    fn default() -> Self {
        SHIPPED
    }
}

impl ByKind {
    /// The standard for an engagement; one without a kind is taken for a meeting.
    pub(super) fn of(&self, record: &Engagement) -> &Steps {
        match record.kind.get() {
            Some(Kind::Survey) => &self.survey,
            Some(Kind::Consultation) => &self.consultation,
            Some(Kind::Meeting | Kind::Workshop | Kind::Event | Kind::ForumMeeting) | None => {
                &self.meeting
            }
        }
    }
}

/// What a record shows about feedback at the as-of date.
pub(super) enum Shown {
    /// It was sent on this day.
    Sent(NaiveDate, Span),
    /// There are words of feedback, but not the day they were sent.
    Undated(Span),
    /// Nothing, or a statement that there was none.
    Nothing,
}

/// What a record shows about feedback, or the answer when it cannot be read.
pub(super) fn shown(record: &Engagement, as_of: NaiveDate) -> Result<Shown, NoEvidence> {
    match record
        .feedback
        .inner(record.span, |feedback| &feedback.sent)
    {
        Answer::Said(Sent::On(sent), span) if *sent <= as_of => Ok(Shown::Sent(*sent, span)),
        Answer::Silent(span) if record.feedback.get().is_some_and(|it| says_something(it)) => {
            Ok(Shown::Undated(span))
        }
        Answer::Said(..) | Answer::Silent(_) => Ok(Shown::Nothing),
        Answer::Unreadable(span) => Err(unreadable(span)),
    }
}

fn says_something(feedback: &Feedback) -> bool {
    [
        &feedback.you_said,
        &feedback.we_did,
        &feedback.not_possible,
        &feedback.channel,
    ]
    .iter()
    .any(|text| text.get().is_some())
        || feedback.to.get().is_some()
}

/// The answer where feedback was given on a day that nobody wrote down.
pub(super) fn undated(span: Span) -> NoEvidence {
    NoEvidence::new("there are words of feedback, but not the day they were sent")
        .at(span, "`sent` is missing here")
        .remedy("Add the day as `sent` under `feedback`.")
}

impl Check for FeedbackInTime {
    type About<'a> = &'a Engagement;
    const NAME: &'static str = "feedback-in-time";
    const TITLE: &'static str = "Late feedback";
    const FILE: &'static str = include_str!("feedback_in_time.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let meeting = steps::read(fields, Sense::AtMost, SHIPPED.meeting);
        let mut of_kind = |name, what, shipped| {
            let group = fields.group(name, what, |fields| {
                steps::read(fields, Sense::AtMost, shipped)
            });
            match group {
                Field::Said(said) => *said.value,
                Field::Absent | Field::Blank(_) | Field::Unreadable(_) => meeting,
            }
        };
        FeedbackInTime {
            standards: ByKind {
                meeting,
                survey: of_kind("survey", "the standard for surveys", SHIPPED.survey),
                consultation: of_kind(
                    "consultation",
                    "the standard for consultations",
                    SHIPPED.consultation,
                ),
            },
        }
    }

    fn asks(&self) -> Option<String> {
        let within = |steps: &Steps| steps.in_words(Sense::AtMost);
        let ByKind {
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

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let steps = self.standards.of(record);
        let shown = shown(record, cx.as_of)?;
        let (over, over_place) = over(record, cx)?;
        let due = cx.calendar.due(over, steps.standard)?;
        let (sent, sent_place) = match shown {
            Shown::Sent(sent, place) => (sent, place),
            Shown::Nothing | Shown::Undated(_) if cx.as_of <= due => {
                let words = format!("feedback is due by {}", day_and_year(due));
                return Ok(Ruling::not_yet_due(due, words).at(over_place, "counted from here"));
            }
            Shown::Undated(place) => return Err(undated(place)),
            Shown::Nothing => {
                return Ok(Ruling::not_applicable(
                    "no feedback was sent, so there is nothing to measure; whether it was given \
                     at all is a promise of its own",
                ));
            }
        };
        let after = format!(
            "{}{}",
            record.spoken_kind(),
            if record.is_open_period() {
                " closed"
            } else {
                ""
            }
        );
        let lag = Lag {
            after: &after,
            from: over,
            verb: "feedback sent",
            came: sent,
            steps,
            remedy: format!(
                "Next time, send feedback within {}; a summary is enough, it need not be agreed \
                 minutes.",
                steps.standard
            ),
        };
        Ok(lag
            .judge(cx)?
            .at(sent_place, "sent here")
            .at(over_place, "counted from here"))
    }
}

impl FeedbackInTime {
    /// The standards, for the rule that asks whether feedback was given at all.
    pub(in crate::rules) fn standards(&self) -> ByKind {
        self.standards
    }
}
