//! The first and the last day of everything that begins and ends: a signature, a force, a period, a
//! deadline, an agreed delay. Each case was worked out by hand; where two days stand side by side,
//! the verdict turns between them.

use charter_audit::rules::{Severity, Verdict};

use crate::Bench;

/// Records, an area's charter, and what each promise comes to on a day.
struct Case {
    what: &'static str,
    /// What the area's charter says beside `extends: built-in`.
    charter: &'static str,
    records: &'static str,
    /// As-of date, clause, the id of what is judged (of a period, its first day or part of its
    /// name), verdict.
    verdicts: &'static [(&'static str, &'static str, &'static str, Verdict)],
}

use Verdict::{Explained, Met, NotApplicable, NotEvidenced, NotMet, NotYetDue};

fn judged(case: &Case) -> Vec<String> {
    let charter = format!("extends: built-in\n{}", case.charter);
    let bench = Bench::under(Some(&charter), &[("records.yaml", case.records)]);
    assert_eq!(bench.faults(), [], "{}", case.what);
    let mut otherwise = Vec::new();
    for (as_of, clause, id, expected) in case.verdicts {
        let audit = bench.audit(as_of);
        let found: Vec<Verdict> = audit
            .findings
            .iter()
            .filter(|finding| finding.clause.id == *clause)
            .filter(|finding| finding.about.id == *id || finding.about.name.contains(id))
            .map(|finding| finding.verdict)
            .collect();
        if found != [*expected] {
            otherwise.push(format!(
                "{}: {clause} about {id} as of {as_of}: {found:?}, expected {expected:?}",
                case.what
            ));
        }
    }
    otherwise
}

fn hold(cases: &[Case]) {
    let otherwise: Vec<String> = cases.iter().flat_map(judged).collect();
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
}

/// The text report of records under the built-in charter.
fn text(records: &str, as_of: &str) -> String {
    let bench = Bench::new(&[("records.yaml", records)]);
    bench.report(as_of, |report| {
        charter_audit::render::text::render(&charter_audit::report::document(report))
    })
}

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
            ("2026-03-31", "O4a1", "before", NotApplicable),
            ("2026-03-31", "O4a1", "same", NotMet),
            ("2026-03-31", "O4a1", "after", NotMet),
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
            ("2026-03-31", "O4a1", "before", NotApplicable),
            ("2026-03-31", "O4a1", "same", NotMet),
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
            ("2026-03-31", "O4a1s", "same", NotMet),
            ("2026-03-31", "O4a1s", "before", NotApplicable),
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
            ("2026-03-31", "O4a1", "day-before", NotApplicable),
            ("2026-03-31", "O4a1", "first-day", NotMet),
            ("2026-03-31", "O4a1", "last-day", NotMet),
            ("2026-03-31", "O4a1", "day-after", NotApplicable),
        ],
    }]);
}

#[test]
fn an_event_is_not_confirmed_from_its_own_day_on() {
    let bench = Bench::new(&[(
        "a.yaml",
        "id: a\ntitle: Board\nkind: meeting\ndate: 2026-02-26\nnotice: { sent: 2026-02-01 }\n",
    )]);
    let unconfirmed = |as_of: &str| {
        let audit = bench.audit(as_of);
        let mut findings = audit.findings.iter();
        findings
            .find(|finding| finding.clause.id == "O4a1")
            .unwrap()
            .unconfirmed
    };
    assert!(!unconfirmed("2026-02-25"));
    assert!(unconfirmed("2026-02-26"));
    assert!(unconfirmed("2026-02-27"));
}

/// A meeting without feedback, and delays of it that both sides agreed to.
fn delayed(until: &[&str]) -> String {
    let explanations: String = until
        .iter()
        .map(|until| {
            format!(
                "  - clause: O4e2\n    reason: external-body-set-date\n    because: Inspectors \
                 report late.\n    agreed_by: [{{ party: forum, role: chair }}, {{ party: council, \
                 role: head of SEND }}]\n    agreed_on: 2026-03-02\n    instead: a short note\n    \
                 until: {until}\n"
            )
        })
        .collect();
    format!(
        "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n\
         explanations:\n{explanations}"
    )
}

