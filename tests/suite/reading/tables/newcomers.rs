//! What people who had not read the manual wrote into their logs, each kind with its siblings.

use super::{faults, says, tables};
use crate::Bench;
use charter_audit::rules::Verdict;

/// One row below headings.
fn row(headings: &str, cells: &str) -> Bench {
    let log = format!("Title,Type,Date,{headings}\nBoard,meeting,26/02/2026,{cells}\n");
    tables(&[("log.csv", &log)])
}

fn said(heading: &str, cell: &str, field: &str) -> String {
    says(&row(heading, &format!("\"{cell}\"")), "log#2", field)
}

#[test]
fn papers_that_nobody_needed_or_that_were_handed_out() {
    for cell in [
        "none needed",
        "No papers needed",
        "not required.",
        "none needed - just a chat",
    ] {
        let reason = said("Papers out", cell, "papers.none_needed");
        assert!(reason.starts_with("Text"), "{cell}: {reason}");
        assert_eq!(said("Papers out", cell, "papers.sent"), "silent", "{cell}");
    }
    for cell in [
        "tabled",
        "Tabled on the day",
        "on the day",
        "at the meeting",
    ] {
        assert_eq!(
            said("Papers out", cell, "papers.sent"),
            "Date(2026-02-26)",
            "{cell}"
        );
    }
    assert_eq!(
        said("Invite sent", "on the day", "notice.sent"),
        "Date(2026-02-26)"
    );
    for cell in ["n/a", "No papers"] {
        let bench = row("Papers out", cell);
        let fault = bench
            .reading
            .faults
            .iter()
            .find(|fault| fault.code == "not-said");
        let help = fault.and_then(|fault| fault.help.clone()).unwrap();
        assert!(
            format!("{help:?}").contains("No papers needed because"),
            "{cell}: {help:?}"
        );
    }
}

#[test]
fn the_forum_says_that_it_asked_as_the_council_says_that_it_sent() {
    for heading in [
        "Wider views asked from",
        "When we asked our members",
        "Members asked",
    ] {
        for cell in [
            "fb poll 5/1",
            "✓ 5/1",
            "yes - fb poll 5/1",
            "5/1 on facebook",
            "5/1 and again 12/1",
        ] {
            let day = said(heading, cell, "wider_input.opened");
            assert_eq!(day, "Date(2026-01-05)", "{heading}: {cell}");
        }
        assert_eq!(said(heading, "✗", "wider_input.opened"), "none");
        assert_eq!(said(heading, "yes", "wider_input.opened"), "some day");
    }
    let channel = said("Members asked", "fb poll 5/1", "wider_input.channel");
    assert!(channel.contains("fb poll"), "{channel}");
}

#[test]
fn a_yes_or_no_counts_people() {
    for (cell, count) in [
        ("N", "Number(Amount { low: 0, high: 0 })"),
        ("no", "Number(Amount { low: 0, high: 0 })"),
        ("none", "Number(Amount { low: 0, high: 0 })"),
    ] {
        assert_eq!(said("YP there?", cell, "attendance.cyp"), count, "{cell}");
    }
    let some = said("YP there?", "Y", "attendance.cyp");
    assert!(some.contains("low: 1,"), "{some}");
}

#[test]
fn headings_that_people_would_write() {
    for (heading, cell, field) in [
        ("From - to", "10am-12", "start"),
        ("From/to", "9:30am - 11.30am", "end"),
        ("Whereabouts", "Town Hall", "venue.name"),
        ("How did we tell people", "Facebook", "notice.channel"),
        ("Feedback went back to families", "5/3", "feedback.sent"),
        ("Who held it", "council", "organisers"),
        (
            "How did we hear from young people",
            "drawings",
            "cyp.method",
        ),
    ] {
        let bench = row(heading, cell);
        assert_ne!(says(&bench, "log#2", field), "silent", "{heading}");
        assert_eq!(faults(&bench), [], "{heading}");
    }
}

/// What was for one family is that family's case, and nothing that a charter is about.
#[test]
fn one_family_is_no_strategic_work() {
    for cell in ["1 family", "One family", "individual parent", "1:1"] {
        let bench = row("Who is it for", cell);
        assert_eq!(
            says(&bench, "log#2", "scope"),
            "Text(\"individual\")",
            "{cell}"
        );
        let audit = bench.audit("2026-06-01");
        let of = |clause: &str| {
            let mut found = audit.findings.iter().filter(|one| one.clause.id == clause);
            found.next().map(|one| one.verdict)
        };
        assert_eq!(of("G4"), Some(Verdict::NotKept), "{cell}");
        assert_eq!(of("O4e1"), Some(Verdict::DoesNotApply), "{cell}");
    }
    // Where nobody said so, nothing is claimed of what they were.
    let bench = row("Purpose", "Talk about transport");
    let audit = bench.audit("2026-06-01");
    let mut kept = audit.findings.iter().filter(|one| one.clause.id == "G4");
    assert_eq!(
        &*kept.next().unwrap().evidence,
        "nothing says that the only engagement was one family's case"
    );
    let bench = row(
        "Who is it for,Strategic or individual",
        "1 family,strategic",
    );
    assert_eq!(says(&bench, "log#2", "scope"), "Text(\"strategic\")");
    assert_eq!(said("Who is it for", "all families", "scope"), "silent");
}

