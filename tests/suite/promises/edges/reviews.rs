//! Reviews and comparisons for which a charter has not held long enough.

use charter_audit::rules::Verdict::{Kept, NoEvidence, NotKept, StillToCome};

use super::{Case, hold};

const MEETING: &str = "{ id: m, title: M, kind: workshop, status: held, organisers: [council], \
                       date: 2026-02-26 }\n";

#[test]
fn a_review_is_due_a_year_after_the_last_one_or_after_signing() {
    hold(&[
        Case {
            what: "reviewed on 1 June 2025 and signed on 1 September: kept for a year from the review, \
                   and due a year from the signature",
            charter: "parties:
  council: { name: Elm, side: organisation, signed: 2025-09-01 }
  forum: { name: Elm Forum, side: forum, signed: 2025-10-01 }
review: { every: 12 months, last: 2025-06-01 }
",
            records: MEETING,
            verdicts: &[
                ("2026-06-01", "G2", "all", Kept),
                ("2026-06-02", "G2", "all", StillToCome),
                ("2026-09-01", "G2", "all", StillToCome),
                ("2026-09-02", "G2", "all", NotKept),
            ],
        },
        Case {
            what: "reviewed after signing: only the review counts",
            charter: "parties:
  council: { name: Elm, side: organisation, signed: 2024-09-01 }
  forum: { name: Elm Forum, side: forum, signed: 2024-09-01 }
review: { every: 12 months, last: 2025-02-01 }
",
            records: MEETING,
            verdicts: &[
                ("2025-01-31", "G2", "all", StillToCome),
                ("2025-02-01", "G2", "all", Kept),
                ("2026-02-01", "G2", "all", Kept),
                ("2026-02-02", "G2", "all", NotKept),
            ],
        },
        Case {
            what: "never reviewed: nobody wrote down that it was not",
            charter: "parties:
  council: { name: Elm, side: organisation, signed: 2025-02-28 }
  forum: { name: Elm Forum, side: forum, signed: 2025-02-28 }
review: { every: 12 months, last: }
",
            records: MEETING,
            verdicts: &[
                ("2026-02-28", "G2", "all", StillToCome),
                ("2026-03-01", "G2", "all", NoEvidence),
            ],
        },
    ]);
}

#[test]
fn a_promise_that_was_added_later_leaves_time_from_then() {
    hold(&[Case {
        what: "the promise itself is younger than the signatures",
        charter: "parties:
  council: { name: Elm, side: organisation, signed: 2024-09-01 }
  forum: { name: Elm Forum, side: forum, signed: 2024-09-01 }
review: { every: 12 months, last: 2024-10-01 }
clauses:
  - { id: G2, in_force: { from: 2026-01-01 } }
",
        records: MEETING,
        verdicts: &[
            ("2027-01-01", "G2", "all", StillToCome),
            ("2027-01-02", "G2", "all", NotKept),
        ],
    }]);
}

#[test]
fn shares_are_compared_once_the_charter_has_held_for_two_years() {
    // 2 of 2 in the year to 31 August 2025, 0 of 2 in the year after: less. Signed on 1 September 2024,
    // the charter has held for two years at the end of 31 August 2026.
    hold(&[Case {
        what: "less coproductive in the second year",
        charter: "parties:
  council: { name: Elm, side: organisation, signed: 2024-09-01 }
  forum: { name: Elm Forum, side: forum, signed: 2024-09-01 }
clauses:
  - { id: G3, rule: { more-coproductive: { fewest: 2 } } }
",
        records: "
{ id: a, title: A, kind: workshop, status: held, date: 2025-08-20, ladder: coproduction }
---
{ id: b, title: B, kind: workshop, status: held, date: 2025-08-31, ladder: participation }
---
{ id: c, title: C, kind: workshop, status: held, date: 2025-09-01, ladder: information }
---
{ id: d, title: D, kind: workshop, status: held, date: 2026-02-26, ladder: information }
",
        verdicts: &[
            ("2026-08-30", "G3", "all", StillToCome),
            ("2026-08-31", "G3", "all", NotKept),
        ],
    }]);
}
