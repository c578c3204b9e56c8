//! What one record leaves open beside another that says no: the silent one may be the one that did it.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept};

use super::{DAY, Folder, SIGNED_IN_MARCH, hold};

const BESIDE_A_NO: &[Folder] = &[
    Folder {
        what: "one denies and one is silent",
        charter: "",
        records: "
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26,
  service_parents: no, promoted_forum: no, scope_for_change: { in: none },
  expectations: { commitment_asked: none, recognition: none } }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-02-12 }
",
        verdicts: &[
            (DAY, "O1b", "respite", NoEvidence, "none of the 2 records"),
            (DAY, "O7", "2026-Q1", NoEvidence, "no record of that time"),
            (
                DAY,
                "O5s",
                "respite",
                NoEvidence,
                "no record of this project",
            ),
            (
                DAY,
                "O6b",
                "respite",
                NoEvidence,
                "no record of this project",
            ),
        ],
    },
    Folder {
        what: "both deny",
        charter: "",
        records: "
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26,
  service_parents: no, promoted_forum: no, scope_for_change: { in: none },
  expectations: { commitment_asked: none, recognition: none } }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-02-12,
  service_parents: no, promoted_forum: no, scope_for_change: { in: none },
  expectations: { commitment_asked: none, recognition: none } }
",
        verdicts: &[
            (DAY, "O1b", "respite", NotKept, "none of the 2 engagements"),
            (DAY, "O7", "2026-Q1", NotKept, "no engagement of that time"),
            (DAY, "O5s", "respite", NotKept, "nothing was open"),
            (DAY, "O6b", "respite", NotKept, "people were not told"),
        ],
    },
    Folder {
        what: "the silent one is the forum's own, or came before the council signed",
        charter: SIGNED_IN_MARCH,
        records: "
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-03-12,
  service_parents: no, scope_for_change: { in: none } }
---
{ title: Evening, kind: forum-meeting, project: respite, date: 2026-03-19 }
---
{ title: Second board, kind: meeting, project: parking, organisers: [council], date: 2026-03-12,
  service_parents: no, scope_for_change: { in: none } }
---
{ title: Workshop, kind: workshop, project: parking, organisers: [council], date: 2026-02-26 }
",
        verdicts: &[
            (DAY, "O1b", "respite", NoEvidence, "none of the 2 records"),
            (
                DAY,
                "O5s",
                "respite",
                NoEvidence,
                "no record of this project",
            ),
            (DAY, "O1b", "parking", NoEvidence, "none of the 2 records"),
            (
                DAY,
                "O5s",
                "parking",
                NoEvidence,
                "no record of this project",
            ),
        ],
    },
    Folder {
        what: "another quarter says nothing of this one",
        charter: "",
        records: "
{ title: Board, kind: meeting, organisers: [council], date: 2026-02-26, promoted_forum: no }
---
{ title: Workshop, kind: workshop, organisers: [council], date: 2025-12-31 }
",
        verdicts: &[
            (DAY, "O7", "2026-Q1", NotKept, "no engagement of that time"),
            (DAY, "O7", "2025-Q4", NoEvidence, "no record of that time"),
        ],
    },
    Folder {
        // For this promise, the charter takes silence as not kept.
        what: "where silence counts, it counts beside a no as well",
        charter: "",
        records: "
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26, cyp: no }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-02-12 }
",
        verdicts: &[(DAY, "O2a", "respite", NotKept, "none of the 2 records")],
    },
];

#[test]
fn a_silent_record_may_be_the_one_that_did() {
    hold(BESIDE_A_NO);
}

