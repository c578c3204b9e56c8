//! No side owes anything before it has signed: the council signs on 1 April 2026, the forum on 1 June.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

use super::{Case, hold};

const PARTIES: &str = "parties:
  council: { name: Elm, side: organisation, signed: 2026-04-01, signed_by: director }
  forum: { name: Elm Forum, side: forum, signed: 2026-06-01, signed_by: chair }
review: { every: 12 months, last: 2024-01-01 }
";

const RECORDS: &str = "
{ record: conduct, party: forum, document: code of conduct, link: handbook, reviewed: 2024-01-01 }
---
{ id: early, title: Early, kind: meeting, status: held, organisers: [council], date: 2026-02-26 }
---
{ id: late, title: Late, kind: meeting, status: held, organisers: [council], date: 2026-04-01 }
";

#[test]
fn what_lasts_is_asked_of_nobody_before_its_side_has_signed() {
    hold(&[Case {
        what: "one conduct, one meeting before and one on the day of the council's signature",
        charter: PARTIES,
        records: RECORDS,
        verdicts: &[
            // The forum's own: the code has been overdue since 1 January 2025.
            ("2026-05-31", "W5", "forum", DoesNotApply),
            ("2026-06-01", "W5", "forum", NotKept),
            // The council's own.
            ("2026-03-31", "O3", "council", DoesNotApply),
            ("2026-04-01", "O3", "council", NoEvidence),
            // Of both, from the earliest of all: then there is a year to review, and two to compare.
            ("2026-03-31", "G2", "all", DoesNotApply),
            ("2026-04-01", "G2", "all", StillToCome),
            ("2026-03-31", "G3", "all", DoesNotApply),
            ("2026-04-01", "G3", "all", StillToCome),
            ("2026-03-31", "G4", "all", DoesNotApply),
            ("2026-04-01", "G4", "all", Kept),
            // Signing itself is asked for before, and so is what identifies people.
            ("2026-05-31", "G1", "forum", StillToCome),
            ("2026-06-01", "G1", "forum", Kept),
            ("2026-02-28", "W3c", "records.yaml", Kept),
        ],
    }]);
}

#[test]
fn a_period_is_asked_for_from_the_signature_within_it() {
    hold(&[Case {
        what: "the quarter from 1 April, signed on 20 April, and the term until August, on 1 June",
        charter: "parties:
  council: { name: Elm, side: organisation, signed: 2026-04-20 }
  forum: { name: Elm Forum, side: forum, signed: 2026-06-01 }
",
        records: "{ id: m, title: M, kind: meeting, status: held, organisers: [council], \
                  date: 2026-04-02 }\n",
        verdicts: &[
            ("2026-04-19", "O7", "April", DoesNotApply),
            ("2026-04-20", "O7", "April", StillToCome),
            ("2026-05-31", "W4", "summer", DoesNotApply),
            ("2026-06-01", "W4", "summer", StillToCome),
            ("2026-04-19", "O1c", "the year", DoesNotApply),
            ("2026-04-20", "O1c", "the year", StillToCome),
        ],
    }]);
}

#[test]
fn a_promise_that_has_ended_is_no_longer_asked_for() {
    hold(&[Case {
        what: "W5 held until 28 February",
        charter: "clauses:\n  - { id: W5, in_force: { until: 2026-02-28 } }\n",
        records: RECORDS,
        verdicts: &[
            ("2026-02-28", "W5", "forum", NotKept),
            ("2026-03-01", "W5", "forum", DoesNotApply),
        ],
    }]);
}

#[test]
fn each_side_is_bound_from_the_earliest_signature_of_its_parties() {
    let two = "parties:
  council: { name: Elm, side: organisation, signed: 2026-02-10 }
  trust: { name: Elm Trust, side: organisation, signed: 2026-02-20 }
  forum: { name: Elm Forum, side: forum, signed: 2026-02-25 }
  carers: { name: Elm Carers, side: forum, signed: 2026-03-05 }
";
    let at = "
{ id: a, title: A, kind: meeting, status: held, organisers: [trust], date: 2026-02-09,
  ladder: coproduction, feedback: none, forum_feedback: none }
---
{ id: b, title: B, kind: meeting, status: held, organisers: [trust], date: 2026-02-10,
  ladder: coproduction, feedback: none, forum_feedback: none }
---
{ id: c, title: C, kind: meeting, status: held, organisers: [trust], date: 2026-02-24,
  ladder: coproduction, feedback: none, forum_feedback: none }
---
{ id: d, title: D, kind: meeting, status: held, organisers: [trust], date: 2026-02-25,
  ladder: coproduction, feedback: none, forum_feedback: none }
";
    hold(&[
        Case {
            what: "the organisation from 10 February, the forum from the 25th, both from the 10th",
            charter: two,
            records: at,
            verdicts: &[
                ("2026-04-30", "O4e1", "a", DoesNotApply),
                ("2026-04-30", "O4e1", "b", NotKept),
                ("2026-04-30", "W3b", "c", DoesNotApply),
                ("2026-04-30", "W3b", "d", NotKept),
                ("2026-04-30", "L1", "a", DoesNotApply),
                ("2026-04-30", "L1", "b", NoEvidence),
            ],
        },
        Case {
            what: "one signature that nobody knows binds its side from the beginning",
            charter: "parties:
  council: { name: Elm, side: organisation, signed: 2026-02-10 }
  trust: { name: Elm Trust, side: organisation, signed: }
  forum: { name: Elm Forum, side: forum, signed: 2026-02-25 }
",
            records: at,
            verdicts: &[
                ("2026-04-30", "O4e1", "a", NotKept),
                ("2026-04-30", "W3b", "c", DoesNotApply),
            ],
        },
    ]);
}
