//! Numbers that are long enough to be somebody's, and are no dates or times.

use super::{hide, is_separator};

/// From this many digits on, a number could identify somebody. Dates (8 digits at most, in one
/// of the formats below) and times stay readable.
const LONG: usize = 7;

/// Hides runs of digits that are long enough to be a telephone, NHS or learner number, with the
/// separators that people put into them. Dates and times are left alone.
pub(super) fn hide_numbers(characters: &[char], digits: &[usize], hidden: &mut [bool]) {
    let mut done = 0;
    for at in digits.iter().copied() {
        if at < done {
            continue;
        }
        let rest = characters.get(at..).unwrap_or(&[]);
        let run = number_length(rest);
        let number = rest.get(..run).unwrap_or(&[]);
        let digits = number.iter().filter(|c| c.is_numeric()).count();
        if digits >= LONG && !is_iso_day(number) {
            let text: String = number.iter().collect();
            if digits_beside_dates(&text) >= LONG {
                hide(hidden, at..at + run);
            }
        }
        done = at + run;
    }
}

/// Whether a run is a day as records have it and nothing else: `2026-03-01`. What
/// [`digits_beside_dates`] finds out as well, and most runs are.
fn is_iso_day(run: &[char]) -> bool {
    let digit = |at: usize| run.get(at).and_then(|sign| sign.to_digit(10));
    let two = |at: usize| Some(digit(at)? * 10 + digit(at + 1)?);
    let within = |number: Option<u32>, most: u32| number.is_some_and(|it| (1..=most).contains(&it));
    run.len() == 10
        && run.get(4) == Some(&'-')
        && run.get(7) == Some(&'-')
        && matches!(two(0), Some(19 | 20))
        && two(2).is_some()
        && within(two(5), 31)
        && within(two(8), 31)
}

/// Hides groups of digits that are a telephone number of the United Kingdom whatever stands between
/// them, as long as it is the same sign each time. No list of counts begins with a 0 and goes on with
/// as many digits.
pub(super) fn hide_telephones(characters: &[char], digits: &[usize], hidden: &mut [bool]) {
    let starts = digits.iter().copied().filter(|at| {
        let before = at.checked_sub(1).and_then(|before| characters.get(before));
        characters.get(*at) == Some(&'0') && before.is_none_or(|before| !before.is_alphanumeric())
    });
    for at in starts {
        if let Some(length) = telephone_length(characters.get(at..).unwrap_or(&[])) {
            hide(hidden, at..at + length);
        }
    }
}

/// The length of the telephone number with which a text begins: ten or eleven digits in groups of
/// three at least.
fn telephone_length(text: &[char]) -> Option<usize> {
    const LONGEST_GAP: usize = 5;
    let digits = |from: usize| {
        let rest = text.iter().skip(from);
        rest.take_while(|sign| sign.is_ascii_digit()).count()
    };
    let mut end = digits(0);
    let mut count = end;
    let mut first_gap = None;
    while (3..10).contains(&count) {
        let rest = text.iter().skip(end).take(LONGEST_GAP);
        let gap: Vec<char> = rest
            .take_while(|sign| !sign.is_alphanumeric() && **sign != '\n')
            .copied()
            .collect();
        let group = digits(end + gap.len());
        let is_same = first_gap.get_or_insert_with(|| gap.clone()) == &gap;
        if gap.is_empty() || group < 3 || !is_same {
            return None;
        }
        end += gap.len() + group;
        count += group;
    }
    (10..=11).contains(&count).then_some(end)
}

/// How far a run of digits goes, over up to three separators at a time, ending on a digit.
fn number_length(text: &[char]) -> usize {
    let mut end = 0;
    let mut gap = 0;
    for (at, character) in text.iter().enumerate() {
        if character.is_numeric() {
            end = at + 1;
            gap = 0;
        } else if end > 0 && gap < 3 && is_separator(*character) {
            if *character == '\n' && begins_with_day(text.get(at + 1..).unwrap_or(&[])) {
                break;
            }
            gap += 1;
        } else {
            break;
        }
    }
    end
}

/// Whether a line begins with a day, its year in four digits: that goes on with no number above it.
fn begins_with_day(text: &[char]) -> bool {
    let of_day = |sign: &&char| sign.is_ascii_digit() || matches!(sign, '-' | '/' | '.');
    let day: String = text.iter().take(11).take_while(of_day).collect();
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    parts.len() == 3
        && day.len() <= 10
        && date_length(&parts) == Some(3)
        && parts.iter().any(|part| is_year(part))
}

/// How many digits of a run belong to no date or time: `2026-03-01` has none, `003/2026-03-01`
/// three. Years stand for themselves only where there is nothing else, as in `2025-2026`.
fn digits_beside_dates(run: &str) -> usize {
    let mut parts: &[&str] = &run
        .split(is_separator)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>();
    let mut beside = 0;
    let mut only_years = true;
    let mut times = run.contains('.');
    while let [first, rest @ ..] = parts {
        if let Some(used) = date_length(parts) {
            parts = parts.get(used..).unwrap_or(&[]);
        } else if let [minutes, after @ ..] = rest
            && times
            && is_time(first, minutes)
            && run.contains(&format!("{first}.{minutes}"))
        {
            parts = after;
        } else {
            // After a number that is neither time nor year, no other is taken for a time.
            times = times && is_year(first);
            beside += first.chars().count();
            only_years = only_years && is_year(first);
            parts = rest;
        }
    }
    if only_years { 0 } else { beside }
}

fn number(text: &str, range: std::ops::RangeInclusive<u32>) -> bool {
    text.parse().is_ok_and(|value| range.contains(&value))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && number(text, 1900..=2100)
}

/// Whether eight digits are a day of this century, the year first or last.
fn is_day(text: &str) -> bool {
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or("");
    let is = |year, month, day| {
        number(part(year), 2000..=2099) && number(part(month), 1..=12) && number(part(day), 1..=31)
    };
    text.len() == 8 && (is(0..4, 4..6, 6..8) || is(4..8, 2..4, 0..2))
}

fn is_time(hours: &str, minutes: &str) -> bool {
    hours.len() <= 2 && number(hours, 0..=23) && minutes.len() == 2 && number(minutes, 0..=59)
}

/// How many parts at the start are a date or a school year.
fn date_length(parts: &[&str]) -> Option<usize> {
    let small = |text: &str| text.len() <= 2 && number(text, 1..=31);
    let month = |text: &str| text.len() <= 2 && number(text, 1..=12);
    match parts {
        // 20260226
        [all, after @ ..]
            if is_day(all) && after.iter().all(|part| part.len() <= 2 || is_day(part)) =>
        {
            Some(1)
        }
        // 2026-061
        [year, day] if is_year(year) && day.len() == 3 && number(day, 1..=366) => Some(2),
        [first, second, third, ..]
            if small(second)
                && (is_year(first) && small(third) || small(first) && is_year(third)) =>
        {
            Some(3)
        }
        // 26.02.26
        [day, second, year, ..]
            if small(day)
                && day.len() == 2
                && month(second)
                && second.len() == 2
                && year.len() == 2
                && number(year, 0..=99) =>
        {
            Some(3)
        }
        // 2025-26
        [first, second, ..] if is_year(first) && second.len() == 2 => {
            let next = first.parse::<u32>().ok()? + 1;
            (second.parse() == Ok(next % 100)).then_some(2)
        }
        _ => None,
    }
}
