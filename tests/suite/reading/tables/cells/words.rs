//! Words of lists, times and days as people write them under headings that leave much open.

use super::{codes, row, says};
use crate::Bench;
use crate::reading::tables::tables;

fn engagements(bench: &Bench) -> usize {
    bench.reading.records.engagements.len()
}

/// How many faults there are of one kind.
fn how_often(bench: &Bench, code: &str) -> usize {
    codes(bench).iter().filter(|it| **it == code).count()
}

#[test]
fn start_and_end_are_times_however_they_are_printed() {
    for (start, end, expected) in [
        ("13.30", "15.00", ["13:30", "15:00"]),
        ("10.00", "12.00", ["10:00", "12:00"]),
        ("0930", "1130", ["09:30", "11:30"]),
        ("9:30", "11:30", ["09:30", "11:30"]),
    ] {
        let log = format!(
            "Title,Type,Date,Start,End\nA,meeting,12/03/2026,{start},{end}\n\
             B,meeting,13/03/2026,{start},{end}\n"
        );
        let bench = tables(&[("log.csv", &log)]);
        let record = &bench.reading.records.engagements[0];
        let times = [&record.start, &record.end];
        let times = times.map(|time| time.get().map(|time| time.format("%H:%M").to_string()));
        assert_eq!(times, expected.map(|time| Some(time.to_owned())), "{start}");
    }
}

#[test]
fn a_start_and_an_end_with_their_day_say_all_of_it() {
    let log = "Title,Type,Start,End\nA,Meeting,12/03/2026 10:00,12/03/2026 12:00\n\
               B,Meeting,13/03/2026 10:00,13/03/2026 12:30\n";
    let bench = tables(&[("log.csv", log)]);
    let record = &bench.reading.records.engagements[1];
    assert_eq!(record.date.get().unwrap().to_string(), "2026-03-13");
    assert_eq!(record.start.get().unwrap().to_string(), "10:00:00");
    assert_eq!(record.end.get().unwrap().to_string(), "12:30:00");
    let log =
        "Title,Type,From,To\nA,Meeting,12/03/2026,12/03/2026\nB,Meeting,13/03/2026,14/03/2026\n";
    let bench = tables(&[("log.csv", log)]);
    assert_eq!(engagements(&bench), 2);
    let record = &bench.reading.records.engagements[1];
    assert_eq!(record.date.get().unwrap().to_string(), "2026-03-13");
    assert_eq!(record.last_day.get().unwrap().to_string(), "2026-03-14");
}

#[test]
fn a_day_may_stand_behind_its_time() {
    for (cell, start) in [
        ("10am, 12 March 2026", "10:00:00"),
        ("9.30-11am Thursday 12 March 2026", "09:30:00"),
        ("at 10.15 on 12/03/2026", "10:15:00"),
    ] {
        let bench = row("Title,Type,Date", &format!("Board,meeting,\"{cell}\""));
        let record = &bench.reading.records.engagements[0];
        let day = record.date.get().map(ToString::to_string);
        assert_eq!(day.as_deref(), Some("2026-03-12"), "{cell}");
        assert_eq!(record.start.get().unwrap().to_string(), start, "{cell}");
    }
}

#[test]
fn groups_of_people_are_told_apart() {
    for (cell, expected) in [
        ("Children aged 5-11 and their parents", "cyp parents"),
        ("Parents, young people and schools", "parents cyp staff"),
        ("Parents, health, social care", "parents staff"),
        ("Parent carers; SENCOs", "parents staff"),
        ("Mums and dads", "parents"),
        ("Parents and carers", "parents"),
        ("Children and young people", "cyp"),
        ("Parents of children with SEND", "parents"),
        ("Professionals only", "staff"),
    ] {
        let bench = row(
            "Title,Type,Date,Audience",
            &format!("A,meeting,12/03/2026,\"{cell}\""),
        );
        assert_eq!(codes(&bench), Vec::<&str>::new(), "{cell}");
        let record = &bench.reading.records.engagements[0];
        let audience = record.audience.get().unwrap().iter();
        let audience: Vec<&str> = audience.map(|one| one.value.word()).collect();
        assert_eq!(audience.join(" "), expected, "{cell}");
    }
}

#[test]
fn kinds_are_called_by_what_they_end_with() {
    for (cell, expected) in [
        ("Coffee & chat", "event"),
        ("Online drop-in", "event"),
        ("Strategy Board mtg", "meeting"),
        ("Workshop in the library", "workshop"),
    ] {
        let bench = row("Title,Type,Date", &format!("A,{cell},12/03/2026"));
        let said = says(&bench, "log#2", "kind").to_lowercase();
        assert!(said.contains(expected), "{cell}: {said}");
    }
}

