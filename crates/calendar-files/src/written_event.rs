//! An event as it is written. Who is invited, who invites, and what was written to them never gets
//! this far.

use crate::content_lines::ContentLine;
use crate::limits::{BYTES_OF_TEXT, X_PROPERTIES_OF_EVENT};
use crate::property::{self, Ending, Further, Moment, Property};

/// Names of properties by which programs say that there is a meeting on the screen.
const CONFERENCES: &[&str] = &[
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
];

/// What the names of properties begin with that programs write for themselves.
const PROGRAMS: &[&str] = &[
    "X-MICROSOFT-",
    "X-WR-",
    "X-APPLE-",
    "X-GOOGLE-",
    "X-ALT-",
    "X-MOZ-",
    "X-LIC-",
];

/// A property that iCalendar does not know, and that is not one of a calendar program either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct XProperty {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// Its name, in capitals.
    pub name: String,
    /// What it says, its escapes resolved, on as many lines as it has.
    pub value: String,
}

/// A start or end that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableTime {
    /// The name of the property.
    pub name: &'static str,
    /// What is written there.
    pub text: String,
}

/// An event of a calendar. What is there and cannot be read is `Some(None)`.
#[derive(Debug, Default)]
pub(crate) struct WrittenEvent {
    /// The calendar of the file that it is in.
    pub(crate) calendar: usize,
    /// The line on which it begins.
    pub(crate) line: u32,
    pub(crate) uid: Option<String>,
    pub(crate) summary: Option<Property<String>>,
    pub(crate) start: Option<Property<Option<Moment>>>,
    pub(crate) end: Option<Property<Option<Ending>>>,
    /// The occurrence of a series that this event takes the place of.
    pub(crate) instead_of: Option<Property<Option<Moment>>>,
    /// Where it says that it stands for all later occurrences, too.
    pub(crate) and_later: Option<u32>,
    /// Rules as they are written.
    pub(crate) rules: Vec<Property<String>>,
    /// Rules by which occurrences are left out, as they are written.
    pub(crate) except_rules: Vec<Property<String>>,
    pub(crate) further: Vec<Property<Option<Further>>>,
    pub(crate) except: Vec<Property<Option<Moment>>>,
    pub(crate) sequence: i64,
    pub(crate) stamped: Option<Property<Option<Moment>>>,
    pub(crate) created: Option<Property<Option<Moment>>>,
    pub(crate) modified: Option<Property<Option<Moment>>>,
    /// Whether it is marked as nobody else's business.
    pub(crate) is_private: bool,
    /// Where it says that it is called off.
    pub(crate) cancelled: Option<u32>,
    pub(crate) categories: Vec<Property<String>>,
    pub(crate) location: Option<Property<String>>,
    /// The property that says that there is a meeting on the screen.
    pub(crate) conference: Option<Property<&'static str>>,
    pub(crate) x_properties: Vec<XProperty>,
    /// A start or end that cannot be read, in the order of the file.
    pub(crate) unreadable: Vec<UnreadableTime>,
    /// Lines of which the end was not read.
    pub(crate) too_long: Vec<u32>,
    /// The first line of `X-` properties that were too many to be read.
    pub(crate) too_many: Option<u32>,
    /// How many people are invited.
    pub(crate) attendees: usize,
    /// Whether there is a description or something else that is written for people and not read.
    pub(crate) is_described: bool,
}

impl WrittenEvent {
    /// An event that begins.
    pub(crate) fn new(calendar: usize, line: u32) -> Self {
        WrittenEvent {
            calendar,
            line,
            ..WrittenEvent::default()
        }
    }

    /// Whether it stands for several occurrences.
    pub(crate) fn repeats(&self) -> bool {
        !self.rules.is_empty() || !self.further.is_empty()
    }

