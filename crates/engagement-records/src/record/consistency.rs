//! Whether the dates and times of one record agree with each other. A contradiction is a fault of
//! the record, never a verdict: the values that contradict are taken back, so that nobody judges
//! by them.

use chrono::NaiveDate;

use super::called_off;
use super::engagement::{Engagement, Status};
use super::values::Sent;
use super::year_slips;
use super::{Contact, Decision, Request};
use crate::fields::Field;
use identifiers::text::Unredacted;
use located::diagnostic::Diagnostic;
use located::source::Span;
use plain_values::{END_OF_DAY, PlainValue};
use working_days::day_and_year;

/// Two dates in the wrong order.
fn out_of_order(
    code: &'static str,
    message: String,
    later: (Span, impl Into<Unredacted>),
    earlier: (Span, impl Into<Unredacted>),
) -> Diagnostic {
    Diagnostic::error(code, later.0, message)
        .saying(later.1)
        .and(earlier.0, earlier.1)
        .help("check both dates; until they agree, nothing is judged by them")
}

pub(super) fn engagement(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    called_off::by_title(record, faults);
    end_before_start(record, faults);
    closes_before_opens(record, faults);
    last_before_first(record, faults);
    days_far_apart(record, faults);
    called_off::and_held(record, faults);
    // A record of something that did not happen can carry dates from before it was called off.
    if matches!(record.status.get(), Some(Status::Cancelled)) {
        return;
    }
    told_after_event(record, faults);
    notice_after_event(record, faults);
    feedback_before_event(record, faults);
    answer_before_event(record, faults);
    input_closed_before_opened(record, faults);
    faults.extend(year_slips::engagement(record));
    for explanation in &mut record.explanations {
        let (Some(agreed), Some(until)) =
            (explanation.agreed_on.spanned(), explanation.until.spanned())
        else {
            continue;
        };
        if until.value < agreed.value {
            faults.push(out_of_order(
                "until-before-agreed",
                "the explanation ends before it was agreed".to_owned(),
                (until.span, "ends here"),
                (agreed.span, "agreed here"),
            ));
            explanation.until.retract();
        }
    }
}

fn end_before_start(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    if let Some(start) = record
        .start
        .spanned()
        .filter(|start| start.value == END_OF_DAY)
    {
        let message = "nothing begins at 24:00; is it 00:00 on the next day?";
        faults.push(Diagnostic::error("wrong-value", start.span, message));
        record.start.retract();
    }
    let (Some(start), Some(end)) = (record.start.spanned(), record.end.spanned()) else {
        return;
    };
    if end.value <= start.value {
        faults.push(
            Diagnostic::error("end-before-start", end.span, "it ends before it begins")
                .saying(format!("ends at {}", PlainValue::Time(end.value)))
                .and(
                    start.span,
                    format!("begins at {}", PlainValue::Time(start.value)),
                )
                .help("check both times; they are on the 24-hour clock, so 3pm is 15:00"),
        );
        record.start.retract();
        record.end.retract();
    }
}

fn closes_before_opens(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    let (Some(opens), Some(closes)) = (record.opens.spanned(), record.closes.spanned()) else {
        return;
    };
    if closes.value < opens.value {
        faults.push(out_of_order(
            "closes-before-opens",
            "it closes before it opens".to_owned(),
            (closes.span, "closes here"),
            (opens.span, "opens here"),
        ));
        record.opens.retract();
        record.closes.retract();
    }
}

/// A spreadsheet makes 1 May 2005 of `May 5`: a day that is years away from what was sent for it is not
/// believed, and what was sent is then not held against it.
fn days_far_apart(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    let Some(date) = record.date.spanned().cloned() else {
        return;
    };
    let sent = |sent: Option<&Field<Sent>>| sent.and_then(sent_on);
    let others = [
        sent(record.notice.get().map(|notice| &notice.sent)),
        sent(record.papers.get().map(|papers| &papers.sent)),
        sent(record.feedback.get().map(|feedback| &feedback.sent)),
    ];
    let far = |(day, _): &(NaiveDate, Span)| (*day - date.value).num_days().abs() > FARTHEST;
    let Some((day, place)) = others.into_iter().flatten().find(far) else {
        return;
    };
    faults.push(
        Diagnostic::error(
            "days-far-apart",
            date.span,
            "these two days are years apart",
        )
        .saying(format!("the event is on {}", day_and_year(date.value)))
        .and(place, format!("and this was sent on {}", day_and_year(day)))
        .help(
            "check the years of both; until they agree, nothing is judged by the day of the event",
        ),
    );
    record.date.retract();
}

/// Five years, in days: nobody sends anything so long before an event, or after it.
const FARTHEST: i64 = 5 * 366;

fn last_before_first(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    let (Some(first), Some(last)) = (record.date.spanned(), record.last_day.spanned()) else {
        return;
    };
    if last.value < first.value {
        faults.push(out_of_order(
            "last-before-first",
            "its last day comes before its first".to_owned(),
            (last.span, format!("ends on {}", day_and_year(last.value))),
            (
                first.span,
                format!("begins on {}", day_and_year(first.value)),
            ),
        ));
        record.last_day.retract();
    }
}

/// The day of the engagement by which people must have been told, with its place and the word for it.
fn told_by(record: &Engagement) -> Option<(NaiveDate, Span, &'static str)> {
    let (field, word) = if record.is_open_period() {
        (&record.closes, "closes")
    } else {
        (&record.date, "is held")
    };
    field.spanned().map(|said| (said.value, said.span, word))
}