#[test]
fn the_other_order_in_one_column_puts_days_of_the_next_in_doubt() {
    let log = "Title,Date,Invite sent,Feedback sent\nBoard one,3/12/2026,2/16/2026,3/20/2026\n\
               Board two,4/9/2026,3/9/2026,4/10/2026\n";
    let bench = tables(&[("log.csv", log)]);
    for id in ["log#2", "log#3"] {
        assert_eq!(says(&bench, id, "date"), "unreadable", "{id}");
    }
    assert_eq!(how_often(&bench, "mixed-dates"), 3);
    // The same where the keeper says so is read.
    let columns = ("columns.yaml", "dates: month-first\n");
    let bench = tables(&[("log.csv", log), columns]);
    assert_eq!(says(&bench, "log#2", "date"), "Date(2026-03-12)");
}

/// Three meetings with what stands under `Feedback`.
fn feedback(cells: [&str; 3]) -> String {
    let rows = (12..).zip(cells);
    let rows = rows.map(|(day, cell)| format!("A{day},meeting,{day}/09/2025,{cell}\n"));
    format!("Title,Type,Date,Feedback\n{}", rows.collect::<String>())
}

#[test]
fn a_column_of_feedback_is_known_by_words_for_deeds() {
    for cells in [
        ["Sent", "Sent", "N"],
        ["Emailed 16/9", "To follow", "Pending"],
        ["Minutes sent 16/9", "nothing yet", "none received"],
        [
            "Report published 01/06/2026",
            "Results being analysed",
            "To follow",
        ],
    ] {
        let bench = tables(&[("log.csv", &feedback(cells))]);
        assert_eq!(how_often(&bench, "unknown-heading"), 0, "{cells:?}");
        assert_ne!(
            says(&bench, "log#2", "feedback.sent"),
            "silent",
            "{cells:?}"
        );
    }
    // Words of parents, or answers to a question that nobody knows.
    for cells in [["good", "too long", "fine"], ["Yes", "No", "Yes"]] {
        let bench = tables(&[("log.csv", &feedback(cells))]);
        assert_eq!(how_often(&bench, "unknown-heading"), 1, "{cells:?}");
    }
}

#[test]
fn by_email_sets_no_limit_and_a_week_is_no_day() {
    for (cell, expected) in [
        ("by phone 9/2", "Date(2026-02-09)"),
        ("on 09/02/2026 by email", "Date(2026-02-09)"),
        ("sent out w/c 9 Feb", "unreadable"),
        ("by 9/2", "unreadable"),
        ("sent by 09/02/2026", "unreadable"),
    ] {
        let bench = row(
            "Title,Date,Feedback sent",
            &format!("Board,02/02/2026,{cell}"),
        );
        assert_eq!(says(&bench, "log#2", "feedback.sent"), expected, "{cell}");
    }
}

#[test]
fn whether_it_happened_is_a_status() {
    for (cell, expected) in [
        ("Yes", "held"),
        ("No", "cancelled"),
        ("No - cancelled", "cancelled"),
    ] {
        let bench = row(
            "Title,Type,Date,Did it happen?",
            &format!("A,meeting,12/03/2026,{cell}"),
        );
        let said = says(&bench, "log#2", "status").to_lowercase();
        assert!(said.contains(expected), "{cell}: {said}");
    }
}

#[test]
fn parties_that_held_something_together_are_known_however_they_are_joined() {
    let both = "List([Text(\"council\"), Text(\"forum\")])";
    let turned = "List([Text(\"forum\"), Text(\"council\")])";
    for (cell, expected) in [
        ("Council / WarrPAC", both),
        ("LA and PCF", both),
        ("Joint (council + forum)", both),
        ("Jointly: council and forum", both),
        ("WarrPAC with the council", turned),
        ("Council (with the forum)", both),
        ("both (LA & PCF)", both),
        ("Council - forum", both),
        (
            "Co-hosted by council and Warrington Parents and Carers",
            both,
        ),
        (
            "joint event: Warrington Parents & Carers Forum plus LA",
            turned,
        ),
        ("in partnership: Council; forum", both),
        ("Council (SEND team)", "List([Text(\"council\")])"),
        ("Council transport team", "List([Text(\"council\")])"),
        ("WBC SEND service", "List([Text(\"council\")])"),
        ("Transport team", "List([Text(\"council\")])"),
        ("Forum chair", "List([Text(\"forum\")])"),
        ("Council transport team and forum reps", both),
        ("Council for Disabled Children", "unreadable"),
        ("Forum Theatre Company", "unreadable"),
        ("Council & ICB", "unreadable"),
        ("Joint (council + school)", "unreadable"),
        ("council led by Jim", "unreadable"),
        ("run by", "unreadable"),
    ] {
        let log = format!("Title,Type,Date,Organised by\nA,meeting,12/03/2026,\"{cell}\"\n");
        let bench = tables(&[("log.csv", &log)]);
        let said = says(&bench, "log#2", "organisers");
        assert_eq!(said, expected, "{cell}");
        let is_unclear = expected == "unreadable";
        assert_eq!(
            how_often(&bench, "not-said"),
            usize::from(is_unclear),
            "{cell}"
        );
    }
}
