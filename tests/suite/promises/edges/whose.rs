//! A forum meeting of which nobody says who held it.

use charter_audit::rules::Verdict::{DoesNotApply, NoEvidence, NotKept};

use super::{Case, hold};

#[test]
fn a_forum_meeting_is_the_forum_s_own_for_every_promise() {
    hold(&[
        Case {
            what: "the organisation owes nothing at what the forum held alone; the forum owes its reach",
            charter: "",
            records: "{ id: m, title: M, kind: forum-meeting, status: held, date: 2026-02-26 }\n",
            verdicts: &[
                ("2026-03-31", "O1a", "m", DoesNotApply),
                ("2026-03-31", "O1b", "m", DoesNotApply),
                ("2026-03-31", "O2a", "m", DoesNotApply),
                ("2026-03-31", "O2b", "m", DoesNotApply),
                ("2026-03-31", "O4a1", "m", DoesNotApply),
                ("2026-03-31", "O4a2", "m", DoesNotApply),
                ("2026-03-31", "O4a3", "m", DoesNotApply),
                ("2026-03-31", "O4b", "m", DoesNotApply),
                ("2026-03-31", "O4c", "m", DoesNotApply),
                ("2026-03-31", "O4d1", "m", DoesNotApply),
                ("2026-03-31", "O4d2", "m", DoesNotApply),
                ("2026-03-31", "O4e1", "m", DoesNotApply),
                ("2026-03-31", "O5s", "m", DoesNotApply),
                ("2026-03-31", "W2", "m", NoEvidence),
                // Nobody else was there, so it was no joint event, and none is missing from the record.
                ("2026-04-30", "W4", "spring", NotKept),
            ],
        },
        Case {
            what: "organisers that are named count, whatever the kind: the council owes feedback",
            charter: "",
            records: "{ id: m, title: M, kind: forum-meeting, status: held, organisers: [council],
  date: 2026-02-26 }\n",
            verdicts: &[
                ("2026-03-31", "O4e1", "m", NotKept),
                ("2026-03-31", "W2", "m", DoesNotApply),
            ],
        },
        Case {
            what: "a meeting without organisers is nobody's, so the duty stays",
            charter: "",
            records: "{ id: m, title: M, kind: meeting, status: held, date: 2026-02-26 }\n",
            verdicts: &[
                ("2026-03-31", "O4e1", "m", NotKept),
                ("2026-04-30", "W4", "spring", NoEvidence),
            ],
        },
    ]);
}
