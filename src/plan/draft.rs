//! A record that somebody begins: what is known already, the fields that its promises need, and a
//! comment on each line.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::NaiveDate;
use closed_words::Word as _;

use super::proposal::{Proposal, list, scalar};
use crate::audit::alone;
use crate::charter::Charter;
use crate::rules::{Rule, Verdict};
use engagement_records::read::{self, File, Format, Period, ReadSettings, Reading};
use engagement_records::record::{Engagement, Holds, Kind, KnownField, RecordType, known_fields};
use located::source::Sources;
use plain_values::{TimeReading, read_time};

/// A record that is begun.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it is about.
    pub kind: RecordType,
    /// What is known already: names that lead to fields, with values in YAML.
    said: BTreeMap<String, String>,
}

/// What a record is called until it is written.
const UNWRITTEN: &str = "the new record";

/// Fields that nobody needs to be asked for: they are made up, or say what has gone wrong.
const NOT_ASKED: [&str; 3] = ["id", "explanations", "local"];

/// So many characters of a day and a title make a name for a file: less than any disk allows.
const LONGEST_NAME: usize = 60;

/// Groups that promises speak of as a whole, and by one field that says it all.
const DONE: &str = "sent";

impl Draft {
    /// Nothing is known.
    pub fn new(kind: RecordType) -> Self {
        Draft {
            kind,
            said: BTreeMap::new(),
        }
    }

    /// An engagement of which as much is known as somebody proposes.
    pub fn of(proposal: &Proposal) -> Self {
        let said = proposal.fields().into_iter();
        Draft {
            kind: RecordType::Engagement,
            said: said.map(|(path, value)| (path.to_owned(), value)).collect(),
        }
    }

    /// Every field that holds one thing, in the order of files.
    pub fn fields(&self) -> impl Iterator<Item = &'static KnownField> {
        let kind = self.kind;
        let fields = known_fields()
            .iter()
            .filter(move |known| known.kind == kind);
        fields.filter(|known| {
            let first = known.path.split('.').next().unwrap_or(&known.path);
            known.spec.holds.is_some() && !NOT_ASKED.contains(&first)
        })
    }

    /// Whether a field has its value.
    pub fn says(&self, path: &str) -> bool {
        self.said.contains_key(path)
    }

    /// Whether it is known to be a survey or consultation.
    pub fn is_open_period(&self) -> bool {
        let kind = self.said.get("kind").and_then(|kind| Kind::from_word(kind));
        kind.is_some_and(Kind::is_open_period) || self.says("closes")
    }

    /// Whether it is known to be held on a day.
    pub fn is_held_on_a_day(&self) -> bool {
        let kind = self.said.get("kind").and_then(|kind| Kind::from_word(kind));
        kind.is_some_and(|kind| !kind.is_open_period()) || self.says("date")
    }

    /// Gives a field its value, as people write it.
    ///
    /// # Errors
    /// There is no such field.
    pub fn say(&mut self, path: &str, text: &str) -> Result<(), String> {
        let Some(known) = self.fields().find(|known| known.path == path) else {
            return Err(format!(
                "{} has no field `{path}`; `charter-audit explain fields` lists them",
                self.kind.what()
            ));
        };
        let value = known.spec.holds.map(|holds| in_yaml(holds, text.trim()));
        self.said.insert(path.to_owned(), value.unwrap_or_default());
        Ok(())
    }

    /// Takes a value back.
    pub fn forget(&mut self, path: &str) {
        self.said.remove(path);
    }

    /// What is known, as a record.
    pub fn to_yaml(&self) -> String {
        self.written(&BTreeSet::new(), &BTreeMap::new(), false)
    }

    /// Reads it as any record is read: what is wrong with it is among the faults.
    pub fn read(&self, charter: &Charter, sources: &mut Sources) -> Reading {
        let file = File {
            format: Some(Format::Yaml),
            ..File::new(UNWRITTEN, self.to_yaml())
        };
        let settings: ReadSettings<'_> = charter.read_settings(Period::default());
        read::records(sources, vec![file], &settings, &())
    }

    /// A name for its file, without ending: its day and title in small letters, and hyphens between
    /// words.
    pub fn file_name(&self) -> String {
        let of = |paths: &[&str]| paths.iter().find_map(|path| self.said.get(*path));
        let day = of(&[
            "date", "opens", "closes", "decided", "made", "from", "reviewed",
        ]);
        let kind = self.kind.word().to_owned();
        let title = of(&["title", "kind", "document", "post"]).unwrap_or(&kind);
        let words = day.into_iter().chain([title]).flat_map(|text| {
            let words = text.split(|sign: char| !sign.is_alphanumeric());
            words.filter(|word| !word.is_empty()).map(str::to_lowercase)
        });
        let mut name = words.collect::<Vec<_>>().join("-");
        let end = name.char_indices().nth(LONGEST_NAME);
        name.truncate(end.map_or(name.len(), |(at, _)| at));
        name.trim_end_matches('-').to_owned()
    }

    /// The record with the fields that are known and those that are wanted, a line and a comment
    /// each. `last_days` are put before the comments of their fields.
    pub fn text(
        &self,
        wanted: &BTreeSet<String>,
        last_days: &BTreeMap<&'static str, String>,
    ) -> String {
        self.written(wanted, last_days, true)
    }

    fn written(
        &self,
        wanted: &BTreeSet<String>,
        last_days: &BTreeMap<&'static str, String>,
        with_comments: bool,
    ) -> String {
        let mut text = String::new();
        if self.kind != RecordType::Engagement {
            let _ = writeln!(text, "record: {}", self.kind.word());
        }
        let shown = |path: &str| self.said.contains_key(path) || wanted.contains(path);
        let kind = self.kind;
        for known in known_fields().iter().filter(|known| known.kind == kind) {
            let below = format!("{}.", known.path);
            let is_group = known.spec.holds.is_none();
            let is_shown = if is_group {
                let mut all = self.said.keys().chain(wanted);
                all.any(|path| path.starts_with(&below))
            } else {
                shown(&known.path)
            };
            if !is_shown {
                continue;
            }
            let indent = "  ".repeat(known.path.matches('.').count());
            let value = self.said.get(&known.path).map_or("", String::as_str);
            let mut line = format!("{indent}{}: {value}", known.spec.name);
            line.truncate(line.trim_end().len());
            if with_comments {
                let last = last_days.get(known.path.as_str());
                let _ = write!(line, "  # {}", comment(known, last.map(String::as_str)));
            }
            let _ = writeln!(text, "{line}");
        }
        text
    }
}

