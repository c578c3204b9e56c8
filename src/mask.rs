//! Keeps identifiers out of everything that is printed: e-mail addresses, long numbers, postcodes,
//! National Insurance and pupil numbers become asterisks, one for each character, so that columns
//! still line up. It hides too much rather than too little: what [`identify`](crate::identify)
//! reports, remarks included, and whatever else looks like a number of somebody.

use std::borrow::Cow;

use crate::identify::Watch;

/// From this many digits on, a number could identify somebody. Dates (8 digits at most, in one
/// of the forms below) and times stay readable.
const LONG: usize = 7;

/// Hides identifiers, those that only one area knows included: its case references and the names
/// on its list. The default hides what needs no local knowledge.
#[derive(Debug, Clone, Default)]
pub struct Mask {
    watch: Watch,
}

impl Mask {
    /// A mask for an area. What the area allows in records is hidden all the same where it looks
    /// like an identifier.
    pub fn new(watch: Watch) -> Self {
        Mask { watch }
    }

    /// The text with every stretch that could be an identifier hidden.
    pub fn masked<'t>(&self, text: &'t str) -> Cow<'t, str> {
        hidden_by(&self.watch, text)
    }

    /// A value from a record for use in a message: masked, shortened, on one line, in backquotes.
    pub fn quoted(&self, text: &str) -> String {
        const LONGEST: usize = 40;
        // The mask sees the whole text, as written: a number that is cut short, or a line break
        // that is made a blank, could look like none.
        let one_line: String = self
            .masked(text)
            .chars()
            .map(|character| {
                if is_unprintable(character) {
                    ' '
                } else {
                    character
                }
            })
            .collect();
        let one_line = one_line.trim();
        let mut short: String = one_line.chars().take(LONGEST).collect();
        if short.len() < one_line.len() {
            short.push('…');
        }
        format!("`{short}`")
    }
}

/// The text with every stretch that could be an identifier hidden, without local knowledge.
pub fn masked(text: &str) -> Cow<'_, str> {
    hidden_by(&Watch::default(), text)
}

/// As [`Mask::quoted`], without local knowledge.
pub fn quoted(text: &str) -> String {
    Mask::default().quoted(text)
}

fn hidden_by<'t>(watch: &Watch, text: &'t str) -> Cow<'t, str> {
    let found = watch.every(text);
    // Everything else that is hidden has a digit or an at sign in it.
    let may_hide = |character: char| character.is_numeric() || is_at_sign(character);
    if found.is_empty() && !text.contains(may_hide) {
        return Cow::Borrowed(text);
    }
    let characters: Vec<char> = text.chars().collect();
    let mut hidden: Vec<bool> = text
        .char_indices()
        .map(|(at, _)| found.iter().any(|one| one.range.contains(&at)))
        .collect();
    hide_addresses(&characters, &mut hidden);
    hide_codes(&characters, &mut hidden);
    hide_numbers(&characters, &mut hidden);
    if !hidden.contains(&true) {
        return Cow::Borrowed(text);
    }
    let shown = characters
        .iter()
        .zip(&hidden)
        .map(|(character, hide)| if *hide { '*' } else { *character });
    Cow::Owned(shown.collect())
}

/// Characters that change how the text around them looks instead of showing themselves: control
/// characters and the marks that turn the direction of writing.
pub fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
        )
}

fn hide(hidden: &mut [bool], range: std::ops::Range<usize>) {
    if let Some(stretch) = hidden.get_mut(range) {
        stretch.fill(true);
    }
}

/// Hides `name@example.org`, every character that an address may have on both sides of the sign.
fn hide_addresses(characters: &[char], hidden: &mut [bool]) {
    let of_address =
        |character: &char| character.is_alphanumeric() || ".-_+%'\"".contains(*character);
    let signs = characters
        .iter()
        .enumerate()
        .filter(|(_, c)| is_at_sign(**c));
    for (at, _) in signs {
        let (before, after) = characters.split_at(at);
        let left = before.iter().rev().take_while(|c| of_address(c)).count();
        let right = after.iter().skip(1).take_while(|c| of_address(c)).count();
        if right > 0 {
            hide(hidden, at - left..at + 1 + right);
        }
    }
}

fn is_at_sign(character: char) -> bool {
    matches!(character, '@' | '\u{FF20}' | '\u{FE6B}')
}

/// What people put between the groups of a number: any blank, any dash, and a few signs.
fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '.' | '/' | '(' | ')' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
        || is_unprintable(character)
}

