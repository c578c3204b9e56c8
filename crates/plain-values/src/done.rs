//! What people write where something was done and the day does not matter to them: `yes`, `sent`,
//! `shared at the meeting`.

use crate::answer::{AnswerReading, CrossMeaning, read_answer};
use crate::doubt;
use crate::tokens::{Token, plain, tokens};

/// Whether a text says that something was done, and names no day: it begins with a yes, or with a
/// word for what was done, and what follows takes nothing back.
pub fn says_done(text: &str) -> bool {
    let plain = plain(text);
    let tokens = tokens(&plain);
    let is_open = doubt::taken_out(&tokens).is_some()
        || tokens.iter().any(|token| match token {
            Token::Number(_) => true,
            Token::Word(word) => TAKES_BACK.contains(word),
            Token::Mark(mark) => *mark == '?',
        });
    !is_open && (is_yes(text) || begins_with_a_deed(&tokens))
}

fn is_yes(text: &str) -> bool {
    matches!(
        read_answer(text, CrossMeaning::Unclear),
        AnswerReading::Yes(_)
    )
}

/// `Sent to all`, `Minutes shared`, `You said we did published`.
fn begins_with_a_deed(tokens: &[Token<'_>]) -> bool {
    let deed = tokens.iter().position(|token| match token {
        Token::Word(word) => !WHAT.contains(word),
        Token::Mark(_) => false,
        Token::Number(_) => true,
    });
    let from = deed.and_then(|at| tokens.get(at..)).unwrap_or(&[]);
    match from {
        [Token::Word("fed"), Token::Word("back"), ..] => true,
        [Token::Word(word), ..] => DEEDS.contains(word),
        _ => false,
    }
}

/// What was done.
const DEEDS: &[&str] = &[
    "sent",
    "shared",
    "given",
    "provided",
    "delivered",
    "emailed",
    "texted",
    "phoned",
    "posted",
    "circulated",
    "distributed",
    "issued",
    "published",
    "invited",
    "told",
    "answered",
    "replied",
    "responded",
    "done",
];

/// What it was done with.
const WHAT: &[&str] = &[
    "all",
    "the",
    "minutes",
    "notes",
    "summary",
    "report",
    "feedback",
    "letter",
    "letters",
    "email",
    "emails",
    "papers",
    "agenda",
    "pack",
    "notice",
    "invite",
    "invites",
    "invitation",
    "invitations",
    "flyer",
    "flyers",
    "leaflet",
    "leaflets",
    "you",
    "said",
    "we",
    "did",
    "was",
    "were",
    "has",
    "have",
    "been",
];

/// Words after which it was not done after all, or not yet.
const TAKES_BACK: &[&str] = &[
    "not", "no", "never", "none", "nothing", "nobody", "except", "without", "only", "part",
    "partly", "some", "will", "be", "should", "would", "could", "may", "might", "plan", "planned",
    "due", "next", "soon", "later", "once", "when", "until", "yet", "draft", "drafts", "drafted",
    "check", "checking", "review", "approval", "approve", "pending", "awaiting", "waiting",
    "overdue", "asap", "tomorrow", "but",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeds_without_a_day_are_done() {
        for text in [
            "yes",
            "Y",
            "✓",
            "TRUE",
            "Yes - by email",
            "yes (at the meeting)",
            "Sent",
            "sent.",
            "Sent out to all families",
            "shared at the meeting",
            "Given on the day",
            "Emailed to parents",
            "Minutes sent",
            "You said, we did: shared",
            "All invited",
            "fed back in person",
            "Has been published",
        ] {
            assert!(says_done(text), "{text}");
        }
    }

    #[test]
    fn what_is_open_or_undone_is_not() {
        for text in [
            "",
            "no",
            "none",
            "not sent",
            "Sent?",
            "Yes?",
            "yes, next week",
            "yes - to be sent",
            "Sent to chair for approval",
            "sent in part",
            "Minutes drafted",
            "Draft sent",
            "To be sent",
            "Will be shared",
            "sent 31/4",
            "1",
            "minutes",
            "Chased x2",
            "FB",
            "Photos on FB",
            "Waiting",
            "TBC",
            "yesterday",
            "doing",
            "It was sent nowhere",
        ] {
            assert!(!says_done(text), "{text}");
        }
    }
}
