//! Whether two records of one title, day and start are plainly of two meetings, such as drop-ins at
//! two schools.

use std::collections::BTreeSet;

use crate::fields::Field;
use crate::record::Engagement;
use crate::record::clock::may_be_one_start;
use crate::record::engagement::Attendance;
use plain_values::{Count, plain_words};

/// Whether two began at different times, or were in different places, and by different people or with
/// different numbers of them.
pub(super) fn are_two(one: &Engagement, other: &Engagement) -> bool {
    begin_apart(one, other)
        || are_elsewhere(one, other) && (are_of_others(one, other) || numbers_differ(one, other))
}

/// Whether both say when they began, at times that cannot be one.
fn begin_apart(one: &Engagement, other: &Engagement) -> bool {
    let starts = one.start.get().zip(other.start.get());
    starts.is_some_and(|(one, other)| !may_be_one_start(*one, *other))
}

/// Whether both name their place, and neither name has all words of the other.
fn are_elsewhere(one: &Engagement, other: &Engagement) -> bool {
    fn name(record: &Engagement) -> Option<&String> {
        record.venue.get()?.name.get()
    }
    let words = |name: &str| -> BTreeSet<String> {
        plain_words(name).split(' ').map(str::to_owned).collect()
    };
    // Most copies have it in the same letters.
    let names = name(one)
        .zip(name(other))
        .filter(|(one, other)| one != other);
    let places = names.map(|(one, other)| (words(one), words(other)));
    places.is_some_and(|(one, other)| !one.is_subset(&other) && !other.is_subset(&one))
}

/// Whether both say who held them, and nobody held both.
fn are_of_others(one: &Engagement, other: &Engagement) -> bool {
    let by = one.organisers.get().zip(other.organisers.get());
    by.is_some_and(|(one, other)| {
        let mut one = one.iter();
        !one.any(|party| other.iter().any(|it| it.value == party.value))
    })
}

/// Whether both count one group of people, and otherwise.
fn numbers_differ(one: &Engagement, other: &Engagement) -> bool {
    let came = one.attendance.get().zip(other.attendance.get());
    came.is_some_and(|(one, other)| {
        let pairs = counts(one).into_iter().zip(counts(other));
        let mut known = pairs.filter_map(|(one, other)| one.get().zip(other.get()));
        known.any(|(one, other)| one.both(*other).is_none())
    })
}

fn counts(attendance: &Attendance) -> [&Field<Count>; 5] {
    [
        &attendance.forum_reps,
        &attendance.parents,
        &attendance.cyp,
        &attendance.staff,
        &attendance.total,
    ]
}
