use chrono::NaiveDate;

use super::*;
use crate::read::Format;
use crate::read::item::tests::job;
use plain_values::Count;

/// What a cell of a column says, each as a value with the words that stand there.
fn said(cell: &Cell, path: &str, holds: Holds) -> Vec<(String, ScalarKind, String)> {
    job(Format::Csv, |job| {
        let known = Known {
            path: path.to_owned(),
            holds,
            headings: &[],
        };
        let around = Around {
            order: DateOrder::DayFirst,
            from_1904: false,
            cross: CrossMeaning::Unclear,
        };
        let reading = read(cell, &known, job, around, Span::new(job.id, 0, 0));
        let single = |(path, node): (&str, Node<'_>)| match node.value {
            Value::Scalar { text, kind } => (path.to_owned(), kind, text.into_owned()),
            Value::List(_) | Value::Map(_) | Value::Broken => panic!("{path} is not single"),
        };
        let own = (path, reading.node);
        std::iter::once(own)
            .chain(reading.also)
            .map(single)
            .collect()
    })
}

#[test]
fn what_was_understood_stays_beside_its_words() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
    let nine = NaiveTime::from_hms_opt(9, 30, 0).unwrap();
    let value = |path: &str, value, words: &str| {
        (path.to_owned(), ScalarKind::Value(value), words.to_owned())
    };
    let text = |text: &str| Cell::Text(text.to_owned());
    let words = "Thurs 12th March 2026, 9.30am";
    assert_eq!(
        said(&text(words), "date", Holds::Day),
        [
            value("date", PlainValue::Day(day), words),
            value("start", PlainValue::Time(nine), words),
        ]
    );
    assert_eq!(
        said(&Cell::Moment(day.and_time(nine)), "date", Holds::Day),
        [
            value("date", PlainValue::Day(day), "2026-03-12 09:30"),
            value("start", PlainValue::Time(nine), "2026-03-12 09:30"),
        ]
    );
    assert_eq!(
        said(&text("c. 30 parents"), "attendance.parents", Holds::Count),
        [value(
            "attendance.parents",
            PlainValue::Count(Count::About(30)),
            "c. 30 parents"
        )]
    );
    assert_eq!(
        said(&text("✓ on request"), "access.childcare", Holds::Answer),
        [value(
            "access.childcare",
            PlainValue::Answer(true),
            "✓ on request"
        )]
    );
}
