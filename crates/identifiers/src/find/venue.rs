//! Where a text says at which place people met. The postcode there is that of the venue, and
//! nobody's own.

use super::context_words;
use super::headings::Headings;
use super::normalised::{NormalisedText, is_one_of, of_word, words};

/// Names of fields for a place.
const FIELDS: &[&str] = &[
    "venue",
    "venues",
    "location",
    "where",
    "place",
    "meeting place",
    "meeting point",
    "pick up point",
    "drop off point",
    "venue address",
    "address of the venue",
    "address of venue",
    "room",
];

/// What else stands before the place of something, on its line.
const LINE_FIELDS: &[&str] = &[
    "venue",
    "location",
    "where",
    "place",
    "find us",
    "how to find us",
    "drop in",
    "event",
    "session",
    "workshop",
    "launch",
    "agm",
    "coffee morning",
    "stay and play",
    "school",
    "office",
    "offices",
    "hub",
    "base",
    "destination",
];

/// Words before the place at which people met.
const MEETINGS: &[&str] = &[
    "held at",
    "held in",
    "met at",
    "met in",
    "meet at",
    "meeting at",
    "meeting in",
    "meeting is at",
    "meeting is in",
    "meetings are at",
    "meetings are in",
    "meets at",
    "take place at",
    "takes place at",
    "took place at",
    "hosted at",
    "workshop at",
    "event at",
    "session at",
];

/// Words before the postcode of a place to drive to.
const DRIVING: &[&str] = &[
    "sat nav",
    "sat navs",
    "car park",
    "car parking",
    "parking",
    "directions",
];

/// Words before the postcode of an office, which moves as families do.
const OFFICES: &[&str] = &[
    "registered office",
    "registered address",
    "registered at",
    "head office",
    "our office",
    "our offices",
    "the office",
    "the offices",
    "office address",
    "our base",
    "based at",
    "based in",
    "correspondence address",
    "return address",
    "floor",
    "freepost",
    "po box",
];

/// What places are in which people meet, as the last word of a name: `Elm Hall`.
const BUILDINGS: &str = "\
academy arena boardroom building buildings cafe campus center centre chapel church clinic club college council \
gym hall hospital hotel hub inn library mosque museum nursery offices park pavilion pool pub restaurant school \
stadium station surgery synagogue temple theatre unit university zoo";

/// What makes the word before it a road: `Church Lane`.
const ROADS: &str = "\
approach ave avenue close court crescent drive gardens gate green grove hill lane ln mews \
parade place rd rise road row square st street terrace view walk way wood";

/// What else makes the word before it a place: `Elm Forest`.
const PLACES: &str = "\
arms bar bakery barn bay bridge common community cottage estate farm fields forest garden gate grammar high house \
infant infants inn junior juniors kitchen lodge manor marina market meadow mill moor playground primary special sports square stores tavern trust \
village ward wharf";

/// What makes the word before it a firm or a charity: `Elm Coaches`.
const FIRMS: &str = "\
associates award awards catering charitable charity coaches consultancy consulting cup foundation \
limited llp ltd plc prize solicitors sons syndrome taxis transport travel";

/// Whether a word is one for a building that is open to many.
pub(super) fn names_a_building(word: &[u8]) -> bool {
    is_one_of(BUILDINGS, word)
}

/// Whether a word makes the one before it the name of a building, a road, a firm or another place.
pub(super) fn names_a_place(word: &[u8]) -> bool {
    [BUILDINGS, ROADS, PLACES, FIRMS]
        .iter()
        .any(|list| is_one_of(list, word))
}

/// Headings of columns with the names of places, and words in headings that make a row somebody's.
const PLACE_COLUMNS: &str = "\
academy branch centre college location nursery office organisation premises provider school schools \
setting site venue where";
const PEOPLE_COLUMNS: &str = "\
address attendee carer child claimant family first forename guardian home initials member mum name \
parent person pupil student surname young yp";

/// Whether a postcode stands in a table of places: below headings of which one is about a place, and
/// none about people.
pub(super) fn is_in_row_of_place(text: &NormalisedText<'_>, place: usize) -> bool {
    Headings::over(text, place).is_some_and(|headings| {
        let has = |of: &str| words(headings.line).any(|word| is_one_of(of, word));
        has(PLACE_COLUMNS) && !has(PEOPLE_COLUMNS)
    })
}

/// How far before a postcode, in bytes, its venue is named.
const REACH: usize = 100;

/// Over so many lines goes the address of a venue.
const LINES: usize = 4;

/// Whether the words before a place of a text name the venue that it belongs to.
pub(super) fn stands_before(text: &NormalisedText<'_>, place: usize) -> bool {
    let field = context_words::before(text, place, REACH, FIELDS);
    let is_field = field.is_some_and(|distance| {
        let between = text.slice(place - distance..place);
        let value = between.trim_ascii_start();
        let value = value.strip_prefix(b"**").unwrap_or(value);
        let behind_sign = value
            .strip_prefix(b":")
            .or_else(|| value.strip_prefix(b"="))
            .or_else(|| value.strip_prefix(b"- "));
        behind_sign.is_some_and(|value| {
            let value = value.strip_prefix(b"**").unwrap_or(value);
            is_one_place(value) && value.split(|byte| *byte == b'\n').count() <= LINES
        })
    });
    let near = |reach: usize, of: &[&str]| {
        context_words::before(text, place, reach, of).is_some_and(|distance| {
            let between = text.slice(place - distance..place);
            is_one_place(between) && !between.contains(&b'\n')
        })
    };
    is_field
        || is_on_line_of_field(text, place)
        || is_below_field(text, place)
        || near(REACH, MEETINGS)
        || is_for_driving(text, place)
        || is_of_building(text, place)
}

