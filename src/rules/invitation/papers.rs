//! Whether people had the papers early enough to read them.
//!
//! ## Why
//!
//! A briefing that arrives the night before is no briefing. The shipped standard is five clear
//! working days, as councils must publish their own agendas (Local Government Act 1972, section
//! 100A, five clear days); the aim is two weeks, as for the review of a plan (SEND Regulations
//! 2014, regulation 20(4)).
//!
//! ## How it is judged
//!
//! From the day papers went out (`papers.sent`) to the day of the event, in clear working days:
//! Monday to Friday without bank holidays and closed days, without the day of sending and the day
//! of the event. Papers that came after the event count as none. Where nothing had to be read,
//! `papers: { none_needed: the reason }` says so. Surveys and consultations carry their papers
//! with them and are judged by whether their purpose was explained.
//!
//! ## Parameters
//!
//! - `standard`: the least time to read that keeps the promise.
//! - `aim`: falling short of this is only a note.
//! - `at_least`: under this it is a breach.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! Five clear working days; the aim of ten is missed, which is a note.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! papers: { sent: 2026-02-18 }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! papers: { sent: 2026-02-19 }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! papers: none
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! papers: { sent: TBC }
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! They were sent, and nobody says when.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! papers: { sent: yes }
//! ```
//!
//! ### still to come, as of 2026-02-18
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Ideas session
//! kind: workshop
//! date: 2026-02-26
//! papers: { none_needed: it starts from an empty page }
//! ```

use chrono::NaiveDate;

use crate::rules::deadline::{Act, Before, Deadline, Missed, NotDone, undated};
use crate::rules::{
    Check, Context, Direction, NoEvidence, Ruling, Severity, Standard, StandardOf, Verdict,
    event_day, standard,
};
use engagement_records::fields::Fields;
use engagement_records::record::Engagement;
use working_days::{Unit, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct PapersInTime {
    standard: Standard,
}

impl Check for PapersInTime {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "papers";
    const PROMISE: &'static str = "Papers in time";
    const FAILING: &'static str = "Late or missing papers";
    const FILE: &'static str = include_str!("papers.rs");
    const SETTLED_BY_EVENT: bool = true;
    const DONE: Option<&'static str> = Some("papers.sent");

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let shipped = Standard::only(5, Unit::ClearWorkingDays);
        PapersInTime {
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
                "a survey or consultation carries its papers with it",
            ));
        }
        let none_needed = record
            .papers
            .get()
            .and_then(|papers| papers.none_needed.words());
        if let Some(reason) = none_needed {
            return Ok(
                Ruling::does_not_apply("no papers were needed, as the record says")
                    .at(reason.span, "the reason"),
            );
        }
        let (event, event_place) = event_day(record, cx)?;
        let last = cx.calendar.last_day(event, self.standard.required)?;
        let sent = record.papers.inner(record.span, |papers| &papers.sent);
        let not_done = match Act::sent(sent, cx.as_of)? {
            Act::Done(sent, span) => {
                return Ok(Before {
                    what: "send the papers",
                    last: "to send",
                    event_word: record.spoken_kind(),
                    sent,
                    event,
                    standard: &self.standard,
                    verb: "sent",
                }
                .judge(cx)?
                .at(span, "sent here")
                .at(event_place, "the day itself"));
            }
            Act::Undated(span) => {
                return Err(undated("papers were sent", span, "`sent` under `papers`"));
            }
            Act::NotDone(not_done) => not_done,
        };
        let deadline = Deadline {
            last,
            to_do: "send the papers",
            counted_from: &[(event_place, "the day itself")],
        };
        if let Some(to_come) = deadline.to_come("papers are to be sent", cx) {
            return Ok(to_come);
        }
        let told = (not_done, missed(not_done, last));
        let ruling = deadline.missed_before(event, &self.standard, told, cx)?;
        if ruling.verdict != Verdict::NotKept {
            return Ok(ruling);
        }
        let none_needed = record.papers.inner(record.span, |it| &it.none_needed);
        let floor = self.is_below_floor(event, cx)?;
        let ruling = ruling.severity(floor.then_some(Severity::Breach));
        Ok(ruling.defence(none_needed.gap()))
    }
}

impl PapersInTime {
    /// Whether papers that were not sent by now are fewer than the least that was agreed: none at all
    /// is no better.
    fn is_below_floor(&self, event: NaiveDate, cx: &Context<'_>) -> Result<bool, NoEvidence> {
        match self.standard.limit {
            Some(limit) => Ok(cx.as_of > cx.calendar.last_day(event, limit)?),
            None => Ok(false),
        }
    }
}

fn missed(not_done: NotDone, last: NaiveDate) -> Missed {
    let remedy = match not_done {
        NotDone::Denied(_) => format!(
            "The last day to send was {}. If there was nothing to read, say why \
             [papers.none_needed|under `papers` as `none_needed`|@].",
            day_and_year(last)
        ),
        NotDone::Later(_) | NotDone::Missing(_) => {
            "Add the day [papers.sent], or the reason why none were needed \
             [papers.none_needed|as `none_needed`|@]."
                .to_owned()
        }
    };
    Missed::new(
        "the record does not say when papers were sent",
        "`sent` is missing here",
        remedy,
    )
    .denied("no papers were sent", "not sent")
}
