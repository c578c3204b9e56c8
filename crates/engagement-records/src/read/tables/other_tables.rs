//! Tables that lie among records and are something else: known by their headings, passed over and
//! still searched for what identifies people.

use std::collections::BTreeSet;

use super::DEEPEST;
use super::exports::{self, RowsAre};
use super::headings::Headings;
use super::layout;
use crate::record::RecordType;
use sheets::{Row, Sheet};

/// Fields that other tables have as well: nobody can tell an engagement by them.
const COMMON: &[&str] = &[
    "title",
    "date",
    "last_day",
    "status",
    "organisers",
    "venue.name",
    "venue.mode",
    "start",
    "end",
    "contact",
    "project",
    "areas",
    "id",
    "record",
];

/// A table of something else.
struct OtherTable {
    /// What it is.
    name: &'static str,
    /// Of each of these, it has one, in small letters.
    needs: &'static [&'static [&'static str]],
}

const ATTENDANCE: &str = "an attendance list";

const OTHERS: &[OtherTable] = &[
    OtherTable {
        name: ATTENDANCE,
        needs: &[
            &[
                "name",
                "full name",
                "first name",
                "surname",
                "attendee",
                "participant",
                "guest name",
                "display name",
                "name original name",
                "user name original name",
            ],
            &[
                "signed in",
                "sign in",
                "signed out",
                "signature",
                "joined",
                "join time",
                "first join",
                "leave time",
                "last leave",
                "duration",
                "time joined",
                "time in session",
                "time in session minutes",
                "attendance duration",
                "checked in",
                "check in",
                "ticket type",
                "arrived",
                "time in",
                "dietary requirements",
                "apologies",
            ],
        ],
    },
    OtherTable {
        name: "a list of actions",
        needs: &[
            &[
                "action",
                "actions",
                "task",
                "action point",
                "action agreed",
                "to do",
            ],
            &[
                "owner",
                "who",
                "by whom",
                "by when",
                "due",
                "due date",
                "assigned to",
                "deadline",
                "action owner",
                "responsible",
                "lead",
                "progress",
                "target date",
                "rag",
            ],
        ],
    },
    OtherTable {
        name: "a list of people and how to reach them",
        needs: &[
            &["name", "full name", "first name", "surname", "contact name"],
            &[
                "phone",
                "telephone",
                "mobile",
                "phone number",
                "tel",
                "mobile number",
                "home phone",
            ],
        ],
    },
    OtherTable {
        name: "a budget",
        needs: &[
            &[
                "budget",
                "cost",
                "amount",
                "spend",
                "spent",
                "expenditure",
                "income",
                "balance",
            ],
            &[
                "item",
                "category",
                "description",
                "heading",
                "supplier",
                "invoice",
                "payee",
                "remaining",
                "forecast",
                "actual",
                "budget line",
            ],
        ],
    },
    OtherTable {
        name: "a list of what was said and done",
        needs: &[
            &[
                "you said",
                "what you said",
                "you told us",
                "you asked",
                "we asked",
            ],
            &[
                "we did",
                "what we did",
                "we have done",
                "we are doing",
                "our response",
                "what has changed",
            ],
        ],
    },
    OtherTable {
        name: "a list of term dates",
        needs: &[
            &[
                "term",
                "half term",
                "term name",
                "school term",
                "holiday",
                "school holiday",
            ],
            &[
                "start",
                "start date",
                "starts",
                "begins",
                "from",
                "opens",
                "term starts",
                "first day",
                "start of term",
            ],
        ],
    },
    // The two sheets beside the log that `init` writes.
    OtherTable {
        name: "days on which nobody works",
        needs: &[&["day off"], &["why"]],
    },
    OtherTable {
        name: "a table of bank holidays",
        needs: &[
            &[
                "bunting",
                "bank holiday",
                "bank holidays",
                "public holiday",
                "holiday name",
            ],
            &["date", "day", "title", "start date"],
        ],
    },
    OtherTable {
        name: "the standards that the log counts by",
        needs: &[&["what is to be done"], &["number"], &["unit"]],
    },
];

/// A sheet of something else than records.
pub(super) struct Other {
    /// What it is.
    pub(super) name: &'static str,
    /// How many rows it has below its headings.
    pub(super) rows: usize,
    /// Whether its rows are people who came to something.
    pub(super) is_attendance: bool,
}

impl Other {
    /// What a sheet is, whatever else may be made of it.
    pub(super) fn of(
        sheet: &Sheet,
        headings: &Headings,
        named: Option<RecordType>,
    ) -> Option<Self> {
        if let Some(export) = headings.export() {
            let header = sheet.rows.iter().position(|row| export.is_known_by(row));
            let asks = |path| layout::names(sheet, header.map(|at| (at, 0)), headings, path);
            let is_of_none = match export.rows {
                RowsAre::People => true,
                RowsAre::Answers => {
                    let row = header.and_then(|at| sheet.rows.get(at));
                    row.is_some_and(asks_guests) || !["title", "date"].into_iter().any(asks)
                }
                RowsAre::Engagements
                | RowsAre::Consultations
                | RowsAre::Entries(_)
                | RowsAre::Decisions => false,
            };
            return is_of_none.then_some(Other {
                name: export.name,
                rows: sheet.rows.len() - header.map_or(0, |at| at + 1),
                is_attendance: export.rows == RowsAre::People,
            });
        }
        // A sheet called Contacts is as often one of people's own numbers as one of records.
        if !matches!(named, None | Some(RecordType::Contact)) {
            return None;
        }
        let (name, header) = of(sheet, headings)?;
        Some(Other {
            name,
            rows: sheet.rows.len() - header - 1,
            is_attendance: name == ATTENDANCE,
        })
    }
}

/// Whether a form asks those who came what they made of it.
fn asks_guests(row: &Row) -> bool {
    exports::headings(row)
        .iter()
        .any(|heading| heading.contains("you attend") || heading.contains("you come to"))
}

/// What a sheet is, where it holds no records: known by a row of headings that leads to no field
/// of an engagement beyond those that other tables have as well. With the place of that row among the
/// rows.
fn of(sheet: &Sheet, headings: &Headings) -> Option<(&'static str, usize)> {
    let rows = sheet.rows.iter().take(DEEPEST).enumerate();
    let mut rows = rows.filter(|(_, row)| row.cells.len() > 1);
    rows.find_map(|(at, row)| Some((named_by(row, headings)?, at)))
}

/// What a table is, where a row of headings shows that it holds no records.
fn named_by(row: &Row, headings: &Headings) -> Option<&'static str> {
    let there = exports::headings(row);
    let has = |any: &&[&str]| any.iter().any(|heading| there.contains(*heading));
    let other = OTHERS.iter().find(|other| other.needs.iter().all(&has))?;
    (!is_of_records(row, other, headings)).then_some(other.name)
}

