//! The best times for an engagement between two days.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};

use super::planner::{Choice, Planner, Slot};
use working_days::day_and_year;

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Search {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// How long it takes.
    pub length: TimeDelta,
}

/// Nobody is asked to come earlier or to stay later.
const EARLIEST: (u32, u32) = (9, 0);
const LATEST: (u32, u32) = (21, 0);

/// Engagements begin on the hour or at half past.
const STEP: i64 = 30;

/// More days are not searched.
const MOST_DAYS: i64 = 732;

/// What is to be done today or tomorrow is in time, and hardly will be.
const AT_ONCE: Days = Days::new(1);

impl Search {
    /// Whether it can be searched.
    ///
    /// # Errors
    /// Why not, for people.
    pub fn checked(self) -> Result<Self, String> {
        let room = time(LATEST) - time(EARLIEST);
        if self.last < self.first {
            return Err(format!(
                "there is no day between {} and {}",
                day_and_year(self.first),
                day_and_year(self.last)
            ));
        }
        if (self.last - self.first).num_days() >= MOST_DAYS {
            return Err("no more than two years can be searched".to_owned());
        }
        if self.length <= TimeDelta::zero() || self.length > room {
            return Err(format!(
                "an engagement takes some time, and at most {} hours of a day",
                room.num_hours()
            ));
        }
        Ok(self)
    }

    fn starts(self) -> impl Iterator<Item = NaiveTime> {
        let latest = time(LATEST) - self.length;
        let starts = (0..).map(|step| time(EARLIEST) + TimeDelta::minutes(STEP * step));
        starts.take_while(move |start| *start <= latest)
    }
}

fn time((hour, minute): (u32, u32)) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

impl<'a> Planner<'a> {
    /// The best time of every day, the best day first. Only days that are still ahead are looked at:
    /// at the end of the as-of date, its own is over.
    pub fn search(&self, search: Search) -> Vec<Choice<'a>> {
        let days = search.first.iter_days();
        let days = days.take_while(|day| *day <= search.last);
        let best = days.filter(|day| *day > self.as_of()).filter_map(|day| {
            let of_day = self.of_day(day);
            let choices = search.starts().map(|start| {
                let slot = Slot {
                    day,
                    start: Some(start),
                    end: Some(start + search.length),
                };
                self.at(slot, &of_day)
            });
            choices.min_by_key(|choice| self.rank(choice))
        });
        let mut best: Vec<Choice<'a>> = best.collect();
        best.sort_by_key(|choice| self.rank(choice));
        best
    }

    /// How good a time is; less is better. What cannot be kept any more weighs most, then who cannot
    /// come, then what is less convenient. What nobody can say weighs less than that: term dates that
    /// the charter lacks would otherwise drive every meeting into the evening.
    fn rank(&self, choice: &Choice<'_>) -> impl Ord + use<> {
        let others = choice.neighbours.iter();
        let at_the_same_time = others.filter(|other| other.is_at_the_same_time).count();
        let rushed = self.as_of().checked_add_days(AT_ONCE);
        let rushed = choice.still_to_do.iter().any(|it| Some(it.last) <= rushed);
        (
            choice.too_late.len(),
            choice.clashes.len(),
            at_the_same_time,
            choice.not_working.is_some(),
            rushed,
            choice.is_outside_preferred,
            choice.doubts.len(),
            choice.neighbours.len(),
            choice.slot.day,
            self.away_from_ideal(choice.slot),
        )
    }

    /// How far a time is, in minutes, from the one at which people would rather begin.
    fn away_from_ideal(&self, slot: Slot) -> Option<i64> {
        let ideal = self.charter.calendar.school_day.preferred.from;
        slot.start.map(|start| (start - ideal).num_minutes().abs())
    }
}

/// Puts times that somebody named into order, the best first.
pub fn best_first<'a>(planner: &Planner<'a>, slots: &[Slot]) -> Vec<Choice<'a>> {
    let mut choices: Vec<Choice<'a>> = slots.iter().map(|slot| planner.judged(*slot)).collect();
    choices.sort_by_key(|choice| planner.rank(choice));
    choices
}
