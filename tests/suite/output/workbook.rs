//! The workbook, read by `calamine`.

use std::io::Cursor;

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use charter_audit::render::{self, Format};
use charter_audit::rules::Verdict;

use super::{AS_OF, HOSTILE, bench};
use crate::bench::unpacked;

#[test]
fn a_reader_that_is_not_ours_sees_every_finding_and_no_formula() {
    let bench = bench();
    let write = || {
        bench.report(AS_OF, |report| {
            render::report(report, Format::Xlsx).unwrap()
        })
    };
    let bytes = write();
    assert_eq!(bytes, write(), "the same bytes each time");
    let parts = unpacked(bytes.clone());
    assert!(!parts.contains("<f>") && !parts.contains("<hyperlink"));
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Findings", "Promises", "About"]);
    let sheet = book.worksheet_range("Findings").unwrap();
    let mut rows = sheet.rows();
    let header: Vec<String> = rows
        .next()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    let at = |name: &str| header.iter().position(|known| known == name).unwrap();
    let audit = bench.audit(AS_OF);
    let rows: Vec<&[Data]> = rows.collect();
    assert_eq!(rows.len(), audit.findings.len());
    for (row, finding) in rows.iter().zip(&audit.findings) {
        assert_eq!(row[at("Clause")].to_string(), finding.clause.id);
        assert_eq!(row[at("Verdict")].to_string(), finding.verdict.in_prose());
        let cell = &row[at("Day")];
        let day = if let Data::DateTime(moment) = cell {
            moment.as_datetime().map(|moment| moment.date())
        } else {
            assert_eq!(cell, &Data::Empty);
            None
        };
        assert_eq!(day, finding.about.day);
    }
    let titles: Vec<String> = rows
        .iter()
        .map(|row| row[at("About")].to_string())
        .collect();
    for title in [HOSTILE[0], HOSTILE[2], HOSTILE[3], HOSTILE[4], HOSTILE[5]] {
        assert!(titles.iter().any(|known| known == title), "{title}");
    }
    let promises = book.worksheet_range("Promises").unwrap();
    let counted: f64 = promises
        .rows()
        .skip(1)
        .map(|row| row[3].get_float().unwrap())
        .sum();
    let not_kept = audit
        .findings
        .iter()
        .filter(|it| it.verdict == Verdict::NotKept);
    assert_eq!(counted.to_string(), not_kept.count().to_string());
}
