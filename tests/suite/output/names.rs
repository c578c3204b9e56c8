//! What a promise is called, and what its failing is, in every format; and whose it is.

use charter_audit::render::{self, Format};
use serde_json::Value;

use crate::Bench;
use crate::bench::{json_of, unpacked};

const AS_OF: &str = "2026-03-31";

fn bench(charter: Option<&str>) -> Bench {
    let board = |title: &str, more: &str| {
        format!(
            "title: {title}\nkind: meeting\nstatus: held\norganisers: [council]\ndate: \
             2026-02-26\n{more}"
        )
    };
    let explained = "notice: { sent: 2026-02-19 }\nexplanations:\n  - clause: O4a1\n    \
                     reason: urgent-statutory-deadline\n    because: A bid closed.\n    \
                     agreed_by: [{ party: forum, role: chair }, { party: council, role: head }]\n    \
                     agreed_on: 2026-02-20\n    instead: notes shared\n    until: 2026-03-31\n";
    let records = [
        ("kept.yaml", board("Kept", "notice: { sent: 2026-02-02 }\n")),
        ("late.yaml", board("Late", "notice: { sent: 2026-02-20 }\n")),
        ("silent.yaml", board("Silent", "")),
        ("told.yaml", board("Told", explained)),
    ];
    let records = records
        .each_ref()
        .map(|(name, text)| (*name, text.as_str()));
    Bench::under(charter, &records)
}

fn written(bench: &Bench, format: Format) -> String {
    let bytes = bench.report(AS_OF, |report| render::report(report, format).unwrap());
    if format.is_text() {
        String::from_utf8(bytes).unwrap()
    } else {
        unpacked(bytes)
    }
}

#[test]
fn only_what_was_not_kept_and_what_is_explained_has_the_name_of_the_failing() {
    let bench = bench(None);
    for format in Format::ALL {
        let text = written(&bench, *format);
        assert!(text.contains("Short notice"), "{format:?}");
        // GitHub shows ten remarks of a kind, and this one is not among them.
        assert!(
            text.contains("Notice") || *format == Format::Github,
            "{format:?}"
        );
    }
    let text = written(&bench, Format::Text);
    assert!(
        text.contains("  Short notice (breach): Late, Thu 26 Feb"),
        "{text}"
    );
    assert!(text.contains("  Short notice: Told, Thu 26 Feb"), "{text}");
    assert!(text.contains("  Notice: Silent, Thu 26 Feb"), "{text}");
    let lines = csv::Reader::from_reader(written(&bench, Format::Csv).as_bytes())
        .records()
        .map(|row| row.unwrap())
        .filter(|row| &row[0] == "O4a1")
        .map(|row| [row[3].to_owned(), row[4].to_owned(), row[9].to_owned()])
        .collect::<Vec<_>>();
    assert_eq!(
        lines,
        [
            ["Notice", "Late", "Short notice"],
            ["Notice", "Silent", ""],
            ["Notice", "Told", "Short notice"],
            ["Notice", "Kept", ""],
        ]
    );
}

#[test]
fn programs_get_both_names() {
    let bench = bench(None);
    let report: Value = serde_json::from_str(&json_of(&bench, AS_OF)).unwrap();
    for list in ["clauses", "findings"] {
        for one in report[list].as_array().unwrap() {
            if one["rule"] == "notice" {
                assert_eq!(one["promise"], "Notice");
                assert_eq!(one["failing"], "Short notice");
            }
        }
    }
    let log: Value = serde_json::from_str(&written(&bench, Format::Sarif)).unwrap();
    let rules = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    let rule = rules.iter().find(|rule| rule["id"] == "O4a1").unwrap();
    assert_eq!(rule["name"], "notice");
    assert_eq!(rule["shortDescription"]["text"], "Notice");
    assert_eq!(rule["properties"]["failing"], "Short notice");
    let junit = written(&bench, Format::Junit);
    assert!(
        junit.contains("classname=\"Notice\" name=\"Late, Thu 26 Feb 2026\""),
        "{junit}"
    );
    assert!(
        junit.contains("message=\"Short notice: sent Fri 20 Feb"),
        "{junit}"
    );
    assert!(
        junit.contains("message=\"explained: Short notice: sent"),
        "{junit}"
    );
}

/// A side with one party that signed is called by its name; one with several is not, and neither
/// is one of which nobody knows that it signed.
#[test]
fn a_side_has_the_name_of_the_one_party_that_signed() {
    let charter = |council: &str, more: &str| {
        format!(
            "extends: built-in\nparties:\n  council: {{ name: Northmere Council, side: \
             organisation{council} }}\n{more}  forum: {{ name: Northmere Parents, side: forum, \
             signed: 2025-09-01 }}\n"
        )
    };
    let trust = "  trust: { name: Northmere Trust, side: organisation, signed: 2025-09-01 }\n";
    for (charter, side, whose) in [
        (
            charter(", signed: 2025-09-01", ""),
            "Northmere Council",
            "Northmere Council",
        ),
        (charter("", ""), "Organisation", "the organisation"),
        (
            charter(", signed: 2025-09-01", trust),
            "Organisation",
            "the organisation",
        ),
    ] {
        let bench = bench(Some(&charter));
        let text = written(&bench, Format::Text);
        assert!(text.contains(&format!("\n{side}: ")), "{text}");
        assert!(text.contains("\nNorthmere Parents: "), "{text}");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&format!("(clause O4a1, {whose}).")), "{text}");
        let csv = written(&bench, Format::Csv);
        assert!(
            csv.contains(&format!("of meetings.,{side},Notice,")),
            "{csv}"
        );
        let page = written(&bench, Format::Html);
        assert!(
            page.contains(&format!("<option value=\"organisation\">{side}<")),
            "{side}"
        );
    }
}
