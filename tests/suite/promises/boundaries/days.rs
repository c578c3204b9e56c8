//! The day of the event, and the last days of aims, limits and answers.

use charter_audit::rules::Severity;
use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

use super::{Case, hold, says};
use crate::Bench;

/// The text report of records under the built-in charter.
fn text(records: &str, as_of: &str) -> String {
    let bench = Bench::new(&[("records.yaml", records)]);
    bench.report(as_of, |report| {
        charter_audit::render::text::render(&charter_audit::report::document(report))
    })
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
            ("2026-03-13", "O4a1s", "long", StillToCome),
            ("2026-03-14", "O4a1s", "long", Kept),
            ("2026-03-14", "O4a1s", "short", NotKept),
        ],
    }]);
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
            ("2026-02-09", "O4a1", "a", NoEvidence),
            ("2026-02-10", "O4a1", "a", StillToCome),
        ],
    }]);
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
            ("2026-06-09", "O8", "request", DoesNotApply),
            ("2026-06-10", "O8", "request", StillToCome),
            ("2026-02-25", "O4b", "clash", StillToCome),
            ("2026-02-26", "O4b", "clash", NotKept),
            ("2026-06-01", "W3b", "told", Kept),
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
        assert_eq!(notice.verdict, NotKept, "{as_of}");
        assert_eq!(notice.severity == Severity::Breach, breach, "{as_of}");
    }
}
