//! Days that took the place of others, and days of what was not done first: moves, extensions and
//! reminders.

use super::{codes, record, row, says, warnings};

#[test]
fn a_last_day_that_was_put_back_goes_before_the_first_one() {
    let days = |heading: &str, cells: &str| {
        let headings = format!("Title,Type,Opens,Closes,{heading}");
        let bench = row(&headings, &format!("Plan,Survey,02/02/2026,{cells}"));
        assert_eq!(codes(&bench), Vec::<&str>::new(), "{heading}: {cells}");
        ["closes", "extended_from"].map(|path| says(&bench, "log#2", path))
    };
    let date = |day: &str| format!("Date(2026-02-{day})");
    let both = [date("27"), date("13")];
    for (heading, cells) in [
        ("Extended?", "13/02/2026,Extended to 27 Feb 2026"),
        ("Extended?", "13/02/2026,yes - until 27/02/2026"),
        ("Extended to", "13/02/2026,27/02/2026"),
        ("Extended from", "27/02/2026,13/02/2026"),
        ("Extended?", "27/02/2026,from 13/02/2026"),
    ] {
        assert_eq!(days(heading, cells), both, "{heading}: {cells}");
    }
    assert_eq!(
        days("Extended?", "13/02/2026,No"),
        [date("13"), "silent".to_owned()]
    );
    assert_eq!(
        days("Extended?", ",Extended to 27 Feb 2026"),
        [date("27"), "silent".to_owned()]
    );
}

#[test]
fn a_reminder_is_no_first_notice() {
    for (cell, expected) in [
        ("reminder 20/2", "unreadable"),
        ("final reminder 20/02/2026", "unreadable"),
        ("2 Feb, reminder 20 Feb", "Date(2026-02-02)"),
        (
            "02/02/2026 and a reminder on 20/02/2026",
            "Date(2026-02-02)",
        ),
    ] {
        let bench = row(
            "Title,Date,Notice sent",
            &format!("Board,24/02/2026,\"{cell}\""),
        );
        assert_eq!(says(&bench, "log#2", "notice.sent"), expected, "{cell}");
        assert_eq!(codes(&bench), warnings(expected), "{cell}");
    }
}

#[test]
fn both_days_of_a_move_take_their_year_from_the_row() {
    for (cell, notice, expected) in [
        (
            "24 Feb (moved from 17 Feb)",
            "02/02/2026",
            ["2026-02-24", "2026-02-17"],
        ),
        (
            "17/2 - put back to 24/2",
            "02/02/2026",
            ["2026-02-24", "2026-02-17"],
        ),
        (
            "6 Jan (was 16 Dec)",
            "01/12/2025",
            ["2026-01-06", "2025-12-16"],
        ),
    ] {
        let cells = format!("Board,{cell},{notice}");
        let bench = row("Title,Date,Notice sent", &cells);
        let record = record(&bench, "log#2");
        let moves = record.moves().filter_map(|one| one.date.get());
        let days: Vec<String> = record
            .date
            .get()
            .into_iter()
            .chain(moves)
            .map(ToString::to_string)
            .collect();
        assert_eq!(days, expected, "{cells}");
        assert_eq!(says(&bench, "log#2", "status"), "silent", "{cells}");
        assert_eq!(codes(&bench), Vec::<&str>::new(), "{cells}");
    }
    // Where nothing lends a year, the day is no evidence, and nothing was called off.
    let bench = row("Title,Date", "Board,24 Feb (moved from 17 Feb)");
    assert_eq!(says(&bench, "log#2", "status"), "silent");
    assert_eq!(codes(&bench), ["not-said"]);
    let bench = row(
        "Title,Type,Opens,Closes",
        "Plan,Survey,01/02/2026,24 Feb (extended from 17 Feb)",
    );
    assert_eq!(says(&bench, "log#2", "closes"), "Date(2026-02-24)");
    assert_eq!(says(&bench, "log#2", "extended_from"), "Date(2026-02-17)");
}

#[test]
fn a_day_may_be_named_on_which_nothing_was_done() {
    for (cell, why) in [
        (
            "due by 20 March 2026",
            "says a day, but not that it was done then",
        ),
        (
            "promised for 20/3",
            "says a day, but not that it was done then",
        ),
        ("ask the chair", "names no day"),
    ] {
        let bench = row(
            "Title,Date,Feedback sent",
            &format!("Board,12/03/2026,{cell}"),
        );
        assert_eq!(
            says(&bench, "log#2", "feedback.sent"),
            "unreadable",
            "{cell}"
        );
        let [fault] = bench.reading.faults.as_slice() else {
            panic!("{cell}: {:?}", bench.reading.faults)
        };
        assert!(fault.message.contains(why), "{cell}: {:?}", fault.message);
    }
}
