//! Whether the forum was invited, and what there is to say before the day itself.

use chrono::NaiveDate;

use crate::rules::{Context, Ruling};
use engagement_records::fields::Answer;
use engagement_records::record::{Engagement, Sent};
use located::source::Span;
use working_days::day_and_year;

/// Whether the forum had been invited to a survey or consultation that does not say when it closes.
pub(super) fn is_invited_to_open_end(record: &Engagement, cx: &Context<'_>) -> bool {
    record.is_open_period() && record.closes.is_missing() && was_invited(record, cx.as_of)
}

/// Whether the forum had been invited at the end of a day.
pub(super) fn was_invited(record: &Engagement, as_of: NaiveDate) -> bool {
    match record.forum.inner(record.span, |forum| &forum.invited) {
        Answer::Present(Sent::On(invited), _) => *invited <= as_of,
        Answer::Present(Sent::SomeDay, _) => true,
        Answer::Present(Sent::Never, _) | Answer::Missing(_) | Answer::Unreadable(_) => false,
    }
}

/// What there is to say before it is over: whether the forum is still to be invited.
pub(super) fn ahead(
    record: &Engagement,
    (day, place): (NaiveDate, Span),
    held_with_it: bool,
    cx: &Context<'_>,
) -> Ruling {
    let until = day_and_year(day);
    let (words, to_do) = if held_with_it {
        (format!("the forum helps to hold it on {until}"), None)
    } else if was_invited(record, cx.as_of) {
        let words = format!("the forum was invited; who comes on {until} is still to be seen");
        (words, None)
    } else {
        let words = format!("the forum can still be invited until {until}");
        (words, Some("invite the forum"))
    };
    Ruling {
        to_do,
        ..Ruling::still_to_come(day, words).at(place, "the day itself")
    }
}
