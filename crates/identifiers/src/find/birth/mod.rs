//! Dates of birth: a date beside words that say it is one. A date alone is none; records are full
//! of dates of meetings.

mod triggers;

use std::ops::Range;

use super::dates;
use super::normalised::{NormalisedText, is_one_of, of_word, words};
use super::{Certainty, Found, Kind};
use triggers::{Says, THINGS, Trigger, is_of_a_thing, trigger};

/// How far behind the words a date begins.
const REACH: usize = 30;

/// How far, where the words between put a date right that was wrong.
const REACH_OF_CORRECTION: usize = 60;

/// Such words.
const CORRECTION: &str = "correct corrected ought should wrong";

/// Words between that make it a cohort: `born after 31 August 2010`.
const COHORT: &str = "\
before after between since from until range ranges ranging";

/// Words between that say of which other day the date is.
const OTHER_DAYS: &str = "\
added agreed answers asked board by cake card cards celebrated celebration celebrations \
changed checked closed closes column deadline deleted due event events field form forms \
group held idea longer meeting meetings met minutes needed next panel party parties policy \
published question removed reply review reviewed seen sent session shared survey taken team \
training trip update updated verified visit workshop";

/// Words between a date and words for a date of birth behind it.
const LINKS: &str = "\
as child her his is my s the their was";

/// How births are told besides.
const CAME: &[&[u8]] = &[b"came into the world", b"arrived into the world"];

/// Every date of birth of a text.
pub(super) fn find(text: &NormalisedText<'_>, found: &mut Vec<Found>) {
    for (at, _) in text.text().match_indices('\'') {
        if text.slice(at.saturating_sub(2)..at + 3) == b"he's " {
            let place = at - 2..at + 2;
            let says = Says::Is;
            behind(text, &Trigger { place, says }, found);
        }
    }
    in_brackets_behind_people(text, found);
    for (at, _) in text.text().match_indices('w') {
        if text.slice(at..at + 5) == b"world"
            && CAME
                .iter()
                .any(|told| text.slice(0..at + 5).ends_with(told))
        {
            let place = at..at + 5;
            let says = Says::Born;
            behind(text, &Trigger { place, says }, found);
        }
    }
    for (at, _) in text.text().match_indices('b') {
        if let Some(trigger) = trigger(text, at)
            && !is_of_a_thing(text, &trigger)
        {
            let says_date = trigger.says == Says::Date;
            // `12.03.2014 (DOB), Xxxx 3.5.2015 (DOB)`: what stands in brackets is about what they follow.
            let in_brackets =
                text.before(trigger.place.start) == b'(' && text.at(trigger.place.end) == b')';
            let is_found = says_date && in_brackets && before(text, &trigger.place, found);
            if !is_found && !behind(text, &trigger, found) && says_date && !in_brackets {
                before(text, &trigger.place, found);
            }
        }
    }
}

/// Finds the dates behind the words, and says whether there is any, of whatever it is.
fn behind(text: &NormalisedText<'_>, trigger: &Trigger, found: &mut Vec<Found>) -> bool {
    let after = trigger.place.end;
    let says_date = trigger.says == Says::Date;
    let reach = match trigger.says {
        Says::Is => 1,
        Says::Letter => 3,
        Says::Date if is_put_right(text, after) => REACH_OF_CORRECTION,
        Says::Date | Says::Birthday | Says::Born => REACH,
    };
    let ends = |place: usize| {
        if place == after {
            dates::joined(text, place)
        } else {
            let short = || dates::in_six(text, place).filter(|_| says_date && place <= after + 4);
            dates::date(text, place).or_else(short)
        }
    };
    let first = (after..=after + reach).find_map(|place| Some(place..ends(place)?));
    let first = first.or_else(|| says_date.then(|| told_later(text, after)).flatten());
    let Some(date) = first else {
        let tells = matches!(trigger.says, Says::Date | Says::Born);
        return tells && month_behind(text, after, found);
    };
    let between = text.slice(after..date.start);
    let is_dotted = text.slice(trigger.place.clone()).contains(&b'.');
    let own_dot = between.strip_prefix(b".").filter(|_| is_dotted);
    if begins_field(between) || ends_sentence(own_dot.unwrap_or(between)) {
        return false;
    }
    let has = |of: &str| words(between).any(|word| is_one_of(of, word));
    if has(COHORT) || another(text, date.end, b" to").is_some() {
        return true;
    }
    let is_groups = trigger.says == Says::Birthday && (has(THINGS) || has("us"));
    let is_next = between.starts_with(b".") && !is_dotted && !begins_line(text, trigger);
    if has(OTHER_DAYS) || is_groups || is_next {
        return false;
    }
    let mut next = Some(date);
    let certainty = match trigger.says {
        Says::Is => Certainty::Medium,
        Says::Date | Says::Birthday | Says::Born | Says::Letter => Certainty::High,
    };
    while let Some(date) = next {
        report(text, &date, certainty, found);
        next = another(text, date.end, b" and");
    }
    true
}

