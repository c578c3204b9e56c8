//! Every kind of fault with its place, every outcome, and what must not hang.

use super::*;
use crate::charter::Charter;
use crate::read::{self, File};
use crate::record::view::{About, Viewed};
use crate::record::Records;
use crate::source::{Source, Sources};

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
        let file = |name: &str, text: &str| File {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let loaded = read::charter(&mut sources, Some(file("charter.yaml", CHARTER)), &|_| {
            Err("none".to_owned())
        })
        .unwrap_or_else(|faults| panic!("{faults:#?}"));
        let reading = read::records(&mut sources, vec![file("a.yaml", record)], &loaded.charter);
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

    fn outcome(&self, text: &str) -> Outcome {
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
        let words = format!("{} | {} | {help}", fault.message, fault.labels[0].text);
        (fault.code, part.to_owned(), words)
    }

    fn filled(&self, text: &str) -> String {
        Message::compile(text, self.schema_place, true, &self.schema())
            .unwrap_or_else(|faults| panic!("{text}: {faults:#?}"))
            .fill(&self.view(), &self.calendar)
    }
}

/// Outcomes without their places.
fn word(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Yes => "yes".into(),
        Outcome::No => "no".into(),
        Outcome::Silent { path, .. } => format!("silent {path}"),
        Outcome::Unreadable { .. } => "unreadable".into(),
        Outcome::Denied { path, .. } => format!("denied {path}"),
        Outcome::Unknown { why } => format!("unknown: {why}"),
    }
}

#[test]
fn outcomes() {
    let bench = Bench::new(WORKSHOP);
    for (text, expected) in [
        // 2 March to 20 March: 17 days lie between them, 18 days later.
        ("clear_days(notice.sent, date) == 17", "yes"),
        ("days(notice.sent, date) == 18", "yes"),
        ("days(date, notice.sent) == 0", "yes"),
        ("working_days(notice.sent, date) == 14", "yes"),
        ("clear_working_days(notice.sent, date) == 13", "yes"),
        (
            "kind == 'workshop' && clear_days(notice.sent, date) >= 21",
            "no",
        ),
        ("kind in ['workshop', 'event']", "yes"),
        ("'needs' in areas && !('changes' in areas)", "yes"),
        ("'council' in organisers", "yes"),
        ("start >= time('10:00') && start < time('10:01')", "yes"),
        ("date == date('2026-03-20')", "yes"),
        ("date < as_of", "yes"),
        (
            "size(areas) == 2 && areas.size() == 2 && title.size() == 12",
            "yes",
        ),
        (
            "title.contains('breaks') && title.startsWith('Short')",
            "yes",
        ),
        ("notice.channel.lowerAscii() == 'email'", "yes"),
        ("title + '!' == 'Short breaks!'", "yes"),
        ("is_working_day(date)", "yes"),
        ("'hours' in scope_for_change.in", "yes"),
        ("areas.all(a, a in ['development', 'needs'])", "yes"),
        ("areas.exists_one(a, a == 'needs')", "yes"),
        ("areas.filter(a, a == 'needs').size() == 1", "yes"),
        ("areas.map(a, a + 'x').exists(a, a == 'needsx')", "yes"),
        ("local.creche ? true : date > notice.sent", "yes"),
        ("-2 * 3 + 7 - 1 == 0", "yes"),
        // Silence.
        ("local.places > 3", "silent local.places"),
        ("venue.access.step_free", "silent venue.access.step_free"),
        ("true || local.places > 3", "yes"),
        ("local.places > 3 || true", "yes"),
        ("local.places > 3 && false", "no"),
        ("local.places > 3 && true", "silent local.places"),
        ("feedback.sent > date", "silent feedback.sent"),
        ("has(feedback.sent)", "no"),
        ("has(notice.sent) && has(notice) && has(title)", "yes"),
        ("has(venue) || has(status)", "no"),
        ("moved_from.all(m, m.told < date)", "silent moved_from.told"),
        ("moved_from.exists(m, m.told < date)", "yes"),
        ("moved_from.exists(m, has(m.told))", "yes"),
        ("moved_from.all(m, has(m.told))", "no"),
        // A stated none.
        ("days(papers.sent, date) >= 3", "denied papers.sent"),
        ("!(days(papers.sent, date) < 3)", "denied papers.sent"),
        (
            "local.creche || days(papers.sent, date) >= 3",
            "denied papers.sent",
        ),
        ("has(papers.sent)", "no"),
        (
            "local.places > 3 || papers.sent < date",
            "silent local.places",
        ),
        (
            "local.places > 3 && papers.sent < date",
            "denied papers.sent",
        ),
        (
            "!(local.places > 3 && papers.sent < date)",
            "silent local.places",
        ),
        // What cannot be read.
        ("reach.invited > 3", "unreadable"),
        ("has(reach.invited)", "unreadable"),
        ("reach.invited > 3 || local.places > 3", "unreadable"),
        // Rough numbers.
        ("attendance.parents >= 10", "yes"),
        ("attendance.parents < 10", "no"),
        (
            "attendance.parents >= 11",
            "unknown: the number is too rough",
        ),
        ("attendance.parents >= 11 || attendance.staff == 12", "yes"),
        ("attendance.parents + attendance.staff >= 22", "yes"),
        // The calendar's ends.
        (
            "is_term_time(date('2050-03-02'))",
            "unknown: the charter's term dates do not cover all of 2049-50",
        ),
        (
            "is_working_day(date('2050-03-02'))",
            "unknown: the calendar does not cover 2050",
        ),
        (
            "working_days(date, date('2050-03-02')) > 3",
            "unknown: the calendar does not cover 2029",
        ),
    ] {
        let found = word(&bench.outcome(text));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn smoke_messages() {
    let bench = Bench::new(WORKSHOP);
    assert_eq!(
        bench.filled("no creche at {title} on {date}; notice was {clear_days(notice.sent, date)}"),
        "no creche at Short breaks on Fri 20 Mar 2026; notice was 17"
    );
}
