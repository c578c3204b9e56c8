//! A folder of records under a charter, as plain data: to be changed, made smaller and written down.

use std::fmt::Display;

use chrono::NaiveDate;

use super::terms::Terms;

/// What stands in a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Its place is there, and empty.
    Blank,
    /// A day, a number, or a word of a closed list.
    Plain(String),
    /// Words of somebody's own.
    Text(&'static str),
    /// Several words.
    List(Vec<&'static str>),
    /// Earlier days, each with the day people were told of the new one.
    Moves(Vec<(NaiveDate, Option<NaiveDate>)>),
    /// A list that no table can hold, as JSON.
    Flow(&'static str),
}

impl Value {
    pub(super) fn plain(said: impl Display) -> Self {
        Value::Plain(format!("{said}"))
    }

    /// The moves that stand here.
    pub(super) fn moves(&self) -> &[(NaiveDate, Option<NaiveDate>)] {
        match self {
            Value::Moves(moves) => moves,
            Value::Blank | Value::Plain(_) | Value::Text(_) | Value::List(_) | Value::Flow(_) => {
                &[]
            }
        }
    }

    /// The day that stands here, if it is one.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match self {
            Value::Plain(said) => said.parse().ok(),
            Value::Blank | Value::Text(_) | Value::List(_) | Value::Moves(_) | Value::Flow(_) => {
                None
            }
        }
    }
}

/// A record: its type, and its fields by the names that lead to them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    pub(super) of: &'static str,
    pub(super) fields: Vec<(&'static str, Value)>,
}

impl Record {
    pub(super) fn new(of: &'static str, id: String) -> Self {
        let fields = vec![("id", Value::Plain(id))];
        Record { of, fields }
    }

    pub(super) fn get(&self, field: &str) -> Option<&Value> {
        let found = self.fields.iter().find(|(name, _)| *name == field);
        found.map(|(_, value)| value)
    }

    pub(super) fn day(&self, field: &str) -> Option<NaiveDate> {
        self.get(field)?.day()
    }

    pub(super) fn moves(&self) -> &[(NaiveDate, Option<NaiveDate>)] {
        self.get("moved_from").map_or(&[], Value::moves)
    }

    /// Whether the field says nothing: it is left out, or blank.
    pub(super) fn is_silent(&self, field: &str) -> bool {
        self.get(field).is_none_or(|value| *value == Value::Blank)
    }

    pub(super) fn says(&self, field: &str, word: &str) -> bool {
        match self.get(field) {
            Some(Value::Plain(said)) => said == word,
            Some(Value::List(words)) => words.contains(&word),
            Some(Value::Blank | Value::Text(_) | Value::Moves(_) | Value::Flow(_)) | None => false,
        }
    }

    pub(super) fn set(&mut self, field: &'static str, value: Value) {
        match self.fields.iter_mut().find(|(name, _)| *name == field) {
            Some((_, old)) => *old = value,
            None => self.fields.push((field, value)),
        }
    }

    pub(super) fn id(&self) -> &str {
        match self.get("id") {
            Some(Value::Plain(id)) => id,
            other => panic!("a record whose id is {other:?}"),
        }
    }

    pub(super) fn is_survey(&self) -> bool {
        let open = ["survey", "consultation"];
        open.iter().any(|kind| self.says("kind", kind))
    }

    /// The first day of an engagement.
    pub(super) fn begins(&self) -> Option<NaiveDate> {
        self.day(if self.is_survey() { "opens" } else { "date" })
    }

    /// The last day of an engagement.
    pub(super) fn ends(&self) -> Option<NaiveDate> {
        if self.is_survey() {
            return self.day("closes");
        }
        self.day("last_day").or_else(|| self.day("date"))
    }

    pub(super) fn project(&self) -> Option<&Value> {
        let named = self.get("project");
        named.filter(|value| **value != Value::Blank)
    }
}

/// A folder under a charter, and the day of the audit.
#[derive(Debug, Clone)]
pub(super) struct Story {
    pub(super) terms: Terms,
    pub(super) records: Vec<Record>,
    pub(super) as_of: NaiveDate,
}

impl Story {
    pub(super) fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id() == id)
    }

    /// The same with one field of one record said; nothing where the record is not there.
    pub(super) fn with(&self, id: &str, field: &'static str, value: Value) -> Option<Story> {
        let mut story = self.clone();
        let mut records = story.records.iter_mut();
        records.find(|one| one.id() == id)?.set(field, value);
        Some(story)
    }

    /// The same with one more record.
    pub(super) fn and(&self, record: Record) -> Story {
        let mut story = self.clone();
        story.records.push(record);
        story
    }

    /// Every way to leave out one record, one field or one term.
    fn smaller(&self) -> impl Iterator<Item = Story> {
        let without_record = (0..self.records.len()).map(|at| {
            let mut story = self.clone();
            story.records.remove(at);
            story
        });
        let fields = self.records.iter().enumerate().flat_map(|(at, record)| {
            let all = 0..record.fields.len();
            all.filter(|field| {
                record
                    .fields
                    .get(*field)
                    .is_some_and(|(name, _)| *name != "id")
            })
            .map(move |field| (at, field))
        });
        let without_field = fields.map(|(at, field)| {
            let mut story = self.clone();
            story.records.get_mut(at).unwrap().fields.remove(field);
            story
        });
        let terms = self.terms.simpler().into_iter().map(|terms| Story {
            terms,
            ..self.clone()
        });
        without_record.chain(terms).chain(without_field)
    }

    /// The smallest story of which the same still holds, with what is then to be told.
    pub(super) fn smallest(
        self,
        told: String,
        still: impl Fn(&Story) -> Option<String>,
    ) -> (Story, String) {
        let (mut story, mut told) = (self, told);
        loop {
            let smaller = story.smaller();
            let mut found = smaller.filter_map(|smaller| Some((still(&smaller)?, smaller)));
            let Some((words, smaller)) = found.next() else {
                drop(found);
                return (story, told);
            };
            drop(found);
            (story, told) = (smaller, words);
        }
    }
}
