//! A log as officers keep it, under their area's own standards, with meetings ahead.

use charter_audit::rules::{Severity, Verdict};

use crate::Bench;

const CHARTER: &str = "extends: built-in
title: Coproduction charter, Elsewhere
parties:
  council: { name: Elsewhere Council, side: organisation, signed: 2025-09-01, also_known_as: [LA] }
  forum: { name: Elsewhere Forum, side: forum, signed: 2025-09-01, also_known_as: [EPCF] }
calendar:
  schools: {}
clauses:
  - id: O4a1
    rule: { notice: { standard: 10 clear days, at_least: 5 clear days } }
  - id: O4e2
    rule: { feedback-in-time: { standard: 15 working days, at_most: 30 working days } }
";

const LOG: &str = "\
Meeting,Date of meeting,Time,Venue,Status,Organised by,Invites sent,Papers sent,No. of parents,Feedback sent,Parents told wider group
Board,08/09/2026,10-12,Civic Hall,held,LA and EPCF,20/08/2026,01/09/2026,6,15/09/2026,Newsletter 20/09/2026
Respite workshop,24/09/2026,1-3pm,Civic Hall,held,LA,18/09/2026,,5,,
Transport group,07/10/2026,9.30-11.30,Teams,held,LA,20/09/2026,30/09/2026,9,18/11/2026,
Board,10/11/2026,10-12,Civic Hall,held,LA and EPCF,26/10/2026,03/11/2026,7,,
Respite workshop 2,03/12/2026,1-3pm,Civic Hall,planned,LA,18/11/2026,,,,
Local Offer group,15/12/2026,10-11.30,Teams,planned,LA and EPCF,,,,,
";

/// Counted by hand, without bank holidays between: 15 working days from Thursday 24 September end on 15
/// October, from Tuesday 10 November on 1 December; 18 November is the 30th after 7 October. Ten clear
/// days before Tuesday 15 December, the last day is Friday 4 December. Papers sent on a Tuesday leave
/// four clear working days to the next, and of five before Thursday 3 December the last day was 25
/// November.
#[test]
fn an_officers_log_is_held_against_the_areas_own_standards() {
    let bench = Bench::under(Some(CHARTER), &[("log.csv", LOG)]);
    assert_eq!(bench.reading.faults, []);
    let audit = bench.audit("2026-11-29");
    let found = |clause: &str, row: u32| {
        let id = format!("log#{row}");
        let mut findings = audit.findings.iter();
        let found = findings.find(|it| it.clause.id == clause && it.about.id == id);
        let found = found.unwrap_or_else(|| panic!("no finding for {clause} about {id}"));
        (
            found.verdict,
            found.severity,
            found.due.map(|day| day.to_string()),
        )
    };
    let verdict = |clause, row| found(clause, row).0;
    for (clause, row, expected) in [
        ("O4e1", 2, Verdict::Kept),
        ("O4e1", 3, Verdict::NotKept),
        ("O4e1", 5, Verdict::StillToCome),
        ("O4e2", 2, Verdict::Kept),
        ("O4e2", 4, Verdict::NotKept),
        ("O4a1", 2, Verdict::Kept),
        ("O4a1", 3, Verdict::NotKept),
        ("O4a1", 6, Verdict::Kept),
        ("O4a1", 7, Verdict::StillToCome),
        ("O4a3", 2, Verdict::NotKept),
        ("W3b", 2, Verdict::Kept),
    ] {
        assert_eq!(verdict(clause, row), expected, "{clause} {row}");
    }
    for (clause, row) in [("O4e2", 4), ("O4a1", 3), ("O4a3", 2)] {
        assert_eq!(found(clause, row).1, Severity::Concern, "{clause} {row}");
    }
    assert_eq!(found("O4e1", 3).1, Severity::Breach);
    for (clause, row, due) in [("O4e1", 5, "2026-12-01"), ("O4a1", 7, "2026-12-04")] {
        assert_eq!(found(clause, row).2.as_deref(), Some(due), "{clause} {row}");
    }
}

/// By when feedback is due says nothing of whether it was given, in the log of `init` and in others; a
/// remark may.
#[test]
fn a_last_day_beside_a_blank_is_no_answer() {
    for (heading, cell, expected) in [
        ("Last day for feedback", "26/11/2026", Verdict::NotKept),
        ("Last day for feedback", "not known", Verdict::NotKept),
        ("Feedback due", "26/11/2026", Verdict::NotKept),
        ("Feedback deadline", "2026-11-26", Verdict::NotKept),
        (
            "Feedback due",
            "went out with the newsletter",
            Verdict::NoEvidence,
        ),
        ("Feedback remarks", "26/11/2026", Verdict::NoEvidence),
    ] {
        let log = format!(
            "Title,Type,Date,Status,Organiser,Who is it for,Feedback sent,{heading}\n\
             Transport policy,meeting,12/11/2026,held,council,parents,,{cell}\n"
        );
        let bench = Bench::new(&[("log.csv", &log)]);
        let audit = bench.audit("2026-11-30");
        let mut findings = audit.findings.iter();
        let found = findings
            .find(|finding| finding.clause.id == "O4e1")
            .unwrap();
        assert_eq!(found.verdict, expected, "{heading}: {cell}");
        if expected == Verdict::NotKept {
            let place = found.places.first().unwrap().span;
            assert_eq!(
                bench.sources.address(place),
                "log.csv \u{203a} G2",
                "{heading}"
            );
        }
    }
}
