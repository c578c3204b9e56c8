//! What was not said, or cannot be read, keeps no promise and breaks none.

use charter_audit::audit::Finding;
use charter_audit::rules::Verdict;

use crate::Bench;

#[test]
fn unquoted_times_are_times_and_answers_are_not_texts() {
    let bench = Bench::new(&[("a.yaml", "title: A\nstart: 9:30\nend: 12:00\n")]);
    assert!(bench.faults().is_empty());
    let record = &bench.reading.records.engagements[0];
    assert_eq!(record.start.get().unwrap().to_string(), "09:30:00");
    assert_eq!(record.end.get().unwrap().to_string(), "12:00:00");
    let bench = Bench::new(&[("a.yaml", "title: no\n")]);
    assert_eq!(bench.faults(), [("answer-for-text", 1, 8)]);
    let bench = Bench::new(&[("a.yaml", "title: 'no'\n")]);
    assert!(bench.faults().is_empty());
}

/// An engagement that does not say is taken as strategic, and that is all that G4 asks.
fn is_met_by_accident(finding: &Finding<'_>) -> bool {
    finding.verdict == Verdict::Kept && !matches!(finding.clause.id.as_str(), "G4" | "W3c")
}

#[test]
fn placeholders_and_blanks_are_no_faults_and_no_answers() {
    let text = "title: A\nkind: meeting\ndate: TBC\nvenue:\nfeedback: '?'\nnotice: { sent: n/a }\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    assert!(bench.faults().is_empty());
    for finding in &bench.audit("2026-06-01").findings {
        assert!(!is_met_by_accident(finding), "{}", finding.clause.id);
    }
}

#[test]
fn an_almost_empty_record_keeps_no_promise_by_accident() {
    for kind in [
        "meeting",
        "workshop",
        "event",
        "forum-meeting",
        "survey",
        "consultation",
    ] {
        let text = format!("title: Board\nkind: {kind}\ndate: 2026-02-26\n");
        let bench = Bench::new(&[("a.yaml", &text)]);
        assert!(bench.faults().is_empty());
        for as_of in ["2025-01-01", "2026-02-26", "2026-06-01"] {
            for finding in &bench.audit(as_of).findings {
                assert!(
                    !is_met_by_accident(finding),
                    "{kind} {as_of} {}",
                    finding.clause.id
                );
            }
        }
    }
}

#[test]
fn what_cannot_be_read_is_neither_kept_nor_broken() {
    for (clause, fields) in [
        (
            "O4b",
            "date: 2025-10-14\nstart: 13:00\nend: 15:30\naudience: [parents]\nvenue: { mode: online }\ntiming: { considered: polled, considered_on: 2025-11-31 }",
        ),
        (
            "O4b",
            "date: 2025-10-14\nstart: 13:00\nend: 15:30\naudience: [parents]\nvenue: { mode: online }\ntiming: { considered: [polled] }",
        ),
        (
            "O4e3",
            "date: 2026-02-26\naudience: [parents]\nattendance: { cyp: five }\nfeedback: { sent: 2026-03-06, to: [parents] }",
        ),
        (
            "O4a1",
            "date: 2026-02-26\nmoved_from: [2026-02-12]\nnotice: { sent: 2026-01-15 }",
        ),
        ("O4e1", "date: 2026-02-31\nfeedback: { sent: 2026-03-01 }"),
        (
            "O4c",
            "date: 2026-02-26\nvenue: { mode: in-person, access: { step_free: no, why_not: [lift broken] } }",
        ),
        (
            "O2a",
            "date: 2026-02-26\ncyp: { involved: no, not_appropriate: [too soon] }",
        ),
        ("O2a", "date: 2026-02-26\nproject: [transport]"),
        ("O4e1", "date: 2026-02-26\nstatus: hold"),
        ("O4e1", "date: 2026-02-26\norganisers: [WarPAC]"),
    ] {
        let text = format!("title: Board\nkind: meeting\n{fields}\n");
        let bench = Bench::new(&[("a.yaml", &text)]);
        assert!(!bench.faults().is_empty(), "{fields}");
        assert_eq!(
            bench.verdict("2026-06-01", clause, "a"),
            Verdict::NoEvidence,
            "{clause}: {fields}"
        );
    }
}

#[test]
fn a_refusal_is_no_reason() {
    for (clause, fields, verdict) in [
        (
            "O4c",
            "venue: { mode: in-person, access: { step_free: no, accessible_toilet: yes, hearing_loop: yes, parking: yes, needs_asked: yes, why_not: none } }",
            Verdict::NotKept,
        ),
        ("O4a3", "papers: { none_needed: none }", Verdict::NoEvidence),
        (
            "O2a",
            "cyp: { involved: no, not_appropriate: none }",
            Verdict::NotKept,
        ),
        (
            "O2b",
            "cyp: { involved: yes, facilitation: no one }",
            Verdict::NotKept,
        ),
        (
            "O4a2",
            "notice: { sent: none, purpose: What respite at weekends should look like. }",
            Verdict::NoEvidence,
        ),
        (
            "O4a2",
            "notice: { sent: 2026-01-02, purpose: '- - - - - - - - - - - - - - -' }",
            Verdict::NotKept,
        ),
        (
            "O4a2",
            "notice: { sent: 2026-01-02, purpose: Board. }",
            Verdict::NotKept,
        ),
    ] {
        let text = format!("title: Board\nkind: meeting\ndate: 2026-02-26\n{fields}\n");
        let bench = Bench::new(&[("a.yaml", &text)]);
        assert!(bench.faults().is_empty(), "{fields}: {:?}", bench.faults());
        assert_eq!(
            bench.verdict("2026-06-01", clause, "a"),
            verdict,
            "{clause}: {fields}"
        );
    }
}

#[test]
fn records_that_say_nothing_are_none_and_are_counted() {
    let bench = Bench::new(&[(
        "a.json",
        "[{}, {\"title\": \"A\", \"kind\": \"meeting\"}, {}]",
    )]);
    assert_eq!(bench.reading.records.len(), 1);
    assert!(!bench.reading.records.incomplete);
    assert_eq!(bench.faults(), [("blank-record", 1, 2)]);
    let message = &bench.reading.faults[0].message;
    assert!(
        message.contains("2 records in this file say nothing"),
        "{message:?}"
    );
    assert!(!bench.reading.faults[0].is_error());
}
