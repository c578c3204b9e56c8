//! What was understood of the columns of tables, in words.

use std::collections::BTreeMap;

use super::explain;
use super::model::Table;
use super::without_place;
use crate::audit::Audit;
use crate::charter::Charter;
use engagement_records::convert::{full_heading, names_people};
use engagement_records::fields::{KeptAs, NoPlace};
use engagement_records::read::{
    ColumnIs, DescribedColumn, FileColumns, Format, KnownBy, TableColumns, TableIs,
};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;
use located::source::{Sources, letters};

/// So much of a cell is shown, in characters.
const LONGEST_CELL: usize = 40;

/// One table, in words.
pub struct TableInWords {
    /// The file that it is in, as people know it.
    pub file: String,
    /// Which it is: `Log.xlsx › Meetings`.
    pub title: SafeText,
    /// What it was taken for.
    pub about: SafeText,
    /// Its columns that were understood.
    pub understood: Option<Table>,
    /// Its columns that were not read.
    pub unread: Vec<UnreadColumn>,
    /// What it keeps a field in: a column, or a row of a form.
    pub field_in: KeptAs,
    /// The columns that promises ask for and that it does not have.
    pub asked_for: Vec<SafeText>,
}

/// A column that was not read.
pub struct UnreadColumn {
    /// Its heading as a `columns.yaml` names it, for that alone; nothing where it has none.
    pub heading: Option<String>,
    /// Its letters and its heading, and in how many rows there is something.
    pub name: SafeText,
    /// Some of its cells.
    pub cells: Vec<SafeText>,
    /// The fields that were perhaps meant.
    pub likely: Vec<SafeText>,
}

/// What promises ask for and tables do not have, by the table.
#[derive(Default)]
pub struct AskedFor(BTreeMap<TableKey, Vec<SafeText>>);

/// A table by its file, its sheet and its row of headings.
type TableKey = (String, Option<String>, Option<u32>);

impl AskedFor {
    /// What an audit of the records of tables could not show.
    pub fn of(
        audit: &Audit<'_>,
        sources: &Sources,
        files: &[FileColumns],
        charter: &Charter,
    ) -> Self {
        let redactor = &charter.redactor;
        let mut asked: BTreeMap<_, Vec<SafeText>> = BTreeMap::new();
        let table = |span: located::source::Span| {
            let source = sources.get(span.source);
            let sheet = source.and_then(|it| it.sheet(span));
            let name = sources.name(span.source);
            let row = source.and_then(|it| it.row(span));
            let tables = files.iter().filter(|file| file.name == name);
            let tables = tables.flat_map(|file| file.tables.iter().flatten());
            let above = tables
                .filter(|table| table.sheet.as_deref() == sheet)
                .filter_map(|table| table.row.filter(|header| Some(*header) <= row));
            (name.to_owned(), sheet.map(str::to_owned), above.max())
        };
        for ((table, place), lack) in without_place::by_place(audit, table) {
            let NoPlace {
                kept_as: KeptAs::Row | KeptAs::Column,
                ..
            } = place
            else {
                continue;
            };
            // It is there, and blank for some records.
            if without_place::BlankColumn::of(place, lack.first, sources).is_some() {
                continue;
            }
            let clauses = lack
                .clauses
                .keys()
                .filter_map(|at| charter.clauses.get(*at));
            let clauses = clauses.map(|clause| explain::named(clause, redactor));
            asked.entry(table).or_default().push(safe!(
                "{}: for {}",
                place.heading(),
                SafeText::listed(clauses, "and")
            ));
        }
        AskedFor(asked)
    }
}

/// The tables of files in words. Cells are shown only where it is known what must not be.
pub fn in_words(
    files: &[FileColumns],
    asked_for: &AskedFor,
    redactor: &Redactor,
    shows_cells: bool,
) -> Vec<TableInWords> {
    let tables = files.iter().flat_map(|file| {
        let tables = file.tables.iter().flatten();
        tables.map(move |table| (file, table))
    });
    tables
        .filter(|(_, table)| table.is != TableIs::Blank)
        .map(|(file, table)| {
            let key = (file.name.clone(), table.sheet.clone(), table.row);
            table_in_words(file, table, redactor, shows_cells)
                .asking(asked_for.0.get(&key).cloned().unwrap_or_default())
        })
        .collect()
}

