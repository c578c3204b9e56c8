//! The minutes at which hours begin, and the day by which times were considered.

use charter_audit::rules::Verdict::{Kept, NoEvidence, NotKept};

use super::{Case, hold};
use crate::Bench;

#[test]
fn times_are_considered_on_the_day_at_the_latest() {
    for (considered_on, expected) in [("2026-02-26", Kept), ("2026-02-27", NotKept)] {
        let records = format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\nstart: 08:30\n\
             end: 09:30\naudience: [parents]\ntiming: {{ considered: polled the forum, \
             considered_on: {considered_on} }}\n"
        );
        let bench = Bench::new(&[("a.yaml", &records)]);
        assert_eq!(bench.faults(), []);
        assert_eq!(
            bench.verdict("2026-03-31", "O4b", "a"),
            expected,
            "{considered_on}"
        );
    }
}

#[test]
fn an_evening_begins_when_the_charter_says() {
    for (start, end, told) in [
        ("18:30", "20:00", false),
        ("18:29", "20:00", true),
        ("10:00", "14:00", false),
        ("10:00", "14:01", true),
        ("09:59", "11:00", true),
    ] {
        let records = format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2025-10-02\nstart: {start}\n\
             end: {end}\naudience: [parents]\nvenue: {{ mode: online }}\n"
        );
        let bench = Bench::new(&[("a.yaml", &records)]);
        assert_eq!(bench.verdict("2025-12-31", "O4b", "a"), Kept, "{start}");
        let shown = bench.report("2025-12-31", |report| {
            let bytes = charter_audit::render::report(report, charter_audit::render::Format::Json);
            String::from_utf8(bytes.unwrap()).unwrap()
        });
        assert_eq!(
            shown.contains("outside the preferred hours"),
            told,
            "{start}"
        );
    }
}

/// Two schools in the autumn of 2026: one has its half term first, the other an INSET day and no dates
/// after 23 October.
const TWO_SCHOOLS: &str = "\
calendar:
  schools:
    oakfield:
      terms: [{ first: 2026-09-03, last: 2026-10-16 }, { first: 2026-10-26, last: 2026-12-18 }]
    ashgrove:
      terms: [{ first: 2026-09-03, last: 2026-10-23 }]
      inset: [2026-10-22]
";

#[test]
fn one_open_school_of_two_has_lessons() {
    let workshop = |date: &str| -> &'static str {
        format!(
            "{{ id: w, title: W, kind: workshop, organisers: [council], status: held, date: {date}, \
             start: 10:00, end: 12:00, audience: [cyp], venue: {{ mode: in-person }} }}\n"
        )
        .leak()
    };
    hold(&[
        Case {
            what: "lessons at both",
            charter: TWO_SCHOOLS,
            records: workshop("2026-10-14"),
            verdicts: &[("2026-12-31", "O4b", "w", NotKept)],
        },
        Case {
            what: "a holiday at Oakfield, and lessons at Ashgrove",
            charter: TWO_SCHOOLS,
            records: workshop("2026-10-21"),
            verdicts: &[("2026-12-31", "O4b", "w", NotKept)],
        },
        Case {
            what: "a holiday at Oakfield, and an INSET day at Ashgrove",
            charter: TWO_SCHOOLS,
            records: workshop("2026-10-22"),
            verdicts: &[("2026-12-31", "O4b", "w", Kept)],
        },
    ]);
}

#[test]
fn weekdays_of_which_nobody_knows_may_be_holidays() {
    let survey = |opens: &str, closes: &str| -> &'static str {
        format!(
            "{{ id: s, title: S, kind: survey, organisers: [council], audience: [parents], \
             opens: {opens}, closes: {closes}, timing: {{ schools: [ashgrove] }} }}\n"
        )
        .leak()
    };
    hold(&[
        Case {
            what: "an INSET day and five days that no school lists, of eleven weekdays",
            charter: TWO_SCHOOLS,
            records: survey("2026-10-16", "2026-10-30"),
            verdicts: &[("2026-12-31", "O4b", "s", NoEvidence)],
        },
        Case {
            what: "the same six of twelve: no more than half, whatever they are",
            charter: TWO_SCHOOLS,
            records: survey("2026-10-15", "2026-10-30"),
            verdicts: &[("2026-12-31", "O4b", "s", Kept)],
        },
    ]);
}
