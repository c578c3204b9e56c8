//! From which record on something is asked for: promises of every quarter or term from the first
//! engagement that really was one, a point of contact from the first record of any kind.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NotKept};

use super::{Folder, hold};
use crate::Bench;

/// What is no engagement, or was none in the end, and one engagement in the second quarter.
const RECORDS: &str = "
{ record: request, title: Speaker, by: forum, to: council, made: 2025-06-02, for: 2025-07-01,
  met: yes }
---
{ title: Board, kind: meeting, organisers: [council], date: 2025-09-10, status: cancelled }
---
{ title: Review, kind: meeting, organisers: [council], date: 2025-10-10, scope: individual }
---
{ title: Workshop, kind: workshop, organisers: [council, forum], date: 2026-05-12,
  promoted_forum: yes }
---
{ record: contact, party: council, post: officer, from: 2025-06-03 }
";

#[test]
fn quarters_and_terms_begin_with_the_first_live_engagement() {
    let bench = Bench::new(&[("a.yaml", RECORDS)]);
    let audit = bench.audit("2026-08-31");
    let judged = |clause: &str| -> Vec<&str> {
        let findings = audit.findings.iter();
        let about = findings.filter(|finding| finding.clause.id == clause);
        let mut about: Vec<&str> = about.map(|finding| finding.about.id.as_ref()).collect();
        about.sort_unstable();
        about
    };
    // Called off in September, one family's case in October: neither begins anything.
    assert_eq!(judged("O7"), ["2026-Q2", "2026-Q3"]);
    assert_eq!(judged("W4"), ["2025-26-summer"]);
}

const CONTACT: &[Folder] = &[
    Folder {
        // The request came on 2 June, the contact on 3 June: nobody was there for a day.
        what: "a contact is owed from the first request on, long before any engagement",
        charter: "",
        records: RECORDS,
        verdicts: &[
            (
                "2025-06-01",
                "O3",
                "council",
                DoesNotApply,
                "nothing had happened yet",
            ),
            (
                "2026-08-31",
                "O3",
                "council",
                NotKept,
                "from Mon 2 Jun 2025 to Mon 2 Jun 2025",
            ),
        ],
    },
    Folder {
        what: "a contact that was there on that day",
        charter: "",
        records: "
{ record: request, title: Speaker, by: forum, to: council, made: 2025-06-02, for: 2025-07-01,
  met: yes }
---
{ record: contact, party: council, post: officer, from: 2025-06-02 }
",
        verdicts: &[(
            "2026-08-31",
            "O3",
            "council",
            Kept,
            "had a contact from Mon 2 Jun 2025",
        )],
    },
];

#[test]
fn a_contact_is_owed_from_the_first_record_of_any_kind() {
    hold(CONTACT);
}
