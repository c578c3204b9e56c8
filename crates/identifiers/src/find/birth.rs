//! Dates of birth: a date shortly after words that say it is one. A date alone is none; records
//! are full of dates of meetings.

use super::normalised::{NormalisedText, of_word, words};
use super::{Certainty, Found, Kind};

/// Words for a date of birth, as the letters before their first b and those from it on.
const TRIGGERS: &[(&[u8], &[u8])] = &[
    (b"", b"birth"),
    (b"", b"born"),
    (b"do", b"b"),
    (b"d.o.", b"b"),
    (b"d o ", b"b"),
    (b"d/o/", b"b"),
];

/// Words between that make it a cohort: `born after 31 August 2010`.
const COHORT: &[&[u8]] = &[b"before", b"after", b"between", b"since", b"from", b"until"];

/// Every date that begins within 30 characters after such words.
pub(super) fn find(text: &NormalisedText<'_>, found: &mut Vec<Found>) {
    let letters = text.bytes().iter().enumerate();
    for (at, _) in letters.filter(|(_, byte)| **byte == b'b') {
        let trigger = TRIGGERS.iter().find(|(before, from)| {
            at >= before.len()
                && text.slice(at..at + from.len()) == *from
                && text.slice(at - before.len()..at) == *before
        });
        if let Some((before, from)) = trigger
            && let Some(after) = says_birth(text, at - before.len(), at + from.len())
        {
            let start = at - before.len();
            if !after_trigger(text, after, found) && from != b"born" {
                before_trigger(text, start, after, found);
            }
        }
    }
}

/// The place after the words that begin or end with a trigger: `date of birth`, `birthday`.
fn says_birth(text: &NormalisedText<'_>, at: usize, end: usize) -> Option<usize> {
    if text.slice(at..end) != b"birth" {
        let whole = !of_word(text.before(at)) && !text.at(end).is_ascii_alphabetic();
        return whole.then_some(end);
    }
    let before = text.slice(at.saturating_sub(4)..at);
    let of = before.trim_ascii_end().strip_suffix(b"_").unwrap_or(before);
    let rest = text.slice(end..end + 5);
    let sign = rest.iter().take(1).filter(|byte| !of_word(**byte)).count();
    let noun = [&b"date"[..], b"day"]
        .into_iter()
        .find(|noun| text.slice(end + sign..end + sign + noun.len()) == *noun);
    match noun {
        Some(noun) => Some(end + sign + noun.len()),
        None => (of.trim_ascii_end().ends_with(b"of") && !of_word(text.at(end))).then_some(end),
    }
}

/// The date right before the words, where a bracket or a sentence ends with them: `(12.03.2014, dob)`.
fn before_trigger(text: &NormalisedText<'_>, at: usize, end: usize, found: &mut Vec<Found>) {
    let ends = matches!(text.at(end), 0 | b')' | b']' | b',' | b';' | b'.' | b'\n');
    let words = [&b"date of "[..], b"date_of_", b"date-of-"];
    let of = at.saturating_sub(8);
    let at = if words.contains(&text.slice(of..at)) {
        of
    } else {
        at
    };
    let before = text.slice(at.saturating_sub(3)..at);
    let sign = |byte: &&u8| b" ,(-/".contains(byte);
    let last = at - before.iter().rev().take_while(sign).count();
    let mut starts = last.saturating_sub(24)..last;
    // The name of a file joins the day of a meeting and its title: `2026-02-26-dob.yaml`.
    let gap = text.slice(last..at);
    if ends
        && gap.iter().any(|byte| b" ,(".contains(byte))
        && let Some(start) = starts.find(|start| date(text, *start) == Some(last))
    {
        found.push(Found {
            range: text.range(start..last),
            kind: Kind::BirthDate,
            certainty: Certainty::High,
            test_value: false,
        });
    }
}

/// Finds the dates after the words, and says whether there is any, of whatever it is.
fn after_trigger(text: &NormalisedText<'_>, after: usize, found: &mut Vec<Found>) -> bool {
    let known = found.len();
    let mut place = after;
    while place <= after + 30 {
        let Some(end) = date(text, place) else {
            place += 1;
            continue;
        };
        let between = text.slice(after..place);
        if begins_field(between) {
            break;
        }
        if words(between).any(|word| COHORT.contains(&word)) {
            return true;
        }
        found.push(Found {
            range: text.range(place..end),
            kind: Kind::BirthDate,
            certainty: Certainty::High,
            test_value: false,
        });
        place = end;
    }
    found.len() > known
}

