//! What `columns` shows of tables, hand-worked.

mod unusual;
mod writing;

use std::path::Path;

use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

use super::cli::folder;
use crate::run_in;

/// Two rows of a log, under one heading that nobody knows.
const LOG: &str = "Name of event,When,When were parents first told?,Feedback,Follow up\n\
                   Buses,12/3/2026,1/3/2026,Minutes sent 16/3,yes\n\
                   Respite,19/3/2026,2/3/2026,20/3/2026,\n";

/// What Outlook writes of two entries; nobody in it is real.
const OUTLOOK: &str = "Subject,Start Date,Start Time,End Date,End Time,Meeting Organizer,\
                       Required Attendees,Categories,Location,Mileage,Show time as\n\
                       Board,12/03/2026,10:30:00,12/03/2026,12:00:00,Pat Example,Sam Example,\
                       Meeting,Civic Hall,,2\n\
                       Drop-in,23/04/2026,09:00:00,23/04/2026,10:00:00,Pat Example,,Event,,,2\n";

/// Headings over others.
const TWO_ROWS: &str = ",,,Invitations,,Feedback,\n\
                        Title,Date,Type,Date sent,How,Date sent,Mood\n\
                        Board,12/03/2026,Meeting,20/02/2026,email,20/03/2026,good\n";

/// Runs `columns` in a folder, as of the last day of June 2026.
fn columns(folder: &Path, args: &[&str]) -> (i32, String, String) {
    run_in(
        folder,
        &[&["columns", "--as-of", "2026-06-30"], args].concat(),
    )
}

/// The columns that were understood: heading, field, how that is known and in how many rows there is
/// something, for each table.
fn understood(out: &str) -> Vec<Vec<&str>> {
    let rows = out.lines().filter(|line| {
        let (letters, _) = line.split_once("  ").unwrap_or_default();
        !letters.is_empty() && letters.chars().all(|sign| sign.is_ascii_uppercase())
    });
    rows.map(|row| {
        let cells = row.split("  ").map(str::trim);
        cells.filter(|cell| !cell.is_empty()).collect()
    })
    .collect()
}

/// The lines of a part of the output, from its title to the next blank line.
fn part<'o>(out: &'o str, title: &str) -> Vec<&'o str> {
    let (_, rest) = out
        .split_once(title)
        .unwrap_or_else(|| panic!("{title}: {out}"));
    rest.trim_start()
        .lines()
        .take_while(|line| !line.is_empty())
        .collect()
}

