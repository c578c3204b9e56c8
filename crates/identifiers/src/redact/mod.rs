//! Keeps identifiers out of everything that is printed: e-mail addresses, long numbers, postcodes,
//! National Insurance and pupil numbers become asterisks, one for each character, so that columns
//! still line up. It hides too much rather than too little: what [`identify`](crate::find)
//! reports, remarks included, and whatever else looks like a number of somebody.

mod codes;
mod numbers;
mod once;
mod spelling;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

pub use once::RedactedOnce;

use crate::find::{Detector, Found};
use crate::text::{Redactable, SafeText, Unredacted};

/// Redacts texts: hides what identifies people, by what holds everywhere and by what only one area
/// knows, its case references and the names on its list. The default knows no area.
#[derive(Debug, Clone, Default)]
pub struct Redactor {
    detector: Detector,
}

impl Redactor {
    /// A redactor for an area. What the area allows in records is hidden all the same where it looks
    /// like an identifier.
    pub fn new(detector: Detector) -> Self {
        Redactor { detector }
    }

    /// What it looks for besides numbers.
    pub fn detector(&self) -> &Detector {
        &self.detector
    }

    /// A text on one line, with every stretch that could be an identifier hidden.
    pub fn redact(&self, text: &(impl Redactable + ?Sized)) -> SafeText {
        SafeText::redacted(self.one_line(text.raw()))
    }

    /// A text on one line that is cut after so many characters, no name or number in the middle.
    pub fn redact_to(&self, longest: usize, text: &(impl Redactable + ?Sized)) -> SafeText {
        let text = text.raw();
        // As many bytes are at least as many characters.
        if text.len() <= longest {
            return self.redact(text);
        }
        self.redact(&shortened(text, longest))
    }

    /// A text on as many lines as it has, each character of an identifier an asterisk, so that
    /// columns still line up.
    pub fn redact_lines(&self, text: &(impl Redactable + ?Sized)) -> SafeText {
        SafeText::redacted(self.hidden(text.raw()).into_owned())
    }

    /// A text with identifiers hidden and nothing cut, for those who put it together with others
    /// and then redact the whole.
    pub fn hide<'t>(&self, text: &'t str) -> Cow<'t, str> {
        hidden_by(&self.detector, text)
    }

    /// Whether there is anything in a text that is hidden.
    pub fn hides(&self, text: &str) -> bool {
        hidden_characters(&self.detector, text).is_some()
    }

    /// The stretches of a text that are hidden, in bytes, in order. Whoever shows only a part of a
    /// text hides what the whole of it would have hidden, too, and what it says to a reader who
    /// resolves escapes and joins lines.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut stretches = Vec::new();
        if let Some(hidden) = hidden_characters(&self.detector, text) {
            let characters = text.char_indices().zip(hidden);
            let hidden = characters.filter(|(_, hide)| *hide);
            stretches.extend(hidden.map(|((at, sign), _)| at..at + sign.len_utf8()));
        }
        let says_the_same = spelling::ReadableText::says_the_same(text);
        let joined = (!says_the_same).then(|| spelling::ReadableText::joined(text));
        let in_lines = spelling::ReadableText::in_lines(text);
        for read in in_lines.into_iter().chain(joined) {
            if let Some(hidden) = hidden_characters(&self.detector, read.text()) {
                let places = read.places().into_iter().zip(hidden);
                let hidden = places.filter(|(_, hide)| *hide);
                stretches.extend(hidden.map(|(place, _)| place));
            }
        }
        stretches.sort_by_key(|stretch| stretch.start);
        let mut joined: Vec<Range<usize>> = Vec::new();
        for stretch in stretches {
            match joined.last_mut() {
                Some(last) if stretch.start <= last.end => last.end = last.end.max(stretch.end),
                _ => joined.push(stretch),
            }
        }
        joined
    }

    /// The text with identifiers hidden, cut where [`shortened`] wants it to be.
    fn hidden<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let hidden = hidden_by(&self.detector, text);
        if hidden.contains(CUT) {
            return Cow::Owned(cut(&hidden));
        }
        hidden
    }

    fn one_line(&self, text: &str) -> String {
        // Hidden as it is written first: without the invisible sign in it, a word is another word.
        let hidden = self.hidden(text);
        let tidy = hidden.trim() == hidden && !hidden.contains("  ");
        if tidy && !hidden.contains(is_unprintable) {
            return hidden.into_owned();
        }
        // Then hidden as one line: two groups of digits with many blanks between them are one
        // number.
        let one_line = hidden
            .split(|character: char| character.is_whitespace() || is_unprintable(character))
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        self.hidden(&one_line).into_owned()
    }
}

impl fmt::Debug for Unredacted {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Redactor::default().redact(self), to)
    }
}

