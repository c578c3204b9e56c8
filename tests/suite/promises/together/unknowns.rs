//! What nobody wrote down, and what is certain all the same: whatever it was, the answer is one, or
//! there is still time.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

use super::{DAY, Folder, hold};

const FEEDBACK: &[Folder] = &[
    Folder {
        what: "feedback of 5 March, for a meeting of 24 February: due by 10 March",
        charter: "",
        records: "
{ title: Staff, kind: meeting, date: 2026-02-24, audience: [staff], feedback: { sent: 2026-03-05 } }
---
{ title: Ahead, kind: meeting, date: 2026-03-30, audience: [staff] }
---
{ title: Unsaid, kind: meeting, date: 2026-02-24, feedback: { sent: 2026-03-05, to: [parents, cyp] } }
---
{ title: Half, kind: meeting, date: 2026-02-24, audience: [parents, cyp],
  feedback: { sent: 2026-03-05, to: [parents] } }
",
        verdicts: &[
            (DAY, "O4e3", "Staff", DoesNotApply, "for staff only"),
            (DAY, "O4e3", "Ahead", DoesNotApply, "for staff only"),
            (DAY, "O4e3", "Unsaid", Kept, "parents and carers and children"),
            ("2026-03-10", "O4e3", "Half", StillToCome, "due by Tue 10 Mar"),
            ("2026-03-11", "O4e3", "Half", NotKept, "did not go to children"),
        ],
    },
    Folder {
        what: "two days, of which the second counts; 20 working days from 6 March are 7 April",
        charter: "",
        records: "
{ title: Two days, kind: meeting, date: 2026-03-05, last_day: 2026-03-06,
  forum_feedback: { sent: 2026-04-07 } }
---
{ title: Before, kind: meeting, date: 2026-03-05, forum_feedback: { sent: 2026-03-04 } }
",
        verdicts: &[
            ("2026-04-10", "W3b", "Two days", Kept, "20 working days later"),
            // Good Friday and Easter Monday are the 3rd and the 6th.
            ("2026-04-02", "W3b", "Before", StillToCome, "by Thu 2 Apr"),
            ("2026-04-03", "W3b", "Before", NoEvidence, "before the meeting"),
        ],
    },
];

const FORUM: &[Folder] = &[Folder {
    what: "representatives who come, came, and did not",
    charter: "clauses: [{ id: O1a, rule: { forum-involved: { reps: 1 } } }]\n",
    records: "
{ title: Ahead, kind: meeting, date: 2026-04-05, forum: no, attendance: { forum_reps: 3 } }
---
{ title: Some, kind: meeting, date: 2026-03-30, forum: no, attendance: { forum_reps: <5 } }
---
{ title: Nobody, kind: meeting, date: 2026-02-26, attendance: { forum_reps: 0 } }
---
{ title: Invited later, kind: meeting, date: 2026-03-30, forum: { invited: 2026-04-01 } }
",
    verdicts: &[
        // Nobody has been at what is still to come.
        (DAY, "W3a", "Ahead", DoesNotApply, "not invited"),
        (DAY, "W3b", "Ahead", DoesNotApply, "not invited"),
        // Fewer than five is one at least.
        (DAY, "O1a", "Some", Kept, "1 representative came"),
        (DAY, "W3b", "Some", StillToCome, "is to be told"),
        // Invited or not, nobody was there.
        (DAY, "O1a", "Nobody", NotKept, "does not say whether"),
        // On 31 March nobody had written that down.
        (
            DAY,
            "O1a",
            "Invited later",
            NoEvidence,
            "whether the forum was",
        ),
        (
            "2026-04-01",
            "O1a",
            "Invited later",
            NotKept,
            "when the meeting was over",
        ),
    ],
}];

