//! Titles that say that something was called off: `CANCELLED - Steering group`.

use crate::bare_title::{bare_words, without_forwarding};
use crate::called_off::{CalledOff, is_taken_back, last_called_off};
use crate::same_words::plain_words;
use crate::tokens::{folded, plain, tokens};

/// Whether a title says that what it is about was called off: `CANCELLED - Steering group`, `Board
/// (postponed)`. A title is also words: `Review of cancelled services` says nothing of the kind.
pub fn read_called_off_title(title: &str) -> Option<CalledOff> {
    let title = without_forwarding(title);
    if says_more(title) {
        return None;
    }
    if let Some(called_off) = in_capitals(title) {
        return Some(called_off);
    }
    let plain = plain(title);
    let mut pieces = pieces(&plain);
    let first = pieces.next()?;
    let last = pieces.next_back();
    let called_off = |piece: &str| of_title(&folded(piece));
    match last {
        Some(last) => called_off(last).or_else(|| called_off(first)),
        None => called_off(first),
    }
}

/// Whether a title that has words for being called off also says that it is on again.
fn says_more(title: &str) -> bool {
    let plain = plain(title);
    let tokens = tokens(&plain);
    last_called_off(&tokens).is_some() && is_taken_back(&tokens)
}

/// The words of a title as people compare titles: in small letters, with one blank between them and
/// without what says that it was called off, what kind of paper is about it, and on which day it was.
/// `CANCELLED - Board & forum` is `board and forum`, `Minutes of the board, 3 May 2026` is `board`.
pub fn title_words(title: &str) -> String {
    bare_words(&words_without_off(without_forwarding(title)))
}

fn words_without_off(title: &str) -> String {
    let words = plain_words(title);
    // Each phrase that calls something off has one of these, and few titles have any.
    let is_telling = |word| CALLING_OFF.contains(&word);
    if !words.split(' ').any(is_telling) || read_called_off_title(title).is_none() {
        return words;
    }
    let bare = if in_capitals(title).is_some() {
        let words: Vec<&str> = title.split_whitespace().collect();
        without_ends(&words, |word| called_off_in_capitals(word).is_some())
    } else {
        let plain = plain(title);
        let pieces: Vec<&str> = pieces(&plain).collect();
        without_ends(&pieces, |piece| of_title(&folded(piece)).is_some())
    };
    let bare = plain_words(&bare);
    if bare.is_empty() { words } else { bare }
}

/// Words without which no title says that something was called off.
const CALLING_OFF: &[&str] = &[
    "abandoned",
    "ahead",
    "canceled",
    "cancelled",
    "deferred",
    "happen",
    "held",
    "hold",
    "off",
    "place",
    "postponed",
];

/// The parts of a title, without those at its ends that only say one thing.
fn without_ends(parts: &[&str], says_it: impl Fn(&str) -> bool) -> String {
    let parts = match parts {
        [first, rest @ ..] if says_it(first) => rest,
        all => all,
    };
    let parts = match parts {
        [rest @ .., last] if says_it(last) => rest,
        all => all,
    };
    parts.join(" ")
}

/// The pieces of a title that marks part.
fn pieces(plain: &str) -> impl DoubleEndedIterator<Item = &str> {
    let is_joint = |sign: char| {
        matches!(
            sign,
            ':' | '-' | '(' | ')' | '[' | ']' | '*' | '!' | ',' | ';' | '.' | '/' | '|'
        )
    };
    plain
        .split(is_joint)
        .filter(|piece| !piece.trim().is_empty())
}

/// A piece of a title that says nothing else.
fn of_title(piece: &str) -> Option<CalledOff> {
    let mut bare = piece;
    for filler in [
        "now",
        "this meeting",
        "this event",
        "meeting",
        "event",
        "was",
        "is",
        "has been",
    ] {
        bare = bare.strip_prefix(filler).map_or(bare, str::trim_start);
    }
    match bare {
        "cancelled" | "canceled" | "cancelled event" | "canceled event" | "called off"
        | "abandoned" | "did not happen" | "didnt happen" | "did not take place"
        | "didnt take place" | "did not go ahead" | "didnt go ahead" | "not going ahead"
        | "not held" => Some(CalledOff::Cancelled),
        "postponed" | "deferred" | "put off" | "on hold" => Some(CalledOff::Postponed),
        _ => None,
    }
}

