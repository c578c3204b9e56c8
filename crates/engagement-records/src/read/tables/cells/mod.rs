//! A cell into what a field of a record can hold: a day, a time, a number or an answer as that
//! value, a word in the project's own spelling, and a text as it stands there.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::known::{Holds, Known};
use crate::read::item::Job;
use deeds::is_undone;
pub(super) use deeds::{is_deed, is_undated, leaves_open};
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Node, ScalarKind, Value};
pub(super) use moments::time_of_moment;
use plain_values::{
    AnswerReading, CrossMeaning, DateOrder, DayOfYear, ListOf, PlainValue, is_denial,
    is_placeholder, read_answer, split_list,
};
use sheets::{Cell, UnreadableCell};
use texts::without_remark;

mod deeds;
mod moments;
mod parties;
mod people;
#[cfg(test)]
mod tests;
mod texts;
mod words;

/// What a cell says.
#[derive(Debug)]
pub(super) struct Reading<'c> {
    /// What it says of its own field.
    pub(super) node: Node<'c>,
    /// What is to say of it.
    pub(super) fault: Option<Diagnostic>,
    /// What it says of other fields by the way.
    pub(super) also: Vec<(&'static str, Node<'c>)>,
    /// What is to say of other fields, unless a column of theirs settles them.
    pub(super) open: Vec<(&'static str, Diagnostic)>,
    /// Whether more is written there than any field holds.
    pub(super) has_remark: bool,
    /// What only the rest of the row settles.
    pub(super) later: Option<Later>,
}

/// What a cell leaves to the rest of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Later {
    /// The year of a day, and of the one that was given up for it in another field.
    Year {
        day: DayOfYear,
        given_up: Option<(&'static str, DayOfYear)>,
    },
    /// A last day beside the one in its own column: the later of them holds.
    Extended {
        day: NaiveDate,
        /// Whether it says itself that it is the later one.
        is_new: bool,
    },
    /// What a first and a last day mean: that a survey was open, or that an event had several days.
    Range(NaiveDate, NaiveDate),
    /// The day of the event.
    OnTheDay,
}

impl Later {
    /// The year of one day.
    fn year(day: DayOfYear) -> Self {
        Later::Year {
            day,
            given_up: None,
        }
    }
}

impl<'c> Reading<'c> {
    pub(super) fn of(node: Node<'c>) -> Self {
        Reading {
            node,
            fault: None,
            also: Vec::new(),
            open: Vec::new(),
            has_remark: false,
            later: None,
        }
    }

    /// A cell with nothing in it.
    pub(super) fn blank(span: Span) -> Self {
        Reading::of(Node::blank(span))
    }

    /// A cell that cannot be read, of which somebody else speaks.
    pub(super) fn broken(span: Span) -> Self {
        Reading::of(Node::broken(span))
    }

    fn and(mut self, path: &'static str, node: Node<'c>) -> Self {
        self.also.push((path, node));
        self
    }

    /// The same; what is wrong with it is not said again where another fault speaks of it.
    pub(super) fn said_already(mut self, elsewhere: bool) -> Self {
        self.fault = self.fault.filter(|fault| !elsewhere || !fault.is_error());
        self
    }

    /// Whether something is written there that its field does not hold.
    pub(super) fn is_lost(&self) -> bool {
        self.node.is_empty() || self.node.is_unclear() || matches!(self.node.value, Value::Broken)
    }

    /// The same, of which not all is said by a field.
    fn with_remark(mut self) -> Self {
        self.has_remark = true;
        self
    }

