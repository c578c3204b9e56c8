//! Tables that are texts: values separated by commas, semicolons or tabs, a row to a line.

use csv::{ReaderBuilder, StringRecord};

use crate::error::Error;
use crate::limits::{Budget, LONGEST_ROW, Limit, MOST_UNCLOSED};
use crate::quotes::{are_rows, is_cut_short, outside_quotes};
use crate::sheet::{Cell, Row, Sheet, UnparsedReason, UnparsedText};

/// A quotation mark that opens and never closes takes all the rest of the file into one cell.
struct Unclosed {
    /// The byte at which its row begins.
    begins: usize,
    /// The byte at which the next line begins.
    next: usize,
}

/// Reads a table that is a text, such as `.csv` or `.tsv`: a row to a line, its values separated by
/// this ASCII sign, or by a first line `sep=;`, or by the one that the first lines show. What cannot be
/// divided into rows is kept as it is written.
///
/// # Errors
///
/// [`Error::TableTooLarge`] where it holds more rows or cells than are read.
pub fn text_table(text: &str, delimiter: Option<u8>) -> Result<Sheet, Error> {
    sheet(text, delimiter).map_err(Error::TableTooLarge)
}

fn sheet(text: &str, delimiter: Option<u8>) -> Result<Sheet, Limit> {
    let (text, before, declared) = without_declaration(text);
    let delimiter = declared
        .or(delimiter)
        .unwrap_or_else(|| likely_delimiter(text));
    let mut sheet = Sheet::default();
    let mut budget = Budget::new();
    let mut at = RowStart {
        line: 1 + before,
        inside: 0,
    };
    let mut rest = text;
    for _ in 0..MOST_UNCLOSED {
        let Some(unclosed) = rows(rest, delimiter, &mut at, &mut sheet, &mut budget)? else {
            return Ok(sheet);
        };
        let (line, after) = rest.split_at_checked(unclosed.next).unwrap_or((rest, ""));
        let line = line.get(unclosed.begins..).unwrap_or("");
        sheet
            .unparsed
            .push(unparsed(line, at, UnparsedReason::UnclosedQuote));
        rest = after;
        at.line += 1;
    }
    if !rest.trim().is_empty() {
        for _ in rest.lines() {
            budget.take_row()?;
        }
        sheet
            .unparsed
            .push(unparsed(rest, at, UnparsedReason::TooManyUnclosedQuotes));
    }
    Ok(sheet)
}

fn unparsed(text: &str, at: RowStart, reason: UnparsedReason) -> UnparsedText {
    UnparsedText {
        number: at.row(),
        line: at.line,
        text: text.trim_end_matches(['\r', '\n']).to_owned(),
        reason,
    }
}

/// Where the next row begins.
#[derive(Clone, Copy)]
struct RowStart {
    line: u32,
    /// How many lines before it were made by line breaks inside of values, and are no rows.
    inside: u32,
}

impl RowStart {
    /// The number that a spreadsheet program shows for the row.
    fn row(self) -> u32 {
        self.line - self.inside.min(self.line)
    }
}

/// Excel's own first line `sep=;` names the sign between values, and is a row of its own there.
fn without_declaration(text: &str) -> (&str, u32, Option<u8>) {
    let line = text.lines().next().unwrap_or("");
    let sign = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="))
        .and_then(|_| line.get(4..));
    match sign.map(str::as_bytes) {
        Some([sign]) => {
            let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
            (rest, 1, Some(*sign))
        }
        _ => (text, 0, None),
    }
}

/// The sign between values: the one that parts the first lines into the same number of values, the
/// larger the better.
fn likely_delimiter(text: &str) -> u8 {
    let head: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(20)
        .collect();
    let score = |sign: u8| {
        let counts = head.iter().map(|line| outside_quotes(line, sign));
        // The widest of the first lines is the row of headings or one like it; a comma in a title
        // above it counts for little.
        counts.clone().max().unwrap_or(0) * 100 + counts.filter(|count| *count > 0).count()
    };
    [b',', b';', b'\t', b'|']
        .into_iter()
        .rev()
        .max_by_key(|sign| score(*sign))
        .unwrap_or(b',')
}

