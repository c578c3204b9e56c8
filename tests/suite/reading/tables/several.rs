//! Several tables on one sheet, one below the other: each is read under headings of its own.

use super::{faults, record, says, tables};
use crate::Bench;

/// How many engagements and requests there are.
fn counts(bench: &Bench) -> (usize, usize) {
    let records = &bench.reading.records;
    (records.engagements.len(), records.requests.len())
}

#[test]
fn headings_that_are_written_again_with_one_more_lose_no_row_above_them() {
    let bench = tables(&[(
        "log.csv",
        "Title,Date,Parents\nBoard,20/01/2026,4\nPanel,10/02/2026,6\n,,\n\
         Title,Date,Parents,Notice sent\nWorkshop,10/03/2026,8,20/02/2026\n",
    )]);
    assert_eq!(counts(&bench), (3, 0));
    assert_eq!(
        says(&bench, "log#2", "attendance.parents"),
        "Number(Amount { low: 4, high: 4 })"
    );
    assert_eq!(says(&bench, "log#3", "date"), "Date(2026-02-10)");
    assert_eq!(says(&bench, "log#6", "notice.sent"), "Date(2026-02-20)");
    // Above the second row of headings there was no column for the notice, and below it there is.
    assert!(record(&bench, "log#2").notice.no_place().is_some());
    assert_eq!(faults(&bench), []);
}

#[test]
fn a_table_of_another_type_below_the_first_is_read_as_what_it_is() {
    for between in [
        "",
        ",,,\n",
        ",,,\nSpeakers asked for,,,\n",
        "Asks,,,\n,,,\n",
    ] {
        let bench = tables(&[(
            "log.csv",
            &format!(
                "Meeting,Date,Organised by,Parents attending\nBoard,20/01/2026,council,4\n\
                 Panel,10/03/2026,council,8\n{between}\
                 Request,Date asked,Needed by,Reply date\n\
                 Speaker on transport,05/01/2026,05/02/2026,12/01/2026\n"
            ),
        )]);
        assert_eq!(counts(&bench), (2, 1), "{between}");
        let request = &bench.reading.records.requests[0];
        let answered = format!("{:?}", request.answered);
        assert!(answered.contains("2026-01-12"), "{answered}");
        assert_eq!(faults(&bench), [], "{between}");
    }
}

#[test]
fn the_first_table_may_be_of_another_type_or_of_no_records() {
    let meetings = "Meeting,Date\nBoard,20/01/2026\n";
    let asks = "Request,Date asked,Needed by\nSpeaker,05/01/2026,05/02/2026\n";
    let bench = tables(&[("log.csv", &format!("{asks}{meetings}"))]);
    assert_eq!(counts(&bench), (1, 1));
    let actions = "Action,Owner\nBook the room,Kim\nAsk the speaker,Kim\n";
    for table in [
        format!("{actions}{meetings}"),
        format!("{meetings}{actions}"),
    ] {
        let bench = tables(&[("log.csv", &table)]);
        assert_eq!(counts(&bench), (1, 0), "{table}");
        let codes: Vec<&str> = faults(&bench).into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, ["other-table"], "{table}");
    }
}

#[test]
fn a_second_table_may_have_fewer_headings_in_other_columns_and_a_line_above_them() {
    let bench = tables(&[(
        "log.csv",
        "Meeting,Date,Parents\nBoard,20/01/2026,4\n\nMeeting,Date\nPanel,10/02/2026\n\
         Spring,,\n,When,\nDate,Title,\n10/03/2026,Workshop,\n",
    )]);
    assert_eq!(counts(&bench), (3, 0));
    assert!(record(&bench, "log#5").attendance.no_place().is_some());
    assert_eq!(says(&bench, "log#9", "title"), "Text(\"Workshop\")");
    assert_eq!(says(&bench, "log#9", "date"), "Date(2026-03-10)");
}

#[test]
fn headings_that_are_only_repeated_and_rows_of_words_begin_no_table() {
    let bench = tables(&[(
        "log.csv",
        "Title,Type,Audience,Date,Notes\nBoard,meeting,parents,20/01/2026,\n\
         title,TYPE,audience,date,\nFeedback,survey,parents,,Date\nPanel,meeting,parents,10/02/2026,x\n",
    )]);
    assert_eq!(counts(&bench), (3, 0));
    assert_eq!(says(&bench, "log#4", "title"), "Text(\"Feedback\")");
    assert_eq!(says(&bench, "log#4", "date"), "silent");
}
