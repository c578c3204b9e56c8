//! Titles that say that something was called off: `CANCELLED - Steering group`.

use crate::bare_title::{bare_words, without_forwarding};
use crate::called_off::{CalledOff, is_taken_back, last_called_off};
use crate::same_words::plain_words;
use crate::tokens::{folded, plain, tokens};

/// Whether a title says that what it is about was called off: `CANCELLED - Steering group`, `Board
/// (postponed)`, `Board - cancelled due to snow`. A title is also words: `Review of cancelled
/// services` says nothing of the kind.
pub fn read_called_off_title(title: &str) -> Option<CalledOff> {
    let title = without_forwarding(title);
    if says_more(title) {
        return None;
    }
    if let Some((called_off, _)) = in_capitals(title) {
        return Some(called_off);
    }
    let plain = plain(title);
    // What is said last counts: `Postponed: Board (now cancelled)`.
    let mut pieces = pieces(&plain).rev();
    pieces.find_map(|piece| of_title(&folded(piece)))
}

/// Whether a title begins or ends with a word for being called off, and nobody can tell whether it
/// was: `Cancelled transport` can be what a meeting was about.
pub fn is_perhaps_called_off(title: &str) -> bool {
    let title = without_forwarding(title);
    let words = plain_words(title);
    let all: Vec<&str> = words.split(' ').collect();
    let is_off = |at: usize| {
        let word = all.get(at);
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        let is_denied = before.is_some_and(|before| matches!(*before, "not" | "never" | "isnt"));
        let is_at_an_end = at == 0 || at + 1 == all.len();
        let has_reason = all.get(at + 1).is_some_and(|after| REASONS.contains(after));
        let is_one = word.is_some_and(|word| ONE_WORD.iter().any(|(off, _)| off == word));
        is_one && !is_denied && (is_at_an_end || has_reason)
    };
    (0..all.len()).any(is_off) && !says_more(title) && read_called_off_title(title).is_none()
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
    let bare = if let Some((_, at)) = in_capitals(title) {
        let all: Vec<&str> = title.split_whitespace().collect();
        let (before, after) = all.split_at(at);
        let is_filler = |word: &&str| FILLERS.contains(&word.to_lowercase().as_str());
        if before.iter().all(is_filler) {
            after.get(1..).unwrap_or_default().join(" ")
        } else {
            before.join(" ")
        }
    } else {
        let plain = plain(title);
        let all: Vec<&str> = pieces(&plain).collect();
        let says_it = |piece: &&str| of_title(&folded(piece)).is_some();
        match all.iter().position(says_it) {
            Some(0) => {
                let rest = all.get(1..).unwrap_or_default();
                let end = rest.iter().position(says_it).unwrap_or(rest.len());
                rest.get(..end).unwrap_or_default().join(" ")
            }
            Some(at) => all.get(..at).unwrap_or_default().join(" "),
            None => return words,
        }
    };
    let bare = plain_words(&bare);
    if bare.is_empty() { words } else { bare }
}

