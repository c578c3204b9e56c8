//! United Kingdom telephone numbers. The ranges that are reserved for drama are Ofcom's.

mod cells;
mod labels;

use super::normalised::{NormalisedText, is_one_of, of_word, words};
use super::numbers::{DigitRun, begins, tied};
use super::{Certainty, Found, Kind, context_words};
pub(super) use cells::in_cell;
use labels::{
    BELOW, DIALLED, ENTERED, HAS_ONE, INVITATION, LABELS, NUMBER, OFFICE, OWNERS, PLACES, PRIVATE,
    REACHED, REFERENCES, TELEPHONES,
};

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
    let is_tied = tied(text, start, end, b"-./_,:")
        && (skip > 0 || !is_rounded(text, end))
        && !is_one_of_two(text, end)
        && !is_second_of_two(text, start);
    let is_decimal =
        run.shape(0, skip + count).first() == Some(&1) && text.at(run.start + 1) == b'.';
    if !bound || text.before(start) == b'$' || is_tied || is_decimal {
        return;
    }
    let has_area = run.shape(0, count).first() >= Some(&3);
    let is_said = || is_labelled(text, run.start) || context_words::names_before(text, end, OWNERS);
    if run.is_loose && !(has_area && is_said()) {
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
    let end = other_end(text, end, &shape).unwrap_or(end);
    found.push(Found {
        range: text.range(run.start..end),
        kind: Kind::Phone,
        certainty,
        test_value: is_for_tests(&national),
    });
}

/// Where the end of another number stands behind one, that differs in its last group only:
/// `07700 900 461 or 462`.
fn other_end(text: &NormalisedText<'_>, end: usize, shape: &[usize]) -> Option<usize> {
    let last = shape
        .last()
        .copied()
        .filter(|last| (3..=6).contains(last))?;
    let words: [&[u8]; 4] = [b" or ", b" and ", b" & ", b" / "];
    let word = words
        .into_iter()
        .find(|word| text.slice(end..end + word.len()) == *word)?;
    let start = end + word.len();
    let digits = text.slice(start..start + 8);
    let digits = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let next = text.at(start + digits);
    let goes_on = of_word(next)
        || matches!(next, b' ' | b'-' | b'/' | b':' | b'.')
            && text.at(start + digits + 1).is_ascii_digit();
    (digits == last && !goes_on).then_some(start + digits)
}

fn is_for_tests(national: &[u8]) -> bool {
    DRAMA.iter().any(|range| national.starts_with(range))
}

/// How many digits come before the national number, and how many it has. A spreadsheet takes the
/// first 0 of one away, and people leave out the plus before 44: such digits need a word before them.
fn national(text: &NormalisedText<'_>, run: &DigitRun) -> Option<(usize, usize)> {
    let is_labelled = || is_labelled(text, run.start);
    let is_owned = |digits: usize| {
        let end = run.end(text, digits);
        end.is_some_and(|end| context_words::names_before(text, end, OWNERS))
    };
    let code = if run.digits(0, 4) == Some(&[0, 0, 4, 4]) {
        4
    } else if run.digits(0, 2) == Some(&[4, 4])
        && (text.before(run.start) == b'+'
            || run.digits(2, 1) == Some(&[7]) && run.shape(0, run.length.min(12)) == [12]
            || run.digits(2, 1) != Some(&[0])
                && run.digits(0, 12).is_some()
                && (is_labelled() || is_owned(12)))
    {
        2
    } else {
        0
    };
    let zero = run.digits(code, 1) == Some(&[0]);
    let skip = code + usize::from(zero);
    if skip == 0 {
        let is_whole = run.digits(0, 10).is_some() && run.end(text, 10).is_some();
        return (is_whole && (is_labelled() || is_owned(10))).then_some((0, 10));
    }
    [10, 9]
        .into_iter()
        .find(|count| run.digits(skip, *count).is_some() && run.end(text, skip + count).is_some())
        .map(|count| (skip, count))
}

