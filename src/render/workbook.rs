//! A workbook with a sheet of findings, a sheet that counts them by promise, and one that says how it
//! was made.

use std::io;

use chrono::Datelike as _;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::format::Description;
use super::rows::{HEADINGS, RowCell, cells};
use crate::report::words::grouped;
use crate::report::{Block, Report, TITLE, closing, head, numbers, sides, summary, table};
use identifiers::safe;
use identifiers::text::SafeText;

/// More rows make a file that no spreadsheet program opens in reasonable time.
const MOST_ROWS: usize = 200_000;

/// Excel refuses a cell with more characters.
const LONGEST_CELL: usize = 32_000;

/// How wide the columns of the findings are, in characters.
const WIDTHS: [u16; HEADINGS.len()] = [
    8, 40, 24, 24, 36, 24, 12, 12, 14, 24, 10, 60, 40, 40, 50, 12, 10, 12, 24, 36, 7, 24,
];

/// See [`Description`].
pub(super) const FORMAT: Description = Description {
    word: "xlsx",
    endings: &["xlsx"],
    about: "For spreadsheets: a workbook with filters",
    is_text: false,
    render: |report, out| out.write_all(&render(report).map_err(io::Error::other)?),
};

/// Writes the workbook.
///
/// # Errors
/// Only when there is not enough memory for it.
pub(super) fn render(report: &Report<'_>) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    // Without a day of its own, a workbook is another one each time it is made.
    let made = excel_day(report.as_of())?;
    let properties = DocProperties::new()
        .set_title(TITLE)
        .set_author("charter-audit")
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    findings(report, workbook.add_worksheet(), &looks)?;
    promises(report, workbook.add_worksheet(), &looks)?;
    about(report, workbook.add_worksheet(), &looks)?;
    if report.not_read().next().is_some() {
        not_read(report, workbook.add_worksheet(), &looks)?;
    }
    workbook.save_to_buffer()
}

/// How cells look.
struct Looks {
    heading: Format,
    text: Format,
    day: Format,
    number: Format,
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Looks {
            heading: top().set_bold().set_text_wrap(),
            text: top().set_text_wrap(),
            day: top().set_num_format("d mmm yyyy"),
            number: top(),
        }
    }
}

/// A day as workbooks have it.
///
/// # Errors
/// Before 1900 and after 9999.
pub(crate) fn excel_day(day: chrono::NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(0);
    let part = |part: u32| u8::try_from(part).unwrap_or(0);
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}

fn findings(report: &Report<'_>, sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name("Findings")?;
    for (column, (heading, width)) in (0_u16..).zip(HEADINGS.iter().zip(WIDTHS)) {
        sheet.write_string_with_format(0, column, *heading, &looks.heading)?;
        sheet.set_column_width(column, width)?;
    }
    let all = report.findings();
    let mut last = 0;
    for (row, finding) in (1_u32..).zip(all.take(MOST_ROWS)) {
        for (column, cell) in (0_u16..).zip(&cells(report, finding)) {
            write(sheet, row, column, cell, looks)?;
        }
        last = row;
    }
    header(sheet, last, HEADINGS.len())
}

/// What was not read or has no place in a file.
fn not_read(report: &Report<'_>, sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name("Not read")?;
    let columns = [
        ("Place", 40),
        ("What was not read", 80),
        ("What would help", 80),
    ];
    for (column, (heading, width)) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, column, heading, &looks.heading)?;
        sheet.set_column_width(column, width)?;
    }
    let mut last = 0;
    for (row, fault) in (1_u32..).zip(report.not_read()) {
        let help = fault.help.map_or(RowCell::Nothing, RowCell::Text);
        let cells = [
            RowCell::Text(fault.address),
            RowCell::Text(fault.message),
            help,
        ];
        for (column, cell) in (0_u16..).zip(&cells) {
            write(sheet, row, column, cell, looks)?;
        }
        last = row;
    }
    header(sheet, last, columns.len())
}

/// A header row that stays in sight, has filters, and is printed on every page.
fn header(sheet: &mut Worksheet, last_row: u32, columns: usize) -> Result<(), XlsxError> {
    let last_column = u16::try_from(columns.saturating_sub(1)).unwrap_or(0);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row.max(1), last_column)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &RowCell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        RowCell::Text(text) => {
            sheet.write_string_with_format(row, column, cut(text), &looks.text)?;
        }
        // Excel counts days from 1900.
        RowCell::Day(day) => match excel_day(*day) {
            Ok(moment) => {
                sheet.write_datetime_with_format(row, column, &moment, &looks.day)?;
            }
            Err(_) => {
                sheet.write_string_with_format(row, column, day.to_string(), &looks.text)?;
            }
        },
        RowCell::Number(number) => {
            #[expect(
                clippy::cast_precision_loss,
                reason = "days and lines are far below 2^53"
            )]
            sheet.write_number_with_format(row, column, *number as f64, &looks.number)?;
        }
        RowCell::Nothing => {}
    }
    Ok(())
}

fn cut(text: &SafeText) -> String {
    let text = text.as_str();
    match text.char_indices().nth(LONGEST_CELL) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or("")),
        None => text.to_owned(),
    }
}

fn promises(report: &Report<'_>, sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name("Promises")?;
    let table = table(report);
    for (column, heading) in (0_u16..).zip(&table.header) {
        sheet.write_string_with_format(0, column, heading.as_str(), &looks.heading)?;
        let is_text = usize::from(column) < table.numbers_from;
        sheet.set_column_width(column, if is_text && column > 0 { 60 } else { 12 })?;
    }
    let mut last = 0;
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (column, text) in (0_u16..).zip(cells) {
            let is_count = usize::from(column) >= table.numbers_from;
            let cell = match text.as_str().parse() {
                Ok(count) if is_count => RowCell::Number(count),
                Err(_) if is_count => RowCell::Number(0),
                _ => RowCell::Text(text.clone()),
            };
            write(sheet, row, column, &cell, looks)?;
        }
        last = row;
    }
    header(sheet, last, table.header.len())
}

/// The charter, the day, and how it was made, in the words of the report.
fn about(report: &Report<'_>, sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name("About")?;
    sheet.set_column_width(0, 16)?;
    sheet.set_column_width(1, 100)?;
    let mut lines: Vec<(SafeText, SafeText)> = vec![("Summary".into(), summary(report))];
    let left_out = report.findings().len().saturating_sub(MOST_ROWS);
    if left_out > 0 {
        lines.push((
            "Left out".into(),
            safe!(
                "{} findings, because no more than {} fit here; the format `csv` has all of them",
                grouped(left_out),
                grouped(MOST_ROWS)
            ),
        ));
    }
    lines.extend(head(report));
    lines.extend(numbers::in_a_sentence(report).map(|numbers| ("Numbers".into(), numbers)));
    lines.extend(sides(report));
    for block in closing(report) {
        if let Block::Facts(facts) = block {
            lines.extend(facts);
        }
    }
    for (row, (name, said)) in (0_u32..).zip(lines) {
        sheet.write_string_with_format(row, 0, name.as_str(), &looks.heading)?;
        sheet.write_string_with_format(row, 1, cut(&said), &looks.text)?;
    }
    Ok(())
}
