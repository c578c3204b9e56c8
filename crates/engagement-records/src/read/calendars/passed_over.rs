//! Entries of calendars that are no engagements: what is private, what a school calendar says of its
//! days, and whole days of which nothing says that anybody was to come.

use calendar_files::Event;
use plain_values::{Synonyms as _, read_phrase};

use super::field_names::{FieldNames, PropertyMeaning};
use crate::record::{Audience, Kind};
use closed_words::Word as _;

/// Why an entry is no engagement, as it is counted under; nothing for one that may be.
pub(super) fn reason(event: &Event, names: &FieldNames) -> Option<&'static str> {
    if event.is_private {
        return Some("private entries in calendars, which are not read");
    }
    let title = event.summary.as_ref().map_or("", |title| &title.value);
    let says_nothing_else = event.location.is_none()
        && event.categories.is_empty()
        && event.x_properties.is_empty()
        && event.attendees == 0;
    let title = words(title);
    if says_nothing_else && BUSY.contains(&title.as_str()) {
        return Some("entries in calendars that say only that somebody is busy");
    }
    if LEAVE.contains(&title.as_str()) {
        return Some("leave in calendars");
    }
    if !event.is_of_whole_days() || is_meant(event, names) {
        return None;
    }
    let title = format!(" {title} ");
    let says = |phrases: &[&str]| {
        let mut all = phrases.iter();
        all.any(|phrase| title.contains(&format!(" {phrase} ")))
    };
    let names_what = says(OCCASIONS);
    let school = SCHOOL.iter().find(|(_, phrases)| says(phrases));
    match school {
        Some((what, _)) if !names_what => Some(what),
        _ if names_what || names_people(&title) => None,
        _ => Some("whole-day entries in calendars that name nobody who was to come"),
    }
}

/// Whether somebody said of an entry what it is or whom it is for.
fn is_meant(event: &Event, names: &FieldNames) -> bool {
    let mut properties = event.x_properties.iter();
    let has_field =
        properties.any(|one| matches!(names.find(&one.name), PropertyMeaning::Field(_)));
    let mut categories = event.categories.iter();
    let has_kind = categories.any(|one| read_phrase::<Kind>(&one.value).is_ok());
    event.attendees > 0 || has_field || has_kind
}

/// Whether a title names a kind of engagement or people whom it is for.
fn names_people(title: &str) -> bool {
    let says = |phrase: &str| title.contains(&format!(" {phrase} "));
    let kinds = Kind::all_words().chain(Kind::synonyms().map(|(phrase, _)| phrase));
    let people = Audience::synonyms().map(|(phrase, _)| phrase);
    kinds.chain(people).any(says) || ["parents", "forum", "send"].into_iter().any(says)
}

/// The words of a title in small letters, with one blank between them.
fn words(title: &str) -> String {
    let lower = title.to_lowercase().replace(['\'', '’'], "");
    let words = lower.split(|sign: char| !sign.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What programs publish of entries that they do not show.
const BUSY: &[&str] = &[
    "busy",
    "free",
    "tentative",
    "unavailable",
    "private",
    "private appointment",
    "private event",
    "working elsewhere",
    "away",
];

/// Titles of days on which somebody is not there.
const LEAVE: &[&str] = &[
    "leave",
    "on leave",
    "annual leave",
    "al",
    "a l",
    "out of office",
    "ooo",
    "sick leave",
    "maternity leave",
    "paternity leave",
    "study leave",
    "toil",
    "day off",
    "non working day",
];

/// Words by which a whole day is an occasion for people after all.
const OCCASIONS: &[&str] = &[
    "meeting",
    "workshop",
    "event",
    "drop in",
    "coffee",
    "fun day",
    "open day",
    "conference",
    "survey",
    "consultation",
    "session",
    "group",
    "board",
    "panel",
    "webinar",
    "parents",
    "carers",
    "families",
    "parent carer",
];

/// What schools and the year say of whole days.
const SCHOOL: &[(&str, &[&str])] = &[
    (
        "INSET days in calendars",
        &[
            "inset",
            "inset day",
            "training day",
            "staff training",
            "occasional day",
            "pd day",
        ],
    ),
    (
        "bank holidays in calendars",
        &[
            "bank holiday",
            "bank holidays",
            "public holiday",
            "good friday",
            "easter monday",
            "easter sunday",
            "christmas day",
            "boxing day",
            "new years day",
            "may day",
        ],
    ),
    (
        "half terms and school holidays in calendars",
        &[
            "half term",
            "school holiday",
            "school holidays",
            "easter holiday",
            "easter holidays",
            "summer holiday",
            "summer holidays",
            "christmas holiday",
            "christmas holidays",
            "school closed",
            "school closes",
            "break up",
            "breaks up",
        ],
    ),
    (
        "term dates in calendars",
        &[
            "term starts",
            "term begins",
            "term ends",
            "start of term",
            "end of term",
            "first day of term",
            "last day of term",
            "autumn term",
            "spring term",
            "summer term",
            "school opens",
            "school reopens",
        ],
    ),
    (
        "leave in calendars",
        &["annual leave", "on leave", "out of office", "holiday"],
    ),
];
