//! Codes of letters and digits: unique pupil numbers, National Insurance numbers, postcodes.
//! Sources: the check letter of the Department for Education for pupil numbers, HMRC manual NIM39110, and the letters that
//! the 2015 bulk data expression of the postcode address file allows in each place.

use std::ops::Range;

use super::normalised::{NormalisedText, of_word};
use super::numbers::DigitRun;
use super::{Certainty, Found, Kind, context_words, things, venue};

/// The letters of pupil numbers; a letter's place is its value.
const CHECK: &[u8] = b"abcdefghjklmnpqrtuvwxyz";

const PUPIL: &[&str] = &[
    "u p n",
    "u p n no",
    "u p n number",
    "pupil number",
    "pupil no",
    "unique pupil number",
];

/// The numbers of local authorities in England, by which a pupil number that no word announces is
/// told from other numbers behind a letter (Department for Education).
const AUTHORITIES: [std::ops::RangeInclusive<u32>; 2] = [201..=420, 800..=941];

/// Where the letter stands before the digits of a pupil number: right before them, or a sign before
/// groups of the lengths of its parts, or of any where a word says that it is one.
fn check_letter(text: &NormalisedText<'_>, run: &DigitRun) -> Option<usize> {
    if text.before(run.start).is_ascii_alphabetic() {
        return Some(run.start - 1);
    }
    let first = run.shape(0, run.length.min(12)).first().copied();
    let letter_at = run.start.checked_sub(2)?;
    let is_said = || context_words::before(text, letter_at, 4, PUPIL).is_some();
    let is_apart = b" -./_".contains(&text.before(run.start));
    (is_apart && (matches!(first, Some(3 | 7 | 11 | 12)) || is_said())).then_some(letter_at)
}

/// Pupil numbers whose digits begin here: a check letter, the number of the local authority (3
/// digits), of the school (4), the year (2) and a serial number (3 digits, or 2 and a letter
/// while it is temporary).
pub(super) fn pupil_number(text: &NormalisedText<'_>, run: &DigitRun, found: &mut Vec<Found>) {
    if run.length < 11 {
        return;
    }
    if run.is_loose && context_words::before(text, run.start, 12, PUPIL).is_none() {
        return;
    }
    let Some(letter_at) = check_letter(text, run) else {
        return;
    };
    if of_word(text.before(letter_at)) {
        return;
    }
    let permanent = run.digits(0, 12).zip(run.end(text, 12));
    let temporary = run.digits(0, 11).zip(run.end(text, 11));
    let (digits, end, last) = if let Some((digits, end)) = permanent {
        (digits, end, None)
    } else if let Some((digits, end)) = temporary {
        let at = end + usize::from(matches!(text.at(end), b' ' | b'-' | b'.'));
        (
            digits,
            at + 1,
            CHECK.iter().position(|letter| *letter == text.at(at)),
        )
    } else {
        return;
    };
    let values = digits.iter().map(|digit| usize::from(*digit)).chain(last);
    let sum: usize = (2..).zip(values).map(|(place, value)| place * value).sum();
    let complete = digits.len() == 12 || last.is_some();
    let authority = digits
        .iter()
        .take(3)
        .fold(0, |number, digit| number * 10 + u32::from(*digit));
    let is_known = || {
        AUTHORITIES
            .iter()
            .any(|numbers| numbers.contains(&authority))
    };
    let is_labelled = || context_words::before(text, letter_at, 20, PUPIL).is_some();
    if complete
        && (is_known() || is_labelled())
        && CHECK.get(sum % 23) == Some(&text.at(letter_at))
        && !of_word(text.at(end))
    {
        found.push(Found {
            range: text.range(letter_at..end),
            kind: Kind::PupilNumber,
            certainty: Certainty::High,
            test_value: false,
        });
    }
}

const INSURANCE: &[&str] = &[
    "national insurance",
    "national insurance number",
    "national insurance no",
    "nat ins",
    "nat ins no",
    "nat ins number",
    "insurance no",
    "insurance number",
    "nino",
    "n i",
    "n i no",
    "n i number",
];

