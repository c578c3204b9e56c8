//! The columns of the log: their headings, what stands in them and what can be chosen.

use closed_words::Word as _;
use engagement_records::record::{
    Audience, Holds, Kind, Mode, RecordType, Side, Status, known_fields,
};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, XlsxError,
};

use super::last_days::LastDay;
use super::places::cell_at;
use super::words::{capital, spelled};
use crate::charter::Charter;

/// The fields of an engagement that have a column, in order: first what every row needs, then what
/// shows that promises were kept.
const FIELDS: &[&str] = &[
    "title",
    "kind",
    "status",
    "organisers",
    "audience",
    "date",
    "start",
    "end",
    "opens",
    "closes",
    "notice.sent",
    "notice.purpose",
    "papers.sent",
    "papers.none_needed",
    "feedback.sent",
    "feedback.to",
    "feedback.you_said",
    "feedback.we_did",
    "forum.invited",
    "attendance.forum_reps",
    "attendance.parents",
    "attendance.cyp",
    "cyp.involved",
    "cyp.method",
    "cyp.not_appropriate",
    "service_parents.involved",
    "venue.mode",
    "venue.access.step_free",
    "venue.access.accessible_toilet",
    "venue.access.hearing_loop",
    "venue.access.parking",
    "venue.access.captions",
    "venue.access.needs_asked",
    "venue.access.why_not",
    "timing.considered",
    "areas",
    "project",
    "scope_for_change.in",
    "scope_for_change.out",
    "wider_input.opened",
    "wider_input.closed",
    "forum_feedback.sent",
    "reach.invited",
    "reach.responded",
    "reach.not_reached",
    "promoted_forum.done",
];

/// A list to choose from is no longer, commas included.
const LONGEST_LIST: usize = 255;

/// What stands in a column.
pub(super) enum Content {
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A number of people.
    Count,
    /// Words that are offered in a list. Only they may stand there, or others as well.
    Words(Vec<String>, Only),
    /// Anything.
    Text,
    /// By when something is to be done, as the workbook works it out.
    LastDay(LastDay),
}

/// Whether only the words of a list may stand in a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Only {
    /// Formulas compare with them.
    These,
    /// The list is for convenience.
    Usually,
}

/// A column of the log.
pub(super) struct Column {
    /// The field that it is for; of one that is worked out, nothing.
    path: Option<&'static str>,
    pub(super) heading: String,
    pub(super) content: Content,
}

/// The columns, each that is worked out behind the one that it is about.
pub(super) fn of_log(charter: &Charter, last_days: &[LastDay]) -> Vec<Column> {
    let mut columns = Vec::new();
    for path in FIELDS {
        let mut fields = known_fields().iter();
        let is_it = |kind, known: &str| kind == RecordType::Engagement && known == *path;
        let Some(field) = fields.find(|field| is_it(field.kind, &field.path)) else {
            continue;
        };
        columns.push(Column {
            path: Some(path),
            heading: heading(path, &field.heading),
            content: content(path, field.spec.holds, &(field.spec.words)(), charter),
        });
        let about = last_days.iter().find(|last_day| last_day.done == *path);
        columns.extend(about.map(|last_day| Column {
            path: None,
            heading: last_day.heading.to_owned(),
            content: Content::LastDay(last_day.clone()),
        }));
    }
    columns
}

/// The declared heading, or one that says more by itself.
fn heading(path: &str, declared: &str) -> String {
    match path {
        "start" => "Start time".to_owned(),
        "end" => "End time".to_owned(),
        "opens" => "Opens".to_owned(),
        "closes" => "Closes".to_owned(),
        _ => declared.to_owned(),
    }
}

