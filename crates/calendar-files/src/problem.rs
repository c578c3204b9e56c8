//! What can be wrong with an event or a file.

use chrono::NaiveDate;

use crate::property::Property;
use crate::written_event::WrittenEvent;

/// Something that is wrong with an event as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// A rule cannot be read, so only the first occurrence was.
    UnreadableRule,
    /// So many rules were followed in this file that this one was not.
    TooManyRules,
    /// A further day of a series cannot be read, so it is missing.
    UnreadableRdate,
    /// A day that a series leaves out cannot be read, so it may be counted.
    UnreadableExdate,
    /// A rule by which a series leaves out days cannot be read, so they may be counted.
    UnreadableExrule,
    /// The occurrence that the event stands for cannot be read.
    UnreadableRecurrenceId,
    /// A series has no end, and was read up to this day because the period has none either.
    Endless(NaiveDate),
    /// A series has more occurrences than [`limits`](crate::limits) allow, or more moments before
    /// the period.
    TooManyOccurrences,
    /// The series of the file have too many occurrences together; the later ones of this series
    /// and of those below it were not read.
    TooManyInFile,
    /// A change is meant for all later occurrences, too, and was read for one only, because the
    /// series is not in the same file.
    ThisAndFuture,
    /// A text was too long to be read to its end.
    LongText,
    /// There were more `X-` properties than are read; these from here on were not.
    TooManyXProperties,
}

impl Problem {
    /// Whether something that belongs to the event was not read because of it.
    pub fn loses_something(self) -> bool {
        match self {
            Problem::UnreadableRule
            | Problem::TooManyRules
            | Problem::UnreadableRdate
            | Problem::UnreadableExdate
            | Problem::UnreadableExrule
            | Problem::TooManyOccurrences
            | Problem::TooManyInFile
            | Problem::TooManyXProperties => true,
            Problem::UnreadableRecurrenceId
            | Problem::Endless(_)
            | Problem::ThisAndFuture
            | Problem::LongText => false,
        }
    }
}

/// The problems of an event that can be seen without following its rules; whether it is a change
/// that reaches later occurrences, where it is meant to.
pub(crate) fn of_itself(event: &WrittenEvent, reaches_later: bool) -> Vec<Property<Problem>> {
    let unreadable = event.instead_of.iter().filter(|one| one.value.is_none());
    let further = event.further.iter().filter(|one| one.value.is_none());
    let except = event.except.iter().filter(|one| one.value.is_none());
    let mut problems: Vec<Property<Problem>> = Vec::new();
    let mut add = |line: u32, value: Problem| problems.push(Property { line, value });
    unreadable.for_each(|one| add(one.line, Problem::UnreadableRecurrenceId));
    let and_later = event.and_later.iter().filter(|_| !reaches_later);
    and_later.for_each(|line| add(*line, Problem::ThisAndFuture));
    further.for_each(|one| add(one.line, Problem::UnreadableRdate));
    except.for_each(|one| add(one.line, Problem::UnreadableExdate));
    let too_long = event.too_long.iter();
    too_long.for_each(|line| add(*line, Problem::LongText));
    let too_many = event.too_many.iter();
    too_many.for_each(|line| add(*line, Problem::TooManyXProperties));
    problems.dedup();
    problems
}

/// Something that begins and does not end: a file that was cut off, or damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// An event, which was not read.
    Event,
    /// A calendar; what was read may not be all of it.
    Calendar,
}
