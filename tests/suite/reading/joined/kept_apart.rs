//! What is not the same meeting, or cannot be known to be.

use super::{AS_OF, only, remarks};
use crate::Bench;
use crate::program::run_in;

const BOARD: &str = "title: Board\ndate: 2026-02-26\n";

fn board(start: &str) -> String {
    format!("{BOARD}start: {start}\n")
}

/// How many records there are, and the remarks.
fn read(files: &[(&str, &str)]) -> (usize, Vec<&'static str>) {
    let bench = Bench::new(files);
    (bench.reading.records.engagements.len(), remarks(&bench))
}

#[test]
fn a_start_may_be_missing_but_not_differ() {
    let (ten, two) = (board("10:00"), board("14:00"));
    let apart = vec!["look-alikes"];
    for (files, expected) in [
        (vec![BOARD, BOARD], (1, vec![])),
        (vec![BOARD, &ten], (1, vec![])),
        (vec![&ten, BOARD], (1, vec![])),
        (vec![&ten, &ten, BOARD], (1, vec![])),
        (vec![&ten, &two], (2, apart.clone())),
        // It may be either of them.
        (vec![&ten, &two, BOARD], (3, apart.clone())),
        (vec![BOARD, &ten, &two, &two], (3, apart)),
    ] {
        let names = ["a.yaml", "b.yaml", "c.yaml", "d.yaml"];
        let files: Vec<(&str, &str)> = names.into_iter().zip(files).collect();
        assert_eq!(read(&files), expected, "{files:?}");
    }
}

/// The calendar has what its program writes, and the log what somebody calls it.
#[test]
fn programs_by_which_people_meet_have_several_names() {
    for (one, other, said) in [
        (
            "Microsoft Teams Meeting",
            "Teams",
            Some("Microsoft Teams Meeting"),
        ),
        ("Teams", "Online", Some("Teams")),
        (
            "Virtual",
            "MS Teams (link in email)",
            Some("MS Teams (link in email)"),
        ),
        ("Zoom 845 2201 7763", "zoom", Some("Zoom 845 2201 7763")),
        ("Teams", "Zoom", None),
        ("Teams", "Orchard Hall", None),
    ] {
        for (one, other) in [(one, other), (other, one)] {
            let at = |name: &str| format!("{BOARD}venue: {{ name: {name} }}\n");
            let (one, other) = (at(one), at(other));
            let bench = Bench::new(&[("a.yaml", one.as_str()), ("b.yaml", &other)]);
            let venue = only(&bench).venue.get().unwrap();
            assert_eq!(venue.name.get().map(String::as_str), said, "{one} {other}");
            let disagree = remarks(&bench).contains(&"files-disagree");
            assert_eq!(disagree, said.is_none(), "{one} {other}");
        }
    }
}

#[test]
fn drop_ins_at_two_schools_are_two() {
    let log = |cells: &str| {
        format!("Title,Date,Start time,Venue,Organised by,Parents attending\nDrop-in,{cells}\n")
    };
    let one = log("11/03/2026,10:00,Oak Lane School,PCF,9");
    let apart = vec!["look-alikes"];
    for (cells, expected) in [
        ("11/03/2026,10:00,Elm Road School,PCF,5", (2, apart.clone())),
        ("11/03/2026,,Elm Road School,Council,", (2, apart)),
        (
            "11/03/2026,10:00,Elm Road School,PCF,9",
            (1, vec!["files-disagree"]),
        ),
        (
            "11/03/2026,10:00,Oak Lane School hall,PCF,5",
            (1, vec!["files-disagree"]),
        ),
        ("11/03/2026,10:00,,Council,9", (1, vec!["files-disagree"])),
        ("11/03/2026,10:00,,,", (1, vec![])),
    ] {
        let other = log(cells);
        for files in [
            [("a.csv", one.as_str()), ("b.csv", &other)],
            [("a.csv", &other), ("b.csv", one.as_str())],
        ] {
            assert_eq!(read(&files), expected, "{cells}");
        }
    }
}

