//! The shipped example: the four headline faults, and the report as it ships.

use std::fs;

use serde_json::Value;

use crate::output::generated::is_up_to_date;
use crate::{root, run};
use identifiers::redact::Redactor;

const AS_OF: &str = "2026-07-31";

#[test]
fn the_report_is_as_expected() {
    let (code, out, err) = run(&["report", "examples/strategy-group", "--as-of", AS_OF]);
    assert_eq!((code, err.as_str()), (1, ""));
    is_up_to_date("examples/strategy-group/expected-report.txt", &out);
}

#[test]
fn the_four_headline_faults_are_found_with_clause_standard_arithmetic_and_place() {
    let (code, out, _) = run(&[
        "check",
        "examples/strategy-group",
        "--as-of",
        AS_OF,
        "--format",
        "json",
    ]);
    assert_eq!(code, 1);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["format"], "charter-audit/1");
    let findings = report["findings"].as_array().unwrap();
    for clause in ["O4a1", "O4b", "O4e2", "O2a"] {
        let found = findings
            .iter()
            .find(|finding| finding["clause"] == clause && finding["verdict"] == "not-kept")
            .unwrap_or_else(|| panic!("{clause} is kept everywhere"));
        assert!(found["place"]["line"].as_u64().unwrap() > 0);
        assert!(
            found["place"]["file"]
                .as_str()
                .unwrap()
                .starts_with("examples/strategy-group/records/")
        );
        if clause == "O4a1" || clause == "O4e2" {
            assert!(found["measured"]["value"].is_i64());
            assert!(found["words"].as_str().unwrap().contains("; standard "));
        }
        assert!(
            findings
                .iter()
                .any(|finding| finding["clause"] == clause && finding["verdict"] == "kept"),
            "{clause} has no good example"
        );
    }
    assert!(
        findings
            .iter()
            .any(|finding| finding["verdict"] == "explained")
    );
    assert!(
        findings
            .iter()
            .any(|finding| finding["verdict"] == "still-to-come")
    );
}

#[test]
fn before_any_event_nothing_is_not_kept() {
    let (code, out, err) = run(&["check", "examples/strategy-group", "--as-of", "2025-08-01"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.replace('\n', " ").contains(" 0 not kept"), "{out}");
}

#[test]
fn the_record_with_every_field_has_every_field_and_no_fault() {
    let (code, _, err) = run(&["check", "examples/every-field", "--as-of", "2026-06-30"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let text = fs::read_to_string(root().join("examples/every-field/engagement.yaml")).unwrap();
    // The reader's own list of fields, as its error names them.
    let faulty = crate::Bench::new(&[("a.yaml", "title: x\nsomething_else_entirely: x\n")]);
    let help = faulty.reading.faults[0].help.as_ref().unwrap();
    let help = Redactor::default().redact(help);
    let fields = help
        .as_str()
        .strip_prefix("the fields are ")
        .unwrap()
        .replace(" and ", ", ");
    let mut checked = 0;
    for field in fields
        .split(", ")
        .filter(|field| !matches!(*field, "record" | "id" | "local"))
    {
        assert!(
            text.lines().any(|line| line
                .trim_start_matches(['#', ' '])
                .starts_with(&format!("{field}:"))),
            "{field} is not shown"
        );
        checked += 1;
    }
    assert!(checked > 35, "{checked}");
}
