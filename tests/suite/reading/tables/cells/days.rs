//! Days and times in cells, and what people write where one is asked for.

use super::{codes, record, row, says, tables, warnings};
use crate::Bench;
use charter_audit::rules::Verdict;

#[test]
fn days_of_several_are_read_by_what_kind_of_thing_it_is() {
    let days = |bench: &Bench| {
        ["date", "last_day", "opens", "closes"].map(|path| says(bench, "log#2", path))
    };
    let date = |day: &str| format!("Date(2026-{day})");
    let none = || "silent".to_owned();
    for (title, kind, cell, expected) in [
        (
            "Conference",
            "Event",
            "12-13 March 2026",
            [date("03-12"), date("03-13"), none(), none()],
        ),
        (
            "Tour",
            "Event",
            "9 to 13 March 2026",
            [date("03-09"), date("03-13"), none(), none()],
        ),
        (
            "Survey",
            "Survey",
            "02/03/2026 - 20/03/2026",
            [none(), none(), date("03-02"), date("03-20")],
        ),
        (
            "Plan",
            "Consultation",
            "2 Feb 2026 – 30 Apr 2026",
            [none(), none(), date("02-02"), date("04-30")],
        ),
        (
            "Consultation: readiness survey",
            "",
            "2 - 20 March 2026",
            [none(), none(), date("03-02"), date("03-20")],
        ),
        (
            "Fun days",
            "",
            "12 & 13 March 2026",
            [date("03-12"), date("03-13"), none(), none()],
        ),
    ] {
        let bench = row("Title,Type,Date", &format!("{title},{kind},{cell}"));
        assert_eq!(days(&bench), expected, "{cell}");
        assert_eq!(codes(&bench), Vec::<&str>::new(), "{cell}");
        // What is open from day to day is a survey or a consultation in every promise.
        let is_open = record(&bench, "log#2").is_open_period();
        assert_eq!(is_open, expected[2] != "silent", "{cell}");
    }
    let bench = row(
        "Title,Type,Opens,Closes",
        "Survey,Survey,2 - 20 March 2026,",
    );
    assert_eq!(days(&bench), [none(), none(), date("03-02"), date("03-20")]);
}

#[test]
fn a_moved_day_names_the_one_that_was_given_up() {
    for cell in [
        "12/03/2026 (moved from 05/03/2026)",
        "12/03/2026 (rescheduled from 5 March)",
        "12/03/2026 - postponed from 05/03/2026",
        "05/03/2026 (postponed to 12/03/2026)",
    ] {
        for (status, expected) in [("", "silent"), ("Held", "Text(\"held\")")] {
            let bench = row("Title,Date,Status", &format!("Board,{cell},{status}"));
            assert_eq!(says(&bench, "log#2", "date"), "Date(2026-03-12)", "{cell}");
            assert_eq!(says(&bench, "log#2", "status"), expected, "{cell}");
            let moves: Vec<String> = record(&bench, "log#2")
                .moves()
                .map(|one| one.date.get().unwrap().to_string())
                .collect();
            assert_eq!(moves, ["2026-03-05"], "{cell}");
        }
    }
}

#[test]
fn the_year_comes_from_the_day_of_the_row() {
    for (date, notice, feedback, expected) in [
        // 15 January is 13 clear days before the 29th.
        (
            "29/01/2026",
            "15/1",
            "10/2",
            ["2026-01-29", "2026-01-15", "2026-02-10"],
        ),
        (
            "08/01/2026",
            "20 Dec",
            "21/1",
            ["2026-01-08", "2025-12-20", "2026-01-21"],
        ),
        (
            "14/12/2025",
            "1 December",
            "9 Jan",
            ["2025-12-14", "2025-12-01", "2026-01-09"],
        ),
        (
            "\"Thursday 5 March, 18.30\"",
            "1/2/26",
            "16/3",
            ["2026-03-05", "2026-02-01", "2026-03-16"],
        ),
    ] {
        let cells = format!("Board,{date},{notice},{feedback}");
        let bench = row("Title,Date,Invite sent,Feedback sent", &cells);
        let said = ["date", "notice.sent", "feedback.sent"].map(|path| says(&bench, "log#2", path));
        assert_eq!(said, expected.map(|day| format!("Date({day})")), "{cells}");
        assert_eq!(codes(&bench), Vec::<&str>::new(), "{cells}");
    }
    // Nobody sends a notice a year ahead, and 5 March 2026 is a Thursday.
    for cells in [
        "Board,29/01/2026,1/2",
        "Board,,15/1",
        "Board,Friday 5 March,1/2/26",
    ] {
        let bench = row("Title,Date,Invite sent", cells);
        assert_eq!(codes(&bench), ["not-said"], "{cells}");
    }
}

