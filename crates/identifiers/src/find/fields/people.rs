//! Names of several people on the line of a field that says that they are children: `Pupils: Xxxx
//! Yyyy, Zzzz Wwww`.

use std::ops::Range;

use crate::find::normalised::{NormalisedText, of_word};

/// How much of a line is read.
const LONGEST: usize = 400;

/// Words that begin with a capital letter in names of groups, places and subjects, and hardly ever
/// are somebody's.
const OTHERS: &[&str] = &[
    "about",
    "academy",
    "active",
    "activities",
    "activity",
    "after",
    "all",
    "and",
    "annual",
    "art",
    "arts",
    "autism",
    "autumn",
    "big",
    "board",
    "boys",
    "breaks",
    "care",
    "carer",
    "carers",
    "centre",
    "child",
    "children",
    "church",
    "city",
    "class",
    "clinic",
    "club",
    "college",
    "community",
    "complex",
    "consultation",
    "council",
    "county",
    "cyp",
    "day",
    "days",
    "deaf",
    "disabilities",
    "disability",
    "disabled",
    "drama",
    "early",
    "east",
    "education",
    "emotional",
    "engagement",
    "families",
    "family",
    "feedback",
    "first",
    "for",
    "forum",
    "friday",
    "from",
    "fun",
    "games",
    "girls",
    "good",
    "green",
    "group",
    "groups",
    "hall",
    "health",
    "hearing",
    "help",
    "high",
    "holiday",
    "home",
    "hospital",
    "house",
    "independent",
    "infant",
    "infants",
    "involvement",
    "junior",
    "juniors",
    "key",
    "learning",
    "library",
    "life",
    "local",
    "looked",
    "many",
    "mental",
    "monday",
    "more",
    "music",
    "needs",
    "new",
    "no",
    "none",
    "north",
    "not",
    "nursery",
    "occupational",
    "of",
    "offer",
    "old",
    "on",
    "online",
    "open",
    "our",
    "outdoor",
    "overview",
    "panel",
    "parent",
    "parents",
    "park",
    "participation",
    "people",
    "personal",
    "physical",
    "pictures",
    "plan",
    "plans",
    "play",
    "post",
    "primary",
    "project",
    "pupil",
    "pupils",
    "questions",
    "quiet",
    "read",
    "respite",
    "room",
    "safe",
    "saturday",
    "school",
    "schools",
    "secondary",
    "see",
    "send",
    "sensory",
    "service",
    "services",
    "short",
    "sixth",
    "skills",
    "social",
    "some",
    "south",
    "special",
    "speech",
    "spring",
    "staff",
    "stage",
    "story",
    "student",
    "students",
    "summer",
    "sunday",
    "support",
    "survey",
    "swimming",
    "talk",
    "team",
    "term",
    "the",
    "their",
    "they",
    "thursday",
    "to",
    "total",
    "town",
    "training",
    "transition",
    "transport",
    "travel",
    "tuesday",
    "two",
    "unit",
    "university",
    "up",
    "views",
    "village",
    "visit",
    "visual",
    "voice",
    "voices",
    "wednesday",
    "well",
    "west",
    "what",
    "winter",
    "with",
    "workshop",
    "year",
    "yes",
    "young",
    "youth",
];

/// What stands behind the sign of a field up to the end of its line, if it is a list of full names
/// and nothing else. What is in brackets behind a name belongs to it.
pub(super) fn on_line(text: &NormalisedText<'_>, from: usize) -> Option<Range<usize>> {
    let rest = text.slice(from..from + LONGEST);
    let blank = |byte: &&u8| b" \t\r*'\"`>".contains(byte);
    let start = from + rest.iter().take_while(blank).count();
    let rest = text.slice(start..from + LONGEST);
    let ends = |byte: &u8| b"\n|\t{}[]\"".contains(byte);
    let length = rest.iter().position(ends).unwrap_or(rest.len());
    let end = start + rest.get(..length)?.trim_ascii_end().len();
    let end = end - usize::from(text.before(end) == b'.');
    let mut at = start;
    let mut names = 0;
    while at < end {
        let next = piece_end(text, at, end);
        if !is_name(text, at..next.0) {
            return None;
        }
        names += 1;
        at = next.1;
    }
    (names > 0).then_some(start..end)
}

/// Where the piece ends that begins at a place, and where the next one begins.
fn piece_end(text: &NormalisedText<'_>, from: usize, end: usize) -> (usize, usize) {
    let mut depth = 0_usize;
    for at in from..end {
        match text.at(at) {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b',' | b';' | b'&' | b'/' | b'+' if depth == 0 => {
                let and = usize::from(text.slice(at + 1..at + 6) == b" and ") * 5;
                return (at, at + 1 + and);
            }
            b' ' if depth == 0 && text.slice(at..at + 5) == b" and " => return (at, at + 5),
            _ => {}
        }
    }
    (end, end)
}

/// Whether a stretch is a full name: two to four words of letters, each with a capital first.
fn is_name(text: &NormalisedText<'_>, piece: Range<usize>) -> bool {
    let bracket = text
        .slice(piece.clone())
        .iter()
        .position(|byte| *byte == b'(');
    let end = bracket.map_or(piece.end, |at| piece.start + at);
    let mut at = piece.start;
    let mut words = 0;
    while at < end {
        if text.at(at) == b' ' || text.at(at) == b'.' && words > 0 {
            at += 1;
            continue;
        }
        let rest = text.slice(at..end);
        let of_name = |byte: &&u8| {
            of_word(**byte) && !byte.is_ascii_digit() && **byte != b'_' || b"'-".contains(byte)
        };
        let length = rest.iter().take_while(of_name).count();
        let word = std::str::from_utf8(rest.get(..length).unwrap_or(&[])).unwrap_or("");
        let is_part = length > 0 && text.capital(at) && OTHERS.binary_search(&word).is_err();
        if !is_part {
            return false;
        }
        words += 1;
        at += length;
    }
    (2..=4).contains(&words)
}
