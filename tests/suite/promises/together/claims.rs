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
