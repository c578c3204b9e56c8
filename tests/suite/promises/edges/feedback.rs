//! Feedback that was agreed to come later, that has words and no day, and what the forum asks and tells.

use charter_audit::rules::Severity::{Breach, Concern};
use charter_audit::rules::Verdict::{
    DoesNotApply, Explained, Kept, NoEvidence, NotKept, StillToCome,
};

use super::{Case, hold, weight};

/// Feedback on a meeting of 26 February is due by 12 March, and was agreed to wait until 30 April.
const DELAYED: &str = "id: m
title: M
kind: workshop
status: held
organisers: [council]
date: 2026-02-26
audience: [parents]
explanations:
  - clause: O4e2
    reason: agreed-with-forum
    because: The budget is settled in April.
    instead: a note in the newsletter
    agreed_by: [{ party: forum, role: chair }, { party: council, role: director }]
    agreed_on: 2026-03-12
    until: 2026-04-30
";

#[test]
fn an_agreed_delay_holds_for_every_promise_about_feedback() {
    let too_late = DELAYED.replace("agreed_on: 2026-03-12", "agreed_on: 2026-03-13");
    let sent = format!("{DELAYED}feedback: {{ sent: 2026-04-30, to: [parents] }}\n");
    hold(&[
        Case {
            what: "nothing was sent",
            charter: "",
            records: DELAYED,
            verdicts: &[
                ("2026-03-31", "O4e1", "m", StillToCome),
                ("2026-03-31", "O4e2", "m", StillToCome),
                ("2026-03-31", "O4e3", "m", StillToCome),
                ("2026-04-30", "O4e1", "m", StillToCome),
                ("2026-04-30", "O4e2", "m", StillToCome),
                ("2026-04-30", "O4e3", "m", StillToCome),
                ("2026-05-01", "O4e1", "m", NotKept),
                ("2026-05-01", "O4e2", "m", DoesNotApply),
                ("2026-05-01", "O4e3", "m", DoesNotApply),
            ],
        },
        Case {
            what: "it was sent on the last day of the delay",
            charter: "",
            records: sent.leak(),
            verdicts: &[
                ("2026-04-29", "O4e3", "m", StillToCome),
                ("2026-04-30", "O4e1", "m", Kept),
                ("2026-04-30", "O4e2", "m", Explained),
                ("2026-04-30", "O4e3", "m", Kept),
            ],
        },
        Case {
            what: "agreed when it was overdue, which moves nothing",
            charter: "",
            records: too_late.leak(),
            verdicts: &[
                ("2026-03-31", "O4e1", "m", NotKept),
                ("2026-03-31", "O4e2", "m", DoesNotApply),
                ("2026-03-31", "O4e3", "m", DoesNotApply),
            ],
        },
    ]);
}

#[test]
fn whom_feedback_is_for_says_nothing_of_whether_there_was_any() {
    let with = |what, feedback: &str, given, in_time, reached| Case {
        what,
        charter: "",
        records: format!(
            "{{ id: m, title: M, kind: workshop, status: held, organisers: [council], \
             date: 2026-02-26, audience: [parents], feedback: {feedback} }}\n"
        )
        .leak(),
        verdicts: vec![
            ("2026-03-12", "O4e1", "m", StillToCome),
            ("2026-03-12", "O4e3", "m", StillToCome),
            ("2026-03-13", "O4e1", "m", given),
            ("2026-03-13", "O4e2", "m", in_time),
            ("2026-03-13", "O4e3", "m", reached),
        ]
        .leak(),
    };
    hold(&[
        with(
            "for whom",
            "{ to: [parents] }",
            NotKept,
            DoesNotApply,
            DoesNotApply,
        ),
        with(
            "no words",
            "{ we_did: none }",
            NotKept,
            DoesNotApply,
            DoesNotApply,
        ),
        with(
            "words",
            "{ we_did: Two clubs. }",
            NoEvidence,
            NoEvidence,
            NoEvidence,
        ),
        with(
            "how",
            "{ channel: email }",
            NoEvidence,
            NoEvidence,
            NoEvidence,
        ),
        with(
            "words, and for whom",
            "{ we_did: Two clubs., to: [parents] }",
            NoEvidence,
            NoEvidence,
            NoEvidence,
        ),
    ]);
}

