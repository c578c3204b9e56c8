//! The same twenty engagements in every format, as other programs write them: equal records, equal
//! verdicts, and each finding at its own place.

use std::collections::{BTreeMap, BTreeSet};

use charter_audit::rules::Verdict;
use engagement_records::record::SubjectKind;
use engagement_records::record::view::{Node, Said, Value, View, Viewed};

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
    Bench::of_bytes(vec![(file, example(file))])
}

fn example(file: &str) -> Vec<u8> {
    std::fs::read(root().join("examples/formats").join(file)).unwrap()
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
        assert!(finding.evidence.contains("6 clear days (7 days)"), "{file}");
        let place = finding.places[0].span;
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
        (record.id.as_str().to_owned(), lines)
    });
    records.collect()
}

fn add(node: &Node<'_>, above: &str, lines: &mut Vec<String>) {
    let path = format!("{above}{}", node.name);
    match &node.said {
        Said::Missing(_) => {}
        Said::Unreadable(_) => lines.push(format!("{path}: unreadable")),
        Said::SomeDay(_) => lines.push(format!("{path}: some day")),
        Said::Denied(_) => lines.push(format!("{path}: none")),
        Said::Value(value, _) => add_value(value, &path, lines),
    }
}

fn add_value(value: &Value<'_>, path: &str, lines: &mut Vec<String>) {
    match value {
        Value::Group(nodes) => {
            for node in nodes.iter() {
                add(node, &format!("{path}."), lines);
            }
        }
        Value::List(values) => {
            lines.push(format!("{path}: {} values", values.len()));
            for (at, value) in values.iter().enumerate() {
                add_value(value, &format!("{path}[{at}]"), lines);
            }
        }
        Value::YesNo(_) | Value::Text(_) | Value::Date(_) | Value::Time(_) | Value::Number(_) => {
            lines.push(format!("{path}: {value:?}"));
        }
    }
}

/// What a file has no place for: the clauses and subjects that it cannot show.
fn without_place(bench: &Bench) -> BTreeSet<(String, String)> {
    let audit = bench.audit(AS_OF);
    let without = audit.findings.iter().filter(|one| one.no_place.is_some());
    without
        .map(|one| {
            assert!(
                matches!(one.verdict, Verdict::NoEvidence | Verdict::StillToCome),
                "{}",
                one.evidence
            );
            (one.clause.id.clone(), one.about.id.to_string())
        })
        .collect()
}

/// Every verdict with its arithmetic, apart from those about files.
fn verdicts(bench: &Bench) -> Vec<(String, String, Verdict, String)> {
    let audit = bench.audit(AS_OF);
    let mut all: Vec<_> = audit
        .findings
        .iter()
        .filter(|finding| finding.about.kind != SubjectKind::File)
        .map(|finding| {
            (
                finding.clause.id.clone(),
                finding.about.id.to_string(),
                finding.verdict,
                finding.evidence.to_string(),
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
        // A file of records has a place for everything, a table or a calendar need not: what it
        // could not have said is no evidence, and was silence in the file of records.
        let without = without_place(&other);
        let is_calendar = file.contains("-ical") || file.contains("-ics");
        assert_eq!(without.is_empty(), !is_calendar, "{file}");
        let (silent, expected): (Vec<_>, Vec<_>) = expected
            .iter()
            .cloned()
            .partition(|one| without.contains(&(one.0.clone(), one.1.clone())));
        for (clause, id, verdict, evidence) in silent {
            assert!(
                !matches!(verdict, Verdict::Kept | Verdict::Explained),
                "{file} {clause} {id}: {evidence}"
            );
        }
        let mut verdicts = verdicts(&other);
        verdicts.retain(|one| !without.contains(&(one.0.clone(), one.1.clone())));
        assert_eq!(verdicts, expected, "{file}");
    }
}

#[test]
fn a_message_in_its_own_file_calls_off_what_an_invitation_says() {
    for (invites, calls_off, workshop) in [
        ("a.ics", "b.ics", "a#2026-06-18"),
        ("b.ics", "a.ics", "b#2026-06-18"),
    ] {
        let invitation = (invites, example("outlook.ics"));
        let message = (calls_off, example("cancel.ics"));
        let alone = Bench::of_bytes(vec![invitation.clone()]);
        let expected = said(&alone);
        assert_eq!(expected.len(), 10);
        let orders = [[invitation.clone(), message.clone()], [message, invitation]];
        for files in orders {
            let both = Bench::of_bytes(files.to_vec());
            let mut records = said(&both);
            let lines = records.get_mut(workshop).unwrap();
            assert!(lines.contains(&"title: Text(\"Transport workshop\")".to_owned()));
            let before = lines.len();
            lines.retain(|line| line != "status: Text(\"cancelled\")");
            assert_eq!(lines.len() + 1, before);
            // Nothing else is said otherwise, and nothing is complained about.
            assert_eq!(records, expected);
            assert_eq!(both.faults(), alone.faults());
            let called_off = "cancellations in calendars, read with the entries that they call off";
            let told = (called_off.to_owned(), 1);
            assert!(both.reading.passed_over.contains(&told));
        }
    }
}

#[test]
fn a_copy_of_a_calendar_adds_nothing() {
    let calendar = example("outlook.ics");
    let alone = Bench::of_bytes(vec![("b.ics", calendar.clone())]);
    let copies = vec![("b.ics", calendar.clone()), ("a.ics", calendar)];
    let both = Bench::of_bytes(copies);
    assert_eq!(said(&both), said(&alone));
    assert_eq!(both.faults(), alone.faults());
}
