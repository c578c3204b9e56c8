//! Surveys that lack one of their days, and which of the two counts for what.

use charter_audit::rules::Verdict::{DoesNotApply, Kept, NoEvidence, NotKept, StillToCome};

use super::{Case, hold};

const ALL_AREAS: &str = "areas: [development, decisions, changes, feedback, needs]";

fn survey(more: &str) -> &'static str {
    format!(
        "{{ id: s, title: S, kind: survey, organisers: [council], audience: [parents], {more} }}\n"
    )
    .leak()
}

#[test]
fn a_survey_is_judged_on_the_day_that_is_known() {
    hold(&[
        Case {
            what: "open until 26 April, nobody knows since when",
            charter: "",
            records: survey("closes: 2026-04-26"),
            verdicts: &[
                ("2026-03-31", "O4a1s", "s", StillToCome),
                ("2026-04-26", "O4a1s", "s", NoEvidence),
                ("2026-03-31", "O4b", "s", StillToCome),
                ("2026-04-26", "O4b", "s", NoEvidence),
                ("2026-03-31", "O1a", "s", StillToCome),
                // Twenty working days after Sunday 26 April, with a bank holiday on 4 May.
                ("2026-05-26", "O4e1", "s", StillToCome),
                ("2026-05-27", "O4e1", "s", NotKept),
            ],
        },
        Case {
            what: "opened on 26 February, nobody knows until when",
            charter: "",
            records: survey(
                "opens: 2026-02-26, forum: { invited: 2026-02-20 }, feedback: { sent: 2026-03-20 }, \
                 notice: { purpose: What respite at weekends should look like. }",
            ),
            verdicts: &[
                ("2026-03-31", "O1a", "s", Kept),
                ("2026-02-25", "O4a2", "s", StillToCome),
                ("2026-02-26", "O4a2", "s", Kept),
                ("2026-03-31", "O4e1", "s", Kept),
                ("2026-03-31", "O4e2", "s", NoEvidence),
                ("2026-03-31", "O4a1s", "s", NoEvidence),
                ("2026-03-31", "O4b", "s", NoEvidence),
            ],
        },
    ]);
}

#[test]
fn closing_never_stands_in_for_opening() {
    let only_closes = |more: &str| survey(&format!("closes: 2026-02-26, {more}"));
    hold(&[
        Case {
            what: "areas and quarters",
            charter: "",
            records: only_closes(&format!("{ALL_AREAS}, promoted_forum: yes")),
            verdicts: &[
                ("2026-03-31", "O1c", "the year", NoEvidence),
                ("2026-03-31", "O7", "January", NoEvidence),
            ],
        },
        Case {
            what: "a promise that ended before it closed may have held when it opened",
            charter: "clauses:\n  - { id: O4e1, in_force: { until: 2026-02-25 } }\n",
            records: only_closes("feedback: none"),
            verdicts: &[("2026-03-31", "O4e1", "s", NotKept)],
        },
        Case {
            what: "what closed before the signature had opened before it",
            charter: "clauses:\n  - { id: O4e1, in_force: { from: 2026-02-27 } }\n",
            records: only_closes("feedback: none"),
            verdicts: &[("2026-03-31", "O4e1", "s", DoesNotApply)],
        },
        Case {
            what: "what closed after it may have opened after it",
            charter: "clauses:\n  - { id: O4e1, in_force: { from: 2026-02-26 } }\n",
            records: only_closes("feedback: none"),
            verdicts: &[("2026-03-31", "O4e1", "s", NotKept)],
        },
    ]);
}

#[test]
fn a_survey_s_day_is_its_opening() {
    hold(&[
        Case {
            what: "opened on 31 March, closed in April: force, areas and quarters by the opening",
            charter: "clauses:\n  - { id: O4e1, in_force: { until: 2026-03-31 } }\n",
            records: survey(&format!(
                "opens: 2026-03-31, closes: 2026-04-30, {ALL_AREAS}, promoted_forum: yes, \
                 feedback: none"
            )),
            verdicts: &[
                ("2026-06-30", "O7", "January", Kept),
                ("2026-06-30", "O7", "April", NoEvidence),
                // 20 working days after 30 April, with a bank holiday on the 4th and on the 25th.
                ("2026-06-01", "O4e1", "s", StillToCome),
                ("2026-06-02", "O4e1", "s", NotKept),
                ("2027-03-30", "O1c", "the year", Kept),
                ("2027-03-31", "O1c", "the year", NoEvidence),
            ],
        },
        Case {
            what: "O5: opened 28 clear days before the decision, and closed the day before it",
            charter: "",
            records: "
{ id: s, title: S, kind: survey, organisers: [council], audience: [parents], project: p,
  opens: 2026-02-26, closes: 2026-03-26 }
---
{ record: decision, id: d, title: D, project: p, decided: 2026-03-27 }
",
            verdicts: &[("2026-03-31", "O5", "d", Kept)],
        },
        Case {
            what: "O5: opened a day later",
            charter: "",
            records: "
{ id: s, title: S, kind: survey, organisers: [council], audience: [parents], project: p,
  opens: 2026-02-27, closes: 2026-03-26 }
---
{ record: decision, id: d, title: D, project: p, decided: 2026-03-27 }
",
            verdicts: &[("2026-03-31", "O5", "d", NotKept)],
        },
    ]);
}

