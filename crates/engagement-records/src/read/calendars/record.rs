//! Makes a record of an occurrence of an event.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::field_names::{FieldNames, PropertyMeaning};
use super::messages;
use super::page::{CalendarPage, WrittenLine, record};
use crate::read::Beside;
use crate::read::venue;
use crate::record::NoticeFrom;
use crate::record::{Kind, Status};
use calendar_files::{Ending, Ends, Event, Occurrence, Property, When};
use closed_words::Word as _;
use identifiers::redact::{Redactor, shortened};
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Leaf, Node, ScalarKind};
use plain_values::PlainValue;

/// So much of a title tells people which entry it is.
const LONGEST_TITLE: usize = 40;

/// What people call an entry: its title and day.
pub(super) fn about(title: Option<&Property<String>>, day: Option<NaiveDate>) -> String {
    let title = title.map_or_else(
        || "an entry without a title".to_owned(),
        |title| shortened(&Redactor::default().hide(&title.value), LONGEST_TITLE),
    );
    match day {
        Some(day) => format!("{title}, {}", day.format("%-d %B")),
        None => title,
    }
}

/// One record in the making.
pub(super) struct RecordMaker<'p, 'e> {
    pub(super) page: &'p mut CalendarPage,
    pub(super) names: &'e FieldNames,
    pub(super) event: &'e Event,
    /// The line that gives the occurrence an end of its own.
    own_end: Option<u32>,
    pub(super) leaves: Vec<Leaf<'e>>,
    /// What `X-` properties say, which goes before what the calendar says itself.
    given: BTreeSet<&'e str>,
    kind: Option<Kind>,
    /// What was not understood.
    pub(super) beside: Vec<Beside>,
    pub(super) faults: Vec<Diagnostic>,
}

