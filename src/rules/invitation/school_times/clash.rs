//! The geometry of school times: what clashes with what, under every reading that the record and
//! the charter leave open.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::open_points::{OpenPoint, audiences, on, schools, travels};
use super::spared::{Avoid, Spared};
use crate::rules::{Context, NoEvidence, unreadable};
use engagement_records::fields::Answer;
use engagement_records::record::{Audience, Engagement};
use located::source::Span;
use working_days::{DayAtSchool, School, SchoolYear, Window, is_weekend, time};

/// What was found under all readings.
pub(super) struct Findings {
    /// Every clash that some reading has, in words.
    pub(super) clashes: BTreeSet<String>,
    /// Whether some reading has no clash.
    pub(super) free_somehow: bool,
    /// Every reading clashes, but not all in the same way.
    pub(super) either_way: bool,
    /// What the readings differ in, where their answers differ.
    pub(super) doubts: Vec<OpenPoint>,
}

impl Findings {
    pub(super) fn is_free(&self) -> bool {
        self.clashes.is_empty()
    }

    pub(super) fn is_certain(&self) -> bool {
        self.is_free() || !self.free_somehow
    }

    pub(super) fn clash_words(&self) -> String {
        let clashes: Vec<&str> = self.clashes.iter().map(String::as_str).collect();
        if self.either_way {
            return format!(
                "what was left open makes no difference, because it clashes either way: {}",
                clashes.join("; or ")
            );
        }
        clashes.join("; ")
    }

    pub(super) fn doubt_words(&self) -> String {
        let doubts: Vec<String> = self.doubts.iter().map(|doubt| doubt.words()).collect();
        format!(
            "{}; it would clash if: {}",
            doubts.join(", and "),
            self.clash_words()
        )
    }
}

/// One way to read what was left open.
#[derive(Debug, Clone)]
struct Assumptions {
    /// Days that the term dates do not reach are taken as term, or as holiday.
    unknown_is_term: bool,
    groups: Vec<Audience>,
    travel: bool,
    window: Option<Window>,
}

/// A meeting on a day, with everything that is known about it.
pub(super) struct Meeting<'a> {
    spared: &'a Spared,
    date: NaiveDate,
    days: Vec<(&'a School, DayAtSchool)>,
    groups: Vec<Vec<Audience>>,
    travels: Option<bool>,
    hosted: bool,
    start: Option<NaiveTime>,
    end: Option<NaiveTime>,
    cx: Context<'a>,
    /// From start to end, when both are known.
    pub(super) window: Option<Window>,
    /// Where the start stands.
    pub(super) start_place: Option<Span>,
}

