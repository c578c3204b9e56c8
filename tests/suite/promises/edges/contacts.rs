//! A contact is needed on the day of every record, decisions included.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept};

use super::{Case, hold};

/// Nobody was there from 21 February to 1 March 2026: six working days of at most twenty.
const REGISTER: &str = "
{ record: contact, party: council, post: officer, from: 2026-01-01, until: 2026-02-20 }
---
{ record: contact, id: next, party: council, post: engagement officer, from: 2026-03-02 }
---
{ title: First, kind: workshop, status: held, organisers: [council], date: 2026-01-20 }
---
";

#[test]
fn a_contact_is_there_on_the_day_of_a_decision() {
    let on = |day: &str| format!("{REGISTER}{{ record: decision, title: D, decided: {day} }}\n");
    let of = |what, records: String, verdict| Case {
        what,
        charter: "",
        records: records.leak(),
        verdicts: vec![("2026-03-31", "O3", "council", verdict)].leak(),
    };
    hold(&[
        of("on the last day of the first", on("2026-02-20"), Kept),
        of("on the day after", on("2026-02-21"), NotKept),
        of("on the day before the next", on("2026-03-01"), NotKept),
        of("on the first day of the next", on("2026-03-02"), Kept),
        of("decided after the audit", on("2026-04-01"), Kept),
    ]);
}

#[test]
fn a_decision_is_a_first_record() {
    hold(&[Case {
        what: "one decision and nothing else",
        charter: "",
        records: "{ record: decision, title: D, decided: 2026-02-26 }\n",
        verdicts: &[
            ("2026-02-25", "O3", "council", DoesNotApply),
            ("2026-02-26", "O3", "council", NoEvidence),
        ],
    }]);
}
