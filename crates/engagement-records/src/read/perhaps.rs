//! What something that was not understood perhaps says: where it speaks of feedback, a blank for that
//! is no silence.

use plain_values::{DateOrder, read_day};

/// Words, and the field of which a text with one of them perhaps says something.
const WORDS: &[(&[&str], &str)] = &[
    (&["feedback", "fed back", "you said"], "feedback.sent"),
    (&["invit", "notice"], "notice.sent"),
    (&["papers", "agenda"], "papers.sent"),
    (&["cyp", "young people", "children"], "cyp.involved"),
];

/// Whether a day stands under a heading of last days, such as `Feedback due`: by when something is to be
/// done is no answer to whether it was.
pub(super) fn is_last_day(heading: &str, text: &str) -> bool {
    let heading = heading.to_lowercase();
    let mut words = heading.split(|sign: char| !sign.is_alphanumeric());
    let is_by_when = words.any(|word| ["due", "deadline"].contains(&word));
    (is_by_when || heading.contains("last day"))
        && read_day(text, DateOrder::DayFirst).day().is_some()
}

/// The fields of which a name or a text perhaps says something.
pub(super) fn fields(text: &str) -> impl Iterator<Item = &'static str> + use<> {
    let lower = text.to_lowercase();
    WORDS.iter().filter_map(move |(words, field)| {
        words
            .iter()
            .any(|word| lower.contains(word))
            .then_some(*field)
    })
}
