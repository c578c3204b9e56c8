//! What each column of a sheet is for.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::above::HeadingsAbove;
use super::evidence::Evidence;
use super::exports::RowsAre;
use super::headings::{DayPart, Headings, KnownBy, Likely, Meaning, Understood, survey_words};
use super::known::{Holds, Known};
use crate::read::item::Job;
use crate::read::key::key;
use crate::record::{Kind, RecordType};
use plain_values::{CrossMeaning, DateOrder, cross_meaning, read_synonym};
use sheets::{Cell, Row, Sheet};

/// So many columns may be for one field, such as several for days on which something was sent.
pub(super) const MOST_ALIKE: usize = 20;

/// For so many headings that are not understood, somebody looks what they were perhaps meant for.
const MOST_COMPARED: usize = 50;

/// An answer that a cross is held against is no longer than this.
const LONGEST_ANSWER: usize = 12;

/// One column of a sheet.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Its number, from 0.
    pub(super) at: u32,
    /// What stands above it.
    pub(super) heading: String,
    /// The same in the spelling that all spellings of it share.
    pub(super) key: String,
    /// What that means.
    pub(super) meaning: Meaning,
    /// How that is known.
    pub(super) by: KnownBy,
    /// The heading over several columns above it.
    pub(super) above: Option<String>,
    /// The fields that it is perhaps for, where nobody knows.
    pub(super) likely: Likely,
    /// What a cross in it means, by the other answers in it.
    pub(super) cross: CrossMeaning,
}

impl Column {
    /// What stands above it, behind what stands above it and others together.
    pub(super) fn full_heading(&self) -> String {
        match &self.above {
            Some(above) => format!("{above} › {}", self.heading),
            None => self.heading.clone(),
        }
    }

    /// Whether it is for the field with this path.
    pub(super) fn is_for(&self, path: &str, headings: &Headings) -> bool {
        let mut fields = self.meaning.fields();
        fields.any(|at| headings.field(at).is_some_and(|known| known.path == path))
    }
}

/// The columns of a sheet, from the left.
#[derive(Debug, Default)]
pub(super) struct Columns {
    all: Vec<Column>,
    /// The numbers of those that are for a field.
    fields: Vec<u32>,
    /// The number of the one that says of what kind a row is.
    kind: Option<u32>,
    /// Of which kind rows are that do not say it.
    usual_kind: Option<Kind>,
    /// Whether a survey or consultation has other columns than an event.
    by_kind: bool,
}

impl Columns {
    fn new(mut all: Vec<Column>, headings: &Headings, usual_kind: Option<Kind>) -> Self {
        if usual_kind.is_some() {
            // How a consultation is made (`Method of consultation`) is not what it is.
            let inferred = all.iter_mut().filter(|column| column.by.is_inferred());
            for column in inferred.filter(|column| column.is_for("kind", headings)) {
                column.meaning = Meaning::Unknown;
            }
        }
        let is_field = |column: &&Column| {
            column.meaning.fields().next().is_some()
                || matches!(column.meaning, Meaning::DayPart(_))
        };
        let fields = all.iter().filter(is_field).map(|column| column.at);
        let kind = all.iter().find(|column| column.is_for("kind", headings));
        let by_kind = |column: &Column| matches!(column.meaning, Meaning::ByKind { .. });
        Columns {
            fields: fields.collect(),
            kind: kind.map(|column| column.at),
            usual_kind,
            by_kind: all.iter().any(by_kind),
            all,
        }
    }

    /// The kind that a row has because all rows of its sheet do; nothing where it says one itself.
    pub(super) fn usual_kind(&self, row: &Row) -> Option<Kind> {
        let said = self.kind.and_then(|at| row.cell(at));
        self.usual_kind.filter(|_| said.is_none())
    }

    /// Whether a row is of a survey or consultation, as far as that bears on its columns.
    pub(super) fn is_survey(&self, row: &Row) -> bool {
        if !self.by_kind {
            return false;
        }
        let said = self.kind.and_then(|at| row.cell(at));
        let said = said.and_then(|cell| read_synonym::<Kind>(&super::cells::shown(cell)).ok());
        said.or(self.usual_kind(row))
            .is_some_and(Kind::is_open_period)
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Column] {
        &self.all
    }

    /// The numbers of those that are for a field.
    pub(super) fn fields(&self) -> &[u32] {
        &self.fields
    }

    /// The column with this number.
    pub(super) fn at(&self, at: u32) -> Option<&Column> {
        let found = self.all.binary_search_by_key(&at, |column| column.at);
        found.ok().and_then(|found| self.all.get(found))
    }
}

