//! What can be wrong with a calendar, said for people.

use chrono::NaiveDate;

use crate::read::item::Job;
use calendar_files::{LeftOutKind, Problem, Unfinished, limits};
use closed_words::grouped;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::Span;
use working_days::day_and_year;

/// What a file leaves out, as people call it.
pub(super) fn left_out(what: LeftOutKind) -> &'static str {
    match what {
        LeftOutKind::Todo => "to-do entries in calendars",
        LeftOutKind::Journal => "journal entries in calendars",
        LeftOutKind::FreeBusy => "free and busy times in calendars",
        LeftOutKind::Answer => "answers to invitations in calendars",
        LeftOutKind::EarlierVersion => "earlier versions of entries in calendars",
        LeftOutKind::Cancellation => {
            "cancellations in calendars, read with the entries that they call off"
        }
        LeftOutKind::Attendee => "people invited in calendars, who are not read",
        LeftOutKind::Description => "descriptions in calendars, which are not read",
        LeftOutKind::OutsidePeriod => "series in calendars with no day in the period",
    }
}

/// A problem, at a place.
pub(super) fn of_problem(problem: Problem, at: Span) -> Diagnostic {
    let fault = Diagnostic::error(code(problem), at, message(problem));
    let fault = match problem {
        Problem::Endless(_) | Problem::ThisAndFuture | Problem::LongText => fault.warning(),
        Problem::UnreadableRule
        | Problem::TooManyRules
        | Problem::UnreadableRdate
        | Problem::UnreadableExdate
        | Problem::UnreadableExrule
        | Problem::UnreadableRecurrenceId
        | Problem::TooManyOccurrences
        | Problem::TooManyInFile
        | Problem::TooManyXProperties => fault,
    };
    fault.help(help(problem))
}

/// The property that a problem is about.
pub(super) fn property_of(problem: Problem) -> &'static str {
    match problem {
        Problem::UnreadableRule
        | Problem::TooManyRules
        | Problem::Endless(_)
        | Problem::TooManyOccurrences
        | Problem::TooManyInFile => "RRULE",
        Problem::UnreadableRdate => "RDATE",
        Problem::UnreadableExdate => "EXDATE",
        Problem::UnreadableExrule => "EXRULE",
        Problem::UnreadableRecurrenceId | Problem::ThisAndFuture => "RECURRENCE-ID",
        Problem::LongText => "TEXT",
        Problem::TooManyXProperties => "X-",
    }
}

fn code(problem: Problem) -> &'static str {
    match problem {
        Problem::UnreadableRule | Problem::UnreadableExrule => "unreadable-rule",
        Problem::TooManyRules => "many-rules",
        Problem::UnreadableRdate | Problem::UnreadableExdate | Problem::UnreadableRecurrenceId => {
            "unreadable-day"
        }
        Problem::Endless(_) => "endless-series",
        Problem::TooManyOccurrences => "long-series",
        Problem::TooManyInFile => "many-occurrences",
        Problem::ThisAndFuture => "this-and-future",
        Problem::LongText => "too-long",
        Problem::TooManyXProperties => "many-fields",
    }
}

fn message(problem: Problem) -> String {
    let message = match problem {
        Problem::UnreadableRule => {
            "the rule by which this entry is repeated cannot be read, so only its first \
             occurrence was"
        }
        Problem::TooManyRules => {
            "there are too many repeated entries in this file, so only the first occurrence \
             of this one was read"
        }
        Problem::UnreadableRdate => "a further day of this series cannot be read, so it is missing",
        Problem::UnreadableExdate => {
            "a day on which this series does not take place cannot be read, so it may be \
             counted"
        }
        Problem::UnreadableExrule => {
            "the rule by which days of this series are left out cannot be read, so they may be \
             counted"
        }
        Problem::UnreadableRecurrenceId => {
            "this entry changes one occurrence of a series, but of which day cannot be read"
        }
        Problem::Endless(day) => {
            let day = day_and_year(day);
            return format!("this series has no end; it was read up to {day}");
        }
        Problem::TooManyOccurrences => {
            return format!(
                "this series has more than {} occurrences in the period, or more than {} \
                 before its end; the later ones were not read",
                grouped(limits::OCCURRENCES_OF_EVENT),
                grouped(limits::MOMENTS_OF_RULE)
            );
        }
        Problem::TooManyInFile => {
            return format!(
                "the series of this file have more than {} occurrences in the period; the \
                 later ones of this series, and all of those below it in the file, were not \
                 read",
                grouped(limits::OCCURRENCES_OF_FILE)
            );
        }
        Problem::ThisAndFuture => {
            "this change is meant for all later occurrences, too, but was read for this one \
             only"
        }
        Problem::TooManyXProperties => {
            return format!(
                "this entry has more than {} properties that begin with `X-`; \
                 from here on they were not read",
                limits::X_PROPERTIES_OF_EVENT
            );
        }
        Problem::LongText => "this text is so long that only its beginning was read",
    };
    message.to_owned()
}

fn help(problem: Problem) -> &'static str {
    match problem {
        Problem::UnreadableRule => {
            "set the repetition again in the calendar program, or add each day as an entry"
        }
        Problem::TooManyRules => "split the file",
        Problem::UnreadableExrule => {
            "leave each day out in the calendar program, and export it again"
        }
        Problem::UnreadableRdate | Problem::UnreadableExdate => {
            "check the dates of the series in the calendar program"
        }
        Problem::UnreadableRecurrenceId => {
            "check the date of that occurrence in the calendar program"
        }
        Problem::Endless(_) => "say until when records are to be read",
        Problem::TooManyOccurrences => "give the series an end, or choose a shorter period",
        Problem::TooManyInFile => {
            "choose a shorter period, split the file, or take away series that are no \
             engagements"
        }
        Problem::ThisAndFuture => "end the series before this day and begin a new one on it",
        Problem::TooManyXProperties => "take those away that are no fields of a record",
        Problem::LongText => "shorten it in the calendar program",
    }
}

/// A file has no calendar in it.
pub(super) fn not_a_calendar(job: &Job<'_>) -> Diagnostic {
    job.fault("not-a-calendar", "this file is not a calendar")
        .help("a calendar begins with `BEGIN:VCALENDAR`; export it again from its program")
}

/// What people and calendars call something that does not end.
pub(super) fn unfinished_component(what: Unfinished) -> (&'static str, &'static str) {
    match what {
        Unfinished::Event => ("an entry that does not end", "VEVENT"),
        Unfinished::Calendar => ("a calendar that does not end", "VCALENDAR"),
    }
}

/// Something begins and does not end.
pub(super) fn unfinished(what: Unfinished, at: Span) -> Diagnostic {
    let (code, message) = match what {
        Unfinished::Event => (
            "entry-without-end",
            "an entry begins here and does not end, so it was not read",
        ),
        Unfinished::Calendar => (
            "calendar-without-end",
            "a calendar begins here, and the file ends or the next calendar begins before this one ends; \
             what was read may not be all of it",
        ),
    };
    Diagnostic::error(code, at, message)
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

/// A title may say that it was called off, or be about something that was.
pub(super) fn perhaps_called_off(at: Span) -> Diagnostic {
    let message = "this leaves open whether it was called off, so it is no evidence for `status`";
    Diagnostic::error("not-said", at, message)
        .warning()
        .help("cancel the entry in the calendar program, or call it otherwise")
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
        "this entry lasts until {}; what comes before is counted from its first day, what comes \
         after from its last",
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
