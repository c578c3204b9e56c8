//! The day of an event that stands in several columns: `Day`, `Month` and `Year`.

use super::cells;
use super::columns::Column;
use super::headings::DayPart;
use super::tree::{ColumnValue, Sureness};
use closed_words::listed;
use identifiers::redact::quoted;
use located::diagnostic::Diagnostic;
use located::source::Span;
use located::tree::{Leaf, Node};
use plain_values::{DateOrder, PlainValue, is_placeholder, read_day};
use sheets::Cell;

/// What the columns of one row say of a day.
#[derive(Default)]
pub(super) struct DayInParts {
    /// Each with its heading and its place.
    parts: Vec<(DayPart, String, Span, String)>,
}

impl DayInParts {
    /// Adds what one of the columns says.
    pub(super) fn add(&mut self, part: DayPart, column: &Column, place: Span, cell: Option<&Cell>) {
        let text = cell.map_or_else(String::new, |cell| cells::shown(cell).trim().to_owned());
        self.parts.push((part, column.heading.clone(), place, text));
    }

    /// The day that they make; nothing where there are no such columns.
    pub(super) fn read<'t>(
        mut self,
        path: &'t str,
        order: DateOrder,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<ColumnValue<'t>> {
        self.parts.sort_by_key(|(part, ..)| *part);
        let (_, _, place, _) = *self.parts.first()?;
        let node = match self.text() {
            None => Node::blank(place),
            Some((text, order_of_parts)) => {
                let read = read_day(&text, order_of_parts.unwrap_or(order));
                if let Some(day) = read.day() {
                    Node::of(PlainValue::Day(day), text, place)
                } else {
                    faults.push(self.fault(place));
                    Node::broken(place)
                }
            }
        };
        Some(ColumnValue {
            leaf: Leaf {
                path,
                key_span: place,
                node,
            },
            said: Sureness::Plainly,
        })
    }

    /// What they say together, and in which order where all are numbers; nothing where they are blank.
    fn text(&self) -> Option<(String, Option<DateOrder>)> {
        let texts = self.parts.iter().map(|(.., text)| text.as_str());
        let said: Vec<&str> = texts.filter(|text| !is_placeholder(text)).collect();
        let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
        if said.is_empty() {
            None
        } else if said.iter().all(is_number) {
            Some((said.join("/"), Some(DateOrder::DayFirst)))
        } else {
            Some((said.join(" "), None))
        }
    }

    fn fault(&self, place: Span) -> Diagnostic {
        let headings = self.parts.iter().map(|(_, heading, ..)| quoted(heading));
        let message = format!(
            "the columns {} of this row name no day together",
            listed(headings.collect::<Vec<String>>(), "and")
        );
        Diagnostic::error("wrong-value", place, message)
            .help("write the day of the month, the month and the year, or one date in one column")
    }
}
