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

/// Names of files that were given, so that the same name again gets a number.
#[derive(Debug)]
pub(super) struct Names {
    given: BTreeSet<String>,
    /// The last number that a name got.
    numbers: BTreeMap<String, usize>,
}

impl Default for Names {
    fn default() -> Self {
        Names {
            given: RESERVED.iter().map(|&name| name.to_owned()).collect(),
            numbers: BTreeMap::new(),
        }
    }
}

impl Names {
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

/// The ids of records that have none of their own. They are written down, because in a folder of
/// files that are called something else a record must still be found by the same id.
#[derive(Debug)]
pub(super) struct Ids {
    /// Those that several records have, with how many of them were asked for.
    several: BTreeMap<String, usize>,
}

impl Ids {
    /// All of them, as they will be written.
    pub(super) fn new(ids: &[&str]) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for &id in ids.iter().filter(|id| !id.is_empty()) {
            *counts.entry(id).or_insert(0) += 1;
        }
        let several = counts.into_iter().filter(|(_, count)| *count > 1);
        Ids {
            several: several.map(|(id, _)| (id.to_owned(), 0)).collect(),
        }
    }

    /// The id as one that no other record has. Where several have it, each gets a number: nobody
    /// could mean one of them by it before, and nobody must afterwards.
    pub(super) fn own(&mut self, written: String) -> String {
        let Some(number) = self.several.get_mut(&written) else {
            return written;
        };
        *number += 1;
        let inner = written.strip_prefix('"');
        let inner = inner.and_then(|rest| rest.strip_suffix('"'));
        format!("\"{}-{number}\"", inner.unwrap_or(&written))
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
        let mut names = Names::default();
        let given: Vec<String> = ["a", "a", "a-2", "a", "con", "charter"]
            .map(|name| names.own(name))
            .to_vec();
        assert_eq!(given, ["a", "a-2", "a-2-2", "a-3", "con-2", "charter-2"]);
    }

    #[test]
    fn an_id_that_several_have_is_none_of_theirs() {
        let all = ["a", "\"m#2\"", "", "\"m#2\"", "", "b", "b"];
        let mut ids = Ids::new(&all);
        let own = all.map(|id| ids.own(id.to_owned()));
        let expected = ["a", "\"m#2-1\"", "", "\"m#2-2\"", "", "\"b-1\"", "\"b-2\""];
        assert_eq!(own, expected);
    }
}
