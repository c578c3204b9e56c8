//! The first and the last day of quarters, terms, years and the time for which a contact is there.

use charter_audit::audit::AuditScope;
use charter_audit::rules::Verdict::{Kept, NoEvidence, NotKept, StillToCome};

use super::{Case, hold};
use crate::Bench;

const PERIODS: &[Case] = &[
    Case {
        what: "what is held on the day of the audit",
        charter: "",
        records: "
id: today
title: Board
kind: event
status: held
organisers: [council, forum]
date: 2026-03-10
promoted_forum: { done: yes, where: newsletter }
",
        verdicts: &[
            ("2026-03-10", "O7", "2026-Q1", Kept),
            ("2026-03-10", "W4", "2025-26-spring", Kept),
        ],
    },
    Case {
        what: "the last day of a quarter and the first of the next",
        charter: "",
        records: "
id: last
title: Board
kind: meeting
status: held
date: 2026-03-31
promoted_forum: { done: yes, where: newsletter }
---
id: first
title: Panel
kind: meeting
status: held
date: 2026-04-01
promoted_forum: no
",
        verdicts: &[
            ("2026-06-30", "O7", "2026-Q1", Kept),
            ("2026-06-30", "O7", "2026-Q2", NotKept),
        ],
    },
    Case {
        what: "the last day of a term and the first of the next",
        charter: "",
        records: "
id: last
title: Board
kind: event
status: held
organisers: [council, forum]
date: 2026-04-30
---
id: first
title: Panel
kind: event
status: held
organisers: [forum]
date: 2026-05-01
",
        verdicts: &[
            ("2026-08-31", "W4", "2025-26-spring", Kept),
            ("2026-08-31", "W4", "2025-26-summer", NotKept),
        ],
    },
    Case {
        what: "twelve months to the audit, its first day and its last",
        charter: "clauses:\n  - id: O1c\n    rule: { areas-covered: { areas: [development] } }\n",
        records: "
id: a
title: Board
kind: meeting
status: held
audience: [parents]
areas: [development]
date: 2026-02-26
---
id: b
title: Panel
kind: meeting
status: held
audience: [parents]
areas: [changes]
date: 2026-06-01
",
        verdicts: &[
            ("2026-02-25", "O1c", "year-to-2026-02-25", NoEvidence),
            ("2026-02-26", "O1c", "year-to-2026-02-26", Kept),
            ("2027-02-25", "O1c", "year-to-2027-02-25", Kept),
            ("2027-02-26", "O1c", "year-to-2027-02-26", NotKept),
        ],
    },
];

#[test]
fn a_period_holds_its_first_and_its_last_day() {
    hold(PERIODS);
}

#[test]
fn areas_can_be_covered_until_the_charter_has_held_for_a_year() {
    hold(&[Case {
        what: "signed on 1 September 2025, a year is over on 31 August 2026",
        charter: "parties:\n  council: { name: Elm, side: organisation, signed: 2025-09-01 }\n  \
                  forum: { name: Elm Forum, side: forum, signed: 2025-09-01 }\n",
        records: "
id: a
title: Board
kind: meeting
status: held
audience: [parents]
areas: [development]
date: 2026-02-26
",
        verdicts: &[
            ("2026-08-30", "O1c", "year-to-2026-08-30", StillToCome),
            ("2026-08-31", "O1c", "year-to-2026-08-31", NotKept),
        ],
    }]);
}

#[test]
fn a_contact_is_there_through_the_last_day() {
    let register = |until: &str, from: &str| {
        format!(
            "record: contact\nparty: council\npost: officer\nfrom: 2025-01-06\nuntil: {until}\n---\n\
             record: contact\nparty: council\npost: next officer\nfrom: {from}\n---\n\
             id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-01-20\n"
        )
    };
    for (until, from, expected) in [
        // The first contact leaves on the day of the first record, the next begins the day after.
        ("2026-01-20", "2026-01-21", Kept),
        ("2026-01-19", "2026-01-21", NotKept),
        ("2026-01-19", "2026-01-20", Kept),
        // Nobody from Saturday 31 January to Friday 27 February is twenty working days.
        ("2026-01-30", "2026-02-28", Kept),
        ("2026-01-30", "2026-03-03", NotKept),
    ] {
        let records = register(until, from);
        let bench = Bench::new(&[("a.yaml", &records)]);
        let verdict = bench.verdict("2026-03-31", "O3", "council");
        assert_eq!(verdict, expected, "{until} {from}");
    }
}

