//! Rows and lines, which hold every finding in its order.

use charter_audit::render::{self, Format};
use serde_json::Value;

use super::{AS_OF, HOSTILE, bench};
use crate::json_of;

#[test]
fn every_finding_is_a_row_a_line_and_an_entry_of_the_document_in_the_same_order() {
    let bench = bench();
    let whole: Value = serde_json::from_str(&json_of(&bench, AS_OF)).unwrap();
    let findings = whole["findings"].as_array().unwrap();
    let (table, lines) = bench.report(AS_OF, |report| {
        let bytes = |format| render::report(report, format).unwrap();
        (bytes(Format::Csv), bytes(Format::JsonLines))
    });
    let lines = String::from_utf8(lines).unwrap();
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), findings.len());
    for (line, finding) in lines.iter().zip(findings) {
        for (name, value) in finding.as_object().unwrap() {
            assert_eq!(&line[name], value, "{name}");
        }
        assert_eq!(line["as_of"], AS_OF);
        assert!(line["says"].as_str().unwrap().len() > 10);
    }
    let table = table.strip_prefix(b"\xEF\xBB\xBF").unwrap();
    let mut reader = csv::Reader::from_reader(table);
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|known| known == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), findings.len());
    for (row, finding) in rows.iter().zip(findings) {
        let cell = |name: &str| row.get(at(name)).unwrap();
        let bare = |text: &str| text.strip_prefix('\'').unwrap_or(text).to_owned();
        assert_eq!(cell("Clause"), finding["clause"]);
        assert_eq!(cell("Verdict").replace(' ', "-"), finding["verdict"]);
        assert_eq!(bare(cell("Evidence")), finding["words"].as_str().unwrap());
        assert_eq!(cell("Id"), finding["subject"]["id"]);
        assert_eq!(cell("Line"), finding["place"]["line"].to_string());
        for cell in row {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
        }
    }
    // The first hostile title is there as it was written.
    assert!(
        rows.iter()
            .any(|row| row.get(at("About")) == Some(HOSTILE[0]))
    );
}
