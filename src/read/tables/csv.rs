//! Tables that are texts: values parted by commas, semicolons or tabs, a row to a line.

use csv::{ReaderBuilder, StringRecord};

use super::sheet::{Cell, Row, Sheet};
use crate::diagnostic::Diagnostic;
use crate::read::Format;
use crate::read::item::Job;

/// So many quotation marks without an end are looked for in one file; more is no table.
const MOST_UNCLOSED: usize = 20;

/// A row longer than this, in bytes, is no row of a log but a file that was taken for a table.
const LONGEST_ROW: usize = 1 << 20;

/// A quotation mark that opens and never closes takes all the rest of the file into one cell.
struct Unclosed {
    /// The line on which it stands, from 1.
    line: u32,
    /// The byte at which its row begins.
    begins: usize,
    /// The byte at which the next line begins.
    next: usize,
}

/// Reads a table, and the line of every quotation mark that is never closed.
pub(super) fn sheet(job: &Job<'_>, text: &str) -> (Sheet, Vec<Diagnostic>) {
    let (text, before, declared) = without_declaration(text);
    let delimiter = declared.unwrap_or_else(|| delimiter(job.format, text));
    let mut sheet = Sheet::default();
    let mut faults = Vec::new();
    let mut at = Place {
        line: 1 + before,
        inside: 0,
    };
    let mut rest = text;
    while let Some(unclosed) = rows(rest, delimiter, &mut at, &mut sheet.rows) {
        faults.push(not_closed(job, unclosed.line));
        let (line, after) = rest.split_at_checked(unclosed.next).unwrap_or((rest, ""));
        let line = line.get(unclosed.begins..).unwrap_or("");
        sheet.unread.extend(unread(line, at));
        rest = after;
        at = Place {
            line: unclosed.line + 1,
            ..at
        };
        if faults.len() == MOST_UNCLOSED {
            sheet.unread.extend(unread(rest, at));
            break;
        }
    }
    (sheet, faults)
}

/// Lines that are no rows.
fn unread(text: &str, from: Place) -> impl Iterator<Item = Row> {
    let lines = (from.line..).zip(text.lines());
    lines.map(move |(line, text)| Row {
        number: line - from.inside.min(line),
        line: Some(line),
        hidden: false,
        cells: vec![(0, Cell::Text(text.to_owned()))],
    })
}

fn not_closed(job: &Job<'_>, line: u32) -> Diagnostic {
    job.fault(
        "quote-not-closed",
        format!("line {line} of this table opens a quotation mark that is never closed"),
    )
    .help(
        "close it, or write it twice (\"\") if it belongs to the text; the row on this line was \
         not read",
    )
}

/// Where the next row begins.
#[derive(Clone, Copy)]
struct Place {
    line: u32,
    /// How many lines before it were made by line breaks inside of values, and are no rows.
    inside: u32,
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
fn delimiter(format: Format, text: &str) -> u8 {
    if format == Format::Tsv {
        return b'\t';
    }
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

fn outside_quotes(line: &str, sign: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        if byte == b'"' {
            quoted = !quoted;
        } else if byte == sign && !quoted {
            count += 1;
        }
    }
    count
}

/// Adds the rows of a text, up to a quotation mark that is never closed.
fn rows(text: &str, delimiter: u8, at: &mut Place, into: &mut Vec<Row>) -> Option<Unclosed> {
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
        if is_cut_short(body, delimiter) || body.len() > LONGEST_ROW {
            let first = body.find('\n').map_or(text.len(), |at| begins + at + 1);
            return Some(Unclosed {
                line: at.line,
                begins,
                next: first,
            });
        }
        into.push(Row {
            number: at.line - at.inside.min(at.line),
            line: Some(at.line),
            hidden: false,
            cells: cells(&record),
        });
        at.inside += line_breaks(body);
    }
    None
}