#[test]
fn papers_of_a_meeting_have_its_title() {
    for title in [
        "Minutes of the Board, 26 February 2026",
        "Notes from Board",
        "FW: Board",
        "2026-02-26 Board",
        "Board - minutes",
    ] {
        let paper = format!("title: \"{title}\"\ndate: 2026-02-26\n");
        for files in [
            [("a.yaml", BOARD), ("b.yaml", paper.as_str())],
            [("a.yaml", &paper), ("b.yaml", BOARD)],
        ] {
            let bench = Bench::new(&files);
            assert_eq!(only(&bench).title.get().unwrap(), "Board", "{title}");
            assert_eq!(remarks(&bench), Vec::<&str>::new());
        }
    }
}

#[test]
fn a_call_is_opened_before_its_meeting_begins() {
    let report = "Meeting title,Board\nStart time,\"26/02/2026, 09:54:12\"\n\
                  End time,\"26/02/2026, 12:03:40\"\n\n\
                  Name,First join,Last leave,Role\n\
                  Sample Person,\"26/02/2026, 09:58:02\",\"26/02/2026, 12:01:11\",Attendee\n";
    let log = "Title,Date,Start time,End time\nBoard,26/02/2026,10:00,12:00\n";
    for files in [
        [("a.csv", report), ("b.csv", log)],
        [("a.csv", log), ("b.csv", report)],
    ] {
        let bench = Bench::new(&files);
        let record = only(&bench);
        assert_eq!(record.start.get().unwrap().to_string(), "10:00:00");
        assert_eq!(record.end.get().unwrap().to_string(), "12:00:00");
        assert_eq!(remarks(&bench), ["known-export"]);
    }
    // It may be either of two.
    let two = "Title,Date,Start time\nBoard,26/02/2026,09:50\nBoard,26/02/2026,10:00\n";
    assert_eq!(
        read(&[("a.csv", report), ("b.csv", two)]),
        (3, vec!["known-export", "look-alikes"])
    );
}

#[test]
fn titles_that_are_short_for_others_look_the_same() {
    let log = |title: &str, start: &str, by: &str| {
        format!("Title,Date,Start time,Organised by\n{title},21/04/2026,{start},{by}\n")
    };
    let whole = log("Local Offer Working Group", "09:30", "Council");
    for (title, start, by, expected) in [
        ("LO working grp", "09:30", "Council", vec!["look-alikes"]),
        ("LO working grp", "10:30", "Council", vec![]),
        ("LO working grp", "09:30", "PCF", vec![]),
        ("Transport working group", "09:30", "Council", vec![]),
    ] {
        let short = log(title, start, by);
        assert_eq!(
            read(&[("a.csv", &whole), ("b.csv", &short)]),
            (2, expected),
            "{title} {start} {by}"
        );
    }
}

#[test]
fn records_of_one_file_stay_apart() {
    let (ten, two) = (board("10:00"), board("14:00"));
    let sessions = format!("{ten}---\n{two}");
    // Two sessions of one day, in a log and in a calendar.
    assert_eq!(
        read(&[("a.yaml", &sessions), ("b.yaml", &sessions)]),
        (2, vec![])
    );
    assert_eq!(read(&[("a.yaml", &sessions)]), (2, vec![]));
    // Of which it is the other cannot be known.
    assert_eq!(
        read(&[("a.yaml", &sessions), ("b.yaml", BOARD)]),
        (3, vec!["look-alikes"])
    );
    let twice = format!("{ten}---\n{ten}");
    assert_eq!(read(&[("a.yaml", &twice)]), (2, vec!["look-alikes"]));
    assert_eq!(
        read(&[("a.yaml", &twice), ("b.yaml", &ten)]),
        (3, vec!["look-alikes"])
    );
    // One of them surely is.
    let one_without = format!("{ten}---\n{BOARD}");
    assert_eq!(
        read(&[("a.yaml", &one_without), ("b.yaml", &ten)]),
        (2, vec!["look-alikes"])
    );
}

#[test]
fn records_that_were_in_one_file_stay_apart() {
    let [two, three] = ["'log#2'", "'log#3'"].map(|id| format!("id: {id}\n{BOARD}"));
    assert_eq!(
        read(&[("a.yaml", &two), ("b.yaml", &three)]),
        (2, vec!["look-alikes"])
    );
    assert_eq!(read(&[("a.yaml", &two), ("b.yaml", &two)]), (1, vec![]));
    // Files of the same name in different folders are no such file.
    let log = "Title,Date\nBoard,26/02/2026\nPanel,27/02/2026\n";
    assert_eq!(read(&[("a/log.csv", log), ("b/log.csv", log)]), (2, vec![]));
}

