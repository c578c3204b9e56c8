//! What a place says as people write it: where people meet, and whether on a screen.

use crate::record::Mode;
use crate::record::screens::{AROUND, ONLINE};
use plain_values::is_placeholder;

/// What was read out of a place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct VenueReading {
    /// The place without links and addresses; empty where nothing else was there.
    pub(crate) name: String,
    /// How people take part, where that is plain.
    pub(crate) mode: Option<Mode>,
}

/// Words before what a program asks for, whatever that looks like.
const CODES: &[&str] = &["code", "id", "passcode", "password", "pin"];

/// What one part of a place is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum VenuePart {
    Screen,
    Place,
    /// Something of both, or nothing that says which.
    Unclear,
    /// Words around others.
    Around,
}

/// Reads a place. `screen` is whether another property says that there is a meeting on a screen.
pub(crate) fn read(text: &str, screen: bool) -> VenueReading {
    let words = || text.split_whitespace();
    let has_link = words().any(is_link);
    let kept: Vec<&str> = words()
        .filter(|word| !is_link(word) && !word.contains('@'))
        .collect();
    let name = tidy(&kept.join(" "));
    let lower = name.to_lowercase();
    let mut is_code = false;
    let parts: Vec<VenuePart> = lower
        .split([';', '/', '|', '+', '&', ',', '(', ')', ':'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" or "))
        .map(|text| part(text, &mut is_code))
        .collect();
    let any = |wanted: VenuePart| parts.contains(&wanted);
    let on_screen = has_link || any(VenuePart::Screen);
    let says_both = lower.split(|sign: char| !sign.is_alphanumeric());
    let mode = if says_both.into_iter().any(|word| word == "hybrid") {
        Some(Mode::Hybrid)
    } else if any(VenuePart::Unclear) || (is_placeholder(&name) && !name.is_empty()) {
        None
    } else if any(VenuePart::Place) && on_screen {
        Some(Mode::Hybrid)
    } else if any(VenuePart::Place) {
        // Programs add a link to every invitation; with a room beside it, it says too little.
        (!screen).then_some(Mode::InPerson)
    } else {
        (on_screen || screen).then_some(Mode::Online)
    };
    VenueReading { name, mode }
}

/// `is_code` is whether the next word is what a program asks for.
fn part(text: &str, is_code: &mut bool) -> VenuePart {
    let mut screen = text.contains("google meet");
    let mut other = false;
    for word in text.split_whitespace() {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let is_asked_for = *is_code || is_number;
        *is_code = CODES.contains(&word) || *is_code && word.is_empty();
        if is_asked_for {
            continue;
        }
        if ONLINE.contains(&word) {
            screen = true;
        } else if !AROUND.contains(&word) {
            other = true;
        }
    }
    match (screen, other) {
        (true, true) => VenuePart::Unclear,
        (true, false) => VenuePart::Screen,
        (false, true) => VenuePart::Place,
        (false, false) => VenuePart::Around,
    }
}

fn is_link(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let word = word.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    word.contains("://")
        || ["www.", "meet.google.com", "tel:", "mailto:", "zoom.us"]
            .iter()
            .any(|start| word.starts_with(start))
}

/// Takes away the signs that were left where a link or an address was.
fn tidy(text: &str) -> String {
    let empty = text.replace("( )", "").replace("()", "").replace("<>", "");
    empty
        .trim_matches(|sign: char| {
            sign.is_whitespace() || matches!(sign, ';' | ',' | '/' | '|' | '-' | '–' | ':' | '&')
        })
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_say_how_people_meet() {
        for (text, name, mode) in [
            (
                "Microsoft Teams Meeting",
                "Microsoft Teams Meeting",
                Some(Mode::Online),
            ),
            (
                "Orford Hub / Teams",
                "Orford Hub / Teams",
                Some(Mode::Hybrid),
            ),
            (
                "Microsoft Teams Meeting; Room 3, Town Hall",
                "Microsoft Teams Meeting; Room 3, Town Hall",
                Some(Mode::Hybrid),
            ),
            (
                "Zoom (link to follow)",
                "Zoom (link to follow)",
                Some(Mode::Online),
            ),
            ("Google Meet", "Google Meet", Some(Mode::Online)),
            ("Online", "Online", Some(Mode::Online)),
            ("https://zoom.us/j/123?pwd=abc", "", Some(Mode::Online)),
            (
                "Orford Hub, https://zoom.us/j/123?pwd=abc",
                "Orford Hub",
                Some(Mode::Hybrid),
            ),
            (
                "Orford Jubilee Hub, Warrington",
                "Orford Jubilee Hub, Warrington",
                Some(Mode::InPerson),
            ),
            ("Room 3 (room3@example.org)", "Room 3", Some(Mode::InPerson)),
            ("Room 3 <room3@example.org>", "Room 3", Some(Mode::InPerson)),
            ("room3@example.org", "", None),
            ("TBC", "TBC", None),
            ("Teams Building", "Teams Building", None),
            (
                "Hybrid, Orford Hub",
                "Hybrid, Orford Hub",
                Some(Mode::Hybrid),
            ),
            ("", "", None),
        ] {
            let place = read(text, false);
            assert_eq!(place.name, name, "{text}");
            assert_eq!(place.mode, mode, "{text}");
        }
    }

    #[test]
    fn a_link_that_a_program_added_makes_no_place_hybrid() {
        assert_eq!(read("", true).mode, Some(Mode::Online));
        assert_eq!(read("Orford Hub", true).mode, None);
        assert_eq!(read("Orford Hub / Teams", true).mode, Some(Mode::Hybrid));
    }

    #[test]
    fn what_a_program_asks_for_is_no_place() {
        for (text, mode) in [
            ("Teams ID 398", Mode::Online),
            ("Teams (see email)", Mode::Online),
            ("Teams - link in email", Mode::Online),
            (
                "Zoom. Meeting ID: 845 2201 7763, passcode: xT7wQ2",
                Mode::Online,
            ),
            ("Room 3 and Teams ID 398", Mode::Hybrid),
            ("12 High Street", Mode::InPerson),
            ("Zoom or phone", Mode::Online),
        ] {
            assert_eq!(read(text, false).mode, Some(mode), "{text}");
        }
        for text in ["phone", "By phone", "Telephone", "phone call"] {
            assert_eq!(read(text, false).mode, None, "{text}");
        }
    }
}
