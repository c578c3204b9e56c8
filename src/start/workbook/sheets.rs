//! The two sheets beside the log: the standards that it counts by, and the days on which nobody works.

use chrono::{Days, NaiveDate};
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, ExcelDateTime, Formula, Worksheet, XlsxError,
};
use working_days::is_weekend;

use super::Looks;
use super::last_days::LastDay;
use super::places::{DATED_ROW, FIRST_ROW, LAST_OFF, LAST_ROW, OFF};
use crate::charter::Charter;
use crate::render::excel_day;

const ABOUT: [&str; 5] = [
    "The numbers are those of charter.yaml when this workbook was made. Whoever changes one changes it \
     in both places. The unit is part of the columns of the log: for another one, rename this workbook, \
     make a new one with charter-audit init --only-log, and copy the rows.",
    "Clear days leave out the day of sending and the day itself. Working days are Monday to Friday \
     without the days on the sheet Days off.",
    "Red: the last day is over and nothing was sent. Orange: it was sent later. Yellow: the last day is \
     within a week.",
    "No day is shown for what was cancelled or postponed, for notice and papers of surveys and \
     consultations, and for what the forum holds alone.",
    "charter-audit judges by charter.yaml, and reads neither this sheet nor the days that the log works \
     out.",
];

pub(super) fn standards(
    charter: &Charter,
    last_days: &[LastDay],
    sheet: &mut Worksheet,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name("Standards")?;
    let headings = ["What is to be done", "Number", "Unit", "Counted"];
    for (at, (heading, width)) in (0_u16..).zip(headings.into_iter().zip([58, 17, 22, 30])) {
        sheet.write_string_with_format(0, at, heading, &looks.heading)?;
        sheet.set_column_width(at, width)?;
    }
    for standard in last_days.iter().flat_map(|last_day| &last_day.standards) {
        let row = standard.row - 1;
        sheet.write_string_with_format(row, 0, standard.what, &looks.text)?;
        sheet.write_number(row, 1, standard.duration.count)?;
        sheet.write_string(row, 2, standard.duration.unit.plural())?;
        sheet.write_string(row, 3, standard.from)?;
        let validation = DataValidation::new()
            .allow_whole_number(DataValidationRule::Between(0, 400))
            .set_error_message("Write a whole number; the unit stands beside it.")?;
        sheet.add_data_validation(row, 1, row, 1, &validation)?;
    }
    let (first, last) = covered(charter);
    for (row, what, day) in [
        (FIRST_ROW, "Bank holidays are known from", first),
        (LAST_ROW, "Bank holidays are known until", last),
    ] {
        sheet.write_string_with_format(row - 1, 0, what, &looks.text)?;
        if let Some(day) = day {
            sheet.write_datetime_with_format(row - 1, 1, &excel_day(day)?, &looks.day)?;
        }
    }
    let what = "Everything in the first column of Days off is a day";
    sheet.write_string_with_format(DATED_ROW - 1, 0, what, &looks.text)?;
    let is_dated = format!("IF(COUNT({OFF})=COUNTA({OFF}),\"yes\",\"no\")");
    sheet.write_formula(DATED_ROW - 1, 1, Formula::new(is_dated).set_result("yes"))?;
    for (row, about) in (DATED_ROW..).zip(ABOUT) {
        sheet.write_string_with_format(row, 0, about, &looks.text)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

pub(super) fn days_off(
    charter: &Charter,
    sheet: &mut Worksheet,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name("Days off")?;
    for (at, (heading, width)) in (0_u16..).zip([("Day off", 20), ("Why", 30)]) {
        sheet.write_string_with_format(0, at, heading, &looks.heading)?;
        sheet.set_column_width(at, width)?;
    }
    let calendar = &charter.calendar;
    let closed = calendar.closed_days.iter().copied();
    let closed = closed.map(|day| (day, "closed, by charter.yaml"));
    let bank = calendar
        .bank_holidays
        .days()
        .map(|day| (day, "bank holiday"));
    let mut row = 0;
    for (day, why) in bank.chain(closed) {
        row += 1;
        sheet.write_datetime_with_format(row, 0, &excel_day(day)?, &looks.day)?;
        sheet.write_string(row, 1, why)?;
    }
    for below in row + 1..=LAST_OFF {
        sheet.write_blank(below, 0, &looks.day)?;
    }
    let from = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let to = ExcelDateTime::from_ymd(2099, 12, 31)?;
    let validation = DataValidation::new()
        .allow_date(DataValidationRule::Between(&from, &to))
        .set_error_message("Only a day may stand here, such as 24/12/2026.")?;
    sheet.add_data_validation(1, 0, LAST_OFF, 0, &validation)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// The first and last day for which bank holidays are known, with the weekends around them: on those
/// nobody works, whatever the year.
fn covered(charter: &Charter) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (first, last) = charter.calendar.bank_holidays.years();
    let weekend = |step: fn(NaiveDate) -> Option<NaiveDate>| {
        move |day: NaiveDate| {
            let mut day = day;
            while let Some(next) = step(day).filter(|next| is_weekend(*next)) {
                day = next;
            }
            day
        }
    };
    let first = NaiveDate::from_ymd_opt(first, 1, 1);
    let last = NaiveDate::from_ymd_opt(last, 12, 31);
    (
        first.map(weekend(|day| day.checked_sub_days(Days::new(1)))),
        last.map(weekend(|day| day.checked_add_days(Days::new(1)))),
    )
}