/// `CANCELLED Steering group`: a word in capitals at either end of a title that is not all so.
fn in_capitals(title: &str) -> Option<CalledOff> {
    if !title.contains(char::is_lowercase) {
        return None;
    }
    let mut words = title.split_whitespace();
    let ends = [words.next(), words.next_back()];
    ends.into_iter().flatten().find_map(called_off_in_capitals)
}

fn called_off_in_capitals(word: &str) -> Option<CalledOff> {
    match word {
        "CANCELLED" | "CANCELED" => Some(CalledOff::Cancelled),
        "POSTPONED" | "DEFERRED" => Some(CalledOff::Postponed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_it_at_either_end() {
        use CalledOff::{Cancelled, Postponed};
        for (title, expected) in [
            ("CANCELLED - Xmas steering", Some(Cancelled)),
            ("Cancelled: Short breaks board", Some(Cancelled)),
            ("Canceled: Short breaks board", Some(Cancelled)),
            ("Short breaks board (cancelled)", Some(Cancelled)),
            ("Short breaks board – CANCELLED", Some(Cancelled)),
            ("[Cancelled] Board", Some(Cancelled)),
            ("*CANCELLED* Board", Some(Cancelled)),
            ("CANCELLED Steering group", Some(Cancelled)),
            ("Steering group CANCELLED", Some(Cancelled)),
            ("Board - this meeting has been cancelled", Some(Cancelled)),
            ("POSTPONED: Board", Some(Postponed)),
            ("Board (now postponed)", Some(Postponed)),
            ("Cancelled", Some(Cancelled)),
            ("Review of cancelled services", None),
            ("Cancelled transport: what families need", None),
            ("Board (moved to Teams)", None),
            ("CANCELLED SERVICES REVIEW", None),
            ("Postponed operations workshop", None),
            ("Board (not cancelled)", None),
            ("Board", None),
            ("", None),
            ("CANCELLED - Board (reinstated)", None),
            ("Board (cancelled, then went ahead online)", None),
        ] {
            assert_eq!(read_called_off_title(title), expected, "{title}");
        }
    }
    #[test]
    fn titles_are_compared_without_what_calls_them_off() {
        for (title, expected) in [
            ("Short breaks board", "short breaks board"),
            ("  Short-Breaks:  Board! ", "short breaks board"),
            ("CANCELLED - Short breaks board", "short breaks board"),
            ("Short breaks board (cancelled)", "short breaks board"),
            ("CANCELLED Short breaks board", "short breaks board"),
            ("Short breaks board POSTPONED", "short breaks board"),
            ("Health & care", "health and care"),
            ("Parents’ evening", "parents evening"),
            (
                "Review of cancelled services",
                "review of cancelled services",
            ),
            ("Cancelled", "cancelled"),
            ("Minutes of the SEND Board, 20 January 2026", "send board"),
            ("FW: CANCELLED - SEND Board", "send board"),
            ("…", ""),
        ] {
            assert_eq!(title_words(title), expected, "{title}");
        }
    }
    #[test]
    fn every_phrase_that_calls_a_title_off_is_left_out_of_its_words() {
        for phrase in [
            "cancelled",
            "now canceled",
            "cancelled event",
            "called off",
            "abandoned",
            "did not happen",
            "didn’t take place",
            "did not go ahead",
            "not going ahead",
            "not held",
            "postponed",
            "this meeting has been deferred",
            "put off",
            "on hold",
        ] {
            let title = format!("Board ({phrase})");
            assert!(read_called_off_title(&title).is_some(), "{title}");
            assert_eq!(title_words(&title), "board");
        }
    }
}