/// Hides words that mix letters with digits the way postcodes, National Insurance numbers and
/// pupil numbers do, also when they are written in groups.
fn hide_codes(characters: &[char], hidden: &mut [bool]) {
    let mut at = 0;
    while at < characters.len() {
        let starts_word = at == 0
            || characters
                .get(at - 1)
                .is_none_or(|before| !before.is_alphanumeric());
        let length = if starts_word {
            code_length(characters.get(at..).unwrap_or(&[]))
        } else {
            0
        };
        hide(hidden, at..at + length);
        at += length.max(1);
    }
}

/// The length of the code at the start of the text, or 0.
fn code_length(text: &[char]) -> usize {
    // Every pattern begins with a letter and has a digit soon after; most words do not.
    let mut soon = text.iter().skip(1).take(3);
    let begins = text.first().is_some_and(char::is_ascii_alphabetic);
    if !begins || !soon.any(char::is_ascii_digit) {
        return 0;
    }
    PATTERNS
        .iter()
        .filter_map(|pattern| matched(pattern, text))
        .max()
        .unwrap_or(0)
}

/// `A` a letter, `9` a digit, `Z` a letter that the second half of a postcode may have; a blank may
/// be there or not. Postcodes, National Insurance numbers with and without their last letter, pupil
/// numbers.
const PATTERNS: &[&str] = &[
    "A9 9ZZ",
    "A99 9ZZ",
    "AA9 9ZZ",
    "AA99 9ZZ",
    "A9A 9ZZ",
    "AA9A 9ZZ",
    "AA 99 99 99 A",
    "AA999999",
    "A999999999999",
    "A99999999999A",
];

fn matched(pattern: &str, text: &[char]) -> Option<usize> {
    let mut at = 0;
    for wanted in pattern.chars() {
        let character = text.get(at).copied();
        let fits = match wanted {
            ' ' => {
                let blanks = text.iter().skip(at).take(2);
                at += blanks.take_while(|c| is_separator(**c)).count();
                continue;
            }
            'A' => character?.is_ascii_alphabetic(),
            'Z' => character?.is_ascii_alphabetic() && !"CIKMOVcikmov".contains(character?),
            _ => character?.is_ascii_digit(),
        };
        if !fits {
            return None;
        }
        at += 1;
    }
    let matched: String = text.iter().take(at).collect();
    let ends = text.get(at).is_none_or(|next| !next.is_alphanumeric());
    // The month and the day of a date look like groups of digits: `by 2026-03-01`. So do ordinals
    // after a class or a group: `B1 2nd`.
    let date = matched.split_once('-').is_some_and(|(before, _)| {
        before.bytes().rev().take_while(u8::is_ascii_digit).count() == 4 && before.contains(' ')
    });
    let ordinal = ["1st", "2nd", "3rd"]
        .iter()
        .any(|word| matched.ends_with(word))
        || matched.ends_with("th");
    (ends && !date && !ordinal).then_some(at)
}

/// Hides runs of digits that are long enough to be a telephone, NHS or learner number, with the
/// separators that people put into them. Dates and times are left alone.
fn hide_numbers(characters: &[char], hidden: &mut [bool]) {
    let mut at = 0;
    while at < characters.len() {
        let run = number_length(characters.get(at..).unwrap_or(&[]));
        let text: String = characters.iter().skip(at).take(run).collect();
        let digits = text.chars().filter(|c| c.is_numeric()).count();
        if digits >= LONG && digits_beside_dates(&text) >= LONG {
            hide(hidden, at..at + run);
        }
        at += run.max(1);
    }
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
            gap += 1;
        } else {
            break;
        }
    }
    end
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

fn is_time(hours: &str, minutes: &str) -> bool {
    hours.len() <= 2 && number(hours, 0..=23) && minutes.len() == 2 && number(minutes, 0..=59)
}

