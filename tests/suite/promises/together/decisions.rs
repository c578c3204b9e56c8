//! A decision and what was done towards it, as two promises see it: whether parents were involved at
//! all, and whether early enough.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

use super::{DAY, Folder, hold};

/// A decision of 10 June: parents are early enough through 12 May, 28 clear days before.
const AHEAD: &[Folder] = &[
    Folder {
        what: "a workshop is planned for the day on which the options are fixed",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, options_fixed: 2026-05-20,
  decided: 2026-06-10 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-05-20,
  audience: [parents] }
",
        verdicts: &[
            (DAY, "O5", "Contract", StillToCome, "by Tue 12 May 2026"),
            (
                "2026-05-12",
                "O5",
                "Contract",
                StillToCome,
                "by Tue 12 May 2026",
            ),
            (
                "2026-05-13",
                "O5",
                "Contract",
                StillToCome,
                "was Tue 12 May 2026, unless the decision",
            ),
            (
                "2026-05-19",
                "O5",
                "Contract",
                StillToCome,
                "unless the decision of Wed 10 Jun 2026",
            ),
            (
                "2026-05-20",
                "O5",
                "Contract",
                StillToCome,
                "no record shows that parents were involved before",
            ),
            (
                "2026-06-09",
                "O5",
                "Contract",
                StillToCome,
                "judged once it is decided, on Wed 10 Jun 2026",
            ),
            (
                "2026-06-10",
                "O5",
                "Contract",
                NotKept,
                "the options were fixed on Wed 20 May 2026",
            ),
            (
                "2026-05-19",
                "G5",
                "Contract",
                StillToCome,
                "until Tue 9 Jun 2026",
            ),
            // They were asked before it was decided; that it was too late to change anything is
            // said once.
            ("2026-05-20", "G5", "Contract", Kept, "in “Workshop”"),
        ],
    },
    Folder {
        what: "the options are fixed before the last day to be early enough",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, options_fixed: 2026-05-01,
  decided: 2026-06-10 }
",
        verdicts: &[
            (DAY, "O5", "Contract", StillToCome, "by Thu 30 Apr 2026"),
            (
                "2026-06-10",
                "O5",
                "Contract",
                DoesNotApply,
                "no engagement with parents",
            ),
        ],
    },
    Folder {
        what: "parents came too late, and the decision can still be put off",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-06-10 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-05-13,
  audience: [parents] }
",
        verdicts: &[
            (
                "2026-06-09",
                "O5",
                "Contract",
                StillToCome,
                "was Tue 12 May 2026",
            ),
            ("2026-06-09", "G5", "Contract", Kept, "in “Workshop”"),
            // 13 May to 10 June are 28 days, 27 of them clear.
            ("2026-06-10", "O5", "Contract", NotKept, "27 clear days"),
        ],
    },
    Folder {
        what: "parents who came on the last day to be early enough, which is 12 May",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-06-10 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-05-12,
  audience: [parents] }
",
        verdicts: &[
            ("2026-05-12", "O5", "Contract", Kept, "28 clear days"),
            ("2026-06-09", "O5", "Contract", Kept, "28 clear days"),
            ("2026-06-10", "O5", "Contract", Kept, "28 clear days"),
        ],
    },
    Folder {
        what: "a survey for nobody in particular, to which the forum was invited on 26 February",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-04-27 }
---
{ title: Survey, kind: survey, project: respite, organisers: [council], opens: 2026-02-01,
  closes: 2026-03-31, forum: { invited: 2026-02-26 } }
",
        verdicts: &[
            (
                "2026-02-25",
                "G5",
                "Contract",
                StillToCome,
                "until Sun 26 Apr 2026",
            ),
            ("2026-02-26", "G5", "Contract", Kept, "in “Survey”"),
        ],
    },
    Folder {
        what: "children can be involved in a project until the day before its decision",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-06-10 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], status: held,
  date: 2026-02-26, audience: [parents], cyp: { involved: no } }
",
        verdicts: &[
            (
                "2026-06-09",
                "O2a",
                "respite",
                StillToCome,
                "can still be involved",
            ),
            ("2026-06-10", "O2a", "respite", NotKept, "were not involved"),
        ],
    },
    Folder {
        what: "parents who came early enough are early enough at once",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-06-10 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-02-26,
  audience: [parents] }
",
        verdicts: &[
            (
                "2026-02-25",
                "O5",
                "Contract",
                StillToCome,
                "by Tue 12 May 2026",
            ),
            (
                "2026-02-26",
                "O5",
                "Contract",
                Kept,
                "first involved Thu 26 Feb",
            ),
        ],
    },
];