const NOT_APPROPRIATE: &[Folder] = &[
    Folder {
        what: "each that could have involved children says why not",
        charter: "",
        records: "
{ title: Workshop, kind: workshop, project: loss, organisers: [council], date: 2026-02-26,
  cyp: { not_appropriate: too close to their loss, alternative: a counsellor asks } }
---
{ title: Board, kind: meeting, project: loss, organisers: [council], date: 2026-02-12,
  cyp: { not_appropriate: a contract, alternative: a counsellor asks } }
",
        verdicts: &[(
            DAY,
            "O2a",
            "loss",
            DoesNotApply,
            "would not have been right",
        )],
    },
    Folder {
        what: "one of them does not",
        charter: "",
        records: "
{ title: Workshop, kind: workshop, project: loss, organisers: [council], date: 2026-02-26,
  cyp: { not_appropriate: too close to their loss, alternative: a counsellor asks } }
---
{ title: Board, kind: meeting, project: loss, organisers: [council], date: 2026-02-12 }
---
{ title: Second workshop, kind: workshop, project: parking, organisers: [council],
  date: 2026-02-26, cyp: { not_appropriate: a technical matter } }
---
{ title: Second board, kind: meeting, project: parking, organisers: [council], date: 2026-02-12,
  cyp: no }
",
        verdicts: &[
            (DAY, "O2a", "loss", NotKept, "none of the 2 records"),
            (DAY, "O2a", "parking", NotKept, "none of the 2 engagements"),
        ],
    },
    Folder {
        what: "what was called off, held by the forum alone, or before the signature needs no reason",
        charter: SIGNED_IN_MARCH,
        records: "
{ title: Workshop, kind: workshop, project: loss, organisers: [council], date: 2026-03-12,
  cyp: { not_appropriate: too close to their loss, alternative: a counsellor asks } }
---
{ title: Board, kind: meeting, project: loss, organisers: [council], date: 2026-03-05,
  status: cancelled }
---
{ title: Evening, kind: forum-meeting, project: loss, date: 2026-03-19 }
---
{ title: Panel, kind: workshop, project: loss, organisers: [council], date: 2026-02-26, cyp: no }
",
        verdicts: &[(
            DAY,
            "O2a",
            "loss",
            DoesNotApply,
            "would not have been right",
        )],
    },
    Folder {
        what: "who was involved needs no excuse, and a reason excuses nobody who is asked",
        charter: "",
        records: "
{ title: Workshop, kind: workshop, project: loss, organisers: [council], date: 2026-02-26,
  cyp: { not_appropriate: too close to their loss } }
---
{ title: Evening, kind: event, project: loss, organisers: [forum], date: 2026-03-05,
  cyp: { involved: yes } }
",
        verdicts: &[(DAY, "O2a", "loss", Kept, "involved in “Evening”")],
    },
];

#[test]
fn a_reason_excuses_a_project_when_each_that_owed_it_gives_one() {
    hold(NOT_APPROPRIATE);
}

/// Where children were left out for a reason, each engagement says what was done instead.
#[test]
fn one_alternative_is_not_enough_for_two() {
    let workshop = |title: &str, more: &str| {
        format!(
            "{{ title: {title}, kind: workshop, date: 2026-02-03, organisers: [council], project: p, \
             status: held, cyp: {{ not_appropriate: They were at camp.{more} }} }}\n---\n"
        )
    };
    let instead = ", alternative: a session at camp";
    let is_noted = |one: &str, other: &str| {
        let records = workshop("A", one) + &workshop("B", other);
        let bench = crate::Bench::new(&[("records.yaml", &records)]);
        assert_eq!(bench.faults(), []);
        let audit = bench.audit(DAY);
        let mut found = audit.findings.iter();
        let finding = found
            .find(|it| it.clause.id == "O2a" && it.about.id == "p")
            .unwrap();
        assert_eq!(finding.verdict, DoesNotApply);
        let mut notes = finding.notes.iter();
        notes.any(|note| note.to_string().contains("what was done instead"))
    };
    assert!(!is_noted(instead, instead));
    assert!(is_noted(instead, ""));
    assert!(is_noted("", instead));
    assert!(is_noted("", ""));
}

/// What is still to be settled, in each way in which people write it.
#[test]
fn what_is_left_open_is_no_silence() {
    const SILENCE_COUNTS: &str = "clauses:
  - { id: O1a, silence: not-kept }
  - { id: O1b, silence: not-kept }
  - { id: O4a2, silence: not-kept }
  - { id: O7, silence: not-kept }
  - { id: W3b, silence: not-kept }
";
    let asked = ["O1a", "O1b", "O2a", "O4a2", "O4e1", "O7", "W3b"];
    for (open, expected) in [
        ("TBC", NoEvidence),
        ("n/a", NoEvidence),
        ("'?'", NoEvidence),
        ("", NotKept),
        ("'-'", NotKept),
    ] {
        let records = format!(
            "{{ title: A, kind: meeting, date: 2026-02-03, organisers: [council], project: p, \
             audience: [parents], forum: {{ invited: {open} }}, service_parents: {open}, \
             cyp: {{ involved: {open} }}, notice: {{ sent: 2026-01-12, purpose: {open} }}, \
             feedback: {{ sent: {open} }}, promoted_forum: {open}, forum_feedback: {open} }}\n"
        );
        let charter = format!("extends: built-in\n{SILENCE_COUNTS}");
        let bench = crate::Bench::under(Some(&charter), &[("records.yaml", &records)]);
        assert_eq!(bench.faults(), [], "{open}");
        let audit = bench.audit(DAY);
        for clause in asked {
            let mut found = audit.findings.iter();
            let finding = found.find(|it| it.clause.id == clause).unwrap();
            assert_eq!(finding.verdict, expected, "{clause} {open}");
        }
    }
}