/// The last day of the engagement with its place and the word for it.
fn last_day(record: &Engagement) -> Option<(NaiveDate, Span, &'static str)> {
    match record.last_day.spanned() {
        Some(last) if !record.is_open_period() => Some((last.value, last.span, "ends")),
        Some(_) | None => told_by(record),
    }
}

fn told_after_event(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    let Some(date) = record.date.spanned().cloned() else {
        return;
    };
    let Field::Present(moves) = &mut record.moved_from else {
        return;
    };
    for earlier in &mut moves.value {
        let Some(told) = earlier
            .value
            .told
            .spanned()
            .filter(|told| told.value > date.value)
        else {
            continue;
        };
        faults.push(out_of_order(
            "told-after-event",
            "people were told of the new day after it had passed".to_owned(),
            (told.span, format!("told on {}", day_and_year(told.value))),
            (
                date.span,
                format!("the new day is {}", day_and_year(date.value)),
            ),
        ));
        earlier.value.told.retract();
    }
}

fn notice_after_event(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    let Some((day, place, word)) = told_by(record) else {
        return;
    };
    let spoken = record.spoken_kind();
    let Field::Present(notice) = &mut record.notice else {
        return;
    };
    let Some((sent, span)) = sent_on(&notice.value.sent).filter(|(sent, _)| *sent > day) else {
        return;
    };
    faults.push(out_of_order(
        "notice-after-event",
        format!("the notice is dated after the {spoken}"),
        (span, format!("sent on {}", day_and_year(sent))),
        (place, format!("it {word} on {}", day_and_year(day))),
    ));
    notice.value.sent.retract();
}

fn feedback_before_event(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    let Some((day, place, word)) = last_day(record) else {
        return;
    };
    let spoken = record.spoken_kind();
    let Field::Present(feedback) = &mut record.feedback else {
        return;
    };
    let Some((sent, span)) = sent_on(&feedback.value.sent).filter(|(sent, _)| *sent < day) else {
        return;
    };
    faults.push(out_of_order(
        "feedback-before-event",
        format!("the feedback is dated before the {spoken} was over"),
        (span, format!("sent on {}", day_and_year(sent))),
        (place, format!("it {word} on {}", day_and_year(day))),
    ));
    feedback.value.sent.retract();
}

/// Nobody answers a complaint about an event that has not begun.
fn answer_before_event(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    let first = if record.is_open_period() {
        record.opens.spanned().cloned()
    } else {
        record.date.spanned().cloned()
    };
    let (Some(first), Field::Present(experience)) = (first, &mut record.experience) else {
        return;
    };
    let Some((answered, span)) =
        sent_on(&experience.value.responded).filter(|(answered, _)| *answered < first.value)
    else {
        return;
    };
    faults.push(out_of_order(
        "answered-before-event",
        "the complaint was answered before the event".to_owned(),
        (
            first.span,
            format!("it begins on {}", day_and_year(first.value)),
        ),
        (span, format!("answered on {}", day_and_year(answered))),
    ));
    experience.value.responded.retract();
}

fn input_closed_before_opened(record: &mut Engagement, faults: &mut Vec<Diagnostic>) {
    let Field::Present(input) = &mut record.wider_input else {
        return;
    };
    let (Some((opened, place)), Some(closed)) =
        (sent_on(&input.value.opened), input.value.closed.spanned())
    else {
        return;
    };
    if closed.value < opened {
        faults.push(out_of_order(
            "closes-before-opens",
            "the invitation to the wider group closed before it opened".to_owned(),
            (closed.span, "closed here"),
            (place, "opened here"),
        ));
        input.value.opened.retract();
        input.value.closed.retract();
    }
}

fn sent_on(field: &Field<Sent>) -> Option<(NaiveDate, Span)> {
    field.spanned().and_then(|said| match said.value {
        Sent::On(day) => Some((day, said.span)),
        Sent::SomeDay | Sent::Never => None,
    })
}

pub(super) fn decision(record: &mut Decision, faults: &mut Vec<Diagnostic>) {
    let (Some(fixed), Some(decided)) = (record.options_fixed.spanned(), record.decided.spanned())
    else {
        return;
    };
    if fixed.value > decided.value {
        faults.push(out_of_order(
            "fixed-after-decided",
            "the options were fixed after the decision".to_owned(),
            (fixed.span, "fixed here"),
            (decided.span, "decided here"),
        ));
        record.options_fixed.retract();
        record.decided.retract();
    }
}

pub(super) fn request(record: &mut Request, faults: &mut Vec<Diagnostic>) {
    if let (Some(made), Some(needed)) = (record.made.spanned(), record.needed_for.spanned())
        && made.value > needed.value
    {
        faults.push(out_of_order(
            "made-after-needed",
            "the request was made after the day for which it was made".to_owned(),
            (made.span, "made here"),
            (needed.span, "for this day"),
        ));
        record.made.retract();
        record.needed_for.retract();
    }
    let (Some(made), Some((answered, span))) = (record.made.spanned(), sent_on(&record.answered))
    else {
        return;
    };
    if answered < made.value {
        faults.push(out_of_order(
            "answered-before-made",
            "the request was answered before it was made".to_owned(),
            (span, "answered here"),
            (made.span, "made here"),
        ));
        record.answered.retract();
    }
}

pub(super) fn contact(record: &mut Contact, faults: &mut Vec<Diagnostic>) {
    let (Some(from), Some(until)) = (record.from.spanned(), record.until.spanned()) else {
        return;
    };
    if until.value < from.value {
        faults.push(out_of_order(
            "until-before-from",
            "the contact ends before it begins".to_owned(),
            (until.span, "ends here"),
            (from.span, "begins here"),
        ));
        record.from.retract();
        record.until.retract();
    }
}
