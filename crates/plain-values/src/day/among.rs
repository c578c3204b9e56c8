//! One day among other words: `Minutes sent 16/9`, `12 March 2026 at the hall`.

use super::notation::{self, Notation};
use super::{DateOrder, DayReading, MOST_WORDS, UnclearDay, WrittenDay, names, short_day};
use crate::tokens::{Token, plain, tokens};

/// Whether a text names a day, with or without its year, whatever it says of it.
pub fn names_day(text: &str, order: DateOrder) -> bool {
    let plain = plain(text);
    let tokens = tokens(&plain);
    (0..tokens.len().min(2 * MOST_WORDS)).any(|at| {
        let rest = tokens.get(at..);
        rest.is_some_and(|rest| day_at_start(rest, order).is_some())
    })
}

/// The only day in a text, where no other number and no word puts it in doubt.
pub(super) fn read(tokens: &[Token<'_>], order: DateOrder) -> Option<DayReading> {
    if tokens.len() > 2 * MOST_WORDS {
        return None;
    }
    let (start, day, rest) = (0..tokens.len()).find_map(|at| {
        let (day, rest) = day_at_start(tokens.get(at..)?, order)?;
        Some((at, day, rest))
    })?;
    let before = tokens.get(..start)?;
    let is_plain = |token: &Token<'_>| match token {
        Token::Number(_) => false,
        Token::Mark(mark) => *mark != '?' && !notation::is_cross(token),
        Token::Word(word) => {
            let is_name = names::weekday(word).is_some() || names::month(word).is_some();
            !is_name && names::misspelt(word).is_none() && !puts_in_doubt(word)
        }
    };
    if begins_a_week(before) {
        return Some(DayReading::Unclear(UnclearDay::Week));
    }
    let mut others = without_way(before).into_iter().chain(without_way(rest));
    if !others.all(is_plain) {
        return None;
    }
    Some(DayReading::Among {
        day,
        is_first: before.is_empty(),
    })
}

/// Whether what stands before a day makes it the first of a week: `sent w/c 15 September`.
fn begins_a_week(before: &[Token<'_>]) -> bool {
    use Token::{Mark, Word};
    matches!(
        before,
        [.., Word("w"), Mark('/'), Word("c" | "b")]
            | [.., Word("wc" | "commencing" | "beginning" | "week")]
    )
}

/// The pieces of a text without the way in which people were told, as `by email` sets no limit, and
/// without who they were, where those are everybody: `sent 1/9 to all parents and carers`.
fn without_way<'a, 't>(tokens: &'a [Token<'t>]) -> Vec<&'a Token<'t>> {
    let mut plain = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let [first, more @ ..] = rest {
        let is_way = |token: &Token<'_>| matches!(token, Token::Word(way) if WAYS.contains(way));
        let all = if *first == Token::Word("to") {
            everybody(more)
        } else {
            0
        };
        let is_by = *first == Token::Word("by") && more.first().is_some_and(is_way);
        if all == 0 && !is_by {
            plain.push(first);
        }
        rest = more.get(all..).unwrap_or(&[]);
    }
    plain
}

/// How many pieces at the beginning of a text are words for those who took part, all of them.
fn everybody(tokens: &[Token<'_>]) -> usize {
    let is_one = |token: &Token<'_>| matches!(token, Token::Word(word) if EVERYBODY.contains(word));
    let is_joint = |token: &Token<'_>| match token {
        Token::Word(word) => matches!(*word, "the" | "our" | "those" | "who" | "and"),
        Token::Mark(mark) => matches!(mark, '&' | ','),
        Token::Number(_) => false,
    };
    let stretch = tokens.iter();
    let stretch = stretch.take_while(|token| is_one(token) || is_joint(token));
    let length = stretch.count();
    let said = tokens.get(..length).unwrap_or(&[]);
    let is_less = matches!(tokens.get(length), Some(Token::Word(word)) if FEWER.contains(word));
    if said.iter().any(is_one) && !is_less {
        length
    } else {
        0
    }
}

/// Words for all those who took part.
#[rustfmt::skip]
const EVERYBODY: &[&str] = &[
    "all", "everyone", "everybody", "attendees", "participants", "parents", "carers", "families",
    "members", "came", "attended",
];

/// Words behind those that make them fewer, or others.
#[rustfmt::skip]
const FEWER: &[&str] = &[
    "of", "only", "but", "except", "apart", "staff", "forum", "group", "panel", "board", "committee",
    "council", "team", "rep", "reps", "representative", "representatives", "governors",
];

/// Ways in which people are told.
const WAYS: &[&str] = &[
    "phone",
    "telephone",
    "email",
    "emails",
    "mail",
    "post",
    "letter",
    "text",
    "sms",
    "zoom",
    "teams",
    "facebook",
    "whatsapp",
    "newsletter",
    "hand",
    "message",
];

/// The day with which a text begins, whatever is said after it, unless that has another number.
pub(super) fn before_remark(tokens: &[Token<'_>], order: DateOrder) -> Option<DayReading> {
    let (day, rest) = day_at_start(tokens, order)?;
    let has_number = rest.iter().any(|token| matches!(token, Token::Number(_)));
    (!has_number).then_some(DayReading::Among {
        day,
        is_first: true,
    })
}

fn day_at_start<'a, 't>(
    tokens: &'a [Token<'t>],
    order: DateOrder,
) -> Option<(WrittenDay, &'a [Token<'t>])> {
    if let Some((day, rest)) = Notation::at_start(tokens) {
        let whole = || day.day(order).ok().map(WrittenDay::Whole);
        let day = day.day_of_year().map(WrittenDay::NoYear).or_else(whole);
        if let Some(day) = day {
            return Some((day, rest));
        }
    }
    let (day, rest) = short_day(tokens, order)?;
    Some((WrittenDay::NoYear(day), rest))
}

/// Whether a word beside a day says that nothing was done on it, or leaves that open.
fn puts_in_doubt(word: &str) -> bool {
    DOUBTS.contains(&word) || takes_back(word)
}

/// Whether a word beside a day, in small letters, says that what is told of it was not done then, or was
/// only meant to be.
pub fn takes_back(word: &str) -> bool {
    UNDONE.contains(&word)
}

#[rustfmt::skip]
const UNDONE: &[&str] = &[
    "not", "never", "nobody", "noone", "didnt", "wasnt", "isnt", "wont", "couldnt", "cannot", "unable",
    "will", "would", "should", "planned", "intended", "hoped", "scheduled", "target", "targeted",
    "unsent", "undelivered", "bounced", "failed", "missed", "pending", "queued", "draft", "drafted",
    "written", "approval", "internal", "comms", "cancelled", "canceled", "postponed", "withdrawn",
    "recalled", "declined", "refused", "forgot", "forgotten", "discussed", "noted", "signed", "approved",
    "logged", "filed",
];

#[rustfmt::skip]
const DOUBTS: &[&str] = &[
    "due", "by", "before", "after", "until", "till", "since", "from", "was", "no", "none",
    "nothing", "without", "could", "may", "might", "be", "planning", "plan", "expected", "hope", "hoping",
    "hopefully", "chase", "chased", "chasing", "ask", "asked", "request", "requested", "wait",
    "waiting", "await", "awaiting", "awaited", "promised", "overdue", "outstanding",
    "moved", "rescheduled", "deadline", "if", "or", "and", "to", "then", "week", "wc", "next", "every", "each",
    // The day on which somebody was born is nothing that was done.
    "born", "dob", "birth", "birthday", "birthdate", "aged", "age",
];
