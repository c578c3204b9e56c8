//! Numbers of people as people write them: `c. 30`, `up to 20`, `twelve parents`.

mod phrase;
#[cfg(test)]
mod tests;

use super::tokens::{Token, plain, tokens};
use phrase::{Piece, phrase};

const EXPECTED: &str = "write a number of people, such as 12, 10+, <5, 5-9 or about 30";
const SEVERAL: &str = "this gives several numbers; write one number of people";
const NO_NUMBER: &str = "this says no number; write one, such as about 30, 10+ or <5";
const HELD_BACK: &str = "if a small number is held back here, write <5, or another limit";

/// Reads a number of people into the spelling that [`crate::record::read_count`] knows: `12`,
/// `10+`, `<5`, `5-9`, `about 30`. Placeholders are the caller's.
///
/// # Errors
/// What was expected.
pub(crate) fn count(text: &str) -> Result<String, String> {
    let plain = plain(text);
    if plain.trim() == "*" {
        return Err(HELD_BACK.to_owned());
    }
    let tokens = tokens(&plain);
    if tokens
        .iter()
        .any(|token| matches!(token, Token::Word(word) if is_vague(word)))
    {
        return Err(NO_NUMBER.to_owned());
    }
    let phrase = phrase(&tokens).ok_or_else(|| EXPECTED.to_owned())?;
    spelt(&phrase)
}

fn spelt(phrase: &[Piece]) -> Result<String, String> {
    use Piece::{About, Least, Most, Number, Over, To, Under};
    match *phrase {
        [] => Err(NO_NUMBER.to_owned()),
        [Number(number)] => Ok(number.to_string()),
        [About, Number(number)] | [Number(number), About] => Ok(format!("about {number}")),
        [Least, Number(number)] | [Number(number), Least] => Ok(format!("{number}+")),
        [Over, Number(number)] => Ok(format!("{}+", number.saturating_add(1))),
        [Under, Number(0)] => Err("there cannot be fewer people than none".to_owned()),
        [Under, Number(number)] => Ok(format!("<{number}")),
        [Most, Number(number)] | [Number(number), Most] => Ok(format!("0-{number}")),
        [Number(least), To, Number(most)]
        | [About, Number(least), To, Number(most)]
        | [Number(least), To, Number(most), About]
            if least <= most =>
        {
            Ok(format!("{least}-{most}"))
        }
        [Number(_), To, Number(_)] => Err("write the smaller number first".to_owned()),
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
