//! Tables as other programs export them, one file each: by which headings each is known, what they
//! mean there, and which are about people. Adding one is adding a file with its example.

mod airtable;
mod calendar;
mod citizen_space;
mod council_meetings;
mod eventbrite;
mod forward_plan;
mod google_calendar;
mod google_forms;
mod microsoft_forms;
mod microsoft_lists;
mod notion;
mod outlook;
mod teams;
mod zoom;

use std::collections::BTreeSet;

use super::DEEPEST;
use crate::read::key::key;
use crate::record::RecordType;
use sheets::{Row, Sheet};

/// No heading of an export is longer, in bytes.
const LONGEST: usize = 100;

/// A table as another program exports it.
pub(super) struct Export {
    /// What it is, behind `as`.
    pub(super) name: &'static str,
    /// Headings that it has, all of them, in small letters; the first of them stands first, except
    /// among decisions, which every council lists in an order of its own.
    known_by: &'static [&'static str],
    /// Headings that mean something else here than in other tables, or `none`.
    pub(super) columns: &'static [(&'static str, &'static str)],
    /// Headings of columns about people, which are never read.
    pub(super) people: &'static [&'static str],
    /// What its rows are.
    pub(super) rows: RowsAre,
    /// A table as that program writes it.
    #[cfg(test)]
    example: &'static str,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowsAre {
    /// Engagements, one each.
    Engagements,
    /// Consultations, one each.
    Consultations,
    /// Answers to a form: engagements, one each, where it asks which one it was or when, and not
    /// those who came.
    Answers,
    /// Entries of a calendar, of which some are no engagements.
    Entries(&'static EntryColumns),
    /// Decisions, one each.
    Decisions,
    /// People, who are nobody's business.
    People,
}

impl RowsAre {
    /// The type of record that a row is, if it is one.
    pub(super) fn record_type(self) -> RecordType {
        match self {
            RowsAre::Engagements
            | RowsAre::Consultations
            | RowsAre::Answers
            | RowsAre::Entries(_)
            | RowsAre::People => RecordType::Engagement,
            RowsAre::Decisions => RecordType::Decision,
        }
    }
}

/// The columns that say what an entry of a calendar is, by their headings in small letters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct EntryColumns {
    /// Whether it lasts whole days.
    pub(super) whole_days: &'static str,
    /// Whether it is private, by an answer or a word for it.
    pub(super) private: &'static [&'static str],
    /// Who is invited.
    pub(super) invited: &'static [&'static str],
}

const ALL: &[&Export] = &[
    &outlook::EXPORT,
    &google_calendar::EXPORT,
    &calendar::EXPORT,
    &calendar::BY_DAY,
    &microsoft_forms::EXPORT,
    &google_forms::EXPORT,
    &microsoft_lists::EXPORT,
    &teams::REPORT,
    &teams::OLD_REPORT,
    &zoom::EXPORT,
    &eventbrite::REPORT,
    &eventbrite::ORDERS,
    &citizen_space::EXPORT,
    &airtable::EXPORT,
    &notion::EXPORT,
    &council_meetings::EXPORT,
    &council_meetings::BY_NAME,
    &forward_plan::REGISTER,
    &forward_plan::DATED_PLAN,
    &forward_plan::PLAN,
    &forward_plan::TITLED_PLAN,
    &forward_plan::EARLIEST,
];

/// The export that a sheet is; nothing where it is none that is known.
pub(super) fn of(sheet: &Sheet) -> Option<&'static Export> {
    let rows = sheet.rows.iter().take(DEEPEST);
    let mut rows = rows.filter(|row| !row.cells.is_empty());
    rows.find_map(|row| ALL.iter().copied().find(|export| export.is_known_by(row)))
}

impl Export {
    /// Whether it is known by the headings of a row.
    pub(super) fn is_known_by(&self, row: &Row) -> bool {
        let first = row
            .cells
            .first()
            .and_then(|(_, first)| heading(first.text()?));
        // Few rows begin as it does, and a wide one takes long to compare.
        let is_first = first.is_some() && first.as_deref() == self.known_by.first().copied();
        if !is_first && self.rows != RowsAre::Decisions {
            return false;
        }
        let there = headings(row);
        let mut all = self.known_by.iter();
        all.all(|heading| there.contains(*heading))
    }
}

/// What stands in a row, as headings are compared.
pub(super) fn headings(row: &Row) -> BTreeSet<String> {
    let texts = row
        .cells
        .iter()
        .take(100)
        .filter_map(|(_, cell)| heading(cell.text()?));
    texts.collect()
}

/// A cell as headings are compared; nothing where it is longer than any.
fn heading(text: &str) -> Option<String> {
    if text.starts_with("ListSchema=") {
        return Some("listschema".to_owned());
    }
    (text.len() < LONGEST).then(|| key(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Format;
    use crate::read::item::tests::job;
    use crate::read::tables::text;

    /// Every export is known by its own example, and no name in it comes out.
    #[test]
    fn every_example_is_read_as_what_it_is() {
        for export in ALL {
            let sheet = sheets::text_table(export.example, None).unwrap();
            let found = of(&sheet).map(|found| found.name);
            assert_eq!(found, Some(export.name));
            let mut records = Vec::new();
            let _ = job(Format::Csv, |job| {
                text(job, export.example, &mut |item, _| {
                    records.push(format!("{:?} {:?}", item.node, item.beside));
                    true
                })
            });
            let are_people = export.rows == RowsAre::People;
            assert!(are_people || !records.is_empty(), "{}", export.name);
            for record in records {
                let has_title = record.contains("\"title\"");
                assert!(are_people || has_title, "{}: {record}", export.name);
                assert!(!record.contains("Pat Example"), "{}: {record}", export.name);
                assert!(!record.contains("pat@"), "{}: {record}", export.name);
            }
        }
    }
}