#[test]
fn deeds_are_read_among_other_words() {
    let bench = |feedback: &str| {
        let cells = format!("Board,09/09/2025,{feedback}");
        row("Title,Date,Feedback sent", &cells)
    };
    for (cell, expected) in [
        ("Minutes sent 16/9", "Date(2025-09-16)"),
        ("You said we did sent 20/10", "Date(2025-10-20)"),
        ("yes 10/2", "Date(2026-02-10)"),
        ("Poster given out 1/12", "Date(2025-12-01)"),
        ("01/06/2026 www.council.example/sb", "Date(2026-06-01)"),
        ("No", "none"),
        ("not yet", "none"),
        ("Waiting", "none"),
        ("Not yet published", "none"),
        ("yes", "some day"),
        ("Y - by email", "some day"),
        ("Sent", "some day"),
        ("Shared at the meeting", "some day"),
        ("Minutes emailed to all", "some day"),
        ("Yes - to be sent next week", "unreadable"),
        ("Sent to chair for approval", "unreadable"),
        ("Sent?", "unreadable"),
        ("31/4 sent", "unreadable"),
        ("n/a", "unreadable"),
        ("ditto", "unreadable"),
        ("Chased x2", "unreadable"),
        ("Photos on FB", "unreadable"),
        ("Summary due April", "unreadable"),
        ("due 16/9", "unreadable"),
        ("TBC", "silent"),
        ("", "silent"),
    ] {
        assert_eq!(
            says(&bench(cell), "log#2", "feedback.sent"),
            expected,
            "{cell}"
        );
        assert_eq!(codes(&bench(cell)), warnings(expected), "{cell}");
    }
    for (cell, sent) in [
        ("Facebook 4/9", "Date(2025-09-04)"),
        ("FB", "unreadable"),
        ("\"social media, Jan\"", "unreadable"),
    ] {
        let bench = row(
            "Title,Date,Invite sent",
            &format!("Board,18/09/2025,{cell}"),
        );
        assert_eq!(says(&bench, "log#2", "notice.sent"), sent, "{cell}");
        let channel = format!("Text(\"{}\")", cell.trim_matches('"'));
        assert_eq!(says(&bench, "log#2", "notice.channel"), channel, "{cell}");
    }
}

#[test]
fn times_behind_days_are_read_or_named() {
    for (cell, date, start) in [
        ("5 March 2026 18.30", "2026-03-05", "Time(18:30:00)"),
        ("2026-06-15T23:30:00+0000", "2026-06-16", "Time(00:30:00)"),
        ("2026-06-15T08:30Z", "2026-06-15", "Time(09:30:00)"),
        ("2026-W10-1", "2026-03-02", "silent"),
        ("15 June 2026 3pm-2pm", "2026-06-15", "silent"),
        ("15/06/2026 25:99", "2026-06-15", "silent"),
        ("15 June 2026 4:30", "2026-06-15", "silent"),
    ] {
        let bench = row("Title,Date", &format!("Board,{cell}"));
        assert_eq!(
            says(&bench, "log#2", "date"),
            format!("Date({date})"),
            "{cell}"
        );
        assert_eq!(says(&bench, "log#2", "start"), start, "{cell}");
        let is_told = start == "silent" && !cell.contains('W');
        assert_eq!(codes(&bench) == ["not-said"], is_told, "{cell}");
    }
    // A column of its own settles it.
    let bench = row("Title,Date,Start", "Board,15 June 2026 4:30,16:30");
    assert_eq!(says(&bench, "log#2", "start"), "Time(16:30:00)");
    assert_eq!(codes(&bench), Vec::<&str>::new());
}

