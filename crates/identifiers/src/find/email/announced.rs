//! What announces an address whose sign is a bare ` at `, which stands before many other words.

use crate::find::normalised::{NormalisedText, is_one_of, words};

/// Words that announce an address.
const ANNOUNCING: &str = "\
address contact email emails mail mailto reply write";

/// Words between those and the address.
const BETWEEN: &str = "\
address at back is mine new on to via was";

/// Who is no part of an address: `write to us at example.org`.
const NO_NAMES: &str = "\
address all anybody anyone anything both everybody everyone form her here him it me online \
page somebody someone them there these this those website you";

/// Endings of files, which have a dot in their names as well.
const FILES: &str = "\
csv doc docx htm html jpg md ods odt pdf png pptx txt xls xlsx";

/// Whether a word before a bare ` at ` and a domain is the first half of an address, and no ordinary
/// word, as in `published at example.org`: it has a dot or an underscore in it, or is announced.
pub(super) fn is_announced(text: &NormalisedText<'_>, start: usize, local: &[u8]) -> bool {
    let parts: Vec<&[u8]> = local.split(|byte| b"._".contains(byte)).collect();
    let is_word = |part: &&[u8]| part.first().is_some_and(u8::is_ascii_alphabetic);
    let of_file = parts.last().is_some_and(|last| is_one_of(FILES, last));
    if parts.len() > 1 && parts.iter().all(is_word) {
        return !of_file;
    }
    let before = text.slice(start.saturating_sub(32)..start);
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or(&[]);
    // A sentence before it announces nothing.
    let line = line
        .windows(2)
        .rposition(|two| two == b". ")
        .and_then(|at| line.get(at..))
        .unwrap_or(line);
    let mut back = words(line).rev();
    let announcing = |word: &&[u8]| is_one_of(ANNOUNCING, word);
    let nearest = back.find(|word| announcing(word) || !is_one_of(BETWEEN, word));
    !is_one_of(NO_NAMES, local) && nearest.is_some_and(|word| is_one_of(ANNOUNCING, word))
}
