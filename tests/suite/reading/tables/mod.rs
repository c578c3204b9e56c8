//! Tables as people keep them: what becomes a record, what is passed over, what is a fault, and at
//! which cell.

mod attendance;
mod calendars;
mod cells;
mod columns;
mod forms;
mod generated;
mod headings;
mod inferred;
mod limits;
mod messy;
mod newcomers;
mod other_programs;
mod several;
mod years;

use engagement_records::record::Engagement;
use engagement_records::record::view::{Said, View, Viewed};

use crate::{Bench, root};

/// Tables as they would lie in one folder, each for itself.
fn tables(files: &[(&str, &str)]) -> Bench {
    let files = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes().to_vec()));
    Bench::apart(files.collect())
}

/// The code and the address of every fault.
fn faults(bench: &Bench) -> Vec<(&'static str, String)> {
    let faults = bench.reading.faults.iter();
    faults
        .map(|fault| {
            let address = bench.sources.address(fault.span().unwrap());
            (fault.code, address)
        })
        .collect()
}

fn record<'b>(bench: &'b Bench, id: &str) -> &'b Engagement {
    let mut all = bench.reading.records.engagements.iter();
    all.find(|record| record.id.as_str() == id)
        .unwrap_or_else(|| panic!("no record {id}"))
}

/// What a record says in one field: `Date(2026-03-12)`, `silent`, `unreadable`, `some day`
/// or `none`.
fn says(bench: &Bench, id: &str, path: &str) -> String {
    let words = bench.charter.charter.vocabulary();
    let view = View::new(
        Viewed::Engagement(record(bench, id)),
        words,
        "2026-12-31".parse().unwrap(),
    );
    let path: Vec<String> = path.split('.').map(str::to_owned).collect();
    match view.said(&path) {
        Said::Value(value, _) => format!("{value:?}"),
        Said::Missing(_) => "silent".to_owned(),
        Said::Unreadable(_) => "unreadable".to_owned(),
        Said::SomeDay(_) => "some day".to_owned(),
        Said::Denied(_) => "none".to_owned(),
    }
}

#[test]
fn headings_are_found_under_titles_and_over_several_columns() {
    let bench = tables(&[(
        "log.csv",
        "Engagement log 2026,,,,\n\n,,Feedback,,\nTitle,Date,Sent,Channel,By whom\n\
         Board,12/3/2026,20/3/2026,email,x\nTITLE,date,sent,,\nTotal,,,,\n",
    )]);
    assert_eq!(bench.reading.records.len(), 1);
    assert_eq!(says(&bench, "log#5", "date"), "Date(2026-03-12)");
    // The heading above a group belongs to the column below it; the others stand for themselves.
    assert_eq!(says(&bench, "log#5", "feedback.sent"), "Date(2026-03-20)");
    assert_eq!(
        faults(&bench),
        [("unknown-heading", "log.csv › E4".to_owned())]
    );
}

#[test]
fn what_an_area_says_of_its_headings_holds_for_the_tables_beside_it() {
    let table = "Title,Date,Went out on,Initials\nBoard,04/25/2026,04/03/2026,QM\n";
    let columns = "columns:\n  Went out on: notice.sent\n  Initials: none\ndates: month-first\n";
    let bench = tables(&[
        ("a/columns.yaml", columns),
        ("a/log.csv", table),
        ("b/log.csv", table),
    ]);
    assert_eq!(bench.reading.records.len(), 2);
    let here = &bench.reading.records.engagements[0];
    let notice = here.notice.get().unwrap();
    assert!(format!("{:?}", notice.sent).contains("2026-04-03"));
    let codes: Vec<(&str, String)> = faults(&bench);
    assert_eq!(
        codes,
        [
            ("unknown-heading", "b/log.csv › C1".to_owned()),
            ("mixed-dates", "b/log.csv › B2".to_owned()),
        ]
    );
    let wrong = tables(&[("columns.yaml", "columns: { Sent: notice.snt }\ndate: x\n")]);
    let codes: Vec<&str> = wrong
        .reading
        .faults
        .iter()
        .map(|fault| fault.code)
        .collect();
    assert_eq!(codes, ["unknown-field", "unknown-field"]);
    let none = tables(&[("columns.yaml", "- Sent\n")]);
    assert_eq!(none.reading.faults[0].code, "not-columns");
}

