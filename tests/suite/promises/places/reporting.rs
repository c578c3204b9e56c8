//! What a file has no place for is told once.

use charter_audit::rules::Verdict;

use super::{AS_OF, bench, said};
use crate::program::run_in;
use crate::{Bench, json_of};

/// Told once for a file and field: on the first page, at the end of `check`, and where other formats
/// have a place for it.
#[test]
fn what_has_no_place_is_told_once_with_what_it_bears_on() {
    let table = "Title,Type,Date,Officer\nOne,meeting,12/03/2026,x\nTwo,meeting,13/03/2026,y\n";
    let log = bench(&[("log.csv", table)]);
    let told =
        "no column `Feedback sent` in this file, so 2 records cannot show O4e1, O4e2 and O4e3";
    let (text, outcome) = log.outputs(AS_OF);
    assert_eq!(outcome.exit_code(), 0, "nothing is not kept");
    let lines = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Text, Markdown, HTML, JSON, SARIF and so on.
    assert!(lines.matches(told).count() >= 5, "{lines}");
    // A record counts once however many promises it cannot show, and a term is no record.
    let purpose = "no column `Purpose` in this file, so 2 records cannot show O4a2 and O4d2";
    assert!(lines.contains(purpose), "{lines}");
    let organiser = "no column `Organiser` in this file, so it cannot show W4";
    assert!(lines.contains(organiser), "{lines}");
    let json: serde_json::Value = serde_json::from_str(&json_of(&log, AS_OF)).unwrap();
    let faults = json["faults"].as_array().unwrap();
    let fault = faults
        .iter()
        .find(|fault| fault["message"] == told)
        .unwrap();
    assert_eq!(fault["level"], "note");
    assert_eq!(fault["code"], "no-place");
    assert!(
        fault["help"]
            .as_str()
            .unwrap()
            .starts_with("Add a column `Feedback sent`")
    );
    // A file that has places for everything says nothing of the kind.
    let yaml = "title: One\nkind: meeting\ndate: 2026-03-12\n";
    let other = bench(&[("a.yaml", yaml)]).outputs(AS_OF).0;
    assert!(!other.contains("no column") && !other.contains("no-place"));
}

/// A charter can say that every file must have a place for something; then nobody gains by leaving
/// the column out.
#[test]
fn what_a_charter_wants_recorded_is_silent_without_a_place() {
    let table = ("log.csv", "Title,Type,Date\nBoard,meeting,12/03/2026\n");
    for (must_record, feedback, children) in [
        ("", Verdict::NoEvidence, Verdict::NoEvidence),
        (
            "must_record: [feedback]\n",
            Verdict::NotKept,
            Verdict::NoEvidence,
        ),
        (
            "must_record: [feedback.to]\n",
            Verdict::NoEvidence,
            Verdict::NoEvidence,
        ),
        (
            "must_record: [feedback.sent, cyp]\n",
            Verdict::NotKept,
            Verdict::NotKept,
        ),
    ] {
        let charter = format!("extends: built-in\n{must_record}");
        let log = Bench::under(Some(&charter), &[table]);
        for (clause, expected) in [("O4e1", feedback), ("O2a", children)] {
            said(&log, clause, |finding| {
                assert_eq!(finding.verdict, expected, "{must_record}{clause}");
                let told = finding
                    .notes
                    .iter()
                    .any(|note| note.contains("must have it"));
                assert_eq!(told, expected == Verdict::NotKept, "{:?}", finding.notes);
            });
        }
    }
}

#[test]
fn what_no_record_has_cannot_be_wanted() {
    let folder = tempfile::TempDir::new().unwrap();
    let charter = "extends: built-in\nmust_record: [feedbak]\n";
    std::fs::write(folder.path().join("charter.yaml"), charter).unwrap();
    let (code, _, err) = run_in(folder.path(), &["test", "charter.yaml"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `feedback`?"), "{err}");
}

/// `--strict` ends with 1 where something cannot be shown for want of a place.
#[test]
fn strictly_nothing_may_be_without_a_place() {
    let folder = tempfile::TempDir::new().unwrap();
    let table = "Title,Type,Date,Organiser\nBoard,meeting,12/03/2026,council\n";
    std::fs::write(folder.path().join("log.csv"), table).unwrap();
    let arguments = ["check", "log.csv", "--as-of", AS_OF, "--clause", "O4e1"];
    let (code, out, _) = run_in(folder.path(), &arguments);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.contains(
            "Cannot be shown: log.csv › A2: no column `Feedback sent` in this file, so 1 record \
             cannot show O4e1"
        ),
        "{out}"
    );
    let strict = [&arguments[..], &["--strict"]].concat();
    assert_eq!(run_in(folder.path(), &strict).0, 1);
}