/// 30 March to 17 April are 15 weekdays. Term at Wincham ends on 1 April and begins again on the 20th:
/// 3 weekdays of term, 12 of holidays.
#[test]
fn times_of_a_survey_are_considered_by_the_day_on_which_it_opens() {
    let at = |day: &str| {
        survey(&format!(
            "opens: 2026-03-30, closes: 2026-04-17, timing: {{ schools: [wincham], \
             considered: asked the forum{day} }}"
        ))
    };
    let of = |what, records, verdict| Case {
        what,
        charter: "",
        records,
        verdicts: vec![("2026-04-30", "O4b", "s", verdict)].leak(),
    };
    hold(&[
        of(
            "by the day it opened",
            at(", considered_on: 2026-03-30"),
            Kept,
        ),
        of("a day later", at(", considered_on: 2026-03-31"), NotKept),
        of(
            "on the day it closed",
            at(", considered_on: 2026-04-17"),
            NotKept,
        ),
        of("on some day", at(""), Kept),
    ]);
}

/// Ten weekdays from 2 to 13 March; five of them are holidays at one school, the other five at the
/// other: no day is free at both, and at neither are more than half holidays.
#[test]
fn a_share_of_holidays_is_counted_school_by_school() {
    let schools = "calendar:
  schools:
    east: { terms: [{ first: 2026-02-02, last: 2026-03-06 }, { first: 2026-03-16, last: 2026-04-01 }] }
    west: { terms: [{ first: 2026-02-02, last: 2026-02-27 }, { first: 2026-03-09, last: 2026-04-01 }] }
";
    hold(&[
        Case {
            what: "half at each",
            charter: schools,
            records: survey("opens: 2026-03-02, closes: 2026-03-13"),
            verdicts: &[("2026-03-31", "O4b", "s", Kept)],
        },
        Case {
            what: "one weekday less: 5 of 9 at the east school",
            charter: schools,
            records: survey("opens: 2026-03-03, closes: 2026-03-13"),
            verdicts: &[("2026-03-31", "O4b", "s", NotKept)],
        },
    ]);
}

#[test]
fn what_is_known_of_one_day_settles_what_it_can() {
    let children = "{ id: s, title: S, kind: survey, organisers: [council], audience: [cyp], ";
    hold(&[
        Case {
            what: "it opens on 10 March, until whenever",
            charter: "",
            records: survey("opens: 2026-03-10"),
            verdicts: &[
                ("2026-03-09", "O4a1s", "s", StillToCome),
                ("2026-03-10", "O4a1s", "s", NoEvidence),
                ("2026-03-09", "O4b", "s", StillToCome),
                ("2026-03-10", "O4b", "s", NoEvidence),
            ],
        },
        Case {
            what: "closed, for children, who are not to be spared holidays",
            charter: "",
            records: format!("{children}closes: 2026-02-20 }}\n").leak(),
            verdicts: &[
                ("2026-02-19", "O4b", "s", StillToCome),
                ("2026-02-20", "O4b", "s", Kept),
                ("2026-02-20", "O4a1s", "s", NoEvidence),
            ],
        },
        Case {
            what: "the same where an area spares them",
            charter: "clauses:\n  - { id: O4b, rule: { school-times: { children_avoid: [lessons, \
                      holidays] } } }\n",
            records: format!("{children}closes: 2026-02-20 }}\n").leak(),
            verdicts: &[("2026-02-20", "O4b", "s", NoEvidence)],
        },
        Case {
            what: "closed, and considered",
            charter: "",
            records: survey("closes: 2026-02-20, timing: { considered: asked }"),
            verdicts: &[
                ("2026-02-19", "O4b", "s", StillToCome),
                ("2026-02-20", "O4b", "s", Kept),
            ],
        },
        Case {
            what: "closed, and considered on a day that may have been too late",
            charter: "",
            records: survey(
                "closes: 2026-02-20, timing: { considered: asked, considered_on: 2026-02-02 }",
            ),
            verdicts: &[("2026-02-20", "O4b", "s", NoEvidence)],
        },
    ]);
}
