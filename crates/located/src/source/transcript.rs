//! What workbooks, tables and calendars say, written out as lines of text, with the way back from
//! each line to its place in the file. Everything that looks at texts looks at this one, too.

use std::ops::Range;

/// Where a line of a transcript comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// The name of a sheet, as [`Transcript::sheet`] numbered it.
    Sheet {
        /// Its number.
        sheet: u16,
    },
    /// A cell of a table.
    Cell {
        /// Its sheet, as [`Transcript::sheet`] numbered it; nothing where a file is one table.
        sheet: Option<u16>,
        /// Its column, from 0.
        column: u32,
        /// Its row, from 1, as a spreadsheet program shows it.
        row: u32,
        /// Its line in the file, from 1, where the file is a text.
        line: Option<u32>,
    },
    /// A property of a calendar's entry.
    Entry {
        /// The entry, as [`Transcript::entry`] numbered it.
        entry: u32,
        /// Its line in the file, from 1.
        line: u32,
    },
}

/// One line, and where it comes from.
#[derive(Debug, Clone, Copy)]
struct TranscriptLine {
    start: u32,
    spot: Spot,
    children: bool,
}

/// Where the two parts of a line stand in the transcript, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The heading of the column, or the name of the property.
    pub heading: Range<usize>,
    /// The value.
    pub value: Range<usize>,
}

/// A file's contents as lines of text, in the order of the file.
#[derive(Debug, Default)]
pub struct Transcript {
    text: String,
    lines: Vec<TranscriptLine>,
    sheets: Vec<String>,
    entries: Vec<String>,
    /// What stands above columns: the part that their table takes here, what the column is called
    /// here, and its heading.
    headings: Vec<(Range<usize>, String, String)>,
}

impl Transcript {
    /// Begins a sheet of a workbook.
    pub fn sheet(&mut self, name: &str) -> u16 {
        self.sheets.push(name.to_owned());
        u16::try_from(self.sheets.len() - 1).unwrap_or(u16::MAX)
    }

    /// Begins an entry of a calendar. `about` tells people which one it is: its title and day.
    pub fn entry(&mut self, about: String) -> u32 {
        self.entries.push(about);
        u32::try_from(self.entries.len() - 1).unwrap_or(u32::MAX)
    }

    /// Keeps what stands above a column of the table that takes this part of the text, by what it is
    /// called here. Of several, the first counts.
    pub fn heading(&mut self, table: Range<usize>, name: &str, heading: String) {
        self.headings.push((table, name.to_owned(), heading));
    }

    /// Writes a line `heading: value`, or only the value where there is no heading. Line breaks
    /// inside of either become blanks: a cell is one line here.
    pub fn line(&mut self, spot: Spot, heading: &str, value: &str) -> Written {
        let start = self.text.len();
        self.lines.push(TranscriptLine {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            spot,
            children: false,
        });
        self.push(heading);
        let heading = start..self.text.len();
        if !heading.is_empty() {
            self.text.push_str(": ");
        }
        let start = self.text.len();
        self.push(value);
        let value = start..self.text.len();
        self.text.push('\n');
        Written { heading, value }
    }

    /// Marks what was written at a place as a number of children, or as people where a number should be: a
    /// small number is never shown, and neither is a name.
    pub fn counts_children(&mut self, at: usize) {
        let after = self
            .lines
            .partition_point(|line| usize::try_from(line.start).is_ok_and(|start| start <= at));
        if let Some(line) = after.checked_sub(1).and_then(|at| self.lines.get_mut(at)) {
            line.children = true;
        }
    }

