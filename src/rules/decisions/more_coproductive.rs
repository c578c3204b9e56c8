//! Whether the work as a whole moves up the ladder of participation.
//!
//! ## Why
//!
//! The charter wants work to become more coproductive over time. No single meeting can show that,
//! and none is wrong because it only informs: an evening about new bus passes need not be more. What
//! can be looked at is the share of all engagements, this year and last.
//!
//! ## How it is judged
//!
//! Once for all strategic engagements that were not called off and that claim a rung (`ladder`). The
//! share of those on the high rungs in the twelve months that end with the audit is held against the
//! share in the twelve months before. It is kept when the share is not lower. With few claims in
//! either year a share says nothing, so there is no evidence. A charter that has not held for two
//! years still has time, whatever was claimed before. Whether each claim is supported is judged by a rule of its own.
//!
//! ## Parameters
//!
//! - `from`: the lowest rung that counts as high, the second highest of the charter's ladder unless
//!   given.
//! - `fewest`: so many claims are needed in each year, 5 unless given.
//!
//! ## Examples
//!
//! ### kept, as of 2026-07-31
//!
//! 1 of 2 this year, and 1 of 2 in the year before: not lower.
//!
//! ```yaml charter
//! clauses:
//!   - { id: G3, rule: { more-coproductive: { from: participation, fewest: 2 } } }
//! ```
//!
//! ```yaml
//! - { title: Board, kind: meeting, date: 2025-07-31, ladder: consultation }
//! - { title: Workshop, kind: workshop, date: 2025-03-12, ladder: participation }
//! - { title: Information evening, kind: event, date: 2025-08-01, ladder: information }
//! - { title: Design day, kind: workshop, date: 2026-07-31, ladder: coproduction }
//! ```
//!
//! ### not kept, as of 2026-07-31
//!
//! 1 of 3 this year, 1 of 2 in the year before.
//!
//! ```yaml charter
//! clauses:
//!   - { id: G3, rule: { more-coproductive: { fewest: 2 } } }
//! ```
//!
//! ```yaml
//! - { title: Board, kind: meeting, date: 2025-07-31, ladder: consultation }
//! - { title: Workshop, kind: workshop, date: 2025-03-12, ladder: participation }
//! - { title: Information evening, kind: event, date: 2025-08-01, ladder: information }
//! - { title: Board, kind: meeting, date: 2026-01-22, ladder: consultation }
//! - { title: Design day, kind: workshop, date: 2026-07-31, ladder: coproduction }
//! ```
//!
//! ### no evidence, as of 2026-07-31
//!
//! One claim in each year is too few.
//!
//! ```yaml
//! - { title: Board, kind: meeting, date: 2025-07-31, ladder: consultation }
//! - { title: Design day, kind: workshop, date: 2026-07-31, ladder: coproduction }
//! ```
//!
//! ### still to come, as of 2026-07-31
//!
//! Both signed less than two years before.
//!
//! ```yaml charter
//! parties:
//!   council: { name: Elm Council, side: organisation, signed: 2025-09-01 }
//!   forum: { name: Elm Forum, side: forum, signed: 2025-09-01 }
//! ```
//!
//! ```yaml
//! - { title: Design day, kind: workshop, date: 2026-07-31, ladder: coproduction }
//! ```
//!
//! ### still to come, as of 2026-07-31
//!
//! 0 of 1 this year and 1 of 1 in the year before, of which the charter held for a part only.
//!
//! ```yaml charter
//! parties:
//!   council: { name: Elm Council, side: organisation, signed: 2025-09-01 }
//!   forum: { name: Elm Forum, side: forum, signed: 2025-09-01 }
//! clauses:
//!   - { id: G3, rule: { more-coproductive: { from: participation, fewest: 1 } } }
//! ```
//!
//! ```yaml
//! - { title: Design day, kind: workshop, date: 2025-07-31, ladder: coproduction }
//! - { title: Bus passes, kind: event, date: 2026-07-31, ladder: information }
//! ```

use chrono::Months;

use crate::rules::{Check, Context, NoEvidence, Ruling, Whole, unreadable};
use closed_words::same_word;
use engagement_records::fields::Fields;
use engagement_records::record::Engagement;
use located::source::{Span, Spanned};
use working_days::day_and_year;

/// See the page above.
#[derive(Debug, Clone)]
pub struct MoreCoproductive {
    from: Option<Spanned<String>>,
    fewest: u32,
}

/// The claims of one year.
#[derive(Default)]
struct ClaimsOfYear {
    high: u64,
    all: u64,
}

