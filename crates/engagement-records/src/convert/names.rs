//! What the files of records are called, and that no two have the same name.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::stem;
use identifiers::redact::Redactor;
use located::tree::Entry;

/// Names of files are cut to so many characters of the title.
const LONGEST: usize = 60;

/// Names that mean something else: to this program, or to a system that takes them for devices.
const RESERVED: &[&str] = &[
    "aux", "charter", "columns", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "con", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul",
    "prn", UNREAD,
];

/// What the file is called that names what could not be read.
pub(super) const UNREAD: &str = "unread";

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
    /// Those that one record or more has, and those that were asked for.
    taken: BTreeSet<String>,
    /// Those that several records have, with the last number that was put to them.
    several: BTreeMap<String, usize>,
}

impl Ids {
    /// All of them, as they will be written, with whether the program made them up.
    pub(super) fn new(ids: &[(&str, bool)]) -> Self {
        let mut counts: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
        for &(id, is_made_up) in ids {
            let (count, any_is_made_up) = counts.entry(bare(id)).or_default();
            *count += 1;
            *any_is_made_up |= is_made_up;
        }
        let several = counts
            .iter()
            .filter(|(_, (count, made_up))| *count > 1 && *made_up);
        Ids {
            several: several.map(|(id, _)| ((*id).to_owned(), 0)).collect(),
            taken: counts.keys().map(|id| (*id).to_owned()).collect(),
        }
    }

    /// One that was made up as one that no other record has. Where several have it, each gets a
    /// number: nobody could mean one of them by it before, and nobody must afterwards.
    pub(super) fn own(&mut self, written: String) -> String {
        let id = bare(&written);
        let Some(number) = self.several.get_mut(id) else {
            return written;
        };
        loop {
            *number += 1;
            let own = format!("{id}-{number}");
            if self.taken.insert(own.clone()) {
                return format!("\"{own}\"");
            }
        }
    }
}

/// An id without its quotes.
fn bare(written: &str) -> &str {
    let inner = written.strip_prefix('"');
    let inner = inner.and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(written)
}

/// What to call the file of a record: its day and title, or where it stood.
pub(super) fn file_name(
    entries: &[Entry<'_>],
    place: Option<&str>,
    from: &str,
    redactor: &Redactor,
) -> String {
    let text = |name: &str| {
        let entry = entries.iter().find(|entry| entry.key == name)?;
        let spelling = entry.value.spelling()?;
        (!spelling.is_empty()).then(|| redactor.redact_lines(&spelling).to_string())
    };
    let day = ["date", "opens", "decided", "made", "from", "reviewed"]
        .into_iter()
        .find_map(text);
    let title = ["title", "document", "post"].into_iter().find_map(text);
    let parts = match (day, title) {
        (None, None) => [
            Some(redactor.redact_lines(stem(from)).to_string()),
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
        let made_up = ["a", "\"m#2\"", "\"m#2\"", "b", "b", "given"];
        let given = ["b-1", "\"given\""];
        let all = [
            made_up.map(|id| (id, true)).to_vec(),
            given.map(|id| (id, false)).to_vec(),
        ];
        let mut ids = Ids::new(&all.concat());
        let own = made_up.map(|id| ids.own(id.to_owned()));
        let expected = [
            "a",
            "\"m#2-1\"",
            "\"m#2-2\"",
            "\"b-2\"",
            "\"b-3\"",
            "\"given-1\"",
        ];
        assert_eq!(own, expected);
    }
}
