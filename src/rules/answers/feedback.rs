//! What the promises about feedback share: what a record shows of it.

use chrono::NaiveDate;

use crate::rules::deadline::{self, Act, Deadline, NotDone};
use crate::rules::{Context, NoEvidence, Ruling};
use engagement_records::record::{Engagement, Feedback};
use located::source::Span;

/// What a record shows about feedback.
///
/// # Errors
///
/// It cannot be read.
pub(super) fn feedback(record: &Engagement, as_of: NaiveDate) -> Result<Act, NoEvidence> {
    let sent = record
        .feedback
        .inner(record.span, |feedback| &feedback.sent);
    Act::outcome(sent, record, as_of)
}

/// Why nobody can say whether feedback was given in time: it was given on a day that nobody wrote
/// down.
pub(super) fn undated(record: &Engagement, not_done: NotDone) -> Option<NoEvidence> {
    let NotDone::Missing(gap) = not_done else {
        return None;
    };
    let has_words = record.feedback.get().is_some_and(|it| says_something(it));
    has_words.then(|| {
        NoEvidence::new("there are words of feedback, but not the day they were sent")
            .gap(gap, "`sent` is missing here")
            .remedy("Add the day [feedback.sent].")
    })
}

/// The same where the record says no more than that it was given, at this place.
pub(super) fn on_some_day(place: Span) -> NoEvidence {
    deadline::undated("feedback was given", place, "`sent` under `feedback`")
}

/// Why nobody can say whether there was any feedback to look at: nobody could have written it down.
pub(super) fn unknown(not_done: NotDone) -> Option<NoEvidence> {
    match not_done {
        NotDone::Missing(gap) if !gap.is_silence() => Some(
            NoEvidence::new("nobody can say whether and when feedback was sent")
                .gap(gap, "left open here"),
        ),
        NotDone::Missing(_) | NotDone::Denied(_) | NotDone::Later(_) => None,
    }
}

/// Whether there are words of it, or how they went out. For whom they are meant says nothing of that.
fn says_something(feedback: &Feedback) -> bool {
    [
        &feedback.you_said,
        &feedback.we_did,
        &feedback.not_possible,
        &feedback.channel,
    ]
    .iter()
    .any(|text| text.words().is_some())
}

/// The time within which feedback is due: through the last day of the standard, or through the day to
/// which it was agreed to wait before that was over.
pub(super) struct Awaited<'a> {
    deadline: Deadline<'a>,
    is_delayed: bool,
}

impl<'a> Awaited<'a> {
    /// `last` is the last day of the standard, and `counted_from` what it is counted from.
    pub(super) fn by(
        last: NaiveDate,
        counted_from: &'a [(Span, &'static str)],
        cx: &Context<'_>,
    ) -> Self {
        let agreed = cx
            .delay
            .filter(|delay| delay.agreed_on <= last && delay.until > last);
        Awaited {
            deadline: Deadline {
                last: agreed.map_or(last, |delay| delay.until),
                to_do: "send feedback",
                counted_from,
            },
            is_delayed: agreed.is_some(),
        }
    }

    /// The answer through the last day.
    pub(super) fn to_come(&self, cx: &Context<'_>) -> Option<Ruling> {
        let mut ruling = self.deadline.to_come("feedback is due", cx)?;
        if self.is_delayed {
            ruling.evidence = ruling
                .evidence
                .and(", the day to which it was agreed to wait");
        }
        Some(ruling)
    }

    /// When it was to be sent, for what is said after that day.
    pub(super) fn over(self) -> Deadline<'a> {
        self.deadline
    }
}