#[test]
fn the_longer_of_two_agreed_delays_counts_through_its_last_day() {
    for order in [["2026-03-20", "2026-04-10"], ["2026-04-10", "2026-03-20"]] {
        let records = delayed(&order);
        let bench = Bench::new(&[("a.yaml", &records)]);
        assert_eq!(bench.faults(), []);
        let feedback = |as_of: &str| bench.verdict(as_of, "O4e1", "a");
        assert_eq!(feedback("2026-03-20"), NotYetDue);
        assert_eq!(feedback("2026-03-21"), NotYetDue);
        assert_eq!(feedback("2026-04-10"), NotYetDue);
        assert_eq!(feedback("2026-04-11"), NotMet);
    }
}

/// So many meetings with late notice, the first three of them explained.
fn explained_three_of(all: usize) -> String {
    (1..=all)
        .map(|day| {
            let explanation = if day <= 3 {
                "explanations: { clause: O4a1, reason: urgent-statutory-deadline, because: The bid \
                 closed., agreed_by: [{ party: forum, role: chair }, { party: council, role: head \
                 of SEND }], agreed_on: 2026-01-30, instead: notes, until: 2026-03-31 }\n"
            } else {
                ""
            };
            format!(
                "---\nid: m{day}\ntitle: Board {day}\nkind: meeting\nstatus: held\n\
                 date: 2026-02-{day:02}\nnotice: {{ sent: 2026-01-30 }}\n{explanation}"
            )
        })
        .collect()
}

#[test]
fn a_share_of_explanations_is_exceeded_only_beyond_it() {
    // A quarter is what the charter lets pass: 3 of 12, and no longer 3 of 11.
    for (all, told) in [(12, false), (11, true)] {
        let records = explained_three_of(all);
        let bench = Bench::new(&[("a.yaml", &records)]);
        assert_eq!(bench.faults(), []);
        let audit = bench.audit("2026-03-31");
        let explained = audit.findings.iter().filter(|one| one.explained.is_some());
        assert_eq!(explained.count(), 3);
        let mut remarks = audit.remarks.iter();
        assert_eq!(
            remarks.any(|one| one.code == "too-many-explained"),
            told,
            "{all}"
        );
    }
}

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
            ("2026-03-10", "O7", "2026-Q1", Met),
            ("2026-03-10", "W4", "2025-26-spring", Met),
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
            ("2026-06-30", "O7", "2026-Q1", Met),
            ("2026-06-30", "O7", "2026-Q2", NotMet),
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
            ("2026-08-31", "W4", "2025-26-spring", Met),
            ("2026-08-31", "W4", "2025-26-summer", NotMet),
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
            ("2026-02-25", "O1c", "year-to-2026-02-25", NotEvidenced),
            ("2026-02-26", "O1c", "year-to-2026-02-26", Met),
            ("2027-02-25", "O1c", "year-to-2027-02-25", Met),
            ("2027-02-26", "O1c", "year-to-2027-02-26", NotMet),
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
            ("2026-08-30", "O1c", "year-to-2026-08-30", NotYetDue),
            ("2026-08-31", "O1c", "year-to-2026-08-31", NotMet),
        ],
    }]);
}

