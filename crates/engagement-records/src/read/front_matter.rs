//! What stands at the top of a Markdown file for other programs: generators of websites and programs
//! for notes have fields of their own there, and people list who was present.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::item::{Aside, Job};
use super::{perhaps, tables};
use crate::record::Holds;
use closed_words::{listed, nearest};
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Entry, Leaf, Node, Value, insert};
use plain_values::{DateOrder, DayReading, PlainValue, TimeReading, read_day};

/// Fields of Jekyll, Hugo, Obsidian and the like, though one of them be like a field of a record.
const FOREIGN: &[&str] = &[
    "layout",
    "categories",
    "category",
    "tags",
    "tag",
    "keywords",
    "permalink",
    "slug",
    "url",
    "draft",
    "published",
    "aliases",
    "alias",
    "cssclass",
    "cssclasses",
    "publish",
    "type",
    "author",
    "authors",
    "description",
    "summary",
    "excerpt",
    "image",
    "images",
    "cover",
    "weight",
    "lastmod",
    "updated",
    "modified",
    "created",
    "menu",
    "nav_order",
    "parent",
    "sidebar",
    "toc",
    "comments",
    "locale",
    "lang",
    "version",
    "uid",
    "creator",
    "subtitle",
    "series",
    "collection",
    "banner",
];

/// Words for people who were there or not, or who did something there.
const PEOPLE: &[&str] = &[
    "attendees",
    "attendee",
    "attended",
    "attending",
    "attendance_list",
    "present",
    "apologies",
    "apology",
    "absent",
    "chair",
    "chaired_by",
    "chairperson",
    "minutes_by",
    "minute_taker",
    "minuted_by",
    "minutes_taken_by",
    "note_taker",
    "notes_by",
    "scribe",
    "secretary",
    "clerk",
    "facilitator",
    "facilitators",
    "participants",
    "invitees",
    "invited",
    "guests",
    "members",
    "speakers",
    "in_attendance",
    "taken_by",
    "recorded_by",
    "people",
    "who",
];

/// Takes what is no record's out of one, and reads a day with its time as other programs write it.
/// `known` are the names of fields that a record may have.
pub(super) fn settle<'s>(
    job: &Job<'_>,
    text: &str,
    roots: &mut [Node<'s>],
    known: &BTreeSet<&str>,
) -> (Vec<Aside>, Vec<Diagnostic>) {
    let [root] = roots else {
        return (Vec::new(), Vec::new());
    };
    let Value::Map(entries) = &mut root.value else {
        return (Vec::new(), Vec::new());
    };
    let (own, others) = std::mem::take(entries)
        .into_iter()
        .partition(|entry| known.contains(entry.key.as_ref()));
    *entries = own;
    let (others, mut faults) = without_headings(job, entries, others);
    let (others, slips) = others
        .into_iter()
        .partition(|entry| is_foreign(&entry.key, known));
    entries.extend::<Vec<Entry<'s>>>(slips);
    leave_open(entries, &others);
    entries.sort_by_key(|entry| entry.key_span.start);
    with_time(entries);
    // A place in what was taken out would show it.
    if let Some(first) = entries.first() {
        root.span = Span {
            start: first.key_span.start,
            ..root.span
        };
    }
    let asides = others.iter().map(|entry| {
        let written = entry.value.written(text, 0);
        Aside::of_none(root.span, &entry.key, written)
    });
    let asides = asides.collect();
    faults.extend(note(job, text, &others));
    (asides, faults)
}

/// Makes no evidence of what something that was not understood perhaps says: the record is not silent
/// about it. The place is the record's first, because people may stand in what was taken out.
fn leave_open<'s>(entries: &mut Vec<Entry<'s>>, others: &[Entry<'s>]) {
    let Some(place) = entries.first().map(|first| first.key_span) else {
        return;
    };
    for entry in others.iter().filter(|entry| !is_of_others(&entry.key)) {
        for path in perhaps::fields(&entry.key) {
            if is_free(entries, path) {
                let leaf = Leaf {
                    path,
                    key_span: place,
                    node: Node::unclear("", place),
                };
                insert(entries, leaf);
            }
        }
    }
}

fn is_foreign(name: &str, known: &BTreeSet<&str>) -> bool {
    !known.contains(name) && (is_of_others(name) || nearest(name, known.iter().copied()).is_none())
}

/// Whether other programs have a field of this name, or people are listed under it.
fn is_of_others(name: &str) -> bool {
    let bare = name.trim().to_lowercase().replace([' ', '-'], "_");
    FOREIGN.contains(&bare.as_str()) || PEOPLE.contains(&bare.as_str())
}

