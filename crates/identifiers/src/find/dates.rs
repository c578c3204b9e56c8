//! Dates in any common format, and months with their years.

use super::normalised::{NormalisedText, of_word};

/// One part of a date: a number with how many digits it has, or the name of a month.
enum DatePart {
    Number(u32, usize),
    Month,
}

/// The end of the date that begins at a place, in any common format.
pub(super) fn date(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    if of_word(text.before(at)) {
        return None;
    }
    joined(text, at)
}

/// The end of the date that begins at a place, whatever is written before it: `dob12/03/2014`.
pub(super) fn joined(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    if !of_word(text.at(at)) {
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

/// The end of a date in six digits, the day first: `120314`. Only words make such digits a date.
pub(super) fn in_six(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let end = at + 6;
    let number = |from: usize| {
        let two = std::str::from_utf8(text.slice(from..from + 2)).ok()?;
        two.parse::<u32>().ok()
    };
    let is_date = (1..=31).contains(&number(at)?) && (1..=12).contains(&number(at + 2)?);
    number(at + 4)?;
    (is_date && !of_word(text.before(at)) && !of_word(text.at(end))).then_some(end)
}

/// The end of a month with its year in four digits that begins at a place: `May 2015`, `05/2015`.
pub(super) fn month(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    if of_word(text.before(at)) || !of_word(text.at(at)) {
        return None;
    }
    let (first, end) = part(text, at)?;
    let (second, end) = part(text, between(text, end)?)?;
    let is_month = matches!(first, DatePart::Month | DatePart::Number(1..=12, 1 | 2));
    let is_year = matches!(second, DatePart::Number(1900..=2100, 4));
    (is_month && is_year && !of_word(text.at(end))).then_some(end)
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

/// What may stand between the parts of a date: up to three signs, and `of`.
fn between(text: &NormalisedText<'_>, at: usize) -> Option<usize> {
    let gap = text.slice(at..at + 3);
    let signs = gap
        .iter()
        .take_while(|byte| b" -/.,'\t\n\\_".contains(byte))
        .count();
    let place = at + signs;
    if signs > 0 && text.slice(place..place + 3) == b"of " {
        return Some(place + 3);
    }
    let touches = text.before(at).is_ascii_digit() == text.at(at).is_ascii_digit();
    // Three signs are one with a blank on either side.
    let allowed = signs <= 2 || gap.first() == gap.last();
    (allowed && (signs > 0 || !touches)).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

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
