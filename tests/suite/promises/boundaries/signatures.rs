//! The day of signature, and the days from and until which a clause is in force.

use std::collections::BTreeSet;

use charter_audit::audit::AuditScope;
use charter_audit::rules::Verdict::{DoesNotApply, NotKept};
use engagement_records::record::{Side, SubjectKind};

use super::{Case, hold};
use crate::Bench;

const SIGNATURES: &[Case] = &[
    Case {
        what: "the council signed on Sunday 1 February",
        charter: "parties:\n  council: { name: Elm, side: organisation, signed: 2026-02-01 }\n  \
                      forum: { name: Elm Forum, side: forum, signed: 2026-02-01 }\n",
        records: "
id: before
title: Board
kind: meeting
status: held
date: 2026-01-31
notice: none
---
id: same
title: Panel
kind: meeting
status: held
date: 2026-02-01
notice: none
---
id: after
title: Group
kind: meeting
status: held
date: 2026-02-02
notice: none
",
        verdicts: &[
            ("2026-03-31", "O4a1", "before", DoesNotApply),
            ("2026-03-31", "O4a1", "same", NotKept),
            ("2026-03-31", "O4a1", "after", NotKept),
        ],
    },
    Case {
        what: "two councils signed, the earlier one binds their side",
        charter: "parties:\n  council: { name: Elm, side: organisation, signed: 2026-02-10 }\n  \
                      trust: { name: Elm Trust, side: organisation, signed: 2026-02-01 }\n  \
                      forum: { name: Elm Forum, side: forum, signed: 2026-02-10 }\n",
        records: "
id: before
title: Board
kind: meeting
status: held
date: 2026-01-31
notice: none
---
id: same
title: Panel
kind: meeting
status: held
date: 2026-02-01
notice: none
",
        verdicts: &[
            ("2026-03-31", "O4a1", "before", DoesNotApply),
            ("2026-03-31", "O4a1", "same", NotKept),
        ],
    },
    Case {
        what: "a survey is bound by the day on which it opens",
        charter: "parties:\n  council: { name: Elm, side: organisation, signed: 2026-02-01 }\n  \
                      forum: { name: Elm Forum, side: forum, signed: 2026-02-01 }\n",
        records: "
id: same
title: Survey
kind: survey
status: held
opens: 2026-02-01
closes: 2026-02-10
---
id: before
title: Other survey
kind: survey
status: held
opens: 2026-01-31
closes: 2026-02-10
",
        verdicts: &[
            ("2026-03-31", "O4a1s", "same", NotKept),
            ("2026-03-31", "O4a1s", "before", DoesNotApply),
        ],
    },
];

#[test]
fn a_promise_binds_from_the_day_of_signature() {
    hold(SIGNATURES);
}

#[test]
fn a_clause_holds_from_its_first_day_to_its_last() {
    hold(&[Case {
        what: "in force from 1 to 28 February",
        charter: "clauses:\n  - id: O4a1\n    in_force: { from: 2026-02-01, until: 2026-02-28 }\n",
        records: "
id: day-before
title: Before
kind: meeting
status: held
date: 2026-01-31
notice: none
---
id: first-day
title: First
kind: meeting
status: held
date: 2026-02-01
notice: none
---
id: last-day
title: Last
kind: meeting
status: held
date: 2026-02-28
notice: none
---
id: day-after
title: After
kind: meeting
status: held
date: 2026-03-01
notice: none
",
        verdicts: &[
            ("2026-03-31", "O4a1", "day-before", DoesNotApply),
            ("2026-03-31", "O4a1", "first-day", NotKept),
            ("2026-03-31", "O4a1", "last-day", NotKept),
            ("2026-03-31", "O4a1", "day-after", DoesNotApply),
        ],
    }]);
}

/// An audit of one side asks nothing of the signatures of the other.
#[test]
fn one_side_signs_for_itself() {
    let charter = "extends: built-in\nparties:\n  council: { name: Elm, side: organisation, signed: \
                   2025-09-01 }\n  forum: { name: Elm Forum, side: forum, signed: 2025-09-01 }\n";
    let record = "title: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n";
    let bench = Bench::under(Some(charter), &[("a.yaml", record)]);
    let signatures = |side: Option<Side>| -> BTreeSet<String> {
        let question = AuditScope {
            side,
            ..AuditScope::as_of("2026-03-31".parse().unwrap())
        };
        let audit = bench.asked(&question);
        let of_parties = audit.findings.iter().map(|finding| &finding.about);
        let of_parties = of_parties.filter(|about| about.kind == SubjectKind::Signatory);
        of_parties.map(|about| about.id.to_string()).collect()
    };
    let both = ["council", "forum"].map(str::to_owned);
    assert_eq!(signatures(None), both.clone().into());
    assert_eq!(
        signatures(Some(Side::Organisation)),
        ["council".to_owned()].into()
    );
    assert_eq!(signatures(Some(Side::Forum)), ["forum".to_owned()].into());
}
