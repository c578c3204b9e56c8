//! A `columns.yaml` that says what the columns of tables were understood as, for somebody to edit.
//! With it, the tables are read as they were without.

use std::collections::BTreeSet;

use super::yaml::quoted;
use crate::read::{
    self, ColumnIs, DescribedColumn, File, FileColumns, ReadSettings, TableColumns, heading_key,
};
use identifiers::redact::Redactor;
use identifiers::safe;
use identifiers::text::SafeText;

/// What a heading means that nobody could tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledHeading {
    /// The heading, behind that above it where there is one.
    pub heading: String,
    /// The names that lead to the field, or `none`.
    pub field: String,
}

/// The text of a `columns.yaml` for the tables of one folder, and what somebody said of columns that
/// were not read. `name` is what the file will be called. The columns that are understood stand in it
/// as they are, and the others as proposals that say nothing yet.
pub fn columns_file(
    files: &[File],
    name: &str,
    settings: &ReadSettings<'_>,
    redactor: &Redactor,
    said: &[SettledHeading],
) -> SafeText {
    let before = read::columns(files, settings);
    let is_said = |heading: &str| said.iter().any(|it| same(&it.heading, heading));
    let mut sure = understood(&before);
    sure.retain(|it| can_be_written(&it.heading, redactor) && !is_said(&it.heading));
    let all = headings_understood(&before, redactor);
    while !sure.is_empty() {
        let text = written(&sure, redactor);
        let mut with: Vec<File> = files.to_vec();
        with.push(File::new(name, text.as_str()));
        let changed = changed(&before, &read::columns(&with, settings));
        if changed.is_empty() {
            break;
        }
        let count = sure.len();
        sure.retain(|it| {
            !changed.contains(&heading_key(&it.heading)) && !changed.contains(&it.field)
        });
        if sure.len() == count {
            sure.clear();
        }
    }
    let is_sure = |heading: &str| sure.iter().any(|it| same(&it.heading, heading));
    let by_itself = all.iter().filter(|it| !is_sure(it) && !is_said(it));
    let mut by_itself: Vec<&String> = by_itself.collect();
    let open = with_open_blanks(&before);
    let open = open.iter().filter(|it| by_itself.contains(&&it.heading));
    let open: Vec<&SettledHeading> = open.collect();
    let mut text = written(&sure, redactor);
    for it in said
        .iter()
        .filter(|it| can_be_written(&it.heading, redactor))
    {
        text.push(entry("  ", &it.heading, &it.field, redactor));
        text.push("\n");
    }
    text.push(proposals(&before, redactor, &is_said));
    if !open.is_empty() {
        text.push(
            "\n  # These are understood by their words or cells, so a blank below them says nothing. Take\n  \
             # away the # in front of a line that is right, and a blank says that nothing was written.\n",
        );
        for it in &open {
            text.push(entry("  # ", &it.heading, &it.field, redactor));
            text.push("\n");
        }
    }
    by_itself.retain(|heading| !open.iter().any(|it| it.heading == **heading));
    if !by_itself.is_empty() {
        let named = by_itself
            .iter()
            .map(|heading| redactor.redact(&quoted(heading)));
        text.push(safe!(
            "\n  # What these mean depends on their rows or on other columns; they need no line here:\n  \
             # {}\n",
            SafeText::joined(named, ", ")
        ));
    }
    text
}

/// A column's heading as a line of the file names it.
pub fn full_heading(column: &DescribedColumn) -> String {
    match &column.above {
        Some(above) => format!("{above} {}", column.heading),
        None => column.heading.clone(),
    }
}

fn same(one: &str, other: &str) -> bool {
    heading_key(one) == heading_key(other)
}

/// YAML takes no longer name than so many characters before a colon.
const LONGEST_NAME: usize = 1_000;

/// Whether a heading holds nothing that must not be written down, whatever line breaks and signs
/// that nobody sees stand in it: in quotes they are letters.
fn can_be_written(heading: &str, redactor: &Redactor) -> bool {
    let quoted = quoted(heading);
    !heading_key(heading).is_empty()
        && redactor.ranges(heading).is_empty()
        && !redactor.hides(&heading_key(heading))
        && redactor.redact(&quoted).as_str() == quoted
}