impl TableInWords {
    fn asking(self, asked_for: Vec<SafeText>) -> Self {
        TableInWords { asked_for, ..self }
    }
}

fn table_in_words(
    file: &FileColumns,
    table: &TableColumns,
    redactor: &Redactor,
    shows_cells: bool,
) -> TableInWords {
    let name = redactor.redact(&file.name);
    let title = match &table.sheet {
        Some(sheet) => safe!("{} › {}", name, redactor.redact(sheet)),
        None => name,
    };
    let is_understood = |column: &&DescribedColumn| !matches!(column.is, ColumnIs::Unread(_));
    let rows: Vec<Vec<SafeText>> = table
        .columns
        .iter()
        .filter(is_understood)
        .map(|column| understood(column, table, redactor))
        .collect();
    let unread = table.columns.iter().filter_map(|column| {
        let ColumnIs::Unread(likely) = &column.is else {
            return None;
        };
        Some(unread(column, likely, table, redactor, shows_cells))
    });
    TableInWords {
        file: file.name.clone(),
        title,
        about: about_form(table, redactor).unwrap_or_else(|| about(table)),
        understood: (!rows.is_empty()).then(|| Table {
            header: ["", "Heading", "Understood as", "By", records(table)]
                .map(SafeText::own)
                .to_vec(),
            rows,
            numbers_from: 4,
        }),
        unread: unread.collect(),
        field_in: table.form.map_or(KeptAs::Row, |_| KeptAs::Column),
        asked_for: Vec::new(),
    }
}

/// What its records are.
fn records(table: &TableColumns) -> &'static str {
    table.form.map_or("Rows", |_| "Records")
}

/// What is said of a form.
fn about_form(table: &TableColumns, redactor: &Redactor) -> Option<SafeText> {
    let (TableIs::Records(kind), Some(row), Some(column)) = (table.is, table.row, table.form)
    else {
        return None;
    };
    let beside = match table.rows {
        0 => "none beside them yet: once there are some, this says what promises ask for".into(),
        1 => SafeText::from("1 record beside them"),
        records => safe!("{} records beside them", records),
    };
    Some(safe!(
        "This is a form: each column is {}; the headings stand in column {} from row {} on, with \
         {}.",
        kind.what(),
        redactor.redact(&letters(column)),
        row,
        beside
    ))
}

fn about(table: &TableColumns) -> SafeText {
    match (table.is, table.row) {
        (TableIs::Records(kind), Some(row)) => {
            let export = table
                .export
                .map_or_else(SafeText::default, |export| safe!("Read as {}. ", export));
            let below = match table.rows {
                0 => "none below yet: once there are some, this says what promises ask for".into(),
                1 => SafeText::from("1 row below"),
                rows => safe!("{} rows below", rows),
            };
            safe!(
                "{}Each row is {}; the headings stand in row {}, with {}.",
                export,
                kind.what(),
                row,
                below
            )
        }
        (TableIs::Attendance(what), _) => safe!(
            "This is {}: its meeting is read, with the day, the times and how many people came, and \
             nobody's name.",
            what
        ),
        (TableIs::Other(what), _) => {
            safe!("This holds {}, so nothing in it is read as a record.", what)
        }
        (TableIs::Records(_) | TableIs::WithoutHeadings | TableIs::Blank, _) => {
            "No row of headings was found here, so nothing in it is read.".into()
        }
    }
}

