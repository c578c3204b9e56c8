//! Whether what one side asked the other for was done, when it was asked for in good time.
//!
//! ## Why
//!
//! The organisation promises speakers for the forum's meetings when they are needed and enough
//! notice is given. The promise runs the other way round from notice of meetings: it is the forum
//! that must ask in time. The shipped standard mirrors the notice that families get, two weeks
//! (SEND Regulations 2014, regulation 20).
//!
//! ## How it is judged
//!
//! By request, from the day it was made (`made`) to the day for which it was made (`for`). Asked
//! for with less notice than the standard, the promise does not arise, and the finding says so.
//! Asked for in time, it is kept when the record says that it was met (`met`). A request of the
//! other side is not judged here, nor one that was made after the date of the audit.
//!
//! ## Parameters
//!
//! - `notice`: how much notice makes the promise arise, `14 clear days` unless given.
//! - `by`: the side that asks, `forum` unless given.
//! - `to`: the side that was asked, `organisation` unless given.
//!
//! ## Examples
//!
//! ### kept, as of 2026-02-03
//!
//! ```yaml
//! { record: request, title: Speaker on transport, by: forum, to: council, made: 2026-01-10,
//!   for: 2026-02-03, met: yes, attended: head of transport }
//! ```
//!
//! ### not kept, as of 2026-02-03
//!
//! Twenty days' notice.
//!
//! ```yaml
//! { record: request, title: Speaker on transport, by: forum, to: council, made: 2026-01-14,
//!   for: 2026-02-03, met: no }
//! ```
//!
//! ### does not apply, as of 2026-02-03
//!
//! Four days' notice.
//!
//! ```yaml
//! { record: request, title: Speaker on transport, by: forum, to: council, made: 2026-01-30,
//!   for: 2026-02-03, met: no }
//! ```
//!
//! ### not kept, as of 2026-02-03
//!
//! Fifteen days are fourteen clear days, which is just enough.
//!
//! ```yaml
//! { record: request, title: Speaker on transport, by: forum, to: council, made: 2026-01-19,
//!   for: 2026-02-03, met: no }
//! ```
//!
//! ### does not apply, as of 2026-02-03
//!
//! Fourteen days are thirteen clear days.
//!
//! ```yaml
//! { record: request, title: Speaker on transport, by: forum, to: council, made: 2026-01-20,
//!   for: 2026-02-03, met: no }
//! ```
//!
//! ### no evidence, as of 2026-02-03
//!
//! ```yaml
//! { record: request, title: Speaker on transport, by: forum, to: council, made: 2026-01-10,
//!   for: 2026-02-03 }
//! ```
//!
//! ### still to come, as of 2026-02-02
//!
//! ```yaml
//! { record: request, title: Speaker on transport, by: forum, to: council, made: 2026-01-10,
//!   for: 2026-02-03 }
//! ```
//!
//! ### does not apply, as of 2026-01-09
//!
//! Nobody had asked yet.
//!
//! ```yaml
//! { record: request, title: Speaker on transport, by: forum, to: council, made: 2026-01-10,
//!   for: 2026-02-03 }
//! ```

use chrono::NaiveDate;

