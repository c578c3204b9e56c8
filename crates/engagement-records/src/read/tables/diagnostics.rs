//! What is said of a sheet as a whole: columns that were not understood, rows that are hidden, no
//! headings at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::columns::{Column, Columns, MOST_ALIKE};
use super::exports::Export;
use super::form::{FieldsIn, Form};
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

/// Of so many of them it is said what they are perhaps for.
const MOST_GUESSED: usize = 3;

/// The code of a table of something else.
pub const OTHER_TABLE: &str = "other-table";

/// A column of which something is to say, and how many rows hold something in it.
pub(super) struct ToldColumn<'c> {
    pub(super) column: &'c Column,
    /// Where its heading stands.
    pub(super) place: Span,
    pub(super) rows: usize,
    /// Where the fields of its table stand.
    pub(super) fields_in: FieldsIn,
}

impl ToldColumn<'_> {
    fn heading(&self) -> String {
        quoted(&self.column.heading)
    }

    /// `Notes` (6 rows)
    fn heading_and_rows(&self) -> String {
        let rows = self.fields_in.counted(self.rows);
        format!("{} ({rows})", self.heading())
    }
}

/// What to say of columns that were not understood: each one by itself that is like something we
/// know, and all others together.
pub(super) fn columns(unknown: Vec<ToldColumn<'_>>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut others = Vec::new();
    for told in unknown {
        if told.column.likely.is_misspelled {
            faults.push(misspelled(&told));
        } else {
            others.push(told);
        }
    }
    faults.extend(not_understood(&others));
    faults
}

/// What to say of columns under whose headings people are named. Nobody is to write a mapping for
/// them.
pub(super) fn people(columns: &[ToldColumn<'_>]) -> Option<Diagnostic> {
    let first = columns.first()?;
    let rows = columns.iter().map(|told| told.rows).max().unwrap_or(0);
    let all = named(columns, ToldColumn::heading_and_rows);
    let by = first.fields_in.by_heading();
    let message = format!("what stands {by} {all} is about people and was not read");
    Some(
        Diagnostic::error("people-unread", first.place, message)
            .note()
            .help("write how many came, such as `6 parents, 2 officers`")
            .on_rows(rows),
    )
}

/// What to say of columns of fields that are blank in every row.
pub(super) fn blank(columns: &[ToldColumn<'_>]) -> Option<Diagnostic> {
    let first = columns.first()?;
    let all = named(columns, ToldColumn::heading);
    let record = first.fields_in.record();
    let by = first.fields_in.by_heading();
    let message = format!("no {record} has anything {by} {all}");
    Some(
        Diagnostic::error("blank-column", first.place, message)
            .note()
            .help(
                "some programs leave out what formulas give; if something should stand there, save \
                 the table again in the program in which it was made",
            ),
    )
}

/// The headings of columns, the first of them by name.
fn named<'c>(columns: &[ToldColumn<'c>], name: impl Fn(&ToldColumn<'c>) -> String) -> String {
    let mut named: Vec<String> = columns.iter().take(MOST_NAMED).map(name).collect();
    if columns.len() > MOST_NAMED {
        let more = i64::try_from(columns.len() - MOST_NAMED).unwrap_or(i64::MAX);
        named.push(count_of(more, "others"));
    }
    listed(named, "and")
}

/// What to say of fields that more columns are for than are read: the first that is not, of each.
pub(super) fn surplus(
    columns: &Columns,
    places: &BTreeMap<u32, Span>,
    fields_in: FieldsIn,
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
            | Meaning::LastDay
            | Meaning::People
            | Meaning::Unknown => None,
        });
    surplus
        .filter(|(known, _)| told.insert(&known.path))
        .map(|(known, place)| {
            let message = format!(
                "more than {MOST_ALIKE} {}s are for {}; this one and those after it were not read",
                fields_in.one(),
                quoted(&known.path)
            );
            Diagnostic::error("too-many-columns", place, message).help(
                "say in a file `columns.yaml` beside this one which of these headings mean \
                 something else, or `none`",
            )
        })
        .collect()
}