#[test]
fn a_survey_is_judged_on_its_closing_day() {
    hold(&[Case {
        what: "42 days with both ends, and one that opens and closes on one day",
        charter: "",
        records: "
id: long
title: Survey
kind: survey
status: held
opens: 2026-02-01
closes: 2026-03-14
---
id: short
title: Poll
kind: survey
status: held
opens: 2026-02-01
closes: 2026-02-01
",
        verdicts: &[
            ("2026-03-13", "O4a1s", "long", NotYetDue),
            ("2026-03-14", "O4a1s", "long", Met),
            ("2026-03-14", "O4a1s", "short", NotMet),
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
        ("2026-01-20", "2026-01-21", Met),
        ("2026-01-19", "2026-01-21", NotMet),
        ("2026-01-19", "2026-01-20", Met),
        // Nobody from Saturday 31 January to Friday 27 February is twenty working days.
        ("2026-01-30", "2026-02-28", Met),
        ("2026-01-30", "2026-03-03", NotMet),
    ] {
        let records = register(until, from);
        let bench = Bench::new(&[("a.yaml", &records)]);
        let verdict = bench.verdict("2026-03-31", "O3", "council");
        assert_eq!(verdict, expected, "{until} {from}");
    }
}

#[test]
fn feedback_is_a_near_miss_by_one_day_only() {
    // The tenth working day after Thursday 26 February is Thursday 12 March.
    for (sent, near) in [
        ("2026-03-12", false),
        ("2026-03-13", true),
        ("2026-03-16", false),
    ] {
        let records = format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n\
             feedback: {{ sent: {sent}, to: [parents], you_said: More., we_did: More. }}\n"
        );
        let text = text(&records, "2026-03-31").replace('\n', " ");
        assert_eq!(
            text.contains("a near miss, by 1 working day"),
            near,
            "{sent}"
        );
    }
}

#[test]
fn times_are_considered_on_the_day_at_the_latest() {
    for (considered_on, expected) in [("2026-02-26", Met), ("2026-02-27", NotMet)] {
        let records = format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\nstart: 08:30\n\
             end: 09:30\naudience: [parents]\ntiming: {{ considered: polled the forum, \
             considered_on: {considered_on} }}\n"
        );
        let bench = Bench::new(&[("a.yaml", &records)]);
        assert_eq!(bench.faults(), []);
        assert_eq!(
            bench.verdict("2026-03-31", "O4b", "a"),
            expected,
            "{considered_on}"
        );
    }
}

#[test]
fn an_evening_begins_when_the_charter_says() {
    for (start, end, told) in [
        ("18:30", "20:00", false),
        ("18:29", "20:00", true),
        ("10:00", "14:00", false),
        ("10:00", "14:01", true),
        ("09:59", "11:00", true),
    ] {
        let records = format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2025-10-02\nstart: {start}\n\
             end: {end}\naudience: [parents]\nvenue: {{ mode: online }}\n"
        );
        let bench = Bench::new(&[("a.yaml", &records)]);
        assert_eq!(bench.verdict("2025-12-31", "O4b", "a"), Met, "{start}");
        let shown = bench.report("2025-12-31", |report| {
            let bytes = charter_audit::render::report(report, charter_audit::render::Format::Json);
            String::from_utf8(bytes.unwrap()).unwrap()
        });
        assert_eq!(
            shown.contains("outside the preferred hours"),
            told,
            "{start}"
        );
    }
}

#[test]
fn people_know_of_a_new_day_from_the_day_they_were_told() {
    hold(&[Case {
        what: "moved from 12 to 26 February, told on 10 February",
        charter: "",
        records: "
id: a
title: Board
kind: meeting
date: 2026-02-26
moved_from: [{ date: 2026-02-12, told: 2026-02-10 }]
",
        verdicts: &[
            // For 12 February the last day to send was 28 January; for 26 February it is the 11th.
            ("2026-02-09", "O4a1", "a", NotEvidenced),
            ("2026-02-10", "O4a1", "a", NotYetDue),
        ],
    }]);
}

#[test]
fn an_explanation_holds_through_its_last_day_and_is_agreed_by_the_event() {
    let explained = |agreed_on: &str, until: &str| {
        format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-02-26\n\
             notice: {{ sent: 2026-02-20 }}\nexplanations: {{ clause: O4a1, reason: \
             urgent-statutory-deadline, because: The bid closed., agreed_by: [{{ party: forum, \
             role: chair }}, {{ party: council, role: head of SEND }}], agreed_on: {agreed_on}, \
             instead: notes, until: {until} }}\n"
        )
    };
    for (agreed_on, until, expected) in [
        ("2026-02-26", "2026-02-26", Explained),
        ("2026-02-27", "2026-02-28", NotMet),
        ("2026-02-20", "2026-02-25", NotMet),
    ] {
        let records = explained(agreed_on, until);
        let bench = Bench::new(&[("a.yaml", &records)]);
        let verdict = bench.verdict("2026-06-01", "O4a1", "a");
        assert_eq!(verdict, expected, "{agreed_on} {until}");
    }
}

/// Whether the report of records, under an area's charter, says something.
fn says(charter: &str, records: &str, as_of: &str, words: &str) -> bool {
    let charter = format!("extends: built-in\n{charter}");
    let bench = Bench::under(Some(&charter), &[("a.yaml", records)]);
    assert_eq!(bench.faults(), []);
    crate::json_of(&bench, as_of).contains(words)
}