    /// Whether a cell says more than its field holds: `Yes (ramp at the back)`, `Cancelled - snow`,
    /// `no, nobody asked` under the day on which something was sent, `12 parents` for whom it was.
    pub(super) fn says_less(&self, known: &Known, cell: &Cell) -> bool {
        if self.is_lost() {
            return false;
        }
        let words = |text: &str| {
            let words = text.split(|sign: char| !sign.is_alphanumeric());
            words.filter(|word| !word.is_empty()).count()
        };
        match known.holds {
            Holds::Answer | Holds::Word | Holds::Count | Holds::Children | Holds::Number => {
                let spelling = self.node.spelling();
                spelling.is_some_and(|spelling| words(&shown(cell)) > words(&spelling).max(1))
            }
            Holds::Day => {
                let is_denied = self.node.spelling().is_some_and(|said| is_denial(&said));
                let is_undated = is_undated(&self.node, &known.path);
                let text = shown(cell);
                (is_denied || is_undated) && words(&text) > 1 && !is_undone(&text)
            }
            Holds::Words => shown(cell).contains(|sign: char| sign.is_ascii_digit()),
            Holds::Text | Holds::Texts | Holds::Time | Holds::Agreed => false,
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

/// A number without the dot that programs add, and never with an exponent. Nobody sees more than a
/// few places of a fraction, and sixteen of them look like somebody's number.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else if number.abs() < 1e9 {
        let rounded = format!("{number:.4}");
        rounded
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
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

/// Reads a cell that holds something. `span` is where it was written down.
pub(super) fn read<'c>(
    cell: &'c Cell,
    known: &Known,
    job: &Job<'_>,
    around: Around,
    span: Span,
) -> Reading<'c> {
    // The sheet says once how many of these it has.
    if let Cell::Unreadable(_) = cell {
        return Reading::broken(span);
    }
    let reader = CellReader {
        cell,
        text: shown(cell),
        known,
        job,
        around,
        span,
    };
    reader.read()
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
    let reading = read(cell, known, job, around, Span::new(job.id, 0, 0));
    let spelling = reading.node.spelling();
    let is_one = spelling.is_some_and(|spelling| !is_denial(&spelling));
    is_one && !is_number && !reading.is_lost() && !is_undated(&reading.node, &known.path)
}

/// Whether a cell says plainly what its field asks for.
pub(super) fn is_value(cell: &Cell, known: &Known, job: &Job<'_>) -> bool {
    let around = Around {
        order: DateOrder::DayFirst,
        from_1904: false,
        cross: CrossMeaning::Unclear,
    };
    !read(cell, known, job, around, Span::new(job.id, 0, 0)).is_lost()
}

/// One cell, being read.
struct CellReader<'r, 'c> {
    cell: &'c Cell,
    /// The same as a text.
    text: Cow<'c, str>,
    known: &'r Known,
    job: &'r Job<'r>,
    around: Around,
    span: Span,
}

impl<'c> CellReader<'_, 'c> {
    fn read(&self) -> Reading<'c> {
        if let Cell::Error(_) = self.cell {
            return self.wrong(
                "this formula gives an error; correct it, or write the value itself".to_owned(),
            );
        }
        let text = self.text.as_ref();
        if leaves_open(text, &self.known.path) {
            return self.open_deed();
        }
        if is_placeholder(text) {
            return Reading::blank(self.span);
        }
        match self.known.holds {
            Holds::Text if self.known.path == "venue.name" => self.venue(),
            Holds::Text if self.known.path == "title" => self.title(),
            Holds::Text => self.as_text(),
            Holds::Texts => {
                self.several(split_list(text, ListOf::Texts), |part| Ok(part.to_owned()))
            }
            Holds::Day if self.known.path == "until" && moments::is_still(text) => {
                Reading::blank(self.span)
            }
            Holds::Day if self.known.path == "extended_from" => self.extension(),
            Holds::Day if is_denial(text) => self.word("none"),
            Holds::Day => self.day(),
            Holds::Time => self.time(),
            Holds::Answer => self.answer(),
            Holds::Count | Holds::Children => self.count(),
            Holds::Number => self.word(text.trim().to_owned()),
            Holds::Word => self.one_word(),
            Holds::Words => self.several_words(),
            Holds::Agreed => self.agreed(),
        }
    }

    /// A value that was understood, beside the words of the cell.
    fn value(&self, value: PlainValue) -> Node<'c> {
        Node::of(value, self.text.clone(), self.span)
    }

    /// A word in the project's spelling.
    fn plain(&self, word: impl Into<Cow<'c, str>>) -> Node<'c> {
        Node::scalar(word, ScalarKind::Plain, self.span)
    }

    fn word(&self, word: impl Into<Cow<'c, str>>) -> Reading<'c> {
        Reading::of(self.plain(word))
    }

    /// Nobody has said anything yet, and why, for `it …`.
    fn open(&self, why: &str) -> Reading<'c> {
        Reading {
            fault: Some(self.no_evidence(why, &self.known.path)),
            ..Reading::blank(self.span)
        }
    }

    /// Something that is no evidence, and why, for `it …`. It may well say that something was done.
    fn unclear(&self, why: &str) -> Reading<'c> {
        Reading {
            fault: Some(self.no_evidence(why, &self.known.path)),
            ..Reading::of(Node::unclear(self.text.clone(), self.span))
        }
    }

    /// The text as a message names it. Where people are counted, somebody may have named them, and
    /// a small number is never shown.
    fn named(&self) -> String {
        match self.known.holds {
            Holds::Count | Holds::Children => "what stands here".to_owned(),
            Holds::Text
            | Holds::Texts
            | Holds::Word
            | Holds::Words
            | Holds::Day
            | Holds::Time
            | Holds::Answer
            | Holds::Number
            | Holds::Agreed => quoted(&self.text),
        }
    }

    fn no_evidence(&self, why: &str, path: &str) -> Diagnostic {
        let text = self.named();
        let message = format!("{text} {why}, so it is no evidence for `{path}`");
        Diagnostic::error("not-said", self.span, message).warning()
    }

    /// Words that are none of those that are asked for.
    fn other_words(&self, expected: String) -> Reading<'c> {
        let mut reading = self.unclear("is not understood here");
        reading.fault = reading.fault.map(|fault| fault.help(expected));
        reading
    }

    /// Something that cannot be read, and what was expected.
    fn wrong(&self, expected: String) -> Reading<'c> {
        let (text, path) = (self.named(), &self.known.path);
        let message = format!("{text} cannot be read as `{path}`");
        let fault = Diagnostic::error("wrong-value", self.span, message).help(expected);
        Reading {
            fault: Some(fault),
            ..Reading::broken(self.span)
        }
    }

    fn answer(&self) -> Reading<'c> {
        match read_answer(&self.text, self.around.cross) {
            AnswerReading::Yes(_) => Reading::of(self.value(PlainValue::Answer(true))),
            AnswerReading::No(Some(remark)) if self.known.path == "cyp.involved" => {
                self.children_not_involved(remark)
            }
            AnswerReading::No(_) => Reading::of(self.value(PlainValue::Answer(false))),
            AnswerReading::Unclear(why) => self.unclear(why),
            AnswerReading::Unreadable(expected) => self.other_words(expected),
        }
    }
}

/// Whether people are asked if something was done.
pub(super) fn is_asked(known: &Known) -> bool {
    known.holds == Holds::Answer || is_deed(&known.path)
}

/// The day that a value is, if it was understood as one.
pub(super) fn day_in(node: &Node<'_>) -> Option<NaiveDate> {
    match node.value {
        Value::Scalar {
            kind: ScalarKind::Value(PlainValue::Day(day)),
            ..
        } => Some(day),
        Value::Scalar { .. } | Value::List(_) | Value::Map(_) | Value::Broken => None,
    }
}
