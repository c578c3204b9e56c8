//! An entry of a calendar as it is written: only the properties that a record is made of. Who is
//! invited, who invites, and what was written to them never gets this far.

use super::lines::Line;
use super::property::{self, Moment, Said};

/// Texts are read up to this many bytes: a title or place that is longer is none.
const LONGEST_TEXT: usize = 4_000;

/// So many `X-` properties of one entry are read; there are not so many fields.
pub(super) const MOST_EVIDENCE: usize = 300;

/// Names of properties by which programs say that there is a meeting on the screen.
const CONFERENCES: &[&str] = &[
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
];

/// A property by which people say what a record says.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    pub(super) line: u32,
    /// The name of the property, in capitals.
    pub(super) name: String,
    pub(super) value: String,
}

/// How long an entry lasts.
#[derive(Debug, Clone)]
pub(super) enum Lasts {
    /// Until a day or moment.
    Until(Moment),
    /// For a time.
    For(chrono::TimeDelta),
}

/// An entry of a calendar. What is there and cannot be read is `Some(None)`.
#[derive(Debug, Default)]
pub(super) struct Event {
    /// The calendar of the file that it is in.
    pub(super) calendar: usize,
    /// The line on which it begins.
    pub(super) line: u32,
    pub(super) uid: Option<String>,
    pub(super) title: Option<Said<String>>,
    pub(super) start: Option<Said<Option<Moment>>>,
    pub(super) end: Option<Said<Option<Lasts>>>,
    /// The occurrence of a series that this entry takes the place of.
    pub(super) instead_of: Option<Said<Option<Moment>>>,
    /// Where it says that it stands for all later occurrences, too.
    pub(super) and_later: Option<u32>,
    /// Rules as they are written.
    pub(super) rules: Vec<Said<String>>,
    pub(super) further: Vec<Said<Option<Moment>>>,
    pub(super) except: Vec<Said<Option<Moment>>>,
    pub(super) sequence: i64,
    pub(super) stamped: Option<Said<Option<Moment>>>,
    pub(super) created: Option<Said<Option<Moment>>>,
    pub(super) modified: Option<Said<Option<Moment>>>,
    /// Where it says that it is called off.
    pub(super) cancelled: Option<u32>,
    pub(super) categories: Vec<Said<String>>,
    pub(super) place: Option<Said<String>>,
    /// The property that says that there is a meeting on the screen.
    pub(super) conference: Option<Said<&'static str>>,
    pub(super) evidence: Vec<Evidence>,
    /// Times that cannot be read: the names of their properties, and what is written there.
    pub(super) unread: Vec<(&'static str, String)>,
    /// Lines of which the end was not read.
    pub(super) too_long: Vec<u32>,
    /// The first line of `X-` properties that were too many to be read.
    pub(super) too_many: Option<u32>,
    /// How many people are invited.
    pub(super) invited: usize,
    /// Whether there is a description, which is not read.
    pub(super) is_described: bool,
}

impl Event {
    /// An entry that begins.
    pub(super) fn new(calendar: usize, line: u32) -> Self {
        Event {
            calendar,
            line,
            ..Event::default()
        }
    }

    /// Whether it stands for several occurrences.
    pub(super) fn repeats(&self) -> bool {
        !self.rules.is_empty() || !self.further.is_empty()
    }

    /// Takes a line. Where a property is there twice, the first one counts.
    pub(super) fn take(&mut self, line: &Line<'_>) {
        let name = line.name().unwrap_or("").to_ascii_uppercase();
        match name.as_str() {
            "ATTENDEE" => self.invited += 1,
            "DESCRIPTION" | "COMMENT" => self.is_described |= !line.rest().trim().is_empty(),
            "UID" => first(&mut self.uid, || Some(line.rest().to_owned())),
            "SUMMARY" | "LOCATION" => self.take_text(&name, line),
            "CATEGORIES" => {
                let categories = property::texts(&self.short(line));
                let categories = categories.into_iter().map(|value| said(line, value));
                self.categories.extend(categories);
            }
            "STATUS" if line.rest().eq_ignore_ascii_case("CANCELLED") => {
                first(&mut self.cancelled, || Some(line.number));
            }
            "SEQUENCE" => self.sequence = line.rest().parse().unwrap_or(0),
            _ if name.starts_with("X-") || name == "CONFERENCE" => self.take_other(name, line),
            _ => self.take_time(&name, line),
        }
    }

