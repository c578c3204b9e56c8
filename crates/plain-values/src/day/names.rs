//! Names of months and days of the week, whole and shortened.

use chrono::{Datelike as _, NaiveDate, Weekday};

use closed_words::nearest;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "Monday"),
    (Weekday::Tue, "Tuesday"),
    (Weekday::Wed, "Wednesday"),
    (Weekday::Thu, "Thursday"),
    (Weekday::Fri, "Friday"),
    (Weekday::Sat, "Saturday"),
    (Weekday::Sun, "Sunday"),
];

/// The month of a name in small letters, whole or as its first three or four letters.
pub(crate) fn month(word: &str) -> Option<u32> {
    (1..)
        .zip(MONTHS)
        .find(|(_, name)| is_short_for(word, name, 4))
        .map(|(month, _)| month)
}

/// The day of the week of a name in small letters, whole or shortened: `weds`, `thurs`.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let found = WEEKDAYS
        .iter()
        .find(|(_, name)| is_short_for(word, name, 5));
    let weds = (word == "weds").then_some(Weekday::Wed);
    found.map(|(weekday, _)| *weekday).or(weds)
}

/// Whether a word in small letters names a month or a day of the week.
pub(crate) fn is_name_of_day(word: &str) -> bool {
    month(word).is_some() || weekday(word).is_some()
}

/// The whole name of a month from 1 to 12.
pub(super) fn of_month(month: u32) -> &'static str {
    (1..)
        .zip(MONTHS)
        .find(|(number, _)| *number == month)
        .map_or("this month", |(_, name)| name)
}

/// The whole name of a day of the week.
pub(super) fn of_weekday(weekday: Weekday) -> &'static str {
    WEEKDAYS
        .iter()
        .find(|(known, _)| *known == weekday)
        .map_or("", |(_, name)| name)
}

/// `5 July 2021`.
pub(super) fn of_day(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), of_month(date.month()), date.year())
}

/// The name that a word which is none was most likely meant to be.
pub(super) fn misspelt(word: &str) -> Option<&'static str> {
    let is_name = month(word).is_some() || weekday(word).is_some();
    if is_name || word.chars().count() < 5 {
        return None;
    }
    nearest(
        word,
        MONTHS
            .into_iter()
            .chain(WEEKDAYS.into_iter().map(|(_, name)| name)),
    )
}

/// Whether a word is a name, or its beginning of three letters up to the longest that is usual.
fn is_short_for(word: &str, name: &str, longest: usize) -> bool {
    let beginning = name.get(..word.len());
    let is_short = (3..=longest).contains(&word.len()) || word.len() == name.len();
    is_short && beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(word))
}