impl<'a> Meeting<'a> {
    pub(super) fn about(
        spared: &'a Spared,
        record: &Engagement,
        cx: &Context<'a>,
        date: NaiveDate,
    ) -> Result<Self, NoEvidence> {
        let days = days(&schools(record, cx)?, cx, date);
        let known = |answer: Answer<'_, NaiveTime>| match answer {
            Answer::Present(time, _) => Ok(Some(*time)),
            Answer::Missing(_) => Ok(None),
            Answer::Unreadable(span) => Err(unreadable(span)),
        };
        let start = known(record.start.answer(record.span))?;
        let end = known(record.end.answer(record.span))?;
        let hosted = match record
            .timing
            .inner(record.span, |timing| &timing.hosted_in_school)
        {
            Answer::Present(hosted, _) => *hosted,
            Answer::Missing(_) => false,
            Answer::Unreadable(span) => return Err(unreadable(span)),
        };
        Ok(Meeting {
            spared,
            date,
            days,
            groups: audiences(record),
            travels: travels(record)?,
            hosted,
            start,
            end,
            cx: *cx,
            window: start.zip(end).map(|(from, to)| Window { from, to }),
            start_place: record.start.spanned().map(|said| said.span),
        })
    }

    /// Goes through every reading, and finds what the answer hangs on: an open point matters when
    /// two readings that differ in nothing else give different answers.
    pub(super) fn answers(&self) -> Findings {
        let readings = self.readings();
        let answers: Vec<(Assumptions, Vec<String>)> = readings
            .into_iter()
            .map(|reading| {
                let clashes = self.clashes(&reading);
                (reading, clashes)
            })
            .collect();
        let free_somehow = answers.iter().any(|(_, clashes)| clashes.is_empty());
        let mut doubts = BTreeSet::new();
        if free_somehow {
            for (one, clashes) in &answers {
                for (other, _) in answers
                    .iter()
                    .filter(|(_, more)| more.is_empty() != clashes.is_empty())
                {
                    doubts.extend(self.only_difference(one, other));
                }
            }
        }
        let (clashes, the_same) = agreed(answers.into_iter().map(|(_, clashes)| clashes).collect());
        Findings {
            either_way: !free_somehow && !the_same,
            clashes,
            free_somehow,
            doubts: doubts.into_iter().collect(),
        }
    }

    fn readings(&self) -> Vec<Assumptions> {
        let unknown = self.days.is_empty()
            || self
                .days
                .iter()
                .any(|(_, day)| *day == DayAtSchool::Unknown);
        let term: &[bool] = if unknown { &[true, false] } else { &[true] };
        let travel = match self.travels {
            Some(travels) => vec![travels],
            None => vec![false, true],
        };
        let windows = self.windows();
        let mut readings = Vec::new();
        for unknown_is_term in term {
            for groups in &self.groups {
                for travel in &travel {
                    readings.extend(windows.iter().map(|window| Assumptions {
                        unknown_is_term: *unknown_is_term,
                        groups: groups.clone(),
                        travel: *travel,
                        window: *window,
                    }));
                }
            }
        }
        readings
    }

    /// The times that the engagement may have had. Without an end, it may have ended at once or
    /// gone on all day; without a start, nothing is known but that it may have been harmless.
    fn windows(&self) -> Vec<Option<Window>> {
        let last = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(NaiveTime::MIN);
        match (self.start, self.end) {
            (Some(from), Some(to)) => vec![Some(Window { from, to })],
            (Some(from), None) => {
                let moment = from.overflowing_add_signed(TimeDelta::minutes(1)).0;
                vec![
                    Some(Window {
                        from,
                        to: moment.max(from),
                    }),
                    Some(Window { from, to: last }),
                ]
            }
            (None, _) => vec![
                None,
                Some(Window {
                    from: NaiveTime::MIN,
                    to: last,
                }),
            ],
        }
    }

    fn only_difference(&self, one: &Assumptions, other: &Assumptions) -> Option<OpenPoint> {
        let term = one.unknown_is_term != other.unknown_is_term;
        let groups = one.groups != other.groups;
        let travel = one.travel != other.travel;
        let window = one.window != other.window;
        match (term, groups, travel, window) {
            (true, false, false, false) => Some(OpenPoint::Terms(SchoolYear::of(self.date))),
            (false, true, false, false) => Some(OpenPoint::Audience),
            (false, false, true, false) => Some(OpenPoint::Mode),
            (false, false, false, true) if self.start.is_none() => Some(OpenPoint::Start),
            (false, false, false, true) => Some(OpenPoint::End),
            _ => None,
        }
    }

    /// What clashes under one reading.
    fn clashes(&self, reading: &Assumptions) -> Vec<String> {
        let Some(window) = reading.window else {
            return Vec::new();
        };
        let evening = self.cx.calendar.school_day.evening.from;
        if is_weekend(self.date) || window.from >= evening {
            return Vec::new();
        }
        let widened = if reading.travel {
            widen(window, self.spared.travel_minutes)
        } else {
            window
        };
        let mut clashes = Vec::new();
        for group in &reading.groups {
            for avoid in self.spared.by(*group) {
                clashes.extend(self.clash(*group, *avoid, window, widened, reading));
            }
        }
        clashes
    }

    fn clash(
        &self,
        group: Audience,
        avoid: Avoid,
        window: Window,
        widened: Window,
        reading: &Assumptions,
    ) -> Option<String> {
        let day = self.cx.calendar.school_day;
        let (times, name) = match avoid {
            Avoid::Holidays => return self.holiday(reading),
            Avoid::DropOff => (day.drop_off, "drop-off"),
            Avoid::PickUp => (day.pick_up, "pick-up"),
            Avoid::Lessons if group == Audience::Cyp && self.hosted => return None,
            Avoid::Lessons => (day.lessons, "lessons"),
        };
        if !self.any_open(reading) || !widened.overlaps(times) {
            return None;
        }
        // Travel is named only where the clash would not be there without it.
        let travel = if window.overlaps(times) {
            String::new()
        } else {
            format!(" with {} minutes for travel", self.spared.travel_minutes)
        };
        let held = match (self.start, self.end) {
            (Some(from), Some(to)) => format!(", {} to {}{travel},", time(from), time(to)),
            (Some(from), None) => format!(" from {}{travel}", time(from)),
            (None, _) => String::new(),
        };
        Some(format!(
            "{}{held} overlaps {name}, {} to {}, which {} should be spared",
            on(self.date),
            time(times.from),
            time(times.to),
            group.spoken(),
        ))
    }

    fn any_open(&self, reading: &Assumptions) -> bool {
        let open = |day: DayAtSchool| match day {
            DayAtSchool::Open => true,
            DayAtSchool::Unknown => reading.unknown_is_term,
            DayAtSchool::Weekend
            | DayAtSchool::Holiday
            | DayAtSchool::Inset
            | DayAtSchool::BankHoliday => false,
        };
        self.effective_days().any(open)
    }

    /// Without any school in the charter, the day itself is unknown.
    fn effective_days(&self) -> impl Iterator<Item = DayAtSchool> {
        let none_listed = self.days.is_empty().then_some(DayAtSchool::Unknown);
        self.days.iter().map(|(_, day)| *day).chain(none_listed)
    }

    fn holiday(&self, reading: &Assumptions) -> Option<String> {
        let mut names = Vec::new();
        for (school, day) in &self.days {
            let what = match day {
                DayAtSchool::Holiday => "a school holiday",
                DayAtSchool::Inset => "an INSET day (staff only)",
                DayAtSchool::BankHoliday => {
                    return Some(format!("{} is a bank holiday", on(self.date)));
                }
                DayAtSchool::Unknown if !reading.unknown_is_term => "in the school holidays",
                DayAtSchool::Unknown | DayAtSchool::Open | DayAtSchool::Weekend => continue,
            };
            names.push(format!("{what} at {}", school.id));
        }
        if self.days.is_empty() && !reading.unknown_is_term {
            names.push("in the school holidays".to_owned());
        }
        (!names.is_empty()).then(|| format!("{} is {}", on(self.date), names.join(" and ")))
    }

    /// The words for an engagement that clashes with nothing.
    pub(super) fn free_words(&self) -> String {
        match self.window {
            Some(window) => format!(
                "{}, {} to {}, is clear of school times",
                on(self.date),
                time(window.from),
                time(window.to)
            ),
            None => format!("{} is clear of school times", on(self.date)),
        }
    }
}