    /// Takes a line. Where a property is there twice, the first one counts.
    pub(crate) fn take(&mut self, line: &ContentLine<'_>) {
        let name = line.name().unwrap_or("").to_ascii_uppercase();
        match name.as_str() {
            "ATTENDEE" => self.attendees += 1,
            "DESCRIPTION" | "COMMENT" | "CONTACT" | "X-ALT-DESC" | "RESOURCES" | "ATTACH"
            | "REQUEST-STATUS" | "STYLED-DESCRIPTION" => {
                self.is_described |= !line.rest().trim().is_empty();
            }
            "UID" => first(&mut self.uid, || Some(line.rest().to_owned())),
            "SUMMARY" | "LOCATION" => self.take_text(&name, line),
            "CATEGORIES" => {
                let categories = property::texts(&self.short(line));
                let categories = categories.into_iter().map(|value| on(line, value));
                self.categories.extend(categories);
            }
            "STATUS" if line.rest().eq_ignore_ascii_case("CANCELLED") => {
                first(&mut self.cancelled, || Some(line.number));
            }
            "CLASS" => {
                let class = line.rest();
                self.is_private |= ["PRIVATE", "CONFIDENTIAL"]
                    .iter()
                    .any(|known| class.eq_ignore_ascii_case(known));
            }
            "SEQUENCE" => self.sequence = line.rest().parse().unwrap_or(0),
            _ if name.starts_with("X-") || name == "CONFERENCE" => self.take_other(name, line),
            _ => self.take_time(&name, line),
        }
    }

    fn take_text(&mut self, name: &str, line: &ContentLine<'_>) {
        let Some(text) = property::text(&self.short(line)).filter(|text| !text.is_empty()) else {
            return;
        };
        let into = match name {
            "SUMMARY" => &mut self.summary,
            _ => &mut self.location,
        };
        first(into, || Some(on(line, text)));
    }

    fn take_time(&mut self, name: &str, line: &ContentLine<'_>) {
        let moment = || Some(on(line, property::moment(line)));
        let moments = || {
            let all = property::moments(line).into_iter();
            all.map(|moment| on(line, moment))
        };
        match name {
            "DTSTART" => first(&mut self.start, moment),
            "DTEND" => first(&mut self.end, || {
                Some(on(line, property::moment(line).map(Ending::At)))
            }),
            "DURATION" => first(&mut self.end, || {
                Some(on(line, property::duration(line).map(Ending::After)))
            }),
            "RECURRENCE-ID" => {
                first(&mut self.instead_of, moment);
                let later = line.text.to_ascii_uppercase().contains("THISANDFUTURE");
                if later {
                    self.and_later = Some(line.number);
                }
            }
            "RRULE" => self.rules.push(on(line, line.text.clone().into_owned())),
            "EXRULE" => self
                .except_rules
                .push(on(line, line.text.clone().into_owned())),
            "RDATE" => {
                let all = property::further(line).into_iter();
                self.further.extend(all.map(|one| on(line, one)));
            }
            "EXDATE" => self.except.extend(moments()),
            "DTSTAMP" => first(&mut self.stamped, moment),
            "CREATED" => first(&mut self.created, moment),
            "LAST-MODIFIED" => first(&mut self.modified, moment),
            _ => return,
        }
        let is_unreadable = |number: u32, is_none: bool| number == line.number && is_none;
        let start = self.start.as_ref();
        let end = self.end.as_ref();
        if start.is_some_and(|one| is_unreadable(one.line, one.value.is_none())) {
            self.unreadable.push(UnreadableTime {
                name: "DTSTART",
                text: line.rest().to_owned(),
            });
        } else if end.is_some_and(|one| is_unreadable(one.line, one.value.is_none())) {
            self.unreadable.push(UnreadableTime {
                name: if name == "DTEND" { "DTEND" } else { "DURATION" },
                text: line.rest().to_owned(),
            });
        }
    }

    fn take_other(&mut self, name: String, line: &ContentLine<'_>) {
        if let Some(conference) = CONFERENCES.iter().find(|known| **known == name) {
            if !line.rest().is_empty() {
                first(&mut self.conference, || Some(on(line, *conference)));
            }
            return;
        }
        if PROGRAMS.iter().any(|program| name.starts_with(program)) || !name.starts_with("X-") {
            return;
        }
        let value = property::lines(&self.short(line)).unwrap_or_default();
        if self.x_properties.len() < X_PROPERTIES_OF_EVENT {
            self.x_properties.push(XProperty {
                line: line.number,
                name,
                value,
            });
        } else {
            first(&mut self.too_many, || Some(line.number));
        }
    }

    /// The line, no longer than a text may be.
    fn short<'l>(&mut self, line: &'l ContentLine<'_>) -> ContentLine<'l> {
        let mut end = line.text.len().min(BYTES_OF_TEXT);
        while !line.text.is_char_boundary(end) {
            end -= 1;
        }
        if end < line.text.len() {
            self.too_long.push(line.number);
        }
        ContentLine {
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

fn on<T>(line: &ContentLine<'_>, value: T) -> Property<T> {
    Property {
        line: line.number,
        value,
    }
}
