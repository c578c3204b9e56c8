//! Words by which people say that something is not certain, or not known yet.

use crate::tokens::Token;

/// How far a value is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// It is still to be settled: `TBC`.
    Open,
    /// It is there, but not certain: `provisional`, `?`.
    Unsure,
}

/// What remains when the words of doubt and all brackets are taken away, if there are such words.
pub(crate) fn taken_out<'t>(tokens: &[Token<'t>]) -> Option<(Doubt, Vec<Token<'t>>)> {
    let mut doubt = None;
    let mut remains = Vec::new();
    let mut rest = tokens;
    while let Some((token, after)) = rest.split_first() {
        let (found, next) =
            at_start(rest).map_or((None, after), |(found, after)| (Some(found), after));
        if found.is_none() && !matches!(token, Token::Mark('(' | ')' | '[' | ']')) {
            remains.push(*token);
        }
        doubt = match (doubt, found) {
            (Some(Doubt::Open), _) | (_, Some(Doubt::Open)) => Some(Doubt::Open),
            (before, found) => before.or(found),
        };
        rest = next;
    }
    doubt.map(|doubt| (doubt, remains))
}

/// The word of doubt at the beginning, and what follows it.
pub(crate) fn at_start<'a, 't>(tokens: &'a [Token<'t>]) -> Option<(Doubt, &'a [Token<'t>])> {
    use Token::{Mark, Word};
    match tokens {
        [
            Word("to"),
            Word("be"),
            Word(
                "confirmed" | "agreed" | "arranged" | "announced" | "advised" | "decided" | "set"
                | "determined",
            ),
            after @ ..,
        ]
        | [
            Word("not"),
            Word("yet"),
            Word("known" | "confirmed" | "set" | "agreed"),
            after @ ..,
        ]
        | [Word("not"), Word("confirmed" | "known"), after @ ..]
        | [
            Word("t"),
            Mark('.'),
            Word("b"),
            Mark('.'),
            Word("c"),
            after @ ..,
        ]
        | [Word("tbc" | "tba" | "tbd"), after @ ..] => Some((Doubt::Open, after)),
        [
            Mark('?' | '~')
            | Word(
                "provisional" | "provisionally" | "prov" | "tentative" | "tentatively" | "maybe"
                | "possibly" | "possible" | "probably" | "perhaps" | "unconfirmed" | "approx"
                | "approximately" | "circa" | "c" | "ca" | "around" | "about" | "roughly",
            ),
            after @ ..,
        ] => Some((Doubt::Unsure, after)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    #[test]
    fn doubt_is_told_from_what_it_is_about() {
        for (text, doubt, remains) in [
            ("12 march (tbc)", Doubt::Open, "12 march"),
            ("to be confirmed", Doubt::Open, ""),
            ("provisional 12 march", Doubt::Unsure, "12 march"),
            ("15 may??", Doubt::Unsure, "15 may"),
            ("15 may? tbc", Doubt::Open, "15 may"),
            ("not yet confirmed", Doubt::Open, ""),
        ] {
            assert_eq!(
                taken_out(&tokens(text)),
                Some((doubt, tokens(remains))),
                "{text}"
            );
        }
        assert_eq!(taken_out(&tokens("12 march (online)")), None);
        assert_eq!(taken_out(&tokens("to be held")), None);
    }
}
