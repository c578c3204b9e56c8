//! Cells that say more than their column asks, or less: each is read for what is plain in it.

mod days;
mod moves;
mod open;
mod words;

use super::{faults, record, says, tables};
use crate::Bench;

/// A table of one row below these headings.
fn row(headings: &str, cells: &str) -> Bench {
    tables(&[("log.csv", &format!("{headings}\n{cells}\n"))])
}

fn codes(bench: &Bench) -> Vec<&'static str> {
    faults(bench).into_iter().map(|(code, _)| code).collect()
}

/// What is said of a cell that is read as this.
fn warnings(expected: &str) -> &'static [&'static str] {
    if expected == "unreadable" {
        &["not-said"]
    } else {
        &[]
    }
}

#[test]
fn a_status_is_its_first_plain_statement() {
    for (cell, expected) in [
        ("Held; next meeting postponed", "Text(\"held\")"),
        ("Held (moved to Teams)", "Text(\"held\")"),
        ("Held, catering cancelled", "Text(\"held\")"),
        ("Completed, one session cancelled", "Text(\"held\")"),
        ("Held. Feedback delayed", "Text(\"held\")"),
        ("Held on new date (was postponed)", "Text(\"held\")"),
        ("Forthcoming", "Text(\"planned\")"),
        ("Cancelled - snow", "Text(\"cancelled\")"),
        ("Planned, now cancelled", "Text(\"cancelled\")"),
        ("Held - cancelled", "unreadable"),
        ("ask Sam", "unreadable"),
    ] {
        let bench = row("Title,Date,Status", &format!("Board,12/03/2026,\"{cell}\""));
        assert_eq!(says(&bench, "log#2", "status"), expected, "{cell}");
        assert_eq!(codes(&bench), warnings(expected), "{cell}");
    }
}

#[test]
fn what_was_held_in_the_end_was_not_called_off() {
    for (cell, expected) in [
        ("Was going to be cancelled but went ahead", "held"),
        ("Held online because venue cancelled", "held"),
        ("Postponed twice, finally held", "held"),
        ("Cancelled, but then took place online", "held"),
        ("Cancelled as the venue was closed", "unreadable"),
        ("Cancelled, then reinstated", "unreadable"),
        ("Was going to be postponed", "unreadable"),
        ("Venue cancelled, moved online", "unreadable"),
        ("Speaker cancelled", "unreadable"),
        ("Cancelled; previous one was held", "unreadable"),
        ("The meeting had to be cancelled (snow)", "cancelled"),
        ("Cancelled by the council", "cancelled"),
    ] {
        let bench = row("Title,Date,Status", &format!("Board,12/03/2026,\"{cell}\""));
        let (said, unclear) = match expected {
            "unreadable" => (expected.to_owned(), vec!["not-said"]),
            word => (format!("Text(\"{word}\")"), vec![]),
        };
        assert_eq!(says(&bench, "log#2", "status"), said, "{cell}");
        assert_eq!(codes(&bench), unclear, "{cell}");
    }
    // In the cell of the day it is the same, and the day stays.
    for (cell, expected) in [
        ("12/03/2026 (venue cancelled so held online)", "silent"),
        ("12 March 2026 - was cancelled but went ahead", "silent"),
        ("12/03/2026 - cancelled", "Text(\"cancelled\")"),
    ] {
        let bench = row("Title,Date", &format!("Board,{cell}"));
        assert_eq!(says(&bench, "log#2", "date"), "Date(2026-03-12)", "{cell}");
        assert_eq!(says(&bench, "log#2", "status"), expected, "{cell}");
        let is_warned = codes(&bench) == ["not-said"];
        assert_eq!(is_warned, expected == "silent", "{cell}");
    }
}