#[test]
fn other_days_and_other_titles_are_other_meetings() {
    let later = BOARD.replace("02-26", "03-26");
    assert_eq!(read(&[("a.yaml", BOARD), ("b.yaml", &later)]), (2, vec![]));
    let panel = BOARD.replace("Board", "Panel");
    assert_eq!(read(&[("a.yaml", BOARD), ("b.yaml", &panel)]), (2, vec![]));
    // The same words and more only look the same, and only where the file has no other of them.
    let longer = BOARD.replace("Board", "Short breaks board");
    assert_eq!(
        read(&[("a.yaml", BOARD), ("b.yaml", &longer)]),
        (2, vec!["look-alikes"])
    );
    let both = format!("{BOARD}---\n{longer}");
    assert_eq!(read(&[("a.yaml", &both), ("b.yaml", &longer)]), (2, vec![]));
    // Nothing is known of a day that cannot be read.
    let unread = "title: Board\ndate: 2026-02-30\n";
    let (count, faults) = read(&[("a.yaml", unread), ("b.yaml", BOARD)]);
    assert_eq!((count, faults.len()), (2, 1));
}

#[test]
fn ids_join_unless_everything_else_is_another() {
    let one = "id: x\ntitle: Board\ndate: 2026-02-26\nkind: meeting\n";
    let renamed = one.replace("Board", "Steering group meeting");
    let bench = Bench::new(&[("a.yaml", one), ("b.yaml", &renamed)]);
    assert_eq!(only(&bench).title.get().unwrap(), "Steering group meeting");
    assert_eq!(remarks(&bench), Vec::<&str>::new());
    let moved = one.replace("02-26", "03-05");
    let bench = Bench::new(&[("a.yaml", one), ("b.yaml", &moved)]);
    assert!(only(&bench).date.unreadable().is_some());
    assert_eq!(remarks(&bench), ["files-disagree"]);
    // Two logs that both number from 1.
    let other = renamed.replace("02-26", "03-05");
    assert_eq!(
        read(&[("a.yaml", one), ("b.yaml", &other)]),
        (2, vec!["duplicate-id"])
    );
    // What one file gives twice is a fault as ever, though one of the two is known elsewhere.
    let twice = format!("{one}---\n{moved}");
    assert_eq!(
        read(&[("a.yaml", &twice), ("b.yaml", one)]).1,
        ["duplicate-id"]
    );
}

#[test]
fn three_files_join_where_each_joins_one_other() {
    let log = "id: x\ntitle: Board\ndate: 2026-02-26\n";
    let calendar = "title: Board\ndate: 2026-02-26\nstart: 10:00\n";
    let minutes = "id: x\ntitle: Steering group\ndate: 2026-02-26\n";
    for files in [
        [("a.yaml", log), ("b.yaml", calendar), ("c.yaml", minutes)],
        [("a.yaml", minutes), ("b.yaml", calendar), ("c.yaml", log)],
    ] {
        assert_eq!(read(&files), (1, vec![]));
    }
    // Never two of one file, through whomever.
    let two = format!("{minutes}---\n{calendar}");
    assert_eq!(
        read(&[("a.yaml", log), ("b.yaml", &two)]),
        (2, vec!["look-alikes"])
    );
}

#[test]
fn the_command_line_may_keep_all_apart() {
    let folder = tempfile::TempDir::new().unwrap();
    for name in ["a.yaml", "b.yaml"] {
        std::fs::write(folder.path().join(name), BOARD).unwrap();
    }
    let args = ["check", "--as-of", AS_OF];
    let (_, out, err) = run_in(folder.path(), &args);
    assert!(out.contains("read 1 record "), "{out}");
    assert!(err.contains("1 meeting is in more than one file"), "{err}");
    let (_, out, err) = run_in(folder.path(), &[&args[..], &["--no-join"]].concat());
    assert!(out.contains("read 2 records "), "{out}");
    assert_eq!(err, "");
}
