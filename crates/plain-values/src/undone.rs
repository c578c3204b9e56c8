//! What people write where words are asked for how something was done, and it was not: `not
//! considered`, `nobody asked`, `to be polled`.

use crate::tokens::{Token, plain, tokens};

/// What such words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// It was not done.
    Not,
    /// It is still to be done, or nobody knows.
    Later,
}

/// A sentence with more words tells of something that was done, whatever else is in it.
const MOST_WORDS: usize = 9;

/// As many words are shorter, in bytes.
const LONGEST: usize = 90;

/// Whether a text says that nothing was done, or not yet. `No clash with the school run` and `not in
/// term time` say that somebody thought of it.
pub fn read_undone(text: &str) -> Option<Undone> {
    if text.len() > LONGEST {
        return None;
    }
    let plain = plain(text);
    let tokens = tokens(&plain);
    let all: Vec<&str> = tokens.iter().filter_map(word).collect();
    if all.len() > MOST_WORDS {
        return None;
    }
    let words = match all.as_slice() {
        ["we" | "they" | "it" | "but" | "sorry", rest @ ..] => rest,
        words => words,
    };
    if is_not_done(words) {
        return Some(Undone::Not);
    }
    is_still_to_do(words).then_some(Undone::Later)
}

fn is_not_done(words: &[&str]) -> bool {
    let is_deed = |word: &str| DEEDS.contains(&word);
    match words {
        ["not", "yet", ..] => false,
        ["not" | "never" | "nobody" | "noone" | "nothing", next, ..]
        | ["not", "really" | "at" | "even", next, ..]
        | ["no", "one", next, ..]
            if is_deed(next) =>
        {
            true
        }
        [
            "no",
            "time" | "need" | "purpose" | "alternative" | "alternatives" | "consideration"
            | "thought",
        ]
        | [
            "no",
            "purpose" | "alternative" | "consideration" | "thought",
            "was" | "given" | "offered",
            ..,
        ]
        | [
            "forgot" | "forgotten" | "overlooked" | "ignored" | "x" | "declined" | "refused"
            | "cancelled" | "canceled" | "failed" | "couldnt" | "cant" | "cannot",
        ]
        | ["forgot" | "overlooked", "to" | "this" | "it", ..]
        | ["too", "late", ..]
        | ["should", "have", ..]
        | ["could", "not"] => true,
        [
            "did" | "was" | "were" | "could" | "has" | "have",
            "not",
            next,
            ..,
        ]
        | [
            "didnt" | "wasnt" | "werent" | "couldnt" | "hasnt" | "havent" | "cannot" | "cant",
            next,
            ..,
        ] if is_deed(next) || *next == "be" || *next == "been" => true,
        _ => false,
    }
}

fn is_still_to_do(words: &[&str]) -> bool {
    matches!(
        words,
        ["not", "yet", ..]
            | [
                "will"
                    | "would"
                    | "should"
                    | "planned"
                    | "planning"
                    | "intended"
                    | "scheduled"
                    | "unclear"
                    | "unknown"
                    | "tbc"
                    | "tba",
                ..,
            ]
            | ["to", "be", ..]
            | ["plan" | "intend" | "hope" | "hoping", "to", ..]
            | ["next", "time" | "year" | "term", ..]
    )
}

/// Whether a remark takes back a yes: `Yes - planned`, `yes, but cancelled`.
pub(crate) fn takes_back_yes(remark: &str) -> bool {
    const WORDS: &[&str] = &[
        "never",
        "declined",
        "refused",
        "cancelled",
        "canceled",
        "failed",
        "unable",
        "postponed",
        "scheduled",
        "planned",
        "intended",
        "hoped",
        "pending",
        "withdrawn",
        "will",
        "unless",
        "if",
    ];
    let mut words = remark.split(|sign: char| !sign.is_alphanumeric());
    let is_next = words
        .clone()
        .find(|word| !word.is_empty())
        .is_some_and(|word| word.eq_ignore_ascii_case("next"));
    is_next || words.any(|word| WORDS.iter().any(|one| word.eq_ignore_ascii_case(one)))
}

fn word<'t>(token: &Token<'t>) -> Option<&'t str> {
    match token {
        Token::Word(word) => Some(word),
        Token::Number(_) | Token::Mark(_) => None,
    }
}

/// What can be left undone.
const DEEDS: &[&str] = &[
    "applicable",
    "asked",
    "attend",
    "attended",
    "checked",
    "come",
    "considered",
    "consulted",
    "discussed",
    "done",
    "explained",
    "given",
    "happen",
    "happened",
    "heard",
    "involved",
    "invited",
    "looked",
    "needed",
    "offered",
    "organised",
    "part",
    "planned",
    "polled",
    "possible",
    "provided",
    "raised",
    "recorded",
    "said",
    "sent",
    "shared",
    "stated",
    "take",
    "taken",
    "thought",
    "told",
    "used",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_done_is_told_from_what_was() {
        for text in [
            "not considered",
            "Nobody asked",
            "no-one thought of it",
            "no time",
            "forgot",
            "we forgot to say",
            "ignored",
            "should have been",
            "too late to consider",
            "not offered",
            "could not",
            "no need",
            "no purpose was given to anyone",
            "not given to people at all",
            "they did not attend",
            "x",
            "wasn't discussed",
        ] {
            assert_eq!(read_undone(text), Some(Undone::Not), "{text}");
        }
        for text in [
            "to be polled",
            "Will consider",
            "will be",
            "Unclear",
            "not yet",
            "planned for May",
            "TBC later",
            "next time",
        ] {
            assert_eq!(read_undone(text), Some(Undone::Later), "{text}");
        }
        for text in [
            "polled the forum",
            "No clash with the school run",
            "not in term time",
            "nobody could do mornings",
            "those who did not attend were phoned one by one the next day",
            "asked the forum, who could not agree",
            "evening repeat on 3 March",
            "",
            "never at pick-up",
            "no meetings before ten",
        ] {
            assert_eq!(read_undone(text), None, "{text}");
        }
    }
}
