//! Whom an engagement reached: whoever came was there, whomever it was meant for.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept};

use super::{DAY, Folder, hold};

/// Only one area is asked for, so that one engagement can cover it.
const ONE_AREA: &str = "clauses:\n  - id: O1c\n    rule: { areas-covered: { areas: [needs] } }\n";

const CAME: &[Folder] = &[
    Folder {
        what: "two parents came to a board for staff, 31 clear days before the decision",
        charter: ONE_AREA,
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ id: m, title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26,
  audience: [staff], attendance: { parents: 2 }, areas: [needs], ladder: participation }
",
        verdicts: &[
            (DAY, "G5", "Contract", Kept, "in “Board”"),
            (DAY, "O5", "Contract", Kept, "31 clear days"),
            (DAY, "O1c", "year-to-2026-03-31", Kept, "every area"),
            (DAY, "L1", "m", Kept, "parents and carers took part"),
        ],
    },
    Folder {
        what: "representatives came, and somebody counted roughly",
        charter: ONE_AREA,
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ id: m, title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26,
  audience: [staff], attendance: { parents: 0, forum_reps: <5 }, areas: [needs],
  ladder: participation }
",
        verdicts: &[
            (DAY, "G5", "Contract", Kept, "in “Board”"),
            (DAY, "O5", "Contract", Kept, "31 clear days"),
            (DAY, "O1c", "year-to-2026-03-31", Kept, "every area"),
            (DAY, "L1", "m", Kept, "parents and carers took part"),
        ],
    },
    Folder {
        what: "nobody came whom the board was not meant for either",
        charter: ONE_AREA,
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ id: m, title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26,
  audience: [staff], attendance: { parents: 0, forum_reps: 0 }, areas: [needs],
  ladder: participation }
",
        verdicts: &[
            (
                DAY,
                "G5",
                "Contract",
                NotKept,
                "the only engagement on “respite”",
            ),
            (
                DAY,
                "O5",
                "Contract",
                DoesNotApply,
                "no engagement with parents",
            ),
            (
                DAY,
                "O1c",
                "year-to-2026-03-31",
                NoEvidence,
                "no engagement with parents",
            ),
            (DAY, "L1", "m", NotKept, "not among those it was for"),
        ],
    },
    Folder {
        what: "a day for young people to which parents came",
        charter: ONE_AREA,
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ id: m, title: Panel, kind: workshop, project: respite, organisers: [council], date: 2026-02-26,
  audience: [cyp], attendance: { parents: 10+ }, areas: [needs] }
",
        verdicts: &[
            (DAY, "G5", "Contract", Kept, "in “Panel”"),
            (DAY, "O5", "Contract", Kept, "31 clear days"),
            (DAY, "O1c", "year-to-2026-03-31", Kept, "every area"),
        ],
    },
];

#[test]
fn whoever_came_was_reached() {
    hold(CAME);
}
