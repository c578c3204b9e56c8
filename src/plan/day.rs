//! What a day is for the people concerned: at each school, for the organisations, and beside other
//! engagements.

use chrono::{NaiveDate, NaiveTime};

use crate::charter::Charter;
use engagement_records::record::{Audience, Engagement};
use working_days::{DayAtSchool, School, is_weekend};

/// What the day is at one school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtSchool {
    /// The id by which the charter knows it.
    pub school: String,
    /// What the day is there.
    pub day: DayAtSchool,
}

/// The schools that a record names, or every school of the charter, with what the day is there.
pub(super) fn at_schools(charter: &Charter, record: &Engagement, day: NaiveDate) -> Vec<AtSchool> {
    let calendar = &charter.calendar;
    let named = record.timing.get().and_then(|timing| timing.schools.get());
    let schools: Vec<&School> = match named {
        Some(named) => {
            let named = named.iter();
            named
                .filter_map(|name| calendar.school(&name.value))
                .collect()
        }
        None => calendar.schools.iter().collect(),
    };
    let schools = schools.into_iter();
    schools
        .map(|school| AtSchool {
            school: school.id.clone(),
            day: calendar.day_at(school, day),
        })
        .collect()
}

/// Why the organisations do not work on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWorking {
    /// Saturday or Sunday.
    Weekend,
    /// A bank holiday.
    BankHoliday,
    /// A day that the charter calls closed.
    Closed,
}

/// Whether the organisations do not work on a day, and why; nothing where nobody knows.
pub(super) fn not_working(charter: &Charter, day: NaiveDate) -> Option<NotWorking> {
    let calendar = &charter.calendar;
    if is_weekend(day) {
        Some(NotWorking::Weekend)
    } else if calendar.is_bank_holiday(day) == Ok(true) {
        Some(NotWorking::BankHoliday)
    } else {
        let is_closed = calendar.closed_days.contains(&day);
        is_closed.then_some(NotWorking::Closed)
    }
}

/// Another engagement of the same parties on the same day.
#[derive(Debug, Clone, Copy)]
pub struct Neighbour<'a> {
    /// The other one.
    pub record: &'a Engagement,
    /// Whether the two are held at the same time, as far as anybody knows.
    pub is_at_the_same_time: bool,
}

/// Those of the other engagements on its day that share somebody with this one: who holds it, or whom
/// it is for. Those at the same time come first. One without a time may be at any.
pub(super) fn neighbours<'a>(
    record: &Engagement,
    on_the_day: &[&'a Engagement],
) -> Vec<Neighbour<'a>> {
    let others = on_the_day.iter().copied();
    let others = others.filter(|other| share_somebody(record, other));
    let mut all: Vec<Neighbour<'a>> = others
        .map(|other| Neighbour {
            record: other,
            is_at_the_same_time: overlap(record, other),
        })
        .collect();
    all.sort_by_key(|other| {
        (
            !other.is_at_the_same_time,
            other.record.start.get().copied(),
        )
    });
    all
}

/// Where one of the two does not say, they may.
fn share_somebody(one: &Engagement, other: &Engagement) -> bool {
    let families = |record: &Engagement| -> Option<Vec<Audience>> {
        let groups = record.audience.get().filter(|groups| !groups.is_empty())?;
        Some(groups.iter().map(|group| group.value).collect())
    };
    let by_audience = match (families(one), families(other)) {
        (Some(one), Some(other)) => one.iter().any(|group| other.contains(group)),
        (None, _) | (_, None) => true,
    };
    let by_organisers = match (one.organisers.get(), other.organisers.get()) {
        (Some(one), Some(other)) => {
            let held = |party| other.iter().any(|it| it.value == party);
            one.iter().any(|party| held(party.value))
        }
        (None, _) | (_, None) => false,
    };
    by_audience || by_organisers
}

fn overlap(one: &Engagement, other: &Engagement) -> bool {
    let times = |record: &Engagement| -> Option<(NaiveTime, NaiveTime)> {
        let start = record.start.get()?;
        let end = record.end.get().filter(|end| *end > start);
        Some((*start, end.copied().unwrap_or(*start)))
    };
    match (times(one), times(other)) {
        (Some((from, to)), Some((other_from, other_to))) => {
            from < other_to && other_from < to || from == other_from
        }
        (None, _) | (_, None) => true,
    }
}
