//! Whether a survey or consultation was open long enough to answer.
//!
//! ## Why
//!
//! The advance notice of a survey is the time that it stays open. No law sets a number; since 2016
//! the government's principles ask for "a proportionate amount of time". The shipped standard of
//! six weeks is the lower end of a published agreement between a borough and its local councils
//! (six to twelve weeks), and two weeks, under which it is a breach, was the lower end of the 2012
//! principles. The charter's words do not contain either, so this is advice until the parties
//! adopt it.
//!
//! ## How it is judged
//!
//! From `opens` to `closes`, both days counted. While it is open it can still be extended, so the
//! promise is still to come until it closes, whether or not the record says when it opened. Meetings are judged by their notice instead.
//!
//! ## Parameters
//!
//! - `standard`: the least time that keeps the promise, such as `42 days`.
//! - `at_least`: under this it is a breach.
//! - `aim`: falling short of this is only a note.
//!
//! ## Examples
//!
//! ### kept, as of 2026-04-01
//!
//! 1 February to 14 March is 42 days, both counted.
//!
//! ```yaml
//! title: Transport consultation
//! kind: consultation
//! opens: 2026-02-01
//! closes: 2026-03-14
//! ```
//!
//! ### not kept, as of 2026-04-01
//!
//! ```yaml
//! title: Transport consultation
//! kind: consultation
//! opens: 2026-02-01
//! closes: 2026-03-13
//! ```
//!
//! ### no evidence, as of 2026-04-01
//!
//! ```yaml
//! title: Transport consultation
//! kind: consultation
//! closes: 2026-03-13
//! ```
//!
//! ### still to come, as of 2026-03-01
//!
//! ```yaml
//! title: Transport consultation
//! kind: consultation
//! opens: 2026-02-01
//! closes: 2026-03-13
//! ```
//!
//! ### does not apply, as of 2026-04-01
//!
//! ```yaml
//! title: Transport workshop
//! kind: workshop
//! date: 2026-02-03
//! ```
//!
//! ### still to come, as of 2026-03-12
//!
//! It is open until tomorrow, since whenever.
//!
//! ```yaml
//! title: Transport consultation
//! kind: consultation
//! closes: 2026-03-13
//! ```
//!
//! ### still to come, as of 2026-01-31
//!
//! It opens tomorrow, until whenever.
//!
//! ```yaml
//! title: Transport consultation
//! kind: consultation
//! opens: 2026-02-01
//! ```

use std::ops::ControlFlow;

use crate::rules::words::{count_of, day_and_year, duration};
use crate::rules::{
    Check, Context, Direction, Measure, NoEvidence, Ruling, Severity, Standard, StandardOf,
    open_from_to, standard,
};
use engagement_records::fields::Fields;
use engagement_records::record::Engagement;
use identifiers::safe;
use identifiers::text::SafeText;
use working_days::Unit;

/// See the page above.
#[derive(Debug, Clone)]
pub struct OpenLongEnough {
    standard: Standard,
}

impl Check for OpenLongEnough {
    type About<'a> = &'a Engagement;
    const CODE: &'static str = "open-long-enough";
    const PROMISE: &'static str = "Time to answer";
    const FAILING: &'static str = "Too little time to answer";
    const FILE: &'static str = include_str!("open_long_enough.rs");
    const SETTLED_BY_EVENT: bool = true;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        OpenLongEnough {
            standard: standard::read(fields, Direction::AtLeast, Standard::only(42, Unit::Days)),
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
        if !record.is_open_period() {
            return Ok(Ruling::does_not_apply(
                "only surveys and consultations are open for a time",
            ));
        }
        let ((opens, opens_place), (closes, closes_place)) = match open_from_to(record, cx)? {
            ControlFlow::Continue(days) => days,
            ControlFlow::Break(ruling) => return Ok(ruling),
        };
        let standard = self.standard.required;
        let value = cx.calendar.open_for(opens, closes, standard.unit)?;
        let enough = value >= i64::from(standard.count);
        let words = safe!(
            "open from {} to {}: {}; standard {}",
            day_and_year(opens),
            day_and_year(closes),
            count_of(value, standard.unit.plural()),
            duration(standard)
        );
        let ruling = if cx.as_of < closes {
            let ruling = Ruling::still_to_come(closes, words);
            if enough {
                ruling
            } else {
                ruling
                    .to_do("keep it open for longer")
                    .remedy("Extending it before it closes would keep the promise.")
            }
        } else if enough {
            self.with_aim(Ruling::kept(words), value)
        } else {
            self.short(cx, words, opens, closes)?
        };
        let ruling = match record.extended_from.get() {
            Some(first) => ruling.note(safe!(
                "extended; it was first to close on {}",
                day_and_year(*first)
            )),
            None => ruling,
        };
        Ok(ruling
            .at(closes_place, "closes here")
            .at(opens_place, "opens here")
            .measured(Measure {
                value,
                unit: standard.unit.plural(),
                days: Some(cx.calendar.open_for(opens, closes, Unit::Days)?),
                standard: self.standard,
                direction: Direction::AtLeast,
            }))
    }
}

impl OpenLongEnough {
    fn with_aim(&self, ruling: Ruling, value: i64) -> Ruling {
        match self.standard.aim {
            Some(aim)
                if aim.unit == self.standard.required.unit && value < i64::from(aim.count) =>
            {
                ruling.note(safe!("the aim is {}", duration(aim)))
            }
            _ => ruling,
        }
    }

    fn short(
        &self,
        cx: &Context<'_>,
        words: SafeText,
        opens: chrono::NaiveDate,
        closes: chrono::NaiveDate,
    ) -> Result<Ruling, NoEvidence> {
        let ruling = Ruling::not_kept(words).remedy(format!(
            "Next time, leave it open for {}.",
            self.standard.required
        ));
        Ok(match self.standard.limit {
            Some(limit)
                if cx.calendar.open_for(opens, closes, limit.unit)? < i64::from(limit.count) =>
            {
                ruling
                    .severity(Some(Severity::Breach))
                    .note(safe!("under {} it is a breach", duration(limit)))
            }
            _ => ruling,
        })
    }
}