/// Whether another field begins after some words: `title: When they were born`, and the date of the
/// meeting below it. What stands below a field of its own is its value.
fn begins_field(between: &[u8]) -> bool {
    let mut lines = between.split(|byte| *byte == b'\n');
    let own = lines
        .next()
        .is_some_and(|line| line.trim_ascii_end().ends_with(b":"));
    !own && lines.any(|line| line.contains(&b':'))
}

/// One part of a date: a number with how many digits it has, or the name of a month.
enum DatePart {
    Number(u32, usize),
    Month,
}

/// The end of the date that begins at a place, in any common format.
pub(super) fn date(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    if of_word(text.before(at)) || !of_word(text.at(at)) {
        return None;
    }
    let (first, end) = part(text, at)?;
    if let DatePart::Number(value, 8) = first {
        let year = |year: u32| (1900..=2100).contains(&year);
        let day = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
        let forwards = year(value % 10_000) && day(value / 10_000 % 100, value / 1_000_000);
        let backwards = year(value / 10_000) && day(value / 100 % 100, value % 100);
        return (forwards || backwards).then_some(end);
    }
    let (second, end) = part(text, between(text, end)?)?;
    let (third, end) = part(text, between(text, end)?)?;
    let day = |part: &DatePart| matches!(part, DatePart::Number(1..=31, 1 | 2));
    let month = |part: &DatePart| matches!(part, DatePart::Month | DatePart::Number(1..=12, 1 | 2));
    let long_year = |part: &DatePart| matches!(part, DatePart::Number(1900..=2100, 4));
    let year = |part: &DatePart| long_year(part) || matches!(part, DatePart::Number(_, 2));
    let reads = long_year(&first) && month(&second) && day(&third)
        || day(&first) && month(&second) && year(&third)
        || month(&first) && day(&second) && year(&third);
    reads.then_some(end)
}

/// A number, also an ordinal, or a month.
fn part(text: &NormalisedText<'_>, at: usize) -> Option<(DatePart, usize)> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = text.slice(at..at + 12);
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits > 0 {
        let number = std::str::from_utf8(text.slice(at..at + digits)).ok()?;
        let end = at + digits;
        let ordinal = [b"st", b"nd", b"rd", b"th"]
            .iter()
            .any(|ordinal| text.slice(end..end + 2) == *ordinal);
        let end = end + if ordinal { 2 } else { 0 };
        // `12mar2014` goes on with a letter, `2014t10:00` ends a date in a time.
        return Some((DatePart::Number(number.parse().ok()?, digits), end));
    }
    let letters = word
        .iter()
        .take_while(|byte| byte.is_ascii_lowercase())
        .count();
    let name = std::str::from_utf8(text.slice(at..at + letters)).ok()?;
    let known =
        letters >= 3 && MONTHS.iter().any(|month| month.starts_with(name)) || name == "sept";
    known.then_some((DatePart::Month, at + letters))
}

/// What may stand between the parts of a date: up to two signs, and `of`.
fn between(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let gap = text.slice(at..at + 3);
    let signs = gap
        .iter()
        .take_while(|byte| b" -/.,\t\n\\_".contains(byte))
        .count();
    let place = at + signs;
    if signs > 0 && text.slice(place..place + 3) == b"of " {
        return Some(place + 3);
    }
    let touches = text.before(at).is_ascii_digit() == text.at(at).is_ascii_digit();
    (signs <= 2 && (signs > 0 || !touches)).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_the_next_field_is_no_date_of_birth() {
        assert!(begins_field(b"\ndate: "));
        assert!(begins_field(b": 2009-01-01\ndate: "));
        assert!(!begins_field(b":\n  on: "));
        assert!(!begins_field(b" on\n  "));
    }

    #[test]
    fn dates_in_every_common_form() {
        for written in [
            "2014-03-12",
            "2014/3/12",
            "12/03/2014",
            "12.3.14",
            "12-3-2014",
            "12 March 2014",
            "12th March, 2014",
            "12th of March 2014",
            "March 12, 2014",
            "12 Mar 14",
            "12mar2014",
            "12032014",
            "20140312",
            "12 03 2014",
            "12-Mar-2014",
            "12 sept 2014",
        ] {
            let text = NormalisedText::new(written);
            assert_eq!(date(&text, 0), Some(written.len()), "{written}");
        }
        for other in [
            "12 children 2014",
            "40/40/2014",
            "2014",
            "12 March",
            "march",
        ] {
            assert_eq!(date(&NormalisedText::new(other), 0), None, "{other}");
        }
    }
}
