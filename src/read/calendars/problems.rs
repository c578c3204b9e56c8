//! What can be wrong with an entry, said for people.

use chrono::NaiveDate;

use super::event::{Event, MOST_EVIDENCE};
use super::series::MOST_MOMENTS;
use closed_words::grouped;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::Span;
use working_days::day_and_year;

/// So many occurrences of one entry are read.
pub(super) const MOST_OF_ONE: usize = 1_000;

/// So many occurrences are read of all series of one file together; entries that are not repeated
/// are read all the same.
pub(super) const MOST_OF_FILE: usize = 20_000;

/// Something that is wrong with an entry as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// A rule cannot be read.
    Rule,
    /// So many rules were followed in this file that this one was not.
    ManyRules,
    /// A further day of a series cannot be read.
    Further,
    /// A day that a series leaves out cannot be read.
    Except,
    /// The day that an entry stands for cannot be read.
    InsteadOf,
    /// A series has no end, and was read up to this day.
    Endless(NaiveDate),
    /// A series has too many occurrences.
    TooMany,
    /// The series of the file have too many occurrences together.
    Full,
    /// A change stands for all later occurrences, too.
    AndLater,
    /// A text was too long to be read to its end.
    TooLong,
    /// There were more `X-` properties than a record has fields.
    ManyFields,
}

impl Problem {
    /// Whether something that may have been a record was not read because of it.
    pub(super) fn loses(&self) -> bool {
        match self {
            Problem::Rule
            | Problem::ManyRules
            | Problem::Further
            | Problem::Except
            | Problem::TooMany
            | Problem::Full
            | Problem::ManyFields => true,
            Problem::InsteadOf | Problem::Endless(_) | Problem::AndLater | Problem::TooLong => {
                false
            }
        }
    }

    /// The property that it is about.
    pub(super) fn heading(&self) -> &'static str {
        match self {
            Problem::Rule
            | Problem::ManyRules
            | Problem::Endless(_)
            | Problem::TooMany
            | Problem::Full => "RRULE",
            Problem::Further => "RDATE",
            Problem::Except => "EXDATE",
            Problem::InsteadOf | Problem::AndLater => "RECURRENCE-ID",
            Problem::TooLong => "TEXT",
            Problem::ManyFields => "X-",
        }
    }

    /// The fault at a place.
    pub(super) fn fault(&self, at: Span) -> Diagnostic {
        let fault = Diagnostic::error(self.code(), at, self.message());
        let fault = match self {
            Problem::Endless(_) | Problem::AndLater | Problem::TooLong => fault.warning(),
            Problem::Rule
            | Problem::ManyRules
            | Problem::Further
            | Problem::Except
            | Problem::InsteadOf
            | Problem::TooMany
            | Problem::Full
            | Problem::ManyFields => fault,
        };
        fault.help(self.help())
    }

    fn code(&self) -> &'static str {
        match self {
            Problem::Rule => "unreadable-rule",
            Problem::ManyRules => "many-rules",
            Problem::Further | Problem::Except | Problem::InsteadOf => "unreadable-day",
            Problem::Endless(_) => "endless-series",
            Problem::TooMany => "long-series",
            Problem::Full => "many-occurrences",
            Problem::AndLater => "this-and-future",
            Problem::TooLong => "too-long",
            Problem::ManyFields => "many-fields",
        }
    }

    fn message(&self) -> String {
        let message = match self {
            Problem::Rule => {
                "the rule by which this entry is repeated cannot be read, so only its first \
                 occurrence was"
            }
            Problem::ManyRules => {
                "there are too many repeated entries in this file, so only the first occurrence \
                 of this one was read"
            }
            Problem::Further => "a further day of this series cannot be read, so it is missing",
            Problem::Except => {
                "a day on which this series does not take place cannot be read, so it may be \
                 counted"
            }
            Problem::InsteadOf => {
                "this entry changes one occurrence of a series, but of which day cannot be read"
            }
            Problem::Endless(day) => {
                let day = day_and_year(*day);
                return format!("this series has no end; it was read up to {day}");
            }
            Problem::TooMany => {
                return format!(
                    "this series has more than {} occurrences in the period, or more than {} \
                     before its end; the later ones were not read",
                    grouped(MOST_OF_ONE),
                    grouped(MOST_MOMENTS)
                );
            }
            Problem::Full => {
                return format!(
                    "the series of this file have more than {} occurrences in the period; the \
                     later ones of this series, and all of those below it in the file, were not \
                     read",
                    grouped(MOST_OF_FILE)
                );
            }
            Problem::AndLater => {
                "this change is meant for all later occurrences, too, but was read for this one \
                 only"
            }
            Problem::ManyFields => {
                return format!(
                    "this entry has more than {MOST_EVIDENCE} properties that begin with `X-`; \
                     from here on they were not read"
                );
            }
            Problem::TooLong => "this text is so long that only its beginning was read",
        };
        message.to_owned()
    }

    fn help(&self) -> &'static str {
        match self {
            Problem::Rule => {
                "set the repetition again in the calendar program, or add each day as an entry"
            }
            Problem::ManyRules => "split the file",
            Problem::Further | Problem::Except => {
                "check the dates of the series in the calendar program"
            }
            Problem::InsteadOf => "check the date of that occurrence in the calendar program",
            Problem::Endless(_) => "say until when records are to be read",
            Problem::TooMany => "give the series an end, or choose a shorter period",
            Problem::Full => {
                "choose a shorter period, split the file, or take away series that are no \
                 engagements"
            }
            Problem::AndLater => "end the series before this day and begin a new one on it",
            Problem::ManyFields => "take those away that are no fields of a record",
            Problem::TooLong => "shorten it in the calendar program",
        }
    }
}

