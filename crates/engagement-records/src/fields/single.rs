//! A single value on its way into a record: taken as it is where its reader understood it, and read
//! from its text where it did not.

use chrono::{NaiveDate, NaiveTime};

use super::scalars::{in_known_years, read_date, read_time, read_yes_no};
use located::tree::{Node, ScalarKind, Value};
use plain_values::{Count, END_OF_DAY, PlainValue};

/// A single value as a reader hands it over.
#[derive(Debug, Clone, Copy)]
pub struct Single<'t> {
    text: &'t str,
    value: Option<PlainValue>,
}

impl<'t> Single<'t> {
    /// The single value that a node holds, if it holds one.
    pub(super) fn of(node: &'t Node<'_>) -> Option<Self> {
        let Value::Scalar { text, kind } = &node.value else {
            return None;
        };
        Some(Single {
            text: text.trim(),
            value: match kind {
                ScalarKind::Value(value) => Some(*value),
                ScalarKind::Quoted | ScalarKind::Plain | ScalarKind::Unclear => None,
            },
        })
    }

    /// The words that stand there.
    pub fn text(self) -> &'t str {
        self.text
    }

    /// The words where nobody has understood them yet.
    pub fn not_understood(self) -> Option<&'t str> {
        self.value.is_none().then_some(self.text)
    }

    /// A day, written 2026-03-01.
    ///
    /// # Errors
    /// What was expected.
    pub fn day(self) -> Result<NaiveDate, String> {
        match self.value {
            Some(PlainValue::Day(day)) => in_known_years(day),
            Some(PlainValue::Time(_) | PlainValue::Count(_) | PlainValue::Answer(_)) | None => {
                read_date(self.text)
            }
        }
    }

    /// A time of day, written 9:30 or 09:30; 24:00 is the end of a day.
    ///
    /// # Errors
    /// What was expected.
    pub fn time(self) -> Result<NaiveTime, String> {
        match self.value {
            Some(PlainValue::Time(time)) => Ok(time),
            Some(PlainValue::Day(_) | PlainValue::Count(_) | PlainValue::Answer(_)) | None => {
                if self.text == "24:00" {
                    Ok(END_OF_DAY)
                } else {
                    read_time(self.text)
                }
            }
        }
    }

    /// The answer yes or no.
    ///
    /// # Errors
    /// What was expected.
    pub fn yes_no(self) -> Result<bool, String> {
        match self.value {
            Some(PlainValue::Answer(answer)) => Ok(answer),
            Some(PlainValue::Day(_) | PlainValue::Time(_) | PlainValue::Count(_)) | None => {
                read_yes_no(self.text)
            }
        }
    }

    /// A number of people, written 12, 10+, <5, 5-9 or about 30.
    ///
    /// # Errors
    /// What was expected.
    pub fn count(self) -> Result<Count, String> {
        match self.value {
            Some(PlainValue::Count(count)) => Ok(count),
            Some(PlainValue::Day(_) | PlainValue::Time(_) | PlainValue::Answer(_)) | None => {
                self.text.parse()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use located::source::{Sources, Span};

    #[test]
    fn what_was_understood_is_taken_as_it_is() {
        let span = Span::new(Sources::default().next_id(), 0, 0);
        let of = |value, words| Node::of(value, words, span);
        let day = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
        let time = NaiveTime::from_hms_opt(9, 30, 0).unwrap();
        let node = of(PlainValue::Day(day), "Thursday 12th March");
        let single = Single::of(&node).unwrap();
        assert_eq!(single.day(), Ok(day));
        assert_eq!(single.text(), "Thursday 12th March");
        assert_eq!(single.not_understood(), None);
        // What was asked for is something else.
        assert!(single.time().is_err() && single.yes_no().is_err() && single.count().is_err());
        let node = of(PlainValue::Time(time), "half past nine");
        assert_eq!(Single::of(&node).unwrap().time(), Ok(time));
        let node = of(PlainValue::Answer(false), "✗");
        assert_eq!(Single::of(&node).unwrap().yes_no(), Ok(false));
        let node = of(PlainValue::Count(Count::Fewer(5)), "a handful");
        assert_eq!(Single::of(&node).unwrap().count(), Ok(Count::Fewer(5)));
    }

    #[test]
    fn days_of_other_centuries_are_not_believed() {
        let span = Span::new(Sources::default().next_id(), 0, 0);
        for (year, is_known) in [(1899, false), (1900, true), (2199, true), (2200, false)] {
            let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let node = Node::of(PlainValue::Day(day), "", span);
            let read = Single::of(&node).unwrap().day();
            assert_eq!(read.is_ok(), is_known, "{year}");
            assert_eq!(read, read_date(&day.to_string()), "{year}");
        }
    }
}
