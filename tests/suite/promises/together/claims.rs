//! What a claim about the ladder needs: that it is said, for absence supports nothing.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept};

use super::{DAY, Folder, hold};

const CLAIMS: &[Folder] = &[
    Folder {
        what: "a survey is participation when somebody answered",
        charter: "",
        records: "
{ id: silent, title: Survey 1, kind: survey, organisers: [council], opens: 2026-01-12,
  closes: 2026-02-26, audience: [parents], ladder: participation }
---
{ id: some, title: Survey 2, kind: survey, organisers: [council], opens: 2026-01-12,
  closes: 2026-02-26, audience: [parents], ladder: participation, reach: { responded: <5 } }
---
{ id: nobody, title: Survey 3, kind: survey, organisers: [council], opens: 2026-01-12,
  closes: 2026-02-26, audience: [parents], ladder: participation, reach: { responded: 0 } }
---
{ id: invited, title: Survey 4, kind: survey, organisers: [council], opens: 2026-01-12,
  closes: 2026-02-26, audience: [parents], ladder: participation, reach: { invited: 240 } }
---
{ id: roadshow, title: Survey 5, kind: consultation, organisers: [council], opens: 2026-01-12,
  closes: 2026-02-26, audience: [parents], ladder: participation, attendance: { parents: 7 } }
",
        verdicts: &[
            (DAY, "L1", "silent", NoEvidence, "how many answered"),
            (DAY, "L1", "some", Kept, "parents and carers took part"),
            (DAY, "L1", "nobody", NotKept, "nobody answered"),
            (DAY, "L1", "invited", NoEvidence, "how many answered"),
            (DAY, "L1", "roadshow", Kept, "parents and carers took part"),
        ],
    },
    Folder {
        what: "a meeting is participation when somebody came",
        charter: "",
        records: "
{ id: silent, title: Board 1, kind: meeting, organisers: [council], date: 2026-02-26,
  audience: [parents], forum: { invited: 2026-02-02 }, ladder: participation }
---
{ id: some, title: Board 2, kind: meeting, organisers: [council], date: 2026-02-26,
  audience: [parents], attendance: { parents: 10+ }, ladder: participation }
---
{ id: nobody, title: Board 3, kind: meeting, organisers: [council], date: 2026-02-26,
  audience: [parents], attendance: { parents: 0, forum_reps: 0 }, ladder: participation }
---
{ id: one-of-two, title: Board 4, kind: meeting, organisers: [council], date: 2026-02-26,
  audience: [parents], attendance: { parents: 0 }, ladder: participation }
",
        verdicts: &[
            (
                DAY,
                "L1",
                "silent",
                NoEvidence,
                "how many parents and carers came",
            ),
            (DAY, "L1", "some", Kept, "parents and carers took part"),
            (DAY, "L1", "nobody", NotKept, "nobody came"),
            // Nobody counted the representatives.
            (
                DAY,
                "L1",
                "one-of-two",
                NoEvidence,
                "how many parents and carers came",
            ),
        ],
    },
    Folder {
        what: "a survey: nobody answered, whomever it was for; or parents were involved otherwise",
        charter: "",
        records: "
{ id: nobody, title: Survey 1, kind: survey, organisers: [council], opens: 2026-01-02,
  closes: 2026-02-02, ladder: participation, reach: { responded: 0 } }
---
{ id: somebody, title: Survey 2, kind: survey, organisers: [council], opens: 2026-01-02,
  closes: 2026-02-02, ladder: participation, reach: { responded: 12 } }
---
{ id: served, title: Survey 3, kind: survey, organisers: [council], opens: 2026-01-02,
  closes: 2026-02-02, audience: [parents], ladder: participation, service_parents: yes }
---
{ id: came, title: Survey 4, kind: survey, organisers: [council], opens: 2026-01-02,
  closes: 2026-02-02, audience: [parents], ladder: participation, attendance: { parents: 5 },
  reach: { responded: 0 } }
---
{ id: staff, title: Survey 5, kind: survey, organisers: [council], opens: 2026-01-02,
  closes: 2026-02-02, audience: [staff], ladder: participation, reach: { responded: 12 } }
",
        verdicts: &[
            (DAY, "L1", "nobody", NotKept, "nobody answered"),
            (DAY, "L1", "somebody", NoEvidence, "that parents and carers"),
            (DAY, "L1", "served", Kept, "parents and carers took part"),
            (DAY, "L1", "came", Kept, "parents and carers took part"),
            (DAY, "L1", "staff", NotKept, "not among those it was for"),
        ],
    },
    Folder {
        what: "nobody counted the groups apart",
        charter: "",
        records: "
{ id: fourteen, title: Board 1, kind: meeting, organisers: [council], date: 2026-02-02,
  ladder: consultation, attendance: { total: 14 } }
---
{ id: roughly, title: Board 2, kind: meeting, organisers: [council], date: 2026-02-02,
  ladder: consultation, attendance: { total: <5 } }
---
{ id: none, title: Board 3, kind: meeting, organisers: [council], date: 2026-02-02,
  ladder: consultation, attendance: { total: 0 } }
---
{ id: staff, title: Board 4, kind: meeting, organisers: [council], date: 2026-02-02,
  ladder: consultation, attendance: { total: 2, staff: 2 } }
---
{ id: perhaps, title: Board 5, kind: meeting, organisers: [council], date: 2026-02-02,
  ladder: consultation, attendance: { total: 5-9, staff: <10 } }
---
{ id: no-parents, title: Board 6, kind: meeting, organisers: [council], date: 2026-02-02,
  audience: [parents], ladder: participation, attendance: { total: 0 } }
---
{ id: some-parents, title: Board 7, kind: meeting, organisers: [council], date: 2026-02-02,
  audience: [parents], ladder: participation, attendance: { total: 14 } }
---
{ id: unsaid, title: Board 8, kind: meeting, organisers: [council], date: 2026-02-02,
  ladder: participation, attendance: { total: 3, staff: 2, cyp: 1 } }
---
{ id: contradiction, title: Board 9, kind: meeting, organisers: [council], date: 2026-02-02,
  ladder: participation, attendance: { total: 3, staff: 2, cyp: 2 } }
",
        verdicts: &[
            (DAY, "L1", "fourteen", Kept, "people were asked"),
            (DAY, "L1", "roughly", Kept, "people were asked"),
            (DAY, "L1", "none", NotKept, "nobody came"),
            (DAY, "L1", "staff", NotKept, "nobody came"),
            (DAY, "L1", "perhaps", NoEvidence, "how many came"),
            (DAY, "L1", "no-parents", NotKept, "nobody came"),
            // Who of the fourteen were parents, nobody knows.
            (DAY, "L1", "some-parents", NoEvidence, "how many parents"),
            (DAY, "L1", "unsaid", NotKept, "nobody came"),
            (
                DAY,
                "L1",
                "contradiction",
                NoEvidence,
                "that parents and carers",
            ),
        ],
    },
    Folder {
        what: "coproduction needs each of three, and says which are missing",
        charter: "",
        records: "
{ id: m, title: Design day, kind: workshop, organisers: [council], date: 2026-02-26,
  audience: [parents], attendance: { parents: 6 }, ladder: coproduction }
",
        verdicts: &[(
            DAY,
            "L1",
            "m",
            NoEvidence,
            "when the options were fixed and whether both sides",
        )],
    },
];

