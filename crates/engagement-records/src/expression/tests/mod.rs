//! The words of an area and a record to try expressions on, and how fast they are.
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
use crate::fields::Field;
use crate::read::item::tests::MARKS;
use crate::read::{self, File, ReadSettings};
use crate::record::view::{About, Viewed};
use crate::record::{Holds, ImportSettings, Parties, Party, Records, Side, Vocabulary};
use identifiers::redact::Redactor;
use located::source::{Source, Sources};
use working_days::School;

/// An area with fields of its own, and a record.
struct Bench {
    words: Words,
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

/// What an area's words are lent from.
struct Words {
    parties: Parties,
    ladder: [String; 2],
    local: [(String, Holds); 2],
    imports: ImportSettings,
}

impl Words {
    fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary {
            parties: &self.parties,
            schools: &[],
            ladder: &self.ladder,
            local: &self.local,
            imports: &self.imports,
        }
    }
}

impl Bench {
    fn new(record: &str) -> Self {
        let mut sources = Sources::default();
        let party = |id: &str| Party {
            id: id.to_owned(),
            name: id.to_owned(),
            also_known_as: Vec::new(),
            side: Side::Organisation,
            signed: Field::Absent,
            signed_by: Field::Absent,
            span: Span::new(sources.next_id(), 0, 0),
        };
        let words = Words {
            parties: Parties::new(vec![party("council"), party("forum")]),
            ladder: ["consultation", "participation"].map(str::to_owned),
            local: [("creche", Holds::Answer), ("places", Holds::Number)]
                .map(|(name, holds)| (name.to_owned(), holds)),
            imports: ImportSettings::default(),
        };
        let settings = ReadSettings {
            words: words.vocabulary(),
            period: read::Period::default(),
            join: true,
            reports: MARKS,
            limits: read::Limits::default(),
        };
        let files = vec![File::new("a.yaml", record)];
        let reading = read::records(&mut sources, files, &settings, &());
        let id = sources.add(Source::new("charter.yaml".into(), " ".repeat(9_000)));
        Bench {
            calendar: Calendar {
                schools: vec![School {
                    id: "primary".to_owned(),
                    terms: Vec::new(),
                    inset: Vec::new(),
                }],
                ..Calendar::default()
            },
            words,
            records: reading.records,
            schema_place: Span::new(id, 100, 8_000),
        }
    }

    fn schema(&self) -> Schema<'_> {
        Schema::new(
            About::Engagement,
            self.words.vocabulary(),
            self.schema_place,
        )
    }

    fn view(&self) -> View<'_> {
        let as_of = "2026-04-01".parse().unwrap();
        let record = Viewed::Engagement(&self.records.engagements[0]);
        View::new(record, self.words.vocabulary(), as_of)
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
        ConditionOutcome::Missing { path, .. } => format!("silent {path}"),
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
