//! Two promises about one decision, over all that may have been done towards it.

use std::collections::BTreeSet;

use charter_audit::rules::Verdict::{self, DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

use crate::Bench;

/// What may have been done towards a decision of 10 June of which the options were fixed on 20 May.
const DONE: &[&str] = &[
    "date: 2026-05-12, audience: [parents]",
    "date: 2026-05-13, audience: [parents]",
    "date: 2026-05-20, audience: [parents]",
    "date: 2026-06-10, audience: [parents]",
    "date: 2026-05-12",
    "date: 2026-05-19",
    "date: 2026-06-09",
    "date: 2026-06-11",
    "audience: [parents]",
    "date: 2026-05-12, audience: [staff]",
    "date: 2026-05-12, audience: [staff], attendance: { forum_reps: 2 }",
    "date: 2026-05-12, audience: [parents], status: cancelled",
];

const REGISTERS: &[&str] = &[
    "decided: 2026-06-10",
    "decided: 2026-06-10, options_fixed: 2026-05-20",
    "options_fixed: 2026-05-20",
];

/// Whether what the two promises say of one decision can both be so. One fact is one breach: nobody
/// asked before it is the first's, and asked too late to change anything the second's.
fn agree(involved: Verdict, early: Verdict, is_day_known: bool) -> bool {
    match involved {
        Kept => early != DoesNotApply,
        NotKept => early == DoesNotApply,
        // After the options were fixed it was too late, whether or not it was before the decision,
        // and where nobody was asked there is nothing to measure.
        NoEvidence => matches!(early, NoEvidence | StillToCome) || !is_day_known && early != Kept,
        StillToCome => early == StillToCome,
        Verdict::Explained | DoesNotApply => false,
    }
}

#[test]
fn the_two_promises_about_a_decision_never_contradict_each_other() {
    let mut seen = BTreeSet::new();
    for register in REGISTERS {
        for (at, one) in DONE.iter().enumerate() {
            for other in &DONE[at..] {
                let records = format!(
                    "{{ record: decision, id: d, title: D, project: p, {register} }}\n---\n\
                     {{ id: a, title: A, kind: meeting, project: p, {one} }}\n---\n\
                     {{ id: b, title: B, kind: meeting, project: p, {other} }}\n"
                );
                let bench = Bench::new(&[("a.yaml", &records)]);
                assert_eq!(bench.faults(), [], "{records}");
                for as_of in [
                    "2026-05-12",
                    "2026-05-19",
                    "2026-05-20",
                    "2026-06-09",
                    "2026-06-10",
                ] {
                    let audit = bench.audit(as_of);
                    let said = |clause: &str| {
                        let mut all = audit.findings.iter();
                        all.find(|it| it.clause.id == clause).unwrap()
                    };
                    let (g5, o5) = (said("G5"), said("O5"));
                    seen.insert((g5.verdict, o5.verdict));
                    let is_day_known = register.contains("decided");
                    assert!(
                        agree(g5.verdict, o5.verdict, is_day_known),
                        "as of {as_of}: {:?} ({}) and {:?} ({})\n{records}",
                        g5.verdict,
                        g5.evidence,
                        o5.verdict,
                        o5.evidence
                    );
                }
            }
        }
    }
    assert!(seen.len() >= 8, "{seen:?}");
}
