//! Rows and lines, which hold every finding in its order.

use charter_audit::render::{self, Format};
use serde_json::Value;

use super::{AS_OF, HOSTILE, bench};
use crate::{Bench, json_of};

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
    let (run, lines) = lines.split_last().unwrap();
    assert_eq!(lines.len(), findings.len());
    for (line, finding) in lines.iter().zip(findings) {
        for (name, value) in finding.as_object().unwrap() {
            assert_eq!(&line[name], value, "{name}");
        }
        assert_eq!(line["as_of"], AS_OF);
        assert!(line["says"].as_str().unwrap().len() > 10);
    }
    assert_eq!(run["tally"], whole["tally"]);
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

#[test]
fn the_last_line_says_what_the_findings_rest_on() {
    // Of two entries one is passed over, and the other has no place for feedback.
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n\
        DTSTART:20260226T100000\r\nSUMMARY:Board\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\n\
        DTSTART;VALUE=DATE:20260216\r\nSUMMARY:Half term\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let bench = Bench::new(&[("calendar.ics", calendar)]);
    let whole: Value = serde_json::from_str(&json_of(&bench, AS_OF)).unwrap();
    let lines = bench.report(AS_OF, |report| {
        render::report(report, Format::JsonLines).unwrap()
    });
    let lines = String::from_utf8(lines).unwrap();
    let run: Value = serde_json::from_str(lines.lines().last().unwrap()).unwrap();
    for name in ["format", "as_of", "records", "outcome", "tally", "faults"] {
        assert_eq!(run[name], whole[name], "{name}");
    }
    assert_eq!(run["charter"], whole["charter"]["digest"]);
    assert_eq!(run["records"]["records"], 1);
    assert_eq!(
        run["records"]["passed_over"],
        serde_json::json!([{ "what": "half terms and school holidays in calendars", "count": 1 }])
    );
    let faults = run["faults"].as_array().unwrap();
    let feedback = faults.iter().find(|fault| {
        let message = fault["message"].as_str().unwrap();
        fault["code"] == "no-place" && message.contains("O4e1")
    });
    assert!(feedback.is_some(), "{run}");
    assert!(run.get("clause").is_none());
}
