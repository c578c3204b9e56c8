//! Words of closed lists as people write them: `Done`, `Microsoft Teams`, `Scheduled and then
//! postponed`.

use std::ops::Range;

use crate::fields::read_word;
use crate::record::Status;
use closed_words::nearest;

pub(crate) use super::synonyms::Synonyms;
use super::tokens::{Token, folded, plain, tokens};

/// Reads a word of a closed list, or another phrase for it.
///
/// # Errors
/// What was expected, with the nearest word if one is near.
pub(crate) fn word<W: Synonyms>(text: &str) -> Result<W, String> {
    // Somebody who puts a question mark has not settled it.
    if text.contains('?') {
        return Err("this is marked with a question mark; write the word alone".to_owned());
    }
    exactly(text).ok_or_else(|| not_known::<W>(text))
}

fn exactly<W: Synonyms>(text: &str) -> Option<W> {
    let folded = folded(text);
    let also = || W::ALSO.iter().find(|(phrase, _)| *phrase == folded);
    W::from_word(&folded).or_else(|| also().map(|(_, word)| *word))
}

fn not_known<W: Synonyms>(text: &str) -> String {
    let phrases = W::ALSO.iter().map(|(phrase, _)| *phrase);
    nearest(text, W::all_words().chain(phrases))
        .map_or_else(
            || read_word::<W>(text),
            |near| read_word::<W>(text).map_err(|expected| told(near, expected)),
        )
        .err()
        .unwrap_or_default()
}

/// The nearest phrase first, unless the list's own words are near.
fn told(near: &str, expected: String) -> String {
    if expected.starts_with("did you mean") {
        expected
    } else {
        format!("did you mean `{near}`? Otherwise {expected}")
    }
}

/// Reads how far an engagement has come. `Scheduled and then postponed` is postponed: the last word
/// that calls it off stands. A remark may follow: `Held - well attended`.
///
/// # Errors
/// What was expected.
pub(crate) fn status(text: &str) -> Result<Status, String> {
    let read = word(text);
    if read.is_ok() || text.contains('?') {
        return read;
    }
    let plain = plain(text);
    let tokens = tokens(&plain);
    if let Some((status, _)) = called_off(&tokens) {
        return Ok(status);
    }
    let Some(status) = head(&plain).and_then(exactly) else {
        return read;
    };
    if phrases(&tokens, |_| true).any(|(other, _)| other != status) {
        return Err(
            "this says more than one thing; write planned, held, cancelled or postponed \
                    alone"
                .to_owned(),
        );
    }
    Ok(status)
}

/// What stands before a remark.
fn head(plain: &str) -> Option<&str> {
    [" - ", "(", ":"]
        .iter()
        .filter_map(|mark| plain.split_once(mark))
        .map(|(head, _)| head)
        .min_by_key(|head| head.len())
}