#[test]
fn a_charter_can_name_columns() {
    let charter = "extends: built-in\ncolumns: { Went out on: notice.sent }\n";
    let bench = Bench::under(
        Some(charter),
        &[(
            "log.csv",
            "Title,Date,Went out on\nBoard,12/3/2026,1/3/2026\n",
        )],
    );
    assert!(faults(&bench).is_empty());
    assert_eq!(says(&bench, "log#2", "notice.sent"), "Date(2026-03-01)");
}

#[test]
fn dates_that_may_be_either_are_not_read_where_both_orders_are_used() {
    let bench = tables(&[(
        "log.csv",
        "Title,Date\nfirst,25/04/2026\nsecond,03/04/2026\nthird,04/25/2026\nfourth,2026-05-06\n",
    )]);
    assert_eq!(says(&bench, "log#2", "date"), "Date(2026-04-25)");
    assert_eq!(says(&bench, "log#3", "date"), "unreadable");
    assert_eq!(says(&bench, "log#4", "date"), "unreadable");
    assert_eq!(says(&bench, "log#5", "date"), "Date(2026-05-06)");
    assert_eq!(faults(&bench), [("mixed-dates", "log.csv › B2".to_owned())]);
    let fault = &bench.reading.faults[0];
    assert_eq!(bench.sources.address(fault.labels[1].span), "log.csv › B4");
}

#[test]
fn cells_say_more_than_their_column_asks() {
    let bench = tables(&[(
        "log.csv",
        "Title,Date,Time,Status,Notice sent,Feedback sent,Papers sent,Who for,Held\n\
         a,12/3/2026 09:30,,,Y,No,none,Parents/CYP,\n\
         b,CANCELLED 12 March 2026,10am - 12 noon,,45678,N/A,,all sorts,Yes\n\
         c,Thursday 12 March 2026,0930,,soon,,,\"Parents and carers; staff\",\n",
    )]);
    assert_eq!(says(&bench, "log#2", "start"), "Time(09:30:00)");
    // Yes is some day; no is never.
    assert_eq!(says(&bench, "log#2", "notice.sent"), "some day");
    assert_eq!(says(&bench, "log#2", "feedback.sent"), "none");
    assert_eq!(says(&bench, "log#2", "papers.sent"), "none");
    assert_eq!(
        says(&bench, "log#2", "audience"),
        "List([Text(\"parents\"), Text(\"cyp\")])"
    );
    assert_eq!(says(&bench, "log#3", "start"), "Time(10:00:00)");
    assert_eq!(says(&bench, "log#3", "end"), "Time(12:00:00)");
    // 45678 days after the last day of 1899, with a day for the 29 February that 1900 did not have.
    assert_eq!(says(&bench, "log#3", "notice.sent"), "Date(2025-01-21)");
    // Two columns say how far it came, and they do not agree.
    assert_eq!(says(&bench, "log#3", "status"), "Text(\"held\")");
    assert_eq!(
        says(&bench, "log#4", "audience"),
        "List([Text(\"parents\"), Text(\"staff\")])"
    );
    assert_eq!(
        faults(&bench),
        [
            ("blank-column", "log.csv › D1".to_owned()),
            ("perhaps-another-year", "log.csv › E3".to_owned()),
            ("not-said", "log.csv › F3".to_owned()),
            ("not-said", "log.csv › H3".to_owned()),
            ("not-said", "log.csv › E4".to_owned()),
        ]
    );
}

#[test]
fn two_columns_for_one_field_must_agree() {
    let bench = tables(&[(
        "log.csv",
        "Title,Venue,Location\na,Hub,\nb,Hub,Hub\nc,Hub,Hall\nd,,Hall\n",
    )]);
    assert_eq!(says(&bench, "log#2", "venue.name"), "Text(\"Hub\")");
    assert_eq!(says(&bench, "log#3", "venue.name"), "Text(\"Hub\")");
    assert_eq!(says(&bench, "log#4", "venue.name"), "unreadable");
    assert_eq!(says(&bench, "log#5", "venue.name"), "Text(\"Hall\")");
    assert_eq!(faults(&bench), [("two-values", "log.csv › C4".to_owned())]);
}

