//! Columns are taken away from the example tables, and nobody is accused by it.

use std::collections::BTreeMap;

use charter_audit::rules::{Severity, Verdict};
use engagement_records::record::RecordType;

use crate::{Bench, root};

/// Fields that decide what a record is, or that can only be said in defence.
const NO_ANSWERS: &[&str] = &[
    "id",
    "title",
    "kind",
    "scope",
    "project",
    "organisers",
    "status",
    "date",
    "opens",
    "closes",
    "extended_from",
    "moved_from",
    "audience",
    "record",
    "timing",
    "start",
    "end",
];

/// Fields that speak for somebody of whom another field, which has a place, says nothing good.
const DEFENCES: &[&str] = &[
    "papers.none_needed",
    // Without it nobody knows whether people travel, which is a doubt of its own.
    "venue.mode",
    "venue.access.why_not",
    "cyp.not_appropriate",
    "cyp.alternative",
    // Words of feedback, where the day on which it was sent is blank.
    "feedback.channel",
    "feedback.to",
    "feedback.you_said",
    "feedback.we_did",
    "feedback.not_possible",
];

/// The columns of a table that answer for a promise, by number.
fn answering(header: &csv::StringRecord) -> Vec<usize> {
    let bench = Bench::new(&[]);
    let leaves = RecordType::Engagement.leaves(&bench.charter.charter.vocabulary());
    let words = |text: &str| -> String {
        let text = text.to_lowercase().replace('&', " and ");
        let parts = text.split(|sign: char| !sign.is_alphanumeric());
        parts
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let answers = |heading: &str| {
        let leaf = leaves
            .iter()
            .find(|leaf| words(&leaf.path) == heading || leaf.headings.contains(&heading))?;
        let group = leaf.path.split('.').next().unwrap();
        let is_defence = DEFENCES.contains(&leaf.path.as_str());
        (!is_defence && !NO_ANSWERS.contains(&group)).then_some(())
    };
    let headings = header.iter().enumerate();
    headings
        .filter(|(_, heading)| answers(&words(heading)).is_some())
        .map(|(at, _)| at)
        .collect()
}

/// Each finding of a table by its clause and subject.
type Found = BTreeMap<(String, String), (Verdict, Severity, bool)>;

fn findings(table: &[csv::StringRecord], without: &[usize]) -> Found {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in table {
        let cells = row.iter().enumerate();
        let kept = cells
            .filter(|(at, _)| !without.contains(at))
            .map(|(_, cell)| cell);
        writer.write_record(kept).unwrap();
    }
    let bench = Bench::of_bytes(vec![("log.csv", writer.into_inner().unwrap())]);
    let audit = bench.audit("2026-07-31");
    let findings = audit.findings.iter();
    findings
        .map(|one| {
            let told = one.no_place.is_some()
                || one
                    .notes
                    .iter()
                    .any(|note| note.starts_with("the table has no"));
            let key = (one.clause.id.clone(), one.about.id.to_string());
            (key, (one.verdict, one.severity, told))
        })
        .collect()
}

/// Nobody is accused because a column is gone, and whoever loses a verdict by it is told why.
#[test]
fn taking_columns_away_accuses_nobody() {
    let folder = root().join("examples/formats");
    let tables: Vec<Vec<csv::StringRecord>> = ["twenty.csv", "twenty-semicolon.csv", "messy.csv"]
        .iter()
        .filter_map(|name| {
            let delimiter = if name.contains("semicolon") {
                b';'
            } else {
                b','
            };
            let bytes = std::fs::read(folder.join(name)).unwrap();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
            let header = rows.iter().position(|row| answering(row).len() > 2)?;
            Some(rows[header..].to_vec())
        })
        .collect();
    assert!(tables.len() >= 2);
    let before: Vec<Found> = tables.iter().map(|table| findings(table, &[])).collect();
    let mut seed = 20_260_729_u64;
    let mut next = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut lost = 0_usize;
    for _ in 0..rounds() {
        let at = next(tables.len());
        let columns = answering(&tables[at][0]);
        let count = 1 + next(4);
        let without: Vec<usize> = (0..count).map(|_| columns[next(columns.len())]).collect();
        let named: Vec<&str> = without
            .iter()
            .map(|at_column| &tables[at][0][*at_column])
            .collect();
        let after = findings(&tables[at], &without);
        for (key, (verdict, severity, told)) in &after {
            let Some((was, severity_was, _)) = before[at].get(key) else {
                panic!("{named:?} {key:?} is new");
            };
            if *verdict == Verdict::NotKept {
                assert_eq!(*was, Verdict::NotKept, "{named:?} {key:?}");
                assert!(severity >= severity_was, "{named:?} {key:?}");
            }
            if *verdict == Verdict::NoEvidence && matches!(was, Verdict::Kept | Verdict::NotKept) {
                assert!(told, "{named:?} {key:?} was {was:?}");
                lost += 1;
            }
        }
    }
    assert!(lost > rounds(), "{lost}");
}

/// So many columns are taken away; `COLUMN_REMOVALS` says how many on a longer run.
fn rounds() -> usize {
    let asked = std::env::var("COLUMN_REMOVALS").ok();
    asked.and_then(|rounds| rounds.parse().ok()).unwrap_or(100)
}