fn content(path: &str, holds: Option<Holds>, words: &[&'static str], charter: &Charter) -> Content {
    let usually = |words: Vec<String>| Content::Words(words, Only::Usually);
    match (path, holds) {
        ("kind", _) => Content::Words(kinds(), Only::These),
        ("status", _) => Content::Words(spelled(Status::all_words()), Only::These),
        ("audience" | "feedback.to", _) => usually(audiences()),
        ("venue.mode", _) => usually(spelled(Mode::all_words())),
        ("organisers", _) => usually(organisers(charter)),
        (_, Some(Holds::Day)) => Content::Day,
        (_, Some(Holds::Time)) => Content::Time,
        (_, Some(Holds::Answer)) => usually(spelled(["yes", "no"].into_iter())),
        (_, Some(Holds::Count | Holds::Children | Holds::Number)) => Content::Count,
        (_, Some(Holds::Word | Holds::Words)) if !words.is_empty() => {
            usually(spelled(words.iter().copied()))
        }
        (
            _,
            Some(Holds::Word | Holds::Words | Holds::Text | Holds::Texts | Holds::Agreed) | None,
        ) => Content::Text,
    }
}

/// The kinds of engagements, as they are offered and as formulas compare with them.
fn kinds() -> Vec<String> {
    spelled(Kind::WORDS.iter().map(|(_, kind)| kind.spoken()))
}

/// One group, or parents and children together.
fn audiences() -> Vec<String> {
    let mut all: Vec<String> = Audience::all_words()
        .map(|word| capital(word).replace("Cyp", "CYP"))
        .collect();
    if let [parents, cyp, ..] = all.as_slice() {
        all.push(format!("{parents}; {cyp}"));
    }
    all
}

/// Each party by its id, and each organisation with each forum.
fn organisers(charter: &Charter) -> Vec<String> {
    let ids = |side| charter.parties.of(side).map(|party| party.id.as_str());
    let alone = charter.parties.iter().map(|party| party.id.clone());
    let together = ids(Side::Organisation).flat_map(|organisation| {
        ids(Side::Forum).map(move |forum| format!("{organisation}; {forum}"))
    });
    alone.chain(together).collect()
}

impl Column {
    /// What it works out, where it does.
    pub(super) fn last_day(&self) -> Option<&LastDay> {
        match &self.content {
            Content::LastDay(last_day) => Some(last_day),
            Content::Day | Content::Time | Content::Count | Content::Words(..) | Content::Text => {
                None
            }
        }
    }

    /// How wide it is, in characters.
    pub(super) fn width(&self) -> f64 {
        match (self.path, &self.content) {
            (Some("title"), _) => 36.0,
            (_, Content::Day | Content::LastDay(_) | Content::Words(..)) => 17.0,
            (_, Content::Time | Content::Count) => 11.0,
            (_, Content::Text) => 28.0,
        }
    }

    /// What may stand in it, where that can be said.
    pub(super) fn validation(&self) -> Result<Option<DataValidation>, XlsxError> {
        let validation = DataValidation::new();
        let mild = DataValidationErrorStyle::Information;
        Ok(match &self.content {
            // More does not fit into a list, and a comma parts two words of it.
            Content::Words(words, _)
                if words.join(",").len() > LONGEST_LIST
                    || words.iter().any(|word| word.contains(',')) =>
            {
                None
            }
            Content::Words(words, only) => {
                let validation = validation.allow_list_strings(words)?;
                Some(match only {
                    Only::These => {
                        validation.set_error_message("Choose one of the words in the list.")?
                    }
                    Only::Usually => validation
                        .set_error_style(mild)
                        .set_error_message("This is not in the list; it may stand here.")?,
                })
            }
            Content::Day => {
                let from = ExcelDateTime::from_ymd(2000, 1, 1)?;
                let to = ExcelDateTime::from_ymd(2099, 12, 31)?;
                Some(
                    validation
                        .allow_date(DataValidationRule::Between(&from, &to))
                        .set_error_style(mild)
                        .set_error_message(
                            "This is not a day. A day is best, such as 12/3/2026; of something that \
                             was not done, write no.",
                        )?,
                )
            }
            Content::Time => {
                let from = ExcelDateTime::from_hms(0, 0, 0)?;
                let to = ExcelDateTime::from_hms(23, 59, 59)?;
                Some(
                    validation
                        .allow_time(DataValidationRule::Between(&from, &to))
                        .set_error_style(mild)
                        .set_error_message("This is not a time, such as 10:00.")?,
                )
            }
            Content::Count | Content::Text | Content::LastDay(_) => None,
        })
    }
}

/// The cell of a field in a row, as formulas name it; nothing where the field has no column.
pub(super) fn cell(columns: &[Column], path: &str, row: u32) -> String {
    let at = columns.iter().position(|column| column.path == Some(path));
    let at = at.and_then(|at| u16::try_from(at).ok());
    at.map_or_else(String::new, |at| cell_at(at, row))
}
