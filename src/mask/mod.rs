//! Keeps identifiers out of everything that is printed: e-mail addresses, long numbers, postcodes,
//! National Insurance and pupil numbers become asterisks, one for each character, so that columns
//! still line up. It hides too much rather than too little: what [`identify`](crate::identify)
//! reports, remarks included, and whatever else looks like a number of somebody.

mod codes;
mod numbers;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use crate::identify::Watch;

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

    /// The stretches of a text that are hidden, in bytes, in order. Whoever shows only a part of a
    /// text hides what the whole of it would have hidden, too.
    pub fn hidden(&self, text: &str) -> Vec<Range<usize>> {
        let Some(hidden) = hidden_characters(&self.watch, text) else {
            return Vec::new();
        };
        let mut stretches: Vec<Range<usize>> = Vec::new();
        let characters = text.char_indices().zip(hidden).filter(|(_, hide)| *hide);
        for ((at, character), _) in characters {
            let end = at + character.len_utf8();
            match stretches.last_mut() {
                Some(last) if last.end == at => last.end = end,
                _ => stretches.push(at..end),
            }
        }
        stretches
    }

    /// A text on one line, masked: what a report says of a record.
    pub fn one_line(&self, text: &str) -> String {
        let tidy = text.trim() == text && !text.contains("  ");
        if tidy && !text.contains(is_unprintable) {
            return self.masked(text).into_owned();
        }
        // First one line, then the mask: two groups of digits with a tab between them are one
        // number.
        let one_line = text
            .split(|character: char| character.is_whitespace() || is_unprintable(character))
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        self.masked(&one_line).into_owned()
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
    let Some(hidden) = hidden_characters(watch, text) else {
        return Cow::Borrowed(text);
    };
    let shown = text
        .chars()
        .zip(&hidden)
        .map(|(character, hide)| if *hide { '*' } else { character });
    Cow::Owned(shown.collect())
}

/// Which characters of a text are hidden; nothing when none is.
fn hidden_characters(watch: &Watch, text: &str) -> Option<Vec<bool>> {
    let mut found = watch.every(text);
    // Everything else that is hidden has a digit or an at sign in it.
    let may_hide = |character: char| character.is_numeric() || is_at_sign(character);
    if found.is_empty() && !text.contains(may_hide) {
        return None;
    }
    found.sort_by_key(|one| one.range.start);
    let mut found = found.iter().peekable();
    // Ranges are in order of their starts, so the furthest end so far is all that must be known.
    let mut until = 0;
    let mut hidden: Vec<bool> = text
        .char_indices()
        .map(|(at, _)| {
            while let Some(one) = found.next_if(|one| one.range.start <= at) {
                until = until.max(one.range.end);
            }
            at < until
        })
        .collect();
    let characters: Vec<char> = text.chars().collect();
    hide_addresses(&characters, &mut hidden);
    codes::hide_codes(&characters, &mut hidden);
    numbers::hide_numbers(&characters, &mut hidden);
    hidden.contains(&true).then_some(hidden)
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

fn hide(hidden: &mut [bool], range: Range<usize>) {
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
