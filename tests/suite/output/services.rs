//! What services on the net read: SARIF, `JUnit`'s XML, and what GitHub and GitLab have of their own.

use std::collections::BTreeMap;

use charter_audit::render::{self, Format};
use charter_audit::rules::{Severity, Verdict};
use located::diagnostic::Diagnostic;
use quick_xml::events::Event;
use serde_json::Value;

use super::{AS_OF, bench};
use crate::Bench;

fn text(bench: &Bench, format: Format) -> String {
    let bytes = bench.report(AS_OF, |report| render::report(report, format).unwrap());
    String::from_utf8(bytes).unwrap()
}

/// How often each verdict was given.
fn counts(bench: &Bench) -> BTreeMap<(Verdict, Severity), usize> {
    let mut counts = BTreeMap::new();
    for finding in bench.audit(AS_OF).findings {
        *counts
            .entry((finding.verdict, finding.severity))
            .or_insert(0) += 1;
    }
    counts
}

fn count(bench: &Bench, verdict: Verdict) -> usize {
    let counts = counts(bench).into_iter();
    counts
        .filter(|((it, _), _)| *it == verdict)
        .map(|(_, count)| count)
        .sum()
}

fn example() -> Bench {
    let file = |name: &str| {
        let path = format!("examples/formats/{name}");
        std::fs::read(crate::root().join(path)).unwrap()
    };
    Bench::apart(vec![
        ("twenty.csv", file("twenty-semicolon.csv")),
        ("Twenty log.xlsx", file("twenty-openpyxl.xlsx")),
        ("twenty.ics", file("twenty-icalendar.ics")),
    ])
}

#[test]
fn sarif_has_every_result_once_with_its_rule_and_place() {
    for bench in [bench(), example()] {
        let log: Value = serde_json::from_str(&text(&bench, Format::Sarif)).unwrap();
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let results = run["results"].as_array().unwrap();
        let of_kind = |kind: &str| results.iter().filter(|it| it["kind"] == kind).count();
        let failed = count(&bench, Verdict::NotKept) + count(&bench, Verdict::Explained);
        assert_eq!(of_kind("fail"), failed);
        // What has no evidence is left out until somebody asks for it.
        assert_eq!(results.len(), failed);
        let mut prints: Vec<&str> = Vec::new();
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            // A result that does not fail has no level.
            assert_eq!(result["level"] == "none", result["kind"] != "fail");
            prints.push(
                result["partialFingerprints"]["finding/v1"]
                    .as_str()
                    .unwrap(),
            );
            for location in result["locations"].as_array().into_iter().flatten() {
                let place = &location["physicalLocation"];
                let uri = place["artifactLocation"]["uri"].as_str().unwrap();
                assert!(!uri.contains([' ', '\\', '#']), "{uri}");
                let line = place["region"]["startLine"].as_u64().unwrap();
                assert!(line == 1 || !uri.contains(".xlsx"), "{uri}");
            }
        }
        let all = prints.len();
        prints.sort_unstable();
        prints.dedup();
        assert_eq!(prints.len(), all);
        let is_complete = !bench.reading.faults.iter().any(Diagnostic::is_error);
        assert_eq!(run["invocations"][0]["executionSuccessful"], is_complete);
        let help = rules[0]["help"]["markdown"].as_str().unwrap();
        assert!(help.contains("## How it is judged"), "{help}");
    }
}

#[test]
fn a_cell_is_named_and_a_line_is_given_where_there_is_one() {
    let log: Value = serde_json::from_str(&text(&example(), Format::Sarif)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let places = results
        .iter()
        .flat_map(|it| it["locations"].as_array().unwrap());
    let cell = places
        .clone()
        .find(|place| place["physicalLocation"]["artifactLocation"]["uri"] == "Twenty%20log.xlsx")
        .unwrap();
    let name = cell["logicalLocations"][0]["fullyQualifiedName"]
        .as_str()
        .unwrap();
    assert!(name.contains('!'), "{name}");
    let row = places
        .into_iter()
        .find(|place| place["physicalLocation"]["artifactLocation"]["uri"] == "twenty.csv")
        .unwrap();
    assert!(
        row["physicalLocation"]["region"]["startLine"]
            .as_u64()
            .unwrap()
            > 1
    );
}

#[test]
fn junit_counts_what_it_holds() {
    for bench in [bench(), example()] {
        let written = text(&bench, Format::Junit);
        let mut reader = quick_xml::Reader::from_str(&written);
        let mut counted: BTreeMap<String, usize> = BTreeMap::new();
        let mut said = BTreeMap::new();
        loop {
            let event = reader.read_event().unwrap();
            if matches!(event, Event::Eof) {
                break;
            }
            if let Event::Start(tag) | Event::Empty(tag) = event {
                let name = tag.name().as_ref().to_owned();
                if name == "testsuites" {
                    let attributes = tag.attributes().map(Result::unwrap);
                    said.extend(
                        attributes.map(|it| (it.key.as_ref().to_owned(), it.value.into_owned())),
                    );
                }
                *counted.entry(name).or_insert(0) += 1;
            }
        }
        assert_eq!(said["tests"], counted["testcase"].to_string());
        assert_eq!(said["failures"], counted["failure"].to_string());
        assert_eq!(counted["failure"], count(&bench, Verdict::NotKept));
        let skipped = [
            Verdict::NoEvidence,
            Verdict::Explained,
            Verdict::StillToCome,
        ];
        let skipped: usize = skipped.iter().map(|verdict| count(&bench, *verdict)).sum();
        assert_eq!(counted["skipped"], skipped);
    }
}

#[test]
fn annotations_stay_within_what_github_shows() {
    let bench = bench();
    let written = text(&bench, Format::Github);
    let of_kind = |kind: &str| {
        written
            .lines()
            .filter(|line| line.starts_with(kind))
            .count()
    };
    assert_eq!(of_kind("::error "), 10);
    assert_eq!(of_kind("::notice "), 10);
    assert!(of_kind("::warning ") <= 10);
    assert_eq!(of_kind("::"), written.lines().count());
    let counts = counts(&bench);
    let worth: usize = counts
        .iter()
        .filter(|((verdict, _), _)| matches!(verdict, Verdict::NotKept | Verdict::NoEvidence))
        .map(|(_, count)| count)
        .sum();
    let left_out = worth - (written.lines().count() - 1);
    let last = written.lines().last().unwrap();
    assert!(
        last.contains(&format!(" {left_out} more are not shown")),
        "{last}"
    );
    let first = written.lines().next().unwrap();
    assert!(
        first.starts_with("::error file=records/hostile.yaml,line="),
        "{first}"
    );
}

#[test]
fn gitlab_has_an_entry_for_all_that_needs_somebody() {
    let bench = bench();
    let entries: Value = serde_json::from_str(&text(&bench, Format::Gitlab)).unwrap();
    let entries = entries.as_array().unwrap();
    let expected = count(&bench, Verdict::NotKept) + count(&bench, Verdict::NoEvidence);
    assert_eq!(entries.len(), expected);
    let mut prints: Vec<&str> = entries
        .iter()
        .map(|entry| entry["fingerprint"].as_str().unwrap())
        .collect();
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), expected);
    for entry in entries {
        assert_eq!(entry["location"]["path"], "records/hostile.yaml");
        assert!(entry["location"]["lines"]["begin"].as_u64().unwrap() > 0);
        let severity = entry["severity"].as_str().unwrap();
        assert!(["critical", "major", "info"].contains(&severity));
    }
}
