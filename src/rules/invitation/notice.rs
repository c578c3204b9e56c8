//! Whether people heard of a meeting early enough to come.
//!
//! ## Why
//!
//! Parents and carers have to find somebody to care for their children, ask for time off and
//! arrange transport. A charter that promises "sufficient" notice gives no number; the standard
//! is one that the parties adopt. The shipped one is two weeks, which the SEND Regulations 2014,
//! regulation 20(3), ask for before the review of a plan; under seven clear days, the least that
//! school governors must get (School Governance Regulations 2013, regulation 13(4)), it is a breach.
//!
//! ## How it is judged
//!
//! Notice counts from the day the first notice with day, time and place was sent
//! (`notice.sent`) to the day of the event. If the event was moved, it counts from the later of
//! that day and the day people were told of the new one (`moved_from.told`); where there was no
//! first notice (`notice: none`), from the day they were told. Clear days leave out the day of
//! sending and the day of the event. Late notice is final once it is sent. Before
//! anything is sent, or while the record does not say that people were told of the new day, the
//! promise is still to come until the last day to send. Surveys and consultations are judged by how
//! long they are open instead.
//!
//! ## Parameters
//!
//! - `standard`: the least notice that keeps the promise, such as `14 clear days`.
//! - `at_least`: under this it is a breach.
//! - `aim`: falling short of this is only a note.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! Sent on 11 February: 14 clear days.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { sent: 2026-02-11 }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! The same weekday two weeks before is 13 clear days, a near miss.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { sent: 2026-02-12 }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! Notice of the first date was in good time, but people heard of the new one a week before.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! moved_from: [{ date: 2026-02-12, told: 2026-02-19 }]
//! notice: { sent: 2026-01-15 }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: { channel: email }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! `yes` says that notice was sent, and not when.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! notice: yes
//! ```
//!
//! ### still to come, as of 2026-02-11
//!
//! On the last day to send, there is still time.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! status: planned
//! date: 2026-02-26
//! ```
//!
//! ### still to come, as of 2026-02-11
//!
//! Notice went out in good time, and then it was moved: today people can still be told of that.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! status: planned
//! date: 2026-02-26
//! moved_from: [{ date: 2026-02-19 }]
//! notice: { sent: 2026-01-19 }
//! ```
//!
//! ### no evidence, as of 2026-02-12
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! status: planned
//! date: 2026-02-26
//! moved_from: [{ date: 2026-02-19 }]
//! notice: { sent: 2026-01-19 }
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Transport survey
//! kind: survey
//! opens: 2026-01-05
//! closes: 2026-02-20
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! No notice of the first date, but people heard of the new one 14 clear days before.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! moved_from: [{ date: 2026-02-12, told: 2026-02-11 }]
//! notice: none
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! The day after that: a concern, as a notice of that day would be.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! moved_from: [{ date: 2026-02-12, told: 2026-02-12 }]
//! notice: none
//! ```

use chrono::NaiveDate;

use crate::rules::deadline::{Act, Before, Deadline, Missed, NotDone, undated};
use crate::rules::{
    Check, Context, Direction, NoEvidence, Ruling, Severity, Standard, StandardOf, Verdict,
    event_day, standard, unreadable,
};
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::Engagement;
use located::source::Span;
use working_days::{Duration, Unit, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct NoticeInTime {
    standard: Standard,
}

impl Check for NoticeInTime {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "notice";
    const PROMISE: &'static str = "Notice";
    const FAILING: &'static str = "Short notice";
    const FILE: &'static str = include_str!("notice.rs");
    const SETTLED_BY_EVENT: bool = true;
    const DONE: Option<&'static str> = Some("notice.sent");

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let shipped = Standard {
            limit: Some(Duration::new(7, Unit::ClearDays)),
            ..Standard::only(14, Unit::ClearDays)
        };
        NoticeInTime {
            standard: standard::read(fields, Direction::AtLeast, shipped),
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!(
            "at least {}",
            self.standard.in_words(Direction::AtLeast)
        ))
    }

    fn standards(&self) -> Vec<StandardOf> {
        StandardOf::all(self.standard, Direction::AtLeast)
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if record.is_open_period() {
            return Ok(Ruling::does_not_apply(
                "surveys and consultations are judged by how long they are open",
            ));
        }
        let (event, event_place) = event_day(record, cx)?;
        let sent = record.notice.inner(record.span, |notice| &notice.sent);
        let shown = Act::sent(sent, cx.as_of)?;
        let told = told_of_new_day(record, cx.as_of);
        if let NewDayTold::Unreadable(span) = told {
            return Err(unreadable(span));
        }
        let not_done = match shown {
            Act::Done(sent, span) => {
                return self.sent(record, cx, event, event_place, (sent, span), &told);
            }
            Act::Undated(span) => Err(undated("notice was sent", span, "`sent` under `notice`")),
            Act::NotDone(not_done) => Ok(not_done),
        };
        let mut was_told = false;
        if let NewDayTold::On(told, span) = told {
            let ruling = Before {
                verb: "people were told of the new day on",
                ..self.before(record, told, event)
            }
            .judge(cx)?;
            // Whoever was told of the new day had notice of it. Where nothing is said about the first
            // one, telling people too late cannot be made good by it, and telling them in time proves
            // nothing about it.
            if ruling.verdict == Verdict::NotKept || matches!(not_done, Ok(NotDone::Denied(_))) {
                return Ok(ruling
                    .at(span, "told of the new day here")
                    .at(event_place, "the day itself"));
            }
            was_told = true;
        }
        let ruling = self.unsent(cx, event, event_place, not_done?)?;
        Ok(if was_told {
            ruling.severity(None)
        } else {
            ruling
        })
    }
}

