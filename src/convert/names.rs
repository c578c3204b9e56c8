//! What the files of records are called, and that no two have the same name.

use std::collections::{BTreeMap, BTreeSet};

use crate::mask::Mask;
use crate::read::stem;
use crate::tree::{Entry, Node, Value};

/// Names of files are cut to so many characters of the title.
const LONGEST: usize = 60;

/// Names that mean something else: to this program, or to a system that takes them for devices.
const RESERVED: &[&str] = &[
    "aux", "charter", "columns", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "con", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul",
    "prn",
];

/// Names that were given, so that the same name again gets a number.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: BTreeSet<String>,
    /// The last number that a name got.
    numbers: BTreeMap<String, usize>,
}

impl Names {
    /// For files.
    pub(super) fn of_files() -> Self {
        Names {
            given: RESERVED.iter().map(|&name| name.to_owned()).collect(),
            numbers: BTreeMap::new(),
        }
    }

    /// For records.
    pub(super) fn of_records() -> Self {
        Names::default()
    }

    /// A name that no other has.
    pub(super) fn own(&mut self, wanted: &str) -> String {
        if self.given.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let number = self.numbers.entry(wanted.to_owned()).or_insert(1);
        loop {
            *number += 1;
            let name = format!("{wanted}-{number}");
            if self.given.insert(name.clone()) {
                return name;
            }
        }
    }
}

/// What to call the file of a record: its day and title, or where it stood.
pub(super) fn file_name(
    entries: &[Entry<'_>],
    place: Option<&str>,
    from: &str,
    mask: &Mask,
) -> String {
    let text = |name: &str| {
        let entry = entries.iter().find(|entry| entry.key == name)?;
        match &entry.value {
            Node {
                value: Value::Scalar { text, .. },
                ..
            } if !text.is_empty() => Some(mask.masked(text).into_owned()),
            _ => None,
        }
    };
    let day = ["date", "opens", "decided", "made", "from", "reviewed"]
        .into_iter()
        .find_map(text);
    let title = ["title", "document", "post"].into_iter().find_map(text);
    let parts = match (day, title) {
        (None, None) => [
            Some(mask.masked(stem(from)).into_owned()),
            place.map(str::to_owned),
        ],
        named => [named.0, named.1],
    };
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .map(|part| slug(&part))
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        "record".to_owned()
    } else {
        parts.join("-")
    }
}

/// Small letters and digits of any script, parted by single dashes.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for sign in text.chars() {
        if sign.is_alphanumeric() {
            slug.extend(sign.to_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() && !matches!(sign, '\'' | '’') {
            slug.push('-');
        }
        if slug.chars().count() >= LONGEST {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_once() {
        let mut names = Names::of_files();
        let given: Vec<String> = ["a", "a", "a-2", "a", "con", "charter"]
            .map(|name| names.own(name))
            .to_vec();
        assert_eq!(given, ["a", "a-2", "a-2-2", "a-3", "con-2", "charter-2"]);
        assert_eq!(Names::of_records().own("con"), "con");
    }
}
