//! What is said about a number of people, piece by piece.

use crate::tokens::Token;

/// A piece of a count: a number, or what is said about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CountPiece {
    Number(u32),
    /// `about`, `c.`, `ish`
    About,
    /// `over`, `>`
    Over,
    /// `at least`, `+`, `or more`
    Least,
    /// `under`, `<`
    Under,
    /// `up to`, `or fewer`
    Most,
    /// `-`, `to`
    To,
    /// `and`, `,`
    Beside,
}

/// The pieces without the words for people, which say nothing here; nothing where there are other
/// words.
pub(super) fn phrase(tokens: &[Token<'_>]) -> Option<Vec<CountPiece>> {
    let mut pieces = Vec::new();
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first() {
        let (piece, next) = if let Some((number, next)) = number(rest) {
            (Some(CountPiece::Number(number?)), next)
        } else if let Some((piece, next)) = qualifier(rest) {
            (Some(piece), next)
        } else {
            match first {
                Token::Word(word) if is_people(word) => (None, after),
                Token::Word("between" | "from") | Token::Mark('.' | '(' | ')') => (None, after),
                Token::Word("and" | "or") | Token::Mark('/' | '&')
                    if after.first().is_some_and(is_people_token) =>
                {
                    (None, after)
                }
                Token::Word("and") if tokens.first() == Some(&Token::Word("between")) => {
                    (Some(CountPiece::To), after)
                }
                Token::Word("and" | "or") | Token::Mark('/' | '&' | ',' | ';') => {
                    (Some(CountPiece::Beside), after)
                }
                Token::Word(_) | Token::Mark(_) | Token::Number(_) => return None,
            }
        };
        pieces.extend(piece);
        rest = next;
    }
    Some(pieces)
}

/// The number at the beginning, if there is one; the inner nothing is a number that is none of
/// people.
fn number<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(Option<u32>, &'a [Token<'t>])> {
    use Token::{Mark, Number, Word};
    Some(match tokens {
        [Number(whole), Mark('.'), Number(part), rest @ ..] => {
            ((part.value == 0).then_some(whole.value), rest)
        }
        [Number(thousands), Mark(','), Number(rest_of_it), rest @ ..]
            if thousands.digits <= 3 && rest_of_it.digits == 3 =>
        {
            (
                thousands
                    .value
                    .checked_mul(1000)?
                    .checked_add(rest_of_it.value),
                rest,
            )
        }
        [Word("no"), rest @ ..] if rest.first().is_some_and(is_people_token) => (Some(0), rest),
        [Number(number), rest @ ..] => ((number.digits <= 9).then_some(number.value), rest),
        [Word(word), rest @ ..] => (Some(in_words(word)?), rest),
        _ => return None,
    })
}

fn in_words(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    if matches!(word, "none" | "nil" | "nobody") {
        return Some(0);
    }
    (0..)
        .zip(WORDS)
        .find(|(_, name)| *name == word)
        .map(|(number, _)| number)
}

/// What is said about a number, at the beginning.
fn qualifier<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(CountPiece, &'a [Token<'t>])> {
    use Token::{Mark, Word};
    Some(match tokens {
        [Mark('<'), Mark('='), rest @ ..]
        | [Mark('≤' | '⩽') | Word("max" | "maximum"), rest @ ..]
        | [Word("up"), Word("to"), rest @ ..]
        | [Word("at"), Word("most"), rest @ ..]
        | [Word("no" | "not"), Word("more"), Word("than"), rest @ ..]
        | [Word("or"), Word("fewer" | "less" | "under"), rest @ ..] => (CountPiece::Most, rest),
        [Mark('>'), Mark('='), rest @ ..]
        | [
            Mark('≥' | '⩾' | '+') | Word("min" | "minimum" | "plus"),
            rest @ ..,
        ]
        | [Word("at"), Word("least"), rest @ ..]
        | [
            Word("no" | "not"),
            Word("fewer" | "less"),
            Word("than"),
            rest @ ..,
        ]
        | [Word("or"), Word("more" | "over"), rest @ ..]
        | [Word("and"), Word("over" | "above"), rest @ ..] => (CountPiece::Least, rest),
        [Word("more"), Word("than"), rest @ ..]
        | [Mark('>') | Word("over" | "above"), rest @ ..] => (CountPiece::Over, rest),
        [Word("fewer" | "less"), Word("than"), rest @ ..]
        | [Mark('<') | Word("under" | "below"), rest @ ..] => (CountPiece::Under, rest),
        [Mark('-'), Word("ish"), rest @ ..]
        | [Word("or"), Word("so"), rest @ ..]
        | [
            Word(
                "about" | "around" | "approx" | "approximately" | "circa" | "c" | "ca" | "roughly"
                | "ish" | "est" | "estimated" | "nearly" | "almost",
            )
            | Mark('~' | '≈'),
            rest @ ..,
        ] => (CountPiece::About, rest),
        [Mark('-') | Word("to"), rest @ ..] => (CountPiece::To, rest),
        _ => return None,
    })
}

fn is_people_token(token: &Token<'_>) -> bool {
    matches!(token, Token::Word(word) if is_people(word))
}

/// Words for people, and that they came.
fn is_people(word: &str) -> bool {
    matches!(
        word,
        "parent"
            | "parents"
            | "carer"
            | "carers"
            | "people"
            | "ppl"
            | "pcf"
            | "forum"
            | "person"
            | "persons"
            | "attendee"
            | "attendees"
            | "child"
            | "children"
            | "young"
            | "cyp"
            | "families"
            | "family"
            | "staff"
            | "rep"
            | "reps"
            | "representative"
            | "representatives"
            | "participant"
            | "participants"
            | "adults"
            | "members"
            | "professionals"
            | "officers"
            | "responses"
            | "response"
            | "replies"
            | "respondents"
            | "returned"
            | "invited"
            | "attended"
            | "present"
            | "came"
            | "in"
            | "total"
            | "were"
    )
}
