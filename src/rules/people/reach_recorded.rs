//! Whether the forum wrote down how many parents and carers it reached.
//!
//! ## Why
//!
//! A forum can speak for many families only as far as it knows whom it has reached, and whom it has
//! not. A promise to be as representative as possible has no number that could be missed; what a
//! record can show is that somebody looked. Numbers are enough, names are not wanted.
//!
//! ## How it is judged
//!
//! Only for what the forum held, alone or with others (`organisers`); a forum meeting without a
//! word about who held it is the forum's own. Once the day is over, or the survey has closed, the
//! record says how many were invited or how many answered (`reach.invited`, `reach.responded`).
//! Saying who was not reached (`reach.not_reached`) is good practice; its absence is a note.
//!
//! ## Parameters
//!
//! None.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks survey
//! kind: survey
//! organisers: [forum]
//! opens: 2026-01-12
//! closes: 2026-02-27
//! reach: { invited: 240, responded: 37, not_reached: families new to the area }
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! Where a charter says that silence means not kept.
//!
//! ```yaml charter
//! clauses:
//!   - { id: W2, silence: not-kept }
//! ```
//!
//! ```yaml
//! title: Coffee morning
//! kind: event
//! organisers: [forum, council]
//! date: 2026-02-26
//! ```
//!
//! ### no evidence, as of 2026-02-26
//!
//! The day is over, and the record does not say how many were reached.
//!
//! ```yaml
//! title: Coffee morning
//! kind: event
//! organisers: [forum]
//! date: 2026-02-26
//! reach: { not_reached: families new to the area }
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! ```yaml
//! title: Coffee morning
//! kind: event
//! organisers: [forum]
//! date: 2026-02-26
//! ```
//!
//! ### does not apply, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! organisers: [council]
//! date: 2026-02-26
//! ```

use crate::rules::{Check, Context, NoEvidence, Ruling, over, unreadable};
use engagement_records::fields::{Answer, Fields, Gap};
use engagement_records::record::{Engagement, Reach, Side};
use located::source::Span;
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct ReachRecorded;

impl Check for ReachRecorded {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "reach-recorded";
    const PROMISE: &'static str = "Reach recorded";
    const FAILING: &'static str = "Reach not recorded";
    const FILE: &'static str = include_str!("reach_recorded.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(_: &mut Fields<'_, '_>) -> Self {
        ReachRecorded
    }

    fn judge(&self, record: &Engagement, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        if let Some(ruling) = not_the_forums(record, cx) {
            return Ok(ruling);
        }
        let (over, place) = over(record, cx)?;
        if over > cx.as_of {
            let words = format!("it is to be recorded once {} is over", day_and_year(over));
            return Ok(Ruling::still_to_come(over, words).at(place, "the day itself"));
        }
        match record.reach.answer(record.span) {
            Answer::Present(reach, span) => judge_reach(reach, span, cx),
            Answer::Missing(gap) => Ok(silent(gap, cx)),
            Answer::Unreadable(span) => Err(unreadable(span)),
        }
    }
}

/// The answer where the forum was not among those who held it, or nobody says that it was.
fn not_the_forums(record: &Engagement, cx: &Context<'_>) -> Option<Ruling> {
    if let Some(span) = record.organisers.unreadable() {
        return Some(unreadable(span).into());
    }
    let place = record.who_held_it();
    match record.organised_by(Side::Forum, cx.parties) {
        Some(true) => None,
        Some(false) => Some(
            Ruling::does_not_apply("the forum did not hold it").at(place, "held by somebody else"),
        ),
        None => Some(
            Ruling::does_not_apply("nobody says that the forum held it")
                .at(place, "nothing about who held it"),
        ),
    }
}

fn judge_reach(reach: &Reach, place: Span, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
    let invited = reach.invited.answer(place);
    let responded = reach.responded.answer(place);
    let (words, span) = match (invited, responded) {
        (Answer::Present(_, span), Answer::Present(..)) => (
            "the record says how many were invited and how many answered",
            span,
        ),
        (Answer::Present(_, span), _) => ("the record says how many were invited", span),
        (_, Answer::Present(_, span)) => ("the record says how many answered", span),
        (Answer::Unreadable(span), _) | (_, Answer::Unreadable(span)) => {
            return Err(unreadable(span));
        }
        (Answer::Missing(one), Answer::Missing(other)) => {
            let gap = Gap::first([one, other]).unwrap_or(one);
            return Ok(silent(gap, cx));
        }
    };
    let ruling = Ruling::kept(words).at(span, "recorded here");
    Ok(match reach.not_reached.answer(place) {
        Answer::Missing(_) => ruling.note("the record does not say who was not reached"),
        Answer::Present(..) | Answer::Unreadable(_) => ruling,
    })
}

fn silent(gap: Gap, cx: &Context<'_>) -> Ruling {
    cx.silent(
        "the record does not say how many parents and carers were reached",
        gap,
        "neither `invited` nor `responded` under `reach`",
    )
    .remedy(
        "Add how many were invited or answered \
         [reach.invited|as `invited`|@] or [reach.responded|`responded` under `reach`|@], and who \
         was not reached [reach.not_reached|as `not_reached`|@]; rough numbers will do.",
    )
}