#[test]
fn an_event_may_end_with_its_day() {
    for (start, end, expected) in [
        ("18:30", "24:00", "Time(23:59:59)"),
        ("18:30", "midnight", "Time(23:59:59)"),
        ("18:30-24:00", "", "Time(23:59:59)"),
        ("18:30", "00:00", "silent"),
        ("18:30", "26:30", "unreadable"),
    ] {
        let bench = row(
            "Title,Date,Start,End",
            &format!("Board,02/03/2026,{start},{end}"),
        );
        assert_eq!(says(&bench, "log#2", "start"), "Time(18:30:00)", "{start}");
        assert_eq!(says(&bench, "log#2", "end"), expected, "{end}");
    }
    let bench = row("Title,Date,Time", "Board,02/03/2026,9am for 9.30");
    assert_eq!(says(&bench, "log#2", "start"), "Time(09:30:00)");
    let bench = Bench::new(&[(
        "a.yaml",
        "title: Board\ndate: 2026-03-02\nstart: 18:30\nend: 24:00\n",
    )]);
    assert_eq!(says(&bench, "a", "end"), "Time(23:59:59)");
    let bench = Bench::new(&[("a.yaml", "title: Board\ndate: 2026-03-02\nstart: 24:00\n")]);
    assert_eq!(codes(&bench), ["wrong-value"]);
}

#[test]
fn days_that_are_years_away_are_named_and_not_taken() {
    let bench = row("Title,Date,Invites sent", "Third,2005-05-01,2026-04-01");
    assert_eq!(codes(&bench), ["days-far-apart"]);
    assert_eq!(says(&bench, "log#2", "date"), "unreadable");
    assert_eq!(says(&bench, "log#2", "notice.sent"), "Date(2026-04-01)");
    let bench = row("Title,Date,Feedback sent", "Third,2021-05-01,2026-04-01");
    assert_eq!(codes(&bench), Vec::<&str>::new());
    for (cell, expected) in [
        ("26-03-09", vec!["perhaps-year-first"]),
        ("26-03-25", vec![]),
        ("26/03/09", vec![]),
    ] {
        let bench = row("Title,Date", &format!("Board,{cell}"));
        assert_eq!(codes(&bench), expected, "{cell}");
    }
}

#[test]
fn feedback_counts_from_the_last_of_several_days() {
    // Ten working days after Friday 13 March 2026 end on Friday 27 March.
    for (sent, kept) in [("27/03/2026", true), ("28/03/2026", false)] {
        let cells = format!("Tour,Event,9 to 13 March 2026,{sent}");
        let bench = row("Title,Type,Date,Feedback sent", &cells);
        let audit = bench.audit("2026-06-30");
        let mut findings = audit.findings.iter();
        let found =
            findings.find(|finding| finding.clause.id == "O4e2" && finding.about.id == "log#2");
        let verdict = found.map(|finding| finding.verdict);
        assert_eq!(verdict == Some(Verdict::Kept), kept, "{sent}: {verdict:?}");
    }
}

#[test]
fn a_column_of_feedback_is_known_by_days_without_years() {
    let table = "Meeting,Date,Feedback\n\
                 Steering group,09/09/2025,Minutes sent 16/9\n\
                 Coffee morning,18/09/2025,n/a\n\
                 Short breaks,25/09/2025,You said we did sent 20/10\n\
                 Local Offer,07/10/2025,yes\n\
                 SEND board,14/10/2025,ditto\n\
                 Transport,05/11/2025,not yet\n\
                 Fun day,18/02/2026,Photos on FB\n\
                 Meeting,Date,Feedback\n\
                 Workshop,12/03/2026,Minutes 20/3\n";
    let bench = tables(&[("log.csv", table)]);
    let said = |row: u32| says(&bench, &format!("log#{row}"), "feedback.sent");
    assert_eq!(said(2), "Date(2025-09-16)");
    assert_eq!(said(3), "unreadable");
    assert_eq!(said(4), "Date(2025-10-20)");
    assert_eq!(said(5), "some day");
    assert_eq!(said(6), "unreadable");
    assert_eq!(said(7), "none");
    assert_eq!(said(8), "unreadable");
}

#[test]
fn a_moment_in_a_column_of_times_is_its_time() {
    for (start, end) in [
        ("12/03/2026 10:01:12 AM", "12/03/2026 12:05:00 PM"),
        ("\"12/03/2026, 10:01:12\"", "\"12/03/2026, 12:05:00\""),
        ("03/26/2026 10:01 AM", "03/26/2026 12:05 PM"),
        ("2026-03-12 10:01", "2026-03-12 12:05"),
    ] {
        let cells = format!("Board,12/03/2026,{start},{end}");
        let bench = row("Title,Date,Start time,End time", &cells);
        assert_eq!(says(&bench, "log#2", "date"), "Date(2026-03-12)", "{start}");
        assert_eq!(says(&bench, "log#2", "start"), "Time(10:01:00)", "{start}");
        assert_eq!(says(&bench, "log#2", "end"), "Time(12:05:00)", "{end}");
    }
}
