//! Faults of records: all at once, each at its place, and never more lost than the fault itself.

mod contradictions;
mod ids;
mod silence;

use charter_audit::report::snippet::Drawing;
use charter_audit::rules::Verdict;
use identifiers::redact::{RedactedOnce, Redactor};

use crate::Bench;

#[test]
fn four_faults_of_one_record_are_all_reported_at_their_places() {
    let text = "\
title: Short breaks workshop
knid: workshop
date: 2026-02-30
start: 9.30
status: hold
";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert_eq!(
        bench.faults(),
        [
            ("unknown-field", 2, 1),
            ("wrong-value", 3, 7),
            ("wrong-value", 4, 8),
            ("wrong-value", 5, 9),
        ]
    );
    let redactor = Redactor::default();
    let redacted = RedactedOnce::new(&redactor);
    let drawing = Drawing::new(&bench.sources, &redacted, false);
    let all: Vec<String> = bench
        .reading
        .faults
        .iter()
        .map(|fault| drawing.fault(fault).to_string())
        .collect();
    insta::assert_snapshot!(all.join("\n\n"), @r"
    error[unknown-field]: `knid` is not a field of an engagement
     --> a.yaml:2:1
      |
    2 | knid: workshop
      | ^^^^ did you mean `kind`?

    error[wrong-value]: `2026-02-30` cannot be read as `date`
     --> a.yaml:3:7
      |
    3 | date: 2026-02-30
      |       ^^^^^^^^^^
      |
      = help: there is no such day; check the month and the day

    error[wrong-value]: `9.30` cannot be read as `start`
     --> a.yaml:4:8
      |
    4 | start: 9.30
      |        ^^^^
      |
      = help: write the time with a colon: 09:30

    error[wrong-value]: `hold` cannot be read as `status`
     --> a.yaml:5:9
      |
    5 | status: hold
      |         ^^^^
      |
      = help: did you mean `held`? The words are planned, held, cancelled or postponed
    ");
}

#[test]
fn what_could_be_read_is_still_judged() {
    let text = "\
title: Board
kind: meeting
date: 2026-02-26
start: 25:00
notice: { sent: 2026-02-01 }
feedback: { sent: 2026-31-12 }
";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert_eq!(bench.faults().len(), 2);
    assert_eq!(bench.verdict("2026-06-01", "O4a1", "a"), Verdict::Kept);
    // Silence would be "not kept", but something was said that cannot be read.
    assert_eq!(
        bench.verdict("2026-06-01", "O4e1", "a"),
        Verdict::NoEvidence
    );
    assert_eq!(bench.verdict("2026-06-01", "O4b", "a"), Verdict::NoEvidence);
}

#[test]
fn one_bad_record_never_costs_another() {
    let stream =
        "title: One\ndate: 2026-02-26\n---\ntitle: [broken\n---\ntitle: Three\ndate: 2026-02-27\n";
    let list = "- title: Four\n  date: 2026-02-26\n- just words\n- title: \"Five\n- title: Six\n  date: 2026-02-26\n";
    let bench = Bench::new(&[("list.yaml", list), ("stream.yaml", stream)]);
    let titles: Vec<&str> = bench
        .reading
        .records
        .engagements
        .iter()
        .map(engagement_records::record::Engagement::name)
        .collect();
    assert_eq!(titles, ["Four", "Six", "One", "Three"]);
    let codes: Vec<&str> = bench.faults().iter().map(|fault| fault.0).collect();
    assert_eq!(codes, ["not-a-record", "not-yaml", "not-yaml"]);
}

#[test]
fn missing_fields_point_to_where_they_belong() {
    let text = "title: Board\nkind: meeting\ndate: 2026-02-26\nnotice:\n  channel: email\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    let audit = bench.audit("2026-06-01");
    let place = |clause: &str| {
        let finding = audit
            .findings
            .iter()
            .find(|finding| finding.clause.id == clause)
            .unwrap();
        bench.sources.line_column(finding.places[0].span)
    };
    // `sent` belongs under `notice`; `feedback` belongs in the record.
    assert_eq!(place("O4a1"), (4, 1));
    assert_eq!(place("O4e1"), (1, 1));
}

#[test]
fn other_records_are_read_and_their_faults_found() {
    let text = "\
- { record: decision, id: d-1, title: New contract, project: p, decided: 2026-06-10, areas: [decisions] }
- { record: request, id: r-1, title: Speaker, by: forum, to: council, made: 2026-01-10, for: 2026-02-03, answered: 2026-01-05, met: yes }
- { record: contact, party: council, post: participation officer, from: 2025-01-06, until: }
- { record: conduct, party: forum, document: code of conduct, reviewed: 2025-09-01 }
- { record: desicion, title: Typing error }
";
    let bench = Bench::new(&[("register.yaml", text)]);
    let records = &bench.reading.records;
    assert_eq!(
        (
            records.decisions.len(),
            records.requests.len(),
            records.contacts.len(),
            records.conduct.len()
        ),
        (1, 1, 1, 1)
    );
    assert_eq!(
        bench.faults(),
        [
            ("answered-before-made", 2, 116),
            ("unknown-record-type", 5, 13)
        ]
    );
}

#[test]
fn files_that_are_not_text_are_named_with_their_place() {
    let mut sources = located::source::Sources::default();
    let charter =
        charter_audit::charter::load(&mut sources, None, &|_| Err(String::new())).unwrap();
    let bad =
        engagement_records::read::File::new("bad.yaml", b"title: A\nvenue: caf\xE9\n".to_vec());
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(
            "title: Größe\ndate: 2026-02-26\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    let wide = engagement_records::read::File::new("wide.yaml", utf16);
    let reading = engagement_records::read::records(
        &mut sources,
        vec![bad, wide],
        &charter
            .charter
            .read_settings(engagement_records::read::Period::default()),
        &(),
    );
    assert_eq!(reading.records.engagements[0].name(), "Größe");
    assert_eq!(reading.faults.len(), 1);
    assert_eq!(
        sources.address(reading.faults[0].span().unwrap()),
        "bad.yaml:2:11"
    );
}

#[test]
fn a_broken_record_with_a_list_in_it_is_named_and_not_cut_up() {
    let text = "title: Short breaks: second workshop\nkind: workshop\nmoved_from:\n- date: 2026-02-12\n- date: 2026-02-19\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert_eq!(bench.reading.records.engagements.len(), 0);
    assert_eq!(bench.faults(), [("not-yaml", 1, 20)]);
}

#[test]
fn many_faults_of_one_kind_are_counted() {
    let text = "{\"id\": \"x\"}\n".repeat(20_002);
    let bench = Bench::new(&[("a.jsonl", &text)]);
    assert_eq!(bench.reading.records.len(), 20_002);
    // All of them have the same id: the first hundred are named, the others counted.
    let more = "19,901 more records have an id that another has";
    assert!(
        bench
            .reading
            .faults
            .iter()
            .any(|fault| fault.message == more)
    );
}