/// Whether a word for a telephone stands before a place on its line, and no other as near.
fn is_labelled(text: &NormalisedText<'_>, start: usize) -> bool {
    let label = context_words::before(text, start, 40, TELEPHONES);
    label.is_some_and(|distance| {
        let between = text.slice(start - distance..start);
        let word = context_words::before(text, start, 40, REFERENCES);
        // With `number` behind it, alone on the line above, it is a heading.
        let is_heading = || {
            let lines = between.split(|byte| *byte == b'\n').count();
            let mut said = words(between).peekable();
            lines == 2 && said.peek().is_some() && said.all(|word| is_one_of(NUMBER, word))
        };
        (!between.contains(&b'\n') || is_heading()) && word.is_none_or(|word| distance < word)
    })
}

/// Whether a slash behind a number goes on with another, or with how that ends:
/// `01632 960001/960002`.
fn is_one_of_two(text: &NormalisedText<'_>, end: usize) -> bool {
    let other = text.slice(end + 1..end + 16);
    let other = other
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || b" ()+".contains(byte));
    let digits = other.filter(|byte| byte.is_ascii_digit()).count();
    text.at(end) == b'/' && (1..=13).contains(&digits)
}

/// Whether a slash stands between a number and another before it.
fn is_second_of_two(text: &NormalisedText<'_>, start: usize) -> bool {
    let other = text.slice(start.saturating_sub(14)..start);
    let other = other
        .iter()
        .rev()
        .skip(1)
        .take_while(|byte| byte.is_ascii_digit() || b" ()".contains(byte));
    let digits = other.filter(|byte| byte.is_ascii_digit()).count();
    text.before(start) == b'/' && digits >= 9 && !text.at(start + 1).is_ascii_whitespace()
}