/// The date that words further on in the sentence say to be the one that was asked for: `they need dates of
/// birth for the tickets so his is 3rd May 2011`.
fn told_later(text: &NormalisedText<'_>, after: usize) -> Option<Range<usize>> {
    const REACH_OF_ANSWER: usize = 80;
    let rest = text.slice(after..after + REACH_OF_ANSWER);
    let sentence = rest
        .windows(2)
        .position(|two| matches!(two, [b'.', b' '] | [b'\n', _]));
    let sentence = rest.get(..sentence.unwrap_or(rest.len()))?;
    let answers: [&[u8]; 4] = [b" his is ", b" hers is ", b" mine is ", b" theirs is "];
    let start = answers.iter().find_map(|answer| {
        let at = sentence
            .windows(answer.len())
            .position(|words| words == *answer)?;
        Some(after + at + answer.len())
    })?;
    dates::date(text, start).map(|end| start..end)
}

/// Who is told apart by a date of birth.
const YOUNG: &str =
    "baby boy child daughter girl infant lad lass pupil son student toddler twin yp";

/// Finds the dates that stand alone in brackets behind a word for somebody young: `boy (09.11.2012)`.
fn in_brackets_behind_people(text: &NormalisedText<'_>, found: &mut Vec<Found>) {
    for (at, _) in text.text().match_indices('(') {
        let is_apart = text.before(at) == b' ' && at > 1 && of_word(text.before(at - 1));
        let Some(end) = dates::date(text, at + 1).filter(|end| is_apart && text.at(*end) == b')')
        else {
            continue;
        };
        let before = text.slice(at.saturating_sub(12)..at);
        let word = words(before).next_back();
        if word.is_some_and(|word| is_one_of(YOUNG, word)) {
            report(text, &(at + 1..end), Certainty::Medium, found);
        }
    }
}

/// Whether words on the line behind a label say that a date was wrong.
fn is_put_right(text: &NormalisedText<'_>, after: usize) -> bool {
    let rest = text.slice(after..after + REACH_OF_CORRECTION);
    let line = rest.split(|byte| *byte == b'\n').next().unwrap_or(&[]);
    words(line).any(|word| is_one_of(CORRECTION, word))
}

/// Whether nothing stands before the words on their line, or they are an abbreviation. In a sentence, a
/// full stop behind them ends it.
fn begins_line(text: &NormalisedText<'_>, trigger: &Trigger) -> bool {
    let place = &trigger.place;
    let before = text.slice(place.start.saturating_sub(24)..place.start);
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or(&[]);
    place.len() <= 5 || !line.iter().any(|byte| of_word(*byte))
}

/// A month with its year right behind the words, which is a date of birth without its day.
fn month_behind(text: &NormalisedText<'_>, after: usize, found: &mut Vec<Found>) -> bool {
    let signs = |byte: &&u8| b" .:=-(|\t".contains(byte);
    let is = |from: usize| {
        let word = text.slice(from..from + 3);
        from + if matches!(word, b"is " | b"in ") {
            3
        } else {
            0
        }
    };
    let gap = text.slice(after..after + 4).iter().take_while(signs);
    let start = is(after + gap.count());
    let Some(end) = dates::month(text, start).filter(|_| start > after) else {
        return false;
    };
    report(text, &(start..end), Certainty::Medium, found);
    true
}

