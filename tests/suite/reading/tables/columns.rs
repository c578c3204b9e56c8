//! What is said of columns: how many rows those have that were not read, which name people, which are
//! blank, and days that a spreadsheet makes of numbers.

use engagement_records::record::Sent;

use super::{faults, says, tables};
use crate::Bench;

/// The messages with a code, and on how many rows each bears.
fn told(bench: &Bench, code: &str) -> Vec<(String, Option<usize>)> {
    bench.report("2026-06-30", |report| {
        let faults = report.faults().filter(|fault| fault.code == code);
        faults
            .map(|fault| (fault.message.to_string(), fault.rows))
            .collect()
    })
}

#[test]
fn a_column_that_was_not_read_says_how_many_rows_it_has() {
    let bench = tables(&[(
        "log.csv",
        "Title,Type,Date,Colour,Shape\n\
         Board,meeting,12/3/2026,red,\nPanel,meeting,19/3/2026,,\nForum,meeting,26/3/2026,blue,\n",
    )]);
    let all =
        "these columns match no field and were not read: `Colour` (2 rows) and `Shape` (0 rows)";
    assert_eq!(told(&bench, "unknown-heading"), [(all.to_owned(), Some(2))]);
    let one = |cell: &str| {
        let table = format!("Title,Type,Date,Colour\nBoard,meeting,12/3/2026,{cell}\n");
        told(&tables(&[("log.csv", &table)]), "unknown-heading")
    };
    let begins = "the column `Colour` matches no field and was not read;";
    let said = format!("{begins} 1 row has something there");
    assert_eq!(one("red"), [(said, Some(1))]);
    let said = format!("{begins} it is blank in every row");
    assert_eq!(one(""), [(said, Some(0))]);
    let bench = tables(&[(
        "log.csv",
        "Title,Type,Date,Notise sent\nBoard,meeting,12/3/2026,1/3/2026\n",
    )]);
    assert_eq!(told(&bench, "unknown-heading")[0].1, Some(1));
}

#[test]
fn of_two_files_about_columns_one_counts_and_the_other_says_so() {
    let log = "Title,Type,Date,FB\nBoard,meeting,12/3/2026,13/3/2026\n";
    let files = [
        ("a/columns.yml", "columns: { FB: papers.sent }\n"),
        ("a/columns.yaml", "columns: { FB: feedback.sent }\n"),
        ("a/log.csv", log),
        ("b/columns.yml", "columns: { FB: minutes }\n"),
    ];
    for order in [[0, 1, 2, 3], [1, 0, 2, 3], [3, 2, 1, 0]] {
        let bench = Bench::new(&order.map(|at| files[at]));
        let [record] = bench.reading.records.engagements.as_slice() else {
            panic!()
        };
        assert!(record.feedback.get().unwrap().sent.get().is_some());
        assert!(record.papers.get().is_none());
        let said = bench.reading.faults.iter();
        let said: Vec<String> = said
            .map(|fault| {
                format!(
                    "{} {}",
                    bench.sources.address(fault.span().unwrap()),
                    fault.code
                )
            })
            .collect();
        assert_eq!(said, ["a/columns.yml:1:1 two-columns-files"]);
    }
}

#[test]
fn a_form_that_asks_those_who_came_is_no_table_of_meetings() {
    let forms = [
        (
            "ID,Start time,Completion time,Email,Name,How useful was it?,What could be better?\n\
             1,02/03/2026 21:14,02/03/2026 21:19,anonymous,Pat Example,Very,More time\n",
            "answers to a form of Microsoft Forms",
        ),
        (
            "ID,Start time,Completion time,Email,Name,Which meeting did you attend?,When was it?\n\
             1,02/03/2026 21:14,02/03/2026 21:19,anonymous,Pat Example,Board,26/02/2026\n",
            "answers to a form of Microsoft Forms",
        ),
        (
            "Timestamp,Email Address,Rate the day,Any comments?\n\
             02/03/2026 21:14:07,pat@forum.example,5,Good\n",
            "answers to a form of Google Forms",
        ),
    ];
    for (form, name) in forms {
        let log = ("log.csv", "Title,Type,Date\nBoard,meeting,12/3/2026\n");
        let bench = tables(&[log, ("form.csv", form)]);
        assert_eq!(bench.reading.records.engagements.len(), 1, "{form}");
        let said = format!("this holds {name}, so nothing in it was read as a record: 1 row");
        assert_eq!(told(&bench, "other-table"), [(said, Some(1))]);
        assert!(!bench.reading.records.incomplete);
    }
}