#[test]
fn each_column_says_what_it_was_taken_for_and_why() {
    let folder = folder(&[("log.csv", LOG)]);
    let (code, out, err) = columns(folder.path(), &["log.csv"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.starts_with(
            "log.csv\n-------\nEach row is an engagement; the headings stand in row 1, with 2 \
             rows\nbelow.\n\n"
        ),
        "{out}"
    );
    assert_eq!(
        understood(&out),
        [
            ["A", "Name of event", "title", "heading", "2"],
            ["B", "When", "date", "heading", "2"],
            [
                "C",
                "When were parents first told?",
                "notice.sent",
                "its words",
                "2"
            ],
            ["D", "Feedback", "feedback.sent", "its cells", "2"],
        ]
    );
    assert_eq!(
        part(&out, "Not read:"),
        ["- E Follow up: something in 1 row, such as “yes”"]
    );
    let asked = part(
        &out,
        "Columns that promises ask for, by the heading to add:",
    );
    for line in [
        "- Purpose: for O4a2 (Purpose explained) and O4d2 (Plain language)",
        "- Papers sent: for O4a3 (Papers in time)",
        "- CYP involved: for O2a (Children and young people involved)",
    ] {
        assert!(asked.contains(&line), "{line}: {asked:#?}");
    }
    // There is a column for these.
    for heading in ["Notice sent", "Feedback sent"] {
        assert!(!out.contains(&format!("- {heading}:")), "{out}");
    }
}

#[test]
fn an_export_is_read_as_what_it_is_and_shows_nobody() {
    let folder = folder(&[("calendar.csv", OUTLOOK)]);
    let (code, out, err) = columns(folder.path(), &["calendar.csv"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("\nRead as an Outlook calendar. Each row is an engagement;"),
        "{out}"
    );
    let found = understood(&out);
    for row in [
        ["A", "Subject", "title", "the export", "2"],
        [
            "B",
            "Start Date",
            "date; opens of a survey",
            "its words",
            "2",
        ],
        [
            "F",
            "Meeting Organizer",
            "people, not read",
            "the export",
            "2",
        ],
        [
            "G",
            "Required Attendees",
            "people, not read",
            "the export",
            "1",
        ],
        ["H", "Categories", "kind", "its words", "2"],
    ] {
        assert!(found.contains(&row.to_vec()), "{row:?}: {found:#?}");
    }
    assert_eq!(
        part(&out, "Not read:"),
        [
            "- J Mileage: nothing in any row",
            "- K Show time as: something in 2 rows",
        ]
    );
    for name in ["Pat", "Sam"] {
        assert!(!out.contains(name) && !err.contains(name), "{out}{err}");
    }
}

#[test]
fn headings_over_others_stand_before_them() {
    let folder = folder(&[("log.csv", TWO_ROWS)]);
    let (code, out, _) = columns(folder.path(), &["log.csv"]);
    assert_eq!(code, 0);
    assert_eq!(
        understood(&out),
        [
            ["A", "Title", "title", "heading", "1"],
            ["B", "Date", "date", "heading", "1"],
            ["C", "Type", "kind", "heading", "1"],
            [
                "D",
                "Invitations › Date sent",
                "notice.sent",
                "its words",
                "1"
            ],
            ["E", "Invitations › How", "notice.channel", "its words", "1"],
            [
                "F",
                "Feedback › Date sent",
                "feedback.sent",
                "its words",
                "1"
            ],
        ]
    );
    assert_eq!(
        part(&out, "Not read:"),
        ["- G Feedback › Mood: something in 1 row"]
    );
}

/// Sheets of meetings and of decisions, a list of actions, one without headings, and a blank one.
fn workbook(folder: &TempDir, name: &str) {
    let mut workbook = Workbook::new();
    let sheets: [(&str, &[&[&str]]); 5] = [
        (
            "Meetings 25-26",
            &[
                &["What we did this year"],
                &[],
                &["Meeting", "Date", "Who came", "Invite sent", "Feedbak sent"],
                &["Buses", "12/3/2026", "6 parents", "1/3/2026", "20/3/2026"],
                &["Respite", "19/3/2026", "", "FB", ""],
            ],
        ),
        (
            "Decisions",
            &[
                &["Title", "Project", "Decided on", "Budget code"],
                &["New bus contract", "buses", "10/6/2026", "B12"],
            ],
        ),
        (
            "Actions",
            &[
                &["Action", "Owner", "By when"],
                &["Book hall", "Chair", "1/4/2026"],
            ],
        ),
        ("Notes", &[&["Remember the keys"]]),
        ("Blank", &[]),
    ];
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(*cells) {
                if !cell.is_empty() {
                    sheet.write(row, column, *cell).unwrap();
                }
            }
        }
    }
    workbook.save(folder.path().join(name)).unwrap();
}

#[test]
fn every_sheet_of_a_workbook_is_shown() {
    let folder = folder(&[]);
    workbook(&folder, "log.xlsx");
    let (code, out, err) = columns(folder.path(), &["log.xlsx"]);
    assert_eq!(code, 0, "{err}");
    let titles: Vec<&str> = out
        .lines()
        .filter(|line| line.starts_with("log.xlsx"))
        .collect();
    assert_eq!(
        titles,
        [
            "log.xlsx › Meetings 25-26",
            "log.xlsx › Decisions",
            "log.xlsx › Actions",
            "log.xlsx › Notes",
        ]
    );
    for line in [
        "Each row is an engagement; the headings stand in row 3, with 2 rows\nbelow.",
        "Each row is a decision; the headings stand in row 1, with 1 row below.",
        "This holds a list of actions, so nothing in it is read as a record.",
        "No row of headings was found here, so nothing in it is read.",
    ] {
        assert!(out.contains(line), "{line}: {out}");
    }
    // Under `Who came` stands a number, which counts them.
    assert_eq!(
        part(&out, "Not read:"),
        [
            "- E Feedbak sent: something in 1 row, such as “20/3/2026”",
            "  Perhaps feedback.sent",
        ]
    );
    let decisions = out.split_once("› Decisions").unwrap().1;
    assert_eq!(
        part(decisions, "Not read:"),
        ["- D Budget code: something in 1 row"]
    );
    assert!(err.contains("`FB` names no day"), "{err}");
}

#[test]
fn what_the_keeper_says_is_told_apart() {
    let folder = folder(&[
        ("log.csv", LOG),
        (
            "columns.yaml",
            "columns:\n  \"Follow up\": forum_feedback.sent\n  \"Feedback\": none\n",
        ),
    ]);
    let (code, out, err) = columns(folder.path(), &["log.csv"]);
    assert_eq!(code, 0, "{err}");
    let found = understood(&out);
    for row in [
        ["D", "Feedback", "nothing", "your word", "2"],
        ["E", "Follow up", "forum_feedback.sent", "your word", "1"],
    ] {
        assert!(found.contains(&row.to_vec()), "{row:?}: {found:#?}");
    }
    assert!(!out.contains("Not read:"), "{out}");
    assert!(
        out.contains("\n- Feedback sent: for O4e1 (Feedback given), O4e2 (Feedback in time)"),
        "{out}"
    );
}