/// Reads as a field what is called like the heading of one, and its value as a cell below that:
/// `Invitation sent` is `notice.sent`, `1pm - 3pm` two times. Gives back what is called otherwise, or has
/// no place beside what is there, and what is to be said of values.
fn without_headings<'s>(
    job: &Job<'_>,
    entries: &mut Vec<Entry<'s>>,
    others: Vec<Entry<'s>>,
) -> (Vec<Entry<'s>>, Vec<Diagnostic>) {
    let is_of_engagement = !entries.iter().any(|entry| entry.key == "record");
    let (mut left, mut faults) = (Vec::new(), Vec::new());
    for entry in others {
        let field = (is_of_engagement && !is_of_others(&entry.key))
            .then(|| {
                let by_heading = tables::field_of_heading(job, &entry.key);
                by_heading.or_else(|| tables::field_in_capitals(&entry.key))
            })
            .flatten()
            .filter(|known| is_free(entries, &known.path));
        match field {
            Some(known) => {
                let key_span = entry.key_span;
                let as_cell = cell_text(&entry.value, known.spec.holds).and_then(|text| {
                    tables::value_of_field(job, &known.path, text, entry.value.span)
                });
                let (node, also) = match as_cell {
                    Some(read) => {
                        faults.extend(read.faults);
                        (read.node, read.also)
                    }
                    None => (entry.value, Vec::new()),
                };
                let own = (known.path.as_str(), node);
                for (path, node) in std::iter::once(own).chain(also) {
                    if is_free(entries, path) {
                        let leaf = Leaf {
                            path,
                            key_span,
                            node,
                        };
                        insert(entries, leaf);
                    }
                }
            }
            None => left.push(entry),
        }
    }
    (left, faults)
}

/// The text of a value that is read as a cell would be. A day that could be another in the order of
/// other countries stays as it is, and whoever wrote it is asked.
fn cell_text<'n>(node: &'n Node<'_>, holds: Option<Holds>) -> Option<&'n str> {
    let Value::Scalar { text, .. } = &node.value else {
        return None;
    };
    let is_doubtful = || {
        holds == Some(Holds::Day)
            && matches!(read_day(text, DateOrder::DayFirst), DayReading::On(..))
            && certain_day(text).is_none()
    };
    (!node.is_empty() && !is_doubtful()).then_some(text)
}

/// Whether nothing says a field yet, and its group is one.
fn is_free(entries: &[Entry<'_>], path: &str) -> bool {
    let (name, rest) = path
        .split_once('.')
        .map_or((path, None), |(name, rest)| (name, Some(rest)));
    let Some(found) = entries.iter().find(|entry| entry.key == name) else {
        return true;
    };
    match (&found.value.value, rest) {
        (Value::Map(inner), Some(rest)) => is_free(inner, rest),
        (Value::Map(_) | Value::List(_) | Value::Scalar { .. } | Value::Broken, _) => false,
    }
}

/// One note for all of them. Its place is the line above the record: people stand in theirs.
fn note(job: &Job<'_>, text: &str, others: &[Entry<'_>]) -> Option<Diagnostic> {
    if others.is_empty() {
        return None;
    }
    let names = others.iter().map(|entry| quoted(&entry.key));
    let at = text.find("---").unwrap_or(0);
    let what = if others.len() == 1 {
        "this field at the top of the file is none of a record and was not read"
    } else {
        "these fields at the top of the file are none of a record and were not read"
    };
    let message = format!("{what}: {}", listed(names, "and"));
    let place = Span::new(job.id, at, (at + 3).min(text.len()));
    // What other programs keep there is nobody's answer; anything else may be one.
    let is_known = others.iter().all(|entry| is_of_others(&entry.key));
    let code = if is_known {
        "foreign-field"
    } else {
        "unread-field"
    };
    Some(Diagnostic::error(code, place, message).note())
}

/// `date: 2026-03-12 10:30:00 +0000` is a day and, where the record has none, a start.
fn with_time(entries: &mut Vec<Entry<'_>>) {
    let has_start = entries.iter().any(|entry| entry.key == "start");
    let Some(entry) = entries.iter_mut().find(|entry| entry.key == "date") else {
        return;
    };
    let Value::Scalar { text, .. } = &entry.value.value else {
        return;
    };
    let Some((day, hours)) = certain_day(text) else {
        return;
    };
    let time = match hours {
        Some(TimeReading::At(time)) => Some(time),
        None => None,
        Some(
            TimeReading::Between(..)
            | TimeReading::EndOfDay
            | TimeReading::Unclear(_)
            | TimeReading::Unreadable(_),
        ) => return,
    };
    let (span, key_span, words) = (entry.value.span, entry.key_span, text.clone());
    entry.value = Node::of(PlainValue::Day(day), words.clone(), span);
    if let (Some(time), false) = (time, has_start) {
        entries.push(Entry {
            key: "start".into(),
            key_span,
            value: Node::of(PlainValue::Time(time), words, span),
        });
    }
}

/// A day in a text that says the same in whichever order days are written: `10 March 2026`.
fn certain_day(text: &str) -> Option<(NaiveDate, Option<TimeReading>)> {
    let DayReading::On(day, hours) = read_day(text, DateOrder::DayFirst) else {
        return None;
    };
    let otherwise = read_day(text, DateOrder::MonthFirst);
    let is_other_day = matches!(otherwise, DayReading::On(other, _) if other != day);
    (!is_other_day).then_some((day, hours))
}
