//! How words of records are spelled in the log.

use engagement_records::record::{Kind, Status};

/// What a kind is called in the log.
pub(super) fn of_kind(kind: Kind) -> String {
    capital(kind.spoken())
}

/// What a status is called in the log.
pub(super) fn of_status(status: Status) -> String {
    capital(status.word())
}

/// Words as they are offered in lists.
pub(super) fn spelled(words: impl Iterator<Item = &'static str>) -> Vec<String> {
    words.map(capital).collect()
}

/// A word with a capital letter.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
