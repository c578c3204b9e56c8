//! What a file has no place for is told once.

use super::{AS_OF, bench};
use crate::json_of;

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
