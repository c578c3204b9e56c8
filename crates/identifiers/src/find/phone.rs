//! United Kingdom telephone numbers. The ranges that are reserved for drama are Ofcom's.

use super::normalised::{NormalisedText, of_word};
use super::numbers::{DigitRun, begins, tied};
use super::{Certainty, Found, Kind, context_words};

const LABELS: &[&str] = &[
    "tel",
    "telephone",
    "phone",
    "mob",
    "mobile",
    "call",
    "ring",
    "text",
    "t",
    "m",
];

/// Words that make a number that of an office.
const OFFICE: &[&str] = &[
    "switchboard",
    "reception",
    "office",
    "offices",
    "council",
    "school",
    "helpline",
    "hotline",
    "enquiries",
    "dial in",
    "dialin",
    "conference",
    "teams",
    "zoom",
    "call us",
    "main line",
    "mainline",
    "contact centre",
    "customer services",
    "advice line",
    "surgery",
    "hospital",
];

/// Words for numbers that are no telephone numbers.
const REFERENCES: &[&str] = &[
    "meeting id",
    "conference id",
    "webinar id",
    "passcode",
    "access code",
    "pin",
    "ref",
    "reference",
    "order",
    "order no",
    "invoice",
    "invoice no",
    "po",
    "charity",
    "company",
    "account",
    "budget",
    "case",
];

/// Ranges for drama: the digits after the 0 that a number begins with.
const DRAMA: &[&[u8]] = &[
    b"1134960",
    b"1144960",
    b"1154960",
    b"1164960",
    b"1174960",
    b"1184960",
    b"1214960",
    b"1314960",
    b"1414960",
    b"1514960",
    b"1614960",
    b"1632960",
    b"1914980",
    b"2079460",
    b"28964960",
    b"29201800",
    b"7700900",
];

/// Telephone numbers that begin with a group of digits, those of an allow-list left out. That is
/// compared by the digits after the 0.
pub(super) fn find(
    text: &NormalisedText<'_>,
    run: &DigitRun,
    allowed: &[String],
    found: &mut Vec<Found>,
) {
    let Some((skip, count)) = national(text, run) else {
        return;
    };
    let Some((digits, end)) = run.digits(skip, count).zip(run.end(text, skip + count)) else {
        return;
    };
    let start = if matches!(text.before(run.start), b'+' | b'(') {
        run.start - 1
    } else {
        run.start
    };
    let start = if text.before(start) == b'+' || text.before(start) == b'(' {
        start - 1
    } else {
        start
    };
    let bound = begins(text, start, LABELS) && !of_word(text.at(end));
    if !bound || text.before(start) == b'$' || tied(text, start, end, b"-./_,:") {
        return;
    }
    let national: Vec<u8> = digits.iter().map(|digit| digit + b'0').collect();
    if allowed.iter().any(|allowed| allowed.as_bytes() == national) {
        return;
    }
    let shape = run.shape(skip, count);
    let abroad = skip > 1;
    let Some(certainty) = certainty(text, start, end, &national, &shape, abroad) else {
        return;
    };
    found.push(Found {
        range: text.range(run.start..end),
        kind: Kind::Phone,
        certainty,
        test_value: DRAMA.iter().any(|range| national.starts_with(range)),
    });
}

/// How many digits come before the national number, and how many it has.
fn national(text: &NormalisedText<'_>, run: &DigitRun) -> Option<(usize, usize)> {
    let code = if run.digits(0, 4) == Some(&[0, 0, 4, 4]) {
        4
    } else if run.digits(0, 2) == Some(&[4, 4])
        && (text.before(run.start) == b'+'
            || run.digits(2, 1) == Some(&[7]) && run.shape(0, run.length.min(12)) == [12])
    {
        2
    } else {
        0
    };
    let zero = run.digits(code, 1) == Some(&[0]);
    let skip = code + usize::from(zero);
    if skip == 0 {
        return None;
    }
    [10, 9]
        .into_iter()
        .find(|count| run.digits(skip, *count).is_some() && run.end(text, skip + count).is_some())
        .map(|count| (skip, count))
}

fn certainty(
    text: &NormalisedText<'_>,
    start: usize,
    end: usize,
    national: &[u8],
    shape: &[usize],
    abroad: bool,
) -> Option<Certainty> {
    let in_one = shape.len() == 1;
    // The 0 before the first group has been taken off where it stood alone.
    let area = shape.first().copied().unwrap_or(0);
    match national {
        [b'7', b'1'..=b'5' | b'7'..=b'9', ..] if national.len() == 10 => {
            let wide = abroad || area >= 2;
            (wide && !(in_one && is_reference(text, start))).then_some(Certainty::High)
        }
        [b'1', b'1'..=b'9', ..] | [b'2', b'0' | b'3' | b'4' | b'8' | b'9', ..] => {
            let groups = shape.iter().skip(1).all(|group| *group >= 3) && (abroad || area >= 2);
            // Nine digits are rare, and many other numbers have as many.
            let short = national.len() == 9
                && !matches!(shape, [4, 5] | [5, 4])
                && context_words::before(text, start, 20, LABELS).is_none();
            if !groups || short || is_reference(text, start) {
                return None;
            }
            if context_words::on_line(text, start, end, 40, OFFICE) {
                return Some(Certainty::Low);
            }
            Some(Certainty::Medium)
        }
        _ => None,
    }
}

/// Whether a number is more likely that of an order or a meeting: such a word stands close before,
/// and none for a telephone is closer.
fn is_reference(text: &NormalisedText<'_>, start: usize) -> bool {
    let word = context_words::before(text, start, 20, REFERENCES);
    let label = context_words::before(text, start, 20, LABELS);
    word.is_some_and(|word| label.is_none_or(|label| word < label))
}

/// The digits of a telephone number after the 0 or +44, for an allow-list; none if it is no number
/// of the United Kingdom.
pub(super) fn normal(written: &str) -> Option<String> {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let rest = digits
        .strip_prefix("0044")
        .or_else(|| digits.strip_prefix("44"))
        .unwrap_or(&digits);
    let rest = rest.strip_prefix('0').unwrap_or(rest);
    (9..=10).contains(&rest.len()).then(|| rest.to_owned())
}
