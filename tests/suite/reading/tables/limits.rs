//! Tables that are larger than any log is, or never end.

use super::{faults, says, tables};

#[test]
fn a_mark_that_never_closes_is_shown_on_its_line_and_reading_stops_after_many() {
    let pair = "Board,meeting,2026-02-26\n\"Second,meeting,2026-03-01\n";
    let text = format!(
        "Title,Type,Date\n{}Last,meeting,2026-04-01\n",
        pair.repeat(20)
    );
    let bench = tables(&[("log.csv", &text)]);
    assert_eq!(bench.reading.records.engagements.len(), 20);
    assert!(bench.reading.records.incomplete);
    let faults = faults(&bench);
    assert_eq!(faults.len(), 21);
    assert_eq!(faults[0], ("quote-not-closed", "log.csv › A3".to_owned()));
    assert_eq!(faults[20], ("reading-stopped", "log.csv › A42".to_owned()));
    let message = &bench.reading.faults[20].message;
    assert!(
        message.contains("reading stopped at line 42,"),
        "{message:?}"
    );
}

#[test]
fn a_row_without_measure_is_a_fault_of_its_own() {
    let long = "x".repeat(1 << 20);
    let text = format!("Title,Type,Date\n{long},meeting,2026-03-01\nBoard,meeting,2026-02-26\n");
    let bench = tables(&[("log.csv", &text)]);
    assert_eq!(says(&bench, "log#3", "date"), "Date(2026-02-26)");
    assert!(bench.reading.records.incomplete);
    assert_eq!(
        faults(&bench),
        [("row-too-long", "log.csv › A2".to_owned())]
    );
    let message = &bench.reading.faults[0].message;
    assert_eq!(
        message,
        "the row that begins on line 2 of this table is more than 1 MB long, and was not read"
    );
}

#[test]
fn a_table_with_too_many_rows_is_refused_before_any_is_read() {
    let text = format!("Title,Type,Date\n{}", "x\n".repeat(200_000));
    let bench = tables(&[("log.csv", &text)]);
    assert!(bench.reading.records.engagements.is_empty());
    assert!(bench.reading.records.incomplete);
    let [fault] = bench.reading.faults.as_slice() else {
        panic!("one fault: {:?}", bench.reading.faults);
    };
    assert_eq!(fault.code, "too-large");
    assert_eq!(
        identifiers::redact::Redactor::default().redact_lines(&fault.message),
        "this table is too large to be read: more than 200,000 rows in it are filled"
    );
}

#[test]
fn more_columns_for_one_field_than_are_read_are_a_fault() {
    let text = format!(
        "Title,Type,Date{}\nBoard,meeting,2026-02-26{}2026-03-01\n",
        ",Date".repeat(21),
        ",".repeat(21)
    );
    let bench = tables(&[("log.csv", &text)]);
    assert_eq!(says(&bench, "log#2", "date"), "Date(2026-02-26)");
    // Columns C to V are twenty.
    assert_eq!(
        faults(&bench),
        [("too-many-columns", "log.csv › W1".to_owned())]
    );
}