/// The date that follows another behind a dash, or a comma, or a word between them.
fn another(text: &NormalisedText<'_>, end: usize, word: &[u8]) -> Option<Range<usize>> {
    let gap = text.slice(end..end + 4);
    let signs: &[u8] = if word == b" to" { b" -" } else { b" ,&/" };
    let at = if text.slice(end..end + word.len()) == word {
        end + word.len() + 1
    } else {
        end + gap.iter().take_while(|byte| signs.contains(byte)).count()
    };
    let is_apart = text.slice(end..at).iter().any(|byte| *byte != b' ');
    dates::date(text, at)
        .filter(|_| is_apart)
        .map(|end| at..end)
}

/// The date before the words, where a bracket or a sentence ends with them or a verb joins both:
/// `(12.03.2014, dob)`, `3 May 2015 is his date of birth`. Says whether there is one.
fn before(text: &NormalisedText<'_>, trigger: &Range<usize>, found: &mut Vec<Found>) -> bool {
    let end = text.at(trigger.end);
    let ends = matches!(
        end,
        0 | b')' | b']' | b',' | b';' | b'.' | b'\n' | b'"' | b'|'
    );
    let mut starts = trigger.start.saturating_sub(44)..trigger.start;
    let date = starts.find_map(|start| {
        let end = dates::date(text, start).filter(|end| *end < trigger.start)?;
        let gap = text.slice(end..trigger.start);
        let signs = gap.iter().filter(|byte| !of_word(**byte));
        let of_gap = |byte: &u8| b" ,(-/='".contains(byte);
        let is_gap = gap.len() <= 20 && signs.clone().all(of_gap);
        (is_gap && words(gap).all(|word| is_one_of(LINKS, word))).then_some(start..end)
    });
    let Some(date) = date else {
        return false;
    };
    let gap = text.slice(date.end..trigger.start);
    let is_said = gap.contains(&b'=') || words(gap).any(|word| matches!(word, b"is" | b"was"));
    // The name of a file joins the day of a meeting and its title: `2026-02-26-dob.yaml`.
    let is_apart = gap.iter().any(|byte| b" ,(=".contains(byte));
    // `(14.08.12, dob checked against the form)`.
    let is_bracketed = text.before(date.start) == b'(' && gap.contains(&b',');
    let is_birth = is_apart && (ends || (is_said || is_bracketed) && end != b':');
    if is_birth {
        report(text, &date, Certainty::High, found);
    }
    is_birth
}

fn report(
    text: &NormalisedText<'_>,
    date: &Range<usize>,
    certainty: Certainty,
    found: &mut Vec<Found>,
) {
    // Nobody alive was born on the day that forms and databases have where there is none.
    if text
        .slice(date.clone())
        .windows(4)
        .any(|four| four == b"1900")
    {
        return;
    }
    found.push(Found {
        range: text.range(date.clone()),
        kind: Kind::BirthDate,
        certainty,
        test_value: false,
    });
}

/// Whether a sentence ends between the words and a date, and another begins. The dot of `D.O.B.`
/// ends none, and neither does one right before the date.
fn ends_sentence(between: &[u8]) -> bool {
    let stops = |at: &usize| {
        let after = between.get(at + 1);
        let is_stop = match between.get(*at) {
            Some(b'.' | b'?' | b'!') => after.is_none_or(u8::is_ascii_whitespace),
            Some(b';') => true,
            _ => false,
        };
        let said =
            |part: Option<&[u8]>| words(part.unwrap_or(&[])).any(|word| !is_one_of(LINKS, word));
        // `DOB checks. 4 September`: what was checked is another sentence than the date.
        is_stop && (said(between.get(at + 1..)) || said(between.get(..*at)))
    };
    (0..between.len()).any(|at| stops(&at))
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
}