#[test]
fn early_involvement_is_still_to_come_while_the_decision_is_ahead() {
    hold(AHEAD);
}

const DOUBTFUL: &[Folder] = &[
    Folder {
        what: "an undated workshop may have been early enough",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], audience: [parents] }
---
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-03-26,
  audience: [parents] }
",
        verdicts: &[
            (DAY, "G5", "Contract", Kept, "in “Board”"),
            (DAY, "O5", "Contract", NoEvidence, "when it was or for whom"),
        ],
    },
    Folder {
        what: "a workshop of which nobody says for whom it was may have been early enough",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-03-01 }
---
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-03-26,
  audience: [parents] }
",
        // 1 March to 30 March are 29 days, 28 of them clear.
        verdicts: &[
            (DAY, "G5", "Contract", Kept, "in “Board”"),
            (DAY, "O5", "Contract", NoEvidence, "when it was or for whom"),
        ],
    },
    Folder {
        what: "a day later it was too late for that, whomever it was for",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-03-02 }
---
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-03-26,
  audience: [parents] }
",
        verdicts: &[
            (DAY, "G5", "Contract", Kept, "in “Board”"),
            // 26 to 30 March: three clear days.
            (DAY, "O5", "Contract", NotKept, "3 clear days"),
        ],
    },
    Folder {
        what: "one that was early enough shows it, whatever others leave open",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council] }
---
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-26,
  audience: [parents] }
",
        verdicts: &[
            (DAY, "G5", "Contract", Kept, "in “Board”"),
            (DAY, "O5", "Contract", Kept, "31 clear days"),
        ],
    },
    Folder {
        what: "a register without days, beside a workshop that may have been for parents",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-02-26 }
---
{ record: decision, title: Route, project: buses }
",
        verdicts: &[
            (DAY, "G5", "Contract", NoEvidence, "when it was decided"),
            (DAY, "O5", "Contract", NoEvidence, "when it was decided"),
            (DAY, "G5", "Route", NoEvidence, "when it was decided"),
            (
                DAY,
                "O5",
                "Route",
                DoesNotApply,
                "no engagement with parents",
            ),
        ],
    },
    Folder {
        what: "a survey that had closed by then had opened by then",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-03-30 }
---
{ title: Survey, kind: survey, project: respite, organisers: [council], closes: 2026-03-26,
  audience: [parents] }
",
        verdicts: &[
            (DAY, "G5", "Contract", Kept, "in “Survey”"),
            // It may have opened long before.
            (DAY, "O5", "Contract", NoEvidence, "when it was or for whom"),
        ],
    },
];

#[test]
fn what_may_have_been_early_enough_is_no_evidence() {
    hold(DOUBTFUL);
}

const TOO_LATE: &[Folder] = &[
    Folder {
        what: "a meeting after the decision is too late, whomever it was for",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-02-26 }
---
{ title: Board, kind: meeting, project: respite, organisers: [council], date: 2026-02-27 }
---
{ record: decision, title: Route, project: buses, decided: 2026-02-26 }
---
{ title: Hearing, kind: meeting, project: buses, organisers: [council], date: 2026-02-26 }
---
{ record: decision, title: Lease, project: hall, decided: 2026-02-26 }
---
{ title: Talk, kind: meeting, project: hall, organisers: [council], date: 2026-02-25 }
",
        verdicts: &[
            (
                DAY,
                "G5",
                "Contract",
                NotKept,
                "did not involve parents and carers by then",
            ),
            (
                DAY,
                "O5",
                "Contract",
                DoesNotApply,
                "no engagement with parents",
            ),
            // On the day itself it is too late as well, and the day before it is not.
            (
                DAY,
                "G5",
                "Route",
                NotKept,
                "did not involve parents and carers by then",
            ),
            (DAY, "G5", "Lease", NoEvidence, "when it was or for whom"),
            (DAY, "O5", "Lease", NoEvidence, "when it was or for whom"),
        ],
    },
    Folder {
        what: "what cannot be read, and came after the decision",
        charter: "",
        records: "
{ record: decision, title: Contract, project: respite, decided: 2026-02-26 }
---
{ title: Workshop, kind: workshop, project: respite, organisers: [council], date: 2026-02-27,
  audience: [parents] }
",
        verdicts: &[
            (
                DAY,
                "G5",
                "Contract",
                NotKept,
                "first involved on Fri 27 Feb 2026",
            ),
            (
                DAY,
                "O5",
                "Contract",
                DoesNotApply,
                "no engagement with parents",
            ),
        ],
    },
];

#[test]
fn after_the_decision_it_is_too_late() {
    hold(TOO_LATE);
}
