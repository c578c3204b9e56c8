//! Entries of calendars that are no engagements: what is private, what a school calendar says of its
//! days, and whole days of which nothing says that anybody was to come.

use plain_values::{Synonyms as _, read_phrase};

use super::calendar_words::{
    APPOINTMENTS, BUSY, LEAVE, OCCASIONS, OF_APPOINTMENTS, OWN_TIME, PAPERS, SCHOOL,
};
use super::key::key;
use crate::record::{Audience, Kind};
use closed_words::Word as _;

/// What a calendar says of one entry, whatever the calendar was written in.
#[derive(Debug)]
pub(super) struct CalendarEntry<'e> {
    /// Its title.
    pub(super) title: &'e str,
    /// Whether somebody marked it as private or confidential.
    pub(super) is_private: bool,
    /// Whether it lasts whole days.
    pub(super) is_of_whole_days: bool,
    /// What it says beside its title and its times.
    pub(super) beside: Beside,
}

/// What an entry says beside its title and its times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Beside {
    Nothing,
    /// A category or another note of any kind.
    Something,
    /// A place.
    Place,
    /// People.
    Invited,
    /// What it is: a field of a record, a kind of engagement.
    WhatItIs,
}

impl Beside {
    /// The most that is said.
    pub(super) fn most(said: impl IntoIterator<Item = (Beside, bool)>) -> Self {
        let said = said.into_iter().filter(|(_, is_said)| *is_said);
        said.map(|(beside, _)| beside)
            .max()
            .unwrap_or(Beside::Nothing)
    }
}

impl CalendarEntry<'_> {
    /// Why it is no engagement, as it is counted under; nothing for one that may be.
    pub(super) fn why_passed_over(&self) -> Option<&'static str> {
        if self.is_private {
            return Some(PRIVATE);
        }
        let title = key(self.title);
        if self.beside == Beside::Nothing && BUSY.contains(&title.as_str()) {
            return Some("entries in calendars that say only that somebody is busy");
        }
        if LEAVE.contains(&title.as_str()) {
            return Some("leave in calendars");
        }
        if self.beside == Beside::WhatItIs {
            return None;
        }
        if self.beside < Beside::Invited && is_own(&title, self.beside) {
            return Some("people's own appointments in calendars");
        }
        if !self.is_of_whole_days {
            // `School closes to pupils 2pm` is about the school's day, whenever it begins.
            let title = format!(" {title} ");
            let mut of_school = SCHOOL.iter();
            let found = of_school.find(|(_, phrases)| says_no_more(&title, phrases));
            return found
                .filter(|_| self.beside == Beside::Nothing)
                .map(|(what, _)| *what);
        }
        if is_reminder(self.title, &title) {
            return Some("reminders in calendars");
        }
        let title = format!(" {title} ");
        let says = |phrases: &[&str]| {
            let mut all = phrases.iter();
            all.any(|phrase| title.contains(&format!(" {phrase} ")))
        };
        let names_what = says(OCCASIONS);
        let school = SCHOOL.iter().find(|(_, phrases)| says(phrases));
        match school {
            // Outlook keeps a holiday for everybody who was sent it.
            Some((what, phrases)) if !names_what => {
                let is_invited = self.beside == Beside::Invited;
                (!is_invited || says_no_more(&title, phrases)).then_some(what)
            }
            _ if self.beside >= Beside::Place || names_what || names_people(&title) => None,
            _ => Some("whole-day entries in calendars that name nobody who was to come"),
        }
    }
}

/// Whether a title names what somebody does alone, and nothing else: `Dentist 10am`, `School run`.
/// What is held somewhere may be for others, unless nobody holds it for others.
fn is_own(title: &str, beside: Beside) -> bool {
    let words = title
        .split(' ')
        .filter(|word| !OF_APPOINTMENTS.contains(word));
    let words = words.filter(|word| {
        let hour = word.trim_end_matches("am").trim_end_matches("pm");
        !hour.bytes().all(|byte| byte.is_ascii_digit())
    });
    let words: Vec<&str> = words.collect();
    let bare = words.join(" ");
    APPOINTMENTS.contains(&bare.as_str())
        || (beside < Beside::Place && OWN_TIME.contains(&bare.as_str()))
}

/// Whether a title of a whole day reminds somebody of what is to be done or due. `Send newsletter` is
/// one, `SEND conference` is not.
fn is_reminder(title: &str, folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let is_due = matches!(
        words.as_slice(),
        ["deadline" | "reminder" | "chase" | "remind" | "todo", ..]
            | [.., "due" | "deadline"]
            | [.., "due", "today" | "in" | "back"]
            | ["to", "do", ..]
    );
    let [verb, rest @ ..] = words.as_slice() else {
        return is_due;
    };
    let is_sending = match *verb {
        "send" => !title.trim_start().starts_with("SEND"),
        "email" | "circulate" | "post" | "share" | "publish" | "issue" | "submit" | "upload"
        | "print" | "draft" | "finalise" | "write" | "book" | "update" => true,
        _ => false,
    };
    let mut rest = rest.iter().take(MOST_BEFORE_PAPER);
    is_due || (is_sending && rest.any(|word| PAPERS.contains(word)))
}

/// What is sent stands so soon behind the verb: `send out the draft minutes`.
const MOST_BEFORE_PAPER: usize = 4;

/// Whether a title has nothing beside one of these phrases that would be an occasion: `October half
/// term week`.
fn says_no_more(title: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        let rest = title.replacen(&format!(" {phrase} "), " ", 1);
        rest != title
            && rest.split_whitespace().all(|word| {
                let hour = word.trim_end_matches("am").trim_end_matches("pm");
                OF_THE_YEAR.contains(&word) || hour.bytes().all(|byte| byte.is_ascii_digit())
            })
    })
}

#[rustfmt::skip]
const OF_THE_YEAR: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
    "sep", "oct", "nov", "dec", "spring", "summer", "autumn", "winter", "easter", "christmas",
    "whitsun", "week", "holiday", "holidays", "break", "school", "schools", "all", "closed", "early",
    "late", "the", "to", "pupils", "day", "children", "students", "return", "returns", "for", "at",
    "reopens", "opens", "closes", "after",
];

/// Whether a category is a kind of engagement.
pub(super) fn is_kind(category: &str) -> bool {
    read_phrase::<Kind>(category).is_ok()
}

/// Whether a title names a kind of engagement or people whom it is for.
fn names_people(title: &str) -> bool {
    let says = |phrase: &str| title.contains(&format!(" {phrase} "));
    let kinds = Kind::all_words().chain(Kind::synonyms().map(|(phrase, _)| phrase));
    // `School` and `health` are in the titles of anything.
    let people = Audience::synonyms().filter(|(_, people)| *people != Audience::Staff);
    let people = people.map(|(phrase, _)| phrase);
    kinds.chain(people).any(says) || ["parents", "forum", "send"].into_iter().any(says)
}

const PRIVATE: &str = "private entries in calendars, which are not read";
