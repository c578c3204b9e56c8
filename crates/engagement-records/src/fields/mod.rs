//! Reads a mapping field by field into typed values, gathering every fault on the way. The names
//! that are asked for are the names that are known, so nothing has to be listed twice.

mod answer;
mod asked;
mod groups;
mod node;
mod places;
mod scalars;
mod shape;
mod single;

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

pub use answer::{Answer, Field, Gap, Group};
pub use asked::{Asked, AskedField, AskedFields};
pub use closed_words::read_word;
pub use places::{KeptAs, NoPlace};
pub(crate) use places::{NumberedField, Places};
pub use scalars::{read_date, read_months, read_time, read_yes_no};
pub use single::Single;

use closed_words::Word;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::{Entry, Node, Value};
use node::{Read, plain_text, read_node, read_single};
use plain_values::{Count, ListOf, split_list};
use shape::{Shape, expected, unknown_field};
use working_days::Duration;

/// A file that is not a record at all can hold any number of unknown fields; so many are listed.
const MOST_UNKNOWN: usize = 20;

/// One mapping, being read.
pub struct Fields<'t, 's> {
    what: &'static str,
    entries: &'t [Entry<'s>],
    taken: Vec<bool>,
    known: Vec<Cow<'static, str>>,
    place: Span,
    /// What is known of its fields, where those that are absent have no place.
    places: Option<Places>,
    /// What is asked for, where somebody wants to know.
    asked: Option<AskedFields>,
    faults: &'t mut Vec<Diagnostic>,
}

