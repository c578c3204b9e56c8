//! Cells that leave something open, or deny it and say more.

use super::{codes, row, says};
use crate::Bench;

fn verdict(bench: &Bench, clause: &str) -> String {
    let audit = bench.audit("2026-06-30");
    let finding = audit.findings.iter().find(|it| it.clause.id == clause);
    finding.map_or("none", |it| it.verdict.word()).to_owned()
}

#[test]
fn what_is_still_to_come_is_not_done_and_what_may_have_been_is_open() {
    for (cell, expected) in [
        // Nothing had been given when this was written.
        ("Pending", "not-kept"),
        ("Not yet", "not-kept"),
        ("In progress", "not-kept"),
        ("To follow", "not-kept"),
        ("nothing yet", "not-kept"),
        // What was planned may have been done, and what was open settled.
        ("TBC", "no-evidence"),
        ("Next meeting 14/10", "no-evidence"),
        ("To be arranged", "no-evidence"),
        ("Planned for May", "no-evidence"),
        // A no that says when.
        ("No (sent 1/10)", "no-evidence"),
        ("No - sent late 1/10", "no-evidence"),
        ("No - LA off sick, sent 1/10", "no-evidence"),
        ("No - chair was ill", "not-kept"),
    ] {
        let cells = format!("Board,26/02/2026,Meeting,\"{cell}\"");
        let bench = row("Title,Date,Type,Feedback sent", &cells);
        assert_eq!(verdict(&bench, "O4e1"), expected, "{cell}");
        let is_quiet = expected == "not-kept" || cell == "TBC";
        assert_eq!(codes(&bench).is_empty(), is_quiet, "{cell}");
    }
}

#[test]
fn why_children_were_not_involved_may_stand_behind_the_no() {
    for (cell, expected) in [
        ("No - not appropriate for this meeting", "does-not-apply"),
        ("No (not relevant)", "does-not-apply"),
        ("No (consulted separately in May)", "no-evidence"),
        ("No, school survey instead", "no-evidence"),
        ("No - forgot", "not-kept"),
        ("No", "not-kept"),
        ("Planned", "no-evidence"),
        ("Not yet", "no-evidence"),
    ] {
        let cells = format!("Board,26/02/2026,Meeting,\"{cell}\"");
        let bench = row("Title,Date,Type,CYP involved", &cells);
        assert_eq!(verdict(&bench, "O2a"), expected, "{cell}");
    }
}

#[test]
fn a_title_that_leaves_open_whether_it_was_called_off_is_no_evidence() {
    for (title, expected) in [
        ("Board - cancelled due to snow", "Word(cancelled)"),
        ("Board CANCELLED due to illness", "Word(cancelled)"),
        ("Board [Postponed to 11 June]", "Word(postponed)"),
        ("Cancelled Board", "unreadable"),
        ("Cancelled transport: what families need", "unreadable"),
        ("Board", "silent"),
    ] {
        let bench = row("Title,Date,Type", &format!("{title},05/03/2026,Meeting"));
        let said = says(&bench, "log#2", "status");
        let said = said.to_lowercase();
        assert_eq!(
            said.contains("unreadable"),
            expected == "unreadable",
            "{title}: {said}"
        );
        assert_eq!(
            said.contains("silent"),
            expected == "silent",
            "{title}: {said}"
        );
    }
    // A status of its own settles it.
    let bench = row(
        "Title,Date,Type,Status",
        "Cancelled transport,05/03/2026,Meeting,held",
    );
    assert_eq!(codes(&bench), Vec::<&str>::new());
    assert_eq!(verdict(&bench, "O4e1"), "no-evidence");
}

#[test]
fn what_was_open_and_does_not_say_what_it_was_has_the_longer_time() {
    // Twenty working days after Friday 27 March 2026 end on Tuesday 28 April, twelve weeks on 19 June.
    let verdict_of = |clause: &str, as_of: &str, feedback: &str| {
        let cells = format!("Short breaks offer,02/03/2026,27/03/2026,{feedback}");
        let bench = row("Title,Opened,Closed,Feedback sent", &cells);
        let audit = bench.audit(as_of);
        let finding = audit
            .findings
            .iter()
            .find(|it| it.clause.id == clause)
            .unwrap();
        finding.verdict.word()
    };
    for (as_of, expected) in [
        ("2026-04-15", "still-to-come"),
        ("2026-06-19", "still-to-come"),
        ("2026-06-20", "not-kept"),
    ] {
        assert_eq!(verdict_of("O4e1", as_of, ""), expected, "{as_of}");
    }
    for (sent, expected) in [
        ("28/04/2026", "kept"),
        ("29/04/2026", "no-evidence"),
        ("19/06/2026", "no-evidence"),
        ("20/06/2026", "not-kept"),
    ] {
        assert_eq!(verdict_of("O4e2", "2026-12-31", sent), expected, "{sent}");
    }
}

