//! Codes of letters and digits: unique pupil numbers and National Insurance numbers.
//! Sources: the check letter of the Department for Education for pupil numbers, and HMRC manual NIM39110.

use super::normalised::{NormalisedText, of_word};
use super::numbers::DigitRun;
use super::{Certainty, Found, Kind, context_words, things};

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
    let is_things = !named && things::have(text, prefix_at);
    // In pairs and capitals, a number looks like no other reference.
    if !named && (!is_tight || is_things && !things::refers(text, prefix_at)) {
        return;
    }
    let certainty = match unnamed(text, prefix_at, between, run) {
        _ if named => Certainty::High,
        Some(Certainty::High) if suffix && is_things => Certainty::Medium,
        Some(certainty) if suffix && !is_things => certainty,
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