#[test]
fn a_table_of_something_else_says_how_many_rows_it_has() {
    let bench = tables(&[
        ("log.csv", "Title,Type,Date\nBoard,meeting,12/3/2026\n"),
        (
            "actions.csv",
            "Actions of the group,,\nAction,Owner,Due date\nBook,Kim,1/4/2026\nAsk,Kim,2/4/2026\n",
        ),
    ]);
    let said = "this holds a list of actions, so nothing in it was read as a record: 2 rows";
    assert_eq!(told(&bench, "other-table"), [(said.to_owned(), Some(2))]);
    let not_read = bench.report("2026-06-30", |report| {
        report
            .not_read()
            .map(|fault| fault.code)
            .collect::<Vec<_>>()
    });
    assert!(not_read.contains(&"other-table"), "{not_read:?}");
}

#[test]
fn whoever_came_is_counted_where_somebody_counted_and_never_named() {
    let log = |heading: &str, cells: &[&str]| {
        let rows = cells
            .iter()
            .map(|cell| format!("Board,meeting,12/3/2026,\"{cell}\"\n"));
        let rows: Vec<String> = rows.collect();
        let table = format!("Title,Type,Date,{heading}\n{}", rows.concat());
        tables(&[("log.csv", &table)])
    };
    let exactly = |count: u32| format!("Number(Amount {{ low: {count}, high: {count} }})");
    for heading in [
        "Who came",
        "Attendees present",
        "Who attended?",
        "Attendance",
    ] {
        let bench = log(
            heading,
            &["6 parents, 2 officers", "8 young people", "Pat and Sam"],
        );
        assert_eq!(
            says(&bench, "log#2", "attendance.parents"),
            exactly(6),
            "{heading}"
        );
        assert_eq!(
            says(&bench, "log#2", "attendance.staff"),
            exactly(2),
            "{heading}"
        );
        assert_eq!(
            says(&bench, "log#3", "attendance.cyp"),
            exactly(8),
            "{heading}"
        );
        assert_eq!(
            says(&bench, "log#4", "attendance.total"),
            "silent",
            "{heading}"
        );
        assert_eq!(faults(&bench), [], "{heading}");

        let bench = log(heading, &["Pat Example, Sam Example", "Kim Example", ""]);
        let said =
            format!("what stands under `{heading}` (2 rows) is about people and was not read");
        assert_eq!(told(&bench, "people-unread"), [(said, Some(2))]);
        let all = format!("{:?} {:?}", bench.reading.records, bench.reading.faults);
        assert!(!all.contains("Example"), "{heading}");
    }
    let bench = log("Who came", &["2 reps", "9 parents", "4 + 1 LA", "11"]);
    assert_eq!(says(&bench, "log#2", "attendance.forum_reps"), exactly(2));
    assert_eq!(says(&bench, "log#3", "attendance.parents"), exactly(9));
    assert_eq!(says(&bench, "log#4", "attendance.staff"), exactly(1));
    assert_eq!(says(&bench, "log#5", "attendance.total"), exactly(11));
    for id in ["log#2", "log#3", "log#4"] {
        assert_eq!(says(&bench, id, "attendance.total"), "silent", "{id}");
    }
    // A number alone may be of anybody, so such a column is left unread.
    let bench = log("Attendees", &["12", "9", "14"]);
    assert_eq!(says(&bench, "log#2", "attendance.total"), "silent");
    assert_eq!(told(&bench, "unknown-heading").len(), 1);
    let bench = log("Head count", &["12", "9", "c. 14"]);
    assert_eq!(says(&bench, "log#2", "attendance.total"), exactly(12));
}

#[test]
fn a_column_that_is_blank_in_every_row_is_named_once_a_file() {
    let bench = tables(&[(
        "log.csv",
        "Title,Type,Date,Feedback sent,Papers sent\n\
         Board,meeting,12/3/2026,,\nPanel,meeting,19/3/2026,,\n",
    )]);
    let said = "no row has anything under `Feedback sent` and `Papers sent`";
    assert_eq!(told(&bench, "blank-column"), [(said.to_owned(), None)]);
    // The blank is a place all the same.
    assert_eq!(
        bench.verdict("2026-06-30", "O4e1", "log#2"),
        charter_audit::rules::Verdict::NotKept
    );
    let filled = |rows: &str| {
        let table = format!("Title,Type,Date,Feedback sent\n{rows}");
        told(&tables(&[("log.csv", &table)]), "blank-column").len()
    };
    let board = "Board,meeting,12/3/2026,\n";
    assert_eq!(filled(board), 0, "one row shows nothing of a column");
    assert_eq!(filled(&format!("{board}{board}")), 1);
    assert_eq!(filled(&format!("{board}{board}Panel,meeting,,TBC\n")), 0);
}

