//! Days that are a year or more away from the event to which they belong, and fit it in another
//! year: people go on writing the old one in January. Such a day counts as it is written.

use chrono::{Days, Months, NaiveDate};

use super::Engagement;
use super::values::Sent;
use crate::fields::Field;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use working_days::day_and_year;

/// So many years off, a day is one of another year; beyond them the two days are years apart.
const MOST_YEARS: u32 = 4;

/// So long before an event people are told of it, in days.
const LONGEST_LEAD: u64 = 120;

/// So long after an event people are answered, in days.
const LONGEST_ANSWER: u64 = 180;

/// What to say of a record in which a year is perhaps wrong.
pub(super) fn engagement(record: &Engagement) -> Option<Diagnostic> {
    // What each file says of itself was said before it was joined with others.
    if !record.joined.is_empty() {
        return None;
    }
    let first = if record.is_open_period() {
        record.opens.spanned()
    } else {
        record.date.spanned()
    }?;
    let last = if record.is_open_period() {
        record.closes.spanned()
    } else {
        record.last_day.spanned()
    };
    let last = last.unwrap_or(first);
    let before = [
        (
            "the notice is dated",
            sent(record.notice.get().map(|it| &it.sent)),
        ),
        (
            "the papers are dated",
            sent(record.papers.get().map(|it| &it.sent)),
        ),
        (
            "the forum's invitation is dated",
            sent(record.forum.get().map(|it| &it.invited)),
        ),
    ];
    let after = [
        (
            "the feedback is dated",
            sent(record.feedback.get().map(|it| &it.sent)),
        ),
        (
            "the forum's feedback is dated",
            sent(record.forum_feedback.get().map(|it| &it.sent)),
        ),
    ];
    let early = before.into_iter().filter_map(|(what, day)| {
        let (day, span) = day?;
        let years = years_before(day, first.value)?;
        Some((what, day, span, years, "before"))
    });
    let late = after.into_iter().filter_map(|(what, day)| {
        let (day, span) = day?;
        let years = years_after(day, last.value)?;
        Some((what, day, span, years, "after"))
    });
    let all: Vec<Slip> = early.chain(late).collect();
    fault(&all, first, last, record.spoken_kind())
}

/// A day that fits in another year: what it is the day of, the day, its place, how many years it is off,
/// and on which side of the event it is.
type Slip = (&'static str, NaiveDate, Span, u32, &'static str);

/// One remark on all days of a record that fit in another year.
fn fault(
    all: &[Slip],
    first: &Spanned<NaiveDate>,
    last: &Spanned<NaiveDate>,
    spoken: &str,
) -> Option<Diagnostic> {
    let ((what, day, span, years, side), others) = all.split_first()?;
    let count = match years {
        1 => "a year or more".to_owned(),
        years => format!("{years} years or more"),
    };
    let message = format!("{what} {count} {side} the {spoken}; is the year right?");
    let event = if *side == "before" { first } else { last };
    let of_event = format!("the {spoken}: {}", day_and_year(event.value));
    let mut fault = Diagnostic::error("perhaps-another-year", *span, message)
        .warning()
        .saying(day_and_year(*day))
        .and(event.span, of_event);
    for (_, day, span, ..) in others {
        fault = fault.and(*span, format!("and this: {}", day_and_year(*day)));
    }
    Some(fault.help("correct it if it is not; until then, it counts as it is written"))
}

/// By how many years a day must be moved on, one or more, to come soon enough before an event.
fn years_before(day: NaiveDate, event: NaiveDate) -> Option<u32> {
    (1..=MOST_YEARS).find(|years| {
        let moved = day.checked_add_months(Months::new(12 * years));
        let earliest = event.checked_sub_days(Days::new(LONGEST_LEAD));
        moved
            .zip(earliest)
            .is_some_and(|(moved, earliest)| (earliest..=event).contains(&moved))
    })
}

/// By how many years a day must be moved back, one or more, to come soon enough after an event.
fn years_after(day: NaiveDate, event: NaiveDate) -> Option<u32> {
    (1..=MOST_YEARS).find(|years| {
        let moved = day.checked_sub_months(Months::new(12 * years));
        let latest = event.checked_add_days(Days::new(LONGEST_ANSWER));
        moved
            .zip(latest)
            .is_some_and(|(moved, latest)| (event..=latest).contains(&moved))
    })
}

fn sent(field: Option<&Field<Sent>>) -> Option<(NaiveDate, Span)> {
    field?.spanned().and_then(|said| match said.value {
        Sent::On(day) => Some((day, said.span)),
        Sent::SomeDay | Sent::Never => None,
    })
}
