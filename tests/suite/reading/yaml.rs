//! A second opinion on YAML: the maintained successor of `serde_yaml` reads the same files.

use engagement_records::fields::read_date;
use serde_yaml::Value;

use crate::{Bench, root};

/// The text that our reader gives for a field, by way of its title.
fn title(text: &str) -> Option<String> {
    let bench = Bench::new(&[("a.yaml", text)]);
    bench
        .reading
        .records
        .engagements
        .first()
        .and_then(|record| record.title.get().cloned())
}

#[test]
fn texts_are_read_alike() {
    for text in [
        "title: plain words",
        "title: 'single ''quoted'' words'",
        "title: \"double \\\"quoted\\\" \\u00e9 words\"",
        "title: >\n  folded\n  over lines\n",
        "title: |\n  kept\n  in lines\n",
        "title: &a anchored\nproject: *a",
        "{ title: in flow, kind: meeting }",
        "title: a plain text\n  over two lines",
        "title: with # in it",
        "title: 014 and 0o14",
        "\"title\": json style",
    ] {
        let theirs: Value = serde_yaml::from_str(text).unwrap();
        let theirs = theirs["title"].as_str().map(|text| text.trim().to_owned());
        assert_eq!(title(text), theirs, "{text}");
        assert!(title(text).is_some(), "{text}");
    }
}

#[test]
fn the_built_in_charter_is_read_alike() {
    let text = std::fs::read_to_string(root().join("charter.yaml")).unwrap();
    let theirs: Value = serde_yaml::from_str(&text).unwrap();
    let ours = Bench::new(&[]).charter.charter;
    let clauses = theirs["clauses"].as_sequence().unwrap();
    assert_eq!(clauses.len(), ours.clauses.len());
    for (theirs, ours) in clauses.iter().zip(&ours.clauses) {
        assert_eq!(theirs["id"].as_str(), Some(ours.id.as_str()));
        assert_eq!(theirs["says"].as_str(), Some(ours.says.as_str()));
        assert_eq!(theirs["severity"].as_str(), Some(ours.severity.word()));
    }
    for school in &ours.calendar.schools {
        let theirs = &theirs["calendar"]["schools"][school.id.as_str()];
        let terms = theirs["terms"].as_sequence().unwrap();
        assert_eq!(terms.len(), school.terms.len());
        for (theirs, ours) in terms.iter().zip(&school.terms) {
            assert_eq!(read_date(theirs["first"].as_str().unwrap()), Ok(ours.first));
            assert_eq!(read_date(theirs["last"].as_str().unwrap()), Ok(ours.last));
        }
    }
}

/// A list that somebody wrote as one text is one, where each part of it is known.
#[test]
fn a_text_with_commas_is_a_list_where_each_part_is_known() {
    let audience = |written: &str| {
        let text = format!("title: Board\nkind: meeting\ndate: 2026-03-12\n{written}\n");
        let bench = Bench::new(&[("a.yaml", &text)]);
        let record = &bench.reading.records.engagements[0];
        let audience = record.audience.get().map(Vec::len);
        let organisers = record.organisers.get().map(Vec::len);
        let codes: Vec<&str> = bench.faults().iter().map(|fault| fault.0).collect();
        (audience, organisers, codes)
    };
    for (written, expected) in [
        ("audience: parents, cyp", (Some(2), None)),
        ("audience: parents and cyp", (Some(2), None)),
        ("audience: \"parents; cyp; staff\"", (Some(3), None)),
        ("audience: parents", (Some(1), None)),
        ("organisers: council, forum", (None, Some(2))),
        (
            "organisers: council; Warrington Parents and Carers",
            (None, Some(2)),
        ),
        ("organisers: Warrington Parents and Carers", (None, Some(1))),
    ] {
        let (audience, organisers, codes) = audience(written);
        assert_eq!((audience, organisers), expected, "{written}");
        assert_eq!(codes, [""; 0], "{written}");
    }
    // What is not known is a fault of all of it, and a place may have a comma.
    for written in ["audience: parents, zebras", "organisers: council, Jim"] {
        let (audience, organisers, codes) = audience(written);
        assert_eq!((audience, organisers), (None, None), "{written}");
        assert_eq!(codes.len(), 1, "{written}");
    }
    let text = "title: B\nkind: meeting\ndate: 2026-03-12\n\
                scope_for_change: { in: \"hours, days\" }\n";
    let bench = Bench::new(&[("a.yaml", text)]);
    let scope = bench.reading.records.engagements[0].scope_for_change.get();
    assert_eq!(scope.unwrap().within.get().unwrap().len(), 1);
}
