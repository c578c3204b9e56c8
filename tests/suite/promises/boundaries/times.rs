//! The minutes at which hours begin, and the day by which times were considered.

use charter_audit::rules::Verdict::{Kept, NotKept};

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