/// The columns under a row of headings.
pub(super) fn columns(sheet: &Sheet, header: usize, headings: &Headings, job: &Job<'_>) -> Columns {
    let Some(row) = sheet.rows.get(header) else {
        return Columns::default();
    };
    let above = HeadingsAbove::of(sheet, header);
    let order = job.imports.dates.unwrap_or(DateOrder::DayFirst);
    let mut so_far: BTreeMap<usize, usize> = BTreeMap::new();
    let mut unknown = 0_usize;
    let mut columns: Vec<Column> = Vec::with_capacity(row.cells.len());
    for (at, cell) in &row.cells {
        let heading = super::cells::shown(cell).into_owned();
        let evidence = LazyCell::new(|| Evidence::of(sheet, header, *at));
        let fit = |known: &Known| evidence.fit(known, order, job);
        let Understood { mut meaning, by } = headings.understood(&heading, above.over(*at), &fit);
        if let Meaning::Field(field) = meaning {
            let count = so_far.entry(field).or_default();
            *count += 1;
            if *count > MOST_ALIKE {
                meaning = Meaning::Surplus(field);
            }
        }
        let is_unknown = meaning == Meaning::Unknown;
        unknown += usize::from(is_unknown);
        let likely = if is_unknown && unknown <= MOST_COMPARED {
            headings.likely(&heading, &fit)
        } else {
            Likely::default()
        };
        columns.push(Column {
            at: *at,
            likely,
            cross: CrossMeaning::Unclear,
            meaning,
            by,
            above: above.over(*at).map(str::to_owned),
            key: key(&heading),
            heading,
        });
    }
    if headings.kind() == RecordType::Engagement {
        let is_day = |column: &Column| {
            let mut fields = column.meaning.fields().filter_map(|at| headings.field(at));
            let evidence = Evidence::of(sheet, header, column.at);
            fields.any(|known| evidence.has_one(known, order, job))
        };
        days_in_parts(&mut columns, headings, is_day);
        first_days_of_surveys(&mut columns, headings);
    }
    for column in &mut columns {
        let is_answer = |at| {
            headings
                .field(at)
                .is_some_and(|known| known.holds == Holds::Answer)
        };
        if column.meaning.fields().any(is_answer) {
            column.cross = cross(sheet, header, column.at);
        }
    }
    let usual_kind = usual_kind(sheet, header, &columns, headings);
    Columns::new(columns, headings, usual_kind)
}

/// Where no column is for the day of an event, three may be: `Day`, `Month` and `Year`.
fn days_in_parts(columns: &mut [Column], headings: &Headings, is_day: impl Fn(&Column) -> bool) {
    let has = |key: &str| columns.iter().any(|column| column.key == key);
    if !has("month") || !(has("day") || has("date") || has("year")) {
        return;
    }
    let mut days = columns
        .iter()
        .filter(|column| column.is_for("date", headings));
    if days.any(|column| column.key != "date" || is_day(column)) {
        return;
    }
    for column in columns {
        let part = match column.key.as_str() {
            "day" | "date" => DayPart::Day,
            "month" => DayPart::Month,
            "year" => DayPart::Year,
            _ => continue,
        };
        column.meaning = Meaning::DayPart(part);
        column.by = KnownBy::Neighbours;
    }
}

/// Where a last day may be that of a survey or consultation, so may the day beside it be the first.
fn first_days_of_surveys(columns: &mut [Column], headings: &Headings) {
    let has = |path: &str| columns.iter().any(|column| column.is_for(path, headings));
    let Some(survey) = headings.number("opens") else {
        return;
    };
    if !has("closes") || has("opens") {
        return;
    }
    for column in columns {
        if let Meaning::Field(event) = column.meaning
            && column.is_for("date", headings)
        {
            let event = Some(event);
            column.meaning = Meaning::ByKind { event, survey };
            column.by = KnownBy::Neighbours;
        }
    }
}

/// The kind of all rows of a register of surveys or consultations, by what stands above its titles
/// or above the whole of it.
fn usual_kind(
    sheet: &Sheet,
    header: usize,
    columns: &[Column],
    headings: &Headings,
) -> Option<Kind> {
    let is_register = headings.kind() == RecordType::Engagement
        && columns
            .iter()
            .any(|column| column.is_for("closes", headings));
    if !is_register {
        return None;
    }
    let export = headings.export();
    if export.is_some_and(|export| export.rows == RowsAre::Consultations) {
        return Some(Kind::Consultation);
    }
    let titles = columns
        .iter()
        .filter(|column| column.is_for("title", headings));
    let titles = titles.map(|column| column.heading.as_str());
    let above = sheet.rows.iter().take(header);
    let lines = above.filter_map(|row| match row.cells.as_slice() {
        [(_, Cell::Text(line))] => Some(line.as_str()),
        _ => None,
    });
    let mut names = titles.chain(sheet.name.as_deref()).chain(lines);
    names.find_map(survey_words)
}

/// A cross ticks a box or strikes it out: the other answers of its column show which.
fn cross(sheet: &Sheet, header: usize, column: u32) -> CrossMeaning {
    let cells = sheet.rows.iter().skip(header + 1);
    let texts: Vec<&str> = cells
        .filter_map(|row| row.cell(column)?.text())
        .filter(|text| text.len() <= LONGEST_ANSWER)
        .map(str::trim)
        .collect();
    // Most columns have none, and reading every answer twice takes its time.
    if texts.iter().any(|text| text.chars().count() == 1) {
        cross_meaning(&texts)
    } else {
        CrossMeaning::Unclear
    }
}