    fn push(&mut self, text: &str) {
        if text.contains(['\n', '\r']) {
            self.text.push_str(&text.replace(['\n', '\r'], " "));
        } else {
            self.text.push_str(text);
        }
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn at(&self, offset: u32) -> Option<&TranscriptLine> {
        let after = self.lines.partition_point(|line| line.start <= offset);
        self.lines.get(after.checked_sub(1)?)
    }

    /// Whether a place is in the number of children that a record gives.
    pub(super) fn is_of_children(&self, offset: u32) -> bool {
        self.at(offset).is_some_and(|line| line.children)
    }

    /// The line of the file in which a place stands, where the file is a text.
    pub(super) fn line_of(&self, offset: u32) -> Option<usize> {
        match self.at(offset)?.spot {
            Spot::Sheet { .. } => None,
            Spot::Cell { line, .. } => line.map(|line| line as usize),
            Spot::Entry { line, .. } => Some(line as usize),
        }
    }

    /// Whether a place is a cell.
    pub(super) fn is_cell(&self, offset: u32) -> bool {
        self.at(offset)
            .is_some_and(|line| matches!(line.spot, Spot::Cell { .. }))
    }

    /// What stands above the column of this name in the table in which a place is.
    pub(super) fn heading_of(&self, offset: u32, name: &str) -> Option<String> {
        let offset = usize::try_from(offset).ok()?;
        let mut headings = self.headings.iter();
        let found = headings.find(|(table, known, _)| table.contains(&offset) && known == name)?;
        Some(found.2.clone())
    }

    /// The row of the cell in which a place stands, where there is one.
    pub(super) fn row_of(&self, offset: u32) -> Option<u32> {
        match self.at(offset)?.spot {
            Spot::Cell { row, .. } => Some(row),
            Spot::Sheet { .. } | Spot::Entry { .. } => None,
        }
    }

    /// The name of the sheet in which a place stands, where there is one.
    pub(super) fn sheet_of(&self, offset: u32) -> Option<&str> {
        let sheet = match self.at(offset)?.spot {
            Spot::Sheet { sheet } => Some(sheet),
            Spot::Cell { sheet, .. } => sheet,
            Spot::Entry { .. } => None,
        };
        let sheet = self.sheets.get(usize::from(sheet?))?;
        Some(sheet)
    }

    /// What people call a place within the file: `Meetings!D14`, `Short breaks board, 12 March`.
    pub(super) fn place(&self, offset: u32) -> Option<String> {
        match self.at(offset)?.spot {
            Spot::Sheet { sheet } => self.sheets.get(usize::from(sheet)).map(|name| quoted(name)),
            Spot::Cell {
                sheet, column, row, ..
            } => {
                let cell = format!("{}{row}", letters(column));
                let sheet = sheet.and_then(|sheet| self.sheets.get(usize::from(sheet)));
                Some(sheet.map_or(cell.clone(), |sheet| format!("{}!{cell}", quoted(sheet))))
            }
            Spot::Entry { entry, .. } => self.entries.get(entry as usize).cloned(),
        }
    }

    /// The address of a place in a file of this name.
    pub(super) fn address(&self, name: &str, offset: u32) -> String {
        let place = self.place(offset).unwrap_or_default();
        match self.at(offset).map(|line| line.spot) {
            Some(Spot::Entry { line, .. }) => format!("{name}:{line} ({place})"),
            Some(Spot::Sheet { .. } | Spot::Cell { .. }) => format!("{name} › {place}"),
            None => name.to_owned(),
        }
    }
}

/// A sheet's name as a spreadsheet program writes it before a cell.
fn quoted(sheet: &str) -> String {
    if sheet
        .chars()
        .all(|sign| sign.is_alphanumeric() || sign == '_')
    {
        sheet.to_owned()
    } else {
        format!("'{}'", sheet.replace('\'', "''"))
    }
}

/// The letters of a column, from 0: A to Z, AA and so on.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        match (left / 26).checked_sub(1) {
            Some(more) => left = more,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(sheet: Option<u16>, column: u32, row: u32, line: Option<u32>) -> Spot {
        Spot::Cell {
            sheet,
            column,
            row,
            line,
        }
    }

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        for (column, expected) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ] {
            assert_eq!(letters(column), expected);
        }
    }

    #[test]
    fn lines_lead_back_to_cells() {
        let mut transcript = Transcript::default();
        let sheet = transcript.sheet("Meetings");
        let other = transcript.sheet("Carers' log");
        let first = transcript.line(cell(Some(sheet), 3, 14, None), "Date", "31/02/2026");
        transcript.line(cell(Some(other), 0, 2, None), "", "one\ntwo");
        assert_eq!(transcript.text(), "Date: 31/02/2026\none two\n");
        assert_eq!(first.heading, 0..4);
        assert_eq!(first.value, 6..16);
        assert_eq!(transcript.address("Log.xlsx", 6), "Log.xlsx › Meetings!D14");
        assert_eq!(
            transcript.address("Log.xlsx", 17),
            "Log.xlsx › 'Carers'' log'!A2"
        );
        assert_eq!(transcript.line_of(6), None);
    }

    #[test]
    fn the_name_of_a_sheet_has_a_place() {
        let mut transcript = Transcript::default();
        let sheet = transcript.sheet("Carers' log");
        transcript.line(Spot::Sheet { sheet }, "", "Carers' log");
        assert_eq!(
            transcript.address("Log.xlsx", 2),
            "Log.xlsx › 'Carers'' log'"
        );
        assert_eq!(transcript.line_of(2), None);
    }

    #[test]
    fn tables_that_are_texts_keep_their_lines() {
        let mut transcript = Transcript::default();
        transcript.line(cell(None, 1, 3, Some(5)), "Title", "Board");
        assert_eq!(transcript.address("Log.csv", 0), "Log.csv › B3");
        assert_eq!(transcript.line_of(0), Some(5));
    }

    #[test]
    fn columns_are_found_by_what_they_are_called_here() {
        let mut transcript = Transcript::default();
        let line = transcript.line(cell(None, 0, 2, None), "Title", "Board");
        let first = 0..line.value.end + 1;
        transcript.heading(first.clone(), "notice.sent", "Went out".to_owned());
        transcript.heading(first.clone(), "notice.sent", "Reminder".to_owned());
        let line = transcript.line(cell(None, 0, 5, None), "Title", "Speaker");
        let other = first.end..line.value.end + 1;
        transcript.heading(other.clone(), "made", "Asked on".to_owned());
        let heading_of = |table: &Range<usize>, name| {
            let offset = u32::try_from(table.start).unwrap();
            transcript.heading_of(offset, name)
        };
        assert_eq!(
            heading_of(&first, "notice.sent").as_deref(),
            Some("Went out")
        );
        assert_eq!(heading_of(&first, "made"), None);
        assert_eq!(heading_of(&other, "notice.sent"), None);
        assert_eq!(heading_of(&other, "made").as_deref(), Some("Asked on"));
        assert_eq!(transcript.row_of(0), Some(2));
    }

    #[test]
    fn entries_have_their_line_and_what_they_are_about() {
        let mut transcript = Transcript::default();
        let entry = transcript.entry("Short breaks board, 12 March".to_owned());
        transcript.line(
            Spot::Entry { entry, line: 212 },
            "SUMMARY",
            "Short breaks board",
        );
        assert_eq!(
            transcript.address("invites.ics", 3),
            "invites.ics:212 (Short breaks board, 12 March)"
        );
    }
}