fn tables(files: &[FileColumns]) -> impl Iterator<Item = &TableColumns> {
    files
        .iter()
        .filter_map(|file| file.tables.as_ref())
        .flatten()
}

/// Every column with the number of rows of its table.
fn columns(files: &[FileColumns]) -> impl Iterator<Item = (&DescribedColumn, usize)> {
    tables(files).flat_map(|table| table.columns.iter().map(|column| (column, table.rows)))
}

/// Whether a column has blanks that say nothing, because nobody wrote for which field it is.
fn has_open_blanks(column: &DescribedColumn, rows: usize) -> bool {
    let is_inferred = matches!(column.is, ColumnIs::Field { by, .. } if by.is_inferred());
    is_inferred && column.filled < rows
}

/// What the columns mean that mean one thing, each heading once.
fn understood(files: &[FileColumns]) -> Vec<SettledHeading> {
    let mut all: Vec<SettledHeading> = Vec::new();
    let mut several = BTreeSet::new();
    for (column, rows) in columns(files) {
        if has_open_blanks(column, rows) {
            several.insert(heading_key(&full_heading(column)));
        }
        let field = match &column.is {
            ColumnIs::Field {
                path,
                of_survey: None,
                ..
            } => path.clone(),
            ColumnIs::Nothing => NONE.to_owned(),
            ColumnIs::Field { .. }
            | ColumnIs::PartOfDay
            | ColumnIs::LastDay
            | ColumnIs::People
            | ColumnIs::Surplus(_)
            | ColumnIs::Unread(_) => continue,
        };
        let heading = full_heading(column);
        match all.iter().find(|known| same(&known.heading, &heading)) {
            Some(known) if known.field == field => {}
            Some(_) => {
                several.insert(heading_key(&heading));
            }
            None => all.push(SettledHeading { heading, field }),
        }
    }
    all.retain(|it| !several.contains(&heading_key(&it.heading)));
    all
}

/// The columns with blanks that say nothing as long as nobody writes what they are for, each heading
/// once.
fn with_open_blanks(files: &[FileColumns]) -> Vec<SettledHeading> {
    let mut all: Vec<SettledHeading> = Vec::new();
    for (column, _) in columns(files).filter(|(column, rows)| has_open_blanks(column, *rows)) {
        let heading = full_heading(column);
        let is_new = !all.iter().any(|known| same(&known.heading, &heading));
        if let ColumnIs::Field {
            path,
            of_survey: None,
            ..
        } = &column.is
            && is_new
        {
            let field = path.clone();
            all.push(SettledHeading { heading, field });
        }
    }
    all
}

/// The headings of all columns that are understood, each once.
fn headings_understood(files: &[FileColumns], redactor: &Redactor) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for column in tables(files).flat_map(|table| &table.columns) {
        let is_understood = match column.is {
            ColumnIs::Field { .. }
            | ColumnIs::PartOfDay
            | ColumnIs::Nothing
            | ColumnIs::LastDay => true,
            ColumnIs::People | ColumnIs::Surplus(_) | ColumnIs::Unread(_) => false,
        };
        let heading = full_heading(column);
        let is_new = !all.iter().any(|known| same(known, &heading));
        if is_understood && is_new && can_be_written(&heading, redactor) {
            all.push(heading);
        }
    }
    all
}

/// What a heading means that is not to be read.
const NONE: &str = "none";

fn written(headings: &[SettledHeading], redactor: &Redactor) -> SafeText {
    let mut text = SafeText::own(
        "# What the headings of the tables in this folder mean: each heading with the field that it\n\
         # means, or with `none`. `charter-audit explain fields` lists the fields.\n\
         columns:\n",
    );
    for heading in headings {
        text.push(entry("  ", &heading.heading, &heading.field, redactor));
        text.push("\n");
    }
    text
}

/// What a heading means, without the end of the line. `before` stands before it.
fn entry(before: &'static str, heading: &str, field: &str, redactor: &Redactor) -> SafeText {
    let name = redactor.redact(&quoted(heading));
    let field = redactor.redact(field);
    if name.as_str().chars().count() > LONGEST_NAME {
        return safe!("{}? {}\n{}: {}", before, name, before, field);
    }
    safe!("{}{}: {}", before, name, field)
}

