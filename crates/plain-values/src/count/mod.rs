//! Numbers of people as people write them: `c. 30`, `up to 20`, `twelve parents`.

mod groups;
mod phrase;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use crate::tokens::{Token, plain, tokens};
pub use groups::{Who, read_groups, without_brackets};
use phrase::{CountPiece, phrase};

const EXPECTED: &str = "write a number of people, such as 12, 10+, <5, 5-9 or about 30";
const SEVERAL: &str = "this gives several numbers; write one number of people";
const NO_NUMBER: &str = "this says no number; write one, such as about 30, 10+ or <5";
const A_FORMAT: &str = "this is how a cell shows its number, not the number; look it up in the \
                        workbook from which this table was made";
const NEGATIVE: &str = "there cannot be fewer people than none; write a number such as 12";
const HELD_BACK: &str = "if a small number is held back here, write <5, or another limit";

/// A number of people, perhaps only roughly known. It is displayed and parsed as `12`, `about 30`,
/// `10+`, `<5` or `5-9`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(u32),
    /// About so many; nobody knows how far off that is.
    About(u32),
    /// So many or more.
    AtLeast(u32),
    /// Fewer than so many, which is at least 1: a small number that is held back.
    Fewer(u32),
    /// From the first number to the second, which is not smaller.
    Between(u32, u32),
}

impl Count {
    /// At least so many.
    pub fn at_least(self) -> u32 {
        match self {
            Count::Exactly(number) | Count::About(number) | Count::AtLeast(number) => number,
            Count::Fewer(_) => 0,
            Count::Between(least, _) => least,
        }
    }

    /// At most so many, where that is known.
    pub fn at_most(self) -> Option<u32> {
        match self {
            Count::Exactly(number) | Count::About(number) => Some(number),
            Count::AtLeast(_) => None,
            Count::Fewer(number) => Some(number.saturating_sub(1)),
            Count::Between(_, most) => Some(most),
        }
    }

    /// What two statements about the same number say together: `about 12` and `12` are 12, `10+` and
    /// `8-15` are `10-15`. Nothing where they contradict each other.
    pub fn both(self, other: Self) -> Option<Self> {
        let least = self.at_least().max(other.at_least());
        let most = match (self.at_most(), other.at_most()) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (most, None) | (None, most) => most,
        };
        if most.is_some_and(|most| most < least) {
            return None;
        }
        let is = |wanted: Count| self == wanted || other == wanted;
        Some(match most {
            _ if self == other => self,
            _ if is(Count::Exactly(least)) => Count::Exactly(least),
            _ if is(Count::About(least)) => Count::About(least),
            None => Count::AtLeast(least),
            Some(most) if least == 0 => Count::Fewer(most.saturating_add(1)),
            Some(most) => Count::Between(least, most),
        })
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Count::Exactly(number) => write!(f, "{number}"),
            Count::About(number) => write!(f, "about {number}"),
            Count::AtLeast(number) => write!(f, "{number}+"),
            Count::Fewer(number) => write!(f, "<{number}"),
            Count::Between(least, most) => write!(f, "{least}-{most}"),
        }
    }
}

impl FromStr for Count {
    type Err = String;

    /// Reads a count as it is displayed, and nothing else.
    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| text.trim().parse::<u32>().ok();
        let read = if let Some(count) = number(text) {
            Some(Count::Exactly(count))
        } else if let Some(least) = text.strip_suffix('+').and_then(number) {
            Some(Count::AtLeast(least))
        } else if let Some(below) = text.strip_prefix('<').and_then(number) {
            (below > 0).then_some(Count::Fewer(below))
        } else if let Some(roughly) = text.strip_prefix("about ").and_then(number) {
            Some(Count::About(roughly))
        } else {
            text.split_once(['-', '–']).and_then(|(least, most)| {
                let (least, most) = (number(least)?, number(most)?);
                (least <= most).then_some(Count::Between(least, most))
            })
        };
        read.ok_or_else(|| "write a number of people, such as 12, 10+, <5 or 5-9".to_owned())
    }
}

/// Reads a number of people. Placeholders are the caller's.
///
/// # Errors
/// What was expected.
pub fn read_count(text: &str) -> Result<Count, String> {
    let plain = plain(text);
    if plain.trim() == "*" {
        return Err(HELD_BACK.to_owned());
    }
    if is_number_format(text) {
        return Err(A_FORMAT.to_owned());
    }
    let tokens = tokens(&plain);
    if tokens
        .iter()
        .any(|token| matches!(token, Token::Word(word) if is_vague(word)))
    {
        return Err(NO_NUMBER.to_owned());
    }
    let phrase = phrase(&tokens).ok_or_else(|| EXPECTED.to_owned())?;
    of_phrase(&phrase)
}

/// Whether it is `0 "parents"` or `#,##0 "people"`: the format of a number, which some programs write
/// in its place.
fn is_number_format(text: &str) -> bool {
    let text = text.trim();
    let unit = text.trim_start_matches(['0', '#', '?', ',', '.']);
    unit.len() < text.len() && unit.trim_start().starts_with('"') && unit.matches('"').count() == 2
}

fn of_phrase(phrase: &[CountPiece]) -> Result<Count, String> {
    use CountPiece::{About, Least, Most, Number, Over, To, Under};
    match *phrase {
        [] => Err(NO_NUMBER.to_owned()),
        [Number(number)] => Ok(Count::Exactly(number)),
        [About, Number(number)] | [Number(number), About] => Ok(Count::About(number)),
        [Least, Number(number)] | [Number(number), Least] => Ok(Count::AtLeast(number)),
        [Over, Number(number)] => Ok(Count::AtLeast(number.saturating_add(1))),
        [Under, Number(0)] => Err("there cannot be fewer people than none".to_owned()),
        [Under, Number(number)] => Ok(Count::Fewer(number)),
        [Most, Number(number)] | [Number(number), Most] => Ok(Count::Between(0, number)),
        [Number(least), To, Number(most)]
        | [About, Number(least), To, Number(most)]
        | [Number(least), To, Number(most), About]
            if least <= most =>
        {
            Ok(Count::Between(least, most))
        }
        [Number(_), To, Number(_)] => Err("write the smaller number first".to_owned()),
        [To, Number(_)] => Err(NEGATIVE.to_owned()),
        [Number(_), .., Number(_)] => Err(SEVERAL.to_owned()),
        _ => Err(EXPECTED.to_owned()),
    }
}

fn is_vague(word: &str) -> bool {
    matches!(
        word,
        "lots"
            | "many"
            | "few"
            | "several"
            | "some"
            | "couple"
            | "dozen"
            | "dozens"
            | "plenty"
            | "numerous"
            | "various"
            | "most"
            | "everyone"
            | "everybody"
            | "all"
            | "good"
            | "full"
    )
}
