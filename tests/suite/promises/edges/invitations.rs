//! Whether the forum was invited, and whether its representatives came.

use charter_audit::rules::Severity::{Advice, Breach};
use charter_audit::rules::Verdict::{Kept, NoEvidence, NotKept, StillToCome};

use super::{Case, hold, says, weight};

fn meeting(more: &str) -> &'static str {
    format!(
        "{{ id: m, title: M, kind: workshop, status: held, organisers: [council], \
         date: 2026-02-26, {more} }}\n"
    )
    .leak()
}

#[test]
fn an_invitation_is_what_a_survey_needs_and_a_meeting_waits_for_who_comes() {
    hold(&[
        Case {
            what: "an open survey",
            charter: "",
            records: "{ id: m, title: M, kind: survey, organisers: [council], opens: 2026-02-26, \
                      closes: 2026-04-30, forum: { invited: 2026-03-10 } }\n",
            verdicts: &[
                ("2026-03-09", "O1a", "m", StillToCome),
                ("2026-03-10", "O1a", "m", Kept),
                ("2026-05-01", "O1a", "m", Kept),
            ],
        },
        Case {
            what: "a meeting: the invitation alone, and then nothing about who came",
            charter: "",
            records: meeting("forum: { invited: 2026-02-10 }"),
            verdicts: &[
                ("2026-02-09", "O1a", "m", StillToCome),
                ("2026-02-25", "O1a", "m", StillToCome),
                ("2026-02-26", "O1a", "m", NoEvidence),
            ],
        },
    ]);
    let record = meeting("forum: { invited: 2026-02-10 }");
    assert!(says(
        "",
        record,
        "2026-02-09",
        "the forum can still be invited"
    ));
    assert!(says(
        "",
        record,
        "2026-02-10",
        "who comes on Thu 26 Feb 2026 is still to be seen"
    ));
    assert!(!says("", record, "2026-02-10", "can still be invited"));
}

#[test]
fn representatives_who_came_were_involved_whatever_was_written_of_the_invitation() {
    let came = |what, more: &str, verdict| Case {
        what,
        charter: "",
        records: meeting(more),
        verdicts: vec![("2026-03-31", "O1a", "m", verdict)].leak(),
    };
    hold(&[
        came("silent", "attendance: { forum_reps: 2 }", Kept),
        came("denied", "forum: no, attendance: { forum_reps: 2 }", Kept),
        came(
            "invited afterwards",
            "forum: { invited: 2026-03-02 }, attendance: { forum_reps: 2 }",
            Kept,
        ),
        came(
            "invited after the audit",
            "forum: { invited: 2026-04-02 }, attendance: { forum_reps: 2 }",
            Kept,
        ),
        came(
            "one of two",
            "forum: no, attendance: { forum_reps: 1 }",
            NotKept,
        ),
        came(
            "some",
            "forum: no, attendance: { forum_reps: <5 }",
            NoEvidence,
        ),
        came("many", "forum: no, attendance: { forum_reps: 10+ }", Kept),
        came("none", "forum: no, attendance: { forum_reps: 0 }", NotKept),
    ]);
    let one = meeting("forum: no, attendance: { forum_reps: 1 }");
    let nobody = meeting("forum: no, attendance: { forum_reps: 0 }");
    assert_eq!(weight("", one, "2026-03-31", "O1a"), Advice);
    assert_eq!(weight("", nobody, "2026-03-31", "O1a"), Breach);
}

#[test]
fn a_contradiction_is_a_remark() {
    let denied = "its representatives came, and the record says that it was not invited";
    let late = "its representatives came, and the record says that it was invited on Mon 2 Mar 2026, \
                when it was over";
    let no = meeting("forum: no, attendance: { forum_reps: 2 }");
    let afterwards = meeting("forum: { invited: 2026-03-02 }, attendance: { forum_reps: 2 }");
    let before = meeting("forum: { invited: 2026-02-02 }, attendance: { forum_reps: 2 }");
    assert!(says("", no, "2026-03-31", denied));
    assert!(says("", afterwards, "2026-03-31", late));
    assert!(!says(
        "",
        before,
        "2026-03-31",
        "its representatives came, and"
    ));
}
