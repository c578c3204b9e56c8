//! What is to be done, by whom and by when.

use std::fs;

use charter_audit::report::{Chance, DueWindow, due};

use super::cli::folder;
use super::run_in;
use crate::Bench;

const CHARTER: &str = "\
extends: built-in
title: Coproduction charter, Northmoor
parties:
  council: { name: Northmoor Council, side: organisation, signed: 2025-09-01 }
  forum: { name: Northmoor Voice, side: forum, signed: 2025-09-01 }
review: { every: 12 months, last: 2026-09-01 }
";

/// Feedback for the board was due on 8 October 2026, ten working days after; the workshop's notice is
/// due fourteen clear days before it, on 30 November, and its papers five clear working days before.
const LOG: &str = "\
Title,Type,Date,Status,Organiser,Who is it for,Notice sent,Papers sent,Feedback sent,Purpose
Board,meeting,24/09/2026,held,council,parents,01/09/2026,10/09/2026,no,How the year will go
Workshop,workshop,15/12/2026,planned,council,parents,,,,Weekend respite for families
";

fn files() -> tempfile::TempDir {
    folder(&[("charter.yaml", CHARTER), ("log.csv", LOG)])
}

#[test]
fn one_line_says_by_when_who_what_and_for_what() {
    let folder = files();
    let (code, out, err) = run_in(folder.path(), &["due", ".", "--as-of", "2026-11-29"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let line = out.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "1. Overdue since Thu 8 Oct 2026, Northmoor Council: send feedback (Board, Thu 24 Sep), for \
         Feedback given (O4e1); late, but better than never",
        "By Mon 30 Nov 2026, Northmoor Council: send the notice (Workshop, Tue 15 Dec), for Notice (O4a1) \
         and Purpose explained (O4a2)",
        "By Mon 7 Dec 2026, Northmoor Council: send the papers (Workshop, Tue 15 Dec), for Papers in \
         time (O4a3)",
        "By Thu 31 Dec 2026, Northmoor Council: send feedback (Workshop, Tue 15 Dec), for Feedback \
         given (O4e1), Feedback in time (O4e2)",
    ] {
        assert!(line.contains(said), "{said}: {line}");
    }
}

#[test]
fn a_window_leaves_out_what_is_later_and_never_what_is_overdue() {
    let folder = files();
    let tasks = |more: &[&str]| {
        let mut args = vec!["due", ".", "--as-of", "2026-11-29", "--format", "csv"];
        args.extend(more);
        let (code, out, err) = run_in(folder.path(), &args);
        let mut rows = csv::Reader::from_reader(out.as_bytes());
        let rows = rows.records().map(Result::unwrap);
        let rows: Vec<String> = rows.map(|row| format!("{} {}", &row[0], &row[4])).collect();
        (code, rows, err)
    };
    let until = ["2026-10-08 send feedback", "2026-11-30 send the notice"].map(str::to_owned);
    for window in [
        &["--due-by", "2026-11-30"][..],
        &["--within", "1 day"],
        &["--within", "1 working days"],
    ] {
        let (code, rows, err) = tasks(window);
        assert_eq!(
            (code, rows.as_slice()),
            (0, until.as_slice()),
            "{window:?} {err}"
        );
    }
    let (code, rows, _) = tasks(&["--overdue"]);
    assert_eq!((code, rows.as_slice()), (1, &until[..1]));
    let (code, rows, _) = tasks(&["--overdue", "--party", "forum"]);
    assert_eq!((code, rows.len()), (0, 0));
    let (code, _, err) = tasks(&["--within", "soon"]);
    assert!(code == 2 && err.contains("soon"), "{err}");
    let (code, _, err) = tasks(&["--alarm", "2"]);
    assert!(
        code == 2 && err.contains("--alarm is for calendars"),
        "{err}"
    );
}

#[test]
fn a_calendar_is_the_same_each_time_and_lasts_whole_days() {
    let folder = files();
    let args = [
        "due",
        ".",
        "--as-of",
        "2026-11-29",
        "-o",
        "due.ics",
        "--alarm",
        "2",
    ];
    let written = || {
        let (code, out, err) = run_in(folder.path(), &args);
        assert_eq!((code, out.as_str()), (0, ""), "{err}");
        fs::read_to_string(folder.path().join("due.ics")).unwrap()
    };
    let first = written();
    // It lies in the folder now, and is a calendar; nobody takes it for records.
    let second = written();
    assert_eq!(first, second);
    let lines: Vec<&str> = first.split("\r\n").collect();
    let count = |line: &str| lines.iter().filter(|known| **known == line).count();
    assert_eq!(count("BEGIN:VEVENT"), count("BEGIN:VALARM"));
    assert_eq!(count("DTSTART;VALUE=DATE:20261130"), 1);
    assert!(!first.contains("DTEND"), "{first}");
    // Nine in the morning two days before is 39 hours before midnight.
    assert!(lines.contains(&"TRIGGER:-PT140400S"), "{first}");
    let uids = |text: &str| -> Vec<String> {
        let all = text.split("\r\n").filter(|line| line.starts_with("UID:"));
        all.map(str::to_owned).collect()
    };
    let all = uids(&first);
    let mut once = all.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), all.len());
    // A meeting that has an id keeps its tasks when it moves.
    let moved = |day: &str| {
        let record = format!(
            "id: board\ntitle: Board\nkind: meeting\nstatus: planned\ndate: {day}\n\
             organisers: [council]\n"
        );
        let bench = Bench::under(Some(CHARTER), &[("a.yaml", &record)]);
        bench.report("2026-11-01", |report| {
            let tasks = due(report, DueWindow::default()).into_iter();
            let mut known: Vec<String> = tasks.map(|it| it.known_by.to_string()).collect();
            known.sort();
            known
        })
    };
    assert_eq!(moved("2026-12-15"), moved("2026-12-22"));
}