#[test]
fn nobody_comes_to_what_was_called_off() {
    for (date, status, parents, expected) in [
        (
            "12/03/2026",
            "Cancelled",
            "6",
            vec!["called-off-and-attended"],
        ),
        (
            "12/03/2026",
            "Postponed",
            "6",
            vec!["called-off-and-attended"],
        ),
        ("12/03/2026", "Cancelled", "0", vec![]),
        ("12/03/2026", "Held", "6", vec![]),
        (
            "12/03/2026 (moved from 05/03/2026)",
            "Postponed",
            "6",
            vec![],
        ),
    ] {
        let cells = format!("Board,{date},{status},{parents}");
        let bench = row("Title,Date,Status,No. of parents", &cells);
        assert_eq!(codes(&bench), expected, "{cells}");
    }
}

#[test]
fn a_hub_says_that_feedback_was_given_on_some_day() {
    for cell in [
        "We asked you said we did",
        "We Asked, You Said, We Did",
        "Results published",
    ] {
        let bench = row(
            "Title,Type,Closes,Status",
            &format!("Travel,Survey,08/03/2026,\"{cell}\""),
        );
        assert_eq!(says(&bench, "log#2", "status"), "Text(\"held\")", "{cell}");
        assert_eq!(says(&bench, "log#2", "feedback.sent"), "some day", "{cell}");
    }
    let bench = row(
        "Title,Type,Closes,Status,Feedback sent",
        "Travel,Survey,08/03/2026,We asked you said we did,01/04/2026",
    );
    assert_eq!(says(&bench, "log#2", "feedback.sent"), "Date(2026-04-01)");
}

#[test]
fn a_title_may_say_that_it_was_called_off() {
    for (title, expected) in [
        ("CANCELLED - Xmas steering", "Text(\"cancelled\")"),
        ("Panel four (cancelled)", "Text(\"cancelled\")"),
        ("POSTPONED: Board", "Text(\"postponed\")"),
        ("Review of cancelled services", "silent"),
    ] {
        let bench = row("Title,Date", &format!("{title},12/03/2026"));
        assert_eq!(says(&bench, "log#2", "status"), expected, "{title}");
    }
    // Who keeps a column for it has said so there.
    let bench = row("Title,Date,Status", "CANCELLED - Board,12/03/2026,Held");
    assert_eq!(says(&bench, "log#2", "status"), "Text(\"held\")");
    let bench = row("Decision,Decided", "CANCELLED - Board,12/03/2026");
    assert_eq!(codes(&bench), Vec::<&str>::new());
}

#[test]
fn kinds_and_audiences_are_the_heads_of_phrases() {
    for (kind, who, expected) in [
        ("Workshop 2", "SEND parents", ("workshop", "parents")),
        (
            "Stakeholder event",
            "Parents and carers of children with SEND",
            ("event", "parents"),
        ),
        (
            "Co-production meeting",
            "Young people 16-25",
            ("meeting", "cyp"),
        ),
        (
            "Online survey (Forms)",
            "Parent carer forum members",
            ("survey", "parents"),
        ),
        ("Task & Finish", "Council staff", ("meeting", "staff")),
    ] {
        let bench = row("Title,Type,Who for", &format!("Board,{kind},{who}"));
        let text = |word: &str| format!("Text(\"{word}\")");
        assert_eq!(says(&bench, "log#2", "kind"), text(expected.0), "{kind}");
        let audience = format!("List([{}])", text(expected.1));
        assert_eq!(says(&bench, "log#2", "audience"), audience, "{who}");
        assert_eq!(codes(&bench), Vec::<&str>::new(), "{kind}");
    }
    for who in [
        "Anyone from any background",
        "Everyone",
        "Friends of parents",
        "Non-parents",
    ] {
        let bench = row("Title,Type,Who for", &format!("Board,Meeting,{who}"));
        assert_eq!(says(&bench, "log#2", "audience"), "unreadable", "{who}");
        assert_eq!(codes(&bench), ["not-said"], "{who}");
    }
    let bench = row(
        "Title,Type,Who for",
        "Board,Meeting,\"[\"\"Parents\"\",\"\"Staff\"\"]\"",
    );
    assert_eq!(
        says(&bench, "log#2", "audience"),
        "List([Text(\"parents\"), Text(\"staff\")])"
    );
}

