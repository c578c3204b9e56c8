//! A day that was called off: `12/03/2026 - CANCELLED`, `Postponed from 12 March`.

use super::{DateOrder, DayReading, UnclearDay, among, certain};
use crate::called_off::{last_called_off, plainly_called_off};
use crate::tokens::{Token, trimmed};

/// A text that says that something was called off, with or without a day. Where it also says that it
/// was held, or that only its venue was cancelled, the day stands.
pub(super) fn read(tokens: &[Token<'_>], order: DateOrder) -> Option<DayReading> {
    let Some((called_off, at)) = plainly_called_off(tokens) else {
        last_called_off(tokens)?;
        return among::before_remark(tokens, order);
    };
    let (before, after) = (tokens.get(..at.start)?, tokens.get(at.end..)?);
    if let [Token::Word("to" | "until" | "till" | "for"), new_day @ ..] = after
        && new_day
            .iter()
            .any(|token| matches!(token, Token::Number(_)))
    {
        return Some(DayReading::Unclear(UnclearDay::Moved));
    }
    let is_of_the_day = |token: &&Token<'_>| match token {
        Token::Word(word) => !matches!(
            *word,
            "was"
                | "is"
                | "has"
                | "been"
                | "this"
                | "meeting"
                | "event"
                | "session"
                | "now"
                | "from"
        ),
        Token::Mark(mark) => !matches!(mark, '(' | ')' | '[' | ']'),
        Token::Number(_) => true,
    };
    let rest: Vec<Token<'_>> = before
        .iter()
        .chain(after)
        .filter(is_of_the_day)
        .copied()
        .collect();
    let day = certain(trimmed(&rest), order).day();
    Some(DayReading::CalledOff(called_off, day))
}