fn misspelled(told: &ToldColumn<'_>) -> Diagnostic {
    let message = format!(
        "{} is not a heading that is known, so its {} was not read; {}",
        told.heading(),
        told.fields_in.one(),
        have_something(told.fields_in, told.rows)
    );
    let paths = told.column.likely.paths.iter();
    let meant = listed(paths.map(|path| format!("`{path}`")), "or");
    Diagnostic::error("unknown-heading", told.place, message)
        .warning()
        .saying(format!("did you mean {meant}?"))
        .on_rows(told.rows)
}

fn have_something(fields_in: FieldsIn, rows: usize) -> String {
    let record = fields_in.record();
    match rows {
        0 => format!("it is blank in every {record}"),
        1 => format!("1 {record} has something there"),
        rows => format!("{rows} {record}s have something there"),
    }
}

/// What the first columns of which anybody can guess it are perhaps for.
fn guesses(columns: &[ToldColumn<'_>]) -> String {
    let open = columns
        .iter()
        .filter(|told| !told.column.likely.paths.is_empty());
    let all = open.take(MOST_GUESSED).map(|told| {
        let paths = told.column.likely.paths.iter();
        let paths = listed(paths.map(|path| format!("`{path}`")), "or");
        format!("{} is perhaps {paths}; ", told.heading())
    });
    all.collect()
}

fn not_understood(columns: &[ToldColumn<'_>]) -> Option<Diagnostic> {
    let first = columns.first()?;
    let rows = columns.iter().map(|told| told.rows).max().unwrap_or(0);
    let one = first.fields_in.one();
    let message = if columns.len() == 1 {
        let heading = first.heading();
        let rows = have_something(first.fields_in, rows);
        format!("the {one} {heading} matches no field and was not read; {rows}")
    } else {
        let all = named(columns, ToldColumn::heading_and_rows);
        format!("these {one}s match no field and were not read: {all}")
    };
    let likely = columns.iter().find_map(|told| {
        let path = told.column.likely.paths.first()?;
        Some((told.column.heading.as_str(), path.as_str()))
    });
    let (heading, path) = likely.unwrap_or((first.column.heading.as_str(), "none"));
    let heading = quoted(heading).replace('`', "\"");
    let help = format!(
        "{}if one of them means a field, say which in a file `columns.yaml` beside this one, such as \
         `columns: {{ {heading}: {path} }}`; `none` ignores it without a remark, and `charter-audit \
         columns` shows all of them",
        guesses(columns)
    );
    Some(
        Diagnostic::error("unknown-heading", first.place, message)
            .note()
            .help(help)
            .on_rows(rows),
    )
}

/// What people do not see when they open a file counts all the same, and they should know.
pub(super) fn hidden(sheet: &Sheet, form: Option<&Form>, place: Span) -> Option<Diagnostic> {
    let hidden = || sheet.rows.iter().filter(|row| row.hidden).count();
    let rows = form.map_or_else(hidden, |form| form.hidden_rows);
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

/// A table of something else than records, with how many rows it has below its headings.
pub(super) fn other_table(what: &str, rows: usize, place: Span) -> Diagnostic {
    let message = format!(
        "this holds {what}, so nothing in it was read as a record: {}",
        FieldsIn::Columns.counted(rows)
    );
    Diagnostic::error(OTHER_TABLE, place, message)
        .note()
        .on_rows(rows)
        .help("if it holds records, say in a file `columns.yaml` beside it what its headings mean")
}

/// A list of people, of which only their meeting was read.
pub(super) fn attendance(what: &str, title_names_somebody: bool, place: Span) -> Diagnostic {
    let title = if title_names_somebody {
        ", nor was the title, which names somebody"
    } else {
        ""
    };
    let message = format!(
        "this is read as {what}: the meeting and how many came; who they are was not read{title}"
    );
    Diagnostic::error("known-export", place, message).note()
}

/// Days of a list of people that can be read in both orders, beside hours of half a day.
pub(super) fn either_order(place: Span) -> Diagnostic {
    let message = "this day was read day first, and may have been written month first";
    Diagnostic::error("either-order", place, message)
        .warning()
        .help(
            "where it was, put `dates: month-first` into a file `columns.yaml` beside this one, \
             otherwise `dates: day-first`",
        )
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
