//! How far something has come, from a closed list: `Held - well attended`, `Planned, now cancelled`.

use std::ops::Range;

use closed_words::listed;

use crate::called_off::{CalledOff, last_called_off, plainly_called_off};
use crate::clauses::{clause_before, is_by_the_way, leaves_open};
use crate::tokens::{Token, folded, plain, tokens};
use crate::words::{Synonyms, exactly, phrases, read_synonym};

/// Reads how far something has come, from a list of which some words say that it was called off.
/// `Scheduled and then postponed` is postponed: the last phrase that calls it off stands, unless it
/// was held in the end. A remark may follow: `Held - well attended`.
///
/// # Errors
/// What was expected.
pub fn read_stage<W: Synonyms + From<CalledOff> + PartialEq>(text: &str) -> Result<W, String> {
    let read = read_synonym(text);
    if read.is_ok() || text.contains('?') {
        return read;
    }
    let plain = plain(text);
    if let Some(done) = done(&plain) {
        return done;
    }
    let tokens = tokens(&plain);
    if let Some((_, off)) = last_called_off(&tokens) {
        return off_or_done(&tokens, &off).ok_or_else(more_than_one::<W>);
    }
    let Some(stage) = before_remark(&plain).and_then(exactly) else {
        return read;
    };
    if phrases::<W>(&tokens).any(|(other, _)| other != stage) {
        return Err(more_than_one::<W>());
    }
    Ok(stage)
}

fn more_than_one<W: Synonyms>() -> String {
    format!(
        "this says more than one thing; write {} alone",
        listed(W::all_words(), "or")
    )
}

