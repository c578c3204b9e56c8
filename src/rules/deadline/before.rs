//! How long before an event something was done.

use chrono::{Datelike as _, NaiveDate};

use crate::rules::words::{count_beside_days, count_of, day, day_and_year, duration};
use crate::rules::{Context, Direction, Measure, Ruling, Severity, Standard};
use identifiers::safe;
use identifiers::text::SafeText;
use working_days::{NotCovered, Unit};

/// Something that was done before an event, or should have been.
pub(in crate::rules) struct Before<'a> {
    /// What to do next time: `send the notice`.
    pub(in crate::rules) what: &'static str,
    /// The word for the event.
    pub(in crate::rules) event_word: &'static str,
    /// The day from which the lead counts.
    pub(in crate::rules) sent: NaiveDate,
    /// The day of the event.
    pub(in crate::rules) event: NaiveDate,
    /// How much is asked for.
    pub(in crate::rules) standard: &'a Standard,
    /// What the last day was for: `to send`.
    pub(in crate::rules) last: &'static str,
    /// How the day of sending is told: `sent`, `told of the new day`.
    pub(in crate::rules) verb: &'static str,
}

impl Before<'_> {
    /// Kept or not kept, with the arithmetic. It is final once something is sent.
    pub(in crate::rules) fn judge(&self, cx: &Context<'_>) -> Result<Ruling, NotCovered> {
        let standard = self.standard.required;
        let last = cx.calendar.last_day(self.event, standard)?;
        let value = cx.calendar.lead(self.sent, self.event, standard.unit)?;
        let days = (self.event - self.sent).num_days();
        let ruling = if self.sent <= last {
            self.met(cx, value, days)?
        } else {
            self.not_kept(cx, value, days, last)?
        };
        Ok(ruling.due(last).measured(Measure {
            value,
            unit: standard.unit.plural(),
            days: Some(days),
            standard: *self.standard,
            direction: Direction::AtLeast,
        }))
    }

    fn arithmetic(&self, value: i64, days: i64) -> SafeText {
        let sent = if self.sent.year() == self.event.year() {
            day(self.sent)
        } else {
            day_and_year(self.sent)
        };
        let standard = self.standard.required;
        let lead = if days < 0 {
            safe!("{} (after it)", count_of(value, standard.unit.plural()))
        } else {
            count_beside_days(value, standard.unit, days)
        };
        safe!(
            "{} {}, {} {}: {}; standard {}",
            self.verb,
            sent,
            self.event_word,
            day_and_year(self.event),
            lead,
            duration(standard)
        )
    }

    fn met(&self, cx: &Context<'_>, value: i64, days: i64) -> Result<Ruling, NotCovered> {
        let ruling = Ruling::kept(self.arithmetic(value, days));
        let Some(aim) = self.standard.aim else {
            return Ok(ruling);
        };
        let last = cx.calendar.last_day(self.event, aim)?;
        Ok(if self.sent <= last {
            ruling
        } else {
            ruling.note(safe!(
                "the aim is {}; the last day for that was {}",
                duration(aim),
                day_and_year(last)
            ))
        })
    }

    fn not_kept(
        &self,
        cx: &Context<'_>,
        value: i64,
        days: i64,
        last: NaiveDate,
    ) -> Result<Ruling, NotCovered> {
        let standard = self.standard.required;
        let words = safe!(
            "{}; last day {} was {}",
            self.arithmetic(value, days),
            self.last,
            day_and_year(last)
        );
        let mut ruling = Ruling::not_kept(words);
        if let Some(limit) = self.standard.limit
            && self.sent > cx.calendar.last_day(self.event, limit)?
        {
            ruling = ruling
                .severity(Some(Severity::Breach))
                .note(safe!("under {} it is a breach", duration(limit)));
        }
        // A week is too much to be a near miss.
        if standard.unit != Unit::Weeks && value + 1 == i64::from(standard.count) {
            ruling = ruling.note(safe!(
                "a near miss, by {}",
                count_of(1, standard.unit.plural())
            ));
        }
        let remedy = if self.event > cx.as_of {
            format!(
                "Moving it to {} or later would keep the promise; or an explanation, agreed by \
                 both sides no later than the day itself.",
                day_and_year(cx.calendar.earliest_event(self.sent, standard)?)
            )
        } else {
            format!(
                "Next time, {} {standard} before the {}.",
                self.what, self.event_word
            )
        };
        Ok(ruling.remedy(remedy))
    }
}
