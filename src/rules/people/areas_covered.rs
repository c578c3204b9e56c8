//! Whether parents and carers were involved in every area that the charter names, over a year.
//!
//! ## Why
//!
//! The charter lists five areas: development of services, key decisions, proposed changes, feedback
//! on quality, and needs and gaps. One busy area can hide that another is never touched.
//!
//! ## How it is judged
//!
//! Over the twelve months that end with the audit: each area is touched by at least one strategic
//! engagement that was not called off and was not held without parents (`areas`): it was for them,
//! or some came, whomever it was for (`attendance.parents`, `attendance.forum_reps`), or it does
//! not say. A survey counts on the day it opened. A charter that has held for less than a year still
//! has time; what came before it was signed counts.
//!
//! ## Parameters
//!
//! - `areas`: which areas; all five when it is left out.
//!
//! ## Examples
//!
//! ### kept, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! areas: [development, decisions, changes]
//! ---
//! title: Yearly survey
//! kind: survey
//! opens: 2025-11-03
//! closes: 2025-12-15
//! areas: [feedback, needs]
//! ```
//!
//! ### kept, as of 2026-03-01
//!
//! It was meant for staff, and parents came.
//!
//! ```yaml
//! title: Short breaks board
//! kind: meeting
//! date: 2026-02-26
//! audience: [staff]
//! attendance: { parents: 2 }
//! areas: [development, decisions, changes, feedback, needs]
//! ```
//!
//! ### not kept, as of 2026-03-01
//!
//! The survey is more than a year old.
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! areas: [development, decisions, changes]
//! ---
//! title: Yearly survey
//! kind: survey
//! opens: 2025-02-28
//! closes: 2025-04-15
//! areas: [feedback, needs]
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! ```
//!
//! ### still to come, as of 2026-03-01
//!
//! The parties signed in September.
//!
//! ```yaml charter
//! parties:
//!   council: { name: Elm Council, side: organisation, signed: 2025-09-01 }
//!   forum: { name: Elm Forum, side: forum, signed: 2025-09-01 }
//! ```
//!
//! ```yaml
//! title: Short breaks workshop
//! kind: workshop
//! date: 2026-02-26
//! areas: [development]
//! ```
//!
//! ### no evidence, as of 2026-03-01
//!
//! When it closed does not say when it opened.
//!
//! ```yaml
//! title: Yearly survey
//! kind: survey
//! closes: 2025-12-15
//! areas: [development, decisions, changes, feedback, needs]
//! ```

use chrono::Months;

use crate::rules::involvement::{Took, parents_took_part};
use crate::rules::{Check, Context, NoEvidence, Period, PeriodLength, Ruling};
use closed_words::listed;
use engagement_records::fields::{Fields, Gap};
use engagement_records::record::{Area, Engagement};
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct AreasCovered {
    areas: Vec<Area>,
}

impl Check for AreasCovered {
    type About<'a> = &'a Period<'a>;
    const CODE: &'static str = "areas-covered";
    const PROMISE: &'static str = "All areas covered";
    const FAILING: &'static str = "Areas left out";
    const FILE: &'static str = include_str!("areas_covered.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let areas = fields.words::<Area>("areas");
        AreasCovered {
            areas: areas.get().map_or_else(
                || Area::ALL.to_vec(),
                |areas| areas.iter().map(|area| area.value).collect(),
            ),
        }
    }

    fn every(&self) -> Option<PeriodLength> {
        Some(PeriodLength::Year)
    }

    fn asks(&self) -> Option<String> {
        let areas = self.areas.iter().map(|area| area.word());
        Some(format!(
            "each once in twelve months: {}",
            listed(areas, "and")
        ))
    }

    fn judge(&self, year: &Period<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let records: Vec<&Engagement> = year
            .engagements
            .iter()
            .copied()
            .filter(|record| !matches!(parents_took_part(record, cx.as_of), Took::NoPart(_)))
            .collect();
        let missing: Vec<&str> = self
            .areas
            .iter()
            .filter(|area| !records.iter().any(|record| touches(record, **area)))
            .map(|area| area.word())
            .collect();
        let stretch = format!(
            "{} to {}",
            day_and_year(year.first),
            day_and_year(year.last)
        );
        if missing.is_empty() {
            return Ok(Ruling::kept(format!("{stretch}: every area was covered")));
        }
        let missing = listed(&missing, "and");
        let full_year = cx
            .since
            .and_then(|since| since.checked_add_months(Months::new(12)))
            .and_then(|year| year.pred_opt());
        if let Some(due) = full_year.filter(|due| cx.as_of < *due) {
            return Ok(Ruling::still_to_come(
                due,
                format!(
                    "{missing} can still be covered until {}, when the charter has held for a year",
                    day_and_year(due)
                ),
            ));
        }
        Ok(not_touched(cx, &records, &missing, &stretch).remedy(
            "Add [areas|`areas` to the records that cover them|the areas of records that cover them, @]; if none does, plan one that will.",
        ))
    }
}

fn not_touched(cx: &Context<'_>, records: &[&Engagement], missing: &str, stretch: &str) -> Ruling {
    let untold: Vec<&&Engagement> = records
        .iter()
        .filter(|record| record.areas.get().is_none())
        .collect();
    let gaps = untold
        .iter()
        .map(|record| record.areas.answer(record.span).gap());
    match Gap::first(gaps) {
        Some(gap) => cx.silent(
            format!(
                "from {stretch} no record names {missing}, and {} of {} records do not say which \
                 areas they cover",
                untold.len(),
                records.len()
            ),
            gap,
            "`areas` is missing here",
        ),
        None if records.is_empty() => {
            Ruling::no_evidence(format!("{stretch}: there is no engagement with parents"))
        }
        None => Ruling::not_kept(format!("{stretch}: nothing covered {missing}")),
    }
}

fn touches(record: &Engagement, area: Area) -> bool {
    let areas = record.areas.get();
    areas.is_some_and(|areas| areas.iter().any(|one| one.value == area))
}
