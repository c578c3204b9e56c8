//! One cell: its value, the cells that it spreads over, and what was noted at it.

use chrono::{Datelike as _, NaiveDateTime};
use quick_xml::events::BytesStart;

use super::text::{self, ContentXml};
use crate::date_time;
use crate::error::Error;
use crate::limits::Budget;
use crate::sheet::{Cell, UnreadableCell};
use crate::xml::{XmlEvent, attribute, number};

/// What was found in a cell.
pub(super) struct OdsCell {
    /// Its value.
    pub(super) cell: Option<Cell>,
    /// How many rows and columns it was merged over, itself included.
    pub(super) span: (u32, u32),
    /// What was noted at it, and what stands in text boxes that are tied to it.
    pub(super) note: Option<String>,
}

impl OdsCell {
    /// Whether there is nothing in it at all.
    pub(super) fn is_nothing(&self) -> bool {
        self.cell.is_none() && self.span == (1, 1) && self.note.is_none()
    }
}

/// Reads a cell behind its first tag up to its last.
pub(super) fn read(
    xml: &mut ContentXml<'_, '_>,
    element: &BytesStart<'_>,
    budget: &mut Budget,
) -> Result<OdsCell, Error> {
    let mut lines = None;
    let (mut note, mut boxes) = (None, None);
    let mut buffer = Vec::new();
    loop {
        match xml.next(&mut buffer)? {
            XmlEvent::Begin(inner) => match inner.local_name().as_ref() {
                "p" | "h" => text::paragraph(xml, &mut lines, budget)?,
                "list" | "list-item" | "list-header" => {}
                "annotation" => note = text::annotation(xml, budget)?,
                // Text boxes stand in the cell to which they are tied.
                _ => text::within(xml, &mut boxes, budget)?,
            },
            XmlEvent::End(end)
                if matches!(
                    end.local_name().as_ref(),
                    "table-cell" | "covered-table-cell"
                ) =>
            {
                break;
            }
            XmlEvent::Done => break,
            XmlEvent::End(_) | XmlEvent::Text(_) => {}
        }
    }
    let span = |name| number(element, name).unwrap_or(1).max(1);
    Ok(OdsCell {
        cell: value(element, lines),
        span: (span("number-rows-spanned"), span("number-columns-spanned")),
        note: match (note, boxes) {
            (Some(note), Some(boxes)) => Some(note + "\n" + &boxes),
            (note, boxes) => note.or(boxes),
        },
    })
}

/// The value of a cell: what its attributes say, or what is written in it.
fn value(element: &BytesStart<'_>, lines: Option<String>) -> Option<Cell> {
    // A formula that gives nothing has a line with nothing in it; one without a result has none.
    let has_lines = lines.is_some();
    let shown = lines.unwrap_or_default();
    if attribute(element, "calcext:value-type").is_some_and(|kind| kind == "error") {
        return Some(Cell::Error(shown));
    }
    let kind = attribute(element, "office:value-type");
    let named = |name| attribute(element, name);
    let cell = match kind.as_deref() {
        Some("float" | "percentage" | "currency") => {
            let number = named("office:value").and_then(|value| value.parse::<f64>().ok());
            let number = number.filter(|number| number.is_finite());
            number.map(Cell::Number)
        }
        Some("date") => {
            let date = named("office:date-value").map(|value| date_time::of_iso_date(&value));
            let is_hidden = matches!(date, Some(Cell::Moment(moment)) if hides_day(&shown, moment));
            date.filter(|_| !is_hidden)
        }
        Some("time") => named("office:time-value").map(|value| date_time::of_iso_duration(&value)),
        Some("boolean") => named("office:boolean-value").map(|value| Cell::Truth(value == "true")),
        _ => {
            let value = named("office:string-value").filter(|value| !value.is_empty());
            value.map(|value| Cell::Text(value.into_owned()))
        }
    };
    if cell.is_some() || !shown.is_empty() {
        return cell.or(Some(Cell::Text(shown)));
    }
    // A formula whose result is a text without a sign is said to have a text.
    let is_text = has_lines || kind.as_deref() == Some("string");
    let no_result = named("table:formula").is_some() && !is_text;
    no_result.then_some(Cell::Unreadable(UnreadableCell::NoResult))
}

/// Whether people see a month or a year where the file has a day: `Mar 26`.
fn hides_day(shown: &str, moment: NaiveDateTime) -> bool {
    let numbers: Vec<i64> = shown
        .split(|sign: char| !sign.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let year = i64::from(moment.year());
    let mut words = shown.split(|sign: char| !sign.is_alphabetic());
    let month = moment.format("%B").to_string().to_lowercase();
    let is_month = |word: &str| word.len() >= 3 && month.starts_with(&word.to_lowercase());
    let names_other = numbers
        .iter()
        .any(|number| [year, year % 100].contains(number));
    (names_other || words.any(is_month)) && !numbers.contains(&i64::from(moment.day()))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::hides_day;

    #[test]
    fn a_day_is_hidden_where_nobody_sees_it() {
        let first = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let first = first.and_hms_opt(0, 0, 0).unwrap();
        for shown in ["Mar 2026", "Mar 26", "March", "03/2026", "2026"] {
            assert!(hides_day(shown, first), "{shown}");
        }
        for shown in [
            "01/03/2026",
            "1 Mar 26",
            "Sunday 1st March",
            "2026-03-01",
            "x",
            "",
            "###",
        ] {
            assert!(!hides_day(shown, first), "{shown}");
        }
    }
}
