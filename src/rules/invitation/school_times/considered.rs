//! Whether somebody thought of the times, and by when.

use chrono::NaiveDate;

use crate::rules::{Context, NoEvidence, unreadable};
use engagement_records::fields::Field;
use engagement_records::record::Engagement;
use located::source::Span;

/// Where a consideration is recorded that was made no later than the event, or than the first day of a
/// survey. One without a day counts from then; whether one with a day was early enough, nobody can say
/// where the first day is not known.
pub(super) fn considered(
    record: &Engagement,
    cx: &Context<'_>,
) -> Result<Option<Span>, NoEvidence> {
    if let Some(span) = record.timing.unreadable() {
        return Err(unreadable(span));
    }
    let Some(timing) = record.timing.get() else {
        return Ok(None);
    };
    let unread = [&timing.considered, &timing.alternative]
        .into_iter()
        .find_map(Field::unreadable)
        .or_else(|| timing.considered_on.unreadable());
    if let Some(span) = unread {
        return Err(unreadable(span));
    }
    let is_too_late = |day: &NaiveDate| {
        let begins = record.begins_on(cx.as_of);
        begins.get().is_none_or(|first| day > first)
    };
    if timing.considered_on.get().is_some_and(is_too_late) {
        return Ok(None);
    }
    Ok([&timing.considered, &timing.alternative]
        .into_iter()
        .find_map(Field::words)
        .map(|said| said.span))
}