#[test]
fn a_telephone_is_no_room() {
    for cell in ["phone", "By phone", "Telephone"] {
        assert_eq!(said("Venue", cell, "venue.mode"), "silent", "{cell}");
    }
    assert_eq!(
        said("Venue", "Zoom or phone", "venue.mode"),
        "Text(\"online\")"
    );
}

/// What was only planned, or did not reach anybody, was not done, in whatever order the words stand.
#[test]
fn a_day_of_what_was_only_planned_is_no_evidence() {
    for cell in [
        "scheduled for 01/02/2026",
        "01/02/2026 (planned)",
        "intended 01/02/2026",
        "unsent 01/02/2026",
        "01/02/2026 - bounced",
        "01/02/2026 failed",
        "01/02/2026 pending",
        "nobody told on 01/02/2026",
        "✗ 01/02/2026",
        "01/02/2026 ❌",
        "discussed at SMT 01/02/2026",
        "noted at cabinet 01/02/2026",
        "signed off 01/02/2026",
    ] {
        // A day after the event, so that nothing else is wrong with it as feedback.
        for (heading, cell, field) in [
            ("Invite sent", cell.to_owned(), "notice.sent"),
            (
                "Feedback sent",
                cell.replace("02/2026", "09/2026"),
                "feedback.sent",
            ),
        ] {
            let said = said(heading, &cell, field);
            assert_eq!(said, "unreadable", "{heading}: {cell}");
        }
    }
    for cell in [
        "sent 01/09/2026",
        "01/09/2026 (by email)",
        "01/09/2026 with a timetabled list",
    ] {
        let day = said("Feedback sent", cell, "feedback.sent");
        assert_eq!(day, "Date(2026-09-01)", "{cell}");
    }
    assert_eq!(
        said("Invite sent", "sent 01/02/2026", "notice.sent"),
        "Date(2026-02-01)"
    );
}

#[test]
fn a_yes_that_is_taken_back_is_no_evidence() {
    for cell in [
        "Yes - planned",
        "yes (but cancelled)",
        "yes - declined",
        "Yes, will be",
        "yes, next year",
        "Yes if time",
    ] {
        assert_eq!(
            said("CYP involved", cell, "cyp.involved"),
            "unreadable",
            "{cell}"
        );
    }
    assert_eq!(
        said("CYP involved", "Yes - drawings", "cyp.involved"),
        "YesNo(true)"
    );
}

#[test]
fn words_that_say_that_nothing_was_done_are_none() {
    for (heading, field) in [
        ("Times considered", "timing.considered"),
        ("Alternative offered", "timing.alternative"),
        ("Purpose", "notice.purpose"),
        ("How CYP were involved", "cyp.method"),
    ] {
        for cell in ["not considered", "nobody asked", "forgot", "not offered"] {
            assert_eq!(
                said(heading, cell, field),
                "Text(\"none\")",
                "{heading}: {cell}"
            );
        }
        for cell in ["to be polled", "Will consider", "unclear"] {
            assert_eq!(said(heading, cell, field), "silent", "{heading}: {cell}");
        }
        let done = said(heading, "asked the forum on its page", field);
        assert!(done.contains("asked"), "{heading}: {done}");
    }
}

/// Without a word for a decision, a day, a title and a number are those of a meeting.
#[test]
fn a_number_makes_no_decision() {
    for headings in [
        "Date,Title,Number",
        "Date,Title,Area,Number",
        "Date,Title,Area code,Number",
        "Ref,Date,Title",
    ] {
        let cells = "26/02/2026,Meet,12,3"
            .split(',')
            .take(headings.split(',').count());
        let cells: Vec<&str> = cells.collect();
        let bench = tables(&[("log.csv", &format!("{headings}\n{}\n", cells.join(",")))]);
        let records = &bench.reading.records;
        assert_eq!(records.decisions.len(), 0, "{headings}");
    }
    for headings in [
        "Number,Date,Decision",
        "Ref,Title,Date decided",
        "Ref,Title,When,Who decides",
    ] {
        let bench = tables(&[("log.csv", &format!("{headings}\n7,26/02/2026,cabinet,x\n"))]);
        assert_eq!(bench.reading.records.decisions.len(), 1, "{headings}");
    }
}

#[test]
fn a_plain_no_is_one_however_it_is_said() {
    for cell in ["N", "not invited", "Not asked", "nobody asked"] {
        assert_eq!(
            said("Forum invited", cell, "forum.invited"),
            "none",
            "{cell}"
        );
    }
    // What was tabled at a board reached the board.
    assert_eq!(
        said("Feedback sent", "tabled at board 29/4", "feedback.sent"),
        "unreadable"
    );
    let late = said("Papers sent", "21/2 late", "papers.sent");
    assert_eq!(late, "Date(2026-02-21)");
    for service in [
        "Short Breaks Service",
        "Youth Service",
        "Home to School Transport",
        "SEN casework team",
    ] {
        let council = "List([Text(\"council\")])";
        assert_eq!(
            said("Organised by", service, "organisers"),
            council,
            "{service}"
        );
    }
    let scope = said("Strategic or individual", "one family", "scope");
    assert_eq!(scope, "Text(\"individual\")");
    let status = said("Where are we up to", "CANCELLED - snow", "status");
    assert_eq!(status, "Text(\"cancelled\")");
}