/// The last phrase that says that something was cancelled or postponed, and where it stands.
pub(super) fn called_off(tokens: &[Token<'_>]) -> Option<(Status, Range<usize>)> {
    let is_off = |status| matches!(status, Status::Cancelled | Status::Postponed);
    phrases(tokens, is_off)
        .filter(|(_, at)| {
            let before = at
                .start
                .checked_sub(1)
                .and_then(|before| tokens.get(before));
            !matches!(
                before,
                Some(Token::Word("not" | "never" | "isnt" | "wasnt" | "un"))
            )
        })
        .max_by_key(|(_, at)| at.end)
}

/// Every phrase of the wanted statuses, with its place.
fn phrases<'a>(
    tokens: &'a [Token<'_>],
    wanted: impl Fn(Status) -> bool + 'a,
) -> impl Iterator<Item = (Status, Range<usize>)> + 'a {
    use closed_words::Word as _;
    let all = Status::WORDS.iter().chain(Status::ALSO);
    all.filter(move |(_, status)| wanted(*status))
        .flat_map(move |(phrase, status)| {
            let words: Vec<Token<'static>> = phrase.split(' ').map(Token::Word).collect();
            let starts = 0..tokens.len();
            starts.filter_map(move |start| {
                let at = start..start + words.len();
                (tokens.get(at.clone()) == Some(words.as_slice())).then_some((*status, at))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Audience, Kind, Mode};

    #[test]
    fn statuses() {
        for (text, expected) in [
            ("Done", Status::Held),
            ("COMPLETED", Status::Held),
            ("Took place", Status::Held),
            ("Happened", Status::Held),
            ("held", Status::Held),
            ("Delivered.", Status::Held),
            ("Went ahead", Status::Held),
            ("Held - well attended", Status::Held),
            ("Held (12 came)", Status::Held),
            ("Booked", Status::Planned),
            ("Scheduled", Status::Planned),
            ("Upcoming", Status::Planned),
            ("Planned", Status::Planned),
            ("Confirmed", Status::Planned),
            ("Proposed", Status::Planned),
            ("Tentative", Status::Planned),
            ("To be held", Status::Planned),
            ("Cancelled", Status::Cancelled),
            ("Canceled", Status::Cancelled),
            ("CALLED OFF!", Status::Cancelled),
            ("Did not happen", Status::Cancelled),
            ("Didn’t take place", Status::Cancelled),
            ("Cancelled due to snow", Status::Cancelled),
            ("This meeting was cancelled.", Status::Cancelled),
            ("postponed, now cancelled", Status::Cancelled),
            ("Postponed", Status::Postponed),
            ("Deferred", Status::Postponed),
            ("Re-arranged", Status::Postponed),
            ("Scheduled and then postponed", Status::Postponed),
            ("Cancelled - rescheduled to 12 May", Status::Postponed),
        ] {
            assert_eq!(status(text), Ok(expected), "{text}");
        }
        for (text, hint) in [
            ("Held?", "question mark"),
            ("Planned - then held", "more than one thing"),
            ("hedl", "did you mean `held`"),
            ("complted", "did you mean `completed`"),
            ("in progress", "write planned, held, cancelled or postponed"),
            ("not cancelled", "planned, held, cancelled or postponed"),
            ("Was not held - see notes", "planned"),
        ] {
            match status(text) {
                Err(why) => assert!(why.contains(hint), "{text}: {why}"),
                Ok(read) => assert_eq!(
                    (text, read),
                    ("Was not held - see notes", Status::Cancelled)
                ),
            }
        }
    }

    #[test]
    fn kinds() {
        for (text, expected) in [
            ("Meetings", Kind::Meeting),
            ("Steering Group", Kind::Meeting),
            ("Board", Kind::Meeting),
            ("Forum meeting", Kind::ForumMeeting),
            ("Coffee morning", Kind::Event),
            ("Drop-in", Kind::Event),
            ("Focus group", Kind::Workshop),
            ("Questionnaire", Kind::Survey),
            ("Public consultation", Kind::Consultation),
        ] {
            assert_eq!(word(text), Ok(expected), "{text}");
        }
        let wrong = word::<Kind>("Quiz").unwrap_err();
        assert!(wrong.starts_with("write meeting, workshop"), "{wrong}");
        let wrong = word::<Kind>("Workshpo").unwrap_err();
        assert!(wrong.starts_with("did you mean `workshop`?"), "{wrong}");
        let wrong = word::<Kind>("Questionaire").unwrap_err();
        assert!(
            wrong.starts_with("did you mean `questionnaire`?"),
            "{wrong}"
        );
    }

    #[test]
    fn audiences() {
        for (text, expected) in [
            ("Parents and carers", Audience::Parents),
            ("Parents & Carers", Audience::Parents),
            ("Parent carers", Audience::Parents),
            ("Parent/carers", Audience::Parents),
            ("Families", Audience::Parents),
            ("CYP", Audience::Cyp),
            ("Children and young people", Audience::Cyp),
            ("Young people", Audience::Cyp),
            ("Children", Audience::Cyp),
            ("Staff", Audience::Staff),
            ("Professionals", Audience::Staff),
            ("Practitioners", Audience::Staff),
        ] {
            assert_eq!(word(text), Ok(expected), "{text}");
        }
        assert!(word::<Audience>("everybody").is_err());
    }

    #[test]
    fn modes() {
        for (text, expected) in [
            ("Teams", Mode::Online),
            ("Microsoft Teams Meeting", Mode::Online),
            ("Zoom", Mode::Online),
            ("Online", Mode::Online),
            ("Virtual", Mode::Online),
            ("Remote", Mode::Online),
            ("held remotely", Mode::Online),
            ("face to face", Mode::InPerson),
            ("Face-to-Face", Mode::InPerson),
            ("F2F", Mode::InPerson),
            ("In person", Mode::InPerson),
            ("hybrid", Mode::Hybrid),
            ("blended", Mode::Hybrid),
        ] {
            assert_eq!(word(text), Ok(expected), "{text}");
        }
        assert!(word::<Mode>("Orford Jubilee Hub").is_err());
    }
}
