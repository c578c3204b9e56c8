//! What a file has no place for is held against nobody: a table without a column, a calendar without
//! a property.

mod remedies;
mod removals;
mod reporting;
mod whose;

use charter_audit::audit::Finding;
use charter_audit::rules::Verdict;

use crate::Bench;

const AS_OF: &str = "2026-06-30";

fn bench(files: &[(&str, &str)]) -> Bench {
    let bytes = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes().to_vec()));
    Bench::of_bytes(bytes.collect())
}

/// What the audit says of the only subject of a clause.
fn said<T>(bench: &Bench, clause: &str, look: impl FnOnce(&Finding<'_>) -> T) -> T {
    let audit = bench.audit(AS_OF);
    let mut found = audit.findings.iter().filter(|one| one.clause.id == clause);
    let finding = found.next().unwrap();
    assert!(found.next().is_none(), "{clause} has several subjects");
    look(finding)
}

fn verdict(bench: &Bench, clause: &str) -> Verdict {
    said(bench, clause, |finding| finding.verdict)
}

/// Feedback on a meeting of Thursday 12 March is due ten working days later, on 26 March.
#[test]
fn a_column_that_is_not_there_is_no_silence() {
    let without = bench(&[("log.csv", "Title,Type,Date\nBoard,meeting,12/03/2026\n")]);
    for (clause, evidence, heading) in [
        (
            "O4e1",
            "the table has no column `Feedback sent`, so the record shows no feedback; the last \
             day was Thu 26 Mar 2026",
            "Feedback sent",
        ),
        (
            "O2a",
            "the table has no column `CYP involved`, so the record does not say that children and \
             young people were involved",
            "CYP involved",
        ),
        (
            "O4a1",
            "the table has no column `Notice sent`, so the record does not say when notice was sent",
            "Notice sent",
        ),
        (
            "O4d1",
            "the table has no column `Purpose`, so the record does not say how the purpose was \
             explained",
            "Purpose",
        ),
    ] {
        said(&without, clause, |finding| {
            if clause != "O4d1" {
                assert_eq!(finding.verdict, Verdict::NoEvidence, "{clause}");
                assert_eq!(finding.evidence, evidence);
                let remedy = finding.remedy.as_ref().unwrap().worded(None);
                assert!(
                    remedy.starts_with(&format!("Add a column `{heading}` to the table;")),
                    "{remedy}"
                );
            }
        });
    }
    // The charter takes silence about these as not kept, and now there is a place for the answer.
    let blank = "Title,Type,Date,Feedback sent,CYP involved\nBoard,meeting,12/03/2026,,\n";
    let blank = bench(&[("log.csv", blank)]);
    assert_eq!(verdict(&blank, "O4e1"), Verdict::NotKept);
    assert_eq!(verdict(&blank, "O2a"), Verdict::NotKept);
}

#[test]
fn an_entry_of_a_calendar_has_a_place_for_what_it_holds() {
    let calendar = |more: &str| {
        format!(
            "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nSUMMARY:Board\nCATEGORIES:Meeting\n\
             DTSTART:20260312T100000\n{more}END:VEVENT\nEND:VCALENDAR\n"
        )
    };
    let without = bench(&[("a.ics", &calendar(""))]);
    said(&without, "O4e1", |finding| {
        assert_eq!(finding.verdict, Verdict::NoEvidence);
        assert!(finding.evidence.contains("`X-CHARTER-FEEDBACK-SENT`"));
    });
    let denied = bench(&[("a.ics", &calendar("X-CHARTER-FEEDBACK-SENT:none\n"))]);
    assert_eq!(verdict(&denied, "O4e1"), Verdict::NotKept);
}

#[test]
fn a_file_of_records_has_a_place_for_everything() {
    let yaml = "title: Board\nkind: meeting\ndate: 2026-03-12\n";
    let json = r#"{"title": "Board", "kind": "meeting", "date": "2026-03-12"}"#;
    let minutes = format!("---\n{yaml}---\nWe met.\n");
    for (name, text) in [
        ("a.yaml", yaml),
        ("a.json", json),
        ("a.md", minutes.as_str()),
    ] {
        let bench = bench(&[(name, text)]);
        assert_eq!(verdict(&bench, "O4e1"), Verdict::NotKept, "{name}");
        assert_eq!(verdict(&bench, "O2a"), Verdict::NotKept, "{name}");
    }
}

#[test]
fn a_column_that_is_to_say_nothing_has_no_place() {
    let table = "Title,Type,Date,Feedback sent\nBoard,meeting,12/03/2026,no\n";
    assert_eq!(
        verdict(&bench(&[("log.csv", table)]), "O4e1"),
        Verdict::NotKept
    );
    let none = ("columns.yaml", "columns: { Feedback sent: none }\n");
    assert_eq!(
        verdict(&bench(&[none, ("log.csv", table)]), "O4e1"),
        Verdict::NoEvidence
    );
}

/// A group of which some fields have a column: each tells its own.
#[test]
fn fields_of_a_group_have_a_place_one_by_one() {
    let table = |said: &str| format!("Title,Type,Date,You said\nBoard,meeting,12/03/2026,{said}\n");
    for (words, evidence) in [
        (
            "",
            "the table has no column `Feedback sent`, so the record shows no feedback; the last \
             day was Thu 26 Mar 2026",
        ),
        (
            "Saturdays matter",
            "the table has no column `Feedback sent`, so there are words of feedback, but not \
             the day they were sent",
        ),
    ] {
        let bench = bench(&[("log.csv", &table(words))]);
        said(&bench, "O4e1", |finding| {
            assert_eq!(finding.verdict, Verdict::NoEvidence);
            assert_eq!(finding.evidence, evidence);
        });
    }
}

/// One record of a project denies it; another could not have said it, and may be the one.
#[test]
fn a_record_without_a_place_leaves_its_project_open() {
    let denied = "{ title: A, kind: meeting, date: 2026-03-12, project: clubs, cyp: no }\n";
    let table = "Title,Type,Date,Project\nB,meeting,13/03/2026,clubs\n";
    assert_eq!(
        verdict(&bench(&[("a.yaml", denied)]), "O2a"),
        Verdict::NotKept
    );
    for names in [["a.yaml", "b.csv"], ["z.yaml", "b.csv"]] {
        let both = bench(&[(names[0], denied), (names[1], table)]);
        assert_eq!(verdict(&both, "O2a"), Verdict::NoEvidence, "{names:?}");
    }
}

/// What is stated and shows a failing counts, whatever could have been said for it.
#[test]
fn a_place_that_a_defence_lacks_is_told_and_undoes_nothing() {
    let table = "Title,Type,Date,Start time,End time,Audience,Papers sent\n\
                 Board,meeting,12/03/2026,15:00,16:00,parents,none\n";
    let bench = bench(&[("log.csv", table)]);
    for (clause, note) in [
        (
            "O4b",
            "the table has no column `Times considered`, where a reason could stand",
        ),
        (
            "O4a3",
            "the table has no column `No papers needed because`, where a reason could stand",
        ),
    ] {
        said(&bench, clause, |finding| {
            assert_eq!(finding.verdict, Verdict::NotKept, "{clause}");
            assert!(
                finding.notes.iter().any(|one| one == note),
                "{:?}",
                finding.notes
            );
        });
    }
}

#[test]
fn a_condition_of_a_charter_s_own_breaks_nothing_without_a_place() {
    let clause = |rule: &str| {
        format!(
            "extends: built-in\nclauses:\n  - id: X1\n    of: organisation\n    says: Say so.\n    \
             severity: breach\n    silence: not-kept\n    rule:\n      custom:\n        about: \
             engagement\n{rule}"
        )
    };
    let yaml = ("a.yaml", "title: A\nkind: meeting\ndate: 2026-03-12\n");
    let table = ("a.csv", "Title,Type,Date\nA,meeting,12/03/2026\n");
    for (rule, in_file, in_table) in [
        (
            "        kept: has(feedback.sent)\n",
            Verdict::NotKept,
            Verdict::NoEvidence,
        ),
        (
            "        kept: feedback.sent > date\n",
            Verdict::NotKept,
            Verdict::NoEvidence,
        ),
        (
            "        kept: has(feedback)\n",
            Verdict::NotKept,
            Verdict::NoEvidence,
        ),
        (
            "        kept: kind == 'event' && has(feedback)\n",
            Verdict::NotKept,
            Verdict::NotKept,
        ),
        (
            "        kept: kind == 'meeting' || has(feedback)\n",
            Verdict::Kept,
            Verdict::Kept,
        ),
        (
            "        applies: has(experience.complaint)\n        kept: has(feedback)\n",
            Verdict::DoesNotApply,
            Verdict::DoesNotApply,
        ),
    ] {
        let charter = clause(rule);
        for ((name, text), expected) in [(yaml, in_file), (table, in_table)] {
            let bench = Bench::under(Some(&charter), &[(name, text)]);
            assert_eq!(verdict(&bench, "X1"), expected, "{name} {rule}");
        }
    }
}

/// What children and young people who came did is for the record to say; that they came is no
/// failing.
#[test]
fn children_who_came_are_no_evidence_that_they_were_left_out() {
    let record = |more: &str| format!("title: Board\nkind: meeting\ndate: 2026-03-12\n{more}\n");
    for (more, verdict, evidence) in [
        (
            "attendance: { cyp: 8 }",
            Verdict::NoEvidence,
            "were involved; 8 of them came",
        ),
        // Small numbers of children are not told.
        (
            "attendance: { cyp: 3 }",
            Verdict::NoEvidence,
            "were involved; some of them came",
        ),
        (
            "attendance: { cyp: <5 }",
            Verdict::NoEvidence,
            "were involved; some of them came",
        ),
        (
            "audience: [parents, cyp]",
            Verdict::NoEvidence,
            "were involved; it was for them",
        ),
        (
            "attendance: { cyp: 0 }",
            Verdict::NotKept,
            "the record does not say that",
        ),
        (
            "audience: [parents]",
            Verdict::NotKept,
            "the record does not say that",
        ),
        (
            "attendance: { cyp: 8 }\ncyp: no",
            Verdict::NotKept,
            "children and young people were not",
        ),
        (
            "attendance: { cyp: 8 }\ncyp: yes",
            Verdict::Kept,
            "children and young people were",
        ),
    ] {
        let bench = bench(&[("a.yaml", &record(more))]);
        said(&bench, "O2a", |finding| {
            assert_eq!(finding.verdict, verdict, "{more}");
            assert!(finding.evidence.contains(evidence), "{}", finding.evidence);
        });
    }
}
