//! A request that is made after the date of the audit has not been made, and one that nobody answered.

use charter_audit::rules::Severity::{Breach, Concern};
use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

use super::{Case, hold, weight};

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

/// Five working days after Monday 12 January are over on the 19th, ten on the 26th.
#[test]
fn no_answer_weighs_what_a_late_one_does() {
    let rule = "rule: { request-answered: { standard: 5 working days, at_most: 10 working days } }";
    let asked = |answered: &str| {
        format!(
            "{{ record: request, id: r, title: R, by: council, to: forum, made: 2026-01-12{answered} }}\n"
        )
    };
    for silence in ["", ", silence: not-kept"] {
        let charter = format!("clauses:\n  - {{ id: W1, {rule}{silence} }}\n");
        let weight = |answered, as_of| weight(&charter, &asked(answered), as_of, "W1");
        let unanswered = if silence.is_empty() {
            ", answered: none"
        } else {
            ""
        };
        assert_eq!(weight(unanswered, "2026-01-20"), Concern);
        assert_eq!(weight(unanswered, "2026-01-26"), Concern);
        assert_eq!(weight(unanswered, "2026-01-27"), Breach);
        assert_eq!(weight(", answered: 2026-01-26", "2026-01-27"), Concern);
        assert_eq!(weight(", answered: 2026-01-27", "2026-01-27"), Breach);
    }
}