/// Whether a number goes on as one with decimals does that has none: `7700900461.0`.
fn is_rounded(text: &NormalisedText<'_>, end: usize) -> bool {
    text.slice(end..end + 2) == b".0" && !of_word(text.at(end + 2))
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
            let wide = abroad || area >= 2 || is_labelled(text, start);
            // Numbers of files and budgets have slashes and dashes as well, in groups of other sizes.
            let written = text.slice(start..end);
            let is_of_a_kind = matches!(shape, [10] | [4, 6] | [4, 3, 3] | [5, 5] | [2, ..]);
            let is_code = matches!(shape, [4, 4, 2]) && written.contains(&b'-');
            let is_file =
                (is_code || !is_of_a_kind && written.contains(&b'/')) && !is_labelled(text, start);
            if is_file {
                return None;
            }
            let is_other = if in_one {
                is_reference(text, start)
            } else {
                is_reference_alone(text, start)
            };
            (wide && !is_other).then_some(Certainty::High)
        }
        [b'1', b'1'..=b'9', ..] | [b'2', b'0' | b'3' | b'4' | b'8' | b'9', ..] => {
            let least = shape.iter().skip(1).min().copied().unwrap_or(area);
            // Days have pairs of digits, too.
            let in_pairs = || {
                least == 2
                    && area >= 3
                    && (abroad
                        || area >= 4
                        || matches!(shape, [3, 2, 2, 3])
                        || context_words::before(text, start, 20, LABELS).is_some())
            };
            // `01 63 29 60 33 1`, where a word says that it is one.
            let all_in_pairs = || {
                area <= 2
                    && shape.len() >= 5
                    && shape.iter().all(|group| *group <= 2)
                    && context_words::before(text, start, 12, LABELS).is_some()
            };
            let groups = (least >= 3 || in_pairs()) && (abroad || area >= 2) || all_in_pairs();
            // Nine digits are rare, and many other numbers have as many.
            let short = national.len() == 9
                && !matches!(shape, [4, 5] | [5, 4])
                && context_words::before(text, start, 20, LABELS).is_none();
            if !groups || short || is_reference(text, start) {
                return None;
            }
            let is_offices = context_words::on_line(text, start, end, 40, OFFICE)
                && context_words::before(text, start, 4, REACHED).is_none()
                && context_words::before(text, start, 3, PRIVATE).is_none();
            if is_offices || is_dial_in(text, start, end) {
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
    if is_number_of_a_thing(text, start) || is_in_web_address(text, start) {
        return true;
    }
    let word = context_words::before(text, start, 20, REFERENCES);
    let label = context_words::before(text, start, 20, LABELS);
    word.is_some_and(|word| label.is_none_or(|label| word < label))
}

/// Whether words right before a number make it that of a thing: `grant claim no.`, `locker number`.
/// A word with a capital may be whose number it is.
fn is_number_of_a_thing(text: &NormalisedText<'_>, start: usize) -> bool {
    let before = text.slice(start.saturating_sub(32)..start);
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or(&[]);
    let signs = line.iter().rev().take_while(|byte| !of_word(**byte));
    let is_near = signs.clone().count() <= 3 && signs.clone().all(|byte| b" .:#-+(".contains(byte));
    let mut back = words(line).rev();
    let is_number = back.next().is_some_and(|word| is_one_of(NUMBER, word));
    let Some(thing) = back.next().filter(|_| is_near && is_number) else {
        return false;
    };
    let at = line.windows(thing.len()).rposition(|found| found == thing);
    let at = at.map_or(start, |at| start - line.len() + at);
    let is_small = !text.capital(at) || at == 0 || text.before(at) == b'\n';
    // Half a word at the edge of what is read is none.
    let is_whole = !of_word(text.before(at));
    let has_none = !is_one_of(HAS_ONE, thing) && !thing.iter().any(u8::is_ascii_digit);
    is_small && is_whole && has_none
}

/// Whether a number is part of a web address, and not of one that rings it.
fn is_in_web_address(text: &NormalisedText<'_>, start: usize) -> bool {
    if !b"=/&?-_".contains(&text.before(start)) {
        return false;
    }
    let before = text.slice(start.saturating_sub(120)..start);
    let address = before.rsplit(u8::is_ascii_whitespace).next().unwrap_or(&[]);
    let has = |word: &[u8]| address.windows(word.len()).any(|found| found == word);
    has(b"://")
        && ![&b"phone="[..], b"tel=", b"text=", b"wa.me"]
            .iter()
            .any(|word| has(word))
}

/// Whether a word for another number stands before a place, and no other number between them: a
/// telephone number may follow on the code of a meeting.
fn is_reference_alone(text: &NormalisedText<'_>, start: usize) -> bool {
    if is_number_of_a_thing(text, start) || is_in_web_address(text, start) {
        return true;
    }
    context_words::before(text, start, 20, REFERENCES).is_some_and(|distance| {
        let between = text.slice(start - distance..start);
        !between.iter().any(u8::is_ascii_digit) && is_reference(text, start)
    })
}

/// Whether people dial a number to join a meeting: its code stands behind it, or it stands alone on
/// its line under what an invitation says.
fn is_dial_in(text: &NormalisedText<'_>, start: usize, end: usize) -> bool {
    if text.slice(end..end + 2) == b",," || text.at(end) == b'#' {
        return true;
    }
    let back = text.slice(start.saturating_sub(60)..start);
    let back = back.iter().rev().take_while(|byte| **byte != b'\n').count();
    let on = text.slice(end..end + 60);
    let on = on.iter().take_while(|byte| **byte != b'\n').count();
    // `or phone in on 020 7946 0158 and enter 604 118 273#`, the code also on the next line.
    if context_words::before(text, start, back.min(30), DIALLED).is_some()
        && context_words::after(text, end, 30, ENTERED).is_some()
    {
        return true;
    }
    let line = start - back;
    let mut beside = words(text.slice(line..start)).chain(words(text.slice(end..end + on)));
    let is_number = |word: &[u8]| word.iter().all(u8::is_ascii_digit);
    if !beside.all(|word| is_one_of(PLACES, word) || is_number(word)) {
        return false;
    }
    // Words of their own end an invitation: what stands below them is somebody's.
    let is_of_invitation = |line: &[u8]| {
        let has_number = line.iter().any(u8::is_ascii_digit);
        has_number || words(line).all(|word| is_one_of(PLACES, word))
    };
    let are_of_invitation = |between: &[u8]| {
        // The rest of its own line belongs to the words that were found.
        let mut lines = between.split(|byte| *byte == b'\n').skip(1);
        lines.all(is_of_invitation)
    };
    let above = context_words::before(text, start, 300, INVITATION);
    let below = || context_words::after(text, end + on, 200, BELOW);
    above.is_some_and(|distance| are_of_invitation(text.slice((start - distance).min(line)..line)))
        || below()
            .is_some_and(|distance| are_of_invitation(text.slice(end + on..end + on + distance)))
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