/// How many parts at the start are a date or a school year.
fn date_length(parts: &[&str]) -> Option<usize> {
    let small = |text: &str| text.len() <= 2 && number(text, 1..=31);
    let month = |text: &str| text.len() <= 2 && number(text, 1..=12);
    match parts {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_hidden_in_every_spelling() {
        for (text, expected) in [
            (
                "write to name@example.org now",
                "write to **************** now",
            ),
            ("NHS 999 000 0018", "NHS ************"),
            ("NHS 9990000018.", "NHS **********."),
            ("ring 07700 900461 or", "ring ************ or"),
            ("ring +44 (0)7700 900461", "ring +*****************"),
            ("999-000-0018", "************"),
            ("at WA1 1AA,", "at *******,"),
            ("pupil B801200005001", "pupil *************"),
            ("pupil V87720002400A", "pupil *************"),
            ("AB 12 34 56 C", "*************"),
            ("9276308686", "**********"),
            ("07700_900461", "************"),
            ("07700\u{A0}900461", "************"),
            ("07700 - 900 - 461", "*****************"),
            ("0161\t496\t2000", "*************"),
            ("WA1\u{A0}1AA", "*******"),
            ("WA1_1AA", "*******"),
            ("AB.12.34.56.C", "*************"),
            (
                "\u{FF10}\u{FF17}\u{FF17}\u{FF10}\u{FF10}\u{FF19}\u{FF10}\u{FF10}",
                "********",
            ),
            ("\"a b\"@example.org", "\"a **************"),
            ("400 200 1999", "************"),
            ("0161 496 2000", "*************"),
            ("2026-03-01 07700 900461", "***********************"),
            ("record-9990000018", "record-**********"),
        ] {
            assert_eq!(masked(text), expected, "{text}");
            assert_eq!(masked(text).chars().count(), text.chars().count());
        }
    }

    #[test]
    fn dates_times_and_counts_stay_readable() {
        for text in [
            "2026-03-01",
            "sent: 2026-03-01",
            "01/03/2026",
            "1.3.2026",
            "10:00-12:30",
            "2026-03-01 10.30",
            "records/2026-02-26-short-breaks.yaml",
            "2025-2026",
            "O4a1",
            "003/2026-02-26-board.yaml",
            "2026/02/2026-02-26-board.yaml",
            "7/2026-02-26.yaml",
            "10.30-12.30",
            "2026-02-26 10.00-12.30",
            "26 February 2026 14.45",
            "Y9 9am",
            "KS2 3pm",
            "B1 2nd",
            "2025-26 2026-27",
            "26.02.26-12.03.26",
            "10 20 30 people",
            "2026-02-26-2",
            "14 clear days",
            "between 10am and 2pm",
            "such as 2026-03-01",
            "by 2026-03-01",
            "at 10 am",
            "no 12 by",
            "d-2026-07",
            "no digits at all",
            "@",
            "5 @ 6",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn quoted_values_are_short_and_on_one_line() {
        assert_eq!(quoted("a\nb\u{202E}c"), "`a b c`");
        assert_eq!(quoted(&"x".repeat(100)).chars().count(), 43);
        assert_eq!(quoted("call 07700 900461"), "`call ************`");
    }

    #[test]
    fn whatever_is_found_is_hidden() {
        for (text, expected) in [
            ("DOB 12/03/2014.", "DOB **********."),
            ("born on 12 March 2014", "born on *************"),
            ("name (at) example.org", "*********************"),
            ("name[at]example dot org!", "***********************!"),
            ("child_name: Xxxx Yyyy", "child_name: *********"),
            ("{surname: Yyyy, date: x}", "{surname: ****, date: x}"),
            ("Zoë’s surname: Łyyy", "Zoë’s surname: ****"),
            ("Xxxx, aged 9, is deaf", "*********************"),
        ] {
            assert_eq!(masked(text), expected, "{text}");
            assert_eq!(masked(text).chars().count(), text.chars().count());
        }
    }

    #[test]
    fn a_local_mask_hides_more() {
        let of = |entries: &[&str]| -> Vec<String> {
            entries.iter().map(|entry| (*entry).to_owned()).collect()
        };
        let allowed = of(&["name@example.org"]);
        let watch = Watch::new(
            &allowed,
            &[],
            &[],
            &of(&["EHC-[0-9]{4}"]),
            &of(&["Xxxx Yyyy"]),
        );
        let mask = Mask::new(watch.unwrap());
        assert_eq!(
            mask.masked("ehc-1234 is xxxx  yyyy's, ask name@example.org"),
            "******** is **********'s, ask ****************"
        );
        assert_eq!(mask.masked("nothing here"), "nothing here");
        assert_eq!(masked("ehc-1234 is xxxx"), "ehc-1234 is xxxx");
        // Cutting comes last: neither half of the reference is ever shown.
        let long = format!("{} EHC-1234", "x".repeat(34));
        assert_eq!(mask.quoted(&long), format!("`{} *****…`", "x".repeat(34)));
    }

    #[test]
    fn no_cut_shows_a_part_of_an_identifier() {
        for identifier in [
            "999 000 0018",
            "name@example.org",
            "07700 900461",
            "ZZ99 9ZZ",
        ] {
            for before in 0..60 {
                let text = format!("{} {identifier} z", "x".repeat(before));
                let shown = quoted(&text);
                let rest = shown.trim_matches(|sign| "`x*…z ".contains(sign));
                assert!(rest.is_empty(), "{shown}");
            }
        }
    }
}