/// Whether a row of several lines was begun by a mark without an end. It then runs to the end of
/// the file, or to the next mark, which was meant to open a value and has words after it.
fn is_cut_short(row: &str, delimiter: u8) -> bool {
    if !row.contains('\n') {
        return false;
    }
    let mut bytes = row.bytes().peekable();
    let mut quoted = false;
    let mut value_begins = true;
    while let Some(byte) = bytes.next() {
        let is_mark = byte == b'"';
        if quoted && is_mark {
            if bytes.next_if_eq(&b'"').is_some() {
                continue;
            }
            quoted = false;
            let after = bytes.peek();
            if after.is_some_and(|after| *after != delimiter && !matches!(after, b'\r' | b'\n')) {
                return true;
            }
        } else if !quoted {
            quoted = is_mark && value_begins;
            value_begins = byte == delimiter;
        }
    }
    quoted
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
    use crate::read::item::tests::job;

    /// Row, line and values with their columns.
    type Shown = (u32, u32, Vec<(u32, String)>);

    /// What every row shows.
    fn read(format: Format, text: &str) -> Vec<Shown> {
        job(format, |job| {
            let (sheet, faults) = sheet(job, text);
            assert_eq!(faults, []);
            sheet.rows.into_iter().map(shown).collect()
        })
    }

    fn shown(row: Row) -> Shown {
        let cells = row.cells.into_iter().map(|(column, cell)| match cell {
            Cell::Text(text) => (column, text),
            Cell::Number(_)
            | Cell::Moment(_)
            | Cell::Clock(_)
            | Cell::Truth(_)
            | Cell::Error(_) => panic!("a text has only texts"),
        });
        (row.number, row.line.unwrap(), cells.collect())
    }

    fn cells(texts: &[&str]) -> Vec<(u32, String)> {
        let texts = texts.iter().zip(0..).filter(|(text, _)| !text.is_empty());
        texts.map(|(text, at)| (at, (*text).to_owned())).collect()
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
                read(Format::Csv, &text),
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
            read(Format::Csv, "a,b\rc,d\r"),
            [(1, 1, cells(&["a", "b"])), (2, 2, cells(&["c", "d"]))]
        );
    }

    #[test]
    fn the_sign_between_values_is_found() {
        let semicolons = "Log of meetings, 2026;;\nTitle;Date;Venue\nBoard, first;1/2/2026;Hall\n";
        assert_eq!(read(Format::Csv, semicolons)[2].2.len(), 3);
        assert_eq!(
            read(Format::Csv, "Title\tDate\nBoard, one\tx\n")[1].2.len(),
            2
        );
        assert_eq!(read(Format::Tsv, "Title, or\tDate\n")[0].2.len(), 2);
        assert_eq!(
            read(Format::Csv, "sep=;\r\nTitle;Date\r\n"),
            [(2, 2, cells(&["Title", "Date"]))]
        );
    }

    #[test]
    fn a_mark_that_never_closes_costs_only_its_row() {
        let text = "Title,Date\nfirst,1\n\"second,2\nthird,3\n\"fourth, four\",4\nfifth,5\n";
        let (rows, faults) = job(Format::Csv, |job| {
            let (sheet, faults) = sheet(job, text);
            (
                sheet.rows.into_iter().map(shown).collect::<Vec<_>>(),
                faults,
            )
        });
        let titles: Vec<&str> = rows
            .iter()
            .map(|(_, _, cells)| cells[0].1.as_str())
            .collect();
        assert_eq!(titles, ["Title", "first", "third", "fourth, four", "fifth"]);
        assert_eq!((rows[2].0, rows[2].1), (4, 4));
        assert_eq!(faults.len(), 1);
        assert!(
            faults[0].message.contains("line 3"),
            "{}",
            faults[0].message
        );
    }

    #[test]
    fn marks_without_number_end_in_time() {
        let text = "a,\"b\nc\n".repeat(5_001);
        job(Format::Csv, |job| {
            assert!(sheet(job, &text).1.len() <= MOST_UNCLOSED);
        });
    }
}
