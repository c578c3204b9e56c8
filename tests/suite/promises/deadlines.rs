//! What was to be done by a day: each promise of that kind on the day before its last day, on it and
//! on the day after, by what its record says. The last days were counted by hand from a calendar of
//! June 2026, which has no bank holiday.

use charter_audit::rules::{Severity, Verdict};

use crate::Bench;

/// A promise to do something by a day.
struct Promise {
    clause: &'static str,
    /// The record, with `{}` for the day on which it was done.
    record: &'static str,
    /// The day before the last day, the last day and the day after.
    days: [&'static str; 3],
    /// A day long after them on which it may have been done.
    later: &'static str,
    /// What it comes to when it was done on the day after.
    late: Verdict,
    /// What it comes to after the last day where the record says that it was not done.
    denied: Verdict,
    /// The same where it says nothing.
    silent: Verdict,
}

use Verdict::{DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

const PROMISES: &[Promise] = &[
    // 14 clear days before Thursday 25 June: the 11th to the 24th.
    Promise {
        clause: "O4a1",
        record: "{ title: Board, kind: meeting, date: 2026-06-25, notice: { sent: {} } }",
        days: ["2026-06-09", "2026-06-10", "2026-06-11"],
        later: "2026-06-25",
        late: NotKept,
        denied: NotKept,
        silent: NoEvidence,
    },
    // Five clear working days before it: the 18th, 19th, 22nd, 23rd and 24th.
    Promise {
        clause: "O4a3",
        record: "{ title: Board, kind: meeting, date: 2026-06-25, papers: { sent: {} } }",
        days: ["2026-06-16", "2026-06-17", "2026-06-18"],
        later: "2026-06-25",
        late: NotKept,
        denied: NotKept,
        silent: NoEvidence,
    },
    // Five working days from Thursday the 18th: the 19th, 22nd, 23rd, 24th and 25th. The field
    // holds a day and nothing else.
    Promise {
        clause: "W3a",
        record: "{ title: Board, kind: meeting, date: 2026-06-25, wider_input: { opened: {} } }",
        days: ["2026-06-17", "2026-06-18", "2026-06-19"],
        later: "2026-06-25",
        late: NotKept,
        denied: NoEvidence,
        silent: NoEvidence,
    },
    // Ten working days after Monday 1 June: the 2nd to the 5th, the 8th to the 12th, the 15th.
    Promise {
        clause: "O4e1",
        record: "{ title: Board, kind: meeting, date: 2026-06-01, feedback: { sent: {} } }",
        days: ["2026-06-14", "2026-06-15", "2026-06-16"],
        later: "2026-08-31",
        late: Kept,
        denied: NotKept,
        silent: NotKept,
    },
    Promise {
        clause: "O4e2",
        record: "{ title: Board, kind: meeting, date: 2026-06-01, feedback: { sent: {} } }",
        days: ["2026-06-14", "2026-06-15", "2026-06-16"],
        later: "2026-08-31",
        late: NotKept,
        denied: DoesNotApply,
        silent: DoesNotApply,
    },
    // Twenty working days after Monday 1 June: four weeks later.
    Promise {
        clause: "W3b",
        record: "{ title: Board, kind: meeting, date: 2026-06-01, forum_feedback: { sent: {} } }",
        days: ["2026-06-28", "2026-06-29", "2026-06-30"],
        later: "2026-08-31",
        late: NotKept,
        denied: NotKept,
        silent: NoEvidence,
    },
    Promise {
        clause: "O4d1",
        record: "{ title: Board, kind: meeting, date: 2026-06-01, \
                 experience: { complaint: yes, responded: {} } }",
        days: ["2026-06-28", "2026-06-29", "2026-06-30"],
        later: "2026-08-31",
        late: Kept,
        denied: NotKept,
        silent: NotKept,
    },
    Promise {
        clause: "W1",
        record: "{ record: request, title: Two parents for a panel, by: council, to: forum, \
                 made: 2026-06-01, answered: {} }",
        days: ["2026-06-14", "2026-06-15", "2026-06-16"],
        later: "2026-08-31",
        late: NotKept,
        denied: NotKept,
        silent: NoEvidence,
    },
];

impl Promise {
    /// The verdicts on the three days, where the record says this about the day.
    fn judged(&self, said: &str) -> [Verdict; 3] {
        let record = self.record.replace("{}", said);
        let bench = Bench::new(&[("record.yaml", &record)]);
        self.days.map(|as_of| {
            let audit = bench.audit(as_of);
            let mut found = audit
                .findings
                .iter()
                .filter(|finding| finding.clause.id == self.clause);
            found.next().unwrap().verdict
        })
    }
}

#[test]
fn what_was_done_in_time_is_kept_from_that_day_on() {
    for promise in PROMISES {
        let [before, last, _] = promise.days;
        let clause = promise.clause;
        assert_eq!(promise.judged(before), [Kept, Kept, Kept], "{clause}");
        assert_eq!(promise.judged(last), [StillToCome, Kept, Kept], "{clause}");
    }
}

#[test]
fn what_was_done_a_day_late_is_still_to_come_until_then() {
    for promise in PROMISES {
        let [_, _, after] = promise.days;
        assert_eq!(
            promise.judged(after),
            [StillToCome, StillToCome, promise.late],
            "{}",
            promise.clause
        );
    }
}

#[test]
fn what_was_not_done_is_missed_on_the_day_after() {
    for promise in PROMISES {
        let denied = if promise.clause == "W3a" { "" } else { "none" };
        for (said, missed) in [
            (denied, promise.denied),
            ("", promise.silent),
            // Nobody had written that down by then.
            (promise.later, promise.silent),
        ] {
            assert_eq!(
                promise.judged(said),
                [StillToCome, StillToCome, missed],
                "{} where the record says {said:?}",
                promise.clause
            );
        }
    }
}

#[test]
fn what_cannot_be_read_is_no_evidence_on_any_day() {
    for promise in PROMISES {
        assert_eq!(
            promise.judged("soon"),
            [NoEvidence; 3],
            "{}",
            promise.clause
        );
    }
}

/// What was done at all is judged; when it was done, nobody can say.
#[test]
fn what_was_done_on_some_day_was_done() {
    for promise in PROMISES {
        let expected = match promise.clause {
            "O4e1" | "O4d1" => Kept,
            _ => NoEvidence,
        };
        for said in ["yes", "Sent", "shared at the meeting"] {
            assert_eq!(
                promise.judged(said),
                [expected; 3],
                "{} where the record says {said:?}",
                promise.clause
            );
        }
    }
}

#[test]
fn what_came_of_an_event_counts_from_its_day() {
    for (clause, field) in [
        ("O4e1", "feedback: yes"),
        ("O4e2", "feedback: { sent: given on the day }"),
        ("W3b", "forum_feedback: yes"),
        ("O4d1", "experience: { complaint: yes, responded: yes }"),
    ] {
        let record = format!("{{ title: Board, kind: meeting, date: 2026-06-01, {field} }}");
        let bench = Bench::new(&[("board.yaml", &record)]);
        assert!(bench.faults().is_empty(), "{clause}");
        assert_eq!(
            bench.verdict("2026-05-31", clause, "board"),
            StillToCome,
            "{clause}"
        );
        assert_ne!(
            bench.verdict("2026-06-01", clause, "board"),
            StillToCome,
            "{clause}"
        );
    }
    // From which day does it count?
    let record = "{ title: Board, kind: meeting, feedback: yes }";
    let bench = Bench::new(&[("board.yaml", record)]);
    assert_eq!(bench.verdict("2026-06-01", "O4e1", "board"), NoEvidence);
}

#[test]
fn an_invitation_on_some_day_is_one() {
    for (forum, reps, expected) in [
        ("yes", "3", Kept),
        ("{ invited: yes }", "1", NotKept),
        ("yes", "", NoEvidence),
        ("no", "", NotKept),
    ] {
        let record = format!(
            "{{ title: Board, kind: meeting, date: 2026-06-01, forum: {forum}, \
             attendance: {{ forum_reps: {reps} }} }}"
        );
        let bench = Bench::new(&[("board.yaml", &record)]);
        assert_eq!(
            bench.verdict("2026-06-01", "O1a", "board"),
            expected,
            "{forum} {reps}"
        );
    }
}

#[test]
fn papers_that_were_not_sent_are_a_breach_below_the_least_that_was_agreed() {
    // Three clear working days before Thursday 26 February 2026 end with papers sent on Sunday 22.
    let text = "title: Board\nkind: meeting\nstatus: planned\ndate: 2026-02-26\norganisers: [council]\n\
                papers: none\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    for (as_of, severity) in [
        ("2026-02-19", Severity::Concern),
        ("2026-02-22", Severity::Concern),
        ("2026-02-23", Severity::Breach),
        ("2026-02-27", Severity::Breach),
    ] {
        let audit = bench.audit(as_of);
        let papers = audit
            .findings
            .iter()
            .find(|it| it.clause.id == "O4a3")
            .unwrap();
        assert_eq!(
            (papers.verdict, papers.severity),
            (NotKept, severity),
            "{as_of}"
        );
    }
}
