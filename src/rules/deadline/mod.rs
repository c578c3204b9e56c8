//! One judgement of "done by a day": whether something was done by the as-of date, is still to come,
//! or was missed. A rule says in its own words what was to be done.

mod after;
mod before;

use crate::rules::Sentence;
use crate::rules::words::day_and_year;
use identifiers::safe;
use identifiers::text::SafeText;
use std::borrow::Cow;

use chrono::NaiveDate;

pub(super) use after::After;
pub(super) use before::Before;

use super::{Context, NoEvidence, Ruling, Severity, Standard, unreadable};
use engagement_records::fields::{Answer, Gap};
use engagement_records::record::{Engagement, Sent};
use located::source::Span;
use working_days::NotCovered;

/// What a record shows at the as-of date about something that was to be done.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// It was done on this day.
    Done(NaiveDate, Span),
    /// It was done, and nobody says on which day.
    Undated(Span),
    /// It had not been done.
    NotDone(NotDone),
}

/// How a record shows that something had not been done by the as-of date.
#[derive(Debug, Clone, Copy)]
pub(super) enum NotDone {
    /// It says so.
    Denied(Span),
    /// It gives a day after the as-of date, which had not been written down by then.
    Later(Span),
    /// It says nothing.
    Missing(Gap),
}

impl Act {
    /// What the answer about a day of sending shows.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub(super) fn sent(answer: Answer<'_, Sent>, as_of: NaiveDate) -> Result<Self, NoEvidence> {
        match answer {
            Answer::Present(Sent::On(day), span) => Ok(Self::on(*day, span, as_of)),
            Answer::Present(Sent::SomeDay, span) => Ok(Act::Undated(span)),
            Answer::Present(Sent::Never, span) => Ok(Act::NotDone(NotDone::Denied(span))),
            Answer::Missing(gap) => Ok(Act::NotDone(NotDone::Missing(gap))),
            Answer::Unreadable(span) => Err(unreadable(span)),
        }
    }

    /// The same of what came of an engagement: without a day it counts from the end of that.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub(super) fn outcome(
        answer: Answer<'_, Sent>,
        record: &Engagement,
        as_of: NaiveDate,
    ) -> Result<Self, NoEvidence> {
        let ends = record.ends_on(as_of).get().copied();
        Ok(match Self::sent(answer, as_of)? {
            Act::Undated(span) if ends.is_some_and(|ends| ends > as_of) => {
                Act::NotDone(NotDone::Later(span))
            }
            shown @ (Act::Done(..) | Act::Undated(_) | Act::NotDone(_)) => shown,
        })
    }

    fn on(day: NaiveDate, span: Span, as_of: NaiveDate) -> Self {
        if day <= as_of {
            Act::Done(day, span)
        } else {
            Act::NotDone(NotDone::Later(span))
        }
    }
}

/// Why nobody can say whether something was done in time, where the record says that it was done:
/// `notice was sent`. The field holds its day.
pub(super) fn undated(what: &str, span: Span, field: &str) -> NoEvidence {
    NoEvidence::new(format!("{what}, and the record does not say on which day"))
        .at(span, "no day here")
        .remedy(format!("Write the day as {field} instead."))
}

/// The end of the time in which something was to be done.
pub(super) struct Deadline<'a> {
    /// The last day on which it is in time.
    pub(super) last: NaiveDate,
    /// What is to be done by then, as one would ask for it: `send feedback`.
    pub(super) to_do: &'static str,
    /// Where the days stand from which it is counted.
    pub(super) counted_from: &'a [(Span, &'static str)],
}