#[test]
fn feedback_that_was_sent_on_some_day_reached_those_to_whom_it_went() {
    hold(&[Case {
        what: "it was sent on some day, and to whom",
        charter: "",
        records: "{ id: m, title: M, kind: workshop, status: held, organisers: [council], \
                  date: 2026-02-26, audience: [parents], feedback: { sent: yes, to: [parents] } }\n",
        verdicts: &[
            ("2026-03-13", "O4e1", "m", Kept),
            ("2026-03-13", "O4e2", "m", NoEvidence),
            ("2026-03-13", "O4e3", "m", Kept),
        ],
    }]);
}

/// The last day to ask five working days before 26 February is the 19th.
#[test]
fn a_wider_group_that_was_not_asked_can_be_stated() {
    let with = |what, input: &str, verdict| Case {
        what,
        charter: "",
        records: format!(
            "{{ id: m, title: M, kind: workshop, status: held, organisers: [council], \
             date: 2026-02-26, wider_input: {input} }}\n"
        )
        .leak(),
        verdicts: vec![
            ("2026-02-19", "W3a", "m", StillToCome),
            ("2026-02-20", "W3a", "m", verdict),
        ]
        .leak(),
    };
    hold(&[
        with("none", "none", NotKept),
        with("opened on no day", "{ opened: none }", NotKept),
        with("said nothing of", "{ channel: newsletter }", NoEvidence),
        with("left open", "TBC", NoEvidence),
    ]);
    hold(&[Case {
        what: "asked on some day",
        charter: "",
        records: "{ id: m, title: M, kind: workshop, status: held, organisers: [council], \
                  date: 2026-02-26, wider_input: yes }\n",
        verdicts: &[("2026-02-26", "W3a", "m", NoEvidence)],
    }]);
}

/// Two working days before 26 February is the 24th.
#[test]
fn not_asking_weighs_no_less_than_asking_too_late() {
    let charter = "clauses:\n  - { id: W3a, rule: { wider-input: { standard: 5 working days, at_least: 2 working days } } }\n";
    let record = "{ id: m, title: M, kind: workshop, status: held, organisers: [council], \
                  date: 2026-02-26, wider_input: none }\n";
    let asked_late = record.replace("none", "{ opened: 2026-02-25 }");
    assert_eq!(weight(charter, record, "2026-02-24", "W3a"), Concern);
    assert_eq!(weight(charter, record, "2026-02-25", "W3a"), Breach);
    assert_eq!(weight(charter, &asked_late, "2026-02-25", "W3a"), Breach);
}

/// Ten working days after 26 February are over on 12 March, twenty on the 26th.
#[test]
fn a_wider_group_never_told_weighs_what_one_told_late_does() {
    let rule = "rule: { forum-feedback: { standard: 10 working days, at_most: 20 working days } }";
    let record = |told: &str| {
        format!(
            "{{ id: m, title: M, kind: workshop, status: held, organisers: [council], \
             date: 2026-02-26{told} }}\n"
        )
    };
    for (silence, untold) in [("", ", forum_feedback: none"), (", silence: not-kept", "")] {
        let charter = format!("clauses:\n  - {{ id: W3b, {rule}{silence} }}\n");
        let weight = |told, as_of| weight(&charter, &record(told), as_of, "W3b");
        assert_eq!(weight(untold, "2026-03-13"), Concern);
        assert_eq!(weight(untold, "2026-03-26"), Concern);
        assert_eq!(weight(untold, "2026-03-27"), Breach);
        let told_late = ", forum_feedback: { sent: 2026-03-27 }";
        assert_eq!(weight(told_late, "2026-03-27"), Breach);
    }
}
