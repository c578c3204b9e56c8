//! What something that was not understood perhaps says: where it speaks of feedback, a blank for that
//! is no silence.

/// Words, and the field of which a text with one of them perhaps says something.
const WORDS: &[(&[&str], &str)] = &[
    (&["feedback", "fed back", "you said"], "feedback.sent"),
    (&["invit", "notice"], "notice.sent"),
    (&["papers", "agenda"], "papers.sent"),
    (&["cyp", "young people", "children"], "cyp.involved"),
];

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
