//! Who owes something, and whose engagements show that it was done: everything that took place on a
//! project is evidence, and the duty stays with those who have it.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

use super::{DAY, Folder, SIGNED_IN_MARCH, hold};

const FORUMS_OWN: &[Folder] = &[
    Folder {
        what: "the forum's own event did what the council's meeting did not",
        charter: "",
        records: "
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26,
  service_parents: no, cyp: no }
---
{ title: Second board, kind: meeting, project: respite, organisers: [council], date: 2026-03-05,
  service_parents: no, cyp: no }
---
{ title: Family day, kind: event, project: respite, organisers: [forum], date: 2026-02-12,
  service_parents: { involved: yes }, cyp: { involved: yes }, scope_for_change: { in: [hours] },
  expectations: { commitment_asked: an afternoon, recognition: a meal } }
",
        verdicts: &[
            (DAY, "O1b", "respite", Kept, "involved in “Family day”"),
            (DAY, "O2a", "respite", Kept, "involved in “Family day”"),
            (DAY, "O5s", "respite", Kept, "what could still be changed"),
            (DAY, "O6b", "respite", Kept, "what was asked of them"),
        ],
    },
    Folder {
        what: "where the forum held everything alone, the council owes nothing",
        charter: "",
        records: "
{ title: Evening, kind: forum-meeting, project: respite, date: 2026-02-12, cyp: no }
---
{ title: Family day, kind: event, project: respite, organisers: [forum], date: 2026-02-26,
  cyp: { involved: yes }, scope_for_change: { in: [hours] } }
",
        verdicts: &[
            (
                DAY,
                "O1b",
                "respite",
                DoesNotApply,
                "the forum held it alone",
            ),
            (
                DAY,
                "O2a",
                "respite",
                DoesNotApply,
                "the forum held it alone",
            ),
            (
                DAY,
                "O5s",
                "respite",
                DoesNotApply,
                "the forum held it alone",
            ),
            (
                DAY,
                "O6b",
                "respite",
                DoesNotApply,
                "the forum held it alone",
            ),
        ],
    },
    Folder {
        // One engagement of the council asks little of people, whatever the forum does besides.
        what: "the forum's own event neither makes two engagements nor claims a rung for the council",
        charter: "",
        records: "
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26 }
---
{ title: Design day, kind: workshop, project: respite, organisers: [forum], date: 2026-02-12,
  ladder: coproduction }
",
        verdicts: &[(DAY, "O6b", "respite", DoesNotApply, "a single engagement")],
    },
    Folder {
        what: "until the forum's own event is over, they can be involved at it",
        charter: "",
        records: "
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26,
  service_parents: no, cyp: no }
---
{ title: Family day, kind: event, project: respite, organisers: [forum], date: 2026-04-01 }
",
        verdicts: &[
            (DAY, "O1b", "respite", StillToCome, "until Wed 1 Apr 2026"),
            (DAY, "O2a", "respite", StillToCome, "until Wed 1 Apr 2026"),
            // What can be changed is told with the first engagement that owes it, which is over.
            (
                DAY,
                "O5s",
                "respite",
                NoEvidence,
                "no record of this project",
            ),
            (
                "2026-04-01",
                "O2a",
                "respite",
                NotKept,
                "none of the 2 records",
            ),
        ],
    },
    Folder {
        // The forum's event came first; the council's meeting, which owes it, is tomorrow.
        what: "a silent event of the forum does not make the council late",
        charter: "",
        records: "
{ title: Family day, kind: event, project: respite, organisers: [forum], date: 2026-02-12 }
---
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26 }
",
        verdicts: &[
            (
                "2026-02-25",
                "O5s",
                "respite",
                StillToCome,
                "by Thu 26 Feb 2026",
            ),
            (
                "2026-02-26",
                "O5s",
                "respite",
                NoEvidence,
                "no record of this project",
            ),
        ],
    },
    Folder {
        what: "what was called off, or is one family's case, shows nothing",
        charter: "",
        records: "
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26,
  service_parents: no }
---
{ title: Family day, kind: event, project: respite, organisers: [forum], date: 2026-02-12,
  status: cancelled, service_parents: { involved: yes } }
---
{ title: Review, kind: meeting, project: respite, organisers: [council], date: 2026-02-19,
  scope: individual, service_parents: { involved: yes } }
",
        verdicts: &[(DAY, "O1b", "respite", NotKept, "were not involved")],
    },
];

#[test]
fn what_the_forum_did_counts_and_owes_nothing() {
    hold(FORUMS_OWN);
}

