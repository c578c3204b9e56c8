//! Whether school times were kept in mind.
//!
//! ## Why
//!
//! For parents and carers, school hours are good and the school run and the holidays are in the
//! way. For children and young people it is the other way round: lessons are in the way. The
//! charter promises consideration, so a clash that somebody considered keeps the promise, and the
//! clash stays visible. Travel matters, too: who is in a meeting until 2.45pm is not at a school
//! gate at 2.45pm.
//!
//! ## How it is judged
//!
//! The whole engagement from `start` to `end`, with a margin for travel at both ends unless it is
//! online, is held against the times of the charter's school day. Times that only touch do not
//! clash. Parents: drop-off and pick-up on a day when any of the schools is open; a holiday, INSET
//! day or bank holiday at any of them. Children: lessons on a day when any of the schools is open,
//! unless it is hosted in school. Weekends and evenings never clash. A mixed audience must be free
//! on both counts. A survey or consultation clashes when more than half of its weekdays are
//! holidays at any one of the schools, counted school by school. The schools are those under
//! `timing.schools`, or all. One that has closed, and does not say when it opened, is judged where
//! that is no matter: nobody it was for is to be spared holidays, or they were considered.
//! Until the day itself, the time can still be changed, so the promise is still to come.
//!
//! A recorded consideration (`timing.considered`, or an `alternative` session) made no later than
//! the event, or than the day on which a survey opens, keeps the promise. Days outside the term dates that the charter lists are judged both
//! ways, as term and as holiday: the same answer stands, a different one is no evidence. The same
//! goes for a record that does not say for whom it was, or whether it was online.
//!
//! ## Parameters
//!
//! - `parents_avoid`: what parents should be spared: `drop_off`, `pick_up`, `lessons`, `holidays`.
//! - `children_avoid`: what children should be spared, from the same words.
//! - `travel`: minutes for the way at each end, such as `15 minutes`.
//!
//! ## Examples
//!
//! ### kept, as of 2026-04-20
//!
//! Whenever it opened: children are not to be spared holidays.
//!
//! ```yaml
//! title: What to do on Saturdays
//! kind: survey
//! closes: 2026-04-17
//! audience: [cyp]
//! ```
//!
//! ### kept, as of 2025-12-01
//!
//! A Tuesday in term, and back at the gate in time.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2025-10-14
//! start: 10:00
//! end: 12:30
//! audience: [parents]
//! venue: { mode: in-person }
//! ```
//!
//! ### not kept, as of 2025-12-01
//!
//! It ends before pick-up, but travel takes a quarter of an hour.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2025-10-14
//! start: 13:00
//! end: 14:45
//! audience: [parents]
//! venue: { mode: in-person }
//! ```
//!
//! ### kept, as of 2025-12-01
//!
//! The same online: times that touch do not clash.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2025-10-14
//! start: 13:00
//! end: 14:45
//! audience: [parents]
//! venue: { mode: online }
//! ```
//!
//! ### kept, as of 2025-12-01
//!
//! It clashes with pick-up, but the forum was asked.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2025-10-14
//! start: 13:00
//! end: 15:30
//! audience: [parents]
//! venue: { mode: online }
//! timing: { considered: polled the forum }
//! ```
//!
//! ### not kept, as of 2025-12-01
//!
//! For children, lessons are in the way.
//!
//! ```yaml
//! title: Young people's panel
//! kind: workshop
//! date: 2025-10-14
//! start: 10:00
//! end: 12:00
//! audience: [cyp]
//! venue: { mode: online }
//! ```
//!
//! ### not kept, as of 2025-12-01
//!
//! Half-term at one of two neighbouring schools, lessons at the other.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2024-10-22
//! start: 10:00
//! end: 12:00
//! audience: [parents]
//! venue: { mode: online }
//! ```
//!
//! ### no evidence, as of 2027-12-01
//!
//! The charter lists no term dates for 2027: in term this would be fine, in the holidays not.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2027-10-12
//! start: 10:00
//! end: 12:00
//! audience: [parents]
//! venue: { mode: online }
//! ```
//!
//! ### still to come, as of 2025-10-01
//!
//! It clashes with pick-up, and can still be moved.
//!
//! ```yaml
//! title: Board
//! kind: meeting
//! date: 2025-10-14
//! start: 13:00
//! end: 15:30
//! audience: [parents]
//! venue: { mode: online }
//! ```
//!
//! ### does not apply, as of 2025-12-01
//!
//! ```yaml
//! title: Staff briefing
//! kind: meeting
//! date: 2025-10-14
//! start: 15:00
//! end: 16:00
//! audience: [staff]
//! ```
//!
//! ### not kept, as of 2026-04-30
//!
//! Fifteen weekdays, of which twelve are Easter holidays, and thought of only once it was open.
//!
//! ```yaml
//! title: Short breaks survey
//! kind: survey
//! opens: 2026-03-30
//! closes: 2026-04-17
//! audience: [parents]
//! timing: { considered: asked the forum, considered_on: 2026-03-31, schools: [wincham] }
//! ```
//!
//! ### kept, as of 2026-04-30
//!
//! The same, thought of by the day it opened.
//!
//! ```yaml
//! title: Short breaks survey
//! kind: survey
//! opens: 2026-03-30
//! closes: 2026-04-17
//! audience: [parents]
//! timing: { considered: asked the forum, considered_on: 2026-03-30, schools: [wincham] }
//! ```

mod clash;
mod considered;
mod open_points;
mod period;
mod spared;