#[test]
fn an_aim_is_reached_on_its_last_day() {
    // Ten clear working days before Thursday 25 June: the 11th, 12th, 15th to 19th, 22nd to 24th.
    for (sent, missed) in [("2026-06-10", false), ("2026-06-11", true)] {
        let records = format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-06-25\n\
             papers: {{ sent: {sent} }}\n"
        );
        assert_eq!(
            says("", &records, "2026-06-30", "the aim is"),
            missed,
            "{sent}"
        );
    }
    // Five working days after Monday 1 June: the 2nd to the 5th and the 8th.
    let charter = "clauses:\n  - id: O4e2\n    rule: { feedback-in-time: { aim: 5 working days, \
                   standard: 10 working days } }\n";
    for (sent, missed) in [("2026-06-08", false), ("2026-06-09", true)] {
        let records = format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-06-01\n\
             feedback: {{ sent: {sent}, to: [parents], you_said: More., we_did: More. }}\n"
        );
        assert_eq!(
            says(charter, &records, "2026-06-30", "the aim is"),
            missed,
            "{sent}"
        );
    }
    // 42 days with both ends from 1 February are over on 14 March.
    let charter = "clauses:\n  - id: O4a1s\n    rule: { open-long-enough: { aim: 42 days, \
                   standard: 28 days, at_least: 14 days } }\n";
    let survey = |closes: &str| {
        format!(
            "id: a\ntitle: Survey\nkind: survey\nstatus: held\nopens: 2026-02-01\ncloses: {closes}\n"
        )
    };
    for (closes, words, told) in [
        ("2026-03-14", "the aim is", false),
        ("2026-03-13", "the aim is", true),
        // 14 days are over on 14 February.
        ("2026-02-14", "under 14 days it is a breach\"", false),
        ("2026-02-13", "under 14 days it is a breach\"", true),
    ] {
        let shown = says(charter, &survey(closes), "2026-06-30", words);
        assert_eq!(shown, told, "{closes}");
    }
}

#[test]
fn only_an_event_that_is_still_to_come_can_be_moved() {
    let records =
        "id: a\ntitle: Board\nkind: meeting\ndate: 2026-06-25\nnotice: { sent: 2026-06-20 }\n";
    for (as_of, movable) in [
        ("2026-06-24", true),
        ("2026-06-25", false),
        ("2026-06-26", false),
    ] {
        let shown = says("", records, as_of, "Moving it to ");
        assert_eq!(shown, movable, "{as_of}");
    }
}

#[test]
fn a_complaint_is_answered_from_the_day_of_the_event_on() {
    // Twenty working days after Monday 1 June are over on Monday 29 June.
    for (answered, words, told) in [
        ("2026-06-01", "0 working days after the meeting", true),
        ("2026-06-29", "the day of the complaint itself", false),
        ("2026-06-30", "the day of the complaint itself", true),
    ] {
        let records = format!(
            "id: a\ntitle: Board\nkind: meeting\nstatus: held\ndate: 2026-06-01\n\
             experience: {{ complaint: yes, responded: {answered} }}\n"
        );
        assert_eq!(says("", &records, "2026-07-31", words), told, "{answered}");
    }
}

#[test]
fn what_happens_on_a_day_is_judged_from_that_day_on() {
    hold(&[Case {
        what: "a request, a meeting in the school run, and one told to the wider group at once",
        charter: "",
        records: "
record: request
id: request
title: A speaker
by: forum
to: council
made: 2026-06-10
for: 2026-07-30
---
id: clash
title: Board
kind: meeting
status: held
date: 2026-02-26
start: 08:30
end: 09:30
audience: [parents]
---
id: told
title: Panel
kind: meeting
status: held
date: 2026-06-01
forum_feedback: { sent: 2026-06-01 }
",
        verdicts: &[
            ("2026-06-09", "O8", "request", NotApplicable),
            ("2026-06-10", "O8", "request", NotYetDue),
            ("2026-02-25", "O4b", "clash", NotYetDue),
            ("2026-02-26", "O4b", "clash", NotMet),
            ("2026-06-01", "W3b", "told", Met),
        ],
    }]);
}

#[test]
fn no_notice_is_a_breach_after_the_last_day_of_the_limit() {
    let records = "id: a\ntitle: Board\nkind: meeting\ndate: 2026-06-25\nnotice: none\n";
    let bench = Bench::new(&[("a.yaml", records)]);
    // Seven clear days before Thursday 25 June: the 18th to the 24th.
    for (as_of, breach) in [("2026-06-17", false), ("2026-06-18", true)] {
        let audit = bench.audit(as_of);
        let mut findings = audit.findings.iter();
        let notice = findings
            .find(|finding| finding.clause.id == "O4a1")
            .unwrap();
        assert_eq!(notice.verdict, NotMet, "{as_of}");
        assert_eq!(notice.severity == Severity::Breach, breach, "{as_of}");
    }
}
