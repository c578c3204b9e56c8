//! The same twenty engagements in every format, as other programs write them: equal records, equal
//! verdicts, and each finding at its own place.

use std::collections::BTreeMap;

use charter_audit::record::view::{Node, Said, Value, View, Viewed};
use charter_audit::rules::Verdict;

use crate::{Bench, root};

const AS_OF: &str = "2026-07-31";

/// Every file that holds the twenty, besides the YAML that they come from.
const FILES: &[&str] = &[
    "twenty.json",
    "twenty.jsonl",
    "twenty.csv",
    "twenty-semicolon.csv",
    "twenty-libreoffice.csv",
    "twenty.tsv",
    "twenty-openpyxl.xlsx",
    "twenty-xlsxwriter.xlsx",
    "twenty-1904.xlsx",
    "twenty-libreoffice.xlsx",
    "twenty-xlwt.xls",
    "twenty-libreoffice.xls",
    "twenty-libreoffice.ods",
    "twenty-icalendar.ics",
    "twenty-ics.ics",
];

fn bench(file: &str) -> Bench {
    let path = root().join("examples/formats").join(file);
    Bench::of_bytes(vec![(file, std::fs::read(path).unwrap())])
}

/// Where each file says on which day the notice of e-05 was sent, looked up by hand. The text of
/// row 4 of the tables has a line break in it, so row 6 is on line 7.
const NOTICES: &[(&str, &str)] = &[
    ("twenty.yaml", "twenty.yaml:115:17"),
    ("twenty.json", "twenty.json:289:15"),
    ("twenty.jsonl", "twenty.jsonl:5:270"),
    ("twenty.csv", "twenty.csv › Q6"),
    ("twenty.tsv", "twenty.tsv › Q6"),
    ("twenty-semicolon.csv", "twenty-semicolon.csv › Q6"),
    ("twenty-libreoffice.csv", "twenty-libreoffice.csv › Q8"),
    (
        "twenty-openpyxl.xlsx",
        "twenty-openpyxl.xlsx › Engagements!Q8",
    ),
    (
        "twenty-xlsxwriter.xlsx",
        "twenty-xlsxwriter.xlsx › Engagements!Q8",
    ),
    (
        "twenty-libreoffice.xlsx",
        "twenty-libreoffice.xlsx › Engagements!Q8",
    ),
    ("twenty-xlwt.xls", "twenty-xlwt.xls › Engagements!Q8"),
    (
        "twenty-libreoffice.ods",
        "twenty-libreoffice.ods › Engagements!Q8",
    ),
    (
        "twenty-icalendar.ics",
        "twenty-icalendar.ics:213 (Transport routes, first meeting, 26 November)",
    ),
    (
        "twenty-ics.ics",
        "twenty-ics.ics:170 (Transport routes, first meeting, 26 November)",
    ),
];

#[test]
fn each_finding_has_the_place_of_its_own_file() {
    for (file, expected) in NOTICES {
        let bench = bench(file);
        let audit = bench.audit(AS_OF);
        let finding = audit
            .findings
            .iter()
            .find(|finding| finding.clause.id == "O4a1" && finding.about.id == "e-05")
            .unwrap();
        // Seven days from Wednesday to Wednesday leave six clear ones.
        assert!(
            finding.ruling.words.contains("6 clear days (7 days)"),
            "{file}"
        );
        let place = finding.ruling.places[0].span;
        assert_eq!(bench.sources.address(place), *expected);
        let source = bench.sources.get(place.source).unwrap();
        let said = source.text()[place.range()].trim_matches('"');
        assert_eq!(said, said_in(file), "{file}");
    }
}

/// How the day is spelled there: as it was written, and real days of workbooks in ours.
fn said_in(file: &str) -> &'static str {
    match file.rsplit_once('.') {
        Some((_, "csv" | "tsv")) => "19/11/2025",
        _ => "2025-11-19",
    }
}

/// Everything that the records of a file say, by id: a line for each field.
fn said(bench: &Bench) -> BTreeMap<String, Vec<String>> {
    let words = bench.charter.charter.vocabulary();
    let day = AS_OF.parse().unwrap();
    let records = bench.reading.records.engagements.iter().map(|record| {
        let view = View::new(Viewed::Engagement(record), words, day);
        let mut lines = Vec::new();
        for node in view.fields() {
            add(&node, "", &mut lines);
        }
        (record.id.clone(), lines)
    });
    records.collect()
}

fn add(node: &Node<'_>, above: &str, lines: &mut Vec<String>) {
    let path = format!("{above}{}", node.name);
    match &node.said {
        Said::Silent(_) => {}
        Said::Unreadable(_) => lines.push(format!("{path}: unreadable")),
        Said::Denied(_) => lines.push(format!("{path}: none")),
        Said::Value(Value::Group(nodes), _) => {
            for node in nodes.iter() {
                add(node, &format!("{path}."), lines);
            }
        }
        Said::Value(value, _) => lines.push(format!("{path}: {value:?}")),
    }
}

/// Every verdict with its arithmetic, apart from those about files.
fn verdicts(bench: &Bench) -> Vec<(String, String, Verdict, String)> {
    let audit = bench.audit(AS_OF);
    let mut all: Vec<_> = audit
        .findings
        .iter()
        .filter(|finding| finding.about.kind != "file")
        .map(|finding| {
            (
                finding.clause.id.clone(),
                finding.about.id.to_string(),
                finding.verdict,
                finding.ruling.words.to_string(),
            )
        })
        .collect();
    all.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    all
}

#[test]
fn the_twenty_are_equal_in_every_format() {
    let original = bench("twenty.yaml");
    assert!(original.faults().is_empty());
    let (records, expected) = (said(&original), verdicts(&original));
    assert_eq!(records.len(), 20);
    // Worked out by hand for one record, so that equal does not mean equally empty.
    let first = &records["e-01"];
    assert!(first.len() > 15, "{first:#?}");
    assert!(expected.len() > 200);
    for file in FILES {
        let other = bench(file);
        let faults: Vec<_> = other
            .reading
            .faults
            .iter()
            .map(|fault| &fault.message)
            .collect();
        assert!(faults.is_empty(), "{file}: {faults:#?}");
        for (id, lines) in said(&other) {
            let only = |one: &[String], other: &[String]| -> Vec<String> {
                let missing = one.iter().filter(|line| !other.contains(line));
                missing.cloned().collect()
            };
            let expected = &records[&id];
            assert_eq!(
                (only(&lines, expected), only(expected, &lines)),
                (Vec::new(), Vec::new()),
                "{file} {id}"
            );
        }
        assert_eq!(other.reading.records.len(), 20, "{file}");
        assert_eq!(verdicts(&other), expected, "{file}");
    }
}
