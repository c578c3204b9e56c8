//! Whether an output shows any of the identifiers, or so much of one that it could be put together
//! again.

use std::collections::BTreeSet;

use identifiers::find::Kind;
use regex::{Captures, Regex, RegexBuilder};

use super::made_up::Identifier;

/// What a terminal takes for colour, moves and titles, and what else shows nothing.
const UNSEEN: &str = r"(?x)
    \x1b \[ [0-?]* [\x20-/]* [@-~]
    | \x1b \] [^\x07\x1b]* (?: \x07 | \x1b\\ )?
    | \x1b [@-Z\\^_]?
    | [\p{Cc}--\n]
    | [\u{AD} \u{200B}-\u{200F} \u{202A}-\u{202E} \u{2060}-\u{2069}]";

/// Looks for many identifiers at once. Outputs are megabytes, so what is done to each of their signs
/// is left to libraries, which are built to be fast here as well.
pub(super) struct Search {
    as_written: Regex,
    squeezed: Regex,
    unseen: Regex,
    wide: Regex,
}

impl Search {
    pub(super) fn new(identifiers: &[Identifier]) -> Self {
        let mut as_written = BTreeSet::new();
        let mut squeezed = BTreeSet::new();
        for one in identifiers {
            let value = one.value.to_lowercase();
            let joined: String = value.chars().filter(char::is_ascii_alphanumeric).collect();
            let words = value.split(|sign: char| !sign.is_alphanumeric());
            let telling = words.filter(|word| {
                let made_up = word.ends_with('q');
                made_up || word.len() >= 5 && word.bytes().all(|byte| byte.is_ascii_digit())
            });
            as_written.extend(telling.map(str::to_owned));
            if joined.len() >= 5 {
                let digits: String = joined.chars().filter(char::is_ascii_digit).collect();
                if digits.len() >= 7 && one.kind != Kind::Combination {
                    squeezed.insert(digits);
                }
                squeezed.insert(joined);
            }
            as_written.insert(value);
        }
        Search {
            as_written: any(&as_written),
            squeezed: any(&squeezed),
            unseen: Regex::new(UNSEEN).unwrap(),
            wide: Regex::new(r"[\u{FF01}-\u{FF5E}]+").unwrap(),
        }
    }

    /// What of the identifiers is in these bytes: plainly, in colour, as JSON escapes it, with
    /// separators or line breaks in it, or in other digits.
    pub(super) fn shown(&self, bytes: &[u8]) -> Vec<String> {
        let text = String::from_utf8_lossy(bytes);
        let mut shown = self.read(&text);
        if let Ok(json) = serde_json::from_str::<serde_json::Value>(&text) {
            let mut strings = String::new();
            collect(&json, &mut strings);
            shown.extend(self.read(&strings));
        }
        shown
    }

    fn read(&self, text: &str) -> Vec<String> {
        let reading = self.plain(text);
        let found = self.as_written.find_iter(&reading);
        let mut shown: Vec<String> = found.map(|found| around(&reading, found.range())).collect();
        let mut joined = reading.into_bytes();
        joined.retain(u8::is_ascii_alphanumeric);
        let joined = String::from_utf8(joined).unwrap();
        let found = self.squeezed.find_iter(&joined);
        shown.extend(found.map(|found| around(&joined, found.range())));
        shown
    }

    /// Small letters and plain digits, without colour and without what cannot be seen.
    fn plain(&self, text: &str) -> String {
        let narrow = |wide: &Captures<'_>| -> String {
            let signs = wide[0].chars().map(u32::from);
            signs
                .filter_map(|sign| char::from_u32(sign - 0xFEE0))
                .collect()
        };
        let text = self.unseen.replace_all(text, "");
        let text = self.wide.replace_all(&text, narrow);
        text.to_lowercase().replace('\n', " ")
    }
}

fn any(needles: &BTreeSet<String>) -> Regex {
    let each: Vec<String> = needles.iter().map(|needle| regex::escape(needle)).collect();
    RegexBuilder::new(&each.join("|"))
        .size_limit(1 << 26)
        .build()
        .unwrap()
}

/// The stretch with a little of what stands around it.
fn around(text: &str, range: std::ops::Range<usize>) -> String {
    let from = (0..=range.start.saturating_sub(60))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let to = (range.end + 30..=text.len()).find(|at| text.is_char_boundary(*at));
    format!(
        "{} in: {}",
        &text[range],
        &text[from.unwrap_or(0)..to.unwrap_or(text.len())]
    )
}

fn collect(json: &serde_json::Value, into: &mut String) {
    match json {
        serde_json::Value::String(text) => {
            into.push_str(text);
            into.push('\n');
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, into)),
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                into.push_str(name);
                into.push('\n');
                collect(value, into);
            }
        }
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}

#[test]
fn the_search_sees_through_every_disguise() {
    let one = Identifier {
        kind: Kind::Phone,
        written: String::new(),
        value: "07700 900461".to_owned(),
    };
    let search = Search::new(&[one]);
    for text in [
        "ring 07700 900461",
        "07700900461",
        "\u{1b}[1m07700\u{1b}[0m 900-461",
        "0770\n0 9004 61",
        "\"\\u0030\\u0037\\u0037\\u0030\\u0030 900461\"",
        "\u{FF10}\u{FF17}700",
        "900461",
    ] {
        assert!(!search.shown(text.as_bytes()).is_empty(), "{text}");
    }
    assert!(search.shown(b"0770 at 12:00 and 900 or 461").is_empty());
}