/// The portfolio counts an engagement in the year in which it was held, to the day.
#[test]
fn the_two_years_of_the_portfolio_have_first_and_last_days() {
    for (held, years) in [
        ("2024-07-31", (0, 0)),
        ("2024-08-01", (1, 0)),
        ("2025-07-31", (1, 0)),
        ("2025-08-01", (0, 1)),
        ("2026-07-31", (0, 1)),
        ("2026-08-01", (0, 0)),
    ] {
        let records = format!("id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: {held}\n");
        let bench = Bench::new(&[("a.yaml", &records)]);
        let counted = bench.report("2026-07-31", |report| {
            let ladder = report.trend().ladder;
            let unclaimed = ladder.iter().find(|rung| rung.name.is_none()).unwrap();
            (unclaimed.before, unclaimed.now)
        });
        assert_eq!(counted, years, "{held}");
    }
}

/// Nobody is asked about a time that has not come, whatever the audit was asked for.
#[test]
fn periods_end_with_the_audit() {
    let records = "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n";
    let bench = Bench::new(&[("a.yaml", records)]);
    let quarters = |until: &str| -> Vec<String> {
        let question = AuditScope {
            until: Some(until.parse().unwrap()),
            ..AuditScope::as_of("2026-05-20".parse().unwrap())
        };
        let audit = bench.asked(&question);
        let quarters = audit.findings.iter().filter(|it| it.clause.id == "O7");
        quarters.map(|it| it.about.id.to_string()).collect()
    };
    assert_eq!(quarters("2026-12-31"), ["2026-Q1", "2026-Q2"]);
    assert_eq!(quarters("2026-05-20"), ["2026-Q1", "2026-Q2"]);
    assert_eq!(quarters("2026-03-31"), ["2026-Q1"]);
}

#[test]
fn a_contact_is_there_from_the_first_day() {
    for (from, expected) in [("2026-01-20", Kept), ("2026-01-21", NoEvidence)] {
        let records = format!(
            "record: contact\nparty: council\npost: officer\nfrom: {from}\n---\n\
             id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-01-20\n"
        );
        let bench = Bench::new(&[("a.yaml", &records)]);
        let verdict = bench.verdict("2026-01-20", "O3", "council");
        assert_eq!(verdict, expected, "{from}");
    }
}

#[test]
fn a_contact_who_left_yesterday_is_gone() {
    for (until, expected) in [("2026-01-20", Kept), ("2026-01-19", NotKept)] {
        let records = format!(
            "record: contact\nparty: council\npost: officer\nfrom: 2025-01-06\nuntil: {until}\n---\n\
             id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-01-20\n---\n\
             id: b\ntitle: Panel\nkind: meeting\nstatus: held\ndate: 2026-01-05\n"
        );
        let bench = Bench::new(&[("a.yaml", &records)]);
        let verdict = bench.verdict("2026-01-20", "O3", "council");
        assert_eq!(verdict, expected, "{until}");
    }
}

#[test]
fn a_review_counts_from_its_day() {
    let records = "record: conduct\nparty: forum\ndocument: code of conduct\nlink: handbook\n\
                   reviewed: 2026-03-10\n---\n\
                   record: conduct\nparty: forum\ndocument: policy guidelines\nlink: handbook\n\
                   reviewed: 2026-03-10\n";
    let bench = Bench::new(&[("a.yaml", records)]);
    for (as_of, expected) in [
        ("2026-03-09", NoEvidence),
        ("2026-03-10", Kept),
        ("2027-03-10", Kept),
        ("2027-03-11", NotKept),
    ] {
        assert_eq!(bench.verdict(as_of, "W5", "forum"), expected, "{as_of}");
    }
}
