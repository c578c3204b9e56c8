//! Columns that only their words, their cells or a heading above them explain: what they never say.

use super::{faults, record, says, tables};
use crate::Bench;

/// One log with these lines, read.
fn log(lines: &[&str]) -> Bench {
    tables(&[("log.csv", &(lines.join("\n") + "\n"))])
}

#[test]
fn what_is_known_by_itself_means_the_same_under_a_heading_over_several_columns() {
    let bench = log(&[
        ",When,,Who",
        "Meeting,Date,Time,Parents",
        "Board,16/09/2025,9.30am - 11am,4",
        "Panel,18/11/2025,10-12,3",
        "Forum,19/11/2025,3pm,5",
    ]);
    assert_eq!(faults(&bench), []);
    assert_eq!(says(&bench, "log#3", "date"), "Date(2025-09-16)");
    assert_eq!(says(&bench, "log#3", "start"), "Time(09:30:00)");
    assert_eq!(says(&bench, "log#4", "end"), "Time(12:00:00)");
    assert_eq!(says(&bench, "log#5", "start"), "Time(15:00:00)");
    let bench = log(&[
        ",When,,",
        "Meeting,Date,Start,Parents",
        "Board,16/09/2025,10:00,4",
        "Panel,07/10/2025,13:15,5",
    ]);
    assert_eq!(faults(&bench), []);
    assert_eq!(says(&bench, "log#4", "start"), "Time(13:15:00)");
}

#[test]
fn a_heading_over_several_columns_still_says_what_the_day_below_it_is_of() {
    let bench = log(&[
        ",,Feedback,",
        "Meeting,Date,Date,How",
        "Board,16/09/2025,30/09/2025,email",
    ]);
    assert_eq!(says(&bench, "log#3", "date"), "Date(2025-09-16)");
    assert_eq!(says(&bench, "log#3", "feedback.sent"), "Date(2025-09-30)");
}

#[test]
fn notes_are_no_feedback_unless_they_are_days_on_which_it_was_sent() {
    for heading in ["Notes", "Remarks", "Comments"] {
        for above in ["", ",When,,\n"] {
            let bench = tables(&[(
                "log.csv",
                &format!(
                    "{above}Meeting,Date,Time,{heading}\nBoard,16/09/2025,10-12,\n\
                     Panel,17/09/2025,10-12,\n"
                ),
            )]);
            for record in &bench.reading.records.engagements {
                assert!(record.feedback.no_place().is_some(), "{heading} {above}");
            }
            let proposed = bench.report("2026-06-30", |report| {
                let helps = report.faults().filter_map(|fault| fault.help);
                helps.map(|help| help.to_string()).collect::<String>()
            });
            assert!(!proposed.contains("perhaps"), "{proposed}");
        }
    }
    let bench = log(&[
        "Meeting,Date,Notes",
        "Board,16/09/2025,30/09/2025",
        "Panel,17/09/2025,01/10/2025",
        "Forum,18/09/2025,",
    ]);
    assert_eq!(says(&bench, "log#3", "feedback.sent"), "Date(2025-10-01)");
    assert!(record(&bench, "log#4").feedback.no_place().is_some());
}

#[test]
fn a_blank_is_one_for_a_field_only_where_somebody_wrote_that_its_column_is() {
    // `Feedback sent` is a heading of the field; the other says the same in words of its own.
    for (heading, is_place) in [
        ("Feedback sent", true),
        ("When was feedback given to parents?", false),
    ] {
        let bench = tables(&[(
            "log.csv",
            &format!("Meeting,Date,{heading}\nBoard,16/09/2025,30/09/2025\nPanel,17/09/2025,\n"),
        )]);
        let sent = says(&bench, "log#2", "feedback.sent");
        assert_eq!(sent, "Date(2025-09-30)", "{heading}");
        let has_place = record(&bench, "log#3").feedback.no_place().is_none();
        assert_eq!(has_place, is_place, "{heading}");
    }
}
