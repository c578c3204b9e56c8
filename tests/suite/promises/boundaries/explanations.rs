//! The days on which an explanation was agreed, holds and ends, and the share of them that a charter
//! lets pass.

use charter_audit::rules::Verdict::{Explained, NotKept, StillToCome};

use crate::Bench;

/// A meeting without feedback, and delays of it that both sides agreed to.
fn delayed(until: &[&str]) -> String {
    let explanations: String = until
        .iter()
        .map(|until| {
            format!(
                "  - clause: O4e2\n    reason: external-body-set-date\n    because: Inspectors \
                 report late.\n    agreed_by: [{{ party: forum, role: chair }}, {{ party: council, \
                 role: head of SEND }}]\n    agreed_on: 2026-03-02\n    instead: a short note\n    \
                 until: {until}\n"
            )
        })
        .collect();
    format!(
        "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n\
         explanations:\n{explanations}"
    )
}

#[test]
fn the_longer_of_two_agreed_delays_counts_through_its_last_day() {
    for order in [["2026-03-20", "2026-04-10"], ["2026-04-10", "2026-03-20"]] {
        let records = delayed(&order);
        let bench = Bench::new(&[("a.yaml", &records)]);
        assert_eq!(bench.faults(), []);
        let feedback = |as_of: &str| bench.verdict(as_of, "O4e1", "a");
        assert_eq!(feedback("2026-03-20"), StillToCome);
        assert_eq!(feedback("2026-03-21"), StillToCome);
        assert_eq!(feedback("2026-04-10"), StillToCome);
        assert_eq!(feedback("2026-04-11"), NotKept);
    }
}

/// So many meetings with late notice, the first three of them explained.
fn explained_three_of(all: usize) -> String {
    (1..=all)
        .map(|day| {
            let explanation = if day <= 3 {
                "explanations: { clause: O4a1, reason: urgent-statutory-deadline, because: The bid \
                 closed., agreed_by: [{ party: forum, role: chair }, { party: council, role: head \
                 of SEND }], agreed_on: 2026-01-30, instead: notes, until: 2026-03-31 }\n"
            } else {
                ""
            };
            format!(
                "---\nid: m{day}\ntitle: Board {day}\nkind: meeting\nstatus: held\n\
                 date: 2026-02-{day:02}\nnotice: {{ sent: 2026-01-30 }}\n{explanation}"
            )
        })
        .collect()
}

#[test]
fn a_share_of_explanations_is_exceeded_only_beyond_it() {
    // A quarter is what the charter lets pass: 3 of 12, and no longer 3 of 11.
    for (all, told) in [(12, false), (11, true)] {
        let records = explained_three_of(all);
        let bench = Bench::new(&[("a.yaml", &records)]);
        assert_eq!(bench.faults(), []);
        let audit = bench.audit("2026-03-31");
        let explained = audit.findings.iter().filter(|one| one.explained.is_some());
        assert_eq!(explained.count(), 3);
        let mut remarks = audit.remarks.iter();
        assert_eq!(
            remarks.any(|one| one.code == "too-many-explained"),
            told,
            "{all}"
        );
    }
}

#[test]
fn an_explanation_holds_through_its_last_day_and_is_agreed_by_the_event() {
    let explained = |agreed_on: &str, until: &str| {
        format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n\
             notice: {{ sent: 2026-02-20 }}\nexplanations: {{ clause: O4a1, reason: \
             urgent-statutory-deadline, because: The bid closed., agreed_by: [{{ party: forum, \
             role: chair }}, {{ party: council, role: head of SEND }}], agreed_on: {agreed_on}, \
             instead: notes, until: {until} }}\n"
        )
    };
    for (agreed_on, until, expected) in [
        ("2026-02-26", "2026-02-26", Explained),
        ("2026-02-27", "2026-02-28", NotKept),
        ("2026-02-20", "2026-02-25", NotKept),
    ] {
        let records = explained(agreed_on, until);
        let bench = Bench::new(&[("a.yaml", &records)]);
        let verdict = bench.verdict("2026-06-01", "O4a1", "a");
        assert_eq!(verdict, expected, "{agreed_on} {until}");
    }
}

/// Notice, papers and time before 26 February, with explanations that were agreed and ended on some day.
#[test]
fn what_is_settled_by_an_event_of_several_days_is_explained_by_its_first() {
    let explained = |clause: &str, agreed_on: &str, until: &str| {
        format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n\
             last_day: 2026-02-27\nstart: \"08:45\"\nend: \"10:00\"\naudience: [parents]\n\
             notice: {{ sent: 2026-02-20 }}\npapers: {{ sent: 2026-02-25 }}\n\
             wider_input: {{ opened: 2026-02-25 }}\n\
             venue: {{ access: {{ needs_asked: no }} }}\nexplanations: {{ clause: {clause}, reason: \
             urgent-statutory-deadline, because: The bid closed., agreed_by: [{{ party: forum, \
             role: chair }}, {{ party: council, role: head of SEND }}], agreed_on: {agreed_on}, \
             instead: notes, until: {until} }}\n"
        )
    };
    for clause in ["O4a1", "O4a3", "O4b", "O4c", "W3a"] {
        for (agreed_on, until, expected) in [
            ("2026-02-26", "2026-02-26", Explained),
            ("2026-02-20", "2026-02-25", NotKept),
            ("2026-02-27", "2026-02-28", NotKept),
        ] {
            let records = explained(clause, agreed_on, until);
            let bench = Bench::new(&[("a.yaml", &records)]);
            assert_eq!(bench.faults(), []);
            let verdict = bench.verdict("2026-06-01", clause, "a");
            assert_eq!(verdict, expected, "{clause} {agreed_on} {until}");
        }
    }
}
