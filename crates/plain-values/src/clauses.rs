//! The clauses of a short text, and what in one only leads up to what it says.

use crate::day::is_name_of_day;
use crate::tokens::Token;

/// What stands before a place in its own clause.
pub(crate) fn clause_before<'a, 't>(tokens: &'a [Token<'t>], at: usize) -> &'a [Token<'t>] {
    let before = tokens.get(..at).unwrap_or_default();
    let start = before.iter().rposition(parts_clauses);
    before
        .get(start.map_or(0, |start| start + 1)..)
        .unwrap_or_default()
}

fn parts_clauses(token: &Token<'_>) -> bool {
    match token {
        Token::Mark(_) => true,
        Token::Word(word) => matches!(
            *word,
            "but"
                | "then"
                | "and"
                | "because"
                | "although"
                | "though"
                | "as"
                | "since"
                | "so"
                | "after"
                | "while"
                | "yet"
                | "until"
        ),
        Token::Number(_) => false,
    }
}

/// Whether a piece before a statement changes nothing of what it says: `the meeting was`,
/// `scheduled 12 March`, `had to be`.
pub(crate) fn is_by_the_way(token: &Token<'_>) -> bool {
    match token {
        Token::Number(_) => true,
        Token::Mark(_) => false,
        Token::Word(word) => BY_THE_WAY.contains(word) || is_name_of_day(word),
    }
}

#[rustfmt::skip]
const BY_THE_WAY: &[&str] = &[
    "was", "were", "is", "are", "has", "have", "had", "been", "being", "got", "did", "to", "be",
    "now", "later", "subsequently", "finally", "eventually", "again", "still", "also", "already",
    "sadly", "unfortunately", "regrettably", "in", "on", "the", "end", "this", "it", "that",
    "which", "we", "they", "chair", "council", "meeting", "meetings", "event", "events", "session",
    "workshop", "survey", "consultation", "date", "am", "pm", "st", "nd", "rd", "th", "way",
    "planned", "scheduled", "booked", "arranged", "proposed", "upcoming", "transit", "its", "twice",
    "once", "therefore",
];

/// Whether the words before a statement leave open whether it came true: `was going to be`.
pub(crate) fn leaves_open(before: &[Token<'_>]) -> bool {
    before.windows(2).enumerate().any(|(at, pair)| {
        let had = at.checked_sub(1).and_then(|at| before.get(at));
        matches!(pair, [Token::Word("to"), Token::Word("be")])
            && !matches!(had, Some(Token::Word("had" | "has" | "have")))
    })
}
