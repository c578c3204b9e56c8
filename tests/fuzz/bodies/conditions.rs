//! Conditions: any text is refused with a reason or worked out, and the laws of logic hold for what comes
//! out.

use engagement_records::expression::{ConditionOutcome, Expression};
use engagement_records::read::{Format, Period};
use engagement_records::record::view::{About, Schema, View, Viewed};
use located::source::{Source, Sources, Span};

use super::bench::{AS_OF, Bench, built_in, file, places_hold};

const RECORD: &str = "title: Short breaks\nkind: workshop\ndate: 2026-03-20\nstart: 10:00\n\
                      notice: { sent: 2026-03-02, channel: Email }\npapers: { sent: none }\n\
                      organisers: [council, forum]\nattendance: { parents: 10+, cyp: 3, staff: 12 }\n\
                      reach: { invited: oops }\nfeedback: { sent: 2026-04-20 }\n";

/// What came of a condition, without places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    Yes,
    No,
    Open,
}

pub(super) fn conditions(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let Some(came) = outcome(text) else {
        return;
    };
    let opposite = match came {
        Came::Yes => Came::No,
        Came::No => Came::Yes,
        Came::Open => Came::Open,
    };
    // What is longer or deeper than is allowed is refused; what is not must hold.
    let law = |written: String, expected: Came| {
        if let Some(came) = outcome(&written) {
            assert_eq!(came, expected, "{written}");
        }
    };
    law(format!("!({text}\n)"), opposite);
    law(format!("({text}\n) && true"), came);
    law(format!("({text}\n) || false"), came);
    law(format!("({text}\n) && false"), Came::No);
    law(format!("({text}\n) || true"), Came::Yes);
    law(format!("true ? ({text}\n) : false"), came);
}

fn outcome(text: &str) -> Option<Came> {
    let bench = Bench::new(vec![file("a", Format::Yaml, RECORD.as_bytes())]);
    let record = bench.reading.records.engagements.first().unwrap();
    let charter = &built_in().charter;
    let words = charter.read_settings(Period::default()).words;
    let mut sources = Sources::default();
    let place = Span::new(sources.next_id(), 0, text.len());
    sources.add(Source::new("condition".to_owned(), text.to_owned()));
    let schema = Schema::new(About::Engagement, words, place);
    let condition = match Expression::compile(text, place, true, &schema) {
        Ok(condition) => condition,
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            places_hold(&sources, &faults);
            return None;
        }
    };
    let view = View::new(Viewed::Engagement(record), words, AS_OF.parse().unwrap());
    let evaluation = condition.evaluate(&view, &charter.calendar);
    let again = condition.evaluate(&view, &charter.calendar);
    assert_eq!(evaluation, again);
    Some(match evaluation.outcome {
        ConditionOutcome::Yes => Came::Yes,
        ConditionOutcome::No => Came::No,
        ConditionOutcome::Missing { .. }
        | ConditionOutcome::Unreadable { .. }
        | ConditionOutcome::Denied { .. }
        | ConditionOutcome::Unknown { .. } => Came::Open,
    })
}
