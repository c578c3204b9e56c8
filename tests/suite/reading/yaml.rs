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
