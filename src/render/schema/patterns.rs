//! The spellings of values, as patterns that JSON Schema and every editor understands: without
//! flags, so capitals are spelled out.

use plain_values::{DENIALS, PLACEHOLDERS};
use working_days::Unit;

const DAY: &str = "(?:19|2[01])[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
const TIME: &str = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]";
/// Blanks and marks that stand for nothing, signs without width among them.
const NOTHING: &str = r"[\s\u00AD\u200B-\u200F\u2060\uFEFF?.\-–]*";

/// A day; and a day of sending, or words for whether there was one.
pub(super) fn day() -> String {
    whole(&[DAY])
}

pub(super) fn sent() -> String {
    // People say in many words that something was done, and in none of them is a number.
    whole(&[DAY, "[^0-9?]*"])
}

/// What stands in place of a group: whether it was done.
pub(super) fn sent_without_day() -> String {
    whole(&["[^0-9?]*"])
}

pub(super) fn time() -> String {
    whole(&[TIME, "24:00"])
}

pub(super) fn window() -> String {
    whole(&[&format!(r"{TIME}\s*-\s*{TIME}")])
}

pub(super) fn answer() -> String {
    whole(&[&words(&["yes", "no", "true", "false"])])
}

/// An answer, or another word for no: what stands in place of a group.
pub(super) fn answer_or_denial() -> String {
    whole(&[&words(&["yes", "true"]), &denial()])
}

pub(super) fn count() -> String {
    whole(&[
        r"\+?[0-9]+\s*\+?",
        r"<\s*\+?[0-9]+",
        r"about\s+[0-9]+",
        r"[0-9]+\s*[-–]\s*[0-9]+",
    ])
}

pub(super) fn number() -> String {
    whole(&[r"\+?[0-9]+"])
}

pub(super) fn duration() -> String {
    let units = Unit::ALL.map(|unit| {
        let plural = unit.plural();
        let singular = plural.strip_suffix('s').unwrap_or(plural);
        let parts: Vec<String> = singular.split(' ').map(any_capitals).collect();
        format!("{}[sS]?", parts.join(r"\s+"))
    });
    whole(&[&format!(r"[0-9]+\s*(?:{})", units.join("|"))])
}

pub(super) fn months() -> String {
    whole(&[r"\+?[0-9]+ \s*(?:months?|years?)"])
}

pub(super) fn minutes() -> String {
    whole(&[r"\+?[0-9]+\s*minutes?"])
}

/// One of these words in any capitals, with hyphens, blanks or underscores.
pub(super) fn any_of<W: AsRef<str>>(all: &[W]) -> String {
    whole(&[&words(all)])
}

/// Between the parts of a list that is written as one text.
const BETWEEN: &str = r"(?:\s*[,;/&+]\s*|\s+and\s+)";

/// Several of these words in one text: `parents, cyp`.
pub(super) fn several_of<W: AsRef<str>>(all: &[W]) -> String {
    let one = words(all);
    format!(r"^\s*{one}(?:{BETWEEN}{one})+\s*$")
}

/// Several days in one text.
pub(super) fn several_days() -> String {
    format!(r"^\s*{DAY}(?:{BETWEEN}{DAY})+\s*$")
}

/// Nothing, or what people write where they have nothing to say yet.
pub(super) fn blank() -> String {
    whole(&[])
}

/// This word and no other.
pub(super) fn only(word: &str) -> String {
    format!(r"^\s*{}\s*$", spelled(word))
}

/// A word that says that there was nothing, or the name of a field of this area.
pub(super) fn none_or_local() -> String {
    format!(r"^(?:\s*{}\s*|\s*local\..+)$", denial())
}

/// One of these spellings; or nothing, or what people write where they have nothing to say yet.
fn whole(spellings: &[&str]) -> String {
    let placeholder = format!("{}[.!]*", words(PLACEHOLDERS));
    let all: Vec<&str> = spellings
        .iter()
        .copied()
        .chain([placeholder.as_str(), NOTHING])
        .collect();
    format!(r"^\s*(?:{})\s*$", all.join("|"))
}

fn denial() -> String {
    format!(r"{}\.*", words(DENIALS))
}

fn words<W: AsRef<str>>(all: &[W]) -> String {
    let spelled: Vec<String> = all.iter().map(|word| spelled(word.as_ref())).collect();
    format!("(?:{})", spelled.join("|"))
}

/// A word as the readers compare it.
fn spelled(word: &str) -> String {
    let mut pattern = String::new();
    for sign in word.trim().chars() {
        match sign {
            '-' | '_' | ' ' => pattern.push_str("[-_ ]"),
            sign => pattern.push_str(&any_capitals(&sign.to_string())),
        }
    }
    pattern
}

fn any_capitals(text: &str) -> String {
    let mut pattern = String::new();
    for sign in text.chars() {
        if sign.is_ascii_alphabetic() {
            for sign in [
                '[',
                sign.to_ascii_uppercase(),
                sign.to_ascii_lowercase(),
                ']',
            ] {
                pattern.push(sign);
            }
        } else {
            // In patterns with Unicode, no other sign may have a backslash.
            if r"^$\.*+?()[]{}|".contains(sign) {
                pattern.push('\\');
            }
            pattern.push(sign);
        }
    }
    pattern
}