const DAYS: &[Folder] = &[
    Folder {
        what: "a decision without a day may still be ahead",
        charter: "",
        records: "
{ title: Board, kind: meeting, project: p, organisers: [council], date: 2026-02-26,
  service_parents: no, cyp: no }
---
{ record: decision, title: Contract, project: p, options_fixed: 2026-03-02 }
",
        verdicts: &[
            (DAY, "O1b", "p", NoEvidence, "a decision of this project has no day"),
            (DAY, "O2a", "p", NoEvidence, "a decision of this project has no day"),
            (DAY, "G5", "Contract", NoEvidence, "when it was decided"),
        ],
    },
    Folder {
        what: "a survey that had closed months before had opened by then, nobody knows when",
        charter: "",
        records: "
{ record: decision, title: Contract, project: p, decided: 2026-03-30 }
---
{ title: Survey, kind: survey, project: p, closes: 2025-09-20, audience: [parents],
  scope_for_change: { in: none } }
",
        verdicts: &[
            (DAY, "O5", "Contract", Kept, "by Sat 20 Sep 2025 at the latest"),
            (DAY, "O5s", "p", NotKept, "nothing was open"),
        ],
    },
    Folder {
        what: "a consultation that may still be open",
        charter: "clauses: [{ id: O6b, silence: not-kept }]\n",
        records: "
{ title: Consultation, kind: consultation, project: p, opens: 2026-01-05, ladder: coproduction,
  notice: { sent: 2026-01-02, purpose: How weekends should go }, feedback: { you_said: Ask the ICB. } }
",
        verdicts: &[
            (DAY, "O6b", "p", NoEvidence, "when it closed"),
            // Only the purpose is known to have gone out.
            (DAY, "O4d2", "Consultation", Kept, "written out"),
        ],
    },
    Folder {
        what: "moved from 20 to 27 April, of which people were told on 23 April",
        charter: "",
        records: "
{ title: Workshop, kind: workshop, organisers: [council], date: 2026-04-27,
  moved_from: [{ date: 2026-04-20, told: 2026-04-23 }] }
",
        verdicts: &[
            ("2026-04-19", "O5s", "Workshop", StillToCome, "by Mon 20 Apr"),
            ("2026-04-22", "O5s", "Workshop", NoEvidence, "what could still be changed"),
            ("2026-04-23", "O5s", "Workshop", StillToCome, "by Mon 27 Apr"),
        ],
    },
    Folder {
        what: "moved from before the signature to a day after it, of which nobody has heard yet",
        charter: "parties:
  council: { name: Elm Council, side: organisation, signed: 2026-03-01 }
  forum: { name: Elm Forum, side: forum, signed: 2026-03-01 }
",
        records: "
{ title: Workshop, kind: workshop, organisers: [council], date: 2026-03-07,
  moved_from: [{ date: 2026-02-28, told: 2026-02-26 }] }
",
        verdicts: &[
            ("2026-02-25", "O4a1", "Workshop", DoesNotApply, "before adoption"),
            ("2026-02-26", "O4a1", "Workshop", NotKept, "8 clear days"),
        ],
    },
    Folder {
        what: "words without a day, and none",
        charter: "",
        records: "
{ title: Undated, kind: meeting, notice: { purpose: none }, feedback: { you_said: Ask the ICB. } }
---
{ title: Unsent, kind: meeting, date: 2026-02-26,
  notice: { sent: none, purpose: What the ICB will do about weekends } }
---
{ title: Few, kind: meeting, notice: { sent: 2026-02-10, purpose: Weekends. }, audience: [parents, cyp],
  feedback: { sent: 2026-03-02, to: [parents] } }
---
{ title: Denied, kind: meeting, date: 2026-02-26, notice: { sent: none, purpose: none } }
",
        verdicts: &[
            (DAY, "O4a2", "Undated", NoEvidence, "no date"),
            (DAY, "O4d2", "Undated", NoEvidence, "no date"),
            (DAY, "O4a2", "Unsent", NoEvidence, "no notice was sent"),
            (DAY, "O4d2", "Unsent", NoEvidence, "no text"),
            (DAY, "O4a2", "Few", NoEvidence, "no date"),
            (DAY, "O4e3", "Few", NoEvidence, "no date"),
            (DAY, "O4a2", "Denied", NotKept, "no purpose was given"),
        ],
    },
];

#[test]
fn whoever_was_left_out_can_be_told_until_it_is_due() {
    hold(FEEDBACK);
}

#[test]
fn representatives_count_once_they_can_have_come() {
    hold(FORUM);
}

#[test]
fn a_day_that_nobody_knows_may_still_come() {
    hold(DAYS);
}