/// National Insurance numbers whose digits begin here: two letters, six digits, a letter A to D.
pub(super) fn national_insurance(
    text: &NormalisedText<'_>,
    run: &DigitRun,
    found: &mut Vec<Found>,
) {
    let gap = |byte: u8| b" \t.-_/\n".contains(&byte);
    let before = text.slice(run.start.saturating_sub(4)..run.start);
    let between = before
        .iter()
        .rev()
        .take_while(|byte| !of_word(**byte))
        .count();
    let Some(prefix_at) = run.start.checked_sub(2 + between) else {
        return;
    };
    // Only words beside it make a number of groups with any signs between them.
    let is_tight = !run.is_loose && (between == 0 || between == 1 && gap(text.before(run.start)));
    let Some((_, end)) = run.digits(0, 6).zip(run.end(text, 6)) else {
        return;
    };
    let prefix = text.slice(prefix_at..prefix_at + 2);
    if of_word(text.before(prefix_at)) || !is_insurance_prefix(prefix) {
        return;
    }
    let behind = text.slice(end..end + 4);
    let behind = behind.iter().take_while(|byte| !of_word(**byte)).count();
    let suffix_at = end
        + if is_tight {
            usize::from(gap(text.at(end)))
        } else {
            behind
        };
    let suffix = (b'a'..=b'd').contains(&text.at(suffix_at)) && !of_word(text.at(suffix_at + 1));
    let label = context_words::before(text, prefix_at, 30, INSURANCE);
    // Behind a number that has its label, the next field is none of it.
    let is_own = |distance: usize| {
        let between = text.slice(prefix_at - distance..prefix_at);
        is_tight
            || !between
                .iter()
                .any(|byte| byte.is_ascii_digit() || *byte == b'\n')
    };
    let named = label.is_some_and(is_own)
        || context_words::names_before(text, if suffix { suffix_at + 1 } else { end }, INSURANCE);
    if !named && (!is_tight || things::have(text, prefix_at)) {
        return;
    }
    let certainty = match unnamed(text, prefix_at, between, run) {
        _ if named => Certainty::High,
        Some(certainty) if suffix => certainty,
        _ => return,
    };
    let end = if suffix { suffix_at + 1 } else { end };
    if of_word(text.at(end)) {
        return;
    }
    found.push(Found {
        range: text.range(prefix_at..end),
        kind: Kind::NationalInsurance,
        certainty,
        test_value: false,
    });
}

/// `on 12.03.26 a meeting` is no National Insurance number, nor is `AT 10 12 26 A`.
fn is_preposition(prefix: &[u8]) -> bool {
    matches!(
        prefix,
        b"on" | b"at" | b"by" | b"as" | b"an" | b"am" | b"pm"
    )
}

/// How sure it is that letters and digits are one with nothing that names it, by how they are written.
fn unnamed(
    text: &NormalisedText<'_>,
    prefix: usize,
    between: usize,
    run: &DigitRun,
) -> Option<Certainty> {
    let shape = run.shape(0, 6);
    if between == 0 && shape.len() == 1 {
        return Some(Certainty::Medium);
    }
    let is_written = text.capital(prefix) && text.capital(prefix + 1);
    match shape.as_slice() {
        _ if !is_written || is_preposition(text.slice(prefix..prefix + 2)) => None,
        [2, 2, 2] => Some(Certainty::High),
        [3, 3] => Some(Certainty::Medium),
        _ => None,
    }
}

fn is_insurance_prefix(prefix: &[u8]) -> bool {
    let never: &[&[u8]] = &[b"bg", b"gb", b"kn", b"nk", b"nt", b"tn", b"zz"];
    let letters = prefix
        .iter()
        .all(|letter| letter.is_ascii_lowercase() && !b"dfiquv".contains(letter));
    letters && prefix.len() == 2 && prefix.last() != Some(&b'o') && !never.contains(&prefix)
}

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

/// Postcodes that are somebody's own, with their second half where [`postcode_at`] has it. The caller
/// gives those that may be there.
pub(super) fn postcode(
    text: &NormalisedText<'_>,
    group_end: usize,
    allowed: &[String],
    found: &mut Vec<Found>,
) {
    let Some((Range { start, end }, code)) = postcode_at(text, group_end) else {
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
