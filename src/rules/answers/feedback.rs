//! What the promises about feedback share: what a record shows of it, and how soon it is due.

use chrono::NaiveDate;

use crate::record::{Engagement, Feedback, Kind};
use crate::rules::deadline::{NotDone, Shown};
use crate::rules::{NoEvidence, Steps};
use working_days::Unit;

/// How soon feedback is due after each kind of engagement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct ByKind {
    pub(super) meeting: Steps,
    pub(super) survey: Steps,
    pub(super) consultation: Steps,
}

/// Ten working days, twenty after a survey, twelve weeks after a consultation.
pub(super) const SHIPPED: ByKind = ByKind {
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

/// What a record shows about feedback.
///
/// # Errors
///
/// It cannot be read.
pub(super) fn feedback(record: &Engagement, as_of: NaiveDate) -> Result<Shown, NoEvidence> {
    let sent = record
        .feedback
        .inner(record.span, |feedback| &feedback.sent);
    Shown::sent(sent, as_of)
}

/// Why nobody can say whether feedback was given in time: it was given on a day that nobody wrote
/// down.
pub(super) fn undated(record: &Engagement, not_done: NotDone) -> Option<NoEvidence> {
    let NotDone::Silent(span) = not_done else {
        return None;
    };
    let has_words = record.feedback.get().is_some_and(|it| says_something(it));
    has_words.then(|| {
        NoEvidence::new("there are words of feedback, but not the day they were sent")
            .at(span, "`sent` is missing here")
            .remedy("Add the day as `sent` under `feedback`.")
    })
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
