//! A cell into what a field of a record can hold, in the project's own spelling.

use std::borrow::Cow;
use std::ops::Range;

use chrono::NaiveTime;

use super::known::{Holds, Known};
use crate::fields::read_yes_no;
use crate::read::item::Job;
use crate::read::venue;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Entry, Node, Value};
use plain_values::{
    AnswerReading, CrossMeaning, DateOrder, DayReading, ListOf, TimeReading, day_of_moment,
    day_of_serial, is_denial, is_placeholder, moment_of_serial, read_answer, read_count, read_day,
    read_time, split_list, time_on_clock,
};
use sheets::{Cell, UnreadableCell};

mod words;

/// What a cell says.
#[derive(Debug)]
pub(super) struct Reading<'c> {
    pub(super) said: Said<'c>,
    /// What it says about other fields by the way, each in the project's spelling.
    pub(super) also: Vec<(&'static str, String)>,
}

/// What a cell says about its own field.
#[derive(Debug)]
pub(super) enum Said<'c> {
    /// Nothing; and why, where something is written there.
    Blank(Option<String>),
    /// One value. `plain` where it may be an answer rather than a text.
    Text { text: Cow<'c, str>, plain: bool },
    /// Several.
    List(Vec<Part<'c>>),
    /// Parties with roles.
    Groups(Vec<[(&'static str, String); 2]>),
    /// Something that cannot be read; what was expected.
    Wrong(String),
    /// Something that cannot be read, of which somebody else speaks.
    Broken,
}

/// One value of several, and where it stands in the text of the cell.
#[derive(Debug)]
pub(super) struct Part<'c> {
    pub(super) text: Cow<'c, str>,
    pub(super) range: Range<usize>,
}

impl<'c> Reading<'c> {
    /// A cell with nothing in it.
    pub(super) fn blank() -> Self {
        Reading::of(Said::Blank(None))
    }

    pub(super) fn of(said: Said<'c>) -> Self {
        Reading {
            said,
            also: Vec::new(),
        }
    }

    /// A word, a day, a time or a number in the project's spelling.
    fn spelled(text: impl Into<Cow<'c, str>>) -> Self {
        Reading::of(Said::Text {
            text: text.into(),
            plain: true,
        })
    }

    fn and(mut self, path: &'static str, text: impl Into<String>) -> Self {
        self.also.push((path, text.into()));
        self
    }

    /// The same; what is wrong with it is not said again where another fault speaks of it.
    pub(super) fn said_already(mut self, elsewhere: bool) -> Self {
        if elsewhere && matches!(self.said, Said::Wrong(_)) {
            self.said = Said::Broken;
        }
        self
    }

    /// Whether something is written there that its field does not hold.
    pub(super) fn is_lost(&self) -> bool {
        matches!(self.said, Said::Blank(_) | Said::Wrong(_) | Said::Broken)
    }

    /// Whether a cell says more than its field holds: `Yes (ramp at the back)`, `Cancelled - snow`.
    pub(super) fn says_less(&self, known: &Known, cell: &Cell) -> bool {
        let holds_a_word = match known.holds {
            Holds::Answer | Holds::Word | Holds::Count | Holds::Children | Holds::Number => true,
            Holds::Text
            | Holds::Texts
            | Holds::Words
            | Holds::Day
            | Holds::Time
            | Holds::Agreed => false,
        };
        let words = |text: &str| {
            let words = text.split(|sign: char| !sign.is_alphanumeric());
            words.filter(|word| !word.is_empty()).count()
        };
        if let Said::Text { text, .. } = &self.said {
            return holds_a_word && words(&shown(cell)) > words(text).max(1);
        }
        false
    }

    /// What is to say of the cell.
    pub(super) fn fault(
        &self,
        known: &Known,
        span: Span,
        cell: Option<&Cell>,
    ) -> Option<Diagnostic> {
        let text = shown(cell?);
        match &self.said {
            Said::Wrong(expected) => {
                let message = format!("{} cannot be read as `{}`", quoted(&text), known.path);
                Some(Diagnostic::error("wrong-value", span, message).help(expected.clone()))
            }
            Said::Blank(Some(why)) => {
                let message = format!(
                    "{} {why}, so it is no evidence for `{}`",
                    quoted(&text),
                    known.path
                );
                Some(Diagnostic::error("not-said", span, message).warning())
            }
            Said::Blank(None)
            | Said::Text { .. }
            | Said::List(_)
            | Said::Groups(_)
            | Said::Broken => None,
        }
    }
}

/// A cell as text: days and times in the project's spelling, everything else as it stands there.
pub(super) fn shown(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) | Cell::Error(text) => Cow::Borrowed(text),
        Cell::Unreadable(UnreadableCell::NoResult) => Cow::Borrowed("formula without a result"),
        Cell::Unreadable(UnreadableCell::Damaged) => Cow::Borrowed("cell that cannot be read"),
        Cell::Number(number) => Cow::Owned(number_text(*number)),
        Cell::Moment(moment) if moment.time() == NaiveTime::MIN => {
            Cow::Owned(moment.date().to_string())
        }
        Cell::Moment(moment) => Cow::Owned(moment.format("%Y-%m-%d %H:%M").to_string()),
        Cell::Clock(time) => Cow::Owned(clock(*time)),
        Cell::Truth(true) => Cow::Borrowed("yes"),
        Cell::Truth(false) => Cow::Borrowed("no"),
    }
}

/// A number without the dot that programs add, and never with an exponent.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// What the rest of its column and its file say about a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// In which order dates are written.
    pub(super) order: DateOrder,
    /// Whether plain numbers count days from 1904 on.
    pub(super) from_1904: bool,
    /// What a cross means.
    pub(super) cross: CrossMeaning,
}