#[test]
fn an_absence_is_no_support() {
    hold(CLAIMS);
}

const FOR_CHILDREN: &[Folder] = &[Folder {
    what: "what was for children and young people only is judged as theirs",
    charter: "",
    records: "
{ id: theirs, title: Panel, kind: workshop, organisers: [council], date: 2026-02-26,
  audience: [cyp], ladder: participation }
---
{ id: both, title: Family day, kind: workshop, organisers: [council], date: 2026-02-26,
  audience: [cyp, parents], ladder: participation }
",
    verdicts: &[
        (
            DAY,
            "L1",
            "theirs",
            DoesNotApply,
            "it was for children and young people",
        ),
        (
            DAY,
            "W3a",
            "theirs",
            DoesNotApply,
            "it was for children and young people",
        ),
        (
            DAY,
            "W3b",
            "theirs",
            DoesNotApply,
            "it was for children and young people",
        ),
        (
            DAY,
            "L1",
            "both",
            NoEvidence,
            "how many parents and carers came",
        ),
        (
            DAY,
            "W3a",
            "both",
            NoEvidence,
            "when the wider group was asked",
        ),
        (DAY, "W3b", "both", NoEvidence, ""),
    ],
}];

#[test]
fn what_is_for_children_only_is_not_judged_as_for_parents() {
    hold(FOR_CHILDREN);
}
