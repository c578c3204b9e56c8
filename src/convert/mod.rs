//! Records in any format into YAML files in the project's own form, one file a record. What was
//! understood is all there, what was not stands beside it as a remark, and what may identify
//! somebody is left out.

mod yaml;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::charter::Charter;
use crate::diagnostic::Diagnostic;
use crate::identify::{Found, Kind};
use crate::mask::Mask;
use crate::read::{Beside, File, Item, Period, each, stem};
use crate::record::view::{About, Schema};
use crate::record::{Record, Vocabulary};
use crate::source::{Sources, Span};
use crate::tree::{Entry, Node, Value};
use yaml::remark;

/// Names of files are cut to so many characters of the title.
const LONGEST_NAME: usize = 60;

/// What came of a conversion.
#[derive(Debug)]
pub struct Conversion {
    /// The records, in the order of the files that they come from.
    pub records: Vec<Converted>,
    /// Every fault of the files.
    pub faults: Vec<Diagnostic>,
    /// What was left unread on purpose, with how much of it there was.
    pub passed_over: Vec<(String, usize)>,
    /// What was left out because it may identify somebody, by kind.
    pub left_out: BTreeMap<Kind, usize>,
    /// Whether something may have been a record and could not be read.
    pub lost: bool,
}

/// One record as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The name of the file, without folder.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// One record before it has a name of its own.
struct Draft {
    name: String,
    text: String,
    left_out: BTreeMap<Kind, usize>,
}

/// Converts files of records, in the order given.
pub fn convert(
    sources: &mut Sources,
    files: Vec<File>,
    charter: &Charter,
    period: Period,
) -> Conversion {
    let words = charter.vocabulary();
    let mask = &charter.mask;
    let order = Order::new(&words, Span::new(sources.next_id(), 0, 0));
    let read = each(sources, files, &words, period, |job, item, faults| {
        // Whether it is a record at all, and what is wrong with it, is for the record's own reader.
        Record::read(
            item.node,
            stem(job.name),
            item.mark.as_deref(),
            &words,
            faults,
        )?;
        Some(draft(job.name, &item, &order, mask))
    });
    let mut faults = read.faults;
    faults.sort_by(|one, other| one.span().cmp(&other.span()).then(one.code.cmp(other.code)));
    let mut left_out = BTreeMap::new();
    let mut names = BTreeSet::new();
    let mut records = Vec::new();
    for draft in read.made {
        for (kind, count) in draft.left_out {
            *left_out.entry(kind).or_insert(0) += count;
        }
        records.push(Converted {
            name: own_name(&draft.name, &mut names),
            text: draft.text,
        });
    }
    Conversion {
        records,
        faults,
        passed_over: read.passed_over,
        left_out,
        lost: read.lost,
    }
}

/// In which order the project writes fields: that of its own files, whatever the order of columns.
struct Order(BTreeMap<String, usize>);

impl Order {
    fn new(words: &Vocabulary<'_>, place: Span) -> Self {
        let mut order = BTreeMap::new();
        order.insert("record".to_owned(), 0);
        for about in About::ALL {
            for (path, _) in Schema::new(*about, *words, place).leaves() {
                // A group stands where its first field does.
                let ends = path.match_indices('.').map(|(at, _)| at);
                for end in ends.chain([path.len()]) {
                    let next = order.len();
                    let name = path.get(..end).unwrap_or(&path).to_owned();
                    order.entry(name).or_insert(next);
                }
            }
        }
        Order(order)
    }

