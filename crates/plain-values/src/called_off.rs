//! Whether something was called off: `CANCELLED`, `did not go ahead`, `put back`.

use std::ops::Range;

use closed_words::words;

use crate::clauses::{clause_before, is_by_the_way, leaves_open};
use crate::day::is_name_of_day;
use crate::tokens::{Token, plain, tokens};
use crate::words::{Synonyms, phrases};

words! {
    /// How something was called off.
    pub enum CalledOff {
        /// It does not happen at all.
        Cancelled = "cancelled",
        /// It happens on another day, known or not.
        Postponed = "postponed",
    }
}

impl Synonyms for CalledOff {
    fn synonyms() -> impl Iterator<Item = (&'static str, Self)> {
        use CalledOff::{Cancelled, Postponed};
        [
            ("canceled", Cancelled),
            ("called off", Cancelled),
            ("abandoned", Cancelled),
            ("withdrawn", Cancelled),
            ("did not happen", Cancelled),
            ("didnt happen", Cancelled),
            ("did not take place", Cancelled),
            ("didnt take place", Cancelled),
            ("did not go ahead", Cancelled),
            ("didnt go ahead", Cancelled),
            ("not going ahead", Cancelled),
            ("will not go ahead", Cancelled),
            ("not held", Cancelled),
            ("deferred", Postponed),
            ("delayed", Postponed),
            ("moved", Postponed),
            ("put off", Postponed),
            ("put back", Postponed),
            ("rescheduled", Postponed),
            ("re scheduled", Postponed),
            ("rearranged", Postponed),
            ("re arranged", Postponed),
            ("on hold", Postponed),
        ]
        .into_iter()
    }
}

/// Whether a text says plainly that something was called off; where it says so more than once, the
/// last counts: `Postponed, now cancelled`. `Venue cancelled, held online` says nothing of the kind.
pub fn read_called_off(text: &str) -> Option<CalledOff> {
    plainly_called_off(&tokens(&plain(text))).map(|(called_off, _)| called_off)
}

/// Whether a text has words for being called off, of whatever they are said.
pub fn mentions_called_off(text: &str) -> bool {
    last_called_off(&tokens(&plain(text))).is_some()
}

