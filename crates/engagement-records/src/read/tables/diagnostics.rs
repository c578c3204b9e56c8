//! What is said of a sheet as a whole: columns that were not understood, rows that are hidden, no
//! headings at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::columns::{Column, Columns, MOST_ALIKE};
use super::exports::Export;
use super::headings::{Headings, Meaning};
use super::rows::UnreadableCells;
use crate::read::Format;
use crate::read::item::Job;
use closed_words::listed;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::{Span, letters};
use sheets::{Error, Sheet, UnparsedReason, UnparsedText, UnreadableCell};
use working_days::count_of;

/// So many headings that were not understood are named; more are counted.
const MOST_NAMED: usize = 12;

/// The code of a table of something else.
pub(crate) const OTHER_TABLE: &str = "other-table";

/// What to say of columns that were not understood: each one by itself that is like something we
/// know, and all others together.
pub(super) fn columns(unknown: &[(&Column, Span)]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut others = Vec::new();
    for (column, place) in unknown {
        if column.likely.is_misspelled {
            faults.push(misspelled(column, *place));
        } else {
            others.push((*column, *place));
        }
    }
    faults.extend(not_understood(&others));
    faults
}

/// What to say of fields that more columns are for than are read: the first that is not, of each.
pub(super) fn surplus(
    columns: &Columns,
    places: &BTreeMap<u32, Span>,
    headings: &Headings,
) -> Vec<Diagnostic> {
    let mut told = BTreeSet::new();
    let surplus = columns
        .all()
        .iter()
        .filter_map(|column| match column.meaning {
            Meaning::Surplus(at) => Some((headings.field(at)?, *places.get(&column.at)?)),
            Meaning::Field(_)
            | Meaning::ByKind { .. }
            | Meaning::DayPart(_)
            | Meaning::Nothing
            | Meaning::People
            | Meaning::Unknown => None,
        });
    surplus
        .filter(|(known, _)| told.insert(&known.path))
        .map(|(known, place)| {
            let message = format!(
                "more than {MOST_ALIKE} columns are for {}; this one and those after it were not \
                 read",
                quoted(&known.path)
            );
            Diagnostic::error("too-many-columns", place, message).help(
                "say in a file `columns.yaml` beside this one which of these headings mean \
                 something else, or `none`",
            )
        })
        .collect()
}

fn misspelled(column: &Column, place: Span) -> Diagnostic {
    let heading = quoted(&column.heading);
    let message = format!("{heading} is not a heading that is known, so its column was not read");
    Diagnostic::error("unknown-heading", place, message)
        .warning()
        .saying(format!("did you mean {}?", named(&column.likely.paths)))
}

fn named(paths: &[String]) -> String {
    listed(paths.iter().map(|path| format!("`{path}`")), "or")
}

fn not_understood(columns: &[(&Column, Span)]) -> Option<Diagnostic> {
    let (_, first) = columns.first()?;
    let mut named: Vec<String> = columns
        .iter()
        .take(MOST_NAMED)
        .map(|(column, _)| quoted(&column.heading))
        .collect();
    if columns.len() > MOST_NAMED {
        let more = i64::try_from(columns.len() - MOST_NAMED).unwrap_or(i64::MAX);
        named.push(count_of(more, "others"));
    }
    let all = listed(named, "and");
    let message = if columns.len() == 1 {
        format!("the column {all} matches no field and was not read")
    } else {
        format!("these columns match no field and were not read: {all}")
    };
    let named = columns.iter().find_map(|(column, _)| {
        Some((
            column.heading.as_str(),
            column.likely.paths.first()?.as_str(),
        ))
    });
    let first_heading = columns.first().map_or("", |(column, _)| &column.heading);
    let (heading, path) = named.unwrap_or((first_heading, "none"));
    let heading = quoted(heading).replace('`', "\"");
    let help = format!(
        "if one of them means a field, say which in a file `columns.yaml` beside this one, such as \
         `columns: {{ {heading}: {path} }}`; `none` ignores it without a remark"
    );
    Some(
        Diagnostic::error("unknown-heading", *first, message)
            .note()
            .help(help),
    )
}

/// What people do not see when they open a file counts all the same, and they should know.
pub(super) fn hidden(sheet: &Sheet, place: Span) -> Option<Diagnostic> {
    let rows = sheet.rows.iter().filter(|row| row.hidden).count();
    let message = match (sheet.hidden, rows) {
        (true, _) => "this sheet is hidden; it was read all the same".to_owned(),
        (false, 0) => return None,
        (false, 1) => "1 row of this sheet is hidden; it was read all the same".to_owned(),
        (false, rows) => {
            format!("{rows} rows of this sheet are hidden; they were read all the same")
        }
    };
    Some(Diagnostic::error("hidden", place, message).note())
}