use crate::rules::{Check, Context, NoEvidence, Ruling, said, unreadable};
use engagement_records::fields::{Answer, Fields};
use engagement_records::record::{Request, Side};
use located::source::Span;
use working_days::{Duration, Unit, count_beside_days, day, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct RequestMet {
    notice: Duration,
    by: Side,
    to: Side,
}

const REMEDY: &str = "Offer another day soon, and agree who will come.";

impl Check for RequestMet {
    type About<'a> = &'a Request;
    const CODE: &'static str = "request-met";
    const PROMISE: &'static str = "Request met";
    const FAILING: &'static str = "Request not met";
    const FILE: &'static str = include_str!("request_met.rs");
    const SETTLED_BY_EVENT: bool = true;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        RequestMet {
            notice: fields
                .duration("notice")
                .get()
                .copied()
                .unwrap_or(Duration::new(14, Unit::ClearDays)),
            by: fields.word("by").get().copied().unwrap_or(Side::Forum),
            to: fields
                .word("to")
                .get()
                .copied()
                .unwrap_or(Side::Organisation),
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!(
            "at least {} of notice from the {}",
            self.notice,
            self.by.word()
        ))
    }

    fn judge(&self, request: &Request, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if let Some(ruling) = unasked(request, cx, self.by, self.to)? {
            return Ok(ruling);
        }
        let (made, made_place) = made(request)?;
        let (event, event_place) = said(
            request.needed_for.answer(request.span),
            "the record does not say for which day the request was made",
            "`for` is missing here",
        )?;
        let lead = cx.calendar.lead(made, *event, self.notice.unit)?;
        let arithmetic = format!(
            "asked {} for {}: {}; standard {}",
            day(made),
            day_and_year(*event),
            count_beside_days(lead, self.notice.unit, (*event - made).num_days()),
            self.notice
        );
        let met = request.met.answer(request.span);
        if made > cx.calendar.last_day(*event, self.notice)? {
            let ruling = self
                .asked_too_late(&arithmetic)
                .at(made_place, "asked here");
            return Ok(if met.get() == Some(&true) {
                ruling.note("it was met all the same")
            } else {
                ruling
            });
        }
        let ruling = match met {
            _ if cx.as_of < *event => Ruling::still_to_come(*event, arithmetic),
            Answer::Present(true, span) => {
                return Ok(Ruling::kept(format!("{arithmetic}; it was met")).at(span, "met"));
            }
            Answer::Unreadable(span) => return Err(unreadable(span)),
            Answer::Present(false, span) => {
                let words = format!("{arithmetic}; it was not met");
                let ruling = Ruling::not_kept(words).at(span, "not met").remedy(REMEDY);
                ruling.to_do("offer another day")
            }
            Answer::Missing(gap) => cx
                .silent(
                    format!("the record does not say whether it was met; {arithmetic}"),
                    gap,
                    "`met` is missing here",
                )
                .remedy("Add [met|`met: yes` or `met: no`|yes or no @]."),
        };
        Ok(ruling
            .at(made_place, "asked here")
            .at(event_place, "for this day"))
    }
}

impl RequestMet {
    fn asked_too_late(&self, arithmetic: &str) -> Ruling {
        Ruling::does_not_apply(format!(
            "{arithmetic}; the promise holds only where the {} asks in good time",
            self.by.word()
        ))
    }
}

/// The day on which something was asked for.
pub(super) fn made(request: &Request) -> Result<(NaiveDate, Span), NoEvidence> {
    said(
        request.made.answer(request.span),
        "the record does not say when the request was made",
        "`made` is missing here",
    )
    .map(|(day, span)| (*day, span))
    .map_err(|ruling| ruling.remedy("Add the day of the request [made]."))
}

/// The answer where nothing had been asked for by the date of the audit, or not by the one side of the
/// other that a clause speaks of. A side that is stated and is another one settles the matter,
/// whatever else is missing.
pub(super) fn unasked(
    request: &Request,
    cx: &Context<'_>,
    by: Side,
    to: Side,
) -> Result<Option<Ruling>, NoEvidence> {
    for (field, side) in [(&request.by, by), (&request.to, to)] {
        if let Some(party) = field.spanned()
            && cx.parties.side(party.value) != Some(side)
        {
            return Ok(Some(
                Ruling::does_not_apply(format!(
                    "it is not a request by the {} to the {}",
                    by.word(),
                    to.word()
                ))
                .at(party.span, "another side"),
            ));
        }
    }
    if let Some(made) = request.made.spanned().filter(|made| made.value > cx.as_of) {
        let words = "it had not been asked for by the date of this audit";
        return Ok(Some(
            Ruling::does_not_apply(words).at(made.span, "asked here"),
        ));
    }
    said(
        request.by.answer(request.span),
        "the record does not say who asked",
        "`by` is missing here",
    )?;
    said(
        request.to.answer(request.span),
        "the record does not say who was asked",
        "`to` is missing here",
    )?;
    Ok(None)
}