/// The last phrase that calls off what a text is about, and where it stands; nothing where the text
/// also says that it was held, or on again: `Cancelled, then reinstated`.
pub(crate) fn plainly_called_off(tokens: &[Token<'_>]) -> Option<(CalledOff, Range<usize>)> {
    let (called_off, at) = all_called_off(tokens)
        .filter(|(_, at)| is_plain(tokens, at))
        .max_by_key(|(_, at)| at.end)?;
    (!is_taken_back(tokens)).then_some((called_off, at))
}

/// Whether what is called off is what the text is about, and not its venue or the next one.
fn is_plain(tokens: &[Token<'_>], at: &Range<usize>) -> bool {
    let before = clause_before(tokens, at.start);
    before.iter().all(is_by_the_way) && !leaves_open(before) && !is_other_place(tokens, at)
}

/// Whether it only went to another place, or began late: `moved to Teams`, `delayed by 10 minutes`.
fn is_other_place(tokens: &[Token<'_>], at: &Range<usize>) -> bool {
    let phrase = tokens.get(at.clone()).unwrap_or_default();
    let after = tokens.get(at.end..).unwrap_or_default();
    match (phrase, after) {
        ([Token::Word("delayed")], [Token::Word("by" | "start"), ..])
        | (
            [Token::Word("moved")],
            [
                Token::Word(
                    "online" | "venue" | "venues" | "room" | "rooms" | "into" | "onto" | "indoors",
                ),
                ..,
            ],
        ) => true,
        ([Token::Word("moved")], [Token::Word("to"), new @ ..]) => {
            !new.iter().take(MOST_OF_A_DAY).any(tells_when)
        }
        _ => false,
    }
}

/// A day is named in so many pieces after `moved to`.
const MOST_OF_A_DAY: usize = 5;

/// Whether a piece is part of a day, or speaks of one that is not known.
fn tells_when(token: &Token<'_>) -> bool {
    match token {
        Token::Number(_) => true,
        Token::Mark(_) => false,
        Token::Word(word) => {
            is_name_of_day(word)
                || matches!(
                    *word,
                    "later"
                        | "next"
                        | "another"
                        | "new"
                        | "future"
                        | "date"
                        | "day"
                        | "week"
                        | "month"
                        | "term"
                        | "year"
                        | "spring"
                        | "summer"
                        | "autumn"
                        | "winter"
                        | "tbc"
                        | "tba"
                )
        }
    }
}

/// Whether a text says that what was called off is on again, or happened all the same.
pub(crate) fn is_taken_back(tokens: &[Token<'_>]) -> bool {
    let is_on_again = tokens.iter().enumerate().any(|(at, token)| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_denied = matches!(before, Some(Token::Word("not" | "never" | "cannot" | "to")));
        !is_denied && matches!(token, Token::Word(word) if ON_AGAIN.contains(word))
    });
    let is_pair = |pair: &[Token<'_>]| {
        matches!(
            pair,
            [Token::Word("went" | "goes" | "gone"), Token::Word("ahead")]
                | [Token::Word("took" | "taken"), Token::Word("place")]
                | [Token::Word("back"), Token::Word("on")]
                | [Token::Word("in"), Token::Word("error")]
                | [Token::Word("by"), Token::Word("mistake")]
                | [
                    Token::Word("was" | "then" | "but" | "finally" | "eventually" | "and"),
                    Token::Word("held")
                ]
        )
    };
    let is_going_ahead = tokens.windows(3).any(|three| {
        matches!(three, [before, Token::Word("going"), Token::Word("ahead")]
            if !matches!(before, Token::Word("not" | "isnt" | "arent" | "never" | "longer")))
    });
    let went_elsewhere = all_called_off(tokens).any(|(_, at)| is_other_place(tokens, &at));
    is_on_again || is_going_ahead || went_elsewhere || tokens.windows(2).any(is_pair)
}

/// Words for being on again.
const ON_AGAIN: &[&str] = &[
    "reinstated",
    "uncancelled",
    "uncanceled",
    "revived",
    "reversed",
    "restored",
    "overturned",
];

fn all_called_off(tokens: &[Token<'_>]) -> impl Iterator<Item = (CalledOff, Range<usize>)> {
    phrases(tokens).filter(|(_, at): &(CalledOff, Range<usize>)| {
        let before = at
            .start
            .checked_sub(1)
            .and_then(|before| tokens.get(before));
        !matches!(
            before,
            Some(Token::Word(
                "not" | "never" | "isnt" | "wasnt" | "un" | "nearly" | "almost"
            ))
        )
    })
}

/// The last phrase that says that something was called off, and where it stands.
pub(crate) fn last_called_off(tokens: &[Token<'_>]) -> Option<(CalledOff, Range<usize>)> {
    all_called_off(tokens).max_by_key(|(_, at)| at.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_phrase_counts() {
        for (text, expected) in [
            ("CANCELLED", Some(CalledOff::Cancelled)),
            ("Didn’t take place", Some(CalledOff::Cancelled)),
            ("12 March (put back)", Some(CalledOff::Postponed)),
            ("postponed, now cancelled", Some(CalledOff::Cancelled)),
            (
                "Cancelled - rescheduled to 12 May",
                Some(CalledOff::Postponed),
            ),
            ("not cancelled", None),
            ("was never postponed", None),
            ("held", None),
            ("Was going to be cancelled but went ahead", None),
            ("Held online because venue cancelled", None),
            ("Cancelled, then reinstated", None),
            ("Cancelled in error", None),
            ("Cancelled - moved to Teams", None),
            ("Speaker cancelled", None),
            ("one session cancelled", None),
            ("nearly cancelled", None),
            (
                "Cancelled; next meeting postponed",
                Some(CalledOff::Cancelled),
            ),
            ("Moved to the autumn", Some(CalledOff::Postponed)),
            (
                "had to be cancelled because of snow",
                Some(CalledOff::Cancelled),
            ),
        ] {
            assert_eq!(read_called_off(text), expected, "{text}");
        }
    }
}
