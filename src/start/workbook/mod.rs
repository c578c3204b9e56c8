//! A workbook to keep a log in. Beside each engagement it works out the last day for notice, for
//! papers and for feedback, by the standards and the calendar of a charter.

mod columns;
mod formulas;
mod last_days;
mod places;
mod sheets;
mod words;

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DocProperties, ExcelDateTime, Format, FormatAlign, Formula,
    Workbook, Worksheet, XlsxError,
};

use crate::charter::Charter;
use columns::{Column, Content};
use formulas::Missed;
use last_days::LastDay;

/// So many rows are prepared.
pub const PREPARED_ROWS: u32 = 500;

/// What the sheet of the log is called.
pub const LOG: &str = "Log";

/// The last one of them.
const LAST_ROW: u32 = PREPARED_ROWS;

/// How a day is shown. Programs read it in their own language.
const DAY: &str = "ddd d mmm yyyy";

/// How cells look.
struct Looks {
    heading: Format,
    worked_out_heading: Format,
    text: Format,
    day: Format,
    time: Format,
    worked_out: Format,
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let heading = || top().set_bold().set_text_wrap();
        let grey = Color::RGB(0x00F2_F2F2);
        Looks {
            heading: heading(),
            worked_out_heading: heading().set_italic().set_background_color(grey),
            text: top().set_text_wrap(),
            day: top().set_num_format(DAY),
            time: top().set_num_format("hh:mm"),
            worked_out: top().set_num_format(DAY).set_background_color(grey),
        }
    }
}

/// The workbook for the log of a charter's area; the same charter gives the same bytes.
///
/// # Errors
/// The charter has more parties than a list to choose from can hold, or there is not enough memory.
pub fn workbook(charter: &Charter) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    // Without a day of its own, a workbook is another one each time it is made.
    let properties = DocProperties::new()
        .set_title("Log of engagements")
        .set_author("charter-audit")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    let last_days = last_days::last_days(charter);
    log(charter, &last_days, workbook.add_worksheet(), &looks)?;
    sheets::standards(charter, &last_days, workbook.add_worksheet(), &looks)?;
    sheets::days_off(charter, workbook.add_worksheet(), &looks)?;
    workbook.save_to_buffer()
}

fn log(
    charter: &Charter,
    last_days: &[LastDay],
    sheet: &mut Worksheet,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(LOG)?;
    // `Formula::set_result` takes an empty text for none, and stores 0.
    sheet.set_formula_result_default("");
    let columns = columns::of_log(charter, last_days);
    for (at, column) in (0_u16..).zip(&columns) {
        sheet.set_column_width(at, column.width())?;
        let heading = if column.last_day().is_some() {
            &looks.worked_out_heading
        } else {
            &looks.heading
        };
        sheet.write_string_with_format(0, at, &column.heading, heading)?;
        match &column.content {
            Content::LastDay(last_day) => worked_out(last_day, at, &columns, sheet, looks)?,
            Content::Day => sheet.set_column_format(at, &looks.day).map(|_| ())?,
            Content::Time => sheet.set_column_format(at, &looks.time).map(|_| ())?,
            Content::Words(..) | Content::Count | Content::Text => {
                sheet.set_column_format(at, &looks.text).map(|_| ())?;
            }
        }
        if let Some(validation) = column.validation()? {
            sheet.add_data_validation(1, at, LAST_ROW, at, &validation)?;
        }
    }
    sheet.set_row_height(0, 32)?;
    sheet.set_freeze_panes(1, 1)?;
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
    sheet.autofilter(0, 0, LAST_ROW, last_column)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    Ok(())
}

/// A column that works something out, empty as long as its row is.
fn worked_out(
    last_day: &LastDay,
    at: u16,
    columns: &[Column],
    sheet: &mut Worksheet,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for row in 1..=LAST_ROW {
        let formula = last_day.formula(&|path| columns::cell(columns, path, row));
        sheet.write_formula_with_format(row, at, Formula::new(formula), &looks.worked_out)?;
    }
    let here = places::cell_at(at, 1);
    let sent = columns::cell(columns, last_day.done, 1);
    for missed in Missed::ALL {
        let rule = ConditionalFormatFormula::new()
            .set_rule(Formula::new(missed.rule(&here, &sent)))
            .set_format(missed.look())
            .set_stop_if_true(true);
        sheet.add_conditional_format(1, at, LAST_ROW, at, &rule)?;
    }
    Ok(())
}
