//! What an area says about the tables and calendars that its records are kept in: which field a
//! heading of its own means, in which order dates are written, what counts as notice. It stands in
//! the charter; what concerns tables can also stand in a `columns.yaml` beside them.

use super::{Audience, Parties};
use crate::fields::{Asked, Field, Fields, read_word};
use closed_words::{nearest, words};
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::Value;
use plain_values::{DateOrder, is_denial};

words! {
    /// Which day of a calendar's entry counts as the day of notice. Both are weak evidence: a
    /// program may write them anew whenever a calendar is saved.
    pub enum NoticeFrom {
        /// The day on which the entry was made.
        Created = "created",
        /// The day on which it was sent out or saved.
        Dtstamp = "dtstamp",
    }
}

/// What a heading is to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnMeaning {
    /// The field with this path: `notice.sent`.
    Field(String),
    /// Nothing: the column is not read.
    Nothing,
}

/// What an area says about its tables and calendars. The default says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportSettings {
    /// Headings with what they mean; where one stands twice, the later one holds.
    pub columns: Vec<(String, ColumnMeaning)>,
    /// How dates in tables are written; day first where nobody says.
    pub dates: Option<DateOrder>,
    /// What counts as notice in calendars; nothing where nobody says.
    pub notice_from: Option<NoticeFrom>,
    /// What the rows of tables say where they leave a field out, as it would be written there.
    pub defaults: Vec<(&'static str, Vec<Spanned<String>>)>,
}

impl ImportSettings {
    /// This, and where it says nothing, what the charter says.
    #[must_use]
    pub fn over(&self, charter: &ImportSettings) -> ImportSettings {
        let columns = charter.columns.iter().chain(&self.columns);
        ImportSettings {
            columns: columns.cloned().collect(),
            dates: self.dates.or(charter.dates),
            notice_from: self.notice_from.or(charter.notice_from),
            defaults: self.defaults.clone(),
        }
    }

    /// Reads `defaults`: who held, and for whom it was, where the rows of a table do not say.
    pub fn read_defaults(&mut self, f: &mut Fields<'_, '_>, parties: &Parties) {
        let as_written = |text: &str| text.to_owned();
        let defaults = f.group("defaults", "`defaults`", |f| {
            let held = f.list(
                "organisers",
                || parties.asked(),
                |text| parties.find(text).map(|_| as_written(text)),
            );
            let audience = f.list("audience", Asked::word::<Audience>, |text| {
                read_word::<Audience>(text).map(|_| as_written(text))
            });
            [("organisers", held), ("audience", audience)]
        });
        let Field::Present(said) = defaults else {
            return;
        };
        for (name, values) in *said.value {
            if let Field::Present(values) = values {
                self.defaults.push((name, values.value));
            }
        }
    }

    /// Reads `columns` and `dates`. What a column means is checked with [`ImportSettings::check`].
    pub fn read(
        f: &mut Fields<'_, '_>,
        known: impl Fn() -> Vec<String>,
    ) -> (ImportSettings, Vec<Span>) {
        let mut places = Vec::new();
        let columns = f.group("columns", "`columns`", |f| {
            let mut columns = Vec::new();
            for entry in f.rest(|| Asked::ExactlyOrNone(known())) {
                let Value::Scalar { text, .. } = &entry.value.value else {
                    let message = "a heading means one field, but here is something else";
                    f.fault(
                        Diagnostic::error("wrong-shape", entry.value.span, message)
                            .help("write `\"Invite went out\": notice.sent`"),
                    );
                    continue;
                };
                let meaning = if is_denial(text) || entry.value.is_empty() {
                    ColumnMeaning::Nothing
                } else {
                    ColumnMeaning::Field(text.trim().to_owned())
                };
                columns.push((entry.key.to_string(), meaning));
                places.push(entry.value.span);
            }
            columns
        });
        let columns = match columns {
            Field::Present(said) => *said.value,
            Field::Absent
            | Field::NoPlace(_)
            | Field::Blank(_)
            | Field::Open(_)
            | Field::Unreadable(_) => Vec::new(),
        };
        let imports = ImportSettings {
            columns,
            dates: f.word("dates").get().copied(),
            notice_from: None,
            defaults: Vec::new(),
        };
        (imports, places)
    }

    /// Names every column that is to mean a field that no record has. `places` are those of the
    /// columns, in order; `known` are the paths of all fields ([`super::RecordType::paths`]).
    pub fn check(&self, places: &[Span], known: &[String]) -> Vec<Diagnostic> {
        let wrong = self.columns.iter().zip(places);
        wrong
            .filter_map(|((_, meaning), place)| match meaning {
                ColumnMeaning::Field(path) if !known.contains(path) => {
                    Some(unknown(path, *place, known))
                }
                ColumnMeaning::Field(_) | ColumnMeaning::Nothing => None,
            })
            .collect()
    }
}

fn unknown(path: &str, place: Span, known: &[String]) -> Diagnostic {
    let message = format!("{} is not a field of any record", quoted(path));
    let fault = Diagnostic::error("unknown-field", place, message);
    match nearest(path, known.iter().map(String::as_str)) {
        Some(near) => fault.saying(format!("did you mean `{near}`?")),
        None => fault.help(
            "write the nested names, joined by dots, such as `notice.sent`, or \
             `none` to ignore the column",
        ),
    }
}