#[test]
fn a_day_is_more_than_that_there_was_one() {
    for (cells, said, faulty) in [
        ("yes,20/3/2026", "Date(2026-03-20)", false),
        ("yes,20 March", "Date(2026-03-20)", false),
        ("20 March,yes", "Date(2026-03-20)", false),
        ("20/3/2026,Sent to all", "Date(2026-03-20)", false),
        ("yes,", "some day", false),
        (",Shared at the meeting", "some day", false),
        ("yes,Chased x2", "some day", false),
        ("yes,31/4/2026", "unreadable", true),
        ("yes,none", "unreadable", true),
        ("no,Sent", "unreadable", true),
    ] {
        let table = format!("Title,Date,Feedback sent,Feedback date\nBoard,12/3/2026,{cells}\n");
        let bench = tables(&[("log.csv", &table)]);
        assert_eq!(says(&bench, "log#2", "feedback.sent"), said, "{cells}");
        assert_eq!(!faults(&bench).is_empty(), faulty, "{cells}");
    }
}

#[test]
fn a_column_can_say_of_which_type_each_row_is() {
    let bench = tables(&[(
        "log.csv",
        "Record,Title,Decided,Date,Project\nengagement,Board,,12/3/2026,respite\n\
         decision,Contract,10/6/2026,,respite\n",
    )]);
    assert!(faults(&bench).is_empty(), "{:?}", faults(&bench));
    assert_eq!(bench.reading.records.engagements.len(), 1);
    let decision = &bench.reading.records.decisions[0];
    assert_eq!(decision.decided.get().unwrap().to_string(), "2026-06-10");
}

#[test]
fn a_blank_cell_is_the_place_of_what_is_missing() {
    let bench = tables(&[(
        "log.csv",
        "Title,Type,Date,Feedback sent,Notice sent\nBoard,meeting,12/3/2026,,1/2/2026\n",
    )]);
    let audit = bench.audit("2026-06-30");
    let place = |clause: &str| {
        let finding = audit.findings.iter().find(|one| one.clause.id == clause);
        let places = &finding.unwrap().places;
        bench.sources.address(places[0].span)
    };
    assert_eq!(place("O4e1"), "log.csv › D2");
    assert_eq!(place("O4a1"), "log.csv › E2");
}

#[test]
fn a_table_without_headings_is_a_fault_and_not_silence() {
    let bench = tables(&[("log.csv", "Board,12/3/2026\nWorkshop,13/3/2026\n")]);
    assert_eq!(faults(&bench), [("no-headings", "log.csv › A1".to_owned())]);
    assert!(bench.reading.records.incomplete);
    let empty = tables(&[("log.csv", "")]);
    assert_eq!(faults(&empty).len(), 1);
}

#[test]
fn a_total_has_neither_kind_nor_day() {
    let text = "Title,Type,Date,Attended\nTotal,meeting,26/02/2026,\nAverage,,27/03/2026,\n\
                Sum,workshop,,\nTotal,,,40\nTotal,2,2,40\nTotal,all,none,40\n";
    let bench = tables(&[("log.csv", text)]);
    let records = &bench.reading.records.engagements;
    let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids, ["log#2", "log#3", "log#4"]);
}

#[test]
fn a_record_above_the_headings_is_a_warning() {
    let text = "Log printed on,,01/03/2026\nBoard,meeting,26/02/2026\nTitle,Type,Date\n\
                Second,workshop,27/02/2026\n";
    let bench = tables(&[("log.csv", text)]);
    assert_eq!(bench.reading.records.engagements.len(), 1);
    assert_eq!(
        faults(&bench),
        [("above-headings", "log.csv › A2".to_owned())]
    );
    assert!(!bench.reading.faults[0].is_error());
}

#[test]
fn a_workbook_with_the_ending_of_a_text_is_read_as_what_it_is() {
    let bytes = std::fs::read(root().join("examples/formats/twenty-openpyxl.xlsx")).unwrap();
    for name in ["log.csv", "log.yaml"] {
        let bench = Bench::of_bytes(vec![(name, bytes.clone())]);
        assert_eq!(bench.reading.records.len(), 20);
        let codes: Vec<&str> = bench
            .reading
            .faults
            .iter()
            .map(|fault| fault.code)
            .collect();
        assert_eq!(codes, ["wrong-ending"]);
    }
}