#[test]
fn nothing_becomes_overdue_that_was_not_due_the_day_before() {
    let records =
        format!("{LOG}Drop-in,event,20/01/2027,planned,forum,parents,,,,Meet the new team there\n");
    let bench = Bench::under(Some(CHARTER), &[("log.csv", &records)]);
    let mut day: chrono::NaiveDate = "2026-09-01".parse().unwrap();
    let mut ahead: Vec<(String, Option<chrono::NaiveDate>)> = Vec::new();
    let mut became = 0;
    for _ in 0..365 {
        let as_of = day.to_string();
        ahead = bench.report(&as_of, |report| {
            let tasks = due(report, DueWindow::default());
            for task in tasks.iter().filter(|task| task.is_overdue()) {
                let yesterday = task.due.filter(|due| Some(*due) == day.pred_opt());
                if let Some(due) = yesterday {
                    became += 1;
                    let known = (task.known_by.to_string(), Some(due));
                    assert!(
                        ahead.contains(&known),
                        "{as_of}: {} was not due",
                        task.to_do
                    );
                }
            }
            for task in &tasks {
                let is_past = task.due.is_some_and(|due| due < day);
                assert_eq!(
                    task.chance != Chance::Kept,
                    is_past || task.due.is_none(),
                    "{as_of}"
                );
                if let Chance::Late(until) = task.chance {
                    assert!(until >= day, "{as_of}: nobody can do it any more");
                }
            }
            let kept = tasks.into_iter().filter(|task| !task.is_overdue());
            kept.map(|task| (task.known_by.to_string(), task.due))
                .collect()
        });
        day = day.succ_opt().unwrap();
    }
    assert!(became > 3, "{became}");
}

#[test]
fn what_was_not_read_is_said_in_the_list_itself() {
    let folder = files();
    fs::write(
        folder.path().join("broken.yaml"),
        "title: Board\ndate: soonish\n",
    )
    .unwrap();
    for format in ["text", "json", "ics"] {
        let args = ["due", ".", "--as-of", "2026-11-29", "--format", format];
        let (code, out, _) = run_in(folder.path(), &args);
        let said = match format {
            "json" => "\"complete\": false",
            "ics" => "X-WR-CALDESC:",
            _ => "broken.yaml:2:7",
        };
        assert!(code == 2 && out.contains(said), "{format}: {out}");
    }
}

/// Signed on 1 September 2025, the charter was to be reviewed by 1 September 2026.
#[test]
fn a_first_review_is_to_be_done_until_somebody_writes_that_it_was() {
    let charter = CHARTER.replace(", last: 2026-09-01", "");
    let folder = folder(&[("charter.yaml", &charter), ("log.csv", LOG)]);
    let review = |as_of: &str| {
        let args = [
            "due",
            ".",
            "--as-of",
            as_of,
            "--due-by",
            "2026-09-01",
            "--format",
            "csv",
        ];
        let (code, out, err) = run_in(folder.path(), &args);
        assert_eq!(code, 0, "{err}");
        let mut rows = csv::Reader::from_reader(out.as_bytes());
        let rows = rows.records().map(Result::unwrap);
        let rows = rows.map(|row| format!("{} {}", &row[0], &row[4]));
        rows.filter(|row| row.contains("review")).collect()
    };
    let to_do = ["2026-09-01 review the charter together"];
    let rows: Vec<String> = review("2026-09-01");
    assert_eq!(rows, to_do);
    let rows: Vec<String> = review("2026-09-02");
    assert_eq!(rows, to_do);
}

/// A charter of which nobody wrote down that it was ever tested: that is open until somebody does it.
#[test]
fn a_first_review_that_is_overdue_is_to_be_done() {
    let charter = "extends: built-in\nparties:\n  \
                   council: { name: Elm, side: organisation, signed: 2024-01-01 }\n  \
                   forum: { name: Elm Forum, side: forum, signed: 2024-01-01 }\n";
    let record = "title: One\nkind: meeting\nstatus: held\ndate: 2026-02-26\n";
    let folder = tempfile::TempDir::new().unwrap();
    let at = folder.path();
    fs::write(at.join("charter.yaml"), charter).unwrap();
    fs::write(at.join("a.yaml"), record).unwrap();
    let (code, out, err) = run_in(at, &["due", "a.yaml", "--as-of", "2026-07-31"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let words: Vec<&str> = out.split_whitespace().collect();
    let words = words.join(" ");
    assert!(
        words.contains("Overdue since Wed 1 Jan 2025, both sides: review the charter together"),
        "{words}"
    );
}
