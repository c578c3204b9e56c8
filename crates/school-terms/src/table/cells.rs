//! The days that a cell says.

use chrono::{Datelike as _, NaiveDate};
use plain_values::{
    DateOrder, DayReading, NamedYears, UnclearDay, is_placeholder, named_years, possible_orders,
    read_day,
};
use sheets::{Cell, Sheet};
use working_days::Stretch;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellSays {
    /// One or more days, or stretches of days.
    Days(Vec<Stretch>),
    /// A day whose year nothing says.
    NoYear,
    /// It is about days and cannot be read, and why.
    Unreadable(String),
    /// Days in the wrong order.
    Backwards,
    /// Other words.
    Words,
    /// Nothing.
    Nothing,
}

/// A list has no more items.
const MOST_ITEMS: usize = 60;

/// The order in which the numbers of the days of all sheets are written; nothing where it is mixed.
pub(super) fn order_of(sheets: &[Sheet]) -> Option<DateOrder> {
    let cells = sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .flat_map(|row| &row.cells);
    let (mut day_first, mut month_first) = (false, false);
    for orders in cells.filter_map(|(_, cell)| possible_orders(cell.text()?)) {
        day_first |= orders.day_first && !orders.month_first;
        month_first |= orders.month_first && !orders.day_first;
    }
    match (day_first, month_first) {
        (true, true) => None,
        (false, true) => Some(DateOrder::MonthFirst),
        (_, false) => Some(DateOrder::DayFirst),
    }
}

/// The stretch of days that a line names, where `2025/26` is a school year.
pub(super) fn school_years(text: &str) -> Option<NamedYears> {
    named_years(&format!("school year {text}")).or_else(|| named_years(text))
}

/// What a cell shows.
pub(super) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Error(text) => text.clone(),
        Cell::Moment(moment) => moment.date().to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Clock(time) => time.format("%H:%M").to_string(),
        Cell::Truth(truth) => truth.to_string(),
        Cell::Unreadable(_) => String::new(),
    }
}

/// What a cell says of days; those without a year take it from the first of these that leaves one day.
pub(super) fn says(
    cell: &Cell,
    from_1904: bool,
    order: DateOrder,
    years: &[&NamedYears],
) -> CellSays {
    match cell {
        Cell::Moment(moment) => on(moment.date()),
        Cell::Number(number) => plain_values::day_of_serial(*number, from_1904)
            .day()
            .map_or(CellSays::Nothing, on),
        Cell::Text(text) => said(text, order, years),
        Cell::Unreadable(_) => CellSays::Unreadable(
            "the file does not tell what is in this cell; open it, save it, and fetch it again"
                .to_owned(),
        ),
        Cell::Error(_) => CellSays::Unreadable("this formula came to nothing".to_owned()),
        Cell::Clock(_) | Cell::Truth(_) => CellSays::Nothing,
    }
}

fn on(day: NaiveDate) -> CellSays {
    // What spreadsheets make of a bare number is a day of long ago.
    if (1990..2100).contains(&day.year()) {
        CellSays::Days(vec![Stretch {
            first: day,
            last: day,
        }])
    } else {
        CellSays::Nothing
    }
}

fn said(text: &str, order: DateOrder, years: &[&NamedYears]) -> CellSays {
    if text.trim().is_empty() || is_placeholder(text) {
        return CellSays::Nothing;
    }
    let whole = one(text, order, years);
    if !matches!(whole, CellSays::Words | CellSays::Unreadable(_)) {
        return whole;
    }
    let lists: [&[char]; 2] = [&[';', '\n', '&', '•'], &[';', '\n', '&', '•', ',']];
    for signs in lists {
        let spread = text.replace(" and ", ";");
        let items: Vec<&str> = spread
            .split(signs)
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .collect();
        if (2..=MOST_ITEMS).contains(&items.len()) {
            let days: Vec<CellSays> = items.iter().map(|item| one(item, order, years)).collect();
            if let Some(all) = together(&days) {
                return all;
            }
        }
    }
    range_by_parts(text, order, years).unwrap_or(whole)
}

/// The days of a list, if each of its items is one.
fn together(days: &[CellSays]) -> Option<CellSays> {
    let mut all = Vec::new();
    for item in days {
        match item {
            CellSays::Days(days) => all.extend(days.iter().copied()),
            CellSays::NoYear => return Some(CellSays::NoYear),
            CellSays::Backwards => return Some(CellSays::Backwards),
            CellSays::Unreadable(_) | CellSays::Words | CellSays::Nothing => return None,
        }
    }
    Some(CellSays::Days(all))
}

/// `Monday 27 October - Friday 31 October`, of a year that stands elsewhere.
fn range_by_parts(text: &str, order: DateOrder, years: &[&NamedYears]) -> Option<CellSays> {
    let parts = [" - ", " – ", " to ", "–", " until "]
        .iter()
        .find_map(|between| text.split_once(between));
    let (first, last) = parts?;
    match (one(first, order, years), one(last, order, years)) {
        (CellSays::Days(first), CellSays::Days(last)) => {
            let stretch = Stretch {
                first: first.first()?.first,
                last: last.last()?.last,
            };
            Some(if stretch.first <= stretch.last {
                CellSays::Days(vec![stretch])
            } else {
                CellSays::Backwards
            })
        }
        (CellSays::NoYear, CellSays::NoYear | CellSays::Days(_))
        | (CellSays::Days(_), CellSays::NoYear) => Some(CellSays::NoYear),
        _ => None,
    }
}

fn one(text: &str, order: DateOrder, years: &[&NamedYears]) -> CellSays {
    match read_day(text, order) {
        DayReading::On(day, _) => on(day),
        DayReading::NoYear(day, _) => {
            let day = years.iter().find_map(|years| years.day(day));
            day.map_or(CellSays::NoYear, on)
        }
        DayReading::Through { first, last, .. } => CellSays::Days(vec![Stretch { first, last }]),
        DayReading::Unclear(UnclearDay::NoYear) => CellSays::NoYear,
        DayReading::Unclear(
            UnclearDay::Season
            | UnclearDay::Year
            | UnclearDay::Open
            | UnclearDay::Weekday
            | UnclearDay::Month
            | UnclearDay::Series,
        ) => CellSays::Words,
        _ if is_of_words(text, order) => CellSays::Words,
        DayReading::Unclear(why) => CellSays::Unreadable(format!("it {}", why.reason())),
        DayReading::Unreadable(why) => CellSays::Unreadable(why),
        DayReading::Among { .. }
        | DayReading::Moved { .. }
        | DayReading::MovedNoYear { .. }
        | DayReading::CalledOff(..) => {
            CellSays::Unreadable("it says more than days; write the day alone".to_owned())
        }
    }
}

/// Whether a text names something of the school's year, or nothing with a number that could be a day.
fn is_of_words(text: &str, order: DateOrder) -> bool {
    let has_number = text.bytes().any(|byte| byte.is_ascii_digit());
    let names_years = school_years(text).is_some() && !plain_values::names_day(text, order);
    !has_number || !plain_values::is_about_days(text) || names_years
}
