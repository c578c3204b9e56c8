//! What families are to be spared.

use chrono::NaiveDate;

use crate::rules::{Context, Ruling};
use closed_words::words;
use engagement_records::fields::{Asked, Field, Fields};
use engagement_records::record::Audience;
use working_days::{Window, time};

words! {
    /// What families may want to be spared.
    pub enum Avoid {
        /// Taking children to school.
        DropOff = "drop_off",
        /// Fetching them.
        PickUp = "pick_up",
        /// When children are taught.
        Lessons = "lessons",
        /// Holidays, INSET days and bank holidays.
        Holidays = "holidays",
    }
}

/// What each group is to be spared, and how long the way is.
#[derive(Debug, Clone)]
pub(super) struct Spared {
    pub(super) by_parents: Vec<Avoid>,
    pub(super) by_children: Vec<Avoid>,
    pub(super) travel_minutes: u32,
}

/// A quarter of an hour to a meeting and back is little; the parties know their roads.
const TRAVEL_MINUTES: u32 = 15;

impl Spared {
    /// Reads what the charter says; what it leaves out is as shipped.
    pub(super) fn read(fields: &mut Fields<'_, '_>) -> Self {
        let mut avoid = |name, shipped: &[Avoid]| match fields.words(name) {
            Field::Present(said) => said.value.into_iter().map(|one| one.value).collect(),
            Field::Absent
            | Field::NoPlace(_)
            | Field::Blank(_)
            | Field::Open(_)
            | Field::Unreadable(_) => shipped.to_vec(),
        };
        let by_parents = avoid(
            "parents_avoid",
            &[Avoid::DropOff, Avoid::PickUp, Avoid::Holidays],
        );
        let by_children = avoid("children_avoid", &[Avoid::Lessons]);
        let travel = fields.parsed("travel", || Asked::Minutes, read_minutes);
        Spared {
            by_parents,
            by_children,
            travel_minutes: travel.get().copied().unwrap_or(TRAVEL_MINUTES),
        }
    }

    /// What a group is to be spared.
    pub(super) fn by(&self, group: Audience) -> &[Avoid] {
        match group {
            Audience::Parents => &self.by_parents,
            Audience::Cyp => &self.by_children,
            Audience::Staff => &[],
        }
    }
}

/// A note when a free time lies outside the hours that suit parents best.
pub(super) fn with_preference(
    ruling: Ruling,
    cx: &Context<'_>,
    date: NaiveDate,
    window: Window,
) -> Ruling {
    let preferred = cx.calendar.school_day.preferred;
    let evening = cx.calendar.school_day.evening;
    if working_days::is_weekend(date) || window.from >= evening.from || preferred.holds(window) {
        return ruling;
    }
    ruling.note(format!(
        "outside the preferred hours of {} to {}",
        time(preferred.from),
        time(preferred.to)
    ))
}

/// Reads `15 minutes`.
fn read_minutes(text: &str) -> Result<u32, String> {
    let expected = || "write minutes, up to 240, such as `15 minutes`".to_owned();
    let number = text
        .strip_suffix("minutes")
        .or_else(|| text.strip_suffix("minute"))
        .ok_or_else(expected)?;
    number
        .trim()
        .parse()
        .ok()
        .filter(|minutes| *minutes <= 240)
        .ok_or_else(expected)
}