impl<'t, 's> Fields<'t, 's> {
    /// Starts on a mapping. `what` names it in errors (`a record`), `place` is where its missing
    /// fields belong.
    pub fn new(
        what: &'static str,
        entries: &'t [Entry<'s>],
        place: Span,
        faults: &'t mut Vec<Diagnostic>,
    ) -> Self {
        Fields {
            what,
            entries,
            taken: vec![false; entries.len()],
            known: Vec::new(),
            place,
            places: None,
            asked: None,
            faults,
        }
    }

    /// With what is known of its fields, where those that are absent have no place.
    pub(crate) fn with_places(self, places: Option<Places>) -> Self {
        Fields { places, ..self }
    }

    /// A field that is not there.
    fn absent<T>(&mut self, name: &str) -> Field<T> {
        match &mut self.places {
            Some(places) => Field::NoPlace(places.without(name)),
            None => Field::Absent,
        }
    }

    /// What is known of the fields of a group.
    fn places_below(&mut self, name: &str) -> Option<Places> {
        Some(self.places.as_mut()?.below(name))
    }

    /// Where the missing fields of this mapping belong.
    pub fn place(&self) -> Span {
        self.place
    }

    /// Adds a fault that only the caller can see.
    pub fn fault(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// Ends the mapping: every field that nobody asked for is a fault.
    pub fn finish(self) {
        let Fields {
            what,
            entries,
            taken,
            known,
            faults,
            ..
        } = self;
        let mut above_is_empty = false;
        let mut unknown = Vec::new();
        for (entry, taken) in entries.iter().zip(taken) {
            if taken {
                above_is_empty = entry.value.is_empty();
            } else if !matches!(entry.value.value, Value::Broken) {
                // What is broken has been reported.
                unknown.push((entry, above_is_empty));
            }
        }
        for (entry, above_is_empty) in unknown.iter().take(MOST_UNKNOWN) {
            let fault = unknown_field(what, entry, &known);
            faults.push(if *above_is_empty {
                fault.help("if it belongs to the empty field above it, put two spaces before it")
            } else {
                fault
            });
        }
        let mut unknown = unknown.iter().skip(MOST_UNKNOWN);
        if let Some((entry, _)) = unknown.next() {
            let message = format!(
                "{} more fields after this are not known either",
                unknown.count()
            );
            faults.push(Diagnostic::error("unknown-field", entry.key_span, message));
        }
    }

    /// The entry of this name, marked as known and taken.
    fn take(&mut self, name: impl Into<Cow<'static, str>>) -> Option<&'t Entry<'s>> {
        let name = name.into();
        let at = self.entries.iter().position(|entry| entry.key == name);
        self.known.push(name);
        let at = at?;
        if let Some(taken) = self.taken.get_mut(at) {
            *taken = true;
        }
        self.entries.get(at)
    }

    /// Whether a field of this name is there, without reading it.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == name)
    }

    /// Every field that nobody has asked for so far, for mappings whose names are free, and what may
    /// stand in each.
    pub fn rest(&mut self, asked: impl FnOnce() -> Asked) -> Vec<&'t Entry<'s>> {
        self.ask_others(asked);
        let rest = self.entries.iter().zip(&mut self.taken);
        rest.filter_map(|(entry, taken)| (!std::mem::replace(taken, true)).then_some(entry))
            .collect()
    }

    /// Reads a field with a reader of the caller's. Blank fields never reach it.
    pub fn with<T>(
        &mut self,
        name: &'static str,
        asked: impl FnOnce() -> Asked,
        read: impl FnOnce(&'t Node<'s>, &mut Vec<Diagnostic>) -> Option<T>,
    ) -> Field<T> {
        self.ask(name, asked);
        let Some(entry) = self.take(name) else {
            return self.absent(name);
        };
        read_node(&entry.value, entry.key_span, self.faults, read)
    }

    /// A single value that the caller knows how to read, which its reader may have understood.
    pub fn single<T>(
        &mut self,
        name: &'static str,
        asked: impl FnOnce() -> Asked,
        read: impl FnOnce(Single<'t>) -> Read<T>,
    ) -> Field<T> {
        self.with(name, asked, |node, faults| {
            read_single(name, node, faults, read)
        })
    }

    /// A text. Numbers and dates are taken as they were written.
    pub fn text(&mut self, name: &'static str) -> Field<String> {
        let field = self.parsed(name, || Asked::Text, |text| Ok(text.trim().to_owned()));
        // A bare `no` is almost always an answer where words were asked for.
        if let Some(entry) = self.entries.iter().find(|entry| entry.key == name)
            && let Some(text) = plain_text(&entry.value)
            && read_yes_no(text).is_ok()
        {
            self.faults.push(
                Diagnostic::error(
                    "answer-for-text",
                    entry.value.span,
                    format!("`{name}` is a text, but here is only the answer `{text}`"),
                )
                .help(format!(
                    "describe it in words; if `{text}` is the text, YAML takes it in quotes"
                )),
            );
            return Field::Unreadable(entry.value.span);
        }
        field
    }

    /// A day, written 2026-03-01.
    pub fn date(&mut self, name: &'static str) -> Field<NaiveDate> {
        self.single(name, || Asked::Day, Single::day)
    }

    /// A time of day, written 9:30 or 09:30.
    pub fn time(&mut self, name: &'static str) -> Field<NaiveTime> {
        self.single(name, || Asked::Time, Single::time)
    }

    /// The answer yes or no.
    pub fn yes_no(&mut self, name: &'static str) -> Field<bool> {
        self.single(name, || Asked::Answer, Single::yes_no)
    }

    /// A number of people, written 12, 10+, <5, 5-9 or about 30.
    pub fn count(&mut self, name: &'static str) -> Field<Count> {
        self.single(name, || Asked::Count, Single::count)
    }

    /// A length of time with its unit.
    pub fn duration(&mut self, name: &'static str) -> Field<Duration> {
        self.parsed(name, || Asked::Duration, Duration::parse)
    }

    /// A whole number.
    pub fn number(&mut self, name: &'static str) -> Field<u32> {
        let read = |text: &str| {
            text.parse()
                .map_err(|_| "write a whole number, such as 20".to_owned())
        };
        self.parsed(name, || Asked::Number(0), read)
    }

    /// A whole number of at least one: where nothing is asked for, nothing is promised.
    pub fn positive(&mut self, name: &'static str) -> Field<u32> {
        let read = |text: &str| match text.parse() {
            Ok(number) if number > 0 => Ok(number),
            _ => Err("write a whole number from 1 on, such as 2".to_owned()),
        };
        self.parsed(name, || Asked::Number(1), read)
    }

    /// One of a closed list of words.
    pub fn word<W: Word>(&mut self, name: &'static str) -> Field<W> {
        self.parsed(name, Asked::word::<W>, read_word)
    }

    /// One word that the caller knows how to read.
    pub fn parsed<T>(
        &mut self,
        name: &'static str,
        asked: impl FnOnce() -> Asked,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Field<T> {
        self.single(name, asked, |single| read(single.text()))
    }

    /// A field whose name is not ours: one that a charter declares.
    pub fn local<T>(
        &mut self,
        name: &str,
        asked: impl FnOnce() -> Asked,
        read: impl FnOnce(Single<'t>) -> Read<T>,
    ) -> Field<T> {
        self.ask(name, asked);
        let Some(entry) = self.take(name.to_owned()) else {
            return self.absent(name);
        };
        read_node(&entry.value, entry.key_span, self.faults, |node, faults| {
            read_single(name, node, faults, read)
        })
    }

    /// A list of words of a closed list.
    pub fn words<W: Word>(&mut self, name: &'static str) -> Field<Vec<Spanned<W>>> {
        self.list(name, Asked::word::<W>, read_word)
    }

    /// A list, of which `asked` says what an item may be; a single value stands for a list of one. An item that cannot be read is a fault
    /// and makes the field unreadable, because a list with a gap would say too little.
    pub fn list<T>(
        &mut self,
        name: &'static str,
        asked: impl FnOnce() -> Asked,
        mut read: impl FnMut(&str) -> Result<T, String>,
    ) -> Field<Vec<Spanned<T>>> {
        self.with(
            name,
            || asked().or_several(),
            |node, faults| {
                let items = match &node.value {
                    Value::List(items) => items.as_slice(),
                    Value::Scalar { text, .. } => {
                        if let Some(parts) = in_one_text(text, &mut read) {
                            let parts = parts.into_iter();
                            let span = node.span;
                            return Some(parts.map(|value| Spanned { value, span }).collect());
                        }
                        std::slice::from_ref(node)
                    }
                    Value::Map(_) | Value::Broken => {
                        return expected(name, node, faults, Shape::List);
                    }
                };
                let values: Vec<Option<Spanned<T>>> = items
                    .iter()
                    .map(|item| {
                        let read = |single: Single<'_>| read(single.text());
                        let value = read_single(name, item, faults, read)?;
                        Some(Spanned {
                            value,
                            span: item.span,
                        })
                    })
                    .collect();
                values.into_iter().collect()
            },
        )
    }
}

/// The values of a list that somebody wrote as one text, `parents, cyp`, where each of several parts
/// is one and the whole of it is none.
fn in_one_text<T>(text: &str, read: &mut impl FnMut(&str) -> Result<T, String>) -> Option<Vec<T>> {
    if read(text.trim()).is_ok() {
        return None;
    }
    let mut values = Vec::new();
    for range in split_list(text, ListOf::Texts) {
        let part = text.get(range)?;
        if let Ok(value) = read(part) {
            values.push(value);
            continue;
        }
        for range in split_list(part, ListOf::Words) {
            values.push(read(part.get(range)?).ok()?);
        }
    }
    (values.len() > 1).then_some(values)
}
