//! A request that is made after the date of the audit has not been made.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

use super::{Case, hold};

#[test]
fn nobody_has_asked_before_the_day_of_a_request() {
    hold(&[
        Case {
            what: "the council asks on 2 April, answered the day after",
            charter: "",
            records: "{ record: request, id: r, title: R, by: council, to: forum, \
                      made: 2026-04-02, answered: 2026-04-03 }\n",
            verdicts: &[
                ("2026-04-01", "W1", "r", DoesNotApply),
                ("2026-04-02", "W1", "r", StillToCome),
                ("2026-04-03", "W1", "r", Kept),
                ("2026-04-03", "O8", "r", DoesNotApply),
            ],
        },
        Case {
            what: "the forum asks on 2 April for 17 April, which is 14 clear days",
            charter: "",
            records: "{ record: request, id: r, title: R, by: forum, to: council, \
                      made: 2026-04-02, for: 2026-04-17, met: no }\n",
            verdicts: &[
                ("2026-04-01", "O8", "r", DoesNotApply),
                ("2026-04-02", "O8", "r", StillToCome),
                ("2026-04-17", "O8", "r", NotKept),
            ],
        },
        Case {
            what: "nor where the record leaves something else open",
            charter: "",
            records: "
{ record: request, id: r, title: R, by: forum, to: council, made: 2026-04-02 }
---
{ record: request, id: s, title: S, to: forum, made: 2026-04-02 }
",
            verdicts: &[
                ("2026-04-01", "O8", "r", DoesNotApply),
                ("2026-04-02", "O8", "r", NoEvidence),
                ("2026-04-01", "W1", "s", DoesNotApply),
                ("2026-04-02", "W1", "s", NoEvidence),
            ],
        },
    ]);
}
