//! What stands at the top of a Markdown file for other programs: generators of websites and programs
//! for notes have fields of their own there, and people list who was present.

use std::collections::BTreeSet;

use chrono::Datelike as _;

use super::item::{Aside, Job};
use closed_words::{listed, nearest};
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Entry, Node, Value};
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
) -> (Vec<Aside>, Option<Diagnostic>) {
    let [root] = roots else {
        return (Vec::new(), None);
    };
    let Value::Map(entries) = &mut root.value else {
        return (Vec::new(), None);
    };
    let (kept, others): (Vec<Entry<'s>>, Vec<Entry<'s>>) = std::mem::take(entries)
        .into_iter()
        .partition(|entry| !is_foreign(&entry.key, known));
    *entries = kept;
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
    (asides, note(job, text, &others))
}

fn is_foreign(name: &str, known: &BTreeSet<&str>) -> bool {
    if known.contains(name) {
        return false;
    }
    let bare = name.trim().to_lowercase().replace([' ', '-'], "_");
    FOREIGN.contains(&bare.as_str())
        || PEOPLE.contains(&bare.as_str())
        || nearest(name, known.iter().copied()).is_none()
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
    Some(Diagnostic::error("foreign-field", place, message).note())
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
    let DayReading::On(day, hours) = read_day(text, DateOrder::DayFirst) else {
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
    if !text.starts_with(&day.year().to_string()) {
        return;
    }
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
