//! How long after a day something was done.

use chrono::NaiveDate;

use crate::rules::words::{count_of, day, day_and_year, duration};
use crate::rules::{Context, Direction, Measure, Ruling, Severity, Standard};
use identifiers::safe;
use identifiers::text::SafeText;
use working_days::{NotCovered, Unit};

/// Something that came after a day from which it is counted.
pub(in crate::rules) struct After<'a> {
    /// The day from which it is counted, as a sentence begins: `workshop`, `survey closed`.
    pub(in crate::rules) event_word: SafeText,
    /// That day.
    pub(in crate::rules) from: NaiveDate,
    /// How its coming is told: `feedback sent`, `answered`.
    pub(in crate::rules) verb: &'static str,
    /// The day it came.
    pub(in crate::rules) came: NaiveDate,
    /// How much is allowed.
    pub(in crate::rules) standard: &'a Standard,
    /// What would help next time.
    pub(in crate::rules) remedy: String,
}

impl After<'_> {
    /// Kept or not kept, with the arithmetic.
    pub(in crate::rules) fn judge(self, cx: &Context<'_>) -> Result<Ruling, NotCovered> {
        let standard = self.standard.required;
        let due = cx.calendar.due(self.from, standard)?;
        let value = cx.calendar.elapsed(self.from, self.came, standard.unit)?;
        let days = (self.came - self.from).num_days();
        let words = self.words(value, days);
        let ruling = if self.came <= due {
            self.met(cx, words)?
        } else {
            self.late(cx, &words, value, due)?
        };
        Ok(ruling.due(due).settled(self.came).measured(Measure {
            value,
            unit: standard.unit.plural(),
            days: Some(days),
            standard: *self.standard,
            direction: Direction::AtMost,
        }))
    }

    fn words(&self, value: i64, days: i64) -> SafeText {
        let standard = self.standard.required;
        let plain = if standard.unit == Unit::Days {
            SafeText::default()
        } else {
            safe!(" ({})", count_of(days, "days"))
        };
        safe!(
            "{} {}, {} {}: {} later{}; standard {}",
            self.event_word,
            day(self.from),
            self.verb,
            day_and_year(self.came),
            count_of(value, standard.unit.plural()),
            plain,
            duration(standard)
        )
    }

    fn met(&self, cx: &Context<'_>, words: SafeText) -> Result<Ruling, NotCovered> {
        let ruling = Ruling::kept(words);
        let Some(aim) = self.standard.aim else {
            return Ok(ruling);
        };
        let aimed = cx.calendar.due(self.from, aim)?;
        Ok(if self.came <= aimed {
            ruling
        } else {
            ruling.note(safe!(
                "the aim is {}, which was {}",
                duration(aim),
                day_and_year(aimed)
            ))
        })
    }

    fn late(
        &self,
        cx: &Context<'_>,
        words: &SafeText,
        value: i64,
        due: NaiveDate,
    ) -> Result<Ruling, NotCovered> {
        let standard = self.standard.required;
        let mut ruling = Ruling::not_kept(safe!("{}; last day was {}", words, day_and_year(due)))
            .remedy(self.remedy.clone());
        if let Some(limit) = self.standard.limit
            && self.came > cx.calendar.due(self.from, limit)?
        {
            ruling = ruling
                .severity(Some(Severity::Breach))
                .note(safe!("beyond {} it is a breach", duration(limit)));
        }
        // A week is too much to be a near miss.
        if standard.unit != Unit::Weeks && value == i64::from(standard.count) + 1 {
            ruling = ruling.note(safe!(
                "a near miss, by {}",
                count_of(1, standard.unit.plural())
            ));
        }
        Ok(ruling)
    }
}
