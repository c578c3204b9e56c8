//! Values that nothing can be judged without.

use std::ops::ControlFlow;

use chrono::NaiveDate;

use super::context::Context;
use super::verdict::{NoEvidence, Ruling, Verdict};
use engagement_records::fields::Answer;
use engagement_records::record::Engagement;
use located::source::Span;

/// The day of the event, or the answer when there is none.
pub(super) fn event_day(
    engagement: &Engagement,
    cx: &Context<'_>,
) -> Result<(NaiveDate, Span), NoEvidence> {
    said(
        engagement.date_at(cx.as_of),
        "the record gives no date",
        "the date is missing here",
    )
    .map(|(date, span)| (*date, span))
}

/// The day from which what comes afterwards is counted, with its place: the day of the event, the last
/// of several, or the day on which a survey or consultation closes.
pub(super) fn over(record: &Engagement, cx: &Context<'_>) -> Result<(NaiveDate, Span), NoEvidence> {
    if !record.is_open_period() {
        let first = event_day(record, cx)?;
        return match record.ends_on(cx.as_of) {
            Answer::Present(last, span) => Ok((*last, span)),
            Answer::Unreadable(span) => Err(unreadable(span)),
            Answer::Missing(_) => Ok(first),
        };
    }
    said(
        record.ends_on(cx.as_of),
        "the record does not say when it closed",
        "`closes` is missing here",
    )
    .map(|(day, span)| (*day, span))
    .map_err(|gap| {
        gap.remedy(
            "Give a survey or consultation the days [opens|`opens`|of its opening @] and \
             [closes|`closes`|of its closing @].",
        )
    })
}

/// Whether it had begun at the end of the as-of date; before that, nothing has happened of what its
/// record says.
pub(super) fn has_begun(record: &Engagement, cx: &Context<'_>) -> Result<bool, NoEvidence> {
    if let Some(day) = record.begins_on(cx.as_of).get() {
        return Ok(*day <= cx.as_of);
    }
    // What is over has begun.
    let (over, _) = over(record, cx)?;
    if over <= cx.as_of {
        return Ok(true);
    }
    let words = "the record does not say when it opened";
    said(
        record.opens.answer(record.span),
        words,
        "`opens` is missing here",
    )
    .map(|_| true)
}

/// A day with its place.
type DayAt = (NaiveDate, Span);

/// The first and the last day of a survey or consultation. Without its first day, the answer as long as
/// it is open is that it is still to come; without its last, until the day before it opens.
pub(super) fn open_from_to(
    record: &Engagement,
    cx: &Context<'_>,
) -> Result<ControlFlow<Ruling, (DayAt, DayAt)>, NoEvidence> {
    let closes = said(
        record.closes.answer(record.span),
        "the record does not say when it closed",
        "`closes` is missing here",
    );
    let opens = said(
        record.opens.answer(record.span),
        "the record does not say when it opened",
        "`opens` is missing here",
    );
    match (opens, closes) {
        (Ok((opens, opens_place)), Ok((closes, closes_place))) => Ok(ControlFlow::Continue((
            (*opens, opens_place),
            (*closes, closes_place),
        ))),
        (Ok((known, _)), Err(gap)) | (Err(gap), Ok((known, _))) if *known > cx.as_of => {
            Ok(ControlFlow::Break(Ruling {
                verdict: Verdict::StillToCome,
                ..Ruling::from(gap).due(*known)
            }))
        }
        (_, Err(gap)) | (Err(gap), _) => Err(gap),
    }
}

/// A value that nothing can be judged without.
#[expect(
    clippy::needless_pass_by_value,
    reason = "an answer is a borrow already"
)]
pub(super) fn said<'a, T>(
    answer: Answer<'a, T>,
    words: &'static str,
    missing: &'static str,
) -> Result<(&'a T, Span), NoEvidence> {
    match answer {
        Answer::Present(value, span) => Ok((value, span)),
        Answer::Missing(gap) => Err(NoEvidence::new(words).gap(gap, missing)),
        Answer::Unreadable(span) => Err(unreadable(span)),
    }
}

/// Something is written that could not be read.
pub(crate) fn unreadable(span: Span) -> NoEvidence {
    NoEvidence::new("what the record says here could not be used; the remarks about it say why")
        .at(span, "not readable")
}
