//! Whether parents and carers were involved early enough to change a decision.
//!
//! ## Why
//!
//! Being asked the week before changes little. Executive decisions of English councils are
//! announced 28 clear days ahead (SI 2012/2089, regulation 9); whoever hears of a matter later than
//! that comes when the papers are being written.
//!
//! ## How it is judged
//!
//! By decision: from the first engagement of its project with parents to the day of the decision
//! (`decided`). Parents were reached where an engagement was for them, or where they came, whomever
//! it was for (`attendance.parents`, `attendance.forum_reps`). Less than the standard is a concern.
//! Parents who are first asked when the options are fixed can change nothing, and that is a breach.
//! A decision before which nobody was asked at all is judged by another promise.
//!
//! It is kept as soon as parents were involved early enough, and still to come while the decision
//! is ahead: what is planned can be moved, and so can the decision. Where an engagement without a
//! day, or one that does not say for whom it was, may have been early enough, there is no evidence.
//!
//! ## Parameters
//!
//! - `standard`: how long before, such as `28 clear days`.
//! - `at_least`: under this it is a breach.
//! - `aim`: falling short of this is only a note.
//!
//! ## Examples
//!
//! ### kept, as of 2026-07-01
//!
//! Twenty-nine days are twenty-eight clear days.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-05-12,
//!   audience: [parents] }
//! ```
//!
//! ### not kept, as of 2026-07-01
//!
//! Twenty-eight days are twenty-seven clear days: a near miss.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-05-13,
//!   audience: [parents] }
//! ```
//!
//! ### not kept, as of 2026-07-01
//!
//! A breach: the options had been fixed before.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   options_fixed: 2026-02-26, decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-02-26,
//!   audience: [parents] }
//! ```
//!
//! ### no evidence, as of 2026-07-01
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-02-26,
//!   audience: [parents] }
//! ```
//!
//! ### still to come, as of 2026-05-01
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-05-12,
//!   audience: [parents] }
//! ```
//!
//! ### still to come, as of 2026-02-25
//!
//! The workshop is planned for the day on which the options are fixed; both can still be moved.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   options_fixed: 2026-04-30, decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-04-30,
//!   audience: [parents] }
//! ```
//!
//! ### no evidence, as of 2026-07-01
//!
//! The board does not say for whom it was, and it was early enough.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-06-03,
//!   audience: [parents] }
//! ---
//! { title: Short breaks board, kind: meeting, project: short-breaks, date: 2026-05-12 }
//! ```
//!
//! ### does not apply, as of 2026-07-01
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ```
//!
//! ### does not apply, as of 2026-07-01
//!
//! They were asked on the day of the decision, which is as good as not at all.
//!
//! ```yaml
//! { record: decision, title: New short breaks contract, project: short-breaks,
//!   decided: 2026-06-10 }
//! ---
//! { title: Short breaks workshop, kind: workshop, project: short-breaks, date: 2026-06-10,
//!   audience: [parents] }
//! ```

use chrono::NaiveDate;

use super::project::{Cutoff, in_doubt, project};
use crate::rules::deadline::Before;
use crate::rules::involvement::Taken;
use crate::rules::{
    Check, Context, DecisionCase, Direction, NoEvidence, Ruling, Severity, Standard, StandardOf,
    Unmeasured, said, standard,
};
use engagement_records::fields::Fields;
use located::source::Spanned;
use working_days::{Unit, day_and_year};

/// See the page above.
#[derive(Debug, Clone)]
pub struct EarlyInvolvement {
    standard: Standard,
}

impl Check for EarlyInvolvement {
    type About<'a> = &'a DecisionCase<'a>;
    const CODE: &'static str = "early-involvement";
    const PROMISE: &'static str = "Early involvement";
    const FAILING: &'static str = "Late involvement";
    const FILE: &'static str = include_str!("early_involvement.rs");
    const SETTLED_BY_EVENT: bool = false;

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let shipped = Standard::only(28, Unit::ClearDays);
        EarlyInvolvement {
            standard: standard::read(fields, Direction::AtLeast, shipped),
        }
    }

    fn asks(&self) -> Option<String> {
        Some(format!(
            "at least {} before the decision",
            self.standard.in_words(Direction::AtLeast)
        ))
    }

    fn standards(&self) -> Vec<StandardOf> {
        StandardOf::all(self.standard, Direction::AtLeast)
    }

    fn judge(&self, case: &DecisionCase<'_>, cx: &Context<'_>) -> Result<Ruling, NoEvidence> {
        let project = project(case)?;
        let shown = case.involvement;
        let last = self.last_days(case, cx)?;
        let decided = case.decision.decided.spanned();
        if let (Some(last), Some(decided), Some(first)) = (&last, decided, shown.first)
            && first.day <= last.early
        {
            return match first.at_the_latest() {
                Some(place) => Ok(involved_by(first, decided).at(place, "it had opened by then")),
                None => self.measured(first, decided, cx),
            };
        }
        // Nothing is decided before the options are fixed.
        let known = decided.or(case.decision.options_fixed.spanned());
        if let (Some(last), Some(known)) = (&last, known.filter(|known| known.value > cx.as_of)) {
            return Ok(ahead(last, shown.first, known, cx));
        }
        if let Some(last) = &last
            && let Some(doubt) = shown.doubt_before(last.matters_before(shown.first))
        {
            return Ok(in_doubt(doubt, project, &last.cutoff));
        }
        if last.is_none() && shown.doubtful.is_some() {
            self::decided(case)?;
        }
        let Some(first) = shown.first.filter(|first| is_before(*first, decided)) else {
            let words = "there is no engagement with parents before it to measure; whether they \
                         were involved at all is a promise of its own";
            return Ok(Ruling::does_not_apply(words).unmeasured(Unmeasured::Never));
        };
        if let Some(fixed) = case.decision.options_fixed.spanned()
            && first.day >= fixed.value
        {
            return Ok(self.after_options(first, fixed));
        }
        self.measured(first, &self::decided(case)?, cx)
    }
}