/// The problems of an entry that can be seen without following its rules.
pub(super) fn of_itself(event: &Event) -> Vec<(u32, Problem)> {
    let unreadable = event.instead_of.iter().filter(|said| said.value.is_none());
    let further = event.further.iter().filter(|said| said.value.is_none());
    let except = event.except.iter().filter(|said| said.value.is_none());
    let mut problems: Vec<(u32, Problem)> = Vec::new();
    problems.extend(unreadable.map(|said| (said.line, Problem::InsteadOf)));
    problems.extend(event.and_later.map(|line| (line, Problem::AndLater)));
    problems.extend(further.map(|said| (said.line, Problem::Further)));
    problems.extend(except.map(|said| (said.line, Problem::Except)));
    problems.extend(event.too_long.iter().map(|line| (*line, Problem::TooLong)));
    problems.extend(event.too_many.map(|line| (line, Problem::ManyFields)));
    problems.dedup();
    problems
}

/// An entry has no end.
pub(super) fn entry_without_end(at: Span) -> Diagnostic {
    Diagnostic::error(
        "entry-without-end",
        at,
        "an entry begins here and does not end, so it was not read",
    )
    .help("the file may have been cut off; export it again from the calendar program")
}

/// A calendar has no end.
pub(super) fn calendar_without_end(at: Span) -> Diagnostic {
    Diagnostic::error(
        "calendar-without-end",
        at,
        "a calendar begins here, and the file ends or the next calendar begins before this one ends; \
         what was read may not be all of it",
    )
    .help("the file may have been cut off; export it again from the calendar program")
}

/// Nothing says on which day an entry is.
pub(super) fn without_day(at: Span, is_there: bool) -> Diagnostic {
    let message = if is_there {
        "the day of this entry cannot be read, or there is no such day"
    } else {
        "this entry has no day"
    };
    Diagnostic::error("no-day", at, message)
        .help("check when the entry begins in the calendar program")
}

/// Nothing says when an entry ends that says it.
pub(super) fn unreadable_end(at: Span) -> Diagnostic {
    Diagnostic::error("unreadable-end", at, "when this entry ends cannot be read")
        .help("check when the entry ends in the calendar program")
}

/// An entry ends before it begins.
pub(super) fn backwards(at: Span) -> Diagnostic {
    Diagnostic::error("end-before-start", at, "it ends before it begins")
        .help("check when the entry begins and ends in the calendar program")
}

/// Nothing explains the zone of an entry's times.
pub(super) fn unknown_zone(at: Span, zone: &str) -> Diagnostic {
    Diagnostic::error(
        "unknown-zone",
        at,
        format!(
            "the times of this entry are in the time zone {}, which is not known, so they cannot \
             be told",
            quoted(zone)
        ),
    )
    .help("choose London as the time zone of the entry, and export the calendar again")
}

/// An entry lasts several days.
pub(super) fn several_days(at: Span, last: NaiveDate) -> Diagnostic {
    let message = format!(
        "this entry lasts until {}; it is judged by its first day",
        day_and_year(last)
    );
    Diagnostic::error("several-days", at, message)
        .warning()
        .help("if it is a survey or consultation, give it the category Survey or Consultation")
}

/// An entry with times ends on a later day.
pub(super) fn past_midnight(at: Span, last: NaiveDate) -> Diagnostic {
    let message = format!(
        "this entry ends on {}, a later day than it begins on, so its end is left out",
        day_and_year(last)
    );
    Diagnostic::error("past-midnight", at, message)
        .warning()
        .help("give every day an entry of its own")
}
