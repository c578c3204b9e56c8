//! What looks like an address and is nobody's: numbers of messages and calendar entries, and patterns.

use crate::find::normalised::{NormalisedText, is_one_of};

/// What mail programs write before the numbers of messages, which look like addresses between `<` and
/// `>`. Without those, `References: name@example.org` is somebody's.
const MESSAGES: [&[u8]; 3] = [b"message-id", b"in-reply-to", b"references"];

/// Whether what looks like an address numbers an entry of a calendar (`UID:`) or a message.
pub(super) fn is_of_a_message(text: &NormalisedText<'_>, start: usize) -> bool {
    let before = text.slice(start.saturating_sub(160)..start);
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or(&[]);
    let named = line.split(|byte| *byte == b':').next().unwrap_or(&[]);
    let is_message = line.len() > named.len() && MESSAGES.contains(&named.trim_ascii());
    line == b"uid:" || is_message && line.ends_with(b"<")
}

/// What stands for anybody's name in what says how addresses are made: `firstname.surname`.
const STAND_INS: &str = "\
first firstname forename given initial last lastname name surname your yourname xxx xxxx";

/// Whether the first half of an address is made of such words.
pub(super) fn is_pattern(local: &str) -> bool {
    let mut parts = local.split(|sign: char| !sign.is_ascii_alphanumeric());
    parts.clone().count() > 1 && parts.all(|part| is_one_of(STAND_INS, part.as_bytes()))
}
