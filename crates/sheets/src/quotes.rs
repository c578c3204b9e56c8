//! Quotation marks in tables that are texts: which are left open, and which swallow rows.

use crate::sheet::Row;

/// How many signs of a kind stand outside of quotation marks.
pub(crate) fn outside_quotes(line: &str, sign: u8) -> usize {
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

/// Whether a row was begun by a mark without an end. It then runs to the end of the file, or over
/// several lines to the next mark, which was meant to open a value and has words after it.
pub(crate) fn is_cut_short(row: &str, delimiter: u8) -> bool {
    if !row.contains('"') {
        return false;
    }
    let has_lines = row.contains('\n');
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
            if has_lines
                && after.is_some_and(|after| *after != delimiter && !matches!(after, b'\r' | b'\n'))
            {
                return true;
            }
        } else if !quoted {
            quoted = is_mark && value_begins;
            value_begins = byte == delimiter;
        }
    }
    quoted
}

/// Whether a mark in one row and one in another made a single row of them and of all between: each of
/// its lines has as many values as the row of headings, the widest of the first. A value of several
/// lines ends its first line too early for that.
pub(crate) fn are_rows(row: &str, delimiter: u8, above: &[Row]) -> bool {
    if !row.contains('\n') {
        return false;
    }
    let last = above.iter().take(20).filter_map(|row| row.cells.last());
    let width = last.map(|(at, _)| *at as usize + 1).max().unwrap_or(0);
    let mut lines = row.lines();
    let has_width =
        |line: &str| line.bytes().filter(|byte| *byte == delimiter).count() + 1 == width;
    width > 2 && lines.all(has_width)
}
