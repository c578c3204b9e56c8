//! Notice of a meeting that was moved, and the words of a purpose. Fourteen clear days before 26
//! February are reached on the 11th, seven on the 18th.

use charter_audit::rules::Severity::{self, Breach, Concern};
use charter_audit::rules::Verdict::{Kept, NoEvidence, NotKept, StillToCome};

use super::{Case, hold, weight};

/// A meeting that was moved from 12 to 26 February.
fn moved(told: &str, notice: &str) -> &'static str {
    format!(
        "{{ id: m, title: M, kind: workshop, status: held, organisers: [council], \
         date: 2026-02-26, moved_from: [{{ date: 2026-02-12, told: {told} }}]{notice} }}\n"
    )
    .leak()
}

#[test]
fn where_there_was_no_notice_the_day_of_telling_counts() {
    hold(&[
        Case {
            what: "told of the new day in time",
            charter: "",
            records: moved("2026-02-11", ", notice: none"),
            verdicts: &[
                ("2026-02-11", "O4a1", "m", Kept),
                ("2026-03-31", "O4a1", "m", Kept),
            ],
        },
        Case {
            what: "told a day later",
            charter: "",
            records: moved("2026-02-12", ", notice: none"),
            verdicts: &[("2026-03-31", "O4a1", "m", NotKept)],
        },
        Case {
            what: "told in time, and silent about the first notice: nobody knows when that was",
            charter: "",
            records: moved("2026-02-11", ""),
            verdicts: &[
                ("2026-02-11", "O4a1", "m", StillToCome),
                ("2026-03-31", "O4a1", "m", NoEvidence),
            ],
        },
        Case {
            what: "notice went out after people were told, and counts from then",
            charter: "",
            records: moved("2026-02-02", ", notice: { sent: 2026-02-12 }"),
            verdicts: &[("2026-03-31", "O4a1", "m", NotKept)],
        },
    ]);
}

#[test]
fn telling_people_earlier_never_weighs_heavier() {
    let silence = "clauses:\n  - { id: O4a1, silence: not-kept }\n";
    let days = [
        "2026-02-10",
        "2026-02-11",
        "2026-02-12",
        "2026-02-18",
        "2026-02-19",
        "2026-02-25",
    ];
    for (charter, notice) in [("", ", notice: none"), ("", ""), (silence, "")] {
        let weights: Vec<Severity> = days
            .iter()
            .map(|told| weight(charter, moved(told, notice), "2026-03-31", "O4a1"))
            .collect();
        assert_eq!(
            weights,
            [Concern, Concern, Concern, Concern, Breach, Breach],
            "{charter}{notice}"
        );
    }
}

#[test]
fn words_of_a_purpose_count_from_the_day_of_the_notice() {
    let meeting = |purpose: &str| -> &'static str {
        format!(
            "{{ id: m, title: M, kind: workshop, organisers: [council], date: 2026-02-26, \
             notice: {{ sent: 2026-02-10, purpose: {purpose} }} }}\n"
        )
        .leak()
    };
    // Notice of a survey may go out while it is open.
    let survey = |purpose: &str| -> &'static str {
        format!(
            "{{ id: m, title: M, kind: survey, organisers: [council], opens: 2026-02-26, \
             closes: 2026-04-30, notice: {{ sent: 2026-03-10, purpose: {purpose} }} }}\n"
        )
        .leak()
    };
    hold(&[
        Case {
            what: "good words are kept at once",
            charter: "",
            records: meeting("What respite at weekends should look like."),
            verdicts: &[
                ("2026-02-09", "O4a2", "m", StillToCome),
                ("2026-02-10", "O4a2", "m", Kept),
            ],
        },
        Case {
            what: "too few can be made good until the day",
            charter: "",
            records: meeting("Respite."),
            verdicts: &[
                ("2026-02-10", "O4a2", "m", StillToCome),
                ("2026-02-25", "O4a2", "m", StillToCome),
                ("2026-02-26", "O4a2", "m", NotKept),
            ],
        },
        Case {
            what: "good words to a survey that is open",
            charter: "",
            records: survey("What respite at weekends should look like."),
            verdicts: &[
                ("2026-02-25", "O4a2", "m", StillToCome),
                ("2026-03-09", "O4a2", "m", NoEvidence),
                ("2026-03-10", "O4a2", "m", Kept),
            ],
        },
        Case {
            what: "too few to a survey that is open: nobody had read them before",
            charter: "",
            records: survey("Respite."),
            verdicts: &[
                ("2026-03-09", "O4a2", "m", NoEvidence),
                ("2026-03-10", "O4a2", "m", NotKept),
            ],
        },
        Case {
            what: "none is no word",
            charter: "",
            records: survey("none"),
            verdicts: &[("2026-03-09", "O4a2", "m", NotKept)],
        },
    ]);
}