/// Whether a line begins with the name of a field for a place, or more words of such a name (`Where to
/// meet:`), and goes on with one place up to another.
fn is_on_line_of_field(text: &NormalisedText<'_>, place: usize) -> bool {
    const LONGEST: usize = 20;
    let before = text.slice(place.saturating_sub(REACH)..place);
    let length = before
        .iter()
        .rev()
        .take_while(|byte| **byte != b'\n')
        .count();
    let line = text.slice(place - length..place);
    let signs = line.iter().take_while(|byte| b" \t*-\"'".contains(byte));
    let start = place - length + signs.count();
    let Some(end) = context_words::phrase(text, start, LINE_FIELDS) else {
        return false;
    };
    let rest = text.slice(end..place);
    let more = rest
        .iter()
        .take_while(|byte| of_word(**byte) || **byte == b' ')
        .count();
    let value = rest.get(more..).and_then(|rest| rest.strip_prefix(b":"));
    more <= LONGEST && value.is_some_and(is_one_place)
}

/// Names of fields below that for a place, which are about the same one.
const PARTS: &[&[u8]] = &[
    b"address",
    b"postcode",
    b"post code",
    b"room",
    b"street",
    b"town",
    b"where",
];

/// Whether the lines above that of a place are those of a venue: `Venue: Elm Hall`, below it
/// `Address: ...`, below that `Postcode: ...`.
fn is_below_field(text: &NormalisedText<'_>, place: usize) -> bool {
    let before = text.slice(place.saturating_sub(2 * REACH)..place);
    let signs: &[u8] = b" \t*-\r";
    let lines = before.rsplit(|byte| *byte == b'\n').take(LINES + 1);
    for (above, line) in lines.enumerate() {
        let Some(sign) = line.iter().position(|byte| *byte == b':') else {
            return false;
        };
        let has_other = line.iter().rposition(|byte| *byte == b':') != Some(sign);
        if above == 0 && (has_other || !is_one_place(line.get(sign + 1..).unwrap_or(&[]))) {
            return false;
        }
        let key = line.get(..sign).unwrap_or(&[]);
        let start = key.iter().take_while(|byte| signs.contains(byte)).count();
        let key = key.get(start..).unwrap_or(&[]);
        let end = key
            .iter()
            .rev()
            .take_while(|byte| signs.contains(byte))
            .count();
        let key = key.get(..key.len() - end).unwrap_or(&[]);
        let is_field = |field: &&str| field.as_bytes() == key;
        if FIELDS.iter().any(is_field) {
            return true;
        }
        if !PARTS.contains(&key) {
            return false;
        }
    }
    false
}

/// Whether people are told to drive to a place: `Sat nav: ...`.
fn is_for_driving(text: &NormalisedText<'_>, place: usize) -> bool {
    let is_told = context_words::before(text, place, 40, DRIVING).is_some_and(|distance| {
        let between = text.slice(place - distance..place);
        !between.windows(2).any(|two| two == b". ") && !between.contains(&b'\n')
    });
    // `ZZ99 1AA (sat nav)`: the postcode is seven or eight signs long.
    let behind = text.slice(place + 6..place + 30);
    let word = (6..=8).find_map(|length| {
        let rest = text.slice(place + length..place + length + 2);
        matches!(rest, b" (" | b" f" | b", ").then_some(place + length)
    });
    let is_said = !behind.contains(&b'\n')
        && word.is_some_and(|end| context_words::after(text, end, 14, DRIVING).is_some());
    is_told || is_said
}

/// Whether a place is said to be that of an office: `Our office has moved to ...`.
pub(super) fn is_of_office(text: &NormalisedText<'_>, place: usize) -> bool {
    context_words::before(text, place, REACH, OFFICES).is_some_and(|distance| {
        let between = text.slice(place - distance..place);
        let between = between.strip_prefix(b":").unwrap_or(between);
        is_one_place(between) && between.split(|byte| *byte == b'\n').count() <= LINES
    })
}

/// Whether the name of a building stands before a place, with no more than its address between.
fn is_of_building(text: &NormalisedText<'_>, place: usize) -> bool {
    let from = place.saturating_sub(REACH);
    let before = text.slice(from..place);
    let starts = (0..before.len()).filter(|at| {
        let earlier = at.checked_sub(1).and_then(|at| before.get(at));
        before.get(*at).is_some_and(|byte| of_word(*byte))
            && earlier.is_some_and(|byte| !of_word(*byte))
    });
    let is_building = |at: usize| {
        let rest = before.get(at..).unwrap_or(&[]);
        let mut words = words(rest);
        let (word, next) = (words.next().unwrap_or(&[]), words.next());
        let behind = rest.get(word.len()..).unwrap_or(&[]);
        // `the library at Market Street`.
        let is_told = before
            .get(..at)
            .is_some_and(|before| before.ends_with(b"the "))
            && [&b"at"[..], b"in", b"on"].contains(&next.unwrap_or(&[]));
        is_one_of(BUILDINGS, word)
            && (text.capital(from + at) || is_told)
            && !(behind.starts_with(b" ") && next.is_some_and(|next| is_one_of(ROADS, next)))
            && is_one_place(behind)
            && behind.split(|byte| *byte == b'\n').count() <= LINES
    };
    starts.into_iter().any(is_building)
}

/// Whether no sentence ends in a text, no other field begins there, and no paragraph.
fn is_one_place(text: &[u8]) -> bool {
    !text.iter().any(|byte| b":;=!?|\t".contains(byte))
        && !text
            .windows(2)
            .any(|two| two == b". " || two == b".\n" || two == b"\n\n" || two == b"\n-")
}