fn understood(
    column: &DescribedColumn,
    table: &TableColumns,
    redactor: &Redactor,
) -> Vec<SafeText> {
    let (is, by) = match &column.is {
        ColumnIs::Field {
            path,
            of_survey,
            by,
            ..
        } => {
            let path = redactor.redact(path);
            let is = match of_survey {
                Some(survey) => safe!("{}; {} of a survey", path, redactor.redact(survey)),
                None => path,
            };
            (is, known_by(*by))
        }
        ColumnIs::PartOfDay => ("part of date".into(), known_by(KnownBy::Neighbours)),
        ColumnIs::Nothing => ("nothing".into(), known_by(KnownBy::Keeper)),
        ColumnIs::LastDay => ("by when, not read".into(), known_by(KnownBy::Heading)),
        ColumnIs::People => ("people, not read".into(), known_by(KnownBy::Export)),
        ColumnIs::Surplus(path) => (
            safe!("one too many for {}", redactor.redact(path)),
            known_by(KnownBy::Heading),
        ),
        ColumnIs::Unread(_) => (SafeText::default(), SafeText::default()),
    };
    vec![
        redactor.redact(&place(column, table)),
        heading(column, redactor),
        is,
        by,
        safe!("{}", column.filled),
    ]
}

fn known_by(by: KnownBy) -> SafeText {
    match by {
        KnownBy::Keeper => "your word",
        KnownBy::Export => "the export",
        KnownBy::Heading => "heading",
        KnownBy::Neighbours => "columns beside it",
        KnownBy::Words => "its words",
        KnownBy::Cells => "its cells",
        KnownBy::Blank => "heading, all blank",
    }
    .into()
}

fn heading(column: &DescribedColumn, redactor: &Redactor) -> SafeText {
    let own = redactor.redact(&column.heading);
    match &column.above {
        Some(above) => safe!("{} › {}", redactor.redact(above), own),
        None => own,
    }
}

fn unread(
    column: &DescribedColumn,
    likely: &[String],
    table: &TableColumns,
    redactor: &Redactor,
    shows_cells: bool,
) -> UnreadColumn {
    let place = redactor.redact(&place(column, table));
    let record = table.form.map_or("row", |_| "record");
    let rows = match column.filled {
        0 => safe!("nothing in any {}", record),
        1 => safe!("something in 1 {}", record),
        filled => safe!("something in {} {}s", filled, record),
    };
    let name = if column.heading.is_empty() {
        safe!("{} without a heading: {}", place, rows)
    } else {
        safe!("{} {}: {}", place, heading(column, redactor), rows)
    };
    let has_people = column.heading.is_empty() || names_people(&column.heading);
    let cells = if shows_cells && !has_people {
        let cells = column.samples.iter();
        cells
            .filter_map(|cell| shown(&column.heading, cell, redactor))
            .collect()
    } else {
        Vec::new()
    };
    let full = (!column.heading.is_empty()).then(|| full_heading(column));
    UnreadColumn {
        heading: full,
        name,
        cells,
        likely: likely.iter().map(|path| redactor.redact(path)).collect(),
    }
}

/// The letters of a column, or the number of a row of a form.
fn place(column: &DescribedColumn, table: &TableColumns) -> String {
    match table.form {
        Some(_) => (column.at + 1).to_string(),
        None => letters(column.at),
    }
}

/// A cell under its heading, which may tell that it is about somebody; nothing where it does.
fn shown(heading: &str, cell: &str, redactor: &Redactor) -> Option<SafeText> {
    let line = format!("{heading}: {cell}");
    (!redactor.hides(&line)).then(|| redactor.redact_to(LONGEST_CELL, cell))
}

/// What to use where a file has no columns.
pub fn instead(file: &FileColumns, redactor: &Redactor) -> SafeText {
    let name = redactor.redact(&file.name);
    match file.format {
        Format::Calendar => safe!(
            "{} is a calendar and has no columns: an entry says what it has no property for with \
             `X-CHARTER-` and the name of the field; `charter-audit explain fields` lists the fields",
            name
        ),
        Format::Markdown => safe!(
            "{} is a text with a record at its top and has no columns: fields stand there under \
             their own names; `charter-audit explain fields` lists them",
            name
        ),
        Format::Yaml | Format::Json | Format::JsonLines => safe!(
            "{} has no columns: fields stand in it under their own names; `charter-audit explain \
             fields` lists them",
            name
        ),
        Format::Csv | Format::Tsv | Format::Xlsx | Format::Xls | Format::Ods => {
            safe!("{} cannot be read as a table", name)
        }
    }
}