#[test]
fn a_day_of_long_ago_is_a_number_that_somebody_formatted() {
    let day = |cell: &str| {
        let table = format!("Title,Type,Date,Feedback sent\nBoard,meeting,12/3/2026,{cell}\n");
        let bench = tables(&[("log.csv", &table)]);
        let found = told(&bench, "not-said");
        (says(&bench, "log#2", "feedback.sent"), found)
    };
    for (cell, number) in [
        ("18/07/1905", 2026),
        ("1905-07-17", 2025),
        ("12/01/1900", 12),
        ("30/12/1899", 0),
        ("00/01/1900", 0),
        ("1899-12-31", 0),
    ] {
        let (said, faults) = day(cell);
        assert_eq!(said, "unreadable", "{cell}");
        let words = format!(
            "is what a spreadsheet shows as a day for the number {number}, so it is no evidence for \
             `feedback.sent`"
        );
        assert!(
            faults.len() == 1 && faults[0].0.ends_with(&words),
            "{faults:?}"
        );
    }
    assert_eq!(day("20/3/2026"), ("Date(2026-03-20)".to_owned(), vec![]));
}

/// Who came, said or counted: no name comes out.
#[test]
fn who_came_is_counted_and_never_named() {
    for heading in ["Who came", "Who attended", "Who came?"] {
        let log = |cells: [&str; 2]| {
            let text = format!(
                "Title,Date,{heading}\nBoard,12/3/2026,{}\nPanel,19/3/2026,{}\n",
                cells[0], cells[1]
            );
            tables(&[("log.csv", &text)])
        };
        let bench = log(["12", "9"]);
        assert_eq!(bench.reading.records.engagements.len(), 2, "{heading}");
        let total = says(&bench, "log#3", "attendance.total");
        assert_eq!(total, "Number(Amount { low: 9, high: 9 })", "{heading}");
        let bench = log(["12 parents", "\"6 parents, 2 officers\""]);
        let parents = says(&bench, "log#3", "attendance.parents");
        assert_eq!(parents, "Number(Amount { low: 6, high: 6 })", "{heading}");
        let bench = log(["\"Zora Quill, Ned Ash\"", "Ned Ash"]);
        assert_eq!(bench.reading.records.engagements.len(), 2, "{heading}");
        assert_eq!(told(&bench, "people-unread").len(), 1, "{heading}");
        let (shown, _) = bench.outputs("2026-06-30");
        assert!(!shown.contains("Zora") && !shown.contains("Ash"), "{shown}");
    }
    // A request is still one.
    let bench = tables(&[(
        "asks.csv",
        "Request,Date asked,Needed by,Who attended\nSpeaker,1/3/2026,9/3/2026,head of transport\n",
    )]);
    assert_eq!(bench.reading.records.requests.len(), 1);
}

#[test]
fn rows_that_are_no_records_are_counted_nowhere() {
    let bench = tables(&[(
        "log.csv",
        "Title,Type,Date,Colour,Venue\nBoard,meeting,12/3/2026,red,\nSpring 2026,,,,\n\
         Title,Type,Date,Colour,Venue\nPanel,meeting,19/3/2026,blue,\nTotal,,,2,\n",
    )]);
    assert_eq!(
        told(&bench, "unknown-heading"),
        [(
            "the column `Colour` matches no field and was not read; 2 rows have something there"
                .to_owned(),
            Some(2)
        )]
    );
    // The heading that is written again is nothing under itself.
    assert_eq!(told(&bench, "blank-column").len(), 1);
}

/// A day says more than that there was one, whichever of two columns comes first.
#[test]
fn a_day_goes_before_a_yes() {
    for (headings, cells) in [
        ("Feedback sent,Feedback date", "yes,20/03/2026"),
        ("Feedback date,Feedback sent", "20/03/2026,yes"),
    ] {
        let table = format!(
            "Title,Type,Date,{headings}\nBoard,meeting,12/03/2026,{cells}\n\
             Panel,meeting,13/03/2026,,\n"
        );
        let bench = tables(&[("log.csv", &table)]);
        let board = bench.reading.records.engagements.first().unwrap();
        let sent = board.feedback.get().unwrap().sent.get();
        let day = "2026-03-20".parse().unwrap();
        assert_eq!(sent, Some(&Sent::On(day)), "{headings}");
    }
}

/// A total is none of the meetings, wherever its word stands beside its figures.
#[test]
fn a_total_is_no_meeting_wherever_its_word_stands() {
    let log = |last: &str| {
        format!(
            "Title,Type,Date,Parents attended,Venue,Checked\nBoard,meeting,26/02/2026,12,,\n\
             Panel,meeting,27/02/2026,140,,\n{last}\n"
        )
    };
    for (last, records) in [
        ("Total,,,152,,", 2),
        (",,,152,,Total", 2),
        (",,,152,Total attendance,", 2),
        // What has other words is more than a total.
        (",,,152,Elm Hall,Total", 3),
        (",meeting,28/02/2026,152,,Total", 3),
    ] {
        let bench = tables(&[("log.csv", &log(last))]);
        assert_eq!(bench.reading.records.len(), records, "{last}");
    }
}