#[test]
fn groups_of_people_go_to_their_own_fields() {
    let number = |number: u32| format!("Number(Amount {{ low: {number}, high: {number} }})");
    let none = || "silent".to_owned();
    for (cell, parents, cyp, staff) in [
        ("6 parents, 2 officers", number(6), none(), number(2)),
        ("8 young people, 3 parents", number(3), number(8), none()),
        ("12 + 3 online", number(12), none(), none()),
        ("4 + 1 officer", number(4), none(), number(1)),
        ("4 parents + CAMHS", number(4), none(), none()),
        ("8 young people", none(), number(8), none()),
        ("2 reps", number(2), none(), none()),
    ] {
        let bench = row(
            "Title,Date,No. of parents",
            &format!("Board,02/03/2026,\"{cell}\""),
        );
        let said = ["parents", "cyp", "staff"]
            .map(|who| says(&bench, "log#2", &format!("attendance.{who}")));
        assert_eq!(said, [parents, cyp, staff], "{cell}");
        assert_eq!(codes(&bench), Vec::<&str>::new(), "{cell}");
    }
    // What is no number of people is named, and never taken.
    for (cell, code) in [
        ("-10", "wrong-value"),
        ("10-", "wrong-value"),
        ("lots came", "not-said"),
    ] {
        let bench = row(
            "Title,Date,No. of parents",
            &format!("Board,02/03/2026,{cell}"),
        );
        assert_eq!(
            says(&bench, "log#2", "attendance.parents"),
            "unreadable",
            "{cell}"
        );
        assert_eq!(codes(&bench), [code], "{cell}");
    }
}

#[test]
fn a_no_that_goes_on_is_no_evidence() {
    for (cell, expected) in [
        ("No, but school council asked", "unreadable"),
        ("No - although two came along", "unreadable"),
        (
            "No. Officers were ill; instead we rang everybody",
            "unreadable",
        ),
        ("None (except by phone)", "unreadable"),
        ("No - butter was off", "YesNo(false)"),
        ("No, nobody asked", "YesNo(false)"),
    ] {
        let bench = row(
            "Title,Date,CYP involved",
            &format!("Board,02/03/2026,\"{cell}\""),
        );
        assert_eq!(says(&bench, "log#2", "cyp.involved"), expected, "{cell}");
        assert_eq!(codes(&bench).is_empty(), expected != "unreadable", "{cell}");
    }
    let bench = row(
        "Title,Date,Feedback sent",
        "Board,02/03/2026,\"No, but told at the next one\"",
    );
    assert_eq!(says(&bench, "log#2", "feedback.sent"), "unreadable");
    assert_eq!(codes(&bench), ["not-said"]);
}

#[test]
fn people_who_were_asked_are_not_people_who_came() {
    let number = |number: u32| format!("Number(Amount {{ low: {number}, high: {number} }})");
    for (cell, expected) in [
        ("20 invited", "unreadable".to_owned()),
        ("15 parents booked", "unreadable".to_owned()),
        ("6 (20 invited)", number(6)),
        ("6 came, 20 invited", number(6)),
        ("6 attended of 20 invited", number(6)),
    ] {
        let bench = row(
            "Title,Date,Parents attending",
            &format!("Board,02/03/2026,\"{cell}\""),
        );
        assert_eq!(
            says(&bench, "log#2", "attendance.parents"),
            expected,
            "{cell}"
        );
    }
}

#[test]
fn boxes_of_exports_are_answers_and_blank_ones_are_not() {
    for (cell, expected) in [
        ("checked", "YesNo(true)"),
        ("TRUE", "YesNo(true)"),
        ("✓", "YesNo(true)"),
        ("unchecked", "YesNo(false)"),
        ("", "silent"),
    ] {
        let bench = row(
            "Title,Date,CYP involved",
            &format!("Board,02/03/2026,{cell}"),
        );
        assert_eq!(says(&bench, "log#2", "cyp.involved"), expected, "{cell}");
    }
}