/// A line that says nothing yet for every column that was not read: first those for which there is a
/// field to propose.
fn proposals(
    files: &[FileColumns],
    redactor: &Redactor,
    is_said: &dyn Fn(&str) -> bool,
) -> SafeText {
    let (mut proposed, mut unknown) = (SafeText::default(), SafeText::default());
    let mut told = BTreeSet::new();
    for column in tables(files).flat_map(|table| &table.columns) {
        let ColumnIs::Unread(likely) = &column.is else {
            continue;
        };
        let heading = full_heading(column);
        let is_new = told.insert(heading_key(&heading));
        if !is_new || is_said(&heading) || !can_be_written(&heading, redactor) {
            continue;
        }
        let Some(first) = likely.first() else {
            if unknown.is_empty() {
                unknown.push(
                    "\n  # For these columns, which were not read, no field suggests itself. Write one in\n  \
                     # place of `none` and take away the #; with `none`, a column is ignored.\n",
                );
            }
            unknown.push(entry("  # ", &heading, NONE, redactor));
            unknown.push("\n");
            continue;
        };
        let text = &mut proposed;
        if text.is_empty() {
            text.push(
                "\n  # These columns were not read. Take away the # in front of a line that is right, or\n  \
                 # change its field.\n",
            );
        }
        text.push(entry("  # ", &heading, first, redactor));
        let others = likely.iter().skip(1).map(|path| redactor.redact(path));
        let others: Vec<SafeText> = others.collect();
        if !others.is_empty() {
            text.push(safe!("   # or {}", SafeText::listed(others, "or")));
        }
        text.push("\n");
    }
    proposed.push(unknown);
    proposed
}

/// What is read differently: the headings of such columns, and the fields that they became.
fn changed(before: &[FileColumns], after: &[FileColumns]) -> BTreeSet<String> {
    let mut changed = BTreeSet::new();
    for (old, new) in tables(before).zip(tables(after)) {
        let is_other = (old.is, old.export, old.row, old.rows)
            != (new.is, new.export, new.row, new.rows)
            || old.columns.len() != new.columns.len();
        for (column, now) in old.columns.iter().zip(&new.columns) {
            if is_other || is_read_differently(column, now, old) {
                changed.insert(heading_key(&full_heading(column)));
                changed.extend(new_field(column, now));
            }
        }
        if is_other && old.columns.is_empty() {
            changed.extend(
                new.columns
                    .iter()
                    .map(|now| heading_key(&full_heading(now))),
            );
        }
    }
    changed
}

/// The field that a column has become for and was not before.
fn new_field(old: &DescribedColumn, new: &DescribedColumn) -> Option<String> {
    let path = |column: &DescribedColumn| match &column.is {
        ColumnIs::Field { path, .. } => Some(path.clone()),
        ColumnIs::PartOfDay
        | ColumnIs::Nothing
        | ColumnIs::LastDay
        | ColumnIs::People
        | ColumnIs::Surplus(_)
        | ColumnIs::Unread(_) => None,
    };
    path(new).filter(|field| path(old).as_ref() != Some(field))
}

/// Whether a column of a table is taken for something else than before. How surely it is for its
/// field matters only where others are for the same.
fn is_read_differently(old: &DescribedColumn, new: &DescribedColumn, table: &TableColumns) -> bool {
    match (&old.is, &new.is) {
        (ColumnIs::Unread(_), ColumnIs::Unread(_)) => false,
        (
            ColumnIs::Field {
                path,
                of_survey,
                kind,
                by,
            },
            ColumnIs::Field {
                path: new_path,
                of_survey: new_of_survey,
                kind: new_kind,
                by: new_by,
            },
        ) => {
            let is_for = |column: &&DescribedColumn| {
                matches!(&column.is, ColumnIs::Field { path: one, of_survey, .. }
                    if one == path || of_survey.as_ref() == Some(path))
            };
            let several = table.columns.iter().filter(is_for).count() > 1;
            (path, of_survey, kind) != (new_path, new_of_survey, new_kind)
                || (several && by.is_inferred() != new_by.is_inferred())
        }
        (old, new) => old != new,
    }
}