/// Reads a cell that holds something.
pub(super) fn read<'c>(cell: &'c Cell, known: &Known, job: &Job<'_>, cx: Around) -> Reading<'c> {
    // The sheet says once how many of these it has.
    if let Cell::Unreadable(_) = cell {
        return Reading::of(Said::Broken);
    }
    if let Cell::Error(_) = cell {
        return Reading::of(Said::Wrong(
            "this formula came to an error; correct it, or write the value itself".to_owned(),
        ));
    }
    let text = shown(cell);
    if is_placeholder(&text) {
        return Reading::blank();
    }
    match known.holds {
        Holds::Text if known.path == "venue.name" => venue(text),
        Holds::Text => as_text(text),
        Holds::Texts => several(&text, split_list(&text, ListOf::Texts), |part| {
            Ok(part.to_owned())
        }),
        Holds::Day if known.path == "until" && is_still(&text) => Reading::blank(),
        Holds::Day if is_denial(&text) => Reading::spelled("none"),
        Holds::Day => day(cell, &text, cx),
        Holds::Time => hours(cell, &text, known),
        Holds::Answer => answered(&text, cx.cross),
        Holds::Count | Holds::Children => match read_count(text.trim()) {
            Ok(count) => Reading::spelled(count.to_string()),
            Err(expected) => match read_count(without_remark(&text)) {
                Ok(count) => Reading::spelled(count.to_string()),
                Err(_) => Reading::of(Said::Wrong(expected)),
            },
        },
        Holds::Number => Reading::spelled(text.trim().to_owned()),
        Holds::Word => words::one(&text, &known.path, job),
        Holds::Words => words::several_words(&text, &known.path, job),
        Holds::Agreed => agreed(&text),
    }
}

/// Whether a cell names one day, or one word of the list of its field. A number in a column of days
/// may count them.
pub(super) fn names_one(cell: &Cell, known: &Known, job: &Job<'_>) -> bool {
    let around = Around {
        order: DateOrder::DayFirst,
        from_1904: false,
        cross: CrossMeaning::Unclear,
    };
    let is_number = matches!(cell, Cell::Number(_));
    let said = read(cell, known, job, around).said;
    !is_number && matches!(said, Said::Text { text, .. } if !is_denial(&text))
}