/// Adds the rows of a text, up to a quotation mark that is never closed.
fn rows(
    text: &str,
    delimiter: u8,
    at: &mut RowStart,
    sheet: &mut Sheet,
    budget: &mut Budget,
) -> Result<Option<Unclosed>, Limit> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut counted = 0;
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).unwrap_or(false) {
        let begun = record.position().map_or(0, csv::Position::byte);
        let begun = usize::try_from(begun).unwrap_or(text.len());
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        let raw = text.get(begun..end).unwrap_or("");
        // Blank lines before a row, and the end of the line before it, are handed over with it.
        let body = raw.trim_start_matches(['\r', '\n']);
        let begins = end - body.len();
        let passed = line_breaks(text.get(counted..begins).unwrap_or(""));
        counted = begins;
        at.line += passed;
        let body = body.trim_end_matches(['\r', '\n']);
        if is_cut_short(body, delimiter) || are_rows(body, delimiter, &sheet.rows) {
            let next = body.find('\n').map_or(text.len(), |at| begins + at + 1);
            return Ok(Some(Unclosed { begins, next }));
        }
        if body.len() > LONGEST_ROW {
            sheet
                .unparsed
                .push(unparsed(body, *at, UnparsedReason::RowTooLong));
        } else {
            let cells = cells(&record);
            // Programs write rows of nothing but commas down to the last one that anybody formatted.
            if !cells.is_empty() {
                budget.take_row()?;
                budget.take_cells(cells.len())?;
                sheet.rows.push(Row {
                    number: at.row(),
                    line: Some(at.line),
                    hidden: false,
                    cells,
                });
            }
        }
        at.inside += line_breaks(body);
    }
    Ok(None)
}

/// How many lines end in a text, however they end.
fn line_breaks(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let breaks = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    u32::try_from(breaks.count()).unwrap_or(u32::MAX)
}