/// Whether a row has the headings of a table that holds no records.
pub(super) fn is_of_other(row: &Row, headings: &Headings) -> bool {
    named_by(row, headings).is_some()
}

/// Whether a sheet as a whole is a list of people who came to something: what stands above them
/// is about their meeting.
pub(super) fn is_attendance(sheet: &Sheet, headings: &Headings) -> bool {
    of(sheet, headings).is_some_and(|(name, _)| name == ATTENDANCE)
}

/// Whether a row of headings is of records all the same: it names two fields of engagements that
/// no other table has, a contact's `mailbox` by that word, or three fields of another type. An
/// e-mail address beside a name and a number is somebody's own.
fn is_of_records(row: &Row, other: &OtherTable, headings: &Headings) -> bool {
    let fields = row.cells.iter().filter_map(|(_, cell)| {
        let mut fields = headings.meaning(cell.text()?, None).fields();
        let known = fields.next().and_then(|at| headings.field(at))?;
        Some(known.path.as_str())
    });
    let fields: BTreeSet<&str> = fields.collect();
    match headings.kind() {
        RecordType::Contact => {
            let mut there = exports::headings(row).into_iter();
            other.name != ATTENDANCE && there.any(|heading| heading.contains("mailbox"))
        }
        RecordType::Engagement => {
            let own = fields.iter().filter(|path| !COMMON.contains(path));
            // What was said and done is no meeting, and is about one only where its name is there.
            let is_of_one = fields.contains("title");
            own.filter(|path| is_of_one || !path.starts_with("feedback."))
                .count()
                > 1
        }
        RecordType::Decision
        | RecordType::Request
        | RecordType::Conduct
        | RecordType::Explanation => fields.len() > 2,
    }
}
