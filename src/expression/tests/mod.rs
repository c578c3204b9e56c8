//! A charter and a record to try expressions on, and how fast they are.
#![expect(
    clippy::string_slice,
    clippy::too_many_lines,
    reason = "tests point into texts by hand, and their tables are long"
)]

mod faults;
mod hostile;
mod messages;
mod outcomes;

use super::*;
use crate::charter::Charter;
use crate::read::{self, File};
use crate::record::Records;
use crate::record::view::{About, Viewed};
use identifiers::redact::Redactor;
use located::source::{Source, Sources};

/// A charter with fields of its own, and a record.
struct Bench {
    charter: Charter,
    records: Records,
    calendar: Calendar,
    schema_place: Span,
}

const WORKSHOP: &str = "\
title: Short breaks
kind: workshop
date: 2026-03-20
start: 10:00
notice: { sent: 2026-03-02, channel: Email }
papers: { sent: none }
areas: [development, needs]
organisers: [council, forum]
attendance: { parents: 10+, cyp: 3, staff: 12 }
reach: { invited: oops }
feedback: { sent: 2026-04-20 }
scope_for_change: { in: [hours] }
local: { creche: no }
moved_from: [{ date: 2026-03-10, told: 2026-02-20 }, { date: 2026-03-12 }]
";

const CHARTER: &str = "\
title: Test
extends: built-in
fields: { creche: yes-no, places: number }
";

impl Bench {
    fn new(record: &str) -> Self {
        let mut sources = Sources::default();
        let file = |name: &str, text: &str| File::new(name.to_owned(), text.as_bytes().to_vec());
        let loaded = read::charter(&mut sources, Some(file("charter.yaml", CHARTER)), &|_| {
            Err("none".to_owned())
        })
        .unwrap_or_else(|faults| panic!("{faults:#?}"));
        let reading = read::records(
            &mut sources,
            vec![file("a.yaml", record)],
            &loaded.charter,
            read::Period::default(),
            &(),
        );
        let id = sources.add(Source::new("charter.yaml".into(), " ".repeat(9_000)));
        Bench {
            calendar: loaded.charter.calendar.clone(),
            charter: loaded.charter,
            records: reading.records,
            schema_place: Span::new(id, 100, 8_000),
        }
    }

    fn schema(&self) -> Schema<'_> {
        Schema::new(
            About::Engagement,
            self.charter.vocabulary(),
            self.schema_place,
        )
    }

    fn view(&self) -> View<'_> {
        let as_of = "2026-04-01".parse().unwrap();
        let record = Viewed::Engagement(&self.records.engagements[0]);
        View::new(record, self.charter.vocabulary(), as_of)
    }

    fn compile(&self, text: &str) -> Result<Expression, Vec<Diagnostic>> {
        Expression::compile(text, self.schema_place, true, &self.schema())
    }

    fn outcome(&self, text: &str) -> ConditionOutcome {
        let expression = self
            .compile(text)
            .unwrap_or_else(|faults| panic!("{text}: {faults:#?}"));
        expression.evaluate(&self.view(), &self.calendar).outcome
    }

    /// The fault of an expression: its code, the part it points to, and all its words.
    fn fault(&self, text: &str) -> (&'static str, String, String) {
        let faults = self.compile(text).expect_err(text);
        assert_eq!(faults.len(), 1, "{text}: {faults:#?}");
        let fault = &faults[0];
        let span = fault.span().unwrap();
        let part = &text[span.start as usize - 100..span.end as usize - 100];
        let help = fault.help.clone().unwrap_or_default();
        let [message, label, help] =
            [&fault.message, &fault.labels[0].text, &help].map(|it| Redactor::default().redact(it));
        let words = format!("{message} | {label} | {help}");
        (fault.code, part.to_owned(), words)
    }

    fn filled(&self, text: &str) -> String {
        MessageTemplate::compile(text, self.schema_place, true, &self.schema())
            .unwrap_or_else(|faults| panic!("{text}: {faults:#?}"))
            .fill(&self.view(), &self.calendar, &Redactor::default())
    }
}

/// Outcomes without their places.
fn word(outcome: &ConditionOutcome) -> String {
    match outcome {
        ConditionOutcome::Yes => "yes".into(),
        ConditionOutcome::No => "no".into(),
        ConditionOutcome::Silent { path, .. } => format!("silent {path}"),
        ConditionOutcome::Unreadable { .. } => "unreadable".into(),
        ConditionOutcome::Denied { path, .. } => format!("denied {path}"),
        ConditionOutcome::Unknown { why } => format!("unknown: {why}"),
    }
}

#[test]
fn expressions_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Expression>();
    shared::<MessageTemplate>();
}