#[test]
fn a_blank_is_no_silence_beside_what_was_not_read() {
    for (heading, cell, expected) in [
        ("Feedback", "Sent 12/02/2026 by Kim", "no-evidence"),
        ("Notes", "Feedback sent 12/02/2026", "no-evidence"),
        ("Notes", "went well", "not-kept"),
        ("Colour", "", "not-kept"),
    ] {
        let cells = format!("Board,05/02/2026,meeting,,{cell}");
        let headings = format!("Title,Date,Type,Feedback sent,{heading}");
        let bench = row(&headings, &cells);
        assert_eq!(verdict(&bench, "O4e1"), expected, "{heading}: {cell}");
    }
}

#[test]
fn nobodys_birth_is_a_day_on_which_something_was_sent() {
    for cell in [
        "born 12 March 2014",
        "DOB 12/03/2014",
        "date of birth 12/03/2014",
    ] {
        for heading in [
            "Feedback sent",
            "Papers sent",
            "Forum invited",
            "Notice sent",
        ] {
            let headings = format!("Title,Date,Type,{heading}");
            let bench = row(&headings, &format!("Board,2015-02-14,meeting,{cell}"));
            let report = bench.report("2026-06-30", charter_audit::report::document);
            let text = charter_audit::render::text::render(&report);
            for shown in ["12 Mar 2014", "12 March 2014", "2014-03-12", "12/03/2014"] {
                assert!(!text.contains(shown), "{heading}, {cell}: {text}");
            }
        }
    }
}

#[test]
fn a_day_that_is_denied_in_brackets_is_no_evidence() {
    let cells = "Board,05/02/2026,meeting,3 March 2026 (not sent)";
    let bench = row("Title,Date,Type,Feedback sent", cells);
    assert_eq!(verdict(&bench, "O4e1"), "no-evidence");
    assert_eq!(codes(&bench), ["not-said"]);
}

#[test]
fn titles_call_off_in_every_format() {
    for (title, expected) in [
        ("CANCELLED - Board", "does-not-apply"),
        ("Board (postponed)", "does-not-apply"),
        ("Cancelled transport: what next", "no-evidence"),
        ("Board", "not-kept"),
    ] {
        let record = format!("title: \"{title}\"\nkind: meeting\ndate: 2026-02-05\n");
        let bench = Bench::new(&[("a.yaml", &record)]);
        assert_eq!(verdict(&bench, "O4e1"), expected, "{title}");
        let held = format!("{record}status: held\n");
        let bench = Bench::new(&[("a.yaml", &held)]);
        assert_eq!(verdict(&bench, "O4e1"), "not-kept", "{title}");
    }
}

#[test]
fn an_organiser_that_is_not_understood_holds_nothing() {
    let cells = "Board,05/02/2026,meeting,Health Trust,no";
    let bench = row("Title,Date,Type,Organiser,Feedback sent", cells);
    let audit = bench.audit("2026-06-30");
    let of_organisation = audit.findings.iter().filter(|it| it.clause.id == "O4e1");
    for finding in of_organisation {
        assert_eq!(finding.holders, charter_audit::audit::Holders::Unsaid);
    }
}

#[test]
fn an_answer_that_is_still_to_be_settled_is_no_silence() {
    for (cell, expected) in [
        ("TBC", "no-evidence"),
        ("n/a", "no-evidence"),
        ("?", "no-evidence"),
        ("-", "not-kept"),
        ("", "not-kept"),
    ] {
        let cells = format!("Board,26/02/2026,Meeting,{cell}");
        let bench = row("Title,Date,Type,CYP involved", &cells);
        assert_eq!(verdict(&bench, "O2a"), expected, "{cell}");
        assert!(codes(&bench).is_empty(), "{cell}");
    }
    // Another column settles it.
    for cells in ["TBC,Yes", "Yes,TBC"] {
        let cells = format!("Board,26/02/2026,Meeting,{cells}");
        let bench = row("Title,Date,Type,CYP involved,cyp.involved", &cells);
        assert_eq!(verdict(&bench, "O2a"), "kept", "{cells}");
    }
}
