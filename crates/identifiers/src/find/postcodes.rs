//! Postcodes, and whether they are those of somebody's home. Source: the letters that the 2015 bulk data expression of the
//! postcode address file allows in each place.

use std::ops::Range;

use super::normalised::{NormalisedText, of_word};
use super::{Certainty, Found, Kind, context_words, things, venue};

/// The areas that postcodes begin with, Crown dependencies included; ZZ is the pseudo area that
/// administrations use where there is no postcode.
const AREAS: &str = " ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg \
dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l \
la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk \
sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze zz ";

const HOME: &[&str] = &[
    "home",
    "flat",
    "bungalow",
    "address",
    "addresses",
    "lives",
    "live",
    "living",
    "lived",
    "family",
    "house",
    "moved",
    "resides",
];

/// Words that make even the place of a meeting somebody's home.
const DWELLING: &[&str] = &[
    "home", "flat", "lives", "live", "living", "lived", "resides", "moved",
];

/// What two small letters after a digit mean where they are no postcode: `S2 3hr`.
const UNITS: &[&[u8]] = &[
    b"hr", b"yr", b"lb", b"gb", b"tb", b"pp", b"ft", b"pt", b"yd",
];

/// Where the postcode stands whose second half begins with the last digit of a group that ends here,
/// and how it is compared: small letters, no blank.
pub(super) fn postcode_at(
    text: &NormalisedText<'_>,
    group_end: usize,
) -> Option<(Range<usize>, Vec<u8>)> {
    let (inward, end) = (group_end.checked_sub(1)?, group_end + 2);
    let letters = text.slice(group_end..end);
    let of_inward = |byte: &u8| byte.is_ascii_lowercase() && !b"cikmov".contains(byte);
    if letters.len() < 2 || !letters.iter().all(of_inward) || of_word(text.at(end)) {
        return None;
    }
    let gap = text.slice(inward.saturating_sub(24)..inward);
    let ending = |of: fn(&u8) -> bool| gap.iter().rev().take_while(|byte| of(byte)).count();
    let blanks = ending(u8::is_ascii_whitespace);
    let signs = ending(|byte| b" \t-._".contains(byte));
    let outward_end = inward
        - if signs <= 2 {
            signs.max(blanks)
        } else {
            blanks
        };
    let before = text.slice(outward_end.saturating_sub(5)..outward_end);
    let length = before
        .iter()
        .rev()
        .take_while(|byte| of_word(**byte))
        .count();
    let start = outward_end - length;
    let outward = text.slice(start..outward_end);
    let apart = outward_end < inward && !text.capital(group_end);
    if !is_outward(outward) || apart && is_measure(text, start, inward) {
        return None;
    }
    Some((start..end, [outward, text.slice(inward..end)].concat()))
}

/// The same where the second half has a blank behind its digit: `ZZ99 6 FN`, in capitals and beside words
/// for somebody's home.
fn parted_at(text: &NormalisedText<'_>, digit_end: usize) -> Option<(Range<usize>, Vec<u8>)> {
    let letters = digit_end + 1..digit_end + 3;
    let end = letters.end;
    let of_inward = |at: usize| text.capital(at) && !b"cikmov".contains(&text.at(at));
    let is_inward = text.at(digit_end) == b' ' && letters.clone().all(of_inward);
    if !is_inward || of_word(text.at(end)) {
        return None;
    }
    let digit = digit_end.checked_sub(1)?;
    let before = text.slice(digit.saturating_sub(11)..digit);
    let outward = before.trim_ascii_end();
    let blanks = before.len() - outward.len();
    let outward = outward.rsplit(|byte| !of_word(*byte)).next()?;
    let start = digit - blanks - outward.len();
    let is_code = blanks > 0 && text.capital(start) && is_outward(outward);
    let is_home = || is_near(text, start, end, HOME) || is_near(text, start, end, RELATIVES);
    let code = || [outward, text.slice(digit..digit_end), text.slice(letters)].concat();
    (is_code && is_home()).then(|| (start..end, code()))
}

/// Whose home it is.
const RELATIVES: &[&str] = &["postcode", "dad", "gran", "mum", "nan", "parent", "carer"];