/// What a text comes to that has words for being called off: done, where it plainly says so after
/// them; called off, where nothing in it says that it was done.
fn off_or_done<W: Synonyms + From<CalledOff> + PartialEq>(
    tokens: &[Token<'_>],
    last_off: &Range<usize>,
) -> Option<W> {
    let done = phrases_of_done::<W>(tokens);
    if done.is_empty() {
        return plainly_called_off(tokens).map(|(called_off, _)| called_off.into());
    }
    let names_day = tokens.iter().any(|token| matches!(token, Token::Number(_)));
    let (stage, at) = done.into_iter().max_by_key(|(_, at)| at.end)?;
    let before = clause_before(tokens, at.start);
    let is_settled = at.start >= last_off.end
        && says_that_it_happened::<W>(tokens.get(at.clone())?)
        && before.iter().all(is_by_the_way)
        && !leaves_open(before)
        && !matches!(
            tokens.get(at.end),
            Some(Token::Word("over" | "back" | "off" | "up"))
        );
    (is_settled && !names_day).then_some(stage)
}

/// The phrases that say that something is done, unless they are part of one that says otherwise:
/// `not held`, `to be held`.
fn phrases_of_done<W: Synonyms + PartialEq>(tokens: &[Token<'_>]) -> Vec<(W, Range<usize>)> {
    let all: Vec<(W, Range<usize>)> = phrases(tokens).collect();
    let is_denied = |at: &Range<usize>| {
        let before = at.start.checked_sub(1).and_then(|at| tokens.get(at));
        matches!(
            before,
            Some(Token::Word("not" | "never" | "no" | "nothing" | "hasnt"))
        )
    };
    let stands = |(word, at): &&(W, Range<usize>)| {
        let is_within = |(other, around): &(W, Range<usize>)| {
            other != word && around.start <= at.start && at.end <= around.end
        };
        word.is_done() && !is_denied(at) && !all.iter().any(is_within)
    };
    all.iter().filter(stands).cloned().collect()
}

/// Whether a phrase says of something that it happened, and not of its paper that it is complete.
fn says_that_it_happened<W: Synonyms>(phrase: &[Token<'_>]) -> bool {
    match phrase {
        [Token::Word(word)] => W::from_word(word).is_some() || *word == "happened",
        [Token::Word("was"), Token::Word("held")]
        | [Token::Word("went"), Token::Word("ahead")]
        | [Token::Word("took" | "taken"), Token::Word("place")] => true,
        _ => false,
    }
}

/// What a text says that begins with a word for being done: `Held; next meeting postponed`. What
/// follows may be about anything else, unless it says the opposite by itself: `Held - cancelled`.
fn done<W: Synonyms + PartialEq>(plain: &str) -> Option<Result<W, String>> {
    let joints = [
        " - ",
        "(",
        ":",
        ";",
        ",",
        ". ",
        " on ",
        " at ",
        " in ",
        " via ",
        " with ",
        " by ",
        " online",
        " virtually",
        " remotely",
        " because",
        " as ",
        " instead",
        " anyway",
        " but ",
        " although",
        " though",
        " despite",
        " after ",
    ];
    let (head, rest) = joints
        .iter()
        .filter_map(|joint| plain.split_once(joint))
        .min_by_key(|(head, _)| head.len())?;
    let stage = exactly::<W>(head).filter(|stage| stage.is_done())?;
    let rest = rest.replace(" but ", ",").replace(" and ", ",");
    let mut clauses = rest.split([';', ',', '.', '(', ')', '-']);
    let takes_back = |clause: &str| {
        let clause = folded(clause);
        let bare = ["then ", "now ", "later ", "but ", "and "]
            .iter()
            .find_map(|word| clause.strip_prefix(word));
        exactly::<W>(bare.unwrap_or(&clause)).is_some_and(|other| other != stage)
    };
    Some(if clauses.any(takes_back) {
        Err(more_than_one::<W>())
    } else {
        Ok(stage)
    })
}

/// What stands before a remark.
fn before_remark(plain: &str) -> Option<&str> {
    [" - ", "(", ":"]
        .iter()
        .filter_map(|mark| plain.split_once(mark))
        .map(|(head, _)| head)
        .min_by_key(|head| head.len())
}

#[cfg(test)]
mod tests {
    use closed_words::words;

    use super::*;

    words! {
        /// How far a delivery has come.
        pub enum Delivery {
            /// Not there yet.
            OnItsWay = "on-its-way",
            /// There.
            Arrived = "arrived",
            /// Not to come any more.
            Cancelled = "cancelled",
            /// To come later.
            Postponed = "postponed",
        }
    }

    impl Synonyms for Delivery {
        fn synonyms() -> impl Iterator<Item = (&'static str, Self)> {
            let own = [
                ("in transit", Delivery::OnItsWay),
                ("here", Delivery::Arrived),
            ];
            let off = CalledOff::synonyms().map(|(phrase, off)| (phrase, off.into()));
            own.into_iter().chain(off)
        }

        fn is_done(self) -> bool {
            self == Delivery::Arrived
        }
    }

    impl From<CalledOff> for Delivery {
        fn from(called_off: CalledOff) -> Self {
            match called_off {
                CalledOff::Cancelled => Delivery::Cancelled,
                CalledOff::Postponed => Delivery::Postponed,
            }
        }
    }

    #[test]
    fn what_came_in_the_end_is_done() {
        for text in [
            "Postponed twice, finally arrived",
            "cancelled but arrived",
            "Cancelled (arrived after all)",
            "Arrived by post because van cancelled",
        ] {
            assert_eq!(read_stage(text), Ok(Delivery::Arrived), "{text}");
        }
        for text in [
            "Cancelled, then reinstated",
            "cancelled; last one arrived",
            "postponed, arrived on 5 May",
            "was going to be cancelled",
            "one box cancelled",
            "Arrived and then cancelled",
        ] {
            assert!(read_stage::<Delivery>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn nothing_takes_back_what_is_done() {
        for text in [
            "Arrived; next one postponed",
            "Here (moved to the cellar)",
            "arrived, one box cancelled",
            "Arrived. Invoice delayed",
            "arrived on Tuesday",
        ] {
            assert_eq!(read_stage(text), Ok(Delivery::Arrived), "{text}");
        }
        for text in ["Arrived - cancelled", "arrived, then postponed"] {
            assert!(read_stage::<Delivery>(text).is_err(), "{text}");
        }
        assert_eq!(
            read_stage("On its way; now cancelled"),
            Ok(Delivery::Cancelled)
        );
    }

    #[test]
    fn what_calls_it_off_stands_and_remarks_are_left_out() {
        for (text, expected) in [
            ("Here - two boxes", Delivery::Arrived),
            ("on its way (from Leeds)", Delivery::OnItsWay),
            ("in transit and then cancelled", Delivery::Cancelled),
        ] {
            assert_eq!(read_stage(text), Ok(expected), "{text}");
        }
        let why = read_stage::<Delivery>("in transit - now here").unwrap_err();
        assert_eq!(
            why,
            "this says more than one thing; write on-its-way, arrived, cancelled or postponed alone"
        );
        assert!(read_stage::<Delivery>("not cancelled").is_err());
        let long = "in transit ".repeat(10_000);
        assert!(read_stage::<Delivery>(&long).is_err());
    }
}