impl Check for MoreCoproductive {
    type About<'a> = &'a Whole<'a>;
    const CODE: &'static str = "more-coproductive";
    const PROMISE: &'static str = "More coproductive";
    const FAILING: &'static str = "Less coproductive";
    const FILE: &'static str = include_str!("more_coproductive.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        MoreCoproductive {
            from: fields.text("from").spanned().cloned(),
            fewest: fields.positive("fewest").get().copied().unwrap_or(5),
        }
    }

    fn rungs(&self) -> Vec<&Spanned<String>> {
        self.from.iter().collect()
    }

    fn judge(&self, whole: &Whole<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let Some(lowest) = self.lowest(cx.ladder) else {
            return Ok(Ruling::no_evidence(
                "the charter's ladder does not say which rungs are the high ones",
            )
            .remedy("Give the charter a `ladder` with its rungs, the lowest first."));
        };
        let (Some(year_ago), Some(two_years_ago)) = (
            cx.as_of.checked_sub_months(Months::new(12)),
            cx.as_of.checked_sub_months(Months::new(24)),
        ) else {
            return Ok(Ruling::no_evidence("there are no two years to compare"));
        };
        // Nobody owes a comparison with a year before the charter held.
        let two_years = cx
            .since
            .and_then(|since| since.checked_add_months(Months::new(24)))
            .and_then(|day| day.pred_opt());
        if let Some(due) = two_years.filter(|due| cx.as_of < *due) {
            return Ok(Ruling::still_to_come(
                due,
                format!(
                    "two years can be compared from {}, when the charter has held for so long",
                    day_and_year(due)
                ),
            ));
        }
        let mut now = ClaimsOfYear::default();
        let mut before = ClaimsOfYear::default();
        for record in &whole.engagements {
            if let Some(span) = doubt(record) {
                return Err(unreadable(span));
            }
            let (Some(day), Some(claim)) = (record.day(), record.ladder.get()) else {
                continue;
            };
            if !record.counts() || day > cx.as_of || day <= two_years_ago {
                continue;
            }
            let year = if day > year_ago {
                &mut now
            } else {
                &mut before
            };
            year.all += 1;
            year.high += u64::from(rung(cx.ladder, claim) >= Some(lowest));
        }
        Ok(self.compare(&now, &before, lowest, cx))
    }
}

/// A record that claims a rung, and cannot be read about what decides whether and when it counts.
fn doubt(record: &Engagement) -> Option<Span> {
    let claim = record.ladder.unreadable();
    claim.or_else(|| {
        record.ladder.get()?;
        let days = if record.is_open_period() {
            record.opens.unreadable()
        } else {
            record.date.unreadable()
        };
        days.or_else(|| record.scope.unreadable())
            .or_else(|| record.status.unreadable())
    })
}

fn rung(ladder: &[String], word: &str) -> Option<usize> {
    ladder.iter().position(|known| same_word(known, word))
}

impl MoreCoproductive {
    /// The place on the ladder of the lowest rung that counts as high.
    fn lowest(&self, ladder: &[String]) -> Option<usize> {
        match &self.from {
            Some(from) => rung(ladder, &from.value),
            None => ladder.len().checked_sub(2),
        }
    }

    fn compare(
        &self,
        now: &ClaimsOfYear,
        before: &ClaimsOfYear,
        lowest: usize,
        cx: &Context<'_>,
    ) -> Ruling {
        let name = cx.ladder.get(lowest).map_or("", String::as_str);
        let above = if lowest + 1 < cx.ladder.len() {
            " or above"
        } else {
            ""
        };
        let day = day_and_year(cx.as_of);
        let fewest = u64::from(self.fewest.max(1));
        if now.all < fewest || before.all < fewest {
            return Ruling::no_evidence(format!(
                "{} in the year to {day} and {} in the year before; {fewest} in each are needed to \
                 compare",
                claims(now.all),
                claims(before.all)
            ))
            .remedy("Write the rung of each engagement into its record [ladder].");
        }
        let words = format!(
            "{} of {} on {name}{above} in the year to {day}, {} of {} in the year before",
            now.high,
            engagements(now.all),
            before.high,
            before.all
        );
        // Shares without fractions: now.high / now.all is not less than before.high / before.all.
        if now.high * before.all >= before.high * now.all {
            Ruling::kept(words)
        } else {
            Ruling::not_kept(words).remedy(
                "Look together at what is planned, and choose where parents and carers can take \
                 part in deciding; no single engagement is at fault.",
            )
        }
    }
}

fn claims(count: u64) -> String {
    match count {
        0 => "no engagement claims a rung".to_owned(),
        1 => "1 engagement claims a rung".to_owned(),
        _ => format!("{count} engagements claim a rung"),
    }
}

fn engagements(count: u64) -> String {
    match count {
        1 => "1 engagement was".to_owned(),
        _ => format!("{count} engagements were"),
    }
}