    /// Fields in that order; those that nobody knows come last, as they stood.
    fn of<'s>(&self, entries: &[Entry<'s>], above: &str) -> Vec<Entry<'s>> {
        let path = |entry: &Entry<'_>| format!("{above}{}", entry.key);
        let mut ordered: Vec<Entry<'s>> = entries
            .iter()
            .map(|entry| {
                let value = match &entry.value.value {
                    Value::Map(inner) => Value::Map(self.of(inner, &format!("{}.", path(entry)))),
                    other @ (Value::Scalar { .. } | Value::List(_) | Value::Broken) => {
                        other.clone()
                    }
                };
                Entry {
                    value: Node {
                        value,
                        ..entry.value.clone()
                    },
                    ..entry.clone()
                }
            })
            .collect();
        ordered.sort_by_key(|entry| self.0.get(&path(entry)).copied().unwrap_or(usize::MAX));
        ordered
    }
}

/// A name that no other record has: the same name again gets a number.
fn own_name(wanted: &str, names: &mut BTreeSet<String>) -> String {
    let mut number = 1;
    let mut name = wanted.to_owned();
    while !names.insert(name.clone()) {
        number += 1;
        name = format!("{wanted}-{number}");
    }
    format!("{name}.yaml")
}

fn draft(file: &str, item: &Item<'_, '_>, order: &Order, mask: &Mask) -> Draft {
    let Value::Map(entries) = &item.node.value else {
        return Draft {
            name: String::new(),
            text: String::new(),
            left_out: BTreeMap::new(),
        };
    };
    let left_out = RefCell::new(BTreeMap::new());
    let safe = |path: &str, text: &str| {
        let (text, found) = without_identifiers(path, text, mask);
        for kind in found {
            *left_out.borrow_mut().entry(kind).or_insert(0) += 1;
        }
        text
    };
    let written = RefCell::new(BTreeSet::new());
    let text_at = |place: Span| {
        let mut beside = item.beside.iter();
        let found = beside.find(|beside| beside.field == Some(place))?;
        written.borrow_mut().insert(place);
        Some(found.text.clone())
    };
    let mut text = format!("# From {}\n", remark(&mask.one_line(file)));
    text.push_str(&yaml::fields(
        &order.of(entries, ""),
        &yaml::Beside {
            text_at: &text_at,
            safe: &safe,
        },
    ));
    // What stands beside no field, or beside one in a group that says nothing.
    let written = written.into_inner();
    let is_left = |beside: &&Beside| beside.field.is_none_or(|place| !written.contains(&place));
    for beside in item.beside.iter().filter(is_left) {
        let line = format!("{}: {}", remark(&beside.heading), remark(&beside.text));
        let _ = writeln!(text, "# {}", remark(&safe("", &line)));
    }
    Draft {
        name: file_name(entries, item.mark.as_deref(), file, mask),
        text,
        left_out: left_out.into_inner(),
    }
}

/// A text with what may identify somebody left out, and the kinds of what it was. A venue may have
/// a postcode, and a contact a mailbox, as in an audit.
fn without_identifiers(path: &str, text: &str, mask: &Mask) -> (String, Vec<Kind>) {
    let (in_venue, in_contact) = (path == "venue.name", matches!(path, "contact" | "mailbox"));
    let is_wanted = |found: &Found| {
        let Found {
            kind, certainty, ..
        } = found;
        kind.may_stand(*certainty, in_venue, in_contact)
    };
    let found = mask.watch().find(text);
    let unwanted: Vec<&Found> = found.iter().filter(|found| !is_wanted(found)).collect();
    if unwanted.is_empty() {
        return (text.to_owned(), Vec::new());
    }
    let mut out = String::new();
    let mut from = 0;
    for found in &unwanted {
        out.push_str(text.get(from..found.range.start).unwrap_or(""));
        let _ = write!(out, "[{} left out]", found.kind.word());
        from = found.range.end;
    }
    out.push_str(text.get(from..).unwrap_or(""));
    (out, unwanted.iter().map(|found| found.kind).collect())
}

/// What to call the file of a record: its day and title, or where it stood.
fn file_name(entries: &[Entry<'_>], place: Option<&str>, from: &str, mask: &Mask) -> String {
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
        if slug.chars().count() >= LONGEST_NAME {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}