/// What is known about the day people were told of a new date.
enum NewDayTold {
    /// The event was not moved.
    NotMoved,
    /// They were told on this day.
    On(NaiveDate, Span),
    /// Nobody wrote it down.
    Missing(Span),
    /// It could not be read.
    Unreadable(Span),
}

/// The last day on which people were told of the date that holds at the as-of date.
fn told_of_new_day(record: &Engagement, as_of: NaiveDate) -> NewDayTold {
    if let Some(span) = record.moved_from.unreadable() {
        return NewDayTold::Unreadable(span);
    }
    let (moves, _) = record.moves_at(as_of);
    let Some(last) = moves.last() else {
        return NewDayTold::NotMoved;
    };
    let place = record.moved_from.answer(record.span).span();
    let latest = moves
        .iter()
        .filter_map(|one| one.told.spanned())
        .max_by_key(|told| told.value);
    match (last.told.answer(place), latest) {
        (Answer::Unreadable(span), _) => NewDayTold::Unreadable(span),
        (Answer::Present(..), Some(told)) => NewDayTold::On(told.value, told.span),
        (Answer::Present(..), None) | (Answer::Missing(_), _) => NewDayTold::Missing(place),
    }
}

fn not_said_when_told(moved: Span) -> Ruling {
    Ruling::no_evidence(
        "it was moved, and the record does not say when people were told of the new day",
    )
    .at(moved, "`told` is missing here")
    .remedy("Add the day people were told [moved_from.told].")
}

impl NoticeInTime {
    fn before<'a>(&'a self, record: &Engagement, sent: NaiveDate, event: NaiveDate) -> Before<'a> {
        Before {
            what: "send the notice",
            last: "to send",
            event_word: record.spoken_kind(),
            sent,
            event,
            standard: &self.standard,
            verb: "sent",
        }
    }

    fn sent(
        &self,
        record: &Engagement,
        cx: &Context<'_>,
        event: NaiveDate,
        event_place: Span,
        (sent, sent_place): (NaiveDate, Span),
        told: &NewDayTold,
    ) -> Result<Ruling, NoEvidence> {
        let before = self.before(record, sent, event);
        match told {
            NewDayTold::On(told, place) if *told > sent => Ok(Before {
                sent: *told,
                verb: "people were told of the new day on",
                ..before
            }
            .judge(cx)?
            .at(*place, "told of the new day here")
            .at(event_place, "the day itself")),
            NewDayTold::Missing(place) => {
                let ruling = before.judge(cx)?;
                // Counting from a later day could only make it worse.
                if ruling.verdict == Verdict::NotKept {
                    return Ok(ruling.at(sent_place, "sent here"));
                }
                let deadline = Deadline {
                    last: cx.calendar.last_day(event, self.standard.required)?,
                    to_do: "tell people of the new day",
                    counted_from: &[(event_place, "the day itself")],
                };
                let to_come = deadline.to_come("people are to be told of the new day", cx);
                Ok(to_come.unwrap_or_else(|| not_said_when_told(*place)))
            }
            NewDayTold::NotMoved | NewDayTold::On(..) | NewDayTold::Unreadable(_) => Ok(before
                .judge(cx)?
                .at(sent_place, "sent here")
                .at(event_place, "the day itself")),
        }
    }

    fn unsent(
        &self,
        cx: &Context<'_>,
        event: NaiveDate,
        event_place: Span,
        not_done: NotDone,
    ) -> Result<Ruling, NoEvidence> {
        let last = cx.calendar.last_day(event, self.standard.required)?;
        let deadline = Deadline {
            last,
            to_do: "send the notice",
            counted_from: &[(event_place, "the day itself")],
        };
        if let Some(ruling) = deadline.to_come("notice is to be sent", cx) {
            return Ok(ruling);
        }
        let told = Missed::new(
            "the record does not say when notice was sent",
            "`sent` is missing here",
            format!(
                "Add the day [notice.sent]; the last day to send was {}.",
                day_and_year(last)
            ),
        )
        .denied("no notice was sent", "none was sent")
        .later("the record does not say that notice was sent by the date of this audit");
        // None at all is no better than less than the least that was agreed.
        let floor = match self.standard.limit {
            Some(limit) => cx.as_of > cx.calendar.last_day(event, limit)?,
            None => false,
        };
        let told = (not_done, told);
        let ruling = deadline.missed_before(event, &self.standard, told, cx)?;
        Ok(ruling.severity(floor.then_some(Severity::Breach)))
    }
}