use std::ops::ControlFlow;

use chrono::NaiveDate;

use self::clash::{Findings, Meeting};
use self::considered::considered;
use self::open_points::is_for_staff_only;
use self::period::{OpenPeriod, whenever_it_opened};
use self::spared::{Avoid, Spared, with_preference};
use crate::rules::{Check, Context, NoEvidence, Ruling, Verdict, event_day, open_from_to};
use closed_words::listed;
use engagement_records::fields::Fields;
use engagement_records::record::Engagement;
use located::source::Span;

/// See the page above.
#[derive(Debug, Clone)]
pub struct SchoolTimes {
    spared: Spared,
}

impl Check for SchoolTimes {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "school-times";
    const PROMISE: &'static str = "School times";
    const FAILING: &'static str = "School-hours clash";
    const FILE: &'static str = include_str!("mod.rs");
    const SETTLED_BY_EVENT: bool = true;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        SchoolTimes {
            spared: Spared::read(fields),
        }
    }

    fn asks(&self) -> Option<String> {
        let words = |avoid: &[Avoid]| listed(avoid.iter().map(|one| one.word()), "and");
        Some(format!(
            "spare parents {}; spare children {}; {} minutes for travel",
            words(&self.spared.by_parents),
            words(&self.spared.by_children),
            self.spared.travel_minutes
        ))
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if is_for_staff_only(record)? {
            return Ok(Ruling::does_not_apply("it was for staff only"));
        }
        if record.is_open_period() {
            return self.judge_period(record, cx);
        }
        let (date, date_place) = event_day(record, cx)?;
        let question = Meeting::about(&self.spared, record, cx, date)?;
        let findings = question.answers();
        let ruling = Self::decide(
            record,
            cx,
            date,
            &findings,
            WhenFree {
                free: question.free_words(),
                place: question.start_place.unwrap_or(date_place),
            },
        );
        Ok(match question.window {
            Some(window) if ruling.verdict == Verdict::Kept && findings.is_free() => {
                with_preference(ruling, cx, date, window)
            }
            _ => ruling,
        })
    }
}

const REMEDY: &str = "Another time, or a record of how this one was considered, keeps the promise.";
const TO_DO: &str = "choose another time, or say why this one was chosen";

fn still_open(ruling: Ruling, until: NaiveDate) -> Ruling {
    Ruling {
        verdict: Verdict::StillToCome,
        ..ruling.due(until)
    }
}

/// What to say about an engagement, and where it stands.
struct WhenFree {
    free: String,
    place: Span,
}

impl SchoolTimes {
    /// Turns what was found into a verdict: a clash may have been considered, may be in doubt, or
    /// may still be mended.
    fn decide(
        record: &Engagement,
        cx: &Context<'_>,
        until: NaiveDate,
        findings: &Findings,
        words: WhenFree,
    ) -> Ruling {
        let ruling = Self::judge_findings(record, cx, findings, words);
        if until <= cx.as_of {
            return ruling;
        }
        // A time that suits can still be changed, and one that does not can still be mended.
        if ruling.verdict == Verdict::Kept {
            let evidence = format!("as planned, {}", ruling.evidence).into();
            return Ruling {
                evidence,
                ..still_open(ruling, until)
            };
        }
        let clashes = ruling.verdict == Verdict::NotKept;
        let ruling = still_open(ruling, until).remedy(REMEDY);
        if clashes { ruling.to_do(TO_DO) } else { ruling }
    }

    fn judge_findings(
        record: &Engagement,
        cx: &Context<'_>,
        findings: &Findings,
        words: WhenFree,
    ) -> Ruling {
        if findings.is_free() {
            return Ruling::kept(words.free).at(words.place, "no clash");
        }
        let clash = findings.clash_words();
        let considered = match considered(record, cx) {
            Ok(considered) => considered,
            Err(gap) => return gap.into(),
        };
        if let Some(place) = considered {
            let maybe = if findings.is_certain() {
                ""
            } else {
                "possibly "
            };
            return Ruling::kept("the time was considered, and the record says how")
                .at(place, "considered here")
                .note(format!("{maybe}{clash}"));
        }
        if findings.is_certain() {
            let next = if record.is_open_period() {
                "Next time, leave it open for longer, or choose other weeks."
            } else {
                "Next time, ask the forum which times suit."
            };
            let considered = record
                .timing
                .inner(record.span, |timing| &timing.considered);
            return Ruling::not_kept(clash)
                .at(words.place, "clashes")
                .defence(considered.gap())
                .remedy(format!(
                    "If the time was considered, say how [timing.considered]. {next}"
                ));
        }
        let remedies: Vec<String> = findings.doubts.iter().map(|doubt| doubt.remedy()).collect();
        Ruling::no_evidence(findings.doubt_words())
            .at(words.place, "could clash")
            .remedy(remedies.join(" "))
    }

    fn judge_period(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if let Some(ruling) = whenever_it_opened(&self.spared, record, cx)? {
            return Ok(ruling);
        }
        let ((opens, _), (closes, place)) = match open_from_to(record, cx)? {
            ControlFlow::Continue(days) => days,
            ControlFlow::Break(ruling) => return Ok(ruling),
        };
        let period = OpenPeriod::of(record, cx, opens, closes)?;
        let findings = period.answers(&self.spared, record);
        let free = period.free_words();
        Ok(Self::decide(
            record,
            cx,
            closes,
            &findings,
            WhenFree { free, place },
        ))
    }
}
