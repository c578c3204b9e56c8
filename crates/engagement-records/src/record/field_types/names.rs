//! Fields with names: texts that say what something is called, so that another one may mean something
//! else.

use super::{OneValue, Text, fuller};
use crate::fields::{Field, Fields};
use crate::record::declaration::ReadWith;
use crate::record::holds::Holds;
use crate::record::listing::{Said, Seen};
use crate::record::screens::programs;
use located::source::{Span, Spanned};
use plain_values::{are_same_words, plain_words, read_called_off_title, title_words};

/// What a record is called. Two files may call one thing by two titles, and people must find it by
/// one: that says least of its being called off, and most of all else.
pub struct Title;

impl OneValue for Title {
    type Value = String;
    const HOLDS: Holds = Holds::Text;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Field<String> {
        Text::read(f, name, with)
    }

    fn both(one: Spanned<String>, other: Spanned<String>) -> Option<Spanned<String>> {
        let is_off = |title: &Spanned<String>| read_called_off_title(&title.value).is_some();
        Some(match (is_off(&one), is_off(&other)) {
            (true, false) => other,
            (false, true) => one,
            // `Minutes of the board` is the board's.
            _ if are_same_words(&title_words(&one.value), &title_words(&other.value)) => {
                if plain_words(&other.value).len() < plain_words(&one.value).len() {
                    other
                } else {
                    one
                }
            }
            _ => fuller(one, other),
        })
    }

    fn said<'a>(value: &'a String, place: Span, seen: Seen<'a>) -> Said<'a> {
        Text::said(value, place, seen)
    }
}

/// A name that is the same wherever it is written, but for capitals, punctuation and blanks.
pub struct ExactName;

impl OneValue for ExactName {
    type Value = String;
    const HOLDS: Holds = Holds::Text;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Field<String> {
        Text::read(f, name, with)
    }

    fn both(one: Spanned<String>, other: Spanned<String>) -> Option<Spanned<String>> {
        are_same_words(&one.value, &other.value).then_some(one)
    }

    fn said<'a>(value: &'a String, place: Span, seen: Seen<'a>) -> Said<'a> {
        Text::said(value, place, seen)
    }
}

/// The name of a place, perhaps with its address behind it, or of the program by which people meet.
pub struct PlaceName;

impl OneValue for PlaceName {
    type Value = String;
    const HOLDS: Holds = Holds::Text;

    fn read(f: &mut Fields<'_, '_>, name: &'static str, with: &ReadWith<'_>) -> Field<String> {
        Text::read(f, name, with)
    }

    fn both(one: Spanned<String>, other: Spanned<String>) -> Option<Spanned<String>> {
        let (first, second) = (plain_words(&one.value), plain_words(&other.value));
        if let (Some(by_one), Some(by_other)) = (programs(&first), programs(&second)) {
            return match (by_one.is_empty(), by_other.is_empty()) {
                (true, false) => Some(other),
                (false, true) => Some(one),
                _ => (by_one == by_other).then(|| fuller(one, other)),
            };
        }
        let begins = |long: &str, short: &str| {
            let rest = long.strip_prefix(short);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if begins(&first, &second) {
            Some(one)
        } else {
            begins(&second, &first).then_some(other)
        }
    }

    fn said<'a>(value: &'a String, place: Span, seen: Seen<'a>) -> Said<'a> {
        Text::said(value, place, seen)
    }
}