/// Words without which no title says that something was called off.
const CALLING_OFF: &[&str] = &[
    "canc",
    "canx",
    "cxl",
    "rescheduled",
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

/// Words before those that call something off.
const FILLERS: &[&str] = &[
    "now", "this", "meeting", "event", "session", "was", "is", "has", "been",
];

/// Single words by which titles call something off.
const ONE_WORD: &[(&str, CalledOff)] = &[
    ("cancelled", CalledOff::Cancelled),
    ("canceled", CalledOff::Cancelled),
    ("abandoned", CalledOff::Cancelled),
    ("canc", CalledOff::Cancelled),
    ("canx", CalledOff::Cancelled),
    ("cxl", CalledOff::Cancelled),
    ("postponed", CalledOff::Postponed),
    ("deferred", CalledOff::Postponed),
    ("rescheduled", CalledOff::Postponed),
];

/// Several words by which titles do.
const SEVERAL_WORDS: &[(&str, CalledOff)] = &[
    ("called off", CalledOff::Cancelled),
    ("did not happen", CalledOff::Cancelled),
    ("didnt happen", CalledOff::Cancelled),
    ("did not take place", CalledOff::Cancelled),
    ("didnt take place", CalledOff::Cancelled),
    ("did not go ahead", CalledOff::Cancelled),
    ("didnt go ahead", CalledOff::Cancelled),
    ("not going ahead", CalledOff::Cancelled),
    ("not held", CalledOff::Cancelled),
    ("put off", CalledOff::Postponed),
    ("on hold", CalledOff::Postponed),
];

/// What follows where it is said why something was called off, by whom, or until when.
const REASONS: &[&str] = &[
    "due", "because", "owing", "by", "at", "until", "till", "to", "as", "for", "from", "on", "in",
    "new", "tbc", "date", "event", "meeting", "pending", "sorry", "see",
];

/// A piece of a title that says this, perhaps with the reason.
fn of_title(piece: &str) -> Option<CalledOff> {
    let mut bare = piece;
    while let Some((first, rest)) = bare.split_once(' ')
        && FILLERS.contains(&first)
    {
        bare = rest;
    }
    let is_reason = |rest: &str| {
        let first = rest.trim_start().split(' ').next().unwrap_or("");
        first.is_empty()
            || REASONS.contains(&first)
            || first.starts_with(|sign: char| sign.is_ascii_digit())
    };
    let mut phrases = ONE_WORD.iter().chain(SEVERAL_WORDS);
    phrases.find_map(|(phrase, called_off)| {
        let rest = bare.strip_prefix(phrase)?;
        let is_whole = rest.is_empty() || rest.starts_with(' ');
        (is_whole && is_reason(rest)).then_some(*called_off)
    })
}

/// `CANCELLED Steering group`: a word in capitals in a title that is not all so, with its place among
/// the words.
fn in_capitals(title: &str) -> Option<(CalledOff, usize)> {
    if !title.contains(char::is_lowercase) {
        return None;
    }
    let mut words = title.split_whitespace().enumerate();
    words.find_map(|(at, word)| Some((called_off_in_capitals(word)?, at)))
}

fn called_off_in_capitals(word: &str) -> Option<CalledOff> {
    let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    if bare.is_empty() || bare.contains(|sign: char| !sign.is_ascii_uppercase()) {
        return None;
    }
    let small = bare.to_ascii_lowercase();
    let mut known = ONE_WORD.iter();
    known.find(|(off, _)| *off == small).map(|(_, off)| *off)
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
            ("Board - cancelled due to snow", Some(Cancelled)),
            ("Board CANCELLED due to illness", Some(Cancelled)),
            ("Board - CANCELLED - new date tbc", Some(Cancelled)),
            ("Board (cancelled - chair ill)", Some(Cancelled)),
            ("Board - Cancelled by LA", Some(Cancelled)),
            ("Board - Cancelled 4/3", Some(Cancelled)),
            ("THIS MEETING HAS BEEN CANCELLED Board", Some(Cancelled)),
            ("CANC - Board", Some(Cancelled)),
            ("CXL: Board", Some(Cancelled)),
            ("Board (CANX)", Some(Cancelled)),
            ("Board [Postponed to 11 June]", Some(Postponed)),
            ("Board - postponed until July", Some(Postponed)),
            ("Board (postponed, new date tbc)", Some(Postponed)),
            ("Board - POSTPONED TO 19/03/2026", Some(Postponed)),
            ("Postponed: Board (now cancelled)", Some(Cancelled)),
            ("Review of cancelled services", None),
            ("Board: cancelled services and what next", None),
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
    fn some_titles_leave_it_open() {
        for (title, expected) in [
            ("Cancelled Board", true),
            ("Board cancelled", true),
            ("BOARD CANCELLED", true),
            ("Board cancelled at short notice", true),
            ("Cancelled transport: what families need", true),
            ("Postponed operations workshop", true),
            ("Cancelled - Board", false),
            ("Review of cancelled services", false),
            ("Board (not cancelled)", false),
            ("Cancelled, then reinstated", false),
            ("Board", false),
            ("", false),
        ] {
            assert_eq!(is_perhaps_called_off(title), expected, "{title}");
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
            ("Board CANCELLED due to illness", "board"),
            ("Board (cancelled - chair ill)", "board"),
            ("Board - CANCELLED - new date tbc", "board"),
            ("THIS MEETING HAS BEEN CANCELLED Board", "board"),
            ("CANC - Board", "board"),
            ("Board - cancelled by LA", "board"),
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
