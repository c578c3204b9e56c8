//! A record means the same whole, twice, and in pieces, in whatever order its files are read.

use std::collections::BTreeMap;

use charter_audit::rules::Verdict;
use engagement_records::record::SubjectKind;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::AS_OF;
use crate::Bench;

/// What every file says of the meeting.
const KNOWN_BY: &[(&str, &str)] = &[("title", "Board"), ("date", "2026-02-26")];

/// Everything else.
const LEAVES: &[(&str, &str)] = &[
    ("id", "board"),
    ("kind", "workshop"),
    ("scope", "strategic"),
    ("project", "short-breaks"),
    ("areas", "needs"),
    ("organisers", "council"),
    ("status", "held"),
    ("start", "10:00"),
    ("end", "12:30"),
    ("audience", "parents"),
    ("contact", "board@example.org"),
    ("notice.sent", "2026-02-16"),
    ("notice.channel", "email"),
    ("notice.purpose", "What weekends should look like."),
    ("papers.sent", "2026-02-20"),
    ("timing.considered", "polled the forum"),
    ("venue.mode", "in-person"),
    ("venue.name", "Orchard Hall"),
    ("venue.access.step_free", "yes"),
    ("venue.access.hearing_loop", "no"),
    ("attendance.parents", "6"),
    ("attendance.cyp", "<5"),
    ("forum.invited", "2026-01-19"),
    ("service_parents.involved", "yes"),
    ("cyp.involved", "yes"),
    ("cyp.method", "photo diaries"),
    ("wider_input.opened", "2026-02-10"),
    ("wider_input.closed", "2026-02-24"),
    ("reach.invited", "240"),
    ("feedback.sent", "2026-03-20"),
    ("feedback.you_said", "Saturdays matter."),
    ("feedback.we_did", "Two clubs from June."),
    ("forum_feedback.sent", "2026-03-12"),
    ("minutes", "Saturdays first."),
    ("ladder", "participation"),
    ("experience.complaint", "no"),
];

/// A record with some of the leaves.
fn record(leaves: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    let mut record = json!({});
    for (path, value) in KNOWN_BY.iter().copied().chain(leaves) {
        let (groups, name) = path.rsplit_once('.').unwrap_or(("", path));
        let groups = groups.split('.').filter(|group| !group.is_empty());
        let empty = || Value::Object(Map::new());
        let group = groups.fold(&mut record, |group, name| {
            let group = group.as_object_mut().unwrap();
            group.entry(name).or_insert_with(empty)
        });
        group[name] = json!(value);
    }
    record.to_string()
}

/// Every verdict that is not about a file, by clause and subject.
fn verdicts(files: &[(&str, &str)]) -> BTreeMap<(String, SubjectKind), Vec<Verdict>> {
    let bench = Bench::new(files);
    let mut all: BTreeMap<(String, SubjectKind), Vec<Verdict>> = BTreeMap::new();
    for finding in bench.audit(AS_OF).findings {
        if finding.about.kind != SubjectKind::File {
            let key = (finding.clause.id.clone(), finding.about.kind);
            all.entry(key).or_default().push(finding.verdict);
        }
    }
    all
}

#[test]
fn a_record_that_stands_twice_is_the_record() {
    let examples = crate::root().join("examples/strategy-group/records");
    let mut texts: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(examples).unwrap() {
        let path = entry.unwrap().path();
        if !path.ends_with("registers.yaml") {
            texts.push(std::fs::read_to_string(path).unwrap());
        }
    }
    texts.push(
        std::fs::read_to_string(crate::root().join("examples/every-field/engagement.yaml"))
            .unwrap(),
    );
    assert!(texts.len() > 15);
    for text in texts {
        let once = verdicts(&[("a.yaml", &text)]);
        assert_eq!(
            once,
            verdicts(&[("a.yaml", &text), ("b.yaml", &text)]),
            "{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Each leaf stands in one file, in the other, in both, or in none.
    #[test]
    fn a_record_in_pieces_is_the_record(where_to in prop::collection::vec(0..4_u8, LEAVES.len())) {
        let placed = || LEAVES.iter().copied().zip(where_to.iter().copied());
        let of = |file: u8| record(placed().filter_map(|(leaf, at)| (at & file != 0).then_some(leaf)));
        let (one, other, whole) = (of(1), of(2), of(3));
        let expected = verdicts(&[("a.json", &whole)]);
        prop_assert_eq!(&expected, &verdicts(&[("a.json", &one), ("b.json", &other)]));
        prop_assert_eq!(&expected, &verdicts(&[("a.json", &other), ("b.json", &one)]));
    }

    /// Three files of which each pair may contradict each other.
    #[test]
    fn the_order_of_files_does_not_matter(
        where_to in prop::collection::vec(0..8_u8, LEAVES.len()),
        wrong in prop::collection::vec(0..8_u8, LEAVES.len()),
        (first, second) in (0..3_usize, 0..2_usize),
    ) {
        let other = |path: &'static str| -> Option<&'static str> {
            Some(match path {
                "end" => "13:00",
                "status" => "cancelled",
                "audience" => "staff",
                "notice.sent" => "2026-02-17",
                "notice.purpose" => "Weekends.",
                "venue.name" => "Orchard Hall, Mill Street",
                "venue.access.step_free" => "no",
                "attendance.parents" => "5-9",
                "attendance.cyp" => "2",
                "project" => "transport",
                "feedback.sent" => "2026-03-24",
                _ => return None,
            })
        };
        let of = |file: u8| {
            let placed = LEAVES.iter().zip(where_to.iter().zip(&wrong));
            let here = placed.filter(|(_, (at, _))| **at & file != 0);
            record(here.map(|((path, value), (_, wrong))| {
                let value = other(path).filter(|_| wrong & file != 0).unwrap_or(value);
                (*path, value)
            }))
        };
        let mut files = vec![of(1), of(2), of(4)];
        let read = |files: &[String]| {
            let named: Vec<_> = ["a.json", "b.json", "c.json"].into_iter().zip(files.iter().map(String::as_str)).collect();
            verdicts(&named)
        };
        let expected = read(&files);
        files.swap(0, first);
        files.swap(1, 1 + second);
        prop_assert_eq!(expected, read(&files));
    }
}