/// A table that another program wrote.
pub(super) fn export(export: &Export, columns: &Columns, place: Span) -> Diagnostic {
    let people = columns.all().iter();
    let people = people.filter(|column| column.meaning == Meaning::People);
    let people: Vec<String> = people.map(|column| quoted(&column.heading)).collect();
    let mut message = format!("this is read as {}", export.name);
    if !people.is_empty() {
        let people = listed(people, "and");
        let _ = write!(
            message,
            "; what stands under {people} is about people and was not read"
        );
    }
    Diagnostic::error("known-export", place, message).note()
}

/// A table of something else than records.
pub(super) fn other_table(what: &str, place: Span) -> Diagnostic {
    let message = format!("this is {what}, so nothing in it was read as a record");
    Diagnostic::error(OTHER_TABLE, place, message)
        .note()
        .help("if it holds records, say in a file `columns.yaml` beside it what its headings mean")
}

/// A list of people, of which only their meeting was read.
pub(super) fn attendance(what: &str, place: Span) -> Diagnostic {
    let message =
        format!("this is read as {what}: the meeting and how many came; who they are was not read");
    Diagnostic::error("known-export", place, message).note()
}

/// A part of a text that could not be divided into rows.
pub(super) fn unparsed(text: &UnparsedText, place: Span) -> Diagnostic {
    let code = match text.reason {
        UnparsedReason::UnclosedQuote => "quote-not-closed",
        UnparsedReason::RowTooLong => "row-too-long",
        UnparsedReason::TooManyUnclosedQuotes => "reading-stopped",
    };
    Diagnostic::error(code, place, text.to_string()).help(text.help())
}

/// Cells of a sheet of which the file does not tell what they say. Where none of them is about a
/// record, nothing of the records is missing.
pub(super) fn unreadable_cells(why: UnreadableCell, cells: &UnreadableCells) -> Diagnostic {
    let (row, column, place) = cells.first;
    let (code, what, help) = match why {
        UnreadableCell::NoResult => (
            "no-result",
            "without a result",
            "open the workbook in a spreadsheet program, save it, and read it again",
        ),
        UnreadableCell::Damaged => (
            "unreadable-cell",
            "that cannot be read",
            "open the workbook in a spreadsheet program, look what is there, and save it again",
        ),
    };
    let first = format!("{}{row}", letters(column));
    let message = match (why, cells.count) {
        (UnreadableCell::NoResult, 1) => format!("the formula in cell {first} is {what}"),
        (UnreadableCell::NoResult, count) => {
            format!("{count} cells hold formulas {what}, the first {first}")
        }
        (UnreadableCell::Damaged, 1) => format!("cell {first} holds something {what}"),
        (UnreadableCell::Damaged, count) => {
            format!("{count} cells hold something {what}, the first {first}")
        }
    };
    let fault = Diagnostic::error(code, place, message).help(help);
    if cells.is_of_record || why == UnreadableCell::Damaged {
        fault
    } else {
        fault.warning()
    }
}

/// A file that gives no sheets at all.
pub(super) fn refused(job: &Job<'_>, error: Error) -> Diagnostic {
    let code = match error {
        Error::Empty | Error::NotAWorkbook { .. } => "not-a-workbook",
        Error::Protected => "protected",
        Error::CutOff => "cut-off",
        Error::Damaged | Error::DamagedRow { .. } => "damaged",
        Error::WorkbookTooLarge(_) | Error::TableTooLarge(_) => "too-large",
    };
    job.fault(code, error.to_string()).help(error.help())
}

/// A file that is another workbook than its name says.
pub(super) fn wrong_ending(job: &Job<'_>, format: Format) -> Option<Diagnostic> {
    let (is, said) = (format.word(), job.format.word());
    let message = format!("this is a workbook in .{is}, not in .{said}; it is read as .{is}");
    (format != job.format).then(|| {
        job.fault("wrong-ending", message)
            .help(format!("give its name the ending .{is}"))
            .warning()
    })
}

/// A sheet without headings among others that have some: notes, lists for choosing from.
pub(super) fn skipped(place: Span) -> Diagnostic {
    let message = "this sheet has no row of headings that is known, so nothing in it was read";
    Diagnostic::error("no-headings", place, message).note().help(
        "if it holds records, name it after them (Meetings, Decisions, Requests, Contacts), or say \
         in a file `columns.yaml` beside this one what its headings mean",
    )
}

/// A row that says of what kind it is and when it was, as records do.
pub(super) fn above_headings(place: Span) -> Diagnostic {
    let message = "this row stands above the row of headings, so it was not read";
    Diagnostic::error("above-headings", place, message)
        .warning()
        .help("if it is a record, move it below the headings")
}

/// A table in which nobody can tell what the columns are.
pub(super) fn no_headings(place: Span) -> Diagnostic {
    Diagnostic::error(
        "no-headings",
        place,
        "no row of headings was found in this table, so nothing in it could be read",
    )
    .help(
        "put headings such as Title, Type, Date and Notice sent above the columns, or say in a file \
         `columns.yaml` beside this one what its own headings mean",
    )
}