    fn take_text(&mut self, name: &str, line: &Line<'_>) {
        let Some(text) = property::text(&self.short(line)).filter(|text| !text.is_empty()) else {
            return;
        };
        let into = match name {
            "SUMMARY" => &mut self.title,
            _ => &mut self.place,
        };
        first(into, || Some(said(line, text)));
    }

    fn take_time(&mut self, name: &str, line: &Line<'_>) {
        let moment = || Some(said(line, property::moment(line)));
        let moments = || {
            let all = property::moments(line).into_iter();
            all.map(|moment| said(line, moment))
        };
        match name {
            "DTSTART" => first(&mut self.start, moment),
            "DTEND" => first(&mut self.end, || {
                Some(said(line, property::moment(line).map(Lasts::Until)))
            }),
            "DURATION" => first(&mut self.end, || {
                Some(said(line, property::duration(line).map(Lasts::For)))
            }),
            "RECURRENCE-ID" => {
                first(&mut self.instead_of, moment);
                let later = line.text.to_ascii_uppercase().contains("THISANDFUTURE");
                if later {
                    self.and_later = Some(line.number);
                }
            }
            "RRULE" => self.rules.push(said(line, line.text.clone().into_owned())),
            "RDATE" => self.further.extend(moments()),
            "EXDATE" => self.except.extend(moments()),
            "DTSTAMP" => first(&mut self.stamped, moment),
            "CREATED" => first(&mut self.created, moment),
            "LAST-MODIFIED" => first(&mut self.modified, moment),
            _ => return,
        }
        let is_unread = |number: u32, is_none: bool| number == line.number && is_none;
        let start = self.start.as_ref();
        let end = self.end.as_ref();
        if start.is_some_and(|said| is_unread(said.line, said.value.is_none())) {
            self.unread.push(("DTSTART", line.rest().to_owned()));
        } else if end.is_some_and(|said| is_unread(said.line, said.value.is_none())) {
            let name = if name == "DTEND" { "DTEND" } else { "DURATION" };
            self.unread.push((name, line.rest().to_owned()));
        }
    }

    fn take_other(&mut self, name: String, line: &Line<'_>) {
        if let Some(conference) = CONFERENCES.iter().find(|known| **known == name) {
            if !line.rest().is_empty() {
                first(&mut self.conference, || Some(said(line, *conference)));
            }
            return;
        }
        if !super::evidence::may_be_one(&name) {
            return;
        }
        let value = property::lines(&self.short(line)).unwrap_or_default();
        if self.evidence.len() < MOST_EVIDENCE {
            self.evidence.push(Evidence {
                line: line.number,
                name,
                value,
            });
        } else {
            first(&mut self.too_many, || Some(line.number));
        }
    }

    /// The line, no longer than a text may be.
    fn short<'l>(&mut self, line: &'l Line<'_>) -> Line<'l> {
        let mut end = line.text.len().min(LONGEST_TEXT);
        while !line.text.is_char_boundary(end) {
            end -= 1;
        }
        if end < line.text.len() {
            self.too_long.push(line.number);
        }
        Line {
            number: line.number,
            text: line.text.get(..end).unwrap_or("").into(),
        }
    }
}

fn first<T>(into: &mut Option<T>, value: impl FnOnce() -> Option<T>) {
    if into.is_none() {
        *into = value();
    }
}

fn said<T>(line: &Line<'_>, value: T) -> Said<T> {
    Said {
        line: line.number,
        value,
    }
}