/// Whether a last day says that there is none yet.
fn is_still(text: &str) -> bool {
    let still = [
        "current",
        "present",
        "ongoing",
        "now",
        "to date",
        "still in post",
    ];
    still.contains(&text.trim().to_lowercase().as_str())
}

/// A bare yes where words are asked for is an answer that the record's reader refuses; a bare no
/// says that there was nothing.
fn as_text(text: Cow<'_, str>) -> Reading<'_> {
    let trimmed = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    let plain = read_yes_no(&trimmed) == Ok(true);
    Reading::of(Said::Text {
        text: trimmed,
        plain,
    })
}

/// A venue often says by the way whether people met on a screen.
fn venue(text: Cow<'_, str>) -> Reading<'_> {
    let mode = venue::read(&text, false).mode;
    let reading = as_text(text);
    match mode {
        Some(mode) => reading.and("venue.mode", mode.word()),
        None => reading,
    }
}

/// Several values, each as `read` spells it.
fn several<'c>(
    text: &str,
    ranges: Vec<Range<usize>>,
    read: impl Fn(&str) -> Result<String, String>,
) -> Reading<'c> {
    let mut parts = Vec::new();
    for range in ranges {
        match read(text.get(range.clone()).unwrap_or("")) {
            // Parents and carers are one audience.
            Ok(text) if parts.iter().any(|part: &Part<'_>| part.text == text) => {}
            Ok(text) => parts.push(Part {
                text: text.into(),
                range,
            }),
            Err(expected) => return Reading::of(Said::Wrong(expected)),
        }
    }
    if parts.is_empty() {
        return Reading::blank();
    }
    Reading::of(Said::List(parts))
}

fn day<'c>(cell: &Cell, text: &str, cx: Around) -> Reading<'c> {
    let read = match cell {
        Cell::Moment(moment) => day_of_moment(*moment),
        Cell::Number(number) => day_of_serial(*number, cx.from_1904),
        Cell::Text(_) | Cell::Clock(_) | Cell::Truth(_) | Cell::Error(_) | Cell::Unreadable(_) => {
            let read = read_day(text, cx.order);
            if matches!(read, DayReading::Unreadable(_)) && without_remark(text) != text.trim() {
                read_day(without_remark(text), cx.order)
            } else {
                read
            }
        }
    };
    match read {
        DayReading::On(day, hours) => {
            let reading = Reading::spelled(day.to_string());
            match hours {
                Some(TimeReading::At(start)) => reading.and("start", clock(start)),
                Some(TimeReading::Between(start, end)) => {
                    reading.and("start", clock(start)).and("end", clock(end))
                }
                Some(TimeReading::Unclear(_) | TimeReading::Unreadable(_)) | None => reading,
            }
        }
        DayReading::CalledOff(called_off, day) => {
            let reading = match day {
                Some(day) => Reading::spelled(day.to_string()),
                None => Reading::of(Said::Blank(Some("names no day".to_owned()))),
            };
            reading.and("status", called_off.word())
        }
        DayReading::Unclear(why) => Reading::of(Said::Blank(Some(why.reason().to_owned()))),
        DayReading::Unreadable(expected) => no_day(text, expected),
    }
}

/// What a text in a column of days may say otherwise.
fn no_day<'c>(text: &str, expected: String) -> Reading<'c> {
    if is_undone(text) {
        return Reading::of(Said::Blank(Some(
            "does not say that it was done".to_owned(),
        )));
    }
    match read_answer(text, CrossMeaning::Unclear) {
        AnswerReading::Yes(_) => Reading::of(Said::Blank(Some(
            "says yes, but not on which day".to_owned(),
        ))),
        AnswerReading::No(_) => Reading::spelled("none"),
        AnswerReading::Unclear(why) => Reading::of(Said::Blank(Some(why.to_owned()))),
        AnswerReading::Unreadable(_) => Reading::of(Said::Wrong(expected)),
    }
}

/// Whether a text says that something is still to be done, or that nobody knows.
fn is_undone(text: &str) -> bool {
    let undone = [
        "not done",
        "outstanding",
        "overdue",
        "in progress",
        "don\'t know",
        "don’t know",
        "not known",
        "no reply",
        "no reply yet",
        "awaiting reply",
        "awaited",
        "waiting",
    ];
    undone.contains(&text.trim().to_lowercase().as_str())
}

/// A text without a remark in brackets at its end.
fn without_remark(text: &str) -> &str {
    let text = text.trim();
    let bare = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .map_or(text, |(bare, _)| bare.trim());
    if bare.is_empty() { text } else { bare }
}

fn hours<'c>(cell: &Cell, text: &str, known: &Known) -> Reading<'c> {
    let read = match cell {
        Cell::Clock(time) => time_on_clock(*time),
        Cell::Moment(moment) => time_on_clock(moment.time()),
        Cell::Number(part) if (0.0..1.0).contains(part) => moment_of_serial(*part, true)
            .map_or_else(|| read_time(text), |moment| time_on_clock(moment.time())),
        Cell::Text(_) | Cell::Number(_) | Cell::Truth(_) | Cell::Error(_) | Cell::Unreadable(_) => {
            read_time(text)
        }
    };
    match read {
        TimeReading::At(start) => Reading::spelled(clock(start)),
        TimeReading::Between(start, end) if known.path == "start" => {
            Reading::spelled(clock(start)).and("end", clock(end))
        }
        TimeReading::Between(..) => Reading::of(Said::Wrong(
            "this is more than one time; write one, such as 12 noon".to_owned(),
        )),
        TimeReading::Unclear(why) => Reading::of(Said::Blank(Some(why.reason().to_owned()))),
        TimeReading::Unreadable(expected) => Reading::of(Said::Wrong(expected)),
    }
}

fn answered<'c>(text: &str, cross: CrossMeaning) -> Reading<'c> {
    match read_answer(text, cross) {
        AnswerReading::Yes(_) => Reading::spelled("yes"),
        AnswerReading::No(_) => Reading::spelled("no"),
        AnswerReading::Unclear(why) => Reading::of(Said::Blank(Some(why.to_owned()))),
        AnswerReading::Unreadable(expected) => Reading::of(Said::Wrong(expected)),
    }
}

/// Who agreed: `forum: chair; council: head of SEND`.
fn agreed<'c>(text: &str) -> Reading<'c> {
    let mut groups = Vec::new();
    for range in split_list(text, ListOf::Texts) {
        let part = text.get(range).unwrap_or("");
        let Some((party, role)) = part.split_once(':') else {
            return Reading::of(Said::Wrong(
                "write each party with the role of the person who agreed, such as `forum: chair; \
                 council: head of SEND`"
                    .to_owned(),
            ));
        };
        groups.push([
            ("party", party.trim().to_owned()),
            ("role", role.trim().to_owned()),
        ]);
    }
    Reading::of(Said::Groups(groups))
}

/// Groups of fields that one cell gives, all at its place.
pub(super) fn groups<'c>(groups: Vec<[(&'static str, String); 2]>, span: Span) -> Node<'c> {
    let entry = |(key, text): (&'static str, String)| Entry {
        key: key.into(),
        key_span: span,
        value: Node {
            span,
            value: Value::Scalar {
                text: text.into(),
                plain: false,
            },
        },
    };
    let group = |fields: [(&'static str, String); 2]| Node {
        span,
        value: Value::Map(fields.into_iter().map(entry).collect()),
    };
    Node {
        span,
        value: Value::List(groups.into_iter().map(group).collect()),
    }
}