/// What stands behind a field, on its line: until when, what it means, and which words it takes.
fn comment(known: &KnownField, last_day: Option<&str>) -> String {
    let meaning = known.spec.meaning.trim();
    let first = meaning.split_once(". ").map_or(meaning, |(first, _)| first);
    let first = first.split_once("; ").map_or(first, |(first, _)| first);
    let mut comment = String::new();
    if let Some(last) = last_day {
        let _ = write!(comment, "{last}. ");
    }
    comment.push_str(first.trim_end_matches('.'));
    let mut words = (known.spec.words)();
    if known.spec.holds == Some(Holds::Answer) {
        words = vec!["yes", "no"];
    }
    if words.is_empty() {
        comment.push('.');
    } else {
        let _ = write!(comment, ": {}.", words.join(", "));
    }
    comment
}

/// A value as YAML has it.
fn in_yaml(holds: Holds, text: &str) -> String {
    match holds {
        Holds::Words | Holds::Texts if !text.starts_with('[') => {
            list(text.split(',').map(|part| scalar(part.trim()))).unwrap_or_default()
        }
        Holds::Time => match read_time(text) {
            TimeReading::At(time) => time.format("%H:%M").to_string(),
            TimeReading::Between(..)
            | TimeReading::EndOfDay
            | TimeReading::Unclear(_)
            | TimeReading::Unreadable(_) => scalar(text),
        },
        // A day, a number and a yes are what they are without quotes.
        Holds::Day
        | Holds::Answer
        | Holds::Count
        | Holds::Children
        | Holds::Number
        | Holds::Word
            if text
                .chars()
                .all(|sign| sign.is_alphanumeric() || "-+<_ ".contains(sign)) =>
        {
            text.to_owned()
        }
        Holds::Words | Holds::Texts | Holds::Agreed if text.starts_with('[') => text.to_owned(),
        Holds::Text
        | Holds::Texts
        | Holds::Word
        | Holds::Words
        | Holds::Day
        | Holds::Answer
        | Holds::Count
        | Holds::Children
        | Holds::Number
        | Holds::Agreed => scalar(text),
    }
}

/// The fields that the promises look at which can apply to an engagement, with those that every
/// record of one should have.
pub fn needed(charter: &Charter, record: &Engagement, as_of: NaiveDate) -> BTreeSet<String> {
    let own: &[&str] = if record.is_open_period() {
        &[
            "title",
            "kind",
            "project",
            "organisers",
            "status",
            "opens",
            "closes",
            "audience",
        ]
    } else {
        &[
            "title",
            "kind",
            "project",
            "organisers",
            "status",
            "date",
            "start",
            "end",
            "audience",
            "venue.mode",
        ]
    };
    let mut needed: BTreeSet<String> = own.iter().map(|path| (*path).to_owned()).collect();
    let said = alone(charter, record, as_of, |_| true).into_iter();
    for (clause, _) in said.filter(|(_, ruling)| ruling.verdict != Verdict::DoesNotApply) {
        let fields = clause.judged.rule().map(Rule::fields);
        needed.extend(fields.into_iter().flatten());
    }
    let all = std::mem::take(&mut needed);
    for path in &all {
        let below = format!("{path}.");
        // Where `notice.sent` is asked for, `notice` is that.
        let says_it_all = all.contains(&format!("{below}{DONE}"));
        let fields = known_fields().iter();
        let fields = fields.filter(|known| known.kind == RecordType::Engagement);
        let leaves = fields
            .filter(|known| known.spec.holds.is_some())
            .filter(|known| known.path == *path || !says_it_all && known.path.starts_with(&below));
        needed.extend(leaves.map(|known| known.path.clone()));
    }
    // It moves only once it has a day.
    needed.retain(|path| !path.starts_with("moved_from") && !NOT_ASKED.contains(&path.as_str()));
    needed
}