fn cells(record: &StringRecord) -> Vec<(u32, Cell)> {
    record
        .iter()
        .zip(0..)
        .filter(|(value, _)| !value.trim().is_empty())
        .map(|(value, column)| (column, Cell::Text(value.to_owned())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row, line and values with their columns.
    type Shown = (u32, u32, Vec<(u32, String)>);

    /// What every row shows.
    fn read(text: &str, delimiter: Option<u8>) -> Vec<Shown> {
        let sheet = sheet(text, delimiter).unwrap();
        assert_eq!(sheet.unparsed, []);
        sheet.rows.into_iter().map(shown).collect()
    }

    fn shown(row: Row) -> Shown {
        let cells = row.cells.into_iter().map(|(column, cell)| match cell {
            Cell::Text(text) => (column, text),
            Cell::Number(_)
            | Cell::Moment(_)
            | Cell::Clock(_)
            | Cell::Truth(_)
            | Cell::Error(_)
            | Cell::Unreadable(_) => panic!("a text has only texts"),
        });
        (row.number, row.line.unwrap(), cells.collect())
    }

    fn cells(texts: &[&str]) -> Vec<(u32, String)> {
        let texts = texts.iter().zip(0..).filter(|(text, _)| !text.is_empty());
        texts.map(|(text, at)| (at, (*text).to_owned())).collect()
    }

    #[test]
    fn rows_of_nothing_are_none() {
        let text = format!("a,b\n{}c,d\n", ",\n".repeat(300_000));
        assert_eq!(
            read(&text, None),
            [
                (1, 1, cells(&["a", "b"])),
                (300_002, 300_002, cells(&["c", "d"]))
            ]
        );
    }

    #[test]
    fn two_stray_marks_swallow_no_rows() {
        let text = "a,b,c\n1,\"two,3\n4,5,6\n7,eight\",9\n10,11,12\n";
        let sheet = sheet(text, None).unwrap();
        let [unread] = sheet.unparsed.as_slice() else {
            panic!("{:?}", sheet.unparsed)
        };
        assert_eq!((unread.line, unread.text.as_str()), (2, "1,\"two,3"));
        let read: Vec<Shown> = sheet.rows.into_iter().map(shown).collect();
        assert_eq!(read[1], (3, 3, cells(&["4", "5", "6"])));
        assert_eq!(read[2], (4, 4, cells(&["7", "eight\"", "9"])));
        assert_eq!(read[3], (5, 5, cells(&["10", "11", "12"])));
    }

    #[test]
    fn a_value_of_several_lines_is_one_however_many_commas_it_has() {
        let text = "a,b,c\n1,\"two, and\nmore, and, more\nto end\",3\n";
        assert_eq!(
            read(text, None)[1],
            (
                2,
                2,
                cells(&["1", "two, and\nmore, and, more\nto end", "3"])
            )
        );
    }

    #[test]
    fn rows_have_the_numbers_that_spreadsheets_show_and_the_lines_of_the_file() {
        for end in ["\n", "\r\n"] {
            let text = [
                "Title,Date",
                "",
                "\"Board,",
                "one\",1/2/2026",
                "\"a\"\"b\",",
                "last,x",
            ]
            .join(end);
            let board = format!("Board,{end}one");
            assert_eq!(
                read(&text, None),
                [
                    (1, 1, cells(&["Title", "Date"])),
                    (3, 3, cells(&[&board, "1/2/2026"])),
                    (4, 5, cells(&["a\"b"])),
                    (5, 6, cells(&["last", "x"])),
                ],
                "{end:?}"
            );
        }
        assert_eq!(
            read("a,b\rc,d\r", None),
            [(1, 1, cells(&["a", "b"])), (2, 2, cells(&["c", "d"]))]
        );
    }

    #[test]
    fn the_sign_between_values_is_found() {
        let semicolons = "Log of meetings, 2026;;\nTitle;Date;Venue\nBoard, first;1/2/2026;Hall\n";
        assert_eq!(read(semicolons, None)[2].2.len(), 3);
        assert_eq!(read("Title\tDate\nBoard, one\tx\n", None)[1].2.len(), 2);
        assert_eq!(read("Title, or\tDate\n", Some(b'\t'))[0].2.len(), 2);
        assert_eq!(
            read("sep=;\r\nTitle;Date\r\n", None),
            [(2, 2, cells(&["Title", "Date"]))]
        );
    }

    #[test]
    fn a_mark_that_never_closes_costs_only_its_row() {
        let text = "Title,Date\nfirst,1\n\"second,2\nthird,3\n\"fourth, four\",4\nfifth,5\n";
        let sheet = sheet(text, None).unwrap();
        let unparsed = &sheet.unparsed;
        assert_eq!(
            (unparsed.len(), unparsed[0].reason),
            (1, UnparsedReason::UnclosedQuote)
        );
        assert_eq!((unparsed[0].number, unparsed[0].line), (3, 3));
        assert_eq!(unparsed[0].text, "\"second,2");
        let rows: Vec<Shown> = sheet.rows.into_iter().map(shown).collect();
        let titles: Vec<&str> = rows
            .iter()
            .map(|(_, _, cells)| cells[0].1.as_str())
            .collect();
        assert_eq!(titles, ["Title", "first", "third", "fourth, four", "fifth"]);
        assert_eq!((rows[2].0, rows[2].1), (4, 4));
    }

    #[test]
    fn after_many_marks_without_an_end_the_rest_is_kept_unread() {
        let pair = "first,1\n\"second,2\n";
        let text = format!("Title,Date\n{}last,3\n\nend,4\n", pair.repeat(20));
        let sheet = sheet(&text, None).unwrap();
        assert_eq!(sheet.rows.len(), 21);
        assert_eq!(sheet.unparsed.len(), 21);
        let rest = &sheet.unparsed[20];
        assert_eq!(
            (rest.reason, rest.line, rest.number),
            (UnparsedReason::TooManyUnclosedQuotes, 42, 42)
        );
        assert_eq!(rest.text, "last,3\n\nend,4");
        // Where nothing follows, nothing was left out.
        let text = format!("Title,Date\n{}\n", pair.repeat(20));
        let sheet = super::sheet(&text, None).unwrap();
        assert_eq!((sheet.rows.len(), sheet.unparsed.len()), (21, 20));
    }

    #[test]
    fn marks_without_number_end_in_time() {
        let text = "a,\"b\nc\n".repeat(5_001);
        let sheet = sheet(&text, None).unwrap();
        assert_eq!(sheet.unparsed.len(), MOST_UNCLOSED + 1);
    }

    #[test]
    fn a_row_without_measure_costs_only_itself() {
        let long = "x".repeat(LONGEST_ROW);
        let lines = "x\n".repeat(LONGEST_ROW / 2);
        let text = format!("Title,Date\n{long},1\nsecond,2\n\"{lines}\",3\nthird,4\n");
        let sheet = sheet(&text, None).unwrap();
        let broken = u32::try_from(LONGEST_ROW / 2).unwrap();
        let found: Vec<_> = sheet
            .unparsed
            .iter()
            .map(|row| (row.line, row.reason))
            .collect();
        assert_eq!(
            found,
            [
                (2, UnparsedReason::RowTooLong),
                (4, UnparsedReason::RowTooLong)
            ]
        );
        let rows: Vec<(u32, Option<u32>)> = sheet
            .rows
            .iter()
            .map(|row| (row.number, row.line))
            .collect();
        assert_eq!(rows, [(1, Some(1)), (3, Some(3)), (5, Some(5 + broken))]);
    }

    #[test]
    fn more_rows_or_cells_than_are_kept_are_refused() {
        assert_eq!(
            sheet(&"x\n".repeat(200_000), None).unwrap().rows.len(),
            200_000
        );
        assert_eq!(sheet(&"x\n".repeat(200_001), None), Err(Limit::Rows));
        let wide = format!("{}\n", "x,".repeat(30_000));
        assert_eq!(sheet(&wide.repeat(100), None).unwrap().rows.len(), 100);
        assert_eq!(sheet(&wide.repeat(101), None), Err(Limit::Cells));
        // A mark without an end makes rows of what was meant for one cell.
        let open = format!("Title,Date\n\"{}", "x\n".repeat(1_000_000));
        assert_eq!(sheet(&open, None), Err(Limit::Rows));
    }
}