/// A value as somebody wrote it, for a message: on one line, shortened, in backquotes, and redacted
/// by what holds everywhere. What is cut off is still there, for the redactor that knows the area.
pub fn quoted(text: &str) -> String {
    // What is not seen is left out and not made a blank: it could part a name or a reference of
    // the area.
    let seen = |character: &char| character.is_whitespace() || !is_unprintable(*character);
    let hidden = hidden_by(&Detector::default(), text);
    let seen: String = hidden.chars().filter(seen).collect();
    in_quotes(&Redactor::default().one_line(&seen))
}

/// A part of a text, hidden where the whole text would be: alone it may look like nothing.
pub fn redacted_part(text: &str, part: Range<usize>) -> String {
    let hidden = hidden_by(&Detector::default(), text);
    let signs = text.char_indices().zip(hidden.chars());
    let part = signs.filter(|((at, _), _)| part.contains(at));
    part.map(|(_, shown)| shown).collect()
}

fn in_quotes(text: &str) -> String {
    const LONGEST: usize = 40;
    format!("`{}`", shortened(text, LONGEST))
}

/// These two stand around what is cut off; private characters, which no text has.
const CUT: char = '\u{F8FE}';
const CUT_END: char = '\u{F8FF}';

/// A text with marks around what is more than so many characters. It is cut there by the
/// redactor that knows the area: half a name or case reference looks like none.
pub fn shortened(text: &str, longest: usize) -> String {
    /// Longer than any name or reference.
    const FURTHER: usize = 200;
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some((at, _)) => {
            let (short, rest) = text.split_at(at);
            let rest: String = rest.chars().take(FURTHER).collect();
            format!("{short}{CUT}{rest}{CUT_END}")
        }
    }
}

/// Leaves out what stands between the marks.
fn cut(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(CUT) {
        shown.push_str(before);
        shown.push('…');
        rest = after.split_once(CUT_END).map_or("", |(_, rest)| rest);
    }
    shown.push_str(rest);
    shown
}

pub(crate) fn hidden_by<'t>(detector: &Detector, text: &'t str) -> Cow<'t, str> {
    let Some(hidden) = hidden_characters(detector, text) else {
        return Cow::Borrowed(text);
    };
    let shown = text
        .chars()
        .zip(&hidden)
        .map(|(character, hide)| match character {
            CUT | CUT_END => character,
            _ if *hide => '*',
            other => other,
        });
    Cow::Owned(shown.collect())
}

/// Which characters of a text are hidden; nothing when none is.
fn hidden_characters(detector: &Detector, text: &str) -> Option<Vec<bool>> {
    let found = detector.every(text);
    // Everything else that is hidden has a digit or an at sign in it.
    let may_hide = |character: char| character.is_numeric() || is_at_sign(character);
    if found.is_empty() && !text.contains(may_hide) {
        return None;
    }
    let characters: Vec<char> = text.chars().collect();
    let mut hidden = vec![false; characters.len()];
    hide_found(text, found, &mut hidden);
    if characters.iter().copied().any(is_at_sign) {
        hide_addresses(&characters, &mut hidden);
    }
    let numbered = characters.iter().enumerate();
    let digits: Vec<usize> = numbered
        .filter_map(|(at, sign)| sign.is_numeric().then_some(at))
        .collect();
    codes::hide_codes(&characters, &digits, &mut hidden);
    numbers::hide_numbers(&characters, &digits, &mut hidden);
    numbers::hide_telephones(&characters, &digits, &mut hidden);
    hidden.contains(&true).then_some(hidden)
}

/// Hides what was found in a text, whose ranges are in bytes.
fn hide_found(text: &str, mut found: Vec<Found>, hidden: &mut [bool]) {
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|one| one.range.start);
    let mut found = found.iter().peekable();
    // Ranges are in order of their starts, so the furthest end so far is all that must be known.
    let mut until = 0;
    for ((at, _), hide) in text.char_indices().zip(hidden) {
        while let Some(one) = found.next_if(|one| one.range.start <= at) {
            until = until.max(one.range.end);
        }
        *hide = at < until;
    }
}

/// Characters that change how the text around them looks instead of showing themselves: control
/// characters and the marks that turn the direction of writing.
pub fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
        )
}

fn hide(hidden: &mut [bool], range: Range<usize>) {
    if let Some(stretch) = hidden.get_mut(range) {
        stretch.fill(true);
    }
}

/// Hides `name@example.org`, every character that an address may have on both sides of the sign, and
/// a name in quotes before it.
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
        let left = left.max(quoted_before(before));
        let right = after.iter().skip(1).take_while(|c| of_address(c)).count();
        if right > 0 {
            hide(hidden, at - left..at + 1 + right);
        }
    }
}

/// How many characters are in the quotes with which a text ends, and are those quotes.
fn quoted_before(text: &[char]) -> usize {
    const LONGEST: usize = 64;
    let Some(('"', inside)) = text.split_last().map(|(last, rest)| (*last, rest)) else {
        return 0;
    };
    let mut signs = inside.iter().rev().take(LONGEST);
    let opening = signs.position(|sign| matches!(sign, '"' | '\n'));
    opening.map_or(0, |at| at + 2)
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