/// The clashes that every reading has, or where there is none such, those of any reading; and
/// whether they are those of every reading.
fn agreed(readings: Vec<Vec<String>>) -> (BTreeSet<String>, bool) {
    let sets: Vec<BTreeSet<String>> = readings
        .into_iter()
        .map(|clashes| clashes.into_iter().collect())
        .collect();
    let in_all = sets
        .iter()
        .cloned()
        .reduce(|one, other| one.intersection(&other).cloned().collect())
        .unwrap_or_default();
    if in_all.is_empty() {
        (sets.into_iter().flatten().collect(), false)
    } else {
        (in_all, true)
    }
}

fn days<'a>(
    schools: &[&'a School],
    cx: &Context<'_>,
    date: NaiveDate,
) -> Vec<(&'a School, DayAtSchool)> {
    schools
        .iter()
        .map(|school| (*school, cx.calendar.day_at(school, date)))
        .collect()
}

/// The window with minutes before and after, within the day.
fn widen(window: Window, minutes: u32) -> Window {
    let margin = TimeDelta::minutes(i64::from(minutes));
    let (from, before) = window.from.overflowing_sub_signed(margin);
    let (to, after) = window.to.overflowing_add_signed(margin);
    let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(window.to);
    Window {
        from: if before == 0 { from } else { NaiveTime::MIN },
        to: if after == 0 { to } else { last },
    }
}
