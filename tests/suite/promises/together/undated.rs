//! What a record without a day shows: that something was written down, and not when it was.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept};

use super::{DAY, Folder, hold};

const UNDATED: &[Folder] = &[
    Folder {
        what: "all that an undated workshop says was done",
        charter: "",
        records: "
{ id: m, title: Workshop, kind: workshop, organisers: [council], forum: { invited: yes },
  attendance: { forum_reps: 3, parents: 6 }, service_parents: { involved: yes },
  cyp: { involved: yes, facilitation: youth worker }, scope_for_change: { in: [hours] },
  expectations: { commitment_asked: a day, recognition: a meal }, feedback: { sent: yes },
  promoted_forum: yes, ladder: coproduction, decided_jointly: yes, options_fixed: 2026-03-31 }
",
        verdicts: &[
            (DAY, "O1a", "m", NoEvidence, "no date"),
            (DAY, "O1b", "m", NoEvidence, "no date"),
            (DAY, "O2a", "m", NoEvidence, "no date"),
            (DAY, "O2b", "m", NoEvidence, "no date"),
            (DAY, "O4e1", "m", NoEvidence, "no date"),
            (DAY, "O5s", "m", NoEvidence, "no date"),
            (DAY, "O6b", "m", NoEvidence, "no date"),
            (DAY, "O7", "2026-Q1", NoEvidence, "no record of that time"),
            (DAY, "L1", "m", NoEvidence, "no date"),
            (
                DAY,
                "G3",
                "all",
                NoEvidence,
                "no engagement claims a rung in the year",
            ),
        ],
    },
    Folder {
        what: "nor does it say what was not done, or helped nobody",
        charter: "",
        records: "
{ id: m, title: Workshop, kind: workshop, organisers: [council], service_parents: no, cyp: no,
  scope_for_change: { in: none } }
---
{ id: n, title: Panel, kind: workshop, organisers: [council],
  cyp: { involved: yes, facilitation: none } }
",
        verdicts: &[
            (DAY, "O1b", "m", NoEvidence, "no date"),
            (DAY, "O2a", "m", NoEvidence, "no date"),
            (DAY, "O5s", "m", NoEvidence, "no date"),
            (DAY, "O2b", "m", DoesNotApply, "names no children"),
            (DAY, "O2b", "n", NoEvidence, "no date"),
        ],
    },
    Folder {
        what: "a dated one of the same project shows what the undated one leaves open",
        charter: "",
        records: "
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-02-26,
  service_parents: { involved: yes }, cyp: no, scope_for_change: { in: [hours] } }
---
{ title: Panel, kind: workshop, project: respite, organisers: [council], cyp: { involved: yes } }
",
        verdicts: &[
            (DAY, "O1b", "respite", Kept, "involved in “Workshop”"),
            (DAY, "O5s", "respite", Kept, "what could still be changed"),
            (DAY, "O2a", "respite", NoEvidence, "no date"),
        ],
    },
    Folder {
        // Whatever day it was, it should not have been among the records.
        what: "one family's case is one without a day as well",
        charter: "",
        records: "
{ title: Board, kind: meeting, organisers: [council], date: 2026-02-26 }
---
{ title: Review, kind: meeting, scope: individual }
",
        verdicts: &[(DAY, "G4", "all", NotKept, "1 of 2 engagements")],
    },
    Folder {
        what: "strategic work without a day is strategic work",
        charter: "",
        records: "{ title: Board, kind: meeting, organisers: [council], scope: strategic }",
        verdicts: &[(DAY, "G4", "all", Kept, "the only engagement is strategic")],
    },
    Folder {
        what: "nobody says of such work what it was",
        charter: "",
        records: "{ title: Board, kind: meeting, organisers: [council] }",
        verdicts: &[(
            DAY,
            "G4",
            "all",
            Kept,
            "nothing says that the only engagement",
        )],
    },
];

#[test]
fn what_came_of_an_undated_record_is_no_evidence_of_when() {
    hold(UNDATED);
}