/// What a rule says once the last day is over: a sentence and the label of its place for each way in
/// which something was not done.
pub(super) struct Missed {
    silent: (Sentence, &'static str),
    denied: Option<(Sentence, &'static str)>,
    later: Option<Sentence>,
    remedy: Cow<'static, str>,
    is_mendable: bool,
}

impl Missed {
    /// What is said where the record says nothing, and what would help.
    pub(super) fn new(
        silent: impl Into<Sentence>,
        label: &'static str,
        remedy: impl Into<Cow<'static, str>>,
    ) -> Self {
        Missed {
            silent: (silent.into(), label),
            denied: None,
            later: None,
            remedy: remedy.into(),
            is_mendable: false,
        }
    }

    /// For something that keeps the promise, or helps, even when it is done late.
    pub(super) fn mendable(self) -> Self {
        Missed {
            is_mendable: true,
            ..self
        }
    }

    /// What is said where the record says that it was not done.
    pub(super) fn denied(self, words: impl Into<Sentence>, label: &'static str) -> Self {
        Missed {
            denied: Some((words.into(), label)),
            ..self
        }
    }

    /// What is said where the record gives a day after the as-of date; otherwise as if it said
    /// nothing.
    pub(super) fn later(self, words: impl Into<Sentence>) -> Self {
        Missed {
            later: Some(words.into()),
            ..self
        }
    }
}

impl Deadline<'_> {
    /// The answer through the last day: `notice is to be sent` by then.
    pub(super) fn to_come(&self, what: &'static str, cx: &Context<'_>) -> Option<Ruling> {
        (cx.as_of <= self.last).then(|| {
            let words = safe!("{} by {}", what, day_and_year(self.last));
            let ruling = Ruling::still_to_come(self.last, words).to_do(self.to_do);
            let places = self.counted_from.iter();
            places.fold(ruling, |ruling, (span, label)| ruling.at(*span, *label))
        })
    }

    /// The answer after the last day where that lies before an event: as long as that is ahead, it can
    /// still be done through the last day of the least that was agreed, and after that through the day
    /// before.
    pub(super) fn missed_before(
        &self,
        event: NaiveDate,
        standard: &Standard,
        (not_done, told): (NotDone, Missed),
        cx: &Context<'_>,
    ) -> Result<Ruling, NotCovered> {
        let ruling = self.missed(not_done, told, cx);
        let Some(before) = event.pred_opt().filter(|before| cx.as_of <= *before) else {
            return Ok(ruling);
        };
        // Where there is no place for the day, nobody can see whether it was done.
        if ruling.no_place.is_some() {
            return Ok(ruling);
        }
        let least = match standard.limit {
            Some(limit) => Some(cx.calendar.last_day(event, limit)?),
            None => None,
        };
        let until = least.filter(|least| cx.as_of <= *least).unwrap_or(before);
        Ok(ruling.late(self.to_do, until))
    }

    /// The answer after the last day where that follows a day from which it counts: what was never done
    /// is no better than what was done later than the most that was agreed.
    pub(super) fn missed_after(
        &self,
        from: NaiveDate,
        standard: &Standard,
        (not_done, told): (NotDone, Missed),
        cx: &Context<'_>,
    ) -> Result<Ruling, NotCovered> {
        let ruling = self.missed(not_done, told, cx);
        let is_beyond = match standard.limit {
            Some(limit) => cx.as_of > cx.calendar.due(from, limit)?,
            None => false,
        };
        Ok(ruling.severity(is_beyond.then_some(Severity::Breach)))
    }

    /// The last day in words, for what is said after it.
    pub(super) fn last_day(&self) -> SafeText {
        safe!("the last day was {}", day_and_year(self.last))
    }

    /// The answer after the last day: not kept where the record says so, and otherwise what the
    /// clause makes of silence.
    pub(super) fn missed(&self, not_done: NotDone, told: Missed, cx: &Context<'_>) -> Ruling {
        let ruling = match (not_done, told.denied, told.later) {
            (NotDone::Denied(span), Some((words, label)), _) => {
                Ruling::not_kept(words).at(span, label)
            }
            (NotDone::Later(span), _, Some(words)) => {
                cx.silent(words, Gap::at(span), "a day after the date of this audit")
            }
            (NotDone::Missing(gap), ..) => cx.silent(told.silent.0, gap, told.silent.1),
            (NotDone::Denied(span) | NotDone::Later(span), ..) => {
                cx.silent(told.silent.0, Gap::at(span), told.silent.1)
            }
        };
        let ruling = ruling.due(self.last).remedy(told.remedy);
        if told.is_mendable {
            ruling.to_do(self.to_do)
        } else {
            ruling
        }
    }
}