impl<'p, 'e> RecordMaker<'p, 'e> {
    pub(super) fn new(page: &'p mut CalendarPage, names: &'e FieldNames, event: &'e Event) -> Self {
        let mut given = BTreeSet::new();
        let mut kind = None;
        for one in &event.x_properties {
            if let PropertyMeaning::Field(known) = names.find(&one.name) {
                given.insert(known.path.as_str());
                if known.path == "kind" {
                    kind = Kind::from_word(&one.value);
                }
            }
        }
        let category = event.categories.iter().find_map(|one| kind_of(&one.value));
        RecordMaker {
            page,
            names,
            event,
            own_end: None,
            leaves: Vec::new(),
            kind: kind.or(category),
            given,
            beside: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// The record of an occurrence, what stands beside it, and what is wrong with it. What is not known is said at the
    /// first occurrence of an entry alone.
    pub(super) fn make(
        mut self,
        occurrence: &Occurrence,
        notice_from: Option<NoticeFrom>,
        is_first: bool,
    ) -> (Node<'e>, Vec<Beside>, Vec<Diagnostic>) {
        let day = occurrence.when.map(|when| when.day);
        self.own_end = occurrence.own_end;
        self.page.begin(about(self.event.summary.as_ref(), day));
        self.title();
        self.category();
        self.status();
        match occurrence.when {
            Some(when) => self.time(when),
            None => self.no_day(),
        }
        if let (Some(day), Some(said)) = (occurrence.moved_from, &self.event.recurrence_id) {
            self.day("moved_from.date", said.line, "RECURRENCE-ID", day);
        }
        self.venue();
        self.notice(notice_from);
        self.x_properties(is_first);
        let unreadable = self.event.unreadable.iter();
        self.beside.extend(unreadable.map(|time| Beside {
            field: None,
            heading: time.name.to_owned(),
            text: time.text.clone(),
        }));
        let node = record(self.leaves, self.page.whole());
        (node, self.beside, self.faults)
    }

    pub(super) fn leaf(&mut self, path: &'e str, key_span: Span, node: Node<'e>) {
        if !self.given.contains(path) {
            self.leaves.push(Leaf {
                path,
                key_span,
                node,
            });
        }
    }

    /// A day on a line of its own.
    fn day(&mut self, path: &'e str, line: u32, heading: &str, day: NaiveDate) {
        let written = self.page.line(line, heading, &iso(day));
        self.leaf(path, written.heading, day_node(day, written.value));
    }

    fn status(&mut self) {
        if let Some(line) = self.event.cancelled {
            let cancelled = Status::Cancelled.word();
            let written = self.page.line(line, "STATUS", cancelled);
            self.leaf("status", written.heading, word(cancelled, written.value));
        }
    }

    fn is_open_period(&self) -> bool {
        self.kind.is_some_and(Kind::is_open_period)
    }

    fn no_day(&mut self) {
        let line = self.event.start.as_ref().map(|said| said.line);
        let at = line.unwrap_or(self.event.line);
        let written = self.page.line(at, "DTSTART", "");
        let fault = messages::without_day(written.heading, line.is_some());
        self.faults.push(fault);
        let path = if self.is_open_period() {
            "opens"
        } else {
            "date"
        };
        self.leaf(path, written.heading, Node::broken(written.heading));
    }

    fn time(&mut self, when: When) {
        let line = self
            .event
            .start
            .as_ref()
            .map_or(self.event.line, |said| said.line);
        let day = PlainValue::Day(when.day);
        let value = match when.start {
            None => day.to_string(),
            Some(time) => format!("{day} {}", PlainValue::Time(time)),
        };
        let start = self.page.line(line, "DTSTART", &value);
        let path = if self.is_open_period() {
            "opens"
        } else {
            "date"
        };
        self.leaf(path, start.heading, day_node(when.day, start.part(0..10)));
        if self.is_open_period() {
            self.closes(when, start);
            return;
        }
        if let Some(zone) = self
            .event
            .unknown_zone
            .as_ref()
            .filter(|_| when.start.is_some())
        {
            self.faults.push(messages::unknown_zone(start.value, zone));
            self.leaf("start", start.heading, Node::broken(start.part(11..16)));
            self.end_in_unknown_zone();
            return;
        }
        if let Some(time) = when.start {
            let place = start.part(11..16);
            let node = match when.ends {
                Ends::Backwards => Node::broken(place),
                Ends::Open | Ends::At(_) | Ends::Later(_) => time_node(time, place),
            };
            self.leaf("start", start.heading, node);
        }
        self.end(when, start);
    }

    /// The line on which the end stands, and whether it can be read.
    fn end_line(&self) -> Option<(u32, bool)> {
        let own = self.own_end.map(|line| (line, true));
        let end = self.event.end.as_ref();
        own.or_else(|| end.map(|end| (end.line, end.value.is_some())))
    }

    /// The end as it is written, which nobody can tell by the clock here.
    fn end_in_unknown_zone(&mut self) {
        let Some((line, _)) = self.end_line() else {
            return;
        };
        let end = self.event.end.as_ref().and_then(|end| end.value.as_ref());
        let shown = match end {
            Some(Ending::At(at)) if self.own_end.is_none() => at.time.map_or_else(
                || iso(at.day),
                |time| format!("{} {}", iso(at.day), PlainValue::Time(time)),
            ),
            Some(Ending::At(_) | Ending::After(_)) | None => String::new(),
        };
        let written = self.page.line(line, "DTEND", &shown);
        self.leaf("end", written.heading, Node::broken(written.value));
    }

    fn end(&mut self, when: When, start: WrittenLine) {
        let (line, is_readable) = self.end_line().unwrap_or((0, true));
        if !is_readable {
            self.unreadable_end(line, "end");
            return;
        }
        match when.ends {
            Ends::Open => {}
            Ends::At(time) => {
                let clock = PlainValue::Time(time).to_string();
                let written = self.page.line(line, "DTEND", &clock);
                self.leaf("end", written.heading, time_node(time, written.value));
            }
            Ends::Later(last) => {
                let written = self.page.line(line, "DTEND", &iso(last));
                self.faults.push(match when.start {
                    None => messages::several_days(start.value, last),
                    Some(_) => messages::past_midnight(written.value, last),
                });
                if when.start.is_none() {
                    self.leaf("last_day", written.heading, day_node(last, written.value));
                }
            }
            Ends::Backwards => {
                let written = self.page.line(line, "DTEND", "");
                self.faults.push(messages::backwards(written.heading));
                if when.start.is_some() {
                    self.leaf("end", written.heading, Node::broken(written.heading));
                }
            }
        }
    }

    fn unreadable_end(&mut self, line: u32, path: &'e str) {
        let written = self.page.line(line, "DTEND", "");
        self.faults.push(messages::unreadable_end(written.heading));
        self.leaf(path, written.heading, Node::broken(written.heading));
    }

    /// The last day of a survey or consultation.
    fn closes(&mut self, when: When, start: WrittenLine) {
        let Some((line, is_readable)) = self.end_line() else {
            // A whole day without an end is that day; a time without an end says nothing of one.
            if when.start.is_none() {
                let node = day_node(when.day, start.part(0..10));
                self.leaf("closes", start.heading, node);
            }
            return;
        };
        if !is_readable {
            self.unreadable_end(line, "closes");
            return;
        }
        match when.ends {
            Ends::Backwards => {
                let written = self.page.line(line, "DTEND", "");
                self.faults.push(messages::backwards(written.heading));
                self.leaf("closes", written.heading, Node::broken(written.heading));
            }
            Ends::Open | Ends::At(_) | Ends::Later(_) => {
                let last = match when.ends {
                    Ends::Later(last) => last,
                    Ends::Open | Ends::At(_) | Ends::Backwards => when.day,
                };
                self.day("closes", line, "DTEND", last);
            }
        }
    }

    fn venue(&mut self) {
        let conference = self.event.conference.as_ref();
        let Some(said) = &self.event.location else {
            if let Some(conference) = conference {
                let place = venue::read("", true);
                self.mode(&place, conference.line, conference.value);
            }
            return;
        };
        let place = venue::read(&said.value, conference.is_some());
        if place.name.is_empty() {
            self.mode(&place, said.line, "LOCATION");
            return;
        }
        let written = self.page.line(said.line, "LOCATION", &place.name);
        if let Some(mode) = place.mode {
            let node = word(mode.word(), written.value);
            self.leaf("venue.mode", written.heading, node);
        }
        let node = Node::scalar(place.name, ScalarKind::Quoted, written.value);
        self.leaf("venue.name", written.heading, node);
    }

    /// How people take part, where nothing else of the place may be told.
    fn mode(&mut self, place: &venue::VenueReading, line: u32, heading: &str) {
        if let Some(mode) = place.mode {
            let written = self.page.line(line, heading, mode.word());
            let node = word(mode.word(), written.value);
            self.leaf("venue.mode", written.heading, node);
        }
    }

    fn notice(&mut self, from: Option<NoticeFrom>) {
        let (heading, said) = match from {
            None => return,
            Some(NoticeFrom::Created) => ("CREATED", &self.event.created),
            Some(NoticeFrom::Dtstamp) => ("DTSTAMP", &self.event.stamped),
        };
        let Some(Property { line, value }) = said else {
            return;
        };
        self.day("notice.sent", *line, heading, *value);
    }
}

/// The kind that a category says, also where it speaks of several: `Forum meetings`.
pub(super) fn kind_of(category: &str) -> Option<Kind> {
    Kind::from_word(category).or_else(|| {
        let one = category.strip_suffix(['s', 'S'])?;
        Kind::from_word(one)
    })
}

fn iso(day: NaiveDate) -> String {
    PlainValue::Day(day).to_string()
}

/// A word of a closed list.
pub(super) fn word(word: &'static str, span: Span) -> Node<'static> {
    Node::scalar(word, ScalarKind::Plain, span)
}

fn day_node(day: NaiveDate, span: Span) -> Node<'static> {
    Node::of(PlainValue::Day(day), iso(day), span)
}

fn time_node(time: NaiveTime, span: Span) -> Node<'static> {
    let time = PlainValue::Time(time);
    Node::of(time, time.to_string(), span)
}