/// Early enough, on a day that nobody knows: what had closed by then had opened before.
fn involved_by(first: Taken<'_>, decided: &Spanned<NaiveDate>) -> Ruling {
    Ruling::kept(format!(
        "involved by {} at the latest; it was decided on {}",
        day_and_year(first.day),
        day_and_year(decided.value)
    ))
    .at(decided.span, "decided here")
}

/// Whether they were involved before it was decided, as far as anybody knows.
fn is_before(first: Taken<'_>, decided: Option<&Spanned<NaiveDate>>) -> bool {
    decided.is_none_or(|decided| first.day < decided.value)
}

fn decided(case: &DecisionCase<'_>) -> Result<Spanned<NaiveDate>, NoEvidence> {
    let (day, span) = said(
        case.decision.decided.answer(case.decision.span),
        "the register does not say when it was decided",
        "`decided` is missing here",
    )?;
    Ok(Spanned { value: *day, span })
}

/// The last day on which parents are involved early enough, the day before which they must be, and
/// that of the decision.
struct LastDays {
    early: NaiveDate,
    cutoff: Cutoff,
    decided: Option<NaiveDate>,
}

impl LastDays {
    /// Before which day another engagement with parents would change the verdict: those who came
    /// late but in time are only outdone by some who came early enough, and where nobody came before
    /// the decision, anybody would.
    fn matters_before(&self, first: Option<Taken<'_>>) -> NaiveDate {
        let decided = self.decided.unwrap_or(self.cutoff.day);
        match first {
            Some(first) if first.day < self.cutoff.day => {
                self.early.succ_opt().unwrap_or(self.early)
            }
            Some(first) if first.day < decided => self.cutoff.day,
            Some(_) | None => decided.max(self.cutoff.day),
        }
    }
}

impl EarlyInvolvement {
    /// Nothing where the register gives neither day.
    fn last_days(
        &self,
        case: &DecisionCase<'_>,
        cx: &Context<'_>,
    ) -> Result<Option<LastDays>, NoEvidence> {
        let cutoff = match Cutoff::options_fixed(case)? {
            None => Cutoff::decided(case)?,
            fixed => fixed,
        };
        let Some(cutoff) = cutoff else {
            return Ok(None);
        };
        let before = cutoff.last_day();
        let early = match case.decision.decided.get() {
            Some(decided) => cx.calendar.last_day(*decided, self.standard.required)?,
            None => before,
        };
        Ok(Some(LastDays {
            early: early.min(before),
            cutoff,
            decided: case.decision.decided.get().copied(),
        }))
    }

    /// How long before the decision they were first involved.
    fn measured(
        &self,
        first: Taken<'_>,
        decided: &Spanned<NaiveDate>,
        cx: &Context<'_>,
    ) -> Result<Ruling, NoEvidence> {
        let ruling = Before {
            what: "involve parents and carers",
            last: "to involve them",
            event_word: "decision",
            sent: first.day,
            event: decided.value,
            standard: &self.standard,
            verb: "first involved",
        }
        .judge(cx)?;
        Ok(ruling
            .at(first.place, "first involved here")
            .at(decided.span, "decided here"))
    }

    /// First asked when the options were already fixed.
    fn after_options(&self, first: Taken<'_>, fixed: &Spanned<NaiveDate>) -> Ruling {
        Ruling::not_kept(format!(
            "the options were fixed on {}, and parents and carers were first involved on {}; \
             standard {} before the decision",
            day_and_year(fixed.value),
            day_and_year(first.day),
            self.standard.required
        ))
        .severity(Some(Severity::Breach))
        .at(first.place, "first involved here")
        .at(fixed.span, "options fixed here")
        .remedy("Next time, ask parents and carers before the options are chosen.")
    }
}

/// The answer while the decision is ahead, and parents were not yet involved early enough.
fn ahead(
    last: &LastDays,
    first: Option<Taken<'_>>,
    decided: &Spanned<NaiveDate>,
    cx: &Context<'_>,
) -> Ruling {
    let early = day_and_year(last.early);
    let on = day_and_year(decided.value);
    let is_in_time = first.is_some_and(|first| first.day < last.cutoff.day);
    let ruling = if cx.as_of <= last.early {
        let words = format!("parents are to be involved by {early}");
        Ruling::still_to_come(last.early, words)
            .to_do("involve parents and carers before the decision")
    } else if is_in_time || cx.as_of < last.cutoff.day {
        let words = format!(
            "the last day to involve parents early enough was {early}, unless the decision of {on} \
             is put off"
        );
        Ruling::still_to_come(decided.value, words)
    } else {
        let fixed = day_and_year(last.cutoff.day);
        let words = format!(
            "the options were fixed on {fixed}, and no record shows that parents were involved \
             before; how early they were is judged once it is decided, on {on}"
        );
        Ruling::still_to_come(decided.value, words).at(last.cutoff.place, last.cutoff.is)
    };
    ruling.at(decided.span, "still to come")
}
