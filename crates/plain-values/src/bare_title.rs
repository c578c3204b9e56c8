//! What programs and people write around the title of a meeting: `FW:`, `Minutes of the`, its day.

use crate::day::{DateOrder, DayReading, is_name_of_day, read_day};

/// A title without the marks of a message that was passed on: `FW: Board`.
pub(crate) fn without_forwarding(title: &str) -> &str {
    let mut bare = title.trim_start();
    loop {
        let marks = ["fw:", "fwd:", "re:", "sv:", "tr:"];
        let mark = marks.iter().find(|mark| {
            let start = bare.get(..mark.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(mark))
        });
        match mark.and_then(|mark| bare.get(mark.len()..)) {
            Some(rest) if !rest.trim().is_empty() => bare = rest.trim_start(),
            _ => return bare,
        }
    }
}

/// The words of a title, in small letters, without those that say that a paper is about it and
/// without its day at either end: `minutes of the send board 20 january 2026` is `send board`.
pub(crate) fn bare_words(words: &str) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    let bare = without_day_behind(without_paper(without_day_before(&all)));
    if bare.is_empty() {
        words.to_owned()
    } else {
        bare.join(" ")
    }
}

fn without_paper<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    let mut rest = words;
    while let [
        "draft" | "approved" | "final" | "unconfirmed" | "confirmed" | "action",
        more @ ..,
    ] = rest
    {
        rest = more;
    }
    match rest {
        [paper, "of" | "from" | "for", bare @ ..] if PAPERS.contains(paper) => {
            bare.strip_prefix(&["the"]).unwrap_or(bare)
        }
        [bare @ .., "minutes"] => bare,
        _ => words,
    }
}

/// Papers about a meeting.
const PAPERS: &[&str] = &["minutes", "minute", "notes", "note", "agenda", "record"];

/// A day is written in so many words at most: `tuesday 20th january 2026`.
const MOST_OF_A_DAY: usize = 4;

fn without_day_behind<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    let may_end_a_day = |word: &&str| is_name_of_day(word) || is_number(word);
    if !words.last().is_some_and(may_end_a_day) {
        return words;
    }
    let mut lengths = (2..=MOST_OF_A_DAY).rev();
    let found = lengths.find_map(|length| {
        let (bare, day) = words.split_at_checked(words.len().checked_sub(length)?)?;
        is_day(day).then_some(bare)
    });
    let bare = found.unwrap_or(words);
    match bare.split_last() {
        Some((&"on", before)) if found.is_some() => before,
        _ => bare,
    }
}

fn without_day_before<'a, 'w>(words: &'a [&'w str]) -> &'a [&'w str] {
    let may_begin_a_day =
        |word: &&str| is_name_of_day(word) || word.starts_with(|sign: char| sign.is_ascii_digit());
    if !words.first().is_some_and(may_begin_a_day) {
        return words;
    }
    let mut lengths = (2..=MOST_OF_A_DAY).rev();
    let found = lengths.find_map(|length| {
        let (day, bare) = words.split_at_checked(length)?;
        is_day(day).then_some(bare)
    });
    found.unwrap_or(words)
}

/// Whether words are a day with its month, and nothing else.
fn is_day(words: &[&str]) -> bool {
    let numbers = words.iter().filter(|word| is_number(word)).count();
    let text = match words {
        [year, _, _] if numbers == 3 && year.len() == 4 => words.join("-"),
        [_, _, _] if numbers == 3 => words.join("/"),
        // `group 12` is read thousands of times, and no day.
        _ if !words.iter().any(|word| is_name_of_day(word)) => return false,
        _ => words.join(" "),
    };
    matches!(
        read_day(&text, DateOrder::DayFirst),
        DayReading::On(_, None) | DayReading::NoYear(_, None)
    )
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_and_days_are_no_part_of_a_title() {
        for (words, expected) in [
            ("minutes of the send board 20 january 2026", "send board"),
            ("notes from send board", "send board"),
            (
                "draft minutes of the board tuesday 20th january 2026",
                "board",
            ),
            ("send board minutes", "send board"),
            ("2026 01 20 send board", "send board"),
            ("send board 20 01 2026", "send board"),
            ("send board on 20 january", "send board"),
            ("send board march 2026", "send board march 2026"),
            ("workshop 2", "workshop 2"),
            ("review 2025 26", "review 2025 26"),
            ("notes", "notes"),
            ("minutes", "minutes"),
            ("20 january 2026", "20 january 2026"),
            ("may fair", "may fair"),
            ("action for children", "action for children"),
        ] {
            assert_eq!(bare_words(words), expected, "{words}");
        }
    }

    #[test]
    fn messages_that_are_passed_on_keep_their_title() {
        for (title, expected) in [
            ("FW: Board", "Board"),
            ("Fwd: RE: Board", "Board"),
            ("Re-launch", "Re-launch"),
            ("RE:", "RE:"),
        ] {
            assert_eq!(without_forwarding(title), expected, "{title}");
        }
    }
}