const BEFORE_SIGNATURE: &[Folder] = &[
    Folder {
        what: "a panel before the council signed involved children in what it decided after",
        charter: SIGNED_IN_MARCH,
        records: "
{ title: Panel, kind: workshop, project: respite, organisers: [council], date: 2026-02-26,
  cyp: { involved: yes }, service_parents: { involved: yes }, scope_for_change: { in: [hours] } }
---
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-03-12,
  cyp: no, service_parents: no, scope_for_change: { in: none } }
",
        verdicts: &[
            (DAY, "O2a", "respite", Kept, "involved in “Panel”"),
            (DAY, "O1b", "respite", Kept, "involved in “Panel”"),
            (DAY, "O5s", "respite", Kept, "what could still be changed"),
            // By 1 March the board is known to be ahead, and nobody owes anything for the panel.
            (
                "2026-03-01",
                "O6b",
                "respite",
                DoesNotApply,
                "a single engagement",
            ),
        ],
    },
    Folder {
        what: "before anybody signed nothing was owed",
        charter: SIGNED_IN_MARCH,
        records: "
{ title: Panel, kind: workshop, project: respite, organisers: [council], date: 2026-02-26,
  cyp: no, service_parents: no }
",
        verdicts: &[
            (DAY, "O2a", "respite", DoesNotApply, "before adoption"),
            (DAY, "O1b", "respite", DoesNotApply, "before adoption"),
        ],
    },
    Folder {
        what: "a decision and a quarter are shown by what came before the signature",
        charter: SIGNED_IN_MARCH,
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-02-26,
  audience: [parents], promoted_forum: yes }
",
        verdicts: &[
            (DAY, "G5", "Contract", Kept, "first involved on Thu 26 Feb"),
            // 26 February to 30 March are 32 days, 31 of them clear.
            (DAY, "O5", "Contract", Kept, "31 clear days"),
            (DAY, "O7", "2026-Q1", Kept, "made the forum known"),
        ],
    },
];

#[test]
fn what_came_before_the_signature_counts_and_was_not_owed() {
    hold(BEFORE_SIGNATURE);
}

const FORUM_MEETINGS: &[Folder] = &[
    Folder {
        what: "a forum meeting of which nobody says who held it is the forum's own",
        charter: "",
        records: "{ id: m, title: Evening, kind: forum-meeting, date: 2026-02-26, cyp: no, forum: no }",
        verdicts: &[
            (DAY, "O1a", "m", DoesNotApply, "the forum held it alone"),
            (DAY, "O2a", "m", DoesNotApply, "the forum held it alone"),
            (DAY, "O4a1", "m", DoesNotApply, "the forum held it alone"),
            (DAY, "O4e1", "m", DoesNotApply, "the forum held it alone"),
            (
                DAY,
                "W2",
                "m",
                NoEvidence,
                "how many parents and carers were reached",
            ),
            (
                "2026-04-30",
                "W4",
                "2025-26-spring",
                NotKept,
                "not held by both sides together",
            ),
        ],
    },
    Folder {
        what: "unless the record says that the council held it, or both did",
        charter: "",
        records: "
{ id: m, title: Evening, kind: forum-meeting, date: 2026-02-26, organisers: [council], cyp: no }
---
{ id: n, title: Morning, kind: forum-meeting, date: 2026-03-05, organisers: [council, forum] }
",
        verdicts: &[
            (DAY, "O2a", "m", NotKept, "were not involved"),
            (DAY, "W2", "m", DoesNotApply, "the forum did not hold it"),
            (DAY, "O1a", "n", Kept, "the forum helped to hold it"),
            (
                "2026-04-30",
                "W4",
                "2025-26-spring",
                Kept,
                "held by both sides",
            ),
        ],
    },
    Folder {
        what: "of any other meeting nobody knows, and the council owes what it promised",
        charter: "",
        records: "{ id: m, title: Board, kind: meeting, date: 2026-02-26, cyp: no }",
        verdicts: &[
            (DAY, "O2a", "m", NotKept, "were not involved"),
            (
                DAY,
                "W2",
                "m",
                DoesNotApply,
                "nobody says that the forum held it",
            ),
            (
                "2026-04-30",
                "W4",
                "2025-26-spring",
                NoEvidence,
                "does not say who held it",
            ),
        ],
    },
];

#[test]
fn a_forum_meeting_is_the_forums_own_unless_the_record_says_otherwise() {
    hold(FORUM_MEETINGS);
}