/// Postcodes that are somebody's own, with the digit of their second half last in a group that ends here.
/// The caller gives those that may be there.
pub(super) fn postcode(
    text: &NormalisedText<'_>,
    group_end: usize,
    allowed: &[String],
    found: &mut Vec<Found>,
) {
    let found_at = postcode_at(text, group_end).or_else(|| parted_at(text, group_end));
    let Some((Range { start, end }, code)) = found_at else {
        return;
    };
    if allowed.iter().any(|allowed| allowed.as_bytes() == code) {
        return;
    }
    let near = |of: &[&str]| is_near(text, start, end, of);
    if things::stands_before(text, start) {
        return;
    }
    let is_venue = || venue::stands_before(text, start) && !near(DWELLING);
    if is_venue() || venue::is_of_office(text, start) || venue::is_in_row_of_place(text, start) {
        return;
    }
    let at_home = near(HOME) && !is_only_named(text, start, end);
    found.push(Found {
        range: text.range(start..end),
        kind: Kind::Postcode,
        certainty: if at_home {
            Certainty::High
        } else {
            Certainty::Medium
        },
        test_value: code.starts_with(b"zz99"),
    });
}

/// Whether the words near a postcode that speak of a home are in the names of places: `Elm House`,
/// `Oak Family Hub`.
fn is_only_named(text: &NormalisedText<'_>, start: usize, end: usize) -> bool {
    let from = start.saturating_sub(40);
    let before = text.slice(from..start);
    let mut homes = (from..end + 40).filter(|at| context_words::phrase(text, *at, HOME).is_some());
    let is_name = |at: usize| {
        let word = before.get(..at.saturating_sub(from + 1)).unwrap_or(&[]);
        let length = word.iter().rev().take_while(|byte| of_word(**byte)).count();
        at < start
            && text.before(at) == b' '
            && length > 0
            && text.capital(at)
            && text.capital(at - 1 - length)
    };
    homes.all(is_name)
}

/// Whether one of some words stands near a postcode and speaks of it: in its paragraph before it,
/// and in its sentence behind it.
fn is_near(text: &NormalisedText<'_>, start: usize, end: usize, of: &[&str]) -> bool {
    const REACH: usize = 40;
    let before = text.slice(start.saturating_sub(REACH)..start);
    let paragraph = before.windows(2).rposition(|two| two == b"\n\n");
    let back = before.len() - paragraph.map_or(0, |at| at + 1);
    let rest = text.slice(end..end + REACH);
    let ends = |two: &[u8]| matches!(two, b". " | b".\n" | b"\n\n");
    let on = rest.windows(2).position(ends).unwrap_or(rest.len());
    context_words::before(text, start, back, of).is_some()
        || context_words::after(text, end, on, of).is_some()
}

/// Whether a word is the first half of a postcode: A9, A99, AA9, AA99, A9A, AA9A, or GIR of the
/// one code that is like no other.
fn is_outward(outward: &[u8]) -> bool {
    let area = outward
        .iter()
        .take_while(|b| b.is_ascii_lowercase())
        .count();
    let (area, district) = outward.split_at(area);
    let known = std::str::from_utf8(area)
        .is_ok_and(|area| !area.is_empty() && AREAS.contains(&format!(" {area} ")));
    let third: &[u8] = if area.len() == 1 {
        b"abcdefghjkpstuw"
    } else {
        b"abehmnprvwxy"
    };
    let shape = match district {
        [a] => a.is_ascii_digit(),
        [a, b] => a.is_ascii_digit() && (b.is_ascii_digit() || third.contains(b)),
        _ => false,
    };
    known && shape || outward == b"gir"
}

/// Whether a digit and two small letters are an ordinal or a measure, as in `B1 2nd` and `S2 3hr`.
/// After the small letters of an area of two, they are half a postcode in careless spelling.
fn is_measure(text: &NormalisedText<'_>, outward: usize, inward: usize) -> bool {
    let letters = text.slice(inward + 1..inward + 3);
    let ordinal = match text.at(inward) {
        b'1' => b"st",
        b'2' => b"nd",
        b'3' => b"rd",
        _ => b"th",
    };
    let careless = !text.capital(outward) && text.at(outward + 1).is_ascii_lowercase();
    !careless && (letters == ordinal || UNITS.contains(&letters))
}
