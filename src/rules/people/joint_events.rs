//! Whether the forum held events together with its partners.
//!
//! ## Why
//!
//! An event of both sides reaches families whom neither would reach alone. The charter's words
//! contain no number; once a term is this program's own proposal.
//!
//! ## How it is judged
//!
//! By period. It is kept when at least one engagement of the period was held by a party of each
//! side (`organisers`), and it can be kept until the last day of the period. When no engagement of
//! the period was held by both, but some do not say who held them, there is no evidence; a forum
//! meeting without a word about that is the forum's own. Terms are taken as four months from 1
//! September, January and May. The first period is that of the first engagement that was neither
//! called off nor one family's case.
//!
//! ## Parameters
//!
//! - `every`: how long the periods are, `quarter`, `term` or `year`; `term` unless given. A year is
//!   the twelve months that end with the audit.
//!
//! ## Examples
//!
//! ### kept, as of 2026-04-30
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! organisers: [council]
//! date: 2026-01-22
//! ---
//! title: Information day
//! kind: event
//! organisers: [forum, council]
//! date: 2026-03-12
//! ```
//!
//! ### not kept, as of 2026-04-30
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! organisers: [council]
//! date: 2026-01-22
//! ---
//! title: Coffee morning
//! kind: event
//! organisers: [forum]
//! date: 2026-03-12
//! ```
//!
//! ### no evidence, as of 2026-04-30
//!
//! The record of the coffee morning does not say who held it.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! organisers: [council]
//! date: 2026-01-22
//! ---
//! title: Coffee morning
//! kind: event
//! date: 2026-03-12
//! ```
//!
//! ### not kept, as of 2026-04-30
//!
//! Nobody else holds a meeting of the forum, unless the record says so.
//!
//! ```yaml
//! title: Forum evening
//! kind: forum-meeting
//! date: 2026-03-12
//! ```
//!
//! ### still to come, as of 2026-04-29
//!
//! The joint event is still to come.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! organisers: [council]
//! date: 2026-01-22
//! ---
//! title: Information day
//! kind: event
//! organisers: [forum, council]
//! date: 2026-04-30
//! ```

use crate::rules::many_places::at_each;
use crate::rules::{Check, Context, NoEvidence, Period, PeriodLength, Ruling, unreadable};
use engagement_records::fields::{Fields, Gap};
use engagement_records::record::{Engagement, Side};
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct JointEvents {
    every: PeriodLength,
}

impl Check for JointEvents {
    type About<'a> = &'a Period<'a>;
    const CODE: &'static str = "joint-events";
    const PROMISE: &'static str = "Joint events";
    const FAILING: &'static str = "No joint event";
    const FILE: &'static str = include_str!("joint_events.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        JointEvents {
            every: fields
                .word("every")
                .get()
                .copied()
                .unwrap_or(PeriodLength::Term),
        }
    }

    fn every(&self) -> Option<PeriodLength> {
        Some(self.every)
    }

    fn asks(&self) -> Option<String> {
        Some(format!("at least one every {}", self.every.word()))
    }

    fn judge(&self, period: &Period<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let held: Vec<&Engagement> = period
            .engagements
            .iter()
            .copied()
            .filter(|record| record.day().is_some_and(|day| day <= cx.as_of))
            .collect();
        let joint: Vec<&Engagement> = held
            .iter()
            .copied()
            .filter(|record| is_joint(record, cx))
            .collect();
        if !joint.is_empty() {
            let words = match joint.len() {
                1 => "one engagement was held by both sides together".to_owned(),
                all => format!("{all} engagements were held by both sides together"),
            };
            let places = joint.iter().map(|record| record.who_held_it());
            return Ok(at_each(Ruling::kept(words), places, "held by both sides"));
        }
        if cx.as_of < period.last {
            let words = format!(
                "an event of both sides can still be held until {}",
                day_and_year(period.last)
            );
            return Ok(
                Ruling::still_to_come(period.last, words).to_do("agree and hold a joint event")
            );
        }
        let ruling = none_joint(&held, cx)?;
        Ok(ruling.due(period.last))
    }
}

fn none_joint(held: &[&Engagement], cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
    let remedy =
        "Plan one event a period together, and name both sides [organisers|as its `organisers`|@].";
    if held.is_empty() {
        let words = "no engagement of this time is recorded, so none shows an event of both sides";
        return Ok(Ruling::no_evidence(words).remedy(remedy));
    }
    if let Some(span) = held
        .iter()
        .find_map(|record| record.organisers.unreadable())
    {
        return Err(unreadable(span));
    }
    let unsaid: Vec<&Engagement> = held
        .iter()
        .copied()
        .filter(|record| record.organised_by(Side::Forum, cx.parties).is_none())
        .collect();
    let gaps = unsaid
        .iter()
        .map(|record| record.organisers.answer(record.span).gap());
    if let Some(gap) = Gap::first(gaps) {
        let words = match held.len() {
            1 => "the only record of this time does not say who held it".to_owned(),
            all => format!(
                "{} of the {all} records of this time do not say who held it, and none of the \
                 others was held by both sides",
                unsaid.len()
            ),
        };
        let label = "nothing about who held it";
        let ruling = cx.silent(words, gap, label);
        let others = unsaid
            .iter()
            .map(|record| record.who_held_it())
            .filter(|place| *place != gap.at);
        return Ok(at_each(ruling, others, label).remedy("Add who held it [organisers]."));
    }
    let words = match held.len() {
        1 => "the only engagement of this time was not held by both sides together".to_owned(),
        all => {
            format!("none of the {all} engagements of this time was held by both sides together")
        }
    };
    let places = held.iter().map(|record| record.who_held_it());
    Ok(at_each(Ruling::not_kept(words), places, "held by one side").remedy(remedy))
}

fn is_joint(record: &Engagement, cx: &Context<'_>) -> bool {
    [Side::Organisation, Side::Forum]
        .into_iter()
        .all(|side| record.organised_by(side, cx.parties) == Some(true))
}
